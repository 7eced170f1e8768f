/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-query-number-words.h"
#include "rgm-query-parser-private.h"
#include "rgm-query-signs.h"

/* The language:
 *
 *     any    = all { ("OR" | "|") all }
 *     all    = { ["AND"] not }
 *     not    = ["-" | "!" | "NOT"] ( "(" any ")" | term )
 *     term   = word | quote … quote
 *            | name ":" ( value | quote … quote )     the whole value
 *            | name relation number [unit]            relation: > >= < <= =, as typed or as printed
 */

#define DEPTH_MAX 64

#define REGISTRATION "[a-z]{2,8}[-_]?[0-9]{5,}"

/* What stands between those of a pasted list. */
#define SEPARATOR "(?:\\s*[,;/]\\s*(?:(?-i:and|or)\\s+)?|\\s+(?-i:and|or)\\s+)"

static RgmQueryNode *parse_any (RgmQueryParser *parser);

/**
 * rgm_query_parser_add_fault:
 * @self: a parser
 * @format: a sentence
 * @...: what it says
 *
 * Notes what is wrong.
 */
void
rgm_query_parser_add_fault (RgmQueryParser *self,
                            const char     *format,
                            ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->query->faults, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * rgm_query_parser_add_missing:
 * @self: a parser
 * @format: a sentence
 * @...: what it says
 *
 * Records that something required is missing, so that the query can't be answered yet.
 */
void
rgm_query_parser_add_missing (RgmQueryParser *self,
                              const char     *format,
                              ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->query->unfinished, g_strdup_vprintf (format, args));
  va_end (args);
  self->query->is_incomplete = TRUE;
}

void
rgm_query_parser_skip_blanks (RgmQueryParser *self)
{
  while (rgm_query_is_blank (self->at))
    self->at = g_utf8_next_char (self->at);
}

static gboolean
is_at_end (const RgmQueryParser *parser)
{
  return *parser->at == '\0' || (parser->depth > 0 && rgm_query_get_sign (parser->at) == ')');
}

/* A sign before a term that excludes it. */
static gboolean
is_exclusion (const char *at)
{
  char sign = rgm_query_get_sign (at);

  return sign == '-' || sign == '!';
}

/* Whether a term can follow here. */
static gboolean
has_more (RgmQueryParser *parser)
{
  RgmQueryParser ahead = *parser;

  while (rgm_query_is_blank (ahead.at) || is_exclusion (ahead.at))
    ahead.at = g_utf8_next_char (ahead.at);

  return !is_at_end (&ahead);
}

/* Skips a colon without a name before it, which is punctuation; returns whether there was one. */
static gboolean
skip_colons (RgmQueryParser *parser)
{
  gboolean is_colon = rgm_query_get_sign (parser->at) == ':';

  while (rgm_query_get_sign (parser->at) == ':')
    {
      parser->at = g_utf8_next_char (parser->at);
      rgm_query_parser_skip_blanks (parser);
    }

  return is_colon;
}

/* Skips the words and signs that negate the next term; returns whether it is negated. */
static gboolean
take_negation (RgmQueryParser *parser)
{
  gboolean is_negated = FALSE;

  while (TRUE)
    {
      const char *start = parser->at;

      if (rgm_query_get_connective (start, &parser->at) == RGM_CONNECTIVE_NOT)
        {
          is_negated = !is_negated;
          if (!has_more (parser))
            rgm_query_parser_add_missing (parser, _("“NOT” must be followed by the term to exclude"));
        }
      else if (is_exclusion (start))
        {
          parser->at = start;
          while (is_exclusion (parser->at))
            parser->at = g_utf8_next_char (parser->at);
          is_negated = !is_negated;
          if (rgm_query_is_blank (parser->at) && has_more (parser))
            {
              rgm_query_parser_add_fault (parser, _("To exclude trials, write the minus sign without a space after it: -word"));
              is_negated = FALSE;
            }
        }
      else
        {
          parser->at = start;
          return is_negated;
        }
      rgm_query_parser_skip_blanks (parser);
    }
}

/* "Not one of these" means none of these. */
static void
negate (RgmQuery     *query,
        RgmQueryNode *node)
{
  if (node->term >= 0)
    {
      RgmTerm *term = g_ptr_array_index (query->terms, node->term);
      char *text = term->is_negated ? g_strdup (term->text + 1) : g_strconcat ("-", term->text, NULL);

      g_free (term->text);
      term->text = text;
      term->is_negated = !term->is_negated;
      return;
    }

  node->is_any = !node->is_any;
  for (guint i = 0; i < node->children->len; i++)
    {
      RgmQueryNode *child = g_ptr_array_index (node->children, i);

      negate (query, child);
      /* Terms that stood between two 'OR' are alternatives now, and stay together. */
      child->is_bracketed = child->is_bracketed || child->is_any;
    }
}

