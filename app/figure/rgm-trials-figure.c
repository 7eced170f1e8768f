/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-terms.h"
#include "rgm-trials-figure.h"

#include "rgm-pooling.h"

/**
 * RgmTrialsFigure:
 *
 * A figure of a selection of trials: which arms of them, in which order and groups.
 * What it is about is worked out anew whenever the selection changes.
 */
typedef struct
{
  GListModel  *trials;
  gulong       items_changed;
  char       **arms;
  char        *by;
  char        *sort;
} RgmTrialsFigurePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgmTrialsFigure, rgm_trials_figure, RGM_TYPE_FIGURE)

enum
{
  PROP_0,
  PROP_TRIALS,
  PROP_ARMS,
  PROP_BY,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static RgmTrialsFigurePrivate *
get_private (RgmTrialsFigure *self)
{
  return rgm_trials_figure_get_instance_private (self);
}

static void
set_word (RgmTrialsFigure  *self,
          char            **field,
          const char       *word,
          guint             property)
{
  if (g_strcmp0 (*field, word) == 0)
    return;

  g_free (*field);
  *field = g_strdup (word);
  rgm_figure_changed (RGM_FIGURE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
rgm_trials_figure_dispose (GObject *object)
{
  RgmTrialsFigurePrivate *priv = get_private (RGM_TRIALS_FIGURE (object));

  if (priv->trials != NULL)
    g_clear_signal_handler (&priv->items_changed, priv->trials);
  g_clear_object (&priv->trials);

  G_OBJECT_CLASS (rgm_trials_figure_parent_class)->dispose (object);
}

static void
rgm_trials_figure_finalize (GObject *object)
{
  RgmTrialsFigurePrivate *priv = get_private (RGM_TRIALS_FIGURE (object));

  g_strfreev (priv->arms);
  g_free (priv->by);
  g_free (priv->sort);

  G_OBJECT_CLASS (rgm_trials_figure_parent_class)->finalize (object);
}

static void
rgm_trials_figure_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RgmTrialsFigure *self = RGM_TRIALS_FIGURE (object);

  switch (property_id)
    {
    case PROP_TRIALS:
      g_value_set_object (value, rgm_trials_figure_get_trials (self));
      break;
    case PROP_ARMS:
      g_value_set_boxed (value, rgm_trials_figure_get_arms (self));
      break;
    case PROP_BY:
      g_value_set_string (value, rgm_trials_figure_get_by (self));
      break;
    case PROP_SORT:
      g_value_set_string (value, rgm_trials_figure_get_sort (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_trials_figure_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RgmTrialsFigure *self = RGM_TRIALS_FIGURE (object);

  switch (property_id)
    {
    case PROP_TRIALS:
      rgm_trials_figure_set_trials (self, g_value_get_object (value));
      break;
    case PROP_ARMS:
      rgm_trials_figure_set_arms (self, g_value_get_boxed (value));
      break;
    case PROP_BY:
      rgm_trials_figure_set_by (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      rgm_trials_figure_set_sort (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_trials_figure_class_init (RgmTrialsFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rgm_trials_figure_dispose;
  object_class->finalize = rgm_trials_figure_finalize;
  object_class->get_property = rgm_trials_figure_get_property;
  object_class->set_property = rgm_trials_figure_set_property;

  properties[PROP_TRIALS] = g_param_spec_object ("trials", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_ARMS] = g_param_spec_boxed ("arms", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_BY] = g_param_spec_string ("by", NULL, NULL, "none", flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_trials_figure_init (RgmTrialsFigure *self)
{
  get_private (self)->by = g_strdup ("none");
}

/**
 * rgm_trials_figure_get_trials:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the trials that it draws
 */
GListModel *
rgm_trials_figure_get_trials (RgmTrialsFigure *self)
{
  g_return_val_if_fail (RGM_IS_TRIALS_FIGURE (self), NULL);

  return get_private (self)->trials;
}

/**
 * rgm_trials_figure_set_trials:
 * @self: a figure
 * @trials: (nullable): a list of #RgmTrial of the figure's data set: a selection
 */
void
rgm_trials_figure_set_trials (RgmTrialsFigure *self,
                              GListModel      *trials)
{
  RgmTrialsFigurePrivate *priv;

  g_return_if_fail (RGM_IS_TRIALS_FIGURE (self));

  priv = get_private (self);
  if (priv->trials == trials)
    return;

  if (priv->trials != NULL)
    g_clear_signal_handler (&priv->items_changed, priv->trials);
  g_set_object (&priv->trials, trials);
  if (trials != NULL)
    priv->items_changed = g_signal_connect_swapped (trials, "items-changed", G_CALLBACK (rgm_figure_changed), self);

  rgm_figure_changed (RGM_FIGURE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIALS]);
}

/**
 * rgm_trials_figure_get_arms:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): ids of the only arms to draw, or %NULL for all
 */
const char * const *
rgm_trials_figure_get_arms (RgmTrialsFigure *self)
{
  g_return_val_if_fail (RGM_IS_TRIALS_FIGURE (self), NULL);

  return (const char * const *) get_private (self)->arms;
}

/**
 * rgm_trials_figure_set_arms:
 * @self: a figure
 * @arms: (nullable): ids of the only arms to draw, or %NULL for all
 */
void
rgm_trials_figure_set_arms (RgmTrialsFigure    *self,
                            const char * const *arms)
{
  RgmTrialsFigurePrivate *priv;

  g_return_if_fail (RGM_IS_TRIALS_FIGURE (self));

  priv = get_private (self);
  if (priv->arms == NULL || arms == NULL ? (const char * const *) priv->arms == arms
                                         : g_strv_equal ((const char * const *) priv->arms, arms))
    return;

  g_strfreev (priv->arms);
  priv->arms = g_strdupv ((char **) arms);
  rgm_figure_changed (RGM_FIGURE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARMS]);
}

/**
 * rgm_trials_figure_get_by:
 * @self: a figure
 *
 * Returns: (transfer none): what the arms are grouped by: 'none', 'class' or 'regimen'
 */
const char *
rgm_trials_figure_get_by (RgmTrialsFigure *self)
{
  g_return_val_if_fail (RGM_IS_TRIALS_FIGURE (self), NULL);

  return get_private (self)->by;
}

/**
 * rgm_trials_figure_set_by:
 * @self: a figure
 * @by: what to group the arms by: 'none', 'class' or 'regimen'
 */
void
rgm_trials_figure_set_by (RgmTrialsFigure *self,
                          const char      *by)
{
  g_return_if_fail (RGM_IS_TRIALS_FIGURE (self));
  g_return_if_fail (by != NULL);

  set_word (self, &get_private (self)->by, by, PROP_BY);
}

/**
 * rgm_trials_figure_get_sort:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): what the arms are ordered by, or %NULL for the
 *   order of the trials
 */
const char *
rgm_trials_figure_get_sort (RgmTrialsFigure *self)
{
  g_return_val_if_fail (RGM_IS_TRIALS_FIGURE (self), NULL);

  return get_private (self)->sort;
}

/**
 * rgm_trials_figure_set_sort:
 * @self: a figure
 * @sort: (nullable): what to order the arms by: 'name', 'orr', 'pfs', 'os', 'n' or
 *   'phase', the smallest first, or with a minus sign before it the largest; in a figure
 *   of response also 'weight'. Anything else, and %NULL, leaves them in the order of the
 *   trials
 *
 * Orders arms by their own figures, where an order of trials goes by each one's best arm.
 */
void
rgm_trials_figure_set_sort (RgmTrialsFigure *self,
                            const char      *sort)
{
  g_return_if_fail (RGM_IS_TRIALS_FIGURE (self));

  set_word (self, &get_private (self)->sort, sort, PROP_SORT);
}

/* ── Arms in order ───────────────────────────────────────────────────────────── */

typedef struct
{
  RgmFigureArm arm;
  guint        group;     /* its place among the groups */
  double       number;    /* what it is ordered by, NAN for nothing */
  char        *text;      /* or this, in collating order */
  guint        position;
} Key;

/* Phases from the first to the last. */
static double
get_phase_rank (const char *phase)
{
  static const char * const phases[] = { "I", "I/II", "II", "II/III", "III", "IV" };

  for (guint i = 0; phase != NULL && i < G_N_ELEMENTS (phases); i++)
    if (g_str_equal (phases[i], phase))
      return i;

  return NAN;
}

static double
get_number (RgmTrial   *trial,
            RgmArm     *arm,
            const char *name)
{
  g_autofree char *endpoint = g_ascii_strup (name, -1);
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  const RgmEstimate *estimate;
  RgmBound lower, upper;
  double months;

  if (g_str_equal (name, "n"))
    return rgm_arm_get_n (arm) >= 0 ? (double) rgm_arm_get_n (arm) : NAN;
  if (g_str_equal (name, "phase"))
    return get_phase_rank (rgm_trial_get_phase (trial));
  if (outcome == NULL)
    return NAN;

  estimate = rgm_outcome_get_estimate (outcome);
  if (estimate->state != RGM_STATE_REPORTED)
    return NAN;

  return rgm_estimate_to_months (estimate, &months, &lower, &upper) ? months : estimate->value;
}

/* What an arm is ordered by: a number, or a name as file names are, CRC2 before CRC10. */
static void
set_order (Key        *key,
           const char *sort)
{
  const char *name = sort[0] == '-' ? sort + 1 : sort;

  if (g_str_equal (name, "name"))
    {
      g_autofree char *folded = g_utf8_casefold (rgm_trial_get_name (key->arm.trial), -1);

      key->text = g_utf8_collate_key_for_filename (folded, -1);
      return;
    }
  key->number = get_number (key->arm.trial, key->arm.arm, name);
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
  GPtrArray *classes = rgm_data_set_get_classes (data_set);

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
set_group (Key        *key,
           RgmDataSet *data_set,
           const char *by)
{
  RgmRegimen *regimen = rgm_arm_get_regimen (key->arm.arm);
  const char *class_id = rgm_arm_get_class (key->arm.arm);

  if (g_str_equal (by, "none"))
    return;

  /* What has no class or regimen of its own stands last, as in pooling. */
  key->arm.group_id = RGM_POOLING_MIXED;
  key->arm.group_name = _("Mixed or other");
  key->group = G_MAXUINT;
  if (g_str_equal (by, "class") && class_id != NULL)
    {
      key->arm.group_id = class_id;
      key->arm.group_name = rgm_term_class (data_set, class_id);
      key->group = get_class_rank (data_set, class_id);
    }
  else if (g_str_equal (by, "regimen") && regimen != NULL)
    {
      key->arm.group_id = rgm_regimen_get_id (regimen);
      key->arm.group_name = rgm_regimen_get_name (regimen);
      key->group = get_regimen_rank (data_set, regimen);
    }
}

/**
 * rgm_trials_figure_collect:
 * @self: a figure
 *
 * For kinds of figures.
 *
 * Returns: (transfer full) (element-type RgmFigureArm): every arm that the figure is
 *   about, in the order in which it shows them, those of a group together
 */
GArray *
rgm_trials_figure_collect (RgmTrialsFigure *self)
{
  RgmTrialsFigurePrivate *priv = get_private (self);
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  GArray *arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (Key));
  guint n_trials = priv->trials != NULL && data_set != NULL ? g_list_model_get_n_items (priv->trials) : 0;

  for (guint i = 0; i < n_trials; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (priv->trials, i);
      GPtrArray *of_trial = rgm_trial_get_arms (trial);

      for (guint j = 0; j < of_trial->len; j++)
        {
          Key key = { .arm = { trial, g_ptr_array_index (of_trial, j), NULL, NULL }, .number = NAN, .position = keys->len };

          if (priv->arms != NULL && !g_strv_contains ((const char * const *) priv->arms, rgm_arm_get_id (key.arm.arm)))
            continue;
          set_group (&key, data_set, priv->by);
          if (priv->sort != NULL)
            set_order (&key, priv->sort);
          g_array_append_val (keys, key);
        }
    }

  g_array_set_clear_func (keys, clear_key);
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER (priv->sort != NULL && priv->sort[0] == '-'));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (arms, g_array_index (keys, Key, i).arm);

  return arms;
}
