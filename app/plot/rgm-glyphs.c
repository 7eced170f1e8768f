/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-glyphs.h"

/* Half the width of an arrow, in its length. */
#define ARROW_HALF_WIDTH 0.6

/* The kinds of ends of an interval. */
typedef enum
{
  END_NONE,    /* missing */
  END_CAP,     /* a bound on the axis */
  END_ARROW,   /* it continues beyond the axis */
  END_OPEN,    /* not reached */
} End;

/* Converts positions along and across a whisker to page coordinates. */
static RgmPoint
turn (const RgmWhisker *whisker,
      double            along,
      double            across)
{
  return whisker->vertical ? (RgmPoint) { across, along } : (RgmPoint) { along, across };
}

static void
add_line (RgmSceneBuilder  *builder,
          const RgmWhisker *whisker,
          RgmPoint          from,
          RgmPoint          to)
{
  const RgmStyle line = { .stroke = whisker->ink, .line_width = whisker->line_width };

  rgm_scene_builder_add_line (builder, from.x, from.y, to.x, to.y, &line);
}

/* An arrowhead that points along @towards (-1 or 1), with its tip at @tip. */
static void
add_arrow (RgmSceneBuilder  *builder,
           double            tip,
           double            y,
           double            towards,
           const RgmWhisker *whisker,
           gboolean          open)
{
  double back = tip - towards * whisker->arrow;
  double half = whisker->arrow * ARROW_HALF_WIDTH;
  RgmPoint points[] = {
    turn (whisker, back, y - half), turn (whisker, tip, y), turn (whisker, back, y + half),
  };
  RgmStyle style = { .fill = whisker->ink };

  if (open)
    style = (RgmStyle) { .stroke = whisker->ink, .line_width = whisker->line_width, .round = TRUE };
  rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), !open, &style);
}

static End
get_end (double   bound,
         gboolean on_axis)
{
  if (isnan (bound))
    return END_NONE;
  if (isinf (bound))
    return END_OPEN;

  return on_axis ? END_CAP : END_ARROW;
}

static void
add_end (RgmSceneBuilder  *builder,
         End               end,
         double            x,
         double            y,
         double            towards,
         const RgmWhisker *whisker)
{
  if (end == END_CAP && whisker->cap > 0)
    add_line (builder, whisker, turn (whisker, x, y - whisker->cap), turn (whisker, x, y + whisker->cap));
  else if (end == END_ARROW || end == END_OPEN)
    add_arrow (builder, x, y, towards, whisker, end == END_OPEN);
}

/* Draws the interval of @value at the height @y: from bound to bound, as far as the scale
 * goes. If a bound is missing, its half is left out, which is why @value is needed. */
void
rgm_glyph_whisker (RgmSceneBuilder  *builder,
                   const RgmScale   *scale,
                   const RgmSpan    *span,
                   double            value,
                   double            y,
                   const RgmWhisker *whisker)
{
  End lower = get_end (span->lower, rgm_scale_has (scale, span->lower));
  End upper = get_end (span->upper, rgm_scale_has (scale, span->upper));
  double from = lower == END_NONE ? value : span->lower;
  double to = upper == END_NONE ? value : span->upper;
  double left, right, rightwards;

  if ((lower == END_NONE && upper == END_NONE) || isnan (from) || isnan (to))
    return;

  left = rgm_scale_place (scale, CLAMP (from, scale->lower, scale->upper));
  right = rgm_scale_place (scale, CLAMP (to, scale->lower, scale->upper));
  rightwards = scale->to >= scale->from ? 1 : -1;

  /* An interval entirely beyond the axis becomes an arrow at that end. */
  if (to < scale->lower || from > scale->upper)
    {
      double towards = to < scale->lower ? -rightwards : rightwards;

      add_end (builder, END_ARROW, left, y, towards, whisker);
      return;
    }

  add_line (builder, whisker,
            turn (whisker, left + (lower == END_ARROW ? rightwards * whisker->arrow / 2 : 0), y),
            turn (whisker, right - (upper == END_ARROW ? rightwards * whisker->arrow / 2 : 0), y));
  add_end (builder, lower, left, y, -rightwards, whisker);
  add_end (builder, upper, right, y, rightwards, whisker);
}

/* A pooled result: a diamond from bound to bound, tallest at the estimate. */
void
rgm_glyph_diamond (RgmSceneBuilder *builder,
                   double           left,
                   double           middle,
                   double           right,
                   double           y,
                   double           half_height)
{
  RgmPoint points[] = { { left, y }, { middle, y - half_height }, { right, y }, { middle, y + half_height } };
  const RgmStyle style = { .fill = RGM_INK_POOLED };

  rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), TRUE, &style);
}

/* Legend keys, relative to the type size. */
#define KEY_HALF_WIDTH (RGM_LEGEND_KEY_WIDTH / 2)
#define KEY_ARROW 0.45
#define KEY_DIAMOND 0.4
#define KEY_PREDICTION_CAP 0.25
#define KEY_SECOND_CAP 0.2

static void
draw_key (RgmSceneBuilder *builder,
          guint            kind,
          double           x,
          double           y,
          double           size)
{
  double half = size * KEY_HALF_WIDTH;
  const RgmScale scale = { .lower = -1, .upper = 1, .from = x - half, .to = x + half };
  RgmWhisker whisker = { .ink = RGM_INK_MUTED, .line_width = RGM_HAIRLINE, .arrow = size * KEY_ARROW };

  switch ((RgmLegendKind) kind)
    {
    case RGM_LEGEND_POOLED:
      rgm_glyph_diamond (builder, x - half, x, x + half, y, size * KEY_DIAMOND);
      break;
    case RGM_LEGEND_PREDICTION:
      whisker.ink = RGM_INK_POOLED;
      whisker.cap = size * KEY_PREDICTION_CAP;
      rgm_glyph_whisker (builder, &scale, &(RgmSpan) { -1, 1 }, 0, y, &whisker);
      break;
    case RGM_LEGEND_SECOND_INTERVAL:
      whisker.cap = size * KEY_SECOND_CAP;
      rgm_glyph_whisker (builder, &scale, &(RgmSpan) { -1, 1 }, 0, y, &whisker);
      break;
    case RGM_LEGEND_OPEN:
      whisker.line_width = RGM_WHISKER_WIDTH;
      rgm_glyph_whisker (builder, &scale, &(RgmSpan) { NAN, INFINITY }, -1, y, &whisker);
      break;
    case RGM_LEGEND_SERIES:
    default:
      g_assert_not_reached ();
    }
}

/* Adds an entry to the legend of a frame. */
void
rgm_frame_add_legend (RgmFrame             *frame,
                      const RgmLegendEntry *entry)
{
  if (entry->kind == RGM_LEGEND_SERIES)
    rgm_frame_add_key (frame, &(RgmLegendKey) { .label = entry->label, .key = entry->series });
  else
    rgm_frame_add_key (frame, &(RgmLegendKey) { .label = entry->label, .draw = draw_key, .key = entry->kind });
}
