/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-did-you-mean.h"
#include "rgm-index-resolve-private.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-query-private.h"
#include "rgm-query-signs.h"
#include "rgm-text-normalise.h"

/* Resolves a parsed query against the contents of the data set. Adjacent terms may form one:
 *
 *     phase II            the value of a field
 *     status:not yet recruiting
 *     HER 2               a name that the data set writes as one word
 *     not recruiting      a negated word
 *
 * A value that the field doesn't have is a fault, which lists those that it has.
 */

/* The most words that a value may have. */
#define WORDS_MAX 8

/* From so many digits on, a number is one of a register, after letters and without. */
#define REGISTRATION_DIGITS 6
#define NUMBER_DIGITS 7

/* Longer lists don't help. */
#define LISTED_MAX 60

/**
 * rgm_resolver_get_bare:
 * @term: a term
 *
 * Returns: (transfer none): its text without its leading dash
 */
const char *
rgm_resolver_get_bare (const RgmTerm *term)
{
  return term->text + term->is_negated;
}

/**
 * rgm_resolver_get_term:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @i: a place among them
 *
 * Returns: (transfer none) (nullable): the term there, not yet resolved; %NULL where there is none
 */
RgmTerm *
rgm_resolver_get_term (const RgmResolver *self,
                       GPtrArray         *children,
                       guint              i)
{
  const RgmQueryNode *node = i < children->len ? g_ptr_array_index (children, i) : NULL;

  return node != NULL && node->term >= 0 ? g_ptr_array_index (self->query->terms, node->term) : NULL;
}

/**
 * rgm_resolver_count_followers:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a term among them
 *
 * Returns: how many of the following words can belong to the term
 */
guint
rgm_resolver_count_followers (const RgmResolver *self,
                              GPtrArray         *children,
                              guint              start)
{
  guint n = 0;

  for (RgmTerm *term; n < WORDS_MAX && (term = rgm_resolver_get_term (self, children, start + n + 1)) != NULL; n++)
    if (term->kind != RGM_TERM_WORD || term->is_negated)
      break;

  return n;
}

/**
 * rgm_resolver_join_terms:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a term among them
 * @n_followers: how many of the following terms
 *
 * Returns: (transfer full): the joined text of the term and those that follow it
 */
char *
rgm_resolver_join_terms (const RgmResolver *self,
                         GPtrArray         *children,
                         guint              start,
                         guint              n_followers)
{
  GString *text = g_string_new (rgm_resolver_get_bare (rgm_resolver_get_term (self, children, start)));

  for (guint i = 1; i <= n_followers; i++)
    g_string_append_printf (text, " %s", rgm_resolver_get_term (self, children, start + i)->text);

  return g_string_free (text, FALSE);
}

/**
 * rgm_resolver_take_text:
 * @term: a resolved term
 * @first: the first of the terms that it stands for
 * @text: what was typed
 *
 * Merges several terms into one, which takes over their texts.
 *
 * Returns: (transfer none): @term
 */
RgmTerm *
rgm_resolver_take_text (RgmTerm       *term,
                        const RgmTerm *first,
                        const char    *text)
{
  g_free (term->text);
  term->is_negated = first->is_negated;
  term->text = g_strconcat (first->is_negated ? "-" : "", text, NULL);

  return term;
}

/**
 * rgm_resolver_make_choice:
 * @value: a value of a field
 *
 * Returns: (transfer full): a term that asks for it, without a text yet
 */
RgmTerm *
rgm_resolver_make_choice (const RgmSearchValue *value)
{
  RgmTerm *term = g_new0 (RgmTerm, 1);

  term->kind = RGM_TERM_FIELD;
  term->field = g_strdup (value->field);
  term->value = rgm_text_normalise_whole (value->id);
  term->joined = rgm_text_normalise_joined (value->id);
  term->choice = g_strdup (value->id);

  return term;
}

/* ── Values of fields ────────────────────────────────────────────────────────── */

/* The values of a field that trials have, or all values if no trial has any. */
static char **
list_values (const RgmResolver *self,
             const char        *field)
{
  g_autoptr (GPtrArray) values = rgm_search_vocabulary_list (self->index->vocabulary, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < values->len && n < LISTED_MAX; i++)
    if (rgm_index_count (self->index, g_ptr_array_index (values, i)) > 0)
      {
        g_strv_builder_add (builder, ((const RgmSearchValue *) g_ptr_array_index (values, i))->id);
        n++;
      }
  for (guint i = 0; n == 0 && i < values->len && i < LISTED_MAX; i++)
    g_strv_builder_add (builder, ((const RgmSearchValue *) g_ptr_array_index (values, i))->id);

  return g_strv_builder_end (builder);
}

