/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmXml:
 *
 * An XML document being written. Names come from file formats; texts and attribute values are
 * escaped, and characters not allowed in XML are refused.
 */
typedef struct _RgmXml RgmXml;

RgmXml *rgm_xml_new           (void);
void    rgm_xml_free          (RgmXml      *self);
void    rgm_xml_begin         (RgmXml      *self,
                               const char  *name);
void    rgm_xml_attribute     (RgmXml      *self,
                               const char  *name,
                               const char  *value);
void    rgm_xml_attribute_int (RgmXml      *self,
                               const char  *name,
                               gint64       value);
void    rgm_xml_text          (RgmXml      *self,
                               const char  *text);
void    rgm_xml_end           (RgmXml      *self);
void    rgm_xml_markup        (RgmXml      *self,
                               const char  *markup);
void    rgm_xml_take          (RgmXml      *self,
                               RgmXml      *content);
GBytes *rgm_xml_finish        (RgmXml      *self,
                               GError     **error);
char   *rgm_xml_clean         (const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmXml, rgm_xml_free)

G_END_DECLS
