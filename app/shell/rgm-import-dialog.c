/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-accessible.h"
#include "rgm-change-text.h"
#include "rgm-document.h"
#include "rgm-error.h"
#include "rgm-fault-dialog.h"
#include "rgm-help-window.h"
#include "rgm-import-dialog.h"
#include "rgm-import-questions.h"
#include "rgm-isolate.h"
#include "rgm-long-list.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-row-name.h"
#include "rgm-store-library.h"
#include "rgm-value-text.h"
#include "rgm-window-state.h"

/* What others' files would change, before anything is taken:
 *
 *     questions ── answers ──> merge ──> new, changed, not taken, same ── ticks ──> one revision
 */

struct _RgmImportDialog
{
  AdwWindow        parent_instance;

  RgmWindow       *window;      /* that the dialog is over */
  RgmNothingTaken  nothing_taken;
  gpointer         data;        /* for it */
  GDestroyNotify   free_data;
  GTask           *task;        /* while files are read */
  GCancellable    *cancellable;
  RgmImportReview *review;
  guint            poll_id;
  guint            update_id;

  AdwWindowTitle  *heading;
  GtkStack        *stack;
  GtkProgressBar  *progress;
  GtkButton       *take_button;
  GtkBox          *parts;
  GtkBox          *lists;       /* below the questions; made again when one is answered */
};

G_DEFINE_FINAL_TYPE (RgmImportDialog, rgm_import_dialog, ADW_TYPE_WINDOW)

/* The item of a list that has no objects of its own. */
#define RGM_TYPE_REVIEW_ITEM (rgm_review_item_get_type ())
G_DECLARE_FINAL_TYPE (RgmReviewItem, rgm_review_item, RGM, REVIEW_ITEM, GObject)

struct _RgmReviewItem
{
  GObject        parent_instance;

  gconstpointer  data;
};

G_DEFINE_FINAL_TYPE (RgmReviewItem, rgm_review_item, G_TYPE_OBJECT)

static void
rgm_review_item_class_init (RgmReviewItemClass *klass)
{
}

static void
rgm_review_item_init (RgmReviewItem *self)
{
}

static GListStore *
make_items (GPtrArray *array)
{
  GListStore *items = g_list_store_new (RGM_TYPE_REVIEW_ITEM);

  for (guint i = 0; i < array->len; i++)
    {
      g_autoptr (RgmReviewItem) item = g_object_new (RGM_TYPE_REVIEW_ITEM, NULL);

      item->data = g_ptr_array_index (array, i);
      g_list_store_append (items, item);
    }

  return items;
}

static const char *
find_name (RgmImportDialog *self,
           const char      *id)
{
  RgmTrial *trial = rgm_data_set_find_trial (self->review->base, id);

  if (trial == NULL)
    trial = rgm_data_set_find_trial (self->review->merge->result, id);

  return trial != NULL ? trial->name : id;
}

/* ── Ticks ───────────────────────────────────────────────────────────────────── */

typedef struct
{
  RgmImportDialog *dialog;
  char            *trial;
  char            *unit;
} Tick;

static void
tick_free (gpointer  data,
           GClosure *closure)
{
  Tick *self = data;

  g_free (self->trial);
  g_free (self->unit);
  g_free (self);
}

static void
on_toggled (GtkCheckButton *button,
            Tick           *tick)
{
  rgm_merge_choices_set_taken (tick->dialog->review->choices, tick->trial, tick->unit, gtk_check_button_get_active (button));
}

static void
add_tick (RgmImportDialog *self,
          GtkWidget       *row,
          const char      *name,
          const char      *trial,
          const char      *unit,
          gboolean         preset,
          gboolean         is_fixed)
{
  GtkWidget *button = gtk_check_button_new ();
  Tick *tick = g_new0 (Tick, 1);

  tick->dialog = self;
  tick->trial = g_strdup (trial);
  tick->unit = g_strdup (unit);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), preset);
  gtk_widget_set_sensitive (button, !is_fixed);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* What activates a row is named by its title. */
  if (is_fixed)
    rgm_accessible_set_name (button, name);
  else if (g_strcmp0 (name, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))) != 0)
    rgm_accessible_set_description (button, name);
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_toggled), tick, tick_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  if (!is_fixed)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
row_new (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  rgm_row_set_name (row, title);
  rgm_accessible_set_description (row, subtitle != NULL ? subtitle : "");

  return row;
}

