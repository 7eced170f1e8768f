/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-did-you-mean.h"
#include "rgm-index-private.h"
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

/* Longer lists don't help. */
#define LISTED_MAX 60

typedef struct
{
  RgmIndex  *index;
  RgmQuery  *query;
  GPtrArray *terms;
} Resolver;

/* A term without its leading dash. */
static const char *
get_bare (const RgmTerm *term)
{
  return term->text + term->is_negated;
}

static RgmTerm *
get_term (const Resolver *self,
          GPtrArray      *children,
          guint           i)
{
  const RgmQueryNode *node = i < children->len ? g_ptr_array_index (children, i) : NULL;

  return node != NULL && node->term >= 0 ? g_ptr_array_index (self->query->terms, node->term) : NULL;
}

/* How many of the following words can belong to the term at @start. */
static guint
count_followers (const Resolver *self,
                 GPtrArray      *children,
                 guint           start)
{
  guint n = 0;

  for (RgmTerm *term; n < WORDS_MAX && (term = get_term (self, children, start + n + 1)) != NULL; n++)
    if (term->kind != RGM_TERM_WORD || term->is_negated)
      break;

  return n;
}

/* The joined text of a term and those that follow it. */
static char *
join_terms (const Resolver *self,
            GPtrArray      *children,
            guint           start,
            guint           n_followers)
{
  GString *text = g_string_new (get_bare (get_term (self, children, start)));

  for (guint i = 1; i <= n_followers; i++)
    g_string_append_printf (text, " %s", get_term (self, children, start + i)->text);

  return g_string_free (text, FALSE);
}

/* Merges several terms into one, which takes over their texts. */
static RgmTerm *
take_text (RgmTerm       *term,
           const RgmTerm *first,
           const char    *text)
{
  g_free (term->text);
  term->is_negated = first->is_negated;
  term->text = g_strconcat (first->is_negated ? "-" : "", text, NULL);

  return term;
}

