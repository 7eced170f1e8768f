/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmDoubt:
 * @path: the path of the field, see rgm-edit.h
 * @text: what is doubtful and the way on, in sentences
 * @is_of_origin: whether it is only that no source is stated
 *
 * What a file may say and a reader should look at again. What it may not say is refused by
 * the edits themselves.
 */
typedef struct
{
  char     *path;
  char     *text;
  gboolean  is_of_origin;
} RgmDoubt;

GPtrArray *rgm_doubts_find_in_data_set (RgmDataSet *data_set);
GPtrArray *rgm_doubts_find_in_trial    (RgmDataSet *data_set,
                                        RgmTrial   *trial);
GPtrArray *rgm_doubts_find_at          (RgmDataSet *data_set,
                                        const char *path);

G_END_DECLS
