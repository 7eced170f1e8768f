/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-fold.h"
#include "rgm-near.h"
#include "rgm-punctuation.h"
#include "rgm-query.h"

/* The language:
 *
 *     query  = { term }                     all must hold
 *     term   = ["-"] ( word | phrase | field )
 *     phrase = quote … quote                straight, or as a language prints them
 *     field  = name ":" ( value | phrase )  the whole value
 *            | name op number               op: > >= < <= =
 */

struct _RgmQuery
{
  gatomicrefcount  ref_count;
  GPtrArray       *terms;
};

G_DEFINE_BOXED_TYPE (RgmQuery, rgm_query, rgm_query_ref, rgm_query_unref)

/* What a query is parsed with: the text that is left, and the fields that are known. */
typedef struct
{
  const char         *at;
  const char *const  *fields;
  const char *const  *numbers;
} Parser;

static void
term_free (gpointer data)
{
  RgmTerm *term = data;

  g_free (term->text);
  g_free (term->field);
  g_strfreev (term->words);
  g_free (term->value);
  g_free (term->joined);
  g_free (term);
}

static void
collect_word (const RgmWord *word,
              gpointer       data)
{
  g_strv_builder_add (data, word->folded);
}

static char **
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *whole = rgm_fold_whole (text);

  /* Folded as a whole, nothing is joined any more. */
  rgm_fold_words (whole, collect_word, builder);

  return g_strv_builder_end (builder);
}

/* Texts are copied from where quotes are curved, and keyboards of some languages have
 * their own. */
static gboolean
is_quote (const char *at)
{
  switch (g_utf8_get_char (at))
    {
    case '"':
    case 0xAB:   /* « */
    case 0xBB:   /* » */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x300C: /* 「 */
    case 0x300D: /* 」 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Takes what stands up to the closing quote, or to the end: who is still typing
 * hasn't closed it yet. */
static char *
take_quoted (Parser *parser)
{
  const char *start = g_utf8_next_char (parser->at);
  const char *end = start;

  while (*end != '\0' && !is_quote (end))
    end = g_utf8_next_char (end);
  parser->at = *end != '\0' ? g_utf8_next_char (end) : end;

  return g_strndup (start, (gsize) (end - start));
}

static char *
take_plain (Parser *parser)
{
  const char *start = parser->at;

  while (*parser->at != '\0' && !g_unichar_isspace (g_utf8_get_char (parser->at)))
    parser->at = g_utf8_next_char (parser->at);

  return g_strndup (start, (gsize) (parser->at - start));
}

static RgmTerm *
make_word (const char *text)
{
  RgmTerm *term;
  g_auto (GStrv) words = split_words (text);

  if (words[0] == NULL)
    return NULL;

  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_WORD;
  term->words = g_steal_pointer (&words);
  term->joined = rgm_fold_joined (text);

  return term;
}

static RgmTerm *
make_phrase (Parser *parser)
{
  g_autofree char *text = take_quoted (parser);
  RgmTerm *term;
  g_auto (GStrv) words = split_words (text);

  if (words[0] == NULL)
    return NULL;

  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_PHRASE;
  term->value = g_strjoinv (" ", words);
  term->words = g_steal_pointer (&words);

  return term;
}

static void
refuse_field (const Parser  *parser,
              const char    *name,
              GError       **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;
  const char *near;

  g_strv_builder_addv (builder, (const char **) parser->fields);
  g_strv_builder_addv (builder, (const char **) parser->numbers);
  known = g_strv_builder_end (builder);
  near = rgm_find_near (name, (const char *const *) known);

  if (near != NULL)
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                 _("There is no field “%s” to search in; did you mean “%s”?"), name, near);
  else
    {
      g_autofree char *all = rgm_join_words (known);

      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("There is no field “%s” to search in; there are %s"), name, all);
    }
}

/* Digits with at most one mark between them. What strtod takes beside that, '0x10' or '1e3', nobody
 * means; and '1,000' is a thousand to one reader and one to another, so that it is asked about. */
static gboolean
is_plain_number (const char *text)
{
  const char *digits = text + (text[0] == '-' || text[0] == '+');
  gsize whole = strspn (digits, "0123456789");
  gsize part;

  if (digits[whole] == '\0')
    return whole > 0;
  if (digits[whole] != '.' && digits[whole] != ',')
    return FALSE;
  part = strspn (digits + whole + 1, "0123456789");

  return whole > 0 && part > 0 && digits[whole + 1 + part] == '\0' && !(digits[whole] == ',' && part == 3);
}

