/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-order.h"

/* What a trial is ordered by: a text or a number; one that has neither stands last,
 * whatever the direction. */
typedef struct
{
  guint     position;
  gboolean  is_missing;
  double    number;
  char     *text;
} Key;

typedef void (*MakeKey) (RgmTrial   *trial,
                         const char *endpoint,
                         Key        *key);

static void
make_name (RgmTrial   *trial,
           const char *endpoint,
           Key        *key)
{
  g_autofree char *folded = g_utf8_casefold (rgm_trial_get_name (trial), -1);

  /* As file names are: CRC2 before CRC10. */
  key->text = g_utf8_collate_key_for_filename (folded, -1);
}

static double
get_figure (const RgmEstimate *estimate)
{
  RgmBound lower, upper;
  double months;

  return rgm_estimate_to_months (estimate, &months, &lower, &upper) ? months : estimate->value;
}

/* A trial's highest arm stands for it. */
static void
make_outcome (RgmTrial   *trial,
              const char *endpoint,
              Key        *key)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  key->is_missing = TRUE;
  key->number = -INFINITY;
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), endpoint);

      if (outcome == NULL || rgm_outcome_get_estimate (outcome)->state != RGM_STATE_REPORTED)
        continue;
      key->is_missing = FALSE;
      key->number = MAX (key->number, get_figure (rgm_outcome_get_estimate (outcome)));
    }
}

static void
make_n (RgmTrial   *trial,
        const char *endpoint,
        Key        *key)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  key->is_missing = TRUE;
  for (guint i = 0; i < arms->len; i++)
    {
      gint64 n = rgm_arm_get_n (g_ptr_array_index (arms, i));

      if (n < 0)
        continue;
      key->is_missing = FALSE;
      key->number += (double) n;
    }
}

static double
get_rank (const char        *word,
          const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  return G_MAXUINT;
}

static void
make_phase (RgmTrial   *trial,
            const char *endpoint,
            Key        *key)
{
  static const char *const phases[] = { "I", "I/II", "II", "II/III", "III", "IV", NULL };

  key->number = get_rank (rgm_trial_get_phase (trial), phases);
}

static void
make_status (RgmTrial   *trial,
             const char *endpoint,
             Key        *key)
{
  static const char *const states[] = {
    "RECRUITING", "ENROLLING_BY_INVITATION", "NOT_YET_RECRUITING", "ACTIVE_NOT_RECRUITING", "COMPLETED", "SUSPENDED",
    "TERMINATED", "WITHDRAWN", "UNKNOWN", NULL,
  };

  key->number = get_rank (rgm_trial_get_status_state (trial), states);
}

static const struct
{
  const char *name;
  const char *endpoint;
  MakeKey     make;
} keys[] = {
  { "name", NULL, make_name },
  { "orr", "ORR", make_outcome },
  { "pfs", "PFS", make_outcome },
  { "os", "OS", make_outcome },
  { "n", NULL, make_n },
  { "phase", NULL, make_phase },
  { "status", NULL, make_status },
};

static int
compare_up (gconstpointer a,
            gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  if (left->text != NULL)
    return g_strcmp0 (left->text, right->text);

  return (left->number > right->number) - (left->number < right->number);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      is_down)
{
  const Key *left = a;
  const Key *right = b;
  int order;

  if (left->is_missing != right->is_missing)
    return left->is_missing - right->is_missing;

  order = GPOINTER_TO_INT (is_down) ? compare_up (b, a) : compare_up (a, b);
  if (order != 0)
    return order;

  return left->position < right->position ? -1 : 1;
}

static int
find_key (const char *key)
{
  const char *name = key[0] == '-' ? key + 1 : key;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].name, name))
      return (int) i;

  return -1;
}

/**
 * rgm_order_is_key:
 * @key: a word
 *
 * Returns: whether trials can be ordered by it
 */
gboolean
rgm_order_is_key (const char *key)
{
  return find_key (key) >= 0;
}

/**
 * rgm_order_keys:
 *
 * Returns: (transfer full): the keys, for a message: 'name, orr, …'
 */
char *
rgm_order_keys (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", keys[i].name);

  return g_string_free (text, FALSE);
}

/**
 * rgm_order_new:
 * @index: an index
 * @key: a key; with a minus sign before it for the other way
 *
 * Orders all trials once, so that whatever is found later only has to be picked out in
 * this order. Equal trials keep the data set's order.
 *
 * Returns: (transfer full) (nullable): the positions of all trials in order, or %NULL if @key is none
 */
guint *
rgm_order_new (RgmIndex   *index,
               const char *key)
{
  guint n = rgm_index_get_size (index);
  int which = find_key (key);
  g_autofree Key *all = NULL;
  guint *order;

  if (which < 0)
    return NULL;

  all = g_new0 (Key, n + 1);
  for (guint i = 0; i < n; i++)
    {
      all[i].position = i;
      keys[which].make (rgm_index_get_trial (index, i), keys[which].endpoint, &all[i]);
    }

  g_qsort_with_data (all, (int) n, sizeof (Key), compare, GINT_TO_POINTER (key[0] == '-'));

  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      order[i] = all[i].position;
      g_free (all[i].text);
    }

  return order;
}
