/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-preferences.h"

/* What is remembered from one start to the next. The schema is the installed one, or
 * that of the build folder where the program runs from there; without either, what is
 * remembered is forgotten at the end, and the program starts all the same: GSettings
 * would end it. */
struct _RgmPreferences
{
  GObject    parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (RgmPreferences, rgm_preferences, G_TYPE_OBJECT)

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, RGM_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;

  built = g_settings_schema_source_new_from_directory (RGM_BUILD_DIR "/data", installed, TRUE, NULL);
  if (built != NULL)
    schema = g_settings_schema_source_lookup (built, RGM_APPLICATION_ID, FALSE);

  return schema;
}

static void
rgm_preferences_dispose (GObject *object)
{
  g_clear_object (&RGM_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (rgm_preferences_parent_class)->dispose (object);
}

static void
rgm_preferences_class_init (RgmPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_preferences_dispose;
}

static void
rgm_preferences_init (RgmPreferences *self)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  if (schema != NULL)
    self->settings = g_settings_new_full (schema, NULL, NULL);
}

/**
 * rgm_preferences_get_default:
 *
 * Returns: (transfer none): what is remembered
 */
RgmPreferences *
rgm_preferences_get_default (void)
{
  static RgmPreferences *self = NULL;

  if (g_once_init_enter (&self))
    g_once_init_leave (&self, g_object_new (RGM_TYPE_PREFERENCES, NULL));

  return self;
}

/**
 * rgm_preferences_bind:
 * @self: what is remembered
 * @key: a key of the schema
 * @object: (type GObject): an object
 * @property: one of its properties
 *
 * Sets the property as it is remembered, and remembers it from now on.
 */
void
rgm_preferences_bind (RgmPreferences *self,
                      const char     *key,
                      gpointer        object,
                      const char     *property)
{
  g_return_if_fail (RGM_IS_PREFERENCES (self));

  if (self->settings != NULL)
    g_settings_bind (self->settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * rgm_preferences_get_string:
 * @self: what is remembered
 * @key: a key of the schema
 *
 * Returns: (transfer full): its value, "" if there is none
 */
char *
rgm_preferences_get_string (RgmPreferences *self,
                            const char     *key)
{
  g_return_val_if_fail (RGM_IS_PREFERENCES (self), NULL);

  return self->settings != NULL ? g_settings_get_string (self->settings, key) : g_strdup ("");
}

/**
 * rgm_preferences_set_string:
 * @self: what is remembered
 * @key: a key of the schema
 * @value: its value
 *
 * Remembers a string.
 */
void
rgm_preferences_set_string (RgmPreferences *self,
                            const char     *key,
                            const char     *value)
{
  g_return_if_fail (RGM_IS_PREFERENCES (self));

  if (self->settings != NULL)
    g_settings_set_string (self->settings, key, value);
}

/**
 * rgm_preferences_get_size:
 * @self: what is remembered
 * @width: (out): the window's width
 * @height: (out): the window's height
 *
 * Gets the window's size, that of a first start if none is remembered.
 */
void
rgm_preferences_get_size (RgmPreferences *self,
                          int            *width,
                          int            *height)
{
  g_return_if_fail (RGM_IS_PREFERENCES (self));

  *width = 1280;
  *height = 800;
  if (self->settings != NULL)
    g_settings_get (self->settings, "size", "(ii)", width, height);
}

/**
 * rgm_preferences_set_size:
 * @self: what is remembered
 * @width: the window's width
 * @height: the window's height
 *
 * Remembers the window's size.
 */
void
rgm_preferences_set_size (RgmPreferences *self,
                          int             width,
                          int             height)
{
  g_return_if_fail (RGM_IS_PREFERENCES (self));

  if (self->settings != NULL)
    g_settings_set (self->settings, "size", "(ii)", width, height);
}
