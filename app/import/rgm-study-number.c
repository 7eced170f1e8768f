/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-record.h"
#include "rgm-study-number.h"

/**
 * rgm_study_number_parse:
 * @text: (nullable): a number as it is posted; it may lack the zero before the point
 * @number: (out): its value
 * @decimals: (out): how many digits it has behind the point
 *
 * Returns: whether it is one that is not negative, and nothing else
 */
gboolean
rgm_study_number_parse (const char *text,
                        double     *number,
                        guint      *decimals)
{
  g_autofree char *stripped = NULL;
  const char *point;
  char *end;

  if (text == NULL)
    return FALSE;

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0' || stripped[strspn (stripped, "0123456789.")] != '\0')
    return FALSE;

  *number = g_ascii_strtod (stripped, &end);
  point = strchr (stripped, '.');
  *decimals = point != NULL ? (guint) strlen (point + 1) : 0;

  return *end == '\0' && *number <= RGM_TIME_MAX;
}

static gboolean
matches (const char *pattern,
         const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

/* Whether a comment speaks of one of the numbers that it may be about. One that names none
 * speaks of all. */
static gboolean
concerns (const char *comment,
          RgmPostedNumber number)
{
  gboolean upper = matches ("\\bupper\\b|\\bUCL\\b", comment), lower = matches ("\\blower\\b|\\bLCL\\b", comment);
  gboolean interval = upper || lower || matches ("\\bconfidence (interval|limit)|\\bCIs?\\b", comment);
  gboolean value = matches ("\\bmedian|\\bestimates?\\b|\\bvalues?\\b|\\bsurvival\\b|\\bduration\\b|\\b(PFS|OS|DO?R|HR)\\b", comment);

  switch (number)
    {
    case RGM_POSTED_VALUE:
      return value || !interval;
    case RGM_POSTED_LOWER:
      return lower || !upper;
    case RGM_POSTED_UPPER:
    default:
      return upper || !lower;
    }
}

/**
 * rgm_study_number_find_state:
 * @comment: (nullable): a registry's comment on numbers that are "NA"
 * @number: which of them
 *
 * Returns: what the comment says of the number; without one nothing is known
 */
RgmState
rgm_study_number_find_state (const char     *comment,
                             RgmPostedNumber number)
{
  if (comment == NULL || !concerns (comment, number))
    return RGM_STATE_NOT_REPORTED;
  if (matches ("\\bnot (yet )?(been )?(yet )?(reached|attained)|\\bunreached", comment))
    return RGM_STATE_NOT_REACHED;
  if (matches ("(not|n't|un|cannot|could not)[a-z ]*(estimable|evaluable|estimat|calcul|comput|determin)|insufficient|too few"
               "|(not enough|(low|small|limited) number of) (events|participants|patients|subjects)", comment))
    return RGM_STATE_NOT_ESTIMABLE;

  return RGM_STATE_NOT_REPORTED;
}
