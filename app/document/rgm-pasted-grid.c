/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pasted-grid.h"

/* A table as spreadsheets put it on the clipboard: cells between tabs, in quotation marks where they have line
 * breaks. A row is a list of texts; rows need not be of one length. */

static void
add_cell (GPtrArray *row,
          GString   *cell)
{
  g_ptr_array_add (row, g_strstrip (g_strdup (cell->str)));
  g_string_truncate (cell, 0);
}

static GPtrArray *
row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static gboolean
is_empty (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;

  return TRUE;
}

/* Tabs, or where there are none what separates the heads of a text with comma-separated values. Where commas are decimal marks,
 * those are semicolons. */
static char
find_separator (const char *text)
{
  gboolean is_quoted = FALSE;
  gboolean is_head = TRUE;
  gboolean has_text = FALSE;
  gboolean has_semicolon = FALSE;
  gboolean has_comma = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      if (is_quoted)
        continue;
      if (*p == '\t')
        return '\t';
      if (*p == '\n' || *p == '\r')
        is_head = is_head && !has_text;
      else
        has_text = has_text || *p != ' ';
      has_semicolon = has_semicolon || (is_head && *p == ';');
      has_comma = has_comma || (is_head && *p == ',');
    }

  if (has_semicolon)
    return ';';

  return has_comma ? ',' : '\t';
}

/**
 * rgm_pasted_grid_parse:
 * @text: a text
 *
 * Cells are between tabs, or between semicolons or commas where there are no tabs.
 *
 * Returns: (transfer full) (element-type GPtrArray): its rows, but for the empty ones
 */
GPtrArray *
rgm_pasted_grid_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = row_new ();
  const char separator = find_separator (text);
  gboolean is_quoted = FALSE;
  gboolean is_start = TRUE;

  for (const char *p = text;; p++)
    {
      /* Lines end in one or both of the two. */
      const gboolean is_end = *p == '\0' || (!is_quoted && (*p == '\n' || (*p == '\r' && p[1] != '\n')));

      if (is_quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"' && (is_quoted || is_start))
        is_quoted = !is_quoted;
      else if (is_end || (!is_quoted && *p == separator))
        {
          add_cell (row, cell);
          if (is_end && is_empty (row))
            g_ptr_array_set_size (row, 0);
          else if (is_end)
            {
              g_ptr_array_add (rows, row);
              row = row_new ();
            }
          if (*p == '\0')
            break;
          is_start = TRUE;
          continue;
        }
      else
        g_string_append_c (cell, *p == '\n' || *p == '\r' ? ' ' : *p);
      is_start = FALSE;
    }
  g_ptr_array_unref (row);

  return rows;
}

/* Returns: (transfer none): a cell, which is empty where a row is shorter */
const char *
rgm_pasted_grid_get (GPtrArray *rows,
                     guint      row,
                     guint      column)
{
  GPtrArray *cells = g_ptr_array_index (rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/* How many columns the longest row has. */
guint
rgm_pasted_grid_get_width (GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (rows, i))->len);

  return width;
}

/* Returns: (transfer full): the same with columns for rows */
GPtrArray *
rgm_pasted_grid_transpose (GPtrArray *rows)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint column = 0; column < rgm_pasted_grid_get_width (rows); column++)
    {
      GPtrArray *cells = row_new ();

      for (guint row = 0; row < rows->len; row++)
        g_ptr_array_add (cells, g_strdup (rgm_pasted_grid_get (rows, row, column)));
      g_ptr_array_add (columns, cells);
    }

  return columns;
}

/* The first cell of a row that has something, or NULL. */
const char *
rgm_pasted_grid_find_in_row (GPtrArray *rows,
                             guint      row)
{
  for (guint i = 0; i < rgm_pasted_grid_get_width (rows); i++)
    if (*rgm_pasted_grid_get (rows, row, i) != '\0')
      return rgm_pasted_grid_get (rows, row, i);

  return NULL;
}

/* The first cell of a column that has something, or NULL. */
const char *
rgm_pasted_grid_find_in_column (GPtrArray *rows,
                                guint      column)
{
  for (guint i = 0; i < rows->len; i++)
    if (*rgm_pasted_grid_get (rows, i, column) != '\0')
      return rgm_pasted_grid_get (rows, i, column);

  return NULL;
}
