/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Makes json-glib's trees of values that have passed rgm_scan_document(). Objects and lists of
 * trees that are read no more are filled with new values where they have the same form, which
 * costs a fraction of making and freeing them. */
typedef struct _RgmNodes RgmNodes;

RgmNodes *rgm_nodes_new   (void);
void      rgm_nodes_free  (RgmNodes   *self);
void      rgm_nodes_reset (RgmNodes   *self);
JsonNode *rgm_nodes_add   (RgmNodes   *self,
                           const char *bytes,
                           gsize       length);
JsonNode *rgm_nodes_build (const char *bytes,
                           gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmNodes, rgm_nodes_free)

G_END_DECLS
