/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-citation.h"
#include "rgm-evidence-text.h"
#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-number-remarks.h"
#include "rgm-outcome.h"
#include "rgm-citation-ref.h"
#include "rgm-punctuation.h"
#include "rgm-regimen.h"
#include "rgm-remark.h"
#include "rgm-source.h"
#include "rgm-subgroup.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

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
    g_ptr_array_add (texts, rgm_value_text_place (g_ptr_array_index (places, i)));
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
    rgm_text_append_printf (text, C_("label", "%s: %s"), label, value);
  else
    g_string_append (text, value);
  if (at != NULL)
    g_string_append_printf (text, "  [%s]", at);
  g_string_append_c (text, '\n');
}

/* What people call a word of the data set's format. */
static const char *
label_of (GType       type,
          const char *nick)
{
  int value = rgm_enum_find (type, nick);

  return value >= 0 ? rgm_enum_get_label (type, value) : nick;
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
      g_autofree char *topic = fact->topic != NULL ? rgm_term_topic (fact->topic) : NULL;

      append_line (text, indent, topic, fact->text, fact->citations);
    }
}

/* The source's own words, on a line of their own. */
static void
append_published (GString    *text,
                  const char *published)
{
  g_autofree char *quoted = NULL;

  if (published == NULL)
    return;
  quoted = rgm_text_printf (_("“%s”"), published);
  append_line (text, BESIDE, _("as published"), quoted, NULL);
}

/* A criterion that the program read, and the sentence that it read. */
static void
append_proposed (GString    *text,
                 gboolean    is_proposed,
                 const char *published)
{
  if (!is_proposed)
    return;
  append_line (text, BESIDE, NULL, _("proposed by the program, not confirmed"), NULL);
  append_published (text, published);
}

/* What a person stated of the patients is among the settings and tumours, in words. */
static void
append_proposed_conditions (GString   *text,
                            GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (conditions, i);

      if (!rule->proposed)
        continue;
      append_line (text, FIELD, rule->excluded ? _("Exclusion criterion") : _("Inclusion criterion"), rule->text, rule->citations);
      append_proposed (text, TRUE, rule->published);
    }
}

static void
append_classes (GString    *text,
                RgmTrial   *trial,
                RgmDataSet *data_set)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; trial->classes[i] != NULL; i++)
    rgm_add_phrase (names, rgm_term_class (data_set, trial->classes[i]));
  append_line (text, FIELD, _("Class"), names->str, NULL);
}

static gboolean
is_safety (RgmDataSet *data_set,
           RgmOutcome *outcome)
{
  const RgmEndpoint *endpoint = rgm_data_set_find_endpoint (data_set, outcome->endpoint);

  return endpoint != NULL && endpoint->domain == RGM_ENDPOINT_DOMAIN_SAFETY;
}

static gboolean
arm_reports_safety (RgmDataSet *data_set,
                    RgmArm     *arm)
{
  GPtrArray *outcomes = arm->outcomes;

  for (guint i = 0; i < outcomes->len; i++)
    if (is_safety (data_set, g_ptr_array_index (outcomes, i)))
      return TRUE;

  return arm->safety->len > 0;
}

/* The conflicts and cautions that a number carries, which stand in full among the trial's remarks. */
static void
append_number_remarks (GString    *text,
                       RgmTrial   *trial,
                       RgmArm     *arm,
                       RgmOutcome *outcome)
{
  const char *endpoints[] = { outcome->endpoint, NULL };
  g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (trial, arm, endpoints);

  for (guint i = 0; i < remarks->len; i++)
    {
      const RgmRemark *remark = g_ptr_array_index (remarks, i);

      append_line (text, BESIDE, label_of (RGM_TYPE_REMARK_KIND, remark->kind),
                   remark->summary != NULL ? remark->summary : remark->text, NULL);
    }
}

