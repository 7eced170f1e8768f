/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"
#include "rgm-table.h"

G_BEGIN_DECLS

void rgm_record_columns_add (RgmTable             *table,
                             const RgmDescription *description,
                             const char           *prefix,
                             const char * const   *left_out);
void rgm_record_columns_set (RgmTable             *table,
                             guint                 row,
                             guint                *column,
                             const RgmDescription *description,
                             gconstpointer         record,
                             const char           *prefix,
                             const char * const   *left_out);

G_END_DECLS
