/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-export.h"
#include "rgm-paper.h"
#include "rgm-scene.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

/**
 * RgmDeckFormat:
 * @RGM_DECK_PPTX: Office Open XML, with editable shapes
 * @RGM_DECK_ODP: OpenDocument, with editable shapes
 * @RGM_DECK_PDF: a page for each slide
 * @RGM_DECK_ZIP: a ZIP archive with a drawing or image of each chart
 *
 * The formats of slides. A nick is the file name extension.
 */
typedef enum
{
  RGM_DECK_PPTX,
  RGM_DECK_ODP,
  RGM_DECK_PDF,
  RGM_DECK_ZIP,
} RgmDeckFormat;

#define RGM_TYPE_DECK_FORMAT (rgm_deck_format_get_type ())

GType rgm_deck_format_get_type (void) G_GNUC_CONST;

/**
 * RgmSlideSize:
 * @RGM_SLIDE_SIZE_WIDE: 960 by 540 points
 * @RGM_SLIDE_SIZE_STANDARD: 720 by 540 points
 * @RGM_SLIDE_SIZE_A4: A4, landscape
 *
 * The sizes of slides.
 */
typedef enum
{
  RGM_SLIDE_SIZE_WIDE,
  RGM_SLIDE_SIZE_STANDARD,
  RGM_SLIDE_SIZE_A4,
} RgmSlideSize;

#define RGM_TYPE_SLIDE_SIZE (rgm_slide_size_get_type ())

GType rgm_slide_size_get_type (void) G_GNUC_CONST;

/**
 * RgmHandout:
 * @RGM_HANDOUT_NONE: a slide fills each page
 * @RGM_HANDOUT_NOTES: a slide with its notes below it
 * @RGM_HANDOUT_ONE: one slide a page
 * @RGM_HANDOUT_TWO: two slides a page
 * @RGM_HANDOUT_THREE: three slides a page, each beside lines to write on
 * @RGM_HANDOUT_SIX: six slides a page
 *
 * How slides are arranged on paper.
 */
typedef enum
{
  RGM_HANDOUT_NONE,
  RGM_HANDOUT_NOTES,
  RGM_HANDOUT_ONE,
  RGM_HANDOUT_TWO,
  RGM_HANDOUT_THREE,
  RGM_HANDOUT_SIX,
} RgmHandout;

#define RGM_TYPE_HANDOUT (rgm_handout_get_type ())

GType rgm_handout_get_type (void) G_GNUC_CONST;

/**
 * RgmDeckOptions:
 * @title: (nullable): the title of the presentation
 * @size: the slide size
 * @theme: the colours
 * @family: (nullable): the font family, or %NULL for Arial, which has a metric-compatible
 *   substitute nearly everywhere
 * @direction: the text direction of the slides
 * @with_method: whether the method appears on the slides as well as in the notes
 * @with_tables: whether each chart is followed by its table, on slides of their own
 * @handout: how a PDF arranges the slides
 * @images: the format of the charts in an archive: %RGM_EXPORT_SVG or %RGM_EXPORT_PNG
 */
typedef struct
{
  const char      *title;
  RgmSlideSize     size;
  RgmThemeKind     theme;
  const char      *family;
  RgmDirection     direction;
  gboolean         with_method;
  gboolean         with_tables;
  RgmHandout       handout;
  RgmExportFormat  images;
} RgmDeckOptions;

/**
 * RgmDeckImage:
 * @name: of its file
 * @bytes: what is in it
 *
 * An image of a chart.
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} RgmDeckImage;

/**
 * RgmDeck:
 *
 * Slides, each a scene with notes.
 */
typedef struct _RgmDeck RgmDeck;

RgmDeck  *rgm_deck_new        (const RgmDeckOptions  *options);
void      rgm_deck_free       (RgmDeck               *self);
void      rgm_deck_add_figure (RgmDeck               *self,
                               RgmFigure             *figure,
                               const char            *title,
                               const char            *note);
void      rgm_deck_add_text   (RgmDeck               *self,
                               const char            *title,
                               const char            *text,
                               const char            *note);
gboolean  rgm_deck_set_template
                              (RgmDeck               *self,
                               GBytes                *presentation,
                               GError               **error);
RgmPaper *rgm_deck_to_paper   (RgmDeck               *self,
                               RgmHandout             handout);
GPtrArray *
          rgm_deck_list_images
                              (RgmDeck               *self,
                               GError               **error);
GBytes   *rgm_deck_write      (RgmDeck               *self,
                               RgmDeckFormat          format,
                               GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmDeck, rgm_deck_free)

G_END_DECLS
