/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-help-window.h"
#include "rgm-what-changed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-accessible.h"
#include "rgm-change-text.h"
#include "rgm-document.h"
#include "rgm-error.h"
#include "rgm-examples.h"
#include "rgm-import-read.h"
#include "rgm-isolate.h"
#include "rgm-load.h"
#include "rgm-long-list.h"
#include "rgm-merge.h"
#include "rgm-page-widgets.h"
#include "rgm-row-name.h"
#include "rgm-store-library.h"
#include "rgm-store-write.h"
#include "rgm-window-save.h"
#include "rgm-window-state.h"

/* What differs between the data set that is open and the same one when its person last looked, or another file. */

/* Writing down a larger data set each time that its window is closed would be felt. */
#define MAX_SEEN_TRIALS 5000

/* Two data sets beside each other; read and compared in a thread. */
typedef struct
{
  GBytes     *bytes;      /* as it was seen last; NULL for a file */
  GFile      *file;
  RgmDataSet *open;
  RgmDataSet *older;
  RgmDataSet *newer;
  RgmMerge   *merge;
} RevisionPair;

static void
revision_pair_free (gpointer data)
{
  RevisionPair *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->open);
  g_clear_object (&self->older);
  g_clear_object (&self->newer);
  g_clear_pointer (&self->merge, rgm_merge_free);
  g_free (self);
}

/* ── Comparing ───────────────────────────────────────────────────────────────── */

/* A registry's file, and what it would change. */
static gboolean
compare_with_import (RevisionPair  *self,
                     RgmImport   *import,
                     GError     **error)
{
  const RgmRefusal *refusal = import->refusals->list->len > 0 ? g_ptr_array_index (import->refusals->list, 0) : NULL;
  g_autoptr (RgmDataSet) proposed = rgm_import_propose (import);

  if (proposed->trials->len == 0 && proposed->sources->len == 0)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, "%s", refusal != NULL ? refusal->reason : _("The file has nothing to compare with."));
      return FALSE;
    }

  self->newer = rgm_import_answer (import, proposed);
  self->merge = rgm_merge_new (self->open, self->newer, NULL);

  return TRUE;
}

static gboolean
compare (RevisionPair    *self,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (RgmImport) import = NULL;

  if (self->bytes != NULL)
    {
      self->older = rgm_load_bytes (self->bytes, "", cancellable, NULL, error);
      if (self->older == NULL)
        return FALSE;
      self->newer = g_object_ref (self->open);
    }
  else
    {
      import = rgm_import_new ();
      import->merges = TRUE;
      rgm_import_read_file (import, self->file, cancellable);
      self->older = g_object_ref (self->open);
      if (import->data_set == NULL)
        return compare_with_import (self, import, error);
      self->newer = g_object_ref (import->data_set);
    }
  self->merge = rgm_merge_compare (self->older, self->newer);

  return TRUE;
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;

  if (compare (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ── What is shown ───────────────────────────────────────────────────────────── */

/* The name of a trial; of another record its id, after the list that it is in. */
static const char *
find_name (const RevisionPair *self,
           const char       *id)
{
  RgmTrial *trial = rgm_data_set_find_trial (self->newer, id);

  if (trial == NULL)
    trial = rgm_data_set_find_trial (self->older, id);

  return trial != NULL ? trial->name : id;
}

static void
on_show (GtkWidget *button)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (button));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "rgm-trial"));

  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (dialog)), "win.show-trial", "s", id);
  gtk_window_close (dialog);
}

/* To the trial's page, where the data set that is open has it. */
static GtkWidget *
make_show_button (const RevisionPair *self,
                  const char       *id)
{
  GtkWidget *button;
  g_autofree char *name = NULL;

  if (rgm_data_set_find_trial (self->open, id) == NULL)
    return NULL;

  button = gtk_button_new_from_icon_name ("go-next-symbolic");
  name = rgm_text_printf (_("Show %s"), find_name (self, id));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  rgm_accessible_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "rgm-trial", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_show), NULL);

  return button;
}

