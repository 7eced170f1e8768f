/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "rgm-isolate.h"
#include "rgm-json-writer.h"
#include "rgm-table.h"

#define BYTE_ORDER_MARK "\357\273\277"

typedef struct
{
  char          *id;
  char          *title;
  RgmColumnKind  kind;
} TableColumn;

typedef struct
{
  char     *text;
  double    number;
  gboolean  has_number;
} Cell;

typedef struct
{
  char  *id;
  Cell  *cells;
  guint  n_cells;
} Row;

struct _RgmTable
{
  GArray *columns;
  GArray *rows;
};

G_DEFINE_BOXED_TYPE (RgmTable, rgm_table, rgm_table_ref, rgm_table_unref)

static void
column_clear (gpointer data)
{
  TableColumn *column = data;

  g_free (column->id);
  g_free (column->title);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
  g_free (row->id);
}

static void
rgm_table_clear (gpointer data)
{
  RgmTable *self = data;

  g_array_unref (self->columns);
  g_array_unref (self->rows);
}

/**
 * rgm_table_new:
 *
 * Returns: (transfer full): a table with no columns
 */
RgmTable *
rgm_table_new (void)
{
  RgmTable *self = g_rc_box_new0 (RgmTable);

  self->columns = g_array_new (FALSE, FALSE, sizeof (TableColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);

  return self;
}

/**
 * rgm_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
RgmTable *
rgm_table_ref (RgmTable *self)
{
  return g_rc_box_acquire (self);
}

/**
 * rgm_table_unref:
 * @self: (transfer full): a table
 */
void
rgm_table_unref (RgmTable *self)
{
  g_rc_box_release_full (self, rgm_table_clear);
}

/**
 * rgm_table_add_column:
 * @self: a table without rows
 * @id: the column's name for machines: 'estimate'
 * @title: its title for people
 * @kind: words or numbers
 */
void
rgm_table_add_column (RgmTable      *self,
                      const char    *id,
                      const char    *title,
                      RgmColumnKind  kind)
{
  TableColumn column = { g_strdup (id), g_strdup (title), kind };

  g_assert (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

/**
 * rgm_table_add_row:
 * @self: a table
 * @id: (nullable): what the row is about: an arm's id, a trial's
 *
 * Returns: the index of the new row, all cells of which are empty
 */
guint
rgm_table_add_row (RgmTable   *self,
                   const char *id)
{
  Row row = { g_strdup (id), g_new0 (Cell, self->columns->len), self->columns->len };

  g_array_append_val (self->rows, row);

  return self->rows->len - 1;
}

static Cell *
get_cell (const RgmTable *self,
          guint           row,
          guint           column)
{
  g_assert (row < self->rows->len && column < self->columns->len);

  return &g_array_index (self->rows, Row, row).cells[column];
}

/**
 * rgm_table_set_text:
 * @self: a table
 * @row: a row
 * @column: a column
 * @text: (nullable): what a person reads; %NULL for an empty cell
 */
void
rgm_table_set_text (RgmTable   *self,
                    guint       row,
                    guint       column,
                    const char *text)
{
  Cell *cell = get_cell (self, row, column);

  g_free (cell->text);
  cell->text = g_strdup (text);
  cell->has_number = FALSE;
}

/**
 * rgm_table_set_number:
 * @self: a table
 * @row: a row
 * @column: a column
 * @number: a finite number, in full
 * @text: (nullable): what a person reads; %NULL for the number's own digits
 */
void
rgm_table_set_number (RgmTable   *self,
                      guint       row,
                      guint       column,
                      double      number,
                      const char *text)
{
  Cell *cell = get_cell (self, row, column);

  g_return_if_fail (isfinite (number));

  g_free (cell->text);
  cell->text = text != NULL ? g_strdup (text) : rgm_shortest_double (number);
  cell->number = number;
  cell->has_number = TRUE;
}

/**
 * rgm_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are
 */
guint
rgm_table_get_n_columns (const RgmTable *self)
{
  return self->columns->len;
}

/**
 * rgm_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are
 */
guint
rgm_table_get_n_rows (const RgmTable *self)
{
  return self->rows->len;
}

/**
 * rgm_table_get_column_id:
 * @self: a table
 * @column: a column
 *
 * Returns: (transfer none): its name for machines
 */
const char *
rgm_table_get_column_id (const RgmTable *self,
                         guint           column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_array_index (self->columns, TableColumn, column).id;
}

/**
 * rgm_table_get_column_title:
 * @self: a table
 * @column: a column
 *
 * Returns: (transfer none): its title for people
 */
const char *
rgm_table_get_column_title (const RgmTable *self,
                            guint           column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_array_index (self->columns, TableColumn, column).title;
}

/**
 * rgm_table_get_column_kind:
 * @self: a table
 * @column: a column
 *
 * Returns: whether it holds words or numbers
 */
RgmColumnKind
rgm_table_get_column_kind (const RgmTable *self,
                           guint           column)
{
  g_return_val_if_fail (column < self->columns->len, RGM_COLUMN_TEXT);

  return g_array_index (self->columns, TableColumn, column).kind;
}

/**
 * rgm_table_get_row_id:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what the row is about
 */
const char *
rgm_table_get_row_id (const RgmTable *self,
                      guint           row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_array_index (self->rows, Row, row).id;
}

/**
 * rgm_table_get_text:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): what a person reads; empty for an empty cell
 */
const char *
rgm_table_get_text (const RgmTable *self,
                    guint           row,
                    guint           column)
{
  const Cell *cell = get_cell (self, row, column);

  return cell->text != NULL ? cell->text : "";
}

/**
 * rgm_table_get_number:
 * @self: a table
 * @row: a row
 * @column: a column
 * @number: (out) (optional): the number in full
 *
 * Returns: whether the cell has a number
 */
gboolean
rgm_table_get_number (const RgmTable *self,
                      guint           row,
                      guint           column,
                      double         *number)
{
  const Cell *cell = get_cell (self, row, column);

  if (cell->has_number && number != NULL)
    *number = cell->number;

  return cell->has_number;
}

/**
 * rgm_table_compare_rows:
 * @self: a table
 * @a: a row
 * @b: another
 * @column: the column to go by
 *
 * Numbers go by size, words by the language's order, and words after numbers.
 *
 * Returns: below, at or above 0 as @a comes before, with or after @b
 */
int
rgm_table_compare_rows (const RgmTable *self,
                        guint           a,
                        guint           b,
                        guint           column)
{
  const Cell *first = get_cell (self, a, column);
  const Cell *second = get_cell (self, b, column);

  if (first->has_number && second->has_number)
    return first->number < second->number ? -1 : first->number > second->number;

  if (first->has_number != second->has_number)
    return first->has_number ? -1 : 1;

  return g_utf8_collate (rgm_table_get_text (self, a, column), rgm_table_get_text (self, b, column));
}

/* How many columns of a terminal a text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_padded (GString       *line,
               const char    *text,
               guint          width,
               RgmColumnKind  kind)
{
  guint padding = width - measure (text);

  if (kind == RGM_COLUMN_TEXT)
    g_string_append (line, text);
  for (guint i = 0; i < padding; i++)
    g_string_append_c (line, ' ');
  if (kind == RGM_COLUMN_NUMBER)
    g_string_append (line, text);
}

static void
append_trimmed_line (GString *text,
                     GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  g_string_append_len (text, line->str, (gssize) line->len);
  g_string_append_c (text, '\n');
  g_string_truncate (line, 0);
}

/**
 * rgm_table_to_text:
 * @self: a table
 * @with_titles: whether the columns' titles stand above
 *
 * Sets the table in columns for a terminal, two spaces between them.
 *
 * Returns: (transfer full): a line a row
 */
char *
rgm_table_to_text (const RgmTable *self,
                   gboolean        with_titles)
{
  g_autofree guint *widths = g_new0 (guint, self->columns->len + 1);
  g_autoptr (GString) line = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < self->columns->len; column++)
    {
      if (with_titles)
        widths[column] = measure (rgm_table_get_column_title (self, column));
      for (guint row = 0; row < self->rows->len; row++)
        widths[column] = MAX (widths[column], measure (rgm_table_get_text (self, row, column)));
    }

  for (guint i = with_titles ? 0 : 1; i <= self->rows->len; i++)
    {
      for (guint column = 0; column < self->columns->len; column++)
        {
          const char *cell = i == 0
            ? rgm_table_get_column_title (self, column)
            : rgm_table_get_text (self, i - 1, column);

          if (column > 0)
            g_string_append (line, "  ");
          append_padded (line, cell, widths[column], rgm_table_get_column_kind (self, column));
        }
      append_trimmed_line (text, line);
    }

  return g_string_free (text, FALSE);
}

/* How comma-separated values are written, for programs or for a spreadsheet. */
typedef struct
{
  const char *separator;
  const char *line_end;
  const char *decimal_mark;
  gboolean    for_people;
} CsvDialect;

/* A text that a spreadsheet would take for a formula, and run, gets an apostrophe before it, by
 * which the spreadsheet knows text. A number that is negative is a number. */
static char *
make_safe (const char *text)
{
  char *end;

  if (*text == '\0' || strchr ("=+-@\t\r", *text) == NULL)
    return g_strdup (text);

  g_ascii_strtod (text, &end);
  if (end != text && *text != '+' && (*end == '\0' || *end == '%'))
    return g_strdup (text);

  return g_strconcat ("'", text, NULL);
}

static void
append_csv_cell (GString          *text,
                 const CsvDialect *dialect,
                 const char       *cell)
{
  g_autofree char *plain = rgm_text_strip_isolates (cell);
  g_autofree char *safe = dialect->for_people ? make_safe (plain) : g_strdup (plain);

  if (strpbrk (safe, "\"\r\n") == NULL && strstr (safe, dialect->separator) == NULL)
    {
      g_string_append (text, safe);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = safe; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static char *
make_number (const CsvDialect *dialect,
             double            number)
{
  g_autofree char *digits = rgm_shortest_double (number);
  g_auto (GStrv) parts = g_strsplit (digits, ".", -1);

  return g_strjoinv (dialect->decimal_mark, parts);
}

static void
append_csv_rows (GString          *text,
                 const CsvDialect *dialect,
                 const RgmTable   *self)
{
  for (guint column = 0; column < self->columns->len; column++)
    {
      g_string_append (text, column > 0 ? dialect->separator : "");
      append_csv_cell (text, dialect, dialect->for_people ? rgm_table_get_column_title (self, column)
                                                          : rgm_table_get_column_id (self, column));
    }
  g_string_append (text, dialect->line_end);

  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < self->columns->len; column++)
        {
          const Cell *cell = get_cell (self, row, column);
          g_autofree char *number = cell->has_number ? make_number (dialect, cell->number) : NULL;

          g_string_append (text, column > 0 ? dialect->separator : "");
          if (number != NULL)
            g_string_append (text, number);
          else
            append_csv_cell (text, dialect, rgm_table_get_text (self, row, column));
        }
      g_string_append (text, dialect->line_end);
    }
}

/**
 * rgm_table_to_csv:
 * @self: a table
 *
 * For programs: the columns' ids above, numbers in full with a decimal point in every
 * locale, cells quoted as RFC 4180 has it, lines that end in a line feed.
 *
 * Returns: (transfer full): the table as CSV
 */
char *
rgm_table_to_csv (const RgmTable *self)
{
  static const CsvDialect dialect = { ",", "\n", ".", FALSE };
  GString *text = g_string_new (NULL);

  append_csv_rows (text, &dialect, self);

  return g_string_free (text, FALSE);
}

/**
 * rgm_table_to_spreadsheet:
 * @self: a table
 * @captions: (nullable) (array zero-terminated=1): what belongs below the table
 *
 * For people, who open the file in the spreadsheet of their language: a byte-order mark, titles
 * above, the locale's decimal mark and separator, lines that end as RFC 4180 has it, no text that
 * would run as a formula. A caption is a row whose other cells are empty.
 *
 * Returns: (transfer full): the table as CSV
 */
char *
rgm_table_to_spreadsheet (const RgmTable     *self,
                          const char * const *captions)
{
  const char *mark = localeconv ()->decimal_point;
  const CsvDialect dialect = { strcmp (mark, ",") == 0 ? ";" : ",", "\r\n", mark, TRUE };
  GString *text = g_string_new (BYTE_ORDER_MARK);

  append_csv_rows (text, &dialect, self);
  for (guint i = 0; captions != NULL && captions[i] != NULL; i++)
    {
      append_csv_cell (text, &dialect, captions[i]);
      for (guint column = 1; column < self->columns->len; column++)
        g_string_append (text, dialect.separator);
      g_string_append (text, dialect.line_end);
    }

  return g_string_free (text, FALSE);
}

/**
 * rgm_table_to_tsv:
 * @self: a table
 *
 * For pasting into a spreadsheet: titles and texts as a person reads them, with tabs
 * between. Tabs and line feeds within a cell become spaces.
 *
 * Returns: (transfer full): the table as tab-separated text
 */
char *
rgm_table_to_tsv (const RgmTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= self->rows->len; i++)
    {
      for (guint column = 0; column < self->columns->len; column++)
        {
          g_autofree char *cell = make_safe (i == 0 ? rgm_table_get_column_title (self, column)
                                                    : rgm_table_get_text (self, i - 1, column));

          if (column > 0)
            g_string_append_c (text, '\t');
          g_string_append (text, g_strdelimit (cell, "\t\r\n", ' '));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/**
 * rgm_table_to_html:
 * @self: a table
 *
 * For pasting into a document: one table element, headed, with numbers set to the right.
 *
 * Returns: (transfer full): the table as HTML
 */
char *
rgm_table_to_html (const RgmTable *self)
{
  GString *text = g_string_new ("<table>\n<thead>\n<tr>");

  for (guint column = 0; column < self->columns->len; column++)
    {
      g_autofree char *title = g_markup_escape_text (rgm_table_get_column_title (self, column), -1);

      g_string_append_printf (text, "<th scope=\"col\">%s</th>", title);
    }
  g_string_append (text, "</tr>\n</thead>\n<tbody>\n");

  for (guint row = 0; row < self->rows->len; row++)
    {
      g_string_append (text, "<tr>");
      for (guint column = 0; column < self->columns->len; column++)
        {
          g_autofree char *safe = make_safe (rgm_table_get_text (self, row, column));
          g_autofree char *cell = g_markup_escape_text (safe, -1);

          if (rgm_table_get_column_kind (self, column) == RGM_COLUMN_NUMBER)
            g_string_append_printf (text, "<td align=\"right\">%s</td>", cell);
          else
            g_string_append_printf (text, "<td>%s</td>", cell);
        }
      g_string_append (text, "</tr>\n");
    }
  g_string_append (text, "</tbody>\n</table>\n");

  return g_string_free (text, FALSE);
}
