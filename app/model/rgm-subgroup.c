/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-subgroup.h"

struct _RgmSubgroup
{
  GObject     parent_instance;

  char       *label;
  gint64      n;
  GPtrArray  *outcomes;
};

G_DEFINE_FINAL_TYPE (RgmSubgroup, rgm_subgroup, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_subgroup_finalize (GObject *object)
{
  RgmSubgroup *self = RGM_SUBGROUP (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_subgroup_parent_class)->finalize (object);
}

static void
rgm_subgroup_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RgmSubgroup *self = RGM_SUBGROUP (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_subgroup_class_init (RgmSubgroupClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_subgroup_finalize;
  object_class->get_property = rgm_subgroup_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_subgroup_init (RgmSubgroup *self)
{
}

/**
 * rgm_subgroup_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): a subgroup
 */
RgmSubgroup *
rgm_subgroup_new (const RgmSubgroupParts *parts)
{
  RgmSubgroup *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_SUBGROUP, NULL);
  self->label = g_strdup (parts->label);
  self->n = parts->n;
  self->outcomes = rgm_array_ref (parts->outcomes);

  return self;
}

/**
 * rgm_subgroup_get_label:
 * @self: a subgroup
 *
 * Returns: (transfer none): who is in it
 */
const char *
rgm_subgroup_get_label (RgmSubgroup *self)
{
  g_return_val_if_fail (RGM_IS_SUBGROUP (self), NULL);

  return self->label;
}

/**
 * rgm_subgroup_get_n:
 * @self: a subgroup
 *
 * Returns: how many are, or -1 where it isn't known
 */
gint64
rgm_subgroup_get_n (RgmSubgroup *self)
{
  g_return_val_if_fail (RGM_IS_SUBGROUP (self), -1);

  return self->n;
}

/**
 * rgm_subgroup_get_outcomes:
 * @self: a subgroup
 *
 * Returns: (transfer none) (element-type RgmOutcome): their outcomes
 */
GPtrArray *
rgm_subgroup_get_outcomes (RgmSubgroup *self)
{
  g_return_val_if_fail (RGM_IS_SUBGROUP (self), NULL);

  return self->outcomes;
}