/* 'orr>30', '30%' and '6,9' too: a comma is a decimal mark in many languages. */
static gboolean
parse_number (const char  *text,
              const char  *typed,
              double      *number,
              GError     **error)
{
  g_autofree char *plain = g_strdup (text);
  gsize length = strlen (plain);
  gboolean is_plain;

  if (length > 0 && plain[length - 1] == '%')
    plain[length - 1] = '\0';

  is_plain = is_plain_number (plain);
  *number = g_ascii_strtod (g_strdelimit (plain, ",", '.'), NULL);
  if (!is_plain || !isfinite (*number))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                   _("“%s”: expected a number, such as 30, found “%s”"), typed, text);
      return FALSE;
    }

  return TRUE;
}

static RgmTerm *
make_number (const Parser   *parser,
             const char     *typed,
             const char     *name,
             RgmComparison   comparison,
             const char     *value,
             GError        **error)
{
  RgmTerm *term;
  double number;

  if (!g_strv_contains (parser->numbers, name))
    {
      if (g_strv_contains (parser->fields, name))
        g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                     _("“%s” isn’t a number; write %s:… with a value"), name, name);
      else
        refuse_field (parser, name, error);
      return NULL;
    }

  if (!parse_number (value, typed, &number, error))
    return NULL;

  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_NUMBER;
  term->field = g_strdup (name);
  term->comparison = comparison;
  term->number = number;

  return term;
}

static RgmTerm *
make_field (const Parser  *parser,
            const char    *typed,
            const char    *name,
            const char    *value,
            GError       **error)
{
  RgmTerm *term;

  if (g_strv_contains (parser->numbers, name))
    return make_number (parser, typed, name, RGM_COMPARISON_EQUAL, value, error);

  if (!g_strv_contains (parser->fields, name))
    {
      refuse_field (parser, name, error);
      return NULL;
    }

  term = g_new0 (RgmTerm, 1);
  term->kind = RGM_TERM_FIELD;
  term->field = g_strdup (name);
  term->value = rgm_fold_whole (value);
  term->joined = rgm_fold_joined (value);
  if (term->value[0] == '\0')
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("“%s”: a value is missing after “%s:”"), typed, name);
      term_free (term);
      return NULL;
    }

  return term;
}

/* Where a field's name ends, if the text begins like one: letters, digits and dashes
 * before a sign. */
static const char *
find_sign (const char *text)
{
  const char *at = text;

  if (!g_unichar_isalpha (g_utf8_get_char (at)))
    return NULL;
  while (*at != '\0' && (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '-' || *at == '_'))
    at = g_utf8_next_char (at);

  return *at != '\0' && strchr (":<>=", *at) != NULL ? at : NULL;
}

static RgmComparison
take_comparison (const char **at)
{
  RgmComparison comparison;
  char sign = *(*at)++;
  gboolean with_equal = sign != '=' && **at == '=';

  *at += with_equal;
  if (sign == '>')
    comparison = with_equal ? RGM_COMPARISON_AT_LEAST : RGM_COMPARISON_ABOVE;
  else if (sign == '<')
    comparison = with_equal ? RGM_COMPARISON_AT_MOST : RGM_COMPARISON_BELOW;
  else
    comparison = RGM_COMPARISON_EQUAL;

  return comparison;
}

static RgmTerm *
make_field_or_number (Parser      *parser,
                      const char  *sign,
                      GError     **error)
{
  const char *start = parser->at;
  g_autofree char *written = g_strndup (start, (gsize) (sign - start));
  g_autofree char *name = rgm_fold (written);
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;

  if (*sign == ':')
    {
      parser->at = sign + 1;
      value = is_quote (parser->at) ? take_quoted (parser) : take_plain (parser);
      typed = g_strndup (start, (gsize) (parser->at - start));
      return make_field (parser, typed, name, value, error);
    }
  else
    {
      RgmComparison comparison = take_comparison (&sign);

      parser->at = sign;
      value = take_plain (parser);
      typed = g_strndup (start, (gsize) (parser->at - start));
      return make_number (parser, typed, name, comparison, value, error);
    }
}

/* The next term; NULL without an error where there was nothing to look for: a lone dash. */
static RgmTerm *
take_term (Parser  *parser,
           GError **error)
{
  const char *start = parser->at;
  gboolean is_negated = *start == '-';
  const char *sign;
  RgmTerm *term;

  parser->at += is_negated;
  if (is_quote (parser->at))
    term = make_phrase (parser);
  else if ((sign = find_sign (parser->at)) != NULL)
    term = make_field_or_number (parser, sign, error);
  else
    {
      g_autofree char *word = take_plain (parser);

      term = make_word (word);
    }

  if (term != NULL)
    {
      term->is_negated = is_negated;
      term->text = g_strndup (start, (gsize) (parser->at - start));
    }

  return term;
}

