/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-add-dialog.h"
#include "rgm-ask.h"
#include "rgm-edit.h"
#include "rgm-faults.h"
#include "rgm-isolate.h"
#include "rgm-journal.h"
#include "rgm-leftover.h"
#include "rgm-load.h"
#include "rgm-store-library.h"
#include "rgm-window-document.h"
#include "rgm-window-save.h"

/* What a window does with its document: edits, steps back and forth, saving, and keeping
 * what is not saved yet. */

static void
toast (RgmWindow  *window,
       const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", text);
}

/* ── Menu and actions ────────────────────────────────────────────────────────── */

static void
update (RgmWindow *window)
{
  GMenu *menu = g_object_get_data (G_OBJECT (window), "rgm-document-menu");
  RgmDocument *document = rgm_window_get_document (window);
  const char *typed = rgm_window_state_get_typed (rgm_window_get_state (window));
  const char *undo = document != NULL && typed == NULL ? rgm_document_get_undo_name (document) : typed;
  const char *redo = document != NULL ? rgm_document_get_redo_name (document) : NULL;
  /* Translators: what is undone: “Undo delete arm”. */
  g_autofree char *undo_label = undo != NULL ? rgm_text_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
  /* Translators: what is done again: “Redo delete arm”. */
  g_autofree char *redo_label = redo != NULL ? rgm_text_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));
  const gboolean has_trial = document != NULL && rgm_window_state_get_trial (rgm_window_get_state (window)) != NULL;
  /* What is made of a data set is made of the whole of it. */
  static const char * const of_whole[] = { "win.edit", "win.import", "win.import-pasted", "win.save-list", "win.save-references" };
  GtkWidget *widget = GTK_WIDGET (window);

  g_menu_remove_all (menu);
  g_menu_append (menu, document != NULL ? _("_Edit trial") : _("_Edit a copy…"), "win.edit");
  if (document != NULL)
    {
      g_menu_append (menu, undo_label, "win.undo");
      g_menu_append (menu, redo_label, "win.redo");
      g_menu_append (menu, _("_Save"), "win.save");
      g_menu_append (menu, _("Save _as…"), "win.save-as");
      g_menu_append (menu, _("_Revert to what was saved"), "win.revert");
      g_menu_append (menu, _("_Add trial…"), "win.new-trial");
      g_menu_append (menu, _("D_uplicate trial"), "win.duplicate-trial");
      g_menu_append (menu, _("_Delete trial"), "win.delete-trial");
    }

  for (guint i = 0; i < G_N_ELEMENTS (of_whole); i++)
    gtk_widget_action_set_enabled (widget, of_whole[i], !rgm_window_state_is_beginning (rgm_window_get_state (window)));
  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  /* What is typed is no change yet. */
  gtk_widget_action_set_enabled (widget, "win.save", document != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-as", document != NULL);
  gtk_widget_action_set_enabled (widget, "win.revert", document != NULL && rgm_document_is_changed (document));
  gtk_widget_action_set_enabled (widget, "win.new-trial", document != NULL);
  gtk_widget_action_set_enabled (widget, "win.duplicate-trial", has_trial);
  gtk_widget_action_set_enabled (widget, "win.delete-trial", has_trial);
}

/* Each step is kept until it is saved. Where that can't be, it is said once a document. */
static void
on_fault (RgmJournal *journal,
          const char *message,
          RgmWindow  *window)
{
  if (g_object_get_data (G_OBJECT (journal), "rgm-warned") != NULL)
    return;

  g_object_set_data (G_OBJECT (journal), "rgm-warned", journal);
  toast (window, message);
}

static void
on_document_changed (RgmWindow *window)
{
  RgmDocument *document = rgm_window_get_document (window);

  /* At the next start this window comes back, and with it what was kept. */
  if (document != NULL && rgm_document_get_file (document) != NULL && (rgm_document_is_changed (document) || rgm_document_has_texts (document)))
    rgm_window_remember (window);
  update (window);
}

