/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-outcome.h"
#include "rgm-regimen.h"

static const RgmField dosing_fields[] = {
  RGM_FIELD (RgmDosing, agent, "agent", REFERENCE, RGM_REQUIRED, "The id of the agent.", .element = &rgm_agent_description),
  RGM_FIELD (RgmDosing, dose, "dose", TEXT, RGM_OPTIONAL | RGM_SHARED, "How much: 5.4 mg/kg."),
  RGM_FIELD (RgmDosing, schedule, "schedule", TEXT, RGM_OPTIONAL | RGM_SHARED, "How often: every 3 weeks."),
  RGM_FIELD (RgmDosing, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources say it.", .element = &rgm_citation_ref_description),
};

RGM_DEFINE_VALUE (RgmDosing, rgm_dosing, dosing_fields, .name = "dosing", .help = "How an agent is given in a regimen.")

static const RgmField fields[] = {
  RGM_FIELD (RgmRegimen, id, "id", ID, RGM_REQUIRED, "Unique among the regimens."),
  RGM_FIELD (RgmRegimen, name, "name", TEXT, RGM_REQUIRED, "Its name."),
  RGM_FIELD (RgmRegimen, synonyms, "synonyms", TEXTS, RGM_OPTIONAL, "Other names: of a product that holds all of its agents."),
  RGM_FIELD (RgmRegimen, agents, "agents", OBJECTS, RGM_REQUIRED, "The ids of its agents.", .element = &rgm_agent_description),
  RGM_FIELD (RgmRegimen, dosing, "dosing", RECORDS, RGM_OPTIONAL, "The dose and schedule of each agent.",
             .element = &rgm_dosing_description),
  RGM_FIELD (RgmRegimen, regulatory, "regulatory", RECORDS, RGM_OPTIONAL, "Approvals, designations and guidelines.",
             .element = &rgm_regulatory_step_description),
  RGM_FIELD (RgmRegimen, outcomes, "outcomes", RECORDS, RGM_OPTIONAL,
             "Published estimates for the regimen as a whole, such as those of a meta-analysis.", .element = &rgm_outcome_description),
  RGM_FIELD (RgmRegimen, citations, "sources", RECORDS, RGM_OPTIONAL, "Where the sources describe it.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_RECORD (RgmRegimen, rgm_regimen, fields, .name = "regimen", .help = "Agents that are given together.",
                   .expected = N_("expected the id of a regimen"))
