/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-registry-number.h"

/* The registries of the WHO’s platform, each in its own spelling; that of Japan has a letter for each kind of trial. */
static const char *const prefixes[] = {
  "NCT", "EUCTR", "CTIS", "ISRCTN", "ChiCTR", "ACTRN", "KCT", "DRKS", "CTRI", "JPRN", "jRCT", "jRCTa", "jRCTb", "jRCTc", "jRCTs", "UMIN", "IRCT",
  "NTR", "NL", "PACTR", "RBR", "RPCEC", "SLCTR", "TCTR", "PER", "LBCTR", "ITMCTR",
};

#define NUMBER \
  "^(?:NCT[ -]?[0-9]{8}|(?:EUCTR|CTIS)?-?[0-9]{4}-[0-9]{6}-[0-9]{2}(?:-[0-9A-Z]{2})?|(?:ISRCTN|CHICTR|ACTRN|KCT|DRKS|CTRI|JPRN|JRCT|UMIN|IRCT|NTR|NL|PACTR|RBR|RPCEC|SLCTR|TCTR|PER|LBCTR|ITMCTR)[-/]?[0-9A-Z/-]*[0-9][0-9A-Z/-]*)$"
#define EUROPEAN_NUMBER "^[0-9]{4}-[0-9]{6}-[0-9]{2}"

/* Compiled once: every registration of a data set is looked at after each edit. */
static gboolean
matches (const char *pattern,
         GRegex    **compiled,
         const char *text)
{
  if (g_once_init_enter (compiled))
    g_once_init_leave (compiled, g_regex_new (pattern, G_REGEX_OPTIMIZE, (GRegexMatchFlags) 0, NULL));

  return g_regex_match (*compiled, text, (GRegexMatchFlags) 0, NULL);
}

/* In capitals, without what people set between NCT and the digits; NULL if it is not the number of a registry. */
static char *
capitalise (const char *number)
{
  static GRegex *compiled;
  g_autofree char *upper = g_strstrip (g_ascii_strup (number, -1));

  if (!matches (NUMBER, &compiled, upper))
    return NULL;
  if (g_str_has_prefix (upper, "NCT") && !g_ascii_isdigit (upper[3]))
    memmove (upper + 3, upper + 4, strlen (upper + 4) + 1);

  return g_steal_pointer (&upper);
}

static const char *
find_prefix (const char *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (number, prefixes[i], strlen (prefixes[i])) == 0 && !g_ascii_isalpha (number[strlen (prefixes[i])]))
      return prefixes[i];

  return NULL;
}

/**
 * rgm_registry_number_normalise:
 * @number: a trial's number in a registry, as it was typed
 *
 * Returns: (transfer full): the number as the registry writes it: “nct 03384940” is NCT03384940; any other text as it is
 */
char *
rgm_registry_number_normalise (const char *number)
{
  g_autofree char *upper = capitalise (number);
  g_autofree char *plain = g_strstrip (g_strdup (number));
  const char *prefix = upper != NULL ? find_prefix (upper) : NULL;
  g_autofree char *rest = NULL;

  if (prefix == NULL)
    return g_steal_pointer (&plain);
  if (g_str_equal (prefix, "NCT"))
    return g_steal_pointer (&upper);

  /* Letters after the prefix are capitals in some registries and small in others; a number of Japan names one of several registers. */
  rest = g_str_equal (prefix, "JPRN") && plain[4] == '-' ? rgm_registry_number_normalise (plain + 5) : NULL;

  return rest != NULL ? g_strconcat (prefix, "-", rest, NULL) : g_strconcat (prefix, plain + strlen (prefix), NULL);
}

/**
 * rgm_registry_number_fold:
 * @number: a trial's number in a registry
 *
 * Returns: (transfer full) (nullable): the number in the one spelling in which two of the same trial are equal; %NULL for a text that
 *   does not identify a trial anywhere, such as a sponsor's own number, which is only unique for that sponsor
 */
char *
rgm_registry_number_fold (const char *number)
{
  static GRegex *compiled;
  g_autofree char *upper = capitalise (number);
  const char *start;

  if (upper == NULL)
    return NULL;

  /* A number of the European Union is the same with and without its register and country. */
  start = g_str_has_prefix (upper, "EUCTR") ? upper + 5 : g_str_has_prefix (upper, "CTIS") ? upper + 4
                                                                                           : upper;
  if (*start == '-')
    start++;
  if (matches (EUROPEAN_NUMBER, &compiled, start))
    return g_strndup (start, 14);

  return g_steal_pointer (&upper);
}
