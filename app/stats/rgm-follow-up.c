/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-follow-up.h"

#include <math.h>

/**
 * rgm_follow_up_check:
 * @patients: (array length=n): the patients
 * @n: how many
 *
 * Returns: whether every time is finite and 0 or more
 */
gboolean
rgm_follow_up_check (const RgmFollowUp *patients,
                     gsize              n)
{
  for (gsize i = 0; i < n; i++)
    if (!(patients[i].time >= 0.0 && patients[i].time < INFINITY))
      return FALSE;

  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const RgmFollowUp *patients = data;
  double one = patients[*(const gsize *) a].time;
  double other = patients[*(const gsize *) b].time;

  return one < other ? -1 : one > other;
}

/**
 * rgm_follow_up_order:
 * @patients: (array length=n): the patients, checked
 * @n: how many
 *
 * Returns: (transfer full) (array length=n): their places in @patients, by time
 */
gsize *
rgm_follow_up_order (const RgmFollowUp *patients,
                     gsize              n)
{
  gsize *order = g_new (gsize, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, (gpointer) patients);

  return order;
}
