/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-text-normalise.h"
#include "rgm-index-private.h"
#include "rgm-query-private.h"
#include "rgm-trial-texts.h"

G_DEFINE_FINAL_TYPE (RgmIndex, rgm_index, G_TYPE_OBJECT)

static void
rgm_index_finalize (GObject *object)
{
  RgmIndex *self = RGM_INDEX (object);

  g_clear_object (&self->data_set);
  g_clear_object (&self->matcher);
  g_clear_pointer (&self->trials, g_ptr_array_unref);
  g_clear_pointer (&self->fields, rgm_search_fields_free);
  g_clear_pointer (&self->vocabulary, rgm_search_vocabulary_free);
  g_clear_pointer (&self->texts, rgm_index_texts_unref);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->postings.starts, g_free);
  g_clear_pointer (&self->postings.items, g_free);
  g_clear_pointer (&self->tiers_by_letter, g_hash_table_unref);
  g_clear_pointer (&self->compounds, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->values.starts, g_free);
  g_clear_pointer (&self->values.items, g_free);
  g_clear_pointer (&self->measures, g_hash_table_unref);

  G_OBJECT_CLASS (rgm_index_parent_class)->finalize (object);
}

static void
rgm_index_class_init (RgmIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_index_finalize;
}

static void
rgm_index_init (RgmIndex *self)
{
  self->tiers_by_letter = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->compounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * rgm_index_new:
 * @data_set: a data set
 *
 * Builds the index, in some ten microseconds per trial. May be called in any thread.
 *
 * Returns: (transfer full): the index
 */
RgmIndex *
rgm_index_new (RgmDataSet *data_set)
{
  RgmIndex *self = rgm_index_new_late (data_set);

  if (self != NULL)
    rgm_index_need (self);

  return self;
}

/**
 * rgm_index_new_late:
 * @data_set: a data set
 *
 * An index that is built when something is sought in it first: where nothing is sought,
 * it costs nothing. To be used in one thread.
 *
 * Returns: (transfer full): the index
 */
RgmIndex *
rgm_index_new_late (RgmDataSet *data_set)
{
  RgmIndex *self;
  GListModel *trials;
  guint n;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  trials = rgm_data_set_get_trials (data_set);
  n = g_list_model_get_n_items (trials);
  self = g_object_new (RGM_TYPE_INDEX, NULL);
  self->data_set = g_object_ref (data_set);
  self->trials = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->trials, g_list_model_get_item (trials, i));

  return self;
}

/**
 * rgm_index_new_revised:
 * @before: (nullable): the index of another revision of the data set
 * @data_set: a data set
 *
 * As rgm_index_new_late(). Only the texts of trials that @before hasn't are read. Both are to be used in one thread.
 *
 * Returns: (transfer full): the index
 */
RgmIndex *
rgm_index_new_revised (RgmIndex   *before,
                       RgmDataSet *data_set)
{
  RgmIndex *self = rgm_index_new_late (data_set);

  if (self != NULL && before != NULL && before->texts != NULL && !rgm_index_texts_is_worn (before->texts))
    self->texts = rgm_index_texts_ref (before->texts);

  return self;
}

/* Builds what is sought in, unless it is there. */
void
rgm_index_need (RgmIndex *self)
{
  if (self->is_built)
    return;

  if (self->texts == NULL)
    self->texts = rgm_index_texts_new ();
  self->fields = rgm_search_fields_new_data_set (self->data_set);
  self->vocabulary = rgm_search_vocabulary_new (self->data_set);
  rgm_index_build (self);
}

/* ── Values ──────────────────────────────────────────────────────────────────── */

static void
put_trials (RgmIndex             *self,
            const RgmSearchValue *value,
            RgmBitSet            *bits)
{
  if (value == NULL || value->number >= self->n_values)
    return;

  for (guint32 i = self->values.starts[value->number]; i < self->values.starts[value->number + 1]; i++)
    rgm_bit_set_add (bits, self->values.items[i]);
}

/**
 * rgm_index_count:
 * @self: an index
 * @value: a value of its vocabulary
 *
 * Returns: how many trials have it
 */
guint
rgm_index_count (RgmIndex             *self,
                 const RgmSearchValue *value)
{
  rgm_index_need (self);

  return self->values.starts[value->number + 1] - self->values.starts[value->number];
}

typedef struct
{
  const RgmTerm *term;
  gboolean       is_found;
} Name;

