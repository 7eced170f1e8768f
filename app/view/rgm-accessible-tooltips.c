/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-accessible.h"
#include "rgm-accessible-tooltips.h"

/* At the floor a tooltip is its widget's description. On a button with an icon, and on a label that may be shortened, that is the
   name again, and would be spoken twice. */

#define WATCHED "rgm-tooltip-watched"

static void
check_tooltip (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (tooltip != NULL && rgm_accessible_is_told (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip) &&
      rgm_accessible_is_told (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
}

static gboolean
on_map (GSignalInvocationHint *hint G_GNUC_UNUSED,
        guint                  n_values G_GNUC_UNUSED,
        const GValue          *values,
        gpointer               data G_GNUC_UNUSED)
{
  GtkWidget *widget = g_value_get_object (values);

  if (gtk_widget_get_tooltip_text (widget) == NULL)
    return TRUE;

  check_tooltip (widget);
  if (g_object_get_data (G_OBJECT (widget), WATCHED) == NULL)
    {
      g_object_set_data (G_OBJECT (widget), WATCHED, GINT_TO_POINTER (TRUE));
      g_signal_connect (widget, "notify::tooltip-text", G_CALLBACK (check_tooltip), NULL);
    }

  return TRUE;
}

/**
 * rgm_accessible_watch_tooltips:
 *
 * From now on no widget that is shown is described by a tooltip that is its name.
 */
void
rgm_accessible_watch_tooltips (void)
{
  static gsize is_watching;
  gpointer widget_class;

  if (!g_once_init_enter (&is_watching))
    return;

  /* The class has the signal. */
  widget_class = g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
  g_type_class_unref (widget_class);
  g_once_init_leave (&is_watching, 1);
}
