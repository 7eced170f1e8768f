/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-resolve-private.h"
#include "rgm-vocabulary.h"

/* What one word of a query says of others: alternatives, exclusions, and names before a value that they share. */

/**
 * rgm_resolver_put_term:
 * @self: a resolver
 * @node: a group
 * @term: (transfer full): a resolved term
 *
 * Appends the term to the group.
 */
void
rgm_resolver_put_term (RgmResolver  *self,
                       RgmQueryNode *node,
                       RgmTerm      *term)
{
  g_ptr_array_add (node->children, rgm_query_node_new ((int) self->terms->len));
  g_ptr_array_add (self->terms, term);
}

/* The resolved term that is all there is in a node; of alternatives the last. */
static RgmTerm *
get_resolved (const RgmResolver  *self,
              const RgmQueryNode *node)
{
  while (node->term < 0 && (node->children->len == 1 || (node->is_any && !node->is_bracketed && node->children->len > 0)))
    node = g_ptr_array_index (node->children, node->children->len - 1);

  return node->term >= 0 ? g_ptr_array_index (self->terms, node->term) : NULL;
}

/* 'phase I or II': a word after the value of a field that is a value of it too. Returns whether both are. */
static gboolean
continue_value (RgmResolver        *self,
                const RgmQueryNode *before,
                const RgmQueryNode *node)
{
  const RgmTerm *first = get_resolved (self, before);
  RgmTerm *term = get_resolved (self, node);
  const RgmSearchValue *value;
  g_autofree char *text = NULL;
  RgmTerm *choice;

  if (first == NULL || term == NULL || first->choice == NULL || first->is_negated || term->is_negated)
    return FALSE;
  if (term->choice != NULL)
    return g_str_equal (term->field, first->field);
  value = term->kind == RGM_TERM_WORD ? rgm_search_vocabulary_find (self->index->vocabulary, first->field, term->text) : NULL;
  if (value == NULL)
    return FALSE;

  /* It says the same if the value before it is removed. */
  text = g_strconcat (first->field, ":", term->text, NULL);
  choice = rgm_resolver_take_text (rgm_resolver_make_choice (value), term, text);
  for (guint i = 0; i < self->terms->len; i++)
    if (g_ptr_array_index (self->terms, i) == term)
      {
        rgm_term_free (term);
        self->terms->pdata[i] = choice;
        break;
      }

  return TRUE;
}

/* 'or' in lower case, which is a word of running text too. */
static gboolean
is_or (const RgmResolver *self,
       const GPtrArray   *children,
       guint              i)
{
  const RgmQueryNode *node = g_ptr_array_index (children, i);
  const RgmTerm *term = node->term >= 0 ? g_ptr_array_index (self->terms, node->term) : NULL;

  return term != NULL && term->kind == RGM_TERM_WORD && !term->is_negated && g_ascii_strcasecmp (term->text, "or") == 0;
}

/* The node before an 'or' at @place and the one after it, as alternatives in the place of the first. */
static void
make_either (GPtrArray *children,
             guint      place)
{
  RgmQueryNode *first = g_ptr_array_index (children, place - 1);
  RgmQueryNode *either = first;

  if (first->term >= 0 || !first->is_any)
    {
      either = rgm_query_node_new (-1);
      either->is_any = TRUE;
      g_ptr_array_add (either->children, first);
      children->pdata[place - 1] = either;
    }
  g_ptr_array_add (either->children, g_ptr_array_steal_index (children, place + 1));
  g_ptr_array_remove_index (children, place);
}

/**
 * rgm_resolver_join_alternatives:
 * @self: a resolver
 * @node: a group whose terms are resolved
 *
 * Reads what continues a value, and an 'or' in lower case: it joins two values of one field, wherever it stands, and terms where
 * nothing else does; elsewhere it is a word, as in a pasted title.
 */
