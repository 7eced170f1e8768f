/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-figure-arms.h"

#include "rgm-order.h"
#include "rgm-pooling.h"
#include "rgm-term-text.h"
#include "rgm-vocabulary.h"

const RgmOptionSuggestion rgm_figure_orders[] = {
  { NULL, N_("Same as the list") },
  { "name", N_("Name") },
  { "-orr", N_("Response rate, high to low") },
  { "orr", N_("Response rate, low to high") },
  { "-pfs", N_("PFS, long to short") },
  { "-os", N_("OS, long to short") },
  { "-n", N_("Patients, most to fewest") },
  { "phase", N_("Phase") },
  { 0 }
};

typedef struct
{
  RgmFigureArm arm;
  guint        group;     /* its place among the groups */
  double       number;    /* what it is ordered by, NAN for nothing */
  char        *text;      /* or this, in collating order */
  guint        position;
} Key;

static double
get_number (RgmTrial   *trial,
            RgmArm     *arm,
            RgmSortKey  key)
{
  const char *endpoint = rgm_sort_key_get_endpoint (key);
  RgmOutcome *outcome = endpoint != NULL ? rgm_arm_get_outcome (arm, endpoint) : NULL;
  const RgmEstimate *estimate;
  RgmBound lower, upper;
  double months;
  int phase = rgm_enum_find (RGM_TYPE_PHASE, trial->phase);

  if (key == RGM_SORT_PATIENTS)
    return arm->n >= 0 ? (double) arm->n : NAN;
  if (key == RGM_SORT_PHASE)
    return phase >= 0 ? (double) phase : NAN;
  if (outcome == NULL)
    return NAN;

  estimate = &outcome->estimate;
  if (estimate->state != RGM_STATE_REPORTED)
    return NAN;

  return rgm_estimate_to_months (estimate, &months, &lower, &upper) ? months : estimate->value;
}

/* What an arm is ordered by: a number, or a name as file names are, CRC2 before CRC10. */
static void
set_order (Key        *key,
           const char *sort)
{
  int by = rgm_order_find_key (sort);

  if (by == RGM_SORT_NAME)
    {
      g_autofree char *folded = g_utf8_casefold (key->arm.trial->name, -1);

      key->text = g_utf8_collate_key_for_filename (folded, -1);
      return;
    }
  key->number = by >= 0 ? get_number (key->arm.trial, key->arm.arm, (RgmSortKey) by) : NAN;
}

static void
clear_key (gpointer key)
{
  g_free (((Key *) key)->text);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      is_down)
{
  const Key *left = a, *right = b;
  int order;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (isnan (left->number) != isnan (right->number))
    return isnan (left->number) ? 1 : -1;

  order = left->text != NULL ? g_strcmp0 (left->text, right->text)
                             : (left->number > right->number) - (left->number < right->number);
  if (order != 0)
    return GPOINTER_TO_INT (is_down) ? -order : order;

  return left->position < right->position ? -1 : left->position > right->position;
}

/* The place of a class in the data set, so that a group has the same place in every
 * figure. */
static guint
get_class_rank (RgmDataSet *data_set,
                const char *id)
{
  GPtrArray *classes = data_set->classes;

  for (guint i = 0; i < classes->len; i++)
    if (g_strcmp0 (((const RgmClass *) g_ptr_array_index (classes, i))->id, id) == 0)
      return i;

  return classes->len;
}

static guint
get_regimen_rank (RgmDataSet *data_set,
                  RgmRegimen *regimen)
{
  GListModel *regimens = rgm_data_set_get_regimens (data_set);
  guint n = g_list_model_get_n_items (regimens);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmRegimen) other = g_list_model_get_item (regimens, i);

      if (other == regimen)
        return i;
    }

  return n;
}

static void
set_group (Key          *key,
           RgmDataSet   *data_set,
           RgmPoolingBy  by)
{
  RgmRegimen *regimen = key->arm.arm->regimen;
  const char *class_id = key->arm.arm->class_id;

  if (by == RGM_POOLING_BY_NONE)
    return;

  /* What has no class or regimen of its own stands last, as in pooling. */
  key->arm.group_id = RGM_POOLING_MIXED;
  key->arm.group_name = _("Mixed or other");
  key->group = G_MAXUINT;
  if (by == RGM_POOLING_BY_CLASS && class_id != NULL)
    {
      key->arm.group_id = class_id;
      key->arm.group_name = rgm_term_class (data_set, class_id);
      key->group = get_class_rank (data_set, class_id);
    }
  else if (by == RGM_POOLING_BY_REGIMEN && regimen != NULL)
    {
      key->arm.group_id = regimen->id;
      key->arm.group_name = regimen->name;
      key->group = get_regimen_rank (data_set, regimen);
    }
}

/**
 * rgm_figure_list_trials:
 * @selection: a selection
 * @options: what of it to show
 *
 * Returns: (transfer full) (element-type RgmTrial): its trials without those that are excluded by hand
 */
GListModel *
rgm_figure_list_trials (RgmSelection           *selection,
                        const RgmTrialsOptions *options)
{
  GListStore *trials;

  if (options->excluded == NULL)
    return g_object_ref (G_LIST_MODEL (selection));

  trials = g_list_store_new (RGM_TYPE_TRIAL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (!g_strv_contains ((const char * const *) options->excluded, trial->id))
        g_list_store_append (trials, trial);
    }

  return G_LIST_MODEL (trials);
}

/**
 * rgm_figure_collect_arms:
 * @selection: a selection
 * @options: what of it to show
 *
 * Returns: (transfer full) (element-type RgmFigureArm): every arm to show, in order, those of a group together
 */
GArray *
rgm_figure_collect_arms (RgmSelection           *selection,
                         const RgmTrialsOptions *options)
{
  RgmDataSet *data_set = rgm_selection_get_data_set (selection);
  g_autoptr (GListModel) trials = rgm_figure_list_trials (selection, options);
  GArray *arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (Key));

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *of_trial = trial->arms;

      for (guint j = 0; j < of_trial->len; j++)
        {
          Key key = { .arm = { trial, g_ptr_array_index (of_trial, j), NULL, NULL }, .number = NAN, .position = keys->len };

          if (options->arms != NULL && !g_strv_contains ((const char * const *) options->arms, key.arm.arm->id))
            continue;
          set_group (&key, data_set, options->by);
          if (options->sort != NULL)
            set_order (&key, options->sort);
          g_array_append_val (keys, key);
        }
    }

  g_array_set_clear_func (keys, clear_key);
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER (options->sort != NULL && options->sort[0] == '-'));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (arms, g_array_index (keys, Key, i).arm);

  return arms;
}
