/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-estimate.h"
#include "rgm-model-private.h"

/* The lengths by which times are converted for drawing. */
#define DAYS_A_MONTH 30.4375
#define DAYS_A_WEEK 7.0
#define MONTHS_A_YEAR 12.0

G_DEFINE_BOXED_TYPE (RgmEstimate, rgm_estimate, rgm_estimate_copy, rgm_estimate_free)

static const char *const state_nicks[] = { "reported", "not-reported", "not-reached", "not-estimable" };
static const char *const relation_signs[] = { "=", ">", ">=", "<", "<=" };

/**
 * rgm_state_to_nick:
 * @state: a state
 *
 * Returns: (transfer none): its name in documents: 'reported', 'not-reported', …
 */
const char *
rgm_state_to_nick (RgmState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_nicks), NULL);

  return state_nicks[state];
}

/**
 * rgm_state_from_nick:
 * @nick: a word
 * @state: (out): the state that it names
 *
 * Returns: whether it names one
 */
gboolean
rgm_state_from_nick (const char *nick,
                     RgmState   *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_nicks); i++)
    if (g_str_equal (state_nicks[i], nick))
      {
        *state = (RgmState) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_relation_to_sign:
 * @relation: a relation
 *
 * Returns: (transfer none): its sign in documents: '=', '>', …
 */
const char *
rgm_relation_to_sign (RgmRelation relation)
{
  g_return_val_if_fail (relation < G_N_ELEMENTS (relation_signs), NULL);

  return relation_signs[relation];
}

/**
 * rgm_relation_from_sign:
 * @sign: a word
 * @relation: (out): the relation that it names
 *
 * Returns: whether it names one
 */
gboolean
rgm_relation_from_sign (const char  *sign,
                        RgmRelation *relation)
{
  for (guint i = 0; i < G_N_ELEMENTS (relation_signs); i++)
    if (g_str_equal (relation_signs[i], sign))
      {
        *relation = (RgmRelation) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_estimate_copy:
 * @self: an estimate; one on the stack with words that are borrowed will do
 *
 * Returns: (transfer full): the same estimate with words of its own
 */
RgmEstimate *
rgm_estimate_copy (const RgmEstimate *self)
{
  RgmEstimate *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->unit = rgm_word_new (self->unit);
  copy->published = rgm_word_new (self->published);

  return copy;
}

/**
 * rgm_estimate_free:
 * @self: (transfer full): an estimate
 */
void
rgm_estimate_free (RgmEstimate *self)
{
  rgm_word_free ((char *) self->unit);
  rgm_word_free ((char *) self->published);
  g_free (self);
}

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

/* How many months a unit is long, or 0 where it is no time. */
static double
get_months (const char *unit)
{
  if (g_strcmp0 (unit, "months") == 0)
    return 1.0;
  if (g_strcmp0 (unit, "weeks") == 0)
    return DAYS_A_WEEK / DAYS_A_MONTH;
  if (g_strcmp0 (unit, "days") == 0)
    return 1.0 / DAYS_A_MONTH;
  if (g_strcmp0 (unit, "years") == 0)
    return MONTHS_A_YEAR;

  return 0.0;
}

/**
 * rgm_estimate_to_months:
 * @self: an estimate
 * @value: (out): the figure in months
 * @lower: (out): its lower bound in months, with its state
 * @upper: (out): its upper bound in months, with its state
 *
 * Converts a time for drawing: 1 month is 30.4375 days, 1 week 7 days.
 *
 * Returns: whether it is a time with a figure; if not, nothing is set
 */
gboolean
rgm_estimate_to_months (const RgmEstimate *self,
                        double            *value,
                        RgmBound          *lower,
                        RgmBound          *upper)
{
  double months;

  g_return_val_if_fail (self != NULL, FALSE);

  months = get_months (self->unit);
  if (self->state != RGM_STATE_REPORTED || months == 0.0)
    return FALSE;

  *value = self->value * months;
  *lower = (RgmBound) { self->lower.state, self->lower.value * months };
  *upper = (RgmBound) { self->upper.state, self->upper.value * months };

  return TRUE;
}
