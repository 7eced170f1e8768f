/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-story-show.h"

#include "rgm-slide-layout.h"

struct _RgmStoryShow
{
  GObject         parent_instance;

  RgmTextMeasure *measure;
  RgmDirection    direction;
  double          height;

  RgmStory       *story;
  RgmSelection   *like;     /* whose data set is shown */
  RgmDataSet     *data_set; /* that the faces are of */
  GHashTable     *faces;    /* by what a slide shows; RgmStoryFace */
};

G_DEFINE_FINAL_TYPE (RgmStoryShow, rgm_story_show, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_face (gpointer data)
{
  RgmStoryFace *face = data;

  g_clear_object (&face->figure);
  g_clear_pointer (&face->pages, g_ptr_array_unref);
  g_free (face->reason);
  g_free (face->title);
  g_free (face);
}

/* A figure of which an option was set is laid out again. */
static void
on_figure_changed (RgmStoryShow *self,
                   RgmFigure    *figure)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((RgmStoryFace *) value)->figure == figure)
      g_clear_pointer (&((RgmStoryFace *) value)->pages, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rgm_story_show_dispose (GObject *object)
{
  RgmStoryShow *self = RGM_STORY_SHOW (object);

  g_clear_pointer (&self->faces, g_hash_table_unref);
  g_clear_object (&self->measure);
  g_clear_object (&self->story);
  g_clear_object (&self->like);
  g_clear_object (&self->data_set);

  G_OBJECT_CLASS (rgm_story_show_parent_class)->dispose (object);
}

static void
rgm_story_show_class_init (RgmStoryShowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_story_show_dispose;

  signals[CHANGED] = g_signal_new ("changed", RGM_TYPE_STORY_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_story_show_init (RgmStoryShow *self)
{
  self->height = RGM_SLIDE_WIDTH * 9 / 16;
  self->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_face);
}

/**
 * rgm_story_show_new:
 * @measure: what measures text
 * @direction: which way slides read
 *
 * Returns: (transfer full): a show without a story
 */
RgmStoryShow *
rgm_story_show_new (RgmTextMeasure *measure,
                    RgmDirection    direction)
{
  RgmStoryShow *self = g_object_new (RGM_TYPE_STORY_SHOW, NULL);

  self->measure = g_object_ref (measure);
  self->direction = direction;

  return self;
}

/* Slides that the story no longer has needn't be kept; one that was moved or has another note is. */
static void
drop_unused (RgmStoryShow *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < rgm_story_show_get_size (self); i++)
    g_hash_table_add (used, rgm_story_get_key (self->story, i));
  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (used, key))
      g_hash_table_iter_remove (&iter);
}

/**
 * rgm_story_show_set_story:
 * @self: a show
 * @story: (nullable): a story
 * @like: a selection, whose data set and its origin are shown
 */
