/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-deck-private.h"

#include "rgm-enum.h"
#include "rgm-pango-measure.h"
#include "rgm-xml.h"

#define FAMILY "Arial"

static const RgmEnumTerm format_terms[] = {
  RGM_ENUM_TERM (RGM_DECK_PPTX, "pptx", N_ ("PowerPoint presentation (PPTX)")),
  RGM_ENUM_TERM (RGM_DECK_ODP, "odp", N_ ("OpenDocument presentation (ODP)")),
  RGM_ENUM_TERM (RGM_DECK_PDF, "pdf", N_ ("Document (PDF)")),
  RGM_ENUM_TERM (RGM_DECK_ZIP, "zip", N_ ("Archive with an image of each chart (ZIP)")),
};

RGM_DEFINE_ENUM (RgmDeckFormat, rgm_deck_format, NULL, format_terms)

static const RgmEnumTerm size_terms[] = {
  RGM_ENUM_TERM (RGM_SLIDE_SIZE_WIDE, "16:9", N_ ("16:9, 960 × 540 points")),
  RGM_ENUM_TERM (RGM_SLIDE_SIZE_STANDARD, "4:3", N_ ("4:3, 720 × 540 points")),
  RGM_ENUM_TERM (RGM_SLIDE_SIZE_A4, "a4", N_ ("A4, landscape")),
};

RGM_DEFINE_ENUM (RgmSlideSize, rgm_slide_size, NULL, size_terms)

static const RgmEnumTerm handout_terms[] = {
  RGM_ENUM_TERM (RGM_HANDOUT_NONE, "none", N_ ("Slides")),
  RGM_ENUM_TERM (RGM_HANDOUT_NOTES, "notes", N_ ("Slides with notes")),
  RGM_ENUM_TERM (RGM_HANDOUT_ONE, "1", N_ ("Handout, 1 slide a page")),
  RGM_ENUM_TERM (RGM_HANDOUT_TWO, "2", N_ ("Handout, 2 slides a page")),
  RGM_ENUM_TERM (RGM_HANDOUT_THREE, "3", N_ ("Handout, 3 slides to a page, with lines")),
  RGM_ENUM_TERM (RGM_HANDOUT_SIX, "6", N_ ("Handout, 6 slides a page")),
};

RGM_DEFINE_ENUM (RgmHandout, rgm_handout, NULL, handout_terms)

static const struct
{
  double width;
  double height;
} sizes[] = {
  [RGM_SLIDE_SIZE_WIDE] = { RGM_EXPORT_SLIDE_WIDTH, RGM_EXPORT_SLIDE_HEIGHT },
  [RGM_SLIDE_SIZE_STANDARD] = { 720, 540 },
  [RGM_SLIDE_SIZE_A4] = { 841.89, 595.28 },
};

struct _RgmDeck
{
  RgmDeckOptions options;
  char *title;
  char *family;
  RgmTextMeasure *measure;
  RgmPptxTemplate *template;
  GPtrArray *entries;
};

static void
free_entry (RgmDeckEntry *entry)
{
  g_clear_object (&entry->figure);
  g_free (entry->title);
  g_free (entry->text);
  g_free (entry->note);
  g_free (entry);
}

static char *
clean (const char *text)
{
  return text != NULL && *text != '\0' ? rgm_xml_clean (text) : NULL;
}

/**
 * rgm_deck_new:
 * @options: how the deck is written
 *
 * Returns: (transfer full): a deck without slides
 */
RgmDeck *
rgm_deck_new (const RgmDeckOptions *options)
{
  RgmDeck *self = g_new0 (RgmDeck, 1);

  g_return_val_if_fail ((guint) options->size < G_N_ELEMENTS (sizes), NULL);

  self->options = *options;
  self->title = clean (options->title);
  self->family = rgm_xml_clean (options->family != NULL ? options->family : FAMILY);
  self->measure = rgm_pango_measure_new (self->family);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);

  return self;
}

