/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-text-plot.h"

/* In the size of type: over a heading, below a row, and between columns. */
#define OVER_HEADING 0.9
#define BELOW_ROW 0.25
#define COLUMN_GAP 1.2

/* With less than that, in the size of type, for each column, the texts of a row stand below one another. */
#define LEAST_COLUMN 18.0

typedef struct
{
  const char    *heading;
  RgmTextColumn  columns[RGM_TEXT_PLOT_MAX_COLUMNS];
  guint          n_columns;
} Section;

/* A row, or where it has no cells the heading of its section. */
typedef struct
{
  guint        section;
  const char  *id;
  const char  *target;
  const char  *sentence;
  char       **cells;
} Block;

struct _RgmTextPlot
{
  RgmFrame      frame;
  GStringChunk *strings;
  GArray       *sections;   /* of Section */
  GArray       *blocks;     /* of Block */
};

static void
block_clear (gpointer data)
{
  g_strfreev (((Block *) data)->cells);
}

static const char *
keep (RgmTextPlot *self,
      const char  *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * rgm_text_plot_new:
 *
 * Returns: (transfer full): a page without words
 */
RgmTextPlot *
rgm_text_plot_new (void)
{
  RgmTextPlot *self = g_new0 (RgmTextPlot, 1);

  self->strings = g_string_chunk_new (1024);
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, block_clear);

  return self;
}

void
rgm_text_plot_free (RgmTextPlot *self)
{
  rgm_frame_clear (&self->frame);
  g_array_unref (self->sections);
  g_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* What stands round the page. */
void
rgm_text_plot_set_frame (RgmTextPlot    *self,
                         const RgmFrame *frame)
{
  rgm_frame_clear (&self->frame);
  rgm_frame_copy (&self->frame, frame);
}

/**
 * rgm_text_plot_add_section:
 * @self: a page
 * @heading: its heading
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many, up to %RGM_TEXT_PLOT_MAX_COLUMNS
 *
 * Begins a section: the rows that are added next belong to it.
 */
void
rgm_text_plot_add_section (RgmTextPlot         *self,
                           const char          *heading,
                           const RgmTextColumn *columns,
                           guint                n_columns)
{
  Section section = { .heading = keep (self, heading), .n_columns = n_columns };
  Block block = { .section = self->sections->len };

  g_return_if_fail (n_columns > 0 && n_columns <= RGM_TEXT_PLOT_MAX_COLUMNS);

  for (guint i = 0; i < n_columns; i++)
    {
      section.columns[i] = columns[i];
      section.columns[i].title = keep (self, columns[i].title);
    }
  g_array_append_val (self->sections, section);
  g_array_append_val (self->blocks, block);
}

void
rgm_text_plot_add_row (RgmTextPlot      *self,
                       const RgmTextRow *row)
{
  Block block = { .section = self->sections->len - 1 };

  g_return_if_fail (self->sections->len > 0);

  block.id = keep (self, row->id);
  block.target = keep (self, row->target);
  block.sentence = keep (self, row->sentence);
  block.cells = g_strdupv ((char **) row->cells);
  g_array_append_val (self->blocks, block);
}

/* ── Layout ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  const RgmTextPlot *plot;
  const RgmLayout   *layout;
  RgmFramePlan       frame;
  RgmTypeSizes       sizes;
  RgmSceneBuilder   *builder;   /* NULL while measuring */
} TextPage;

static const Section *
get_section (const TextPage *page,
             const Block *block)
{
  return &g_array_index (page->plot->sections, Section, block->section);
}

static double
get_inner_width (const TextPage *page)
{
  return page->layout->width - 2 * page->frame.margin;
}

static gboolean
is_stacked (const TextPage   *page,
            const Section *section)
{
  return get_inner_width (page) < LEAST_COLUMN * page->sizes.body * section->n_columns;
}

/* Sets a text, and returns how tall it is. */
static double
set_text (const TextPage  *page,
          const char   *text,
          double        x,
          double        y,
          double        width,
          RgmTextStyle  style)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  double line = style.size * RGM_LINE_HEIGHT;
  double height = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) lines = rgm_text_measure_wrap (page->layout->measure, paragraphs[i], style.size, style.weight,
                                                    width * (1 - RGM_TEXT_SLACK));

      for (guint j = 0; lines[j] != NULL; j++, height += line)
        if (page->builder != NULL)
          rgm_scene_builder_add_text (page->builder, x, y + height + style.size, lines[j], &style);
    }

  return height;
}

/* The texts of a row, or the titles over its columns. */
static double
set_cells (const TextPage        *page,
           const Section      *section,
           const char * const *cells,
           gboolean            are_titles,
           double              y)
{
  double gap = page->sizes.body * COLUMN_GAP;
  double left = page->frame.margin;
  double tallest = 0;

  for (guint i = 0; i < section->n_columns && cells[i] != NULL; i++)
    {
      const RgmTextStyle style = {
        .size = are_titles ? page->sizes.small : page->sizes.body,
        .weight = are_titles ? RGM_WEIGHT_REGULAR : section->columns[i].weight,
        .ink = are_titles ? RGM_INK_MUTED : RGM_INK_NONE,
      };

      if (is_stacked (page, section))
        {
          if (*cells[i] != '\0' && !are_titles)
            tallest += set_text (page, cells[i], left, y + tallest, get_inner_width (page), style);
        }
      else
        {
          double width = get_inner_width (page) * section->columns[i].share;

          if (*cells[i] != '\0')
            tallest = MAX (tallest, set_text (page, cells[i], left, y, width - gap, style));
          left += width;
        }
    }

  return tallest;
}

