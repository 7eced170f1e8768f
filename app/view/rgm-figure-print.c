/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-copy.h"
#include "rgm-figure-print.h"
#include "rgm-pango-measure.h"
#include "rgm-scene-draw.h"

/* The size of type in rows on paper, and the one that no type falls below, in points. */
#define BASE 10
#define FLOOR 7

typedef struct
{
  RgmFigure *figure;
  RgmTextMeasure *measure;
  gboolean right_to_left;
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  g_object_unref (printing->figure);
  g_object_unref (printing->measure);
  g_free (printing);
}

/* The figure for a page of this paper: a page is laid out for itself. */
static RgmScene *
lay_out_page (Printing        *printing,
              GtkPrintContext *context,
              guint            page,
              guint           *n_pages)
{
  const RgmFigureLayout layout = {
    .measure = printing->measure,
    .right_to_left = printing->right_to_left,
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
    .base = BASE,
    .floor = FLOOR,
    .paged = TRUE,
    .page = page,
  };

  return rgm_figure_lay_out (printing->figure, &layout, n_pages);
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  guint n_pages = 1;
  g_autoptr (RgmScene) scene = lay_out_page (printing, context, 0, &n_pages);

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  guint n_pages;
  g_autoptr (RgmScene) scene = lay_out_page (printing, context, (guint) page, &n_pages);

  rgm_scene_draw (scene, gtk_print_context_get_cairo_context (context), rgm_theme_get (RGM_THEME_PRINT), NULL, NULL);
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
  text = g_strdup_printf (_("The figure wasn’t printed: %s"), error->message);
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

/**
 * rgm_figure_print:
 * @figure: a figure
 * @widget: a widget of the window that asks
 *
 * Prints the figure, with the system's dialog and preview; on as many pages as it takes.
 */
void
rgm_figure_print (RgmFigure *figure,
                  GtkWidget *widget)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *printing = g_new (Printing, 1);

  printing->figure = g_object_ref (figure);
  printing->measure = rgm_pango_measure_new (rgm_figure_family (widget));
  printing->right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, rgm_figure_get_words (figure)->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), printing, printing_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), printing);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
