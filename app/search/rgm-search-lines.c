/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-search-lines.h"

/* A line, by its ordinal number and by the number of lines before it. There is no trial that names a later one. */
static const struct
{
  const char *id;
  const char *ordinal;
  const char *digit;
  const char *later;          /* NULL for the first, since a trial of any line is for that or a later one */
  const char *earlier;
  const char *earlier_digit;
} all[] = {
  { "first", "1st", "1", NULL, NULL, NULL },
  { "second", "2nd", "2", "second-or-later", "one", "1" },
  { "third", "3rd", "3", "third-or-later", "two", "2" },
  { "fourth", "4th", "4", "fourth-or-later", "three", "3" },
};

static void
put_name (const char  *id,
          RgmLineFunc  func,
          gpointer     data,
          const char  *first,
          const char  *rest)
{
  g_autofree char *name = g_strconcat (first, rest, NULL);

  func (id, name, data);
}

static void
put_line (guint       i,
          RgmLineFunc func,
          gpointer    data)
{
  static const char *const ends[] = { " line", " line setting", " line treatment", " line therapy" };
  const char *const names[] = { all[i].id, all[i].ordinal };

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
      put_name (all[i].id, func, data, names[j], ends[k]);
  put_name (all[i].id, func, data, all[i].digit, "L");
  put_name (all[i].id, func, data, "line ", all[i].digit);
}

static void
put_later (guint       i,
           RgmLineFunc func,
           gpointer    data)
{
  static const char *const ends[] = { " line or later", " line and later", " or later line", " line+", " line and beyond", " line or beyond" };
  const char *const names[] = { all[i].id, all[i].ordinal };

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
      put_name (all[i].later, func, data, names[j], ends[k]);
  put_name (all[i].later, func, data, all[i].digit, "L+");
}

/* 'Two prior lines' is the third line. */
static void
put_earlier (guint       i,
             RgmLineFunc func,
             gpointer    data)
{
  static const char *const nouns[] = {
    " prior line", " prior lines", " prior lines of therapy", " prior lines of treatment", " prior therapies", " prior regimens",
    " previous lines", " previous lines of therapy", " previous lines of treatment", " earlier lines", " earlier lines of therapy",
  };
  const char *const names[] = { all[i].earlier, all[i].earlier_digit };

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    for (guint k = 0; k < G_N_ELEMENTS (nouns); k++)
      {
        g_autofree char *at_least = g_strconcat ("at least ", names[j], nouns[k], NULL);
        g_autofree char *or_more = g_strconcat (names[j], " or more", nouns[k], NULL);

        put_name (all[i].id, func, data, names[j], nouns[k]);
        func (all[i].later, at_least, data);
        func (all[i].later, or_more, data);
      }
  for (guint k = 0; k < G_N_ELEMENTS (nouns); k++)
    {
      g_autofree char *plus = g_strconcat (all[i].earlier_digit, "+", nouns[k], NULL);

      func (all[i].later, plus, data);
    }
}

/**
 * rgm_search_lines_list_names:
 * @func: (scope call): called for each name of each value of the field
 * @data: for @func
 *
 * Lists how people write the line of therapy: 'third-line', '3L', 'two prior lines'.
 */
void
rgm_search_lines_list_names (RgmLineFunc func,
                             gpointer    data)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      put_line (i, func, data);
      if (all[i].later == NULL)
        continue;
      put_later (i, func, data);
      put_earlier (i, func, data);
    }

  put_name ("first", func, data, "front line", "");
  put_name ("second-or-later", func, data, "later line", "");
  put_name ("second-or-later", func, data, "later lines", "");
}

/**
 * rgm_search_lines_get_later:
 * @n_prior: a number of earlier lines of therapy
 *
 * Returns: (transfer none) (nullable): the value of the field for patients with so many or more; %NULL where there is none
 */
const char *
rgm_search_lines_get_later (guint n_prior)
{
  return n_prior < G_N_ELEMENTS (all) ? all[n_prior].later : NULL;
}

/**
 * rgm_search_lines_get:
 * @n_prior: a number of earlier lines of therapy
 *
 * Returns: (transfer none) (nullable): the value of the field for patients with so many; %NULL where there is none
 */
const char *
rgm_search_lines_get (guint n_prior)
{
  return n_prior < G_N_ELEMENTS (all) ? all[n_prior].id : NULL;
}

/**
 * rgm_search_lines_list:
 * @lines: (nullable): the earlier lines of therapy that a trial takes
 * @func: (scope call): called for each line that it is for
 * @data: for @func
 *
 * A trial whose source gives no number, such as one for 'chemorefractory' disease, is for no line in particular.
 */
void
rgm_search_lines_list (const RgmLines   *lines,
                       RgmLineValueFunc  func,
                       gpointer          data)
{
  if (lines == NULL || (lines->min_prior < 0 && lines->max_prior < 0))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      gboolean is_open = lines->max_prior < 0 || lines->max_prior >= i;

      if (is_open && lines->min_prior <= i)
        func (all[i].id, data);
      if (is_open && all[i].later != NULL)
        func (all[i].later, data);
    }
}
