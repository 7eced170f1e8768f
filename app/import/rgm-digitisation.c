/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-digitisation-private.h"

#include <math.h>

/* So many steps can be undone. */
#define MAX_STEPS 500
/* How far beyond its marks an axis of time may go on, of the distance between them. */
#define BEYOND 0.1

G_DEFINE_FINAL_TYPE (RgmDigitisation, rgm_digitisation, G_TYPE_OBJECT)

static guint changed_signal;

/* ── RgmDigitisationMoments ─────────────────────────────────────────────────────────────────── */

static RgmPictureCurve *
picture_curve_new (const char *name,
                   guint       n_times)
{
  RgmPictureCurve *self = g_new0 (RgmPictureCurve, 1);
  const gint64 unknown = -1;

  self->name = g_strdup (name);
  self->points = g_array_new (FALSE, FALSE, sizeof (RgmPicturePoint));
  self->at_risk = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n_times; i++)
    g_array_append_val (self->at_risk, unknown);
  self->events = -1;

  return self;
}

static void
picture_curve_free (gpointer data)
{
  RgmPictureCurve *self = data;

  g_free (self->name);
  g_array_unref (self->points);
  g_array_unref (self->at_risk);
  g_free (self);
}

static gpointer
picture_curve_copy (gconstpointer data,
                    gpointer      unused)
{
  const RgmPictureCurve *self = data;
  RgmPictureCurve *copy = g_new0 (RgmPictureCurve, 1);

  copy->name = g_strdup (self->name);
  copy->points = g_array_copy (self->points);
  copy->at_risk = g_array_copy (self->at_risk);
  copy->events = self->events;

  return copy;
}

static RgmDigitisationMoment *
moment_copy (const RgmDigitisationMoment *self)
{
  RgmDigitisationMoment *copy = g_new0 (RgmDigitisationMoment, 1);

  copy->axes = self->axes;
  copy->curves = g_ptr_array_copy (self->curves, picture_curve_copy, NULL);
  g_ptr_array_set_free_func (copy->curves, picture_curve_free);
  copy->times = g_array_copy (self->times);

  return copy;
}

static void
moment_free (gpointer data)
{
  RgmDigitisationMoment *self = data;

  g_ptr_array_unref (self->curves);
  g_array_unref (self->times);
  g_free (self);
}

RgmPictureCurve *
rgm_digitisation_get_curve (RgmDigitisation *self,
                            guint            curve)
{
  return g_ptr_array_index (self->now->curves, curve);
}

/* Before a change. What goes on with the same, such as a drag, is one step; %NULL is always a new one. */
void
rgm_digitisation_begin (RgmDigitisation *self,
                        const char      *step)
{
  gboolean goes_on = step != NULL && g_strcmp0 (step, self->step) == 0;

  g_ptr_array_set_size (self->after, 0);
  if (goes_on)
    return;

  if (self->before->len == MAX_STEPS)
    g_ptr_array_remove_index (self->before, 0);
  g_ptr_array_add (self->before, moment_copy (self->now));
  g_free (self->step);
  self->step = g_strdup (step);
}

/* What was done so far can't be undone any more. */
void
rgm_digitisation_forget_steps (RgmDigitisation *self)
{
  g_ptr_array_set_size (self->before, 0);
  g_ptr_array_set_size (self->after, 0);
  g_clear_pointer (&self->step, g_free);
}

void
rgm_digitisation_tell (RgmDigitisation *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_digitisation_finalize (GObject *object)
{
  RgmDigitisation *self = RGM_DIGITISATION (object);

  moment_free (self->now);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self->step);

  G_OBJECT_CLASS (rgm_digitisation_parent_class)->finalize (object);
}