static double
set_heading (const TextPage   *page,
             const Section *section,
             gboolean       is_first,
             double         y)
{
  const RgmTextStyle style = { .size = page->sizes.body, .weight = RGM_WEIGHT_BOLD };
  const RgmStyle rule = { .stroke = RGM_INK_GRID, .line_width = 0.75 };
  const char *titles[RGM_TEXT_PLOT_MAX_COLUMNS + 1] = { NULL };
  double height = is_first ? 0 : page->sizes.body * OVER_HEADING;
  gboolean has_titles = FALSE;

  for (guint i = 0; i < section->n_columns; i++)
    {
      titles[i] = section->columns[i].title != NULL ? section->columns[i].title : "";
      has_titles = has_titles || *titles[i] != '\0';
    }

  if (page->builder != NULL)
    rgm_scene_builder_begin_group (page->builder, RGM_SCENE_ROLE_HEADING, NULL, NULL, NULL);
  height += set_text (page, section->heading, page->frame.margin, y + height, get_inner_width (page), style);
  if (page->builder != NULL)
    rgm_scene_builder_add_line (page->builder, page->frame.margin, y + height + 1, page->layout->width - page->frame.margin,
                                y + height + 1, &rule);
  height += page->sizes.body * BELOW_ROW;
  if (has_titles)
    height += set_cells (page, section, titles, TRUE, y + height);
  if (page->builder != NULL)
    rgm_scene_builder_end_group (page->builder);

  return height;
}

static double
set_block (const TextPage *page,
           const Block *block,
           gboolean     is_first,
           double       y)
{
  const Section *section = get_section (page, block);
  double height;

  if (block->cells == NULL)
    return set_heading (page, section, is_first, y);

  if (page->builder != NULL)
    rgm_scene_builder_begin_group (page->builder, RGM_SCENE_ROLE_ROW, block->id, block->sentence, block->target);
  height = set_cells (page, section, (const char * const *) block->cells, FALSE, y) + page->sizes.body * BELOW_ROW;
  if (page->builder != NULL)
    {
      rgm_scene_builder_set_area (page->builder, &(RgmRect) { page->frame.margin - RGM_FRAME_SMALL_GAP, y,
                                                               get_inner_width (page) + 2 * RGM_FRAME_SMALL_GAP, height });
      rgm_scene_builder_end_group (page->builder);
    }

  return height;
}

static const Block *
get_block (const TextPage *page,
           guint        index)
{
  return &g_array_index (page->plot->blocks, Block, index);
}

/* Where the page ends that begins with @first, in @room: after one block at least, and never after a heading. */
static guint
find_page_end (const TextPage  *page,
               const double *heights,
               guint         first,
               double        room)
{
  guint n = page->plot->blocks->len;
  guint end = first;
  double used = 0;

  while (end < n && (end == first || used + heights[end] <= room))
    used += heights[end++];
  while (end < n && end > first + 1 && get_block (page, end - 1)->cells == NULL)
    end--;

  return end;
}

static double
measure (const TextPage *page,
         double      *heights)
{
  double total = 0;

  for (guint i = 0; i < page->plot->blocks->len; i++)
    {
      heights[i] = set_block (page, get_block (page, i), i == 0, 0);
      total += heights[i];
    }

  return total;
}

/* The first block of the page that is wanted, and the one after its last. */
static void
find_page (const TextPage  *page,
           const double *heights,
           double        room,
           guint        *first,
           guint        *end,
           guint        *n_pages)
{
  guint from = 0;

  *first = *end = 0;
  *n_pages = 0;
  do
    {
      guint to = find_page_end (page, heights, from, room);

      if (*n_pages <= page->layout->page)
        {
          *first = from;
          *end = to;
        }
      from = to;
      (*n_pages)++;
    }
  while (from < page->plot->blocks->len);
}

/**
 * rgm_text_plot_lay_out:
 * @self: a page
 * @layout: how it is laid out
 * @n_pages: (out): how many pages it takes
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_text_plot_lay_out (const RgmTextPlot *self,
                       const RgmLayout   *layout,
                       guint             *n_pages)
{
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  g_autofree double *heights = g_new0 (double, self->blocks->len + 1);
  TextPage page = { .plot = self, .layout = layout };
  double base = MAX (layout->base, layout->floor);
  guint first = 0, end = self->blocks->len;
  double total, room, y;

  for (;; base = MAX (base * RGM_TYPE_STEP, layout->floor))
    {
      rgm_type_sizes_init (&page.sizes, base, layout->floor);
      rgm_frame_plan_init (&page.frame, &self->frame, layout, &page.sizes);
      total = measure (&page, heights);
      room = layout->height - page.frame.head - page.frame.foot;
      if (layout->height <= 0 || total <= room || base <= layout->floor)
        break;
    }

  *n_pages = 1;
  if (layout->height > 0 && layout->overflow == RGM_OVERFLOW_PAGES)
    find_page (&page, heights, room, &first, &end, n_pages);

  page.builder = builder;
  rgm_frame_plan_draw_head (&page.frame, builder, MIN (layout->page, *n_pages - 1), *n_pages);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  y = page.frame.head;
  for (guint i = first; i < end; i++)
    y += set_block (&page, get_block (&page, i), i == first, y);
  rgm_scene_builder_end_group (builder);
  rgm_frame_plan_draw_foot (&page.frame, builder, y);

  return rgm_scene_builder_finish (builder, MAX (y + page.frame.foot, layout->height));
}
