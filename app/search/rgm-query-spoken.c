/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-query-parser-private.h"
#include "rgm-query-range.h"
#include "rgm-query-signs.h"

/* Comparisons as in a sentence: 'median PFS over 6 months', 'overall survival > 12', 'ORR of at least 30%', 'ORR 30% or more',
   '>30% ORR', '53 patients', 'PFS between 5 and 10 months', '20-40% ORR'. */

/* A field's name has so many words at most: 'median progression-free survival'. */
#define NAME_WORDS 4

#define BLANKS "[\\s\\p{Z}\\p{Cf}]+"

/* Past what a pattern matches; NULL if it doesn't match there. It is compiled once. */
static const char *
pass_pattern (const char *at,
              const char *pattern,
              GRegex    **regex)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end;

  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (*regex, at, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &end);

  return at + end;
}

/* Where a comparison in words ends that stands before a number; NULL where none does. The longer forms come first. */
static const char *
pass_relation (const char       *at,
               RgmQueryOperator *comparison)
{
  static const struct
  {
    RgmQueryOperator  comparison;
    const char       *words;
  } relations[] = {
    { RGM_QUERY_AT_LEAST, "at" BLANKS "least|(?:greater|more|higher|longer)" BLANKS "than" BLANKS "or" BLANKS "equal" BLANKS "to|(?:no|not)"
                          BLANKS "(?:less|fewer|lower|shorter)" BLANKS "than" },
    { RGM_QUERY_AT_MOST, "at" BLANKS "most|up" BLANKS "to|(?:less|fewer|lower|shorter)" BLANKS "than" BLANKS "or" BLANKS "equal" BLANKS
                         "to|(?:no|not)" BLANKS "(?:greater|more|higher|longer)" BLANKS "than" },
    { RGM_QUERY_ABOVE, "(?:greater|more|higher|longer|better)" BLANKS "than|over|above|exceeding|exceeds|beyond" },
    { RGM_QUERY_BELOW, "(?:less|fewer|lower|shorter|worse)" BLANKS "than|under|below" },
    { RGM_QUERY_EQUAL, "equal" BLANKS "to|equals|exactly|is|was|of" },
  };

  static GRegex *regexes[G_N_ELEMENTS (relations)];

  for (guint i = 0; g_unichar_isalpha (g_utf8_get_char (at)) && i < G_N_ELEMENTS (relations); i++)
    {
      g_autofree char *pattern = g_strconcat ("(?:(?:is|was|of)" BLANKS ")?(?:", relations[i].words, ")" BLANKS "(?=\\p{Nd})", NULL);
      const char *end = pass_pattern (at, pattern, &regexes[i]);

      if (end == NULL)
        continue;
      *comparison = relations[i].comparison;
      return end;
    }

  return NULL;
}

/* The same of a comparison in signs, or of a colon, as after 'median PFS'. */
static const char *
pass_signs (const char       *at,
            RgmQueryOperator *comparison)
{
  const char *after = at;

  if (rgm_query_get_sign (at) == ':')
    {
      at = g_utf8_next_char (at);
      while (rgm_query_is_blank (at))
        at = g_utf8_next_char (at);
      after = at;
      *comparison = RGM_QUERY_EQUAL;
      if (!rgm_query_is_relation (rgm_query_get_sign (at)))
        return at;
    }

  return rgm_query_is_relation (rgm_query_get_sign (at)) && rgm_query_take_relation (&after, comparison) ? after : NULL;
}

static const char *
pass_word (const char *at)
{
  while (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '_' || rgm_query_get_sign (at) == '-')
    at = g_utf8_next_char (at);

  return at;
}

static const char *
pass_blanks (const char *at)
{
  while (rgm_query_is_blank (at))
    at = g_utf8_next_char (at);

  return at;
}

/* Past a word and the blanks after it, if it stands there. */
static const char *
pass_plain_word (const char *at,
                 const char *word)
{
  const char *end = pass_word (at);

  return (gsize) (end - at) == strlen (word) && g_ascii_strncasecmp (at, word, strlen (word)) == 0 && rgm_query_is_blank (end) ? pass_blanks (end) : at;
}

/* Every number of a time to an event is a median. */
static const char *
pass_median (const char *at)
{
  return pass_plain_word (at, "median");
}

/* A number up to a blank: whether a field takes it, and whether its unit is part of it. */
static RgmNumberForm
read_number (const char           *at,
             const char           *end,
             const RgmSearchField *field)
{
  g_autofree char *text = g_strndup (at, (gsize) (end - at));
  double number, factor;

  return rgm_query_read_number (text, field->kind, &number, &factor);
}

