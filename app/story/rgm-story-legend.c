/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-story-legend.h"

#include "rgm-scene-item.h"

#define REACH 6.0

/* An entry of a scene's legend is a marker with the text that follows it. It stands for the marks
 * that have a marker of the same shape and ink in them. */
typedef struct
{
  RgmShape shape;
  RgmInk   ink;
  RgmRect  area;
} Entry;

static RgmInk
get_ink (const RgmSceneItem *item)
{
  return item->style.fill != RGM_INK_NONE ? item->style.fill : item->style.stroke;
}

static GArray *
list_entries (RgmScene *scene)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n, end = 0;
  const RgmSceneItem *items = rgm_scene_get_items (scene, &n);
  gboolean has_key = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const RgmSceneItem *item = &items[i];

      if (item->kind == RGM_SCENE_ITEM_GROUP && rgm_scene_get_group (scene, item->group.index)->role == RGM_SCENE_ROLE_LEGEND)
        end = item->group.end;
      if (i >= end)
        continue;

      if (item->kind == RGM_SCENE_ITEM_MARKER)
        {
          const Entry entry = { item->marker.shape, get_ink (item), item->bounds };

          g_array_append_val (entries, entry);
        }
      else if (item->kind == RGM_SCENE_ITEM_TEXT && has_key)
        {
          Entry *entry = &g_array_index (entries, Entry, entries->len - 1);

          entry->area = rgm_rect_union (&entry->area, &item->bounds);
        }
      has_key = item->kind == RGM_SCENE_ITEM_MARKER || (has_key && item->kind == RGM_SCENE_ITEM_TEXT);
    }

  return entries;
}

/* How many entries of the legend stand for marks. */
guint
rgm_story_legend_get_size (RgmScene *scene)
{
  g_autoptr (GArray) entries = list_entries (scene);

  return entries->len;
}

/**
 * rgm_story_legend_pick:
 * @scene: a slide
 * @x: a place, in points
 * @y: a place, in points
 * @entry: (out): the entry of the legend there
 *
 * Returns: whether there is one
 */
gboolean
rgm_story_legend_pick (RgmScene *scene,
                       double    x,
                       double    y,
                       guint    *entry)
{
  g_autoptr (GArray) entries = list_entries (scene);

  for (guint i = 0; i < entries->len; i++)
    if (rgm_rect_distance (&g_array_index (entries, Entry, i).area, x, y) <= REACH)
      {
        *entry = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_story_legend_find_marks:
 * @scene: a slide
 * @entry: an entry of its legend
 *
 * Returns: (transfer full): the ids of the marks that the entry stands for
 */
char **
rgm_story_legend_find_marks (RgmScene *scene,
                             guint     entry)
{
  g_autoptr (GArray) entries = list_entries (scene);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n, end = 0;
  const RgmSceneItem *items = rgm_scene_get_items (scene, &n);
  const RgmSceneGroup *mark = NULL;

  g_return_val_if_fail (entry < entries->len, NULL);

  for (guint i = 0; i < n; i++)
    {
      const Entry *wanted = &g_array_index (entries, Entry, entry);

      if (items[i].kind == RGM_SCENE_ITEM_GROUP && rgm_scene_role_is_mark (rgm_scene_get_group (scene, items[i].group.index)->role))
        {
          mark = rgm_scene_get_group (scene, items[i].group.index);
          end = items[i].group.end;
        }
      if (i >= end || mark == NULL || mark->id == NULL || items[i].kind != RGM_SCENE_ITEM_MARKER ||
          items[i].marker.shape != wanted->shape || get_ink (&items[i]) != wanted->ink)
        continue;
      g_strv_builder_add (names, mark->id);
      mark = NULL;
    }

  return g_strv_builder_end (names);
}
