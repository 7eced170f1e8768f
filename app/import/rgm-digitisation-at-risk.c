/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-digitisation-private.h"

#include <math.h>

/* The numbers at risk of a digitisation. */

/**
 * rgm_digitisation_get_n_times:
 * @self: a digitisation
 *
 * Returns: at how many times there may be numbers at risk
 */
guint
rgm_digitisation_get_n_times (RgmDigitisation *self)
{
  return self->now->times->len;
}

/**
 * rgm_digitisation_get_time:
 * @self: a digitisation
 * @index: one of its times
 *
 * Returns: the time, in the axis' unit, or NaN where none is typed yet
 */
double
rgm_digitisation_get_time (RgmDigitisation *self,
                           guint            index)
{
  return g_array_index (self->now->times, double, index);
}

/**
 * rgm_digitisation_set_time:
 * @self: a digitisation
 * @index: one of its times but the first, or one after the last for a further one
 * @time: the time, or NaN for none
 */
void
rgm_digitisation_set_time (RgmDigitisation *self,
                           guint            index,
                           double           time)
{
  g_autofree char *step = g_strdup_printf ("time %u", index);
  const gint64 unknown = -1;
  GArray *times = self->now->times;

  g_return_if_fail (index > 0 && index <= times->len);

  if (index == RGM_DIGITISATION_MAX_TIMES ||
      (index < times->len && (g_array_index (times, double, index) == time || (isnan (time) && isnan (g_array_index (times, double, index))))))
    return;

  rgm_digitisation_begin (self, index == times->len ? NULL : step);
  if (index == times->len)
    {
      g_array_append_val (times, time);
      for (guint i = 0; i < self->now->curves->len; i++)
        g_array_append_val (rgm_digitisation_get_curve (self, i)->at_risk, unknown);
    }
  else
    {
      g_array_index (times, double, index) = time;
    }
  rgm_digitisation_tell (self);
}

/**
 * rgm_digitisation_set_interval:
 * @self: a digitisation
 * @interval: the time from one number at risk to the next
 *
 * Puts times at equal intervals from 0 to the end of the axis. Numbers that are typed stay at their column.
 *
 * Returns: whether the end of the axis is known, and not too many intervals away
 */
gboolean
rgm_digitisation_set_interval (RgmDigitisation *self,
                               double           interval)
{
  double end = fmax (self->now->axes.values[RGM_PICTURE_TIME_FROM], self->now->axes.values[RGM_PICTURE_TIME_TO]);
  const gint64 unknown = -1;
  guint n;

  if (!(interval > 0) || !isfinite (end) || end < interval || end / interval > RGM_DIGITISATION_MAX_TIMES - 1)
    return FALSE;

  n = 1 + (guint) floor (end / interval * (1 + 1e-9));
  rgm_digitisation_begin (self, NULL);
  g_array_set_size (self->now->times, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->now->times, double, i) = i * interval;
  for (guint i = 0; i < self->now->curves->len; i++)
    {
      GArray *at_risk = rgm_digitisation_get_curve (self, i)->at_risk;

      g_array_set_size (at_risk, MIN (at_risk->len, n));
      while (at_risk->len < n)
        g_array_append_val (at_risk, unknown);
    }
  rgm_digitisation_tell (self);

  return TRUE;
}

/**
 * rgm_digitisation_get_at_risk:
 * @self: a digitisation
 * @curve: a curve
 * @index: one of the times
 *
 * Returns: the number at risk then, or -1 where it is unknown
 */
gint64
rgm_digitisation_get_at_risk (RgmDigitisation *self,
                              guint            curve,
                              guint            index)
{
  return g_array_index (rgm_digitisation_get_curve (self, curve)->at_risk, gint64, index);
}

/**
 * rgm_digitisation_set_at_risk:
 * @self: a digitisation
 * @curve: a curve
 * @index: one of the times
 * @number: the number at risk then, or -1 where it is unknown
 */
void
rgm_digitisation_set_at_risk (RgmDigitisation *self,
                              guint            curve,
                              guint            index,
                              gint64           number)
{
  g_autofree char *step = g_strdup_printf ("at risk %u %u", curve, index);
  gint64 *old = &g_array_index (rgm_digitisation_get_curve (self, curve)->at_risk, gint64, index);

  if (number == *old)
    return;

  rgm_digitisation_begin (self, step);
  *old = number;
  rgm_digitisation_tell (self);
}
