/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmPastedKind:
 * @RGM_PASTED_NEW: the trial has nothing there yet
 * @RGM_PASTED_REPLACES: it says something else there
 * @RGM_PASTED_SAME: it says so already
 * @RGM_PASTED_REFUSED: it isn't understood
 *
 * What a cell of a pasted table would do.
 */
typedef enum
{
  RGM_PASTED_NEW,
  RGM_PASTED_REPLACES,
  RGM_PASTED_SAME,
  RGM_PASTED_REFUSED,
} RgmPastedKind;

/**
 * RgmPastedCell:
 * @kind: what it would do
 * @arm: the label of the arm
 * @what: what of the arm: a field or an endpoint, as people read it
 * @text: what the cell says
 * @before: (nullable): what it would replace
 * @message: (nullable): what was understood, or why it isn't, in sentences
 * @doubt: (nullable): what is doubtful about the trial with it, see rgm-doubts.h
 * @is_taken: whether it is to be taken; for the caller to change
 * @is_result: whether it is a result, which names its source
 * @arm_id: the id of the arm
 * @key: (nullable): the key of a field, or the id of an endpoint; %NULL for the arm itself
 */
typedef struct
{
  RgmPastedKind  kind;
  char          *arm;
  char          *what;
  char          *text;
  char          *before;
  char          *message;
  char          *doubt;
  gboolean       is_taken;
  gboolean       is_result;
  char          *arm_id;
  char          *key;
} RgmPastedCell;

/**
 * RgmPastedTable:
 * @trial: the id of the trial that it is about
 * @cells: (element-type RgmPastedCell): what goes where, in the order of the table
 * @notes: (element-type utf8): what nothing is taken from, in sentences
 *
 * A table from a spreadsheet on its way into the arms of a trial.
 */
typedef struct
{
  char      *trial;
  GPtrArray *cells;
  GPtrArray *notes;
} RgmPastedTable;

RgmPastedTable *rgm_pasted_table_read  (RgmDataSet            *data_set,
                                        RgmTrial              *trial,
                                        const char            *text,
                                        GError               **error);
RgmDataSet     *rgm_pasted_table_apply (const RgmPastedTable  *self,
                                        RgmDataSet            *data_set,
                                        const RgmCitationRef  *citation,
                                        GError               **error);
void            rgm_pasted_table_free  (RgmPastedTable        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPastedTable, rgm_pasted_table_free)

G_END_DECLS
