/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pool.h"

G_BEGIN_DECLS

gboolean      rgm_pool_check     (const RgmPoolArm     *arms,
                                  gsize                 k,
                                  const RgmPoolOptions *options);
RgmPoolResult rgm_pool_no_result (gsize                 k,
                                  RgmReason             reason);

G_END_DECLS
