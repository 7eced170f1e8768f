/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-change-text.h"
#include "rgm-merge-private.h"
#include "rgm-registry-number.h"
#include "rgm-text-normalise.h"
#include "rgm-vocabulary.h"

static void
changed_record_free (gpointer data)
{
  RgmChangedRecord *self = data;

  g_free (self->id);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
likely_duplicate_free (gpointer data)
{
  RgmLikelyDuplicate *self = data;

  g_free (self->proposed);
  g_free (self->known);
  g_free (self);
}

static RgmMerge *
merge_new (void)
{
  RgmMerge *self = g_new0 (RgmMerge, 1);

  self->added = g_ptr_array_new_with_free_func (g_free);
  self->changed = g_ptr_array_new_with_free_func (changed_record_free);
  self->joined = g_ptr_array_new_with_free_func (changed_record_free);
  self->same = g_ptr_array_new_with_free_func (g_free);
  self->gone = g_ptr_array_new_with_free_func (g_free);
  self->offered = g_ptr_array_new_with_free_func (g_free);
  self->duplicates = g_ptr_array_new_with_free_func (likely_duplicate_free);

  return self;
}

void
rgm_merge_free (RgmMerge *self)
{
  g_clear_object (&self->result);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->joined);
  g_ptr_array_unref (self->same);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->offered);
  g_ptr_array_unref (self->duplicates);
  g_free (self);
}

/* Adds a record with its changes to those that have any. */
static gboolean
take_changes (GPtrArray *records,
              const char *list,
              const char *id,
              GPtrArray *changes)
{
  RgmChangedRecord *changed;

  if (changes->len == 0)
    {
      g_ptr_array_unref (changes);
      return FALSE;
    }

  changed = g_new0 (RgmChangedRecord, 1);
  changed->id = list != NULL ? g_strdup_printf ("%s/%s", list, id) : g_strdup (id);
  changed->changes = changes;
  g_ptr_array_add (records, changed);

  return TRUE;
}

/* Several records may be of one trial, which stands in one list, and once. @updates has what each trial is listed as, or nothing as long
   as nothing of it has changed, by its id. */
static void
take_update (RgmMerge   *self,
             GHashTable *updates,
             const char *id,
             GPtrArray  *changes,
             gboolean    is_new)
{
  GPtrArray *records = is_new ? self->joined : self->changed;
  RgmChangedRecord *listed = g_hash_table_lookup (updates, id);

  if (listed != NULL)
    {
      g_ptr_array_extend_and_steal (listed->changes, changes);
      return;
    }
  if (take_changes (records, NULL, id, changes))
    listed = g_ptr_array_index (records, records->len - 1);
  g_hash_table_insert (updates, g_strdup (id), listed);
}

/* The trials that were proposed again as they are. */
static void
list_same (RgmMerge   *self,
           GPtrArray  *trials,
           GHashTable *updates)
{
  for (guint i = 0; i < trials->len; i++)
    {
      const char *id = ((RgmTrial *) g_ptr_array_index (trials, i))->id;
      gpointer listed;

      if (g_hash_table_lookup_extended (updates, id, NULL, &listed) && listed == NULL)
        g_ptr_array_add (self->same, g_strdup (id));
    }
}

/* Positions of trials that are none: several have a registration, or a new one that has it is not taken. */
#define POSITION_OF_SEVERAL G_MAXUINT
#define POSITION_OF_LEFT (G_MAXUINT - 1)

/* From each registration to the position, from 1, of the trial that has it; to
 * POSITION_OF_SEVERAL where several have it. */
static GHashTable *
index_registrations (GPtrArray *trials)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (trials, i);

      for (guint j = 0; trial->registrations[j] != NULL; j++)
        {
          char *folded = rgm_registry_number_fold (trial->registrations[j]);
          guint known = folded != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, folded)) : 0;

          if (folded != NULL)
            g_hash_table_insert (index, folded, GUINT_TO_POINTER (known == 0 || known == i + 1 ? i + 1 : POSITION_OF_SEVERAL));
        }
    }

  return index;
}

/* Registries have records of one trial each, which may come together. */
static void
index_record (GHashTable *index,
              RgmTrial   *record,
              guint       position)
{
  for (guint i = 0; record->origin != NULL && record->registrations[i] != NULL; i++)
    {
      g_autofree char *folded = rgm_registry_number_fold (record->registrations[i]);

      if (folded != NULL && !g_hash_table_contains (index, folded))
        g_hash_table_insert (index, g_steal_pointer (&folded), GUINT_TO_POINTER (position));
    }
}

