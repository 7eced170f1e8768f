/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-deck-private.h"

#include "rgm-frame.h"
#include "rgm-scene-draw.h"

/* In points: the page margin, the gap between slides, the type sizes of notes and footer, and the
 * ruled lines. */
#define MARGIN 40.0
#define GAP 20.0
#define NOTE_TYPE 11.0
#define NOTE_GAP 5.0
#define FOOT_TYPE 8.0
#define FOOT_ROOM 20.0
#define LINE_GAP 24.0
#define BORDER 0.5

/* The largest share of the page height for a slide above its notes. */
#define NOTES_SHARE 0.5

static const struct
{
  guint columns;
  guint rows;
  gboolean with_lines;
} grids[] = {
  [RGM_HANDOUT_ONE] = { 1, 1, FALSE },
  [RGM_HANDOUT_TWO] = { 1, 2, FALSE },
  [RGM_HANDOUT_THREE] = { 1, 3, TRUE },
  [RGM_HANDOUT_SIX] = { 2, 3, FALSE },
};

/* A page: its decoration and its slides. */
typedef struct
{
  RgmScene *around;
  GArray *places;
} HandoutPage;

typedef struct
{
  guint slide;
  RgmRect rect;
} HandoutPlace;

#define RGM_TYPE_DECK_PAPER (rgm_deck_paper_get_type ())
G_DECLARE_FINAL_TYPE (RgmDeckPaper, rgm_deck_paper, RGM, DECK_PAPER, RgmPaper)

/* Slides on paper. */
struct _RgmDeckPaper
{
  RgmPaper parent_instance;

  RgmSlides *slides;
  RgmHandout handout;
  GPtrArray *pages;
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (RgmDeckPaper, rgm_deck_paper, RGM_TYPE_PAPER)

static void
free_page (HandoutPage *page)
{
  g_object_unref (page->around);
  g_array_unref (page->places);
  g_free (page);
}

static void
rgm_deck_paper_finalize (GObject *object)
{
  RgmDeckPaper *self = RGM_DECK_PAPER (object);

  g_clear_pointer (&self->slides, rgm_slides_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_deck_paper_parent_class)->finalize (object);
}

/* ── Building pages ─────────────────────────────────────────────────────── */

static HandoutPage *
add_page (RgmDeckPaper     *self,
          RgmSceneBuilder **builder)
{
  HandoutPage *page = g_new0 (HandoutPage, 1);

  page->places = g_array_new (FALSE, FALSE, sizeof (HandoutPlace));
  g_ptr_array_add (self->pages, page);
  *builder = rgm_scene_builder_new (self->slides->measure, self->width, self->slides->direction);
  rgm_scene_builder_begin_group (*builder, RGM_SCENE_ROLE_FIGURE, "page", NULL, NULL);

  return page;
}

/* The footer: title and page number. The total is known only at the end. */
static void
end_page (RgmDeckPaper    *self,
          HandoutPage            *page,
          RgmSceneBuilder *builder)
{
  const RgmTextStyle at_start = { .size = FOOT_TYPE, .ink = RGM_INK_MUTED };
  const RgmTextStyle at_end = { .size = FOOT_TYPE, .ink = RGM_INK_MUTED, .anchor = RGM_ANCHOR_END };
  double y = self->height - MARGIN;
  g_autofree char *number = g_strdup_printf ("%u", self->pages->len);

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_NOTE, "foot", NULL, NULL);
  if (self->slides->title != NULL)
    {
      g_auto (GStrv) lines = rgm_text_measure_wrap (self->slides->measure, self->slides->title, FOOT_TYPE, RGM_WEIGHT_REGULAR,
                                                    self->width - 2 * MARGIN - FOOT_ROOM * 2);
      guint n = g_strv_length (lines);

      for (guint i = 0; i < n; i++)
        rgm_scene_builder_add_text (builder, MARGIN, y - (n - 1 - i) * FOOT_TYPE * RGM_LINE_HEIGHT, lines[i], &at_start);
    }
  rgm_scene_builder_add_text (builder, self->width - MARGIN, y, number, &at_end);
  rgm_scene_builder_end_group (builder);
  rgm_scene_builder_end_group (builder);
  page->around = rgm_scene_builder_finish (builder, self->height);
  g_object_unref (builder);
}