void
rgm_resolver_join_alternatives (RgmResolver  *self,
                                RgmQueryNode *node)
{
  gboolean is_all_or = !node->is_any && node->children->len >= 3 && node->children->len % 2 == 1;

  for (guint i = 1; node->is_any && i < node->children->len; i++)
    continue_value (self, g_ptr_array_index (node->children, i - 1), g_ptr_array_index (node->children, i));
  if (node->is_any)
    return;

  for (guint i = 0; i < node->children->len; i++)
    is_all_or = is_all_or && is_or (self, node->children, i) == (i % 2 == 1);

  for (guint i = 1; i + 1 < node->children->len; i++)
    if (is_or (self, node->children, i) && !is_or (self, node->children, i + 1) &&
        (continue_value (self, g_ptr_array_index (node->children, i - 1), g_ptr_array_index (node->children, i + 1)) || is_all_or))
      make_either (node->children, i--);

  /* Written out again, they stay together. */
  for (guint i = 0; node->children->len > 1 && i < node->children->len; i++)
    {
      RgmQueryNode *child = g_ptr_array_index (node->children, i);

      child->is_bracketed = child->is_bracketed || (child->term < 0 && child->is_any);
    }
}

/**
 * rgm_resolver_resolve_each:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a term among them
 * @node: where the resolved terms are put
 *
 * Reads 'RAS/BRAF wild type': each of them has the value.
 *
 * Returns: how many of the following words belong to it; 0 if it is nothing of the kind
 */
guint
rgm_resolver_resolve_each (RgmResolver  *self,
                           GPtrArray    *children,
                           guint         start,
                           RgmQueryNode *node)
{
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);
  g_auto (GStrv) parts = term->kind == RGM_TERM_WORD && !term->is_negated ? g_strsplit (term->text, "/", -1) : NULL;

  if (parts == NULL || parts[0] == NULL || parts[1] == NULL)
    return 0;

  for (guint n = rgm_resolver_count_followers (self, children, start); n > 0; n--)
    {
      g_autofree char *whole = rgm_resolver_join_terms (self, children, start, n);
      const char *rest = whole + strlen (term->text);
      g_autoptr (GPtrArray) values = g_ptr_array_new ();

      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_autofree char *text = g_strconcat (parts[i], rest, NULL);

          g_ptr_array_add (values, (gpointer) rgm_search_vocabulary_find_phrase (self->index->vocabulary, text));
        }
      if (g_ptr_array_find (values, NULL, NULL))
        continue;

      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_autofree char *text = g_strconcat (parts[i], rest, NULL);

          rgm_resolver_put_term (self, node, rgm_resolver_take_text (rgm_resolver_make_choice (g_ptr_array_index (values, i)), term, text));
        }
      return n;
    }

  return 0;
}

static gboolean
has_beginning (const RgmResolver *self,
               const char        *beginning)
{
  guint first, end;

  rgm_index_find_range (self->index, beginning, &first, &end);

  return first < end;
}

/**
 * rgm_resolver_resolve_ongoing:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a term among them
 * @node: where the alternatives are put
 *
 * Reads 'ongoing': a trial that is treating patients, whether or not it still enrols them. Where a text has the word, it is a word.
 *
 * Returns: whether it was that
 */
gboolean
rgm_resolver_resolve_ongoing (RgmResolver  *self,
                              GPtrArray    *children,
                              guint         start,
                              RgmQueryNode *node)
{
  static const RgmRegistryState states[] = { RGM_REGISTRY_STATE_RECRUITING, RGM_REGISTRY_STATE_ENROLLING_BY_INVITATION,
                                             RGM_REGISTRY_STATE_ACTIVE_NOT_RECRUITING };
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);
  RgmQueryNode *either;

  if (term->kind != RGM_TERM_WORD || !g_str_equal (term->joined, "ongoing") || has_beginning (self, term->joined))
    return FALSE;

  either = rgm_query_node_new (-1);
  either->is_any = !term->is_negated;
  either->is_bracketed = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const char *nick = rgm_enum_get_nick (RGM_TYPE_REGISTRY_STATE, states[i]);
      const RgmSearchValue *value = rgm_search_vocabulary_get (self->index->vocabulary, "status", nick);
      g_autofree char *text = g_strconcat ("status:", nick, NULL);

      rgm_resolver_put_term (self, either, rgm_resolver_take_text (rgm_resolver_make_choice (value), term, text));
    }
  g_ptr_array_add (node->children, either);

  return TRUE;
}