static void
append_outcome (GString    *text,
                const char *indent,
                RgmOutcome *outcome,
                RgmDataSet *data_set)
{
  const char *endpoint = rgm_term_endpoint (data_set, outcome->endpoint);
  g_autofree char *value = rgm_value_text_outcome (outcome);
  char **notes = outcome->notes;
  const char *published = outcome->estimate.published;

  if (rgm_outcome_is_derived (outcome, "value"))
    {
      /* Translators: %s is a value that the source does not print and that was computed from what it does: '5.6%, 1 of 18 (computed)'. */
      char *computed = g_strdup_printf (_("%s (computed)"), value);

      g_free (value);
      value = computed;
    }
  if (outcome->citations->len == 0)
    {
      /* Translators: a number of which the data set says that it has no source. */
      char *unsourced = g_strdup_printf (_("%s  [no source stated]"), value);

      g_free (value);
      value = unsourced;
    }
  append_line (text, indent, endpoint, value, outcome->citations);
  append_published (text, published);
  for (guint i = 0; notes[i] != NULL; i++)
    append_line (text, BESIDE, NULL, notes[i], NULL);
}

/* The outcomes of safety endpoints, or all others; those of @arm or a subgroup of it with what contradicts them. */
static void
append_outcomes (GString    *text,
                 const char *indent,
                 GPtrArray  *outcomes,
                 RgmTrial   *trial,
                 RgmArm     *arm,
                 RgmDataSet *data_set,
                 gboolean    safety)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (is_safety (data_set, outcome) != safety)
        continue;
      append_outcome (text, indent, outcome, data_set);
      if (arm != NULL)
        append_number_remarks (text, trial, arm, outcome);
    }
}

static void
append_dosing (GString    *text,
               RgmRegimen *regimen,
               RgmDataSet *data_set)
{
  for (guint i = 0; i < regimen->dosing->len; i++)
    {
      const RgmDosing *dosing = g_ptr_array_index (regimen->dosing, i);
      RgmAgent *agent = rgm_data_set_find_agent (data_set, dosing->agent);
      g_autofree char *given = rgm_value_text_dosing (dosing);
      /* Translators: %s is an agent: 'Dose of trastuzumab'. */
      g_autofree char *label = rgm_text_printf (_("Dose of %s"), agent != NULL ? agent->name : dosing->agent);

      append_line (text, FIELD, label, given, dosing->citations);
    }
}

static void
append_curves (GString    *text,
               RgmArm     *arm,
               RgmDataSet *data_set)
{
  for (guint i = 0; i < arm->curves->len; i++)
    {
      const RgmPublishedCurve *curve = g_ptr_array_index (arm->curves, i);
      g_autofree char *known = rgm_value_text_curve (curve);
      /* Translators: %s is an endpoint: 'Curve: Overall survival'. */
      g_autofree char *label = rgm_text_printf (_("Curve: %s"), rgm_term_endpoint (data_set, curve->endpoint));

      append_line (text, OUTCOME, label, known, curve->citations);
    }
}

static void
append_arm (GString    *text,
            RgmTrial   *trial,
            RgmArm     *arm,
            RgmDataSet *data_set)
{
  RgmRegimen *regimen = arm->regimen;
  GPtrArray *subgroups = arm->subgroups;
  GPtrArray *agents = regimen->agents;

  g_string_append_printf (text, "\n%s\n", arm->label);
  append_line (text, FIELD, _("Regimen"), regimen->name, arm->citations);
  append_line (text, FIELD, _("Class"), rgm_term_class (data_set, arm->class_id), NULL);
  append_line (text, FIELD, _("Dose"), arm->dose, NULL);
  if (arm->comparator)
    append_line (text, FIELD, NULL, _("The comparator of the other arms"), NULL);
  append_dosing (text, regimen, data_set);
  for (guint i = 0; i < agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (agents, i);

      append_line (text, FIELD, agent->name,
                   agent->mechanism != NULL ? agent->mechanism : _("Not described in the source."), NULL);
    }
  if (arm->n >= 0)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, arm->n);

      append_line (text, FIELD, _("Patients"), n, NULL);
    }

  append_outcomes (text, OUTCOME, arm->outcomes, trial, arm, data_set, FALSE);
  append_curves (text, arm, data_set);

  for (guint i = 0; i < subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (subgroups, i);
      g_autofree char *n = subgroup->n >= 0
                             ? g_strdup_printf (" (n = %" G_GINT64_FORMAT ")", subgroup->n)
                             : g_strdup ("");
      g_autofree char *label = g_strconcat (subgroup->label, n, NULL);

      append_line (text, FIELD, _("Subgroup"), label, NULL);
      append_outcomes (text, OUTCOME, subgroup->outcomes, trial, arm, data_set, FALSE);
    }
}