/* The largest rectangle for a slide and its border within a cell. */
static void
place_slide (RgmDeckPaper    *self,
             HandoutPage            *page,
             RgmSceneBuilder *builder,
             guint            slide,
             const RgmRect   *cell)
{
  const RgmStyle border = { .stroke = RGM_INK_AXIS, .line_width = BORDER };
  double scale = MIN (cell->width / self->slides->width, cell->height / self->slides->height);
  HandoutPlace place = { slide, { 0, cell->y, self->slides->width * scale, self->slides->height * scale } };
  RgmRect rect;

  place.rect.x = cell->x + (cell->width - place.rect.width) / 2;
  rect = place.rect;
  rgm_scene_builder_add_rect (builder, &rect, 0, &border);
  /* The scene builder mirrors right-to-left layouts itself. */
  if (self->slides->direction == RGM_DIRECTION_RTL)
    place.rect.x = self->width - place.rect.x - place.rect.width;
  g_array_append_val (page->places, place);
}

static void
add_lines (RgmSceneBuilder *builder,
           const RgmRect   *rect)
{
  const RgmStyle line = { .stroke = RGM_INK_AXIS, .line_width = BORDER };

  for (double y = rect->y + LINE_GAP; y <= rect->y + rect->height + 0.5; y += LINE_GAP)
    rgm_scene_builder_add_line (builder, rect->x, y, rect->x + rect->width, y, &line);
}

static void
make_handout (RgmDeckPaper *self)
{
  guint columns = grids[self->handout].columns, rows = grids[self->handout].rows;
  gboolean with_lines = grids[self->handout].with_lines;
  double width = self->width - 2 * MARGIN, height = self->height - 2 * MARGIN - FOOT_ROOM;
  double cell_width, cell_height = (height - (rows - 1) * GAP) / rows;

  /* In landscape, what would be stacked is placed side by side. */
  if (self->width > self->height && rows > 1 && !with_lines)
    {
      guint turned = columns;

      columns = rows;
      rows = turned;
      cell_height = (height - (rows - 1) * GAP) / rows;
    }
  cell_width = with_lines ? (width - GAP) / 2 : (width - (columns - 1) * GAP) / columns;

  for (guint first = 0; first < self->slides->slides->len; first += columns * rows)
    {
      RgmSceneBuilder *builder;
      HandoutPage *page = add_page (self, &builder);

      for (guint i = 0; i < columns * rows && first + i < self->slides->slides->len; i++)
        {
          guint column = i % columns;
          guint row = i / columns;
          RgmRect cell = {
            MARGIN + column * (cell_width + GAP),
            MARGIN + row * (cell_height + GAP),
            cell_width,
            cell_height,
          };
          RgmRect beside = { cell.x + cell_width + GAP, cell.y, cell_width, 0 };

          place_slide (self, page, builder, first + i, &cell);
          beside.height = g_array_index (page->places, HandoutPlace, page->places->len - 1).rect.height;
          if (with_lines)
            add_lines (builder, &beside);
        }
      end_page (self, page, builder);
    }
}

/* A slide and its notes; notes longer than the page continue on the next. */
static void
make_notes (RgmDeckPaper *self,
            guint         index)
{
  const RgmSlide *slide = self->slides->slides->pdata[index];
  const RgmTextStyle style = { .size = NOTE_TYPE };
  const RgmRect cell = { MARGIN, MARGIN, self->width - 2 * MARGIN, (self->height - 2 * MARGIN) * NOTES_SHARE };
  double bottom = self->height - MARGIN - FOOT_ROOM, line = NOTE_TYPE * RGM_LINE_HEIGHT, y;
  RgmSceneBuilder *builder;
  HandoutPage *page = add_page (self, &builder);

  place_slide (self, page, builder, index, &cell);
  y = cell.y + g_array_index (page->places, HandoutPlace, 0).rect.height + GAP;
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_NOTE, "notes", NULL, NULL);
  for (guint i = 0; i < slide->notes->len; i++)
    {
      g_auto (GStrv) lines = rgm_text_measure_wrap (self->slides->measure, slide->notes->pdata[i], NOTE_TYPE, RGM_WEIGHT_REGULAR, cell.width);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (y + line > bottom)
            {
              rgm_scene_builder_end_group (builder);
              end_page (self, page, builder);
              page = add_page (self, &builder);
              rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_NOTE, "notes", NULL, NULL);
              y = MARGIN;
            }
          rgm_scene_builder_add_text (builder, MARGIN, y + NOTE_TYPE, lines[j], &style);
          y += line;
        }
      y += NOTE_GAP;
    }
  rgm_scene_builder_end_group (builder);
  end_page (self, page, builder);
}

