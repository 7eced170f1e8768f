/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-ask.h"
#include "rgm-change-text.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-merge.h"
#include "rgm-recent.h"
#include "rgm-record-dialog.h"
#include "rgm-record-editor.h"
#include "rgm-store-save.h"
#include "rgm-store-write.h"
#include "rgm-window-document.h"
#include "rgm-window-save.h"

/* The most differences that a question has room for. */
#define MAX_LINES 12

static void
toast (RgmWindow  *window,
       const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", text);
}

/* What failed is said until it is closed. */
static void
complain (RgmWindow    *window,
          const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.complain", "s", error->message);
}

RgmDocument *
rgm_window_get_document (RgmWindow *window)
{
  return rgm_window_state_get_document (rgm_window_get_state (window));
}

char *
rgm_window_get_document_name (RgmDocument *document)
{
  GFile *file = rgm_document_get_file (document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL ? g_filename_display_name (name) : g_strdup (rgm_document_get_data_set (document)->title);
}

/* What is typed and not left yet belongs to the document: a field is left when it loses the focus. */
void
rgm_window_leave_field (RgmWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL)
    return;

  g_object_ref (focus);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  /* One who undoes or saves goes on where they were. */
  if (gtk_widget_get_root (focus) == GTK_ROOT (window) && gtk_widget_get_mapped (focus))
    gtk_window_set_focus (GTK_WINDOW (window), focus);
  g_object_unref (focus);
}

/* ── Saving ──────────────────────────────────────────────────────────────────── */

static void save_as (RgmWindow *window, gboolean then_close);

/* The form of a trial, once one was shown. */
static RgmRecordEditor *
find_editor (GtkWidget *widget)
{
  RgmRecordEditor *found = RGM_IS_RECORD_EDITOR (widget) ? RGM_RECORD_EDITOR (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_editor (child);

  return found;
}

/* The field that was typed in first of those whose texts can't be stored, or NULL. What is typed last is taken before. */
static char *
find_refused (RgmWindow *window)
{
  RgmDocument *document = rgm_window_get_document (window);
  RgmRecordEditor *editor = find_editor (GTK_WIDGET (window));
  GVariantIter iter;
  char *path = NULL;

  rgm_window_leave_field (window);
  if (editor != NULL)
    rgm_record_editor_commit (editor);
  if (document != NULL)
    {
      g_variant_iter_init (&iter, rgm_document_get_texts (document));
      g_variant_iter_next (&iter, "{ss}", &path, NULL);
    }

  return path;
}

/* The form with the field. */
static void
show_field (RgmWindow  *window,
            const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", 3);
  const RgmField *field = rgm_description_find_field (&rgm_data_set_description, segments[0]);
  const gboolean is_in_list = field != NULL && field->kind == RGM_FIELD_RECORDS && segments[1] != NULL;
  g_autofree char *id = is_in_list ? g_uri_unescape_string (segments[1], NULL) : NULL;
  g_autofree char *record = is_in_list ? g_strjoin ("/", segments[0], segments[1], NULL) : g_strdup ("");
  RgmRecordEditor *editor;

  if (!is_in_list || !g_str_equal (segments[0], "trials"))
    {
      rgm_window_state_set_view (rgm_window_get_state (window), RGM_VIEW_DATA);
      rgm_record_dialog_show (GTK_WINDOW (window), rgm_window_get_state (window), record);
      return;
    }

  rgm_window_show_form (window, id);
  editor = find_editor (GTK_WIDGET (window));
  if (editor != NULL)
    rgm_record_editor_commit (editor);
}

/* As after the program was killed: what can't be stored comes back where it was typed. */
void
rgm_window_show_refused (RgmWindow *window)
{
  g_autofree char *path = find_refused (window);

  if (path != NULL)
    show_field (window, path);
}

/* What is typed and can't be stored would go with the window: the first time, the field that says why gets the focus instead. Told
   once, it is told again after the data set or a text has changed: then it is something else. */
static gboolean
tell_refused (RgmWindow *window)
{
  static const char key[] = "rgm-refused-told", texts_key[] = "rgm-refused-texts";
  RgmDocument *document = rgm_window_get_document (window);
  g_autofree char *path = find_refused (window);
  RgmDataSet *data_set = rgm_document_get_data_set (document);
  GVariant *texts = rgm_document_get_texts (document);

  if (path == NULL || (g_object_get_data (G_OBJECT (window), key) == data_set && g_object_get_data (G_OBJECT (window), texts_key) == texts))
    return FALSE;

  g_object_set_data_full (G_OBJECT (window), key, g_object_ref (data_set), g_object_unref);
  g_object_set_data_full (G_OBJECT (window), texts_key, g_variant_ref (texts), (GDestroyNotify) g_variant_unref);
  show_field (window, path);

  return TRUE;
}

gboolean
rgm_window_save_to (RgmWindow  *window,
         GFile      *file,
         const char *etag,
         GError    **error)
{
  RgmDocument *document = rgm_window_get_document (window);
  g_autoptr (GBytes) bytes = rgm_store_write_data_set (rgm_document_get_data_set (document));
  g_autofree char *new_etag = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!rgm_store_save_document (bytes, file, etag, &new_etag, NULL, error))
    return FALSE;

  rgm_document_mark_saved (document, file, new_etag);
  rgm_window_state_set_file (rgm_window_get_state (window), file);
  rgm_window_update_title (window);
  rgm_recent_add (&rgm_recent_data_sets, file);
  name = rgm_window_get_document_name (document);
  text = g_strdup_printf (_("“%s” was saved."), name);
  toast (window, text);

  return TRUE;
}

