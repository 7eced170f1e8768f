/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-frame.h"

#include "rgm-punctuation.h"
#include "rgm-scene-item.h"

/* Sizes of type, in b. */
#define TITLE_SIZE 1.6
#define SMALL_SIZE 0.85
#define FINE_SIZE 0.8

/* Between two lines of a legend, in the size of type. */
#define LEGEND_LINE_HEIGHT 1.6

/* A line of small type longer than this many times its size is hard to follow back. */
#define MAX_LINE 100.0

/* How much of a line stays free in a mirrored chart. In a file such a line is placed by its
 * middle, and grows over the margin before it as well. */
#define MIRRORED_SLACK 0.2

/* Below this width the margin is half as wide. */
#define NARROW_WIDTH 640.0

/* Of an entry of the legend, in the size of its type: the key's middle, and the label's left
 * edge. */
#define KEY_MIDDLE (RGM_LEGEND_KEY_WIDTH / 2)
#define LABEL_LEFT (RGM_LEGEND_KEY_WIDTH + 0.35)
#define MARKER_SIZE 0.8

/* The sign of a caveat beside its text, in the size of type. */
#define SIGN_SIZE 1.1
#define SIGN_MIDDLE (SIGN_SIZE / 2)
#define SIGN_INDENT (SIGN_SIZE + 0.5)

/* A caution's parts, in its size: heights above and below its middle, and the stroke. */
#define CAUTION_APEX 0.45
#define CAUTION_FOOT 0.4
#define CAUTION_STROKE 0.11
#define CAUTION_BAR 0.12
#define CAUTION_DOT 0.27

/* The texts, in the order in which they stand. */
typedef enum
{
  TEXT_TITLE,
  TEXT_SUBTITLE,
  TEXT_SELECTION,
  TEXT_NOTE,
  TEXT_REMARKS,
  TEXT_METHOD,
  TEXT_CAVEAT,
  TEXT_SOURCES,
} FrameText;

static const struct
{
  gsize        offset;
  const char  *id;
  RgmSceneRole role;
} texts[] = {
  [TEXT_TITLE] = { G_STRUCT_OFFSET (RgmFrame, title), "title", RGM_SCENE_ROLE_TITLE },
  [TEXT_SUBTITLE] = { G_STRUCT_OFFSET (RgmFrame, subtitle), "subtitle", RGM_SCENE_ROLE_SUBTITLE },
  [TEXT_SELECTION] = { G_STRUCT_OFFSET (RgmFrame, selection), "selection", RGM_SCENE_ROLE_NOTE },
  [TEXT_NOTE] = { G_STRUCT_OFFSET (RgmFrame, note), "note", RGM_SCENE_ROLE_NOTE },
  [TEXT_REMARKS] = { G_STRUCT_OFFSET (RgmFrame, remarks), "remarks", RGM_SCENE_ROLE_NOTE },
  [TEXT_METHOD] = { G_STRUCT_OFFSET (RgmFrame, method), "method", RGM_SCENE_ROLE_METHOD },
  [TEXT_CAVEAT] = { G_STRUCT_OFFSET (RgmFrame, caveat), "caveat", RGM_SCENE_ROLE_CAVEAT },
  [TEXT_SOURCES] = { G_STRUCT_OFFSET (RgmFrame, sources), "sources", RGM_SCENE_ROLE_SOURCES },
};

/* What goes through head or foot from the top, and draws if it has something to draw on. */
typedef struct
{
  const RgmFramePlan *plan;
  RgmSceneBuilder    *builder;  /* NULL: only measure */
  double              y;
} Pen;

static const char *
get_text (const RgmFramePlan *plan,
          FrameText           text)
{
  const char *found = G_STRUCT_MEMBER (const char *, plan->frame, texts[text].offset);

  if ((text == TEXT_METHOD && plan->layout.without_method) || (text == TEXT_REMARKS && plan->layout.without_remarks))
    return NULL;
  if (text == TEXT_TITLE && plan->layout.title != NULL)
    found = plan->layout.title;

  return found != NULL && *found != '\0' ? found : NULL;
}

