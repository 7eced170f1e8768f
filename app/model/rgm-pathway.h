/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pathway-values.h"
#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATHWAY (rgm_pathway_get_type ())

/**
 * RgmPathway:
 *
 * How a signal goes from outside a cell to its nucleus, where agents act on it, and what
 * alterations do to it: a graph, without a state of its own.
 */
G_DECLARE_FINAL_TYPE (RgmPathway, rgm_pathway, RGM, PATHWAY, RgmRecord)

struct _RgmPathway
{
  RgmRecord    parent_instance;

  const char  *compartments[RGM_N_COMPARTMENTS];   /* names, by RgmCompartment */
  RgmFact     *caveat;                             /* what not to conclude from it */
  GPtrArray   *nodes;                              /* of RgmPathwayNode */
  GPtrArray   *edges;                              /* of RgmPathwayEdge */
  GPtrArray   *lanes;                              /* of RgmLane */
  GPtrArray   *conditions;                         /* of RgmCondition */
  GPtrArray   *alterations;                        /* of RgmAlteration */
  GPtrArray   *actions;                            /* of RgmAction */
  GPtrArray   *effects;                            /* of RgmEffect */
  GPtrArray   *elsewhere;                          /* of RgmElsewhere */

  /*< private >*/
  GHashTable  *node_by_id;                         /* to its index + 1 */
};

extern const RgmDescription rgm_pathway_description;

const RgmPathwayNode *rgm_pathway_find_node       (RgmPathway *self,
                                                   const char *id,
                                                   guint      *index);
const RgmPathwayEdge *rgm_pathway_find_edge       (RgmPathway *self,
                                                   const char *id);
const RgmCondition   *rgm_pathway_find_condition  (RgmPathway *self,
                                                   const char *id);
const RgmAlteration  *rgm_pathway_find_alteration (RgmPathway *self,
                                                   const char *id);

/* Ids of the alterations of the tumour that is shown first. */
char                **rgm_pathway_usual_alterations (RgmPathway *self);

G_END_DECLS
