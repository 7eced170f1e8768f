/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-patient-dialogs.h"
#include "rgm-isolate.h"
#include "rgm-patient-file.h"
#include "rgm-patient-review.h"
#include "rgm-store-save.h"
#include "rgm-window-state.h"

/* A patient's findings are kept only where a person asks for that: in a file of their own, which stands in no list. */

/* In so many bytes a record says what it is. */
#define BEGIN_BYTES 4096

typedef struct
{
  RgmSelection *selection;
  GtkWidget    *widget;
} PatientDialog;

static void
dialog_free (gpointer  data,
             GClosure *closure)
{
  PatientDialog *self = data;

  g_object_unref (self->selection);
  g_object_unref (self->widget);
  g_free (self);
}

static void
tell (PatientDialog *self,
      const char    *text)
{
  gtk_widget_activate_action (self->widget, "win.toast", "s", text);
}

/* GTK's own dialog puts what was chosen into the desktop's list of recent files. */
static gboolean
forget (gpointer data)
{
  g_autofree char *uri = g_file_get_uri (data);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);

  return G_SOURCE_REMOVE;
}

static void
forget_soon (GFile *file)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, forget, g_object_ref (file), g_object_unref);
}

static gboolean
save (PatientDialog  *self,
      GFile          *chosen,
      GError        **error)
{
  RgmPatient *patient = rgm_selection_get_patient (self->selection);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (patient == NULL)
    return TRUE;

  file = rgm_store_complete_name (chosen, RGM_PATIENT_FILE_SUFFIX + strlen ("."), error);
  if (file == NULL)
    return FALSE;

  bytes = rgm_patient_file_write (rgm_patient_get_text (patient), rgm_selection_get_data_set (self->selection)->id);
  if (!rgm_store_save (bytes, file, NULL, error))
    return FALSE;

  forget_soon (file);

  return TRUE;
}

static void
on_save_response (GtkNativeDialog *dialog,
                  int              response,
                  PatientDialog   *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && save (self, file, &error))
    {
      forget_soon (file);
      tell (self, _("The findings were saved."));
    }
  else if (error != NULL)
    {
      g_autofree char *text = rgm_text_printf (_("The findings could not be saved: %s"), error->message);

      tell (self, text);
    }
  gtk_native_dialog_destroy (dialog);
}

/* The beginning of a JSON file, empty for every other: other programs' records are JSON, the program's own files are not. */
static char *
read_json_begin (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *begin = g_malloc0 (BEGIN_BYTES + 1);
  const char *text = begin;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), begin, BEGIN_BYTES, NULL, NULL, NULL))
    return g_strdup ("");

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += strlen ("\xef\xbb\xbf");
  text += strspn (text, " \t\r\n");

  return g_strdup (*text == '{' || *text == '[' ? text : "");
}

/* Findings that were saved by the program are used at once; records of others are reviewed. */
static void
open_findings (PatientDialog *self,
               GFile         *file)
{
  RgmDataSet *data_set = rgm_selection_get_data_set (self->selection);
  g_autoptr (GError) error = NULL;
  g_autofree char *findings = rgm_patient_file_load (file, &error);
  g_autofree char *begin = read_json_begin (file);

  if (findings != NULL)
    {
      if (rgm_selection_set_patient (self->selection, findings, &error))
        tell (self, _("The findings were opened."));
    }
  else if (*begin != '\0')
    {
      g_autoptr (RgmPatientRecord) record = NULL;

      g_clear_error (&error);
      record = rgm_patient_record_load (file, data_set, &error);
      if (record != NULL)
        rgm_patient_review_show (GTK_WINDOW (self->widget), self->selection, g_steal_pointer (&record));
    }

  if (error != NULL)
    {
      g_autofree char *text = rgm_text_printf (_("The findings could not be opened: %s"), error->message);

      tell (self, text);
    }
}

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  PatientDialog   *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  gtk_native_dialog_destroy (dialog);
  if (file == NULL)
    return;

  forget_soon (file);
  open_findings (self, file);
}

static void
show (RgmSelection         *selection,
      GtkWidget            *widget,
      GtkFileChooserAction  action)
{
  gboolean is_saving = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (is_saving ? _("Save the findings") : _("Open findings"), parent, action,
                                                               is_saving ? _("_Save") : _("_Open"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  PatientDialog *self = g_new (PatientDialog, 1);

  self->selection = g_object_ref (selection);
  self->widget = g_object_ref (widget);
  gtk_file_filter_set_name (filter, is_saving ? _("Patients’ findings") : _("Patients’ findings and records (FHIR, Phenopacket)"));
  gtk_file_filter_add_pattern (filter, "*" RGM_PATIENT_FILE_SUFFIX);
  if (!is_saving)
    gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (is_saving)
    {
      /* Translators: the name that is proposed for a file with a patient's findings. */
      g_autofree char *name = g_strconcat (_("Findings"), RGM_PATIENT_FILE_SUFFIX, NULL);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (is_saving ? on_save_response : on_open_response), self, dialog_free, 0);
  /* A native dialog is nobody's but that of who asks. */
  g_object_set_data_full (G_OBJECT (widget), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
findings_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RgmSelection *selection = rgm_window_state_get_selection (rgm_window_get_state (RGM_WINDOW (widget)));
  gboolean is_saving = g_str_equal (name, "win.save-findings");

  if (rgm_selection_get_index (selection) != NULL)
    show (selection, widget, is_saving ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN);
}

/* A file of the program's by its ending, a record of others by what it begins with. A data set
 * states its format there, which no Phenopacket does. */
static gboolean
holds_findings (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *begin = NULL;

  if (name != NULL && g_str_has_suffix (name, RGM_PATIENT_FILE_SUFFIX))
    return TRUE;

  begin = read_json_begin (file);

  return strstr (begin, "\"resourceType\"") != NULL || (strstr (begin, "\"subject\"") != NULL && strstr (begin, "\"format\"") == NULL);
}

/**
 * rgm_patient_dialogs_open:
 * @window: a window
 * @file: a file that may hold a patient's findings
 *
 * Opens the findings of a file as win.open-findings does, where it holds any and a data set is open
 * that can say what they mean.
 *
 * Returns: whether the file was taken
 */
gboolean
rgm_patient_dialogs_open (RgmWindow *window,
                          GFile     *file)
{
  RgmSelection *selection;
  PatientDialog self;

  g_return_val_if_fail (RGM_IS_WINDOW (window), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  selection = rgm_window_state_get_selection (rgm_window_get_state (window));
  if (rgm_selection_get_index (selection) == NULL || !holds_findings (file))
    return FALSE;

  self = (PatientDialog) { selection, GTK_WIDGET (window) };
  open_findings (&self, file);

  return TRUE;
}

/**
 * rgm_patient_dialogs_install:
 * @widget_class: the class of the window
 *
 * Gives the window the actions win.save-findings, which asks for a file and saves the patient's
 * findings in it, and win.open-findings, which asks for a file and uses its findings in place of those
 * that are entered, after a review where they are in another program's format.
 */
void
rgm_patient_dialogs_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-findings", NULL, findings_action);
  gtk_widget_class_install_action (widget_class, "win.save-findings", NULL, findings_action);
}
