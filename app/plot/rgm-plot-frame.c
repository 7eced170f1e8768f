/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-plot-frame.h"

#include "rgm-glyphs.h"

/* A line of small type longer than this many times its size is hard to follow back. */
#define LONGEST_LINE 100.0

#define LINE_HEIGHT 1.3

/* The parts of head and foot, in the order in which they stand. */
typedef enum
{
  PART_TITLE,
  PART_SUBTITLE,
  PART_NOTE,
  PART_METHOD,
  PART_CAVEAT,
  PART_SOURCES,
} Part;

#define N_PARTS (PART_SOURCES + 1)

struct _RgmPlotFrame
{
  char         *parts[N_PARTS];
  char         *summary;
  GArray       *legend;   /* RgmLegendEntry */
  GStringChunk *strings;
};

static const RgmSceneRole part_roles[N_PARTS] = {
  [PART_TITLE] = RGM_SCENE_ROLE_TITLE,
  [PART_SUBTITLE] = RGM_SCENE_ROLE_SUBTITLE,
  [PART_NOTE] = RGM_SCENE_ROLE_NOTE,
  [PART_METHOD] = RGM_SCENE_ROLE_METHOD,
  [PART_CAVEAT] = RGM_SCENE_ROLE_CAVEAT,
  [PART_SOURCES] = RGM_SCENE_ROLE_SOURCES,
};

/* What goes through head or foot from the top, and draws if it has something to draw on. */
typedef struct
{
  const RgmPlotLayout *layout;
  const RgmTypeSizes  *sizes;
  RgmSceneBuilder     *builder;  /* NULL: only measure */
  double               y;
} Pen;

RgmPlotFrame *
rgm_plot_frame_new (void)
{
  RgmPlotFrame *self = g_new0 (RgmPlotFrame, 1);

  self->legend = g_array_new (FALSE, FALSE, sizeof (RgmLegendEntry));
  self->strings = g_string_chunk_new (256);

  return self;
}

void
rgm_plot_frame_free (RgmPlotFrame *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->parts[i]);
  g_free (self->summary);
  g_array_unref (self->legend);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
rgm_plot_frame_set (RgmPlotFrame   *self,
                    const RgmFrame *frame)
{
  const char *parts[N_PARTS] = {
    [PART_TITLE] = frame->title,
    [PART_SUBTITLE] = frame->subtitle,
    [PART_NOTE] = frame->note,
    [PART_METHOD] = frame->method,
    [PART_CAVEAT] = frame->caveat,
    [PART_SOURCES] = frame->sources,
  };

  for (guint i = 0; i < N_PARTS; i++)
    {
      g_free (self->parts[i]);
      self->parts[i] = g_strdup (parts[i]);
    }
  g_free (self->summary);
  self->summary = g_strdup (frame->summary);
}

void
rgm_plot_frame_add_legend (RgmPlotFrame         *self,
                           const RgmLegendEntry *entry)
{
  RgmLegendEntry kept = *entry;

  kept.label = g_string_chunk_insert (self->strings, entry->label);
  g_array_append_val (self->legend, kept);
}

const char *
rgm_plot_frame_get_title (const RgmPlotFrame *self)
{
  return self->parts[PART_TITLE];
}

const char *
rgm_plot_frame_get_summary (const RgmPlotFrame *self)
{
  return self->summary;
}

/* How a part is set. */
static RgmTextStyle
get_part_style (Part                part,
                const RgmTypeSizes *sizes)
{
  switch (part)
    {
    case PART_TITLE:
      return (RgmTextStyle) { .size = sizes->title, .weight = RGM_WEIGHT_BOLD };
    case PART_SUBTITLE:
      return (RgmTextStyle) { .size = sizes->body, .ink = RGM_INK_MUTED };
    case PART_CAVEAT:
      return (RgmTextStyle) { .size = sizes->fine };
    case PART_SOURCES:
      return (RgmTextStyle) { .size = sizes->fine, .ink = RGM_INK_MUTED };
    case PART_NOTE:
    case PART_METHOD:
    default:
      return (RgmTextStyle) { .size = sizes->small, .ink = RGM_INK_MUTED };
    }
}

/* Sets a part at the pen and moves on below it. @tail is added to its words. */
static void
set_part (const RgmPlotFrame *self,
          Pen                *pen,
          Part                part,
          const char         *tail)
{
  RgmTextMeasure *measure = pen->layout->measure;
  RgmTextStyle style = get_part_style (part, pen->sizes);
  double indent = part == PART_CAVEAT ? style.size * 1.6 : 0;
  double width = pen->layout->width - 2 * RGM_PLOT_MARGIN - indent;
  double line = style.size * LINE_HEIGHT;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  if (self->parts[part] == NULL || *self->parts[part] == '\0')
    return;

  if (part != PART_TITLE && part != PART_SUBTITLE)
    width = MIN (width, LONGEST_LINE * style.size);
  words = g_strconcat (self->parts[part], tail, NULL);
  lines = rgm_text_measure_wrap (measure, words, style.size, style.weight, width, 0);

  if (pen->builder != NULL)
    {
      rgm_scene_builder_begin_group (pen->builder, part_roles[part],
                                     rgm_scene_role_get_name (part_roles[part]), NULL, NULL);
      if (part == PART_CAVEAT)
        rgm_glyph_caveat (pen->builder, RGM_PLOT_MARGIN + style.size * 0.55,
                          pen->y + line / 2, style.size * 1.1);
      for (guint i = 0; lines[i] != NULL; i++)
        rgm_scene_builder_add_text (pen->builder, RGM_PLOT_MARGIN + indent,
                                    pen->y + line * i + style.size, lines[i], &style);
      rgm_scene_builder_end_group (pen->builder);
    }

  pen->y += line * g_strv_length (lines);
}