static void
append_remarks (GString   *text,
                GPtrArray *remarks)
{
  if (remarks->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", _("Remarks"));
  for (guint i = 0; i < remarks->len; i++)
    {
      RgmRemark *remark = g_ptr_array_index (remarks, i);

      append_line (text, FIELD, label_of (RGM_TYPE_REMARK_KIND, remark->kind), remark->text, remark->citations);
    }
}

static void
append_references (GString  *text,
                   RgmTrial *trial)
{
  GPtrArray *references = trial->references;

  if (references->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", _("Primary papers"));
  for (guint i = 0; i < references->len; i++)
    {
      RgmSource *source = g_ptr_array_index (references, i);
      const char *doi = source->doi;
      g_autofree char *whole = doi != NULL ? g_strdup_printf ("%s doi:%s", source->citation, doi)
                                           : g_strdup (source->citation);

      append_line (text, FIELD, source->id, whole, NULL);
    }
}

/* What is known of the trial as a whole, then of each arm. */
static void
append_safety (GString    *text,
               RgmTrial   *trial,
               RgmDataSet *data_set)
{
  GPtrArray *arms = trial->arms;
  gsize heading;

  g_string_append_printf (text, "\n%s\n", _("Safety"));
  heading = text->len;
  append_facts (text, FIELD, trial->safety);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      if (!arm_reports_safety (data_set, arm))
        continue;
      append_line (text, FIELD, NULL, arm->label, NULL);
      append_outcomes (text, OUTCOME, arm->outcomes, trial, arm, data_set, TRUE);
      append_facts (text, OUTCOME, arm->safety);
    }

  if (text->len == heading)
    append_line (text, FIELD, NULL, _("The source reports no safety data."), NULL);
}

static void
append_regulatory (GString   *text,
                   GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RgmRegulatoryStep *step = g_ptr_array_index (steps, i);
      g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
      g_autofree char *joined = NULL;

      g_ptr_array_add (phrases, (gpointer) step->body);
      if (step->date != NULL)
        g_ptr_array_add (phrases, (gpointer) step->date);
      g_ptr_array_add (phrases, (gpointer) step->indication);
      g_ptr_array_add (phrases, NULL);
      joined = rgm_join_phrases ((char **) phrases->pdata);
      append_line (text, FIELD, label_of (RGM_TYPE_REGULATORY_KIND, step->kind), joined, step->citations);
    }
}

/**
 * rgm_evidence_text_agent:
 * @data_set: the agent's data set
 * @agent: an agent
 *
 * Returns: (transfer full): everything that the data set holds about the agent, for a person to read
 */
char *
rgm_evidence_text_agent (RgmDataSet *data_set,
                         RgmAgent   *agent)
{
  GString *text = g_string_new (agent->name);
  GPtrArray *targets = agent->targets;

  g_string_append_c (text, '\n');
  append_strv (text, _("Synonyms"), agent->synonyms);
  append_line (text, FIELD, _("Class"), rgm_term_class (data_set, agent->class_id), NULL);
  append_line (text, FIELD, _("Group"), agent->group, NULL);
  for (guint i = 0; i < targets->len; i++)
    {
      const RgmTarget *target = g_ptr_array_index (targets, i);
      /* Translators: a receptor and one of its domains. */
      g_autofree char *whole = target->domain != NULL ? rgm_text_printf (_("%s, domain %s"), target->name, target->domain)
                                                      : g_strdup (target->name);

      append_line (text, FIELD, _("Target"), whole, NULL);
    }
  append_line (text, FIELD, _("Mechanism"),
               agent->mechanism != NULL ? agent->mechanism : _("Not described in the source."),
               agent->citations);
  append_line (text, FIELD, _("Payload"), agent->payload, NULL);
  append_line (text, FIELD, _("Linker"), agent->linker, NULL);
  append_line (text, FIELD, _("Selectivity"), agent->selectivity, NULL);
  append_regulatory (text, agent->regulatory);
  append_facts (text, FIELD, agent->facts);

  return g_string_free (text, FALSE);
}

