/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

const char *rgm_story_hash_data_set (RgmDataSet *data_set);

G_END_DECLS