static void
refuse_value (RgmResolver *self,
              const char  *typed,
              const char  *field,
              const char  *value,
              gboolean     is_last)
{
  g_auto (GStrv) values = list_values (self, field);
  g_autofree char *list = rgm_join_words (values);
  /* A single letter or digit resembles every other. */
  const char *near = strlen (value) > 2 ? rgm_did_you_mean (value, (const char *const *) values) : NULL;
  char *fault;

  if (values[0] == NULL)
    fault = rgm_text_printf (_("“%s”: the field “%s” has no values in this data set"), typed, field);
  else if (near != NULL)
    /* Translators: what was typed, the value in it, a value that is like it, and a list of all values. */
    fault = rgm_text_printf (_("“%s”: unknown value “%s”; did you mean “%s”? Possible values: %s"), typed, value, near, list);
  else
    /* Translators: what was typed, the value in it, and a list of all values. */
    fault = rgm_text_printf (_("“%s”: unknown value “%s”. Possible values: %s"), typed, value, list);

  /* A value that ends the text may still be incomplete. */
  if (is_last && rgm_search_vocabulary_find_prefix (self->index->vocabulary, field, value) != NULL)
    {
      g_ptr_array_add (self->query->unfinished, fault);
      self->query->is_incomplete = TRUE;
    }
  else
    g_ptr_array_add (self->query->faults, fault);
}

/* The value as typed, after the field's operator. */
static const char *
get_typed_value (const char *text)
{
  const char *at = text;

  while (*at != '\0' && rgm_query_get_sign (at) != ':' && rgm_query_get_sign (at) != '=')
    at = g_utf8_next_char (at);
  at = *at != '\0' ? g_utf8_next_char (at) : text;
  while (rgm_query_is_blank (at))
    at = g_utf8_next_char (at);

  return at;
}

/* A value extends over the following words as long as they form one. */
static guint
resolve_field (RgmResolver *self,
               GPtrArray   *children,
               guint        start)
{
  RgmTerm *term = rgm_resolver_get_term (self, children, start);
  const RgmSearchField *field = rgm_search_fields_find (self->index->fields, term->field);
  gboolean is_quoted = rgm_query_get_quote (get_typed_value (rgm_resolver_get_bare (term))) != RGM_QUOTE_NONE;
  guint n = is_quoted ? 0 : rgm_resolver_count_followers (self, children, start);
  gboolean is_last = start + 1 == children->len;

  if (field->kind != RGM_SEARCH_FIELD_CHOICE)
    return 0;

  for (guint i = n + 1; i-- > 0;)
    {
      g_autofree char *text = rgm_resolver_join_terms (self, children, start, i);
      const RgmSearchValue *value = rgm_search_vocabulary_find (self->index->vocabulary, term->field, get_typed_value (text));

      if (value == NULL)
        continue;
      term->choice = g_strdup (value->id);
      rgm_resolver_take_text (term, term, text);
      return i;
    }

  refuse_value (self, rgm_resolver_get_bare (term), term->field, get_typed_value (rgm_resolver_get_bare (term)), is_last && !is_quoted);

  return 0;
}

/* ── Words that are a value ──────────────────────────────────────────────────── */

static guint
resolve_phrase (RgmResolver  *self,
                GPtrArray    *children,
                guint         start,
                RgmTerm     **resolved)
{
  guint n = rgm_resolver_count_followers (self, children, start);

  for (guint i = n + 1; i-- > 0;)
    {
      g_autofree char *text = rgm_resolver_join_terms (self, children, start, i);
      const RgmSearchValue *value = rgm_search_vocabulary_find_phrase (self->index->vocabulary, text);

      if (value == NULL)
        continue;
      *resolved = rgm_resolver_take_text (rgm_resolver_make_choice (value), rgm_resolver_get_term (self, children, start), text);
      return i;
    }

  return 0;
}

