/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-slide.h"
#include "rgm-xml.h"

G_BEGIN_DECLS

/**
 * RgmOdpStyles:
 * @xml: the automatic styles, which precede their uses
 * @names: (element-type utf8 utf8): the names of the styles by their definitions
 *
 * The distinct styles of the shapes written so far.
 */
typedef struct
{
  RgmXml     *xml;
  GHashTable *names;
} RgmOdpStyles;

/**
 * RgmOdpDrawing:
 * @xml: a page being written
 * @styles: the document's styles
 * @slides: the slides
 * @slide: the slide to write
 * @items: the items of its scene
 * @address: (nullable): the link of the text that names its group
 */
typedef struct
{
  RgmXml             *xml;
  RgmOdpStyles       *styles;
  const RgmSlides    *slides;
  const RgmSlide     *slide;
  const RgmSceneItem *items;
  const char         *address;
} RgmOdpDrawing;

void        rgm_odp_begin_document      (RgmXml             *xml,
                                         const char         *element);
void        rgm_odp_write_page_layout   (RgmXml             *xml,
                                         const char         *name,
                                         double              width,
                                         double              height);
gboolean    rgm_odp_add_style           (RgmOdpStyles       *styles,
                                         const char         *family,
                                         char               *key,
                                         const char        **name);
const char *rgm_odp_get_paragraph_style (RgmOdpDrawing      *drawing,
                                         const RgmSceneItem *item,
                                         double              line);
const char *rgm_odp_get_text_style      (RgmOdpDrawing      *drawing,
                                         const RgmSceneItem *item);
void        rgm_odp_write_description   (RgmXml             *xml,
                                         const char         *sentence);
void        rgm_odp_write_table         (RgmOdpDrawing      *drawing,
                                         const char         *name,
                                         const char         *sentence);
void        rgm_odp_write_shapes        (RgmXml             *xml,
                                         RgmOdpStyles       *styles,
                                         const RgmSlides    *slides,
                                         const RgmSlide     *slide);
void        rgm_odp_write_dashes        (RgmXml             *xml);
void        rgm_odp_attribute_pt        (RgmXml             *xml,
                                         const char         *name,
                                         double              points);

G_END_DECLS
