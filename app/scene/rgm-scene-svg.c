/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-svg.h"

#include <math.h>
#include <string.h>

#include "rgm-scene-private.h"

typedef struct
{
  RgmScene       *scene;
  const RgmTheme *theme;
  GString        *out;
  GHashTable     *ids;  /* owned: what has been given out */
} Writing;

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
append_number (GString    *out,
               const char *name,
               double      value)
{
  g_string_append_printf (out, " %s=\"", name);
  rgm_scene_append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_element (GString    *out,
                const char *name,
                const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;

  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "<%s>%s</%s>\n", name, escaped, name);
}

static void
append_color (GString    *out,
              const char *name,
              RgmColor    color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name,
                          (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255),
                          (guint) lround (color.blue * 255));
}

/* An id of a scene may hold anything; one in XML is a name without a colon, and there
 * is only one of each. */
static char *
make_id (Writing    *writing,
         const char *id)
{
  GString *name = g_string_new (NULL);
  gsize stem;

  if (!g_ascii_isalpha (*id))
    g_string_append_c (name, '_');
  for (const char *p = id; *p != '\0'; p++)
    g_string_append_c (name, g_ascii_isalnum (*p) || strchr ("-._", *p) != NULL ? *p : '_');

  stem = name->len;
  for (guint n = 2; g_hash_table_contains (writing->ids, name->str); n++)
    {
      g_string_truncate (name, stem);
      g_string_append_printf (name, "-%u", n);
    }
  g_hash_table_add (writing->ids, g_strdup (name->str));

  return g_string_free (name, FALSE);
}

static void
append_style (Writing        *writing,
              const RgmStyle *style)
{
  double pattern[6];
  guint n;

  if (style->fill == RGM_INK_NONE)
    g_string_append (writing->out, " fill=\"none\"");
  else
    append_color (writing->out, "fill", rgm_theme_get_color (writing->theme, style->fill));
  if (style->fill != RGM_INK_NONE && style->translucent)
    g_string_append (writing->out, " fill-opacity=\"0.2\"");
  if (style->stroke == RGM_INK_NONE)
    return;

  append_color (writing->out, "stroke", rgm_theme_get_color (writing->theme, style->stroke));
  append_number (writing->out, "stroke-width",
                 style->line_width * rgm_theme_get_line_weight (writing->theme));
  if (style->round)
    g_string_append (writing->out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");

  n = rgm_dash_get_pattern (style->dash, style->line_width, pattern);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (writing->out, i == 0 ? " stroke-dasharray=\"" : " ");
      rgm_scene_append_number (writing->out, pattern[i]);
    }
  if (n > 0)
    g_string_append_c (writing->out, '"');
}

static void
write_rect (Writing       *writing,
            const RgmNode *node)
{
  g_string_append (writing->out, "<rect");
  append_number (writing->out, "x", node->rect.rect.x);
  append_number (writing->out, "y", node->rect.rect.y);
  append_number (writing->out, "width", node->rect.rect.width);
  append_number (writing->out, "height", node->rect.rect.height);
  if (node->rect.radius > 0)
    append_number (writing->out, "rx", node->rect.radius);
  append_style (writing, &node->style);
  g_string_append (writing->out, "/>\n");
}

static void
write_steps (Writing           *writing,
             const RgmPathStep *steps,
             guint              n_steps,
             const RgmStyle    *style)
{
  static const char verbs[] = { 'M', 'L', 'C', 'Z' };

  g_string_append (writing->out, "<path d=\"");
  for (guint i = 0; i < n_steps; i++)
    {
      guint n_points = steps[i].verb == RGM_PATH_CLOSE ? 0 : steps[i].verb == RGM_PATH_CURVE ? 3 : 1;

      g_string_append_c (writing->out, verbs[steps[i].verb]);
      for (guint j = 0; j < n_points; j++)
        {
          if (j > 0)
            g_string_append_c (writing->out, ' ');
          rgm_scene_append_number (writing->out, steps[i].points[j].x);
          g_string_append_c (writing->out, ' ');
          rgm_scene_append_number (writing->out, steps[i].points[j].y);
        }
    }
  g_string_append_c (writing->out, '"');
  append_style (writing, style);
  g_string_append (writing->out, "/>\n");
}

static void
write_marker (Writing       *writing,
              const RgmNode *node)
{
  RgmPathStep steps[RGM_MARKER_MAX_STEPS];
  guint n = rgm_marker_to_path (node->marker.shape, &node->marker.centre, node->marker.size, steps);

  write_steps (writing, steps, n, &node->style);
}

/* SVG's anchors go by the direction of the text itself. */
static const char *
get_anchor (const RgmNode *node)
{
  if (node->text.side == RGM_SIDE_CENTRE)
    return "middle";
  if ((node->text.side == RGM_SIDE_LEFT) == (node->text.direction == RGM_DIRECTION_LTR))
    return NULL;

  return "end";
}