void
rgm_type_sizes_init (RgmTypeSizes *self,
                     double        base,
                     double        floor)
{
  self->title = MAX (base * TITLE_SIZE, floor);
  self->body = MAX (base, floor);
  self->small = MAX (base * SMALL_SIZE, floor);
  self->fine = MAX (base * FINE_SIZE, floor);
  self->gap = RGM_FRAME_GAP;
}

/* ── The frame ───────────────────────────────────────────────────────────────── */

static void
clear_key (gpointer key)
{
  g_free ((gpointer) ((RgmLegendKey *) key)->label);
}

/**
 * rgm_frame_copy:
 * @self: a frame that is filled or zero
 * @from: another
 */
void
rgm_frame_copy (RgmFrame       *self,
                const RgmFrame *from)
{
  rgm_frame_clear (self);
  for (FrameText i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (const char *, self, texts[i].offset) =
      g_strdup (G_STRUCT_MEMBER (const char *, from, texts[i].offset));
  self->summary = g_strdup (from->summary);
  self->more_sources = g_strdup (from->more_sources);
  for (guint i = 0; from->legend != NULL && i < from->legend->len; i++)
    rgm_frame_add_key (self, &g_array_index (from->legend, RgmLegendKey, i));
}

void
rgm_frame_clear (RgmFrame *self)
{
  for (FrameText i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (gpointer, self, texts[i].offset));
  g_free ((gpointer) self->summary);
  g_free ((gpointer) self->more_sources);
  g_clear_pointer (&self->legend, g_array_unref);
  *self = (RgmFrame) { 0 };
}

void
rgm_frame_add_key (RgmFrame           *self,
                   const RgmLegendKey *key)
{
  RgmLegendKey kept = *key;

  if (self->legend == NULL)
    {
      self->legend = g_array_new (FALSE, FALSE, sizeof (RgmLegendKey));
      g_array_set_clear_func (self->legend, clear_key);
    }
  kept.label = g_strdup (key->label);
  g_array_append_val (self->legend, kept);
}

/* A legend is drawn for what a chart has, which only its scene knows. */
static void
add_legend_texts (RgmScene *scene,
                  GString  *legend)
{
  guint n_items, end = 0;
  const RgmSceneItem *items = rgm_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == RGM_SCENE_ITEM_GROUP && rgm_scene_get_group (scene, items[i].group.index)->role == RGM_SCENE_ROLE_LEGEND)
      end = items[i].group.end;
    else if (i < end && items[i].kind == RGM_SCENE_ITEM_TEXT)
      rgm_add_word (legend, items[i].text.text);
}

/**
 * rgm_frame_describe:
 * @self: a frame
 * @scene: (nullable): the scene of the chart, for its legend
 *
 * Returns: (transfer full): all that stands round the drawing but the title, and the summary: the caveat first,
 *   since whoever listens may not wait for the end
 */
char *
rgm_frame_describe (const RgmFrame *self,
                    RgmScene       *scene)
{
  g_autoptr (GString) legend = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  rgm_add_sentence (text, self->caveat);
  rgm_add_sentence (text, self->summary);
  for (FrameText i = TEXT_SUBTITLE; i < G_N_ELEMENTS (texts); i++)
    {
      const char *found = G_STRUCT_MEMBER (const char *, self, texts[i].offset);
      g_autofree char *sentence = found != NULL && *found != '\0' ? rgm_end_sentence (found) : NULL;

      if (i != TEXT_CAVEAT)
        rgm_add_sentence (text, sentence);
    }

  if (scene != NULL)
    add_legend_texts (scene, legend);
  if (legend->len > 0)
    {
      g_autofree char *sentence = rgm_end_sentence (legend->str);

      rgm_add_sentence (text, sentence);
    }

  return g_string_free (text, FALSE);
}

