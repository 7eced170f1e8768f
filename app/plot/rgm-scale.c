/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scale.h"

#include "rgm-format.h"

/* More labels than this would clutter the axis. */
#define MAX_TICKS 7

/* Natural steps, from small to large; beyond the last, the step doubles. */
static const double number_steps[] = { 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
static const double percent_steps[] = { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100 };
static const double month_steps[] = { 0.1, 0.2, 0.5, 1, 2, 3, 6, 12, 24, 36, 60, 120, 240 };

static double
get_step (RgmAxisUnit unit,
          guint       index)
{
  const double *steps = number_steps;
  guint n = G_N_ELEMENTS (number_steps);

  if (unit == RGM_AXIS_PERCENT)
    {
      steps = percent_steps;
      n = G_N_ELEMENTS (percent_steps);
    }
  else if (unit == RGM_AXIS_MONTHS)
    {
      steps = month_steps;
      n = G_N_ELEMENTS (month_steps);
    }

  return index < n ? steps[index] : ldexp (steps[n - 1], (int) (index - n + 1));
}

/* The smallest step that gives few enough ticks. */
static guint
find_step (const RgmScale *self,
           guint           most)
{
  guint index = 0;

  while ((self->upper - self->lower) / get_step (self->unit, index) > most)
    index++;

  return index;
}

/**
 * rgm_scale_init:
 * @self: (out caller-allocates): a scale; the caller sets its positions
 * @axis: the axis
 * @lowest: the lowest value of the data, or NAN for none
 * @highest: the highest value of the data, or NAN for none
 *
 * Chooses the ends that the axis leaves open: zero below, where no value is negative, and the next tick above.
 */
void
rgm_scale_init (RgmScale      *self,
                const RgmAxis *axis,
                double         lowest,
                double         highest)
{
  gboolean open_above = isnan (axis->upper);
  double step;

  self->unit = axis->unit;
  self->lower = !isnan (axis->lower) ? axis->lower : isnan (lowest) || lowest >= 0 ? 0 : lowest;
  self->upper = !open_above ? axis->upper : isnan (highest) ? 1 : highest;
  if (!(self->upper > self->lower))
    self->upper = self->lower + 1;

  step = get_step (self->unit, find_step (self, MAX_TICKS));
  if (open_above)
    self->upper = ceil (self->upper / step - 1e-9) * step;
  if (isnan (axis->lower))
    self->lower = floor (self->lower / step + 1e-9) * step;
  /* A value that is all but zero is rounded to it. */
  if (!(self->upper > self->lower))
    self->upper = self->lower + step;
}

/**
 * rgm_scale_place:
 * @self: a scale
 * @value: a finite value
 *
 * Returns: the position of the value, in points; outside the scale for a value outside it
 */
double
rgm_scale_place (const RgmScale *self,
                 double          value)
{
  return self->from + (value - self->lower) / (self->upper - self->lower) * (self->to - self->from);
}

/**
 * rgm_scale_has:
 * @self: a scale
 * @value: any value, NAN and the infinities among them
 *
 * Returns: whether the scale holds the value
 */
gboolean
rgm_scale_has (const RgmScale *self,
               double          value)
{
  double slack = (self->upper - self->lower) * 1e-9;

  return value >= self->lower - slack && value <= self->upper + slack;
}

static double
get_widest_label (const RgmScale *self,
                  RgmTextMeasure *measure,
                  double          size,
                  double          step)
{
  double widest = 0;

  for (double value = ceil (self->lower / step) * step; rgm_scale_has (self, value); value += step)
    {
      g_autofree char *label = rgm_scale_label (self, value);

      widest = MAX (widest, rgm_text_measure_get_width (measure, label, size, RGM_WEIGHT_REGULAR));
    }

  return widest;
}

/**
 * rgm_scale_get_ticks:
 * @self: a scale
 * @measure: what measures the labels
 * @size: of the labels, in points
 *
 * Returns: (transfer full) (element-type double): the values to label, in natural steps and with room between the labels
 */
GArray *
rgm_scale_get_ticks (const RgmScale *self,
                     RgmTextMeasure *measure,
                     double          size)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  guint index = find_step (self, MAX_TICKS);
  double step = get_step (self->unit, index);
  double length = fabs (self->to - self->from);

  /* Labels of a horizontal axis need their width, those of a vertical one their height. */
  while (index < 64)
    {
      double apart = step / (self->upper - self->lower) * length;

      if (apart >= get_widest_label (self, measure, size, step) + size)
        break;
      step = get_step (self->unit, ++index);
    }

  for (double i = ceil (self->lower / step - 1e-9); rgm_scale_has (self, i * step); i++)
    {
      double value = i * step;

      g_array_append_val (ticks, value);
    }

  return ticks;
}

/**
 * rgm_scale_label:
 * @self: a scale
 * @value: a finite value
 *
 * Returns: (transfer full): the value as the axis labels it
 */
char *
rgm_scale_label (const RgmScale *self,
                 double          value)
{
  /* A tick is a multiple of the step and carries its rounding error. */
  double rounded = round (value * 1e6) / 1e6;
  int decimals = rgm_format_decimals_of (rounded);

  if (self->unit == RGM_AXIS_PERCENT)
    return rgm_format_percent (rounded, decimals);

  return rgm_format_number (rounded, decimals);
}
