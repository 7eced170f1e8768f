/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

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

static void
write_string (RgmJsonWriter *writer,
              const char    *name,
              const char    *value)
{
  rgm_json_writer_name (writer, name);
  rgm_json_writer_string (writer, value);
}

/* A count below 0 is one that isn't known. */
static void
write_count (RgmJsonWriter *writer,
             const char    *name,
             gint64         count)
{
  rgm_json_writer_name (writer, name);
  if (count < 0)
    rgm_json_writer_null (writer);
  else
    rgm_json_writer_int (writer, count);
}

/* A figure stands for itself only where it is reported. */
static void
write_figure (RgmJsonWriter *writer,
              const char    *name,
              RgmState       state,
              double         value)
{
  rgm_json_writer_name (writer, name);
  if (state == RGM_STATE_REPORTED)
    rgm_json_writer_double (writer, value);
  else
    rgm_json_writer_null (writer);
}

static void
write_bound (RgmJsonWriter  *writer,
             const char     *name,
             const RgmBound *bound)
{
  write_figure (writer, name, bound->state, bound->value);
}

static void
write_strv (RgmJsonWriter  *writer,
            const char     *name,
            char          **values)
{
  rgm_json_writer_name (writer, name);
  rgm_json_writer_strv (writer, values);
}

static void
write_places (RgmJsonWriter *writer,
              GPtrArray     *places)
{
  rgm_json_writer_name (writer, "sources");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < places->len; i++)
    {
      const RgmCitationRef *place = g_ptr_array_index (places, i);

      rgm_json_writer_begin_object (writer);
      write_string (writer, "id", place->source);
      write_string (writer, "place", place->location);
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
  write_string (writer, "endpoint", outcome->endpoint);
  write_string (writer, "state", rgm_enum_get_nick (RGM_TYPE_STATE, estimate->state));
  write_string (writer, "published", estimate->published);
  write_string (writer, "relation", rgm_enum_get_nick (RGM_TYPE_RELATION, estimate->relation));
  write_figure (writer, "value", estimate->state, estimate->value);
  write_bound (writer, "lower", &estimate->lower);
  write_bound (writer, "upper", &estimate->upper);
  write_string (writer, "lower_state", rgm_enum_get_nick (RGM_TYPE_STATE, estimate->lower.state));
  write_string (writer, "upper_state", rgm_enum_get_nick (RGM_TYPE_STATE, estimate->upper.state));
  write_figure (writer, "level", estimate->level > 0 ? RGM_STATE_REPORTED : RGM_STATE_NOT_REPORTED, estimate->level);
  write_string (writer, "unit", estimate->unit);
  write_count (writer, "responders", outcome->responders);
  write_count (writer, "analysed", outcome->analysed);
  write_strv (writer, "derived", outcome->derived);
  write_months (writer, estimate);
  write_places (writer, outcome->citations);
  write_strv (writer, "notes", outcome->notes);
  rgm_json_writer_end_object (writer);
}

static void
write_outcomes (RgmJsonWriter *writer,
                GPtrArray     *outcomes)
{
  rgm_json_writer_name (writer, "outcomes");
  rgm_json_writer_begin_array (writer);
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
  write_string (writer, "id", arm->id);
  write_string (writer, "label", arm->label);
  write_string (writer, "class", arm->class_id);
  write_string (writer, "regimen", regimen->id);

  rgm_json_writer_name (writer, "agents");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < agents->len; i++)
    rgm_json_writer_string (writer, ((RgmAgent *) g_ptr_array_index (agents, i))->id);
  rgm_json_writer_end_array (writer);

  write_count (writer, "n", arm->n);
  write_outcomes (writer, arm->outcomes);

  rgm_json_writer_name (writer, "subgroups");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (subgroups, i);

      rgm_json_writer_begin_object (writer);
      write_string (writer, "label", subgroup->label);
      write_count (writer, "n", subgroup->n);
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
  write_string (writer, "kind", remark->kind);
  write_string (writer, "text", remark->text);
  write_places (writer, remark->citations);
  rgm_json_writer_end_object (writer);
}