static GtkWidget *
make_id_row (gpointer item,
             gpointer data)
{
  const RevisionPair *self = data;
  const char *id = gtk_string_object_get_string (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_show_button (self, id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find_name (self, id));
  rgm_row_set_name (row, find_name (self, id));
  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static const RgmChangedRecord *
find_changed (const RevisionPair *self,
              const char       *id)
{
  for (guint i = 0; i < self->merge->changed->len; i++)
    if (g_str_equal (((const RgmChangedRecord *) g_ptr_array_index (self->merge->changed, i))->id, id))
      return g_ptr_array_index (self->merge->changed, i);

  return NULL;
}

static void
add_change (GtkWidget            *row,
            RgmDataSet           *data_set,
            const RgmFieldChange *change)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *field = rgm_change_text_field (data_set, change->field);
  g_autofree char *values = NULL;
  g_autofree char *name = NULL;
  GtkWidget *inner = adw_action_row_new ();

  g_ptr_array_add (one, (gpointer) change);
  values = rgm_change_text_values (one, NULL);
  name = g_strdup_printf ("%s: %s", field, values);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (inner), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (inner), field);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (inner), values);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (inner), 0);
  rgm_row_set_name (inner, name);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
}

static GtkWidget *
make_changed_row (gpointer item,
                  gpointer data)
{
  const RevisionPair *self = data;
  const char *id = gtk_string_object_get_string (item);
  const RgmChangedRecord *record = find_changed (self, id);
  g_autofree char *summary = rgm_change_text_summary (self->newer, record->changes);
  g_autoptr (GPtrArray) sorted = rgm_change_text_sort (record->changes);
  GtkWidget *row = rgm_expander_row_new ();
  GtkWidget *button = make_show_button (self, id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find_name (self, id));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), summary);
  rgm_row_set_name (row, find_name (self, id));
  rgm_row_set_description (row, summary);
  rgm_row_tell_folding (row, sorted->len);
  if (button != NULL)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);

  for (guint i = 0; i < sorted->len; i++)
    add_change (row, self->newer, g_ptr_array_index (sorted, i));

  return row;
}

static void
add_section (GtkBox          *box,
             const char      *title,
             char           **ids,
             RgmLongListFunc  make_row,
             RevisionPair      *self)
{
  g_autoptr (GtkStringList) list = NULL;
  GtkWidget *section;

  if (ids[0] == NULL)
    return;

  list = gtk_string_list_new ((const char * const *) ids);
  section = rgm_section_new (title, NULL);
  gtk_box_append (GTK_BOX (section), rgm_long_list_new (title, G_LIST_MODEL (list), make_row, self));
  gtk_box_append (box, section);
}

static char **
list_ids (GPtrArray *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (ids, i));

  return g_strv_builder_end (builder);
}

/* The comparison puts what matters most first. */
static char **
list_changed (const RgmMerge *merge)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < merge->changed->len; i++)
    g_strv_builder_add (builder, ((const RgmChangedRecord *) g_ptr_array_index (merge->changed, i))->id);

  return g_strv_builder_end (builder);
}

static void
show (RgmWindow  *window,
      RevisionPair *self)
{
  g_auto (GStrv) added = list_ids (self->merge->added);
  g_auto (GStrv) gone = list_ids (self->merge->gone);
  g_auto (GStrv) changed = list_changed (self->merge);
  GtkBuilder *builder = gtk_builder_new_from_resource (RGM_RESOURCE_PREFIX "/ui/rgm-what-changed.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  GtkBox *box = GTK_BOX (gtk_builder_get_object (builder, "box"));
  gboolean is_empty = added[0] == NULL && gone[0] == NULL && changed[0] == NULL;

  add_section (box, _("New"), added, make_id_row, self);
  add_section (box, _("Changed"), changed, make_changed_row, self);
  add_section (box, _("No longer there"), gone, make_id_row, self);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_builder_get_object (builder, "stack")), is_empty ? "empty" : "changes");
  g_object_set_data_full (G_OBJECT (dialog), "rgm-revision-pair", self, revision_pair_free);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (window));
  rgm_help_offer (dialog, "import#changes");
  gtk_window_present (dialog);
  if (is_empty)
    rgm_accessible_announce (GTK_WIDGET (dialog), _("Nothing has changed"));
  else
    gtk_widget_child_focus (GTK_WIDGET (box), GTK_DIR_TAB_FORWARD);
  g_object_unref (builder);
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  RgmWindow *window = RGM_WINDOW (source);
  RevisionPair *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show (window, self);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", error->message);
  revision_pair_free (self);
}

