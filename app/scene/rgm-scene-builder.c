/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-builder.h"

#include <string.h>

#include "rgm-isolate.h"
#include "rgm-scene-private.h"

/* How much wider a text may be in another font: DejaVu Sans Bold against Arial Bold. */
#define OTHER_FONT 0.15

/**
 * RgmSceneBuilder:
 *
 * Fills a scene, once. Positions are given as for a scene that reads from the left; in
 * the other direction the builder mirrors them, so that no layout needs to know.
 */
struct _RgmSceneBuilder
{
  GObject         parent_instance;

  RgmTextMeasure *measure;
  RgmScene       *scene;
  GArray         *open;        /* guint: nodes of the groups that are open */
  guint           path_start;  /* the first step of the path in the making */
};

G_DEFINE_FINAL_TYPE (RgmSceneBuilder, rgm_scene_builder, G_TYPE_OBJECT)

static const char *
keep (RgmSceneBuilder *self,
      const char      *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->scene->strings, text) : NULL;
}

/* What comes from a file may hold anything: a line feed in a label would tear it, and a
 * control character would make the SVG invalid. */
static const char *
keep_line (RgmSceneBuilder *self,
           const char      *text)
{
  g_autofree char *clean = NULL;
  char *out;

  if (text == NULL)
    return NULL;

  clean = g_utf8_make_valid (text, -1);
  for (out = clean; *out != '\0'; out++)
    if ((guchar) *out < 0x20 || *out == 0x7f)
      *out = ' ';

  return keep (self, clean);
}

static double
place_x (RgmSceneBuilder *self,
         double           x)
{
  return self->scene->direction == RGM_DIRECTION_RTL ? self->scene->width - x : x;
}

static RgmRect
place_rect (RgmSceneBuilder *self,
            const RgmRect   *rect)
{
  RgmRect placed = *rect;

  if (self->scene->direction == RGM_DIRECTION_RTL)
    placed.x = self->scene->width - rect->x - rect->width;

  return placed;
}

static RgmSceneItem *
get_node (RgmSceneBuilder *self,
          guint            index)
{
  return &g_array_index (self->scene->nodes, RgmSceneItem, index);
}

static RgmSceneGroup *
get_open_group (RgmSceneBuilder *self)
{
  guint node;

  g_return_val_if_fail (self->open->len > 0, NULL);

  node = g_array_index (self->open, guint, self->open->len - 1);

  return &g_array_index (self->scene->groups, RgmSceneGroup, get_node (self, node)->group.index);
}

static RgmSceneItem *
add_node (RgmSceneBuilder *self,
          RgmSceneItemKind      kind,
          const RgmStyle  *style)
{
  RgmSceneItem *node;

  g_array_set_size (self->scene->nodes, self->scene->nodes->len + 1);
  node = get_node (self, self->scene->nodes->len - 1);
  node->kind = kind;
  if (style != NULL)
    node->style = *style;

  return node;
}

static void
set_bounds (RgmSceneItem       *node,
            const RgmRect *bounds)
{
  double grow = node->style.stroke != RGM_INK_NONE ? node->style.line_width / 2 : 0;

  node->bounds = rgm_rect_grown (bounds, grow);
}

static void
rgm_scene_builder_dispose (GObject *object)
{
  RgmSceneBuilder *self = RGM_SCENE_BUILDER (object);

  g_clear_object (&self->measure);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->open, g_array_unref);

  G_OBJECT_CLASS (rgm_scene_builder_parent_class)->dispose (object);
}

static void
rgm_scene_builder_class_init (RgmSceneBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_scene_builder_dispose;
}