static void
compare_name (const char *field,
              const char *name,
              gpointer    data)
{
  Name *wanted = data;
  g_autofree char *joined = NULL;

  if (wanted->is_found || !g_str_equal (field, wanted->term->field))
    return;
  joined = rgm_text_normalise_joined (name);
  wanted->is_found = g_str_equal (joined, wanted->term->joined);
}

/* There are as many names as trials, so only trials that contain the words are asked for the name. */
static void
find_named (RgmIndex      *self,
            const RgmTerm *term,
            RgmBitSet     *bits)
{
  g_autofree guint8 *tiers = rgm_index_find_all (self, term->words);

  rgm_index_find_prefix (self, term->joined, tiers);
  for (guint i = 0; i < self->trials->len; i++)
    {
      Name name = { term, FALSE };

      /* Sources are not part of a trial's text. */
      if (tiers[i] == NOWHERE && !g_str_equal (term->field, "source"))
        continue;
      rgm_trial_names (g_ptr_array_index (self->trials, i), compare_name, &name);
      if (name.is_found)
        rgm_bit_set_add (bits, i);
    }

  if (rgm_bit_set_count (bits) == 0 && (g_str_equal (term->field, "registration") || g_str_equal (term->field, "id")))
    {
      memset (tiers, NOWHERE, self->trials->len);
      rgm_index_find_registration (self, term->joined, tiers);
      for (guint i = 0; i < self->trials->len; i++)
        if (tiers[i] != NOWHERE)
          rgm_bit_set_add (bits, i);
    }
}

static void
find_fitting (RgmIndex      *self,
              const RgmTerm *term,
              RgmPatient    *patient,
              RgmBitSet     *bits)
{
  for (guint i = 0; i < self->trials->len; i++)
    if (g_str_equal (term->choice, rgm_answer_to_nick (rgm_patient_get_answer (patient, i))))
      rgm_bit_set_add (bits, i);
}

static void
find_field (RgmIndex      *self,
            const RgmTerm *term,
            RgmPatient    *patient,
            RgmBitSet     *bits)
{
  const RgmSearchField *field = rgm_search_fields_find (self->fields, term->field);

  if (rgm_term_asks_for_notes (term))
    rgm_index_find_noted (self, term, bits);
  else if (field != NULL && field->kind == RGM_SEARCH_FIELD_NAME)
    find_named (self, term, bits);
  else if (term->choice != NULL && g_str_equal (term->field, RGM_SEARCH_FITS))
    find_fitting (self, term, patient, bits);
  else if (term->choice != NULL)
    put_trials (self, rgm_search_vocabulary_get (self->vocabulary, term->field, term->choice), bits);
}

static gboolean
is_fulfilled (double         number,
              const RgmTerm *term)
{
  switch (term->comparison)
    {
    case RGM_QUERY_ABOVE:
      return number > term->number;
    case RGM_QUERY_AT_LEAST:
      return number >= term->number;
    case RGM_QUERY_BELOW:
      return number < term->number;
    case RGM_QUERY_AT_MOST:
      return number <= term->number;
    case RGM_QUERY_BETWEEN:
      return number >= term->number && number <= term->upper;
    case RGM_QUERY_EQUAL:
    default:
      return number == term->number;
    }
}

static void
find_number (RgmIndex      *self,
             const RgmTerm *term,
             RgmBitSet     *bits)
{
  const GArray *measures = g_hash_table_lookup (self->measures, term->field);

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      const Measure *measure = &g_array_index (measures, Measure, i);

      if (is_fulfilled (measure->number, term))
        rgm_bit_set_add (bits, measure->trial);
    }
}

/* ── Queries ─────────────────────────────────────────────────────────────────── */

/* The trials that match a term; @tiers is set if matches differ in quality. */
static RgmBitSet *
find_term (RgmIndex       *self,
           const RgmTerm  *term,
           RgmPatient     *patient,
           guint8        **tiers)
{
  RgmBitSet *bits;

  rgm_index_need (self);
  *tiers = NULL;
  switch (term->kind)
    {
    case RGM_TERM_FIELD:
      bits = rgm_bit_set_new (self->trials->len);
      find_field (self, term, patient, bits);
      return bits;
    case RGM_TERM_NUMBER:
      bits = rgm_bit_set_new (self->trials->len);
      find_number (self, term, bits);
      return bits;
    case RGM_TERM_PHRASE:
    case RGM_TERM_WORD:
    default:
      /* NOWHERE is above 127, every tier below. */
      *tiers = rgm_index_find_text (self, term);
      return rgm_bit_set_new_low (*tiers, self->trials->len);
    }
}