void
rgm_deck_free (RgmDeck *self)
{
  g_free (self->title);
  g_free (self->family);
  g_object_unref (self->measure);
  g_clear_pointer (&self->template, rgm_pptx_template_free);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * rgm_deck_add_figure:
 * @self: a deck
 * @figure: a figure; it must not change until the deck is written
 * @title: (nullable): a title that replaces the figure's
 * @note: (nullable): the speaker's notes
 *
 * Adds a slide for each page of a figure.
 */
void
rgm_deck_add_figure (RgmDeck    *self,
                     RgmFigure  *figure,
                     const char *title,
                     const char *note)
{
  RgmDeckEntry *entry = g_new0 (RgmDeckEntry, 1);

  entry->figure = g_object_ref (figure);
  entry->title = clean (title);
  entry->note = clean (note);
  g_ptr_array_add (self->entries, entry);
}

/**
 * rgm_deck_add_text:
 * @self: a deck
 * @title: (nullable): the title
 * @text: (nullable): the text below it
 * @note: (nullable): the speaker's notes
 */
void
rgm_deck_add_text (RgmDeck    *self,
                   const char *title,
                   const char *text,
                   const char *note)
{
  RgmDeckEntry *entry = g_new0 (RgmDeckEntry, 1);

  entry->title = clean (title);
  entry->text = clean (text);
  entry->note = clean (note);
  g_ptr_array_add (self->entries, entry);
}

/**
 * rgm_deck_set_template:
 * @self: a deck
 * @presentation: the bytes of a PPTX or POTX file
 * @error: return location for an error
 *
 * Uses a presentation as template: its masters, layouts, fonts, colours and slide size. Only
 * %RGM_DECK_PPTX honours it.
 *
 * Returns: %TRUE if the presentation is usable as a template
 */
gboolean
rgm_deck_set_template (RgmDeck  *self,
                       GBytes   *presentation,
                       GError  **error)
{
  RgmPptxTemplate *template = rgm_pptx_template_read (presentation, error);

  if (template == NULL)
    return FALSE;

  g_clear_pointer (&self->template, rgm_pptx_template_free);
  self->template = template;
  self->options.theme = template->is_dark ? RGM_THEME_DARK : RGM_THEME_LIGHT;
  g_free (self->family);
  self->family = rgm_xml_clean (template->family);
  g_object_unref (self->measure);
  self->measure = rgm_pango_measure_new (self->family);

  return TRUE;
}

/* ── Internal to export ───────────────────────────────────────────────────────── */

const RgmDeckOptions *
rgm_deck_get_options (RgmDeck *self)
{
  return &self->options;
}

const char *
rgm_deck_get_title (RgmDeck *self)
{
  return self->title;
}

const char *
rgm_deck_get_family (RgmDeck *self)
{
  return self->family;
}

RgmTextMeasure *
rgm_deck_get_measure (RgmDeck *self)
{
  return self->measure;
}

GPtrArray *
rgm_deck_get_entries (RgmDeck *self)
{
  return self->entries;
}

const RgmPptxTemplate *
rgm_deck_get_template (RgmDeck *self)
{
  return self->template;
}

/* Size of each slide, in points. */
void
rgm_deck_get_size (RgmDeck *self,
                   double  *width,
                   double  *height)
{
  *width = self->template != NULL ? self->template->width : sizes[self->options.size].width;
  *height = self->template != NULL ? self->template->height : sizes[self->options.size].height;
}

/* ── Formats ─────────────────────────────────────────────────────────────────── */

static GBytes *
write_pdf (RgmDeck  *self,
           GError  **error)
{
  RgmHandout handout = self->options.handout;
  g_autoptr (RgmPaper) paper = rgm_deck_to_paper (self, handout);
  double width = RGM_PAPER_A4_WIDTH, height = RGM_PAPER_A4_HEIGHT;

  if (handout == RGM_HANDOUT_NONE)
    rgm_deck_get_size (self, &width, &height);
  rgm_paper_paginate (paper, width, height);

  return rgm_paper_to_pdf (paper, error);
}

/**
 * rgm_deck_write:
 * @self: a deck
 * @format: the format
 * @error: return location for an error
 *
 * Writes the deck. The same deck always gives the same bytes, except for the date in a PDF.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
rgm_deck_write (RgmDeck        *self,
                RgmDeckFormat   format,
                GError        **error)
{
  g_autoptr (RgmSlides) slides = NULL;

  if (format == RGM_DECK_ZIP)
    return rgm_deck_images_write (self, error);

  if (format == RGM_DECK_PDF)
    return write_pdf (self, error);

  slides = rgm_slides_new (self);

  return format == RGM_DECK_PPTX ? rgm_pptx_write (slides, error) : rgm_odp_write (slides, error);
}