static void
start (RgmWindow *window,
       GBytes    *bytes,
       GFile     *file)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, on_compared, NULL);
  RevisionPair *self = g_new0 (RevisionPair, 1);

  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->open = g_object_ref (rgm_window_get_data_set (window));
  /* It goes on to the dialog. */
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, compare_in_thread);
}

/* ── Since its person last looked ────────────────────────────────────────────── */

/* %NULL of what changes only with the program. */
static GFile *
get_file (RgmWindow *window)
{
  GFile *file = rgm_window_state_get_file (rgm_window_get_state (window));

  return file != NULL && !rgm_examples_contain (file) ? file : NULL;
}

/**
 * rgm_what_changed_remember:
 * @window: a window that leaves its data set
 *
 * Writes down what its person has seen, so that the next time it can be told what has changed since. What is not saved is not written
 * down, nor is a data set with thousands of trials.
 */
void
rgm_what_changed_remember (RgmWindow *window)
{
  RgmDocument *document = rgm_window_get_document (window);
  RgmDataSet *data_set = rgm_window_get_data_set (window);
  g_autoptr (GBytes) bytes = NULL;

  if (data_set == NULL || get_file (window) == NULL || data_set->trials->len > MAX_SEEN_TRIALS ||
      (document != NULL && rgm_document_is_changed (document)))
    return;

  bytes = rgm_store_write_data_set (data_set);
  rgm_seen_keep (get_file (window), bytes);
}

/**
 * rgm_what_changed_notice:
 * @window: a window whose file has just been read
 *
 * Tells its person if it is no longer what they saw last.
 */
void
rgm_what_changed_notice (RgmWindow *window)
{
  RgmDataSet *data_set = rgm_window_get_data_set (window);
  g_autoptr (GBytes) seen = NULL;
  g_autoptr (GBytes) now = NULL;

  if (data_set == NULL || get_file (window) == NULL || data_set->trials->len > MAX_SEEN_TRIALS)
    return;

  seen = rgm_seen_find (get_file (window));
  if (seen == NULL)
    return;

  now = rgm_store_write_data_set (data_set);
  if (!g_bytes_equal (seen, now))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s",
                                _("This data set has changed since you last looked at it. “What changed” in the menu lists it."));
}

static void
since_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);
  g_autoptr (GBytes) seen = get_file (window) != NULL ? rgm_seen_find (get_file (window)) : NULL;

  if (rgm_window_get_data_set (window) == NULL)
    return;
  if (seen == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s",
                                  get_file (window) != NULL ? _("You have not looked at this data set before.")
                                                            : _("This data set comes with the program and can only change with it."));
      return;
    }
  start (window, seen, NULL);
}

/* ── Another file ────────────────────────────────────────────────────────────── */

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           RgmWindow       *window)
{
  if (response == GTK_RESPONSE_ACCEPT && rgm_window_get_data_set (window) != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      start (window, NULL, file);
    }
  gtk_native_dialog_destroy (dialog);
}

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Compare with a newer file"), GTK_WINDOW (widget),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Compare"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), widget, 0);
  /* The native dialog is nobody's but its window's. */
  g_object_set_data_full (G_OBJECT (widget), "compare-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * rgm_what_changed_install:
 * @widget_class: the class of windows
 *
 * Adds the actions that tell what has changed.
 */
void
rgm_what_changed_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.changed-since", NULL, since_action);
  gtk_widget_class_install_action (widget_class, "win.changed-in-file", NULL, file_action);
}
