/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-response-figure-private.h"

#include "rgm-figure-words.h"
#include "rgm-scene.h"
#include "rgm-terms.h"

G_DEFINE_FINAL_TYPE (RgmResponseFigure, rgm_response_figure, RGM_TYPE_TRIALS_FIGURE)

enum
{
  PROP_0,
  PROP_SHOW,
  PROP_PARTS,
  PROP_MODEL,
  PROP_INTERVAL,
  PROP_LEVEL,
  PROP_KNAPP_HARTUNG,
  PROP_REFERENCE,
  PROP_AXIS_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ── Update ──────────────────────────────────────────────────────────────────── */

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      is_down)
{
  const RgmResponseRow *left = a, *right = b;
  double left_weight = !isnan (left->weight) ? left->weight : (double) left->response->analysed;
  double right_weight = !isnan (right->weight) ? right->weight : (double) right->response->analysed;
  int order = (left_weight > right_weight) - (left_weight < right_weight);

  return GPOINTER_TO_INT (is_down) ? -order : order;
}

/* Orders each group's rows by weight, where that is asked for; a model without weights
 * goes by the number of patients, as its marks do. */
static void
order_by_weight (RgmResponseFigure *self)
{
  const char *sort = rgm_trials_figure_get_sort (RGM_TRIALS_FIGURE (self));
  RgmResponseRow *rows = (RgmResponseRow *) self->rows->data;
  guint first = 0;

  if (g_strcmp0 (sort, "weight") != 0 && g_strcmp0 (sort, "-weight") != 0)
    return;

  for (guint i = 1; i <= self->rows->len; i++)
    if (i == self->rows->len || g_strcmp0 (rows[i].arm.group_id, rows[first].arm.group_id) != 0)
      {
        g_qsort_with_data (rows + first, (int) (i - first), sizeof *rows, compare_weights,
                           GINT_TO_POINTER (sort[0] == '-'));
        first = i;
      }
}

/* The rows in the figure's order, from responses that are in the selection's. */
static void
order_rows (RgmResponseFigure *self,
            const GArray      *arms)
{
  g_autoptr (GHashTable) by_arm = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pooled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->responses->len; i++)
    {
      RgmResponse *response = g_ptr_array_index (self->responses, i);

      g_hash_table_insert (by_arm, response->arm, response);
    }
  for (guint i = 0; i < rgm_pooling_get_n_arms (self->pooling); i++)
    g_hash_table_insert (pooled, rgm_pooling_get_response (self->pooling, i)->arm, GUINT_TO_POINTER (i + 1));

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < arms->len; i++)
    {
      const RgmFigureArm *arm = &g_array_index (arms, RgmFigureArm, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (pooled, arm->arm));
      const RgmResponseRow row = {
        .arm = *arm,
        .response = g_hash_table_lookup (by_arm, arm->arm),
        .weight = index > 0 ? rgm_pooling_get_weight (self->pooling, index - 1) : NAN,
      };

      if (row.response != NULL)
        g_array_append_val (self->rows, row);
    }
  order_by_weight (self);
}

static void
pool (RgmResponseFigure *self)
{
  RgmTrialsFigure *figure = RGM_TRIALS_FIGURE (self);
  RgmPoolingOptions options = self->options;

  rgm_pooling_by_from_nick (rgm_trials_figure_get_by (figure), &options.by);
  if (options.model == RGM_POOLING_GLMM || options.model == RGM_POOLING_COMMON)
    options.knapp_hartung = FALSE;

  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_pointer (&self->pooling, rgm_pooling_unref);
  if (rgm_trials_figure_get_trials (figure) != NULL)
    self->responses = rgm_responses_collect (rgm_trials_figure_get_trials (figure),
                                             rgm_trials_figure_get_arms (figure),
                                             RGM_RESPONSE_ENDPOINT, options.interval, options.level);
  else
    self->responses = g_ptr_array_new ();
  self->pooling = rgm_pooling_new (self->responses, &options);
}

static RgmTable *
rgm_response_figure_update (RgmFigure      *figure,
                            RgmFigureWords *words)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (figure);
  g_autoptr (GArray) arms = rgm_trials_figure_collect (RGM_TRIALS_FIGURE (self));
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  pool (self);
  order_rows (self, arms);
  self->n_left_out = rgm_figure_count_trials (arms) - rgm_responses_count_trials (self->responses);
  for (guint i = 0; i < self->responses->len; i++)
    g_ptr_array_add (outcomes, ((RgmResponse *) g_ptr_array_index (self->responses, i))->outcome);

  rgm_response_figure_fill_words (self, words);
  words->caveat = g_strdup (rgm_responses_get_caveat (self->responses));
  words->sources = rgm_figure_words_sources (rgm_figure_get_data_set (figure), outcomes);

  return rgm_response_figure_make_table (self);
}

