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

/* Sorted by themselves and not through an index: with millions of patients most of the
 * time goes into fetching what is compared. */
typedef struct
{
  double time;
  gsize index;
} FollowUpKey;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const FollowUpKey *one = a, *other = b;

  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;

  return one->index < other->index ? -1 : one->index > other->index;
}

/* From so many on digits are faster than comparisons. */
#define MANY 5000
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

/* The bits of a number of 0 or more, as a whole number, are in the order of the numbers. */
static guint64
get_bits (const FollowUpKey *key)
{
  double time = key->time + 0.0;
  guint64 bits;

  memcpy (&bits, &time, sizeof bits);

  return bits;
}

/* By one digit of the bits after another, from the last: those with the same digit stay in order. */
static void
sort_many (FollowUpKey **keys,
           gsize         n)
{
  FollowUpKey *from = *keys, *to = g_new (FollowUpKey, n);
  g_autofree gsize *starts = g_new (gsize, N_DIGITS);

  for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
    {
      gsize start = 0;

      memset (starts, 0, N_DIGITS * sizeof *starts);
      for (gsize i = 0; i < n; i++)
        starts[get_bits (&from[i]) >> shift & (N_DIGITS - 1)]++;
      /* All have the same. */
      if (starts[get_bits (&from[0]) >> shift & (N_DIGITS - 1)] == n)
        continue;

      for (gsize digit = 0; digit < N_DIGITS; digit++)
        {
          gsize count = starts[digit];

          starts[digit] = start;
          start += count;
        }
      for (gsize i = 0; i < n; i++)
        to[starts[get_bits (&from[i]) >> shift & (N_DIGITS - 1)]++] = from[i];
      {
        FollowUpKey *swapped = from;

        from = to;
        to = swapped;
      }
    }
  *keys = from;
  g_free (to);
}

/**
 * rgm_follow_up_order:
 * @patients: (array length=n): the patients, checked
 * @n: how many
 *
 * Returns: (transfer full) (array length=n): their indices in @patients, by time
 */
gsize *
rgm_follow_up_order (const RgmFollowUp *patients,
                     gsize              n)
{
  FollowUpKey *keys = NULL;
  gsize *order = g_new (gsize, MAX (n, 1));
  gboolean is_sorted = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      order[i] = i;
      is_sorted = is_sorted && (i == 0 || patients[i - 1].time <= patients[i].time);
    }
  /* An analysis sorts its patients once for all that asks for their order. */
  if (is_sorted)
    return order;

  keys = g_new (FollowUpKey, n);
  for (gsize i = 0; i < n; i++)
    keys[i] = (FollowUpKey) { patients[i].time, i };
  if (n >= MANY)
    sort_many (&keys, n);
  else
    qsort (keys, n, sizeof *keys, compare_keys);
  for (gsize i = 0; i < n; i++)
    order[i] = keys[i].index;
  g_free (keys);

  return order;
}
