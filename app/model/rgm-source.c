/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-source.h"

struct _RgmSource
{
  GObject   parent_instance;

  char     *id;
  char     *kind;
  int       number;
  char     *citation;
  char     *title;
  int       year;
  char     *doi;
  char     *url;
  char     *licence;
};

G_DEFINE_FINAL_TYPE (RgmSource, rgm_source, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_source_finalize (GObject *object)
{
  RgmSource *self = RGM_SOURCE (object);

  g_clear_pointer (&self->id, rgm_word_free);
  g_clear_pointer (&self->kind, rgm_word_free);
  g_clear_pointer (&self->citation, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->doi, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->licence, g_free);

  G_OBJECT_CLASS (rgm_source_parent_class)->finalize (object);
}

static void
rgm_source_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  RgmSource *self = RGM_SOURCE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_source_class_init (RgmSourceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_source_finalize;
  object_class->get_property = rgm_source_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_source_init (RgmSource *self)
{
}

/**
 * rgm_source_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): a source
 */
RgmSource *
rgm_source_new (const RgmSourceParts *parts)
{
  RgmSource *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_SOURCE, NULL);
  self->id = rgm_word_new (parts->id);
  self->kind = rgm_word_new (parts->kind);
  self->number = parts->number;
  self->citation = g_strdup (parts->citation);
  self->title = g_strdup (parts->title);
  self->year = parts->year;
  self->doi = g_strdup (parts->doi);
  self->url = g_strdup (parts->url);
  self->licence = g_strdup (parts->licence);

  return self;
}

/**
 * rgm_source_get_id:
 * @self: a source
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_source_get_id (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->id;
}

/**
 * rgm_source_get_kind:
 * @self: a source
 *
 * Returns: (transfer none): what it is: review, primary, reference, guideline, press-release
 */
const char *
rgm_source_get_kind (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->kind;
}

/**
 * rgm_source_get_number:
 * @self: a source
 *
 * Returns: its number in the list of references, or 0
 */
int
rgm_source_get_number (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), 0);

  return self->number;
}

/**
 * rgm_source_get_citation:
 * @self: a source
 *
 * Returns: (transfer none): how to cite it
 */
const char *
rgm_source_get_citation (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->citation;
}

/**
 * rgm_source_get_title:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
rgm_source_get_title (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->title;
}

/**
 * rgm_source_get_year:
 * @self: a source
 *
 * Returns: the year, or 0 where it isn't known
 */
int
rgm_source_get_year (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), 0);

  return self->year;
}

/**
 * rgm_source_get_doi:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): its DOI, without a resolver
 */
const char *
rgm_source_get_doi (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->doi;
}

/**
 * rgm_source_get_url:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): its address
 */
const char *
rgm_source_get_url (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * rgm_source_get_licence:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the licence that it is under
 */
const char *
rgm_source_get_licence (RgmSource *self)
{
  g_return_val_if_fail (RGM_IS_SOURCE (self), NULL);

  return self->licence;
}