/* Sets the legend's entries after one another, on as many lines as it takes. */
static void
set_legend (const RgmPlotFrame *self,
            Pen                *pen)
{
  const RgmTextStyle style = { .size = pen->sizes->small, .ink = RGM_INK_MUTED };
  double right = pen->layout->width - RGM_PLOT_MARGIN;
  double glyph = style.size * 1.8;
  double line = style.size * 1.6;
  double x = RGM_PLOT_MARGIN;

  if (self->legend->len == 0)
    return;

  pen->y += pen->sizes->gap * 2 / 3;
  if (pen->builder != NULL)
    rgm_scene_builder_begin_group (pen->builder, RGM_SCENE_ROLE_LEGEND, "legend", NULL, NULL);

  for (guint i = 0; i < self->legend->len; i++)
    {
      const RgmLegendEntry *entry = &g_array_index (self->legend, RgmLegendEntry, i);
      double room = right - RGM_PLOT_MARGIN - glyph;
      g_autofree char *label = rgm_text_measure_shorten (pen->layout->measure, entry->label,
                                                         style.size, style.weight, room);
      double width = glyph + rgm_text_measure_get_width (pen->layout->measure, label, style.size, style.weight);

      if (x > RGM_PLOT_MARGIN && x + width > right)
        {
          x = RGM_PLOT_MARGIN;
          pen->y += line;
        }
      if (pen->builder != NULL)
        {
          rgm_glyph_legend (pen->builder, entry, x + style.size * 0.65, pen->y + line / 2, style.size);
          rgm_scene_builder_add_text (pen->builder, x + glyph, pen->y + line / 2 + style.size * 0.35,
                                      label, &style);
        }
      x += width + RGM_PLOT_GAP;
    }

  if (pen->builder != NULL)
    rgm_scene_builder_end_group (pen->builder);
  pen->y += line;
}

static void
set_head (const RgmPlotFrame *self,
          Pen                *pen,
          const char         *tail)
{
  gboolean has_subtitle = self->parts[PART_SUBTITLE] != NULL;

  pen->y = RGM_PLOT_MARGIN;
  set_part (self, pen, PART_TITLE, has_subtitle ? NULL : tail);
  if (has_subtitle)
    pen->y += pen->sizes->gap / 6;
  set_part (self, pen, PART_SUBTITLE, tail);
  set_legend (self, pen);
  pen->y += pen->sizes->gap;
}

static void
set_foot (const RgmPlotFrame *self,
          Pen                *pen)
{
  double gap = pen->sizes->gap;

  for (Part part = PART_NOTE; part < N_PARTS; part++)
    {
      if (self->parts[part] == NULL || *self->parts[part] == '\0')
        continue;
      pen->y += gap;
      set_part (self, pen, part, NULL);
      gap = pen->sizes->gap / 3;
    }
  pen->y += RGM_PLOT_MARGIN;
}

/* Which page it is, in a way that every language reads. */
static char *
make_tail (guint page,
           guint n_pages)
{
  return n_pages > 1 ? g_strdup_printf (" \302\267 %u/%u", page + 1, n_pages) : g_strdup ("");
}

/* How tall the head is, margin and gap to the drawing included. */
double
rgm_plot_frame_measure_head (const RgmPlotFrame  *self,
                             const RgmPlotLayout *layout,
                             const RgmTypeSizes  *sizes)
{
  Pen pen = { .layout = layout, .sizes = sizes };

  set_head (self, &pen, "");

  return pen.y;
}

/* How tall the foot is, gap to the drawing and margin included. */
double
rgm_plot_frame_measure_foot (const RgmPlotFrame  *self,
                             const RgmPlotLayout *layout,
                             const RgmTypeSizes  *sizes)
{
  Pen pen = { .layout = layout, .sizes = sizes };

  set_foot (self, &pen);

  return pen.y;
}

void
rgm_plot_frame_draw_head (const RgmPlotFrame  *self,
                          RgmSceneBuilder     *builder,
                          const RgmPlotLayout *layout,
                          const RgmTypeSizes  *sizes,
                          guint                page,
                          guint                n_pages)
{
  Pen pen = { .layout = layout, .sizes = sizes, .builder = builder };
  g_autofree char *tail = make_tail (page, n_pages);

  set_head (self, &pen, tail);
}

void
rgm_plot_frame_draw_foot (const RgmPlotFrame  *self,
                          RgmSceneBuilder     *builder,
                          const RgmPlotLayout *layout,
                          const RgmTypeSizes  *sizes,
                          double               top)
{
  Pen pen = { .layout = layout, .sizes = sizes, .builder = builder, .y = top };

  set_foot (self, &pen);
}

void
rgm_type_sizes_init (RgmTypeSizes *self,
                     double        base,
                     double        floor)
{
  self->title = MAX (base * 1.6, floor);
  self->body = MAX (base, floor);
  self->small = MAX (base * 0.85, floor);
  self->fine = MAX (base * 0.8, floor);
  self->gap = RGM_PLOT_GAP;
}
