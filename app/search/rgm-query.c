/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-error.h"
#include "rgm-query-private.h"
#include "rgm-text-normalise.h"

G_DEFINE_BOXED_TYPE (RgmQuery, rgm_query, rgm_query_ref, rgm_query_unref)

void
rgm_term_free (RgmTerm *term)
{
  g_free (term->text);
  g_free (term->field);
  g_strfreev (term->words);
  g_free (term->value);
  g_free (term->joined);
  g_free (term->choice);
  g_free (term);
}

/**
 * rgm_query_node_new:
 * @term: the position of a term, or -1 for a group
 *
 * Returns: (transfer full): a node; a group starts without children and matches if all of them do
 */
RgmQueryNode *
rgm_query_node_new (int term)
{
  RgmQueryNode *node = g_new0 (RgmQueryNode, 1);

  node->term = term;
  if (term < 0)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_query_node_free);

  return node;
}

void
rgm_query_node_free (RgmQueryNode *node)
{
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

/**
 * rgm_query_finish:
 * @self: (transfer full): a query
 * @error: the return location for an error
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with its faults in @error, one per line
 */
RgmQuery *
rgm_query_finish (RgmQuery  *self,
                  GError   **error)
{
  g_autoptr (RgmQuery) owned = self;
  g_autoptr (GString) message = g_string_new (NULL);

  if (self->faults->len == 0 && !self->is_incomplete)
    return g_steal_pointer (&owned);

  for (guint i = 0; i < self->faults->len; i++)
    g_string_append_printf (message, "%s\n", (char *) g_ptr_array_index (self->faults, i));
  for (guint i = 0; i < self->unfinished->len; i++)
    g_string_append_printf (message, "%s\n", (char *) g_ptr_array_index (self->unfinished, i));
  g_string_truncate (message, message->len - 1);
  g_set_error_literal (error, RGM_ERROR, self->faults->len > 0 ? RGM_ERROR_CALL : RGM_ERROR_UNFINISHED, message->str);

  return NULL;
}

/**
 * rgm_query_parse:
 * @text: what was typed
 * @fields: the fields that a query can name
 * @error: the return location for an error
 *
 * Parses a query. Anything that looks like an operator but isn't understood is %RGM_ERROR_CALL, never a word; a text that ends
 * where a value must follow is %RGM_ERROR_UNFINISHED.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error set
 */
RgmQuery *
rgm_query_parse (const char             *text,
                 const RgmSearchFields  *fields,
                 GError                **error)
{
  return rgm_query_finish (rgm_query_read (text, fields), error);
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
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->unfinished);
  rgm_query_node_free (self->root);
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
 * @index: the position of a term
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
 * rgm_query_get_root:
 * @self: a query
 *
 * Returns: (transfer none): the root group
 */
const RgmQueryNode *
rgm_query_get_root (const RgmQuery *self)
{
  return self->root;
}

/* Whether @text, after a number, would be read as its unit or its further digits. */
static gboolean
continues_number (const char *text)
{
  g_autofree char *word = g_strndup (text, strcspn (text, " "));
  double factor;

  return (strlen (word) == 3 && strspn (word, "0123456789") == 3) ||
         rgm_query_find_unit (word, RGM_SEARCH_FIELD_COUNT, &factor) ||
         rgm_query_find_unit (word, RGM_SEARCH_FIELD_RATE, &factor) || rgm_query_find_unit (word, RGM_SEARCH_FIELD_TIME, &factor);
}

/* Appends the text of a node; returns whether there was any. */
static gboolean
write_node (const RgmQuery     *self,
            const RgmQueryNode *node,
            guint               replaced,
            const char         *by,
            GString            *text)
{
  gsize start = text->len;
  gboolean is_written = FALSE;
  gboolean is_after_number = FALSE;

  if (node->term >= 0)
    {
      if ((guint) node->term != replaced)
        g_string_append (text, rgm_query_get_term (self, (guint) node->term)->text);
      else if (by != NULL)
        g_string_append (text, by);
      return text->len > start;
    }

  for (guint i = 0; i < node->children->len; i++)
    {
      const RgmQueryNode *child = g_ptr_array_index (node->children, i);
      gsize before = text->len;

      if (is_written)
        g_string_append (text, node->is_any ? " OR " : " ");
      if (!write_node (self, child, replaced, by, text))
        {
          g_string_truncate (text, before);
          continue;
        }
      if (is_after_number && continues_number (text->str + before + 1))
        g_string_insert (text, (gssize) before, " AND");
      is_written = TRUE;
      is_after_number = child->term >= 0 && rgm_query_get_term (self, (guint) child->term)->kind == RGM_TERM_NUMBER;
    }

  if (is_written && node->is_bracketed)
    {
      g_string_insert_c (text, (gssize) start, '(');
      g_string_append_c (text, ')');
    }

  return is_written;
}

/**
 * rgm_query_get_unfinished:
 * @self: a query
 * @index: a number from 0
 *
 * Returns: (transfer none) (nullable): what the text leaves open, such as a quotation mark or parenthesis, as text for people
 */
const char *
rgm_query_get_unfinished (const RgmQuery *self,
                          guint           index)
{
  return index < self->unfinished->len ? g_ptr_array_index (self->unfinished, index) : NULL;
}

/**
 * rgm_query_replace:
 * @self: a query
 * @index: the position of a term
 * @text: (nullable): a term to put in its place, or %NULL to remove it
 *
 * Returns: (transfer full): the text of the changed query
 */
char *
rgm_query_replace (const RgmQuery *self,
                   guint           index,
                   const char     *text)
{
  GString *replaced = g_string_new (NULL);

  write_node (self, self->root, index, text, replaced);

  return g_string_free (replaced, FALSE);
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

  /* Parts of a name are marked only as the whole name: 't' of 'T-DXd' would mark half the page. */
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

      if (term->is_negated || (term->kind != RGM_TERM_WORD && term->kind != RGM_TERM_PHRASE) || !is_match (term, word->folded))
        continue;

      /* A name follows its parts in the list and absorbs them. */
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
 * Finds the parts of a text that match the query, to be highlighted: whole words, in order.
 *
 * Returns: (transfer full) (element-type RgmRange): the ranges in @text
 */
GArray *
rgm_query_match_ranges (const RgmQuery *self,
                        const char     *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RgmRange));
  Marking marking = { self, ranges };

  rgm_text_normalise_words (text, mark_word, &marking);

  return ranges;
}
