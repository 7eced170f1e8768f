/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-slide-layout.h"

#include "rgm-scene-builder.h"

/* The size of rows on a slide and the least of all type, in points. A chart takes the first at which
 * it needs one page or two, so that nobody leafs through six of them; one that needs more even
 * at the last but one takes that. The last, 18 pixels on a screen of 1920 by 1080, is for what
 * can't be cut in pages and doesn't fit otherwise. */
static const double type_sizes[] = { 14, 12, 10.5, 9 };
#define FEW_PAGES 2

/* Of method and sources. */
#define FINE_PRINT 9.0

#define MAX_PAGES 200

/* Of slides of text, in points; both get smaller together until all fits. */
#define TITLE_SIZE 36.0
#define SECTION_SIZE 48.0
#define TEXT_SIZE 24.0
#define MIN_TEXT_SIZE 14.0
#define TEXT_MARGIN 72.0
#define PARAGRAPH_GAP 0.6

static GPtrArray *
lay_out_pages (RgmFigure       *figure,
               const RgmLayout *layout,
               gboolean        *fits)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);
  RgmLayout of_page = *layout;
  guint n_pages = 1;

  *fits = TRUE;
  for (of_page.page = 0; of_page.page < MIN (n_pages, MAX_PAGES); of_page.page++)
    {
      RgmScene *scene = rgm_figure_lay_out (figure, &of_page, &n_pages);

      *fits = *fits && rgm_scene_get_height (scene) <= layout->height + 0.5;
      g_ptr_array_add (pages, scene);
    }

  return pages;
}

/**
 * rgm_slide_lay_out_figure:
 * @figure: a figure
 * @measure: what measures its text
 * @direction: which way it reads
 * @height: of the slide, in points
 * @title: (nullable): a title in place of the figure's own
 *
 * Lays a figure out on slides %RGM_SLIDE_WIDTH wide, with large type and method and remarks left to the notes.
 * One with many rows takes several slides; one that can't be cut may come out taller than @height.
 *
 * Returns: (transfer full) (element-type RgmScene): the slides
 */
GPtrArray *
rgm_slide_lay_out_figure (RgmFigure      *figure,
                          RgmTextMeasure *measure,
                          RgmDirection    direction,
                          double          height,
                          const char     *title)
{
  RgmLayout layout = {
    .measure = measure,
    .direction = direction,
    .width = RGM_SLIDE_WIDTH,
    .height = height,
    .overflow = RGM_OVERFLOW_PAGES,
    .title = title,
    .without_method = TRUE,
    .without_remarks = TRUE,
    .fine_print = FINE_PRINT,
  };
  GPtrArray *pages = NULL;
  gboolean is_good = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (type_sizes) && !is_good; i++)
    {
      gboolean fits;

      g_clear_pointer (&pages, g_ptr_array_unref);
      layout.base = layout.floor = type_sizes[i];
      pages = lay_out_pages (figure, &layout, &fits);
      is_good = fits && (pages->len <= FEW_PAGES || i + 2 >= G_N_ELEMENTS (type_sizes));
    }

  return pages;
}

/* ── Text ────────────────────────────────────────────────────────────────────── */

typedef struct
{
  RgmSceneBuilder *builder;   /* or NULL, to measure */
  RgmTextMeasure  *measure;
  double           y;
} TextPen;

static void
set_paragraph (TextPen            *pen,
               const char         *text,
               const RgmTextStyle *style)
{
  g_auto (GStrv) lines = rgm_text_measure_wrap (pen->measure, text, style->size, style->weight,
                                                RGM_SLIDE_WIDTH - 2 * TEXT_MARGIN);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      pen->y += style->size * 1.3;
      if (pen->builder != NULL)
        rgm_scene_builder_add_text (pen->builder, TEXT_MARGIN, pen->y - style->size * 0.3, lines[i], style);
    }
}

static void
set_text (TextPen    *pen,
          const char *title,
          const char *text,
          double      title_size,
          double      size)
{
  const RgmTextStyle title_style = { .size = title_size, .weight = RGM_WEIGHT_BOLD, .ink = RGM_INK_TEXT };
  const RgmTextStyle style = { .size = size, .ink = RGM_INK_TEXT };
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);

  if (title != NULL && *title != '\0')
    {
      if (pen->builder != NULL)
        rgm_scene_builder_begin_group (pen->builder, RGM_SCENE_ROLE_TITLE, "title", title, NULL);
      set_paragraph (pen, title, &title_style);
      if (pen->builder != NULL)
        rgm_scene_builder_end_group (pen->builder);
    }

  for (guint i = 0; text != NULL && paragraphs[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("paragraph %u", i + 1);

      pen->y += size * PARAGRAPH_GAP;
      if (*paragraphs[i] == '\0')
        continue;
      if (pen->builder != NULL)
        rgm_scene_builder_begin_group (pen->builder, RGM_SCENE_ROLE_NOTE, id, paragraphs[i], NULL);
      set_paragraph (pen, paragraphs[i], &style);
      if (pen->builder != NULL)
        rgm_scene_builder_end_group (pen->builder);
    }
}

/**
 * rgm_slide_lay_out_text:
 * @measure: what measures the text
 * @direction: which way it reads
 * @height: of the slide, in points
 * @title: (nullable): the title
 * @text: (nullable): paragraphs below it, each a line
 * @is_section: whether the title opens a section, large and in the middle
 *
 * Returns: (transfer full): a slide %RGM_SLIDE_WIDTH wide, taller than @height where the text doesn't
 *   fit even in small type
 */
RgmScene *
rgm_slide_lay_out_text (RgmTextMeasure *measure,
                        RgmDirection    direction,
                        double          height,
                        const char     *title,
                        const char     *text,
                        gboolean        is_section)
{
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, RGM_SLIDE_WIDTH, direction);
  double title_size = is_section ? SECTION_SIZE : TITLE_SIZE, size = TEXT_SIZE, room = height - 2 * TEXT_MARGIN;
  TextPen pen = { .measure = measure };

  set_text (&pen, title, text, title_size, size);
  while (pen.y > room && size > MIN_TEXT_SIZE)
    {
      title_size *= RGM_TYPE_STEP;
      size *= RGM_TYPE_STEP;
      pen.y = 0;
      set_text (&pen, title, text, title_size, size);
    }

  pen = (TextPen) {
    .builder = builder,
    .measure = measure,
    .y = is_section ? MAX (TEXT_MARGIN, (height - pen.y) / 2) : TEXT_MARGIN,
  };
  rgm_scene_builder_set_title (builder, title, text);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_FIGURE, "text", NULL, NULL);
  set_text (&pen, title, text, title_size, size);
  rgm_scene_builder_end_group (builder);

  return rgm_scene_builder_finish (builder, MAX (height, pen.y + TEXT_MARGIN));
}
