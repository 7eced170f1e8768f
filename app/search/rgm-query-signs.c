/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rgm-query-signs.h"
#include "rgm-text-normalise.h"
#include "rgm-typed-words.h"
#include "rgm-unit.h"

/* Operators that no keyboard has as one key, represented by ASCII control characters, which no query contains. */
#define AT_LEAST '\001'
#define AT_MOST '\002'
#define OTHER_RELATION '\003'

/**
 * rgm_query_is_blank:
 * @at: where to look
 *
 * Returns: whether a blank or an invisible character stands there
 */
gboolean
rgm_query_is_blank (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c != 0 && (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT);
}

/**
 * rgm_query_get_quote:
 * @at: where to look
 *
 * Returns: the kind of quotation mark there
 */
RgmQuoteStyle
rgm_query_get_quote (const char *at)
{
  switch (g_utf8_get_char (at))
    {
    case '"':
    case 0xFF02: /* ＂ */
    case 0xAB:   /* « */
    case 0xBB:   /* » */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x201F: /* ‟ */
    case 0x300C: /* 「 */
    case 0x300D: /* 」 */
      return RGM_QUOTE_DOUBLE;
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201A: /* ‚ */
    case 0x201B: /* ‛ */
      return RGM_QUOTE_SINGLE;
    case 0x2039: /* ‹ */
    case 0x203A: /* › */
      return RGM_QUOTE_SINGLE_ANGLE;
    case 0x300E: /* 『 */
    case 0x300F: /* 』 */
      return RGM_QUOTE_WHITE_CORNER;
    default:
      return RGM_QUOTE_NONE;
    }
}

/**
 * rgm_query_get_sign:
 * @at: where to look
 *
 * Returns: the ASCII equivalent of the character there, which may be typographic, full-width or mathematical; see
 *   rgm_query_is_relation() for those that ASCII lacks
 */
char
rgm_query_get_sign (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  if (c == '!' && *g_utf8_next_char (at) == '=')
    return OTHER_RELATION;
  if (c < 0x80)
    return (char) c;
  if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
    return '-';

  switch (c)
    {
    case 0x2212: /* − */
    case 0x2043: /* ⁃ */
    case 0x2796: /* ➖ */
    case 0x2D7:  /* ˗ */
    case 0x207B: /* ⁻ */
    case 0x208B: /* ₋ */
      return '-';
    case 0x207A: /* ⁺ */
    case 0x208A: /* ₊ */
    case 0xFE62: /* ﹢ */
    case 0x2795: /* ➕ */
      return '+';
    case 0xAC: /* ¬ */
      return '!';
    case 0x2227: /* ∧ */
      return '&';
    case 0x2228: /* ∨ */
      return '|';
    case 0xFE55: /* ﹕ */
    case 0x2236: /* ∶ */
      return ':';
    case 0xFE59: /* ﹙ */
      return '(';
    case 0xFE5A: /* ﹚ */
      return ')';
    case 0xFE64: /* ﹤ */
      return '<';
    case 0xFE65: /* ﹥ */
      return '>';
    case 0xFE66: /* ﹦ */
      return '=';
    case 0x2265: /* ≥ */
    case 0x2267: /* ≧ */
    case 0x2A7E: /* ⩾ */
      return AT_LEAST;
    case 0x2264: /* ≤ */
    case 0x2266: /* ≦ */
    case 0x2A7D: /* ⩽ */
      return AT_MOST;
    case 0x2260: /* ≠ */
    case 0x2245: /* ≅ */
    case 0x2248: /* ≈ */
    case 0x226A: /* ≪ */
    case 0x226B: /* ≫ */
    case 0x226E: /* ≮ */
    case 0x226F: /* ≯ */
      return OTHER_RELATION;
    default:
      return 0;
    }
}

/**
 * rgm_query_is_relation:
 * @sign: a sign
 *
 * Returns: whether it compares a field with a number
 */
gboolean
rgm_query_is_relation (char sign)
{
  return sign == '<' || sign == '>' || sign == '=' || sign == AT_LEAST || sign == AT_MOST || sign == OTHER_RELATION;
}

/**
 * rgm_query_take_relation:
 * @at: (inout): points to a relation; afterwards, past it
 * @comparison: (out): what it means
 *
 * Returns: whether the query language has it
 */
