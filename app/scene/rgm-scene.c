/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-private.h"

#include <math.h>

/**
 * RgmScene:
 *
 * A display list: rectangles, paths, markers and texts, in points, in groups that say
 * what they are. It is made by a #RgmSceneBuilder and doesn't change. Drawing, picking
 * and assistive technology read the same items, so they cannot disagree.
 *
 * A scene is for one thread: it keeps the layouts of the texts that were drawn.
 */

G_DEFINE_FINAL_TYPE (RgmScene, rgm_scene, G_TYPE_OBJECT)

static const RgmSceneGroup *
get_group (RgmScene *self,
           guint     index)
{
  return &g_array_index (self->groups, RgmSceneGroup, index);
}

static void
rgm_scene_finalize (GObject *object)
{
  RgmScene *self = RGM_SCENE (object);

  for (guint i = 0; self->layouts != NULL && i < self->n_texts; i++)
    g_clear_object (&self->layouts[i]);
  g_free (self->layouts);
  for (guint i = 0; i < RGM_N_DIRECTIONS; i++)
    g_clear_object (&self->contexts[i]);
  g_array_unref (self->nodes);
  g_array_unref (self->groups);
  g_array_unref (self->steps);
  g_array_unref (self->marks);
  g_hash_table_unref (self->mark_names);
  g_string_chunk_free (self->strings);

  G_OBJECT_CLASS (rgm_scene_parent_class)->finalize (object);
}

static void
rgm_scene_class_init (RgmSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_scene_finalize;
}

static void
rgm_scene_init (RgmScene *self)
{
  self->nodes = g_array_new (FALSE, TRUE, sizeof (RgmSceneItem));
  self->groups = g_array_new (FALSE, TRUE, sizeof (RgmSceneGroup));
  self->steps = g_array_new (FALSE, TRUE, sizeof (RgmPathStep));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mark_names = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  int order_i = get_group (data, i)->order, order_j = get_group (data, j)->order;

  if (order_i != order_j)
    return order_i < order_j ? -1 : 1;

  return i < j ? -1 : i > j;
}

static void
name_mark (RgmScene   *self,
           const char *name,
           guint       index)
{
  if (name != NULL && !g_hash_table_contains (self->mark_names, name))
    g_hash_table_insert (self->mark_names, (gpointer) name, GUINT_TO_POINTER (index));
}

/* Works out what follows from the groups once all are there: marks in reading order,
 * and their names. An id goes before a target of the same spelling. */
void
rgm_scene_settle (RgmScene *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const RgmSceneGroup *group = get_group (self, i);

      self->n_way_steps = MAX (self->n_way_steps, group->step);
      if (rgm_scene_role_is_mark (group->role))
        g_array_append_val (self->marks, i);
    }
  g_array_sort_with_data (self->marks, compare_marks, self);

  for (guint i = 0; i < self->marks->len; i++)
    name_mark (self, rgm_scene_get_mark (self, i)->id, i);
  for (guint i = 0; i < self->marks->len; i++)
    name_mark (self, rgm_scene_get_mark (self, i)->target, i);
}

/**
 * rgm_scene_get_width:
 * @self: a scene
 *
 * Returns: its width in points
 */
double
rgm_scene_get_width (RgmScene *self)
{
  return self->width;
}

/**
 * rgm_scene_get_height:
 * @self: a scene
 *
 * Returns: its height in points
 */
double
rgm_scene_get_height (RgmScene *self)
{
  return self->height;
}

/**
 * rgm_scene_get_direction:
 * @self: a scene
 *
 * Returns: whether the scene is mirrored
 */
RgmDirection
rgm_scene_get_direction (RgmScene *self)
{
  return self->direction;
}

/**
 * rgm_scene_get_heads:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the heads of its table, or %NULL if it draws none
 */
const RgmSceneHeads *
rgm_scene_get_heads (RgmScene *self)
{
  return rgm_rect_is_empty (&self->heads.names) ? NULL : &self->heads;
}

/**
 * rgm_scene_pin_heads:
 * @self: a scene
 * @sight: the part of it that is in sight
 * @moved: (out): how far the names move across and the heads of the columns move down, to stay in sight; 0 for where they are
 *
 * Rows keep their names where these are scrolled out at the side at which one begins to read, and columns their heads as
 * long as a row is in sight. Names have half of the sight at most: then their beginnings stay.
 *
 * Returns: which part of the scene the names that stay are, with the head of their column; empty where there are none
 */
