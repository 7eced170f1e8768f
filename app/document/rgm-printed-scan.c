/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "rgm-edit-value.h"
#include "rgm-error.h"
#include "rgm-printed-private.h"
#include "rgm-typed-words.h"

/* What papers in English print; a longer word before one that it begins with. */
typedef struct
{
  const char     *word;
  RgmPrintedKind  kind;
  int             value;
  gboolean        is_short;
} Word;

static const Word words[] = {
  { "not reached", RGM_PRINTED_STATE, RGM_STATE_NOT_REACHED, FALSE },
  { "not yet reached", RGM_PRINTED_STATE, RGM_STATE_NOT_REACHED, FALSE },
  { "nyr", RGM_PRINTED_STATE, RGM_STATE_NOT_REACHED, FALSE },
  { "not reported", RGM_PRINTED_STATE, RGM_STATE_NOT_REPORTED, FALSE },
  { "not estimable", RGM_PRINTED_STATE, RGM_STATE_NOT_ESTIMABLE, FALSE },
  { "not evaluable", RGM_PRINTED_STATE, RGM_STATE_NOT_ESTIMABLE, FALSE },
  { "not calculable", RGM_PRINTED_STATE, RGM_STATE_NOT_ESTIMABLE, FALSE },
  { "not available", RGM_PRINTED_STATE, RGM_STATE_NOT_REPORTED, FALSE },
  { "nr", RGM_PRINTED_STATE, RGM_STATE_NOT_REACHED, TRUE },
  { "n.r.", RGM_PRINTED_STATE, RGM_STATE_NOT_REACHED, TRUE },
  { "ne", RGM_PRINTED_STATE, RGM_STATE_NOT_ESTIMABLE, FALSE },
  { "nc", RGM_PRINTED_STATE, RGM_STATE_NOT_ESTIMABLE, FALSE },
  { "na", RGM_PRINTED_STATE, RGM_STATE_NOT_REPORTED, TRUE },
  { "n.a.", RGM_PRINTED_STATE, RGM_STATE_NOT_REPORTED, TRUE },
  { "n/a", RGM_PRINTED_STATE, RGM_STATE_NOT_REPORTED, TRUE },
  { "confidence interval", RGM_PRINTED_INTERVAL, 0, FALSE },
  { "ci", RGM_PRINTED_INTERVAL, 0, FALSE },
  { "to", RGM_PRINTED_TO, 0, FALSE },
  { "out of", RGM_PRINTED_OF, 0, FALSE },
  { "of", RGM_PRINTED_OF, 0, FALSE },
  { "percent", RGM_PRINTED_PERCENT, 0, FALSE },
  { "median", RGM_PRINTED_FILLER, 0, FALSE },
  { "patients", RGM_PRINTED_FILLER, 0, FALSE },
  { "range", RGM_PRINTED_FILLER, 0, TRUE },
};

/* The same in the user's language, beside those in English. */
static const struct
{
  const char     *list;
  RgmPrintedKind  kind;
  int             value;
} local_words[] = {
  /* Translators: what a person may type for a median that was not reached: words and short forms that cannot mean anything
   * else, separated by semicolons. English words are understood in any case. */
  { NC_ ("typed words", "not reached"), RGM_PRINTED_STATE, RGM_STATE_NOT_REACHED },
  /* Translators: words for a number that the source does not give, separated by semicolons. */
  { NC_ ("typed words", "not reported;not available"), RGM_PRINTED_STATE, RGM_STATE_NOT_REPORTED },
  /* Translators: words for a number that could not be estimated, separated by semicolons. */
  { NC_ ("typed words", "not estimable;not evaluable"), RGM_PRINTED_STATE, RGM_STATE_NOT_ESTIMABLE },
  /* Translators: the name and short form of a confidence interval, separated by semicolons. */
  { NC_ ("typed words", "confidence interval;CI"), RGM_PRINTED_INTERVAL, 0 },
  /* Translators: words between the bounds of an interval, 4.1 to 8.7, separated by semicolons. */
  { NC_ ("typed words", "to"), RGM_PRINTED_TO, 0 },
  /* Translators: words between responders and patients, 8 of 27, separated by semicolons. */
  { NC_ ("typed words", "of;out of"), RGM_PRINTED_OF, 0 },
  /* Translators: words that may stand beside a result and add nothing to it, separated by semicolons. */
  { NC_ ("typed words", "median;patients"), RGM_PRINTED_FILLER, 0 },
};

