/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-xml-node.h"

/* Deeper than any real document, yet shallow enough for recursion. */
#define MAX_DEPTH 200

typedef struct
{
  RgmXmlNode *root;
  GPtrArray *open;
} XmlReading;

/* 'a:off' and 'off' are the same: prefixes are chosen by the writer. */
static const char *
get_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
on_start (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  XmlReading *reading = data;
  RgmXmlNode *node;

  if (reading->open->len >= MAX_DEPTH)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "nested too deeply");
      return;
    }

  /* GLib doesn't mind several roots. */
  if (reading->root != NULL && reading->open->len == 0)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "more than one root");
      return;
    }

  node = g_new0 (RgmXmlNode, 1);
  node->name = g_strdup (get_local_name (name));
  node->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_xml_node_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (node->attributes, g_strdup (names[i]), g_strdup (values[i]));

  if (reading->open->len > 0)
    g_ptr_array_add (((RgmXmlNode *) reading->open->pdata[reading->open->len - 1])->children, node);
  else
    reading->root = node;
  g_ptr_array_add (reading->open, node);
}

static void
on_end (GMarkupParseContext  *context,
        const char           *name,
        gpointer              data,
        GError              **error)
{
  XmlReading *reading = data;

  g_ptr_array_set_size (reading->open, (int) reading->open->len - 1);
}

/**
 * rgm_xml_node_parse:
 * @document: an XML document in UTF-8
 * @error: return location for an error of #GMarkupError
 *
 * Returns: (transfer full) (nullable): its root
 */
RgmXmlNode *
rgm_xml_node_parse (GBytes  *document,
                    GError **error)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end };
  XmlReading reading = { .open = g_ptr_array_new () };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT,
                                                                        &reading, NULL);
  gsize size;
  const char *text = g_bytes_get_data (document, &size);
  gboolean is_good;

  if (size >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  /* A part of no bytes has no address; GLib refuses it at its end. */
  is_good = (size == 0 || g_markup_parse_context_parse (context, text, (gssize) size, error)) && g_markup_parse_context_end_parse (context, error);
  g_ptr_array_unref (reading.open);
  if (!is_good)
    g_clear_pointer (&reading.root, rgm_xml_node_free);

  return reading.root;
}

void
rgm_xml_node_free (RgmXmlNode *self)
{
  g_free (self->name);
  g_hash_table_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * rgm_xml_node_child:
 * @self: (nullable): an element
 * @name: the name of a child element, without prefix
 *
 * Returns: (transfer none) (nullable): the first child of that name
 */
RgmXmlNode *
rgm_xml_node_child (const RgmXmlNode *self,
                    const char       *name)
{
  for (guint i = 0; self != NULL && i < self->children->len; i++)
    if (g_str_equal (((RgmXmlNode *) self->children->pdata[i])->name, name))
      return self->children->pdata[i];

  return NULL;
}

/**
 * rgm_xml_node_find:
 * @self: (nullable): an element
 * @path: names of nested elements, separated by slashes
 *
 * Returns: (transfer none) (nullable): the first element at that path
 */
RgmXmlNode *
rgm_xml_node_find (const RgmXmlNode *self,
                   const char       *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  RgmXmlNode *found = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      found = rgm_xml_node_child (i == 0 ? self : found, names[i]);
      if (found == NULL)
        return NULL;
    }

  return found;
}

/**
 * rgm_xml_node_get:
 * @self: (nullable): an element
 * @attribute: the name of an attribute, including its prefix
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
rgm_xml_node_get (const RgmXmlNode *self,
                  const char       *attribute)
{
  return self != NULL ? g_hash_table_lookup (self->attributes, attribute) : NULL;
}

/**
 * rgm_xml_node_get_int:
 * @self: (nullable): an element
 * @attribute: the name of an attribute
 * @value: (out): its value
 *
 * Returns: %TRUE if the attribute is an integer
 */
gboolean
rgm_xml_node_get_int (const RgmXmlNode *self,
                      const char       *attribute,
                      gint64           *value)
{
  const char *text = rgm_xml_node_get (self, attribute);

  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXUINT32, value, NULL);
}