static void
on_document_set (RgmWindow *window)
{
  RgmDocument *document = rgm_window_get_document (window);

  if (document != NULL && g_object_get_data (G_OBJECT (document), "rgm-watched") == NULL)
    {
      g_object_set_data (G_OBJECT (document), "rgm-watched", window);
      g_signal_connect_object (document, "notify::data-set", G_CALLBACK (on_document_changed), window, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::texts", G_CALLBACK (on_document_changed), window, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::is-changed", G_CALLBACK (update), window, G_CONNECT_SWAPPED);
      g_signal_connect_object (rgm_document_start_journal (document), "fault", G_CALLBACK (on_fault), window, 0);
    }
  update (window);
}

/* ── Opened ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  RgmLeftover *leftover;
  RgmDataSet  *data_set;
  GFile       *file;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  rgm_leftover_free (offer->leftover);
  g_object_unref (offer->data_set);
  g_object_unref (offer->file);
  g_free (offer);
}

static void
on_offer (AdwMessageDialog *dialog,
          const char       *response,
          gpointer          data)
{
  Offer *offer = data;
  RgmWindow *window = RGM_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  RgmDocument *document = rgm_window_get_document (window);

  if (g_str_equal (response, "discard"))
    {
      rgm_leftover_discard (offer->leftover);
    }
  else if (g_str_equal (response, "restore") && document != NULL && g_file_equal (rgm_document_get_file (document), offer->file))
    {
      /* Translators: what is undone, after “Undo”. */
      if (rgm_document_restore (document, offer->data_set, offer->leftover->texts, _("restoring unsaved changes")))
        rgm_leftover_discard (offer->leftover);
      rgm_window_show_refused (window);
    }
}

/* What another window has not saved yet is not what this one reads. */
static gboolean
is_edited_elsewhere (RgmWindow *window,
                     GFile     *file)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (window)));

  for (; windows != NULL; windows = windows->next)
    {
      RgmDocument *document = RGM_IS_WINDOW (windows->data) && windows->data != window ? rgm_window_get_document (windows->data) : NULL;

      if (document != NULL && rgm_document_is_changed (document) && rgm_document_get_file (document) != NULL &&
          g_file_equal (rgm_document_get_file (document), file))
        return TRUE;
    }

  return FALSE;
}

static void
tell_edited_elsewhere (RgmWindow *window)
{
  g_autofree char *name = rgm_window_get_document_name (rgm_window_get_document (window));
  /* Translators: the name of a data set's file. */
  g_autofree char *text = rgm_text_printf (_("Another window has unsaved changes to “%s”. This one shows what is saved."), name);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.complain", "s", text);
}

