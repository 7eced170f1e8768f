/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-draw.h"

#include "rgm-scene-private.h"

/* ── Texts that look the same ────────────────────────────────────────────────── */

static guint
hash_text (gconstpointer key)
{
  const RgmSceneItem *item = key;

  return g_str_hash (item->text.text) ^ (guint) g_double_hash (&item->text.size) ^ ((guint) item->text.weight << 1) ^
         (guint) item->text.direction;
}

static gboolean
looks_the_same (gconstpointer a,
                gconstpointer b)
{
  const RgmSceneItem *left = a, *right = b;

  return left->text.size == right->text.size && left->text.weight == right->text.weight &&
         left->text.direction == right->text.direction && g_str_equal (left->text.text, right->text.text);
}

/* The items of a scene whose texts have layouts. */
static GHashTable *
find_shaped (RgmScene *self)
{
  GHashTable *shaped = g_hash_table_new (hash_text, looks_the_same);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      RgmSceneItem *item = &g_array_index (self->nodes, RgmSceneItem, i);

      if (item->kind == RGM_SCENE_ITEM_TEXT && self->layouts[item->text.index] != NULL)
        g_hash_table_add (shaped, item);
    }

  return shaped;
}

/**
 * rgm_scene_take_shaped:
 * @self: a scene that hasn't been drawn
 * @before: the scene that stood in its place, and isn't drawn any more
 *
 * Takes over from @before the texts that it drew and that @self has too, so that they aren't shaped again: a click on an option or a
 * window that becomes wider changes few of a chart's texts. What is drawn is the same with and without.
 */
void
rgm_scene_take_shaped (RgmScene *self,
                       RgmScene *before)
{
  g_autoptr (GHashTable) shaped = NULL;

  g_return_if_fail (RGM_IS_SCENE (self) && RGM_IS_SCENE (before) && self != before);

  if (self->layouts != NULL || before->layouts == NULL || self->n_texts == 0 || g_strcmp0 (self->family, before->family) != 0)
    return;

  shaped = find_shaped (before);
  self->layouts = g_new0 (PangoLayout *, self->n_texts);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const RgmSceneItem *item = &g_array_index (self->nodes, RgmSceneItem, i);
      const RgmSceneItem *same = item->kind == RGM_SCENE_ITEM_TEXT ? g_hash_table_lookup (shaped, item) : NULL;

      if (same == NULL)
        continue;
      self->layouts[item->text.index] = g_object_ref (before->layouts[same->text.index]);
      self->n_layouts++;
    }

  /* The layouts follow their contexts, which therefore have one owner. */
  for (guint i = 0; i < RGM_N_DIRECTIONS; i++)
    self->contexts[i] = g_steal_pointer (&before->contexts[i]);
  self->context_matrix = before->context_matrix;
  for (guint i = 0; i < before->n_texts; i++)
    g_clear_object (&before->layouts[i]);
  g_clear_pointer (&before->layouts, g_free);
  before->n_layouts = 0;
}
