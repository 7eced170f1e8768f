/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-layout.h"
#include "rgm-scene-builder.h"

G_BEGIN_DECLS

/* The frame of a chart, the same round every drawing:
 *
 *     title
 *     subtitle
 *     [] legend  () of  <> keys
 *
 *     drawing
 *
 *     selection
 *     note
 *     remarks
 *     method
 *     /!\ caveat
 *     sources
 */

#define RGM_FRAME_MARGIN 24.0
#define RGM_FRAME_GAP 18.0
#define RGM_FRAME_SMALL_GAP 6.0

/* In the size of type: from one line to the next, and how far the baseline of a text is below the
 * middle of what it stands beside. */
#define RGM_LINE_HEIGHT 1.3
#define RGM_TEXT_BASELINE 0.35

/* How much smaller type gets at each attempt to fit a chart in its height. */
#define RGM_TYPE_STEP 0.96

/* How much of a line stays free: in a program without the family that was measured, the text
 * may come out wider. DejaVu Sans is 15% wider than Arial; together with the gap or margin beside
 * the line this keeps the one within a line that was measured for the other. */
#define RGM_TEXT_SLACK 0.115

/**
 * RgmLegendDraw:
 * @builder: what it is drawn with
 * @key: which key of the chart
 * @x: the middle of the key
 * @y: the middle of the key
 * @size: the size of the legend's type
 *
 * Draws the key of a legend's entry, no wider than %RGM_LEGEND_KEY_WIDTH times @size.
 */
typedef void (*RgmLegendDraw) (RgmSceneBuilder *builder,
                               guint            key,
                               double           x,
                               double           y,
                               double           size);

#define RGM_LEGEND_KEY_WIDTH 1.3

/**
 * RgmLegendKey:
 * @label: what it means
 * @draw: (nullable): draws it, or %NULL for the marker of a series
 * @key: what @draw is asked to draw, or the series
 *
 * An entry of a legend.
 */
typedef struct
{
  const char    *label;
  RgmLegendDraw  draw;
  guint          key;
} RgmLegendKey;

/**
 * RgmFrame:
 * @title: (nullable): what is shown, not what to conclude
 * @subtitle: (nullable): endpoint, unit and count
 * @summary: (nullable): what the whole shows, for assistive technology; it isn't drawn
 * @selection: (nullable): which trials are shown out of how many, and why not the others
 * @note: (nullable): what isn't drawn, and how many of it
 * @remarks: (nullable): in a few words, what the sign at some rows is about; where there is no room it isn't drawn, but stands
 *   in the description of a file
 * @method: (nullable): how the numbers were made
 * @caveat: (nullable): what not to conclude
 * @sources: (nullable): where the numbers are from, with the date; and which data set
 * @more_sources: (nullable): the sources that @sources only counts; they aren't drawn, but stand with the table and in the
 *   description of a file
 * @legend: (nullable) (element-type RgmLegendKey): the legend
 *
 * All of a chart but its drawing. Texts wrap; none is ever cut. A frame owns what it holds
 * once it was filled by rgm_frame_copy() or with strings that it may free.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *summary;
  const char *selection;
  const char *note;
  const char *remarks;
  const char *method;
  const char *caveat;
  const char *sources;
  const char *more_sources;
  GArray     *legend;
} RgmFrame;

/**
 * RgmTypeSizes:
 * @title: of the title
 * @body: of subtitle and rows: b
 * @small: of axes, captions and second lines
 * @fine: of legend, caveat and sources
 * @gap: between the parts of a chart
 *
 * The sizes of type that follow from b and the floor, and the space between, in points.
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
 * RgmFramePlan:
 * @frame: what stands round the drawing; it has to live as long
 * @layout: how the chart is laid out
 * @sizes: the sizes of type
 * @margin: round the whole
 * @head: how tall title, subtitle and legend are, with the margin above and the gap below
 * @foot: how tall the texts below the drawing are, with the gap above and the margin below
 *
 * How much room a frame leaves to the drawing.
 */
typedef struct
{
  const RgmFrame *frame;
  RgmLayout       layout;
  RgmTypeSizes    sizes;
  double          margin;
  double          head;
  double          foot;
} RgmFramePlan;

void   rgm_type_sizes_init      (RgmTypeSizes       *self,
                                 double              base,
                                 double              floor);

void   rgm_frame_copy           (RgmFrame           *self,
                                 const RgmFrame     *from);
void   rgm_frame_clear          (RgmFrame           *self);
void   rgm_frame_add_key        (RgmFrame           *self,
                                 const RgmLegendKey *key);
char  *rgm_frame_describe       (const RgmFrame     *self,
                                 RgmScene           *scene);

double rgm_frame_get_margin     (const RgmLayout    *layout);
void   rgm_frame_plan_init      (RgmFramePlan       *self,
                                 const RgmFrame     *frame,
                                 const RgmLayout    *layout,
                                 const RgmTypeSizes *sizes);
void   rgm_frame_plan_draw_head (const RgmFramePlan *self,
                                 RgmSceneBuilder    *builder,
                                 guint               page,
                                 guint               n_pages);
void   rgm_frame_plan_draw_foot (const RgmFramePlan *self,
                                 RgmSceneBuilder    *builder,
                                 double              top);

G_END_DECLS