static void
rgm_scene_builder_init (RgmSceneBuilder *self)
{
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * rgm_scene_builder_new:
 * @measure: what measures the texts
 * @width: the scene's width in points
 * @direction: which way the scene reads
 *
 * Returns: (transfer full): a builder of an empty scene
 */
RgmSceneBuilder *
rgm_scene_builder_new (RgmTextMeasure *measure,
                       double          width,
                       RgmDirection    direction)
{
  RgmSceneBuilder *self = g_object_new (RGM_TYPE_SCENE_BUILDER, NULL);

  self->measure = g_object_ref (measure);
  self->scene = g_object_new (RGM_TYPE_SCENE, NULL);
  self->scene->width = width;
  self->scene->direction = direction;
  self->scene->family = keep_line (self, rgm_text_measure_get_family (measure));

  return self;
}

/**
 * rgm_scene_builder_get_measure:
 * @self: a builder
 *
 * Returns: (transfer none): what measures the texts
 */
RgmTextMeasure *
rgm_scene_builder_get_measure (RgmSceneBuilder *self)
{
  return self->measure;
}

/**
 * rgm_scene_builder_set_title:
 * @self: a builder
 * @title: (nullable): the scene's title
 * @summary: (nullable): what it shows, in a sentence or two
 *
 * Names the scene for whoever can't see it. It draws nothing.
 */
void
rgm_scene_builder_set_title (RgmSceneBuilder *self,
                             const char      *title,
                             const char      *summary)
{
  self->scene->title = keep_line (self, title);
  self->scene->summary = keep_line (self, summary);
}

/**
 * rgm_scene_builder_set_heads:
 * @self: a builder
 * @heads: the heads of the table that is drawn
 *
 * Says what stays in sight where the scene is scrolled.
 */
void
rgm_scene_builder_set_heads (RgmSceneBuilder     *self,
                             const RgmSceneHeads *heads)
{
  self->scene->heads = (RgmSceneHeads) { place_rect (self, &heads->names), heads->titles };
}

/**
 * rgm_scene_builder_begin_group:
 * @self: a builder
 * @role: what it is
 * @id: (nullable): a name that no other group of the scene has
 * @sentence: (nullable): what it says, for a person; a mark has one
 * @target: (nullable): what it stands for outside the scene
 *
 * What follows belongs to the group, until rgm_scene_builder_end_group().
 */
void
rgm_scene_builder_begin_group (RgmSceneBuilder *self,
                               RgmSceneRole     role,
                               const char      *id,
                               const char      *sentence,
                               const char      *target)
{
  RgmSceneGroup group = {
    .id = keep_line (self, id),
    .role = role,
    .sentence = keep_line (self, sentence),
    .target = keep_line (self, target),
  };
  guint index = self->scene->nodes->len;

  add_node (self, RGM_SCENE_ITEM_GROUP, NULL)->group.index = self->scene->groups->len;
  g_array_append_val (self->scene->groups, group);
  g_array_append_val (self->open, index);
}

/**
 * rgm_scene_builder_set_area:
 * @self: a builder
 * @area: the place of the group that is open
 *
 * Without it a group's area is what its items cover.
 */
void
rgm_scene_builder_set_area (RgmSceneBuilder *self,
                            const RgmRect   *area)
{
  get_open_group (self)->area = place_rect (self, area);
}

/**
 * rgm_scene_builder_set_order:
 * @self: a builder
 * @order: groups of a higher order are read later than all of a lower one; usually 0
 *
 * For drawings in which what is drawn first isn't read first.
 */
void
rgm_scene_builder_set_order (RgmSceneBuilder *self,
                             int              order)
{
  get_open_group (self)->order = order;
}

/**
 * rgm_scene_builder_set_step:
 * @self: a builder
 * @step: the number from 1 of the open group's step on a way, or 0
 *
 * For a way that is shown step by step.
 */
void
rgm_scene_builder_set_step (RgmSceneBuilder *self,
                            guint            step)
{
  get_open_group (self)->step = step;
}

/**
 * rgm_scene_builder_end_group:
 * @self: a builder
 *
 * Ends the group that was begun last.
 */
void
rgm_scene_builder_end_group (RgmSceneBuilder *self)
{
  RgmSceneGroup *group = get_open_group (self);
  guint index = g_array_index (self->open, guint, self->open->len - 1);
  guint end = self->scene->nodes->len;
  RgmRect bounds = { 0 };

  for (guint i = index + 1; i < end;)
    {
      const RgmSceneItem *node = get_node (self, i);

      bounds = rgm_rect_union (&bounds, &node->bounds);
      i = node->kind == RGM_SCENE_ITEM_GROUP ? node->group.end : i + 1;
    }

  get_node (self, index)->group.end = end;
  get_node (self, index)->bounds = bounds;
  group->bounds = bounds;
  if (rgm_rect_is_empty (&group->area))
    group->area = bounds;

  g_array_set_size (self->open, self->open->len - 1);
}

/**
 * rgm_scene_builder_add_rect:
 * @self: a builder
 * @rect: the rectangle
 * @radius: of its corners, in points
 * @style: how it is painted
 */
void
rgm_scene_builder_add_rect (RgmSceneBuilder *self,
                            const RgmRect   *rect,
                            double           radius,
                            const RgmStyle  *style)
{
  RgmSceneItem *node = add_node (self, RGM_SCENE_ITEM_RECT, style);

  node->rect.rect = place_rect (self, rect);
  node->rect.radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  set_bounds (node, &node->rect.rect);
}

/**
 * rgm_scene_builder_add_line:
 * @self: a builder
 * @x1: one end
 * @y1: one end
 * @x2: the other
 * @y2: the other
 * @style: how it is painted
 */
void
rgm_scene_builder_add_line (RgmSceneBuilder *self,
                            double           x1,
                            double           y1,
                            double           x2,
                            double           y2,
                            const RgmStyle  *style)
{
  rgm_scene_builder_move_to (self, x1, y1);
  rgm_scene_builder_line_to (self, x2, y2);
  rgm_scene_builder_add_path (self, style);
}

/**
 * rgm_scene_builder_add_polyline:
 * @self: a builder
 * @points: (array length=n_points): its corners
 * @n_points: how many
 * @closed: whether the last is joined to the first
 * @style: how it is painted
 */
void
rgm_scene_builder_add_polyline (RgmSceneBuilder *self,
                                const RgmPoint  *points,
                                guint            n_points,
                                gboolean         closed,
                                const RgmStyle  *style)
{
  for (guint i = 0; i < n_points; i++)
    if (i == 0)
      rgm_scene_builder_move_to (self, points[i].x, points[i].y);
    else
      rgm_scene_builder_line_to (self, points[i].x, points[i].y);

  if (closed)
    rgm_scene_builder_close_path (self);
  rgm_scene_builder_add_path (self, style);
}

static void
add_step (RgmSceneBuilder *self,
          RgmPathVerb      verb,
          const RgmPoint  *points,
          guint            n_points)
{
  RgmPathStep step = { .verb = verb };

  for (guint i = 0; i < n_points; i++)
    step.points[i] = (RgmPoint) { place_x (self, points[i].x), points[i].y };

  g_array_append_val (self->scene->steps, step);
}

/**
 * rgm_scene_builder_move_to:
 * @self: a builder
 * @x: a place
 * @y: a place
 *
 * Begins a part of a path, which rgm_scene_builder_add_path() adds.
 */
void
rgm_scene_builder_move_to (RgmSceneBuilder *self,
                           double           x,
                           double           y)
{
  add_step (self, RGM_PATH_MOVE, (RgmPoint[]) { { x, y } }, 1);
}

/**
 * rgm_scene_builder_line_to:
 * @self: a builder
 * @x: a place
 * @y: a place
 *
 * Goes on with a straight line.
 */
void
rgm_scene_builder_line_to (RgmSceneBuilder *self,
                           double           x,
                           double           y)
{
  add_step (self, RGM_PATH_LINE, (RgmPoint[]) { { x, y } }, 1);
}

/**
 * rgm_scene_builder_curve_to:
 * @self: a builder
 * @x1: the first control point
 * @y1: the first control point
 * @x2: the second control point
 * @y2: the second control point
 * @x3: the end
 * @y3: the end
 *
 * Goes on with a Bézier curve.
 */
void
rgm_scene_builder_curve_to (RgmSceneBuilder *self,
                            double           x1,
                            double           y1,
                            double           x2,
                            double           y2,
                            double           x3,
                            double           y3)
{
  add_step (self, RGM_PATH_CURVE, (RgmPoint[]) { { x1, y1 }, { x2, y2 }, { x3, y3 } }, 3);
}

/**
 * rgm_scene_builder_close_path:
 * @self: a builder
 *
 * Joins the path's end to the beginning of its part.
 */
void
rgm_scene_builder_close_path (RgmSceneBuilder *self)
{
  add_step (self, RGM_PATH_CLOSE, NULL, 0);
}

/* A curve lies within the box of its control points: wide enough for culling. */
static RgmRect
get_path_box (const RgmPathStep *steps,
              guint              n_steps)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n_steps; i++)
    {
      guint n_points = steps[i].verb == RGM_PATH_CLOSE ? 0 : steps[i].verb == RGM_PATH_CURVE ? 3 : 1;

      for (guint j = 0; j < n_points; j++)
        {
          left = MIN (left, steps[i].points[j].x);
          right = MAX (right, steps[i].points[j].x);
          top = MIN (top, steps[i].points[j].y);
          bottom = MAX (bottom, steps[i].points[j].y);
        }
    }

  if (left > right)
    return (RgmRect) { 0 };

  return (RgmRect) { left, top, right - left, bottom - top };
}

