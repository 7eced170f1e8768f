/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pooling.h"

G_BEGIN_DECLS

/* Pooled response rates as an answer at the shell. */

char *rgm_pooling_to_text (const RgmPooling *pooling);
char *rgm_pooling_to_csv  (const RgmPooling *pooling);
char *rgm_pooling_to_json (const RgmPooling *pooling,
                           const char       *endpoint);

G_END_DECLS
