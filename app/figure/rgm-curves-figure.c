/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-curves-figure-private.h"

#include "rgm-enum.h"
#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-unit.h"
#include "rgm-value-text.h"

/* Where fewer than this share of a group, or fewer than so many patients, are at risk, its curve
 * is thinner. */
#define FEW_SHARE 0.1
#define FEW_PATIENTS 5.0

/* Of a curve with more steps, so many at most are walked along: more could not be told apart. */
#define MAX_WALKED_STEPS 250

/* Neighbours in colours that are far from each other. */
static const RgmSeries all_series[] = {
  RGM_SERIES_BLUE_SQUARE, RGM_SERIES_VERMILION_CIRCLE, RGM_SERIES_GREEN_TRIANGLE, RGM_SERIES_PURPLE_PENTAGON,
  RGM_SERIES_SKY_DIAMOND, RGM_SERIES_GREY_CROSS,
};

G_DEFINE_FINAL_TYPE (RgmCurvesFigure, rgm_curves_figure, RGM_TYPE_FIGURE)

static const RgmOptionSuggestion unit_suggestions[] = {
  { NULL, N_("As in the data") }, { "days", N_("Days") }, { "weeks", N_("Weeks") }, { "months", N_("Months") }, { "years", N_("Years") }, { NULL, NULL },
};

static const RgmOption options[] = {
  RGM_CHOSEN_ARMS_OPTIONS (RgmCurvesOptions),
  { .key = "endpoint", .kind = RGM_OPTION_TEXT, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, endpoint),
    .label = N_("Endpoint"), .help = N_("The endpoint that the curves show"),
    .topic = "survival#axes" },
  { .key = "unit", .kind = RGM_OPTION_TEXT, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, unit),
    .label = N_("Unit of time"), .help = N_("Times are converted: a month has 30.4375 days"), .suggestions = unit_suggestions,
    .topic = "survival#axes" },
  { .key = "end", .kind = RGM_OPTION_NUMBER, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, end),
    .label = N_("End of the time axis"), .help = N_("The axis ends at the first tick at or after this time"),
    .initial = 0, .min = 0, .max = 1e6, .step = 1, .unit = RGM_OPTION_TIME_OR_AUTOMATIC,
    .topic = "survival#axes" },
  { .key = "failure", .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, failure),
    .label = N_("1 − survival"), .help = N_("Curves that rise from 0"),
    .topic = "survival#axes" },
  { .key = "probability", .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, probability),
    .label = N_("Probability"), .help = N_("An axis from 0 to 1"),
    .topic = "survival#axes" },
  { .key = "medians", .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, medians),
    .label = N_("Medians"), .help = N_("Lines from the axis to each curve’s median"), .initial = 1,
    .topic = "survival#estimates" },
  { .key = "at", .kind = RGM_OPTION_TIMES, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, at),
    .label = N_("Landmark times"), .help = N_("Times at which survival is reported, separated by spaces: 6 12 18"),
    .topic = "survival#estimates" },
  { .key = "transform", .kind = RGM_OPTION_CHOICE, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, transform),
    .label = N_("Interval"), .help = N_("The scale on which the curves’ intervals are symmetric"),
    .type = rgm_survival_interval_get_type, .initial = RGM_SURVIVAL_LOG,
    .topic = "survival#intervals" },
  { .key = "level", .kind = RGM_OPTION_NUMBER, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, level),
    .label = N_("Confidence level"), .initial = 0.95, .min = 0.5, .max = 1, .step = 0.01, .unit = RGM_OPTION_SHARE,
    .topic = "survival#intervals" },
  { .key = "bands", .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, bands),
    .label = N_("Confidence bands"), .help = N_("Pointwise confidence intervals as shaded bands"), .initial = 1,
    .topic = "survival#intervals" },
  { .key = "reference", .kind = RGM_OPTION_TEXT, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, reference),
    .label = N_("Reference"), .help = N_("The group with which the others are compared"),
    .topic = "survival#compare" },
  { .key = "tau", .kind = RGM_OPTION_NUMBER, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, tau),
    .label = N_("Restriction of means"), .help = N_("Mean survival is compared up to this time; the difference is shaded between two curves"),
    .initial = 0, .min = 0, .max = 1e6, .step = 1, .unit = RGM_OPTION_TIME_OR_AUTOMATIC,
    .topic = "survival#compare" },
  { .key = "marks", .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, marks),
    .label = N_("Censoring marks"), .help = N_("Strokes across a curve where patients were censored"), .initial = 1,
    .topic = "survival#curves" },
  { .key = "points", .kind = RGM_OPTION_SWITCH, .offset = G_STRUCT_OFFSET (RgmCurvesOptions, points),
    .label = N_("Published points"), .help = N_("Crosses at the points that a curve was reconstructed from"),
    .topic = "survival#curves" },
};

