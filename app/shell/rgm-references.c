/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-isolate.h"
#include "rgm-reference-list.h"
#include "rgm-story-document.h"
#include "rgm-story-references.h"
#include "rgm-references.h"
#include "rgm-store-save.h"
#include "rgm-window-state.h"
#include "rgm-window.h"

/* The references of trials, saved for a program that manages them. The ending of the file's
 * name says in which format. */

static const struct
{
  const char         *suffix;
  RgmReferenceFormat  format;
  const char         *pattern;
  const char         *name;
} formats[] = {
  { ".ris", RGM_REFERENCE_RIS, "*.ris", N_("RIS") },
  { ".bib", RGM_REFERENCE_BIBTEX, "*.bib", N_("BibTeX") },
  { ".json", RGM_REFERENCE_CSL_JSON, "*.json", N_("CSL-JSON") },
};

static void
toast (RgmWindow  *window,
       const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", text);
}

static GPtrArray *
collect (RgmWindowState *state,
         const char     *which)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (state);
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (data_set != NULL && g_str_equal (which, "story"))
    {
      g_ptr_array_unref (sources);
      return rgm_story_list_references (rgm_story_document_get_story (rgm_window_state_get_story (state)),
                                        rgm_window_state_get_selection (state), NULL);
    }

  if (data_set != NULL && g_str_equal (which, "all"))
    {
      for (guint i = 0; i < data_set->sources->len; i++)
        g_ptr_array_add (found, g_ptr_array_index (data_set->sources, i));
    }
  else if (data_set != NULL && g_str_equal (which, "compared"))
    {
      GListModel *compared = rgm_window_state_get_compared (state);

      for (guint i = 0; i < g_list_model_get_n_items (compared); i++)
        {
          g_autoptr (RgmTrial) trial = g_list_model_get_item (compared, i);

          rgm_reference_list_add_trial (found, data_set, trial);
        }
    }
  else if (data_set != NULL && rgm_window_state_get_trial (state) != NULL)
    {
      rgm_reference_list_add_trial (found, data_set, rgm_window_state_get_trial (state));
    }

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (sources, g_object_ref (g_ptr_array_index (found, i)));

  return sources;
}

static void
save (RgmWindow *window,
      GPtrArray *sources,
      GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; bytes == NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (name, formats[i].suffix))
      {
        char *text = rgm_reference_list_write (sources, formats[i].format);

        bytes = g_bytes_new_take (text, strlen (text));
      }

  if (bytes == NULL)
    message = g_strdup (_("Nothing was saved. Choose a name that ends in .ris, .bib or .json."));
  else if (rgm_store_save (bytes, file, NULL, &error))
    message = rgm_text_printf (_("“%s” was saved."), shown);
  else
    message = g_strdup (error->message);
  toast (window, message);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             RgmWindow       *window)
{
  GPtrArray *sources = g_object_get_data (G_OBJECT (dialog), "sources");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save (window, sources, file);
    }
  gtk_native_dialog_destroy (dialog);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GPtrArray) sources = collect (rgm_window_get_state (RGM_WINDOW (widget)), g_variant_get_string (parameter, NULL));
  GtkFileChooserNative *chooser;
  g_autofree char *proposed = NULL;

  if (sources->len == 0)
    {
      toast (RGM_WINDOW (widget), _("There are no references to save. Show a trial, tick trials to compare, or add them to the story first."));
      return;
    }

  chooser = gtk_file_chooser_native_new (_("Save references"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(formats[i].name));
      gtk_file_filter_add_pattern (filter, formats[i].pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  /* Translators: the name of a file of references, without its ending. */
  proposed = g_strconcat (C_("file name", "references"), formats[0].suffix, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposed);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "sources", g_steal_pointer (&sources), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), widget, 0);
  /* The native dialog is nobody's but its window's. */
  g_object_set_data_full (G_OBJECT (widget), "references-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * rgm_references_install:
 * @widget_class: the class of windows
 *
 * Adds the action that saves references: of the trial, of those compared, of the story, or of all.
 */
void
rgm_references_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-references", "s", save_action);
}
