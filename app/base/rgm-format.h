/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Formats numbers for display: the locale's decimal mark, a real minus sign, one spelling
 * of each unit. For machine-readable output see rgm_shortest_double(). */

#define RGM_EN_DASH "\342\200\223"
#define RGM_MINUS "\342\210\222"
#define RGM_THIN_SPACE "\342\200\211"
#define RGM_NO_BREAK_SPACE "\302\240"

char       *rgm_format_number    (double      value,
                                  int         decimals);
char       *rgm_format_percent   (double      percent,
                                  int         decimals);
char       *rgm_format_magnitude (double      value,
                                  int         decimals);
char       *rgm_format_interval  (double      lower,
                                  double      upper,
                                  int         decimals);
char       *rgm_format_level     (double      level);
char       *rgm_format_count_of  (gint64      part,
                                  gint64      whole);
char       *rgm_format_p_value   (double      p);
char       *rgm_format_with_unit (double      value,
                                  int         decimals,
                                  const char *unit);
const char *rgm_format_unit      (const char *unit,
                                  double      value);
char       *rgm_format_date      (const GDate *date);
int         rgm_format_decimals_of
                                 (double      value);
int         rgm_format_visible_decimals
                                 (double      value,
                                  int         decimals);
char       *rgm_format_visible   (double      value,
                                  int         decimals);

G_END_DECLS