/* What was kept when the program ended before the document was saved. */
static void
offer_unsaved (RgmWindow *window,
               GFile     *file)
{
  g_autoptr (RgmLeftover) leftover = rgm_leftover_find (file);
  g_autoptr (RgmDataSet) data_set = leftover != NULL ? rgm_load_bytes (leftover->document, "", NULL, NULL, NULL) : NULL;
  AdwMessageDialog *dialog;
  Offer *offer;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  if (data_set == NULL)
    return;

  if (rgm_record_equal (&rgm_data_set_description, data_set, rgm_window_get_data_set (window)))
    {
      g_set_object (&data_set, rgm_window_get_data_set (window));
      if (g_variant_n_children (leftover->texts) == 0)
        {
          rgm_leftover_discard (leftover);
          return;
        }
    }

  offer = g_new (Offer, 1);
  offer->leftover = g_steal_pointer (&leftover);
  offer->data_set = g_steal_pointer (&data_set);
  offer->file = g_object_ref (file);
  name = rgm_window_get_document_name (rgm_window_get_document (window));
  body = rgm_text_printf (_("Changes to “%s” were not saved when the program ended."), name);
  dialog = rgm_ask_new (GTK_WINDOW (window), _("Restore unsaved changes?"), body);
  adw_message_dialog_add_response (dialog, "discard", _("_Discard"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_add_response (dialog, "restore", _("_Restore"));
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "restore");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_offer), offer, offer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rgm_window_document_opened:
 * @window: a window that has opened a data set
 * @file: (nullable): its file; %NULL for the embedded one, which is edited as a copy
 *
 * Makes the data set a document, and offers what was not saved of it.
 */
void
rgm_window_document_opened (RgmWindow *window,
                            GFile     *file)
{
  g_autoptr (RgmDocument) document = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (file != NULL)
    {
      info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
      document = rgm_document_new (rgm_window_get_data_set (window), file, info != NULL ? g_file_info_get_etag (info) : NULL);
    }
  rgm_window_state_set_document (rgm_window_get_state (window), document);
  if (file == NULL)
    return;

  if (is_edited_elsewhere (window, file))
    tell_edited_elsewhere (window);
  offer_unsaved (window, file);
}

/* ── Edits ───────────────────────────────────────────────────────────────────── */

static void
make_copy (RgmWindow  *window,
           const char *name)
{
  RgmWindowState *state = rgm_window_get_state (window);
  RgmDataSet *data_set = rgm_window_get_data_set (window);
  RgmTrial *trial = rgm_window_state_get_trial (state);
  g_autofree char *trial_id = trial != NULL ? g_strdup (trial->id) : NULL;
  g_autofree char *view = g_strdup (rgm_window_state_get_view (state));
  g_autofree char *id = g_strconcat (data_set->id, "-copy", NULL);
  g_autoptr (GFile) file = rgm_library_make_file (name);
  g_autoptr (RgmDataSet) copy = NULL;
  g_autoptr (RgmIndex) index = NULL;
  g_autoptr (RgmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet fields = *data_set;

  fields.id = id;
  fields.title = name;
  copy = rgm_record_new (&rgm_data_set_description, &fields);
  index = rgm_index_new (copy);
  document = rgm_document_new (copy, file, NULL);
  rgm_window_state_set_index (state, index, file, FALSE);
  rgm_window_state_set_document (state, document);
  if (!rgm_window_save_to (window, file, NULL, &error))
    toast (window, error->message);

  if (trial_id != NULL)
    rgm_window_state_set_trial (state, rgm_data_set_find_trial (copy, trial_id));
  /* What isn't a trial is edited where it stands. */
  if (g_strcmp0 (view, RGM_VIEW_DATA) != 0)
    {
      rgm_window_state_set_view (state, "trial");
      rgm_window_state_set_editing (state, TRUE);
    }
}

static void
on_name (AdwMessageDialog *dialog,
         const char       *response,
         RgmWindow        *window)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "copy") && *name != '\0')
    make_copy (window, name);
}

static void
ask_for_name (RgmWindow *window)
{
  AdwMessageDialog *dialog = rgm_ask_new (GTK_WINDOW (window), _("Edit a copy"), _("The copy is yours and will be kept in your library. What should it be called?"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), rgm_window_get_data_set (window)->title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the copy"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_response (dialog, "copy", _("_Edit a copy"));
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "copy");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_name), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);
  RgmWindowState *state = rgm_window_get_state (window);

  if (rgm_window_get_data_set (window) == NULL)
    return;

  if (rgm_window_get_document (window) == NULL)
    {
      ask_for_name (window);
      return;
    }

  rgm_window_leave_field (window);
  rgm_window_state_set_editing (state, !rgm_window_state_get_editing (state));
  rgm_window_state_set_view (state, "trial");
}

/* To write the same again would replace the backup with it. */
static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);

  rgm_window_leave_field (window);
  if (rgm_window_get_document (window) != NULL && rgm_document_is_changed (rgm_window_get_document (window)))
    rgm_window_save_action (widget, name, parameter);
}