static const char * const statistics[] = {
  "survival#estimates", "survival#follow-up", "survival#intervals", "survival#log-rank", "survival#hazard-ratio", "survival#restricted-mean", NULL,
};

static const RgmFigureKind kind = { "curves", N_("Survival curves"), sizeof (RgmCurvesOptions), options, G_N_ELEMENTS (options), statistics };

guint
rgm_curves_figure_get_n_groups (RgmCurvesFigure *self)
{
  return self->analysis != NULL ? self->analysis->groups->len : 0;
}

const RgmSurvivalGroup *
rgm_curves_figure_get_group (RgmCurvesFigure *self,
                             guint            group)
{
  return &g_array_index (self->analysis->groups, RgmSurvivalGroup, group);
}

const char *
rgm_curves_figure_get_name (RgmCurvesFigure *self,
                            guint            group)
{
  return g_ptr_array_index (self->patients->names, group);
}

/* Of a curve that is reconstructed from its number of patients alone nobody knows who was censored. */
gboolean
rgm_curves_figure_knows_events (RgmCurvesFigure *self,
                                guint            group)
{
  return rgm_patient_groups_get_origin (self->patients, group) != RGM_TIMES_FROM_PATIENTS;
}

gboolean
rgm_curves_figure_may_compare (RgmCurvesFigure *self)
{
  return rgm_curves_figure_get_n_groups (self) > 1 && self->analysis->options.why_no_tests == NULL;
}

/* Survival or 1 - survival, in percent, as the figure shows it; without an interval where it isn't known. */
RgmSurvivalStep
rgm_curves_figure_turn (RgmCurvesFigure *self,
                        guint            group,
                        RgmSurvivalStep  step)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  RgmSurvivalStep turned = step;

  if (shown->failure)
    {
      turned.survival = 1 - step.survival;
      turned.lower = 1 - step.upper;
      turned.upper = 1 - step.lower;
    }
  if (!rgm_curves_figure_knows_events (self, group))
    turned.se = turned.lower = turned.upper = NAN;

  return turned;
}

/* ── Update ──────────────────────────────────────────────────────────────────── */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
read_landmarks (RgmCurvesFigure        *self,
                const RgmCurvesOptions *shown)
{
  g_array_set_size (self->landmarks, 0);
  for (guint i = 0; shown->at != NULL && shown->at[i] != NULL; i++)
    {
      char *end;
      double time = g_ascii_strtod (shown->at[i], &end);

      if (end != shown->at[i] && *end == '\0' && time >= 0 && isfinite (time))
        g_array_append_val (self->landmarks, time);
    }
  g_array_sort (self->landmarks, compare_times);
}

/* The last follow-up of a group. */
static double
get_end (const RgmSurvivalGroup *group)
{
  gsize n_steps;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (group->curve, &n_steps);

  return steps[n_steps - 1].time;
}

static RgmAxisUnit
get_axis_unit (RgmCurvesFigure *self)
{
  return self->patients != NULL && g_strcmp0 (self->patients->unit, rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_MONTHS)) == 0
           ? RGM_AXIS_MONTHS : RGM_AXIS_NUMBER;
}

static void
analyse (RgmCurvesFigure        *self,
         const RgmCurvesOptions *shown)
{
  RgmSurvivalAnalysisOptions wanted = { shown->level, shown->transform, shown->tau > 0 ? shown->tau : NAN, 0, NULL };
  g_autoptr (GError) error = NULL;

  if (self->patients == NULL)
    return;

  if (self->patients->names->len > RGM_CURVES_MAX_GROUPS)
    {
      self->fault = g_strdup_printf (_("A chart of survival curves shows at most %d groups, and there are %u."),
                                     RGM_CURVES_MAX_GROUPS, self->patients->names->len);
      return;
    }

  for (guint i = 0; i < self->arms->len; i++)
    if (g_array_index (self->arms, RgmFigureArm, i).arm->comparator)
      wanted.reference = i;
  if (shown->reference != NULL)
    rgm_patient_groups_find (self->patients, shown->reference, &wanted.reference);
  wanted.why_no_tests = rgm_patient_groups_have (self->patients, RGM_TIMES_FROM_PATIENTS)
                          ? rgm_times_origin_get_sentence (RGM_TIMES_FROM_PATIENTS) : self->patients->why_no_tests;
  self->analysis = rgm_survival_analysis_new ((const RgmFollowUp *) (gpointer) self->patients->patients->data,
                                              (const gsize *) (gpointer) self->patients->groups->data,
                                              self->patients->patients->len, self->patients->names->len, &wanted, &error);
  if (self->analysis == NULL)
    self->fault = g_strdup (error->message);
}

