/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-glyphs.h"

/* What an end of an interval looks like. */
typedef enum
{
  END_NONE,    /* missing */
  END_CAP,     /* a bound on the axis */
  END_ARROW,   /* it goes on beyond the axis */
  END_OPEN,    /* it isn't reached */
} End;

/* A place along a whisker and across it, on the page. */
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

/* The head of an arrow that points along @towards (-1 or 1), its tip at @tip. */
static void
add_arrow (RgmSceneBuilder  *builder,
           double            tip,
           double            y,
           double            towards,
           const RgmWhisker *whisker,
           gboolean          open)
{
  double back = tip - towards * whisker->arrow;
  double half = whisker->arrow * 0.6;
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
 * goes. A missing bound leaves its half away, which is why the value is asked for. */
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

  /* An interval that lies beyond the axis as a whole leaves an arrow at that end. */
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

/* A pooled result: its bounds at the ends, its estimate where it is tallest. */
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

/* The sign beside a caveat: a triangle with a stroke and a dot. */
void
rgm_glyph_caveat (RgmSceneBuilder *builder,
                  double           x,
                  double           y,
                  double           size)
{
  double half = size / 2;
  RgmPoint points[] = { { x, y - half * 0.9 }, { x + half, y + half * 0.8 }, { x - half, y + half * 0.8 } };
  const RgmStyle outline = { .stroke = RGM_INK_CAVEAT, .line_width = size * 0.11, .round = TRUE };
  const RgmStyle dot = { .fill = RGM_INK_CAVEAT };

  rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), TRUE, &outline);
  rgm_scene_builder_add_line (builder, x, y - size * 0.12, x, y + size * 0.12, &outline);
  rgm_scene_builder_add_marker (builder, RGM_SHAPE_CIRCLE, x, y + size * 0.27, size * 0.12, &dot);
}

/* The drawing of a legend's entry, its middle at (@x, @y), for type of @size. */
void
rgm_glyph_legend (RgmSceneBuilder      *builder,
                  const RgmLegendEntry *entry,
                  double                x,
                  double                y,
                  double                size)
{
  double half = size * 0.65;
  const RgmScale scale = { .lower = -1, .upper = 1, .from = x - half, .to = x + half };
  RgmWhisker whisker = { .ink = RGM_INK_MUTED, .line_width = RGM_HAIRLINE, .arrow = size * 0.45 };
  RgmStyle style = { .fill = rgm_series_get_ink (entry->series) };

  switch (entry->kind)
    {
    case RGM_LEGEND_POOLED:
      rgm_glyph_diamond (builder, x - half, x, x + half, y, size * 0.4);
      break;
    case RGM_LEGEND_PREDICTION:
      whisker.ink = RGM_INK_POOLED;
      whisker.cap = size * 0.25;
      rgm_glyph_whisker (builder, &scale, &(RgmSpan) { -1, 1 }, 0, y, &whisker);
      break;
    case RGM_LEGEND_SECOND_INTERVAL:
      whisker.cap = size * 0.2;
      rgm_glyph_whisker (builder, &scale, &(RgmSpan) { -1, 1 }, 0, y, &whisker);
      break;
    case RGM_LEGEND_OPEN:
      whisker.line_width = RGM_WHISKER_WIDTH;
      rgm_glyph_whisker (builder, &scale, &(RgmSpan) { NAN, INFINITY }, -1, y, &whisker);
      break;
    case RGM_LEGEND_SERIES:
    default:
      rgm_scene_builder_add_marker (builder, rgm_series_get_shape (entry->series), x, y, size * 0.8, &style);
      break;
    }
}
