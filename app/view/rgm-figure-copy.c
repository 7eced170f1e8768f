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
 * rgm_figure_direction:
 * @widget: a widget
 *
 * Returns: which way a figure in its place reads
 */
RgmDirection
rgm_figure_direction (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR;
}

/* The forms of a figure, the richest first: a program takes the first that it knows. */
static const struct
{
  const char *type;
  RgmExportFormat format;
} forms[] = {
  /* To the letter what LibreOffice calls shapes on the clipboard; and as GDK looks for it when it is
   * asked, in small letters. */
  { "application/x-openoffice-drawing;windows_formatname=\"Drawing Format\"", RGM_EXPORT_FODG },
  { "application/x-openoffice-drawing;windows_formatname=\"drawing format\"", RGM_EXPORT_FODG },
  { "image/svg+xml", RGM_EXPORT_SVG },
  { "image/png", RGM_EXPORT_PNG },
  { "text/html", RGM_EXPORT_HTML },
};

/**
 * rgm_figure_copy:
 * @figure: a figure
 * @title: (nullable): a title in place of the figure's own
 * @widget: a widget on the display whose clipboard is meant
 * @error: the return location for an error
 *
 * Copies the whole figure, laid out for a slide's width: as shapes for LibreOffice and as SVG, which can be
 * edited, as PNG, which every program takes, and its table as HTML and as text.
 *
 * Returns: whether it is copied
 */
gboolean
rgm_figure_copy (RgmFigure   *figure,
                 const char  *title,
                 GtkWidget   *widget,
                 GError     **error)
{
  RgmExportOptions options = {
    .without_page = TRUE,
    .theme = "light",
    .family = rgm_figure_family (widget),
    .direction = rgm_figure_direction (widget),
    .title = title,
  };
  GdkContentProvider *providers[G_N_ELEMENTS (forms) + 1];
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GdkContentProvider) all = NULL;
  g_autofree char *table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      GBytes *bytes;

      options.format = forms[i].format;
      bytes = i > 0 && forms[i].format == forms[i - 1].format ? g_bytes_ref (made->pdata[i - 1])
                                                              : rgm_export_figure (figure, &options, error);
      if (bytes == NULL)
        return FALSE;
      g_ptr_array_add (made, bytes);
    }

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    providers[i] = gdk_content_provider_new_for_bytes (forms[i].type, made->pdata[i]);
  table = rgm_table_to_tsv (rgm_figure_get_table (figure));
  providers[G_N_ELEMENTS (forms)] = gdk_content_provider_new_typed (G_TYPE_STRING, table);
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  return gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}
