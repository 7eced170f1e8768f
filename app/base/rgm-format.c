/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-unit.h"
#include "rgm-json-writer.h"

/**
 * rgm_format_number:
 * @value: a finite number
 * @decimals: how many decimals, from 0 to 15
 *
 * Rounds half away from zero in the decimal digits of @value, as a person would and
 * as sources do: 2.5 is 3, and 37.65 with one decimal 37.7, though the nearest double
 * lies below. Zero has no sign.
 *
 * Returns: (transfer full): the number for a person
 */
char *
rgm_format_number (double value,
                   int    decimals)
{
  g_autofree char *digits = NULL;
  double scale = pow (10.0, decimals);
  double rounded;

  g_return_val_if_fail (isfinite (value), NULL);
  g_return_val_if_fail (decimals >= 0 && decimals <= 15, NULL);

  /* Nudge by about the double's own error, so that a decimal tie counts as one;
   * where that error comes near a whole unit there is no tie to see. */
  rounded = fabs (value) * scale;
  if (rounded < 1e12)
    rounded *= 1.0 + 2.0 * DBL_EPSILON;
  rounded = round (rounded) / scale;
  digits = g_strdup_printf ("%.*f", decimals, rounded);

  if (value < 0.0 && rounded > 0.0)
    return g_strconcat (RGM_MINUS, digits, NULL);

  return g_steal_pointer (&digits);
}

/**
 * rgm_format_decimals_of:
 * @value: a finite number, as it was read from a document
 *
 * The precision that a figure was given with: 45.3 has one decimal, 7.53 two, 38 none.
 *
 * Returns: how many decimals @value has in its shortest form, at most 15
 */
int
rgm_format_decimals_of (double value)
{
  g_autofree char *digits = rgm_shortest_double (value);
  const char *mark, *exponent;
  gint64 decimals = 0;

  g_return_val_if_fail (digits != NULL, 0);

  /* '1.5e-05' has six. */
  exponent = strchr (digits, 'e');
  mark = strchr (digits, '.');
  if (mark != NULL)
    decimals = (exponent != NULL ? exponent - mark : (gssize) strlen (mark)) - 1;
  if (exponent != NULL)
    decimals -= g_ascii_strtoll (exponent + 1, NULL, 10);

  return (int) CLAMP (decimals, 0, 15);
}

/**
 * rgm_format_visible_decimals:
 * @value: a number
 * @decimals: how many decimals are enough for most numbers of its kind
 *
 * What isn't zero isn't shown as zero.
 *
 * Returns: @decimals, or as many as the first digit of a smaller @value takes, at most 15
 */
int
rgm_format_visible_decimals (double value,
                             int    decimals)
{
  double size = fabs (value);

  if (!isfinite (value) || size == 0.0 || size >= 0.5 * pow (10.0, -decimals))
    return decimals;

  return MAX (decimals, (int) MIN (ceil (-log10 (size)), 15.0));
}

/* As rgm_format_number(), with the decimals of rgm_format_visible_decimals(). */
char *
rgm_format_visible (double value,
                    int    decimals)
{
  return rgm_format_number (value, rgm_format_visible_decimals (value, decimals));
}

/**
 * rgm_format_percent:
 * @percent: a percentage, 0 to 100
 * @decimals: how many decimals
 *
 * Returns: (transfer full): the percentage with its sign, as the language sets it
 */
char *
rgm_format_percent (double percent,
                    int    decimals)
{
  g_autofree char *number = rgm_format_number (percent, decimals);

  /* Translators: a percentage, such as 45.3%; some languages set a space before the sign. */
  return g_strdup_printf (_("%s%%"), number);
}

/**
 * rgm_format_magnitude:
 * @value: a number
 * @decimals: how many decimals
 *
 * Returns: (transfer full): the number; where it is above zero and would be rounded to it, '< 0.001', so that it doesn't
 *     look like zero
 */
char *
rgm_format_magnitude (double value,
                      int    decimals)
{
  double least = pow (10.0, -decimals);
  g_autofree char *digits = NULL;

  if (!(value > 0.0 && value < 0.5 * least))
    return rgm_format_number (value, decimals);

  digits = rgm_format_number (least, decimals);
  return g_strconcat ("<", RGM_NO_BREAK_SPACE, digits, NULL);
}