static const struct
{
  const char     *sign;
  RgmPrintedKind  kind;
  int             value;
} signs[] = {
  { ">=", RGM_PRINTED_RELATION, RGM_RELATION_AT_LEAST },
  { "≥", RGM_PRINTED_RELATION, RGM_RELATION_AT_LEAST },
  { "<=", RGM_PRINTED_RELATION, RGM_RELATION_AT_MOST },
  { "≤", RGM_PRINTED_RELATION, RGM_RELATION_AT_MOST },
  { ">", RGM_PRINTED_RELATION, RGM_RELATION_ABOVE },
  { "<", RGM_PRINTED_RELATION, RGM_RELATION_BELOW },
  { "(", RGM_PRINTED_OPEN, 0 },
  { "[", RGM_PRINTED_OPEN, 0 },
  { ")", RGM_PRINTED_CLOSE, 0 },
  { "]", RGM_PRINTED_CLOSE, 0 },
  { "-", RGM_PRINTED_TO, 0 },
  { "‐", RGM_PRINTED_TO, 0 },
  { "‑", RGM_PRINTED_TO, 0 },
  { "‒", RGM_PRINTED_TO, 0 },
  { "–", RGM_PRINTED_TO, 0 },
  { "—", RGM_PRINTED_TO, 0 },
  { "―", RGM_PRINTED_TO, 0 },
  { "−", RGM_PRINTED_TO, 0 },
  { ",", RGM_PRINTED_COMMA, 0 },
  { ";", RGM_PRINTED_COMMA, 0 },
  { "/", RGM_PRINTED_OF, 0 },
  { "⁄", RGM_PRINTED_OF, 0 },
  { "∕", RGM_PRINTED_OF, 0 },
  { "%", RGM_PRINTED_PERCENT, 0 },
  { ":", RGM_PRINTED_FILLER, 0 },
  { "=", RGM_PRINTED_FILLER, 0 },
  /* After "mos", or at the end of a sentence. */
  { ".", RGM_PRINTED_FILLER, 0 },
};

static gboolean
fail (GError     **error,
      const char  *text)
{
  /* Translators: what a person typed of a result. */
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT,
                 _("“%s” is not understood. Results can be typed as 8/27 (29.6%%), 6.9 (4.1 to 8.7) months or not reached (14.2 to not reached)."),
                 text);

  return FALSE;
}

/* The Lancet and its sisters print a raised point; the bytes of the decimal mark at @text, or 0. */
static gsize
scan_decimal_mark (const char *text)
{
  static const char raised[] = "·";
  gsize length = *text == '.' || *text == ',' ? 1 : g_str_has_prefix (text, raised) ? strlen (raised) : 0;

  return g_ascii_isdigit (text[length]) ? length : 0;
}

/* A number without its zero: ".5". A comma there is one between two numbers. */
static gboolean
begins_number (const char *start,
               const char *text)
{
  return g_ascii_isdigit (*text) ||
         (*text != ',' && scan_decimal_mark (text) > 0 && (text == start || !g_ascii_isdigit (text[-1])));
}

/* Digits with at most one mark. "1,234" and "1.234" are a thousand or a little more than one,
 * according to where they were printed; that is for a person to say. */
static gboolean
scan_number (const char       *text,
             RgmPrintedToken  *token,
             const char      **end,
             GError          **error)
{
  const gboolean has_comma = g_str_equal (localeconv ()->decimal_point, ",");
  const char *p = text;
  const char *mark = NULL;
  const char *decimals = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *number = NULL;

  while (g_ascii_isdigit (*p))
    p++;
  if (scan_decimal_mark (p) > 0)
    {
      mark = p;
      decimals = p += scan_decimal_mark (p);
      while (g_ascii_isdigit (*p))
        p++;
    }

  digits = g_strndup (text, (gsize) (p - text));
  if (mark != NULL && ((*mark == ',' && !has_comma) || (*mark == '.' && has_comma && mark > text && p - mark == 4)))
    {
      /* Translators: a number such as 1,234, which a reader may take for another one. */
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT,
                     _("“%s” can be read as two numbers. Type it with the decimal mark “%s” and without a thousands separator."),
                     digits, localeconv ()->decimal_point);
      return FALSE;
    }

  if (mark != NULL)
    number = g_strdup_printf ("%.*s.%s", (int) (mark - text), digits, digits + (decimals - text));
  token->kind = RGM_PRINTED_NUMBER;
  token->number = g_ascii_strtod (number != NULL ? number : digits, NULL);
  token->decimals = mark != NULL ? (int) (p - decimals) : 0;
  *end = p;
  if (*p == '+')
    {
      /* Translators: a number such as 24+, twice. */
      g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT,
                   _("“%s+” can mean “more than %s” or that follow-up ended then. Type “> %s”, or “not reached” for a median that was not reached."),
                   digits, digits, digits);
      return FALSE;
    }

  return TRUE;
}

static void
set_word (RgmPrintedToken *token,
          RgmPrintedKind   kind,
          int              value,
          gboolean         is_short)
{
  token->kind = kind;
  token->is_short = is_short;
  if (kind == RGM_PRINTED_STATE)
    token->state = (RgmState) value;
  else if (kind == RGM_PRINTED_UNIT)
    token->unit = (RgmUnit) value;
}

