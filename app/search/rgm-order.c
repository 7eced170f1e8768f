/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-order.h"
#include "rgm-vocabulary.h"

/* A trial's sort value: a text or a number. Trials with neither come last in either direction. */
typedef struct
{
  guint     position;
  gboolean  is_missing;
  double    number;
  char     *text;
} SortKey;

typedef void (*MakeKey) (RgmTrial   *trial,
                         const char *endpoint,
                         SortKey    *key);

static void
make_name (RgmTrial   *trial,
           const char *endpoint,
           SortKey    *key)
{
  g_autofree char *folded = g_utf8_casefold (trial->name, -1);

  /* Natural order, as for file names: CRC2 before CRC10. */
  key->text = g_utf8_collate_key_for_filename (folded, -1);
}

static double
get_figure (const RgmEstimate *estimate)
{
  RgmBound lower, upper;
  double months;

  return rgm_estimate_to_months (estimate, &months, &lower, &upper) ? months : estimate->value;
}

/* A trial is ordered by its arm with the highest value. */
static void
make_outcome (RgmTrial   *trial,
              const char *endpoint,
              SortKey    *key)
{
  GPtrArray *arms = trial->arms;

  key->is_missing = TRUE;
  key->number = -INFINITY;
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), endpoint);

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        continue;
      key->is_missing = FALSE;
      key->number = MAX (key->number, get_figure (&outcome->estimate));
    }
}

static void
make_n (RgmTrial   *trial,
        const char *endpoint,
        SortKey    *key)
{
  GPtrArray *arms = trial->arms;

  key->is_missing = TRUE;
  for (guint i = 0; i < arms->len; i++)
    {
      gint64 n = ((RgmArm *) g_ptr_array_index (arms, i))->n;

      if (n < 0)
        continue;
      key->is_missing = FALSE;
      key->number += (double) n;
    }
}

/* Enumeration values are ranks. */
static void
set_rank (SortKey    *key,
          GType       vocabulary,
          const char *nick)
{
  int rank = rgm_enum_find (vocabulary, nick);

  key->is_missing = rank < 0;
  key->number = rank;
}

static void
make_phase (RgmTrial   *trial,
            const char *endpoint,
            SortKey    *key)
{
  set_rank (key, RGM_TYPE_PHASE, trial->phase);
}

static void
make_status (RgmTrial   *trial,
             const char *endpoint,
             SortKey    *key)
{
  set_rank (key, RGM_TYPE_REGISTRY_STATE, trial->status_state);
}

static const RgmEnumTerm terms[] = {
  RGM_ENUM_TERM (RGM_SORT_NAME, "name", NULL),
  RGM_ENUM_TERM (RGM_SORT_ORR, "orr", NULL),
  RGM_ENUM_TERM (RGM_SORT_PFS, "pfs", NULL),
  RGM_ENUM_TERM (RGM_SORT_OS, "os", NULL),
  RGM_ENUM_TERM (RGM_SORT_PATIENTS, "n", NULL),
  RGM_ENUM_TERM (RGM_SORT_PHASE, "phase", NULL),
  RGM_ENUM_TERM (RGM_SORT_STATUS, "status", NULL),
};

RGM_DEFINE_ENUM (RgmSortKey, rgm_sort_key, NULL, terms)

static const struct
{
  const char *endpoint;
  MakeKey     make;
} keys[] = {
  [RGM_SORT_NAME] = { NULL, make_name },
  [RGM_SORT_ORR] = { RGM_ENDPOINT_ORR, make_outcome },
  [RGM_SORT_PFS] = { RGM_ENDPOINT_PFS, make_outcome },
  [RGM_SORT_OS] = { RGM_ENDPOINT_OS, make_outcome },
  [RGM_SORT_PATIENTS] = { NULL, make_n },
  [RGM_SORT_PHASE] = { NULL, make_phase },
  [RGM_SORT_STATUS] = { NULL, make_status },
};