static void
write_text (Writing       *writing,
            const RgmNode *node)
{
  g_autofree char *escaped = g_markup_escape_text (node->text.text, -1);
  const char *anchor = get_anchor (node);

  g_string_append (writing->out, "<text");
  append_number (writing->out, "x", node->text.position.x);
  append_number (writing->out, "y", node->text.position.y);
  append_number (writing->out, "font-size", node->text.size);
  if (anchor != NULL)
    append_attribute (writing->out, "text-anchor", anchor);
  if (node->text.weight == RGM_WEIGHT_BOLD)
    append_attribute (writing->out, "font-weight", "bold");
  if (node->text.direction == RGM_DIRECTION_RTL)
    append_attribute (writing->out, "direction", "rtl");
  append_color (writing->out, "fill", rgm_theme_get_text_color (writing->theme, node->text.ink));
  g_string_append_printf (writing->out, ">%s</text>\n", escaped);
}

static void
begin_group (Writing       *writing,
             const RgmNode *node)
{
  const RgmSceneGroup *group = rgm_scene_get_group (writing->scene, node->group.index);

  g_string_append_printf (writing->out, "<g class=\"%s\"", rgm_scene_role_get_name (group->role));
  if (group->id != NULL)
    {
      g_autofree char *id = make_id (writing, group->id);

      append_attribute (writing->out, "id", id);
    }
  if (group->target != NULL)
    append_attribute (writing->out, "data-target", group->target);
  if (group->sentence != NULL)
    {
      /* A mark is read by its sentence and not by its letters and numbers once more. */
      append_attribute (writing->out, "role",
                        rgm_scene_role_is_mark (group->role) ? "img" : "group");
      append_attribute (writing->out, "aria-label", group->sentence);
    }
  g_string_append (writing->out, ">\n");
  append_element (writing->out, "title", group->sentence);
}

static void
write_nodes (Writing *writing,
             guint    begin,
             guint    end)
{
  for (guint i = begin; i < end; i++)
    {
      const RgmNode *node = &g_array_index (writing->scene->nodes, RgmNode, i);

      switch (node->kind)
        {
        case RGM_NODE_GROUP:
          begin_group (writing, node);
          write_nodes (writing, i + 1, node->group.end);
          g_string_append (writing->out, "</g>\n");
          i = node->group.end - 1;
          break;
        case RGM_NODE_RECT:
          write_rect (writing, node);
          break;
        case RGM_NODE_PATH:
          write_steps (writing,
                       &g_array_index (writing->scene->steps, RgmPathStep, node->path.first),
                       node->path.n, &node->style);
          break;
        case RGM_NODE_MARKER:
          write_marker (writing, node);
          break;
        case RGM_NODE_TEXT:
          write_text (writing, node);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static void
begin_document (Writing *writing)
{
  GString *out = writing->out;
  g_autofree char *families = NULL;

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
  rgm_scene_append_number (out, writing->scene->width);
  g_string_append (out, "pt\" height=\"");
  rgm_scene_append_number (out, writing->scene->height);
  g_string_append (out, "pt\" viewBox=\"0 0 ");
  rgm_scene_append_number (out, writing->scene->width);
  g_string_append_c (out, ' ');
  rgm_scene_append_number (out, writing->scene->height);
  g_string_append_c (out, '"');

  /* Where the family isn't there, one that is about as wide. */
  families = strcmp (writing->scene->family, "sans-serif") == 0
               ? g_strdup ("sans-serif")
               : g_strdup_printf ("'%s', 'Open Sans', Arial, Helvetica, sans-serif",
                                  writing->scene->family);
  append_attribute (out, "font-family", families);
  append_attribute (out, "style", "font-variant-numeric: tabular-nums; white-space: pre");
  append_attribute (out, "role", "graphics-document");
  if (writing->scene->title != NULL)
    append_attribute (out, "aria-label", writing->scene->title);
  g_string_append (out, ">\n");
  append_element (out, "title", writing->scene->title);
  append_element (out, "desc", writing->scene->summary);
}

static void
write_surface (Writing *writing)
{
  g_string_append (writing->out, "<rect width=\"100%\" height=\"100%\"");
  append_color (writing->out, "fill", rgm_theme_get_color (writing->theme, RGM_INK_SURFACE));
  g_string_append (writing->out, "/>\n");
}

/**
 * rgm_scene_to_svg:
 * @self: a scene
 * @theme: the colours
 *
 * The scene as SVG with live text, which can be searched, edited and read aloud: every
 * group has its id and, as its title, its sentence.
 *
 * Returns: (transfer full): a whole document, in UTF-8
 */
char *
rgm_scene_to_svg (RgmScene       *self,
                  const RgmTheme *theme)
{
  Writing writing = {
    .scene = self,
    .theme = theme,
    .out = g_string_new (NULL),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  begin_document (&writing);
  write_surface (&writing);
  write_nodes (&writing, 0, self->nodes->len);
  g_string_append (writing.out, "</svg>\n");
  g_hash_table_unref (writing.ids);

  return g_string_free (writing.out, FALSE);
}
