/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-evidence-text.h"
#include "rgm-format.h"
#include "rgm-outcome.h"
#include "rgm-place.h"
#include "rgm-punctuation.h"
#include "rgm-regimen.h"
#include "rgm-remark.h"
#include "rgm-source.h"
#include "rgm-subgroup.h"
#include "rgm-terms.h"
#include "rgm-wording.h"

/* The text is indented by what belongs to what:
 *
 *     NAME
 *       field: value                      [place; place]
 *     ARM
 *         outcome: value                  [place]
 *             what to know beside it
 */
#define FIELD   "  "
#define OUTCOME "    "
#define BESIDE  "      "

static char *
places_to_text (GPtrArray *places)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (texts, rgm_wording_place (g_ptr_array_index (places, i)));
  g_ptr_array_add (texts, NULL);

  return rgm_join_phrases ((char **) texts->pdata);
}

static void
append_line (GString    *text,
             const char *indent,
             const char *label,
             const char *value,
             GPtrArray  *places)
{
  g_autofree char *at = places != NULL && places->len > 0 ? places_to_text (places) : NULL;

  if (value == NULL || *value == '\0')
    return;

  g_string_append (text, indent);
  if (label != NULL)
    /* Translators: a label and what it labels: 'Phase: II'. */
    g_string_append_printf (text, C_("label", "%s: %s"), label, value);
  else
    g_string_append (text, value);
  if (at != NULL)
    g_string_append_printf (text, "  [%s]", at);
  g_string_append_c (text, '\n');
}

static void
append_strv (GString     *text,
             const char  *label,
             char       **values)
{
  g_autofree char *joined = rgm_join_phrases (values);

  append_line (text, FIELD, label, joined, NULL);
}

static void
append_facts (GString    *text,
              const char *indent,
              GPtrArray  *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const RgmFact *fact = g_ptr_array_index (facts, i);

      append_line (text, indent, fact->topic, fact->text, fact->places);
    }
}

static void
append_outcomes (GString    *text,
                 const char *indent,
                 GPtrArray  *outcomes,
                 RgmDataSet *data_set)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);
      const char *endpoint = rgm_term_endpoint (data_set, rgm_outcome_get_endpoint (outcome));
      g_autofree char *value = rgm_wording_outcome (outcome);
      char **notes = rgm_outcome_get_notes (outcome);
      const char *published = rgm_outcome_get_estimate (outcome)->published;

      append_line (text, indent, endpoint, value, rgm_outcome_get_places (outcome));
      if (published != NULL)
        {
          g_autofree char *quoted = g_strdup_printf (_("“%s”"), published);

          append_line (text, BESIDE, _("as published"), quoted, NULL);
        }
      for (guint j = 0; notes[j] != NULL; j++)
        append_line (text, BESIDE, NULL, notes[j], NULL);
    }
}

static void
append_arm (GString    *text,
            RgmArm     *arm,
            RgmDataSet *data_set)
{
  RgmRegimen *regimen = rgm_arm_get_regimen (arm);
  GPtrArray *subgroups = rgm_arm_get_subgroups (arm);
  GPtrArray *agents = rgm_regimen_get_agents (regimen);

  g_string_append_printf (text, "\n%s\n", rgm_arm_get_label (arm));
  append_line (text, FIELD, _("Regimen"), rgm_regimen_get_name (regimen), rgm_arm_get_places (arm));
  append_line (text, FIELD, _("Class"), rgm_arm_get_class (arm), NULL);
  append_line (text, FIELD, _("Dose"), rgm_arm_get_dose (arm), NULL);
  for (guint i = 0; i < agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (agents, i);

      append_line (text, FIELD, rgm_agent_get_name (agent), rgm_agent_get_mechanism (agent), NULL);
    }
  if (rgm_arm_get_n (arm) >= 0)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, rgm_arm_get_n (arm));

      append_line (text, FIELD, _("Patients"), n, NULL);
    }

  append_outcomes (text, OUTCOME, rgm_arm_get_outcomes (arm), data_set);
  append_facts (text, OUTCOME, rgm_arm_get_safety (arm));

  for (guint i = 0; i < subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (subgroups, i);
      g_autofree char *n = rgm_subgroup_get_n (subgroup) >= 0
                             ? g_strdup_printf (" (n = %" G_GINT64_FORMAT ")", rgm_subgroup_get_n (subgroup))
                             : g_strdup ("");
      g_autofree char *label = g_strconcat (rgm_subgroup_get_label (subgroup), n, NULL);

      append_line (text, FIELD, _("Subgroup"), label, NULL);
      append_outcomes (text, OUTCOME, rgm_subgroup_get_outcomes (subgroup), data_set);
    }
}

