/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-frame.h"
#include "rgm-ink.h"
#include "rgm-scene.h"

G_BEGIN_DECLS

/**
 * RgmDiagram:
 *
 * A cell and its signalling pathways: filled once from plain structs, whose strings it copies, and then laid out any number of
 * times, at any size, without changing. It knows neither agents nor logic: names, states and sentences come with the structs.
 *
 *      side   ligand    badge     ligand                 outside
 *     ┌────┐   ┌┴┐ ··list│list··   ┌┴┐
 *     └────┘   └┬┘       └┬┘       └┬┘
 *     ══════════╪═════════╪═════════╪═══════════════   membrane
 *             kinase   kinase··   kinase                cytoplasm
 *                 └─ pair ┴─ pair ──┘
 *              ┌─────────── hub ───────────┐
 *              └──┬───────┬───────┬───────┬┘
 *     target    lane    lane    lane    lane
 *     ───────────┼───────┼───────┼───────┼──────────
 *     target   [          process          ]            nucleus
 *              outcome   outcome   outcome
 */
typedef struct _RgmDiagram RgmDiagram;

/**
 * RgmDiagramZone:
 *
 * The zones of the drawing.
 */
typedef enum
{
  RGM_ZONE_OUTSIDE,
  RGM_ZONE_MEMBRANE,
  RGM_ZONE_CYTOPLASM,
  RGM_ZONE_NUCLEUS,
} RgmDiagramZone;

#define RGM_N_ZONES (RGM_ZONE_NUCLEUS + 1)

/**
 * RgmDiagramShape:
 * @RGM_DIAGRAM_PILL: a name in a rounded outline
 * @RGM_DIAGRAM_RECEPTOR: domains outside, a stem through the membrane, a kinase inside
 * @RGM_DIAGRAM_PAIR: a pair of receptors
 * @RGM_DIAGRAM_HUB: a common start or end of all lanes, as wide as they are
 * @RGM_DIAGRAM_END: a node below the last hub
 *
 * How a node is drawn and aligned.
 */
typedef enum
{
  RGM_DIAGRAM_PILL,
  RGM_DIAGRAM_RECEPTOR,
  RGM_DIAGRAM_PAIR,
  RGM_DIAGRAM_HUB,
  RGM_DIAGRAM_END,
} RgmDiagramShape;

/**
 * RgmDiagramState:
 * @RGM_DIAGRAM_OFF: hollow
 * @RGM_DIAGRAM_ON: filled
 * @RGM_DIAGRAM_BYPASS: filled, with a second outline
 * @RGM_DIAGRAM_BLOCKED: hollow and dashed
 */
typedef enum
{
  RGM_DIAGRAM_OFF,
  RGM_DIAGRAM_ON,
  RGM_DIAGRAM_BYPASS,
  RGM_DIAGRAM_BLOCKED,
} RgmDiagramState;

/**
 * RgmDiagramNode:
 * @id: unique among the nodes
 * @name: what stands inside it
 * @sentence: what it says to assistive technology
 * @shape: how it is drawn
 * @zone: its zone
 * @state: whether it is on
 * @hit: whether an inhibitor acts on it directly, which is drawn as a bar across it
 * @lane: the index of its lane, or -1; nodes of a lane keep the order in which they were added
 * @domains: (nullable) (array zero-terminated=1): of a receptor, from its tip inwards
 * @caption: (nullable): a few words below it
 * @step: the step of the signal in which it comes on, or 0
 * @textbook: whether it rests on textbook knowledge, which a ring says
 */
typedef struct
{
  const char       *id;
  const char       *name;
  const char       *sentence;
  RgmDiagramShape   shape;
  RgmDiagramZone    zone;
  RgmDiagramState   state;
  gboolean          hit;
  int               lane;
  char            **domains;
  const char       *caption;
  guint             step;
  gboolean          textbook;
} RgmDiagramNode;

/**
 * RgmDiagramEdge:
 * @id: unique among the edges
 * @from: the id of a node
 * @to: the id of a node
 * @sentence: what it says to assistive technology
 * @inhibits: whether it ends in a bar instead of an arrow
 * @travels: whether the first node itself moves there; drawn dashed
 * @state: whether a signal passes along it; if blocked, with a bar across
 * @step: the step of the signal in which it comes on, or 0
 * @textbook: whether it rests on textbook knowledge, which a ring says
 */
typedef struct
{
  const char      *id;
  const char      *from;
  const char      *to;
  const char      *sentence;
  gboolean         inhibits;
  gboolean         travels;
  RgmDiagramState  state;
  guint            step;
  gboolean         textbook;
} RgmDiagramEdge;

/**
 * RgmDiagramAgentState:
 * @RGM_DIAGRAM_AGENT_SHOWN: one like the others
 * @RGM_DIAGRAM_AGENT_GIVEN: lit up
 * @RGM_DIAGRAM_AGENT_ASIDE: receding behind the given ones
 */
typedef enum
{
  RGM_DIAGRAM_AGENT_SHOWN,
  RGM_DIAGRAM_AGENT_GIVEN,
  RGM_DIAGRAM_AGENT_ASIDE,
} RgmDiagramAgentState;

/**
 * RgmDiagramAgent:
 * @id: unique among the agents' marks
 * @target: what the mark stands for
 * @name: the text beside its shape
 * @sentence: what it says to assistive technology
 * @node: the id of the node at which it acts
 * @domain: (nullable): the domain at which it acts
 * @inside: at a receptor, whether it acts inside the cell
 * @blocks: whether it blocks there
 * @carried_to: (nullable): the id of the node that its payload is carried to
 * @series: its colour and shape
 * @state: whether it is given
 */
typedef struct
{
  const char           *id;
  const char           *target;
  const char           *name;
  const char           *sentence;
  const char           *node;
  const char           *domain;
  gboolean              inside;
  gboolean              blocks;
  const char           *carried_to;
  RgmSeries             series;
  RgmDiagramAgentState  state;
} RgmDiagramAgent;

RgmDiagram *rgm_diagram_new           (void);
void        rgm_diagram_free          (RgmDiagram             *self);
void        rgm_diagram_set_frame     (RgmDiagram             *self,
                                       const RgmFrame         *frame);
void        rgm_diagram_set_zone_name (RgmDiagram             *self,
                                       RgmDiagramZone          zone,
                                       const char             *name);
void        rgm_diagram_add_legend    (RgmDiagram             *self,
                                       RgmSeries               series,
                                       const char             *label);
void        rgm_diagram_add_state     (RgmDiagram             *self,
                                       RgmDiagramState         state,
                                       const char             *label);
void        rgm_diagram_add_textbook  (RgmDiagram             *self,
                                       const char             *label);
guint       rgm_diagram_add_lane      (RgmDiagram             *self,
                                       const char             *name);
void        rgm_diagram_add_node      (RgmDiagram             *self,
                                       const RgmDiagramNode   *node);
void        rgm_diagram_add_edge      (RgmDiagram             *self,
                                       const RgmDiagramEdge   *edge);
void        rgm_diagram_add_agent     (RgmDiagram             *self,
                                       const RgmDiagramAgent  *agent);
void        rgm_diagram_add_badge     (RgmDiagram             *self,
                                       const char             *node,
                                       const char             *name);
RgmScene   *rgm_diagram_lay_out       (const RgmDiagram       *self,
                                       const RgmLayout        *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmDiagram, rgm_diagram_free)

G_END_DECLS
