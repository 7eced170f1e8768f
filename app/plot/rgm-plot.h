/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "rgm-frame.h"
#include "rgm-ink.h"
#include "rgm-scene.h"

G_BEGIN_DECLS

/* The building blocks of plots. A plot is filled once from plain structs, whose strings it copies, and then laid out any number of
 * times, at any size, without changing:
 *
 *     new -> set_frame, add_panel, add_... -> lay_out -> lay_out -> ... -> free
 *
 * A plot knows nothing about trials: names, sentences and targets come with the structs. */

/**
 * RgmAxisUnit:
 * @RGM_AXIS_NUMBER: numbers: 0, 20, 40
 * @RGM_AXIS_PERCENT: percentages: 0%, 20%, 40%
 * @RGM_AXIS_MONTHS: months, labelled by quarters and years: 0, 6, 12
 *
 * The unit of an axis, which determines its ticks.
 */
typedef enum
{
  RGM_AXIS_NUMBER,
  RGM_AXIS_PERCENT,
  RGM_AXIS_MONTHS,
} RgmAxisUnit;

/**
 * RgmAxis:
 * @title: (nullable): the quantity, with its unit
 * @lower: the start of the axis, or NAN for 0 or the start of the data
 * @upper: its end, or NAN for the end of the data
 * @unit: the unit
 *
 * A linear axis. Anything beyond a given end isn't drawn; an interval that extends past it ends in an arrow.
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
 * An interval on an axis. A bound that is missing is NAN, and gets no whisker; one that isn't reached is infinite, and gets an open
 * arrow. Two zeros are an interval, too; use %RGM_SPAN_NONE for none.
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
 * @RGM_LEGEND_OPEN: the open arrow of a bound that isn't reached
 *
 * The kinds of legend entries.
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