static RgmScene *
rgm_response_figure_lay_out (RgmFigure             *figure,
                             const RgmFigureLayout *layout,
                             guint                 *n_pages)
{
  g_autoptr (RgmRowPlot) plot = rgm_response_figure_make_plot (RGM_RESPONSE_FIGURE (figure));
  RgmPlotLayout plot_layout;

  rgm_figure_fill_layout (layout, &plot_layout);

  return rgm_row_plot_lay_out (plot, &plot_layout, n_pages);
}

/* ── What the other files ask ────────────────────────────────────────────────── */

/* The endpoint's name in words. */
const char *
rgm_response_figure_get_endpoint_name (RgmResponseFigure *self)
{
  return rgm_term_endpoint (rgm_figure_get_data_set (RGM_FIGURE (self)), RGM_RESPONSE_ENDPOINT);
}

/* Whether the model gives the arms weights. */
gboolean
rgm_response_figure_has_weights (RgmResponseFigure *self)
{
  return rgm_pooling_get_n_arms (self->pooling) > 0 && !isnan (rgm_pooling_get_weight (self->pooling, 0));
}

/* The pooled rate of a group, or of all arms for a @group of NULL; NULL where the figure
 * draws none: for bars, for fewer arms than say anything, and where there is no estimate. */
const RgmPooledRate *
rgm_response_figure_get_pooled (RgmResponseFigure *self,
                                const char        *group)
{
  const RgmPooledRate *rate = NULL;

  if (self->show == RGM_RESPONSE_BARS || (self->parts & RGM_RESPONSE_POOLED) == 0)
    return NULL;

  if (group == NULL)
    rate = rgm_pooling_get_overall (self->pooling);
  for (guint i = 0; group != NULL && i < rgm_pooling_get_n_groups (self->pooling); i++)
    if (g_str_equal (rgm_pooling_get_group (self->pooling, i)->key, group))
      rate = &rgm_pooling_get_group (self->pooling, i)->rate;

  if (rate == NULL || rate->k < RGM_POOLING_FEWEST_DRAWN || rate->why_no_estimate != NULL)
    return NULL;

  return rate;
}

/* The rate and its interval in percent: computed from the counts, or as published where
 * the source gives none. Bounds that there aren't are NAN. Whether there is a rate. */
gboolean
rgm_response_figure_get_rate (const RgmResponse *response,
                              double            *value,
                              double            *lower,
                              double            *upper)
{
  const RgmEstimate *estimate = rgm_outcome_get_estimate (response->outcome);

  *value = response->estimate * 100;
  *lower = response->lower * 100;
  *upper = response->upper * 100;
  if (!isnan (*value))
    return TRUE;
  if (estimate->state != RGM_STATE_REPORTED)
    return FALSE;

  *value = estimate->value;
  *lower = estimate->lower.state == RGM_STATE_REPORTED ? estimate->lower.value : NAN;
  *upper = estimate->upper.state == RGM_STATE_REPORTED ? estimate->upper.value : NAN;

  return TRUE;
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_response_figure_finalize (GObject *object)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (object);

  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_pointer (&self->pooling, rgm_pooling_unref);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (rgm_response_figure_parent_class)->finalize (object);
}

