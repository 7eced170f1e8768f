/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-doubts.h"

G_BEGIN_DECLS

void rgm_doubts_add         (GPtrArray  *doubts,
                             const char *path,
                             const char *key,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);
void rgm_doubts_add_results (GPtrArray  *doubts,
                             RgmDataSet *data_set,
                             const char *path,
                             gint64      n,
                             GPtrArray  *outcomes);

G_END_DECLS
