/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-deck-private.h"

#include "rgm-frame.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-scene.h"
#include "rgm-table.h"
#include "rgm-xml.h"

/* The type sizes to try, the largest first. */
static const double type_sizes[] = { 14, 12, 10.5, 9 };

/* Cell padding relative to the type size: at the sides, and above and below the text. */
#define SIDE_PADDING 0.4
#define LINE_PADDING 0.25

#define HEAD_RULE 1.0
#define ROW_RULE 0.5

/* A column wider than this share of the slide moves below each row, across all others. */
#define MAX_SHARE 0.6

/* A table being laid out: its non-empty columns and their needs at a type size. */
typedef struct
{
  RgmTable *table;
  GArray *shown;   /* indices of columns */
  GArray *across;  /* and of those below the rows */
  GArray *widths;
  double size;
  double padding;
} TablePlan;

static const char *
get_text (const TablePlan *plan,
          int         row,
          guint       position)
{
  guint column = g_array_index (plan->shown, guint, position);
  const char *text = row < 0 ? rgm_table_get_column_title (plan->table, column) : rgm_table_get_text (plan->table, (guint) row, column);

  return text != NULL ? text : "";
}

/* The text below a row, or an empty string. */
static char *
make_span (const TablePlan *plan,
           int         row)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; row >= 0 && i < plan->across->len; i++)
    {
      guint column = g_array_index (plan->across, guint, i);
      const char *text = rgm_table_get_text (plan->table, (guint) row, column);
      /* Translators: a label and what it labels: 'Phase: II'. */
      g_autofree char *part = text != NULL && *text != '\0'
                                ? rgm_text_printf (C_ ("label", "%s: %s"), rgm_table_get_column_title (plan->table, column), text)
                                : NULL;

      if (part != NULL)
        rgm_add_phrase (all, part);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static RgmWeight
get_weight (int row)
{
  return row < 0 ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR;
}

/* The non-empty columns. */
static GArray *
find_columns (RgmTable *table)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < rgm_table_get_n_columns (table); column++)
    for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
      {
        const char *text = rgm_table_get_text (table, row, column);

        if (text != NULL && *text != '\0')
          {
            g_array_append_val (shown, column);
            break;
          }
      }

  return shown;
}

/* The width of the longest word of a text. */
static double
get_word_width (RgmTextMeasure *measure,
                const char     *text,
                double          size,
                RgmWeight       weight)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, rgm_text_measure_get_width (measure, words[i], size, weight));

  return width;
}

/* Gives each column the width of its longest word and shares out the rest where it helps. Returns
 * whether the words fit. */
static gboolean
plan_widths (TablePlan           *plan,
             RgmTextMeasure *measure,
             double          size,
             double          width)
{
  g_autoptr (GArray) least = g_array_new (FALSE, TRUE, sizeof (double));
  g_autoptr (GArray) whole = g_array_new (FALSE, TRUE, sizeof (double));
  double slack = 1 + RGM_TEXT_SLACK, least_sum = 0, whole_sum = 0, share;

  plan->size = size;
  plan->padding = size * SIDE_PADDING;
  g_array_set_size (least, plan->shown->len);
  g_array_set_size (whole, plan->shown->len);
  for (guint i = 0; i < plan->shown->len; i++)
    {
      for (int row = -1; row < (int) rgm_table_get_n_rows (plan->table); row++)
        {
          const char *text = get_text (plan, row, i);
          RgmWeight weight = get_weight (row);
          double *of_word = &g_array_index (least, double, i), *of_text = &g_array_index (whole, double, i);

          *of_word = MAX (*of_word, get_word_width (measure, text, size, weight) * slack + 2 * plan->padding);
          *of_text = MAX (*of_text, rgm_text_measure_get_width (measure, text, size, weight) * slack + 2 * plan->padding);
        }
      least_sum += g_array_index (least, double, i);
      whole_sum += g_array_index (whole, double, i);
    }

  share = whole_sum > least_sum ? CLAMP ((width - least_sum) / (whole_sum - least_sum), 0, 1) : 1;
  g_clear_pointer (&plan->widths, g_array_unref);
  plan->widths = g_array_new (FALSE, TRUE, sizeof (double));
  for (guint i = 0; i < plan->shown->len; i++)
    {
      double low = g_array_index (least, double, i), high = g_array_index (whole, double, i);
      double given = (low + (high - low) * share) * MIN (1, width / least_sum);

      g_array_append_val (plan->widths, given);
    }

  return least_sum <= width;
}

static char **
wrap_cell (const TablePlan     *plan,
           RgmTextMeasure *measure,
           int             row,
           guint           position)
{
  double width = g_array_index (plan->widths, double, position) - 2 * plan->padding;

  return rgm_text_measure_wrap (measure, get_text (plan, row, position), plan->size, get_weight (row),
                                MAX (width / (1 + RGM_TEXT_SLACK), 1) + 0.01);
}

