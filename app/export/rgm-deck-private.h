/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "rgm-deck.h"
#include "rgm-layout.h"
#include "rgm-slide.h"

G_BEGIN_DECLS

/* Internal to export: a deck, and its conversion into slides. */

/**
 * RgmDeckEntry:
 * @figure: (nullable): a figure, or %NULL for a slide of text
 * @title: (nullable): a title that replaces the figure's
 * @text: (nullable): the text of a slide without a figure
 * @note: (nullable): the speaker's notes
 *
 * One entry of a deck; it takes one slide or more.
 */
typedef struct
{
  RgmFigure *figure;
  char      *title;
  char      *text;
  char      *note;
} RgmDeckEntry;

const RgmDeckOptions *rgm_deck_get_options  (RgmDeck         *self);
const char           *rgm_deck_get_title    (RgmDeck         *self);
const char           *rgm_deck_get_family   (RgmDeck         *self);
RgmTextMeasure       *rgm_deck_get_measure  (RgmDeck         *self);
GPtrArray            *rgm_deck_get_entries  (RgmDeck         *self);
const RgmPptxTemplate *rgm_deck_get_template (RgmDeck        *self);
void                  rgm_deck_get_size     (RgmDeck         *self,
                                             double          *width,
                                             double          *height);

RgmSlides            *rgm_slides_new        (RgmDeck         *deck);
void                  rgm_slides_free       (RgmSlides       *self);
RgmScene             *rgm_slides_lay_out    (const RgmDeckEntry *entry,
                                             const RgmLayout *layout,
                                             guint           *n_pages);
RgmLayout             rgm_slides_get_layout (const RgmSlides *self,
                                             RgmDeck         *deck,
                                             const RgmDeckEntry *entry);
void                  rgm_slides_add        (RgmSlides       *self,
                                             const RgmDeckEntry *entry,
                                             RgmScene        *scene,
                                             double           height,
                                             RgmSlideTable   *table);
void                  rgm_slides_add_tables (RgmSlides       *self,
                                             RgmDeck         *deck,
                                             const RgmDeckEntry *entry);
void                  rgm_slides_draw       (const RgmSlides *self,
                                             guint            index,
                                             cairo_t         *cr,
                                             gboolean         tagged);

GBytes               *rgm_pptx_write        (const RgmSlides *slides,
                                             GError         **error);
GBytes               *rgm_odp_write         (const RgmSlides *slides,
                                             GError         **error);
GBytes               *rgm_deck_images_write (RgmDeck         *deck,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmSlides, rgm_slides_free)

G_END_DECLS