/* A sign after a field's name that stands for a value which the field doesn't have. */
static void
refuse_sign (RgmResolver *self,
             const char  *text,
             const char  *field,
             const char  *value,
             gboolean     is_last)
{
  refuse_value (self, text, field, value, FALSE);
  if (!is_last)
    return;

  /* Or it begins a word with a dash, such as 'X-positive'. */
  g_ptr_array_add (self->query->unfinished, g_ptr_array_steal_index (self->query->faults, self->query->faults->len - 1));
  self->query->is_incomplete = TRUE;
}

/* A trailing dash means negative: that value, or its absence. */
static RgmTerm *
resolve_negative (RgmResolver   *self,
                  const RgmTerm *term,
                  gboolean       is_last)
{
  const char *text = rgm_resolver_get_bare (term);
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  g_autofree char *name = NULL;
  g_autofree char *phrase = NULL;
  const RgmSearchField *field;
  const RgmSearchValue *value;

  if (last == NULL || rgm_query_get_sign (last) != '-')
    return NULL;
  name = g_strndup (text, (gsize) (last - text));
  field = rgm_search_fields_find (self->index->fields, name);
  if (field == NULL || field->kind != RGM_SEARCH_FIELD_CHOICE)
    return NULL;

  phrase = g_strconcat (name, " negative", NULL);
  value = rgm_search_vocabulary_find_phrase (self->index->vocabulary, phrase);
  if (value != NULL)
    return rgm_resolver_take_text (rgm_resolver_make_choice (value), term, text);

  refuse_sign (self, text, field->name, "negative", is_last);

  return NULL;
}

/* A trailing plus sign means positive, where the field or some text knows that. */
static RgmTerm *
resolve_positive (RgmResolver   *self,
                  const RgmTerm *term,
                  gboolean       is_last)
{
  g_autofree char *name = NULL;
  g_autofree char *compound = NULL;
  g_autofree char *joined = NULL;
  const RgmSearchField *field;
  const char *text = rgm_resolver_get_bare (term);
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  if (last == NULL || rgm_query_get_sign (last) != '+')
    return NULL;
  name = g_strndup (text, (gsize) (last - text));
  field = rgm_search_fields_find (self->index->fields, name);
  if (field == NULL || field->kind != RGM_SEARCH_FIELD_CHOICE)
    return NULL;

  compound = g_strconcat (name, "-positive", NULL);
  joined = rgm_text_normalise_joined (compound);
  if (!rgm_index_has_token (self->index, joined) && rgm_search_vocabulary_find (self->index->vocabulary, field->name, "positive") == NULL)
    {
      refuse_sign (self, text, field->name, "positive", is_last);
      return NULL;
    }

  return rgm_resolver_take_text (rgm_term_new_word (compound), term, text);
}

/* ── Numbers of registers ────────────────────────────────────────────────────── */

static gboolean
is_registration (RgmIndex      *index,
                 const RgmTerm *term)
{
  gsize letters, digits;

  if (term->kind != RGM_TERM_WORD)
    return FALSE;

  letters = strspn (term->joined, "abcdefghijklmnopqrstuvwxyz");
  digits = strlen (term->joined + letters);

  return digits >= (letters > 0 ? REGISTRATION_DIGITS : NUMBER_DIGITS) && strspn (term->joined + letters, "0123456789") == digits &&
         (letters == 0 || rgm_index_has_token (index, term->joined));
}

/* Words that papers put before a registration number. */
static gboolean
is_before_registration (const RgmTerm *term)
{
  static const char *const words[] = { "clinicaltrialsgov", "clinicaltrials", "identifier", "number", "no", "registration", "registry", "id", NULL };

  return term->kind == RGM_TERM_WORD && !term->is_negated && g_strv_contains (words, term->joined);
}

/* 'DOI 10.1056/…' */
static gboolean
is_before_doi (const RgmTerm *term,
               const RgmTerm *next)
{
  return term->kind == RGM_TERM_WORD && g_str_equal (term->joined, "doi") && next != NULL && next->kind == RGM_TERM_WORD && !next->is_negated &&
         g_regex_match_simple ("^10\\.[0-9]{4,9}/", rgm_resolver_get_bare (next), 0, 0);
}

/* 'Completed trials', 'MOUNTAINEER trial', 'still recruiting', 'trastuzumab but not pertuzumab': everything that is found is a trial as it
   is now, and every term must match. */