static RgmTable *
rgm_curves_figure_update (RgmFigure *figure,
                          RgmFrame  *frame)
{
  RgmCurvesFigure *self = RGM_CURVES_FIGURE (figure);
  const RgmCurvesOptions *shown = rgm_figure_get_options (figure);
  g_autoptr (GPtrArray) citations = g_ptr_array_new ();
  double end = 0;

  g_clear_pointer (&self->plot, rgm_curve_plot_free);
  g_clear_pointer (&self->analysis, rgm_survival_analysis_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->ticks, g_array_unref);

  g_clear_pointer (&self->patients, rgm_patient_groups_unref);
  g_array_set_size (self->arms, 0);
  g_ptr_array_set_size (self->left_out, 0);
  self->endpoint = NULL;

  read_landmarks (self, shown);
  if (self->given != NULL)
    self->patients = rgm_patient_groups_convert (self->given, shown->unit);
  else
    rgm_curves_figure_collect_patients (self, citations);
  analyse (self, shown);
  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    end = MAX (end, get_end (rgm_curves_figure_get_group (self, i)));
  if (shown->end > 0)
    end = shown->end;
  self->ticks = rgm_curve_ticks_new (end, get_axis_unit (self));

  rgm_curves_figure_fill_frame (self, frame);
  if (self->given == NULL)
    {
      frame->selection = rgm_figure_text_selection (rgm_figure_get_selection (figure), &shown->trials);
      rgm_figure_text_cite (frame, rgm_figure_get_data_set (figure), citations);
    }

  return rgm_curves_figure_make_table (self);
}

/* ── Drawing ─────────────────────────────────────────────────────────────────── */

static double
get_scale (RgmCurvesFigure *self)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));

  return shown->probability ? 1 : 100;
}

static void
append_step (RgmCurvesFigure       *self,
             guint                  group,
             GArray                *steps,
             const RgmSurvivalStep *step)
{
  RgmSurvivalStep turned = rgm_curves_figure_turn (self, group, *step);
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  double scale = get_scale (self), band = shown->bands ? scale : NAN;
  RgmCurveStep drawn = { step->time, scale * turned.survival, band * turned.lower, band * turned.upper };

  g_array_append_val (steps, drawn);
}

static void
add_counts (RgmCurvesFigure        *self,
            RgmCurvePlot           *plot,
            const RgmSurvivalGroup *group,
            guint                   index)
{
  const char *titles[] = { _("At risk"), _("Censored"), _("Events") };
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < G_N_ELEMENTS (titles); row++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint tick = 0; tick < self->ticks->len; tick++)
        {
          RgmSurvivalCount count = rgm_kaplan_meier_count (group->curve, g_array_index (self->ticks, double, tick));
          gsize number = row == 0 ? count.at_risk : row == 1 ? count.censored : count.events;

          g_ptr_array_add (cells, rgm_format_number ((double) number, 0));
        }
      rgm_curve_plot_add_counts (plot, titles[row], (const char * const *) cells->pdata);
    }

  for (guint tick = 0; tick < self->ticks->len; tick++)
    g_ptr_array_add (sentences, rgm_curves_figure_describe_tick (self, index, g_array_index (self->ticks, double, tick)));
  rgm_curve_plot_set_tick_sentences (plot, (const char * const *) sentences->pdata);
}

/* The points that a group's curve was rebuilt from, on the axis. */
static GArray *
list_points (RgmCurvesFigure *self,
             guint            group)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (RgmCurvePlace));

  for (guint i = 0; shown->points && i < self->patients->points->len; i++)
    {
      const RgmGroupPoint *point = &g_array_index (self->patients->points, RgmGroupPoint, i);
      RgmCurvePlace place = { point->time, get_scale (self) * (shown->failure ? 1 - point->survival : point->survival) };

      if (point->group == group)
        g_array_append_val (places, place);
    }

  return places;
}

