/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-svg.h"

#include <math.h>
#include <string.h>

#include "rgm-scene-builder.h"
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
            const RgmSceneItem *node)
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
              const RgmSceneItem *node)
{
  RgmPathStep steps[RGM_MARKER_MAX_STEPS];
  guint n = rgm_marker_to_path (node->marker.shape, &node->marker.centre, node->marker.size, steps);

  write_steps (writing, steps, n, &node->style);
}

/* A run that reads from the right, and its end, in the Unicode bidirectional algorithm. */
#define FROM_THE_RIGHT "\342\200\253"
#define RUN_END "\342\200\254"

static const RgmSceneItem *
get_text (Writing *writing,
          guint    index)
{
  return &g_array_index (writing->scene->nodes, RgmSceneItem, index);
}

static void
append_font (Writing            *writing,
             const RgmSceneItem *node,
             gboolean            is_span)
{
  append_number (writing->out, "font-size", node->text.size);
  if (node->text.weight == RGM_WEIGHT_BOLD)
    append_attribute (writing->out, "font-weight", "bold");
  else if (is_span)
    append_attribute (writing->out, "font-weight", "normal");
  append_color (writing->out, "fill", rgm_theme_get_text_color (writing->theme, node->text.ink));
}

/* By how much of its width a text grows on either side of its middle in a wider font, and how
 * far it may without leaving the page: a long line makes room for the rest. */
#define OTHER_FONT_HALF 0.065
#define MIN_MARGIN 16.0

/* By how much a line at its right edge gives way, at least: that its middle is its place makes a wider font reach further. */
static double
get_room (const RgmSceneItem *node)
{
  if (node->kind != RGM_SCENE_ITEM_TEXT || node->text.side != RGM_SIDE_RIGHT || node->text.direction != RGM_DIRECTION_RTL)
    return 0;

  return MAX (node->bounds.width * OTHER_FONT_HALF - MIN_MARGIN, 0);
}

static gboolean
is_line_of (const RgmSceneItem *one,
            const RgmSceneItem *other)
{
  return other->kind == RGM_SCENE_ITEM_TEXT && !other->text.continues && other->text.side == RGM_SIDE_RIGHT &&
         other->text.position.x == one->text.position.x && other->text.size == one->text.size;
}

/* All lines of a paragraph give way as far as the longest, and end at one edge. */
static double
get_room_of_paragraph (Writing *writing,
                       guint    index)
{
  const RgmSceneItem *node = get_text (writing, index);
  double room = get_room (node);

  if (node->text.side != RGM_SIDE_RIGHT)
    return 0;
  for (guint i = index; i > 0 && is_line_of (node, get_text (writing, i - 1)); i--)
    room = MAX (room, get_room (get_text (writing, i - 1)));
  for (guint i = index + 1; i < writing->scene->nodes->len && is_line_of (node, get_text (writing, i)); i++)
    room = MAX (room, get_room (get_text (writing, i)));

  return room;
}

/* Where a text is must not depend on its direction, which not every program heeds: what reads
 * from the right is placed by its middle. Some take the direction from the attribute and others
 * from the marks round the text. */
static void
append_place (Writing *writing,
              guint    index)
{
  const RgmSceneItem *node = get_text (writing, index);
  gboolean from_the_right = node->text.direction == RGM_DIRECTION_RTL;
  double x = node->text.position.x;
  const char *anchor = NULL;

  if (from_the_right || node->text.side == RGM_SIDE_CENTRE)
    {
      x = node->bounds.x + node->bounds.width / 2;
      anchor = "middle";
    }
  else if (node->text.side == RGM_SIDE_RIGHT)
    {
      anchor = "end";
    }

  append_number (writing->out, "x", x - get_room_of_paragraph (writing, index));
  append_number (writing->out, "y", node->text.position.y);
  if (anchor != NULL)
    append_attribute (writing->out, "text-anchor", anchor);
  if (from_the_right)
    append_attribute (writing->out, "direction", "rtl");
}

/* A text and those that continue it, as spans of one text; the index of the last. */
static guint
write_text (Writing *writing,
            guint    first,
            guint    end)
{
  const RgmSceneItem *node = get_text (writing, first);
  gboolean from_the_right = node->text.direction == RGM_DIRECTION_RTL;
  g_autofree char *escaped = g_markup_escape_text (node->text.text, -1);
  guint last = first;

  g_string_append (writing->out, "<text");
  append_place (writing, first);
  append_font (writing, node, FALSE);
  g_string_append_printf (writing->out, ">%s%s%s", from_the_right ? FROM_THE_RIGHT : "", escaped,
                          from_the_right ? RUN_END : "");
  for (; last + 1 < end && get_text (writing, last + 1)->kind == RGM_SCENE_ITEM_TEXT &&
         get_text (writing, last + 1)->text.continues; last++)
    {
      g_autofree char *span = g_markup_escape_text (get_text (writing, last + 1)->text.text, -1);

      g_string_append (writing->out, "<tspan");
      append_font (writing, get_text (writing, last + 1), TRUE);
      g_string_append_printf (writing->out, ">%s%s</tspan>", RGM_TEXT_GAP, span);
    }
  g_string_append (writing->out, "</text>\n");

  return last;
}

static void
begin_group (Writing       *writing,
             const RgmSceneItem *node)
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
      const RgmSceneItem *node = &g_array_index (writing->scene->nodes, RgmSceneItem, i);

      switch (node->kind)
        {
        case RGM_SCENE_ITEM_GROUP:
          begin_group (writing, node);
          write_nodes (writing, i + 1, node->group.end);
          g_string_append (writing->out, "</g>\n");
          i = node->group.end - 1;
          break;
        case RGM_SCENE_ITEM_RECT:
          write_rect (writing, node);
          break;
        case RGM_SCENE_ITEM_PATH:
          write_steps (writing,
                       &g_array_index (writing->scene->steps, RgmPathStep, node->path.first),
                       node->path.n, &node->style);
          break;
        case RGM_SCENE_ITEM_MARKER:
          write_marker (writing, node);
          break;
        case RGM_SCENE_ITEM_TEXT:
          i = write_text (writing, i, end);
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

  /* First the family that was measured; where it isn't there, one that is about as wide. */
  families = strcmp (writing->scene->family, "sans-serif") == 0
               ? g_strdup ("sans-serif")
               : g_strdup_printf ("'%s', 'Open Sans', Arial, Helvetica, sans-serif",
                                  writing->scene->family);
  append_attribute (out, "font-family", families);
  append_attribute (out, "style", "font-variant-numeric: tabular-nums; white-space: pre");
  /* For programs that don't know that property, and would take the gap before a span away. */
  append_attribute (out, "xml:space", "preserve");
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