RgmRect
rgm_scene_pin_heads (RgmScene      *self,
                     const RgmRect *sight,
                     RgmPoint      *moved)
{
  RgmRect names = self->heads.names;
  double width = MIN (names.width, sight->width / 2);

  *moved = (RgmPoint) { 0, 0 };
  if (rgm_rect_is_empty (&names))
    return names;

  if (self->direction == RGM_DIRECTION_RTL)
    {
      names.x += names.width - width;
      moved->x = MIN (0, sight->x + sight->width - names.x - width);
    }
  else
    {
      moved->x = MAX (0, sight->x - names.x);
    }
  names.width = width;
  if (self->heads.titles > 0)
    moved->y = CLAMP (sight->y - names.y, 0, names.height - self->heads.titles);

  return names;
}

/**
 * rgm_scene_get_n_steps:
 * @self: a scene
 *
 * Returns: how many steps its way has, 0 if there is nothing to show step by step
 */
guint
rgm_scene_get_n_steps (RgmScene *self)
{
  return self->n_way_steps;
}

/**
 * rgm_scene_get_family:
 * @self: a scene
 *
 * Returns: the family of type that its texts were measured in
 */
const char *
rgm_scene_get_family (RgmScene *self)
{
  return self->family;
}

/**
 * rgm_scene_get_items:
 * @self: a scene
 * @n_items: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_items): its items in the order of drawing
 */
const RgmSceneItem *
rgm_scene_get_items (RgmScene *self,
                     guint    *n_items)
{
  *n_items = self->nodes->len;

  return (const RgmSceneItem *) (gpointer) self->nodes->data;
}

/**
 * rgm_scene_get_path:
 * @self: a scene
 * @item: one of its paths
 * @n_steps: (out): how many steps the path has
 *
 * Returns: (transfer none) (array length=n_steps): the steps
 */
const RgmPathStep *
rgm_scene_get_path (RgmScene           *self,
                    const RgmSceneItem *item,
                    guint              *n_steps)
{
  g_return_val_if_fail (item->kind == RGM_SCENE_ITEM_PATH, NULL);

  *n_steps = item->path.n;

  return &g_array_index (self->steps, RgmPathStep, item->path.first);
}

/**
 * rgm_scene_get_n_groups:
 * @self: a scene
 *
 * Returns: how many groups there are, marks and all others
 */
guint
rgm_scene_get_n_groups (RgmScene *self)
{
  return self->groups->len;
}

/**
 * rgm_scene_get_group:
 * @self: a scene
 * @index: below rgm_scene_get_n_groups()
 *
 * Returns: (transfer none): the group, in the order of drawing
 */
const RgmSceneGroup *
rgm_scene_get_group (RgmScene *self,
                     guint     index)
{
  g_return_val_if_fail (index < self->groups->len, NULL);

  return get_group (self, index);
}

/**
 * rgm_scene_get_n_marks:
 * @self: a scene
 *
 * Returns: how many groups are marks: what can be pointed at, focused and read alone
 */
guint
rgm_scene_get_n_marks (RgmScene *self)
{
  return self->marks->len;
}

/**
 * rgm_scene_get_mark:
 * @self: a scene
 * @index: below rgm_scene_get_n_marks()
 *
 * Returns: (transfer none): the mark, in reading order
 */
const RgmSceneGroup *
rgm_scene_get_mark (RgmScene *self,
                    guint     index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return get_group (self, g_array_index (self->marks, guint, index));
}

/**
 * rgm_scene_find_mark:
 * @self: a scene
 * @name: an id or a target
 * @index: (out) (optional): the first mark of that name, in reading order
 *
 * Returns: whether there is one
 */
gboolean
rgm_scene_find_mark (RgmScene   *self,
                     const char *name,
                     guint      *index)
{
  gpointer value;

  if (name == NULL || !g_hash_table_lookup_extended (self->mark_names, name, NULL, &value))
    return FALSE;

  if (index != NULL)
    *index = GPOINTER_TO_UINT (value);

  return TRUE;
}

static double
segment_distance (const RgmPoint *a,
                  const RgmPoint *b,
                  double          x,
                  double          y)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a->x) * dx + (y - a->y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);

  return hypot (a->x + t * dx - x, a->y + t * dy - y);
}

static RgmPoint
curve_point (const RgmPoint    *from,
             const RgmPathStep *step,
             double             t)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return (RgmPoint) {
    a * from->x + b * step->points[0].x + c * step->points[1].x + d * step->points[2].x,
    a * from->y + b * step->points[0].y + c * step->points[1].y + d * step->points[2].y,
  };
}