/* ── Texts ───────────────────────────────────────────────────────────────────── */

static RgmTextStyle
get_style (const RgmFramePlan *plan,
           FrameText           text)
{
  const RgmTypeSizes *sizes = &plan->sizes;
  double fine_print = plan->layout.fine_print;

  switch (text)
    {
    case TEXT_TITLE:
      return (RgmTextStyle) { .size = sizes->title, .weight = RGM_WEIGHT_BOLD };
    case TEXT_SUBTITLE:
      return (RgmTextStyle) { .size = sizes->body, .ink = RGM_INK_MUTED };
    case TEXT_CAVEAT:
      return (RgmTextStyle) { .size = sizes->fine };
    case TEXT_SOURCES:
      return (RgmTextStyle) { .size = fine_print > 0 ? fine_print : sizes->fine, .ink = RGM_INK_MUTED };
    case TEXT_METHOD:
      return (RgmTextStyle) { .size = fine_print > 0 ? fine_print : sizes->small, .ink = RGM_INK_MUTED };
    case TEXT_SELECTION:
    case TEXT_NOTE:
    case TEXT_REMARKS:
    default:
      return (RgmTextStyle) { .size = sizes->small, .ink = RGM_INK_MUTED };
    }
}

/* The sign of a caveat, a triangle with a bar and a dot, round a middle. */
static void
draw_caution (RgmSceneBuilder *builder,
              double           x,
              double           y,
              double           size)
{
  const RgmPoint points[] = {
    { x, y - size * CAUTION_APEX }, { x + size / 2, y + size * CAUTION_FOOT }, { x - size / 2, y + size * CAUTION_FOOT },
  };
  const RgmStyle outline = { .stroke = RGM_INK_CAVEAT, .line_width = size * CAUTION_STROKE, .round = TRUE };
  const RgmStyle dot = { .fill = RGM_INK_CAVEAT };

  rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), TRUE, &outline);
  rgm_scene_builder_add_line (builder, x, y - size * CAUTION_BAR, x, y + size * CAUTION_BAR, &outline);
  rgm_scene_builder_add_marker (builder, RGM_SHAPE_CIRCLE, x, y + size * CAUTION_DOT, size * CAUTION_BAR, &dot);
}

/* Sets a text at the pen and moves on below it. @tail is added to it. */
static void
set_text (Pen        *pen,
          FrameText   text,
          const char *tail)
{
  const RgmFramePlan *plan = pen->plan;
  const char *shown = get_text (plan, text);
  RgmTextStyle style = get_style (plan, text);
  double indent = text == TEXT_CAVEAT ? style.size * SIGN_INDENT : 0;
  double slack = plan->layout.direction == RGM_DIRECTION_RTL ? MIRRORED_SLACK : RGM_TEXT_SLACK;
  double width = (plan->layout.width - 2 * plan->margin - indent) * (1 - slack);
  double line = style.size * RGM_LINE_HEIGHT;
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;

  if (shown == NULL)
    return;

  if (text != TEXT_TITLE && text != TEXT_SUBTITLE)
    width = MIN (width, MAX_LINE * style.size);
  whole = g_strconcat (shown, tail, NULL);
  lines = rgm_text_measure_wrap (plan->layout.measure, whole, style.size, style.weight, width);

  if (pen->builder != NULL)
    {
      rgm_scene_builder_begin_group (pen->builder, texts[text].role, texts[text].id, NULL, NULL);
      if (text == TEXT_CAVEAT)
        draw_caution (pen->builder, plan->margin + style.size * SIGN_MIDDLE, pen->y + line / 2,
                      style.size * SIGN_SIZE);
      for (guint i = 0; lines[i] != NULL; i++)
        rgm_scene_builder_add_text (pen->builder, plan->margin + indent, pen->y + line * i + style.size,
                                    lines[i], &style);
      rgm_scene_builder_end_group (pen->builder);
    }

  pen->y += line * g_strv_length (lines);
}

