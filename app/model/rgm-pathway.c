/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-pathway.h"
#include "rgm-record-check.h"

/* The domain of an agent that acts at the kinase: a receptor has that one besides its
 * extracellular domains. */
#define KINASE "kinase"

/* A dimer is made of receptors; other edges may join any nodes. */
static void
check_dimerisation (const RgmPathway *self,
                    int               index,
                    RgmCheck         *check)
{
  const RgmPathwayEdge *edge = g_ptr_array_index (self->edges, (guint) index);
  const RgmPathwayNode *from = rgm_check_find (check, &rgm_pathway_node_description, edge->from);
  const RgmPathwayNode *to = rgm_check_find (check, &rgm_pathway_node_description, edge->to);

  if (edge->kind != RGM_EDGE_DIMERISES)
    return;

  if (from != NULL && from->kind != RGM_NODE_RECEPTOR)
    rgm_check_fault (check, "edges", index, "from", _("expected the id of a node that is a receptor, found \"%s\""), from->id);
  if (to != NULL && to->kind != RGM_NODE_DIMER)
    rgm_check_fault (check, "edges", index, "to", _("expected the id of a node that is a dimer, found \"%s\""), to->id);
}

static void
check_domain (const RgmPathway *self,
              int               index,
              RgmCheck         *check)
{
  const RgmAction *action = g_ptr_array_index (self->actions, (guint) index);
  const RgmPathwayNode *node = rgm_check_find (check, &rgm_pathway_node_description, action->node);

  if (node != NULL && action->domain != NULL && !g_str_equal (action->domain, KINASE) &&
      !g_strv_contains ((const char *const *) node->domains, action->domain))
    rgm_check_fault (check, "actions", index, "domain", _("expected a domain of \"%s\", or \"%s\", found \"%s\""),
                     node->id, KINASE, action->domain);
}

static void
check_pathway (gconstpointer  record,
               RgmCheck      *check)
{
  const RgmPathway *self = record;

  for (guint i = 0; i < self->edges->len; i++)
    check_dimerisation (self, (int) i, check);
  for (guint i = 0; i < self->actions->len; i++)
    check_domain (self, (int) i, check);
}

static void
complete_pathway (gpointer record)
{
  RgmPathway *self = record;

  self->node_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const RgmPathwayNode *node = g_ptr_array_index (self->nodes, i);

      g_hash_table_insert (self->node_by_id, (gpointer) node->id, GUINT_TO_POINTER (i + 1));
    }
}

static void
clear_pathway (gpointer record)
{
  g_clear_pointer (&((RgmPathway *) record)->node_by_id, g_hash_table_unref);
}

static const RgmField compartment_fields[] = {
  RGM_FIELD (RgmPathway, compartments[RGM_COMPARTMENT_OUTSIDE], "outside", TEXT, RGM_REQUIRED, "Outside the cell."),
  RGM_FIELD (RgmPathway, compartments[RGM_COMPARTMENT_MEMBRANE], "membrane", TEXT, RGM_REQUIRED, "Its membrane."),
  RGM_FIELD (RgmPathway, compartments[RGM_COMPARTMENT_CYTOPLASM], "cytoplasm", TEXT, RGM_REQUIRED, "Its cytoplasm."),
  RGM_FIELD (RgmPathway, compartments[RGM_COMPARTMENT_NUCLEUS], "nucleus", TEXT, RGM_REQUIRED, "Its nucleus."),
};

static const RgmDescription compartments_description = {
  .name = "compartments",
  .help = "The names of the compartments.",
  .fields = compartment_fields,
  .n_fields = G_N_ELEMENTS (compartment_fields),
};

static const RgmField fields[] = {
  { .key = "compartments", .kind = RGM_FIELD_INLINE, .flags = RGM_REQUIRED, .help = "The names of the compartments.",
    .element = &compartments_description },
  RGM_FIELD (RgmPathway, caveat, "caveat", RECORD, RGM_REQUIRED, "What not to conclude from it.",
             .element = &rgm_statement_description),
  RGM_FIELD (RgmPathway, nodes, "nodes", RECORDS, RGM_REQUIRED, "Its nodes.", .element = &rgm_pathway_node_description),
  RGM_FIELD (RgmPathway, edges, "edges", RECORDS, RGM_REQUIRED, "Its edges.", .element = &rgm_pathway_edge_description),
  RGM_FIELD (RgmPathway, lanes, "pathways", RECORDS, RGM_REQUIRED, "Signalling pathways side by side.",
             .element = &rgm_lane_description),
  RGM_FIELD (RgmPathway, conditions, "conditions", RECORDS, RGM_REQUIRED, "What may hold or not.",
             .element = &rgm_condition_description),
  RGM_FIELD (RgmPathway, alterations, "alterations", RECORDS, RGM_REQUIRED, "What may be altered.",
             .element = &rgm_alteration_description),
  RGM_FIELD (RgmPathway, actions, "actions", RECORDS, RGM_REQUIRED, "Where agents act.", .element = &rgm_action_description),
  RGM_FIELD (RgmPathway, effects, "effects", RECORDS, RGM_REQUIRED, "What agents do besides blocking.",
             .element = &rgm_effect_description),
  RGM_FIELD (RgmPathway, elsewhere, "elsewhere", RECORDS, RGM_REQUIRED, "Agents that act outside the pathway.",
             .element = &rgm_elsewhere_description),
};

RGM_DEFINE_RECORD (RgmPathway, rgm_pathway, fields, .name = "pathway", .help = "Where agents act.",
                   .check = check_pathway, .complete = complete_pathway, .clear = clear_pathway)

/**
 * rgm_pathway_find_node:
 * @self: a pathway
 * @id: the id of a node
 * @index: (out) (optional): its index among the nodes
 *
 * Returns: (transfer none) (nullable): the node
 */
const RgmPathwayNode *
rgm_pathway_find_node (RgmPathway *self,
                       const char *id,
                       guint      *index)
{
  guint found;

  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->node_by_id, id));
  if (found == 0)
    return NULL;

  if (index != NULL)
    *index = found - 1;

  return g_ptr_array_index (self->nodes, found - 1);
}

const RgmPathwayEdge *
rgm_pathway_find_edge (RgmPathway *self,
                       const char *id)
{
  return rgm_record_find (&rgm_pathway_edge_description, self->edges, id);
}

const RgmCondition *
rgm_pathway_find_condition (RgmPathway *self,
                            const char *id)
{
  return rgm_record_find (&rgm_condition_description, self->conditions, id);
}

const RgmAlteration *
rgm_pathway_find_alteration (RgmPathway *self,
                             const char *id)
{
  return rgm_record_find (&rgm_alteration_description, self->alterations, id);
}

char **
rgm_pathway_usual_alterations (RgmPathway *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (self->alterations, i);

      if (alteration->usual)
        g_strv_builder_add (ids, alteration->id);
    }

  return g_strv_builder_end (ids);
}
