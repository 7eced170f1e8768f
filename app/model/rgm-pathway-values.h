/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-citation-ref.h"

G_BEGIN_DECLS

/* What a pathway is made of: small immutable values. Each is owned by the pathway and
 * lives as long as it does. What each of them says has citations in the sources, or is
 * common textbook knowledge that no source of the data set says; some have both. */

/**
 * RgmCompartment:
 *
 * Where in and around a cell something is, from the outside inwards.
 */
typedef enum
{
  RGM_COMPARTMENT_OUTSIDE,
  RGM_COMPARTMENT_MEMBRANE,
  RGM_COMPARTMENT_CYTOPLASM,
  RGM_COMPARTMENT_NUCLEUS,
} RgmCompartment;

#define RGM_N_COMPARTMENTS (RGM_COMPARTMENT_NUCLEUS + 1)

/**
 * RgmNodeKind:
 * @RGM_NODE_LIGAND: what binds a receptor
 * @RGM_NODE_RECEPTOR: what sits in the membrane and signals, in pairs where it has pairs
 * @RGM_NODE_DIMER: a pair of receptors
 * @RGM_NODE_PROTEIN: what hands a signal on
 * @RGM_NODE_PROCESS: what a signal sets going
 * @RGM_NODE_OUTCOME: what comes of it for the cell
 * @RGM_NODE_TARGET: what a payload acts on
 * @RGM_NODE_CELL: another cell
 *
 * What a node is.
 */
typedef enum
{
  RGM_NODE_LIGAND,
  RGM_NODE_RECEPTOR,
  RGM_NODE_DIMER,
  RGM_NODE_PROTEIN,
  RGM_NODE_PROCESS,
  RGM_NODE_OUTCOME,
  RGM_NODE_TARGET,
  RGM_NODE_CELL,
} RgmNodeKind;

/**
 * RgmEdgeKind:
 * @RGM_EDGE_ACTIVATES: the first switches the second on
 * @RGM_EDGE_INHIBITS: the first holds the second back
 * @RGM_EDGE_DIMERISES: the first, a receptor, is a half of the second, a dimer
 * @RGM_EDGE_TRANSLOCATES: the first goes where the second is, and switches it on
 *
 * What an edge says of its nodes.
 */
typedef enum
{
  RGM_EDGE_ACTIVATES,
  RGM_EDGE_INHIBITS,
  RGM_EDGE_DIMERISES,
  RGM_EDGE_TRANSLOCATES,
} RgmEdgeKind;

/**
 * RgmActionKind:
 * @RGM_ACTION_BINDS: sits there and, as such, stops nothing
 * @RGM_ACTION_PREVENTS: keeps what edges stand for from happening: a ligand's binding, a pairing
 * @RGM_ACTION_INHIBITS: stops what the node does, a kinase's work
 *
 * What an agent does where it acts.
 */
typedef enum
{
  RGM_ACTION_BINDS,
  RGM_ACTION_PREVENTS,
  RGM_ACTION_INHIBITS,
} RgmActionKind;

/**
 * RgmChangeKind:
 * @RGM_CHANGE_ACTIVATES: the node is on with no need of its inputs
 * @RGM_CHANGE_SILENCES: the node's inputs don't switch it on
 * @RGM_CHANGE_LOWERS: there is little of the node on the surface
 * @RGM_CHANGE_RAISES: there is enough of the node on the surface to be found there
 *
 * What an alteration does to a node.
 */
typedef enum
{
  RGM_CHANGE_ACTIVATES,
  RGM_CHANGE_SILENCES,
  RGM_CHANGE_LOWERS,
  RGM_CHANGE_RAISES,
} RgmChangeKind;

/**
 * RgmEffectKind:
 * @RGM_EFFECT_PAYLOAD: a conjugate's payload, taken up by the cell that it binds
 * @RGM_EFFECT_IMMUNE: what calls the immune system
 *
 * What an agent does beside blocking a signal.
 */
typedef enum
{
  RGM_EFFECT_PAYLOAD,
  RGM_EFFECT_IMMUNE,
} RgmEffectKind;

/**
 * RgmPathwayNode:
 * @id: unique among the nodes
 * @name: short enough to stand inside the node
 * @kind: what it is
 * @compartment: where it is
 * @basal: whether it is on of itself
 * @domains: (array zero-terminated=1): of a receptor, those outside the cell from its tip inwards
 * @kinase: of a receptor, whether it has a kinase that works
 * @text: (nullable): more of it, as sentences
 * @citations: (element-type RgmCitationRef): where the sources say it
 * @textbook: whether it is textbook knowledge
 */
typedef struct
{
  const char     *id;
  const char     *name;
  RgmNodeKind     kind;
  RgmCompartment  compartment;
  gboolean        basal;
  char          **domains;
  gboolean        kinase;
  const char     *text;
  GPtrArray      *citations;
  gboolean        textbook;
} RgmPathwayNode;

/**
 * RgmPathwayEdge:
 * @id: unique among the edges
 * @from: the id of the node that it starts at
 * @to: the id of the node that it ends at
 * @kind: what it says
 * @overcomes: (array zero-terminated=1): ids of inhibiting edges to the same node that don't
 *   hold back what comes along this one
 * @text: (nullable): more of it, as sentences
 * @citations: (element-type RgmCitationRef): where the sources say it
 * @textbook: whether it is textbook knowledge
 */
typedef struct
{
  const char   *id;
  const char   *from;
  const char   *to;
  RgmEdgeKind   kind;
  char        **overcomes;
  const char   *text;
  GPtrArray    *citations;
  gboolean      textbook;
} RgmPathwayEdge;

