/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-registry-number.h"
#include "rgm-registry-text.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-draft.h"

static void
clear_intervention (gpointer data)
{
  RgmDraftIntervention *self = data;

  g_ptr_array_unref (self->synonyms);
}

static void
clear_arm (gpointer data)
{
  RgmDraftArm *self = data;

  g_array_unref (self->interventions);
}

/**
 * rgm_trial_draft_new:
 * @registry: the name of the registry
 * @place: where in the file the record is
 *
 * Returns: (transfer full): a draft of which nothing is known yet
 */
RgmTrialDraft *
rgm_trial_draft_new (const char *registry,
                     const char *place)
{
  RgmTrialDraft *self = g_new0 (RgmTrialDraft, 1);

  self->texts = g_string_chunk_new (4096);
  self->registry = registry;
  self->place = rgm_trial_draft_keep (self, place);
  self->enrolment.count = -1;
  self->registrations = g_ptr_array_new ();
  self->criteria = rgm_description_new_array (&rgm_fact_description, 0);
  self->populations = rgm_description_new_array (&rgm_statement_description, 0);
  self->rules = rgm_description_new_array (&rgm_rule_description, 0);
  self->conditions = rgm_description_new_array (&rgm_rule_description, 0);
  self->facts = rgm_description_new_array (&rgm_fact_description, 0);
  self->interventions = g_array_new (FALSE, FALSE, sizeof (RgmDraftIntervention));
  self->arms = g_array_new (FALSE, FALSE, sizeof (RgmDraftArm));
  g_array_set_clear_func (self->interventions, clear_intervention);
  g_array_set_clear_func (self->arms, clear_arm);

  return self;
}

void
rgm_trial_draft_free (RgmTrialDraft *self)
{
  g_ptr_array_unref (self->registrations);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->populations);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->conditions);
  g_clear_pointer (&self->lines.citations, g_ptr_array_unref);
  g_ptr_array_unref (self->facts);
  g_array_unref (self->interventions);
  g_array_unref (self->arms);
  g_clear_pointer (&self->results, rgm_posted_results_free);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * rgm_trial_draft_keep:
 * @self: a draft
 * @text: (nullable): a text of the file
 *
 * Returns: (transfer none) (nullable): the text as a document may have it, on the draft's
 *   account; %NULL if nothing visible is left of it
 */
const char *
rgm_trial_draft_keep (RgmTrialDraft *self,
                      const char *text)
{
  g_autofree char *clean = text != NULL ? rgm_registry_shorten (rgm_registry_clean (text)) : NULL;

  return clean != NULL ? g_string_chunk_insert (self->texts, clean) : NULL;
}

/**
 * rgm_trial_draft_add_registration:
 * @self: a draft
 * @registration: (nullable): a number in a registry
 *
 * Adds a registration, unless the draft has it already.
 */
void
rgm_trial_draft_add_registration (RgmTrialDraft *self,
                                  const char *registration)
{
  g_autofree char *number = registration != NULL ? rgm_registry_number_normalise (registration) : NULL;
  const char *kept = rgm_trial_draft_keep (self, number);

  if (kept == NULL || strlen (kept) > RGM_ID_MAX || self->registrations->len == RGM_TEXTS_MAX)
    return;

  for (guint i = 0; i < self->registrations->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->registrations, i), kept) == 0)
      return;

  g_ptr_array_add (self->registrations, (char *) kept);
}

/**
 * rgm_trial_draft_identify:
 * @self: a draft
 *
 * Names the trial, and the source that its record is, after its first registration.
 *
 * Returns: whether it has one
 */
gboolean
rgm_trial_draft_identify (RgmTrialDraft *self)
{
  g_autofree char *id = NULL;

  if (self->registrations->len == 0)
    return FALSE;

  id = rgm_registry_make_id (g_ptr_array_index (self->registrations, 0));
  if (id == NULL)
    return FALSE;

  self->fields.id = self->source = g_string_chunk_insert (self->texts, id);

  return TRUE;
}

/**
 * rgm_trial_draft_cite:
 * @self: an identified draft
 * @location: where in the record
 *
 * Returns: (transfer full) (element-type RgmCitationRef): the citation of that location
 */
