/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pathway.h"

G_BEGIN_DECLS

/* The pathway's logic, run once under what is given. `rgm-signal.c` asks it several times
 * and compares. The rules:
 *
 *  1. A node is on of itself if it is basal, if a condition that holds says so, or if an
 *     alteration activates it.
 *  2. An edge that activates or translocates switches its end on where its start is on.
 *  3. A pair (a dimer) forms where none of its halves is kept from pairing. It is on where
 *     it forms, a half has a kinase that works, no half is inhibited, and a half is driven
 *     (rules 1 and 2). An alteration that activates the pair needs no driven half; one that
 *     also resists needs no forming either, and one that needs a combination to be stopped
 *     takes no notice of a single agent at the halves.
 *  4. A receptor is on where it is driven (by its ligand, rule 2), and where a pair is on
 *     that it is a partner in.
 *  5. An edge that inhibits holds its end back where its start is on: the end isn't on of
 *     itself, nor along an edge, unless that edge overcomes the inhibiting one. What an
 *     alteration or an agent switches on isn't held back.
 *  6. An alteration that silences a node takes away what comes along edges and from halves.
 *  7. An agent that prevents an edge takes that edge away. An agent that inhibits a node
 *     switches it off whatever drives it; if it does so only with one alteration, it takes
 *     away just what that alteration does.
 *  8. A payload in full strength inhibits the node that it is for, and every outcome: it
 *     kills the cell, whatever signal goes on. An immune effect of any strength activates
 *     its node.
 *  9. A payload, or an immune effect, that needs a node on the surface is none where no
 *     alteration raises the node, and weak where one lowers it, whatever raises it.
 *
 * Without rule 5 more of anything never switches a node off, so the rules have a least
 * fixpoint, and that is the answer: a loop of edges doesn't keep itself on. With rule 5 the
 * answer is the well-founded one, found by alternating between too little and too much
 * (Van Gelder, The alternating fixpoint of logic programs with negation, 1993): what would
 * be on only because it holds itself back is off. Both come to an end for every graph. */

typedef enum
{
  RGM_SIGNAL_REASON_NONE,
  RGM_SIGNAL_REASON_BASAL,
  RGM_SIGNAL_REASON_CONDITION,
  RGM_SIGNAL_REASON_ALTERATION,
  RGM_SIGNAL_REASON_AGENT,
  RGM_SIGNAL_REASON_EDGE,
  RGM_SIGNAL_REASON_HALF,
} RgmSignalReasonKind;

/**
 * RgmSignalReason:
 * @kind: why a node is on
 * @id: of the condition, alteration or agent
 * @from: the index of the node that it comes from, by an edge or as a half
 */
typedef struct
{
  RgmSignalReasonKind  kind;
  const char    *id;
  guint          from;
} RgmSignalReason;

/**
 * RgmLink:
 *
 * An edge with the indices of its nodes.
 */
typedef struct
{
  const RgmPathwayEdge *edge;
  guint                 from;
  guint                 to;
} RgmLink;

/**
 * RgmGraph:
 * @links: (array length=n_links): all edges
 * @link_by_id: (element-type utf8 guint): for the id of an edge, its index in @links
 * @inputs: (array length=n_nodes): for each node, the indices of links that end there
 * @outputs: (array length=n_nodes): for each node, the indices of links that start there
 *
 * A pathway, prepared for running.
 */
typedef struct
{
  RgmPathway  *pathway;
  guint        n_nodes;
  guint        n_links;
  RgmLink     *links;
  GHashTable  *link_by_id;
  GArray     **inputs;
  GArray     **outputs;
  gboolean    *has_pairs;
} RgmGraph;

/**
 * RgmGiven:
 * @actions: (element-type RgmAction): of the agents that are given
 * @alterations: (element-type RgmAlteration): those that are there
 * @conditions: (element-type RgmCondition): those that hold
 * @stopped: (array): for each node, the id of the agent whose payload stops it, or %NULL
 * @called: (array): for each node, the id of the agent whose effect activates it, or %NULL
 * @no_bypass: whether changes that bypass are left out
 *
 * The input of a run.
 */
typedef struct
{
  GPtrArray   *actions;
  GPtrArray   *alterations;
  GPtrArray   *conditions;
  const char **stopped;
  const char **called;
  gboolean     no_bypass;
} RgmGiven;

/**
 * RgmRun:
 * @driven: for each node, whether rules 1 to 3 switch it on
 * @active: for each node, whether it is on
 * @reason: for each driven node, the first reason that was found
 * @round: for each node that is on, the round in which it came on, from 1
 * @cut: for each link, whether an agent prevents it
 *
 * The result of a run.
 */
typedef struct
{
  const RgmGraph *graph;
  const RgmGiven *given;
  gboolean       *driven;
  gboolean       *active;
  RgmSignalReason      *reason;
  guint          *round;
  gboolean       *cut;
} RgmRun;

RgmGraph *rgm_graph_new          (RgmPathway     *pathway);
void      rgm_graph_free         (RgmGraph       *self);
RgmRun   *rgm_run_new            (const RgmGraph *graph,
                                  const RgmGiven *given);
void      rgm_run_free           (RgmRun         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmGraph, rgm_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmRun, rgm_run_free)

G_END_DECLS
