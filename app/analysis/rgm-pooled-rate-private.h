/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pool.h"
#include "rgm-pooled-rate.h"
#include "rgm-pooling-options.h"
#include "rgm-response.h"

G_BEGIN_DECLS

RgmPooledRate rgm_pooled_rate_new (const RgmPoolResult     *result,
                                   const RgmPoolingOptions *options,
                                   GPtrArray               *responses);

G_END_DECLS