/* The trials that give the regimen, each once. */
static void
append_trials_of (GString    *text,
                  RgmRegimen *regimen,
                  RgmDataSet *data_set)
{
  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      gboolean gives_it = FALSE;

      for (guint j = 0; j < trial->arms->len && !gives_it; j++)
        gives_it = ((RgmArm *) g_ptr_array_index (trial->arms, j))->regimen == regimen;
      if (gives_it)
        append_line (text, FIELD, _("Trial"), trial->name, NULL);
    }
}

/**
 * rgm_evidence_text_regimen:
 * @data_set: the regimen's data set
 * @regimen: a regimen
 *
 * Returns: (transfer full): everything that the data set holds about the regimen as a whole, and the trials that give it
 */
char *
rgm_evidence_text_regimen (RgmDataSet *data_set,
                           RgmRegimen *regimen)
{
  GString *text = g_string_new (regimen->name);
  GPtrArray *agents = regimen->agents;

  g_string_append_c (text, '\n');
  append_strv (text, _("Synonyms"), regimen->synonyms);
  for (guint i = 0; i < agents->len; i++)
    append_line (text, FIELD, _("Agent"), ((RgmAgent *) g_ptr_array_index (agents, i))->name, NULL);
  append_dosing (text, regimen, data_set);
  append_trials_of (text, regimen, data_set);
  append_regulatory (text, regimen->regulatory);
  append_outcomes (text, FIELD, regimen->outcomes, NULL, NULL, data_set, FALSE);
  append_outcomes (text, FIELD, regimen->outcomes, NULL, NULL, data_set, TRUE);

  return g_string_free (text, FALSE);
}

/**
 * rgm_evidence_text_biomarker:
 * @biomarker: a biomarker
 *
 * Returns: (transfer full): everything that the data set holds about the biomarker
 */
char *
rgm_evidence_text_biomarker (RgmBiomarker *biomarker)
{
  GString *text = g_string_new (biomarker->name);
  GPtrArray *values = biomarker->values;

  g_string_append_c (text, '\n');
  append_strv (text, _("Synonyms"), biomarker->synonyms);
  for (guint i = 0; i < values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (values, i);

      append_line (text, FIELD, value->id, value->name, NULL);
    }
  append_facts (text, FIELD, biomarker->facts);

  return g_string_free (text, FALSE);
}

/**
 * rgm_evidence_text_data_set:
 * @data_set: a data set
 *
 * Returns: (transfer full): what the data set says about itself, with its remarks
 */
char *
rgm_evidence_text_data_set (RgmDataSet *data_set)
{
  GString *text = g_string_new (data_set->title);
  g_autofree char *as_of = rgm_format_date (&data_set->as_of);
  const RgmLicence *licence = data_set->licence;

  g_string_append_c (text, '\n');
  append_line (text, FIELD, NULL, data_set->description, NULL);
  append_line (text, FIELD, _("As of"), as_of, NULL);
  if (licence != NULL)
    {
      append_line (text, FIELD, _("Licence"), licence->name, NULL);
      append_line (text, FIELD, NULL, licence->credit, NULL);
    }
  append_remarks (text, data_set->remarks);

  return g_string_free (text, FALSE);
}

static void
append_date (GString            *text,
             const char         *label,
             const RgmStudyDate *date)
{
  g_autofree char *value = NULL;

  if (date == NULL)
    return;

  value = rgm_value_text_study_date (date);
  append_line (text, FIELD, label, value, NULL);
}

