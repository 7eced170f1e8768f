/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-pathway.h"

struct _RgmPathway
{
  GObject     parent_instance;

  char       *compartments[RGM_N_COMPARTMENTS];
  RgmFact    *caveat;
  GPtrArray  *nodes;
  GPtrArray  *edges;
  GPtrArray  *lanes;
  GPtrArray  *conditions;
  GPtrArray  *alterations;
  GPtrArray  *actions;
  GPtrArray  *effects;
  GPtrArray  *elsewhere;

  GHashTable *node_by_id;   /* to its index + 1 */
};

G_DEFINE_FINAL_TYPE (RgmPathway, rgm_pathway, G_TYPE_OBJECT)

static void
rgm_pathway_finalize (GObject *object)
{
  RgmPathway *self = RGM_PATHWAY (object);

  for (guint i = 0; i < RGM_N_COMPARTMENTS; i++)
    g_clear_pointer (&self->compartments[i], g_free);
  g_clear_pointer (&self->caveat, rgm_fact_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->alterations, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->effects, g_ptr_array_unref);
  g_clear_pointer (&self->elsewhere, g_ptr_array_unref);
  g_clear_pointer (&self->node_by_id, g_hash_table_unref);

  G_OBJECT_CLASS (rgm_pathway_parent_class)->finalize (object);
}

static void
rgm_pathway_class_init (RgmPathwayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_pathway_finalize;
}

static void
rgm_pathway_init (RgmPathway *self)
{
}

/**
 * rgm_pathway_new:
 * @parts: what it is made of
 *
 * Whether ids are unique and references resolve is for the caller to have seen to.
 *
 * Returns: (transfer full): a pathway
 */
RgmPathway *
rgm_pathway_new (const RgmPathwayParts *parts)
{
  RgmPathway *self;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (parts->caveat != NULL, NULL);

  self = g_object_new (RGM_TYPE_PATHWAY, NULL);
  for (guint i = 0; i < RGM_N_COMPARTMENTS; i++)
    self->compartments[i] = g_strdup (parts->compartments[i]);
  self->caveat = rgm_fact_new (parts->caveat->topic, parts->caveat->text, parts->caveat->places);
  self->nodes = rgm_array_ref (parts->nodes);
  self->edges = rgm_array_ref (parts->edges);
  self->lanes = rgm_array_ref (parts->lanes);
  self->conditions = rgm_array_ref (parts->conditions);
  self->alterations = rgm_array_ref (parts->alterations);
  self->actions = rgm_array_ref (parts->actions);
  self->effects = rgm_array_ref (parts->effects);
  self->elsewhere = rgm_array_ref (parts->elsewhere);

  self->node_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const RgmPathwayNode *node = g_ptr_array_index (self->nodes, i);

      g_hash_table_insert (self->node_by_id, (gpointer) node->id, GUINT_TO_POINTER (i + 1));
    }

  return self;
}

/**
 * rgm_pathway_get_compartment_name:
 * @self: a pathway
 * @compartment: a compartment
 *
 * Returns: (transfer none): its name
 */
const char *
rgm_pathway_get_compartment_name (RgmPathway     *self,
                                  RgmCompartment  compartment)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);
  g_return_val_if_fail (compartment < RGM_N_COMPARTMENTS, NULL);

  return self->compartments[compartment];
}

/**
 * rgm_pathway_get_caveat:
 * @self: a pathway
 *
 * Returns: (transfer none): what not to conclude from it
 */
const RgmFact *
rgm_pathway_get_caveat (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->caveat;
}

/**
 * rgm_pathway_get_nodes:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmPathwayNode): what a signal goes through
 */
GPtrArray *
rgm_pathway_get_nodes (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->nodes;
}

/**
 * rgm_pathway_get_edges:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmPathwayEdge): how it goes from one to the next
 */
GPtrArray *
rgm_pathway_get_edges (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->edges;
}

/**
 * rgm_pathway_get_lanes:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmLane): the signalling pathways that go side by side
 */
GPtrArray *
rgm_pathway_get_lanes (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->lanes;
}

/**
 * rgm_pathway_get_conditions:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmCondition): what may hold or not
 */
GPtrArray *
rgm_pathway_get_conditions (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->conditions;
}

/**
 * rgm_pathway_get_alterations:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmAlteration): what may be altered
 */
GPtrArray *
rgm_pathway_get_alterations (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->alterations;
}

/**
 * rgm_pathway_get_actions:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmAction): where agents act
 */
GPtrArray *
rgm_pathway_get_actions (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->actions;
}

/**
 * rgm_pathway_get_effects:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmEffect): what agents do beside blocking
 */
GPtrArray *
rgm_pathway_get_effects (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->effects;
}

/**
 * rgm_pathway_get_elsewhere:
 * @self: a pathway
 *
 * Returns: (transfer none) (element-type RgmElsewhere): agents without a place in it
 */
GPtrArray *
rgm_pathway_get_elsewhere (RgmPathway *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);

  return self->elsewhere;
}

/**
 * rgm_pathway_find_node:
 * @self: a pathway
 * @id: the id of a node
 * @index: (out) (optional): where it stands among the nodes
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

/**
 * rgm_pathway_find_edge:
 * @self: a pathway
 * @id: the id of an edge
 *
 * Returns: (transfer none) (nullable): the edge
 */
const RgmPathwayEdge *
rgm_pathway_find_edge (RgmPathway *self,
                       const char *id)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const RgmPathwayEdge *each = g_ptr_array_index (self->edges, i);

      if (g_str_equal (each->id, id))
        return each;
    }

  return NULL;
}

/**
 * rgm_pathway_find_condition:
 * @self: a pathway
 * @id: the id of a condition
 *
 * Returns: (transfer none) (nullable): the condition
 */
const RgmCondition *
rgm_pathway_find_condition (RgmPathway *self,
                            const char *id)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const RgmCondition *each = g_ptr_array_index (self->conditions, i);

      if (g_str_equal (each->id, id))
        return each;
    }

  return NULL;
}

/**
 * rgm_pathway_find_alteration:
 * @self: a pathway
 * @id: the id of an alteration
 *
 * Returns: (transfer none) (nullable): the alteration
 */
const RgmAlteration *
rgm_pathway_find_alteration (RgmPathway *self,
                             const char *id)
{
  g_return_val_if_fail (RGM_IS_PATHWAY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->alterations->len; i++)
    {
      const RgmAlteration *each = g_ptr_array_index (self->alterations, i);

      if (g_str_equal (each->id, id))
        return each;
    }

  return NULL;
}
