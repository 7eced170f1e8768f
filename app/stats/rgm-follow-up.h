/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

/**
 * RgmFollowUp:
 * @time: when it ended, 0 or more, in any unit
 * @event: whether with the event; else the patient was censored then
 *
 * One patient's time to an event. Of a patient who was censored when others had the
 * event it is taken that the event would have come later. Times are tied if they are
 * the same number; R's survival also ties times that differ by 1.5e-8, relatively.
 */
typedef struct
{
  double   time;
  gboolean event;
} RgmFollowUp;

gboolean rgm_follow_up_check (const RgmFollowUp  *patients,
                              gsize               n);
gsize   *rgm_follow_up_order (const RgmFollowUp  *patients,
                              gsize               n);
void     rgm_follow_up_sort  (const RgmFollowUp  *patients,
                              const gsize        *groups,
                              gsize               n,
                              RgmFollowUp       **sorted,
                              gsize             **sorted_groups);

/**
 * rgm_follow_up_nth:
 * @order: (nullable): what rgm_follow_up_order() returned
 * @i: a position in the order of time
 *
 * Returns: the index of the patient at that position
 */
static inline gsize
rgm_follow_up_nth (const gsize *order,
                   gsize        i)
{
  return order != NULL ? order[i] : i;
}

G_END_DECLS
