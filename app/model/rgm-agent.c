/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-agent.h"

static const RgmField fields[] = {
  RGM_FIELD (RgmAgent, id, "id", ID, RGM_REQUIRED, "Unique among the agents."),
  RGM_FIELD (RgmAgent, name, "name", TEXT, RGM_REQUIRED, "The usual name."),
  RGM_FIELD (RgmAgent, synonyms, "synonyms", TEXTS, RGM_OPTIONAL, "Other names: generic, brand, code."),
  RGM_FIELD (RgmAgent, class_id, "class", REFERENCE, RGM_OPTIONAL, "The id of its class.", .element = &rgm_class_description),
  RGM_FIELD (RgmAgent, group, "group", TEXT, RGM_OPTIONAL | RGM_SHARED, "What it is listed under if it has no class."),
  RGM_FIELD (RgmAgent, targets, "targets", RECORDS, RGM_OPTIONAL, "What it binds.", .element = &rgm_target_description),
  RGM_FIELD (RgmAgent, mechanism, "mechanism", TEXT, RGM_OPTIONAL, "How it works."),
  RGM_FIELD (RgmAgent, payload, "payload", TEXT, RGM_OPTIONAL | RGM_SHARED, "The payload of an antibody-drug conjugate."),
  RGM_FIELD (RgmAgent, linker, "linker", TEXT, RGM_OPTIONAL | RGM_SHARED, "What links the payload to the antibody."),
  RGM_FIELD (RgmAgent, selectivity, "selectivity", TEXT, RGM_OPTIONAL, "What else it binds, and how much less."),
  RGM_FIELD (RgmAgent, facts, "facts", RECORDS, RGM_OPTIONAL, "What the sources say about it.", .element = &rgm_fact_description),
  RGM_FIELD (RgmAgent, regulatory, "regulatory", RECORDS, RGM_OPTIONAL, "Approvals, designations and guidelines.",
             .element = &rgm_regulatory_step_description),
  RGM_FIELD (RgmAgent, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources describe it.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_RECORD (RgmAgent, rgm_agent, fields, .name = "agent", .help = "A drug, antibody or cell product.",
                   .expected = N_("expected the id of an agent"))
