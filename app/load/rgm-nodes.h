/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *rgm_nodes_build (const char *bytes,
                           gsize       length);

G_END_DECLS