/* ── Lists ───────────────────────────────────────────────────────────────────── */

static void
append_proposed (GString    *text,
                 const char *rule,
                 gboolean    is_excluded,
                 const char *published)
{
  g_string_append_c (text, '\n');
  /* Translators: an eligibility criterion that the program read, and the sentence that it read. */
  rgm_text_append_printf (text, is_excluded ? _("Proposed exclusion criterion: %s, from “%s”") : _("Proposed criterion: %s, from “%s”"),
                          rule, published != NULL ? published : "");
}

/* What would be taken on the word of the program alone. */
static void
append_proposals (GString  *text,
                  RgmTrial *trial)
{
  GPtrArray *lists[] = { trial->rules, trial->conditions };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const RgmRule *rule = g_ptr_array_index (lists[i], j);

        if (rule->proposed)
          append_proposed (text, rule->text, rule->excluded, rule->published);
      }
  if (trial->lines != NULL && trial->lines->proposed)
    append_proposed (text, trial->lines->text, FALSE, trial->lines->published);
}

static GtkWidget *
make_new_row (gpointer item,
              gpointer data)
{
  RgmImportDialog *self = data;
  const char *id = RGM_REVIEW_ITEM (item)->data;
  RgmTrial *trial = rgm_data_set_find_trial (self->review->proposed, id);
  RgmSource *source = g_str_has_prefix (id, "sources/") ? rgm_data_set_find_source (self->review->proposed, id + strlen ("sources/")) : NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *arms = NULL;
  GtkWidget *row;

  if (trial == NULL)
    {
      row = row_new (source != NULL ? source->citation : id, NULL);
      add_tick (self, row, source != NULL ? source->citation : id, id, NULL,
                rgm_merge_choices_is_taken (self->review->choices, id, NULL, TRUE), FALSE);
      return row;
    }

  if (trial->registrations[0] != NULL)
    rgm_add_phrase (subtitle, trial->registrations[0]);
  if (trial->phase != NULL)
    {
      g_autofree char *phase = rgm_text_printf (_("Phase %s"), trial->phase);

      rgm_add_phrase (subtitle, phase);
    }
  if (trial->status_state != NULL)
    rgm_add_phrase (subtitle, rgm_value_text_status (trial->status_state));
  arms = g_strdup_printf (ngettext ("%u arm", "%u arms", trial->arms->len), trial->arms->len);
  rgm_add_phrase (subtitle, arms);
  if (trial->is_reported)
    rgm_add_phrase (subtitle, _("with results"));
  append_proposals (subtitle, trial);

  row = row_new (trial->name, subtitle->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  add_tick (self, row, trial->name, id, NULL, rgm_merge_choices_is_taken (self->review->choices, id, NULL, TRUE), FALSE);

  return row;
}

static GtkWidget *
make_change_row (RgmImportDialog        *self,
                 const RgmChangedRecord *record,
                 const RgmFieldChange   *first)
{
  g_autofree char *field = rgm_change_text_field (self->review->merge->result, first->unit);
  g_autofree char *values = rgm_change_text_values (record->changes, first->unit);
  g_autofree char *subtitle = first->reason != NULL ? g_strjoin ("\n", values, first->reason, NULL) : g_strdup (values);
  g_autofree char *name = g_strdup_printf ("%s: %s", field, values);
  GtkWidget *row = row_new (field, subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  add_tick (self, row, name, record->id, first->unit, first->taken, first->is_fixed);

  return row;
}

static GtkWidget *
make_changed_row (gpointer item,
                  gpointer data)
{
  RgmImportDialog *self = data;
  const RgmChangedRecord *record = RGM_REVIEW_ITEM (item)->data;
  g_autofree char *summary = rgm_change_text_summary (self->review->merge->result, record->changes);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = rgm_change_text_sort (record->changes);
  const char *title = find_name (self, record->id);
  GtkWidget *row = rgm_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), summary);
  rgm_row_set_name (row, title);
  rgm_accessible_set_description (row, summary);

  for (guint i = 0; i < sorted->len; i++)
    {
      const RgmFieldChange *change = g_ptr_array_index (sorted, i);

      if (g_hash_table_add (seen, change->unit))
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_change_row (self, record, change));
    }

  return row;
}