/* Whether some text has the word, or the words of the name, but none has them after a 'not'. */
static gboolean
is_never_negated (const RgmResolver *self,
                  const RgmTerm     *term)
{
  g_autofree char *negated = g_strconcat ("not", term->words[0], NULL);

  for (guint i = 0; term->words[i] != NULL; i++)
    if (!has_beginning (self, term->words[i]))
      return FALSE;

  return !has_beginning (self, negated);
}

/* A word that excludes what follows it. Where texts have 'no' and 'not', they are no operators: 'not recruiting'. The others are, only
   before an agent or a value: 'without chemotherapy' is a title's. */
static gboolean
is_exclusion (const RgmResolver *self,
              const RgmTerm     *term,
              const RgmTerm     *next)
{
  static const char *const negations[] = { "not", "no", NULL };
  static const char *const others[] = { "without", "w/o", "excluding", "except", "minus", NULL };
  g_autofree char *word = g_utf8_strdown (term->text, -1);

  if (g_strv_contains (negations, word))
    return next->kind != RGM_TERM_WORD || is_never_negated (self, next);

  return g_strv_contains (others, word) &&
         (next->kind != RGM_TERM_WORD || rgm_resolver_is_agent (self, next->text) ||
          rgm_search_vocabulary_find_phrase (self->index->vocabulary, next->text) != NULL);
}

/**
 * rgm_resolver_join_agent:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a term among them
 *
 * Makes one term of an agent's name of several words, so that all of them are excluded: '-trastuzumab deruxtecan'.
 */
void
rgm_resolver_join_agent (RgmResolver *self,
                         GPtrArray   *children,
                         guint        start)
{
  RgmTerm *first = rgm_resolver_get_term (self, children, start);

  for (guint n = rgm_resolver_count_followers (self, children, start); first->kind == RGM_TERM_WORD && n > 0; n--)
    {
      g_autofree char *text = rgm_resolver_join_terms (self, children, start, n);
      g_autofree char *quoted = NULL;
      RgmQueryNode *node = g_ptr_array_index (children, start);

      if (!rgm_resolver_is_agent (self, text))
        continue;
      quoted = g_strconcat ("\"", text, "\"", NULL);
      self->query->terms->pdata[node->term] = rgm_resolver_take_text (rgm_term_new_phrase (text), first, quoted);
      rgm_term_free (first);
      g_ptr_array_remove_range (children, start + 1, n);
      return;
    }
}

/**
 * rgm_resolver_exclude_next:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a word among them
 *
 * Reads 'not kras', 'no kras' and 'without kras' as 'NOT kras', unless some text has the words: 'not recruiting'.
 *
 * Returns: whether the next term is excluded now
 */
gboolean
rgm_resolver_exclude_next (RgmResolver *self,
                           GPtrArray   *children,
                           guint        start)
{
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);
  RgmTerm *next = rgm_resolver_get_term (self, children, start + 1);
  char *text;

  if (term->is_negated || next == NULL || next->is_negated || !is_exclusion (self, term, next))
    return FALSE;

  rgm_resolver_join_agent (self, children, start + 1);
  next = rgm_resolver_get_term (self, children, start + 1);
  text = g_strconcat ("-", next->text, NULL);
  g_free (next->text);
  next->text = text;
  next->is_negated = TRUE;

  return TRUE;
}
