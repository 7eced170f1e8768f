/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-evidence-text.h"
#include "rgm-figure-copy.h"
#include "rgm-paper-print.h"
#include "rgm-store-save.h"
#include "rgm-trial-paper.h"
#include "rgm-trial-share.h"
#include "rgm-trial.h"

static RgmPaper *
make_paper (RgmDataSet *data_set,
            RgmTrial   *trial,
            GtkWidget  *widget)
{
  return rgm_trial_paper_new (data_set, trial, rgm_figure_family (widget), rgm_figure_direction (widget));
}

static void
toast (GtkWidget  *widget,
       const char *text)
{
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

/**
 * rgm_trial_copy:
 * @data_set: the trial's data set
 * @trial: a trial
 * @widget: a widget of the window that asks
 *
 * Copies all there is of the trial as text, with its sources.
 */
void
rgm_trial_copy (RgmDataSet *data_set,
                RgmTrial   *trial,
                GtkWidget  *widget)
{
  g_autofree char *text = rgm_evidence_text_trial_with_sources (data_set, trial);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast (widget, _ ("Trial copied"));
}

/**
 * rgm_trial_print:
 * @data_set: the trial's data set
 * @trial: a trial
 * @widget: a widget of the window that asks
 *
 * Prints all there is of the trial, on one page where it fits.
 */
void
rgm_trial_print (RgmDataSet *data_set,
                 RgmTrial   *trial,
                 GtkWidget  *widget)
{
  g_autoptr (RgmPaper) paper = make_paper (data_set, trial, widget);

  rgm_paper_print (paper, trial->name, widget);
}

/* ── TrialSaving ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  RgmPaper *paper;
  GtkWidget *widget;
} TrialSaving;

static void
saving_free (gpointer  data,
             GClosure *closure)
{
  TrialSaving *saving = data;

  g_object_unref (saving->paper);
  g_object_unref (saving->widget);
  g_free (saving);
}

static void
save (TrialSaving *saving,
      GFile  *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;

  rgm_paper_paginate (saving->paper, RGM_PAPER_A4_WIDTH, RGM_PAPER_A4_HEIGHT);
  bytes = rgm_paper_to_pdf (saving->paper, &error);
  if (bytes != NULL && rgm_store_save (bytes, file, NULL, &error))
    text = g_strdup_printf (_ ("“%s” was saved."), name);
  else
    text = g_strdup_printf (_ ("The trial could not be saved: %s"), error->message);
  toast (saving->widget, text);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             TrialSaving          *saving)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save (saving, file);
    }
  gtk_native_dialog_destroy (dialog);
}

/**
 * rgm_trial_save:
 * @data_set: the trial's data set
 * @trial: a trial
 * @widget: a widget of the window that asks
 *
 * Asks for a file, and saves all there is of the trial as PDF, on one page where it fits.
 */
void
rgm_trial_save (RgmDataSet *data_set,
                RgmTrial   *trial,
                GtkWidget  *widget)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save the trial"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strconcat (trial->name, ".pdf", NULL);
  TrialSaving *saving = g_new (TrialSaving, 1);

  saving->paper = make_paper (data_set, trial, widget);
  saving->widget = g_object_ref (widget);
  gtk_file_filter_set_name (filter, _ ("Document (PDF)"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/\\:*?\"<>|", '-'));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), saving, saving_free, 0);
  /* A native dialog is nobody's but the page's. */
  g_object_set_data_full (G_OBJECT (widget), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
