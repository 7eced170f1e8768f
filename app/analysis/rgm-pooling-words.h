/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pooling.h"

G_BEGIN_DECLS

char       *rgm_pooling_words_method  (GPtrArray               *responses,
                                       const RgmPoolingOptions *options);
const char *rgm_pooling_words_between (void);

G_END_DECLS
