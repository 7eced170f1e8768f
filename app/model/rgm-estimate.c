/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-estimate.h"
#include "rgm-unit.h"

static const RgmEnumTerm states[] = {
  RGM_ENUM_TERM (RGM_STATE_REPORTED, "reported", NULL),
  RGM_ENUM_TERM (RGM_STATE_NOT_REPORTED, "not-reported", NULL),
  RGM_ENUM_TERM (RGM_STATE_NOT_REACHED, "not-reached", NULL),
  RGM_ENUM_TERM (RGM_STATE_NOT_ESTIMABLE, "not-estimable", NULL),
};

static const RgmEnumTerm relations[] = {
  RGM_ENUM_TERM (RGM_RELATION_EQUAL, "=", NULL),
  RGM_ENUM_TERM (RGM_RELATION_ABOVE, ">", NULL),
  RGM_ENUM_TERM (RGM_RELATION_AT_LEAST, ">=", NULL),
  RGM_ENUM_TERM (RGM_RELATION_BELOW, "<", NULL),
  RGM_ENUM_TERM (RGM_RELATION_AT_MOST, "<=", NULL),
};

RGM_DEFINE_ENUM (RgmState, rgm_state, NULL, states)
RGM_DEFINE_ENUM (RgmRelation, rgm_relation, NULL, relations)

/**
 * rgm_estimate_has_interval:
 * @self: an estimate
 *
 * Returns: whether the source says anything of a bound: a figure, or that it isn't reached
 *     or can't be estimated
 */
gboolean
rgm_estimate_has_interval (const RgmEstimate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->lower.state != RGM_STATE_NOT_REPORTED || self->upper.state != RGM_STATE_NOT_REPORTED;
}

/**
 * rgm_estimate_bounds_to_months:
 * @self: an estimate
 * @lower: (out): its lower bound in months, with its state
 * @upper: (out): its upper bound in months, with its state
 *
 * Converts the interval of a time, which it may have without a point estimate.
 *
 * Returns: whether it is a time; if not, nothing is set
 */
gboolean
rgm_estimate_bounds_to_months (const RgmEstimate *self,
                               RgmBound          *lower,
                               RgmBound          *upper)
{
  double months;

  g_return_val_if_fail (self != NULL, FALSE);

  months = rgm_unit_get_months ((RgmUnit) rgm_enum_find (RGM_TYPE_UNIT, self->unit));
  if (months == 0.0)
    return FALSE;

  *lower = (RgmBound) { self->lower.state, self->lower.value * months };
  *upper = (RgmBound) { self->upper.state, self->upper.value * months };

  return TRUE;
}

/**
 * rgm_estimate_to_months:
 * @self: an estimate
 * @value: (out): the median in months
 * @lower: (out): its lower bound in months, with its state
 * @upper: (out): its upper bound in months, with its state
 *
 * Converts a time for drawing: 1 month is 30.4375 days, 1 week 7 days.
 *
 * Returns: whether it is a time with a number; if not, nothing is set
 */
gboolean
rgm_estimate_to_months (const RgmEstimate *self,
                        double            *value,
                        RgmBound          *lower,
                        RgmBound          *upper)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->state != RGM_STATE_REPORTED || !rgm_estimate_bounds_to_months (self, lower, upper))
    return FALSE;

  *value = self->value * rgm_unit_get_months ((RgmUnit) rgm_enum_find (RGM_TYPE_UNIT, self->unit));

  return TRUE;
}
