/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-print-preview.h"

/* The pages as they are printed, each as a picture of its paper. The system's own preview is another program, which may
 * not be there. */
struct _RgmPrintPreview
{
  AdwWindow       parent_instance;

  GtkPageSetup   *setup;
  RgmPreviewDraw  draw;
  gpointer        data;
  GDestroyNotify  free_data;
  guint           page;
  guint           n_pages;

  GtkDrawingArea *paper;
  GtkLabel       *place;
  GtkWidget      *previous;
  GtkWidget      *next;
  GtkDropDown    *choices;
};

G_DEFINE_FINAL_TYPE (RgmPrintPreview, rgm_print_preview, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  PRINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
draw_paper (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        data)
{
  RgmPrintPreview *self = data;
  double paper_width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
  double paper_height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
  double scale = MIN (width / paper_width, height / paper_height);

  cairo_translate (cr, (width - paper_width * scale) / 2, (height - paper_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, paper_width, paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS));
  self->draw (cr, self->setup, self->page, &self->n_pages, self->data);
}

static void
show_page (RgmPrintPreview *self,
           guint            page)
{
  /* Translators: which page of how many. */
  g_autofree char *place = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);

  self->page = page;
  gtk_label_set_text (self->place, place);
  rgm_accessible_set_name (GTK_WIDGET (self->paper), place);
  rgm_accessible_announce (GTK_WIDGET (self), place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", page + 1 < self->n_pages);
  gtk_widget_queue_draw (GTK_WIDGET (self->paper));
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmPrintPreview *self = RGM_PRINT_PREVIEW (widget);
  gboolean forward = g_str_equal (name, "preview.next");

  if (forward && self->page + 1 < self->n_pages)
    show_page (self, self->page + 1);
  else if (!forward && self->page > 0)
    show_page (self, self->page - 1);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[PRINT], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
on_chosen (RgmPrintPreview *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->choices)))
    g_signal_emit (self, signals[CHOSEN], 0, gtk_drop_down_get_selected (self->choices));
}

static void
rgm_print_preview_finalize (GObject *object)
{
  RgmPrintPreview *self = RGM_PRINT_PREVIEW (object);

  g_clear_object (&self->setup);
  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (rgm_print_preview_parent_class)->finalize (object);
}

static void
rgm_print_preview_class_init (RgmPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rgm_print_preview_finalize;

  /* Another layout was chosen, by its number. */
  signals[CHOSEN] = g_signal_new ("chosen", RGM_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* Print was pressed; the window closes by itself. */
  signals[PRINT] = g_signal_new ("print", RGM_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPrintPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, RgmPrintPreview, place);
  gtk_widget_class_bind_template_child (widget_class, RgmPrintPreview, previous);
  gtk_widget_class_bind_template_child (widget_class, RgmPrintPreview, next);
  gtk_widget_class_bind_template_child (widget_class, RgmPrintPreview, choices);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rgm_print_preview_init (RgmPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->paper, draw_paper, self, NULL);
}

/**
 * rgm_print_preview_new:
 * @parent: the window that asks
 * @setup: the paper
 * @description: what is on the pages, for who can't see them
 * @draw: draws a page
 * @data: what @draw is given
 * @free_data: frees @data
 *
 * Returns: (transfer none): a window, not yet shown, that belongs to GTK
 */
RgmPrintPreview *
rgm_print_preview_new (GtkWindow      *parent,
                       GtkPageSetup   *setup,
                       const char     *description,
                       RgmPreviewDraw  draw,
                       gpointer        data,
                       GDestroyNotify  free_data)
{
  RgmPrintPreview *self = g_object_new (RGM_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);

  self->setup = g_object_ref (setup);
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;
  rgm_accessible_set_description (GTK_WIDGET (self->paper), description);
  rgm_print_preview_refresh (self);

  return self;
}

/**
 * rgm_print_preview_set_choices:
 * @self: a preview
 * @label: what is chosen
 * @choices: (array zero-terminated=1): the layouts that can be chosen, as a person knows them
 * @chosen: the one that is shown
 *
 * Lets a person choose between layouts; the signal `chosen` tells which.
 */
void
rgm_print_preview_set_choices (RgmPrintPreview    *self,
                               const char         *label,
                               const char * const *choices,
                               guint               chosen)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->choices, chosen);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choices), label);
  rgm_accessible_name_drop_down (GTK_WIDGET (self->choices), label);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), TRUE);
}

/**
 * rgm_print_preview_refresh:
 * @self: a preview
 *
 * Shows other pages, from the first: what is drawn has changed.
 */
void
rgm_print_preview_refresh (RgmPrintPreview *self)
{
  self->n_pages = 1;
  self->draw (NULL, self->setup, 0, &self->n_pages, self->data);
  gtk_widget_set_visible (self->previous, self->n_pages > 1);
  gtk_widget_set_visible (self->next, self->n_pages > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->place), self->n_pages > 1);
  show_page (self, 0);
}

/* What the preview was made with. */
gpointer
rgm_print_preview_get_data (RgmPrintPreview *self)
{
  return self->data;
}
