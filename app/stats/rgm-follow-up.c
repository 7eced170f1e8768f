/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-follow-up.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* Sorted by themselves and not through an index, and with what is wanted of them in their order: with millions of
 * patients most of the time goes into fetching what is compared. */
typedef struct
{
  double time;
  gsize payload;
} FollowUpKey;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const FollowUpKey *one = a, *other = b;

  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;

  return one->payload < other->payload ? -1 : one->payload > other->payload;
}

/* From so many on digits are faster than comparisons. */
#define MANY 5000
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)
#define N_PASSES ((64 + DIGIT_BITS - 1) / DIGIT_BITS)

/* The bits of a number of 0 or more, as a whole number, are in the order of the numbers. */
static guint64
get_bits (const FollowUpKey *key)
{
  double time = key->time + 0.0;
  guint64 bits;

  memcpy (&bits, &time, sizeof bits);

  return bits;
}

static guint
get_digit (guint64 bits,
           guint   pass)
{
  return bits >> pass * DIGIT_BITS & (N_DIGITS - 1);
}

/* By one digit of the bits after another, from the last: those with the same digit stay in order. How often each digit
 * has each value is the same in any order, so that all are counted at once. Of the two arrays @keys holds them before and
 * after; what the other holds after is of no use. */
static void
sort_many (FollowUpKey **keys,
           FollowUpKey **spare,
           gsize         n)
{
  FollowUpKey *from = *keys, *to = *spare;
  g_autofree gsize *counts = g_new0 (gsize, N_PASSES * N_DIGITS);

  for (gsize i = 0; i < n; i++)
    {
      guint64 bits = get_bits (&from[i]);

      for (guint pass = 0; pass < N_PASSES; pass++)
        counts[pass * N_DIGITS + get_digit (bits, pass)]++;
    }

  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      gsize *starts = counts + pass * N_DIGITS;
      FollowUpKey *swapped = from;
      gsize start = 0;

      /* All have the same. */
      if (starts[get_digit (get_bits (&from[0]), pass)] == n)
        continue;

      for (gsize digit = 0; digit < N_DIGITS; digit++)
        {
          gsize count = starts[digit];

          starts[digit] = start;
          start += count;
        }
      for (gsize i = 0; i < n; i++)
        to[starts[get_digit (get_bits (&from[i]), pass)]++] = from[i];
      from = to;
      to = swapped;
    }
  *keys = from;
  *spare = to;
}

static void
sort_keys (FollowUpKey **keys,
           FollowUpKey **spare,
           gsize         n)
{
  if (n >= MANY)
    sort_many (keys, spare, n);
  else
    qsort (*keys, n, sizeof **keys, compare_keys);
}

static gboolean
is_sorted (const RgmFollowUp *patients,
           gsize              n)
{
  for (gsize i = 1; i < n; i++)
    if (patients[i - 1].time > patients[i].time)
      return FALSE;

  return TRUE;
}

/**
 * rgm_follow_up_order:
 * @patients: (array length=n): the patients, checked
 * @n: how many
 *
 * Returns: (transfer full) (nullable) (array length=n): their indices in @patients, by time; %NULL if they are in that order
 *   already
 */
gsize *
rgm_follow_up_order (const RgmFollowUp *patients,
                     gsize              n)
{
  g_autofree FollowUpKey *keys = NULL;
  g_autofree FollowUpKey *spare = NULL;
  gsize *order = NULL;

  /* An analysis sorts its patients once for all that asks for their order. */
  if (is_sorted (patients, n))
    return NULL;

  keys = g_new (FollowUpKey, n);
  spare = g_new (FollowUpKey, n);
  for (gsize i = 0; i < n; i++)
    keys[i] = (FollowUpKey) { patients[i].time, i };
  sort_keys (&keys, &spare, n);
  order = g_new (gsize, n);
  for (gsize i = 0; i < n; i++)
    order[i] = keys[i].payload;

  return order;
}

/**
 * rgm_follow_up_sort:
 * @patients: (array length=n): the patients, checked
 * @groups: (array length=n): each patient's group
 * @n: how many
 * @sorted: (out) (transfer full) (array length=n): the patients by time
 * @sorted_groups: (out) (transfer full) (array length=n): the groups of @sorted
 *
 * Sorts patients by time, for several analyses of them. Patients with the same time are in any order.
 */
void
rgm_follow_up_sort (const RgmFollowUp  *patients,
                    const gsize        *groups,
                    gsize               n,
                    RgmFollowUp       **sorted,
                    gsize             **sorted_groups)
{
  g_autofree FollowUpKey *keys = NULL;
  FollowUpKey *spare = NULL;

  if (is_sorted (patients, n))
    {
      *sorted = g_memdup2 (patients, n * sizeof *patients);
      *sorted_groups = g_memdup2 (groups, n * sizeof *groups);
      return;
    }

  keys = g_new (FollowUpKey, n);
  spare = g_new (FollowUpKey, n);
  for (gsize i = 0; i < n; i++)
    keys[i] = (FollowUpKey) { patients[i].time, groups[i] << 1 | (patients[i].event ? 1 : 0) };
  sort_keys (&keys, &spare, n);
  /* Memory that has been written to before is much faster to write to. */
  G_STATIC_ASSERT (sizeof *spare == sizeof **sorted);
  *sorted = (RgmFollowUp *) (gpointer) spare;
  *sorted_groups = g_new (gsize, n);
  for (gsize i = 0; i < n; i++)
    {
      (*sorted)[i] = (RgmFollowUp) { keys[i].time, (keys[i].payload & 1) != 0 };
      (*sorted_groups)[i] = keys[i].payload >> 1;
    }
}
