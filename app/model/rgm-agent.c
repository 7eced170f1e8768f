/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-agent.h"
#include "rgm-model-private.h"

struct _RgmAgent
{
  GObject     parent_instance;

  char       *id;
  char       *name;
  char      **synonyms;
  char       *class_id;
  char       *group;
  GPtrArray  *targets;
  char       *mechanism;
  char       *payload;
  char       *linker;
  char       *selectivity;
  GPtrArray  *facts;
  GPtrArray  *regulatory;
  GPtrArray  *places;
};

G_DEFINE_FINAL_TYPE (RgmAgent, rgm_agent, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_agent_finalize (GObject *object)
{
  RgmAgent *self = RGM_AGENT (object);

  g_clear_pointer (&self->id, rgm_word_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->synonyms, g_strfreev);
  g_clear_pointer (&self->class_id, rgm_word_free);
  g_clear_pointer (&self->group, rgm_word_free);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->mechanism, g_free);
  g_clear_pointer (&self->payload, g_free);
  g_clear_pointer (&self->linker, g_free);
  g_clear_pointer (&self->selectivity, g_free);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->regulatory, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_agent_parent_class)->finalize (object);
}

static void
rgm_agent_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  RgmAgent *self = RGM_AGENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_agent_class_init (RgmAgentClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_agent_finalize;
  object_class->get_property = rgm_agent_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_agent_init (RgmAgent *self)
{
}

/**
 * rgm_agent_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): an agent
 */
RgmAgent *
rgm_agent_new (const RgmAgentParts *parts)
{
  RgmAgent *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_AGENT, NULL);
  self->id = rgm_word_new (parts->id);
  self->name = g_strdup (parts->name);
  self->synonyms = rgm_words_dup (parts->synonyms);
  self->class_id = rgm_word_new (parts->class_id);
  self->group = rgm_word_new (parts->group);
  self->targets = rgm_array_ref (parts->targets);
  self->mechanism = g_strdup (parts->mechanism);
  self->payload = g_strdup (parts->payload);
  self->linker = g_strdup (parts->linker);
  self->selectivity = g_strdup (parts->selectivity);
  self->facts = rgm_array_ref (parts->facts);
  self->regulatory = rgm_array_ref (parts->regulatory);
  self->places = rgm_array_ref (parts->places);

  return self;
}

/**
 * rgm_agent_get_id:
 * @self: an agent
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_agent_get_id (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->id;
}

/**
 * rgm_agent_get_name:
 * @self: an agent
 *
 * Returns: (transfer none): its usual name
 */
const char *
rgm_agent_get_name (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->name;
}

/**
 * rgm_agent_get_synonyms:
 * @self: an agent
 *
 * Returns: (transfer none) (array zero-terminated=1): other names of the same agent
 */
char **
rgm_agent_get_synonyms (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->synonyms;
}

/**
 * rgm_agent_get_class:
 * @self: an agent
 *
 * Returns: (transfer none) (nullable): the class that it belongs to
 */
const char *
rgm_agent_get_class (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->class_id;
}

/**
 * rgm_agent_get_group:
 * @self: an agent
 *
 * Returns: (transfer none) (nullable): what kind of agent it is where it has no class
 */
const char *
rgm_agent_get_group (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->group;
}

/**
 * rgm_agent_get_targets:
 * @self: an agent
 *
 * Returns: (transfer none) (element-type RgmTarget): what it binds
 */
GPtrArray *
rgm_agent_get_targets (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->targets;
}

/**
 * rgm_agent_get_mechanism:
 * @self: an agent
 *
 * Returns: (transfer none) (nullable): how it works, in words
 */
const char *
rgm_agent_get_mechanism (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->mechanism;
}

/**
 * rgm_agent_get_payload:
 * @self: an agent
 *
 * Returns: (transfer none) (nullable): what a conjugate carries
 */
const char *
rgm_agent_get_payload (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->payload;
}

/**
 * rgm_agent_get_linker:
 * @self: an agent
 *
 * Returns: (transfer none) (nullable): what holds the payload
 */
const char *
rgm_agent_get_linker (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->linker;
}

/**
 * rgm_agent_get_selectivity:
 * @self: an agent
 *
 * Returns: (transfer none) (nullable): which of its targets it prefers, in words
 */
const char *
rgm_agent_get_selectivity (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->selectivity;
}

/**
 * rgm_agent_get_facts:
 * @self: an agent
 *
 * Returns: (transfer none) (element-type RgmFact): what the sources say of it
 */
GPtrArray *
rgm_agent_get_facts (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->facts;
}

/**
 * rgm_agent_get_regulatory:
 * @self: an agent
 *
 * Returns: (transfer none) (element-type RgmRegulatoryStep): approvals, designations and guidelines
 */
GPtrArray *
rgm_agent_get_regulatory (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->regulatory;
}

/**
 * rgm_agent_get_places:
 * @self: an agent
 *
 * Returns: (transfer none) (element-type RgmPlace): where the sources name it
 */
GPtrArray *
rgm_agent_get_places (RgmAgent *self)
{
  g_return_val_if_fail (RGM_IS_AGENT (self), NULL);

  return self->places;
}
