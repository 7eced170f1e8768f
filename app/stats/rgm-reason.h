/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmReason:
 * @RGM_REASON_NONE: nothing is missing
 * @RGM_REASON_RANGE: an argument is outside what the method is defined for
 * @RGM_REASON_NO_ARMS: there are no arms
 * @RGM_REASON_ONE_ARM: one arm says nothing about how arms differ
 * @RGM_REASON_NO_RESPONDERS: nobody responded in any arm, so that the likelihood has
 *   its supremum at a rate of 0, where the logit has no value
 * @RGM_REASON_ALL_RESPONDED: everybody responded in every arm; the same at a rate of 1
 * @RGM_REASON_ALL_OR_NONE: in some arms everybody responded and in all the others
 *   nobody: the likelihood grows with tau² for ever
 * @RGM_REASON_MODEL: the model has no such quantity
 * @RGM_REASON_ONE_GROUP: one group has nothing to be compared with
 * @RGM_REASON_GROUP: a group has no estimate of its own
 * @RGM_REASON_NO_PATIENTS: there are no patients
 * @RGM_REASON_NO_POINTS: a digitised curve has no points
 * @RGM_REASON_NO_EVENTS: no patient had the event
 * @RGM_REASON_NOT_REACHED: the curve doesn't come down so far
 * @RGM_REASON_FOLLOW_UP: follow-up ends before the time that was asked for
 * @RGM_REASON_SEPARATION: wherever both groups were at risk, the events were all of one:
 *   the ratio of their hazards is 0 or infinite
 * @RGM_REASON_NO_CONVERGENCE: the search ended without an answer
 *
 * Why a number is absent. The sentences for people are in analysis. An absent
 * number is NAN, and only an absent number is.
 */
typedef enum
{
  RGM_REASON_NONE,
  RGM_REASON_RANGE,
  RGM_REASON_NO_ARMS,
  RGM_REASON_ONE_ARM,
  RGM_REASON_NO_RESPONDERS,
  RGM_REASON_ALL_RESPONDED,
  RGM_REASON_ALL_OR_NONE,
  RGM_REASON_MODEL,
  RGM_REASON_ONE_GROUP,
  RGM_REASON_GROUP,
  RGM_REASON_NO_PATIENTS,
  RGM_REASON_NO_POINTS,
  RGM_REASON_NO_EVENTS,
  RGM_REASON_NOT_REACHED,
  RGM_REASON_FOLLOW_UP,
  RGM_REASON_SEPARATION,
  RGM_REASON_NO_CONVERGENCE,
} RgmReason;

G_END_DECLS
