/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of others' JSON, where each may be missing or be something else. */

JsonObject *rgm_json_get_object (JsonObject *object,
                                 const char *key);
JsonArray  *rgm_json_get_array  (JsonObject *object,
                                 const char *key);
const char *rgm_json_get_text   (JsonObject *object,
                                 const char *key);
gboolean    rgm_json_is_true    (JsonObject *object,
                                 const char *key);
char       *rgm_json_dup_scalar (JsonObject *object,
                                 const char *key);
JsonObject *rgm_json_find       (JsonObject *object,
                                 ...) G_GNUC_NULL_TERMINATED;
gboolean    rgm_json_is_empty   (JsonNode   *node);
guint       rgm_json_length     (JsonArray  *array);
JsonObject *rgm_json_object_at  (JsonArray  *array,
                                 guint       index);
const char *rgm_json_text_at    (JsonArray  *array,
                                 guint       index);

G_END_DECLS