/* One slide a page, as large as possible and centred. */
static void
make_slides (RgmDeckPaper *self)
{
  double scale = MIN (self->width / self->slides->width, self->height / self->slides->height);
  double width = self->slides->width * scale, height = self->slides->height * scale;

  for (guint i = 0; i < self->slides->slides->len; i++)
    {
      g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (self->slides->measure, self->width, self->slides->direction);
      const HandoutPlace place = { i, { (self->width - width) / 2, (self->height - height) / 2, width, height } };
      HandoutPage *page = g_new0 (HandoutPage, 1);

      page->places = g_array_new (FALSE, FALSE, sizeof (HandoutPlace));
      g_array_append_val (page->places, place);
      page->around = rgm_scene_builder_finish (builder, self->height);
      g_ptr_array_add (self->pages, page);
    }
}

static guint
rgm_deck_paper_paginate (RgmPaper *paper,
                         double    width,
                         double    height)
{
  RgmDeckPaper *self = RGM_DECK_PAPER (paper);

  self->width = width;
  self->height = height;
  g_ptr_array_set_size (self->pages, 0);
  if (self->handout == RGM_HANDOUT_NONE)
    make_slides (self);
  else if (self->handout == RGM_HANDOUT_NOTES)
    for (guint i = 0; i < self->slides->slides->len; i++)
      make_notes (self, i);
  else
    make_handout (self);

  return self->pages->len;
}

static void
rgm_deck_paper_draw (RgmPaper       *paper,
                     guint           page,
                     cairo_t        *cr,
                     const RgmTheme *theme,
                     gboolean        tagged)
{
  RgmDeckPaper *self = RGM_DECK_PAPER (paper);
  const HandoutPage *drawn = page < self->pages->len ? self->pages->pdata[page] : NULL;
  RgmSceneState state = RGM_SCENE_STATE_INIT;

  if (drawn == NULL)
    return;

  for (guint i = 0; i < drawn->places->len; i++)
    {
      const HandoutPlace *place = &g_array_index (drawn->places, HandoutPlace, i);
      RgmColor ground = rgm_theme_get_color (self->slides->theme, RGM_INK_SURFACE);

      cairo_save (cr);
      /* A slide that fills its page leaves the background to the page: painting over content makes
       * cairo drop what is beneath, tags included. */
      if (self->handout != RGM_HANDOUT_NONE)
        {
          cairo_rectangle (cr, place->rect.x, place->rect.y, place->rect.width, place->rect.height);
          cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
          cairo_fill (cr);
        }
      cairo_translate (cr, place->rect.x, place->rect.y);
      cairo_scale (cr, place->rect.width / self->slides->width, place->rect.height / self->slides->height);
      rgm_slides_draw (self->slides, place->slide, cr, tagged);
      cairo_restore (cr);
    }
  state.tagged = tagged;
  state.bare = TRUE;
  rgm_scene_draw (drawn->around, cr, theme, NULL, &state);
}

static void
rgm_deck_paper_class_init (RgmDeckPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rgm_deck_paper_finalize;
  RGM_PAPER_CLASS (class)->paginate = rgm_deck_paper_paginate;
  RGM_PAPER_CLASS (class)->draw = rgm_deck_paper_draw;
}

static void
rgm_deck_paper_init (RgmDeckPaper *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_page);
}

/**
 * rgm_deck_to_paper:
 * @self: a deck
 * @handout: how the slides are arranged
 *
 * Returns: (transfer full): the deck's slides as pages, for a PDF, a printer or a preview
 */
RgmPaper *
rgm_deck_to_paper (RgmDeck    *self,
                   RgmHandout  handout)
{
  RgmDeckPaper *paper = g_object_new (RGM_TYPE_DECK_PAPER, NULL);
  RgmThemeKind theme = handout == RGM_HANDOUT_NONE ? rgm_deck_get_options (self)->theme : RGM_THEME_PRINT;

  paper->slides = rgm_slides_new (self);
  paper->handout = handout;
  rgm_paper_describe (RGM_PAPER (paper), paper->slides->title, NULL, rgm_theme_get (theme));

  return RGM_PAPER (paper);
}