static const char *
pass_to_blank (const char *at)
{
  while (*at != '\0' && !rgm_query_is_blank (at) && rgm_query_get_sign (at) != '|' && rgm_query_get_sign (at) != ')')
    at = g_utf8_next_char (at);

  return at;
}

/* Where a number with its unit ends; NULL where none stands that the field takes. */
static const char *
pass_quantity (const char           *at,
               const RgmSearchField *field)
{
  const char *end = pass_to_blank (at);
  const char *unit_end;
  g_autofree char *unit = NULL;
  double factor;

  switch (read_number (at, end, field))
    {
    case RGM_NUMBER_WITH_UNIT:
      return end;
    case RGM_NUMBER_PLAIN:
      at = pass_blanks (end);
      unit_end = pass_to_blank (at);
      unit = g_strndup (at, (gsize) (unit_end - at));
      return rgm_query_find_unit (unit, field->kind, &factor) ? unit_end : end;
    case RGM_NUMBER_AMBIGUOUS:
    case RGM_NUMBER_NONE:
    default:
      return NULL;
    }
}

/* Where a comparison ends that follows a number: '30% or more', '6 months or longer'; NULL where none does. */
static const char *
pass_relation_after (const char       *end,
                     RgmQueryOperator *comparison)
{
  static const struct
  {
    RgmQueryOperator  comparison;
    const char       *pattern;
  } relations[] = {
    { RGM_QUERY_AT_LEAST, BLANKS "(?:or|and)" BLANKS "(?:more|higher|greater|longer|better|above|over)(?![\\p{L}\\p{N}])" },
    { RGM_QUERY_AT_MOST, BLANKS "(?:or|and)" BLANKS "(?:less|fewer|lower|shorter|worse|below|under)(?![\\p{L}\\p{N}])" },
  };
  static GRegex *regexes[G_N_ELEMENTS (relations)];

  for (guint i = 0; end != NULL && i < G_N_ELEMENTS (relations); i++)
    {
      const char *after = pass_pattern (end, relations[i].pattern, &regexes[i]);

      if (after == NULL)
        continue;
      *comparison = relations[i].comparison;
      return after;
    }

  return NULL;
}

/* The field of numbers whose name stands at @at; where it ends. The name is not the beginning of another comparison. */
static const RgmSearchField *
find_name (const RgmQueryParser  *parser,
           const char            *at,
           const char           **end)
{
  const char *start = at;

  for (guint i = 0; i < NAME_WORDS; i++)
    {
      const char *word_end = pass_word (at);
      g_autofree char *name = g_strndup (start, (gsize) (word_end - start));
      const RgmSearchField *field = rgm_search_fields_find (parser->fields, name);
      char sign;

      if (word_end == at)
        return NULL;
      at = pass_blanks (word_end);
      sign = rgm_query_get_sign (at);
      if (field != NULL && rgm_search_field_is_number (field))
        {
          *end = word_end;
          return rgm_query_is_relation (sign) || sign == ':' ? NULL : field;
        }
      if (at == word_end)
        return NULL;
    }

  return NULL;
}

/**
 * rgm_query_parser_pass_comparison:
 * @at: where to look
 * @comparison: (out): how it compares
 *
 * Returns: (nullable): where a comparison in words or signs ends before a number; %NULL where none begins
 */
const char *
rgm_query_parser_pass_comparison (const char       *at,
                                  RgmQueryOperator *comparison)
{
  const char *after = pass_relation (at, comparison);

  /* 'of 53 patients' compares nothing. */
  if (after != NULL && *comparison == RGM_QUERY_EQUAL)
    return NULL;
  if (after == NULL && rgm_query_is_relation (rgm_query_get_sign (at)) && rgm_query_take_relation (&at, comparison))
    after = pass_blanks (at);

  return after != NULL && g_unichar_isdigit (g_utf8_get_char (after)) ? after : NULL;
}

/* Of '>30% ORR', 'over 6 months of PFS' and '53 patients' the field; where the number begins and what follows it all. Without a
   comparison only a count is meant, of two digits at least: 'phase 2 patients'. */