/* ── Legend ──────────────────────────────────────────────────────────────────── */

static void
draw_key (RgmSceneBuilder    *builder,
          const RgmLegendKey *key,
          double              x,
          double              y,
          double              size)
{
  const RgmStyle style = { .fill = rgm_series_get_ink (key->key) };

  if (key->draw != NULL)
    key->draw (builder, key->key, x, y, size);
  else
    rgm_scene_builder_add_marker (builder, rgm_series_get_shape (key->key), x, y, size * MARKER_SIZE, &style);
}

static double
get_label_width (const RgmFramePlan *plan,
                 char              **lines)
{
  double width = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    width = MAX (width, rgm_text_measure_get_width (plan->layout.measure, lines[i], plan->sizes.fine, RGM_WEIGHT_REGULAR));

  return width;
}

/* How much of each label's width is added to the gap after it, for another font: none where that
 * would take a further line. */
static double
get_legend_slack (const RgmFramePlan *plan)
{
  GArray *legend = plan->frame->legend;
  double needed = legend->len * (plan->sizes.fine * LABEL_LEFT + 2 * RGM_FRAME_SMALL_GAP) - 2 * RGM_FRAME_SMALL_GAP;
  double labels = 0;

  for (guint i = 0; i < legend->len; i++)
    labels += rgm_text_measure_get_width (plan->layout.measure, g_array_index (legend, RgmLegendKey, i).label,
                                          plan->sizes.fine, RGM_WEIGHT_REGULAR);

  return CLAMP ((plan->layout.width - 2 * plan->margin - needed - labels) / MAX (labels, 1), 0, RGM_TEXT_SLACK);
}

/* Sets the legend's entries one after another, on as many lines as necessary; a label that is
 * longer than a line wraps. */
static void
set_legend (Pen *pen)
{
  const RgmFramePlan *plan = pen->plan;
  const RgmTextStyle style = { .size = plan->sizes.fine, .ink = RGM_INK_MUTED };
  double left = plan->margin, right = plan->layout.width - plan->margin;
  double label_left = style.size * LABEL_LEFT;
  double line = style.size * LEGEND_LINE_HEIGHT;
  double x = left;
  GArray *legend = plan->frame->legend;
  double slack;

  if (legend == NULL)
    return;

  slack = get_legend_slack (plan);
  pen->y += plan->sizes.gap * 2 / 3;
  if (pen->builder != NULL)
    rgm_scene_builder_begin_group (pen->builder, RGM_SCENE_ROLE_LEGEND, "legend", NULL, NULL);

  for (guint i = 0; i < legend->len; i++)
    {
      const RgmLegendKey *key = &g_array_index (legend, RgmLegendKey, i);
      g_auto (GStrv) lines = rgm_text_measure_wrap (plan->layout.measure, key->label, style.size, style.weight,
                                                    right - left - label_left);
      double label = get_label_width (plan, lines);
      double width = label_left + label;

      if (x > left && x + width > right)
        {
          x = left;
          pen->y += line;
        }
      if (pen->builder != NULL)
        draw_key (pen->builder, key, x + style.size * KEY_MIDDLE, pen->y + line / 2, style.size);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (j > 0)
            pen->y += line;
          if (pen->builder != NULL)
            rgm_scene_builder_add_text (pen->builder, x + label_left, pen->y + line / 2 + style.size * RGM_TEXT_BASELINE,
                                        lines[j], &style);
        }
      x += width + label * slack + RGM_FRAME_SMALL_GAP * 2;
    }

  if (pen->builder != NULL)
    rgm_scene_builder_end_group (pen->builder);
  pen->y += line;
}

/* ── Head and foot ───────────────────────────────────────────────────────────── */

