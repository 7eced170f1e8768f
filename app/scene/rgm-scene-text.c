/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-private.h"

#include <string.h>

/* Appends a coordinate with at most two decimals, the same in every locale. */
void
rgm_scene_append_number (GString *string,
                         double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.2f", number);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  digits[length] = '\0';

  g_string_append (string, strcmp (digits, "-0") == 0 ? "0" : digits);
}

static void
append_numbers (GString      *string,
                const double *numbers,
                guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (string, ' ');
      rgm_scene_append_number (string, numbers[i]);
    }
}

static void
append_quoted (GString    *string,
               const char *name,
               const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (string, " %s\"%s\"", name, text);
}

static void
append_style (GString        *string,
              const RgmStyle *style)
{
  if (style->fill != RGM_INK_NONE)
    g_string_append_printf (string, " fill %s%s", rgm_ink_get_name (style->fill),
                            style->translucent ? " translucent" : "");
  if (style->stroke == RGM_INK_NONE)
    return;

  g_string_append_printf (string, " stroke %s", rgm_ink_get_name (style->stroke));
  append_numbers (string, &style->line_width, 1);
  if (style->dash != RGM_DASH_SOLID)
    g_string_append_printf (string, " %s", rgm_dash_get_name (style->dash));
  if (style->round)
    g_string_append (string, " round");
}

static void
append_rect (GString       *string,
             const RgmRect *rect)
{
  append_numbers (string, (double[]) { rect->x, rect->y, rect->width, rect->height }, 4);
}

static void
append_group (GString       *string,
              RgmScene      *scene,
              const RgmSceneItem *node)
{
  const RgmSceneGroup *group = rgm_scene_get_group (scene, node->group.index);

  g_string_append_printf (string, "%s", rgm_scene_role_get_name (group->role));
  append_quoted (string, "", group->id);
  append_quoted (string, "target ", group->target);
  if (rgm_scene_role_is_mark (group->role))
    {
      g_string_append (string, " area");
      append_rect (string, &group->area);
    }
  if (group->step > 0)
    g_string_append_printf (string, " step %u", group->step);
  append_quoted (string, "says ", group->sentence);
}

static void
append_path (GString       *string,
             RgmScene      *scene,
             const RgmSceneItem *node)
{
  static const char verbs[] = { 'M', 'L', 'C', 'Z' };

  g_string_append (string, "path");
  for (guint i = 0; i < node->path.n; i++)
    {
      const RgmPathStep *step = &g_array_index (scene->steps, RgmPathStep, node->path.first + i);
      guint n_points = step->verb == RGM_PATH_CLOSE ? 0 : step->verb == RGM_PATH_CURVE ? 3 : 1;

      g_string_append_printf (string, " %c", verbs[step->verb]);
      for (guint j = 0; j < n_points; j++)
        append_numbers (string, (double[]) { step->points[j].x, step->points[j].y }, 2);
    }
  append_style (string, &node->style);
}

static void
append_text (GString       *string,
             const RgmSceneItem *node)
{
  static const char * const sides[] = { "left", "centre", "right" };

  g_string_append (string, "text");
  append_numbers (string, (double[]) { node->text.position.x, node->text.position.y }, 2);
  g_string_append_printf (string, " %s", sides[node->text.side]);
  append_numbers (string, &node->text.size, 1);
  if (node->text.weight == RGM_WEIGHT_BOLD)
    g_string_append (string, " bold");
  if (node->text.direction == RGM_DIRECTION_RTL)
    g_string_append (string, " rtl");
  if (node->text.continues)
    g_string_append (string, " continues");
  if (node->text.ink != RGM_INK_TEXT)
    g_string_append_printf (string, " %s", rgm_ink_get_name (node->text.ink));
  append_quoted (string, "", node->text.text);
}

static void
append_node (GString       *string,
             RgmScene      *scene,
             const RgmSceneItem *node)
{
  switch (node->kind)
    {
    case RGM_SCENE_ITEM_GROUP:
      append_group (string, scene, node);
      break;
    case RGM_SCENE_ITEM_RECT:
      g_string_append (string, "rect");
      append_rect (string, &node->rect.rect);
      if (node->rect.radius > 0)
        {
          g_string_append (string, " radius");
          append_numbers (string, &node->rect.radius, 1);
        }
      append_style (string, &node->style);
      break;
    case RGM_SCENE_ITEM_PATH:
      append_path (string, scene, node);
      break;
    case RGM_SCENE_ITEM_MARKER:
      g_string_append (string, rgm_shape_get_name (node->marker.shape));
      append_numbers (string, (double[]) { node->marker.centre.x, node->marker.centre.y,
                                           node->marker.size }, 3);
      append_style (string, &node->style);
      break;
    case RGM_SCENE_ITEM_TEXT:
      append_text (string, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_nodes (GString  *string,
              RgmScene *scene,
              guint     begin,
              guint     end,
              guint     depth)
{
  for (guint i = begin; i < end;)
    {
      const RgmSceneItem *node = &g_array_index (scene->nodes, RgmSceneItem, i);

      for (guint j = 0; j < depth; j++)
        g_string_append (string, "  ");
      append_node (string, scene, node);
      g_string_append_c (string, '\n');

      i++;
      if (node->kind == RGM_SCENE_ITEM_GROUP)
        {
          append_nodes (string, scene, i, node->group.end, depth + 1);
          i = node->group.end;
        }
    }
}

/**
 * rgm_scene_to_text:
 * @self: a scene
 *
 * Every item on a line of its own, indented by its groups, the same on every machine
 * if the scene is: for tests that compare scenes.
 *
 * Returns: (transfer full): the scene in words and numbers
 */
char *
rgm_scene_to_text (RgmScene *self)
{
  GString *string = g_string_new ("scene");

  append_numbers (string, (double[]) { self->width, self->height }, 2);
  if (self->direction == RGM_DIRECTION_RTL)
    g_string_append (string, " rtl");
  append_quoted (string, "", self->title);
  append_quoted (string, "says ", self->summary);
  g_string_append_c (string, '\n');
  append_nodes (string, self, 0, self->nodes->len, 1);

  return g_string_free (string, FALSE);
}