static gboolean
is_filler (const RgmResolver *self,
           GPtrArray         *children,
           guint              start,
           const RgmTerm     *term)
{
  static const char *const plurals[] = { "trials", "studies", NULL };
  static const char *const singulars[] = { "trial", "study", NULL };
  static const char *const adverbs[] = { "still", "currently", NULL };
  const RgmTerm *next = rgm_resolver_get_term (self, children, start + 1);
  static const char *const negations[] = { "not", "no", "without", "w/o", NULL };
  g_autofree char *after = NULL;

  if (term->kind != RGM_TERM_WORD || term->is_negated)
    return FALSE;
  if (g_strv_contains (plurals, term->joined))
    return children->len > 1;
  if (g_strv_contains (singulars, term->joined))
    return start > 0 && next == NULL;
  if (next != NULL && g_strv_contains (adverbs, term->joined))
    return !rgm_index_has_token (self->index, term->joined);
  if (start == 0 || next == NULL || !g_str_equal (term->joined, "but"))
    return FALSE;
  after = g_utf8_strdown (next->text, -1);

  return next->is_negated || g_strv_contains (negations, after);
}

static gboolean
is_superfluous (RgmResolver *self,
                GPtrArray   *children,
                guint        start)
{
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);

  if (term != NULL && is_filler (self, children, start, term))
    return TRUE;

  if (term != NULL && !term->is_negated && is_before_doi (term, rgm_resolver_get_term (self, children, start + 1)))
    return TRUE;

  for (; (term = rgm_resolver_get_term (self, children, start)) != NULL && is_before_registration (term); start++)
    if (rgm_resolver_get_term (self, children, start + 1) != NULL && is_registration (self->index, rgm_resolver_get_term (self, children, start + 1)))
      return TRUE;

  return FALSE;
}

/* ── Groups ──────────────────────────────────────────────────────────────────── */

static RgmTerm *
steal_term (RgmResolver *self,
            int          number)
{
  RgmTerm *term = g_ptr_array_index (self->query->terms, number);

  self->query->terms->pdata[number] = NULL;

  return term;
}

static RgmTerm *
take_term (RgmResolver *self,
           GPtrArray   *children,
           guint        place)
{
  return steal_term (self, ((const RgmQueryNode *) g_ptr_array_index (children, place))->term);
}

/* Resolves the term at @start; returns how many of the following terms belong to it. */
static RgmTerm *
resolve_term (RgmResolver *self,
              GPtrArray   *children,
              guint        start,
              guint       *n_taken)
{
  RgmTerm *term;
  RgmTerm *resolved = NULL;

  *n_taken = 0;
  if (rgm_resolver_get_term (self, children, start)->is_negated)
    rgm_resolver_join_agent (self, children, start);
  term = rgm_resolver_get_term (self, children, start);
  if (term->kind == RGM_TERM_FIELD)
    *n_taken = resolve_field (self, children, start);
  else if (term->kind == RGM_TERM_PHRASE)
    {
      const RgmSearchValue *value = rgm_search_vocabulary_find_phrase (self->index->vocabulary, term->value);

      if (value != NULL)
        resolved = rgm_resolver_take_text (rgm_resolver_make_choice (value), term, rgm_resolver_get_bare (term));
    }
  else if (term->kind == RGM_TERM_WORD)
    {
      *n_taken = resolve_phrase (self, children, start, &resolved);
      if (resolved == NULL && rgm_resolver_exclude_next (self, children, start))
        {
          resolved = resolve_term (self, children, start + 1, n_taken);
          if (resolved == NULL)
            resolved = take_term (self, children, start + 1);
          (*n_taken)++;
          return resolved;
        }
      if (resolved == NULL)
        resolved = rgm_resolver_drop_salts (self, children, start, n_taken);
      if (resolved == NULL)
        resolved = resolve_negative (self, term, start + 1 == children->len);
      if (resolved == NULL && (resolved = rgm_resolver_merge_next (self, children, start)) != NULL)
        *n_taken = 1;
      if (resolved == NULL)
        resolved = resolve_positive (self, term, start + 1 == children->len);
      if (resolved == NULL)
        resolved = rgm_resolver_split_compound (self, term);
      if (resolved == NULL)
        resolved = rgm_resolver_add_zero (self, term);
      if (resolved == NULL)
        resolved = rgm_resolver_drop_suffix (self, term);
    }

  return resolved;
}