gboolean
rgm_query_take_relation (const char       **at,
                         RgmQueryOperator  *comparison)
{
  char sign = rgm_query_get_sign (*at);

  if (sign == OTHER_RELATION)
    return FALSE;

  *at = g_utf8_next_char (*at);
  if (sign == AT_LEAST || sign == AT_MOST)
    *comparison = sign == AT_LEAST ? RGM_QUERY_AT_LEAST : RGM_QUERY_AT_MOST;
  else if (sign == '=')
    *comparison = RGM_QUERY_EQUAL;
  else if (rgm_query_get_sign (*at) == '=')
    {
      *at = g_utf8_next_char (*at);
      *comparison = sign == '>' ? RGM_QUERY_AT_LEAST : RGM_QUERY_AT_MOST;
    }
  else
    *comparison = sign == '>' ? RGM_QUERY_ABOVE : RGM_QUERY_BELOW;

  return TRUE;
}

/**
 * rgm_query_get_relation:
 * @comparison: what a relation means
 *
 * Returns: (transfer none): the relation as one types it, such as '>='
 */
const char *
rgm_query_get_relation (RgmQueryOperator comparison)
{
  switch (comparison)
    {
    case RGM_QUERY_ABOVE:
      return ">";
    case RGM_QUERY_AT_LEAST:
      return ">=";
    case RGM_QUERY_BELOW:
      return "<";
    case RGM_QUERY_AT_MOST:
      return "<=";
    case RGM_QUERY_BETWEEN:
    case RGM_QUERY_EQUAL:
    default:
      return "=";
    }
}

/* Where @word ends, if it begins at @at in whatever form; otherwise NULL. */
static const char *
pass_signs (const char *at,
            const char *word)
{
  for (; *word != '\0'; word++, at = g_utf8_next_char (at))
    if (*at == '\0' || rgm_query_get_sign (at) != *word)
      return NULL;

  return at;
}

/**
 * rgm_query_get_connective:
 * @at: the beginning of a word
 * @after: (out): the text after the connective, or @at if there is none
 *
 * Returns: the connective there
 */
RgmConnective
rgm_query_get_connective (const char  *at,
                          const char **after)
{
  static const struct
  {
    const char    *word;
    RgmConnective  connective;
  } words[] = {
    { "AND", RGM_CONNECTIVE_AND },    { "OR", RGM_CONNECTIVE_OR },      { "NOT", RGM_CONNECTIVE_NOT },
    { "and", RGM_CONNECTIVE_AND_WORD }, { "&&", RGM_CONNECTIVE_AND_SIGN }, { "&", RGM_CONNECTIVE_AND_SIGN },
    { "+", RGM_CONNECTIVE_AND_SIGN }, { "||", RGM_CONNECTIVE_OR },      { "|", RGM_CONNECTIVE_OR },
  };

  *after = at;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *end = pass_signs (at, words[i].word);
      char sign;

      if (end == NULL)
        continue;
      sign = rgm_query_get_sign (end);
      if (*end != '\0' && !rgm_query_is_blank (end) && sign != '(' && sign != ')' && sign != ':' && sign != '|' &&
          words[i].word[0] != '|')
        continue;
      *after = end;
      return words[i].connective;
    }

  return RGM_CONNECTIVE_NONE;
}

/**
 * rgm_query_find_unit:
 * @text: what may be a unit
 * @kind: the kind of a field
 * @factor: (out): the factor by which a number in that unit is multiplied
 *
 * Returns: whether it is a unit that such a field takes
 */
gboolean
rgm_query_find_unit (const char         *text,
                     RgmSearchFieldKind  kind,
                     double             *factor)
{
  g_autofree char *folded = NULL;
  RgmUnit unit;

  *factor = 1.0;
  if (kind == RGM_SEARCH_FIELD_TIME && text[0] != '\0' && rgm_unit_scan (text, &unit) == strlen (text))
    {
      *factor = rgm_unit_get_months (unit);
      return TRUE;
    }

  folded = rgm_text_normalise (text);

  return rgm_typed_words_have (kind == RGM_SEARCH_FIELD_COUNT ? "patients;patient;pts;pt"
                               : kind == RGM_SEARCH_FIELD_RATE ? "%;percent" : "", folded);
}

/* Digits, perhaps in groups of three, with at most one decimal mark. Nobody means the other forms that strtod() takes, such as
   '0x10' and '1e3'. A single point or comma before three digits groups them where only whole numbers make sense; elsewhere a point
   begins decimals, and a comma does so to some readers only. Removes the marks between groups. */
