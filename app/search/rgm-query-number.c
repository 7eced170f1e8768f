/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-query-parser-private.h"
#include "rgm-query-range.h"
#include "rgm-query-signs.h"

/* Terms that compare a field with a number, or with two. */

/* The unit after a number, with or without a blank. Times are compared in months. */
static void
take_unit (RgmQueryParser               *parser,
           const RgmSearchField *field,
           RgmTerm              *term)
{
  const char *before = parser->at;
  g_autofree char *text = NULL;
  double factor;

  rgm_query_parser_skip_blanks (parser);
  text = rgm_query_parser_take_plain (parser);
  if (rgm_query_find_unit (text, field->kind, &factor))
    term->number *= factor;
  else
    parser->at = before;
}

/* The further digits of '1 000'. */
static void
take_groups (RgmQueryParser  *parser,
             char           **value)
{
  g_autofree char *whole = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = NULL;
  char *all;

  if (strlen (*value) > 3 || (*value)[0] == '0' || (*value)[strspn (*value, "0123456789")] != '\0' || (*value)[0] == '\0')
    return;

  regex = g_regex_new ("(?:\\p{Zs}[0-9]{3})+(?=[\\s\\p{Z})|]|$)", 0, G_REGEX_MATCH_ANCHORED, NULL);
  if (!g_regex_match (regex, parser->at, G_REGEX_MATCH_ANCHORED, &match))
    return;

  whole = g_match_info_fetch (match, 0);
  parser->at += strlen (whole);
  all = g_strconcat (*value, whole, NULL);
  g_free (*value);
  *value = all;
}

/* '5-10 months' after a colon, or after a name in words. */
static RgmTerm *
make_span (RgmQueryParser       *parser,
           const RgmSearchField *field)
{
  RgmQuerySpan span;
  const char *end = rgm_query_pass_span (parser->at, field->kind, &span);
  RgmTerm *term;

  if (end == NULL)
    return NULL;

  g_free (span.text);
  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_NUMBER;
  term->field = g_strdup (field->name);
  term->comparison = RGM_QUERY_BETWEEN;
  term->number = span.lower;
  term->upper = span.upper;
  parser->at = end;

  return term;
}

/* 'OS: NR', 'pfs = not reached', 'os:"not reached"': why there is no number. It is read as words after the name. */
static RgmTerm *
make_state (RgmQueryParser   *parser,
            const char       *start,
            RgmQueryOperator  comparison,
            const char       *value)
{
  static GRegex *pattern = NULL;
  const char *name_end = start;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;
  RgmTerm *term;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new ("[\"\\x{201C}\\x{201E}](not [a-z]+|n\\.?[re]\\.?)[\"\\x{201C}\\x{201D}]|(?:not(?=[\\s\\p{Z}]+(?:reached|reported|estimable))|n\\.?[re]\\.?)(?![\\p{L}\\p{N}])",
                                              G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (comparison != RGM_QUERY_EQUAL || !g_regex_match (pattern, value, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;

  while (name_end < value && rgm_query_get_sign (name_end) != ':' && !rgm_query_is_relation (rgm_query_get_sign (name_end)))
    name_end = g_utf8_next_char (name_end);
  name = g_strchomp (g_strndup (start, (gsize) (name_end - start)));
  whole = g_match_info_fetch (match, 0);
  quoted = g_match_info_fetch (match, 1);
  parser->at = quoted[0] != '\0' ? value + strlen (whole) : value;
  text = quoted[0] != '\0' ? g_strconcat (name, " ", quoted, NULL) : g_strdup (name);
  term = rgm_term_new_word (text);
  term->text = g_steal_pointer (&text);

  return term;
}

/* '5-', whose second number isn't typed yet. */
static gboolean
is_open_span (const char *value)
{
  const char *last = g_utf8_find_prev_char (value, value + strlen (value));

  return last != NULL && last > value && rgm_query_get_sign (last) == '-';
}

/**
 * rgm_query_parser_take_number:
 * @parser: a parser after a field and a relation
 * @start: where the term begins
 * @field: the field, of numbers
 * @comparison: how it compares
 *
 * Returns: (transfer full) (nullable): the term, or %NULL with a fault noted
 */
RgmTerm *
rgm_query_parser_take_number (RgmQueryParser       *parser,
                              const char           *start,
                              const RgmSearchField *field,
                              RgmQueryOperator      comparison)
{
  g_autofree char *value = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (RgmTerm) term = NULL;
  const char *value_start;
  RgmTerm *state;
  double factor;

  rgm_query_parser_skip_blanks (parser);
  value_start = parser->at;
  if (comparison == RGM_QUERY_EQUAL && (term = make_span (parser, field)) != NULL)
    return g_steal_pointer (&term);

  term = g_new0 (RgmTerm, 1);
  value = rgm_query_parser_take_plain (parser);
  if (field->kind == RGM_SEARCH_FIELD_COUNT)
    take_groups (parser, &value);
  typed = g_strndup (start, (gsize) (parser->at - start));
  g_strchomp (typed);
  if (value[0] == '\0' || (comparison == RGM_QUERY_EQUAL && is_open_span (value)))
    {
      rgm_query_parser_add_missing (parser, _("“%s”: a number is missing, such as 30"), typed);
      return NULL;
    }

  term->kind = RGM_TERM_NUMBER;
  term->field = g_strdup (field->name);
  term->comparison = comparison;
  switch (rgm_query_read_number (value, field->kind, &term->number, &factor))
    {
    case RGM_NUMBER_PLAIN:
      take_unit (parser, field, term);
      break;
    case RGM_NUMBER_WITH_UNIT:
      term->number *= factor;
      break;
    case RGM_NUMBER_AMBIGUOUS:
      rgm_query_parser_add_fault (parser, _("“%s”: “%s” can be read as two numbers; write it without a thousands separator, and with a decimal point"), typed, value);
      return NULL;
    case RGM_NUMBER_NONE:
    default:
      state = make_state (parser, start, comparison, value_start);
      if (state != NULL)
        return state;
      rgm_query_parser_add_fault (parser, _("“%s”: expected a number, such as 30, found “%s”"), typed, value);
      return NULL;
    }

  return g_steal_pointer (&term);
}

static char *
spell_span (const char           *at,
            const RgmSearchField *field)
{
  RgmQuerySpan span;

  return rgm_query_pass_span (at, field->kind, &span) != NULL ? span.text : NULL;
}

/**
 * rgm_query_parser_take_reversed:
 * @parser: a parser at a number
 * @start: where the term begins
 * @field: the field, of numbers
 * @comparison: how it compares
 * @rest: where the text goes on after the comparison
 *
 * Takes '>30% ORR' and 'ORR 30% or more': after another word it would read differently, so that its text is 'orr>30%'.
 *
 * Returns: (transfer full) (nullable): the term, or %NULL with a fault noted
 */
RgmTerm *
rgm_query_parser_take_reversed (RgmQueryParser       *parser,
                                const char           *start,
                                const RgmSearchField *field,
                                RgmQueryOperator      comparison,
                                const char           *rest)
{
  const char *number = parser->at;
  RgmTerm *term = rgm_query_parser_take_number (parser, start, field, comparison);
  g_autofree char *quantity = NULL;

  if (term == NULL)
    return NULL;

  quantity = term->comparison == RGM_QUERY_BETWEEN ? spell_span (number, field) : g_strchomp (g_strndup (number, (gsize) (parser->at - number)));
  term->text = g_strconcat (field->name, rgm_query_get_relation (comparison), quantity, NULL);
  parser->at = rest;

  return term;
}
