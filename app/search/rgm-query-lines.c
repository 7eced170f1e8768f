/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-query-parser-private.h"
#include "rgm-search-lines.h"

/* The number of earlier lines of therapy, as in '≥2 prior lines', '2-3 previous lines', '1 or more lines of therapy'. */

#define BLANKS "[\\s\\p{Z}\\p{Cf}]+"
#define DASH "(?:\\p{Pd}|\\x{2212})"
#define EARLIER "(?:prior|previous|earlier)" BLANKS "(?:lines?|therapies|therapy|regimens?|treatments?)"
#define END "(?:" BLANKS "of" BLANKS "(?:therapy|treatment))?(?![\\p{L}\\p{N}_-])"
#define MORE "(?:or|and)" BLANKS "more"
#define FEWER "(?:or|and)" BLANKS "(?:fewer|less)"

#define OPEN G_MAXUINT

/* With each form the groups of the least and the most earlier lines; 0 where there is no such end. Without 'prior' only a number of lines
   with 'at least' and its like is one of earlier lines: '2 lines' may be the second. */
static const struct
{
  const char *pattern;
  int         lower;
  int         upper;
} forms[] = {
  { "([0-9])(?:" BLANKS MORE "|\\+)" BLANKS "(?:" EARLIER "|lines?)" END, 1, 0 },
  { "([0-9])" BLANKS "(?:" EARLIER "|lines?)" END BLANKS MORE "(?![\\p{L}\\p{N}])", 1, 0 },
  { "([0-9])" BLANKS FEWER BLANKS "(?:" EARLIER "|lines?)" END, 0, 1 },
  { "([0-9])" BLANKS "(?:" EARLIER "|lines?)" END BLANKS FEWER "(?![\\p{L}\\p{N}])", 0, 1 },
  { "(?:(?:between|from)" BLANKS ")?([0-9])(?:\\s?" DASH "\\s?|" BLANKS "(?:to|or|and)" BLANKS ")([0-9])" BLANKS EARLIER END, 1, 2 },
};

#define COMPARED "([0-9])" BLANKS "(?:" EARLIER "|lines?)" END

/* Where a pattern ends that begins at @at; NULL if it doesn't. */
static const char *
pass_form (const char  *at,
           const char  *pattern,
           GRegex     **regex,
           GMatchInfo **match)
{
  int end;

  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (*regex, at, G_REGEX_MATCH_ANCHORED, match))
    return NULL;
  g_match_info_fetch_pos (*match, 0, NULL, &end);

  return at + end;
}

static guint
read_group (const GMatchInfo *match,
            int               group,
            guint             none)
{
  g_autofree char *digit = group > 0 ? g_match_info_fetch (match, group) : NULL;

  return digit != NULL ? (guint) (digit[0] - '0') : none;
}

/* '≥2 prior lines' */
static const char *
pass_compared (const char *at,
               guint      *lower,
               guint      *upper)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  RgmQueryOperator comparison;
  const char *number = rgm_query_parser_pass_comparison (at, &comparison);
  const char *end = number != NULL ? pass_form (number, COMPARED, &regex, &match) : NULL;
  guint n;

  if (end == NULL)
    return NULL;
  n = read_group (match, 1, 0);
  if (n == 0 && comparison == RGM_QUERY_BELOW)
    return NULL;
  *lower = comparison == RGM_QUERY_AT_LEAST ? n : comparison == RGM_QUERY_ABOVE ? n + 1 : 0;
  *upper = comparison == RGM_QUERY_AT_MOST ? n : comparison == RGM_QUERY_BELOW ? n - 1 : OPEN;

  return end;
}

static const char *
pass_lines (const char *at,
            guint      *lower,
            guint      *upper)
{
  static GRegex *regexes[G_N_ELEMENTS (forms)];
  const char *end = pass_compared (at, lower, upper);

  for (guint i = 0; end == NULL && i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      end = pass_form (at, forms[i].pattern, &regexes[i], &match);
      if (end == NULL)
        continue;
      *lower = read_group (match, forms[i].lower, 0);
      *upper = read_group (match, forms[i].upper, OPEN);
    }

  return end;
}

/* A term for a value of the field. */
static RgmQueryNode *
make_line (RgmQueryParser *parser,
           const char     *id)
{
  g_autofree char *text = g_strconcat (RGM_SEARCH_LINE ":", id, NULL);
  RgmQueryParser line = *parser;
  RgmTerm *term;

  line.at = text;
  term = rgm_query_parser_take_term (&line);
  if (term == NULL)
    return NULL;
  if (term->text == NULL)
    term->text = g_steal_pointer (&text);
  g_ptr_array_add (parser->query->terms, term);

  return rgm_query_node_new ((int) parser->query->terms->len - 1);
}

/**
 * rgm_query_parser_take_lines:
 * @self: a parser at the beginning of a term
 *
 * Returns: (transfer full) (nullable): the lines of therapy after so many earlier ones; %NULL where nothing of the kind stands
 */
RgmQueryNode *
rgm_query_parser_take_lines (RgmQueryParser *self)
{
  guint lower, upper;
  const char *end = pass_lines (self->at, &lower, &upper);
  g_autoptr (RgmQueryNode) node = NULL;
  const char *id;

  if (end == NULL || rgm_search_fields_find (self->fields, RGM_SEARCH_LINE) == NULL)
    return NULL;

  if (upper == OPEN)
    {
      id = rgm_search_lines_get_later (lower);
      node = id != NULL ? make_line (self, id) : NULL;
      if (node != NULL)
        self->at = end;
      return g_steal_pointer (&node);
    }

  node = rgm_query_node_new (-1);
  node->is_any = node->is_bracketed = TRUE;
  for (guint i = lower; i <= upper && (id = rgm_search_lines_get (i)) != NULL; i++)
    {
      RgmQueryNode *line = make_line (self, id);

      if (line != NULL)
        g_ptr_array_add (node->children, line);
    }
  if (node->children->len == 0)
    return NULL;
  self->at = end;

  return node->children->len == 1 ? g_ptr_array_steal_index (node->children, 0) : g_steal_pointer (&node);
}
