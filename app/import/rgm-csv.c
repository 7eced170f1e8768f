/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-error.h"
#include "rgm-text-flaw.h"

/* The separator is judged by so many lines. */
#define LINES_TO_JUDGE 20

/* The cells lie one after another in @text, each with a NUL at its end; row i has those
 * from @starts[i] to @starts[i + 1] in @cells. */
struct _RgmCsv
{
  char *text;
  GPtrArray *cells;
  GArray *starts;
  GArray *lines;
  char separator;
  gboolean decimal_comma;
};

/* UTF-8 without a byte order mark, and without what a terminal would obey. Spreadsheets also write UTF-16 with one, and older
 * ones Windows' code page. */
static char *
to_utf8 (const char  *text,
         gsize        length,
         GError     **error)
{
  g_autofree char *converted = NULL;

  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    converted = g_convert (text, (gssize) length, "UTF-8", "UTF-16", NULL, NULL, NULL);
  else if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    converted = g_strndup (text + 3, length - 3);
  else if (memchr (text, '\0', length) != NULL)
    converted = NULL;
  else if (g_utf8_validate (text, (gssize) length, NULL))
    converted = g_strndup (text, length);
  else
    converted = g_convert (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  if (converted == NULL || !g_utf8_validate (converted, -1, NULL))
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("Expected a text file of rows and columns, found binary data."));
      return NULL;
    }

  if (strchr (converted, '\n') == NULL)
    g_strdelimit (converted, "\r", '\n');

  return rgm_text_clean (converted);
}

/* The separator that most of the first lines have outside quotes; of those that are
 * equal in that, the one that is the least likely to stand in a cell. A name of two words
 * above a single column has no separator. */
static char
find_separator (const char *text)
{
  static const char candidates[] = "\t;, ";
  guint lines[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean seen[G_N_ELEMENTS (candidates)] = { FALSE };
  gboolean quoted = FALSE;
  guint best = 0, n_lines = 0, n_filled = 0;

  for (const char *p = text; n_lines < LINES_TO_JUDGE; p++)
    {
      if (*p == '\0' || (!quoted && *p == '\n'))
        {
          n_filled += p > text && p[-1] != '\n';
          for (guint i = 0; candidates[i] != '\0'; i++)
            lines[i] += seen[i];
          memset (seen, 0, sizeof seen);
          n_lines++;
          if (*p == '\0')
            break;
        }
      else if (*p == '"' && (quoted || p == text || strchr ("\t;, \n\"", p[-1]) != NULL))
        {
          quoted = !quoted;
        }
      else if (!quoted && strchr (candidates, *p) != NULL)
        {
          seen[strchr (candidates, *p) - candidates] = TRUE;
        }
    }

  for (guint i = 1; candidates[i] != '\0'; i++)
    if (lines[i] > lines[best])
      best = i;

  if (lines[best] == 0 || (candidates[best] == ' ' && 2 * lines[best] <= n_filled))
    return ',';

  return candidates[best];
}

/* Reads the cell at @from and leaves its text at @to, which is never beyond @from.
 *
 * Returns: what ends the cell: the separator, a line feed, or the NUL; %NULL if a
 *   quotation mark isn't closed */
static char *
read_cell (char  *from,
           char **to,
           char   separator,
           guint *line)
{
  gboolean quoted = FALSE;
  char *out = *to, *last;

  while (*from == ' ' || (*from == '\t' && separator != '\t'))
    from++;
  if (*from == '"')
    {
      quoted = TRUE;
      for (from++; *from != '\0' && !(from[0] == '"' && from[1] != '"'); from++)
        {
          *line += *from == '\n';
          from += *from == '"';
          *out++ = *from;
        }
      if (*from++ != '"')
        return NULL;
    }

  last = out;
  for (; *from != '\0' && *from != separator && *from != '\n'; from++)
    {
      *out++ = *from;
      if (*from != ' ' && *from != '\r' && *from != '\t')
        last = out;
    }
  *to = quoted && last == *to ? out : last;

  return from;
}

/* A cell that is a number with this mark before its decimals. */
static gboolean
has_decimals (const char *cell,
              char        mark,
              gsize      *n_decimals)
{
  const char *p = cell + (*cell == '-' || *cell == '+');
  const char *digits = p;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == digits || *p != mark)
    return FALSE;
  digits = ++p;
  while (g_ascii_isdigit (*p))
    p++;
  *n_decimals = (gsize) (p - digits);

  return p > digits && (*p == '\0' || *p == 'e' || *p == 'E' || *p == '%' || *p == ' ');
}

/* Where commas separate, 1,234 in quotes may be a thousand; 0,5 may not. */
static gboolean
find_decimal_comma (const RgmCsv *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      gsize n_decimals;

      if (has_decimals (cell, '.', &n_decimals))
        return FALSE;
      if (has_decimals (cell, ',', &n_decimals))
        found |= self->separator != ',' || n_decimals != 3;
    }

  return found;
}

