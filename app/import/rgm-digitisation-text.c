/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-digitisation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-error.h"

/* A digitisation as text, so that it can be kept with its picture: a variant in GVariant's text format.
 *
 *   number of the format
 *   marks, in the order of RgmPictureMark: x, y, value, whether the place is set
 *   times of numbers at risk, less than 0 where none is typed yet
 *   curves: name, points (x, y), numbers at risk (-1 where unknown), events (-1 where unknown)
 */
#define FORMAT 1
#define TYPE "(ua(dddb)ada(sa(dd)axx))"

/* More of these are no digitisation. */
#define MAX_CURVES 100
#define MAX_POINTS 100000
#define MAX_PATIENTS 1000000000
#define MAX_PLACE 1e6

/**
 * rgm_digitisation_to_text:
 * @self: a digitisation
 *
 * Returns: (transfer full): the digitisation as it is now, without its steps, for rgm_digitisation_new_from_text()
 */
char *
rgm_digitisation_to_text (RgmDigitisation *self)
{
  const RgmDigitisationMoment *now = self->now;
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  g_variant_builder_add (&builder, "u", FORMAT);

  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(dddb)"));
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    g_variant_builder_add (&builder, "(dddb)", now->axes.places[i].x, now->axes.places[i].y, now->axes.values[i], now->axes.is_set[i]);
  g_variant_builder_close (&builder);

  g_variant_builder_open (&builder, G_VARIANT_TYPE ("ad"));
  for (guint i = 0; i < now->times->len; i++)
    {
      double time = g_array_index (now->times, double, i);

      g_variant_builder_add (&builder, "d", isnan (time) ? -1.0 : time);
    }
  g_variant_builder_close (&builder);

  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(sa(dd)axx)"));
  for (guint i = 0; i < now->curves->len; i++)
    {
      const RgmPictureCurve *curve = g_ptr_array_index (now->curves, i);

      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(sa(dd)axx)"));
      g_variant_builder_add (&builder, "s", curve->name);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(dd)"));
      for (guint j = 0; j < curve->points->len; j++)
        {
          const RgmPicturePoint *point = &g_array_index (curve->points, RgmPicturePoint, j);

          g_variant_builder_add (&builder, "(dd)", point->x, point->y);
        }
      g_variant_builder_close (&builder);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("ax"));
      for (guint j = 0; j < curve->at_risk->len; j++)
        g_variant_builder_add (&builder, "x", g_array_index (curve->at_risk, gint64, j));
      g_variant_builder_close (&builder);
      g_variant_builder_add (&builder, "x", curve->events);
      g_variant_builder_close (&builder);
    }
  g_variant_builder_close (&builder);

  variant = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (variant, FALSE);
}

static gboolean
is_place (double x,
          double y)
{
  return fabs (x) <= MAX_PLACE && fabs (y) <= MAX_PLACE;
}

static gboolean
is_count (gint64 number)
{
  return number >= -1 && number <= MAX_PATIENTS;
}

static gboolean
read_axes (RgmPictureAxes *axes,
           GVariant       *marks)
{
  if (g_variant_n_children (marks) != RGM_PICTURE_N_MARKS)
    return FALSE;

  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      RgmPicturePoint *place = &axes->places[i];

      g_variant_get_child (marks, i, "(dddb)", &place->x, &place->y, &axes->values[i], &axes->is_set[i]);
      if (!is_place (place->x, place->y) || !isfinite (axes->values[i]))
        return FALSE;
    }

  return TRUE;
}

/* The first is always 0. */
static gboolean
read_times (GArray   *times,
            GVariant *variant)
{
  gsize n;
  const double *found = g_variant_get_fixed_array (variant, &n, sizeof *found);

  if (n == 0 || n > RGM_DIGITISATION_MAX_TIMES || found[0] != 0)
    return FALSE;

  g_array_set_size (times, 0);
  for (gsize i = 0; i < n; i++)
    {
      double time = found[i] < 0 ? NAN : found[i];

      if (!isfinite (found[i]))
        return FALSE;
      g_array_append_val (times, time);
    }

  return TRUE;
}

static gboolean
read_points (GArray   *points,
             GVariant *variant)
{
  GVariantIter iter;
  RgmPicturePoint point;

  if (g_variant_n_children (variant) > MAX_POINTS)
    return FALSE;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(dd)", &point.x, &point.y))
    {
      if (!is_place (point.x, point.y) || (points->len > 0 && point.x < g_array_index (points, RgmPicturePoint, points->len - 1).x))
        return FALSE;
      g_array_append_val (points, point);
    }

  return TRUE;
}

static gboolean
read_at_risk (GArray   *at_risk,
              GVariant *variant,
              guint     n_times)
{
  gsize n;
  const gint64 *found = g_variant_get_fixed_array (variant, &n, sizeof *found);

  if (n != n_times)
    return FALSE;

  g_array_set_size (at_risk, 0);
  for (gsize i = 0; i < n; i++)
    {
      if (!is_count (found[i]))
        return FALSE;
      g_array_append_val (at_risk, found[i]);
    }

  return TRUE;
}

static gboolean
read_curves (RgmDigitisation *self,
             GVariant        *variant)
{
  gsize n = g_variant_n_children (variant);

  if (n == 0 || n > MAX_CURVES)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) points = NULL;
      g_autoptr (GVariant) at_risk = NULL;
      RgmPictureCurve *curve;
      const char *name;
      gint64 events;

      g_variant_get_child (variant, i, "(&s@a(dd)@axx)", &name, &points, &at_risk, &events);
      if (*name == '\0' || !is_count (events))
        return FALSE;
      /* There is a first one already. */
      if (i == 0)
        rgm_digitisation_set_name (self, 0, name);
      else
        rgm_digitisation_add_curve (self, name);
      curve = rgm_digitisation_get_curve (self, (guint) i);
      curve->events = events;
      if (!read_points (curve->points, points) || !read_at_risk (curve->at_risk, at_risk, self->now->times->len))
        return FALSE;
    }

  return TRUE;
}

/**
 * rgm_digitisation_new_from_text:
 * @text: what rgm_digitisation_to_text() gave, or anything else
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the digitisation, without steps that could be undone, or %NULL with @error set where @text is not
 *   one
 */
RgmDigitisation *
rgm_digitisation_new_from_text (const char  *text,
                                GError     **error)
{
  g_autoptr (RgmDigitisation) self = rgm_digitisation_new ("1");
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (TYPE), text, NULL, NULL, NULL);
  g_autoptr (GVariant) marks = NULL;
  g_autoptr (GVariant) times = NULL;
  g_autoptr (GVariant) curves = NULL;
  guint format = 0;

  if (variant != NULL)
    g_variant_get (variant, "(u@a(dddb)@ad@a(sa(dd)axx))", &format, &marks, &times, &curves);
  if (variant == NULL || format != FORMAT || !read_axes (&self->now->axes, marks) || !read_times (self->now->times, times) ||
      !read_curves (self, curves))
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                           _("The points stored in this picture are damaged, or were written by a newer version."));
      return NULL;
    }
  rgm_digitisation_forget_steps (self);

  return g_steal_pointer (&self);
}
