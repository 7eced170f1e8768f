/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-story-edit.h"

#include "rgm-story-hash.h"
#include "rgm-story-private.h"

/* Where a journal says which file the story is from. */
#define FILE_KEY "file"

/* An object with the same members, which are shared. */
static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *link = keys; link != NULL; link = link->next)
    json_object_set_member (copy, link->data, json_node_copy (json_object_get_member (object, link->data)));

  return copy;
}

static JsonArray *
get_slides (RgmStory *self)
{
  return json_object_get_array_member (self->document, "slides");
}

static RgmStory *
copy_story (RgmStory *self)
{
  RgmStory *copy = g_object_new (RGM_TYPE_STORY, NULL);

  copy->document = copy_object (self->document);

  return copy;
}

/* A story with other slides. */
static RgmStory *
take_slides (RgmStory *self,
             GPtrArray *slides)
{
  RgmStory *copy = copy_story (self);
  JsonArray *array = json_array_sized_new (slides->len);

  for (guint i = 0; i < slides->len; i++)
    json_array_add_object_element (array, json_object_ref (slides->pdata[i]));
  json_object_set_array_member (copy->document, "slides", array);

  return copy;
}

static GPtrArray *
list_slides (RgmStory *self)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  JsonArray *array = get_slides (self);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (slides, json_object_ref (json_array_get_object_element (array, i)));

  return slides;
}

/* A copy of a slide that may be changed, in a story that has it in place of the slide. */
RgmStory *
rgm_story_change_slide (RgmStory    *self,
                        guint        index,
                        JsonObject **changed)
{
  g_autoptr (GPtrArray) slides = list_slides (self);

  g_return_val_if_fail (index < slides->len, NULL);

  *changed = copy_object (slides->pdata[index]);
  json_object_unref (slides->pdata[index]);
  slides->pdata[index] = *changed;

  return take_slides (self, slides);
}

RgmStory *
rgm_story_with_title (RgmStory   *self,
                      const char *title)
{
  RgmStory *copy = copy_story (self);

  rgm_story_set_text (copy->document, "title", title);

  return copy;
}

/**
 * rgm_story_with_data_set:
 * @self: a story
 * @data_set: the data set that is open
 *
 * Returns: (transfer full): the story, which says that it was made with the data set as it is now
 */
RgmStory *
rgm_story_with_data_set (RgmStory   *self,
                         RgmDataSet *data_set)
{
  RgmStory *copy = copy_story (self);
  g_autoptr (RgmStory) fresh = rgm_story_new (data_set, NULL);
  JsonNode *node = json_object_get_member (self->document, "data_set");
  JsonObject *source = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? copy_object (json_node_get_object (node)) : json_object_new ();

  rgm_story_set_text (source, "id", rgm_story_get_data_set (fresh));
  rgm_story_set_text (source, "as_of", rgm_story_get_as_of (fresh));
  rgm_story_set_text (source, "hash", rgm_story_hash_data_set (data_set));
  json_object_set_object_member (copy->document, "data_set", source);

  return copy;
}

/**
 * rgm_story_with_file:
 * @self: a story
 * @uri: (nullable): the file that it is from, or %NULL to forget it
 * @etag: (nullable): the state of the file that it was read from or last written to
 *
 * Returns: (transfer full): the story as a journal keeps it
 */
RgmStory *
rgm_story_with_file (RgmStory   *self,
                     const char *uri,
                     const char *etag)
{
  RgmStory *copy = copy_story (self);
  JsonObject *file;

  json_object_remove_member (copy->document, FILE_KEY);
  if (uri == NULL)
    return copy;

  file = json_object_new ();
  json_object_set_string_member (file, "uri", uri);
  rgm_story_set_text (file, "etag", etag);
  json_object_set_object_member (copy->document, FILE_KEY, file);

  return copy;
}

