/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-posted-results.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

/* What a registry's record says, before its interventions are agents and its arms have
 * regimens. Every text is the draft's own. */

/**
 * RgmDraftIntervention:
 * @type: (nullable): the registry's word for its type
 * @name: its name
 * @synonyms: (element-type utf8): its other names
 *
 * An intervention of a trial as registered.
 */
typedef struct
{
  const char *type;
  const char *name;
  GPtrArray  *synonyms;
} RgmDraftIntervention;

/**
 * RgmDraftArm:
 * @label: as registered
 * @interventions: (element-type guint): indices of the draft's interventions
 *
 * An arm of a trial as registered.
 */
typedef struct
{
  const char *label;
  GArray     *interventions;
} RgmDraftArm;

/**
 * RgmTrialDraft:
 * @fields: what is a field of a trial already
 * @place: where in the file the record is
 * @source: (nullable): the id of the source that the record is
 * @registry: the name of the registry
 * @url: (nullable): the address of the record
 * @registrations: (element-type utf8): its registrations, its own first
 * @criteria: (element-type RgmFact): its criteria
 * @populations: (element-type RgmFact): who is treated
 * @rules: (element-type RgmRule): rules on biomarkers that are proposed
 * @conditions: (element-type RgmRule): rules on characteristics that are proposed
 * @lines: prior lines of therapy that are proposed
 * @has_lines: whether there are any
 * @is_lines_doubtful: whether the criteria contradict them
 * @facts: (element-type RgmFact): what has no field
 * @interventions: (element-type RgmDraftIntervention): its interventions
 * @arms: (element-type RgmDraftArm): its arms
 * @results: (nullable): its posted results
 *
 * A trial that is proposed.
 */
typedef struct
{
  RgmTrial       fields;
  RgmEnrolment   enrolment;
  RgmStudyDate   start;
  RgmStudyDate   primary_completion;
  RgmStudyDate   completion;
  RgmStudyDate   last_update;
  RgmOrigin      origin;
  GStringChunk  *texts;
  const char    *place;
  const char    *source;
  const char    *registry;
  const char    *url;
  GPtrArray     *registrations;
  GPtrArray     *criteria;
  GPtrArray     *populations;
  GPtrArray     *rules;
  GPtrArray     *conditions;
  RgmLines       lines;
  gboolean       has_lines;
  gboolean       is_lines_doubtful;
  GPtrArray     *facts;
  GArray        *interventions;
  GArray        *arms;
  RgmPostedResults *results;
} RgmTrialDraft;

RgmTrialDraft *rgm_trial_draft_new                 (const char      *registry,
                                                    const char      *place);
void           rgm_trial_draft_free                (RgmTrialDraft   *self);
const char    *rgm_trial_draft_keep                (RgmTrialDraft   *self,
                                                    const char      *text);
void           rgm_trial_draft_add_registration    (RgmTrialDraft   *self,
                                                    const char      *registration);
gboolean       rgm_trial_draft_identify            (RgmTrialDraft   *self);
void           rgm_trial_draft_add_fact            (RgmTrialDraft   *self,
                                                    GPtrArray       *facts,
                                                    const char      *topic,
                                                    const char      *text,
                                                    const char      *location);
void           rgm_trial_draft_set_phase           (RgmTrialDraft   *self,
                                                    const char      *published);
void           rgm_trial_draft_set_status          (RgmTrialDraft   *self,
                                                    const char      *published);
void           rgm_trial_draft_set_allocation      (RgmTrialDraft   *self,
                                                    const char      *published);
void           rgm_trial_draft_set_enrolment       (RgmTrialDraft   *self,
                                                    const char      *count,
                                                    const char      *type);
gboolean       rgm_trial_draft_set_date            (RgmTrialDraft   *self,
                                                    RgmStudyDate    *date,
                                                    const char      *published,
                                                    const char      *type);
void           rgm_trial_draft_set_criteria        (RgmTrialDraft   *self,
                                                    const char      *published,
                                                    const char      *location);
RgmDraftIntervention *
               rgm_trial_draft_add_intervention    (RgmTrialDraft   *self,
                                                    const char      *type,
                                                    const char      *name);
gboolean       rgm_trial_draft_find_intervention   (RgmTrialDraft   *self,
                                                    const char      *name,
                                                    guint           *index);
void           rgm_trial_draft_read_interventions  (RgmTrialDraft   *self,
                                                    const char      *published,
                                                    const char      *separator,
                                                    gboolean         is_one_arm);
RgmDraftArm   *rgm_trial_draft_add_arm             (RgmTrialDraft   *self,
                                                    const char      *label);
GPtrArray     *rgm_trial_draft_cite                (RgmTrialDraft   *self,
                                                    const char      *location);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmTrialDraft, rgm_trial_draft_free)

G_END_DECLS