static void
append_remarks (GString  *text,
                RgmTrial *trial)
{
  GPtrArray *remarks = rgm_trial_get_remarks (trial);

  if (remarks->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", _("Remarks"));
  for (guint i = 0; i < remarks->len; i++)
    {
      RgmRemark *remark = g_ptr_array_index (remarks, i);

      append_line (text, FIELD, rgm_remark_get_kind (remark), rgm_remark_get_text (remark), rgm_remark_get_places (remark));
    }
}

static void
append_references (GString  *text,
                   RgmTrial *trial)
{
  GPtrArray *references = rgm_trial_get_references (trial);

  if (references->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", _("Primary papers"));
  for (guint i = 0; i < references->len; i++)
    {
      RgmSource *source = g_ptr_array_index (references, i);
      const char *doi = rgm_source_get_doi (source);
      g_autofree char *whole = doi != NULL ? g_strdup_printf ("%s doi:%s", rgm_source_get_citation (source), doi)
                                           : g_strdup (rgm_source_get_citation (source));

      append_line (text, FIELD, rgm_source_get_id (source), whole, NULL);
    }
}

static gboolean
reports_safety (RgmTrial   *trial,
                RgmDataSet *data_set)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  if (rgm_trial_get_safety (trial)->len > 0)
    return TRUE;

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      GPtrArray *outcomes = rgm_arm_get_outcomes (arm);

      if (rgm_arm_get_safety (arm)->len > 0)
        return TRUE;
      for (guint j = 0; j < outcomes->len; j++)
        {
          const RgmEndpoint *endpoint =
            rgm_data_set_find_endpoint (data_set, rgm_outcome_get_endpoint (g_ptr_array_index (outcomes, j)));

          if (endpoint != NULL && endpoint->domain == RGM_ENDPOINT_DOMAIN_SAFETY)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * rgm_evidence_text_trial:
 * @data_set: the trial's data set
 * @trial: a trial
 *
 * Returns: (transfer full): all there is of the trial, for a person to read: every figure with its places
 */
char *
rgm_evidence_text_trial (RgmDataSet *data_set,
                         RgmTrial   *trial)
{
  GString *text;
  GPtrArray *arms;
  GPtrArray *populations;
  GPtrArray *rules;
  const RgmLines *lines;
  g_autofree char *as_of = NULL;
  g_autofree char *status = NULL;

  g_return_val_if_fail (RGM_IS_TRIAL (trial), NULL);

  text = g_string_new (rgm_trial_get_name (trial));
  g_string_append_c (text, '\n');
  append_line (text, FIELD, _("Title"), rgm_trial_get_title (trial), NULL);
  append_strv (text, _("Registered as"), rgm_trial_get_registrations (trial));
  append_line (text, FIELD, _("Phase"), rgm_trial_get_phase (trial), rgm_trial_get_places (trial));
  append_strv (text, _("Class"), rgm_trial_get_classes (trial));

  as_of = rgm_format_date (rgm_data_set_get_as_of (data_set));
  /* Translators: a trial's status as published, the registry's word for it, and a date. */
  status = g_strdup_printf (_("%s (%s), as of %s"), rgm_trial_get_status_published (trial),
                            rgm_trial_get_status_state (trial), as_of);
  append_line (text, FIELD, _("Status"), status, NULL);
  append_line (text, FIELD, _("Allocation"), rgm_wording_allocation (rgm_trial_get_allocation (trial)), NULL);

  populations = rgm_trial_get_populations (trial);
  for (guint i = 0; i < populations->len; i++)
    {
      const RgmFact *population = g_ptr_array_index (populations, i);

      append_line (text, FIELD, _("Population"), population->text, population->places);
    }
  rules = rgm_trial_get_rules (trial);
  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);

      append_line (text, FIELD, rule->excluded ? _("Excluded") : _("Eligible"), rule->text, rule->places);
    }
  lines = rgm_trial_get_lines (trial);
  if (lines != NULL)
    append_line (text, FIELD, _("Lines of therapy"), lines->text, lines->places);
  append_strv (text, _("Setting"), rgm_trial_get_settings (trial));
  append_strv (text, _("Tumours"), rgm_trial_get_tumours (trial));
  append_facts (text, FIELD, rgm_trial_get_facts (trial));

  arms = rgm_trial_get_arms (trial);
  for (guint i = 0; i < arms->len; i++)
    append_arm (text, g_ptr_array_index (arms, i), data_set);

  g_string_append_printf (text, "\n%s\n", _("Safety"));
  if (reports_safety (trial, data_set))
    append_facts (text, FIELD, rgm_trial_get_safety (trial));
  else
    append_line (text, FIELD, NULL, _("The source reports none."), NULL);

  append_remarks (text, trial);
  append_references (text, trial);

  return g_string_free (text, FALSE);
}