/**
 * RgmLane:
 * @id: unique among the lanes
 * @name: in words
 * @nodes: (array zero-terminated=1): ids of its nodes, in the order of the signal
 *
 * One signalling pathway of several that go side by side. It is on where its last node is.
 */
typedef struct
{
  const char  *id;
  const char  *name;
  char       **nodes;
} RgmLane;

/**
 * RgmCondition:
 * @id: unique among the conditions
 * @name: in words
 * @node: the id of the node that is on where it holds
 * @usual: whether it holds where nothing is said
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *node;
  gboolean    usual;
} RgmCondition;

/**
 * RgmChange:
 * @kind: what it does
 * @node: the id of the node to which
 * @resists: whether agents that prevent pairing, or binding, can't stop it
 * @bypass: whether it goes round, or below, a block higher up
 * @text: (nullable): more of it, as sentences
 * @citations: (element-type RgmCitationRef): where the sources say it
 * @textbook: whether it is textbook knowledge
 *
 * One thing that an alteration does.
 */
typedef struct
{
  RgmChangeKind  kind;
  const char    *node;
  gboolean       resists;
  gboolean       needs_combination;   /* one agent alone can't stop it, several at the node can */
  gboolean       bypass;
  const char    *text;
  GPtrArray     *citations;
  gboolean       textbook;
} RgmChange;

/**
 * RgmVariant:
 * @name: as it is written: 'S310F'
 * @domain: which part of the protein it is in
 */
typedef struct
{
  const char *name;
  const char *domain;
} RgmVariant;

/**
 * RgmAlteration:
 * @id: unique among the alterations
 * @name: in words
 * @node: the id of the node that is altered
 * @variants: (element-type RgmVariant): mutations that it stands for
 * @changes: (element-type RgmChange): what it does
 * @text: (nullable): more of it, as sentences
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *node;
  GPtrArray  *variants;
  GPtrArray  *changes;
  const char *text;
  char      **excludes;   /* ids of alterations that it can't occur with */
  gboolean    usual;      /* present in the tumour that is shown first */
  const char *biomarker;  /* the id of the biomarker whose values show it */
  char      **values;     /* ids of its values, of which one is enough */
} RgmAlteration;

/**
 * RgmAction:
 * @agent: the id of the agent
 * @node: the id of the node at which it acts
 * @domain: (nullable): at which of its domains, or 'kinase'
 * @kind: what it does there
 * @edges: (array zero-terminated=1): ids of the edges that it keeps from happening
 * @only: (nullable): the id of the one alteration whose doing it stops; else it stops all
 * @text: (nullable): more of it, as sentences
 * @citations: (element-type RgmCitationRef): where the sources say it
 * @textbook: whether it is textbook knowledge
 *
 * An agent's point of action.
 */
typedef struct
{
  const char     *agent;
  const char     *node;
  const char     *domain;
  RgmActionKind   kind;
  char          **edges;
  const char     *only;
  const char     *text;
  GPtrArray      *citations;
  gboolean        textbook;
} RgmAction;

/**
 * RgmEffect:
 * @agent: the id of the agent
 * @kind: what it is
 * @at: (nullable): the id of the node that a payload stops, or that the immune system is called at
 * @needs: (nullable): the id of the node that must be on the surface for it
 * @text: as sentences
 * @weak: (nullable): what the sources found where there is little of @needs
 * @citations: (element-type RgmCitationRef): where the sources say it
 * @textbook: whether it is textbook knowledge
 *
 * What an agent does beside blocking.
 */
typedef struct
{
  const char    *agent;
  RgmEffectKind  kind;
  const char    *at;
  const char    *needs;
  const char    *text;
  const char    *weak;
  GPtrArray     *citations;
  gboolean       textbook;
  const char    *only_with;   /* the id of the alteration that it needs to be strong */
  const char    *limits;      /* why it is never strong */
  char         **case_with;   /* ids of alterations with which single cases responded though the surface has little of that node */
  const char    *case_text;   /* what was found in those cases */
} RgmEffect;

/**
 * RgmElsewhere:
 * @agent: the id of the agent
 * @text: where it acts, as a sentence
 * @citations: (element-type RgmCitationRef): where the sources say it
 * @textbook: whether it is textbook knowledge
 *
 * An agent that has no place in the pathway.
 */
typedef struct
{
  const char *agent;
  const char *text;
  GPtrArray  *citations;
  gboolean    textbook;
} RgmElsewhere;

RGM_DECLARE_VALUE (RgmPathwayNode, rgm_pathway_node)
RGM_DECLARE_VALUE (RgmPathwayEdge, rgm_pathway_edge)
RGM_DECLARE_VALUE (RgmLane, rgm_lane)
RGM_DECLARE_VALUE (RgmCondition, rgm_condition)
RGM_DECLARE_VALUE (RgmChange, rgm_change)
RGM_DECLARE_VALUE (RgmVariant, rgm_variant)
RGM_DECLARE_VALUE (RgmAlteration, rgm_alteration)
RGM_DECLARE_VALUE (RgmAction, rgm_action)
RGM_DECLARE_VALUE (RgmEffect, rgm_effect)
RGM_DECLARE_VALUE (RgmElsewhere, rgm_elsewhere)

GType rgm_compartment_get_type (void) G_GNUC_CONST;
GType rgm_node_kind_get_type   (void) G_GNUC_CONST;
GType rgm_edge_kind_get_type   (void) G_GNUC_CONST;
GType rgm_action_kind_get_type (void) G_GNUC_CONST;
GType rgm_change_kind_get_type (void) G_GNUC_CONST;
GType rgm_effect_kind_get_type (void) G_GNUC_CONST;

G_END_DECLS
