/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-export-table.h"

#include <string.h>

#include "rgm-export-language.h"
#include "rgm-punctuation.h"

static void
append_html (GString    *text,
             const char *element,
             const char *words)
{
  g_autofree char *escaped = NULL;

  if (words == NULL || *words == '\0')
    return;

  escaped = g_markup_escape_text (words, -1);
  g_string_append_printf (text, "<%s>%s</%s>\n", element, escaped, element);
}

static char *
make_html (RgmFigure *figure)
{
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  g_autofree char *table = rgm_table_to_html (rgm_figure_get_table (figure));
  g_autofree char *language = rgm_export_get_language ();
  GString *text = g_string_new ("<!DOCTYPE html>\n");

  g_string_append_printf (text, "<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", language,
                          rgm_reads_from_the_right () ? "rtl" : "ltr");

  append_html (text, "title", frame->title);
  g_string_append (text, "</head>\n<body>\n");
  append_html (text, "h1", frame->title);
  append_html (text, "p", frame->subtitle);
  g_string_append (text, table);
  append_html (text, "p", frame->selection);
  append_html (text, "p", frame->note);
  append_html (text, "p", frame->method);
  append_html (text, "p", frame->caveat);
  append_html (text, "p", frame->sources);
  append_html (text, "p", frame->more_sources);
  g_string_append (text, "</body>\n</html>\n");

  return g_string_free (text, FALSE);
}

/* The explanations follow the numbers, so that a table passed on by itself keeps them. */
static char *
make_csv (RgmFigure *figure)
{
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  const char *texts[] = { frame->selection, frame->note, frame->method, frame->caveat, frame->sources, frame->more_sources };
  const char *captions[G_N_ELEMENTS (texts) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      captions[n++] = texts[i];

  return rgm_table_to_spreadsheet (rgm_figure_get_table (figure), captions);
}

/**
 * rgm_export_table:
 * @figure: a figure
 * @as_html: %TRUE for an HTML page, %FALSE for comma-separated values
 *
 * Writes the figure's table with caption, caveat and sources.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
rgm_export_table (RgmFigure *figure,
                  gboolean   as_html)
{
  char *text = as_html ? make_html (figure) : make_csv (figure);

  return g_bytes_new_take (text, strlen (text));
}