/**
 * rgm_format_interval:
 * @lower: the lower bound
 * @upper: the upper bound
 * @decimals: how many decimals
 *
 * Returns: (transfer full): 'lower to upper', without a unit
 */
char *
rgm_format_interval (double lower,
                     double upper,
                     int    decimals)
{
  g_autofree char *from = rgm_format_magnitude (lower, decimals);
  g_autofree char *to = rgm_format_magnitude (upper, decimals);

  /* Translators: an interval of two numbers, such as 31.6 to 59.6. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/**
 * rgm_format_level:
 * @level: a confidence level in (0, 1)
 *
 * Returns: (transfer full): the level in percent with no more decimals than it needs: '95%', '99.9%'
 */
char *
rgm_format_level (double level)
{
  /* 0.999 * 100 is 99.900000000000006: two decimals fewer than the level was given with are right. */
  int decimals = MAX (0, rgm_format_decimals_of (level) - 2);
  g_autofree char *number = rgm_format_number (level * 100.0, decimals);

  /* Translators: a confidence level, as in '95% CI'; some languages write it differently from a percentage. */
  return g_strdup_printf (C_("level", "%s%%"), number);
}

/**
 * rgm_format_count_of:
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full): 'part/whole'
 */
char *
rgm_format_count_of (gint64 part,
                     gint64 whole)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, part, whole);
}

/**
 * rgm_format_p_value:
 * @p: a p value, 0 to 1
 *
 * Three decimals, and '< 0.001' below what they can tell.
 *
 * Returns: (transfer full): the value with its sign of relation: '= 0.032', '< 0.001'
 */
char *
rgm_format_p_value (double p)
{
  g_autofree char *digits = NULL;

  if (p < 0.001)
    {
      digits = rgm_format_number (0.001, 3);
      return g_strconcat ("< ", digits, NULL);
    }

  digits = rgm_format_number (p, 3);
  return g_strconcat ("= ", digits, NULL);
}

/**
 * rgm_format_unit:
 * @unit: '%', 'days', 'weeks', 'months' or 'years'
 * @value: the number that it goes with, for the plural
 *
 * Returns: (transfer none): the unit for a person; @unit itself if it isn't one of these
 */
const char *
rgm_format_unit (const char *unit,
                 double      value)
{
  /* A number with decimals takes the plural in the languages that have one. */
  gulong count = value == floor (value) && value >= 0.0 ? (gulong) MIN (value, 1e6) : 2;

  switch (rgm_enum_find (RGM_TYPE_UNIT, unit))
    {
    case RGM_UNIT_DAYS:
      return ngettext ("day", "days", count);
    case RGM_UNIT_WEEKS:
      return ngettext ("week", "weeks", count);
    case RGM_UNIT_MONTHS:
      return ngettext ("month", "months", count);
    case RGM_UNIT_YEARS:
      return ngettext ("year", "years", count);
    default:
      return unit;
    }
}

/**
 * rgm_format_with_unit:
 * @value: a finite number
 * @decimals: how many decimals
 * @unit: its unit, see rgm_format_unit()
 *
 * Returns: (transfer full): the number and its unit, which a line break doesn't part
 */
char *
rgm_format_with_unit (double      value,
                      int         decimals,
                      const char *unit)
{
  g_autofree char *number = NULL;

  if (g_str_equal (unit, "%"))
    return rgm_format_percent (value, decimals);

  number = rgm_format_number (value, decimals);
  return g_strconcat (number, RGM_NO_BREAK_SPACE, rgm_format_unit (unit, value), NULL);
}

/**
 * rgm_format_date:
 * @date: a valid date
 *
 * Returns: (transfer full): the date in words, in the language's order: '18 November 2024'
 */
char *
rgm_format_date (const GDate *date)
{
  g_autoptr (GDateTime) day = NULL;

  g_return_val_if_fail (g_date_valid (date), NULL);

  day = g_date_time_new_local (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  /* Translators: a date for g_date_time_format(): day, month's name, year. */
  return g_date_time_format (day, _("%-d %B %Y"));
}
