/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>
#include <string.h>

#include "rgm-arm.h"
#include "rgm-evidence-json.h"
#include "rgm-outcome.h"
#include "rgm-citation-ref.h"
#include "rgm-regimen.h"
#include "rgm-remark.h"
#include "rgm-subgroup.h"

/* A key of the answer is there for every trial; what isn't known is null, and a list
 * without members is empty. */

/* A figure stands for itself only where it is reported. */
static void
write_figure (RgmJsonWriter *writer,
              const char    *name,
              RgmState       state,
              double         value)
{
  rgm_json_writer_add_number (writer, name, state == RGM_STATE_REPORTED ? value : NAN);
}

static void
write_bound (RgmJsonWriter  *writer,
             const char     *name,
             const RgmBound *bound)
{
  write_figure (writer, name, bound->state, bound->value);
}

static void
write_places (RgmJsonWriter *writer,
              GPtrArray     *places)
{
  rgm_json_writer_open_array (writer, "sources");
  for (guint i = 0; i < places->len; i++)
    {
      const RgmCitationRef *place = g_ptr_array_index (places, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "id", place->source);
      rgm_json_writer_add_string (writer, "place", place->location);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_months (RgmJsonWriter     *writer,
              const RgmEstimate *estimate)
{
  double value;
  RgmBound lower;
  RgmBound upper;

  rgm_json_writer_name (writer, "months");
  if (!rgm_estimate_to_months (estimate, &value, &lower, &upper))
    {
      rgm_json_writer_null (writer);
      return;
    }

  rgm_json_writer_begin_object (writer);
  write_figure (writer, "value", estimate->state, value);
  write_bound (writer, "lower", &lower);
  write_bound (writer, "upper", &upper);
  rgm_json_writer_end_object (writer);
}

static void
write_outcome (RgmJsonWriter *writer,
               RgmOutcome    *outcome)
{
  const RgmEstimate *estimate = &outcome->estimate;

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "endpoint", outcome->endpoint);
  rgm_json_writer_add_string (writer, "state", rgm_enum_get_nick (RGM_TYPE_STATE, estimate->state));
  rgm_json_writer_add_string (writer, "published", estimate->published);
  rgm_json_writer_add_string (writer, "relation", rgm_enum_get_nick (RGM_TYPE_RELATION, estimate->relation));
  write_figure (writer, "value", estimate->state, estimate->value);
  write_bound (writer, "lower", &estimate->lower);
  write_bound (writer, "upper", &estimate->upper);
  rgm_json_writer_add_string (writer, "lower_state", rgm_enum_get_nick (RGM_TYPE_STATE, estimate->lower.state));
  rgm_json_writer_add_string (writer, "upper_state", rgm_enum_get_nick (RGM_TYPE_STATE, estimate->upper.state));
  write_figure (writer, "level", estimate->level > 0 ? RGM_STATE_REPORTED : RGM_STATE_NOT_REPORTED, estimate->level);
  rgm_json_writer_add_string (writer, "unit", estimate->unit);
  rgm_json_writer_add_count (writer, "responders", outcome->responders);
  rgm_json_writer_add_count (writer, "analysed", outcome->analysed);
  rgm_json_writer_add_strv (writer, "derived", outcome->derived);
  write_months (writer, estimate);
  write_places (writer, outcome->citations);
  rgm_json_writer_add_strv (writer, "notes", outcome->notes);
  rgm_json_writer_end_object (writer);
}

static void
write_outcomes (RgmJsonWriter *writer,
                GPtrArray     *outcomes)
{
  rgm_json_writer_open_array (writer, "outcomes");
  for (guint i = 0; i < outcomes->len; i++)
    write_outcome (writer, g_ptr_array_index (outcomes, i));
  rgm_json_writer_end_array (writer);
}

static void
write_arm (RgmJsonWriter *writer,
           RgmArm        *arm)
{
  RgmRegimen *regimen = arm->regimen;
  GPtrArray *agents = regimen->agents;
  GPtrArray *subgroups = arm->subgroups;

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "id", arm->id);
  rgm_json_writer_add_string (writer, "label", arm->label);
  rgm_json_writer_add_string (writer, "class", arm->class_id);
  rgm_json_writer_add_string (writer, "regimen", regimen->id);

  rgm_json_writer_open_array (writer, "agents");
  for (guint i = 0; i < agents->len; i++)
    rgm_json_writer_string (writer, ((RgmAgent *) g_ptr_array_index (agents, i))->id);
  rgm_json_writer_end_array (writer);

  rgm_json_writer_add_count (writer, "n", arm->n);
  write_outcomes (writer, arm->outcomes);

  rgm_json_writer_open_array (writer, "subgroups");
  for (guint i = 0; i < subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (subgroups, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "label", subgroup->label);
      rgm_json_writer_add_count (writer, "n", subgroup->n);
      write_outcomes (writer, subgroup->outcomes);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);
}

