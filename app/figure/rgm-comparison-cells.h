/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* Private to the room: the cells of a comparison. */

/**
 * RgmComparisonCell:
 * @text: what it says
 * @key: (nullable): what it comes to, where that is more than the words: two trials are alike in a row if the keys
 *   of their cells are, however the words are chosen
 */
typedef struct
{
  char *text;
  char *key;
} RgmComparisonCell;

void rgm_comparison_cell_clear (RgmComparisonCell *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RgmComparisonCell, rgm_comparison_cell_clear)

/* Makes a trial's cell in a row; @topic is the biomarker or the endpoint that the row is about. */
typedef void (*RgmComparisonFunc) (RgmDataSet        *data_set,
                                   RgmTrial          *trial,
                                   gconstpointer      topic,
                                   RgmComparisonCell *cell);

void rgm_comparison_fits       (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_arms       (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_classes    (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_phase      (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_allocation (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_population (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_biomarker  (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_lines      (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_settings   (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_tumours    (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_n          (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_dose       (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_outcome    (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_between    (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_remarks    (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);
void rgm_comparison_status     (RgmDataSet *data_set, RgmTrial *trial, gconstpointer topic, RgmComparisonCell *cell);

G_END_DECLS
