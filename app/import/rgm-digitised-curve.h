/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-csv.h"

G_BEGIN_DECLS

/**
 * RgmDigitisedPoint:
 * @x: a time
 * @y: survival at it as the file has it, or the number at risk
 * @line: the line of the file, or 0
 */
typedef struct
{
  double x;
  double y;
  guint  line;
} RgmDigitisedPoint;

/**
 * RgmDigitisedCurve:
 * @name: (nullable): what the file calls the curve
 * @points: (element-type RgmDigitisedPoint): the curve, in the file's order
 * @at_risk: (element-type RgmDigitisedPoint): the numbers at risk, where they are in the
 *   same file
 * @patients: the number of patients where the file says it, or -1
 * @events: the number of events where the file says it, or -1
 *
 * A digitised survival curve as a file has it.
 */
typedef struct
{
  char   *name;
  GArray *points;
  GArray *at_risk;
  gint64  patients;
  gint64  events;
} RgmDigitisedCurve;

RgmDigitisedCurve *rgm_digitised_curve_new  (void);
char             **rgm_digitised_curve_list_names
                                            (const char         *text,
                                             gsize               length,
                                             gboolean            is_at_risk);
RgmDigitisedCurve *rgm_digitised_curve_load (GFile              *file,
                                             const char         *name,
                                             GError            **error);
RgmDigitisedCurve *rgm_digitised_curve_parse
                                            (const char         *text,
                                             gsize               length,
                                             const char         *name,
                                             GError            **error);
gboolean           rgm_at_risk_arrange      (GArray             *rows,
                                             gint64              patients,
                                             GError            **error);
GArray            *rgm_at_risk_parse        (const char         *text,
                                             gsize               length,
                                             const char         *arm,
                                             GError            **error);
GArray            *rgm_at_risk_load         (GFile              *file,
                                             const char         *arm,
                                             GError            **error);
void               rgm_digitised_curve_free (RgmDigitisedCurve  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmDigitisedCurve, rgm_digitised_curve_free)

G_END_DECLS