GPtrArray *
rgm_trial_draft_cite (RgmTrialDraft *self,
                      const char *location)
{
  GPtrArray *citations = rgm_description_new_array (&rgm_citation_ref_description, 1);
  RgmCitationRef citation = { self->source, location };

  g_ptr_array_add (citations, rgm_record_new (&rgm_citation_ref_description, &citation));

  return citations;
}

/* A text that is longer than a field may be is kept in several, cut at its lines. */
void
rgm_trial_draft_add_fact (RgmTrialDraft *self,
                          GPtrArray *facts,
                          const char *topic,
                          const char *text,
                          const char *location)
{
  g_autofree char *clean = text != NULL ? rgm_registry_clean (text) : NULL;
  g_autoptr (GPtrArray) citations = NULL;
  const char *rest = clean;

  if (clean == NULL)
    return;

  citations = rgm_trial_draft_cite (self, location);
  while (*rest != '\0')
    {
      g_autofree char *piece = rgm_registry_cut (&rest, RGM_TEXT_MAX);
      RgmFact fact = { topic, piece, citations };

      if (piece != NULL)
        g_ptr_array_add (facts, rgm_record_new (&rgm_fact_description, &fact));
    }
}

void
rgm_trial_draft_set_phase (RgmTrialDraft *self,
                           const char *published)
{
  const char *kept = rgm_trial_draft_keep (self, published);

  if (kept == NULL)
    return;

  self->fields.phase = rgm_registry_find_phase (kept);
  if (self->fields.phase == NULL && self->source != NULL)
    rgm_trial_draft_add_fact (self, self->facts, "phase", kept, _("Phase"));
}

void
rgm_trial_draft_set_status (RgmTrialDraft *self,
                            const char *published)
{
  self->fields.status_published = rgm_trial_draft_keep (self, published);
  if (self->fields.status_published != NULL)
    self->fields.status_state = rgm_registry_find_state (self->fields.status_published);
}

void
rgm_trial_draft_set_allocation (RgmTrialDraft *self,
                                const char *published)
{
  g_autofree char *folded = published != NULL ? rgm_text_normalise_whole (published) : NULL;

  /* "NA" is registered where there is one arm only. */
  if (folded == NULL)
    return;
  if (g_str_equal (folded, "randomized") || g_str_equal (folded, "randomised"))
    self->fields.allocation = RGM_ALLOCATION_RANDOMISED;
  else if (g_str_equal (folded, "na") || g_str_equal (folded, "n/a") || g_str_has_prefix (folded, "non"))
    self->fields.allocation = RGM_ALLOCATION_NOT_RANDOMISED;
}

void
rgm_trial_draft_set_enrolment (RgmTrialDraft *self,
                               const char *count,
                               const char *type)
{
  gint64 number;

  if (count == NULL || !g_ascii_string_to_signed (count, 10, 0, RGM_COUNT_MAX, &number, NULL))
    return;

  self->enrolment = (RgmEnrolment){ number, rgm_registry_find_certainty (type) };
  self->fields.enrolment = &self->enrolment;
}

/**
 * rgm_trial_draft_set_date:
 * @self: a draft
 * @date: one of its dates
 * @published: (nullable): a date as a registry writes it
 * @type: (nullable): whether it is final or planned
 *
 * Returns: %FALSE if the date isn't understood; it is %TRUE where there is none
 */
gboolean
rgm_trial_draft_set_date (RgmTrialDraft *self,
                          RgmStudyDate *date,
                          const char *published,
                          const char *type)
{
  g_autofree char *parsed = NULL;

  if (published == NULL || *published == '\0')
    return TRUE;

  parsed = rgm_registry_parse_date (published);
  if (parsed == NULL)
    return FALSE;

  date->date = g_string_chunk_insert (self->texts, parsed);
  date->type = rgm_registry_find_certainty (type);

  if (date == &self->start)
    self->fields.start = date;
  else if (date == &self->primary_completion)
    self->fields.primary_completion = date;
  else if (date == &self->completion)
    self->fields.completion = date;
  else
    self->fields.last_update = date;

  return TRUE;
}