static double
curve_distance (const RgmPoint    *from,
                const RgmPathStep *step,
                double             x,
                double             y)
{
  double nearest = G_MAXDOUBLE;
  RgmPoint a = *from;

  for (guint i = 1; i <= 12; i++)
    {
      RgmPoint b = curve_point (from, step, i / 12.0);

      nearest = MIN (nearest, segment_distance (&a, &b, x, y));
      a = b;
    }

  return nearest;
}

static double
path_distance (RgmScene      *self,
               const RgmSceneItem *node,
               double         x,
               double         y)
{
  const RgmPathStep *steps = &g_array_index (self->steps, RgmPathStep, node->path.first);
  double nearest = G_MAXDOUBLE;
  RgmPoint at = { 0, 0 };

  for (guint i = 0; i < node->path.n; i++)
    {
      switch (steps[i].verb)
        {
        case RGM_PATH_MOVE:
          at = steps[i].points[0];
          break;
        case RGM_PATH_LINE:
          nearest = MIN (nearest, segment_distance (&at, &steps[i].points[0], x, y));
          at = steps[i].points[0];
          break;
        case RGM_PATH_CURVE:
          nearest = MIN (nearest, curve_distance (&at, &steps[i], x, y));
          at = steps[i].points[2];
          break;
        case RGM_PATH_CLOSE:
        default:
          break;
        }
    }

  return nearest;
}

/* An edge's area is mostly empty: it is picked by its line. */
static double
edge_distance (RgmScene *self,
               guint     group_index,
               double    x,
               double    y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const RgmSceneItem *node = &g_array_index (self->nodes, RgmSceneItem, i);

      if (node->kind != RGM_SCENE_ITEM_GROUP || node->group.index != group_index)
        continue;
      for (guint j = i + 1; j < node->group.end; j++)
        {
          const RgmSceneItem *member = &g_array_index (self->nodes, RgmSceneItem, j);

          if (member->kind == RGM_SCENE_ITEM_PATH)
            nearest = MIN (nearest, path_distance (self, member, x, y));
        }
      break;
    }

  return nearest;
}

/**
 * rgm_scene_pick:
 * @self: a scene
 * @x: a place, in points
 * @y: a place, in points
 * @halo: how far beside a mark still counts, in points
 * @index: (out): the mark there, in reading order
 *
 * The nearest mark within @halo; of two that cover the place the smaller, for it would
 * otherwise be out of reach; of two alike the one drawn above.
 *
 * Returns: whether there is one
 */
gboolean
rgm_scene_pick (RgmScene *self,
                double    x,
                double    y,
                double    halo,
                guint    *index)
{
  double best_distance = G_MAXDOUBLE, best_size = G_MAXDOUBLE;
  gboolean found = FALSE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const RgmSceneGroup *mark = rgm_scene_get_mark (self, i);
      double distance = rgm_rect_distance (&mark->area, x, y);
      double size = mark->area.width * mark->area.height;

      if (distance > halo)
        continue;
      if (mark->role == RGM_SCENE_ROLE_EDGE)
        {
          distance = edge_distance (self, g_array_index (self->marks, guint, i), x, y);
          if (distance > halo)
            continue;
        }
      if (distance > best_distance || (distance == best_distance && size > best_size))
        continue;

      best_distance = distance;
      best_size = size;
      *index = i;
      found = TRUE;
    }

  return found;
}

/**
 * rgm_scene_role_get_name:
 * @role: a role
 *
 * Returns: a short name for dumps and SVG classes, never shown to a person
 */
const char *
rgm_scene_role_get_name (RgmSceneRole role)
{
  static const char * const names[RGM_N_SCENE_ROLES] = {
    "figure", "title", "subtitle", "drawing", "panel", "heading", "grid", "axis", "reference",
    "row", "pooled", "mark", "table", "zone", "node", "edge", "agent", "legend", "note",
    "method", "caveat", "sources",
  };

  g_return_val_if_fail ((guint) role < RGM_N_SCENE_ROLES, NULL);

  return names[role];
}

/**
 * rgm_scene_role_is_mark:
 * @role: a role
 *
 * Returns: whether groups of that role can be pointed at
 */
gboolean
rgm_scene_role_is_mark (RgmSceneRole role)
{
  return role == RGM_SCENE_ROLE_ROW || role == RGM_SCENE_ROLE_POOLED ||
         role == RGM_SCENE_ROLE_MARK || role == RGM_SCENE_ROLE_NODE ||
         role == RGM_SCENE_ROLE_EDGE || role == RGM_SCENE_ROLE_AGENT;
}
