/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-query-range.h"
#include "rgm-query-signs.h"

#define BLANK "[\\s\\p{Z}\\p{Cf}]"
#define NUMBER "\\p{Nd}+(?:[.,\\x{66B}]\\p{Nd}+)?"
#define UNIT "[\\p{L}]+|[%\\x{66A}\\x{FF05}]"

/* Of the words before a span. */
#define INITIALS "bfiorw"

/* The groups of the pattern. */
enum
{
  INTRODUCTION = 1,
  LOWER,
  LOWER_UNIT,
  WORD,
  UPPER,
  UPPER_UNIT,
};

static GRegex *
get_pattern (void)
{
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new ("(?:((?:(?:is|was|of)" BLANK "+)?(?:between|from|ranging" BLANK "+from|in" BLANK "+the" BLANK "+range" BLANK "+of))"
                                              BLANK "+)?(" NUMBER ")(?:" BLANK "*(" UNIT "))??"
                                              "(?:" BLANK "*(?:\\p{Pd}|\\x{2212}|\\x{223C}|\\.\\.\\.?|\\x{2026})" BLANK "*|" BLANK "+(to|and|through)" BLANK "+)"
                                              "(" NUMBER ")(?![\\p{Nd}.,]*\\p{Nd})(?:" BLANK "*(" UNIT "))?",
                                              G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_ANCHORED, NULL));

  return pattern;
}

/* One of the two numbers; whether it is one. */
static gboolean
read_number (const GMatchInfo   *match,
             int                 group,
             RgmSearchFieldKind  kind,
             double             *number)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  double factor;

  return rgm_query_read_number (text, kind, number, &factor) == RGM_NUMBER_PLAIN;
}

/* The factor of a unit, 1 where there is none; whether the field takes it. */
static gboolean
read_unit (const GMatchInfo   *match,
           int                 group,
           RgmSearchFieldKind  kind,
           double             *factor)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  *factor = 1.0;

  return text == NULL || text[0] == '\0' || rgm_query_find_unit (text, kind, factor);
}

static gboolean
has_group (const GMatchInfo *match,
           int               group)
{
  int start, end;

  return g_match_info_fetch_pos (match, group, &start, &end) && start >= 0 && end > start;
}

/**
 * rgm_query_pass_span:
 * @at: where to look
 * @kind: the kind of the field whose numbers they are
 * @span: (out caller-allocates): the span; its text is the caller's
 *
 * Reads '5-10 months', '20% to 40%', '6 months–1 year' and 'between 5 and 10'. A unit after the second number is the first one's too.
 *
 * Returns: (nullable): where it ends; %NULL if nothing of the kind stands there that the field takes
 */
const char *
rgm_query_pass_span (const char         *at,
                     RgmSearchFieldKind  kind,
                     RgmQuerySpan       *span)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *lower_unit = NULL;
  g_autofree char *upper = NULL;
  double lower_factor, upper_factor;
  int start, end, unit_start;
  const char *after;

  /* Nearly no term begins as a span does. */
  if (!g_unichar_isdigit (g_utf8_get_char (at)) && strchr (INITIALS, g_ascii_tolower (*at)) == NULL)
    return NULL;
  if (!g_regex_match (get_pattern (), at, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;

  word = g_match_info_fetch (match, WORD);
  span->is_introduced = has_group (match, INTRODUCTION);
  if (g_ascii_strcasecmp (word, "and") == 0 && !span->is_introduced)
    return NULL;
  if (!read_number (match, LOWER, kind, &span->lower) || !read_number (match, UPPER, kind, &span->upper) ||
      !read_unit (match, LOWER_UNIT, kind, &lower_factor))
    return NULL;

  g_match_info_fetch_pos (match, UPPER, &start, &end);
  after = at + end;
  span->unit = NULL;
  if (has_group (match, UPPER_UNIT) && read_unit (match, UPPER_UNIT, kind, &upper_factor))
    {
      g_match_info_fetch_pos (match, UPPER_UNIT, &unit_start, &end);
      span->unit = at + unit_start;
      after = at + end;
    }
  else
    upper_factor = 1.0;
  /* 'PFS 2-3L' is no span, nor is '1-2-3'. */
  if (g_unichar_isalnum (g_utf8_get_char (after)) || rgm_query_get_sign (after) == '+' || rgm_query_get_sign (after) == '-')
    return NULL;

  span->lower *= has_group (match, LOWER_UNIT) ? lower_factor : upper_factor;
  span->upper *= span->unit == NULL && has_group (match, LOWER_UNIT) ? lower_factor : upper_factor;
  if (span->lower > span->upper)
    {
      double other = span->lower;

      span->lower = span->upper;
      span->upper = other;
    }
  lower = g_match_info_fetch (match, LOWER);
  lower_unit = g_match_info_fetch (match, LOWER_UNIT);
  upper = g_strndup (at + start, (gsize) (after - (at + start)));
  span->text = g_strconcat (lower, lower_unit, "-", upper, NULL);

  return after;
}