/**
 * rgm_scene_builder_add_path:
 * @self: a builder
 * @style: how it is painted
 *
 * Adds the path that was begun with rgm_scene_builder_move_to().
 */
void
rgm_scene_builder_add_path (RgmSceneBuilder *self,
                            const RgmStyle  *style)
{
  guint n = self->scene->steps->len - self->path_start;
  RgmSceneItem *node;
  RgmRect box;

  if (n == 0)
    return;

  node = add_node (self, RGM_SCENE_ITEM_PATH, style);
  node->path.first = self->path_start;
  node->path.n = n;
  box = get_path_box (&g_array_index (self->scene->steps, RgmPathStep, self->path_start), n);
  set_bounds (node, &box);
  self->path_start = self->scene->steps->len;
}

/**
 * rgm_scene_builder_add_marker:
 * @self: a builder
 * @shape: its shape
 * @x: its centre
 * @y: its centre
 * @size: the side of a square of the same area, in points
 * @style: how it is painted
 */
void
rgm_scene_builder_add_marker (RgmSceneBuilder *self,
                              RgmShape         shape,
                              double           x,
                              double           y,
                              double           size,
                              const RgmStyle  *style)
{
  RgmSceneItem *node = add_node (self, RGM_SCENE_ITEM_MARKER, style);
  RgmPathStep steps[RGM_MARKER_MAX_STEPS];
  RgmRect box;
  guint n;

  node->marker.shape = shape;
  node->marker.centre = (RgmPoint) { place_x (self, x), y };
  node->marker.size = size;
  n = rgm_marker_to_path (shape, &node->marker.centre, size, steps);
  box = get_path_box (steps, n);
  set_bounds (node, &box);
}

