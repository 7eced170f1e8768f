/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-loading.h"
#include "rgm-reader.h"

G_BEGIN_DECLS

RgmDataSet *rgm_read_document (RgmReader     *reader,
                               const char    *bytes,
                               gsize          length,
                               GPtrArray     *sections,
                               const RgmLoad *load);

G_END_DECLS