/* What is said of the steps that are walked along: all of them or, where there are too many, every second, third and so on up to the last. */
static GPtrArray *
describe_steps (RgmCurvesFigure *self,
                guint            index,
                const GArray    *steps)
{
  guint stride = MAX (1, (steps->len - 1 + MAX_WALKED_STEPS - 1) / MAX_WALKED_STEPS);
  GPtrArray *sentences;

  if (!rgm_curves_figure_knows_events (self, index))
    return NULL;

  sentences = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < steps->len; i++)
    {
      double time = g_array_index (steps, RgmCurveStep, i).time;

      /* Counted from the last; the first is where the curve begins. */
      if (i > 0 && (steps->len - 1 - i) % stride == 0)
        g_ptr_array_add (sentences, rgm_curves_figure_describe_step (self, index, time));
      else
        g_ptr_array_add (sentences, NULL);
    }

  return sentences;
}

static void
add_curve (RgmCurvesFigure *self,
           RgmCurvePlot    *plot,
           guint            index)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  const RgmSurvivalGroup *group = rgm_curves_figure_get_group (self, index);
  double few = MAX (FEW_PATIENTS, FEW_SHARE * (double) group->n);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (RgmCurveStep));
  g_autoptr (GArray) censored = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) points = list_points (self, index);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *id = g_strdup_printf ("curve %u", index + 1);
  g_autofree char *sentence = rgm_curves_figure_describe_group (self, index);
  gsize n_found;
  const RgmSurvivalStep *found = rgm_kaplan_meier_get_steps (group->curve, &n_found);
  double last = g_array_index (self->ticks, double, self->ticks->len - 1);
  RgmCurve curve = {
    .id = id,
    .target = index < self->arms->len ? g_array_index (self->arms, RgmFigureArm, index).trial->id : NULL,
    .sentence = sentence,
    .label = rgm_curves_figure_get_name (self, index),
    .series = all_series[index % G_N_ELEMENTS (all_series)],
    .end = get_end (group),
    .few_from = (double) group->n < few ? 0 : NAN,
    .median = shown->medians && group->quartiles[1].value <= last ? group->quartiles[1].value : NAN,
  };

  append_step (self, index, steps, &(RgmSurvivalStep) { .time = 0, .survival = 1, .lower = 1, .upper = 1 });
  for (gsize i = 0; i < n_found && found[i].time <= last; i++)
    {
      gsize left = found[i].at_risk - found[i].events - found[i].censored;

      if (found[i].events > 0)
        append_step (self, index, steps, &found[i]);
      if (found[i].censored > 0 && shown->marks && rgm_curves_figure_knows_events (self, index))
        g_array_append_val (censored, found[i].time);
      if (isnan (curve.few_from) && (double) left < few)
        curve.few_from = found[i].time;
    }
  curve.steps = (const RgmCurveStep *) (gpointer) steps->data;
  curve.n_steps = steps->len;
  curve.censored = (const double *) (gpointer) censored->data;
  curve.n_censored = censored->len;
  curve.points = (const RgmCurvePlace *) (gpointer) points->data;
  curve.n_points = points->len;
  sentences = describe_steps (self, index, steps);
  curve.step_sentences = sentences != NULL ? (const char * const *) sentences->pdata : NULL;

  rgm_curve_plot_add_curve (plot, &curve);
  if (rgm_curves_figure_knows_events (self, index))
    add_counts (self, plot, group, index);
}

/* Two groups whose means are compared, by name, have the difference between their curves. */
static gboolean
has_area (RgmCurvesFigure *self)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  guint reference;

  if (shown->tau <= 0 || rgm_curves_figure_get_n_groups (self) != 2)
    return FALSE;

  reference = (guint) self->analysis->options.reference;

  return !isnan (rgm_curves_figure_get_group (self, 1 - reference)->difference.value);
}

static void
add_landmark (RgmCurvesFigure *self,
              RgmCurvePlot    *plot,
              double           at)
{
  g_autofree char *label = rgm_curves_figure_describe_time (self, at);
  g_autofree char *sentence = rgm_curves_figure_describe_landmark (self, at);

  rgm_curve_plot_add_landmark (plot, at, label, sentence);
}