static void
rgm_response_figure_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (object);

  switch (property_id)
    {
    case PROP_SHOW:
      g_value_set_uint (value, self->show);
      break;
    case PROP_PARTS:
      g_value_set_uint (value, self->parts);
      break;
    case PROP_MODEL:
      g_value_set_uint (value, self->options.model);
      break;
    case PROP_INTERVAL:
      g_value_set_uint (value, self->options.interval);
      break;
    case PROP_LEVEL:
      g_value_set_double (value, self->options.level);
      break;
    case PROP_KNAPP_HARTUNG:
      g_value_set_boolean (value, self->options.knapp_hartung);
      break;
    case PROP_REFERENCE:
      g_value_set_double (value, self->reference);
      break;
    case PROP_AXIS_END:
      g_value_set_double (value, self->axis_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_response_figure_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (object);

  switch (property_id)
    {
    case PROP_SHOW:
      rgm_response_figure_set_show (self, g_value_get_uint (value));
      break;
    case PROP_PARTS:
      rgm_response_figure_set_parts (self, g_value_get_uint (value));
      break;
    case PROP_MODEL:
      rgm_response_figure_set_model (self, g_value_get_uint (value));
      break;
    case PROP_INTERVAL:
      rgm_response_figure_set_interval (self, g_value_get_uint (value));
      break;
    case PROP_LEVEL:
      rgm_response_figure_set_level (self, g_value_get_double (value));
      break;
    case PROP_KNAPP_HARTUNG:
      rgm_response_figure_set_knapp_hartung (self, g_value_get_boolean (value));
      break;
    case PROP_REFERENCE:
      rgm_response_figure_set_reference (self, g_value_get_double (value));
      break;
    case PROP_AXIS_END:
      rgm_response_figure_set_axis_end (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_response_figure_class_init (RgmResponseFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rgm_response_figure_finalize;
  object_class->get_property = rgm_response_figure_get_property;
  object_class->set_property = rgm_response_figure_set_property;
  figure_class->update = rgm_response_figure_update;
  figure_class->lay_out = rgm_response_figure_lay_out;

  properties[PROP_SHOW] =
    g_param_spec_uint ("show", NULL, NULL, RGM_RESPONSE_FOREST, RGM_RESPONSE_BARS, RGM_RESPONSE_FOREST, flags);
  properties[PROP_PARTS] =
    g_param_spec_uint ("parts", NULL, NULL, 0, G_MAXUINT, RGM_RESPONSE_DEFAULT_PARTS, flags);
  properties[PROP_MODEL] =
    g_param_spec_uint ("model", NULL, NULL, RGM_POOLING_GLMM, RGM_POOLING_COMMON, RGM_POOLING_GLMM, flags);
  properties[PROP_INTERVAL] =
    g_param_spec_uint ("interval", NULL, NULL, RGM_RATE_CLOPPER_PEARSON, RGM_RATE_JEFFREYS,
                       RGM_RATE_CLOPPER_PEARSON, flags);
  properties[PROP_LEVEL] = g_param_spec_double ("level", NULL, NULL, 0.5, 1, 0.95, flags);
  properties[PROP_KNAPP_HARTUNG] = g_param_spec_boolean ("knapp-hartung", NULL, NULL, FALSE, flags);
  properties[PROP_REFERENCE] = g_param_spec_double ("reference", NULL, NULL, -1, 100, -1, flags);
  properties[PROP_AXIS_END] = g_param_spec_double ("axis-end", NULL, NULL, 1, 100, 100, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_response_figure_init (RgmResponseFigure *self)
{
  self->parts = RGM_RESPONSE_DEFAULT_PARTS;
  self->options = RGM_POOLING_DEFAULT_OPTIONS;
  self->reference = -1;
  self->axis_end = 100;
  self->rows = g_array_new (FALSE, FALSE, sizeof (RgmResponseRow));
}

static void
notify_changed (RgmResponseFigure *self,
                guint              property)
{
  rgm_figure_changed (RGM_FIGURE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * rgm_response_figure_new:
 *
 * Returns: (transfer full): a figure without trials
 */
RgmResponseFigure *
rgm_response_figure_new (void)
{
  return g_object_new (RGM_TYPE_RESPONSE_FIGURE, NULL);
}

/**
 * rgm_response_figure_get_show:
 * @self: a figure
 *
 * Returns: how it is drawn
 */
RgmResponseShow
rgm_response_figure_get_show (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), RGM_RESPONSE_FOREST);

  return self->show;
}

/**
 * rgm_response_figure_set_show:
 * @self: a figure
 * @show: how it is to be drawn
 */
void
rgm_response_figure_set_show (RgmResponseFigure *self,
                              RgmResponseShow    show)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));

  if (self->show == show)
    return;

  self->show = show;
  notify_changed (self, PROP_SHOW);
}

/**
 * rgm_response_figure_get_parts:
 * @self: a figure
 *
 * Returns: what isn't left away
 */
RgmResponseParts
rgm_response_figure_get_parts (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), 0);

  return self->parts;
}

/**
 * rgm_response_figure_set_parts:
 * @self: a figure
 * @parts: what isn't left away
 */
void
rgm_response_figure_set_parts (RgmResponseFigure *self,
                               RgmResponseParts   parts)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));

  if (self->parts == parts)
    return;

  self->parts = parts;
  notify_changed (self, PROP_PARTS);
}

/**
 * rgm_response_figure_get_model:
 * @self: a figure
 *
 * Returns: how the arms are pooled
 */
RgmPoolingModel
rgm_response_figure_get_model (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), 0);

  return self->options.model;
}

/**
 * rgm_response_figure_set_model:
 * @self: a figure
 * @model: how the arms are to be pooled
 */
void
rgm_response_figure_set_model (RgmResponseFigure *self,
                               RgmPoolingModel    model)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));

  if (self->options.model == model)
    return;

  self->options.model = model;
  notify_changed (self, PROP_MODEL);
}

