/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pptx-template.h"
#include "rgm-scene-item.h"
#include "rgm-scene.h"
#include "rgm-text-measure.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

/* Internal to export: the slides passed to the format writers. */

/**
 * RgmSlideTable:
 * @columns: (element-type gdouble): column widths in points of the scene
 * @heights: (element-type gdouble): row heights, including the header
 * @spans: (element-type gboolean): whether each row is one cell across all columns
 * @cells: (element-type utf8): the texts row by row, the header first, one for each column
 * @numbers: (element-type gboolean): whether each column is aligned to its trailing edge
 * @size: the type size in points
 * @padding: the horizontal cell padding in points
 * @box: its rectangle in the scene
 *
 * A table on a slide. The scene draws the same table in a group of %RGM_SCENE_ROLE_TABLE.
 */
typedef struct
{
  GArray    *columns;
  GArray    *heights;
  GArray    *spans;
  GPtrArray *cells;
  GArray    *numbers;
  double     size;
  double     padding;
  RgmRect    box;
} RgmSlideTable;

/**
 * RgmSlide:
 * @scene: its content
 * @scale: the scale from scene to slide; 1 if the scene fits
 * @left: the scene's distance from the left edge of the slide, in points
 * @top: the scene's distance from the top edge of the slide, in points
 * @title: (nullable): its title
 * @title_size: the title's type size in points if the template's can't be used, or 0
 * @summary: (nullable): a description of its content
 * @notes: (element-type utf8): the paragraphs of the notes
 * @table: (nullable): the table on it
 * @addresses: (element-type utf8 utf8): the link targets by scene target; the empty name is the
 *   overall source
 *
 * A slide ready for writing.
 */
typedef struct
{
  RgmScene      *scene;
  double         scale;
  double         left;
  double         top;
  char          *title;
  double         title_size;
  char          *summary;
  GPtrArray     *notes;
  RgmSlideTable *table;
  GHashTable    *addresses;
} RgmSlide;

/**
 * RgmSlides:
 * @width: the slide width in points
 * @height: the slide height in points
 * @title: (nullable): the title of the presentation
 * @family: the font family
 * @language: the language of the texts, as a BCP 47 tag
 * @theme: the colours
 * @is_dark: whether the background is darker than the text
 * @measure: the text measure used for the layout
 * @direction: the text direction
 * @is_presentation: whether titles are slide titles rather than texts of a drawing
 * @template: (nullable): the template, owned by the deck
 * @slides: (element-type RgmSlide): the slides
 *
 * Slides ready for writing. Without a template they don't depend on their deck.
 */
typedef struct
{
  double          width;
  double          height;
  char           *title;
  char           *family;
  char           *language;
  const RgmTheme *theme;
  gboolean        is_dark;
  RgmTextMeasure *measure;
  RgmDirection    direction;
  gboolean        is_presentation;
  const RgmPptxTemplate *template;
  GPtrArray      *slides;
} RgmSlides;

void        rgm_slide_free         (RgmSlide            *self);
const char *rgm_slide_find_address (const RgmSlide      *self,
                                    const RgmSceneGroup *group);
const char *rgm_slide_find_link    (const char          *note);

G_END_DECLS
