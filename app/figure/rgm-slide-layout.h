/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"
#include "rgm-scene.h"

G_BEGIN_DECLS

/* A slide's width in points, whatever its height: all sizes of type on slides are meant for it. */
#define RGM_SLIDE_WIDTH 960.0

GPtrArray *rgm_slide_lay_out_figure (RgmFigure       *figure,
                                     RgmTextMeasure  *measure,
                                     RgmDirection     direction,
                                     double           height,
                                     const char      *title);
RgmScene  *rgm_slide_lay_out_text   (RgmTextMeasure  *measure,
                                     RgmDirection     direction,
                                     double           height,
                                     const char      *title,
                                     const char      *text,
                                     gboolean         is_section);

G_END_DECLS
