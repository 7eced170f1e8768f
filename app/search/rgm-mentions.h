/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-query.h"

G_BEGIN_DECLS

char *rgm_mentions_find (RgmDataSet    *data_set,
                         const RgmTerm *term);

G_END_DECLS
