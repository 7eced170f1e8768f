/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-patient.h"
#include "rgm-table.h"

G_BEGIN_DECLS

/**
 * RGM_COMPARISON_FIRST_TRIAL:
 *
 * The column of the first trial. The one before says in which rows of the population the
 * trials differ, the first one names the rows.
 */
#define RGM_COMPARISON_FIRST_TRIAL 2

RgmTable   *rgm_comparison_table_new         (RgmDataSet     *data_set,
                                              GListModel     *trials,
                                              RgmPatient     *patient);
gboolean    rgm_comparison_table_row_differs (const RgmTable *table,
                                              guint           row);
const char *rgm_comparison_caveat            (void);

G_END_DECLS
