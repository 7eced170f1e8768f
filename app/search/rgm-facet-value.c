/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-facet-value.h"

struct _RgmFacetValue
{
  GObject   parent_instance;

  char     *id;
  char     *label;
  RgmBitSet  *trials;
  gboolean  is_chosen;
  guint     left;
};

G_DEFINE_FINAL_TYPE (RgmFacetValue, rgm_facet_value, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  PROP_IS_CHOSEN,
  PROP_LEFT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_facet_value_finalize (GObject *object)
{
  RgmFacetValue *self = RGM_FACET_VALUE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->trials, rgm_bit_set_free);

  G_OBJECT_CLASS (rgm_facet_value_parent_class)->finalize (object);
}

static void
rgm_facet_value_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  RgmFacetValue *self = RGM_FACET_VALUE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_IS_CHOSEN:
      g_value_set_boolean (value, self->is_chosen);
      break;
    case PROP_LEFT:
      g_value_set_uint (value, self->left);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_facet_value_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RgmFacetValue *self = RGM_FACET_VALUE (object);

  switch (prop_id)
    {
    case PROP_IS_CHOSEN:
      rgm_facet_value_set_is_chosen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_facet_value_class_init (RgmFacetValueClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_facet_value_finalize;
  object_class->get_property = rgm_facet_value_get_property;
  object_class->set_property = rgm_facet_value_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, readable);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, readable);
  properties[PROP_IS_CHOSEN] = g_param_spec_boolean ("is-chosen", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEFT] = g_param_spec_uint ("left", NULL, NULL, 0, G_MAXUINT, 0, readable | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_facet_value_init (RgmFacetValue *self)
{
}

/**
 * rgm_facet_value_new:
 * @id: its id, unique in its facet
 * @label: its label
 * @trials: (transfer full): the trials that have it
 *
 * Returns: (transfer full): the value, not chosen
 */
RgmFacetValue *
rgm_facet_value_new (const char *id,
                     const char *label,
                     RgmBitSet    *trials)
{
  RgmFacetValue *self = g_object_new (RGM_TYPE_FACET_VALUE, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->trials = trials;

  return self;
}

/**
 * rgm_facet_value_get_id:
 * @self: a value
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_facet_value_get_id (RgmFacetValue *self)
{
  g_return_val_if_fail (RGM_IS_FACET_VALUE (self), NULL);

  return self->id;
}

/**
 * rgm_facet_value_get_label:
 * @self: a value
 *
 * Returns: (transfer none): its label
 */
const char *
rgm_facet_value_get_label (RgmFacetValue *self)
{
  g_return_val_if_fail (RGM_IS_FACET_VALUE (self), NULL);

  return self->label;
}

/**
 * rgm_facet_value_get_trials:
 * @self: a value
 *
 * Returns: (transfer none): the trials that have it
 */
const RgmBitSet *
rgm_facet_value_get_trials (RgmFacetValue *self)
{
  g_return_val_if_fail (RGM_IS_FACET_VALUE (self), NULL);

  return self->trials;
}

/**
 * rgm_facet_value_get_is_chosen:
 * @self: a value
 *
 * Returns: whether it is chosen
 */
gboolean
rgm_facet_value_get_is_chosen (RgmFacetValue *self)
{
  g_return_val_if_fail (RGM_IS_FACET_VALUE (self), FALSE);

  return self->is_chosen;
}

/**
 * rgm_facet_value_set_is_chosen:
 * @self: a value
 * @is_chosen: whether it is chosen
 */
void
rgm_facet_value_set_is_chosen (RgmFacetValue *self,
                               gboolean       is_chosen)
{
  g_return_if_fail (RGM_IS_FACET_VALUE (self));

  if (self->is_chosen == !!is_chosen)
    return;

  self->is_chosen = !!is_chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHOSEN]);
}

/**
 * rgm_facet_value_get_left:
 * @self: a value
 *
 * Returns: how many trials would remain if it were chosen, given the query and the other facets
 */
guint
rgm_facet_value_get_left (RgmFacetValue *self)
{
  g_return_val_if_fail (RGM_IS_FACET_VALUE (self), 0);

  return self->left;
}

/**
 * rgm_facet_value_set_left:
 * @self: a value
 * @left: how many trials would remain if it were chosen
 */
void
rgm_facet_value_set_left (RgmFacetValue *self,
                          guint          left)
{
  g_return_if_fail (RGM_IS_FACET_VALUE (self));

  if (self->left == left)
    return;

  self->left = left;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEFT]);
}
