/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "rgm-story-private.h"

#include "rgm-error.h"
#include "rgm-story-hash.h"
#include "rgm-text-flaw.h"

#define FORMAT 1

/* json-glib reads nested values by recursion. */
#define MAX_DEPTH 64

G_DEFINE_FINAL_TYPE (RgmStory, rgm_story, G_TYPE_OBJECT)

static void
rgm_story_finalize (GObject *object)
{
  RgmStory *self = RGM_STORY (object);

  g_clear_pointer (&self->document, json_object_unref);

  G_OBJECT_CLASS (rgm_story_parent_class)->finalize (object);
}

static void
rgm_story_class_init (RgmStoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_story_finalize;
}

static void
rgm_story_init (RgmStory *self)
{
}

/* ── Reading ─────────────────────────────────────────────────────────────────── */

static gboolean
fail (GError     **error,
      const char  *place,
      const char  *expected)
{
  /* Translators: a place in a file and what it should hold: '$.slides[2].title: expected a text'. */
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("%s: expected %s"), place, expected);

  return FALSE;
}

static gboolean
is_of_type (JsonNode *node,
            GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* A text, which may be null or left out. What no text may contain goes. */
static gboolean
check_text (JsonObject  *object,
            const char  *path,
            const char  *key,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *place = g_strdup_printf ("%s.%s", path, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (is_of_type (node, G_TYPE_STRING))
    {
      rgm_story_set_text (object, key, json_node_get_string (node));
      return TRUE;
    }

  return fail (error, place, _("a text"));
}

/* The value of an option as figures take it, or %NULL where none takes such a value. */
static GVariant *
read_value (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) ids = NULL;
  JsonArray *array;

  if (is_of_type (node, G_TYPE_STRING))
    return g_variant_new_string (json_node_get_string (node));
  if (is_of_type (node, G_TYPE_BOOLEAN))
    return g_variant_new_boolean (json_node_get_boolean (node));
  if (is_of_type (node, G_TYPE_INT64) || is_of_type (node, G_TYPE_DOUBLE))
    return g_variant_new_double (json_node_get_double (node));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!is_of_type (json_array_get_element (array, i), G_TYPE_STRING))
        return NULL;
      g_strv_builder_add (builder, json_array_get_string_element (array, i));
    }
  ids = g_strv_builder_end (builder);

  return g_variant_new_strv ((const char * const *) ids, -1);
}