void
rgm_story_show_set_story (RgmStoryShow *self,
                          RgmStory     *story,
                          RgmSelection *like)
{
  RgmDataSet *data_set = rgm_selection_get_data_set (like);

  if (g_set_object (&self->data_set, data_set))
    g_hash_table_remove_all (self->faces);
  g_set_object (&self->like, like);
  g_set_object (&self->story, story);
  drop_unused (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rgm_story_show_set_height:
 * @self: a show
 * @height: of its slides in points, all of them 960 points wide
 */
void
rgm_story_show_set_height (RgmStoryShow *self,
                           double        height)
{
  GHashTableIter iter;
  gpointer value;

  if (height == self->height)
    return;

  self->height = height;
  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_clear_pointer (&((RgmStoryFace *) value)->pages, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

RgmStory *
rgm_story_show_get_story (RgmStoryShow *self)
{
  return self->story;
}

/**
 * rgm_story_show_get_data_set:
 * @self: a show
 *
 * Returns: (transfer none) (nullable): the data set that is open, which slides that aren't pinned show
 */
RgmDataSet *
rgm_story_show_get_data_set (RgmStoryShow *self)
{
  return self->data_set;
}

guint
rgm_story_show_get_size (RgmStoryShow *self)
{
  return self->story != NULL ? rgm_story_get_n_slides (self->story) : 0;
}

static char *
make_title (RgmStory     *story,
            guint         index,
            RgmStoryFace *face)
{
  RgmStorySlide slide = rgm_story_get_slide (story, index);

  if (slide.title != NULL && *slide.title != '\0')
    return g_strdup (slide.title);
  if (face->figure != NULL)
    return g_strdup (rgm_figure_get_frame (face->figure)->title);
  if (face->reason != NULL)
    return g_strdup (_("This slide cannot be shown"));

  return g_strdup (slide.is_section ? _("Section without a title") : _("Text without a title"));
}

static RgmStoryFace *
make_face (RgmStoryShow *self,
           guint         index)
{
  RgmStoryFace *face = g_new0 (RgmStoryFace, 1);

  if (rgm_story_get_slide (self->story, index).figure != NULL)
    face->figure = rgm_story_make_figure (self->story, index, self->like, &face->reason);
  if (face->figure != NULL)
    g_signal_connect_object (face->figure, "changed", G_CALLBACK (on_figure_changed), self, G_CONNECT_SWAPPED);
  face->title = make_title (self->story, index, face);

  return face;
}

static void
lay_out (RgmStoryShow *self,
         guint         index,
         RgmStoryFace *face)
{
  RgmStorySlide slide = rgm_story_get_slide (self->story, index);

  if (face->figure != NULL)
    {
      face->pages = rgm_slide_lay_out_figure (face->figure, self->measure, self->direction, self->height,
                                              slide.title != NULL && *slide.title != '\0' ? slide.title : NULL);
      return;
    }

  face->pages = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (face->pages, face->reason != NULL
                                ? rgm_slide_lay_out_text (self->measure, self->direction, self->height, face->title, face->reason, FALSE)
                                : rgm_slide_lay_out_text (self->measure, self->direction, self->height, slide.title, slide.text,
                                                          slide.is_section));
}

/**
 * rgm_story_show_get_face:
 * @self: a show with a story
 * @index: which slide
 *
 * Returns: (transfer none): how it looks; valid until the show changes
 */
const RgmStoryFace *
rgm_story_show_get_face (RgmStoryShow *self,
                         guint         index)
{
  g_autofree char *key = NULL;
  RgmStoryFace *face;

  g_return_val_if_fail (index < rgm_story_show_get_size (self), NULL);

  key = rgm_story_get_key (self->story, index);
  face = g_hash_table_lookup (self->faces, key);
  if (face == NULL)
    {
      face = make_face (self, index);
      g_hash_table_insert (self->faces, g_steal_pointer (&key), face);
    }
  if (face->pages == NULL)
    lay_out (self, index, face);

  return face;
}

static void
add_paragraph (GString    *notes,
               const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (notes->len > 0)
    g_string_append (notes, "\n\n");
  g_string_append (notes, text);
}

/**
 * rgm_story_show_get_notes:
 * @self: a show with a story
 * @index: which slide
 *
 * Returns: (transfer full): what the speaker wants to say, and then what the slide leaves out
 */
char *
rgm_story_show_get_notes (RgmStoryShow *self,
                          guint         index)
{
  const RgmStoryFace *face = rgm_story_show_get_face (self, index);
  g_autofree char *change = self->data_set != NULL ? rgm_story_describe_data (self->story, index, self->data_set) : NULL;
  GString *notes = g_string_new (NULL);

  add_paragraph (notes, rgm_story_get_slide (self->story, index).note);
  if (face->figure != NULL)
    {
      const RgmFrame *frame = rgm_figure_get_frame (face->figure);

      add_paragraph (notes, change);
      add_paragraph (notes, frame->selection);
      add_paragraph (notes, frame->method);
      add_paragraph (notes, frame->caveat);
    }

  return g_string_free (notes, FALSE);
}