static RgmCurvePlot *
make_plot (RgmCurvesFigure *self)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  const char *unit = self->patients != NULL && self->patients->unit != NULL ? rgm_format_unit (self->patients->unit, 0) : NULL;
  g_autofree char *time = unit != NULL ? g_strdup_printf (_("Time, %s"), unit) : g_strdup (_("Time"));
  RgmCurvePlot *plot = rgm_curve_plot_new (self->ticks, &(RgmAxis) { time, 0, NAN, get_axis_unit (self) },
                                           &(RgmAxis) { shown->failure ? _("1 − survival") : _("Survival"), 0, get_scale (self),
                                                        shown->probability ? RGM_AXIS_NUMBER : RGM_AXIS_PERCENT });

  rgm_curve_plot_set_frame (plot, rgm_figure_get_frame (RGM_FIGURE (self)));
  rgm_curve_plot_set_note (plot, rgm_curves_figure_note_hidden);
  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    add_curve (self, plot, i);
  for (guint i = 0; i < self->landmarks->len && self->analysis != NULL; i++)
    {
      double at = g_array_index (self->landmarks, double, i);

      if (at > g_array_index (self->ticks, double, self->ticks->len - 1))
        break;
      add_landmark (self, plot, at);
    }
  if (has_area (self))
    rgm_curve_plot_set_area (plot, 0, 1, self->analysis->options.tau);

  return plot;
}

static RgmScene *
rgm_curves_figure_lay_out (RgmFigure       *figure,
                           const RgmLayout *layout,
                           guint           *n_pages)
{
  RgmCurvesFigure *self = RGM_CURVES_FIGURE (figure);

  if (self->plot == NULL)
    self->plot = make_plot (self);
  *n_pages = 1;

  return rgm_curve_plot_lay_out (self->plot, layout);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_curves_figure_finalize (GObject *object)
{
  RgmCurvesFigure *self = RGM_CURVES_FIGURE (object);

  g_clear_pointer (&self->given, rgm_patient_groups_unref);
  g_clear_pointer (&self->patients, rgm_patient_groups_unref);
  g_array_unref (self->arms);
  g_ptr_array_unref (self->left_out);
  g_clear_pointer (&self->analysis, rgm_survival_analysis_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_array_unref (self->landmarks);
  g_clear_pointer (&self->plot, rgm_curve_plot_free);

  G_OBJECT_CLASS (rgm_curves_figure_parent_class)->finalize (object);
}

static void
rgm_curves_figure_class_init (RgmCurvesFigureClass *klass)
{
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rgm_curves_figure_finalize;
  figure_class->kind = &kind;
  figure_class->update = rgm_curves_figure_update;
  figure_class->lay_out = rgm_curves_figure_lay_out;
  figure_class->suggest = rgm_curves_figure_suggest;
}

static void
rgm_curves_figure_init (RgmCurvesFigure *self)
{
  self->arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->landmarks = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * rgm_curves_figure_set_patients:
 * @self: a figure
 * @patients: (nullable): whose curves it shows, or %NULL for those of the selection's arms
 */
void
rgm_curves_figure_set_patients (RgmCurvesFigure  *self,
                                RgmPatientGroups *patients)
{
  RgmPatientGroups *old = self->given;

  if (patients == old)
    return;

  self->given = patients != NULL ? rgm_patient_groups_ref (patients) : NULL;
  if (old != NULL)
    rgm_patient_groups_unref (old);
  rgm_figure_changed (RGM_FIGURE (self));
}

/**
 * rgm_curves_figure_get_given:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the patients that it was given, as they were, or %NULL while it shows the selection's arms
 */
RgmPatientGroups *
rgm_curves_figure_get_given (RgmCurvesFigure *self)
{
  return self->given;
}

/**
 * rgm_curves_figure_get_patients:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): whose curves it shows, until the next change
 */
RgmPatientGroups *
rgm_curves_figure_get_patients (RgmCurvesFigure *self)
{
  rgm_figure_get_table (RGM_FIGURE (self));

  return self->patients;
}

/**
 * rgm_curves_figure_get_reference:
 * @self: a figure
 *
 * Returns: the group with which the others are compared
 */
gsize
rgm_curves_figure_get_reference (RgmCurvesFigure *self)
{
  rgm_figure_get_table (RGM_FIGURE (self));

  return self->analysis != NULL ? self->analysis->options.reference : 0;
}

/**
 * rgm_curves_figure_get_fault:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): why it draws no curves of the patients that it has, until
 *   the next change
 */
const char *
rgm_curves_figure_get_fault (RgmCurvesFigure *self)
{
  /* Asking for the table brings the figure up to date. */
  rgm_figure_get_table (RGM_FIGURE (self));

  return self->fault;
}
