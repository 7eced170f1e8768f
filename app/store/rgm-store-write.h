/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

GBytes *rgm_store_write_data_set (RgmDataSet *data_set);

G_END_DECLS