static RgmQueryNode *
parse_group (RgmQueryParser *parser)
{
  RgmQueryNode *node;

  parser->at = g_utf8_next_char (parser->at);
  if (parser->depth == DEPTH_MAX)
    {
      rgm_query_parser_add_fault (parser, _("Too many nested parentheses"));
      parser->at += strlen (parser->at);
      return NULL;
    }

  parser->depth++;
  node = parse_any (parser);
  parser->depth--;

  if (rgm_query_get_sign (parser->at) == ')')
    parser->at = g_utf8_next_char (parser->at);
  else
    g_ptr_array_add (parser->query->unfinished, g_strdup (_("A parenthesis is not closed")));
  node->is_bracketed = TRUE;

  return node;
}

/* Registration numbers with commas, slashes or "and" between them, as pasted from a paper: any of them. NULL if none stand here. */
static RgmQueryNode *
parse_registrations (RgmQueryParser *parser)
{
  static GRegex *list = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) numbers = NULL;
  RgmQueryNode *node;

  if (g_once_init_enter (&list))
    g_once_init_leave (&list, g_regex_new (REGISTRATION "(?:" SEPARATOR REGISTRATION ")+(?=[\\s,;.)]|$)", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (list, parser->at, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;

  whole = g_match_info_fetch (match, 0);
  numbers = g_regex_split_simple (SEPARATOR, whole, 0, 0);
  parser->at += strlen (whole);
  node = rgm_query_node_new (-1);
  node->is_any = node->is_bracketed = TRUE;
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      RgmTerm *term = rgm_term_new_word (numbers[i]);

      term->text = g_strdup (numbers[i]);
      g_ptr_array_add (node->children, rgm_query_node_new ((int) parser->query->terms->len));
      g_ptr_array_add (parser->query->terms, term);
    }

  return node;
}

static void
refuse_connective (RgmQueryParser *parser,
                   const char     *word)
{
  rgm_query_parser_add_fault (parser, _("“%s” must stand between two terms; to search for it as a word, put it in quotation marks"), word);
}

/* A term or a group, or nothing if there is nothing to search for. */
static RgmQueryNode *
parse_operand (RgmQueryParser *parser)
{
  const char *begin = parser->at;
  gboolean is_negated = FALSE;
  g_autoptr (RgmQueryNode) node = NULL;
  const char *after;
  RgmConnective connective;

  do
    is_negated ^= take_negation (parser);
  while (skip_colons (parser));

  if (is_at_end (parser))
    return NULL;

  connective = rgm_query_get_connective (parser->at, &after);
  if (connective == RGM_CONNECTIVE_AND || connective == RGM_CONNECTIVE_OR)
    {
      parser->at = after;
      refuse_connective (parser, connective == RGM_CONNECTIVE_AND ? "AND" : "OR");
      return NULL;
    }

  if (rgm_query_get_sign (parser->at) == '(')
    {
      node = parse_group (parser);
      if (node != NULL && node->children->len == 0)
        g_clear_pointer (&node, rgm_query_node_free);
    }
  else if ((node = parse_registrations (parser)) == NULL && (node = rgm_query_parser_take_lines (parser)) == NULL)
    {
      const char *start = parser->at;
      gboolean is_word = connective == RGM_CONNECTIVE_AND_WORD && (start > begin || parser->depth > 0);
      RgmTerm *term;

      /* Written again elsewhere, it would join two terms. */
      if (is_word)
        {
          parser->at = after;
          term = rgm_term_new_phrase ("and");
          term->text = g_strdup ("\"and\"");
        }
      else
        term = rgm_query_parser_take_term (parser);
      if (term == NULL)
        return NULL;
      if (term->text == NULL)
        term->text = g_strchomp (g_strndup (start, (gsize) (parser->at - start)));
      node = rgm_query_node_new ((int) parser->query->terms->len);
      g_ptr_array_add (parser->query->terms, term);
    }

  if (node != NULL && is_negated)
    negate (parser->query, node);

  return g_steal_pointer (&node);
}

/* 'AND' needs a term before and after it. */
static void
check_and (RgmQueryParser *parser,
           gboolean        follows_term)
{
  const char *after;
  RgmConnective next;

  if (!has_more (parser))
    {
      rgm_query_parser_add_missing (parser, _("“AND” must stand between two terms"));
      return;
    }

  rgm_query_parser_skip_blanks (parser);
  next = rgm_query_get_connective (parser->at, &after);
  if (!follows_term || next == RGM_CONNECTIVE_AND || next == RGM_CONNECTIVE_OR)
    refuse_connective (parser, "AND");
}

/* A dash between blanks after a term is punctuation, as in a pasted title. */
static gboolean
take_dash_of_sentence (RgmQueryParser *parser)
{
  gunichar c = g_utf8_get_char (parser->at);

  if (c < 0x2013 || c > 0x2015 || !rgm_query_is_blank (g_utf8_next_char (parser->at)))
    return FALSE;
  parser->at = g_utf8_next_char (parser->at);

  return TRUE;
}

static RgmQueryNode *
parse_all (RgmQueryParser *parser)
{
  RgmQueryNode *node = rgm_query_node_new (-1);

  while (TRUE)
    {
      const char *after;
      RgmConnective connective;
      RgmQueryNode *child;

      rgm_query_parser_skip_blanks (parser);
      if (is_at_end (parser))
        return node;
      if (skip_colons (parser))
        continue;

      connective = rgm_query_get_connective (parser->at, &after);
      if (connective == RGM_CONNECTIVE_OR)
        return node;
      if (connective == RGM_CONNECTIVE_AND || connective == RGM_CONNECTIVE_AND_SIGN)
        {
          parser->at = after;
          if (connective == RGM_CONNECTIVE_AND)
            check_and (parser, node->children->len > 0);
          continue;
        }
      if (connective == RGM_CONNECTIVE_AND_WORD && node->children->len > 0)
        {
          RgmQueryParser ahead = *parser;

          ahead.at = after;
          if (has_more (&ahead))
            {
              parser->at = after;
              continue;
            }
        }

      if (node->children->len > 0 && take_dash_of_sentence (parser))
        continue;
      child = parse_operand (parser);
      if (child != NULL)
        g_ptr_array_add (node->children, child);
    }
}

/* The alternatives; a single one needs no group. */
static RgmQueryNode *
parse_any (RgmQueryParser *parser)
{
  g_autoptr (RgmQueryNode) node = rgm_query_node_new (-1);

  node->is_any = TRUE;
  while (TRUE)
    {
      guint n_faults = parser->query->faults->len + parser->query->unfinished->len;
      RgmQueryNode *child = parse_all (parser);
      const char *after;
      gboolean is_or = rgm_query_get_connective (parser->at, &after) == RGM_CONNECTIVE_OR;
      gboolean is_empty = child->children->len == 0;

      if (is_empty && (is_or || node->children->len > 0) &&
          parser->query->faults->len + parser->query->unfinished->len == n_faults)
        {
          if (!is_or && *parser->at == '\0')
            rgm_query_parser_add_missing (parser, _("“OR” must stand between two terms"));
          else
            refuse_connective (parser, "OR");
        }
      if (is_empty && (is_or || node->children->len > 0))
        rgm_query_node_free (child);
      else
        g_ptr_array_add (node->children, child);
      if (!is_or)
        break;
      parser->at = after;
    }

  if (node->children->len == 1)
    return g_ptr_array_steal_index (node->children, 0);

  for (guint i = 0; i < node->children->len; i++)
    {
      RgmQueryNode *child = g_ptr_array_index (node->children, i);

      if (child->children->len != 1)
        continue;
      node->children->pdata[i] = g_ptr_array_steal_index (child->children, 0);
      rgm_query_node_free (child);
    }

  return g_steal_pointer (&node);
}

/**
 * rgm_query_read:
 * @text: what was typed
 * @fields: the fields that a query can name
 *
 * Returns: (transfer full): a query, with the faults of its text
 */
RgmQuery *
rgm_query_read (const char            *text,
                const RgmSearchFields *fields)
{
  RgmQuery *self = g_new0 (RgmQuery, 1);
  RgmQueryParser parser = { "", fields, self, 0 };
  g_autofree char *in_digits = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_term_free);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->unfinished = g_ptr_array_new_with_free_func (g_free);

  if (!g_utf8_validate (text, -1, NULL))
    rgm_query_parser_add_fault (&parser, _("The query is not valid UTF-8"));
  else
    parser.at = in_digits = rgm_query_write_digits (text);
  self->root = parse_any (&parser);

  return self;
}