/* Undoes or redoes, and says what: it may be in none of what is shown. */
static void
take_step (RgmWindow *window,
           gboolean   undo)
{
  RgmDocument *document = rgm_window_get_document (window);
  g_autofree char *step = g_strdup (undo ? rgm_document_get_undo_name (document) : rgm_document_get_redo_name (document));
  g_autofree char *message = NULL;

  if (step == NULL)
    return;

  if (undo)
    rgm_document_undo (document);
  else
    rgm_document_redo (document);
  message = rgm_text_printf (undo ? _("Undo %s") : _("Redo %s"), step);
  rgm_accessible_announce (GTK_WIDGET (window), message);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);

  /* What is typed just now is the first to be taken back. */
  rgm_window_leave_field (window);
  if (rgm_window_get_document (window) == NULL)
    return;

  take_step (window, g_str_equal (name, "win.undo"));
  gtk_widget_activate_action (widget, "win.withdraw-toast", NULL);
}

void
rgm_window_show_form (RgmWindow  *window,
                      const char *id)
{
  RgmWindowState *state = rgm_window_get_state (window);

  rgm_window_state_set_trial (state, rgm_data_set_find_trial (rgm_window_get_data_set (window), id));
  rgm_window_state_set_view (state, "trial");
  rgm_window_state_set_editing (state, TRUE);
}

static gboolean
on_trial_added_idle (gpointer data)
{
  RgmWindow *window = data;
  g_autofree char *id = g_object_steal_data (G_OBJECT (window), "rgm-added-trial");

  if (id != NULL)
    rgm_window_show_form (window, id);

  return G_SOURCE_REMOVE;
}

/* The data set has the trial once this returns. */
static void
on_trial_added (const char *path,
                gpointer    data)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", 2);

  g_object_set_data_full (data, "rgm-added-trial", g_uri_unescape_string (segments[1], NULL), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_trial_added_idle, g_object_ref (data), g_object_unref);
}

static void
new_trial_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  rgm_window_leave_field (RGM_WINDOW (widget));
  rgm_add_dialog_show (GTK_WINDOW (widget), rgm_window_get_state (RGM_WINDOW (widget)), "trials", on_trial_added, G_OBJECT (widget));
}

static void
trial_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);
  RgmWindowState *state = rgm_window_get_state (window);
  RgmTrial *trial;
  g_autofree char *path = NULL;
  g_autofree char *copy_path = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_copy = g_str_equal (name, "win.duplicate-trial");

  rgm_window_leave_field (window);
  trial = rgm_window_state_get_trial (state);
  if (trial == NULL || rgm_window_get_document (window) == NULL)
    return;

  path = rgm_edit_make_path ("trials", trial->id);
  revision = is_copy ? rgm_edit_duplicate (rgm_window_get_data_set (window), path, &copy_path, &error)
                     : rgm_edit_remove (rgm_window_get_data_set (window), path, &error);
  if (revision == NULL)
    {
      toast (window, error->message);
      return;
    }

  /* Translators: both are what is undone, after “Undo”. */
  rgm_document_apply (rgm_window_get_document (window), revision, is_copy ? _("duplicate trial") : _("delete trial"), NULL);
  if (is_copy)
    {
      on_trial_added (copy_path, window);
    }
  else
    {
      toast (window, _("The trial was deleted. Undo brings it back."));
    }
}

void
rgm_window_document_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                      *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "win.edit", edit_action },
    { "win.undo", step_action },
    { "win.redo", step_action },
    { "win.save", save_action },
    { "win.save-as", rgm_window_save_action },
    { "win.revert", rgm_window_revert_action },
    { "win.new-trial", new_trial_action },
    { "win.duplicate-trial", trial_action },
    { "win.delete-trial", trial_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/**
 * rgm_window_document_watch:
 * @window: a new window
 * @menu: the section of its menu that names what can be done
 */
void
rgm_window_document_watch (RgmWindow *window,
                           GMenu     *menu)
{
  g_object_set_data_full (G_OBJECT (window), "rgm-document-menu", g_object_ref (menu), g_object_unref);
  g_signal_connect_object (rgm_window_get_state (window), "notify::document", G_CALLBACK (on_document_set), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_get_state (window), "notify::data-set", G_CALLBACK (update), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_get_state (window), "notify::trial", G_CALLBACK (update), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_get_state (window), "notify::typed", G_CALLBACK (update), window, G_CONNECT_SWAPPED);
  update (window);
}
