/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-pathway-values.h"
#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATHWAY (rgm_pathway_get_type ())

/**
 * RgmPathway:
 *
 * How a signal goes from outside a cell to its nucleus, where agents act on it, and what
 * alterations do to it: a graph, with no word on what is on or off. Immutable.
 */
G_DECLARE_FINAL_TYPE (RgmPathway, rgm_pathway, RGM, PATHWAY, GObject)

/**
 * RgmPathwayParts:
 * @compartments: names of the compartments, by #RgmCompartment
 * @caveat: what not to conclude from it
 *
 * What a #RgmPathway is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   nodes: of #RgmPathwayNode
 *   edges: of #RgmPathwayEdge
 *   lanes: of #RgmLane
 *   conditions: of #RgmCondition
 *   alterations: of #RgmAlteration
 *   actions: of #RgmAction
 *   effects: of #RgmEffect
 *   elsewhere: of #RgmElsewhere
 */
typedef struct
{
  const char    *compartments[RGM_N_COMPARTMENTS];
  const RgmFact *caveat;
  GPtrArray     *nodes;
  GPtrArray     *edges;
  GPtrArray     *lanes;
  GPtrArray     *conditions;
  GPtrArray     *alterations;
  GPtrArray     *actions;
  GPtrArray     *effects;
  GPtrArray     *elsewhere;
} RgmPathwayParts;

RgmPathway           *rgm_pathway_new                  (const RgmPathwayParts *parts);

const char           *rgm_pathway_get_compartment_name (RgmPathway     *self,
                                                        RgmCompartment  compartment);
const RgmFact        *rgm_pathway_get_caveat           (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_nodes            (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_edges            (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_lanes            (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_conditions       (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_alterations      (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_actions          (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_effects          (RgmPathway     *self);
GPtrArray            *rgm_pathway_get_elsewhere        (RgmPathway     *self);
const RgmPathwayNode *rgm_pathway_find_node            (RgmPathway     *self,
                                                        const char     *id,
                                                        guint          *index);
const RgmPathwayEdge *rgm_pathway_find_edge            (RgmPathway     *self,
                                                        const char     *id);
const RgmCondition   *rgm_pathway_find_condition       (RgmPathway     *self,
                                                        const char     *id);
const RgmAlteration  *rgm_pathway_find_alteration      (RgmPathway     *self,
                                                        const char     *id);

G_END_DECLS