/* What registries state besides the design. */
static void
append_registered (GString  *text,
                   RgmTrial *trial)
{
  append_line (text, FIELD, _("Masking"), trial->masking, NULL);
  append_line (text, FIELD, _("Sponsor"), trial->sponsor, NULL);
  append_date (text, _("Start"), trial->start);
  append_date (text, _("Primary completion"), trial->primary_completion);
  append_date (text, _("Completion"), trial->completion);
  append_date (text, _("Last update"), trial->last_update);

  if (trial->enrolment != NULL)
    {
      g_autofree char *value = rgm_value_text_enrolment (trial->enrolment);

      append_line (text, FIELD, _("Enrolment"), value, NULL);
    }
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

  text = g_string_new (trial->name);
  g_string_append_c (text, '\n');
  append_line (text, FIELD, _("Title"), trial->title, NULL);
  append_line (text, FIELD, _("Acronym"), g_strcmp0 (trial->acronym, trial->name) != 0 ? trial->acronym : NULL, NULL);
  append_strv (text, _("Registration"), trial->registrations);
  append_line (text, FIELD, _("Phase"), trial->phase != NULL ? label_of (RGM_TYPE_PHASE, trial->phase) : NULL, trial->citations);
  append_classes (text, trial, data_set);

  as_of = rgm_format_date (&data_set->as_of);
  /* Translators: a trial's status and a date. */
  status = g_strdup_printf (C_("status", "%s, as of %s"), rgm_value_text_status (trial->status_state), as_of);
  append_line (text, FIELD, _("Status"), status, NULL);
  append_published (text, trial->status_published);
  append_line (text, FIELD, _("Allocation"), rgm_value_text_allocation (trial->allocation), NULL);
  append_registered (text, trial);

  populations = trial->populations;
  for (guint i = 0; i < populations->len; i++)
    {
      const RgmFact *population = g_ptr_array_index (populations, i);

      append_line (text, FIELD, _("Population"), population->text, population->citations);
    }
  rules = trial->rules;
  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);

      append_line (text, FIELD, rule->excluded ? _("Exclusion criterion") : _("Inclusion criterion"), rule->text, rule->citations);
      append_proposed (text, rule->proposed, rule->published);
    }
  append_proposed_conditions (text, trial->conditions);
  lines = trial->lines;
  if (lines != NULL)
    {
      append_line (text, FIELD, _("Lines of therapy"), lines->text, lines->citations);
      append_proposed (text, lines->proposed, lines->published);
    }
  append_strv (text, _("Disease stage"), trial->settings);
  append_strv (text, _("Tumours"), trial->tumours);
  append_facts (text, FIELD, trial->criteria);
  append_facts (text, FIELD, trial->facts);

  arms = trial->arms;
  for (guint i = 0; i < arms->len; i++)
    append_arm (text, trial, g_ptr_array_index (arms, i), data_set);

  append_safety (text, trial, data_set);
  append_remarks (text, trial->remarks);
  append_references (text, trial);

  return g_string_free (text, FALSE);
}

/**
 * rgm_evidence_text_trial_with_sources:
 * @data_set: the trial's data set
 * @trial: a trial
 *
 * Returns: (transfer full): all there is of the trial, and below it what it is from, with the date and the licence
 */
char *
rgm_evidence_text_trial_with_sources (RgmDataSet *data_set,
                                      RgmTrial   *trial)
{
  g_autofree char *about = rgm_evidence_text_trial (data_set, trial);
  GString *text = g_string_new (about);
  g_autoptr (GPtrArray) lists = rgm_citation_list_trial (trial);
  g_autofree char *sources = rgm_figure_text_citations (data_set, lists, G_MAXUINT, NULL);

  g_string_append_printf (text, "\n%s\n", _("Sources"));
  append_line (text, FIELD, NULL, sources, NULL);
  append_line (text, FIELD, NULL, data_set->title, NULL);
  if (data_set->licence != NULL)
    {
      append_line (text, FIELD, _("Licence"), data_set->licence->name, NULL);
      append_line (text, FIELD, NULL, data_set->licence->credit, NULL);
    }

  return g_string_free (text, FALSE);
}
