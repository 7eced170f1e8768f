/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmKeptTexts:
 *
 * What was typed into fields of forms and can't be stored, kept while its form shows another
 * record. Each text goes by the path of its field in the revision that it was typed in, and
 * is found again in any later one that still has the field.
 */
typedef struct _RgmKeptTexts RgmKeptTexts;

RgmKeptTexts *rgm_kept_texts_new   (void);
void          rgm_kept_texts_free  (RgmKeptTexts *self);
void          rgm_kept_texts_clear (RgmKeptTexts *self);
void          rgm_kept_texts_add   (RgmKeptTexts *self,
                                    RgmDataSet   *data_set,
                                    const char   *path,
                                    const char   *text);
char         *rgm_kept_texts_take  (RgmKeptTexts *self,
                                    RgmDataSet   *data_set,
                                    const char   *path);
char         *rgm_kept_texts_find  (RgmKeptTexts *self,
                                    RgmDataSet   *data_set,
                                    const char   *within);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmKeptTexts, rgm_kept_texts_free)

G_END_DECLS
