/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-import-questions.h"
#include "rgm-isolate.h"
#include "rgm-long-list.h"
#include "rgm-page-widgets.h"
#include "rgm-row-name.h"
#include "rgm-term-text.h"

/* What an import asks: whether a trial of the same name is the same trial, which of several
 * measures of an endpoint is meant, and which arm a group of patients is. The first answer
 * is shown as chosen, and holds unless a person chooses another one. */

#define RGM_TYPE_IMPORT_QUESTION (rgm_import_question_get_type ())
G_DECLARE_FINAL_TYPE (RgmImportQuestion, rgm_import_question, RGM, IMPORT_QUESTION, GObject)

struct _RgmImportQuestion
{
  GObject           parent_instance;

  RgmImportReview  *review;
  RgmAnswered       answered;
  gpointer          data;

  char             *title;
  char             *subtitle;
  GPtrArray        *options;      /* of text */
  guint             chosen;

  /* One of the three. */
  char             *proposed;     /* the ids of two trials */
  char             *known;
  GPtrArray        *measures;     /* of RgmPostedMeasure, as the options after the first */
  RgmPostedGroup   *group;
};

G_DEFINE_FINAL_TYPE (RgmImportQuestion, rgm_import_question, G_TYPE_OBJECT)

static void
rgm_import_question_finalize (GObject *object)
{
  RgmImportQuestion *self = RGM_IMPORT_QUESTION (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->proposed);
  g_free (self->known);
  g_ptr_array_unref (self->options);
  g_clear_pointer (&self->measures, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_import_question_parent_class)->finalize (object);
}

static void
rgm_import_question_class_init (RgmImportQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_import_question_finalize;
}

static void
rgm_import_question_init (RgmImportQuestion *self)
{
  self->options = g_ptr_array_new_with_free_func (g_free);
}

static void
answer (RgmImportQuestion *self,
        guint              chosen)
{
  if (self->proposed != NULL)
    {
      rgm_merge_choices_join (self->review->choices, self->proposed, chosen == 1 ? self->known : NULL);
    }
  else if (self->measures != NULL)
    {
      for (guint i = 0; i < self->measures->len; i++)
        ((RgmPostedMeasure *) g_ptr_array_index (self->measures, i))->is_taken = i + 1 == chosen;
    }
  else
    {
      self->group->arm = (int) chosen - 1;
    }
}

static void
on_selected (AdwComboRow       *row,
             GParamSpec        *pspec,
             RgmImportQuestion *self)
{
  guint chosen = adw_combo_row_get_selected (row);

  if (chosen == GTK_INVALID_LIST_POSITION || chosen == self->chosen)
    return;

  self->chosen = chosen;
  answer (self, chosen);
  self->answered (self->data);
}

/* An answer may be as long as the title of a measure. */
static void
set_up_option (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_item_set_child (item, label);
}

static void
bind_option (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
options_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_option), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_option), NULL);

  return factory;
}

static void
set_up_chosen (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static GtkListItemFactory *
chosen_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_chosen), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_option), NULL);

  return factory;
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  RgmImportQuestion *self = item;
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) options = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = chosen_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = options_factory_new ();

  for (guint i = 0; i < self->options->len; i++)
    gtk_string_list_append (options, g_ptr_array_index (self->options, i));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->subtitle);
  adw_combo_row_set_factory (ADW_COMBO_ROW (row), factory);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (row), list_factory);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (options));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->chosen);
  rgm_row_set_name (row, self->title);
  rgm_row_tell_choice (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, 0);

  return row;
}

static RgmImportQuestion *
question_new (RgmImportReview *review,
              RgmAnswered      answered,
              gpointer         data)
{
  RgmImportQuestion *self = g_object_new (RGM_TYPE_IMPORT_QUESTION, NULL);

  self->review = review;
  self->answered = answered;
  self->data = data;

  return self;
}

static const char *
find_name (RgmDataSet *data_set,
           const char *id)
{
  RgmTrial *trial = rgm_data_set_find_trial (data_set, id);

  return trial != NULL ? trial->name : id;
}

static void
ask_of_duplicates (GListStore      *questions,
                   RgmImportReview *review,
                   RgmAnswered      answered,
                   gpointer         data)
{
  for (guint i = 0; i < review->merge->duplicates->len; i++)
    {
      const RgmLikelyDuplicate *duplicate = g_ptr_array_index (review->merge->duplicates, i);
      RgmTrial *proposed = rgm_data_set_find_trial (review->proposed, duplicate->proposed);
      RgmTrial *known = rgm_data_set_find_trial (duplicate->is_new ? review->merge->result : review->base, duplicate->known);
      g_autoptr (RgmImportQuestion) question = question_new (review, answered, data);
      g_autofree char *numbers = g_strjoinv (", ", proposed->registrations);
      g_autofree char *known_numbers = g_strjoinv (", ", known->registrations);

      question->proposed = g_strdup (duplicate->proposed);
      question->known = g_strdup (duplicate->known);
      question->title = rgm_text_printf (duplicate->is_new ? _("Are both records of “%s” about the same trial?")
                                                           : _("Is “%s” the same trial as in the data set?"), proposed->name);
      /* Translators: the registrations of two trials of the same name. */
      question->subtitle = rgm_text_printf (duplicate->is_new ? _("One is %s, the other %s.") : _("Imported: %s. In the data set: %s."),
                                            numbers, known_numbers);
      g_ptr_array_add (question->options, g_strdup (_("No, another trial")));
      g_ptr_array_add (question->options, g_strdup (_("Yes, the same trial")));
      question->chosen = rgm_merge_choices_get_joined (review->choices, duplicate->proposed) != NULL ? 1 : 0;
      g_list_store_append (questions, question);
    }
}

