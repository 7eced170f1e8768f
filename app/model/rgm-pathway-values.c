/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-agent.h"
#include "rgm-biomarker.h"
#include "rgm-enum.h"
#include "rgm-pathway-values.h"
#include "rgm-record-check.h"

static const RgmEnumTerm compartments[] = {
  RGM_ENUM_TERM (RGM_COMPARTMENT_OUTSIDE, "outside", NULL),
  RGM_ENUM_TERM (RGM_COMPARTMENT_MEMBRANE, "membrane", NULL),
  RGM_ENUM_TERM (RGM_COMPARTMENT_CYTOPLASM, "cytoplasm", NULL),
  RGM_ENUM_TERM (RGM_COMPARTMENT_NUCLEUS, "nucleus", NULL),
};

static const RgmEnumTerm node_kinds[] = {
  RGM_ENUM_TERM (RGM_NODE_LIGAND, "ligand", NULL),
  RGM_ENUM_TERM (RGM_NODE_RECEPTOR, "receptor", NULL),
  RGM_ENUM_TERM (RGM_NODE_DIMER, "dimer", NULL),
  RGM_ENUM_TERM (RGM_NODE_PROTEIN, "protein", NULL),
  RGM_ENUM_TERM (RGM_NODE_PROCESS, "process", NULL),
  RGM_ENUM_TERM (RGM_NODE_OUTCOME, "outcome", NULL),
  RGM_ENUM_TERM (RGM_NODE_TARGET, "target", NULL),
  RGM_ENUM_TERM (RGM_NODE_CELL, "cell", NULL),
};

static const RgmEnumTerm edge_kinds[] = {
  RGM_ENUM_TERM (RGM_EDGE_ACTIVATES, "activates", NULL),
  RGM_ENUM_TERM (RGM_EDGE_INHIBITS, "inhibits", NULL),
  RGM_ENUM_TERM (RGM_EDGE_DIMERISES, "dimerises", NULL),
  RGM_ENUM_TERM (RGM_EDGE_TRANSLOCATES, "translocates", NULL),
};

static const RgmEnumTerm action_kinds[] = {
  RGM_ENUM_TERM (RGM_ACTION_BINDS, "binds", NULL),
  RGM_ENUM_TERM (RGM_ACTION_PREVENTS, "prevents", NULL),
  RGM_ENUM_TERM (RGM_ACTION_INHIBITS, "inhibits", NULL),
};

static const RgmEnumTerm change_kinds[] = {
  RGM_ENUM_TERM (RGM_CHANGE_ACTIVATES, "activates", NULL),
  RGM_ENUM_TERM (RGM_CHANGE_SILENCES, "silences", NULL),
  RGM_ENUM_TERM (RGM_CHANGE_LOWERS, "lowers", NULL),
  RGM_ENUM_TERM (RGM_CHANGE_RAISES, "raises", NULL),
};

static const RgmEnumTerm effect_kinds[] = {
  RGM_ENUM_TERM (RGM_EFFECT_PAYLOAD, "payload", NULL),
  RGM_ENUM_TERM (RGM_EFFECT_IMMUNE, "immune", NULL),
};

RGM_DEFINE_ENUM (RgmCompartment, rgm_compartment, NULL, compartments)
RGM_DEFINE_ENUM (RgmNodeKind, rgm_node_kind, NULL, node_kinds)
RGM_DEFINE_ENUM (RgmEdgeKind, rgm_edge_kind, NULL, edge_kinds)
RGM_DEFINE_ENUM (RgmActionKind, rgm_action_kind, NULL, action_kinds)
RGM_DEFINE_ENUM (RgmChangeKind, rgm_change_kind, NULL, change_kinds)
RGM_DEFINE_ENUM (RgmEffectKind, rgm_effect_kind, NULL, effect_kinds)

/* Nothing in a pathway stands without support: it has citations, or is textbook knowledge. */
static void
check_support (GPtrArray *citations,
               gboolean   textbook,
               RgmCheck  *check)
{
  if (citations->len == 0 && !textbook)
    rgm_check_fault (check, "sources", -1, NULL, _("expected a location in a source, or \"textbook\": true beside it, found neither"));
}

#define DEFINE_CHECK(Type, name)                            \
  static void                                               \
  name (gconstpointer  record,                              \
        RgmCheck      *check)                               \
  {                                                         \
    const Type *self = record;                              \
                                                            \
    check_support (self->citations, self->textbook, check); \
  }

