/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pooling.h"

G_BEGIN_DECLS

char       *rgm_pooling_text_method       (const RgmPooling *pooling);
char       *rgm_pooling_text_small_groups (const RgmPooling *pooling);
const char *rgm_pooling_text_between      (void);

G_END_DECLS