static RgmSide
get_side (RgmAnchor    anchor,
          RgmDirection direction)
{
  if (anchor == RGM_ANCHOR_MIDDLE)
    return RGM_SIDE_CENTRE;

  return (anchor == RGM_ANCHOR_START) == (direction == RGM_DIRECTION_LTR) ? RGM_SIDE_LEFT
                                                                         : RGM_SIDE_RIGHT;
}

/* A text reads as the scene does if any letter of it does: a line may begin with a name in
 * other letters. What has other letters only, such as that name alone, reads as they do; what
 * has none, such as numbers, goes with the scene. */
static RgmDirection
get_text_direction (const char   *text,
                    RgmDirection  scene)
{
  RgmDirection found = scene;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      found = rgm_text_is_right_to_left (c) ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR;
      if (found == scene)
        return scene;
    }

  return found;
}

static void
place_text (RgmSceneBuilder    *self,
            RgmPoint            position,
            RgmSide             side,
            const char         *text,
            const RgmTextStyle *style,
            gboolean            continues)
{
  RgmSceneItem *node = add_node (self, RGM_SCENE_ITEM_TEXT, NULL);
  double width, ascent, descent;
  double left = position.x;

  node->text.text = keep_line (self, text);
  node->text.position = position;
  node->text.side = side;
  node->text.size = style->size;
  node->text.weight = style->weight;
  node->text.ink = style->ink != RGM_INK_NONE ? style->ink : RGM_INK_TEXT;
  node->text.direction = get_text_direction (node->text.text, self->scene->direction);
  node->text.continues = continues;
  node->text.index = self->scene->n_texts++;

  width = rgm_text_measure_get_width (self->measure, node->text.text, style->size, style->weight);
  ascent = rgm_text_measure_get_ascent (self->measure, style->size, style->weight);
  descent = rgm_text_measure_get_descent (self->measure, style->size, style->weight);
  if (side == RGM_SIDE_CENTRE)
    left -= width / 2;
  else if (side == RGM_SIDE_RIGHT)
    left -= width;
  node->bounds = (RgmRect) { left, position.y - ascent, width, ascent + descent };
}

