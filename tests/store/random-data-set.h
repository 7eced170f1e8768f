/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

/* A data set in which everything that the descriptions allow happens sooner or later. The
 * same seed gives the same data set. */
RgmDataSet *random_data_set (guint32 seed);