/**
 * rgm_query_parse:
 * @text: what was typed
 * @fields: (array zero-terminated=1): the fields with values, folded
 * @numbers: (array zero-terminated=1): the fields with numbers, folded
 * @error: the return location for an error
 *
 * Takes a query apart. A field that isn't known and a number that isn't one are
 * %RGM_ERROR_CALL; they are said, never ignored.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error set
 */
RgmQuery *
rgm_query_parse (const char         *text,
                 const char *const  *fields,
                 const char *const  *numbers,
                 GError            **error)
{
  g_autoptr (RgmQuery) self = g_new0 (RgmQuery, 1);
  Parser parser = { text, fields, numbers };

  g_atomic_ref_count_init (&self->ref_count);
  self->terms = g_ptr_array_new_with_free_func (term_free);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL, _("The query isn’t valid UTF-8"));
      return NULL;
    }

  while (TRUE)
    {
      g_autoptr (GError) fault = NULL;
      RgmTerm *term;

      while (*parser.at != '\0' && g_unichar_isspace (g_utf8_get_char (parser.at)))
        parser.at = g_utf8_next_char (parser.at);
      if (*parser.at == '\0')
        break;

      term = take_term (&parser, &fault);
      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      if (term != NULL)
        g_ptr_array_add (self->terms, term);
    }

  return g_steal_pointer (&self);
}

/**
 * rgm_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the same query
 */
RgmQuery *
rgm_query_ref (RgmQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * rgm_query_unref:
 * @self: (transfer full): a query
 */
void
rgm_query_unref (RgmQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->terms);
  g_free (self);
}

/**
 * rgm_query_get_n_terms:
 * @self: a query
 *
 * Returns: how many terms it has
 */
guint
rgm_query_get_n_terms (const RgmQuery *self)
{
  return self->terms->len;
}

/**
 * rgm_query_get_term:
 * @self: a query
 * @index: the number of a term
 *
 * Returns: (transfer none): the term
 */
const RgmTerm *
rgm_query_get_term (const RgmQuery *self,
                    guint           index)
{
  g_return_val_if_fail (index < self->terms->len, NULL);

  return g_ptr_array_index (self->terms, index);
}

/**
 * rgm_query_without:
 * @self: a query
 * @index: the number of a term
 *
 * Returns: (transfer full): the text of the query without that term
 */
char *
rgm_query_without (const RgmQuery *self,
                   guint           index)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const RgmTerm *term = g_ptr_array_index (self->terms, i);

      if (i != index)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", term->text);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const RgmQuery *query;
  GArray         *ranges;
} Marking;

static gboolean
is_match (const RgmTerm *term,
          const char    *folded)
{
  if (term->joined != NULL && g_str_has_prefix (folded, term->joined))
    return TRUE;

  /* The parts of a name are marked by the name: 't' of 'T-DXd' alone would mark half of a page. */
  if (term->kind == RGM_TERM_WORD && term->words[1] != NULL)
    return FALSE;

  for (guint i = 0; term->words[i] != NULL; i++)
    if (g_str_has_prefix (folded, term->words[i]))
      return TRUE;

  return FALSE;
}

static void
mark_word (const RgmWord *word,
           gpointer       data)
{
  Marking *marking = data;

  for (guint i = 0; i < marking->query->terms->len; i++)
    {
      const RgmTerm *term = g_ptr_array_index (marking->query->terms, i);
      RgmRange range = { word->start, word->end };

      if (term->is_negated || term->words == NULL || !is_match (term, word->folded))
        continue;

      /* A name comes after its parts and swallows them. */
      while (marking->ranges->len > 0 &&
             g_array_index (marking->ranges, RgmRange, marking->ranges->len - 1).start >= range.start)
        g_array_set_size (marking->ranges, marking->ranges->len - 1);
      g_array_append_val (marking->ranges, range);
      return;
    }
}

/**
 * rgm_query_match_ranges:
 * @self: a query
 * @text: a text that is shown
 *
 * Finds what of a text was looked for, to be marked: whole words, in order.
 *
 * Returns: (transfer full) (element-type RgmRange): the places in @text
 */
GArray *
rgm_query_match_ranges (const RgmQuery *self,
                        const char     *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RgmRange));
  Marking marking = { self, ranges };

  rgm_fold_words (text, mark_word, &marking);

  return ranges;
}
