/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-evidence-text.h"
#include "rgm-figure-copy.h"
#include "rgm-isolate.h"
#include "rgm-paper-print.h"
#include "rgm-save-dialog.h"
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
  toast (widget, _("Trial copied"));
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
  g_autoptr (RgmPaper) paper = make_paper (data_set, trial, widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  rgm_paper_paginate (paper, RGM_PAPER_A4_WIDTH, RGM_PAPER_A4_HEIGHT);
  bytes = rgm_paper_to_pdf (paper, &error);
  if (bytes == NULL)
    {
      g_autofree char *text = rgm_text_printf (_("The trial could not be saved: %s"), error->message);

      gtk_widget_activate_action (widget, "win.complain", "s", text);
      return;
    }

  rgm_save_dialog_show (widget, _("Save the trial"), trial->name, "pdf", _("Document (PDF)"), bytes);
}
