/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-fold.h"

/* Part of a word: letters, digits, and the plus sign of '3+'. */
static gboolean
is_inner (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '+';
}

/* What joins the parts of a name: 'T-DXd', 'DS-8201a', 'HER2/neu', and their typographic kin. */
static gboolean
is_joint (gunichar c)
{
  return c == '-' || c == '/' || c == '_' || c == '.' || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/**
 * rgm_fold:
 * @text: valid UTF-8
 *
 * Folds case and strips accents, in the same way in every locale: the Turkish dotless i
 * folds to i, as a person looks for it who has no such key.
 *
 * Returns: (transfer full): the folded text
 */
char *
rgm_fold (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  /* Nearly every word of a registry: worth not normalising. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  cased = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (apart));

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      g_string_append_unichar (folded, c == 0x131 ? 'i' : c);
    }

  return g_string_free (folded, FALSE);
}

/* The words' parts with @between in between. */
static char *
fold_with (const char *text,
           const char *between)
{
  g_autofree char *folded = rgm_fold (text);
  GString *whole = g_string_sized_new (strlen (folded));
  gboolean apart = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_inner (c))
        {
          apart = whole->len > 0;
          continue;
        }
      if (apart)
        g_string_append (whole, between);
      apart = FALSE;
      g_string_append_unichar (whole, c);
    }

  return g_string_free (whole, FALSE);
}

/**
 * rgm_fold_whole:
 * @text: valid UTF-8
 *
 * Folds a value that is compared as a whole: 'Active, not recruiting' and
 * 'ACTIVE_NOT_RECRUITING' become 'active not recruiting'.
 *
 * Returns: (transfer full): the folded value
 */
char *
rgm_fold_whole (const char *text)
{
  return fold_with (text, " ");
}

/**
 * rgm_fold_joined:
 * @text: valid UTF-8
 *
 * Folds a name that people write with and without dashes: 'DS-8201a' becomes 'ds8201a'.
 *
 * Returns: (transfer full): the folded name
 */
char *
rgm_fold_joined (const char *text)
{
  return fold_with (text, "");
}

static void
tell (const char  *text,
      gsize        start,
      gsize        end,
      gboolean     is_joined,
      RgmWordFunc  func,
      gpointer     data)
{
  g_autofree char *part = g_strndup (text + start, end - start);
  /* Folding can bring in what is no part of a word: '½' becomes '1⁄2', and is found as '12'. */
  g_autofree char *folded = is_joined || !g_str_is_ascii (part) ? rgm_fold_joined (part) : rgm_fold (part);
  RgmWord word = { folded, start, end };

  if (folded[0] != '\0')
    func (&word, data);
}

/**
 * rgm_fold_words:
 * @text: valid UTF-8
 * @func: (scope call): called for each word
 * @data: for @func
 *
 * Takes a text apart. A name with joints is told in its parts, and whole: 'T-DXd' is
 * 't', 'dxd' and 'tdxd'.
 */
void
rgm_fold_words (const char  *text,
                RgmWordFunc  func,
                gpointer     data)
{
  const char *at = text;

  while (*at != '\0')
    {
      const char *name = at;
      const char *part = NULL;
      const char *end = NULL;
      guint parts = 0;

      if (!is_inner (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }

      /* A name: parts with single joints between them. */
      while (TRUE)
        {
          part = at;
          while (*at != '\0' && is_inner (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          end = at;
          parts++;
          tell (text, (gsize) (part - text), (gsize) (end - text), FALSE, func, data);

          if (*at == '\0' || !is_joint (g_utf8_get_char (at)))
            break;
          at = g_utf8_next_char (at);
          if (*at == '\0' || !is_inner (g_utf8_get_char (at)))
            break;
        }

      if (parts > 1)
        tell (text, (gsize) (name - text), (gsize) (end - text), TRUE, func, data);
    }
}