static const RgmSearchField *
find_after_number (const RgmQueryParser  *parser,
                   const char           **number,
                   RgmQueryOperator      *comparison,
                   const char           **rest)
{
  const char *after = rgm_query_parser_pass_comparison (parser->at, comparison);
  gboolean has_relation = after != NULL;
  const char *at;

  if (!has_relation)
    {
      after = parser->at;
      *comparison = RGM_QUERY_EQUAL;
      if (!g_unichar_isdigit (g_utf8_get_char (after)) || !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (after))))
        return NULL;
    }

  /* The name comes right after the number, or after its unit. */
  at = pass_blanks (pass_to_blank (after));
  for (guint i = 0; i < 2; i++, at = pass_blanks (pass_to_blank (at)))
    {
      const char *name = pass_median (pass_plain_word (at, "of"));
      const char *end = NULL;
      const RgmSearchField *field = find_name (parser, name, &end);
      const char *quantity_end = field != NULL ? pass_quantity (after, field) : NULL;

      if (quantity_end == NULL || (!has_relation && field->kind != RGM_SEARCH_FIELD_COUNT))
        continue;
      /* '53 patients' is a number with its unit too. */
      if (pass_blanks (quantity_end) != at && quantity_end != end)
        continue;
      *number = after;
      *rest = end;
      /* '50 patients or more' */
      if (!has_relation && (end = pass_relation_after (end, comparison)) != NULL)
        *rest = end;
      return field;
    }

  return NULL;
}

/* Counts have two digits at least, unlike phases. */
#define LEAST_COUNT 10

/* Of '5-10 months PFS', '20-40% ORR' and 'between 30 and 60 patients' the field; what follows it all. Two numbers alone may be
   anything. */
static const RgmSearchField *
find_after_span (const RgmQueryParser  *parser,
                 const char           **rest)
{
  static const RgmSearchFieldKind kinds[] = { RGM_SEARCH_FIELD_TIME, RGM_SEARCH_FIELD_RATE, RGM_SEARCH_FIELD_COUNT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      RgmQuerySpan span;
      const char *end = rgm_query_pass_span (parser->at, kinds[i], &span);
      const char *name;
      const RgmSearchField *field;

      if (end == NULL)
        continue;
      g_free (span.text);
      name = kinds[i] == RGM_SEARCH_FIELD_COUNT && span.unit != NULL ? span.unit : pass_median (pass_plain_word (pass_blanks (end), "of"));
      if (!span.is_introduced && (kinds[i] == RGM_SEARCH_FIELD_COUNT ? span.lower < LEAST_COUNT : span.unit == NULL))
        continue;
      field = find_name (parser, name, rest);
      if (field != NULL && field->kind == kinds[i])
        return field;
    }

  return NULL;
}

/* Whether two numbers stand after a field's name, 'PFS 5-10 months'. */
static gboolean
has_span (const char           *at,
          const RgmSearchField *field)
{
  RgmQuerySpan span;

  if (rgm_query_pass_span (at, field->kind, &span) == NULL)
    return FALSE;
  g_free (span.text);

  return TRUE;
}

/**
 * rgm_query_parser_take_spoken:
 * @self: a parser at the beginning of a term
 * @comparison: (out): how it compares
 * @rest: (out) (nullable): where the text goes on after the number, if more than its unit belongs to the comparison
 *
 * Takes a comparison up to its number, where it is in words, the field's name is of several words, or the number comes first. What a
 * single word and a sign make isn't taken.
 *
 * Returns: (transfer none) (nullable): the field; %NULL where nothing of the kind stands
 */
const RgmSearchField *
rgm_query_parser_take_spoken (RgmQueryParser   *self,
                              RgmQueryOperator *comparison,
                              const char      **rest)
{
  const char *start = pass_median (self->at);
  const char *at = start;
  const char *number;
  const RgmSearchField *first = find_after_number (self, &number, comparison, rest);

  if (first != NULL)
    {
      self->at = number;
      return first;
    }

  first = find_after_span (self, rest);
  if (first != NULL)
    {
      *comparison = RGM_QUERY_EQUAL;
      return first;
    }

  *rest = NULL;
  if (!g_unichar_isalpha (g_utf8_get_char (start)))
    return NULL;

  for (guint i = 0; i < NAME_WORDS; i++)
    {
      const char *end = pass_word (at);
      g_autofree char *name = g_strndup (start, (gsize) (end - start));
      const RgmSearchField *field = rgm_search_fields_find (self->fields, name);
      const char *after;

      if (end == at)
        return NULL;
      at = pass_blanks (end);
      if (field != NULL && rgm_search_field_is_number (field) && (start == self->at || field->kind == RGM_SEARCH_FIELD_TIME))
        {
          after = at > end ? pass_relation (at, comparison) : NULL;
          if (after == NULL && (i > 0 || start > self->at))
            after = pass_signs (at, comparison);
          if (after == NULL && at > end && has_span (at, field))
            {
              *comparison = RGM_QUERY_EQUAL;
              after = at;
            }
          if (after == NULL && at > end && (*rest = pass_relation_after (pass_quantity (at, field), comparison)) != NULL)
            after = at;
          if (after != NULL)
            {
              self->at = after;
              return field;
            }
        }
      if (at == end)
        return NULL;
    }

  return NULL;
}