static GtkWidget *
make_refused_row (gpointer item,
                  gpointer data)
{
  const RgmRefusal *refusal = RGM_REVIEW_ITEM (item)->data;
  g_autofree char *where = refusal->place != NULL ? g_strdup_printf ("%s: %s", refusal->file, refusal->place) : g_strdup (refusal->file);
  GtkWidget *row = row_new (refusal->reason, where);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static GtkWidget *
make_same_row (gpointer item,
               gpointer data)
{
  return row_new (find_name (data, RGM_REVIEW_ITEM (item)->data), NULL);
}

static GtkWidget *
add_list (RgmImportDialog *self,
          const char      *title,
          const char      *description,
          GPtrArray       *array,
          RgmLongListFunc  make_row)
{
  g_autoptr (GListStore) items = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *section;

  if (array->len == 0)
    return NULL;

  items = make_items (array);
  /* Translators: a heading and how many rows stand below it. */
  heading = rgm_text_printf (C_("heading", "%s (%u)"), title, array->len);
  section = rgm_section_new (heading, description);
  gtk_box_append (GTK_BOX (section), rgm_long_list_new (title, G_LIST_MODEL (items), make_row, self));
  gtk_box_append (self->lists, section);

  return section;
}

static void
fill_lists (RgmImportDialog *self)
{
  const RgmMerge *merge = self->review->merge;

  rgm_box_clear (self->lists);
  add_list (self, _("Changed"), _("What is newer in the files. Published numbers stay as they are; where they differ, a remark records both."), merge->changed, make_changed_row);
  add_list (self, _("New"), NULL, merge->offered, make_new_row);
  /* Translators: new trials that several of the imported records are about. */
  add_list (self, _("Joined from several records"), _("New trials: what each further record adds or changes."), merge->joined, make_changed_row);
  add_list (self, _("Not understood"), _("What is not imported, where it is, and what can be done."), self->review->import->refusals->list, make_refused_row);
  add_list (self, _("Same"), NULL, merge->same, make_same_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.take", merge->changed->len + merge->offered->len > 0);
}

static gboolean
update (gpointer data)
{
  RgmImportDialog *self = data;

  self->update_id = 0;
  rgm_import_review_update (self->review);
  fill_lists (self);

  return G_SOURCE_REMOVE;
}

/* Not in the row's own signal: the lists are made again. */
static void
on_answered (gpointer data)
{
  RgmImportDialog *self = data;

  if (self->update_id == 0)
    self->update_id = g_idle_add (update, self);
}

static guint
count_taken (const RgmMerge *merge)
{
  guint n = 0;

  for (guint i = 0; i < merge->added->len; i++)
    n += !g_str_has_prefix (g_ptr_array_index (merge->added, i), "sources/");
  for (guint i = 0; i < merge->changed->len; i++)
    {
      const RgmChangedRecord *record = g_ptr_array_index (merge->changed, i);

      for (guint j = 0; j < record->changes->len; j++)
        if (((RgmFieldChange *) g_ptr_array_index (record->changes, j))->taken)
          {
            n++;
            break;
          }
    }

  return n;
}

/* One step: what is open becomes the revision with all that is taken. */
static void
take (RgmImportDialog *self,
      RgmDataSet      *revision)
{
  RgmWindowState *state = rgm_window_get_state (self->window);
  g_autofree char *text = NULL;
  guint n = count_taken (self->review->merge);

  if (rgm_window_state_get_data_set (state) != self->review->base)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s",
                                  _("The data set has changed in the meantime. Import the files again."));
      return;
    }

  /* What can't be changed where it is becomes a copy in the person's library. */
  if (rgm_window_state_get_document (state) == NULL)
    {
      g_autoptr (GFile) file = rgm_library_make_file (self->review->base->title);
      g_autoptr (RgmDocument) document = rgm_document_new (self->review->base, file, NULL);

      rgm_window_state_set_index (state, rgm_selection_get_index (rgm_window_state_get_selection (state)), file, TRUE);
      rgm_window_state_set_document (state, document);
    }
  /* Translators: what is undone, after “Undo”. */
  rgm_document_apply (rgm_window_state_get_document (state), revision, _("import"), NULL);
  text = g_strdup_printf (ngettext ("%u trial was imported.", "%u trials were imported.", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", text);
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmImportDialog *self = RGM_IMPORT_DIALOG (widget);

  rgm_import_review_update (self->review);
  take (self, self->review->merge->result);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
rgm_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (RGM_IMPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (rgm_import_dialog_parent_class)->close_request (window);
}

static void
rgm_import_dialog_dispose (GObject *object)
{
  RgmImportDialog *self = RGM_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_object (&self->window);
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rgm_import_dialog_parent_class)->dispose (object);
}

static void
rgm_import_dialog_finalize (GObject *object)
{
  RgmImportDialog *self = RGM_IMPORT_DIALOG (object);

  g_clear_pointer (&self->review, rgm_import_review_free);
  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (rgm_import_dialog_parent_class)->finalize (object);
}

static void
rgm_import_dialog_class_init (RgmImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rgm_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RgmImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, RgmImportDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, RgmImportDialog, parts);
  gtk_widget_class_install_action (widget_class, "review.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rgm_import_dialog_init (RgmImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "import");
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.take", FALSE);
}

static char *
summarise (const RgmImportReview *review)
{
  const RgmMerge *merge = review->merge;
  guint n_added = merge->added->len, n_changed = merge->changed->len, n_same = merge->same->len;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *added = g_strdup_printf (ngettext ("%u new", "%u new", n_added), n_added);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  g_autofree char *same = g_strdup_printf (ngettext ("%u the same", "%u the same", n_same), n_same);

  rgm_add_phrase (text, added);
  rgm_add_phrase (text, changed);
  rgm_add_phrase (text, same);

  return g_strdup (text->str);
}

static void
show_review (RgmImportDialog *self)
{
  GtkWidget *questions = rgm_import_questions_new (self->review, on_answered, self);
  g_autofree char *summary = NULL;

  if (questions != NULL)
    {
      gtk_box_append (self->parts, questions);
      rgm_import_review_update (self->review);
    }
  self->lists = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (self->parts, GTK_WIDGET (self->lists));
  fill_lists (self);

  summary = summarise (self->review);
  adw_window_title_set_subtitle (self->heading, summary);
  gtk_stack_set_visible_child_name (self->stack, "review");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->take_button));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->take_button));
}

