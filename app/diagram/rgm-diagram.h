/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-ink.h"
#include "rgm-scene.h"
#include "rgm-text-measure.h"

G_BEGIN_DECLS

/**
 * RgmDiagram:
 *
 * A cell with what a signal goes through: filled once from plain structs, whose strings it
 * copies, and then laid out as often as it takes, at any size, without changing. It knows
 * nothing of agents' names or of what switches what on: names, states and sentences come
 * with the structs.
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
 * Where in and around the cell something is.
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
 * @RGM_DIAGRAM_HUB: what all lanes start from or end at: as wide as they are
 * @RGM_DIAGRAM_END: what stands below the last hub
 *
 * How a node is drawn, and with which others it stands in line.
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
 * @zone: where it is
 * @state: whether it is on
 * @hit: whether something that blocks acts right here: it gets a bar across
 * @lane: the index of its lane, or -1; within a lane the nodes stand in the order of adding
 * @domains: (nullable) (array zero-terminated=1): of a receptor, from its tip inwards
 * @caption: (nullable): a few words below it
 * @step: the step of the signal's way, or 0
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
} RgmDiagramNode;

/**
 * RgmDiagramEdge:
 * @id: unique among the edges
 * @from: the id of a node
 * @to: the id of a node
 * @sentence: what it says to assistive technology
 * @inhibits: whether it ends in a bar instead of an arrow
 * @travels: whether the first goes there itself: dashed
 * @state: whether a signal goes along it; blocked: with a bar across
 * @step: the step of the signal's way, or 0
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
} RgmDiagramEdge;

/**
 * RgmDiagramAgentState:
 * @RGM_DIAGRAM_AGENT_SHOWN: one like the others
 * @RGM_DIAGRAM_AGENT_GIVEN: lit up
 * @RGM_DIAGRAM_AGENT_ASIDE: stepping back behind those that are given
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
 * @name: what stands beside its shape
 * @sentence: what it says to assistive technology
 * @node: the id of the node at which it acts
 * @domain: (nullable): at which of its domains
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

/**
 * RgmDiagramWords:
 *
 * The words round the drawing, as those of every figure.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *summary;
  const char *note;
  const char *caveat;
  const char *sources;
} RgmDiagramWords;

/**
 * RgmDiagramLayout:
 * @measure: what measures the texts
 * @direction: which way the scene reads
 * @width: of the scene, in points
 * @height: of the scene, in points, or 0 for as tall as is good
 * @base: the size of type b in points
 * @floor: the size below which no type may fall, in points
 *
 * How a diagram is laid out. It grows to fill what there is, up to twice the size of type,
 * and shrinks to the floor; where even that doesn't fit, agents that aren't given lose
 * their names, and the scene grows in height. In a scene too narrow for that the drawing is
 * scaled to it.
 */
typedef struct
{
  RgmTextMeasure *measure;
  RgmDirection    direction;
  double          width;
  double          height;
  double          base;
  double          floor;
} RgmDiagramLayout;

RgmDiagram *rgm_diagram_new           (void);
void        rgm_diagram_free          (RgmDiagram             *self);
void        rgm_diagram_set_words     (RgmDiagram             *self,
                                       const RgmDiagramWords  *words);
void        rgm_diagram_set_zone_name (RgmDiagram             *self,
                                       RgmDiagramZone          zone,
                                       const char             *name);
void        rgm_diagram_add_legend    (RgmDiagram             *self,
                                       RgmSeries               series,
                                       const char             *label);
void        rgm_diagram_add_state     (RgmDiagram             *self,
                                       RgmDiagramState         state,
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
                                       const RgmDiagramLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmDiagram, rgm_diagram_free)

G_END_DECLS
