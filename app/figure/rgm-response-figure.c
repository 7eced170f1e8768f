/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-response-figure-private.h"

#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-scene.h"
#include "rgm-term-text.h"

G_DEFINE_FINAL_TYPE (RgmResponseFigure, rgm_response_figure, RGM_TYPE_FIGURE)

const char * const rgm_response_endpoints[] = { RGM_ENDPOINT_ORR, NULL };

/* ── Options ─────────────────────────────────────────────────────────────────── */

static const RgmEnumTerm shows[] = {
  RGM_ENUM_TERM (RGM_RESPONSE_FOREST, "forest", N_("Forest plot")),
  RGM_ENUM_TERM (RGM_RESPONSE_BARS, "bars", N_("Bars")),
};

RGM_DEFINE_ENUM (RgmResponseShow, rgm_response_show, NULL, shows)

static const char *
why_not_pooled (gconstpointer options)
{
  const RgmResponseOptions *self = options;

  return self->show == RGM_RESPONSE_BARS ? _("Bars show no pooled rate.") : NULL;
}

static const char *
why_no_prediction (gconstpointer options)
{
  const RgmResponseOptions *self = options;

  return self->show == RGM_RESPONSE_FOREST && !self->pooled ? _("The pooled rate is hidden.") : why_not_pooled (options);
}

static gboolean
takes_knapp_hartung (const RgmResponseOptions *self)
{
  return self->model != RGM_POOLING_GLMM && self->model != RGM_POOLING_COMMON;
}

static const char *
why_no_knapp_hartung (gconstpointer options)
{
  return takes_knapp_hartung (options) ? why_no_prediction (options)
                                       : _("Available with REML, DerSimonian-Laird and Paule-Mandel.");
}

static const char *
why_no_weights (gconstpointer options)
{
  const RgmResponseOptions *self = options;

  return self->model == RGM_POOLING_GLMM ? _("The logistic model has no weights.") : why_not_pooled (options);
}

#define SWITCH(field) .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmResponseOptions, field)
#define CHOICE(field) .kind = RGM_OPTION_CHOICE, .offset = G_STRUCT_OFFSET (RgmResponseOptions, field)
#define NUMBER(field) .kind = RGM_OPTION_NUMBER, .offset = G_STRUCT_OFFSET (RgmResponseOptions, field)

static const RgmOption options[] = {
  RGM_TRIALS_OPTIONS (RgmResponseOptions),
  { .key = "show", CHOICE (show), .type = rgm_response_show_get_type,
    .topic = "forest-plot" },
  { .key = "pooled", SWITCH (pooled), .initial = TRUE, .why_idle = why_not_pooled,
    .label = N_("Pooled rate"), .help = N_("Shows the pooled rate as a diamond when there are at least three arms"),
    .topic = "heterogeneity#model" },
  { .key = "prediction", SWITCH (prediction), .initial = TRUE, .why_idle = why_no_prediction,
    .label = N_("Prediction interval"), .help = N_("Shows the interval in which the rate of a new arm is expected to lie"),
    .topic = "heterogeneity#model" },
  { .key = "model", CHOICE (model), .type = rgm_pooling_model_get_type, .why_idle = why_not_pooled,
    .label = N_("Model"), .help = N_("The model for pooling the arms"),
    .topic = "heterogeneity#model" },
  { .key = "knapp-hartung", SWITCH (knapp_hartung), .why_idle = why_no_knapp_hartung,
    .label = N_("Knapp-Hartung"), .help = N_("Widens the interval of the pooled rate when there are few arms"),
    .topic = "heterogeneity#model" },
  { .key = "interval", CHOICE (interval), .type = rgm_rate_interval_get_type,
    .label = N_("Interval"), .help = N_("The method for each arm’s confidence interval"),
    .topic = "forest-plot#intervals" },
  { .key = "level", NUMBER (level), .initial = RGM_DEFAULT_LEVEL, .min = 0.51, .max = 0.999, .step = 0.01, .unit = RGM_OPTION_SHARE,
    .label = N_("Confidence level"), .help = N_("The confidence level of all intervals"),
    .topic = "forest-plot#intervals" },
  { .key = "published", SWITCH (published),
    .label = N_("Published intervals"), .help = N_("Shows the published interval as a second, thin whisker"),
    .topic = "forest-plot#intervals" },
  { .key = "counts", SWITCH (counts), .initial = TRUE,
    .label = N_("Responders"), .help = N_("Shows the numbers of responders and patients for each arm"),
    .topic = "forest-plot#columns" },
  { .key = "rates", SWITCH (rates), .initial = TRUE,
    .label = N_("Response rates"), .help = N_("Shows each response rate with its interval"),
    .topic = "forest-plot#columns" },
  { .key = "weights", SWITCH (weights), .initial = TRUE, .why_idle = why_no_weights,
    .label = N_("Weights"), .help = N_("Shows the weight of each arm"),
    .topic = "forest-plot#columns" },
  { .key = "reference", NUMBER (reference), .initial = -1, .min = 0, .max = 100, .step = 1, .unit = RGM_OPTION_PERCENT_OR_NONE,
    .label = N_("Reference line"), .help = N_("Draws a vertical line at this rate"),
    .topic = "forest-plot#axis" },
  { .key = "axis-end", NUMBER (axis_end), .initial = 100, .min = 10, .max = 100, .step = 5, .unit = RGM_OPTION_PERCENT,
    .label = N_("Axis maximum"), .help = N_("The highest rate on the axis; intervals beyond it end in an arrow"),
    .topic = "forest-plot#axis" },
};