static void
tell_refusals (RgmImportDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *refusals = self->review->import->refusals->list;

  for (guint i = 0; i < refusals->len; i++)
    {
      const RgmRefusal *refusal = g_ptr_array_index (refusals, i);

      name = refusal->file;
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? "\n" : "", refusal->file);
      if (refusal->place != NULL)
        g_string_append_printf (text, "%s: ", refusal->place);
      g_string_append (text, refusal->reason);
    }

  error = g_error_new_literal (RGM_ERROR, RGM_ERROR_INPUT, text->str);
  rgm_fault_dialog_show (GTK_WINDOW (self->window), name != NULL ? name : _("The import"), NULL, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (RgmImportDialog) self = data;

  g_clear_handle_id (&self->poll_id, g_source_remove);
  self->review = rgm_import_task_finish (result, NULL);
  if (self->review == NULL || self->window == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (rgm_import_review_is_empty (self->review))
    {
      if (self->nothing_taken == NULL || !self->nothing_taken (self->window, self->review, self->data))
        tell_refusals (self);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      show_review (self);
    }
}

/* What is read in a moment shows no progress. */
static gboolean
poll_progress (gpointer data)
{
  RgmImportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, rgm_import_task_get_progress (self->task));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_CONTINUE;
}

/**
 * rgm_import_dialog_start:
 * @window: the window whose data set is changed; it has one
 * @files: (nullable) (element-type GFile): others' files
 * @pasted: (nullable): text in place of files
 * @nothing_taken: (nullable): called where nothing can be taken
 * @data: what it is called with
 * @free_data: (nullable): frees @data
 *
 * Reads others' files, and shows what they would change; what is ticked is taken in one step.
 */
void
rgm_import_dialog_start (RgmWindow       *window,
                         GPtrArray       *files,
                         GBytes          *pasted,
                         RgmNothingTaken  nothing_taken,
                         gpointer         data,
                         GDestroyNotify   free_data)
{
  RgmImportDialog *self = g_object_new (RGM_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  self->nothing_taken = nothing_taken;
  self->data = data;
  self->free_data = free_data;
  self->task = rgm_import_task_start (files, pasted, rgm_window_get_data_set (window), self->cancellable, on_read, g_object_ref (self));
  self->poll_id = g_timeout_add (300, poll_progress, self);
}