/* A saturating sum of bytes. */
static void
add_ranks (guint8       *ranks,
           const guint8 *tiers,
           guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 sum = (guint8) (ranks[i] + tiers[i]);

      ranks[i] = sum < tiers[i] ? NOWHERE : sum;
    }
}

/* A trial takes its best rank among the alternatives that it matches, and the best rank of all if none of those is ranked. */
static void
better_ranks (RgmIndex       *self,
              RgmFound       *found,
              const RgmFound *other)
{
  if (found->ranks == NULL && other->ranks == NULL)
    return;
  if (found->ranks == NULL)
    found->ranks = g_malloc0 (self->trials->len + 1);

  for (guint i = 0; i < self->trials->len; i++)
    {
      guint8 here = rgm_bit_set_has (found->trials, i) ? found->ranks[i] : NOWHERE;
      guint8 there = NOWHERE;

      if (rgm_bit_set_has (other->trials, i))
        there = other->ranks != NULL ? other->ranks[i] : 0;
      found->ranks[i] = MIN (here, there);
    }
}

static gboolean find_node (RgmIndex           *self,
                           const RgmQuery     *query,
                           const RgmQueryNode *node,
                           int                 without,
                           RgmPatient         *patient,
                           RgmFound           *found);

/* A group: the trials that match all children, with the sum of the ranks; or any child, with the best rank. */
static gboolean
find_group (RgmIndex           *self,
            const RgmQuery     *query,
            const RgmQueryNode *node,
            int                 without,
            RgmPatient         *patient,
            RgmFound           *found)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < node->children->len; i++)
    {
      g_auto (RgmFound) child = { NULL };

      if (!find_node (self, query, g_ptr_array_index (node->children, i), without, patient, &child))
        continue;
      if (!is_found)
        {
          *found = child;
          child = (RgmFound) { NULL };
          is_found = TRUE;
          continue;
        }

      if (node->is_any)
        {
          better_ranks (self, found, &child);
          rgm_bit_set_unite (found->trials, child.trials);
        }
      else
        {
          rgm_bit_set_keep (found->trials, child.trials);
          if (found->ranks == NULL)
            found->ranks = g_steal_pointer (&child.ranks);
          else if (child.ranks != NULL)
            add_ranks (found->ranks, child.ranks, self->trials->len);
        }
    }

  return is_found;
}

/* Whether there was anything to search for. */
static gboolean
find_node (RgmIndex           *self,
           const RgmQuery     *query,
           const RgmQueryNode *node,
           int                 without,
           RgmPatient         *patient,
           RgmFound           *found)
{
  const RgmTerm *term;

  if (node->term < 0)
    return find_group (self, query, node, without, patient, found);
  if (node->term == without)
    return FALSE;

  term = rgm_query_get_term (query, (guint) node->term);
  found->trials = find_term (self, term, patient, &found->ranks);
  if (term->is_negated)
    {
      RgmBitSet *all = rgm_bit_set_new (self->trials->len);

      rgm_bit_set_fill (all);
      rgm_bit_set_remove (all, found->trials);
      rgm_found_clear (found);
      found->trials = all;
    }

  return TRUE;
}

/**
 * rgm_index_find:
 * @self: an index
 * @query: a query
 * @without: the position of a term to ignore, or -1
 * @patient: (nullable): the patient whose findings decide which trials fit; without one, every trial is undecided
 * @found: (out caller-allocates): the result
 *
 * Finds the trials that match a query.
 */
void
rgm_index_find (RgmIndex       *self,
                const RgmQuery *query,
                int             without,
                RgmPatient     *patient,
                RgmFound       *found)
{
  g_return_if_fail (RGM_IS_INDEX (self));
  g_return_if_fail (query != NULL);

  *found = (RgmFound) { NULL };
  if (find_node (self, query, rgm_query_get_root (query), without, patient, found))
    return;

  found->trials = rgm_bit_set_new (self->trials->len);
  rgm_bit_set_fill (found->trials);
}

/**
 * rgm_index_count_term:
 * @self: an index
 * @term: a term of a query
 * @patient: (nullable): as for rgm_index_find()
 *
 * Returns: how many trials it matches alone, ignoring its negation
 */