static guint
find_trial (GHashTable *index,
            RgmTrial *proposed)
{
  guint found = 0;

  for (guint i = 0; found == 0 && proposed->registrations[i] != NULL; i++)
    {
      g_autofree char *folded = rgm_registry_number_fold (proposed->registrations[i]);

      if (folded != NULL)
        found = GPOINTER_TO_UINT (g_hash_table_lookup (index, folded));
    }

  return found;
}

/* Whether an id is one that a record of another id got where that was taken. */
static gboolean
is_numbered (const char *id,
             const char *proposed)
{
  gsize length = strlen (proposed);

  return strncmp (id, proposed, length) == 0 && id[length] == '-' && id[length + 1] != '\0' &&
         strspn (id + length + 1, "0123456789") == strlen (id + length + 1);
}

/* A number of a registry that isn't known identifies a trial that was imported from its very record. In another copy of the data set its id,
 * its name and all its numbers do, if there are any. */
static guint
find_record (GPtrArray *trials,
             RgmTrial  *proposed)
{
  guint numbered = 0;

  for (guint i = 0; i < trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (trials, i);
      gboolean is_same = g_str_equal (trial->id, proposed->id);

      if (is_same && trial->origin != NULL && proposed->registrations[0] != NULL &&
          g_strv_contains ((const char *const *) trial->registrations, proposed->registrations[0]))
        return i + 1;
      if ((is_same || (numbered == 0 && is_numbered (trial->id, proposed->id))) && g_str_equal (trial->name, proposed->name) &&
          g_strv_equal ((const char *const *) trial->registrations, (const char *const *) proposed->registrations))
        {
          if (is_same)
            return i + 1;
          numbered = i + 1;
        }
    }

  return numbered;
}

static void
refuse_ambiguous (RgmMerge *self,
                  GPtrArray *trials,
                  RgmTrial *proposed)
{
  GPtrArray *changes = rgm_difference_new ();
  g_autofree char *registrations = g_strjoinv (", ", proposed->registrations);
  RgmFieldChange *change = rgm_difference_add (changes, "registrations", NULL, registrations);
  const char *id = proposed->id;

  change->taken = FALSE;
  change->is_fixed = TRUE;
  change->unit = g_strdup (change->field);
  change->reason = g_strdup (_("Several trials of the data set have this registration; change the right one by hand."));

  for (guint i = 0; i < trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (trials, i);

      if (g_strv_contains ((const char *const *) trial->registrations, proposed->registrations[0]))
        {
          id = trial->id;
          break;
        }
    }

  take_changes (self->changed, NULL, id, changes);
}

/* What a trial is called, folded: its acronym where it has one, else its name; nothing where
 * that is only one of its numbers. */
static char *
fold_name (RgmTrial *trial)
{
  const char *name = trial->acronym != NULL ? trial->acronym : trial->name;
  g_autofree char *folded = NULL;

  if (g_strv_contains ((const char *const *) trial->registrations, name))
    return NULL;
  folded = rgm_text_normalise_joined (name);

  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

static void
index_name (GHashTable *index,
            RgmTrial   *trial,
            const char *id)
{
  char *name = fold_name (trial);

  if (name != NULL && !g_hash_table_contains (index, name))
    g_hash_table_insert (index, name, g_strdup (id));
  else
    g_free (name);
}

/* The ids of trials by their names; of several with one name the first. */
static GHashTable *
index_names (GPtrArray *trials)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < trials->len; i++)
    index_name (index, g_ptr_array_index (trials, i), ((RgmTrial *) g_ptr_array_index (trials, i))->id);

  return index;
}

/* Trials without a registration in common may still be one: a person is asked. */
static void
note_duplicate (RgmMerge *self,
                RgmDataSet *base,
                GHashTable *names,
                RgmTrial *proposed)
{
  g_autofree char *name = fold_name (proposed);
  const char *known = name != NULL ? g_hash_table_lookup (names, name) : NULL;
  RgmLikelyDuplicate *duplicate;

  if (known == NULL)
    return;

  duplicate = g_new0 (RgmLikelyDuplicate, 1);
  duplicate->proposed = g_strdup (proposed->id);
  duplicate->known = g_strdup (known);
  duplicate->is_new = rgm_data_set_find_trial (base, known) == NULL;
  g_ptr_array_add (self->duplicates, duplicate);
}

/* The position, from 1, of the trial that a person says a proposed one is. */
static guint
find_joined (GPtrArray *trials,
             const RgmMergeChoices *choices,
             RgmTrial *proposed)
{
  const char *id = rgm_merge_choices_get_joined (choices, proposed->id);

  for (guint i = 0; id != NULL && i < trials->len; i++)
    if (g_str_equal (((RgmTrial *) g_ptr_array_index (trials, i))->id, id))
      return i + 1;

  return 0;
}

