/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-import.h"

#include <glib/gi18n-lib.h>

#include "rgm-proposal.h"
#include "rgm-revision.h"

RgmImport *
rgm_import_new (void)
{
  RgmImport *self = g_new0 (RgmImport, 1);

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_trial_draft_free);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_posted_results_free);
  self->refusals = rgm_refusals_new ();

  return self;
}

void
rgm_import_free (RgmImport *self)
{
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->results);
  rgm_refusals_free (self->refusals);
  g_clear_object (&self->data_set);
  g_free (self);
}

/**
 * rgm_import_take_draft:
 * @self: an import
 * @draft: (transfer full) (nullable): a trial, with an id
 */
void
rgm_import_take_draft (RgmImport *self,
                       RgmTrialDraft *draft)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  if (draft == NULL)
    return;

  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");
  draft->origin.file = rgm_trial_draft_keep (draft, self->refusals->file);
  draft->origin.imported = rgm_trial_draft_keep (draft, today);
  g_ptr_array_add (self->drafts, draft);
}

/**
 * rgm_import_propose:
 * @self: an import; its trials are used up
 *
 * Returns: (transfer full): what the registries' files say, as a data set of its own, see rgm_proposal_make(); or the data set that is
 *   merged
 */
RgmDataSet *
rgm_import_propose (RgmImport *self)
{
  if (self->data_set == NULL)
    return rgm_proposal_make (self->drafts, self->sources, self->results, self->refusals);

  if (self->drafts->len > 0 || self->sources->len > 0)
    rgm_refusals_add (self->refusals, NULL, _("a data set is merged by itself; import the other files in another step"));
  g_ptr_array_set_size (self->results, 0);

  return g_object_ref (self->data_set);
}

/**
 * rgm_import_refuse_open:
 * @self: an import whose trials are proposed
 *
 * Refuses what a person would have to say about the posted results.
 */
void
rgm_import_refuse_open (RgmImport *self)
{
  for (guint i = 0; i < self->results->len; i++)
    rgm_posted_results_refuse_open (g_ptr_array_index (self->results, i), self->refusals);
}

/**
 * rgm_import_answer:
 * @self: an import; in its results a person has said what is taken
 * @proposed: what rgm_import_propose() returned
 *
 * Returns: (transfer full): the proposed data set with the posted results that are taken
 */
RgmDataSet *
rgm_import_answer (RgmImport  *self,
                   RgmDataSet *proposed)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (RgmEdit));
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->results->len; i++)
    {
      RgmPostedResults *results = g_ptr_array_index (self->results, i);
      RgmTrial *trial = rgm_data_set_find_trial (proposed, results->trial);
      RgmEdit edit = { &rgm_trial_description, results->trial, NULL };

      if (trial == NULL || results->measures->len == 0)
        continue;
      edit.record = rgm_posted_results_apply (results, trial);
      g_ptr_array_add (trials, edit.record);
      g_array_append_val (edits, edit);
    }

  if (edits->len == 0)
    return g_object_ref (proposed);

  return rgm_data_set_revise (proposed, (const RgmEdit *) edits->data, edits->len, NULL);
}