/* One primary measure is what a trial was made for; nothing else goes before the others. */
static guint
preset_measure (GPtrArray *measures)
{
  guint n_primary = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      RgmPostedMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->is_taken)
        return i + 1;
      n_primary += g_strcmp0 (measure->type, "PRIMARY") == 0;
    }

  return n_primary == 1 ? 1 : 0;
}

static char *
describe_measure (const RgmPostedMeasure *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_strcmp0 (measure->type, "PRIMARY") == 0)
    /* Translators: the title of a primary outcome measure. */
    g_string_printf (text, _("Primary: %s"), measure->title);
  else
    g_string_assign (text, measure->title);

  for (guint i = 0; i < measure->outcomes->len; i++)
    {
      const RgmOutcome *outcome = g_ptr_array_index (measure->outcomes, i);

      if (outcome->estimate.published != NULL)
        g_string_append_printf (text, "\n%s", outcome->estimate.published);
    }

  return g_strdup (text->str);
}

static void
ask_of_measures (GListStore       *questions,
                 RgmPostedResults *results,
                 RgmImportReview  *review,
                 RgmAnswered       answered,
                 gpointer          data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < results->measures->len; i++)
    {
      const char *endpoint = ((RgmPostedMeasure *) g_ptr_array_index (results->measures, i))->endpoint;
      g_autoptr (GPtrArray) measures = rgm_posted_results_find_measures (results, endpoint);
      g_autoptr (RgmImportQuestion) question = NULL;

      if (measures->len < 2 || !g_hash_table_add (seen, (gpointer) endpoint))
        continue;

      question = question_new (review, answered, data);
      /* Translators: a trial and an endpoint that several of its outcome measures report. */
      question->title = rgm_text_printf (_("%s: which measure is %s?"), find_name (review->proposed, results->trial),
                                         rgm_term_endpoint (review->proposed, endpoint));
      question->subtitle = g_strdup_printf (ngettext ("%u posted measure reports it.", "%u posted measures report it.", measures->len), measures->len);
      g_ptr_array_add (question->options, g_strdup (_("None of them")));
      for (guint j = 0; j < measures->len; j++)
        g_ptr_array_add (question->options, describe_measure (g_ptr_array_index (measures, j)));
      question->chosen = preset_measure (measures);
      question->measures = g_steal_pointer (&measures);
      answer (question, question->chosen);
      g_list_store_append (questions, question);
    }
}

static gboolean
is_used (RgmPostedResults *results,
         guint             group)
{
  for (guint i = 0; i < results->measures->len; i++)
    {
      const RgmPostedMeasure *measure = g_ptr_array_index (results->measures, i);

      for (guint j = 0; j < measure->groups->len; j++)
        if (g_array_index (measure->groups, guint, j) == group)
          return TRUE;
    }

  return FALSE;
}

static void
ask_of_groups (GListStore       *questions,
               RgmPostedResults *results,
               RgmImportReview  *review,
               RgmAnswered       answered,
               gpointer          data)
{
  RgmTrial *trial = rgm_data_set_find_trial (review->proposed, results->trial);

  for (guint i = 0; trial != NULL && trial->arms->len > 0 && i < results->groups->len; i++)
    {
      RgmPostedGroup *group = g_ptr_array_index (results->groups, i);
      g_autoptr (RgmImportQuestion) question = NULL;

      if (group->arm >= 0 || !is_used (results, i))
        continue;

      question = question_new (review, answered, data);
      question->group = group;
      /* Translators: a trial and a group of its patients, as posted. */
      question->title = rgm_text_printf (_("%s: which arm is “%s”?"), trial->name, group->title);
      question->subtitle = g_strdup (_("Results are posted for this group, and no registered arm has its name."));
      g_ptr_array_add (question->options, g_strdup (_("None of them")));
      for (guint j = 0; j < trial->arms->len; j++)
        g_ptr_array_add (question->options, g_strdup (((RgmArm *) g_ptr_array_index (trial->arms, j))->label));
      question->chosen = (guint) (group->suggestion + 1);
      answer (question, question->chosen);
      g_list_store_append (questions, question);
    }
}

/**
 * rgm_import_questions_new:
 * @review: a review; it must outlive the widget
 * @answered: called when a question is answered
 * @data: what it is called with
 *
 * Answers each question with its first or most likely answer; rgm_import_review_update()
 * has to follow.
 *
 * Returns: (transfer full) (nullable): the questions, floating; %NULL if there are none
 */
GtkWidget *
rgm_import_questions_new (RgmImportReview *review,
                          RgmAnswered      answered,
                          gpointer         data)
{
  g_autoptr (GListStore) questions = g_list_store_new (RGM_TYPE_IMPORT_QUESTION);
  GtkWidget *section;

  ask_of_duplicates (questions, review, answered, data);
  for (guint i = 0; i < review->import->results->len; i++)
    {
      RgmPostedResults *results = g_ptr_array_index (review->import->results, i);

      ask_of_measures (questions, results, review, answered, data);
      ask_of_groups (questions, results, review, answered, data);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (questions)) == 0)
    return NULL;

  section = rgm_section_new (_("Questions"), _("What the files leave open. Each question has an answer, which can be changed."));
  gtk_box_append (GTK_BOX (section), rgm_long_list_new (_("Questions"), G_LIST_MODEL (questions), make_row, NULL));

  return section;
}