static int
compare_up (gconstpointer a,
            gconstpointer b)
{
  const SortKey *left = a;
  const SortKey *right = b;

  if (left->text != NULL)
    return g_strcmp0 (left->text, right->text);

  return (left->number > right->number) - (left->number < right->number);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      is_down)
{
  const SortKey *left = a;
  const SortKey *right = b;
  int order;

  if (left->is_missing != right->is_missing)
    return left->is_missing - right->is_missing;

  order = GPOINTER_TO_INT (is_down) ? compare_up (b, a) : compare_up (a, b);
  if (order != 0)
    return order;

  return left->position < right->position ? -1 : 1;
}

/**
 * rgm_sort_key_get_endpoint:
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the id of the endpoint that the key sorts by, or %NULL for other keys
 */
const char *
rgm_sort_key_get_endpoint (RgmSortKey key)
{
  g_return_val_if_fail ((guint) key < G_N_ELEMENTS (keys), NULL);

  return keys[key].endpoint;
}

/**
 * rgm_order_find_key:
 * @word: a key, with or without a minus sign before it
 *
 * Returns: the #RgmSortKey, or -1 if there is no such key
 */
int
rgm_order_find_key (const char *word)
{
  return rgm_enum_find (RGM_TYPE_SORT_KEY, word[0] == '-' ? word + 1 : word);
}

/**
 * rgm_order_new:
 * @index: an index
 * @word: a key; a leading minus sign reverses the order
 *
 * Sorts all trials once, so that later results only need to be picked in this order. Ties keep the data set's order.
 *
 * Returns: (transfer full) (nullable): the positions of all trials in order, or %NULL if @word is none
 */
guint *
rgm_order_new (RgmIndex   *index,
               const char *word)
{
  guint n = rgm_index_get_size (index);
  int which = rgm_order_find_key (word);
  g_autofree SortKey *all = NULL;
  guint *order;

  if (which < 0)
    return NULL;

  all = g_new0 (SortKey, n + 1);
  for (guint i = 0; i < n; i++)
    {
      all[i].position = i;
      keys[which].make (rgm_index_get_trial (index, i), keys[which].endpoint, &all[i]);
    }

  g_qsort_with_data (all, (int) n, sizeof (SortKey), compare, GINT_TO_POINTER (word[0] == '-'));

  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      order[i] = all[i].position;
      g_free (all[i].text);
    }

  return order;
}

static void
pick_in_order (RgmIndex        *index,
               const guint     *order,
               const RgmBitSet *trials,
               GArray          *items)
{
  for (guint i = 0; i < rgm_index_get_size (index); i++)
    if (rgm_bit_set_has (trials, order[i]))
      g_array_append_val (items, order[i]);
}

/* A counting sort by rank: best match first, ties in the data set's order. */
static void
pick_by_rank (const guint8    *ranks,
              const RgmBitSet *trials,
              GArray          *items)
{
  guint n = rgm_bit_set_count (trials);
  g_autofree guint *members = g_new (guint, n + 1);
  guint starts[257] = { 0 };

  rgm_bit_set_list (trials, members);
  for (guint i = 0; i < n; i++)
    starts[ranks[members[i]] + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    starts[i] += starts[i - 1];

  g_array_set_size (items, n);
  for (guint i = 0; i < n; i++)
    g_array_index (items, guint, starts[ranks[members[i]]]++) = members[i];
}

/**
 * rgm_order_pick:
 * @index: an index
 * @order: (nullable): an order from rgm_order_new(); %NULL for the best match first
 * @found: what a query found
 * @trials: which of them to list
 *
 * Returns: (transfer full) (element-type guint): the positions of @trials in order
 */
GArray *
rgm_order_pick (RgmIndex        *index,
                const guint     *order,
                const RgmFound  *found,
                const RgmBitSet *trials)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint));

  if (order != NULL)
    {
      pick_in_order (index, order, trials, items);
    }
  else if (found->ranks != NULL)
    {
      pick_by_rank (found->ranks, trials, items);
    }
  else
    {
      g_array_set_size (items, rgm_bit_set_count (trials));
      rgm_bit_set_list (trials, (guint *) (gpointer) items->data);
    }

  return items;
}