static const char *
get_member (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

/**
 * rgm_story_get_file:
 * @self: a story, read from a journal
 * @etag: (out) (nullable): the state of the file
 *
 * Returns: (nullable): the file that rgm_story_with_file() put down
 */
const char *
rgm_story_get_file (RgmStory    *self,
                    const char **etag)
{
  JsonNode *node = json_object_get_member (self->document, FILE_KEY);
  JsonObject *file = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  *etag = file != NULL ? get_member (file, "etag") : NULL;

  return file != NULL ? get_member (file, "uri") : NULL;
}

/**
 * rgm_story_with_slides:
 * @self: a story
 * @position: where the first of them comes to stand
 * @from: a story whose slides are added
 *
 * Returns: (transfer full): the story with the slides of the other
 */
RgmStory *
rgm_story_with_slides (RgmStory *self,
                       guint     position,
                       RgmStory *from)
{
  g_autoptr (GPtrArray) slides = list_slides (self);
  g_autoptr (GPtrArray) added = list_slides (from);
  RgmStory *story;

  for (guint i = 0; i < added->len; i++)
    g_ptr_array_insert (slides, (int) MIN (position + i, slides->len), json_object_ref (added->pdata[i]));
  story = take_slides (self, slides);
  rgm_story_keep_revisions (story, from);

  return story;
}

RgmStory *
rgm_story_with_copy (RgmStory *self,
                     guint     index)
{
  g_autoptr (GPtrArray) slides = list_slides (self);

  g_return_val_if_fail (index < slides->len, NULL);

  g_ptr_array_insert (slides, (int) index + 1, json_object_ref (slides->pdata[index]));

  return take_slides (self, slides);
}

RgmStory *
rgm_story_without_slide (RgmStory *self,
                         guint     index)
{
  g_autoptr (GPtrArray) slides = list_slides (self);
  RgmStory *story;

  g_return_val_if_fail (index < slides->len, NULL);

  g_ptr_array_remove_index (slides, index);
  story = take_slides (self, slides);
  rgm_story_keep_revisions (story, self);

  return story;
}

/**
 * rgm_story_with_move:
 * @self: a story
 * @from: which slide
 * @to: its number afterwards
 *
 * Returns: (transfer full): the story in another order
 */
RgmStory *
rgm_story_with_move (RgmStory *self,
                     guint     from,
                     guint     to)
{
  g_autoptr (GPtrArray) slides = list_slides (self);

  g_return_val_if_fail (from < slides->len && to < slides->len, NULL);

  g_ptr_array_insert (slides, (int) to, g_ptr_array_steal_index (slides, from));

  return take_slides (self, slides);
}

/**
 * rgm_story_with_text:
 * @self: a story
 * @index: which slide
 * @key: 'title', 'text' or 'note'
 * @text: (nullable): the text; none for an empty one
 *
 * Returns: (transfer full): the story with another text
 */
RgmStory *
rgm_story_with_text (RgmStory   *self,
                     guint       index,
                     const char *key,
                     const char *text)
{
  JsonObject *slide;
  RgmStory *copy = rgm_story_change_slide (self, index, &slide);

  rgm_story_set_text (slide, key, text != NULL && *text != '\0' ? text : NULL);

  return copy;
}

RgmStory *
rgm_story_with_stepwise (RgmStory *self,
                         guint     index,
                         gboolean  is_stepwise)
{
  JsonObject *slide;
  RgmStory *copy = rgm_story_change_slide (self, index, &slide);

  json_object_set_boolean_member (slide, "stepwise", is_stepwise);

  return copy;
}

/**
 * rgm_story_with_figure:
 * @self: a story
 * @index: which slide
 * @from: a story whose first slide has the figure
 *
 * Returns: (transfer full): the story with the other's figure and trials on that slide, whose
 *   title, note and all else stay; it follows the data set that is open
 */
RgmStory *
rgm_story_with_figure (RgmStory *self,
                       guint     index,
                       RgmStory *from)
{
  static const char * const keys[] = { "figure", "options", "search", "facets", "sort", "revision" };
  JsonObject *other = rgm_story_get_object (from, 0);
  JsonObject *slide;
  RgmStory *copy = rgm_story_change_slide (self, index, &slide);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      JsonNode *node = json_object_get_member (other, keys[i]);

      if (node != NULL)
        json_object_set_member (slide, keys[i], json_node_copy (node));
      else
        json_object_remove_member (slide, keys[i]);
    }
  rgm_story_keep_revisions (copy, from);

  return copy;
}
