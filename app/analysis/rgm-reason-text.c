/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-reason-text.h"

#include <glib/gi18n-lib.h>

/**
 * rgm_reason_get_text:
 * @reason: why a number is absent
 *
 * Returns: (nullable): the same in a sentence; %NULL for %RGM_REASON_NONE
 */
const char *
rgm_reason_get_text (RgmReason reason)
{
  switch (reason)
    {
    case RGM_REASON_RANGE:
      return _("The counts are missing or outside the range for which the method is defined.");
    case RGM_REASON_NO_ARMS:
      return _("There are no arms.");
    case RGM_REASON_ONE_ARM:
      return _("Heterogeneity cannot be estimated from a single arm.");
    case RGM_REASON_NO_RESPONDERS:
      return _("No patient responded in any arm, so the model has no finite estimate.");
    case RGM_REASON_ALL_RESPONDED:
      return _("Every patient responded in every arm, so the model has no finite estimate.");
    case RGM_REASON_ALL_OR_NONE:
      return _("In each arm either all patients responded or none, so the model cannot estimate the heterogeneity between arms.");
    case RGM_REASON_MODEL:
      return _("This quantity is not defined under a common-effect model.");
    case RGM_REASON_ONE_GROUP:
      return _("No test between groups: there is only one group.");
    case RGM_REASON_GROUP:
      return _("No test between groups: one group has no estimate.");
    case RGM_REASON_NO_PATIENTS:
      return _("There are no patients.");
    case RGM_REASON_NO_POINTS:
      return _("The curve has no points.");
    case RGM_REASON_NO_EVENTS:
      return _("No patient had the event.");
    case RGM_REASON_NOT_REACHED:
      return _("Not reached.");
    case RGM_REASON_FOLLOW_UP:
      return _("Follow-up ends before this time.");
    case RGM_REASON_SEPARATION:
      return _("All events that occurred while both groups were at risk were in the same group.");
    case RGM_REASON_NO_CONVERGENCE:
      return _("The estimate did not converge.");
    case RGM_REASON_NONE:
    default:
      return NULL;
    }
}
