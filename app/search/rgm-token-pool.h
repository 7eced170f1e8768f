/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmTokenPool:
 *
 * A pool of distinct short strings, stored contiguously and identified by number.
 */
typedef struct _RgmTokenPool RgmTokenPool;

RgmTokenPool *rgm_token_pool_new    (void);
void          rgm_token_pool_free   (RgmTokenPool       *self);
guint32       rgm_token_pool_add    (RgmTokenPool       *self,
                                     const char         *token);
const char   *rgm_token_pool_get    (const RgmTokenPool *self,
                                     guint32             number);
guint         rgm_token_pool_count  (const RgmTokenPool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmTokenPool, rgm_token_pool_free)

G_END_DECLS
