/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"
#include "rgm-scene-builder.h"

G_BEGIN_DECLS

/* Private to the room: the words round a drawing, and the sizes that all plots share. */

#define RGM_PLOT_MARGIN 24.0
#define RGM_PLOT_GAP 18.0
#define RGM_PLOT_SMALL_GAP 6.0

/**
 * RgmTypeSizes:
 * @title: of the title
 * @body: of subtitle and rows: b
 * @small: of axes, captions and second lines
 * @fine: of caveat and sources
 * @gap: between the parts of a figure
 *
 * The sizes of type that follow from b and the floor, and what is between, in points.
 */
typedef struct
{
  double title;
  double body;
  double small;
  double fine;
  double gap;
} RgmTypeSizes;

/**
 * RgmPlotFrame:
 *
 * Title, subtitle and legend over a drawing; note, method, caveat and sources below.
 */
typedef struct _RgmPlotFrame RgmPlotFrame;

RgmPlotFrame *rgm_plot_frame_new          (void);
void          rgm_plot_frame_free         (RgmPlotFrame         *self);
void          rgm_plot_frame_set          (RgmPlotFrame         *self,
                                           const RgmFrame       *frame);
void          rgm_plot_frame_add_legend   (RgmPlotFrame         *self,
                                           const RgmLegendEntry *entry);
const char   *rgm_plot_frame_get_title    (const RgmPlotFrame   *self);
const char   *rgm_plot_frame_get_summary  (const RgmPlotFrame   *self);
double        rgm_plot_frame_measure_head (const RgmPlotFrame   *self,
                                           const RgmPlotLayout  *layout,
                                           const RgmTypeSizes   *sizes);
double        rgm_plot_frame_measure_foot (const RgmPlotFrame   *self,
                                           const RgmPlotLayout  *layout,
                                           const RgmTypeSizes   *sizes);
void          rgm_plot_frame_draw_head    (const RgmPlotFrame   *self,
                                           RgmSceneBuilder      *builder,
                                           const RgmPlotLayout  *layout,
                                           const RgmTypeSizes   *sizes,
                                           guint                 page,
                                           guint                 n_pages);
void          rgm_plot_frame_draw_foot    (const RgmPlotFrame   *self,
                                           RgmSceneBuilder      *builder,
                                           const RgmPlotLayout  *layout,
                                           const RgmTypeSizes   *sizes,
                                           double                top);

void          rgm_type_sizes_init         (RgmTypeSizes         *self,
                                           double                base,
                                           double                floor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPlotFrame, rgm_plot_frame_free)

G_END_DECLS
