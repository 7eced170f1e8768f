/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-patient-figure.h"

#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-isolate.h"
#include "rgm-number-remarks.h"
#include "rgm-patient.h"
#include "rgm-punctuation.h"
#include "rgm-term-text.h"
#include "rgm-text-plot.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/* A sheet lists no more trials in a group, and counts the rest; the table has all of them. */
#define MOST_TRIALS 100

/* Longer rankings help nobody. */
#define MOST_QUESTIONS 5

struct _RgmPatientFigure
{
  RgmFigure   parent_instance;

  RgmPatient *patient;      /* NULL where nothing is known, until the next change */
  GArray     *positions;    /* of guint: the selected trials, those that fit first */
};

G_DEFINE_FINAL_TYPE (RgmPatientFigure, rgm_patient_figure, RGM_TYPE_FIGURE)

static const RgmOption options[] = {
  { .key = "patient", .kind = RGM_OPTION_TEXT, .offset = G_STRUCT_OFFSET (RgmPatientOptions, patient), .topic = "patient" },
};

static const RgmFigureKind kind = { "patient", N_("Patient’s sheet"), sizeof (RgmPatientOptions), options, G_N_ELEMENTS (options), .is_page = TRUE };

static const char * const endpoints[] = { RGM_ENDPOINT_ORR, NULL };

/* ── The patient ─────────────────────────────────────────────────────────────── */

static void
find_patient (RgmPatientFigure  *self,
              GError           **error)
{
  const RgmPatientOptions *given = rgm_figure_get_options (RGM_FIGURE (self));
  RgmSelection *selection = rgm_figure_get_selection (RGM_FIGURE (self));
  RgmIndex *index = rgm_selection_get_index (selection);

  g_clear_object (&self->patient);
  if (index == NULL)
    return;

  if (given->patient == NULL)
    g_set_object (&self->patient, rgm_selection_get_patient (selection));
  else if (*given->patient != '\0')
    self->patient = rgm_patient_new (rgm_index_get_matcher (index), rgm_index_get_data_set (index), given->patient, error);
}

static void
find_trials (RgmPatientFigure *self)
{
  RgmSelection *selection = rgm_figure_get_selection (RGM_FIGURE (self));
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autoptr (GHashTable) by_trial = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->positions, 0);
  if (self->patient == NULL)
    return;

  for (guint i = 0; i < data_set->trials->len; i++)
    g_hash_table_insert (by_trial, g_ptr_array_index (data_set->trials, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < rgm_selection_get_count (selection); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (by_trial, trial));

      g_array_append_val (self->positions, position);
    }
  rgm_patient_group (self->patient, self->positions);
}

static RgmTrial *
get_trial (RgmPatientFigure *self,
           guint             index)
{
  return g_ptr_array_index (rgm_figure_get_data_set (RGM_FIGURE (self))->trials, g_array_index (self->positions, guint, index));
}

static RgmAnswer
get_answer (RgmPatientFigure *self,
            guint             index)
{
  return rgm_patient_get_answer (self->patient, g_array_index (self->positions, guint, index));
}

static guint
count (RgmPatientFigure *self,
       RgmAnswer         answer)
{
  guint n = 0;

  for (guint i = 0; i < self->positions->len; i++)
    n += get_answer (self, i) == answer;

  return n;
}

/* ── Words ───────────────────────────────────────────────────────────────────── */

/* '37.8%, 95% CI 27.3 to 49.2', or NULL where none is reported. */
static char *
describe_response (RgmTrial *trial,
                   RgmArm   *arm)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, RGM_ENDPOINT_ORR);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *value = NULL;
  g_autofree char *interval = NULL;
  g_autoptr (GString) text = NULL;

  if (outcome == NULL)
    return NULL;

  remarks = rgm_number_remarks_find (trial, arm, endpoints);
  value = rgm_value_text_value (&outcome->estimate);
  interval = rgm_value_text_interval (&outcome->estimate);
  text = g_string_new (value);
  if (interval != NULL)
    rgm_add_word (text, interval);
  if (remarks->len > 0)
    g_string_append (text, RGM_SIGN_SPACE RGM_REMARK_SIGN);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Each arm's regimen with its response rate, a line each. */
