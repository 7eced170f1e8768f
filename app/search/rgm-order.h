/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-index.h"

G_BEGIN_DECLS

gboolean  rgm_order_is_key (const char *key);
char     *rgm_order_keys   (void);
guint    *rgm_order_new    (RgmIndex   *index,
                            const char *key);

G_END_DECLS
