/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-story-revision.h"

#include "rgm-isolate.h"
#include "rgm-load.h"
#include "rgm-store-write.h"
#include "rgm-story-hash.h"
#include "rgm-story-private.h"

#define REVISIONS_KEY "revisions"

/* ── Those that are open ─────────────────────────────────────────────────────── */

/* By their hash, the data sets of pinned slides that something shows: GWeakRef. Each is read once. */
static GHashTable *open_revisions;

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static RgmDataSet *
find_open (const char *hash)
{
  GWeakRef *found = open_revisions != NULL ? g_hash_table_lookup (open_revisions, hash) : NULL;

  return found != NULL ? g_weak_ref_get (found) : NULL;
}

static void
keep_open (const char *hash,
           RgmDataSet *data_set)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  if (open_revisions == NULL)
    open_revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_weak);
  g_weak_ref_init (weak, data_set);
  g_hash_table_insert (open_revisions, g_strdup (hash), weak);
}

/* ── Those of a story ────────────────────────────────────────────────────────── */

static JsonObject *
get_revisions (RgmStory *self)
{
  JsonNode *node = json_object_get_member (self->document, REVISIONS_KEY);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
find_revision (RgmStory   *self,
               const char *hash)
{
  JsonObject *revisions = get_revisions (self);
  JsonNode *node = revisions != NULL ? json_object_get_member (revisions, hash) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
is_used (RgmStory   *self,
         const char *hash)
{
  for (guint i = 0; i < rgm_story_get_n_slides (self); i++)
    if (g_strcmp0 (rgm_story_get_slide (self, i).revision, hash) == 0)
      return TRUE;

  return FALSE;
}

/**
 * rgm_story_keep_revisions:
 * @self: a story in the making, whose slides were changed
 * @before: the story before the change, or another one that slides come from
 *
 * Takes over the revisions that slides of @before are pinned to, and lets go of those that no slide is pinned to any more.
 */
void
rgm_story_keep_revisions (RgmStory *self,
                          RgmStory *before)
{
  JsonObject *had = get_revisions (self);
  JsonObject *others = get_revisions (before);
  g_autoptr (JsonObject) kept = json_object_new ();
  JsonObject * const from[] = { had, others };

  if (had == NULL && others == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    {
      g_autoptr (GList) hashes = from[i] != NULL ? json_object_get_members (from[i]) : NULL;

      for (GList *link = hashes; link != NULL; link = link->next)
        if (is_used (self, link->data) && !json_object_has_member (kept, link->data))
          json_object_set_member (kept, link->data, json_node_copy (json_object_get_member (from[i], link->data)));
    }

  if (json_object_get_size (kept) > 0)
    json_object_set_object_member (self->document, REVISIONS_KEY, g_steal_pointer (&kept));
  else
    json_object_remove_member (self->document, REVISIONS_KEY);
}

static void
add_revision (RgmStory   *self,
              const char *hash,
              RgmDataSet *data_set)
{
  JsonObject *had = get_revisions (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  JsonObject *revisions, *revision;

  if (find_revision (self, hash) != NULL)
    return;

  bytes = rgm_store_write_data_set (data_set);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  day = rgm_story_format_day (data_set);
  revision = json_object_new ();
  rgm_story_set_text (revision, "id", data_set->id);
  rgm_story_set_text (revision, "as_of", day);
  rgm_story_set_text (revision, "data", text);

  /* What another revision of the story has isn't changed. */
  revisions = json_object_new ();
  if (had != NULL)
    {
      g_autoptr (GList) hashes = json_object_get_members (had);

      for (GList *link = hashes; link != NULL; link = link->next)
        json_object_set_member (revisions, link->data, json_node_copy (json_object_get_member (had, link->data)));
    }
  json_object_set_object_member (revisions, hash, revision);
  json_object_set_object_member (self->document, REVISIONS_KEY, revisions);
}

/**
 * rgm_story_with_revision:
 * @self: a story
 * @index: a slide with a figure
 * @data_set: (nullable): the data that the slide keeps from now on, or %NULL to let it follow the data set that is open
 *
 * Returns: (transfer full): the story, which holds the data of its pinned slides and no others
 */
RgmStory *
rgm_story_with_revision (RgmStory   *self,
                         guint       index,
                         RgmDataSet *data_set)
{
  const char *hash = data_set != NULL ? rgm_story_hash_data_set (data_set) : NULL;
  JsonObject *slide;
  RgmStory *copy = rgm_story_change_slide (self, index, &slide);

  g_return_val_if_fail (copy != NULL, NULL);

  if (hash != NULL)
    {
      json_object_set_string_member (slide, "revision", hash);
      add_revision (copy, hash, data_set);
    }
  else
    {
      json_object_remove_member (slide, "revision");
    }
  rgm_story_keep_revisions (copy, self);

  return copy;
}

/**
 * rgm_story_with_revisions:
 * @self: a story
 * @data_set: (nullable): the data that every figure that follows the data set keeps from now on, or %NULL to let all follow it
 *
 * Returns: (transfer full): the story, as rgm_story_with_revision() makes it
 */
RgmStory *
rgm_story_with_revisions (RgmStory   *self,
                          RgmDataSet *data_set)
{
  RgmStory *story = g_object_ref (self);

  for (guint i = 0; i < rgm_story_get_n_slides (self); i++)
    {
      RgmStorySlide slide = rgm_story_get_slide (self, i);
      RgmStory *changed;

      if (slide.figure == NULL || (slide.revision == NULL) == (data_set == NULL))
        continue;
      changed = rgm_story_with_revision (story, i, data_set);
      g_object_unref (story);
      story = changed;
    }

  return story;
}

/**
 * rgm_story_open_revision:
 * @self: a story
 * @hash: what one of its slides is pinned to
 * @reason: (out) (transfer full): why it can't be shown, a sentence for a person, or %NULL
 *
 * Returns: (transfer full) (nullable): the data that the story keeps
 */
RgmDataSet *
rgm_story_open_revision (RgmStory    *self,
                         const char  *hash,
                         char       **reason)
{
  JsonObject *revision = find_revision (self, hash);
  const char *text = revision != NULL ? get_text (revision, "data") : NULL;
  RgmDataSet *data_set = find_open (hash);
  g_autofree char *found = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  *reason = NULL;
  if (data_set != NULL)
    return data_set;
  if (text == NULL)
    {
      *reason = g_strdup (_("This slide is pinned to data that the story’s file does not hold."));
      return NULL;
    }

  found = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  if (!g_str_equal (found, hash))
    {
      *reason = g_strdup (_("The data that this slide is pinned to were changed in the story’s file."));
      return NULL;
    }

  bytes = g_bytes_new (text, strlen (text));
  data_set = rgm_load_bytes (bytes, hash, NULL, NULL, &error);
  if (data_set == NULL)
    *reason = rgm_text_printf (_("The data that this slide is pinned to cannot be read: %s"), error->message);
  else
    keep_open (hash, data_set);

  return data_set;
}

/**
 * rgm_story_get_revision_day:
 * @self: a story
 * @hash: what one of its slides is pinned to
 *
 * Returns: (nullable): the day of those data, as stories have it, or %NULL where the story doesn't say
 */
const char *
rgm_story_get_revision_day (RgmStory   *self,
                            const char *hash)
{
  JsonObject *revision = find_revision (self, hash);

  return revision != NULL ? get_text (revision, "as_of") : NULL;
}
