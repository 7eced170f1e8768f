/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-index-resolve-private.h"
#include "rgm-text-normalise.h"

/* Names of alterations, each of which may be shown by several results of a test: 'HER2-low' by IHC 1+, and by IHC 2+ with ISH−. */

/* The alteration of the pathway with one of the names, NULL if there is none. */
static const RgmAlteration *
find_alteration (const RgmResolver *self,
                 const char        *joined)
{
  const RgmPathway *pathway = self->index->data_set->pathway;

  for (guint i = 0; pathway != NULL && i < pathway->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (pathway->alterations, i);
      g_autofree char *id = rgm_text_normalise_joined (alteration->id);
      g_autofree char *name = rgm_text_normalise_joined (alteration->name);

      if (g_str_equal (joined, id) || g_str_equal (joined, name))
        return alteration;
    }

  return NULL;
}

static void
put_alternative (RgmResolver   *self,
                 RgmQueryNode  *either,
                 const RgmTerm *first,
                 RgmTerm       *term,
                 const char    *text)
{
  if (term != NULL)
    rgm_resolver_put_term (self, either, rgm_resolver_take_text (term, first, text));
}

/* The name as text, or one of the results. */
static void
put_either (RgmResolver         *self,
            RgmQueryNode        *node,
            const RgmTerm       *first,
            const char          *typed,
            const RgmAlteration *alteration)
{
  RgmQueryNode *either = rgm_query_node_new (-1);
  g_autofree char *field = rgm_text_normalise (alteration->biomarker);
  g_autofree char *quoted = g_strconcat ("\"", typed, "\"", NULL);

  either->is_any = !first->is_negated;
  either->is_bracketed = TRUE;
  put_alternative (self, either, first, rgm_term_new_phrase (typed), quoted);
  for (guint i = 0; alteration->values[i] != NULL; i++)
    {
      const RgmSearchValue *value = rgm_search_vocabulary_get (self->index->vocabulary, field, alteration->values[i]);
      g_autofree char *text = g_strconcat (field, ":", alteration->values[i], NULL);

      if (value != NULL)
        put_alternative (self, either, first, rgm_resolver_make_choice (value), text);
    }
  g_ptr_array_add (node->children, either);
}

/**
 * rgm_resolver_resolve_alteration:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a word among them
 * @node: where the resolved terms are put
 * @n_taken: (out): how many of the following words belong to the name
 *
 * Reads the name of an alteration as any of the results that show it.
 *
 * Returns: whether there was one
 */
gboolean
rgm_resolver_resolve_alteration (RgmResolver  *self,
                                 GPtrArray    *children,
                                 guint         start,
                                 RgmQueryNode *node,
                                 guint        *n_taken)
{
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);

  if (term->kind != RGM_TERM_WORD)
    return FALSE;

  for (guint n = rgm_resolver_count_followers (self, children, start) + 1; n-- > 0;)
    {
      g_autofree char *text = rgm_resolver_join_terms (self, children, start, n);
      g_autofree char *joined = rgm_text_normalise_joined (text);
      const RgmAlteration *alteration = find_alteration (self, joined);

      if (alteration == NULL || alteration->biomarker == NULL || alteration->values == NULL)
        continue;
      put_either (self, node, term, text, alteration);
      *n_taken = n;
      return TRUE;
    }

  return FALSE;
}
