/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"

G_BEGIN_DECLS

/**
 * RgmState:
 * @RGM_STATE_REPORTED: the source gives a value
 * @RGM_STATE_NOT_REPORTED: the source gives none
 * @RGM_STATE_NOT_REACHED: the follow-up was too short for it to be reached
 * @RGM_STATE_NOT_ESTIMABLE: the source says that it can't be estimated
 *
 * What the source says about an estimate or one of its bounds. The three ways of being
 * missing are never mixed up.
 */
typedef enum
{
  RGM_STATE_REPORTED,
  RGM_STATE_NOT_REPORTED,
  RGM_STATE_NOT_REACHED,
  RGM_STATE_NOT_ESTIMABLE,
} RgmState;

/**
 * RgmRelation:
 *
 * How a printed value relates to the true one: 'above 80%' is %RGM_RELATION_ABOVE.
 */
typedef enum
{
  RGM_RELATION_EQUAL,
  RGM_RELATION_ABOVE,
  RGM_RELATION_AT_LEAST,
  RGM_RELATION_BELOW,
  RGM_RELATION_AT_MOST,
} RgmRelation;

#define RGM_TYPE_STATE (rgm_state_get_type ())
#define RGM_TYPE_RELATION (rgm_relation_get_type ())

GType rgm_state_get_type    (void) G_GNUC_CONST;
GType rgm_relation_get_type (void) G_GNUC_CONST;

/* One bound of an interval; @value is in the estimate's unit, and has a meaning only if it
 * is reported. */
typedef struct
{
  RgmState state;
  double   value;
} RgmBound;

/**
 * RgmEstimate:
 * @state: whether the source reports a value, and if not why
 * @relation: how the value relates to the true one
 * @value: in @unit; meaningful only if @state is %RGM_STATE_REPORTED
 * @lower: lower bound of its interval
 * @upper: upper bound of its interval
 * @level: the interval's confidence level, 0.95 for 95%; 0 where the source names none
 * @unit: '%', 'months', 'weeks', …: the source's own, never converted
 * @published: (nullable): as published
 *
 * A number as a source prints it.
 */
typedef struct
{
  RgmState     state;
  RgmRelation  relation;
  double       value;
  RgmBound     lower;
  RgmBound     upper;
  double       level;
  const char  *unit;
  const char  *published;
} RgmEstimate;

gboolean rgm_estimate_has_interval     (const RgmEstimate *self);
gboolean rgm_estimate_bounds_to_months (const RgmEstimate *self,
                                        RgmBound          *lower,
                                        RgmBound          *upper);
gboolean rgm_estimate_to_months        (const RgmEstimate *self,
                                        double            *value,
                                        RgmBound          *lower,
                                        RgmBound          *upper);

G_END_DECLS