static void
write_remarks (RgmJsonWriter *writer,
               GPtrArray     *remarks)
{
  rgm_json_writer_name (writer, "remarks");
  rgm_json_writer_begin_array (writer);
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
  write_count (writer, "count", enrolment->count);
  write_string (writer, "type", enrolment->type);
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
  write_string (writer, "date", date->date);
  write_string (writer, "precision", length > 7 ? "day" : length > 4 ? "month" : "year");
  write_string (writer, "type", date->type);
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
  write_string (writer, "kind", origin->kind);
  write_string (writer, "file", origin->file);
  write_string (writer, "updated", origin->updated);
  write_string (writer, "imported", origin->imported);
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
  write_string (writer, "id", trial->id);
  write_string (writer, "name", trial->name);
  write_strv (writer, "registrations", trial->registrations);
  write_string (writer, "title", trial->title);
  write_string (writer, "phase", trial->phase);
  write_strv (writer, "classes", trial->classes);
  write_string (writer, "allocation", rgm_enum_get_nick (RGM_TYPE_ALLOCATION, trial->allocation));

  rgm_json_writer_name (writer, "status");
  rgm_json_writer_begin_object (writer);
  write_string (writer, "published", trial->status_published);
  write_string (writer, "state", trial->status_state);
  rgm_json_writer_end_object (writer);

  write_enrolment (writer, trial->enrolment);
  rgm_json_writer_name (writer, "dates");
  rgm_json_writer_begin_object (writer);
  write_date (writer, "start", trial->start);
  write_date (writer, "primary_completion", trial->primary_completion);
  write_date (writer, "completion", trial->completion);
  write_date (writer, "last_update", trial->last_update);
  rgm_json_writer_end_object (writer);
  write_origin (writer, trial->origin);

  write_string (writer, "population", rgm_trial_get_population (trial));
  rgm_json_writer_name (writer, "reported");
  rgm_json_writer_boolean (writer, trial->is_reported);

  rgm_json_writer_name (writer, "arms");
  rgm_json_writer_begin_array (writer);
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
  rgm_json_writer_name (writer, "facts");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < facts->len; i++)
    {
      const RgmFact *fact = g_ptr_array_index (facts, i);

      rgm_json_writer_begin_object (writer);
      write_string (writer, "topic", fact->topic);
      write_string (writer, "text", fact->text);
      write_places (writer, fact->citations);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_regulatory (RgmJsonWriter *writer,
                  GPtrArray     *steps)
{
  rgm_json_writer_name (writer, "regulatory");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < steps->len; i++)
    {
      const RgmRegulatoryStep *step = g_ptr_array_index (steps, i);

      rgm_json_writer_begin_object (writer);
      write_string (writer, "kind", step->kind);
      write_string (writer, "date", step->date);
      write_string (writer, "body", step->body);
      write_string (writer, "indication", step->indication);
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
  write_string (writer, "kind", kind);
  write_string (writer, "id", id);
  write_string (writer, "name", name);
}

void
rgm_evidence_json_agent (RgmJsonWriter *writer,
                         RgmAgent      *agent)
{
  begin_record (writer, "agent", agent->id, agent->name);
  write_strv (writer, "synonyms", agent->synonyms);
  write_string (writer, "class", agent->class_id);
  write_string (writer, "group", agent->group);
  write_string (writer, "mechanism", agent->mechanism);
  write_string (writer, "payload", agent->payload);
  write_string (writer, "linker", agent->linker);
  write_string (writer, "selectivity", agent->selectivity);
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
  rgm_json_writer_name (writer, "agents");
  rgm_json_writer_begin_array (writer);
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
  write_strv (writer, "synonyms", biomarker->synonyms);
  write_facts (writer, biomarker->facts);
  rgm_json_writer_end_object (writer);
}

void
rgm_evidence_json_data_set (RgmJsonWriter *writer,
                            RgmDataSet    *data_set)
{
  begin_record (writer, "data-set", data_set->id, data_set->title);
  write_string (writer, "description", data_set->description);
  write_remarks (writer, data_set->remarks);
  rgm_json_writer_end_object (writer);
}
