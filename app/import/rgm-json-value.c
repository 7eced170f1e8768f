/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-json-value.h"

static const char *
get_node_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

JsonObject *
rgm_json_get_object (JsonObject *object,
                     const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
rgm_json_get_array (JsonObject *object,
                    const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * rgm_json_get_text:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the member, if it is a string
 */
const char *
rgm_json_get_text (JsonObject *object,
                   const char *key)
{
  return object != NULL ? get_node_text (json_object_get_member (object, key)) : NULL;
}

/**
 * rgm_json_is_true:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: whether the member is the word true
 */
gboolean
rgm_json_is_true (JsonObject *object,
                  const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/**
 * rgm_json_dup_scalar:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer full) (nullable): the member, if it is a string or a whole number
 */
char *
rgm_json_dup_scalar (JsonObject *object,
                     const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return g_strdup (get_node_text (node));
}

/**
 * rgm_json_find:
 * @object: (nullable): an object
 * @...: keys, each of an object in the one before
 *
 * Returns: (transfer none) (nullable): the innermost object
 */
JsonObject *
rgm_json_find (JsonObject *object,
               ...)
{
  const char *key;
  va_list keys;

  va_start (keys, object);
  while (object != NULL && (key = va_arg (keys, const char *)) != NULL)
    object = rgm_json_get_object (object, key);
  va_end (keys);

  return object;
}

/* Whether there is nothing in it: not even false, or zero. */
gboolean
rgm_json_is_empty (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) == 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) == 0;

  return JSON_NODE_HOLDS_NULL (node);
}

guint
rgm_json_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
rgm_json_object_at (JsonArray *array,
                    guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
rgm_json_text_at (JsonArray *array,
                  guint index)
{
  return get_node_text (json_array_get_element (array, index));
}
