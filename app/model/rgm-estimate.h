/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RgmState:
 * @RGM_STATE_REPORTED: the source gives a figure
 * @RGM_STATE_NOT_REPORTED: the source gives none
 * @RGM_STATE_NOT_REACHED: the follow-up was too short for it to be reached
 * @RGM_STATE_NOT_ESTIMABLE: the source says that it can't be estimated
 *
 * What the source says of an estimate or of one of its bounds. The three kinds of
 * missing are never mixed up.
 */
typedef enum
{
  RGM_STATE_REPORTED,
  RGM_STATE_NOT_REPORTED,
  RGM_STATE_NOT_REACHED,
  RGM_STATE_NOT_ESTIMABLE,
} RgmState;

const char *rgm_state_to_nick   (RgmState    state);
gboolean    rgm_state_from_nick (const char *nick,
                                 RgmState   *state);

/**
 * RgmRelation:
 *
 * How a printed figure stands to the true one: 'above 80%' is %RGM_RELATION_ABOVE.
 */
typedef enum
{
  RGM_RELATION_EQUAL,
  RGM_RELATION_ABOVE,
  RGM_RELATION_AT_LEAST,
  RGM_RELATION_BELOW,
  RGM_RELATION_AT_MOST,
} RgmRelation;

const char *rgm_relation_to_sign   (RgmRelation  relation);
gboolean    rgm_relation_from_sign (const char  *sign,
                                    RgmRelation *relation);

/**
 * RgmBound:
 * @state: whether there is a figure, and if not why
 * @value: the figure in the estimate's unit; meaningful only if @state is %RGM_STATE_REPORTED
 *
 * One bound of an interval.
 */
typedef struct
{
  RgmState state;
  double   value;
} RgmBound;

#define RGM_TYPE_ESTIMATE (rgm_estimate_get_type ())

/**
 * RgmEstimate:
 * @state: whether the source reports a figure, and if not why
 * @relation: how the figure stands to the true one
 * @value: the figure in @unit; meaningful only if @state is %RGM_STATE_REPORTED
 * @lower: lower bound of its interval
 * @upper: upper bound of its interval
 * @level: the interval's confidence level, 0.95 for 95%; 0 where the source names none
 * @unit: '%', 'months', 'weeks', …: the source's own, never converted
 * @published: (nullable): the words as published
 *
 * A figure as a source prints it. Immutable.
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

GType        rgm_estimate_get_type     (void) G_GNUC_CONST;
RgmEstimate *rgm_estimate_copy         (const RgmEstimate *self);
void         rgm_estimate_free         (RgmEstimate       *self);
gboolean     rgm_estimate_has_interval (const RgmEstimate *self);
gboolean     rgm_estimate_to_months    (const RgmEstimate *self,
                                        double            *value,
                                        RgmBound          *lower,
                                        RgmBound          *upper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmEstimate, rgm_estimate_free)

G_END_DECLS
