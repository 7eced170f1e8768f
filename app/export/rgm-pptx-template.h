/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-geometry.h"
#include "rgm-xml.h"
#include "rgm-zip.h"

G_BEGIN_DECLS

/**
 * RgmPptxMaster:
 * @id: the id of the master in the presentation
 * @part: the part's name in the package
 */
typedef struct
{
  gint64  id;
  char   *part;
} RgmPptxMaster;

/**
 * RgmPptxTemplate:
 * @width: the slide width in points
 * @height: the slide height in points
 * @family: the font family of text
 * @title_family: the font family of titles
 * @is_dark: whether the background is darker than the text
 * @title: the rectangle of a slide's title, in points
 * @body: the rectangle below the title, in points
 * @title_size: the type size of the title in points
 * @layout: the part of the layout for a slide with a title and room below it
 * @masters: (element-type RgmPptxMaster): its masters
 * @notes_master: (nullable): the part of the notes master
 * @theme: the part of its theme
 * @contents: (element-type utf8 GBytes): all parts by name
 * @kept: (element-type utf8): the names of the parts that masters and layouts need
 * @types: (element-type utf8 utf8): content types by part
 *
 * A user's presentation whose masters, layouts and theme are applied to generated slides.
 */
typedef struct
{
  double      width;
  double      height;
  char       *family;
  char       *title_family;
  gboolean    is_dark;
  RgmRect     title;
  RgmRect     body;
  double      title_size;
  char       *layout;
  GPtrArray  *masters;
  char       *notes_master;
  char       *theme;
  GHashTable *contents;
  GPtrArray  *kept;
  GHashTable *types;
} RgmPptxTemplate;

RgmPptxTemplate *rgm_pptx_template_read        (GBytes                 *bytes,
                                                GError                **error);
void             rgm_pptx_template_free        (RgmPptxTemplate        *self);
void             rgm_pptx_template_write_types (const RgmPptxTemplate  *self,
                                                RgmXml                 *xml);
gboolean         rgm_pptx_template_add_parts   (const RgmPptxTemplate  *self,
                                                RgmZip                 *zip,
                                                GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPptxTemplate, rgm_pptx_template_free)

G_END_DECLS