/* The longest word of the user's language, if it is longer than one in English. */
static void
scan_local_word (const char       *text,
                 RgmPrintedToken  *token,
                 const char      **end)
{
  for (guint i = 0; i < G_N_ELEMENTS (local_words); i++)
    {
      gsize length = rgm_typed_words_scan (text, g_dpgettext2 (GETTEXT_PACKAGE, "typed words", local_words[i].list));

      if (text + length <= *end)
        continue;
      set_word (token, local_words[i].kind, local_words[i].value, FALSE);
      *end = text + length;
    }
}

static void
scan_unit (const char       *text,
           RgmPrintedToken  *token,
           const char      **end)
{
  RgmUnit unit;
  gsize length = rgm_unit_scan (text, &unit);

  if (text + length <= *end)
    return;
  set_word (token, RGM_PRINTED_UNIT, unit, FALSE);
  *end = text + length;
}

static gboolean
scan_word (const char       *text,
           RgmPrintedToken  *token,
           const char      **end)
{
  *end = text;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if (g_ascii_strncasecmp (text, words[i].word, length) != 0 || g_unichar_isalpha (g_utf8_get_char (text + length)))
        continue;

      set_word (token, words[i].kind, words[i].value, words[i].is_short);
      *end = text + length;
      break;
    }
  scan_unit (text, token, end);
  scan_local_word (text, token, end);

  return *end > text;
}

static gboolean
scan_sign (const char       *text,
           RgmPrintedToken  *token,
           const char      **end)
{
  if (*text == '.' && g_ascii_isdigit (text[1]))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].sign))
      {
        token->kind = signs[i].kind;
        token->relation = (RgmRelation) signs[i].value;
        *end = text + strlen (signs[i].sign);
        return TRUE;
      }

  return FALSE;
}

/* Between two bounds a tilde is a dash, as papers from East Asia print it; before a number it makes that one approximate. */
static gboolean
scan_tilde (const char       *text,
            const GArray     *tokens,
            RgmPrintedToken  *token,
            const char      **end,
            GError          **error)
{
  static const char * const tildes[] = { "~", "∼", "〜", "≈" };
  const RgmPrintedToken *before = tokens->len > 0 ? &g_array_index (tokens, RgmPrintedToken, tokens->len - 1) : NULL;
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tildes); i++)
    if (g_str_has_prefix (text, tildes[i]))
      length = strlen (tildes[i]);
  if (length == 0)
    return FALSE;

  if (before == NULL || g_str_has_prefix (text, "≈") ||
      (before->kind != RGM_PRINTED_NUMBER && before->kind != RGM_PRINTED_STATE && before->kind != RGM_PRINTED_PERCENT && before->kind != RGM_PRINTED_UNIT))
    {
      /* Translators: a number that is only approximate, such as ~30%. */
      g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT,
                   _("“%s” is only approximate. Type the number alone, and that it is approximate as a remark."), text);
      return FALSE;
    }
  token->kind = RGM_PRINTED_TO;
  *end = text + length;

  return TRUE;
}

/*< private >
 * rgm_printed_scan:
 * @text: a result as printed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RgmPrintedToken): its numbers, words and signs
 */
GArray *
rgm_printed_scan (const char  *text,
                  GError     **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, TRUE, sizeof (RgmPrintedToken));
  const char *p = text;
  guint depth = 0;

  while (*p != '\0')
    {
      RgmPrintedToken token = { .start = (gsize) (p - text) };
      const char *end = p;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }

      if (begins_number (text, p))
        {
          if (!scan_number (p, &token, &end, error))
            return NULL;
        }
      else if (!scan_word (p, &token, &end) && !scan_sign (p, &token, &end) && !scan_tilde (p, tokens, &token, &end, error))
        {
          if (error == NULL || *error == NULL)
            fail (error, p);
          return NULL;
        }

      if (token.kind == RGM_PRINTED_CLOSE && depth > 0)
        depth--;
      token.depth = depth;
      token.end = (gsize) (end - text);
      if (token.kind == RGM_PRINTED_OPEN)
        depth++;
      if (token.kind == RGM_PRINTED_FILLER && token.is_short)
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT,
                       _("A range is not a confidence interval: type the estimate with its confidence interval, and the range as a remark."));
          return NULL;
        }
      g_array_append_val (tokens, token);
      p = end;
    }

  return g_steal_pointer (&tokens);
}

/*< private >
 * rgm_printed_find_unit:
 * @text: the head of a column
 *
 * Returns: (transfer full) (nullable): the unit that it names in the user's language, in full
 */
char *
rgm_printed_find_unit (const char *text)
{
  gunichar before = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      gsize length = g_unichar_isalpha (before) ? 0 : rgm_unit_scan_local (p);

      /* A letter alone may be anything, but for a character that is a word. */
      if (length > 0 && (g_utf8_strlen (p, (gssize) length) > 1 || g_unichar_type (c) == G_UNICODE_OTHER_LETTER))
        return g_strndup (p, length);
      before = c;
    }

  return NULL;
}