/**
 * rgm_csv_parse:
 * @text: the file's bytes
 * @length: how many
 * @error: the return location for an error of %RGM_ERROR_INPUT
 *
 * Understands rows and cells. The separator and the decimal mark are found in the text;
 * lines that are empty, or have empty cells only, are no rows. Spaces around a cell don't
 * belong to it.
 *
 * Returns: (transfer full) (nullable): the rows, or %NULL with @error set if it is no text
 *   or a quotation mark isn't closed
 */
RgmCsv *
rgm_csv_parse (const char  *text,
               gsize        length,
               GError     **error)
{
  g_autoptr (RgmCsv) self = g_new0 (RgmCsv, 1);
  guint line = 1, start = 0;
  char *from, *to;

  self->cells = g_ptr_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = to_utf8 (text, length, error);
  if (self->text == NULL)
    return NULL;

  self->separator = find_separator (self->text);
  g_array_append_val (self->starts, start);
  for (from = self->text; *from != '\0'; from++)
    {
      guint first_line = line;
      gboolean empty = TRUE;

      for (;; from++)
        {
          char *cell = from, end;

          to = cell;
          from = read_cell (cell, &to, self->separator, &line);
          if (from == NULL)
            {
              g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("A quotation mark in line %u is not closed."), first_line);
              return NULL;
            }
          end = *from;
          *to = '\0';
          empty &= *cell == '\0';
          /* Several spaces are one separator. */
          if (self->separator != ' ' || *cell != '\0' || end == ' ')
            g_ptr_array_add (self->cells, cell);
          if (end != self->separator)
            {
              if (end == '\0')
                from--;
              break;
            }
        }
      if (empty)
        {
          g_ptr_array_set_size (self->cells, (int) start);
        }
      else
        {
          start = self->cells->len;
          g_array_append_val (self->starts, start);
          g_array_append_val (self->lines, first_line);
        }
      line++;
    }
  self->decimal_comma = find_decimal_comma (self);

  return g_steal_pointer (&self);
}

/**
 * rgm_csv_load:
 * @file: a file
 * @error: the return location for an error of #GIOErrorEnum or %RGM_ERROR_INPUT
 *
 * Reads a file; see rgm_csv_parse().
 *
 * Returns: (transfer full) (nullable): the rows, or %NULL with @error set
 */
RgmCsv *
rgm_csv_load (GFile   *file,
              GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;

  return rgm_csv_parse (text, length, error);
}

/**
 * rgm_csv_free:
 * @self: (nullable) (transfer full): rows
 */
void
rgm_csv_free (RgmCsv *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->starts);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * rgm_csv_has_decimal_comma:
 * @self: rows
 *
 * Returns: whether numbers have a comma before their decimals
 */
gboolean
rgm_csv_has_decimal_comma (const RgmCsv *self)
{
  return self->decimal_comma;
}

/**
 * rgm_csv_get_n_rows:
 * @self: rows
 *
 * Returns: how many they are
 */
guint
rgm_csv_get_n_rows (const RgmCsv *self)
{
  return self->lines->len;
}

/**
 * rgm_csv_get_n_cells:
 * @self: rows
 * @row: one of them, from 0
 *
 * Returns: how many cells it has
 */
guint
rgm_csv_get_n_cells (const RgmCsv *self,
                     guint         row)
{
  return g_array_index (self->starts, guint, row + 1) - g_array_index (self->starts, guint, row);
}

/**
 * rgm_csv_get_line:
 * @self: rows
 * @row: one of them, from 0
 *
 * Returns: the line of the file in which it begins, from 1
 */
guint
rgm_csv_get_line (const RgmCsv *self,
                  guint         row)
{
  return g_array_index (self->lines, guint, row);
}

/**
 * rgm_csv_get_cell:
 * @self: rows
 * @row: one of them, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell's text; empty beyond the row's end
 */
const char *
rgm_csv_get_cell (const RgmCsv *self,
                  guint         row,
                  guint         column)
{
  if (column >= rgm_csv_get_n_cells (self, row))
    return "";

  return g_ptr_array_index (self->cells, g_array_index (self->starts, guint, row) + column);
}

/**
 * rgm_csv_get_number:
 * @self: rows
 * @row: one of them, from 0
 * @column: a column, from 0
 * @number: (out): the number
 *
 * Returns: whether the cell is a finite number, in the file's own notation
 */
gboolean
rgm_csv_get_number (const RgmCsv *self,
                    guint         row,
                    guint         column,
                    double       *number)
{
  const char *cell = rgm_csv_get_cell (self, row, column);
  g_autofree char *copy = NULL;
  char *end;

  if (self->decimal_comma && strchr (cell, ',') != NULL)
    {
      if (strchr (cell, '.') != NULL)
        return FALSE;
      copy = g_strdelimit (g_strdup (cell), ",", '.');
      cell = copy;
    }
  /* strtod takes hexadecimal, nan and inf too. */
  if (*cell == '\0' || cell[strspn (cell, "+-.0123456789eE")] != '\0')
    return FALSE;

  *number = g_ascii_strtod (cell, &end);

  return end != cell && *end == '\0' && isfinite (*number);
}