/* A dictionary, which may be null or left out. */
static gboolean
check_dictionary (JsonObject  *slide,
                  const char  *path,
                  const char  *key,
                  GError     **error)
{
  JsonNode *node = json_object_get_member (slide, key);
  g_autofree char *place = g_strdup_printf ("%s.%s", path, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;

  return fail (error, place, _("an object"));
}

static gboolean
check_switch (JsonObject  *slide,
              const char  *path,
              const char  *key,
              GError     **error)
{
  JsonNode *node = json_object_get_member (slide, key);
  g_autofree char *place = g_strdup_printf ("%s.%s", path, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || is_of_type (node, G_TYPE_BOOLEAN))
    return TRUE;

  return fail (error, place, _("true or false"));
}

static gboolean
check_slide (JsonNode  *node,
             guint      index,
             GError   **error)
{
  static const char * const texts[] = { "figure", "search", "title", "text", "note", "sort", "revision" };
  static const char * const dictionaries[] = { "options", "facets" };
  static const char * const switches[] = { "section", "stepwise" };
  JsonObject *slide;
  g_autofree char *path = g_strdup_printf ("$.slides[%u]", index);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, path, _("an object"));

  slide = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!check_text (slide, path, texts[i], error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    if (!check_dictionary (slide, path, dictionaries[i], error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (!check_switch (slide, path, switches[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
check_document (JsonNode  *root,
                GError   **error)
{
  JsonObject *document;
  JsonNode *node;
  JsonArray *slides;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, "$", _("an object"));

  document = json_node_get_object (root);
  node = json_object_get_member (document, "format");
  if (node == NULL || !is_of_type (node, G_TYPE_INT64) || json_node_get_int (node) < 1)
    return fail (error, "$.format", _("the number 1"));
  if (json_node_get_int (node) > FORMAT)
    return fail (error, "$.format", _("the number 1: the story is from a newer version of Regimen"));
  if (!check_text (document, "$", "title", error))
    return FALSE;

  node = json_object_get_member (document, "data_set");
  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    {
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (error, "$.data_set", _("an object"));
      if (!check_text (json_node_get_object (node), "$.data_set", "id", error) ||
          !check_text (json_node_get_object (node), "$.data_set", "as_of", error) ||
          !check_text (json_node_get_object (node), "$.data_set", "hash", error))
        return FALSE;
    }

  node = json_object_get_member (document, "slides");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, "$.slides", _("a list"));

  slides = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (slides); i++)
    if (!check_slide (json_array_get_element (slides, i), i, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_depth (const char  *text,
             gsize        length,
             GError     **error)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return fail (error, "$", _("less deeply nested values"));
    }

  return TRUE;
}

/**
 * rgm_story_read:
 * @bytes: a file
 * @error: where the error goes, which names the place
 *
 * Kinds of figures, options and ids are not checked here: a story opens whatever data set and
 * version it is from.
 *
 * Returns: (transfer full) (nullable): the story
 */
RgmStory *
rgm_story_read (GBytes  *bytes,
                GError **error)
{
  /* Not an immutable one: of a file with two values json-glib 1.10 seals the first and ends the program over the second. */
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) fault = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  RgmStory *self;

  if (!g_utf8_validate_len (text, length, NULL))
    {
      fail (error, "$", _("a text in UTF-8"));
      return NULL;
    }
  if (!check_depth (text, length, error))
    return NULL;
  /* An empty file has no bytes at all. */
  if (!json_parser_load_from_data (parser, length > 0 ? text : "", (gssize) length, &fault))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("expected JSON: %s"), fault->message);
      return NULL;
    }
  if (!check_document (json_parser_get_root (parser), error))
    return NULL;
  json_node_seal (json_parser_get_root (parser));

  self = g_object_new (RGM_TYPE_STORY, NULL);
  self->document = json_object_ref (json_node_get_object (json_parser_get_root (parser)));

  return self;
}

/* ── Writing ─────────────────────────────────────────────────────────────────── */

void
rgm_story_set_text (JsonObject *object,
                    const char *key,
                    const char *text)
{
  g_autofree char *clean = text != NULL ? rgm_text_clean (text) : NULL;

  if (clean != NULL)
    json_object_set_string_member (object, key, clean);
  else
    json_object_set_null_member (object, key);
}

/**
 * rgm_story_format_day:
 * @data_set: a data set
 *
 * Returns: (transfer full) (nullable): the day of its data as stories have it, or %NULL where it has none
 */
char *
rgm_story_format_day (RgmDataSet *data_set)
{
  const GDate *day = &data_set->as_of;

  if (!g_date_valid (day))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/**
 * rgm_story_new:
 * @data_set: what the story is about
 * @title: (nullable): its title
 *
 * Returns: (transfer full): a story without slides
 */
RgmStory *
rgm_story_new (RgmDataSet *data_set,
               const char *title)
{
  RgmStory *self = g_object_new (RGM_TYPE_STORY, NULL);
  JsonObject *source = json_object_new ();
  g_autofree char *as_of = rgm_story_format_day (data_set);

  self->document = json_object_new ();
  json_object_set_int_member (self->document, "format", FORMAT);
  rgm_story_set_text (self->document, "title", title);
  rgm_story_set_text (source, "id", data_set->id);
  rgm_story_set_text (source, "as_of", as_of);
  rgm_story_set_text (source, "hash", rgm_story_hash_data_set (data_set));
  json_object_set_object_member (self->document, "data_set", source);
  json_object_set_array_member (self->document, "slides", json_array_new ());

  return self;
}

/**
 * rgm_story_add_slide:
 * @self: a story that was made and not read
 * @slide: what is shown
 * @options: (nullable) (transfer floating): a dictionary of the figure's options, as its kind
 *   describes them; one that is left out has its default
 * @facets: (nullable) (transfer floating): the facets that select the trials beside the query, as
 *   rgm_selection_save_facets() gives them
 *
 * Adds a slide at the end.
 */
void
rgm_story_add_slide (RgmStory            *self,
                     const RgmStorySlide *slide,
                     GVariant            *options,
                     GVariant            *facets)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GVariant) sunk = options != NULL ? g_variant_ref_sink (options) : NULL;
  g_autoptr (GVariant) sunk_facets = facets != NULL ? g_variant_ref_sink (facets) : NULL;

  if (slide->figure != NULL)
    {
      json_object_set_string_member (object, "figure", slide->figure);
      if (sunk != NULL)
        json_object_set_member (object, "options", json_gvariant_serialize (sunk));
      else
        json_object_set_object_member (object, "options", json_object_new ());
      rgm_story_set_text (object, "search", slide->search);
      if (sunk_facets != NULL && g_variant_n_children (sunk_facets) > 0)
        json_object_set_member (object, "facets", json_gvariant_serialize (sunk_facets));
      if (slide->sort != NULL)
        json_object_set_string_member (object, "sort", slide->sort);
    }
  else
    {
      rgm_story_set_text (object, "text", slide->text);
    }
  rgm_story_set_text (object, "title", slide->title);
  rgm_story_set_text (object, "note", slide->note);
  if (slide->is_section)
    json_object_set_boolean_member (object, "section", TRUE);
  if (slide->is_stepwise)
    json_object_set_boolean_member (object, "stepwise", TRUE);
  json_array_add_object_element (json_object_get_array_member (self->document, "slides"), object);
}

/**
 * rgm_story_write:
 * @self: a story
 *
 * Returns: (transfer full): the bytes of its file, with all that was read
 */
GBytes *
rgm_story_write (RgmStory *self)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), self->document);
  g_autofree char *text = NULL;
  GString *lines;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  text = json_generator_to_data (generator, NULL);
  lines = g_string_new (text);
  g_string_append_c (lines, '\n');

  return g_string_free_to_bytes (lines);
}