static const char * const statistics[] = {
  "heterogeneity#model", "heterogeneity#prediction", "heterogeneity#tau2", "heterogeneity#i2", "heterogeneity#q",
  "forest-plot#intervals", "forest-plot#columns", NULL,
};

static const RgmFigureKind kind = { "response", N_("Response"), sizeof (RgmResponseOptions), options, G_N_ELEMENTS (options), statistics };

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
  const char *sort = self->options->trials.sort;
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
  gboolean has_weights = rgm_response_figure_has_weights (self);

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
        .weight = index > 0 && has_weights ? rgm_pooling_get_weight (self->pooling, index - 1) : NAN,
      };

      if (row.response != NULL)
        g_array_append_val (self->rows, row);
    }
  order_by_weight (self);
}

/* The responses pooled by a model: not again, where it would come to the same. */
static const RgmPooling *
pool_by (RgmResponseFigure *self,
         RgmPoolingModel    model,
         RgmPoolingBy       by)
{
  RgmPooling **kept = &self->poolings[by != RGM_POOLING_BY_NONE][model];
  const RgmResponseOptions *shown = self->options;
  const RgmPoolingOptions how = {
    .model = model,
    .interval = shown->interval,
    .level = shown->level,
    .knapp_hartung = shown->knapp_hartung && takes_knapp_hartung (shown),
    .by = by,
  };

  if (*kept != NULL && !rgm_pooling_is_of (*kept, self->responses, &how))
    g_clear_pointer (kept, rgm_pooling_unref);
  if (*kept == NULL)
    *kept = rgm_pooling_new (self->responses, &how);

  return *kept;
}

/* All arms pooled by a model: the pooling that is drawn, where it is of that one. */
const RgmPooling *
rgm_response_figure_pool_all (RgmResponseFigure *self,
                              RgmPoolingModel    model)
{
  return model == self->options->model ? self->pooling : pool_by (self, model, RGM_POOLING_BY_NONE);
}

static void
pool (RgmResponseFigure *self)
{
  const RgmResponseOptions *shown = self->options;
  g_autoptr (GListModel) trials = rgm_figure_list_trials (rgm_figure_get_selection (RGM_FIGURE (self)), &shown->trials);

  g_clear_pointer (&self->responses, g_ptr_array_unref);
  self->responses = rgm_responses_collect (trials, (const char * const *) shown->trials.arms,
                                           RGM_ENDPOINT_ORR, shown->interval, shown->level);
  self->pooling = pool_by (self, shown->model, shown->trials.by);
}

/* How far the answer depends on the model: all arms pooled by each of them, one a line. */
static char *
rgm_response_figure_describe (RgmFigure       *figure,
                              const RgmOption *option)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (figure);
  g_autoptr (GString) text = g_string_new (NULL);
  const char * const *models = rgm_enum_get_nicks (RGM_TYPE_POOLING_MODEL);

  if (!g_str_equal (option->key, "model"))
    return NULL;

  rgm_figure_get_frame (figure);
  for (guint i = 0; models[i] != NULL; i++)
    {
      RgmPoolingModel model = (RgmPoolingModel) rgm_enum_find (RGM_TYPE_POOLING_MODEL, models[i]);
      g_autofree char *line = rgm_response_figure_describe_model (self, rgm_response_figure_pool_all (self, model));

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_remarks_to_note (RgmResponseFigure *self,
                     RgmFrame          *words)
{
  g_autoptr (GArray) arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (arms, g_array_index (self->rows, RgmResponseRow, i).arm);
  rgm_figure_text_remarks (words, arms, rgm_response_endpoints);
}

static RgmTable *
rgm_response_figure_update (RgmFigure      *figure,
                            RgmFrame *words)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (figure);
  const RgmResponseOptions *shown = rgm_figure_get_options (figure);
  g_autoptr (GArray) arms = rgm_figure_collect_arms (rgm_figure_get_selection (figure), &shown->trials);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  self->options = shown;
  g_clear_pointer (&self->plot, rgm_row_plot_free);
  pool (self);
  order_rows (self, arms);
  self->n_left_out = rgm_figure_count_trials (arms) - rgm_responses_count_trials (self->responses);
  for (guint i = 0; i < self->responses->len; i++)
    g_ptr_array_add (outcomes, ((RgmResponse *) g_ptr_array_index (self->responses, i))->outcome);

  rgm_response_figure_fill_words (self, words);
  add_remarks_to_note (self, words);
  words->caveat = g_strdup (rgm_responses_get_caveat (self->responses));
  words->selection = rgm_figure_text_selection (rgm_figure_get_selection (figure), &shown->trials);
  rgm_figure_text_cite_outcomes (words, rgm_figure_get_data_set (figure), outcomes);

  return rgm_response_figure_make_table (self);
}

