/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-table.h"

#include <math.h>
#include <string.h>

struct _ReferenceTable
{
  char **columns;
  gsize n_columns;
  GArray *values;
};

static double
parse (const char *text)
{
  char *end;
  double value;

  if (g_str_equal (text, "NA"))
    return NAN;

  value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0')
    g_error ("“%s” is not a number", text);

  return value;
}

static void
add_row (ReferenceTable *self,
         const char     *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);

  if (g_strv_length (cells) != self->n_columns)
    g_error ("“%s” doesn't have %" G_GSIZE_FORMAT " cells", line, self->n_columns);

  for (gsize i = 0; i < self->n_columns; i++)
    {
      double value = parse (cells[i]);

      g_array_append_val (self->values, value);
    }
}

ReferenceTable *
reference_table_load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "tests", "reference", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  ReferenceTable *self = g_new0 (ReferenceTable, 1);

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  lines = g_strsplit (g_strchomp (text), "\n", -1);
  self->columns = g_strsplit (lines[0], ",", -1);
  self->n_columns = g_strv_length (self->columns);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  for (char **line = lines + 1; *line != NULL; line++)
    add_row (self, *line);

  g_assert_cmpuint (self->values->len, >, 0);

  return self;
}

gsize
reference_table_rows (const ReferenceTable *self)
{
  return self->values->len / self->n_columns;
}

double
reference_table_value (const ReferenceTable *self,
                       gsize                 row,
                       const char           *column)
{
  for (gsize i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i], column))
      return g_array_index (self->values, double, row * self->n_columns + i);

  g_error ("there is no column “%s”", column);
}

void
reference_table_free (ReferenceTable *self)
{
  g_strfreev (self->columns);
  g_array_unref (self->values);
  g_free (self);
}

void
reference_assert_near (const char *what,
                       gsize       row,
                       double      found,
                       double      expected,
                       double      relative,
                       double      absolute)
{
  if (isnan (expected) && isnan (found))
    return;
  if (fabs (found - expected) <= MAX (relative * fabs (expected), absolute))
    return;

  g_error ("%s, row %" G_GSIZE_FORMAT ": found %.17g, expected %.17g", what, row, found, expected);
}
