/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RgmXmlNode RgmXmlNode;

/**
 * RgmXmlNode:
 * @name: the name of the element, without prefix
 * @attributes: (element-type utf8 utf8): attribute values by name, including prefixes
 * @children: (element-type RgmXmlNode): the child elements
 *
 * An element of an XML document; text between elements is ignored.
 */
struct _RgmXmlNode
{
  char       *name;
  GHashTable *attributes;
  GPtrArray  *children;
};

RgmXmlNode *rgm_xml_node_parse    (GBytes            *document,
                                   GError           **error);
void        rgm_xml_node_free     (RgmXmlNode        *self);
RgmXmlNode *rgm_xml_node_child    (const RgmXmlNode  *self,
                                   const char        *name);
RgmXmlNode *rgm_xml_node_find     (const RgmXmlNode  *self,
                                   const char        *path);
const char *rgm_xml_node_get      (const RgmXmlNode  *self,
                                   const char        *attribute);
gboolean    rgm_xml_node_get_int  (const RgmXmlNode  *self,
                                   const char        *attribute,
                                   gint64            *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmXmlNode, rgm_xml_node_free)

G_END_DECLS