static char *
describe_arms (RgmTrial *trial)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (trial->arms, i);
      g_autofree char *response = describe_response (trial, arm);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (response != NULL)
        /* Translators: an arm and what is the case in it: 'Drug, 10 mg: 37 patients'. */
        rgm_text_append_printf (text, C_("arm", "%s: %s"), arm->label, response);
      else
        g_string_append (text, arm->label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of a trial that fits what it was found to ask for; of another why it does not, or what is open. */
static char *
describe_reason (RgmPatientFigure *self,
                 guint             index)
{
  guint position = g_array_index (self->positions, guint, index);
  g_autoptr (GPtrArray) criteria = NULL;
  g_autoptr (GString) met = NULL;

  if (get_answer (self, index) != RGM_ANSWER_YES)
    return rgm_patient_reason (self->patient, position);

  criteria = rgm_patient_explain (self->patient, position);
  met = g_string_new (NULL);
  for (guint i = 0; i < criteria->len; i++)
    {
      const RgmCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->answer == RGM_ANSWER_YES)
        rgm_add_phrase (met, criterion->text);
    }

  /* Translators: %s are published criteria of a trial that a patient meets: 'RAS wild-type; Metastatic'. */
  return rgm_text_printf (_("Met: %s"), met->str);
}

static char *
describe_group (RgmAnswer answer,
                guint     n)
{
  return rgm_text_printf (ngettext ("%s: %u trial", "%s: %u trials", n), rgm_answer_to_label (answer), n);
}

static char *
make_summary (RgmPatientFigure *self)
{
  g_autofree char *findings = rgm_patient_summary (self->patient);
  g_autoptr (GString) summary = g_string_new (findings);

  for (int answer = RGM_ANSWER_YES; answer >= RGM_ANSWER_NO; answer--)
    {
      g_autofree char *group = describe_group ((RgmAnswer) answer, count (self, (RgmAnswer) answer));

      rgm_add_phrase (summary, group);
    }

  return rgm_end_sentence (summary->str);
}

/* The arms whose responses are shown, and where those and the criteria are from. */
static void
collect (RgmPatientFigure *self,
         GArray           *arms,
         GPtrArray        *citations,
         GPtrArray        *criteria)
{
  for (guint i = 0; i < self->positions->len && get_answer (self, i) != RGM_ANSWER_NO; i++)
    {
      RgmTrial *trial = get_trial (self, i);
      GPtrArray *explained = rgm_patient_explain (self->patient, g_array_index (self->positions, guint, i));

      g_ptr_array_add (criteria, explained);
      for (guint j = 0; j < explained->len; j++)
        g_ptr_array_add (citations, ((RgmCriterion *) g_ptr_array_index (explained, j))->citations);
      for (guint j = 0; j < trial->arms->len; j++)
        {
          RgmFigureArm arm = { .trial = trial, .arm = g_ptr_array_index (trial->arms, j) };
          RgmOutcome *outcome = rgm_arm_get_outcome (arm.arm, RGM_ENDPOINT_ORR);

          if (outcome == NULL)
            continue;
          g_array_append_val (arms, arm);
          g_ptr_array_add (citations, outcome->citations);
        }
    }
}

static void
fill_frame (RgmPatientFigure *self,
            RgmFrame         *frame)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  const RgmTrialsOptions all = { .arms = NULL };
  g_autoptr (GArray) arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
  g_autoptr (GPtrArray) citations = g_ptr_array_new ();
  g_autoptr (GPtrArray) criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  collect (self, arms, citations, criteria);
  frame->subtitle = g_strdup (data_set->title);
  frame->summary = make_summary (self);
  frame->selection = rgm_figure_text_selection (rgm_figure_get_selection (RGM_FIGURE (self)), &all);
  rgm_figure_text_remarks (frame, arms, endpoints);
  frame->method = g_strdup (_("The findings were compared with the published criteria of each trial. What was not entered is unknown, and never "
                              "taken for absent; a criterion that the source does not state counts neither way."));
  frame->caveat = g_strdup (rgm_matcher_caveat ());
  rgm_figure_text_cite (frame, data_set, citations);
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

