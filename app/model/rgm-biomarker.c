/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-biomarker.h"
#include "rgm-model-private.h"

struct _RgmBiomarker
{
  GObject     parent_instance;

  char       *id;
  char       *name;
  char      **synonyms;
  gboolean    is_facet;
  char      **parts;
  GPtrArray  *values;
  GPtrArray  *facts;
};

G_DEFINE_FINAL_TYPE (RgmBiomarker, rgm_biomarker, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_biomarker_finalize (GObject *object)
{
  RgmBiomarker *self = RGM_BIOMARKER (object);

  g_clear_pointer (&self->id, rgm_word_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->synonyms, g_strfreev);
  g_clear_pointer (&self->parts, g_strfreev);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_biomarker_parent_class)->finalize (object);
}

static void
rgm_biomarker_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RgmBiomarker *self = RGM_BIOMARKER (object);

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
rgm_biomarker_class_init (RgmBiomarkerClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_biomarker_finalize;
  object_class->get_property = rgm_biomarker_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_biomarker_init (RgmBiomarker *self)
{
}

/**
 * rgm_biomarker_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): a biomarker
 */
RgmBiomarker *
rgm_biomarker_new (const RgmBiomarkerParts *parts)
{
  RgmBiomarker *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_BIOMARKER, NULL);
  self->id = rgm_word_new (parts->id);
  self->name = g_strdup (parts->name);
  self->synonyms = rgm_words_dup (parts->synonyms);
  self->is_facet = parts->is_facet;
  self->parts = rgm_words_dup (parts->parts);
  self->values = rgm_array_ref (parts->values);
  self->facts = rgm_array_ref (parts->facts);

  return self;
}

/**
 * rgm_biomarker_get_id:
 * @self: a biomarker
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_biomarker_get_id (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  return self->id;
}

/**
 * rgm_biomarker_get_name:
 * @self: a biomarker
 *
 * Returns: (transfer none): its name
 */
const char *
rgm_biomarker_get_name (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  return self->name;
}

/**
 * rgm_biomarker_get_synonyms:
 * @self: a biomarker
 *
 * Returns: (transfer none) (array zero-terminated=1): other names of the same biomarker
 */
char **
rgm_biomarker_get_synonyms (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  return self->synonyms;
}

/**
 * rgm_biomarker_get_is_facet:
 * @self: a biomarker
 *
 * Returns: whether a list of trials is to be narrowed by it
 */
gboolean
rgm_biomarker_get_is_facet (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), FALSE);

  return self->is_facet;
}

/**
 * rgm_biomarker_get_parts:
 * @self: a biomarker
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the biomarkers that it is the whole of
 */
char **
rgm_biomarker_get_parts (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  return self->parts;
}

/**
 * rgm_biomarker_get_values:
 * @self: a biomarker
 *
 * Returns: (transfer none) (element-type RgmBiomarkerValue): what it can be
 */
GPtrArray *
rgm_biomarker_get_values (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  return self->values;
}

/**
 * rgm_biomarker_get_facts:
 * @self: a biomarker
 *
 * Returns: (transfer none) (element-type RgmFact): what the sources say of it
 */
GPtrArray *
rgm_biomarker_get_facts (RgmBiomarker *self)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  return self->facts;
}

/**
 * rgm_biomarker_find_value:
 * @self: a biomarker
 * @id: the id of a value
 *
 * Returns: (transfer none) (nullable): the value
 */
const RgmBiomarkerValue *
rgm_biomarker_find_value (RgmBiomarker *self,
                          const char   *id)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (self->values, i);

      if (g_str_equal (value->id, id))
        return value;
    }

  return NULL;
}
