/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-regimen.h"

struct _RgmRegimen
{
  GObject     parent_instance;

  char       *id;
  char       *name;
  GPtrArray  *agents;
  GPtrArray  *regulatory;
  GPtrArray  *outcomes;
  GPtrArray  *places;
};

G_DEFINE_FINAL_TYPE (RgmRegimen, rgm_regimen, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_regimen_finalize (GObject *object)
{
  RgmRegimen *self = RGM_REGIMEN (object);

  g_clear_pointer (&self->id, rgm_word_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  g_clear_pointer (&self->regulatory, g_ptr_array_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_regimen_parent_class)->finalize (object);
}

static void
rgm_regimen_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RgmRegimen *self = RGM_REGIMEN (object);

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
rgm_regimen_class_init (RgmRegimenClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_regimen_finalize;
  object_class->get_property = rgm_regimen_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_regimen_init (RgmRegimen *self)
{
}

/**
 * rgm_regimen_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): a regimen
 */
RgmRegimen *
rgm_regimen_new (const RgmRegimenParts *parts)
{
  RgmRegimen *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_REGIMEN, NULL);
  self->id = rgm_word_new (parts->id);
  self->name = g_strdup (parts->name);
  self->agents = rgm_array_ref (parts->agents);
  self->regulatory = rgm_array_ref (parts->regulatory);
  self->outcomes = rgm_array_ref (parts->outcomes);
  self->places = rgm_array_ref (parts->places);

  return self;
}

/**
 * rgm_regimen_get_id:
 * @self: a regimen
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_regimen_get_id (RgmRegimen *self)
{
  g_return_val_if_fail (RGM_IS_REGIMEN (self), NULL);

  return self->id;
}

/**
 * rgm_regimen_get_name:
 * @self: a regimen
 *
 * Returns: (transfer none): its name
 */
const char *
rgm_regimen_get_name (RgmRegimen *self)
{
  g_return_val_if_fail (RGM_IS_REGIMEN (self), NULL);

  return self->name;
}

/**
 * rgm_regimen_get_agents:
 * @self: a regimen
 *
 * Returns: (transfer none) (element-type RgmAgent): what is given
 */
GPtrArray *
rgm_regimen_get_agents (RgmRegimen *self)
{
  g_return_val_if_fail (RGM_IS_REGIMEN (self), NULL);

  return self->agents;
}

/**
 * rgm_regimen_get_regulatory:
 * @self: a regimen
 *
 * Returns: (transfer none) (element-type RgmRegulatoryStep): approvals, designations and guidelines
 */
GPtrArray *
rgm_regimen_get_regulatory (RgmRegimen *self)
{
  g_return_val_if_fail (RGM_IS_REGIMEN (self), NULL);

  return self->regulatory;
}

/**
 * rgm_regimen_get_outcomes:
 * @self: a regimen
 *
 * Returns: (transfer none) (element-type RgmOutcome): published figures over several trials
 */
GPtrArray *
rgm_regimen_get_outcomes (RgmRegimen *self)
{
  g_return_val_if_fail (RGM_IS_REGIMEN (self), NULL);

  return self->outcomes;
}

/**
 * rgm_regimen_get_places:
 * @self: a regimen
 *
 * Returns: (transfer none) (element-type RgmPlace): where the sources name it
 */
GPtrArray *
rgm_regimen_get_places (RgmRegimen *self)
{
  g_return_val_if_fail (RGM_IS_REGIMEN (self), NULL);

  return self->places;
}
