/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-export-table.h"

#include <string.h>

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
  const RgmFigureWords *words = rgm_figure_get_words (figure);
  g_autofree char *table = rgm_table_to_html (rgm_figure_get_table (figure));
  GString *text = g_string_new ("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");

  append_html (text, "title", words->title);
  g_string_append (text, "</head>\n<body>\n");
  append_html (text, "h1", words->title);
  append_html (text, "p", words->subtitle);
  g_string_append (text, table);
  append_html (text, "p", words->note);
  append_html (text, "p", words->method);
  append_html (text, "p", words->caveat);
  append_html (text, "p", words->sources);
  g_string_append (text, "</body>\n</html>\n");

  return g_string_free (text, FALSE);
}

/* A line of one cell. */
static void
append_csv (GString    *text,
            const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (words == NULL || *words == '\0')
    return;

  parts = g_strsplit (words, "\"", -1);
  escaped = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"\r\n", escaped);
}

/* What the numbers mean stands below them: a table that goes on alone must not lose it. */
static char *
make_csv (RgmFigure *figure)
{
  const RgmFigureWords *words = rgm_figure_get_words (figure);
  g_autofree char *table = rgm_table_to_csv (rgm_figure_get_table (figure));
  GString *text = g_string_new (table);

  append_csv (text, words->note);
  append_csv (text, words->method);
  append_csv (text, words->caveat);
  append_csv (text, words->sources);

  return g_string_free (text, FALSE);
}

/**
 * rgm_export_table:
 * @figure: a figure
 * @as_html: as a page, and not comma-separated
 *
 * Writes the figure's table with its caption, caveat and sources.
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