guint
rgm_index_count_term (RgmIndex      *self,
                      const RgmTerm *term,
                      RgmPatient    *patient)
{
  g_autofree guint8 *tiers = NULL;
  g_autoptr (RgmBitSet) bits = NULL;

  g_return_val_if_fail (RGM_IS_INDEX (self), 0);

  bits = find_term (self, term, patient, &tiers);

  return rgm_bit_set_count (bits);
}

/**
 * rgm_index_is_known:
 * @self: an index
 * @name: a name as it was typed
 *
 * Returns: whether it names an agent or alteration of the data set, with or without a trial
 */
gboolean
rgm_index_is_known (RgmIndex   *self,
                    const char *name)
{
  RgmPathway *pathway;
  GPtrArray *alterations;
  g_autofree char *key = NULL;
  gboolean is_known = FALSE;

  g_return_val_if_fail (RGM_IS_INDEX (self), FALSE);

  rgm_index_need (self);
  if (rgm_search_vocabulary_find (self->vocabulary, "agent", name) != NULL)
    return TRUE;

  pathway = self->data_set->pathway;
  if (pathway == NULL)
    return FALSE;
  alterations = pathway->alterations;
  key = rgm_text_normalise_joined (name);
  for (guint i = 0; i < alterations->len && !is_known; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (alterations, i);
      g_autofree char *id = rgm_text_normalise_joined (alteration->id);
      g_autofree char *label = rgm_text_normalise_joined (alteration->name);

      is_known = g_str_equal (key, id) || g_str_equal (key, label);
    }

  return is_known;
}

/**
 * rgm_index_find_value:
 * @self: an index
 * @field: the name of a field
 * @value: one of its values, as the data set writes it
 *
 * Returns: (transfer full): the trials that have the value in the field
 */
RgmBitSet *
rgm_index_find_value (RgmIndex   *self,
                      const char *field,
                      const char *value)
{
  RgmBitSet *bits;
  g_autofree char *name = NULL;

  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  rgm_index_need (self);
  bits = rgm_bit_set_new (self->trials->len);
  name = rgm_text_normalise (field);
  put_trials (self, rgm_search_vocabulary_get (self->vocabulary, name, value), bits);

  return bits;
}

/**
 * rgm_index_parse:
 * @self: an index
 * @text: what was typed
 * @error: the return location for an error
 *
 * Parses a query with the fields of the data set; see rgm_query_parse().
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error set
 */
RgmQuery *
rgm_index_parse (RgmIndex    *self,
                 const char  *text,
                 GError     **error)
{
  RgmQuery *query;

  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  /* In an empty query there is nothing to look up. */
  if (*text == '\0')
    return rgm_query_parse (text, NULL, error);

  rgm_index_need (self);
  query = rgm_index_take_title (self, text);
  if (query != NULL)
    return query;

  return rgm_query_finish (rgm_index_resolve (self, rgm_query_read (text, self->fields)), error);
}

/**
 * rgm_index_get_data_set:
 * @self: an index
 *
 * Returns: (transfer none): the data set
 */
RgmDataSet *
rgm_index_get_data_set (RgmIndex *self)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  return self->data_set;
}

/**
 * rgm_index_get_matcher:
 * @self: an index
 *
 * Main thread only.
 *
 * Returns: (transfer none): the criteria of the data set's trials
 */
RgmMatcher *
rgm_index_get_matcher (RgmIndex *self)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  if (self->matcher == NULL)
    self->matcher = rgm_matcher_new (self->data_set);

  return self->matcher;
}

/**
 * rgm_index_get_size:
 * @self: an index
 *
 * Returns: how many trials there are
 */
guint
rgm_index_get_size (RgmIndex *self)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), 0);

  return self->trials->len;
}

/**
 * rgm_index_get_trial:
 * @self: an index
 * @position: a trial's place in the data set
 *
 * Returns: (transfer none): the trial
 */
RgmTrial *
rgm_index_get_trial (RgmIndex *self,
                     guint     position)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);
  g_return_val_if_fail (position < self->trials->len, NULL);

  return g_ptr_array_index (self->trials, position);
}

/**
 * rgm_found_clear:
 * @self: the result
 */
void
rgm_found_clear (RgmFound *self)
{
  g_clear_pointer (&self->trials, rgm_bit_set_free);
  g_clear_pointer (&self->ranks, g_free);
}
