/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-merge-choices.h"

struct _RgmMergeChoices
{
  GHashTable *taken;    /* from trial and unit, with a line feed between, to 1 (left) or 2 (taken) */
  GHashTable *joined;   /* from the ids of proposed trials to those of known ones */
};

enum
{
  CHOICE_NONE,
  CHOICE_LEFT,
  CHOICE_TAKEN,
};

RgmMergeChoices *
rgm_merge_choices_new (void)
{
  RgmMergeChoices *self = g_new0 (RgmMergeChoices, 1);

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
rgm_merge_choices_free (RgmMergeChoices *self)
{
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->joined);
  g_free (self);
}

static char *
make_key (const char *trial,
          const char *unit)
{
  return g_strconcat (trial, "\n", unit, NULL);
}

/**
 * rgm_merge_choices_set_taken:
 * @self: choices
 * @trial: the id of a trial: of a new one its proposed id
 * @unit: (nullable): the unit of a change, see #RgmFieldChange; %NULL for a new trial as a whole
 * @is_taken: whether it is taken
 */
void
rgm_merge_choices_set_taken (RgmMergeChoices *self,
                             const char      *trial,
                             const char      *unit,
                             gboolean         is_taken)
{
  g_hash_table_replace (self->taken, make_key (trial, unit), GINT_TO_POINTER (is_taken ? CHOICE_TAKEN : CHOICE_LEFT));
}

/**
 * rgm_merge_choices_is_taken:
 * @self: (nullable): choices
 * @trial: the id of a trial
 * @unit: (nullable): the unit of a change
 * @preset: what holds where nothing was decided
 *
 * Returns: whether it is taken
 */
gboolean
rgm_merge_choices_is_taken (const RgmMergeChoices *self,
                            const char            *trial,
                            const char            *unit,
                            gboolean               preset)
{
  g_autofree char *key = NULL;
  int choice;

  if (self == NULL)
    return preset;

  key = make_key (trial, unit);
  choice = GPOINTER_TO_INT (g_hash_table_lookup (self->taken, key));

  return choice == CHOICE_NONE ? preset : choice == CHOICE_TAKEN;
}

/**
 * rgm_merge_choices_join:
 * @self: choices
 * @proposed: the id of a proposed trial
 * @known: (nullable): the id of the trial of the data set that it is; %NULL if it is another one
 */
void
rgm_merge_choices_join (RgmMergeChoices *self,
                        const char      *proposed,
                        const char      *known)
{
  if (known != NULL)
    g_hash_table_replace (self->joined, g_strdup (proposed), g_strdup (known));
  else
    g_hash_table_remove (self->joined, proposed);
}

/**
 * rgm_merge_choices_get_joined:
 * @self: (nullable): choices
 * @proposed: the id of a proposed trial
 *
 * Returns: (transfer none) (nullable): the id of the trial of the data set that it was said to be
 */
const char *
rgm_merge_choices_get_joined (const RgmMergeChoices *self,
                              const char            *proposed)
{
  return self != NULL ? g_hash_table_lookup (self->joined, proposed) : NULL;
}
