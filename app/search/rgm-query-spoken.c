/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-query-parser-private.h"
#include "rgm-query-signs.h"

/* Comparisons as in a sentence: 'median PFS over 6 months', 'overall survival > 12', 'ORR of at least 30%'. */

/* A field's name has so many words at most: 'median progression-free survival'. */
#define NAME_WORDS 4

#define BLANKS "[\\s\\p{Z}\\p{Cf}]+"

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

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autofree char *pattern = g_strconcat ("(?:(?:is|was|of)" BLANKS ")?(?:", relations[i].words, ")" BLANKS "(?=\\p{Nd})", NULL);
      g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, G_REGEX_MATCH_ANCHORED, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      int end;

      if (!g_regex_match (regex, at, G_REGEX_MATCH_ANCHORED, &match))
        continue;
      g_match_info_fetch_pos (match, 0, NULL, &end);
      *comparison = relations[i].comparison;
      return at + end;
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

/* Every number of a time to an event is a median. */
static const char *
pass_median (const char *at)
{
  const char *end = pass_word (at);

  return end - at == strlen ("median") && g_ascii_strncasecmp (at, "median", strlen ("median")) == 0 && rgm_query_is_blank (end) ? pass_blanks (end) : at;
}

/**
 * rgm_query_parser_take_spoken:
 * @self: a parser at the beginning of a term
 * @comparison: (out): how it compares
 *
 * Takes the name of a field of numbers with its comparison, where that is in words or the name is of several words. What a single
 * word and a sign make isn't taken.
 *
 * Returns: (transfer none) (nullable): the field; %NULL where nothing of the kind stands
 */
const RgmSearchField *
rgm_query_parser_take_spoken (RgmQueryParser   *self,
                              RgmQueryOperator *comparison)
{
  const char *start = pass_median (self->at);
  const char *at = start;

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
