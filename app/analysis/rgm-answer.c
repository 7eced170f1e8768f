/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-answer.h"

#include <glib/gi18n-lib.h>

/**
 * rgm_answer_to_label:
 * @answer: an answer
 *
 * Returns: what it says of a trial, for people
 */
const char *
rgm_answer_to_label (RgmAnswer answer)
{
  switch (answer)
    {
    case RGM_ANSWER_NO:
      return _("Does not fit");
    case RGM_ANSWER_YES:
      return _("Nothing in the published criteria speaks against it");
    case RGM_ANSWER_UNKNOWN:
    default:
      return _("Undetermined from the findings entered");
    }
}

/**
 * rgm_answer_to_nick:
 * @answer: an answer
 *
 * Returns: its name in JSON output
 */
const char *
rgm_answer_to_nick (RgmAnswer answer)
{
  static const char *const nicks[] = { "no", "unknown", "yes" };

  g_return_val_if_fail (answer <= RGM_ANSWER_YES, NULL);

  return nicks[answer];
}