/* 'NOT (phase II)', which the parser turns into alternatives of excluded words. */
static gboolean
is_negated_group (const RgmResolver  *self,
                  const RgmQueryNode *node)
{
  if (!node->is_any || !node->is_bracketed || node->children->len < 2)
    return FALSE;

  for (guint i = 0; i < node->children->len; i++)
    {
      const RgmTerm *term = rgm_resolver_get_term (self, node->children, i);

      if (term == NULL || !term->is_negated)
        return FALSE;
    }

  return TRUE;
}

/* Excludes what a node asks for, and the other way round. */
static void
flip (GPtrArray    *terms,
      RgmQueryNode *node)
{
  if (node->term >= 0)
    {
      RgmTerm *term = g_ptr_array_index (terms, node->term);
      char *text = term->is_negated ? g_strdup (term->text + 1) : g_strconcat ("-", term->text, NULL);

      g_free (term->text);
      term->text = text;
      term->is_negated = !term->is_negated;
      return;
    }

  node->is_any = !node->is_any;
  for (guint i = 0; i < node->children->len; i++)
    flip (terms, g_ptr_array_index (node->children, i));
}

static void
resolve_node (RgmResolver  *self,
              RgmQueryNode *node)
{
  g_autoptr (GPtrArray) children = NULL;

  if (node->term >= 0)
    return;

  /* Its words may form a name or stand round an 'or', which they don't as alternatives. */
  if (is_negated_group (self, node))
    {
      flip (self->query->terms, node);
      resolve_node (self, node);
      flip (self->terms, node);
      return;
    }

  children = g_steal_pointer (&node->children);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_query_node_free);
  for (guint i = 0; i < children->len; i++)
    {
      RgmQueryNode *child = g_ptr_array_index (children, i);
      g_autoptr (GPtrArray) single = NULL;
      GPtrArray *terms = children;
      guint place = i;
      RgmTerm *resolved;
      guint n_taken;
      guint n_each;

      if (child->term < 0)
        {
          resolve_node (self, child);
          g_ptr_array_add (node->children, child);
          children->pdata[i] = rgm_query_node_new (-1);
          continue;
        }

      /* Alternatives are never merged. */
      if (node->is_any)
        {
          single = g_ptr_array_new ();
          g_ptr_array_add (single, child);
          terms = single;
          place = 0;
        }
      else if (is_superfluous (self, children, i))
        continue;

      resolved = resolve_term (self, terms, place, &n_taken);
      if (resolved == NULL && rgm_resolver_resolve_alteration (self, terms, place, node, &n_taken))
        {
          i += n_taken;
          continue;
        }
      if (resolved == NULL && rgm_resolver_resolve_ongoing (self, terms, place, node))
        continue;
      n_each = resolved == NULL && single == NULL ? rgm_resolver_resolve_each (self, children, i, node) : 0;
      if (n_each > 0)
        {
          i += n_each;
          continue;
        }
      rgm_resolver_put_term (self, node, resolved != NULL ? resolved : steal_term (self, child->term));
      i += n_taken;
    }

  rgm_resolver_join_alternatives (self, node);
}

/* Moves the terms that a node stands for, in their order; those that stay behind were merged into another, or were an 'or'. */
static void
keep_terms (RgmQueryNode *node,
            GPtrArray    *resolved,
            GPtrArray    *kept)
{
  if (node->term >= 0)
    {
      g_ptr_array_add (kept, g_steal_pointer (&resolved->pdata[node->term]));
      node->term = (int) kept->len - 1;
      return;
    }

  for (guint i = 0; i < node->children->len; i++)
    keep_terms (g_ptr_array_index (node->children, i), resolved, kept);
}

static void
free_terms (GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (terms->pdata[i] != NULL)
      rgm_term_free (terms->pdata[i]);
  g_ptr_array_set_free_func (terms, NULL);
  g_ptr_array_unref (terms);
}

/**
 * rgm_index_resolve:
 * @self: an index
 * @query: (transfer full): a query as parsed
 *
 * Resolves a query against the names and values of the data set.
 *
 * Returns: (transfer full): the query, perhaps with more faults
 */
RgmQuery *
rgm_index_resolve (RgmIndex *self,
                   RgmQuery *query)
{
  RgmResolver resolver = { self, query, g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_term_free) };

  resolve_node (&resolver, query->root);
  free_terms (query->terms);
  query->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_term_free);
  keep_terms (query->root, resolver.terms, query->terms);
  free_terms (resolver.terms);

  return query;
}