static GPtrArray *
list_differences (const RgmMerge *merge,
                  RgmDataSet     *data_set)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < merge->added->len; i++)
    /* Translators: the id of a trial. */
    g_ptr_array_add (lines, g_strdup_printf (_("Only here: %s\n"), (const char *) g_ptr_array_index (merge->added, i)));
  for (guint i = 0; i < merge->gone->len; i++)
    g_ptr_array_add (lines, g_strdup_printf (_("Only on disk: %s\n"), (const char *) g_ptr_array_index (merge->gone, i)));
  for (guint i = 0; i < merge->changed->len; i++)
    {
      const RgmChangedRecord *changed = g_ptr_array_index (merge->changed, i);
      const RgmTrial *trial = rgm_data_set_find_trial (data_set, changed->id);

      for (guint j = 0; j < changed->changes->len; j++)
        {
          const RgmFieldChange *change = g_ptr_array_index (changed->changes, j);
          g_autofree char *field = rgm_change_text_field (data_set, change->field);

          /* Translators: a record, its field, the value in the file and the value here. */
          g_ptr_array_add (lines, g_strdup_printf (_("%s, %s: “%s” on disk, “%s” here\n"),
                                                   trial != NULL ? trial->name : changed->id, field,
                                                   change->old_value != NULL ? change->old_value : "",
                                                   change->new_value != NULL ? change->new_value : ""));
        }
    }

  return lines;
}

/* How the file on disk differs from what is edited. */
static char *
describe_difference (RgmWindow *window,
                     GFile     *file)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (RgmDataSet) on_disk = bytes != NULL ? rgm_load_bytes (bytes, "", NULL, &faults, NULL) : NULL;
  g_autoptr (RgmMerge) merge = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (on_disk == NULL)
    return g_strdup (_("The file on disk is no longer a data set."));

  merge = rgm_merge_compare (on_disk, rgm_document_get_data_set (rgm_window_get_document (window)));
  lines = list_differences (merge, rgm_document_get_data_set (rgm_window_get_document (window)));
  if (lines->len == 0)
    return g_strdup (_("Both say the same."));

  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    g_string_append (text, g_ptr_array_index (lines, i));
  if (lines->len > MAX_LINES)
    g_string_append_printf (text, ngettext ("%u more", "%u more", lines->len - MAX_LINES), lines->len - MAX_LINES);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_conflict (RgmWindow  *window,
             const char *response)
{
  if (g_str_equal (response, "save-as"))
    save_as (window, FALSE);
}

static void
show_conflict (RgmWindow    *window,
               const GError *error)
{
  GFile *file = rgm_document_get_file (rgm_window_get_document (window));
  gboolean is_gone = !g_file_query_exists (file, NULL);
  g_autofree char *difference = is_gone ? NULL : describe_difference (window, file);
  g_autofree char *body = is_gone ? g_strdup (_("It was deleted, moved or renamed after it was read. What you have here is complete: save it under any name."))
                                  : g_strconcat (error->message, "\n\n", difference, NULL);
  AdwMessageDialog *dialog = rgm_ask_new (GTK_WINDOW (window), is_gone ? _("The file is no longer there") : _("The file was changed on disk"), body);

  adw_message_dialog_add_response (dialog, "save-as", _("Save _as…"));
  adw_message_dialog_set_default_response (dialog, "save-as");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_conflict), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
save (RgmWindow *window)
{
  RgmDocument *document = rgm_window_get_document (window);
  g_autoptr (GError) error = NULL;

  rgm_window_leave_field (window);
  if (rgm_document_get_file (document) == NULL)
    {
      save_as (window, FALSE);
      return FALSE;
    }

  if (rgm_window_save_to (window, rgm_document_get_file (document), rgm_document_get_etag (document), &error))
    return TRUE;

  if (g_error_matches (error, RGM_ERROR, RGM_ERROR_CHANGED))
    show_conflict (window, error);
  else
    complain (window, error);

  return FALSE;
}

