/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-slide.h"
#include "rgm-xml.h"

G_BEGIN_DECLS

/* Internal to the PPTX writer. DrawingML of ISO/IEC 29500-1: lengths in EMU, type sizes in
 * hundredths of a point, fractions in thousandths of a percent, all as integers. */

#define RGM_PPTX_SIZES_PER_POINT 100

/* The number in the id of the first relationship for a link; those before are fixed by the format. */
#define RGM_PPTX_FIRST_LINK 3

/**
 * RgmPptxDrawing:
 * @xml: a slide being written
 * @slides: the slides
 * @slide: the slide
 * @items: the items of its scene
 * @links: (element-type utf8): its link targets so far
 * @last_id: the id of its last shape
 * @description: (nullable): the description of the shape that represents the current group
 * @address: (nullable): the link of the text that names the current group
 */
typedef struct
{
  RgmXml             *xml;
  const RgmSlides    *slides;
  const RgmSlide     *slide;
  const RgmSceneItem *items;
  GPtrArray          *links;
  guint               last_id;
  const char         *description;
  const char         *address;
} RgmPptxDrawing;

gint64  rgm_pptx_emu              (double              points);
gint64  rgm_pptx_to_emu           (RgmPptxDrawing     *drawing,
                                   double              points);
char   *rgm_pptx_add_link         (GPtrArray          *links,
                                   const char         *address);
void    rgm_pptx_write_color      (RgmPptxDrawing     *drawing,
                                   RgmInk              ink,
                                   RgmColor            color,
                                   gboolean            translucent);
void    rgm_pptx_write_style      (RgmPptxDrawing     *drawing,
                                   const RgmStyle     *style);
void    rgm_pptx_write_properties (RgmPptxDrawing     *drawing,
                                   const char         *name,
                                   const char         *description,
                                   const char         *address,
                                   gboolean            is_decorative);
void    rgm_pptx_write_transform  (RgmPptxDrawing     *drawing,
                                   const char         *element,
                                   const RgmRect      *rect,
                                   gboolean            is_group,
                                   gboolean            flip_x,
                                   gboolean            flip_y);
void    rgm_pptx_write_text_box   (RgmPptxDrawing     *drawing,
                                   const char         *name,
                                   gboolean            is_title,
                                   guint               first,
                                   guint               end);
void    rgm_pptx_write_title      (RgmPptxDrawing     *drawing);
void    rgm_pptx_write_table      (RgmPptxDrawing     *drawing,
                                   const char         *name,
                                   const char         *description);

G_END_DECLS
