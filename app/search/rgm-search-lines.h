/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-eligibility.h"

G_BEGIN_DECLS

/* The line of therapy that a trial is for, from the number of earlier lines that it takes. */

#define RGM_SEARCH_LINE "line"

/**
 * RgmLineFunc:
 * @id: a value of the field
 * @name: a name for it as it is typed
 * @data: data
 */
typedef void (* RgmLineFunc) (const char *id,
                              const char *name,
                              gpointer    data);

/**
 * RgmLineValueFunc:
 * @id: a value of the field
 * @data: data
 */
typedef void (* RgmLineValueFunc) (const char *id,
                                   gpointer    data);

void        rgm_search_lines_list_names (RgmLineFunc       func,
                                         gpointer          data);
const char *rgm_search_lines_get        (guint             n_prior);
const char *rgm_search_lines_get_later  (guint             n_prior);
void        rgm_search_lines_list       (const RgmLines   *lines,
                                         RgmLineValueFunc  func,
                                         gpointer          data);

G_END_DECLS
