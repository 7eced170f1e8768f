/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RgmWeight:
 *
 * The weights of type that figures use.
 */
typedef enum
{
  RGM_WEIGHT_REGULAR,
  RGM_WEIGHT_BOLD,
} RgmWeight;

#define RGM_TYPE_TEXT_MEASURE (rgm_text_measure_get_type ())
G_DECLARE_INTERFACE (RgmTextMeasure, rgm_text_measure, RGM, TEXT_MEASURE, GObject)

/**
 * RgmTextMeasureInterface:
 * @get_family: the family of the type, for whoever writes the text
 * @get_width: the advance of a line of text at a size of one point
 * @get_reach: of the same line, how much of it lies before each byte and, last, before the
 *   end: of a line in logical order, whichever way its runs read. The array belongs to the
 *   measure, until it is asked again
 * @get_line: ascent and descent at a size of one point
 *
 * Something that knows how wide text is. Widths grow in proportion to the size, so an
 * implementation answers for one point.
 */
struct _RgmTextMeasureInterface
{
  GTypeInterface g_iface;

  const char *(*get_family) (RgmTextMeasure *self);
  double      (*get_width)  (RgmTextMeasure *self,
                             const char     *text,
                             RgmWeight       weight);
  const double *(*get_reach) (RgmTextMeasure *self,
                              const char     *text,
                              gsize           length,
                              RgmWeight       weight);
  void        (*get_line)   (RgmTextMeasure *self,
                             RgmWeight       weight,
                             double         *ascent,
                             double         *descent);
};

const char *rgm_text_measure_get_family  (RgmTextMeasure *self);
double      rgm_text_measure_get_width   (RgmTextMeasure *self,
                                          const char     *text,
                                          double          size,
                                          RgmWeight       weight);
double      rgm_text_measure_get_ascent  (RgmTextMeasure *self,
                                          double          size,
                                          RgmWeight       weight);
double      rgm_text_measure_get_descent (RgmTextMeasure *self,
                                          double          size,
                                          RgmWeight       weight);
char       *rgm_text_measure_shorten     (RgmTextMeasure *self,
                                          const char     *text,
                                          double          size,
                                          RgmWeight       weight,
                                          double          width);
char      **rgm_text_measure_wrap        (RgmTextMeasure *self,
                                          const char     *text,
                                          double          size,
                                          RgmWeight       weight,
                                          double          width);
void        rgm_align_numbers            (char          **cells,
                                          guint           n_cells,
                                          const char     *decimal_mark);

G_END_DECLS