static RgmNumberForm
ungroup (char               *text,
         RgmSearchFieldKind  kind)
{
  static GRegex *plain = NULL;
  static GRegex *grouped = NULL;
  const char *digits = text + (text[0] == '-' || text[0] == '+');
  const char *mark = digits + strcspn (digits, ".,'");
  gboolean is_grouped;

  if (g_once_init_enter (&plain))
    g_once_init_leave (&plain, g_regex_new ("^[0-9]+([.,][0-9]+)?$", G_REGEX_OPTIMIZE, 0, NULL));
  if (g_once_init_enter (&grouped))
    g_once_init_leave (&grouped, g_regex_new ("^[1-9][0-9]{0,2}([.,'])[0-9]{3}(\\1[0-9]{3})*((?!\\1)[.,][0-9]+)?$", G_REGEX_OPTIMIZE, 0, NULL));

  is_grouped = g_regex_match (grouped, digits, 0, NULL);
  if (g_regex_match (plain, digits, 0, NULL))
    {
      if (!is_grouped || (kind != RGM_SEARCH_FIELD_COUNT && *mark == '.'))
        return RGM_NUMBER_PLAIN;
      if (kind != RGM_SEARCH_FIELD_COUNT)
        return RGM_NUMBER_AMBIGUOUS;
    }
  if (!is_grouped)
    return RGM_NUMBER_NONE;

  for (char group = *mark, *to = text, *from = text;; from++)
    {
      if (*from != group || group == '\0')
        *to++ = *from;
      if (*from == '\0')
        return RGM_NUMBER_PLAIN;
    }
}

/* The same in ASCII: Arabic and full-width digits, the marks that go with them, minus signs of every kind. */
static char *
to_ascii_number (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      char sign = rgm_query_get_sign (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == 0x66B)
        g_string_append_c (plain, '.');
      else if (c == 0x66A)
        g_string_append_c (plain, '%');
      else if (c == 0x66C || c == 0x2019)
        g_string_append_c (plain, '\'');
      else if (rgm_query_is_blank (at))
        continue;
      else if (sign >= ' ')
        g_string_append_c (plain, sign);
      else
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

/**
 * rgm_query_read_number:
 * @text: what stands where a number is expected
 * @kind: the kind of the field
 * @number: (out): the number
 * @factor: (out): the factor of its unit, 1 if it has none
 *
 * Reads '30', '30%', '1.200,5' and '6,9': a comma is a decimal mark in many languages.
 *
 * Returns: what it is
 */
RgmNumberForm
rgm_query_read_number (const char         *text,
                       RgmSearchFieldKind  kind,
                       double             *number,
                       double             *factor)
{
  g_autofree char *plain = to_ascii_number (text);
  gsize length = strspn (plain, "0123456789+-.,'");
  g_autofree char *unit = g_strdup (plain + length);
  RgmNumberForm form;

  plain[length] = '\0';
  form = ungroup (plain, kind);
  if (form != RGM_NUMBER_PLAIN)
    return form;
  *number = g_ascii_strtod (g_strdelimit (plain, ",", '.'), NULL);
  if (!isfinite (*number))
    return RGM_NUMBER_NONE;
  if (unit[0] == '\0')
    return RGM_NUMBER_PLAIN;

  return rgm_query_find_unit (unit, kind, factor) ? RGM_NUMBER_WITH_UNIT : RGM_NUMBER_NONE;
}

/**
 * rgm_query_is_address:
 * @text: the beginning of a term
 *
 * Returns: whether it is a web address, with or without a scheme
 */
gboolean
rgm_query_is_address (const char *text)
{
  return g_regex_match_simple ("^([a-z]+://|[a-z0-9-]+(\\.[a-z0-9-]+)+/)", text, G_REGEX_CASELESS, 0);
}

/**
 * rgm_query_find_identifier:
 * @text: an address as it was pasted
 *
 * Returns: (transfer full) (nullable): the DOI or registration number that it contains
 */
char *
rgm_query_find_identifier (const char *text)
{
  static const char *const patterns[] = { "10\\.[0-9]{4,9}/[^?#]+", "[a-z]{2,8}[-_]?[0-9]{5,}", "[0-9]{4}-[0-9]{6}-[0-9]{2}" };

  if (!rgm_query_is_address (text))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, text, 0, &match))
        return g_match_info_fetch (match, 0);
    }

  return NULL;
}
