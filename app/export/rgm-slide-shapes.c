/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-slide-shapes.h"

/* Groups that hold the whole chart are dropped on slides: an editor would have to ungroup them first. */
gboolean
rgm_shapes_is_flat (RgmSceneRole role)
{
  return role == RGM_SCENE_ROLE_FIGURE || role == RGM_SCENE_ROLE_DRAWING || role == RGM_SCENE_ROLE_PANEL;
}

gboolean
rgm_shapes_holds_only_texts (const RgmSceneItem *items,
                             guint               begin,
                             guint               end)
{
  for (guint i = begin; i < end; i++)
    if (items[i].kind != RGM_SCENE_ITEM_TEXT)
      return FALSE;

  return begin < end;
}

/* Whether the next item continues this text. */
gboolean
rgm_shapes_is_continued (const RgmSceneItem *items,
                         guint               index,
                         guint               end)
{
  return index + 1 < end && items[index + 1].kind == RGM_SCENE_ITEM_TEXT && items[index + 1].text.continues;
}

/* The extents of texts and their line spacing, 0 for a single line. */
RgmRect
rgm_shapes_get_text_box (const RgmSceneItem *items,
                         guint               first,
                         guint               end,
                         double             *line)
{
  RgmRect box = { 0 };

  *line = 0;
  for (guint i = first; i < end; i++)
    {
      double below = items[i].text.position.y - items[first].text.position.y;

      box = rgm_rect_union (&box, &items[i].bounds);
      if (below > 0 && *line == 0)
        *line = below;
    }

  return box;
}

guint
rgm_path_step_count_points (const RgmPathStep *step)
{
  return step->verb == RGM_PATH_CLOSE ? 0 : step->verb == RGM_PATH_CURVE ? 3
                                                                         : 1;
}

/* The bounding box of a path including its control points, which is right for circles too. */
RgmRect
rgm_path_get_box (const RgmPathStep *steps,
                  guint              n_steps)
{
  double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;

  for (guint i = 0; i < n_steps; i++)
    for (guint j = 0; j < rgm_path_step_count_points (&steps[i]); j++)
      {
        left = MIN (left, steps[i].points[j].x);
        right = MAX (right, steps[i].points[j].x);
        top = MIN (top, steps[i].points[j].y);
        bottom = MAX (bottom, steps[i].points[j].y);
      }

  return (RgmRect){ left, top, right - left, bottom - top };
}

char *
rgm_shapes_format_color (RgmColor color)
{
  return g_strdup_printf ("%02X%02X%02X", (guint) lround (color.red * 255), (guint) lround (color.green * 255),
                          (guint) lround (color.blue * 255));
}

/**
 * rgm_shapes_add_part:
 * @zip: an archive
 * @name: the entry's name
 * @xml: its complete content
 * @error: return location for an error
 *
 * Returns: %TRUE if the part was added
 */
gboolean
rgm_shapes_add_part (RgmZip      *zip,
                     const char  *name,
                     RgmXml      *xml,
                     GError     **error)
{
  g_autoptr (GBytes) content = rgm_xml_finish (xml, error);

  return content != NULL && rgm_zip_add (zip, name, content, TRUE, error);
}