/* The margin above and below: where even gaps are small, it gives way too. */
static double
get_edge (const RgmFramePlan *plan)
{
  return plan->sizes.gap < RGM_FRAME_GAP ? plan->margin / 2 : plan->margin;
}

static void
set_head (Pen        *pen,
          const char *tail)
{
  gboolean has_subtitle = get_text (pen->plan, TEXT_SUBTITLE) != NULL;

  pen->y = get_edge (pen->plan);
  set_text (pen, TEXT_TITLE, has_subtitle ? NULL : tail);
  if (has_subtitle)
    pen->y += pen->plan->sizes.gap / 6;
  set_text (pen, TEXT_SUBTITLE, tail);
  set_legend (pen);
  pen->y += pen->plan->sizes.gap;
}

static void
set_foot (Pen *pen)
{
  double gap = pen->plan->sizes.gap;

  for (FrameText text = TEXT_SELECTION; text <= TEXT_SOURCES; text++)
    {
      if (get_text (pen->plan, text) == NULL)
        continue;
      pen->y += gap;
      set_text (pen, text, NULL);
      gap = pen->plan->sizes.gap / 3;
    }
  pen->y += get_edge (pen->plan);
}

/* Which page it is, in a way that every language reads. */
static char *
make_tail (guint page,
           guint n_pages)
{
  return n_pages > 1 ? g_strdup_printf (" \302\267 %u/%u", page + 1, n_pages) : g_strdup ("");
}

/**
 * rgm_frame_get_margin:
 * @layout: how a chart is laid out
 *
 * Returns: the margin round the whole, in points
 */
double
rgm_frame_get_margin (const RgmLayout *layout)
{
  return layout->width < NARROW_WIDTH ? RGM_FRAME_MARGIN / 2 : RGM_FRAME_MARGIN;
}

/**
 * rgm_frame_plan_init:
 * @self: a plan
 * @frame: what stands round the drawing; it has to live as long as the plan
 * @layout: how the chart is laid out
 * @sizes: the sizes of type
 *
 * Measures the frame.
 */
void
rgm_frame_plan_init (RgmFramePlan       *self,
                     const RgmFrame     *frame,
                     const RgmLayout    *layout,
                     const RgmTypeSizes *sizes)
{
  Pen head = { .plan = self };
  Pen foot = { .plan = self };

  *self = (RgmFramePlan) {
    .frame = frame,
    .layout = *layout,
    .sizes = *sizes,
    .margin = rgm_frame_get_margin (layout),
  };
  /* where there may be pages, their numbers have their place */
  set_head (&head, layout->overflow == RGM_OVERFLOW_PAGES ? " \302\267 00/00" : "");
  set_foot (&foot);
  self->head = head.y;
  self->foot = foot.y;
}

void
rgm_frame_plan_draw_head (const RgmFramePlan *self,
                          RgmSceneBuilder    *builder,
                          guint               page,
                          guint               n_pages)
{
  Pen pen = { .plan = self, .builder = builder };
  g_autofree char *tail = make_tail (page, n_pages);
  const RgmFrame *frame = self->frame;
  g_autoptr (GString) summary = g_string_new (frame->summary);

  if (frame->summary != NULL && self->layout.without_remarks)
    rgm_add_sentence (summary, frame->remarks);
  if (frame->summary != NULL)
    rgm_add_sentence (summary, frame->more_sources);
  rgm_scene_builder_set_title (builder, get_text (self, TEXT_TITLE), frame->summary != NULL ? summary->str : NULL);
  set_head (&pen, tail);
}

/**
 * rgm_frame_plan_draw_foot:
 * @self: a plan
 * @builder: what it is drawn with
 * @top: where the drawing ends
 */
void
rgm_frame_plan_draw_foot (const RgmFramePlan *self,
                          RgmSceneBuilder    *builder,
                          double              top)
{
  Pen pen = { .plan = self, .builder = builder, .y = top };

  set_foot (&pen);
}

