/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-remark.h"

struct _RgmRemark
{
  GObject     parent_instance;

  char       *kind;
  char       *about;
  char       *arm;
  char       *text;
  GPtrArray  *places;
};

G_DEFINE_FINAL_TYPE (RgmRemark, rgm_remark, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_remark_finalize (GObject *object)
{
  RgmRemark *self = RGM_REMARK (object);

  g_clear_pointer (&self->kind, rgm_word_free);
  g_clear_pointer (&self->about, rgm_word_free);
  g_clear_pointer (&self->arm, rgm_word_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_remark_parent_class)->finalize (object);
}

static void
rgm_remark_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  RgmRemark *self = RGM_REMARK (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_remark_class_init (RgmRemarkClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_remark_finalize;
  object_class->get_property = rgm_remark_get_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_remark_init (RgmRemark *self)
{
}

/**
 * rgm_remark_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): a remark
 */
RgmRemark *
rgm_remark_new (const RgmRemarkParts *parts)
{
  RgmRemark *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_REMARK, NULL);
  self->kind = rgm_word_new (parts->kind);
  self->about = rgm_word_new (parts->about);
  self->arm = rgm_word_new (parts->arm);
  self->text = g_strdup (parts->text);
  self->places = rgm_array_ref (parts->places);

  return self;
}

/**
 * rgm_remark_get_kind:
 * @self: a remark
 *
 * Returns: (transfer none): conflict, caution or note
 */
const char *
rgm_remark_get_kind (RgmRemark *self)
{
  g_return_val_if_fail (RGM_IS_REMARK (self), NULL);

  return self->kind;
}

/**
 * rgm_remark_get_about:
 * @self: a remark
 *
 * Returns: (transfer none) (nullable): what it is about: an endpoint's id, or n, phase, status, …
 */
const char *
rgm_remark_get_about (RgmRemark *self)
{
  g_return_val_if_fail (RGM_IS_REMARK (self), NULL);

  return self->about;
}

/**
 * rgm_remark_get_arm:
 * @self: a remark
 *
 * Returns: (transfer none) (nullable): the id of the arm that it is about
 */
const char *
rgm_remark_get_arm (RgmRemark *self)
{
  g_return_val_if_fail (RGM_IS_REMARK (self), NULL);

  return self->arm;
}

/**
 * rgm_remark_get_text:
 * @self: a remark
 *
 * Returns: (transfer none): what it says
 */
const char *
rgm_remark_get_text (RgmRemark *self)
{
  g_return_val_if_fail (RGM_IS_REMARK (self), NULL);

  return self->text;
}

/**
 * rgm_remark_get_places:
 * @self: a remark
 *
 * Returns: (transfer none) (element-type RgmPlace): the places that it quotes
 */
GPtrArray *
rgm_remark_get_places (RgmRemark *self)
{
  g_return_val_if_fail (RGM_IS_REMARK (self), NULL);

  return self->places;
}
