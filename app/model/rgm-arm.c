/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-arm.h"
#include "rgm-model-private.h"

struct _RgmArm
{
  GObject      parent_instance;

  char        *id;
  char        *label;
  char        *class_id;
  RgmRegimen  *regimen;
  char        *dose;
  gint64       n;
  GPtrArray   *outcomes;
  GPtrArray   *subgroups;
  GPtrArray   *safety;
  GPtrArray   *places;
};

G_DEFINE_FINAL_TYPE (RgmArm, rgm_arm, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_arm_finalize (GObject *object)
{
  RgmArm *self = RGM_ARM (object);

  g_clear_pointer (&self->id, rgm_word_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->class_id, rgm_word_free);
  g_clear_object (&self->regimen);
  g_clear_pointer (&self->dose, rgm_word_free);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->subgroups, g_ptr_array_unref);
  g_clear_pointer (&self->safety, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_arm_parent_class)->finalize (object);
}

static void
rgm_arm_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  RgmArm *self = RGM_ARM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_arm_class_init (RgmArmClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_arm_finalize;
  object_class->get_property = rgm_arm_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_arm_init (RgmArm *self)
{
}

/**
 * rgm_arm_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): an arm
 */
RgmArm *
rgm_arm_new (const RgmArmParts *parts)
{
  RgmArm *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_ARM, NULL);
  self->id = rgm_word_new (parts->id);
  self->label = g_strdup (parts->label);
  self->class_id = rgm_word_new (parts->class_id);
  self->regimen = g_object_ref (parts->regimen);
  self->dose = rgm_word_new (parts->dose);
  self->n = parts->n;
  self->outcomes = rgm_array_ref (parts->outcomes);
  self->subgroups = rgm_array_ref (parts->subgroups);
  self->safety = rgm_array_ref (parts->safety);
  self->places = rgm_array_ref (parts->places);

  return self;
}

/**
 * rgm_arm_get_id:
 * @self: an arm
 *
 * Returns: (transfer none): its id, unique in the data set
 */
const char *
rgm_arm_get_id (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->id;
}

/**
 * rgm_arm_get_label:
 * @self: an arm
 *
 * Returns: (transfer none): what is given, as the source writes it
 */
const char *
rgm_arm_get_label (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->label;
}

/**
 * rgm_arm_get_class:
 * @self: an arm
 *
 * Returns: (transfer none) (nullable): the class that the source lists it in
 */
const char *
rgm_arm_get_class (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->class_id;
}

/**
 * rgm_arm_get_regimen:
 * @self: an arm
 *
 * Returns: (transfer none): what is given
 */
RgmRegimen *
rgm_arm_get_regimen (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->regimen;
}

/**
 * rgm_arm_get_dose:
 * @self: an arm
 *
 * Returns: (transfer none) (nullable): how much of it and how often
 */
const char *
rgm_arm_get_dose (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->dose;
}

/**
 * rgm_arm_get_n:
 * @self: an arm
 *
 * Returns: how many patients, or -1 where it isn't known
 */
gint64
rgm_arm_get_n (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), -1);

  return self->n;
}

/**
 * rgm_arm_get_outcomes:
 * @self: an arm
 *
 * Returns: (transfer none) (element-type RgmOutcome): its outcomes, in the source's order
 */
GPtrArray *
rgm_arm_get_outcomes (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->outcomes;
}

/**
 * rgm_arm_get_subgroups:
 * @self: an arm
 *
 * Returns: (transfer none) (element-type RgmSubgroup): outcomes of some of its patients
 */
GPtrArray *
rgm_arm_get_subgroups (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->subgroups;
}

/**
 * rgm_arm_get_safety:
 * @self: an arm
 *
 * Returns: (transfer none) (element-type RgmFact): what the sources say of its safety
 */
GPtrArray *
rgm_arm_get_safety (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->safety;
}

/**
 * rgm_arm_get_places:
 * @self: an arm
 *
 * Returns: (transfer none) (element-type RgmPlace): where the sources list it
 */
GPtrArray *
rgm_arm_get_places (RgmArm *self)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  return self->places;
}

/**
 * rgm_arm_get_outcome:
 * @self: an arm
 * @endpoint: the id of an endpoint
 *
 * Returns: (transfer none) (nullable): the arm's first outcome of that endpoint; never a subgroup's
 */
RgmOutcome *
rgm_arm_get_outcome (RgmArm     *self,
                     const char *endpoint)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);
  g_return_val_if_fail (endpoint != NULL, NULL);

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (self->outcomes, i);

      if (g_str_equal (rgm_outcome_get_endpoint (outcome), endpoint))
        return outcome;
    }

  return NULL;
}
