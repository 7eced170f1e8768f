/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-resolve-private.h"
#include "rgm-text-normalise.h"

/* Names of agents as labels and registries write them: with the suffix of a biological product or the salt that is in the tablet. */

/**
 * rgm_resolver_drop_suffix:
 * @self: a resolver
 * @term: a word
 *
 * Drops the four-letter suffix of biological products on US labels.
 *
 * Returns: (transfer full) (nullable): the word without it, or %NULL where it has none or some text has it
 */
RgmTerm *
rgm_resolver_drop_suffix (RgmResolver   *self,
                          const RgmTerm *term)
{
  const char *text = rgm_resolver_get_bare (term);
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

  return bare != NULL ? rgm_resolver_take_text (bare, term, text) : NULL;
}

static gboolean
is_salt (const char *text)
{
  static const char *const salts[] = {
    "acetate", "besylate", "besilate", "citrate", "dihydrochloride", "dihydrate", "dimaleate", "ditosylate", "ditosilate", "fumarate",
    "hcl", "hemihydrate", "hydrate", "hydrochloride", "malate", "maleate", "mesylate", "mesilate", "monohydrate", "phosphate",
    "sodium", "succinate", "sulfate", "tartrate", "tosylate", "tosilate", NULL
  };
  g_autofree char *folded = rgm_text_normalise_whole (text);

  return g_strv_contains (salts, folded);
}

/**
 * rgm_resolver_is_agent:
 * @self: a resolver
 * @text: a name as it was typed
 *
 * Returns: whether the data set has an agent of that name
 */
gboolean
rgm_resolver_is_agent (const RgmResolver *self,
                       const char        *text)
{
  return rgm_search_vocabulary_find (self->index->vocabulary, "agent", text) != NULL;
}

/**
 * rgm_resolver_drop_salts:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a word among them
 * @n_taken: (out): how many of the following words belong to it
 *
 * Reads 'tucatinib hemihydrate' as the agent, since trials hardly ever name the salt.
 *
 * Returns: (transfer full) (nullable): the agent's name as a word, or %NULL where the data set has no such agent or no salt follows
 */
RgmTerm *
rgm_resolver_drop_salts (RgmResolver *self,
                         GPtrArray   *children,
                         guint        start,
                         guint       *n_taken)
{
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);
  g_autofree char *name = g_strdup (rgm_resolver_get_bare (term));
  char *dash = strrchr (name, '-');
  gboolean is_joined = dash != NULL && is_salt (dash + 1);
  guint n = rgm_resolver_count_followers (self, children, start);
  guint n_salts = 0;
  g_autofree char *text = NULL;
  RgmTerm *bare;

  if (is_joined)
    *dash = '\0';
  while (n_salts < n && is_salt (rgm_resolver_get_term (self, children, start + n_salts + 1)->text))
    n_salts++;
  if ((n_salts == 0 && !is_joined) || !rgm_resolver_is_agent (self, name))
    return NULL;

  bare = rgm_term_new_word (name);
  if (bare == NULL)
    return NULL;
  text = rgm_resolver_join_terms (self, children, start, n_salts);
  *n_taken = n_salts;

  return rgm_resolver_take_text (bare, term, text);
}