/* Cuts the one text of the criteria at its two headings. */
void
rgm_trial_draft_set_criteria (RgmTrialDraft *self,
                              const char *published,
                              const char *location)
{
  g_autofree char *plain = NULL;
  const char *topic = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) part = g_string_new (NULL);

  if (published == NULL)
    return;

  plain = rgm_registry_unescape (published);
  lines = g_strsplit (plain, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *heading = rgm_registry_find_heading (lines[i]);

      if (heading != NULL)
        {
          rgm_trial_draft_add_fact (self, self->criteria, topic, part->str, location);
          g_string_truncate (part, 0);
          topic = heading;
          continue;
        }
      g_string_append (part, lines[i]);
      g_string_append_c (part, '\n');
    }
  rgm_trial_draft_add_fact (self, self->criteria, topic, part->str, location);
}

/**
 * rgm_trial_draft_add_intervention:
 * @self: a draft
 * @type: (nullable): the registry's word for its type
 * @name: its name, not empty
 *
 * Returns: (transfer none): the intervention, valid until the next one is added
 */
RgmDraftIntervention *
rgm_trial_draft_add_intervention (RgmTrialDraft *self,
                                  const char *type,
                                  const char *name)
{
  RgmDraftIntervention intervention = {
    .type = rgm_trial_draft_keep (self, type),
    .name = name,
    .synonyms = g_ptr_array_new (),
  };

  g_array_append_val (self->interventions, intervention);

  return &g_array_index (self->interventions, RgmDraftIntervention, self->interventions->len - 1);
}

/**
 * rgm_trial_draft_find_intervention:
 * @self: a draft
 * @name: a name, or "Type: name" as arms refer to interventions
 * @index: (out): its index
 *
 * Returns: whether there is one of that name
 */
gboolean
rgm_trial_draft_find_intervention (RgmTrialDraft *self,
                                   const char *name,
                                   guint *index)
{
  const char *after = strstr (name, ": ");

  for (guint i = 0; i < self->interventions->len; i++)
    {
      const RgmDraftIntervention *intervention = &g_array_index (self->interventions, RgmDraftIntervention, i);

      if (g_str_equal (intervention->name, name) || (after != NULL && g_str_equal (intervention->name, after + 2)))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * rgm_trial_draft_add_arm:
 * @self: a draft
 * @label: its label, not empty
 *
 * Returns: (transfer none): the arm, valid until the next one is added
 */
RgmDraftArm *
rgm_trial_draft_add_arm (RgmTrialDraft *self,
                         const char *label)
{
  RgmDraftArm arm = {
    .label = label,
    .interventions = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  g_array_append_val (self->arms, arm);

  return &g_array_index (self->arms, RgmDraftArm, self->arms->len - 1);
}

/**
 * rgm_trial_draft_read_interventions:
 * @self: a draft
 * @published: (nullable): interventions as 'Type: name', of which the name may have colons
 * @separator: what is between them
 * @is_one_arm: whether the trial has a single arm
 *
 * Adds interventions of which nobody says which arm has which; where there is one arm it is
 * clear. Otherwise the text is kept as it is.
 */
void
rgm_trial_draft_read_interventions (RgmTrialDraft *self,
                                    const char *published,
                                    const char *separator,
                                    gboolean is_one_arm)
{
  g_auto (GStrv) all = g_strsplit (published != NULL ? published : "", separator, -1);
  g_autoptr (GString) label = g_string_new (NULL);
  RgmDraftArm *arm;

  for (guint i = 0; all[i] != NULL; i++)
    {
      char *name = strchr (all[i], ':');
      const char *kept;

      if (name != NULL)
        *name++ = '\0';
      kept = rgm_trial_draft_keep (self, name != NULL ? name : all[i]);
      if (kept == NULL)
        continue;
      rgm_trial_draft_add_intervention (self, name != NULL ? g_strstrip (all[i]) : NULL, kept);
      g_string_append_printf (label, "%s%s", label->len > 0 ? " + " : "", kept);
    }

  if (label->len == 0)
    return;
  if (!is_one_arm)
    {
      rgm_trial_draft_add_fact (self, self->facts, "interventions", published, _("Interventions"));
      return;
    }

  arm = rgm_trial_draft_add_arm (self, rgm_trial_draft_keep (self, label->str));
  for (guint i = 0; i < self->interventions->len; i++)
    g_array_append_val (arm->interventions, i);
}