static int
compare_changed (gconstpointer one,
                 gconstpointer other,
                 gpointer      ranks)
{
  const RgmChangedRecord *record = *(const RgmChangedRecord *const *) one, *other_record = *(const RgmChangedRecord *const *) other;
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, record));
  guint other_rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, other_record));

  return rank < other_rank ? -1 : rank > other_rank;
}

/* What matters most comes first, trials before the lists of the data set, and all else in the
 * order that it had. */
static void
sort_changed (RgmMerge *self)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->changed->len; i++)
    {
      const RgmChangedRecord *record = g_ptr_array_index (self->changed, i);
      guint rank = strchr (record->id, '/') != NULL ? G_MAXUINT16 : rgm_change_text_rank_all (record->changes);

      g_hash_table_insert (ranks, (gpointer) record, GUINT_TO_POINTER (rank));
    }
  /* This sort is a stable one. */
  g_ptr_array_sort_with_data (self->changed, compare_changed, ranks);
}

/* A data set like the proposed one that has nothing yet. */
static RgmDataSet *
make_empty (RgmDataSet *proposed)
{
  RgmDataSet fields;

  memcpy (&fields, proposed, sizeof fields);
  fields.sources = fields.classes = fields.endpoints = fields.agents = NULL;
  fields.regimens = fields.biomarkers = fields.characteristics = fields.trials = fields.remarks = NULL;
  fields.pathway = NULL;

  return rgm_record_new (&rgm_data_set_description, &fields);
}

/**
 * rgm_merge_new:
 * @base: (nullable): a data set; %NULL for an empty one
 * @proposed: what a registry says, see rgm_import_propose()
 * @choices: (nullable): what a person decided
 *
 * Joins the proposed trials with those of a data set, and records of registries with each other, by any registration. What the
 * registry is the source of, such as status and dates, is taken, and so is what the data
 * set lacks. A number with a published source is kept, with a remark that names both.
 *
 * Returns: (transfer full): the merged data set and what has changed
 */
RgmMerge *
rgm_merge_new (RgmDataSet *base,
               RgmDataSet *proposed,
               const RgmMergeChoices *choices)
{
  RgmMerge *self = merge_new ();
  g_autoptr (RgmDataSet) known = base != NULL ? g_object_ref (base) : make_empty (proposed);
  g_autoptr (GHashTable) index = index_registrations (known->trials);
  g_autoptr (GHashTable) names = index_names (known->trials);
  g_autoptr (GPtrArray) trials = rgm_description_new_array (&rgm_trial_description, known->trials->len);
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) updates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RgmMergeLists lists;
  RgmDataSet fields;

  rgm_merge_lists_init (&lists, known, proposed);
  lists.choices = choices;
  for (guint i = 0; i < known->trials->len; i++)
    g_ptr_array_add (trials, g_object_ref (g_ptr_array_index (known->trials, i)));

  for (guint i = 0; i < proposed->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (proposed->trials, i);
      guint position = find_trial (index, trial);

      if (position == 0 && trial->origin != NULL)
        position = find_trial (records, trial);
      if (position == 0)
        position = find_record (known->trials, trial);
      if (position == 0)
        {
          note_duplicate (self, known, names, trial);
          position = find_joined (trials, choices, trial);
        }

      if (position == 0)
        {
          RgmTrial *taken;

          g_ptr_array_add (self->offered, g_strdup (trial->id));
          if (!rgm_merge_choices_is_taken (choices, trial->id, NULL, TRUE))
            {
              index_record (records, trial, POSITION_OF_LEFT);
              continue;
            }
          taken = rgm_merge_trial_take (&lists, trial);
          g_ptr_array_add (trials, taken);
          g_ptr_array_add (self->added, g_strdup (taken->id));
          index_record (records, trial, trials->len);
          /* A data set may well have two trials of one name. */
          if (trial->origin != NULL)
            index_name (names, trial, taken->id);
        }
      else if (position == POSITION_OF_LEFT)
        {
          index_record (records, trial, POSITION_OF_LEFT);
        }
      else if (position == POSITION_OF_SEVERAL)
        {
          refuse_ambiguous (self, trials, trial);
        }
      else
        {
          GPtrArray *changes = rgm_difference_new ();
          RgmTrial *old = g_ptr_array_index (trials, position - 1);
          RgmTrial *updated = rgm_merge_trial_update (&lists, old, trial, changes);

          g_ptr_array_index (trials, position - 1) = updated;
          index_record (records, trial, position);
          take_update (self, updates, old->id, changes, position > known->trials->len);
          g_object_unref (old);
        }
    }
  list_same (self, known->trials, updates);

  for (guint i = 0; i < proposed->sources->len; i++)
    {
      RgmSource *source = g_ptr_array_index (proposed->sources, i);

      if (rgm_enum_find (RGM_TYPE_SOURCE_KIND, source->kind) == RGM_SOURCE_REGISTRY)
        continue;
      if (rgm_merge_lists_has_source (&lists, source))
        g_ptr_array_add (self->same, g_strdup_printf ("sources/%s", source->id));
      else
        {
          g_autofree char *id = g_strdup_printf ("sources/%s", source->id);

          g_ptr_array_add (self->offered, g_strdup (id));
          if (!rgm_merge_choices_is_taken (choices, id, NULL, TRUE))
            continue;
          rgm_merge_lists_take_source (&lists, source);
          g_ptr_array_add (self->added, g_steal_pointer (&id));
        }
    }

  memcpy (&fields, known, sizeof fields);
  fields.trials = trials;
  fields.sources = lists.sources;
  fields.endpoints = lists.endpoints;
  fields.classes = lists.classes;
  fields.agents = lists.agents;
  fields.regimens = lists.regimens;
  fields.biomarkers = lists.biomarkers;
  fields.characteristics = lists.characteristics;
  self->result = rgm_record_new (&rgm_data_set_description, &fields);
  rgm_merge_lists_clear (&lists);
  sort_changed (self);

  return self;
}

