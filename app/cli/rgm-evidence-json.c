/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-arm.h"
#include "rgm-evidence-json.h"
#include "rgm-outcome.h"
#include "rgm-place.h"
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
      const RgmPlace *place = g_ptr_array_index (places, i);

      rgm_json_writer_begin_object (writer);
      write_string (writer, "id", place->source);
      write_string (writer, "place", place->words);
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
  const RgmEstimate *estimate = rgm_outcome_get_estimate (outcome);

  rgm_json_writer_begin_object (writer);
  write_string (writer, "endpoint", rgm_outcome_get_endpoint (outcome));
  write_string (writer, "state", rgm_state_to_nick (estimate->state));
  write_string (writer, "published", estimate->published);
  write_string (writer, "relation", rgm_relation_to_sign (estimate->relation));
  write_figure (writer, "value", estimate->state, estimate->value);
  write_bound (writer, "lower", &estimate->lower);
  write_bound (writer, "upper", &estimate->upper);
  write_string (writer, "lower_state", rgm_state_to_nick (estimate->lower.state));
  write_string (writer, "upper_state", rgm_state_to_nick (estimate->upper.state));
  write_figure (writer, "level", estimate->level > 0 ? RGM_STATE_REPORTED : RGM_STATE_NOT_REPORTED, estimate->level);
  write_string (writer, "unit", estimate->unit);
  write_count (writer, "responders", rgm_outcome_get_responders (outcome));
  write_count (writer, "analysed", rgm_outcome_get_analysed (outcome));
  write_strv (writer, "derived", rgm_outcome_get_derived (outcome));
  write_months (writer, estimate);
  write_places (writer, rgm_outcome_get_places (outcome));
  write_strv (writer, "notes", rgm_outcome_get_notes (outcome));
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
  RgmRegimen *regimen = rgm_arm_get_regimen (arm);
  GPtrArray *agents = rgm_regimen_get_agents (regimen);
  GPtrArray *subgroups = rgm_arm_get_subgroups (arm);

  rgm_json_writer_begin_object (writer);
  write_string (writer, "id", rgm_arm_get_id (arm));
  write_string (writer, "label", rgm_arm_get_label (arm));
  write_string (writer, "class", rgm_arm_get_class (arm));
  write_string (writer, "regimen", rgm_regimen_get_id (regimen));

  rgm_json_writer_name (writer, "agents");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < agents->len; i++)
    rgm_json_writer_string (writer, rgm_agent_get_id (g_ptr_array_index (agents, i)));
  rgm_json_writer_end_array (writer);

  write_count (writer, "n", rgm_arm_get_n (arm));
  write_outcomes (writer, rgm_arm_get_outcomes (arm));

  rgm_json_writer_name (writer, "subgroups");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (subgroups, i);

      rgm_json_writer_begin_object (writer);
      write_string (writer, "label", rgm_subgroup_get_label (subgroup));
      write_count (writer, "n", rgm_subgroup_get_n (subgroup));
      write_outcomes (writer, rgm_subgroup_get_outcomes (subgroup));
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
  write_string (writer, "kind", rgm_remark_get_kind (remark));
  write_string (writer, "text", rgm_remark_get_text (remark));
  write_places (writer, rgm_remark_get_places (remark));
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
  GPtrArray *remarks;

  g_return_if_fail (RGM_IS_TRIAL (trial));

  arms = rgm_trial_get_arms (trial);
  remarks = rgm_trial_get_remarks (trial);

  rgm_json_writer_begin_object (writer);
  write_string (writer, "id", rgm_trial_get_id (trial));
  write_string (writer, "name", rgm_trial_get_name (trial));
  write_strv (writer, "registrations", rgm_trial_get_registrations (trial));
  write_string (writer, "title", rgm_trial_get_title (trial));
  write_string (writer, "phase", rgm_trial_get_phase (trial));
  write_strv (writer, "classes", rgm_trial_get_classes (trial));
  write_string (writer, "allocation", rgm_allocation_to_nick (rgm_trial_get_allocation (trial)));

  rgm_json_writer_name (writer, "status");
  rgm_json_writer_begin_object (writer);
  write_string (writer, "published", rgm_trial_get_status_published (trial));
  write_string (writer, "state", rgm_trial_get_status_state (trial));
  rgm_json_writer_end_object (writer);

  write_string (writer, "population", rgm_trial_get_population (trial));
  rgm_json_writer_name (writer, "reported");
  rgm_json_writer_boolean (writer, rgm_trial_get_is_reported (trial));

  rgm_json_writer_name (writer, "arms");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < arms->len; i++)
    write_arm (writer, g_ptr_array_index (arms, i));
  rgm_json_writer_end_array (writer);

  rgm_json_writer_name (writer, "remarks");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < remarks->len; i++)
    write_remark (writer, g_ptr_array_index (remarks, i));
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);
}
