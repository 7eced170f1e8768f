/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-draw.h"

#include <string.h>

#include "rgm-pango-text.h"
#include "rgm-scene-private.h"

/* How much of what is behind a translucent area doesn't shine through. */
#define TRANSLUCENT 0.2

#define HALO_WIDTH 6.0
#define BAND_MARGIN 3.0
#define BAND_RADIUS 6.0

/* Layouts are kept between frames; beyond this many the memory is worth more. */
#define MAX_LAYOUTS 4096

typedef struct
{
  RgmScene            *scene;
  cairo_t             *cr;
  const RgmTheme      *theme;
  const RgmRect       *clip;
  const RgmSceneState *state;
  gboolean             selecting;  /* something is selected that the scene has */
  gboolean             pending;    /* what is drawn belongs to a step that is yet to come */
  RgmColor             surface;
  PangoAttrList       *attributes;
} Drawing;

static void
set_color (Drawing        *drawing,
           const RgmColor *color,
           gboolean        receded,
           double          alpha)
{
  RgmColor shown = *color;

  if (receded || drawing->pending)
    shown = rgm_color_mix (&shown, &drawing->surface,
                           (1 - rgm_theme_get_receded (drawing->theme)) * (drawing->pending ? 1 : drawing->state->recession));
  cairo_set_source_rgba (drawing->cr, shown.red, shown.green, shown.blue, alpha);
}

static void
set_ink (Drawing  *drawing,
         RgmInk    ink,
         gboolean  receded,
         double    alpha)
{
  RgmColor color = rgm_theme_get_color (drawing->theme, ink);

  set_color (drawing, &color, receded, alpha);
}

