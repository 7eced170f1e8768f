/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-pathway-values.h"

/* Each value is made from another of its type, whose words it copies and whose arrays
 * it references; each is freed by the function beside its constructor. */

RgmPathwayNode *
rgm_pathway_node_new (const RgmPathwayNode *from)
{
  RgmPathwayNode *self = g_new (RgmPathwayNode, 1);

  *self = *from;
  self->id = rgm_word_new (from->id);
  self->name = g_strdup (from->name);
  self->domains = rgm_words_dup (from->domains);
  self->text = g_strdup (from->text);
  self->places = rgm_array_ref (from->places);

  return self;
}

void
rgm_pathway_node_free (RgmPathwayNode *self)
{
  rgm_word_free ((char *) self->id);
  g_free ((char *) self->name);
  g_strfreev (self->domains);
  g_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmPathwayEdge *
rgm_pathway_edge_new (const RgmPathwayEdge *from)
{
  RgmPathwayEdge *self = g_new (RgmPathwayEdge, 1);

  *self = *from;
  self->id = rgm_word_new (from->id);
  self->from = rgm_word_new (from->from);
  self->to = rgm_word_new (from->to);
  self->overcomes = rgm_words_dup (from->overcomes);
  self->text = g_strdup (from->text);
  self->places = rgm_array_ref (from->places);

  return self;
}

void
rgm_pathway_edge_free (RgmPathwayEdge *self)
{
  rgm_word_free ((char *) self->id);
  rgm_word_free ((char *) self->from);
  rgm_word_free ((char *) self->to);
  g_strfreev (self->overcomes);
  g_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmLane *
rgm_lane_new (const RgmLane *from)
{
  RgmLane *self = g_new (RgmLane, 1);

  *self = *from;
  self->id = rgm_word_new (from->id);
  self->name = g_strdup (from->name);
  self->nodes = rgm_words_dup (from->nodes);

  return self;
}

void
rgm_lane_free (RgmLane *self)
{
  rgm_word_free ((char *) self->id);
  g_free ((char *) self->name);
  g_strfreev (self->nodes);
  g_free (self);
}

RgmCondition *
rgm_condition_new (const RgmCondition *from)
{
  RgmCondition *self = g_new (RgmCondition, 1);

  *self = *from;
  self->id = rgm_word_new (from->id);
  self->name = g_strdup (from->name);
  self->node = rgm_word_new (from->node);

  return self;
}

void
rgm_condition_free (RgmCondition *self)
{
  rgm_word_free ((char *) self->id);
  g_free ((char *) self->name);
  rgm_word_free ((char *) self->node);
  g_free (self);
}

RgmChange *
rgm_change_new (const RgmChange *from)
{
  RgmChange *self = g_new (RgmChange, 1);

  *self = *from;
  self->node = rgm_word_new (from->node);
  self->text = g_strdup (from->text);
  self->places = rgm_array_ref (from->places);

  return self;
}

void
rgm_change_free (RgmChange *self)
{
  rgm_word_free ((char *) self->node);
  g_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmVariant *
rgm_variant_new (const RgmVariant *from)
{
  RgmVariant *self = g_new (RgmVariant, 1);

  *self = *from;
  self->name = g_strdup (from->name);
  self->domain = rgm_word_new (from->domain);

  return self;
}

void
rgm_variant_free (RgmVariant *self)
{
  g_free ((char *) self->name);
  rgm_word_free ((char *) self->domain);
  g_free (self);
}

RgmAlteration *
rgm_alteration_new (const RgmAlteration *from)
{
  RgmAlteration *self = g_new (RgmAlteration, 1);

  *self = *from;
  self->id = rgm_word_new (from->id);
  self->name = g_strdup (from->name);
  self->node = rgm_word_new (from->node);
  self->variants = rgm_array_ref (from->variants);
  self->changes = rgm_array_ref (from->changes);
  self->text = g_strdup (from->text);

  return self;
}

void
rgm_alteration_free (RgmAlteration *self)
{
  rgm_word_free ((char *) self->id);
  g_free ((char *) self->name);
  rgm_word_free ((char *) self->node);
  g_ptr_array_unref (self->variants);
  g_ptr_array_unref (self->changes);
  g_free ((char *) self->text);
  g_free (self);
}

RgmAction *
rgm_action_new (const RgmAction *from)
{
  RgmAction *self = g_new (RgmAction, 1);

  *self = *from;
  self->agent = rgm_word_new (from->agent);
  self->node = rgm_word_new (from->node);
  self->domain = rgm_word_new (from->domain);
  self->edges = rgm_words_dup (from->edges);
  self->only = rgm_word_new (from->only);
  self->text = g_strdup (from->text);
  self->places = rgm_array_ref (from->places);

  return self;
}

void
rgm_action_free (RgmAction *self)
{
  rgm_word_free ((char *) self->agent);
  rgm_word_free ((char *) self->node);
  rgm_word_free ((char *) self->domain);
  g_strfreev (self->edges);
  rgm_word_free ((char *) self->only);
  g_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmEffect *
rgm_effect_new (const RgmEffect *from)
{
  RgmEffect *self = g_new (RgmEffect, 1);

  *self = *from;
  self->agent = rgm_word_new (from->agent);
  self->at = rgm_word_new (from->at);
  self->needs = rgm_word_new (from->needs);
  self->text = g_strdup (from->text);
  self->weak = g_strdup (from->weak);
  self->places = rgm_array_ref (from->places);

  return self;
}

void
rgm_effect_free (RgmEffect *self)
{
  rgm_word_free ((char *) self->agent);
  rgm_word_free ((char *) self->at);
  rgm_word_free ((char *) self->needs);
  g_free ((char *) self->text);
  g_free ((char *) self->weak);
  g_ptr_array_unref (self->places);
  g_free (self);
}

RgmElsewhere *
rgm_elsewhere_new (const RgmElsewhere *from)
{
  RgmElsewhere *self = g_new (RgmElsewhere, 1);

  *self = *from;
  self->agent = rgm_word_new (from->agent);
  self->text = g_strdup (from->text);
  self->places = rgm_array_ref (from->places);

  return self;
}

void
rgm_elsewhere_free (RgmElsewhere *self)
{
  rgm_word_free ((char *) self->agent);
  g_free ((char *) self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}
