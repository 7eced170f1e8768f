/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-data-age.h"
#include "rgm-format.h"

/* Whether a year has passed between two dates: a status may have changed since. */
static gboolean
is_over_a_year (const GDate *as_of,
                const GDate *today)
{
  GDate a_year_on;

  g_return_val_if_fail (as_of != NULL && g_date_valid (as_of), FALSE);
  g_return_val_if_fail (today != NULL && g_date_valid (today), FALSE);

  a_year_on = *as_of;
  g_date_add_years (&a_year_on, 1);

  return g_date_compare (&a_year_on, today) < 0;
}

/**
 * rgm_data_age_text:
 * @as_of: the date for which a data set holds
 * @today: the date today
 *
 * Returns: (transfer full): the date in words, with a quiet word where it is over a year ago
 */
char *
rgm_data_age_text (const GDate *as_of,
                 const GDate *today)
{
  g_autofree char *date = rgm_format_date (as_of);

  if (is_over_a_year (as_of, today))
    /* Translators: %s is a date; it follows what was the case on that day. */
    return g_strdup_printf (_("as of %s, more than a year ago"), date);

  /* Translators: %s is a date; it follows what was the case on that day. */
  return g_strdup_printf (_("as of %s"), date);
}

/**
 * rgm_data_age_today:
 * @today: (out caller-allocates): the date today, here
 *
 * For the functions above.
 */
void
rgm_data_age_today (GDate *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}