static void
trace_steps (cairo_t           *cr,
             const RgmPathStep *steps,
             guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      const RgmPoint *p = steps[i].points;

      switch (steps[i].verb)
        {
        case RGM_PATH_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case RGM_PATH_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case RGM_PATH_CURVE:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case RGM_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
trace_rect (cairo_t       *cr,
            const RgmRect *rect,
            double         radius)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  if (radius <= 0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_node (Drawing       *drawing,
            const RgmSceneItem *node)
{
  RgmPathStep steps[RGM_MARKER_MAX_STEPS];
  guint n;

  switch (node->kind)
    {
    case RGM_SCENE_ITEM_RECT:
      trace_rect (drawing->cr, &node->rect.rect, node->rect.radius);
      break;
    case RGM_SCENE_ITEM_PATH:
      trace_steps (drawing->cr,
                   &g_array_index (drawing->scene->steps, RgmPathStep, node->path.first),
                   node->path.n);
      break;
    case RGM_SCENE_ITEM_MARKER:
      n = rgm_marker_to_path (node->marker.shape, &node->marker.centre, node->marker.size, steps);
      trace_steps (drawing->cr, steps, n);
      break;
    case RGM_SCENE_ITEM_GROUP:
    case RGM_SCENE_ITEM_TEXT:
    default:
      g_assert_not_reached ();
    }
}

static void
set_line (cairo_t        *cr,
          const RgmStyle *style,
          double          width)
{
  double pattern[6];
  guint n = rgm_dash_get_pattern (style->dash, style->line_width, pattern);

  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, pattern, (int) n, 0);
  cairo_set_line_cap (cr, style->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, style->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
}

static void
draw_shape (Drawing       *drawing,
            const RgmSceneItem *node,
            gboolean       receded)
{
  const RgmStyle *style = &node->style;
  cairo_t *cr = drawing->cr;

  trace_node (drawing, node);

  if (style->fill != RGM_INK_NONE)
    {
      set_ink (drawing, style->fill, receded, style->translucent ? TRANSLUCENT : 1);
      cairo_fill_preserve (cr);
    }
  if (style->stroke != RGM_INK_NONE)
    {
      set_ink (drawing, style->stroke, receded, 1);
      set_line (cr, style, style->line_width * rgm_theme_get_line_weight (drawing->theme));
      cairo_stroke_preserve (cr);
    }

  cairo_new_path (cr);
}

static void
draw_halo (Drawing       *drawing,
           const RgmSceneItem *node)
{
  cairo_t *cr = drawing->cr;
  double own_width = node->style.stroke != RGM_INK_NONE ? node->style.line_width : 0;

  trace_node (drawing, node);
  set_ink (drawing, RGM_INK_HALO, FALSE, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, own_width + HALO_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
drop_layouts (RgmScene *scene)
{
  for (guint i = 0; scene->layouts != NULL && i < scene->n_texts; i++)
    g_clear_object (&scene->layouts[i]);
  scene->n_layouts = 0;
}

/* One for each direction: a layout follows its context for as long as it lives. */
static void
make_contexts (RgmScene *scene)
{
  for (guint i = 0; i < RGM_N_DIRECTIONS; i++)
    {
      scene->contexts[i] = rgm_pango_text_context ();
      pango_context_set_base_dir (scene->contexts[i], i == RGM_DIRECTION_RTL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }
}

/* Pango's fonts are made for one transformation; text moves with a scroll, but a zoom
 * needs others. */
static void
prepare_text (Drawing *drawing)
{
  RgmScene *scene = drawing->scene;
  cairo_matrix_t matrix;

  if (scene->n_texts == 0)
    return;

  cairo_get_matrix (drawing->cr, &matrix);
  matrix.x0 = matrix.y0 = 0;

  if (scene->layouts == NULL)
    {
      make_contexts (scene);
      scene->layouts = g_new0 (PangoLayout *, scene->n_texts);
    }
  /* Six doubles without gaps; a zero of the other sign only lays out once more. */
  else if (memcmp (&matrix, &scene->context_matrix, sizeof matrix) == 0) /* NOLINT(bugprone-suspicious-memory-comparison) */
    {
      return;
    }

  drop_layouts (scene);
  scene->context_matrix = matrix;
  for (guint i = 0; i < RGM_N_DIRECTIONS; i++)
    pango_cairo_update_context (drawing->cr, scene->contexts[i]);
}

static PangoLayout *
get_layout (Drawing       *drawing,
            const RgmSceneItem *node)
{
  RgmScene *scene = drawing->scene;
  PangoLayout *layout = scene->layouts[node->text.index];

  if (layout != NULL)
    return layout;

  if (scene->n_layouts >= MAX_LAYOUTS)
    drop_layouts (scene);

  layout = rgm_pango_text_layout (scene->contexts[node->text.direction], scene->family, node->text.size,
                                  node->text.weight, drawing->attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, node->text.text, -1);
  scene->layouts[node->text.index] = layout;
  scene->n_layouts++;

  return layout;
}

static void
draw_text (Drawing       *drawing,
           const RgmSceneItem *node,
           gboolean       receded)
{
  PangoLayout *layout = get_layout (drawing, node);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  RgmColor color = rgm_theme_get_text_color (drawing->theme, node->text.ink);
  double x = node->text.position.x;
  PangoRectangle logical;

  if (node->text.side != RGM_SIDE_LEFT)
    {
      pango_layout_line_get_extents (line, NULL, &logical);
      x -= (double) logical.width / PANGO_SCALE * (node->text.side == RGM_SIDE_CENTRE ? 0.5 : 1);
    }

  /* words that step back become second lines, so that they can still be read */
  if (receded && node->text.ink == RGM_INK_TEXT)
    {
      RgmColor muted = rgm_theme_get_text_color (drawing->theme, RGM_INK_MUTED);

      color = rgm_color_mix (&color, &muted, drawing->state->recession);
    }
  set_color (drawing, &color, receded && node->text.ink != RGM_INK_TEXT && node->text.ink != RGM_INK_MUTED, 1);
  cairo_move_to (drawing->cr, x, node->text.position.y);
  pango_cairo_show_layout_line (drawing->cr, line);
  cairo_new_path (drawing->cr);
}

static gboolean
is_called (const RgmSceneGroup *group,
           const char          *name)
{
  return name != NULL && (g_strcmp0 (group->id, name) == 0 || g_strcmp0 (group->target, name) == 0);
}

static gboolean
is_selected (Drawing             *drawing,
             const RgmSceneGroup *group)
{
  const char * const *names = drawing->state->selected;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (is_called (group, names[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_scale (RgmSceneRole role)
{
  return role == RGM_SCENE_ROLE_AXIS || role == RGM_SCENE_ROLE_LEGEND;
}

static void
draw_band (Drawing             *drawing,
           const RgmSceneGroup *group)
{
  RgmRect band = group->area;

  if (group->role != RGM_SCENE_ROLE_ROW && group->role != RGM_SCENE_ROLE_POOLED)
    band = rgm_rect_grown (&band, BAND_MARGIN);
  trace_rect (drawing->cr, &band, MIN (BAND_RADIUS, band.height / 2));
  set_ink (drawing, RGM_INK_BAND, FALSE, 1);
  cairo_fill (drawing->cr);
}

static void
draw_halos (Drawing *drawing,
            guint    begin,
            guint    end)
{
  for (guint i = begin; i < end; i++)
    {
      const RgmSceneItem *node = &g_array_index (drawing->scene->nodes, RgmSceneItem, i);

      if (node->kind != RGM_SCENE_ITEM_GROUP && node->kind != RGM_SCENE_ITEM_TEXT)
        draw_halo (drawing, node);
    }
}

static gboolean
is_in_sight (Drawing       *drawing,
             const RgmSceneItem *node)
{
  RgmRect reach;

  if (drawing->clip == NULL)
    return TRUE;

  /* A band and a halo reach beyond the items, and so does a theme's heavier line. */
  reach = rgm_rect_grown (&node->bounds, HALO_WIDTH);
  if (node->kind == RGM_SCENE_ITEM_GROUP)
    reach = rgm_rect_union (&reach,
                            &rgm_scene_get_group (drawing->scene, node->group.index)->area);

  return rgm_rect_intersects (&reach, drawing->clip);
}

static void draw_nodes (Drawing  *drawing,
                        guint     begin,
                        guint     end,
                        gboolean  receded);

/* The structure of a document that is read aloud. */
static const char * const role_tags[RGM_N_SCENE_ROLES] = {
  [RGM_SCENE_ROLE_TITLE] = "H1",
  [RGM_SCENE_ROLE_SUBTITLE] = "P",
  [RGM_SCENE_ROLE_LEGEND] = "P",
  [RGM_SCENE_ROLE_DRAWING] = "Figure",
  [RGM_SCENE_ROLE_NOTE] = "P",
  [RGM_SCENE_ROLE_METHOD] = "P",
  [RGM_SCENE_ROLE_CAVEAT] = "P",
  [RGM_SCENE_ROLE_SOURCES] = "P",
};

static void
draw_group (Drawing       *drawing,
            const RgmSceneItem *node,
            guint          first,
            gboolean       receded)
{
  const RgmSceneGroup *group = rgm_scene_get_group (drawing->scene, node->group.index);
  const RgmSceneState *state = drawing->state;

  gboolean was_pending = drawing->pending;

  if (state->veiled != NULL && state->veiled[node->group.index])
    return;

  /* The whole drawing is there from the first step on; a step only changes how it looks. */
  drawing->pending = was_pending || (state->steps >= 0 && group->step > state->steps);

  if (drawing->selecting && group->role == RGM_SCENE_ROLE_DRAWING)
    receded = TRUE;
  if (is_scale (group->role))
    receded = FALSE;
  if (drawing->selecting && is_selected (drawing, group))
    {
      receded = FALSE;
      draw_band (drawing, group);
    }
  if (is_called (group, state->hovered))
    draw_halos (drawing, first, node->group.end);

  if (state->tagged && role_tags[group->role] != NULL)
    cairo_tag_begin (drawing->cr, role_tags[group->role], NULL);
  draw_nodes (drawing, first, node->group.end, receded);
  if (state->tagged && role_tags[group->role] != NULL)
    cairo_tag_end (drawing->cr, role_tags[group->role]);
  drawing->pending = was_pending;
}

static void
draw_nodes (Drawing  *drawing,
            guint     begin,
            guint     end,
            gboolean  receded)
{
  for (guint i = begin; i < end;)
    {
      const RgmSceneItem *node = &g_array_index (drawing->scene->nodes, RgmSceneItem, i);
      gboolean in_sight = is_in_sight (drawing, node);

      if (in_sight && node->kind == RGM_SCENE_ITEM_GROUP)
        draw_group (drawing, node, i + 1, receded);
      else if (in_sight && node->kind == RGM_SCENE_ITEM_TEXT)
        draw_text (drawing, node, receded);
      else if (in_sight)
        draw_shape (drawing, node, receded);

      i = node->kind == RGM_SCENE_ITEM_GROUP ? node->group.end : i + 1;
    }
}

static gboolean
has_any (RgmScene           *scene,
         const char * const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (rgm_scene_find_mark (scene, names[i], NULL))
      return TRUE;

  return FALSE;
}

/**
 * rgm_scene_draw:
 * @self: a scene
 * @cr: where to draw; a point of the scene is a unit of its user space
 * @theme: the colours
 * @clip: (nullable): what can be seen, in points; what is outside costs nothing
 * @state: (nullable): what is hovered and selected
 *
 * Draws the scene on its theme's surface, or on what is there already.
 */
void
rgm_scene_draw (RgmScene            *self,
                cairo_t             *cr,
                const RgmTheme      *theme,
                const RgmRect       *clip,
                const RgmSceneState *state)
{
  static const RgmSceneState plain = RGM_SCENE_STATE_INIT;
  Drawing drawing = {
    .scene = self,
    .cr = cr,
    .theme = theme,
    .clip = clip,
    .state = state != NULL ? state : &plain,
    .surface = rgm_theme_get_color (theme, RGM_INK_SURFACE),
    .attributes = rgm_pango_text_attributes (),
  };

  drawing.selecting = has_any (self, drawing.state->selected);

  cairo_save (cr);
  if (!drawing.state->bare)
    {
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      set_ink (&drawing, RGM_INK_SURFACE, FALSE, 1);
      cairo_fill (cr);
    }
  prepare_text (&drawing);
  draw_nodes (&drawing, 0, self->nodes->len, FALSE);
  cairo_restore (cr);

  pango_attr_list_unref (drawing.attributes);
}
