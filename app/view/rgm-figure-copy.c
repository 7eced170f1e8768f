/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-export.h"
#include "rgm-figure-copy.h"

/**
 * rgm_figure_family:
 * @widget: a widget
 *
 * Returns: (transfer none): the family of the reader's own font
 */
const char *
rgm_figure_family (GtkWidget *widget)
{
  return pango_font_description_get_family (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

/**
 * rgm_figure_copy:
 * @figure: a figure
 * @widget: a widget on the display whose clipboard is meant
 * @error: the return location for an error
 *
 * Copies the whole figure, laid out for a slide's width: as SVG, which can be edited, and as PNG,
 * which every program takes.
 *
 * Returns: whether it is copied
 */
gboolean
rgm_figure_copy (RgmFigure  *figure,
                 GtkWidget  *widget,
                 GError    **error)
{
  RgmExportOptions options = {
    .format = RGM_EXPORT_SVG,
    .theme = "light",
    .family = rgm_figure_family (widget),
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  g_autoptr (GBytes) svg = rgm_export_figure (figure, &options, error);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *forms[2];

  if (svg == NULL)
    return FALSE;

  options.format = RGM_EXPORT_PNG;
  png = rgm_export_figure (figure, &options, error);
  if (png == NULL)
    return FALSE;

  forms[0] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  forms[1] = gdk_content_provider_new_for_bytes ("image/png", png);
  all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}
