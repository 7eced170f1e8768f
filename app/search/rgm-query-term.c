/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-did-you-mean.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-query-parser-private.h"
#include "rgm-query-signs.h"
#include "rgm-text-normalise.h"

/* From so many digits on, a number after a name is one of a register. */
#define REGISTRATION_DIGITS 5

/* Up to the closing mark of the same kind; an unfinished quotation ends with the text. */
static char *
take_quoted (RgmQueryParser *parser)
{
  RgmQuoteStyle style = rgm_query_get_quote (parser->at);
  const char *start = g_utf8_next_char (parser->at);
  const char *end = start;

  while (*end != '\0' && rgm_query_get_quote (end) != style)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    g_ptr_array_add (parser->query->unfinished, rgm_text_printf (_("A quotation mark is not closed: “%s”"), start));
  parser->at = *end != '\0' ? g_utf8_next_char (end) : end;

  return g_strndup (start, (gsize) (end - start));
}

/* Whether a parenthesis inside a word is closed inside it, as in 'HER2(3+)'. */
static gboolean
is_closed (const char *at)
{
  guint open = 0;

  for (; *at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)) && rgm_query_get_sign (at) != '|'; at = g_utf8_next_char (at))
    {
      char sign = rgm_query_get_sign (at);

      if (sign == '(')
        open++;
      else if (sign == ')' && --open == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * rgm_query_parser_take_plain:
 * @parser: a parser
 *
 * Returns: (transfer full): the text up to a blank, to a bar that separates alternatives, or to the parenthesis that closes a group or
 *   begins one
 */
char *
rgm_query_parser_take_plain (RgmQueryParser *parser)
{
  const char *start = parser->at;
  guint open = 0;

  while (*parser->at != '\0' && !g_unichar_isspace (g_utf8_get_char (parser->at)))
    {
      char sign = rgm_query_get_sign (parser->at);

      if (sign == '|')
        break;
      if (sign == '(' && open == 0 && parser->at > start && !is_closed (parser->at))
        break;
      if (sign == '(')
        open++;
      else if (sign == ')' && open > 0)
        open--;
      else if (sign == ')' && parser->depth > 0)
        break;
      parser->at = g_utf8_next_char (parser->at);
    }

  return g_strndup (start, (gsize) (parser->at - start));
}

static void
collect_word (const RgmWord *word,
              gpointer       data)
{
  GPtrArray *words = data;
  guint last = words->len;

  if (word->form != RGM_WORD_PLAIN && word->form != RGM_WORD_NEGATED)
    return;

  /* The negation belongs to the word that it negates. */
  while (word->form == RGM_WORD_NEGATED && last-- > 0)
    if (g_str_equal (g_ptr_array_index (words, last), "not") || g_str_equal (g_ptr_array_index (words, last), "non"))
      {
        g_ptr_array_remove_index (words, last);
        break;
      }
  g_ptr_array_add (words, g_strdup (word->folded));
}

static char **
split_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  rgm_text_normalise_words (text, collect_word, words);
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_steal (words, NULL);
}

/* ── PubMed's tags ───────────────────────────────────────────────────────────── */

/* A tag in brackets right after a word or a quotation, '[tiab]', '[MeSH Terms]': its name, and where it ends. */
static char *
find_tag (const char  *at,
          const char **after)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *whole = NULL;
  static GRegex *tag = NULL;

  if (g_once_init_enter (&tag))
    g_once_init_leave (&tag, g_regex_new ("\\[([a-z][a-z /:~0-9-]{0,30})\\](?=[\\s\\p{Z})|,;]|$)", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (tag, at, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;

  whole = g_match_info_fetch (match, 0);
  *after = at + strlen (whole);

  return g_match_info_fetch (match, 1);
}

/* Passes a tag of PubMed's. Those for words in text ask for what this search does anyway, the others are at fault. Returns whether
   there was one. */
static gboolean
take_tag (RgmQueryParser *parser,
          const char     *start,
          const char     *at,
          gboolean       *is_at_fault)
{
  static const char *const texts[] = {
    "ti", "tiab", "title", "title abstract", "ab", "abstract", "tw", "text word", "text words", "all", "all fields", "mh", "mesh",
    "mesh terms", "majr", "mesh major topic", "nm", "supplementary concept", "ot", "other term", "mesh noexp", "mh noexp", "si", "secondary source id", NULL
  };
  static const char *const others[] = {
    "ad", "affiliation", "au", "author", "1au", "lastau", "crdt", "dp", "pdat", "date publication", "edat", "ed", "filter", "sb", "subset",
    "gr", "ip", "issue", "is", "jid", "ta", "jour", "journal", "la", "lang", "language", "lid", "pg", "pmid", "uid", "pt", "ptyp",
    "publication type", "vi", "volume", "sh", NULL
  };
  const char *after = NULL;
  g_autofree char *tag = find_tag (at, &after);
  g_autofree char *name = NULL;
  g_autofree char *typed = NULL;

  if (tag == NULL)
    return FALSE;
  if (strchr (tag, '~') != NULL)
    *strchr (tag, '~') = '\0';
  name = rgm_text_normalise_whole (tag);
  if (g_strv_contains (texts, name))
    {
      parser->at = after;
      return TRUE;
    }
  if (!g_strv_contains (others, name))
    return FALSE;

  parser->at = after;
  typed = g_strndup (start, (gsize) (after - start));
  /* Translators: what was typed, and the part of it in brackets: '2023[dp]', 'dp'. */
  rgm_query_parser_add_fault (parser, _("“%s”: there is no search field “[%s]”; remove the brackets, or write a field and a colon before the word, as in agent:tucatinib"), typed, tag);
  *is_at_fault = TRUE;

  return TRUE;
}

/* ── Terms ───────────────────────────────────────────────────────────────────── */

/**
 * rgm_term_new_word:
 * @text: a word as typed
 *
 * Returns: (transfer full) (nullable): the term, or %NULL if there is nothing to search for
 */
RgmTerm *
rgm_term_new_word (const char *text)
{
  g_auto (GStrv) words = split_words (text);
  RgmTerm *term;

  if (words[0] == NULL)
    return NULL;

  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_WORD;
  term->words = g_steal_pointer (&words);
  term->joined = rgm_text_normalise_joined (text);

  return term;
}

/**
 * rgm_term_new_phrase:
 * @text: what was typed between quotation marks
 *
 * Returns: (transfer full) (nullable): the term, or %NULL if there is nothing to search for
 */
RgmTerm *
rgm_term_new_phrase (const char *text)
{
  g_auto (GStrv) words = split_words (text);
  RgmTerm *term;

  if (words[0] == NULL)
    return NULL;

  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_PHRASE;
  term->value = rgm_text_normalise_whole (text);
  term->words = g_steal_pointer (&words);

  return term;
}

static RgmTerm *
make_phrase (RgmQueryParser *parser)
{
  const char *start = parser->at;
  g_autofree char *text = take_quoted (parser);
  g_autofree char *typed = g_strndup (start, (gsize) (parser->at - start));
  gboolean is_at_fault = FALSE;
  RgmTerm *term;

  if (!take_tag (parser, start, parser->at, &is_at_fault))
    return rgm_term_new_phrase (text);
  if (is_at_fault)
    return NULL;

  term = rgm_term_new_phrase (text);
  if (term != NULL)
    term->text = g_steal_pointer (&typed);

  return term;
}

static void
refuse_field (RgmQueryParser     *parser,
              const char *name)
{
  g_auto (GStrv) known = rgm_search_fields_list (parser->fields);
  const char *near = rgm_did_you_mean (name, (const char *const *) known);
  g_autofree char *all = NULL;

  if (near != NULL)
    {
      rgm_query_parser_add_fault (parser, _("There is no search field “%s”; did you mean “%s”?"), name, near);
      return;
    }

  all = rgm_join_words (known);
  rgm_query_parser_add_fault (parser, _("There is no search field “%s”. Available fields: %s"), name, all);
}

/* Points to the operator that makes the preceding word a field name, or NULL: 'orr>', 'orr ≥', 'phase:', 'phase :'. */
static const char *
find_sign (RgmQueryParser  *parser,
           char   **name)
{
  const char *at = parser->at;
  const char *end;
  char sign;

  if (!g_unichar_isalpha (g_utf8_get_char (at)))
    return NULL;
  while (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '_' || rgm_query_get_sign (at) == '-')
    at = g_utf8_next_char (at);
  end = at;
  while (rgm_query_is_blank (at))
    at = g_utf8_next_char (at);

  sign = rgm_query_get_sign (at);
  if (!rgm_query_is_relation (sign) && sign != ':')
    return NULL;
  *name = g_strndup (parser->at, (gsize) (end - parser->at));
  if (sign == ':' && at > end && rgm_search_fields_find (parser->fields, *name) == NULL)
    {
      g_clear_pointer (name, g_free);
      return NULL;
    }

  return at;
}

/* 'I,II' would be read as 'I/II', and '[II TO III]' as 'II'. */
static gboolean
is_list (const char *value)
{
  const char *comma = strchr (value, ',');
  char sign = rgm_query_get_sign (value);

  return sign == '(' || sign == '[' || sign == '{' || (comma != NULL && comma[1] != '\0');
}

/* The second value of 'II|III'; 'phase:II|phase:III' has none. */
static gboolean
take_second_value (RgmQueryParser *parser)
{
  RgmQueryParser ahead = *parser;
  g_autofree char *name = NULL;

  if (rgm_query_get_sign (ahead.at) != '|')
    return FALSE;
  while (rgm_query_get_sign (ahead.at) == '|')
    ahead.at = g_utf8_next_char (ahead.at);
  if (*ahead.at == '\0' || rgm_query_is_blank (ahead.at) || rgm_query_get_sign (ahead.at) == '(' || find_sign (&ahead, &name) != NULL)
    return FALSE;
  g_free (rgm_query_parser_take_plain (&ahead));
  parser->at = ahead.at;

  return TRUE;
}

static RgmTerm *
make_choice (RgmQueryParser               *parser,
             const char           *start,
             const RgmSearchField *field)
{
  g_autofree char *value = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (RgmTerm) term = g_new0 (RgmTerm, 1);
  char sign;
  gboolean is_quoted, is_several;

  rgm_query_parser_skip_blanks (parser);
  sign = rgm_query_get_sign (parser->at);
  is_quoted = rgm_query_get_quote (parser->at) != RGM_QUOTE_NONE;
  value = is_quoted ? take_quoted (parser) : rgm_query_parser_take_plain (parser);
  is_several = take_second_value (parser) || (!is_quoted && is_list (value));
  typed = g_strndup (start, (gsize) (parser->at - start));

  if (!is_quoted && sign == '-' && value[0] != '\0')
    {
      const char *rest = g_utf8_next_char (value);

      rgm_query_parser_add_fault (parser, _("“%s”: to exclude trials, write -%s:%s"), typed, field->name, rest);
      return NULL;
    }
  if (is_several)
    {
      rgm_query_parser_add_fault (parser, _("“%s”: write %s: before each value, with OR between them"), typed, field->name);
      return NULL;
    }

  term->kind = RGM_TERM_FIELD;
  term->field = g_strdup (field->name);
  term->value = rgm_text_normalise_whole (value);
  term->joined = rgm_text_normalise_joined (value);
  term->words = split_words (value);
  if (term->value[0] == '\0')
    {
      if (value[0] == '\0')
        rgm_query_parser_add_missing (parser, _("“%s”: a value is missing after “%s:”"), typed, field->name);
      else
        rgm_query_parser_add_fault (parser, _("“%s”: a value is missing after “%s:”"), typed, field->name);
      return NULL;
    }

  return g_steal_pointer (&term);
}

/* 'NCT:03384940', 'nct:NCT03384940': the name of a register and a number of it. */
static RgmTerm *
make_registration (RgmQueryParser     *parser,
                   const char *name)
{
  const char *before = parser->at;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  rgm_query_parser_skip_blanks (parser);
  number = rgm_query_parser_take_plain (parser);
  if (g_ascii_strncasecmp (number, name, strlen (name)) == 0 && strlen (number) > strlen (name))
    memmove (number, number + strlen (name), strlen (number + strlen (name)) + 1);
  if (strspn (number, "0123456789-") == strlen (number) && strlen (number) >= REGISTRATION_DIGITS)
    {
      text = g_strconcat (name, number, NULL);
      return rgm_term_new_word (text);
    }
  parser->at = before;

  return NULL;
}

/* An unknown name before a colon: ordinary punctuation if a blank follows and no field has a similar name. */
static RgmTerm *
make_named (RgmQueryParser     *parser,
            const char *name)
{
  RgmTerm *term = make_registration (parser, name);

  if (term != NULL)
    return term;

  if (rgm_query_is_blank (parser->at) && rgm_search_fields_find_near (parser->fields, name) == NULL)
    {
      term = rgm_term_new_word (name);
      if (term != NULL)
        term->text = g_strdup (name);
      return term;
    }

  g_free (rgm_query_parser_take_plain (parser));
  refuse_field (parser, name);

  return NULL;
}

/* Of 'orr: >30', the operator; otherwise the colon. */
static const char *
pass_colon (const char *colon)
{
  const char *at = g_utf8_next_char (colon);

  while (rgm_query_is_blank (at))
    at = g_utf8_next_char (at);

  return rgm_query_is_relation (rgm_query_get_sign (at)) ? at : colon;
}

static RgmTerm *
make_field (RgmQueryParser     *parser,
            const char *name,
            const char *sign)
{
  const RgmSearchField *field = rgm_search_fields_find (parser->fields, name);
  const char *start = parser->at;
  RgmQueryOperator comparison;
  g_autofree char *typed = NULL;

  if (field != NULL && rgm_query_get_sign (sign) == ':')
    sign = pass_colon (sign);
  if (rgm_query_get_sign (sign) == ':')
    {
      parser->at = g_utf8_next_char (sign);
      if (field == NULL)
        return make_named (parser, name);
      return rgm_search_field_is_number (field) ? rgm_query_parser_take_number (parser, start, field, RGM_QUERY_EQUAL)
                                                : make_choice (parser, start, field);
    }

  parser->at = sign;
  if (!rgm_query_take_relation (&parser->at, &comparison))
    {
      g_free (rgm_query_parser_take_plain (parser));
      typed = g_strndup (start, (gsize) (parser->at - start));
      rgm_query_parser_add_fault (parser, _("“%s”: the comparison operators are > >= < <= and ="), typed);
      return NULL;
    }
  if (field != NULL && rgm_search_field_is_number (field))
    return rgm_query_parser_take_number (parser, start, field, comparison);
  if (field != NULL && comparison == RGM_QUERY_EQUAL)
    return make_choice (parser, start, field);

  rgm_query_parser_skip_blanks (parser);
  g_free (rgm_query_parser_take_plain (parser));
  if (field == NULL)
    refuse_field (parser, name);
  else
    rgm_query_parser_add_fault (parser, _("“%s” is not a number; write %s:… with a value"), name, name);

  return NULL;
}

static gboolean
has_relation (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (rgm_query_is_relation (rgm_query_get_sign (at)))
      return TRUE;

  return FALSE;
}

/* 'tucatinib[tiab]' */
static RgmTerm *
make_tagged (RgmQueryParser *parser)
{
  RgmQueryParser ahead = *parser;
  g_autofree char *text = rgm_query_parser_take_plain (&ahead);
  char *bracket = strchr (text, '[');
  gboolean is_at_fault = FALSE;
  RgmTerm *term;

  if (bracket == NULL || bracket == text || has_relation (text) || !take_tag (parser, parser->at, parser->at + (bracket - text), &is_at_fault) || is_at_fault)
    return NULL;

  *bracket = '\0';
  term = rgm_term_new_word (text);
  if (term != NULL)
    term->text = g_steal_pointer (&text);

  return term;
}

/* Some take a tilde for a 'not'. */
static gboolean
is_tilde (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return (c == '~' || c == 0xFF5E || c == 0x223C || c == 0x2DC) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (at)));
}

static RgmTerm *
make_word (RgmQueryParser *parser)
{
  g_autofree char *text = rgm_query_parser_take_plain (parser);
  g_autofree char *identifier = rgm_query_find_identifier (text);
  gsize length = strlen (text);

  if (is_tilde (text))
    {
      rgm_query_parser_add_fault (parser, _("“%s”: there is no operator “~”; to exclude trials, write -%s"), text, g_utf8_next_char (text));
      return NULL;
    }

  /* '<NCT01234567>' */
  if (g_ascii_isalpha (text[0] == '<' ? text[1] : 0) && text[length - 1] == '>')
    {
      g_autofree char *inside = g_strndup (text + 1, length - 2);

      if (!has_relation (inside))
        return rgm_term_new_word (inside);
    }

  if (identifier != NULL)
    return rgm_term_new_word (identifier);

  if (has_relation (text))
    {
      rgm_query_parser_add_fault (parser, _("“%s”: a field must precede the operator, as in orr>30; to search for it as text, put it in quotation marks"), text);
      return NULL;
    }

  return rgm_term_new_word (text);
}

/**
 * rgm_query_parser_take_term:
 * @parser: a parser at the beginning of a term
 *
 * Returns: (transfer full) (nullable): the term, with its text only if that differs from what was consumed; %NULL if it is at fault
 *   or there is nothing to search for
 */
RgmTerm *
rgm_query_parser_take_term (RgmQueryParser *parser)
{
  g_autofree char *name = NULL;
  const char *start = parser->at;
  const RgmSearchField *field;
  RgmQueryOperator comparison;
  const char *rest;
  const char *sign;
  RgmTerm *term;

  if (rgm_query_get_quote (parser->at) != RGM_QUOTE_NONE)
    return make_phrase (parser);
  if ((field = rgm_query_parser_take_spoken (parser, &comparison, &rest)) != NULL)
    return rest == NULL ? rgm_query_parser_take_number (parser, start, field, comparison) : rgm_query_parser_take_reversed (parser, start, field, comparison, rest);
  if (!rgm_query_is_address (parser->at) && (sign = find_sign (parser, &name)) != NULL)
    return make_field (parser, name, sign);

  term = make_tagged (parser);

  return term != NULL || parser->at > start ? term : make_word (parser);
}