/**
 * rgm_merge_find_mistaken:
 * @base: a data set
 * @proposed: another one, of anybody
 *
 * The source of an id is one publication in a data set, and may be another one in another.
 *
 * Returns: (transfer full) (nullable): an id that stands for different publications in the two, which must not be merged then; %NULL
 *   without one
 */
char *
rgm_merge_find_mistaken (RgmDataSet *base,
                         RgmDataSet *proposed)
{
  for (guint i = 0; i < proposed->sources->len; i++)
    {
      const RgmSource *source = g_ptr_array_index (proposed->sources, i);
      const RgmSource *known = rgm_data_set_find_source (base, source->id);

      if (known == NULL || g_strcmp0 (known->citation, source->citation) == 0)
        continue;
      if (known->doi == NULL || source->doi == NULL || g_ascii_strcasecmp (known->doi, source->doi) != 0)
        return g_strdup (source->id);
    }

  return NULL;
}

static void
compare_list (RgmMerge *self,
              const RgmField *field,
              GPtrArray *one,
              GPtrArray *other)
{
  const RgmDescription *description = field->element;
  const char *list = description == &rgm_trial_description ? NULL : field->key;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < one->len; i++)
    g_hash_table_insert (by_id, (char *) rgm_record_get_id (description, g_ptr_array_index (one, i)), g_ptr_array_index (one, i));

  for (guint i = 0; i < other->len; i++)
    {
      gpointer record = g_ptr_array_index (other, i);
      const char *id = rgm_record_get_id (description, record);
      gpointer before = g_hash_table_lookup (by_id, id);
      GPtrArray *changes;

      if (before == NULL)
        {
          g_ptr_array_add (self->added, list != NULL ? g_strdup_printf ("%s/%s", list, id) : g_strdup (id));
          continue;
        }

      g_hash_table_add (met, before);
      changes = rgm_difference_new ();
      rgm_difference_add_record (changes, NULL, description, before, record);
      if (!take_changes (self->changed, list, id, changes) && list == NULL)
        g_ptr_array_add (self->same, g_strdup (id));
    }

  for (guint i = 0; i < one->len; i++)
    {
      gpointer record = g_ptr_array_index (one, i);
      const char *id = rgm_record_get_id (description, record);

      if (!g_hash_table_contains (met, record))
        g_ptr_array_add (self->gone, list != NULL ? g_strdup_printf ("%s/%s", list, id) : g_strdup (id));
    }
}

/**
 * rgm_merge_compare:
 * @old_set: a data set
 * @new_set: another data set, perhaps a newer revision
 *
 * Compares two data sets: their trials; then whatever else differs, each record with its
 * list before its id.
 *
 * Returns: (transfer full): what has changed
 */
RgmMerge *
rgm_merge_compare (RgmDataSet *old_set,
                   RgmDataSet *new_set)
{
  const RgmDescription *description = &rgm_data_set_description;
  RgmMerge *self = merge_new ();
  GPtrArray *changes = rgm_difference_new ();

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < description->n_fields; i++)
      {
        const RgmField *field = &description->fields[i];
        gboolean has_ids = field->kind == RGM_FIELD_RECORDS && rgm_description_find_id (field->element) != NULL;
        gboolean is_trials = field->element == &rgm_trial_description;

        if (has_ids && is_trials == (pass == 0))
          compare_list (self, field, RGM_FIELD_MEMBER (old_set, field, GPtrArray *), RGM_FIELD_MEMBER (new_set, field, GPtrArray *));
        else if (!has_ids && pass == 1)
          rgm_difference_add_field (changes, NULL, field, old_set, new_set);
      }

  take_changes (self->changed, "data_set", new_set->id, changes);
  sort_changed (self);

  return self;
}
