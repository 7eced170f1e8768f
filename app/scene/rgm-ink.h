/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmInk:
 * @RGM_INK_NONE: nothing is painted
 * @RGM_INK_SURFACE: what everything stands on
 * @RGM_INK_TEXT: text that is read first, at full contrast
 * @RGM_INK_MUTED: second lines, labels of axes, captions
 * @RGM_INK_AXIS: axes and hairlines, a third of the text's contrast
 * @RGM_INK_GRID: grid lines behind the data
 * @RGM_INK_BAND: the band behind what is selected
 * @RGM_INK_HALO: the halo round what the pointer is on
 * @RGM_INK_POOLED: pooled results: never a class's colour
 * @RGM_INK_REFERENCE: a line to compare with
 * @RGM_INK_CAVEAT: the sign beside a caveat
 * @RGM_INK_SERIES_1: blue
 * @RGM_INK_SERIES_2: sky
 * @RGM_INK_SERIES_3: vermilion
 * @RGM_INK_SERIES_4: green
 * @RGM_INK_SERIES_5: purple
 * @RGM_INK_SERIES_6: grey
 * @RGM_INK_ACTIVE: a node that is on
 * @RGM_INK_ON_ACTIVE: text in a node that is on
 * @RGM_INK_IDLE: the outline of a node that is off
 * @RGM_INK_BLOCKED: the outline of a node that is blocked, and its bar
 * @RGM_INK_BYPASS: the second outline of a node that is on by a bypass
 * @RGM_INK_MEMBRANE: the cell's membrane
 * @RGM_INK_ZONE_1: the first compartment's ground
 * @RGM_INK_ZONE_2: the second's
 * @RGM_INK_ZONE_3: the third's
 *
 * What a colour is for. A scene knows only these; a theme knows the colours.
 */
typedef enum
{
  RGM_INK_NONE,
  RGM_INK_SURFACE,
  RGM_INK_TEXT,
  RGM_INK_MUTED,
  RGM_INK_AXIS,
  RGM_INK_GRID,
  RGM_INK_BAND,
  RGM_INK_HALO,
  RGM_INK_POOLED,
  RGM_INK_REFERENCE,
  RGM_INK_CAVEAT,
  RGM_INK_SERIES_1,
  RGM_INK_SERIES_2,
  RGM_INK_SERIES_3,
  RGM_INK_SERIES_4,
  RGM_INK_SERIES_5,
  RGM_INK_SERIES_6,
  RGM_INK_ACTIVE,
  RGM_INK_ON_ACTIVE,
  RGM_INK_IDLE,
  RGM_INK_BLOCKED,
  RGM_INK_BYPASS,
  RGM_INK_MEMBRANE,
  RGM_INK_ZONE_1,
  RGM_INK_ZONE_2,
  RGM_INK_ZONE_3,
} RgmInk;

#define RGM_N_INKS (RGM_INK_ZONE_3 + 1)

/**
 * RgmShape:
 *
 * The shape of a marker. Shapes of the same size have the same area, so that a
 * weight can be shown as area whatever the class.
 */
typedef enum
{
  RGM_SHAPE_SQUARE,
  RGM_SHAPE_DIAMOND,
  RGM_SHAPE_CIRCLE,
  RGM_SHAPE_TRIANGLE,
  RGM_SHAPE_PENTAGON,
  RGM_SHAPE_CROSS,
} RgmShape;

/**
 * RgmDash:
 *
 * How a line is broken.
 */
typedef enum
{
  RGM_DASH_SOLID,
  RGM_DASH_DASHED,
  RGM_DASH_DOTTED,
  RGM_DASH_LONG,
  RGM_DASH_DOT_DASH,
  RGM_DASH_TWO_DOT,
} RgmDash;

/**
 * RgmStyle:
 * @fill: the ink of the inside, or %RGM_INK_NONE
 * @stroke: the ink of the outline, or %RGM_INK_NONE
 * @line_width: of the outline, in points
 * @dash: of the outline
 * @translucent: whether the inside lets what is behind shine through
 * @round: whether lines end and join round
 *
 * How an item is painted. Zeroes are a good start: name what differs.
 */
typedef struct
{
  RgmInk   fill;
  RgmInk   stroke;
  double   line_width;
  RgmDash  dash;
  gboolean translucent;
  gboolean round;
} RgmStyle;

/**
 * RgmSeries:
 *
 * A class of things that a figure tells apart. Each has a colour, a shape and a dash.
 */
typedef enum
{
  RGM_SERIES_BLUE_SQUARE,
  RGM_SERIES_SKY_DIAMOND,
  RGM_SERIES_VERMILION_CIRCLE,
  RGM_SERIES_GREEN_TRIANGLE,
  RGM_SERIES_PURPLE_PENTAGON,
  RGM_SERIES_GREY_CROSS,
} RgmSeries;

#define RGM_N_SERIES (RGM_SERIES_GREY_CROSS + 1)

RgmInk      rgm_series_get_ink   (RgmSeries  series);
RgmShape    rgm_series_get_shape (RgmSeries  series);
RgmDash     rgm_series_get_dash  (RgmSeries  series);
gboolean    rgm_series_from_shape_name
                                 (const char *name,
                                  RgmSeries  *series);
const char *rgm_ink_get_name     (RgmInk     ink);
const char *rgm_shape_get_name   (RgmShape   shape);
const char *rgm_dash_get_name    (RgmDash    dash);
guint       rgm_dash_get_pattern (RgmDash    dash,
                                  double     line_width,
                                  double     pattern[6]);

G_END_DECLS
