/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-figure-mark.h"

/* A mark of a figure for keyboard and assistive technology. The figure draws it; this
 * widget lies over it, has its sentence for a name, takes the focus and is clicked by
 * who can't point. */
struct _RgmFigureMark
{
  GtkWidget parent_instance;

  guint     index;
};

G_DEFINE_FINAL_TYPE (RgmFigureMark, rgm_figure_mark, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The pointer is the figure's: it knows the shapes, this widget only their bounds. */
static gboolean
rgm_figure_mark_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  return FALSE;
}

static void
on_activate (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
rgm_figure_mark_class_init (RgmFigureMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->contains = rgm_figure_mark_contains;

  signals[ACTIVATED] = g_signal_new ("activated", RGM_TYPE_FIGURE_MARK, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, on_activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "mark.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "mark.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "mark.activate", NULL);
}

static void
rgm_figure_mark_init (RgmFigureMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * rgm_figure_mark_new:
 * @index: which mark of its scene it is
 * @sentence: what it says
 *
 * Returns: (transfer full): a mark, floating
 */
GtkWidget *
rgm_figure_mark_new (guint       index,
                     const char *sentence)
{
  RgmFigureMark *self = g_object_new (RGM_TYPE_FIGURE_MARK, NULL);

  self->index = index;
  if (sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);

  return GTK_WIDGET (self);
}

/**
 * rgm_figure_mark_get_index:
 * @self: a mark
 *
 * Returns: which mark of its scene it is
 */
guint
rgm_figure_mark_get_index (RgmFigureMark *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE_MARK (self), 0);

  return self->index;
}