/* Moves columns that are too wide below the rows. */
static void
move_long_columns (TablePlan           *plan,
                   RgmTextMeasure *measure,
                   double          width)
{
  for (guint i = plan->shown->len; i > 1; i--)
    {
      guint column = g_array_index (plan->shown, guint, i - 1);
      double longest = 0;

      for (guint row = 0; row < rgm_table_get_n_rows (plan->table); row++)
        longest = MAX (longest, rgm_text_measure_get_width (measure, get_text (plan, (int) row, i - 1), type_sizes[0], RGM_WEIGHT_REGULAR));
      if (longest <= width * MAX_SHARE || rgm_table_get_column_kind (plan->table, column) != RGM_COLUMN_TEXT)
        continue;
      g_array_prepend_val (plan->across, column);
      g_array_remove_index (plan->shown, i - 1);
    }
}

static double
get_height (const TablePlan *plan,
            guint       lines)
{
  return plan->size * (lines * RGM_LINE_HEIGHT + 2 * LINE_PADDING);
}

static char **
wrap_span (const TablePlan     *plan,
           RgmTextMeasure *measure,
           const char     *span,
           double          width)
{
  return rgm_text_measure_wrap (measure, span, plan->size, RGM_WEIGHT_REGULAR, (width - 2 * plan->padding) / (1 + RGM_TEXT_SLACK));
}

static double
get_width (const TablePlan *plan)
{
  double width = 0;

  for (guint i = 0; i < plan->widths->len; i++)
    width += g_array_index (plan->widths, double, i);

  return width;
}

/* The height of the text below a row, or 0. */
static double
get_span_height (const TablePlan     *plan,
                 RgmTextMeasure *measure,
                 int             row)
{
  g_autofree char *span = make_span (plan, row);
  g_auto (GStrv) lines = *span != '\0' ? wrap_span (plan, measure, span, get_width (plan)) : NULL;

  return lines != NULL ? get_height (plan, g_strv_length (lines)) : 0;
}

static double
get_row_height (const TablePlan     *plan,
                RgmTextMeasure *measure,
                int             row)
{
  guint lines = 1;

  for (guint i = 0; i < plan->shown->len; i++)
    {
      g_auto (GStrv) wrapped = wrap_cell (plan, measure, row, i);

      lines = MAX (lines, g_strv_length (wrapped));
    }

  return get_height (plan, lines);
}

/* ── Drawing ─────────────────────────────────────────────────────────────────── */

static void
draw_row (const TablePlan      *plan,
          RgmSceneBuilder *builder,
          int              row,
          double           left,
          double           top,
          RgmSlideTable   *made)
{
  RgmTextMeasure *measure = rgm_scene_builder_get_measure (builder);
  double x = left;

  for (guint i = 0; i < plan->shown->len; i++)
    {
      double width = g_array_index (plan->widths, double, i);
      gboolean is_number = g_array_index (made->numbers, gboolean, i);
      const RgmTextStyle style = { .size = plan->size, .weight = get_weight (row), .anchor = is_number ? RGM_ANCHOR_END : RGM_ANCHOR_START };
      g_auto (GStrv) lines = wrap_cell (plan, measure, row, i);

      for (guint j = 0; lines[j] != NULL; j++)
        if (*lines[j] != '\0')
          rgm_scene_builder_add_text (builder, is_number ? x + width - plan->padding : x + plan->padding,
                                      top + plan->size * (LINE_PADDING + RGM_LINE_HEIGHT * j + 1), lines[j], &style);
      g_ptr_array_add (made->cells, rgm_xml_clean (get_text (plan, row, i)));
      x += width;
    }
}

static void
draw_span (const TablePlan      *plan,
           RgmSceneBuilder *builder,
           const char      *span,
           double           left,
           double           top,
           RgmSlideTable   *made)
{
  const RgmTextStyle style = { .size = plan->size };
  g_auto (GStrv) lines = wrap_span (plan, rgm_scene_builder_get_measure (builder), span, get_width (plan));

  for (guint i = 0; lines[i] != NULL; i++)
    rgm_scene_builder_add_text (builder, left + plan->padding, top + plan->size * (LINE_PADDING + RGM_LINE_HEIGHT * i + 1), lines[i], &style);
  g_ptr_array_add (made->cells, rgm_xml_clean (span));
  for (guint i = 1; i < plan->shown->len; i++)
    g_ptr_array_add (made->cells, g_strdup (""));
}

static void
end_row (RgmSlideTable *made,
         double         height,
         gboolean       is_span)
{
  g_array_append_val (made->heights, height);
  g_array_append_val (made->spans, is_span);
}

static RgmSlideTable *
table_new (const TablePlan *plan)
{
  RgmSlideTable *self = g_new0 (RgmSlideTable, 1);

  self->columns = g_array_copy (plan->widths);
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  self->spans = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->size = plan->size;
  self->padding = plan->padding;
  for (guint i = 0; i < plan->shown->len; i++)
    {
      gboolean is_number = rgm_table_get_column_kind (plan->table, g_array_index (plan->shown, guint, i)) == RGM_COLUMN_NUMBER;

      g_array_append_val (self->numbers, is_number);
    }

  return self;
}

