/* SPDX-License-Identifier: GPL-3.0-or-later */

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
