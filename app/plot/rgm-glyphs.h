/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"
#include "rgm-scale.h"
#include "rgm-scene-builder.h"

G_BEGIN_DECLS

/* Private to the room: the small drawings that plots and legends share. */

#define RGM_WHISKER_WIDTH 1.5
#define RGM_HAIRLINE 0.75

/**
 * RgmWhisker:
 * @ink: its ink
 * @line_width: in points
 * @cap: half the height of the stroke at an end, 0 for none
 * @arrow: how long an arrow is
 * @vertical: whether it is vertical; @y of rgm_glyph_whisker() is then its x coordinate
 *
 * How an interval is drawn.
 */
typedef struct
{
  RgmInk   ink;
  double   line_width;
  double   cap;
  double   arrow;
  gboolean vertical;
} RgmWhisker;

void rgm_glyph_whisker  (RgmSceneBuilder      *builder,
                         const RgmScale       *scale,
                         const RgmSpan        *span,
                         double                value,
                         double                y,
                         const RgmWhisker     *whisker);
void rgm_glyph_diamond  (RgmSceneBuilder      *builder,
                         double                left,
                         double                middle,
                         double                right,
                         double                y,
                         double                half_height);
void rgm_frame_add_legend
                        (RgmFrame             *frame,
                         const RgmLegendEntry *entry);

G_END_DECLS