static RgmTable *
make_table (RgmPatientFigure *self)
{
  enum { TRIAL, REGIMEN, RESPONSE, ANSWER, REASON };
  RgmTable *table = rgm_table_new ();

  rgm_table_add_column (table, "trial", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "regimen", _("Regimen"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "response", rgm_term_endpoint (rgm_figure_get_data_set (RGM_FIGURE (self)), RGM_ENDPOINT_ORR),
                        RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "answer", _("Published criteria"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "reason", _("Reason"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < self->positions->len; i++)
    {
      RgmTrial *trial = get_trial (self, i);
      g_autofree char *reason = describe_reason (self, i);

      for (guint j = 0; j < MAX (trial->arms->len, 1); j++)
        {
          RgmArm *arm = j < trial->arms->len ? g_ptr_array_index (trial->arms, j) : NULL;
          g_autofree char *response = arm != NULL ? describe_response (trial, arm) : NULL;
          guint row = rgm_table_add_row (table, trial->id);

          rgm_table_set_text (table, row, TRIAL, trial->name);
          rgm_table_set_text (table, row, REGIMEN, arm != NULL ? arm->label : "");
          rgm_table_set_text (table, row, RESPONSE, response != NULL ? response : "");
          rgm_table_set_text (table, row, ANSWER, rgm_answer_to_label (get_answer (self, i)));
          rgm_table_set_text (table, row, REASON, reason);
        }
    }

  return table;
}

static RgmTable *
rgm_patient_figure_update (RgmFigure *figure,
                           RgmFrame  *frame)
{
  RgmPatientFigure *self = RGM_PATIENT_FIGURE (figure);
  g_autoptr (GError) error = NULL;

  find_patient (self, &error);
  find_trials (self);
  frame->title = g_strdup (_("Patient’s sheet"));
  if (self->patient == NULL)
    {
      frame->note = g_strdup (error != NULL ? error->message : _("No findings have been entered. Choose them under “Patient”, beside the search."));
      frame->summary = g_strdup (frame->note);
      frame->caveat = g_strdup (rgm_matcher_caveat ());
      return rgm_table_new ();
    }

  fill_frame (self, frame);

  return make_table (self);
}

/* ── Drawing ─────────────────────────────────────────────────────────────────── */

static void
add_row (RgmTextPlot        *plot,
         const char         *id,
         const char         *target,
         const char * const *cells)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autofree char *ended = NULL;

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      rgm_add_phrase (sentence, cells[i]);
  ended = rgm_end_sentence (sentence->str);
  rgm_text_plot_add_row (plot, &(RgmTextRow) { id, target, ended, cells });
}

static void
add_findings (RgmPatientFigure *self,
              RgmTextPlot      *plot)
{
  const RgmTextColumn column = { NULL, 1, RGM_WEIGHT_REGULAR };
  g_autofree char *findings = rgm_patient_summary (self->patient);

  rgm_text_plot_add_section (plot, _("Findings"), &column, 1);
  add_row (plot, "findings", NULL, (const char *[]) { findings, NULL });
}

static void
add_group (RgmPatientFigure *self,
           RgmTextPlot      *plot,
           RgmAnswer         answer,
           guint             n_trials)
{
  const RgmTextColumn columns[] = {
    { _("Trial"), 0.18, RGM_WEIGHT_BOLD }, { _("Regimen and response rate"), 0.34, RGM_WEIGHT_REGULAR }, { _("Published criteria"), 0.48, RGM_WEIGHT_REGULAR },
  };
  const RgmTextColumn none = { NULL, 1, RGM_WEIGHT_REGULAR };
  guint n = count (self, answer);
  g_autofree char *heading = describe_group (answer, n);
  guint shown = 0;

  rgm_text_plot_add_section (plot, heading, n > 0 ? columns : &none, n > 0 ? G_N_ELEMENTS (columns) : 1);
  for (guint i = 0; i < self->positions->len && shown < n_trials; i++)
    {
      RgmTrial *trial = get_trial (self, i);
      g_autofree char *id = g_strconcat ("trial ", trial->id, NULL);
      g_autofree char *arms = NULL;
      g_autofree char *reason = NULL;

      if (get_answer (self, i) != answer)
        continue;
      shown++;
      arms = describe_arms (trial);
      reason = describe_reason (self, i);
      add_row (plot, id, trial->id, (const char *[]) { trial->name, arms, reason, NULL });
    }
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more, listed in the table.", "And %u more, listed in the table.", n - shown), n - shown);

      add_row (plot, NULL, NULL, (const char *[]) { "", more, "", NULL });
    }
}

/* Who does not fit stands there by name: the reasons are in the table, and on the trials' pages. */
static void
add_misfits (RgmPatientFigure *self,
             RgmTextPlot      *plot)
{
  const RgmTextColumn column = { NULL, 1, RGM_WEIGHT_REGULAR };
  guint n = count (self, RGM_ANSWER_NO);
  g_autofree char *heading = describe_group (RGM_ANSWER_NO, n);
  g_autoptr (GString) names = g_string_new (NULL);
  guint shown = 0;

  if (n == 0)
    return;

  for (guint i = 0; i < self->positions->len && shown < MOST_TRIALS; i++)
    if (get_answer (self, i) == RGM_ANSWER_NO)
      {
        rgm_add_word (names, get_trial (self, i)->name);
        shown++;
      }
  if (shown < n)
    rgm_add_sentence_printf (names, ngettext ("And %u more, listed in the table.", "And %u more, listed in the table.", n - shown), n - shown);
  rgm_text_plot_add_section (plot, heading, &column, 1);
  add_row (plot, "misfits", NULL, (const char *[]) { names->str, NULL });
}

static void
add_questions (RgmPatientFigure *self,
               RgmTextPlot      *plot)
{
  const RgmTextColumn columns[] = { { NULL, 0.28, RGM_WEIGHT_BOLD }, { NULL, 0.72, RGM_WEIGHT_REGULAR } };
  g_autoptr (GPtrArray) ranked = rgm_patient_rank (self->patient, self->positions);

  if (ranked->len == 0)
    return;

  rgm_text_plot_add_section (plot, _("Findings that would settle the most trials"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (ranked->len, MOST_QUESTIONS); i++)
    {
      const RgmQuestion *question = g_ptr_array_index (ranked, i);
      g_autofree char *name = rgm_patient_name_fact (self->patient, question->fact);
      g_autofree char *trials = g_strdup_printf (ngettext ("%u trial", "%u trials", question->decides), question->decides);
      g_autofree char *id = g_strconcat ("question ", question->fact, NULL);

      add_row (plot, id, NULL, (const char *[]) { name, trials, NULL });
    }
}

/* The sheet with at most @n_trials of each group. */
static RgmScene *
lay_out_trials (RgmPatientFigure *self,
                guint             n_trials,
                const RgmLayout  *layout,
                guint            *n_pages)
{
  g_autoptr (RgmTextPlot) plot = rgm_text_plot_new ();

  rgm_text_plot_set_frame (plot, rgm_figure_get_frame (RGM_FIGURE (self)));
  if (self->patient != NULL)
    {
      add_findings (self, plot);
      add_group (self, plot, RGM_ANSWER_YES, n_trials);
      add_group (self, plot, RGM_ANSWER_UNKNOWN, n_trials);
      add_questions (self, plot);
      add_misfits (self, plot);
    }

  return rgm_text_plot_lay_out (plot, layout, n_pages);
}

/* On paper, which is taller than wide, the sheet is one page: it lists fewer trials of each group
 * until it fits, and says how many more there are. Slides and landscape pages continue instead. */
static RgmScene *
rgm_patient_figure_lay_out (RgmFigure       *figure,
                            const RgmLayout *layout,
                            guint           *n_pages)
{
  RgmPatientFigure *self = RGM_PATIENT_FIGURE (figure);
  gboolean is_paper = layout->overflow == RGM_OVERFLOW_PAGES && layout->height > layout->width;
  guint pages;
  g_autoptr (RgmScene) scene = lay_out_trials (self, MOST_TRIALS, layout, &pages);

  for (guint n = MIN (MOST_TRIALS, self->positions->len); is_paper && pages > 1 && n > 1;)
    {
      n = n > 8 ? n * 3 / 4 : n - 1;
      g_clear_object (&scene);
      scene = lay_out_trials (self, n, layout, &pages);
    }
  if (n_pages != NULL)
    *n_pages = pages;

  return g_steal_pointer (&scene);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_patient_figure_constructed (GObject *object)
{
  G_OBJECT_CLASS (rgm_patient_figure_parent_class)->constructed (object);

  g_signal_connect_object (rgm_figure_get_selection (RGM_FIGURE (object)), "notify::patient", G_CALLBACK (rgm_figure_changed), object,
                           G_CONNECT_SWAPPED);
}

static void
rgm_patient_figure_finalize (GObject *object)
{
  RgmPatientFigure *self = RGM_PATIENT_FIGURE (object);

  g_clear_object (&self->patient);
  g_clear_pointer (&self->positions, g_array_unref);

  G_OBJECT_CLASS (rgm_patient_figure_parent_class)->finalize (object);
}

static void
rgm_patient_figure_class_init (RgmPatientFigureClass *klass)
{
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_patient_figure_constructed;
  G_OBJECT_CLASS (klass)->finalize = rgm_patient_figure_finalize;
  figure_class->kind = &kind;
  figure_class->update = rgm_patient_figure_update;
  figure_class->lay_out = rgm_patient_figure_lay_out;
}

static void
rgm_patient_figure_init (RgmPatientFigure *self)
{
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
}