static void
rgm_digitisation_class_init (RgmDigitisationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_digitisation_finalize;

  changed_signal = g_signal_new ("changed", RGM_TYPE_DIGITISATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_digitisation_init (RgmDigitisation *self)
{
  const double start = 0;

  self->now = g_new0 (RgmDigitisationMoment, 1);
  self->now->curves = g_ptr_array_new_with_free_func (picture_curve_free);
  self->now->times = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (self->now->times, start);
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    self->now->axes.values[i] = NAN;
  self->before = g_ptr_array_new_with_free_func (moment_free);
  self->after = g_ptr_array_new_with_free_func (moment_free);
}

/**
 * rgm_digitisation_new:
 * @first_name: the name of the first curve
 *
 * Returns: (transfer full): one with a curve without points
 */
RgmDigitisation *
rgm_digitisation_new (const char *first_name)
{
  RgmDigitisation *self = g_object_new (RGM_TYPE_DIGITISATION, NULL);

  g_ptr_array_add (self->now->curves, picture_curve_new (first_name, 1));

  return self;
}

/* ── Axes ────────────────────────────────────────────────────────────────────── */

/**
 * rgm_digitisation_get_axes:
 * @self: a digitisation
 *
 * Returns: (transfer none): the axes, until the next change
 */
const RgmPictureAxes *
rgm_digitisation_get_axes (RgmDigitisation *self)
{
  return &self->now->axes;
}

/**
 * rgm_digitisation_place_mark:
 * @self: a digitisation
 * @mark: a mark of an axis
 * @place: where it is in the picture
 */
void
rgm_digitisation_place_mark (RgmDigitisation       *self,
                             RgmPictureMark         mark,
                             const RgmPicturePoint *place)
{
  g_autofree char *step = g_strdup_printf ("mark %d", mark);

  rgm_digitisation_begin (self, step);
  self->now->axes.places[mark] = *place;
  self->now->axes.is_set[mark] = TRUE;
  rgm_digitisation_tell (self);
}

/**
 * rgm_digitisation_set_value:
 * @self: a digitisation
 * @mark: a mark of an axis
 * @value: the time or survival there, or NaN where it is unknown
 */
void
rgm_digitisation_set_value (RgmDigitisation *self,
                            RgmPictureMark   mark,
                            double           value)
{
  g_autofree char *step = g_strdup_printf ("value %d", mark);
  double *old = &self->now->axes.values[mark];

  if (value == *old || (isnan (value) && isnan (*old)))
    return;

  rgm_digitisation_begin (self, step);
  self->now->axes.values[mark] = value;
  rgm_digitisation_tell (self);
}

/* ── Curves ──────────────────────────────────────────────────────────────────── */

/**
 * rgm_digitisation_get_n_curves:
 * @self: a digitisation
 *
 * Returns: how many curves there are, at least 1
 */
guint
rgm_digitisation_get_n_curves (RgmDigitisation *self)
{
  return self->now->curves->len;
}

/**
 * rgm_digitisation_add_curve:
 * @self: a digitisation
 * @name: the name of a curve
 *
 * Returns: the index of the new curve
 */
guint
rgm_digitisation_add_curve (RgmDigitisation *self,
                            const char      *name)
{
  rgm_digitisation_begin (self, NULL);
  g_ptr_array_add (self->now->curves, picture_curve_new (name, self->now->times->len));
  rgm_digitisation_tell (self);

  return self->now->curves->len - 1;
}

/**
 * rgm_digitisation_remove_curve:
 * @self: a digitisation with more than one curve
 * @curve: which of them
 */
void
rgm_digitisation_remove_curve (RgmDigitisation *self,
                               guint            curve)
{
  g_return_if_fail (self->now->curves->len > 1);

  rgm_digitisation_begin (self, NULL);
  g_ptr_array_remove_index (self->now->curves, curve);
  rgm_digitisation_tell (self);
}

/**
 * rgm_digitisation_get_name:
 * @self: a digitisation
 * @curve: a curve
 *
 * Returns: (transfer none): its name, until the next change
 */
const char *
rgm_digitisation_get_name (RgmDigitisation *self,
                           guint            curve)
{
  return rgm_digitisation_get_curve (self, curve)->name;
}

/**
 * rgm_digitisation_set_name:
 * @self: a digitisation
 * @curve: a curve
 * @name: its name
 */
void
rgm_digitisation_set_name (RgmDigitisation *self,
                           guint            curve,
                           const char      *name)
{
  g_autofree char *step = g_strdup_printf ("name %u", curve);

  if (g_str_equal (name, rgm_digitisation_get_curve (self, curve)->name))
    return;

  rgm_digitisation_begin (self, step);
  g_free (rgm_digitisation_get_curve (self, curve)->name);
  rgm_digitisation_get_curve (self, curve)->name = g_strdup (name);
  rgm_digitisation_tell (self);
}

/**
 * rgm_digitisation_get_events:
 * @self: a digitisation
 * @curve: a curve
 *
 * Returns: its total number of events, or -1 where it is unknown
 */
gint64
rgm_digitisation_get_events (RgmDigitisation *self,
                             guint            curve)
{
  return rgm_digitisation_get_curve (self, curve)->events;
}

/**
 * rgm_digitisation_set_events:
 * @self: a digitisation
 * @curve: a curve
 * @events: its total number of events, or -1 where it is unknown
 */
void
rgm_digitisation_set_events (RgmDigitisation *self,
                             guint            curve,
                             gint64           events)
{
  g_autofree char *step = g_strdup_printf ("events %u", curve);

  if (events == rgm_digitisation_get_curve (self, curve)->events)
    return;

  rgm_digitisation_begin (self, step);
  rgm_digitisation_get_curve (self, curve)->events = events;
  rgm_digitisation_tell (self);
}

/* ── Points ──────────────────────────────────────────────────────────────────── */

/* At one column the higher comes first: a curve falls. */
static guint
insert_point (GArray                *points,
              const RgmPicturePoint *point)
{
  guint index = 0;

  while (index < points->len)
    {
      const RgmPicturePoint *other = &g_array_index (points, RgmPicturePoint, index);

      if (other->x > point->x || (other->x == point->x && other->y > point->y))
        break;
      index++;
    }
  g_array_insert_val (points, index, *point);

  return index;
}

/**
 * rgm_digitisation_get_points:
 * @self: a digitisation
 * @curve: a curve
 *
 * Returns: (transfer none) (element-type RgmPicturePoint): its points from the left to the right, until the next change
 */
const GArray *
rgm_digitisation_get_points (RgmDigitisation *self,
                             guint            curve)
{
  return rgm_digitisation_get_curve (self, curve)->points;
}

/**
 * rgm_digitisation_add_point:
 * @self: a digitisation
 * @curve: a curve
 * @point: a place on it
 *
 * Returns: the index of the new point
 */
guint
rgm_digitisation_add_point (RgmDigitisation       *self,
                            guint                  curve,
                            const RgmPicturePoint *point)
{
  guint index;

  rgm_digitisation_begin (self, NULL);
  index = insert_point (rgm_digitisation_get_curve (self, curve)->points, point);
  rgm_digitisation_tell (self);

  return index;
}

/**
 * rgm_digitisation_move_point:
 * @self: a digitisation
 * @curve: a curve
 * @index: one of its points
 * @point: where it belongs
 *
 * Moves a point. All of a drag is one step, which rgm_digitisation_end_step() ends.
 *
 * Returns: its index from then on
 */
guint
rgm_digitisation_move_point (RgmDigitisation       *self,
                             guint                  curve,
                             guint                  index,
                             const RgmPicturePoint *point)
{
  rgm_digitisation_begin (self, "move");
  g_array_remove_index (rgm_digitisation_get_curve (self, curve)->points, index);
  index = insert_point (rgm_digitisation_get_curve (self, curve)->points, point);
  rgm_digitisation_tell (self);

  return index;
}

/**
 * rgm_digitisation_remove_point:
 * @self: a digitisation
 * @curve: a curve
 * @index: one of its points
 */
void
rgm_digitisation_remove_point (RgmDigitisation *self,
                               guint            curve,
                               guint            index)
{
  rgm_digitisation_begin (self, NULL);
  g_array_remove_index (rgm_digitisation_get_curve (self, curve)->points, index);
  rgm_digitisation_tell (self);
}

/* The columns that a curve may be in: those of the axis of time, and a little beyond. */
static void
find_columns (RgmDigitisation *self,
              int             *from,
              int             *to)
{
  const RgmPictureAxes *axes = &self->now->axes;
  double one = axes->places[RGM_PICTURE_TIME_FROM].x, other = axes->places[RGM_PICTURE_TIME_TO].x;

  if (!rgm_picture_axes_are_complete (axes))
    return;

  *from = MAX (*from, (int) ceil (MIN (one, other)));
  *to = MIN (*to, (int) ceil (MAX (one, other) + BEYOND * fabs (other - one)));
}

/**
 * rgm_digitisation_trace:
 * @self: a digitisation
 * @curve: a curve
 * @pixels: the picture
 * @seed: a place on the curve, or next to it
 *
 * Follows the curve along its colour. What is found takes the place of points in the same columns.
 *
 * Returns: how many points are found; without any, nothing changes
 */
guint
rgm_digitisation_trace (RgmDigitisation       *self,
                        guint                  curve,
                        const RgmPixels       *pixels,
                        const RgmPicturePoint *seed)
{
  int from = 0, to = pixels->width - 1;
  g_autoptr (GArray) found = NULL;
  GArray *points;
  double left, right;

  find_columns (self, &from, &to);
  if (from > to)
    return 0;
  found = rgm_colour_trace (pixels, seed, RGM_TRACE_TOLERANCE, from, to);
  if (found->len == 0)
    return 0;

  rgm_digitisation_begin (self, NULL);
  points = rgm_digitisation_get_curve (self, curve)->points;
  left = g_array_index (found, RgmPicturePoint, 0).x;
  right = g_array_index (found, RgmPicturePoint, found->len - 1).x;
  for (guint i = points->len; i > 0; i--)
    {
      double x = g_array_index (points, RgmPicturePoint, i - 1).x;

      if (x >= left && x <= right)
        g_array_remove_index (points, i - 1);
    }
  for (guint i = 0; i < found->len; i++)
    insert_point (points, &g_array_index (found, RgmPicturePoint, i));
  rgm_digitisation_tell (self);

  return found->len;
}

/* ── Steps ───────────────────────────────────────────────────────────────────── */

gboolean
rgm_digitisation_can_undo (RgmDigitisation *self)
{
  return self->before->len > 0;
}

gboolean
rgm_digitisation_can_redo (RgmDigitisation *self)
{
  return self->after->len > 0;
}

static void
go (RgmDigitisation *self,
    GPtrArray       *from,
    GPtrArray       *to)
{
  if (from->len == 0)
    return;

  g_ptr_array_add (to, self->now);
  self->now = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->step, g_free);
  rgm_digitisation_tell (self);
}

/**
 * rgm_digitisation_undo:
 * @self: a digitisation
 *
 * Takes the last step back, if there is one.
 */
void
rgm_digitisation_undo (RgmDigitisation *self)
{
  go (self, self->before, self->after);
}

/**
 * rgm_digitisation_redo:
 * @self: a digitisation
 *
 * Does again what was undone last, if anything was.
 */
void
rgm_digitisation_redo (RgmDigitisation *self)
{
  go (self, self->after, self->before);
}

/**
 * rgm_digitisation_end_step:
 * @self: a digitisation
 *
 * Lets the next change be a step of its own: a drag has ended.
 */
void
rgm_digitisation_end_step (RgmDigitisation *self)
{
  g_clear_pointer (&self->step, g_free);
}

/* ── Reading ─────────────────────────────────────────────────────────────────── */

/**
 * rgm_digitisation_read:
 * @self: a digitisation
 * @curve: a curve
 *
 * Returns: (transfer full) (nullable): the curve in the units of the axes, as a file of points would have it, or %NULL while the axes
 *   are incomplete
 */
RgmDigitisedCurve *
rgm_digitisation_read (RgmDigitisation *self,
                       guint            curve)
{
  const RgmPictureCurve *from = rgm_digitisation_get_curve (self, curve);
  g_autoptr (RgmDigitisedCurve) read = NULL;

  if (!rgm_picture_axes_are_complete (&self->now->axes))
    return NULL;

  read = rgm_digitised_curve_new ();
  read->name = g_strdup (from->name);
  read->events = from->events;
  for (guint i = 0; i < from->points->len; i++)
    {
      RgmDigitisedPoint point = { 0, 0, 0 };

      rgm_picture_axes_read (&self->now->axes, &g_array_index (from->points, RgmPicturePoint, i), &point.x, &point.y);
      g_array_append_val (read->points, point);
    }
  for (guint i = 0; i < self->now->times->len; i++)
    {
      const RgmDigitisedPoint row = { g_array_index (self->now->times, double, i), (double) g_array_index (from->at_risk, gint64, i), 0 };

      if (!isnan (row.x) && row.y >= 0)
        g_array_append_val (read->at_risk, row);
    }

  return g_steal_pointer (&read);
}