/* Draws the header and as many rows from @first as fit. */
static RgmSlideTable *
draw_table (const TablePlan         *plan,
            const RgmFramePlan *frame,
            RgmSceneBuilder    *builder,
            guint               first,
            guint               end,
            const GArray       *heights)
{
  const RgmStyle head_rule = { .stroke = RGM_INK_TEXT, .line_width = HEAD_RULE };
  const RgmStyle row_rule = { .stroke = RGM_INK_GRID, .line_width = ROW_RULE };
  RgmTextMeasure *measure = rgm_scene_builder_get_measure (builder);
  RgmSlideTable *made = table_new (plan);
  double left = frame->margin, y = frame->head, width = get_width (plan);

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_TABLE, "table", frame->frame->title, NULL);
  for (int row = -1; row < (int) end; row = row < 0 ? (int) first : row + 1)
    {
      double span_height = get_span_height (plan, measure, row);
      double height = g_array_index (heights, double, row + 1) - span_height;

      draw_row (plan, builder, row, left, y, made);
      end_row (made, height, FALSE);
      y += height;
      if (span_height > 0)
        {
          g_autofree char *span = make_span (plan, row);

          draw_span (plan, builder, span, left, y, made);
          end_row (made, span_height, TRUE);
          y += span_height;
        }
      rgm_scene_builder_add_line (builder, left, y, left + width, y, row < 0 ? &head_rule : &row_rule);
      if (row < 0 && first == end)
        break;
    }
  rgm_scene_builder_set_area (builder, &(RgmRect){ left, frame->head, width, y - frame->head });
  rgm_scene_builder_end_group (builder);

  return made;
}

static void
find_box (RgmScene      *scene,
          RgmSlideTable *made)
{
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    if (rgm_scene_get_group (scene, i)->role == RGM_SCENE_ROLE_TABLE)
      made->box = rgm_scene_get_group (scene, i)->area;
}

/* The index after the last row of each page. */
static GArray *
find_pages (const GArray *heights,
            double        room)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  double head = g_array_index (heights, double, 0), used = head;

  for (guint row = 0; row + 1 < heights->len; row++)
    {
      double height = g_array_index (heights, double, row + 1);

      if (used > head && used + height > room)
        {
          g_array_append_val (ends, row);
          used = head;
        }
      used += height;
    }
  g_array_append_val (ends, (guint){ heights->len - 1 });

  return ends;
}

/**
 * rgm_slides_add_tables:
 * @self: slides
 * @deck: their deck
 * @entry: a figure
 *
 * Adds the figure's table on as many slides as needed, in the largest type that its words allow.
 */
void
rgm_slides_add_tables (RgmSlides          *self,
                       RgmDeck            *deck,
                       const RgmDeckEntry *entry)
{
  const RgmFrame *words = rgm_figure_get_frame (entry->figure);
  const RgmFrame around = { .title = words->title, .subtitle = words->subtitle, .caveat = words->caveat, .sources = words->sources };
  RgmLayout layout = rgm_slides_get_layout (self, deck, entry);
  TablePlan plan = { .table = rgm_figure_get_table (entry->figure) };
  g_autoptr (GArray) shown = find_columns (plan.table);
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ends = NULL;
  double width;
  RgmTypeSizes type;
  RgmFramePlan frame;

  plan.shown = shown;
  plan.across = across;
  if (shown->len == 0)
    return;

  rgm_type_sizes_init (&type, layout.base, layout.floor);
  rgm_frame_plan_init (&frame, &around, &layout, &type);
  width = layout.width - 2 * frame.margin;
  if (!plan_widths (&plan, self->measure, type_sizes[0], width))
    move_long_columns (&plan, self->measure, width);
  for (guint i = 0; i < G_N_ELEMENTS (type_sizes); i++)
    if (plan_widths (&plan, self->measure, type_sizes[i], width))
      break;
  for (int row = -1; row < (int) rgm_table_get_n_rows (plan.table); row++)
    {
      double height = get_row_height (&plan, self->measure, row) + get_span_height (&plan, self->measure, row);

      g_array_append_val (heights, height);
    }

  ends = find_pages (heights, layout.height - frame.head - frame.foot);
  for (guint page = 0; page < ends->len; page++)
    {
      guint first = page > 0 ? g_array_index (ends, guint, page - 1) : 0, end = g_array_index (ends, guint, page);
      g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (self->measure, layout.width, layout.direction);
      g_autoptr (RgmScene) scene = NULL;
      RgmSlideTable *made;
      double bottom = frame.head;

      rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_FIGURE, "table-slide", NULL, NULL);
      rgm_frame_plan_draw_head (&frame, builder, page, ends->len);
      made = draw_table (&plan, &frame, builder, first, end, heights);
      for (guint i = 0; i < made->heights->len; i++)
        bottom += g_array_index (made->heights, double, i);
      rgm_frame_plan_draw_foot (&frame, builder, MAX (layout.height - frame.foot, bottom));
      rgm_scene_builder_end_group (builder);
      scene = rgm_scene_builder_finish (builder, MAX (layout.height, bottom + frame.foot));
      find_box (scene, made);
      rgm_slides_add (self, entry, scene, layout.height, made);
    }
  g_array_unref (plan.widths);
}