static RgmScene *
rgm_response_figure_lay_out (RgmFigure       *figure,
                             const RgmLayout *layout,
                             guint           *n_pages)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (figure);

  if (self->plot == NULL)
    self->plot = rgm_response_figure_make_plot (self);

  return rgm_row_plot_lay_out (self->plot, layout, n_pages);
}

/* ── What the other files ask ────────────────────────────────────────────────── */

/* The endpoint's name in words. */
const char *
rgm_response_figure_get_endpoint_name (RgmResponseFigure *self)
{
  return rgm_term_endpoint (rgm_figure_get_data_set (RGM_FIGURE (self)), RGM_ENDPOINT_ORR);
}

/* Whether the arms have weights in a pooled rate that is drawn. */
gboolean
rgm_response_figure_has_weights (RgmResponseFigure *self)
{
  return rgm_response_figure_get_pooled (self, NULL) != NULL && !isnan (rgm_pooling_get_weight (self->pooling, 0));
}

/* Whether there are groups to be told from all arms. */
gboolean
rgm_response_figure_has_groups (RgmResponseFigure *self)
{
  return rgm_pooling_get_n_groups (self->pooling) > 1;
}

/* The pooled rate of a group, or of all arms for a @group of NULL; NULL where the figure
 * draws none: for bars, for too few arms, where there is no estimate, and for the only
 * group, which is all arms. */
const RgmPooledRate *
rgm_response_figure_get_pooled (RgmResponseFigure *self,
                                const char        *group)
{
  const RgmPooledRate *rate = NULL;

  if (self->options->show == RGM_RESPONSE_BARS || !self->options->pooled)
    return NULL;

  if (group == NULL)
    rate = rgm_pooling_get_overall (self->pooling);
  for (guint i = 0; group != NULL && rgm_response_figure_has_groups (self) && i < rgm_pooling_get_n_groups (self->pooling); i++)
    if (g_str_equal (rgm_pooling_get_group (self->pooling, i)->key, group))
      rate = &rgm_pooling_get_group (self->pooling, i)->rate;

  if (rate == NULL || rate->k < RGM_POOLING_MIN_ARMS || rate->why_no_estimate != NULL)
    return NULL;

  return rate;
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_response_figure_finalize (GObject *object)
{
  RgmResponseFigure *self = RGM_RESPONSE_FIGURE (object);

  g_clear_pointer (&self->responses, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->poolings[0]); i++)
    {
      g_clear_pointer (&self->poolings[0][i], rgm_pooling_unref);
      g_clear_pointer (&self->poolings[1][i], rgm_pooling_unref);
    }
  g_array_unref (self->rows);
  g_clear_pointer (&self->plot, rgm_row_plot_free);

  G_OBJECT_CLASS (rgm_response_figure_parent_class)->finalize (object);
}

static void
rgm_response_figure_class_init (RgmResponseFigureClass *klass)
{
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rgm_response_figure_finalize;
  figure_class->kind = &kind;
  figure_class->update = rgm_response_figure_update;
  figure_class->lay_out = rgm_response_figure_lay_out;
  figure_class->describe = rgm_response_figure_describe;
}

static void
rgm_response_figure_init (RgmResponseFigure *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (RgmResponseRow));
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
  const RgmResponseOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  gboolean mirrored = rgm_scene_get_direction (scene) == RGM_DIRECTION_RTL;

  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);
      double share;

      if (g_strcmp0 (group->id, "axis") != 0 || group->area.width <= 0)
        continue;
      share = (x - group->area.x) / group->area.width;
      if (share < 0 || share > 1)
        return FALSE;
      *rate = (mirrored ? 1 - share : share) * shown->axis_end;
      return TRUE;
    }

  return FALSE;
}
