/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-estimate.h"

G_BEGIN_DECLS

#define RGM_TYPE_OUTCOME (rgm_outcome_get_type ())

/**
 * RgmOutcome:
 *
 * What an arm or a subgroup of it showed for one endpoint.
 */
G_DECLARE_FINAL_TYPE (RgmOutcome, rgm_outcome, RGM, OUTCOME, GObject)

/**
 * RgmOutcomeParts:
 *
 * What a #RgmOutcome is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   places: of #RgmPlace
 */
typedef struct
{
  const char    *endpoint;
  RgmEstimate    estimate;
  gint64         responders;
  gint64         analysed;
  char         **derived;
  GPtrArray     *places;
  char         **notes;
} RgmOutcomeParts;

RgmOutcome *rgm_outcome_new (const RgmOutcomeParts *parts);

const char        *rgm_outcome_get_endpoint   (RgmOutcome *self);
const RgmEstimate *rgm_outcome_get_estimate   (RgmOutcome *self);
gint64             rgm_outcome_get_responders (RgmOutcome *self);
gint64             rgm_outcome_get_analysed   (RgmOutcome *self);
char             **rgm_outcome_get_derived    (RgmOutcome *self);
gboolean           rgm_outcome_is_derived     (RgmOutcome *self,
                                               const char *what);
GPtrArray         *rgm_outcome_get_places     (RgmOutcome *self);
char             **rgm_outcome_get_notes      (RgmOutcome *self);

G_END_DECLS
