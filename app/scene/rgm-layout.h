/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-geometry.h"
#include "rgm-text-measure.h"

G_BEGIN_DECLS

/**
 * RgmOverflow:
 * @RGM_OVERFLOW_GROW: the scene is taller than was asked for
 * @RGM_OVERFLOW_PAGES: the rows continue on another page of the same size
 *
 * What happens when everything is as dense and as small as it may be and still too tall.
 */
typedef enum
{
  RGM_OVERFLOW_GROW,
  RGM_OVERFLOW_PAGES,
} RgmOverflow;

/**
 * RgmLayout:
 * @measure: what measures the texts
 * @direction: which way the scene reads
 * @width: of the scene, in points
 * @height: of the scene, in points, or 0 for as tall as is good
 * @base: the base size of type b in points, with the reader's text scale applied
 * @floor: the size below which no type may fall, in points
 * @overflow: what happens if it doesn't fit in @height
 * @page: which page is wanted, from 0
 * @title: (nullable): a title in place of the chart's own; empty where it is given elsewhere
 * @without_method: whether the method is left out, to be given elsewhere
 * @without_remarks: whether the remarks are left out, where there is no room for them
 * @fine_print: the size of method and sources in points, or 0 where they are in
 *   proportion to @base
 *
 * How a chart is laid out. With a @height, type gets smaller down to @floor and rows get
 * half their height, each only as far as necessary, and what doesn't fit even then
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
  const char     *title;
  gboolean        without_method;
  gboolean        without_remarks;
  double          fine_print;
} RgmLayout;

G_END_DECLS
