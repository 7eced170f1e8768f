/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-index-private.h"
#include "rgm-query-private.h"
#include "rgm-text-normalise.h"

/* A title of a trial or of its publication, pasted alone or in a citation, asks for that trial: as words, its 'HER2-amplified' and its
   'tumors: results' would ask for something else. */

/* Shorter titles are queries as well. */
#define WORDS_MIN 5

/* Between the parts of a citation. */
#define PARTS "(?<=[.?!])[\\s\\p{Z}]+|[\\t\\n]"

/* The fields of names that have titles. */
static const char *const fields[] = { "source", "name" };

static gboolean
has_many_words (const char *text)
{
  guint n_blanks = 0;

  for (const char *at = text; *at != '\0' && n_blanks + 1 < WORDS_MIN; at = g_utf8_next_char (at))
    n_blanks += rgm_query_is_blank (at);

  return n_blanks + 1 >= WORDS_MIN;
}

static void
add_title (GHashTable *titles,
           const char *title)
{
  g_autofree char *joined = title != NULL && has_many_words (title) ? rgm_text_normalise_joined (title) : NULL;

  if (joined != NULL)
    g_hash_table_add (titles, GUINT_TO_POINTER (g_str_hash (joined)));
}

static GHashTable *
list_titles (const RgmIndex *self)
{
  GHashTable *titles = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->trials->len; i++)
    {
      const RgmTrial *trial = g_ptr_array_index (self->trials, i);

      add_title (titles, trial->title);
      for (guint j = 0; j < trial->references->len; j++)
        {
          const RgmSource *source = g_ptr_array_index (trial->references, j);

          if (g_hash_table_add (sources, (gpointer) source))
            add_title (titles, source->title);
        }
    }

  return titles;
}

/* The trials that have the title, as a query; NULL where none has. */
static RgmQuery *
make_query (RgmIndex   *self,
            const char *title,
            const char *text)
{
  g_autofree char *joined = rgm_text_normalise_joined (title);

  if (joined[0] == '\0' || !g_hash_table_contains (self->titles, GUINT_TO_POINTER (g_str_hash (joined))))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (RgmTerm) term = rgm_term_new_word (title);
      RgmQuery *query;

      term->kind = RGM_TERM_FIELD;
      term->field = g_strdup (fields[i]);
      term->value = rgm_text_normalise_whole (title);
      term->text = g_strdup (text);
      if (rgm_index_count_term (self, term, NULL) == 0)
        continue;

      query = rgm_query_read ("", self->fields);
      g_ptr_array_add (query->root->children, rgm_query_node_new (0));
      g_ptr_array_add (query->terms, g_steal_pointer (&term));
      return query;
    }

  return NULL;
}

/**
 * rgm_index_take_title:
 * @self: an index
 * @text: what was typed
 *
 * Returns: (transfer full) (nullable): a query for the trials whose title or publication's title @text is, or holds as a part that ends
 *   where a sentence ends; %NULL if it is none
 */
RgmQuery *
rgm_index_take_title (RgmIndex   *self,
                      const char *text)
{
  g_auto (GStrv) parts = NULL;
  RgmQuery *query;

  if (!g_utf8_validate (text, -1, NULL) || !has_many_words (text))
    return NULL;
  if (self->titles == NULL)
    self->titles = list_titles (self);

  query = make_query (self, text, text);
  parts = g_regex_split_simple (PARTS, text, G_REGEX_OPTIMIZE, 0);
  for (guint i = 0; query == NULL && parts[i] != NULL; i++)
    if (has_many_words (parts[i]))
      query = make_query (self, parts[i], text);

  return query;
}