/* ── What it holds ───────────────────────────────────────────────────────────── */

static const char *
get_text (JsonObject *object,
          const char *key)
{
  return json_object_get_string_member_with_default (object, key, NULL);
}

JsonObject *
rgm_story_get_object (RgmStory *self,
                      guint     index)
{
  return json_array_get_object_element (json_object_get_array_member (self->document, "slides"), index);
}

static const char *
get_source (RgmStory   *self,
            const char *key)
{
  JsonNode *node = json_object_get_member (self->document, "data_set");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? get_text (json_node_get_object (node), key) : NULL;
}

const char *
rgm_story_get_title (RgmStory *self)
{
  return get_text (self->document, "title");
}

/**
 * rgm_story_get_data_set:
 * @self: a story
 *
 * Returns: (nullable): the id of the data set that it was made with, or %NULL where it doesn't say
 */
const char *
rgm_story_get_data_set (RgmStory *self)
{
  return get_source (self, "id");
}

/**
 * rgm_story_get_as_of:
 * @self: a story
 *
 * Returns: (nullable): the day of the data that it was made with, or %NULL where it doesn't say
 */
const char *
rgm_story_get_as_of (RgmStory *self)
{
  return get_source (self, "as_of");
}

/**
 * rgm_story_get_hash:
 * @self: a story
 *
 * Returns: (nullable): rgm_story_hash_data_set() of the data that it was made with, or %NULL where it doesn't say
 */
const char *
rgm_story_get_hash (RgmStory *self)
{
  return get_source (self, "hash");
}

guint
rgm_story_get_n_slides (RgmStory *self)
{
  return json_array_get_length (json_object_get_array_member (self->document, "slides"));
}

RgmStorySlide
rgm_story_get_slide (RgmStory *self,
                     guint     index)
{
  JsonObject *slide = rgm_story_get_object (self, index);

  return (RgmStorySlide) {
    .figure = get_text (slide, "figure"),
    .search = get_text (slide, "search"),
    .title = get_text (slide, "title"),
    .text = get_text (slide, "text"),
    .note = get_text (slide, "note"),
    .sort = get_text (slide, "sort"),
    .revision = get_text (slide, "revision"),
    .is_section = json_object_get_boolean_member_with_default (slide, "section", FALSE),
    .is_stepwise = json_object_get_boolean_member_with_default (slide, "stepwise", FALSE),
  };
}

/**
 * rgm_story_get_options:
 * @self: a story
 * @index: which slide
 *
 * Returns: (transfer full): a dictionary of the slide's options; one whose value no figure takes
 *   has the empty tuple
 */
GVariant *
rgm_story_get_options (RgmStory *self,
                       guint     index)
{
  JsonNode *node = json_object_get_member (rgm_story_get_object (self, index), "options");
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GList) keys = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));
  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (node), link->data);
      GVariant *value = read_value (member);

      if (JSON_NODE_HOLDS_NULL (member))
        continue;
      g_variant_builder_add (&builder, "{sv}", link->data, value != NULL ? value : g_variant_new ("()"));
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * rgm_story_get_facets:
 * @self: a story
 * @index: which slide
 *
 * Returns: (transfer full): the facets that select the slide's trials beside the query, as
 *   rgm_selection_restore_facets() takes them
 */
GVariant *
rgm_story_get_facets (RgmStory *self,
                      guint     index)
{
  JsonNode *node = json_object_get_member (rgm_story_get_object (self, index), "facets");
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sas}"));
  g_autoptr (GList) keys = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));
  for (GList *link = keys; link != NULL; link = link->next)
    {
      g_autoptr (GVariant) value = NULL;
      GVariant *read = read_value (json_object_get_member (json_node_get_object (node), link->data));

      if (read == NULL)
        continue;
      value = g_variant_ref_sink (read);
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
        g_variant_builder_add (&builder, "{s@as}", link->data, value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * rgm_story_get_key:
 * @self: a story
 * @index: which slide
 *
 * Returns: (transfer full): a text that is the same for slides that show the same, whatever is said about them
 */
char *
rgm_story_get_key (RgmStory *self,
                   guint     index)
{
  static const char * const shown[] = { "figure", "options", "search", "facets", "sort", "title", "text", "section", "stepwise", "revision" };
  JsonObject *slide = rgm_story_get_object (self, index);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      JsonNode *node = json_object_get_member (slide, shown[i]);
      g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

      g_string_append_printf (key, "%s\n", text != NULL ? text : "null");
    }

  return g_string_free (key, FALSE);
}
