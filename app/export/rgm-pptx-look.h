/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-geometry.h"
#include "rgm-xml-node.h"

G_BEGIN_DECLS

/* Internal to the template reader: the appearance that masters, layouts and themes define. */

gboolean  rgm_pptx_find_title  (const RgmXmlNode *layout,
                                const RgmXmlNode *master,
                                RgmRect          *rect,
                                double           *size);
gboolean  rgm_pptx_find_body   (const RgmXmlNode *master,
                                RgmRect          *rect);
char     *rgm_pptx_find_family (const RgmXmlNode *theme,
                                const char       *font);
gboolean  rgm_pptx_is_dark     (const RgmXmlNode *master,
                                const RgmXmlNode *theme);

G_END_DECLS
