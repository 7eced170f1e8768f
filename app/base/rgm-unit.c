/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-typed-words.h"
#include "rgm-unit.h"

#define DAYS_A_WEEK 7.0
#define DAYS_A_MONTH 30.4375
#define MONTHS_A_YEAR 12.0

/* Their words depend on the number: rgm_format_unit(). */
static const RgmEnumTerm terms[] = {
  RGM_ENUM_TERM (RGM_UNIT_PERCENT, "%", NULL),
  RGM_ENUM_TERM (RGM_UNIT_DAYS, "days", NULL),
  RGM_ENUM_TERM (RGM_UNIT_WEEKS, "weeks", NULL),
  RGM_ENUM_TERM (RGM_UNIT_MONTHS, "months", NULL),
  RGM_ENUM_TERM (RGM_UNIT_YEARS, "years", NULL),
};

RGM_DEFINE_ENUM (RgmUnit, rgm_unit, NULL, terms)

/**
 * rgm_unit_get_months:
 * @unit: a unit
 *
 * Returns: how many months it is long, with 30.4375 days to a month; 0 for a unit that is no time
 */
double
rgm_unit_get_months (RgmUnit unit)
{
  switch (unit)
    {
    case RGM_UNIT_DAYS:
      return 1.0 / DAYS_A_MONTH;
    case RGM_UNIT_WEEKS:
      return DAYS_A_WEEK / DAYS_A_MONTH;
    case RGM_UNIT_MONTHS:
      return 1.0;
    case RGM_UNIT_YEARS:
      return MONTHS_A_YEAR;
    case RGM_UNIT_PERCENT:
    default:
      return 0.0;
    }
}

/* What people type for the units of time, in English and in their own language. */
static const struct
{
  RgmUnit     unit;
  const char *english;
  const char *local;
} typed_units[] = {
  /* Translators: all forms and short forms of the unit, separated by semicolons. */
  { RGM_UNIT_DAYS, "days;day;d", NC_ ("typed words", "days;day;d") },
  /* Translators: all forms and short forms of the unit, separated by semicolons. */
  { RGM_UNIT_WEEKS, "weeks;week;wks;wk;w", NC_ ("typed words", "weeks;week;wk") },
  /* Translators: all forms and short forms of the unit, separated by semicolons. */
  { RGM_UNIT_MONTHS, "months;month;mths;mth;mos;mo;m", NC_ ("typed words", "months;month;mo") },
  /* Translators: all forms and short forms of the unit, separated by semicolons. */
  { RGM_UNIT_YEARS, "years;year;yrs;yr;y", NC_ ("typed words", "years;year;y") },
};

/**
 * rgm_unit_scan:
 * @text: what was typed
 * @unit: (out): the unit of time that @text begins with, in English or in the user's language
 *
 * Returns: how many bytes of @text the unit takes; 0 if it begins with none
 */
gsize
rgm_unit_scan (const char *text,
               RgmUnit    *unit)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed_units); i++)
    {
      gsize length = MAX (rgm_typed_words_scan (text, typed_units[i].english),
                          rgm_typed_words_scan (text, g_dpgettext2 (GETTEXT_PACKAGE, "typed words", typed_units[i].local)));

      if (length <= longest)
        continue;
      longest = length;
      *unit = typed_units[i].unit;
    }

  return longest;
}

/**
 * rgm_unit_scan_local:
 * @text: what was typed
 *
 * Returns: how many bytes of @text a unit of time in the user's language takes; 0 if it begins with none
 */
gsize
rgm_unit_scan_local (const char *text)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed_units); i++)
    longest = MAX (longest, rgm_typed_words_scan (text, g_dpgettext2 (GETTEXT_PACKAGE, "typed words", typed_units[i].local)));

  return longest;
}
