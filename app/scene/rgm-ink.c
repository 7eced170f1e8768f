/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-ink.h"

/**
 * rgm_series_get_ink:
 * @series: a series
 *
 * Returns: its colour's role
 */
RgmInk
rgm_series_get_ink (RgmSeries series)
{
  g_return_val_if_fail ((guint) series < RGM_N_SERIES, RGM_INK_SERIES_6);

  return RGM_INK_SERIES_1 + (guint) series;
}

/**
 * rgm_series_get_shape:
 * @series: a series
 *
 * Returns: its marker's shape
 */
RgmShape
rgm_series_get_shape (RgmSeries series)
{
  g_return_val_if_fail ((guint) series < RGM_N_SERIES, RGM_SHAPE_CROSS);

  return RGM_SHAPE_SQUARE + (guint) series;
}

/**
 * rgm_series_get_dash:
 * @series: a series
 *
 * Returns: the dash of its lines, so that curves are told apart without colour
 */
RgmDash
rgm_series_get_dash (RgmSeries series)
{
  g_return_val_if_fail ((guint) series < RGM_N_SERIES, RGM_DASH_SOLID);

  return RGM_DASH_SOLID + (guint) series;
}

/**
 * rgm_series_from_shape_name:
 * @name: 'square', 'diamond', 'circle', 'triangle', 'pentagon' or 'cross'
 * @series: (out): the series with that shape
 *
 * Returns: whether @name is one of them
 */
gboolean
rgm_series_from_shape_name (const char *name,
                            RgmSeries  *series)
{
  for (guint i = 0; i < RGM_N_SERIES; i++)
    if (g_strcmp0 (name, rgm_shape_get_name (rgm_series_get_shape (i))) == 0)
      {
        *series = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_ink_get_name:
 * @ink: an ink
 *
 * Returns: a short name for dumps and SVG classes, never shown to a person
 */
const char *
rgm_ink_get_name (RgmInk ink)
{
  static const char * const names[RGM_N_INKS] = {
    "none", "surface", "text", "muted", "axis", "grid", "band", "halo", "pooled", "reference",
    "caveat", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6", "active",
    "on-active", "idle", "blocked", "bypass", "membrane", "zone-1", "zone-2", "zone-3",
  };

  g_return_val_if_fail ((guint) ink < RGM_N_INKS, NULL);

  return names[ink];
}

/**
 * rgm_shape_get_name:
 * @shape: a shape
 *
 * Returns: its name, as data sets write it
 */
const char *
rgm_shape_get_name (RgmShape shape)
{
  static const char * const names[] = {
    "square", "diamond", "circle", "triangle", "pentagon", "cross",
  };

  g_return_val_if_fail ((guint) shape < G_N_ELEMENTS (names), NULL);

  return names[shape];
}

/**
 * rgm_dash_get_name:
 * @dash: a dash
 *
 * Returns: a short name for dumps, never shown to a person
 */
const char *
rgm_dash_get_name (RgmDash dash)
{
  static const char * const names[] = {
    "solid", "dashed", "dotted", "long", "dot-dash", "two-dot",
  };

  g_return_val_if_fail ((guint) dash < G_N_ELEMENTS (names), NULL);

  return names[dash];
}

/**
 * rgm_dash_get_pattern:
 * @dash: a dash
 * @line_width: the line's width, in points
 * @pattern: (out caller-allocates): lengths of dashes and gaps, in points
 *
 * The pattern grows with the line, so that a dash stays a dash on a slide.
 *
 * Returns: how many lengths are set; 0 for an unbroken line
 */
guint
rgm_dash_get_pattern (RgmDash dash,
                      double  line_width,
                      double  pattern[6])
{
  static const struct { guint n; double lengths[6]; } patterns[] = {
    [RGM_DASH_SOLID] = { 0, { 0 } },
    [RGM_DASH_DASHED] = { 2, { 4, 3 } },
    [RGM_DASH_DOTTED] = { 2, { 1.5, 2 } },
    [RGM_DASH_LONG] = { 2, { 8, 3 } },
    [RGM_DASH_DOT_DASH] = { 4, { 6, 2.5, 1.5, 2.5 } },
    [RGM_DASH_TWO_DOT] = { 6, { 6, 2, 1.5, 2, 1.5, 2 } },
  };
  double unit = MAX (line_width, 0.75);

  g_return_val_if_fail ((guint) dash < G_N_ELEMENTS (patterns), 0);

  for (guint i = 0; i < patterns[dash].n; i++)
    pattern[i] = patterns[dash].lengths[i] * unit;

  return patterns[dash].n;
}