/**
 * rgm_response_figure_get_interval:
 * @self: a figure
 *
 * Returns: how the interval of an arm is computed
 */
RgmRateInterval
rgm_response_figure_get_interval (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), 0);

  return self->options.interval;
}

/**
 * rgm_response_figure_set_interval:
 * @self: a figure
 * @interval: how the interval of an arm is to be computed
 */
void
rgm_response_figure_set_interval (RgmResponseFigure *self,
                                  RgmRateInterval    interval)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));

  if (self->options.interval == interval)
    return;

  self->options.interval = interval;
  notify_changed (self, PROP_INTERVAL);
}

/**
 * rgm_response_figure_get_level:
 * @self: a figure
 *
 * Returns: the level of every interval
 */
double
rgm_response_figure_get_level (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), NAN);

  return self->options.level;
}

/**
 * rgm_response_figure_set_level:
 * @self: a figure
 * @level: the level of every interval, above 0.5 and below 1
 */
void
rgm_response_figure_set_level (RgmResponseFigure *self,
                               double             level)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));
  g_return_if_fail (level > 0.5 && level < 1);

  if (self->options.level == level)
    return;

  self->options.level = level;
  notify_changed (self, PROP_LEVEL);
}

/**
 * rgm_response_figure_get_knapp_hartung:
 * @self: a figure
 *
 * Returns: whether the pooled intervals are Knapp and Hartung's, where the model has them
 */
gboolean
rgm_response_figure_get_knapp_hartung (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), FALSE);

  return self->options.knapp_hartung;
}

/**
 * rgm_response_figure_set_knapp_hartung:
 * @self: a figure
 * @knapp_hartung: whether the pooled intervals are to be Knapp and Hartung's; the
 *   models that have none are left as they are
 */
void
rgm_response_figure_set_knapp_hartung (RgmResponseFigure *self,
                                       gboolean           knapp_hartung)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));

  knapp_hartung = !!knapp_hartung;
  if (self->options.knapp_hartung == knapp_hartung)
    return;

  self->options.knapp_hartung = knapp_hartung;
  notify_changed (self, PROP_KNAPP_HARTUNG);
}

/**
 * rgm_response_figure_get_reference:
 * @self: a figure
 *
 * Returns: the rate in percent to compare with; negative for none
 */
double
rgm_response_figure_get_reference (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), NAN);

  return self->reference;
}

/**
 * rgm_response_figure_set_reference:
 * @self: a figure
 * @reference: a rate in percent to compare with, or a negative one for none
 */
void
rgm_response_figure_set_reference (RgmResponseFigure *self,
                                   double             reference)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));

  if (self->reference == reference)
    return;

  self->reference = reference;
  notify_changed (self, PROP_REFERENCE);
}

/**
 * rgm_response_figure_get_axis_end:
 * @self: a figure
 *
 * Returns: where the axis ends, in percent
 */
double
rgm_response_figure_get_axis_end (RgmResponseFigure *self)
{
  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), NAN);

  return self->axis_end;
}

/**
 * rgm_response_figure_set_axis_end:
 * @self: a figure
 * @axis_end: where the axis is to end, in percent, from 1 to 100; what goes beyond
 *   ends in an arrow
 */
void
rgm_response_figure_set_axis_end (RgmResponseFigure *self,
                                  double             axis_end)
{
  g_return_if_fail (RGM_IS_RESPONSE_FIGURE (self));
  g_return_if_fail (axis_end >= 1 && axis_end <= 100);

  if (self->axis_end == axis_end)
    return;

  self->axis_end = axis_end;
  notify_changed (self, PROP_AXIS_END);
}

/**
 * rgm_response_figure_get_rate_at:
 * @self: a figure
 * @scene: a scene that it laid out
 * @x: a place across the scene, in points
 * @rate: (out): the rate in percent that the axis has there
 *
 * For whoever moves the reference line.
 *
 * Returns: whether the place is on the axis
 */
gboolean
rgm_response_figure_get_rate_at (RgmResponseFigure *self,
                                 RgmScene          *scene,
                                 double             x,
                                 double            *rate)
{
  gboolean mirrored = rgm_scene_get_direction (scene) == RGM_DIRECTION_RTL;

  g_return_val_if_fail (RGM_IS_RESPONSE_FIGURE (self), FALSE);

  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);
      double share;

      if (g_strcmp0 (group->id, "axis") != 0 || group->area.width <= 0)
        continue;
      share = (x - group->area.x) / group->area.width;
      if (share < 0 || share > 1)
        return FALSE;
      *rate = (mirrored ? 1 - share : share) * self->axis_end;
      return TRUE;
    }

  return FALSE;
}