static void
write_remark (RgmJsonWriter *writer,
              RgmRemark     *remark)
{
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "kind", remark->kind);
  rgm_json_writer_add_string (writer, "text", remark->text);
  rgm_json_writer_add_string (writer, "summary", remark->summary);
  write_places (writer, remark->citations);
  rgm_json_writer_end_object (writer);
}

static void
write_remarks (RgmJsonWriter *writer,
               GPtrArray     *remarks)
{
  rgm_json_writer_open_array (writer, "remarks");
  for (guint i = 0; i < remarks->len; i++)
    write_remark (writer, g_ptr_array_index (remarks, i));
  rgm_json_writer_end_array (writer);
}

static void
write_enrolment (RgmJsonWriter      *writer,
                 const RgmEnrolment *enrolment)
{
  rgm_json_writer_name (writer, "enrolment");
  if (enrolment == NULL)
    {
      rgm_json_writer_null (writer);
      return;
    }

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_count (writer, "count", enrolment->count);
  rgm_json_writer_add_string (writer, "type", enrolment->type);
  rgm_json_writer_end_object (writer);
}

static void
write_date (RgmJsonWriter      *writer,
            const char         *name,
            const RgmStudyDate *date)
{
  gsize length;

  rgm_json_writer_name (writer, name);
  if (date == NULL)
    {
      rgm_json_writer_null (writer);
      return;
    }

  length = strlen (date->date);
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "date", date->date);
  rgm_json_writer_add_string (writer, "precision", length > 7 ? "day" : length > 4 ? "month" : "year");
  rgm_json_writer_add_string (writer, "type", date->type);
  rgm_json_writer_end_object (writer);
}

static void
write_origin (RgmJsonWriter   *writer,
              const RgmOrigin *origin)
{
  rgm_json_writer_name (writer, "origin");
  if (origin == NULL)
    {
      rgm_json_writer_null (writer);
      return;
    }

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "kind", origin->kind);
  rgm_json_writer_add_string (writer, "file", origin->file);
  rgm_json_writer_add_string (writer, "updated", origin->updated);
  rgm_json_writer_add_string (writer, "imported", origin->imported);
  rgm_json_writer_end_object (writer);
}

/**
 * rgm_evidence_json_trial:
 * @writer: where a value is expected
 * @trial: a trial
 *
 * Writes the trial as an object: all of its arms with their outcomes, and its remarks.
 */
void
rgm_evidence_json_trial (RgmJsonWriter *writer,
                         RgmTrial      *trial)
{
  GPtrArray *arms;

  g_return_if_fail (RGM_IS_TRIAL (trial));

  arms = trial->arms;

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "id", trial->id);
  rgm_json_writer_add_string (writer, "name", trial->name);
  rgm_json_writer_add_strv (writer, "registrations", trial->registrations);
  rgm_json_writer_add_string (writer, "title", trial->title);
  rgm_json_writer_add_string (writer, "phase", trial->phase);
  rgm_json_writer_add_strv (writer, "classes", trial->classes);
  rgm_json_writer_add_string (writer, "allocation", rgm_enum_get_nick (RGM_TYPE_ALLOCATION, trial->allocation));

  rgm_json_writer_open_object (writer, "status");
  rgm_json_writer_add_string (writer, "published", trial->status_published);
  rgm_json_writer_add_string (writer, "state", trial->status_state);
  rgm_json_writer_end_object (writer);

  write_enrolment (writer, trial->enrolment);
  rgm_json_writer_open_object (writer, "dates");
  write_date (writer, "start", trial->start);
  write_date (writer, "primary_completion", trial->primary_completion);
  write_date (writer, "completion", trial->completion);
  write_date (writer, "last_update", trial->last_update);
  rgm_json_writer_end_object (writer);
  write_origin (writer, trial->origin);

  rgm_json_writer_add_string (writer, "population", rgm_trial_get_population (trial));
  rgm_json_writer_add_boolean (writer, "reported", trial->is_reported);

  rgm_json_writer_open_array (writer, "arms");
  for (guint i = 0; i < arms->len; i++)
    write_arm (writer, g_ptr_array_index (arms, i));
  rgm_json_writer_end_array (writer);

  write_remarks (writer, trial->remarks);
  rgm_json_writer_end_object (writer);
}

