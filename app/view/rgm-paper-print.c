/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-paper-print.h"
#include "rgm-isolate.h"
#include "rgm-print-preview.h"

/* What a preview shows, and how another layout of it is made. */
typedef struct
{
  RgmPaper       *paper;
  RgmPaperMake    make;
  gpointer        data;
  GDestroyNotify  free_data;
} Previewed;

static void
previewed_free (gpointer data)
{
  Previewed *self = data;

  g_object_unref (self->paper);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                RgmPaper          *paper)
{
  guint n_pages = rgm_paper_paginate (paper, gtk_print_context_get_width (context), gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              RgmPaper          *paper)
{
  rgm_paper_draw (paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
release_paper (gpointer  data,
               GClosure *closure)
{
  g_object_unref (data);
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWidget               *widget)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  text = rgm_text_printf (_ ("Printing failed: %s"), error->message);
  gtk_widget_activate_action (widget, "win.complain", "s", text);
}

/* With the system's dialog. */
static void
on_print (RgmPrintPreview *preview,
          GtkWidget       *widget)
{
  RgmPaper *paper = ((Previewed *) rgm_print_preview_get_data (preview))->paper;
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  const char *title = rgm_paper_get_title (paper);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title != NULL ? title : "Regimen");
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin_print), paper, 0);
  /* The operation keeps the pages until it is done. */
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_object_ref (paper), release_paper, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

static void
draw_preview (cairo_t      *cr,
              GtkPageSetup *setup,
              guint         page,
              guint        *n_pages,
              gpointer      data)
{
  RgmPaper *paper = ((Previewed *) data)->paper;

  *n_pages = rgm_paper_paginate (paper, gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                                 gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS));
  if (cr != NULL && page < *n_pages)
    rgm_paper_draw (paper, page, cr);
}

static void
on_chosen (RgmPrintPreview *preview,
           guint            choice)
{
  Previewed *previewed = rgm_print_preview_get_data (preview);

  g_object_unref (previewed->paper);
  previewed->paper = previewed->make (choice, previewed->data);
  rgm_print_preview_refresh (preview);
}

static RgmPrintPreview *
make_preview (Previewed  *previewed,
              const char *description,
              GtkWidget  *widget)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  RgmPrintPreview *preview = rgm_print_preview_new (GTK_WINDOW (gtk_widget_get_root (widget)), setup, description,
                                                    draw_preview, previewed, previewed_free);

  g_signal_connect_object (preview, "print", G_CALLBACK (on_print), widget, 0);

  return preview;
}

/**
 * rgm_paper_print:
 * @paper: what is printed
 * @description: what it shows, for a person who cannot see it
 * @widget: a widget of the window that asks
 *
 * Shows pages as they come on paper, and from there prints them with the system's dialog.
 */
void
rgm_paper_print (RgmPaper   *paper,
                 const char *description,
                 GtkWidget  *widget)
{
  Previewed *previewed = g_new0 (Previewed, 1);

  previewed->paper = g_object_ref (paper);
  gtk_window_present (GTK_WINDOW (make_preview (previewed, description, widget)));
}

/**
 * rgm_paper_print_choices:
 * @choices: the layouts
 * @description: what is printed, for a person who cannot see it
 * @widget: a widget of the window that asks
 *
 * Shows pages as rgm_paper_print() does, in a layout that is chosen beside them.
 */
void
rgm_paper_print_choices (const RgmPaperChoices *choices,
                         const char            *description,
                         GtkWidget             *widget)
{
  Previewed *previewed = g_new0 (Previewed, 1);
  RgmPrintPreview *preview;

  previewed->paper = choices->make (choices->chosen, choices->data);
  previewed->make = choices->make;
  previewed->data = choices->data;
  previewed->free_data = choices->free_data;
  preview = make_preview (previewed, description, widget);
  rgm_print_preview_set_choices (preview, choices->label, choices->choices, choices->chosen);
  g_signal_connect (preview, "chosen", G_CALLBACK (on_chosen), NULL);
  gtk_window_present (GTK_WINDOW (preview));
}
