/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* What was typed into fields of a document and can't be stored: texts by the paths of their fields in the current revision, see
 * rgm-edit.h, in a GVariant of this type, the one that was typed first coming first. */
#define RGM_TYPED_TEXTS "a{ss}"

GVariant *rgm_typed_texts_new    (void);
GVariant *rgm_typed_texts_set    (GVariant   *texts,
                                  const char *path,
                                  const char *text);
GVariant *rgm_typed_texts_follow (GVariant   *texts,
                                  RgmDataSet *data_set,
                                  RgmDataSet *revision);

G_END_DECLS
