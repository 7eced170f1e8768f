/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "rgm-ink.h"
#include "rgm-scene.h"
#include "rgm-text-measure.h"

G_BEGIN_DECLS

/* What every plot is made of. A plot is filled once from plain structs, whose strings it
 * copies, and is then laid out as often as it takes, at any size, without changing:
 *
 *     new -> set_frame, add_panel, add_... -> lay_out -> lay_out -> ... -> free
 *
 * A plot knows nothing of trials: names, sentences and targets come with the structs. */

/**
 * RgmOverflow:
 * @RGM_OVERFLOW_GROW: the scene is taller than was asked for
 * @RGM_OVERFLOW_PAGES: the rows go on on another page of the same size
 *
 * What happens when everything is as dense and as small as it may be and still too tall.
 */
typedef enum
{
  RGM_OVERFLOW_GROW,
  RGM_OVERFLOW_PAGES,
} RgmOverflow;

/**
 * RgmPlotLayout:
 * @measure: what measures the texts
 * @direction: which way the scene reads
 * @width: of the scene, in points
 * @height: of the scene, in points, or 0 for as tall as is good
 * @base: the size of type b in points, the reader's text scale already in it
 * @floor: the size below which no type may fall, in points
 * @overflow: what happens if it doesn't fit in @height
 * @page: which page is wanted, from 0
 *
 * How a plot is laid out. With a @height, type gets smaller down to @floor and rows get
 * half their height, each only as far as it takes, and what doesn't fit even then
 * overflows: nothing ever overlaps, and no type is below the floor. A scene is never
 * shorter than @height. Where not even one row fits beside title and caption, the scene
 * grows.
 */
typedef struct
{
  RgmTextMeasure *measure;
  RgmDirection    direction;
  double          width;
  double          height;
  double          base;
  double          floor;
  RgmOverflow     overflow;
  guint           page;
} RgmPlotLayout;

/**
 * RgmFrame:
 * @title: (nullable): what is shown, not what to conclude
 * @subtitle: (nullable): endpoint, unit and count
 * @summary: (nullable): what the whole shows, for who can't see it
 * @note: (nullable): what isn't drawn, and how many of it
 * @method: (nullable): how the numbers were made
 * @caveat: (nullable): what not to conclude
 * @sources: (nullable): where the numbers are from, with the date
 *
 * The words round a drawing, from the top. They wrap; none is ever cut.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *summary;
  const char *note;
  const char *method;
  const char *caveat;
  const char *sources;
} RgmFrame;

/**
 * RgmAxisUnit:
 * @RGM_AXIS_NUMBER: numbers: 0, 20, 40
 * @RGM_AXIS_PERCENT: percentages: 0%, 20%, 40%
 * @RGM_AXIS_MONTHS: months, labelled by quarters and years: 0, 6, 12
 *
 * What an axis counts, which says where it is labelled.
 */
typedef enum
{
  RGM_AXIS_NUMBER,
  RGM_AXIS_PERCENT,
  RGM_AXIS_MONTHS,
} RgmAxisUnit;

/**
 * RgmAxis:
 * @title: (nullable): what is measured, with its unit
 * @lower: where the axis begins, or NAN for 0 or where the data do
 * @upper: where it ends, or NAN to let the data say
 * @unit: what it counts
 *
 * A linear scale. What lies beyond an end that is given isn't drawn; an interval that
 * goes beyond ends in an arrow.
 */
typedef struct
{
  const char *title;
  double      lower;
  double      upper;
  RgmAxisUnit unit;
} RgmAxis;

/**
 * RgmSpan:
 * @lower: the lower bound
 * @upper: the upper bound
 *
 * An interval on an axis. A bound that is missing is NAN, and gets no whisker; one that
 * isn't reached is infinite, and gets an open arrow. Zeroes are an interval too: where
 * there is none, say so with %RGM_SPAN_NONE.
 */
typedef struct
{
  double lower;
  double upper;
} RgmSpan;

#define RGM_SPAN_NONE ((RgmSpan) { NAN, NAN })

/**
 * RgmLegendKind:
 * @RGM_LEGEND_SERIES: a series' marker
 * @RGM_LEGEND_SECOND_INTERVAL: the thin second whisker
 * @RGM_LEGEND_POOLED: a diamond
 * @RGM_LEGEND_PREDICTION: the line of a prediction interval
 * @RGM_LEGEND_OPEN: the open arrow of what isn't reached
 *
 * What an entry of a legend shows.
 */
typedef enum
{
  RGM_LEGEND_SERIES,
  RGM_LEGEND_SECOND_INTERVAL,
  RGM_LEGEND_POOLED,
  RGM_LEGEND_PREDICTION,
  RGM_LEGEND_OPEN,
} RgmLegendKind;

/**
 * RgmLegendEntry:
 * @kind: what is shown
 * @series: which, for %RGM_LEGEND_SERIES
 * @label: what it means
 *
 * An entry of a legend.
 */
typedef struct
{
  RgmLegendKind  kind;
  RgmSeries      series;
  const char    *label;
} RgmLegendEntry;

G_END_DECLS
