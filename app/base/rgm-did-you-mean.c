/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-did-you-mean.h"

/* Longer words than this are not slips of the hand, and the work is quadratic. */
#define LENGTH_MAX 64

/* How many characters must be put in, left out, changed or swapped with their
 * neighbour to make @b of @a: the optimal string alignment distance. */
static guint
get_distance (const gunichar *a,
              glong           n_a,
              const gunichar *b,
              glong           n_b)
{
  guint rows[3][LENGTH_MAX + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  for (glong j = 0; j <= n_b; j++)
    above[j] = (guint) j;

  for (glong i = 1; i <= n_a; i++)
    {
      guint *free_row = before;

      row[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint change = above[j - 1] + (a[i - 1] != b[j - 1]);

          row[j] = MIN (change, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }

      before = above;
      above = row;
      row = free_row;
    }

  return above[n_b];
}

static gunichar *
make_letters (const char *word,
              glong      *length)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_utf8_to_ucs4_fast (folded, -1, length);
}

/**
 * rgm_did_you_mean:
 * @word: a word that isn't known, valid UTF-8
 * @words: (array zero-terminated=1): the words that are
 *
 * Looks for what a person may have meant: a word that @word is a slip of (up to a
 * third of its letters wrong), or one that it begins.
 *
 * Returns: (transfer none) (nullable): the nearest of @words, the first of equals; %NULL if none is near
 */
const char *
rgm_did_you_mean (const char        *word,
               const char *const *words)
{
  g_autofree gunichar *letters = NULL;
  const char *nearest = NULL;
  guint least = G_MAXUINT;
  glong length;

  g_return_val_if_fail (word != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  letters = make_letters (word, &length);
  if (length == 0 || length > LENGTH_MAX)
    return NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong other_length;
      g_autofree gunichar *other = make_letters (words[i], &other_length);
      guint distance, allowed;

      if (other_length > LENGTH_MAX)
        continue;

      allowed = MAX (1, (guint) MAX (length, other_length) / 3);
      distance = get_distance (letters, length, other, other_length);
      if (length >= 2 && length < other_length &&
          memcmp (letters, other, sizeof (gunichar) * (gsize) length) == 0)
        distance = MIN (distance, allowed);

      if (distance <= allowed && distance < least)
        {
          least = distance;
          nearest = words[i];
        }
    }

  return nearest;
}