static RgmTerm *
make_choice (const RgmSearchValue *value)
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
list_values (const Resolver *self,
             const char     *field)
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
refuse_value (Resolver   *self,
              const char *typed,
              const char *field,
              const char *value,
              gboolean    is_last)
{
  g_auto (GStrv) values = list_values (self, field);
  g_autofree char *list = rgm_join_words (values);
  /* A single letter or digit resembles every other. */
  const char *near = strlen (value) > 2 ? rgm_did_you_mean (value, (const char *const *) values) : NULL;
  char *fault;

  if (values[0] == NULL)
    fault = g_strdup_printf (_("“%s”: the field “%s” has no values in this data set"), typed, field);
  else if (near != NULL)
    /* Translators: what was typed, the value in it, a value that is like it, and a list of all values. */
    fault = g_strdup_printf (_("“%s”: unknown value “%s”; did you mean “%s”? Possible values: %s"), typed, value, near, list);
  else
    /* Translators: what was typed, the value in it, and a list of all values. */
    fault = g_strdup_printf (_("“%s”: unknown value “%s”. Possible values: %s"), typed, value, list);

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
resolve_field (Resolver  *self,
               GPtrArray *children,
               guint      start)
{
  RgmTerm *term = get_term (self, children, start);
  const RgmSearchField *field = rgm_search_fields_find (self->index->fields, term->field);
  gboolean is_quoted = rgm_query_get_quote (get_typed_value (get_bare (term))) != RGM_QUOTE_NONE;
  guint n = is_quoted ? 0 : count_followers (self, children, start);
  gboolean is_last = start + 1 == children->len;

  if (field->kind != RGM_SEARCH_FIELD_CHOICE)
    return 0;

  for (guint i = n + 1; i-- > 0;)
    {
      g_autofree char *text = join_terms (self, children, start, i);
      const RgmSearchValue *value = rgm_search_vocabulary_find (self->index->vocabulary, term->field, get_typed_value (text));

      if (value == NULL)
        continue;
      term->choice = g_strdup (value->id);
      take_text (term, term, text);
      return i;
    }

  refuse_value (self, get_bare (term), term->field, get_typed_value (get_bare (term)), is_last && !is_quoted);

  return 0;
}

/* ── Words that are a value ──────────────────────────────────────────────────── */

static guint
resolve_phrase (Resolver   *self,
                GPtrArray  *children,
                guint       start,
                RgmTerm   **resolved)
{
  guint n = count_followers (self, children, start);

  for (guint i = n + 1; i-- > 0;)
    {
      g_autofree char *text = join_terms (self, children, start, i);
      const RgmSearchValue *value = rgm_search_vocabulary_find_phrase (self->index->vocabulary, text);

      if (value == NULL)
        continue;
      *resolved = take_text (make_choice (value), get_term (self, children, start), text);
      return i;
    }

  return 0;
}

/* A trailing dash means negative: that value, or its absence. */
static RgmTerm *
resolve_negative (Resolver      *self,
                  const RgmTerm *term,
                  gboolean       is_last)
{
  const char *text = get_bare (term);
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
    return take_text (make_choice (value), term, text);

  refuse_value (self, text, field->name, "negative", FALSE);
  if (is_last)
    {
      /* Or it begins a word with a dash, such as 'X-positive'. */
      g_ptr_array_add (self->query->unfinished, g_ptr_array_steal_index (self->query->faults, self->query->faults->len - 1));
      self->query->is_incomplete = TRUE;
    }

  return NULL;
}

/* A trailing plus sign means positive. */
static RgmTerm *
resolve_positive (Resolver      *self,
                  const RgmTerm *term)
{
  g_autofree char *name = NULL;
  g_autofree char *compound = NULL;
  const RgmSearchField *field;

  if (!g_str_has_suffix (get_bare (term), "+"))
    return NULL;
  name = g_strndup (get_bare (term), strlen (get_bare (term)) - 1);
  field = rgm_search_fields_find (self->index->fields, name);
  if (field == NULL || field->kind != RGM_SEARCH_FIELD_CHOICE)
    return NULL;

  compound = g_strconcat (name, "-positive", NULL);

  return take_text (rgm_term_new_word (compound), term, get_bare (term));
}

/* ── Words that are one ──────────────────────────────────────────────────────── */

static gboolean
is_short (const char *word)
{
  return g_utf8_strlen (word, -1) <= 3 || word[strcspn (word, "0123456789")] != '\0';
}

/* Typed apart, joined in the data set: 'HER 2', 'DESTINY-CRC 01', 'CAR T', 'DS 8201'. A negated word: 'not recruiting'. */
static RgmTerm *
merge_next (Resolver  *self,
            GPtrArray *children,
            guint      start)
{
  const RgmTerm *term = get_term (self, children, start);
  const RgmTerm *next = get_term (self, children, start + 1);
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  g_autofree char *compound = NULL;
  RgmTerm *merged;

  if (next == NULL || next->kind != RGM_TERM_WORD || next->is_negated)
    return NULL;

  text = join_terms (self, children, start, 1);
  if (g_str_equal (term->joined, "not") || g_str_equal (term->joined, "non"))
    return take_text (rgm_term_new_word (text), term, text);

  joined = g_strconcat (term->joined, next->joined, NULL);
  if (!(is_short (term->joined) || is_short (next->joined)) || !rgm_index_has_token (self->index, joined))
    return NULL;

  compound = g_strconcat (get_bare (term), "-", next->text, NULL);
  merged = rgm_term_new_word (compound);
  g_free (merged->joined);
  merged->joined = g_steal_pointer (&joined);

  return take_text (merged, term, text);
}

/* Typed as one word, separate in the data set: the same words are meant. */
static RgmTerm *
split_compound (Resolver      *self,
                const RgmTerm *term)
{
  const char *compound = term->words[1] == NULL ? g_hash_table_lookup (self->index->compounds, term->joined) : NULL;
  RgmTerm *split;

  if (compound == NULL)
    return NULL;

  split = rgm_term_new_word (compound);
  g_free (split->joined);
  split->joined = g_strdup (term->joined);

  return take_text (split, term, get_bare (term));
}

/* The four-letter suffix of biological products on US labels. */
static RgmTerm *
drop_suffix (Resolver      *self,
             const RgmTerm *term)
{
  const char *text = get_bare (term);
  const char *dash = strrchr (text, '-');
  g_autofree char *name = NULL;
  guint first, end;
  RgmTerm *bare;

  if (dash == NULL || dash == text || strlen (dash) != 5 || strspn (dash + 1, "abcdefghijklmnopqrstuvwxyz") != 4)
    return NULL;
  rgm_index_find_range (self->index, dash + 1, &first, &end);
  if (first < end)
    return NULL;

  name = g_strndup (text, (gsize) (dash - text));
  bare = rgm_term_new_word (name);

  return bare != NULL ? take_text (bare, term, text) : NULL;
}

static gboolean
is_registration (RgmIndex      *index,
                 const RgmTerm *term)
{
  gsize letters = strspn (term->joined, "abcdefghijklmnopqrstuvwxyz");

  return term->kind == RGM_TERM_WORD && letters > 0 && strlen (term->joined + letters) >= 6 && rgm_index_has_token (index, term->joined);
}

/* Words that papers put before a registration number. */
static gboolean
is_before_registration (const RgmTerm *term)
{
  static const char *const words[] = { "clinicaltrialsgov", "clinicaltrials", "identifier", "number", "no", "registration", "registry", "id", NULL };

  return term->kind == RGM_TERM_WORD && !term->is_negated && g_strv_contains (words, term->joined);
}

static gboolean
is_superfluous (Resolver  *self,
                GPtrArray *children,
                guint      start)
{
  const RgmTerm *term;

  for (; (term = get_term (self, children, start)) != NULL && is_before_registration (term); start++)
    if (get_term (self, children, start + 1) != NULL && is_registration (self->index, get_term (self, children, start + 1)))
      return TRUE;

  return FALSE;
}

/* ── Groups ──────────────────────────────────────────────────────────────────── */

static RgmTerm *
steal_term (Resolver *self,
            int       number)
{
  RgmTerm *term = g_ptr_array_index (self->query->terms, number);

  self->query->terms->pdata[number] = NULL;

  return term;
}

/* Resolves the term at @start; returns how many of the following terms belong to it. */
static RgmTerm *
resolve_term (Resolver  *self,
              GPtrArray *children,
              guint      start,
              guint     *n_taken)
{
  RgmTerm *term = get_term (self, children, start);
  RgmTerm *resolved = NULL;

  *n_taken = 0;
  if (term->kind == RGM_TERM_FIELD)
    *n_taken = resolve_field (self, children, start);
  else if (term->kind == RGM_TERM_PHRASE)
    {
      const RgmSearchValue *value = rgm_search_vocabulary_find_phrase (self->index->vocabulary, term->value);

      if (value != NULL)
        resolved = take_text (make_choice (value), term, get_bare (term));
    }
  else if (term->kind == RGM_TERM_WORD)
    {
      *n_taken = resolve_phrase (self, children, start, &resolved);
      if (resolved == NULL)
        resolved = resolve_negative (self, term, start + 1 == children->len);
      if (resolved == NULL && (resolved = merge_next (self, children, start)) != NULL)
        *n_taken = 1;
      if (resolved == NULL)
        resolved = resolve_positive (self, term);
      if (resolved == NULL)
        resolved = split_compound (self, term);
      if (resolved == NULL)
        resolved = drop_suffix (self, term);
    }

  return resolved;
}

static void
resolve_node (Resolver     *self,
              RgmQueryNode *node)
{
  g_autoptr (GPtrArray) children = NULL;

  if (node->term >= 0)
    return;

  children = g_steal_pointer (&node->children);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_query_node_free);
  for (guint i = 0; i < children->len; i++)
    {
      RgmQueryNode *child = g_ptr_array_index (children, i);
      g_autoptr (GPtrArray) single = NULL;
      RgmTerm *resolved;
      guint n_taken;

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
        }
      else if (is_superfluous (self, children, i))
        continue;

      resolved = resolve_term (self, single != NULL ? single : children, single != NULL ? 0 : i, &n_taken);
      if (resolved == NULL)
        resolved = steal_term (self, child->term);
      g_ptr_array_add (node->children, rgm_query_node_new ((int) self->terms->len));
      g_ptr_array_add (self->terms, resolved);
      i += n_taken;
    }
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
  Resolver resolver = { self, query, g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_term_free) };

  resolve_node (&resolver, query->root);
  /* Terms that were merged into another. */
  for (guint i = 0; i < query->terms->len; i++)
    if (query->terms->pdata[i] != NULL)
      rgm_term_free (query->terms->pdata[i]);
  g_ptr_array_set_free_func (query->terms, NULL);
  g_ptr_array_unref (query->terms);
  query->terms = resolver.terms;

  return query;
}