static void
on_save_as (GtkNativeDialog *chooser,
            int              response,
            RgmWindow       *window)
{
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      if (!rgm_window_save_to (window, file, NULL, &error))
        complain (window, error);
      else if (g_object_get_data (G_OBJECT (chooser), "then-close") != NULL)
        gtk_window_close (GTK_WINDOW (window));
    }
  gtk_native_dialog_destroy (chooser);
}

static void
save_as (RgmWindow *window,
         gboolean   then_close)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save the data set"), GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autofree char *name = rgm_window_get_document_name (rgm_window_get_document (window));
  g_autofree char *basename = g_str_has_suffix (name, ".json") ? g_strdup (name) : g_strconcat (name, ".json", NULL);

  rgm_window_leave_field (window);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), basename);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (then_close)
    g_object_set_data (G_OBJECT (chooser), "then-close", window);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_save_as), window, 0);
  /* The native dialog is nobody's but its window's. */
  g_object_set_data_full (G_OBJECT (window), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
rgm_window_save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (rgm_window_get_document (RGM_WINDOW (widget)) == NULL)
    return;

  if (g_str_equal (name, "win.save"))
    save (RGM_WINDOW (widget));
  else
    save_as (RGM_WINDOW (widget), FALSE);
}

static void
give_up (RgmWindow *window)
{
  RgmDocument *document = rgm_window_get_document (window);
  RgmRecordEditor *editor = find_editor (GTK_WIDGET (window));

  if (editor != NULL)
    rgm_record_editor_forget (editor);
  if (document != NULL)
    rgm_document_give_up (document);
}

static void
on_revert (RgmWindow  *window,
           const char *response)
{
  RgmDocument *document = rgm_window_get_document (window);
  g_autoptr (GFile) file = NULL;

  if (!g_str_equal (response, "revert") || document == NULL || rgm_document_get_file (document) == NULL)
    return;

  file = g_object_ref (rgm_document_get_file (document));
  give_up (window);
  rgm_window_open (window, file);
}

void
rgm_window_revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);
  AdwMessageDialog *dialog = rgm_ask_new (GTK_WINDOW (window), _("Revert to what was saved?"), _("All changes since then will be lost."));

  adw_message_dialog_add_response (dialog, "revert", _("_Revert"));
  adw_message_dialog_set_response_appearance (dialog, "revert", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_revert), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── Closing ─────────────────────────────────────────────────────────────────── */

static void
on_close (RgmWindow  *window,
          const char *response)
{
  if (g_str_equal (response, "discard"))
    give_up (window);
  else if (!g_str_equal (response, "save") || !save (window))
    return;

  gtk_window_close (GTK_WINDOW (window));
}

/**
 * rgm_window_document_close:
 * @window: a window that is about to be closed
 *
 * Returns: whether it may be; if not, its person is asked what is to become of the changes, or told once of what is typed and can't be
 *   stored
 */
gboolean
rgm_window_document_close (RgmWindow *window)
{
  AdwMessageDialog *dialog;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  rgm_window_leave_field (window);
  if (rgm_window_get_document (window) != NULL && tell_refused (window))
    return FALSE;
  if (rgm_window_get_document (window) == NULL || !rgm_document_is_changed (rgm_window_get_document (window)))
    return TRUE;

  name = rgm_window_get_document_name (rgm_window_get_document (window));
  heading = g_strdup_printf (_("Save the changes to “%s”?"), name);
  dialog = rgm_ask_save_new (GTK_WINDOW (window), heading, _("What is not saved is lost."));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return FALSE;
}

/* Its person was asked: what is not saved by now is to go. */
void
rgm_window_document_closed (RgmWindow *window)
{
  if (rgm_window_get_document (window) != NULL)
    rgm_document_give_up (rgm_window_get_document (window));
}

/**
 * rgm_window_save_from:
 * @window: a window that is about to open a file
 * @file: (nullable): the file; %NULL for the embedded data set
 *
 * A window with changes keeps them, and what is opened gets a window of its own. The file
 * that the window itself shows would be read over the changes: its person is asked first.
 *
 * Returns: whether the window stays as it is
 */
gboolean
rgm_window_save_from (RgmWindow *window,
                      GFile     *file)
{
  RgmDocument *document = rgm_window_get_document (window);
  g_autofree char *path = NULL;
  GtkWidget *other;

  path = document != NULL ? find_refused (window) : NULL;
  if (document == NULL || (path == NULL && !rgm_document_is_changed (document)))
    return FALSE;

  if (file != NULL && rgm_document_get_file (document) != NULL && g_file_equal (file, rgm_document_get_file (document)))
    {
      rgm_window_revert_action (GTK_WIDGET (window), NULL, NULL);
      return TRUE;
    }

  other = rgm_window_new (gtk_window_get_application (GTK_WINDOW (window)));
  rgm_window_open (RGM_WINDOW (other), file);
  gtk_window_present (GTK_WINDOW (other));

  return TRUE;
}
