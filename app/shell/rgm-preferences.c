/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-installation.h"
#include "rgm-preferences.h"

/* So many files are remembered with the state of their window. */
#define MAX_WINDOWS 20

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
  g_autofree char *build = NULL;
  g_autofree char *folder = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, RGM_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;

  build = rgm_installation_find_build ();
  if (build == NULL)
    return NULL;

  folder = g_build_filename (build, "data", NULL);
  built = g_settings_schema_source_new_from_directory (folder, installed, TRUE, NULL);
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

/* An older schema may still be the compiled one, and GSettings ends a program that asks for a key it lacks. */
static gboolean
has_key (RgmPreferences *self,
         const char     *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (self->settings == NULL)
    return FALSE;

  g_object_get (self->settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key);
}

/**
 * rgm_preferences_get_int:
 * @self: what is remembered
 * @key: a key of the schema
 *
 * Returns: its value, 0 if there is none
 */
int
rgm_preferences_get_int (RgmPreferences *self,
                         const char     *key)
{
  g_return_val_if_fail (RGM_IS_PREFERENCES (self), 0);

  return has_key (self, key) ? g_settings_get_int (self->settings, key) : 0;
}

/**
 * rgm_preferences_set_int:
 * @self: what is remembered
 * @key: a key of the schema
 * @value: its value
 *
 * Remembers a number.
 */
void
rgm_preferences_set_int (RgmPreferences *self,
                         const char     *key,
                         int             value)
{
  g_return_if_fail (RGM_IS_PREFERENCES (self));

  if (has_key (self, key))
    g_settings_set_int (self->settings, key, value);
}

/**
 * rgm_preferences_find_window:
 * @self: what is remembered
 * @uri: (nullable): the file of a data set, "" for the embedded one
 *
 * Returns: (transfer full) (nullable): the state, of type a{sv}, of the window that was closed last
 *   with that file open, or of any window for a @uri of %NULL
 */
GVariant *
rgm_preferences_find_window (RgmPreferences *self,
                             const char     *uri)
{
  g_autoptr (GVariant) windows = NULL;
  GVariant *window;
  GVariantIter iter;

  g_return_val_if_fail (RGM_IS_PREFERENCES (self), NULL);

  if (self->settings == NULL)
    return NULL;

  windows = g_settings_get_value (self->settings, "windows");
  g_variant_iter_init (&iter, windows);
  while (g_variant_iter_loop (&iter, "@a{sv}", &window))
    {
      const char *of = "";

      g_variant_lookup (window, "file", "&s", &of);
      if (uri == NULL || g_str_equal (uri, of))
        return window;
    }

  return NULL;
}

/**
 * rgm_preferences_add_window:
 * @self: what is remembered
 * @window: the state of a window that is closed, of type a{sv}; consumed if floating
 *
 * Remembers it in place of what was remembered of its file.
 */
void
rgm_preferences_add_window (RgmPreferences *self,
                            GVariant       *window)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (window);
  g_autoptr (GVariant) windows = NULL;
  GVariantBuilder added;
  const char *uri = "";
  guint n = 1;

  g_return_if_fail (RGM_IS_PREFERENCES (self));

  if (self->settings == NULL)
    return;

  g_variant_lookup (sunk, "file", "&s", &uri);
  windows = g_settings_get_value (self->settings, "windows");
  g_variant_builder_init (&added, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_add_value (&added, sunk);
  for (gsize i = 0; i < g_variant_n_children (windows) && n < MAX_WINDOWS; i++)
    {
      g_autoptr (GVariant) other = g_variant_get_child_value (windows, i);
      const char *of = "";

      g_variant_lookup (other, "file", "&s", &of);
      if (g_str_equal (of, uri))
        continue;
      g_variant_builder_add_value (&added, other);
      n++;
    }
  g_settings_set_value (self->settings, "windows", g_variant_builder_end (&added));
}
