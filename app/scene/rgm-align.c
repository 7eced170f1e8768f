/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-text-measure.h"

#include <string.h>

/* As wide as a digit, and as wide as a full stop. */
#define FIGURE_SPACE "\342\200\207"
#define PUNCTUATION_SPACE "\342\200\210"

/* A cell has few numbers: 'x/n' has two, 'rate [lower–upper]' three. */
#define MAX_NUMBERS 4

typedef struct
{
  guint whole;     /* digits before the decimal mark */
  guint fraction;  /* digits after it; 0 also means no mark */
} NumberShape;

static const char *
read_number (const char  *p,
             const char  *mark,
             NumberShape *shape)
{
  *shape = (NumberShape) { 0, 0 };

  for (; g_ascii_isdigit (*p); p++)
    shape->whole++;

  if (g_str_has_prefix (p, mark) && g_ascii_isdigit (p[strlen (mark)]))
    for (p += strlen (mark); g_ascii_isdigit (*p); p++)
      shape->fraction++;

  return p;
}

static void
widen_shapes (const char  *cell,
              const char  *mark,
              NumberShape  widest[MAX_NUMBERS])
{
  guint index = 0;

  for (const char *p = cell; *p != '\0' && index < MAX_NUMBERS;)
    {
      NumberShape shape;

      if (!g_ascii_isdigit (*p))
        {
          p++;
          continue;
        }
      p = read_number (p, mark, &shape);
      widest[index].whole = MAX (widest[index].whole, shape.whole);
      widest[index].fraction = MAX (widest[index].fraction, shape.fraction);
      index++;
    }
}

static void
append_times (GString    *string,
              const char *text,
              guint       times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (string, text);
}

static char *
pad_cell (const char        *cell,
          const char        *mark,
          const NumberShape  widest[MAX_NUMBERS])
{
  GString *padded = g_string_new (NULL);
  guint index = 0;

  for (const char *p = cell; *p != '\0';)
    {
      const char *end;
      NumberShape shape;

      if (!g_ascii_isdigit (*p) || index == MAX_NUMBERS)
        {
          g_string_append_c (padded, *p++);
          continue;
        }
      end = read_number (p, mark, &shape);
      append_times (padded, FIGURE_SPACE, widest[index].whole - shape.whole);
      g_string_append_len (padded, p, end - p);
      if (shape.fraction == 0 && widest[index].fraction > 0)
        g_string_append (padded, PUNCTUATION_SPACE);
      append_times (padded, FIGURE_SPACE, widest[index].fraction - shape.fraction);
      p = end;
      index++;
    }

  return g_string_free (padded, FALSE);
}

static gboolean
starts_with_number (const char *cell)
{
  /* A cell of words may hold a number too ('not reported at 24 months'); padding
   * that would only tear it apart. */
  return g_ascii_isdigit (*cell) || *cell == '[' || *cell == '(' || *cell == '<' || *cell == '>';
}

/**
 * rgm_align_numbers:
 * @cells: (inout) (array length=n_cells): a column's texts, each replaced; %NULL and
 *   texts that don't begin with a number stay
 * @n_cells: how many
 * @decimal_mark: the locale's
 *
 * Pads the numbers of a column with spaces as wide as digits, so that with tabular
 * figures each stands under the one above it, aligned at the decimal mark. The first
 * number of a cell goes by the first numbers of the others, the second by the second.
 */
void
rgm_align_numbers (char      **cells,
                   guint       n_cells,
                   const char *decimal_mark)
{
  NumberShape widest[MAX_NUMBERS] = { 0 };

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] != NULL && starts_with_number (cells[i]))
      widen_shapes (cells[i], decimal_mark, widest);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] != NULL && starts_with_number (cells[i]))
      {
        char *padded = pad_cell (cells[i], decimal_mark, widest);

        g_free (cells[i]);
        cells[i] = padded;
      }
}