static void
write_facts (RgmJsonWriter *writer,
             GPtrArray     *facts)
{
  rgm_json_writer_open_array (writer, "facts");
  for (guint i = 0; i < facts->len; i++)
    {
      const RgmFact *fact = g_ptr_array_index (facts, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "topic", fact->topic);
      rgm_json_writer_add_string (writer, "text", fact->text);
      write_places (writer, fact->citations);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_regulatory (RgmJsonWriter *writer,
                  GPtrArray     *steps)
{
  rgm_json_writer_open_array (writer, "regulatory");
  for (guint i = 0; i < steps->len; i++)
    {
      const RgmRegulatoryStep *step = g_ptr_array_index (steps, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "kind", step->kind);
      rgm_json_writer_add_string (writer, "date", step->date);
      rgm_json_writer_add_string (writer, "body", step->body);
      rgm_json_writer_add_string (writer, "indication", step->indication);
      write_places (writer, step->citations);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
begin_record (RgmJsonWriter *writer,
              const char    *kind,
              const char    *id,
              const char    *name)
{
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "kind", kind);
  rgm_json_writer_add_string (writer, "id", id);
  rgm_json_writer_add_string (writer, "name", name);
}

void
rgm_evidence_json_agent (RgmJsonWriter *writer,
                         RgmAgent      *agent)
{
  begin_record (writer, "agent", agent->id, agent->name);
  rgm_json_writer_add_strv (writer, "synonyms", agent->synonyms);
  rgm_json_writer_add_string (writer, "class", agent->class_id);
  rgm_json_writer_add_string (writer, "group", agent->group);
  rgm_json_writer_add_string (writer, "mechanism", agent->mechanism);
  rgm_json_writer_add_string (writer, "payload", agent->payload);
  rgm_json_writer_add_string (writer, "linker", agent->linker);
  rgm_json_writer_add_string (writer, "selectivity", agent->selectivity);
  write_places (writer, agent->citations);
  write_regulatory (writer, agent->regulatory);
  write_facts (writer, agent->facts);
  rgm_json_writer_end_object (writer);
}

void
rgm_evidence_json_regimen (RgmJsonWriter *writer,
                           RgmRegimen    *regimen)
{
  GPtrArray *agents = regimen->agents;

  begin_record (writer, "regimen", regimen->id, regimen->name);
  rgm_json_writer_add_strv (writer, "synonyms", regimen->synonyms);
  rgm_json_writer_open_array (writer, "agents");
  for (guint i = 0; i < agents->len; i++)
    rgm_json_writer_string (writer, ((RgmAgent *) g_ptr_array_index (agents, i))->id);
  rgm_json_writer_end_array (writer);
  write_regulatory (writer, regimen->regulatory);
  write_outcomes (writer, regimen->outcomes);
  rgm_json_writer_end_object (writer);
}

void
rgm_evidence_json_biomarker (RgmJsonWriter *writer,
                             RgmBiomarker  *biomarker)
{
  begin_record (writer, "biomarker", biomarker->id, biomarker->name);
  rgm_json_writer_add_strv (writer, "synonyms", biomarker->synonyms);
  write_facts (writer, biomarker->facts);
  rgm_json_writer_end_object (writer);
}

void
rgm_evidence_json_data_set (RgmJsonWriter *writer,
                            RgmDataSet    *data_set)
{
  begin_record (writer, "data-set", data_set->id, data_set->title);
  rgm_json_writer_add_string (writer, "description", data_set->description);
  write_remarks (writer, data_set->remarks);
  rgm_json_writer_end_object (writer);
}