DEFINE_CHECK (RgmPathwayNode, check_node)
DEFINE_CHECK (RgmPathwayEdge, check_edge)
DEFINE_CHECK (RgmChange, check_change)
DEFINE_CHECK (RgmAction, check_action)
DEFINE_CHECK (RgmEffect, check_effect)
DEFINE_CHECK (RgmElsewhere, check_elsewhere)

#define SUPPORT_SCHEMA                                                                                    \
  "{\"anyOf\": [{\"properties\": {\"sources\": {\"minItems\": 1}}},"                                      \
  " {\"properties\": {\"textbook\": {\"const\": true}}, \"required\": [\"textbook\"]}]}"

#define SUPPORT(Type)                                                                                                          \
  RGM_FIELD (Type, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources say it; empty for textbook knowledge.",      \
             .element = &rgm_citation_ref_description),                                                                         \
  RGM_FIELD (Type, textbook, "textbook", BOOLEAN, RGM_OPTIONAL,                                                                 \
             "Whether it is common textbook knowledge that needs no source of the data set.")

static const RgmField node_fields[] = {
  RGM_FIELD (RgmPathwayNode, id, "id", ID, RGM_REQUIRED, "Unique among the nodes."),
  RGM_FIELD (RgmPathwayNode, name, "name", TEXT, RGM_REQUIRED, "Short enough to fit inside it."),
  RGM_FIELD (RgmPathwayNode, kind, "kind", ENUM, RGM_REQUIRED, "The kind of node.", .type = rgm_node_kind_get_type),
  RGM_FIELD (RgmPathwayNode, compartment, "compartment", ENUM, RGM_REQUIRED, "Its compartment.", .type = rgm_compartment_get_type),
  RGM_FIELD (RgmPathwayNode, basal, "basal", BOOLEAN, RGM_OPTIONAL, "Whether it is constitutively active."),
  RGM_FIELD (RgmPathwayNode, domains, "domains", TEXTS, RGM_OPTIONAL,
             "The extracellular domains of a receptor, from the tip inwards."),
  RGM_FIELD (RgmPathwayNode, kinase, "kinase", BOOLEAN, RGM_OPTIONAL, "Whether a receptor has a working kinase."),
  RGM_FIELD (RgmPathwayNode, text, "text", TEXT, RGM_OPTIONAL, "More about it, in sentences."),
  SUPPORT (RgmPathwayNode),
};

RGM_DEFINE_VALUE (RgmPathwayNode, rgm_pathway_node, node_fields, .name = "node", .help = "A node of the pathway.",
                  .check = check_node, .schema = SUPPORT_SCHEMA, .expected = N_("expected the id of a node"))

static const RgmField edge_fields[] = {
  RGM_FIELD (RgmPathwayEdge, id, "id", ID, RGM_REQUIRED, "Unique among the edges."),
  RGM_FIELD (RgmPathwayEdge, from, "from", REFERENCE, RGM_REQUIRED, "The id of the node where it starts.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmPathwayEdge, to, "to", REFERENCE, RGM_REQUIRED, "The id of the node where it ends.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmPathwayEdge, kind, "kind", ENUM, RGM_REQUIRED, "What the first node does to the second.", .type = rgm_edge_kind_get_type),
  RGM_FIELD (RgmPathwayEdge, overcomes, "overcomes", REFERENCES, RGM_OPTIONAL | RGM_FORWARD,
             "The ids of inhibiting edges to the same node that don't stop the signal along this one.",
             .element = &rgm_pathway_edge_description),
  RGM_FIELD (RgmPathwayEdge, text, "text", TEXT, RGM_OPTIONAL, "More about it, in sentences."),
  SUPPORT (RgmPathwayEdge),
};

RGM_DEFINE_VALUE (RgmPathwayEdge, rgm_pathway_edge, edge_fields, .name = "edge", .help = "An edge between two nodes.",
                  .check = check_edge, .schema = SUPPORT_SCHEMA, .expected = N_("expected the id of an edge"))

static const RgmField lane_fields[] = {
  RGM_FIELD (RgmLane, id, "id", ID, RGM_REQUIRED, "Unique among the signalling pathways."),
  RGM_FIELD (RgmLane, name, "name", TEXT, RGM_REQUIRED, "Its name."),
  RGM_FIELD (RgmLane, nodes, "nodes", REFERENCES, RGM_REQUIRED | RGM_FILLED, "The ids of its nodes, in the order of the signal.",
             .element = &rgm_pathway_node_description),
};

RGM_DEFINE_VALUE (RgmLane, rgm_lane, lane_fields, .name = "lane",
                  .help = "One signalling pathway of several side by side. It is active where its last node is.",
                  .expected = N_("expected the id of a pathway"))

static const RgmField condition_fields[] = {
  RGM_FIELD (RgmCondition, id, "id", ID, RGM_REQUIRED, "Unique among the conditions."),
  RGM_FIELD (RgmCondition, name, "name", TEXT, RGM_REQUIRED, "Its name."),
  RGM_FIELD (RgmCondition, node, "node", REFERENCE, RGM_REQUIRED, "The id of the node that is active where it holds.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmCondition, usual, "usual", BOOLEAN, RGM_OPTIONAL, "Whether it holds by default."),
};

RGM_DEFINE_VALUE (RgmCondition, rgm_condition, condition_fields, .name = "condition", .help = "A condition that may hold or not.",
                  .expected = N_("expected the id of a condition"))

static const RgmField variant_fields[] = {
  RGM_FIELD (RgmVariant, name, "name", TEXT, RGM_REQUIRED, "As it is written: S310F."),
  RGM_FIELD (RgmVariant, domain, "domain", TEXT, RGM_REQUIRED | RGM_SHARED, "The domain of the protein that it is in."),
};

RGM_DEFINE_VALUE (RgmVariant, rgm_variant, variant_fields, .name = "variant", .help = "A mutation that an alteration comprises.")

static const RgmField change_fields[] = {
  RGM_FIELD (RgmChange, kind, "kind", ENUM, RGM_REQUIRED, "What it does.", .type = rgm_change_kind_get_type),
  RGM_FIELD (RgmChange, node, "node", REFERENCE, RGM_REQUIRED, "The id of the node that it changes.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmChange, resists, "resists", BOOLEAN, RGM_OPTIONAL,
             "Whether agents that prevent dimerisation or binding can't stop it."),
  RGM_FIELD (RgmChange, needs_combination, "needs_combination", BOOLEAN, RGM_OPTIONAL,
             "Whether one agent alone can't stop it, only several that act at the same receptor."),
  RGM_FIELD (RgmChange, bypass, "bypass", BOOLEAN, RGM_OPTIONAL, "Whether it bypasses a block further upstream."),
  RGM_FIELD (RgmChange, text, "text", TEXT, RGM_OPTIONAL, "More about it, in sentences."),
  SUPPORT (RgmChange),
};

RGM_DEFINE_VALUE (RgmChange, rgm_change, change_fields, .name = "change", .help = "One effect of an alteration on a node.",
                  .check = check_change, .schema = SUPPORT_SCHEMA)

static const RgmField alteration_fields[] = {
  RGM_FIELD (RgmAlteration, id, "id", ID, RGM_REQUIRED, "Unique among the alterations."),
  RGM_FIELD (RgmAlteration, name, "name", TEXT, RGM_REQUIRED, "Its name."),
  RGM_FIELD (RgmAlteration, node, "node", REFERENCE, RGM_REQUIRED, "The id of the node that is altered.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmAlteration, variants, "variants", RECORDS, RGM_OPTIONAL, "Mutations that it comprises.",
             .element = &rgm_variant_description),
  RGM_FIELD (RgmAlteration, changes, "changes", RECORDS, RGM_REQUIRED, "What it does.", .element = &rgm_change_description),
  RGM_FIELD (RgmAlteration, text, "text", TEXT, RGM_OPTIONAL, "More about it, in sentences."),
  RGM_FIELD (RgmAlteration, excludes, "excludes", REFERENCES, RGM_OPTIONAL | RGM_FORWARD,
             "The ids of the alterations that it can't occur with.", .element = &rgm_alteration_description),
  RGM_FIELD (RgmAlteration, biomarker, "biomarker", REFERENCE, RGM_OPTIONAL, "The id of the biomarker whose values show it.",
             .element = &rgm_biomarker_description),
  RGM_FIELD (RgmAlteration, values, "values", REFERENCES, RGM_OPTIONAL, "The ids of its values, of which one is enough.",
             .element = &rgm_biomarker_value_description, .within = "biomarker"),
  RGM_FIELD (RgmAlteration, usual, "usual", BOOLEAN, RGM_OPTIONAL, "Whether the tumour that is shown first has it."),
};

RGM_DEFINE_VALUE (RgmAlteration, rgm_alteration, alteration_fields, .name = "alteration", .help = "An alteration of the tumour.",
                  .expected = N_("expected the id of an alteration"))

static const RgmField action_fields[] = {
  RGM_FIELD (RgmAction, agent, "agent", REFERENCE, RGM_REQUIRED, "The id of the agent.",
             .element = &rgm_agent_description),
  RGM_FIELD (RgmAction, node, "node", REFERENCE, RGM_REQUIRED, "The id of the node where it acts.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmAction, domain, "domain", TEXT, RGM_OPTIONAL | RGM_SHARED, "The domain of the node where it acts, or kinase."),
  RGM_FIELD (RgmAction, kind, "kind", ENUM, RGM_REQUIRED, "What it does there.", .type = rgm_action_kind_get_type),
  RGM_FIELD (RgmAction, edges, "edges", REFERENCES, RGM_OPTIONAL, "The ids of the edges that it prevents.",
             .element = &rgm_pathway_edge_description),
  RGM_FIELD (RgmAction, only, "only", REFERENCE, RGM_OPTIONAL,
             "The id of the one alteration whose effect it stops; all are stopped if left out.", .element = &rgm_alteration_description),
  RGM_FIELD (RgmAction, text, "text", TEXT, RGM_OPTIONAL, "More about it, in sentences."),
  SUPPORT (RgmAction),
};

RGM_DEFINE_VALUE (RgmAction, rgm_action, action_fields, .name = "action", .help = "Where and how an agent acts.",
                  .check = check_action, .schema = SUPPORT_SCHEMA)

static const RgmField effect_fields[] = {
  RGM_FIELD (RgmEffect, agent, "agent", REFERENCE, RGM_REQUIRED, "The id of the agent.",
             .element = &rgm_agent_description),
  RGM_FIELD (RgmEffect, kind, "kind", ENUM, RGM_REQUIRED, "The kind of effect.", .type = rgm_effect_kind_get_type),
  RGM_FIELD (RgmEffect, at, "at", REFERENCE, RGM_OPTIONAL,
             "The id of the node that a payload stops, or where the immune system is engaged.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmEffect, needs, "needs", REFERENCE, RGM_OPTIONAL, "The id of the node that must be on the surface for it.",
             .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmEffect, text, "text", TEXT, RGM_REQUIRED, "In sentences."),
  RGM_FIELD (RgmEffect, weak, "weak", TEXT, RGM_OPTIONAL, "What the sources found where the surface has little of that node."),
  RGM_FIELD (RgmEffect, only_with, "only_with", REFERENCE, RGM_OPTIONAL,
             "The id of the alteration that it needs to be strong; without it, what is in weak holds.", .element = &rgm_alteration_description),
  RGM_FIELD (RgmEffect, limits, "limits", TEXT, RGM_OPTIONAL, "Why it is never strong, in a sentence."),
  RGM_FIELD (RgmEffect, case_with, "case_with", REFERENCES, RGM_OPTIONAL,
             "The ids of alterations with which single cases responded though the surface has little of that node.",
             .element = &rgm_alteration_description),
  RGM_FIELD (RgmEffect, case_text, "case", TEXT, RGM_OPTIONAL, "What was found in those cases."),
  SUPPORT (RgmEffect),
};

RGM_DEFINE_VALUE (RgmEffect, rgm_effect, effect_fields, .name = "effect", .help = "What an agent does besides blocking a signal.",
                  .check = check_effect, .schema = SUPPORT_SCHEMA)

static const RgmField elsewhere_fields[] = {
  RGM_FIELD (RgmElsewhere, agent, "agent", REFERENCE, RGM_REQUIRED, "The id of the agent.",
             .element = &rgm_agent_description),
  RGM_FIELD (RgmElsewhere, text, "text", TEXT, RGM_REQUIRED, "Where it acts, as a sentence."),
  SUPPORT (RgmElsewhere),
};

RGM_DEFINE_VALUE (RgmElsewhere, rgm_elsewhere, elsewhere_fields, .name = "elsewhere", .help = "An agent that acts outside the pathway.",
                  .check = check_elsewhere, .schema = SUPPORT_SCHEMA)