/**
 * rgm_scene_builder_add_text:
 * @self: a builder
 * @x: where its anchor is
 * @baseline: the line it stands on
 * @text: (nullable): one line of text; nothing is added for none
 * @style: how it is set
 */
void
rgm_scene_builder_add_text (RgmSceneBuilder    *self,
                            double              x,
                            double              baseline,
                            const char         *text,
                            const RgmTextStyle *style)
{
  if (text == NULL || *text == '\0')
    return;

  place_text (self, (RgmPoint) { place_x (self, x), baseline }, get_side (style->anchor, self->scene->direction),
              text, style, FALSE);
}

/**
 * rgm_scene_builder_continue_text:
 * @self: a builder; the last item is a text that was added with %RGM_ANCHOR_START
 * @text: one line of text
 * @style: how it is set; its anchor doesn't count
 *
 * Adds a text on the line of the last one, a gap of %RGM_TEXT_GAP after it. A file has both as
 * spans of one text, so that they keep apart in whatever font the file is shown. Where one of
 * them reads from the right they stay two, because LibreOffice lays spans over one another there,
 * and the gap is wide enough for another font.
 */
void
rgm_scene_builder_continue_text (RgmSceneBuilder    *self,
                                 const char         *text,
                                 const RgmTextStyle *style)
{
  const RgmSceneItem *last = get_node (self, self->scene->nodes->len - 1);
  RgmDirection direction = self->scene->direction;
  double gap = rgm_text_measure_get_width (self->measure, RGM_TEXT_GAP, style->size, style->weight);
  RgmPoint position = last->text.position;
  gboolean continues = direction == RGM_DIRECTION_LTR && last->text.direction == RGM_DIRECTION_LTR &&
                       get_text_direction (text, direction) == RGM_DIRECTION_LTR;

  g_return_if_fail (last->kind == RGM_SCENE_ITEM_TEXT);

  if (!continues)
    gap += last->bounds.width * OTHER_FONT;
  position.x = direction == RGM_DIRECTION_LTR ? last->bounds.x + last->bounds.width + gap : last->bounds.x - gap;
  place_text (self, position, direction == RGM_DIRECTION_LTR ? RGM_SIDE_LEFT : RGM_SIDE_RIGHT, text, style, continues);
}

/**
 * rgm_scene_builder_finish:
 * @self: a builder; it can't be used any more
 * @height: the scene's height in points
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_scene_builder_finish (RgmSceneBuilder *self,
                          double           height)
{
  g_return_val_if_fail (self->scene != NULL, NULL);
  g_return_val_if_fail (self->open->len == 0, NULL);

  self->scene->height = height;
  rgm_scene_settle (self->scene);

  return g_steal_pointer (&self->scene);
}
