/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-row-plot-private.h"

#include "rgm-punctuation.h"

#include <locale.h>
#include <string.h>

/* Shares of the content's width: the minimum for panels and the maximum for labels. */
#define MIN_PANELS 0.45
#define MAX_LABEL 0.38

/* The least width of a label beside columns, in b. */
#define MIN_LABEL 8.0

/* Heights of a row, in b. */
#define USUAL_ROW 2.4
#define TALLEST_ROW 3.0
#define MIN_ROW_OF_TWO_LINES 2.3
#define COMPACT_ROW 1.2
#define TIGHT_ROW 1.12

/* Heights of a heading, in b. */
#define USUAL_HEADING 2.2
#define COMPACT_HEADING 1.7
#define TIGHT_HEADING 1.4

/* The gap between parts of a figure where every point counts. */
#define TIGHT_GAP 9.0

/* How far type shrinks before anything else is reduced. */
#define A_LITTLE_SMALLER 0.84

/* Between columns, in b. */
#define COLUMN_GAP 1.4

/* The height of an axis with and without a title, relative to its type size. */
#define TITLED_AXIS 2.7
#define AXIS 1.3

/* With at least this many rows, they are compact. */
#define MANY_ROWS 60

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define EN_DASH 0x2013
#define WORD_JOINER 0x2060

static const RgmRowEntry *
get_entry (const RgmRowPlot *plot,
           guint             index)
{
  return &g_array_index (plot->entries, RgmRowEntry, index);
}

static gboolean
is_row (const RgmRowEntry *entry)
{
  return entry->kind == RGM_ROW_ENTRY_ROW || entry->kind == RGM_ROW_ENTRY_POOLED;
}

static gboolean
has_many_rows (const RgmRowPlot *plot)
{
  return plot->n_rows >= MANY_ROWS;
}

/* ── Columns ─────────────────────────────────────────────────────────────────── */

/* Pads the first numbers of a column so that they align. Intervals in brackets and anything after a slash stay as they are: padding
   would split them, and a search for 24/53 would fail. */
static void
align_column (char  **cells,
              guint   n)
{
  g_autoptr (GPtrArray) tails = g_ptr_array_new_full (n, g_free);
  const char *mark = localeconv ()->decimal_point;

  for (guint i = 0; i < n; i++)
    {
      char *tail = cells[i] != NULL ? strpbrk (cells[i], "[/") : NULL;

      g_ptr_array_add (tails, g_strdup (tail));
      if (tail != NULL)
        *tail = '\0';
    }

  rgm_align_numbers (cells, n, mark);

  for (guint i = 0; i < n; i++)
    if (g_ptr_array_index (tails, i) != NULL)
      {
        char *whole = g_strconcat (cells[i], g_ptr_array_index (tails, i), NULL);

        g_free (cells[i]);
        cells[i] = whole;
      }
}

/* Every cell's text, with the numbers aligned. */
static GPtrArray *
align_cells (const RgmRowPlot *plot)
{
  guint n = plot->entries->len;
  GPtrArray *cells = g_ptr_array_new_full (n * plot->n_columns, g_free);

  for (guint column = 0; column < plot->n_columns; column++)
    {
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (cells, g_strdup (get_entry (plot, i)->cells[column]));
      if (!plot->columns[column].numbers || n == 0)
        continue;
      align_column ((char **) &cells->pdata[(gsize) column * n], n);
    }

  return cells;
}

static double
get_column_width (const RgmRowGeometry *self,
                  const RgmRowPlot     *plot,
                  RgmTextMeasure       *measure,
                  guint                 column)
{
  const char *title = plot->columns[column].title;
  double width = 0;

  if (title != NULL)
    width = rgm_text_measure_get_width (measure, title, self->sizes.small, RGM_WEIGHT_REGULAR);
  for (guint i = 0; i < plot->entries->len; i++)
    {
      const char *cell = rgm_row_geometry_get_cell (self, plot, i, column);
      gboolean pooled = get_entry (plot, i)->kind == RGM_ROW_ENTRY_POOLED;

      if (cell != NULL)
        width = MAX (width, rgm_text_measure_get_width (measure, cell, self->sizes.body,
                                                        pooled ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR));
    }

  return width;
}

static double
get_natural_label (const RgmRowGeometry *self,
                   const RgmRowPlot     *plot,
                   RgmTextMeasure       *measure)
{
  double widest = 0;

  if (plot->title != NULL)
    widest = rgm_text_measure_get_width (measure, plot->title, self->sizes.small, RGM_WEIGHT_REGULAR);
  for (guint i = 0; i < plot->entries->len; i++)
    if (is_row (get_entry (plot, i)))
      widest = MAX (widest, rgm_row_label_get_width (get_entry (plot, i), g_ptr_array_index (self->stacked, i), self, measure));

  return widest / (1 - RGM_TEXT_SLACK);
}

/* Drops columns, the last one first, until the rest fits; returns the width left for the label. */
static double
choose_columns (RgmRowGeometry   *self,
                const RgmRowPlot *plot,
                RgmTextMeasure   *measure)
{
  double content = self->right - self->left;
  double room = content * (1 - MIN_PANELS) - self->gap * plot->n_panels;

  for (guint i = 0; i < plot->n_columns; i++)
    {
      self->column_width[i] = get_column_width (self, plot, measure, i);
      self->column_shown[i] = TRUE;
      room -= self->column_width[i] + self->gap;
    }
  for (guint i = plot->n_columns; i > 0 && room < MIN_LABEL * self->sizes.body; i--)
    {
      self->column_shown[i - 1] = FALSE;
      room += self->column_width[i - 1] + self->gap;
    }

  return MAX (MIN (room, content * MAX_LABEL), 0);
}

/* Numbers go from the left in a scene that reads from the right, on each line that their cell may be broken into. An interval is
 * not broken after its dash. */
static void
append_cell (const RgmRowGeometry *self,
             GString              *stacked,
             const char           *cell)
{
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (self->mirrored && (p == cell || p[-1] == ' '))
        g_string_append (stacked, LEFT_TO_RIGHT_MARK);
      g_string_append_unichar (stacked, g_utf8_get_char (p));
      if (g_utf8_get_char (p) == EN_DASH)
        g_string_append_unichar (stacked, WORD_JOINER);
    }
}

/* The cells of an entry that have no column: 'OS 15.5 [10.3–20.9]'. Beside a single panel they need no name. */
static char *
stack_cells (const RgmRowGeometry *self,
             const RgmRowPlot     *plot,
             const RgmRowEntry    *entry)
{
  GString *stacked = g_string_new (NULL);

  for (guint i = 0; i < plot->n_columns; i++)
    {
      const RgmPlotPanel *panel = &plot->panels[plot->columns[i].panel > 0 ? plot->columns[i].panel - 1 : 0];
      const char *name = panel->short_title != NULL ? panel->short_title : panel->title;

      if (self->column_shown[i] || entry->cells[i] == NULL || *entry->cells[i] == '\0')
        continue;
      if (stacked->len > 0)
        g_string_append (stacked, RGM_TEXT_GAP);
      if (plot->n_panels > 1 && name != NULL)
        g_string_append_printf (stacked, "%s ", name);
      append_cell (self, stacked, entry->cells[i]);
    }

  return g_string_free (stacked, stacked->len == 0);
}

/* What has no column goes below the labels; rows in such numbers that they are compact have no room for it. */
static void
choose_stacked (RgmRowGeometry   *self,
                const RgmRowPlot *plot)
{
  g_ptr_array_set_size (self->stacked, 0);
  for (guint i = 0; i < plot->entries->len; i++)
    {
      const RgmRowEntry *entry = get_entry (plot, i);

      g_ptr_array_add (self->stacked, !has_many_rows (plot) && is_row (entry) ? stack_cells (self, plot, entry) : NULL);
    }
}

/* Computes the width of the labels and the extra height of rows whose label wraps. */
static double
wrap_labels (RgmRowGeometry   *self,
             const RgmRowPlot *plot,
             RgmTextMeasure   *measure)
{
  double available = choose_columns (self, plot, measure);
  double sum = 0;

  choose_stacked (self, plot);
  self->label_width = MIN (get_natural_label (self, plot, measure), available);
  self->text_width = self->label_width * (1 - RGM_TEXT_SLACK);
  for (guint i = 0; i < plot->entries->len; i++)
    if (is_row (get_entry (plot, i)))
      sum += self->extra[i] = rgm_row_label_get_extra (get_entry (plot, i), g_ptr_array_index (self->stacked, i), self, measure);
  self->wraps = sum > 0;

  return sum;
}

/* Divides the width between label, columns and panels. */
static void
place_columns (RgmRowGeometry   *self,
               const RgmRowPlot *plot)
{
  double panel_width, x;

  panel_width = self->right - self->left - self->label_width;
  for (guint i = 0; i < plot->n_columns; i++)
    if (self->column_shown[i])
      panel_width -= self->column_width[i] + self->gap;
  panel_width = panel_width / plot->n_panels - self->gap;

  x = self->left + self->label_width + self->gap;
  for (guint panel = 0; panel <= plot->n_panels; panel++)
    {
      for (guint i = 0; i < plot->n_columns; i++)
        if (self->column_shown[i] && MIN (plot->columns[i].panel, plot->n_panels) == panel)
          {
            self->column_x[i] = x;
            x += self->column_width[i] + self->gap;
          }
      if (panel == plot->n_panels)
        break;
      self->scales[panel].from = x;
      self->scales[panel].to = x + panel_width;
      x += panel_width + self->gap;
    }
}

/* ── Scales ──────────────────────────────────────────────────────────────────── */

static void
widen (double *lowest,
       double *highest,
       double  value)
{
  if (!isfinite (value))
    return;
  *lowest = isnan (*lowest) ? value : MIN (*lowest, value);
  *highest = isnan (*highest) ? value : MAX (*highest, value);
}

static void
choose_scales (RgmRowGeometry   *self,
               const RgmRowPlot *plot)
{
  for (guint panel = 0; panel < plot->n_panels; panel++)
    {
      double lowest = NAN, highest = NAN;

      for (guint i = 0; i < plot->entries->len; i++)
        {
          const RgmRowEntry *entry = get_entry (plot, i);
          const RgmPlotValue *value = &entry->values[panel];

          if (!is_row (entry))
            continue;
          widen (&lowest, &highest, value->value);
          widen (&lowest, &highest, value->span.lower);
          widen (&lowest, &highest, value->span.upper);
          widen (&lowest, &highest, value->second_span.lower);
          widen (&lowest, &highest, value->second_span.upper);
          if (entry->kind == RGM_ROW_ENTRY_ROW && value->weight > self->heaviest)
            self->heaviest = value->weight;
        }
      self->has_data[panel] = !isnan (lowest);
      rgm_scale_init (&self->scales[panel], &plot->panels[panel].axis, lowest, highest);
    }
}

/* ── Heights ─────────────────────────────────────────────────────────────────── */

static guint
count_titles_lines (const RgmRowPlot *plot)
{
  gboolean columns = plot->title != NULL;
  gboolean panels = FALSE, references = FALSE;

  for (guint i = 0; i < plot->n_columns; i++)
    columns |= plot->columns[i].title != NULL;
  for (guint i = 0; i < plot->n_panels; i++)
    {
      panels |= plot->panels[i].title != NULL;
      references |= plot->panels[i].reference_label != NULL && !isnan (plot->panels[i].reference);
    }

  return panels && references ? 2 : panels || references || columns ? 1 : 0;
}

static double
get_axis_height (const RgmRowGeometry *self,
                 const RgmRowPlot     *plot)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < plot->n_panels; i++)
    titled |= plot->panels[i].axis.title != NULL;

  return RGM_FRAME_SMALL_GAP + self->sizes.small * (titled ? TITLED_AXIS : AXIS);
}

/* No column goes without a word. */
static const RgmFrame *
choose_frame (RgmRowGeometry   *self,
              const RgmRowPlot *plot)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < plot->n_columns; i++)
    is_whole = is_whole && (self->column_shown[i] || !has_many_rows (plot));
  if (is_whole || plot->left_out == NULL)
    return &plot->frame;

  if (self->noted.title == NULL)
    {
      char *note = rgm_join_sentences (plot->frame.note, plot->left_out);

      rgm_frame_copy (&self->noted, &plot->frame);
      g_free ((gpointer) self->noted.note);
      self->noted.note = note;
    }

  return &self->noted;
}

/* Computes everything except rows at type size @base, and the extra height for wrapped labels. */
static double
measure_rest (RgmRowGeometry      *self,
              const RgmRowPlot    *plot,
              const RgmLayout *layout,
              double               base)
{
  double rest;

  rgm_type_sizes_init (&self->sizes, base, layout->floor);
  if (self->tight)
    self->sizes.gap = TIGHT_GAP;
  self->gap = MAX (RGM_FRAME_GAP, self->sizes.body * COLUMN_GAP);
  self->indent = plot->has_headings ? self->sizes.body : 0;
  rest = wrap_labels (self, plot, layout->measure);
  rgm_frame_plan_init (&self->frame, choose_frame (self, plot), layout, &self->sizes);
  self->titles_lines = plot->n_rows > 0 ? count_titles_lines (plot) : 0;
  self->titles = self->titles_lines > 0 ? self->titles_lines * self->sizes.small * RGM_LINE_HEIGHT + RGM_FRAME_SMALL_GAP : 0;
  self->axis = plot->n_rows > 0 ? get_axis_height (self, plot) : 0;

  for (guint i = 0; i < plot->entries->len; i++)
    if (!is_row (get_entry (plot, i)))
      rest += rgm_row_geometry_get_height (self, plot, i);

  return rest + self->frame.head + self->titles + self->axis + self->frame.foot;
}

/* Whether rows of one or two lines fit into the height at type size @base, without wrapping labels unless @wrap is set. Sets the
   geometry accordingly. */
static gboolean
try_density (RgmRowGeometry      *self,
             const RgmRowPlot    *plot,
             const RgmLayout *layout,
             double               base,
             gboolean             two_lines,
             gboolean             wrap)
{
  double least = base * (two_lines ? MIN_ROW_OF_TWO_LINES : self->tight ? TIGHT_ROW : COMPACT_ROW);
  double most = base * (two_lines ? TALLEST_ROW : MIN_ROW_OF_TWO_LINES);
  double room;

  self->two_lines = two_lines;
  room = (layout->height - measure_rest (self, plot, layout, base)) / plot->n_rows;
  self->row_height = CLAMP (room, least, most);

  return room >= least && (wrap || !self->wraps);
}

/* The largest type size at which the rows fit. */
static gboolean
try_sizes (RgmRowGeometry      *self,
           const RgmRowPlot    *plot,
           const RgmLayout *layout,
           double               largest,
           double               smallest,
           gboolean             two_lines,
           gboolean             wrap)
{
  for (double base = largest;; base = MAX (base * RGM_TYPE_STEP, smallest))
    {
      if (try_density (self, plot, layout, base, two_lines, wrap))
        return TRUE;
      if (base <= smallest)
        return FALSE;
    }
}

/* Rows of two lines are the most readable. If they don't fit, try in turn: slightly smaller type; rows of one line if no name has
   to wrap; the smallest type; rows of one line with wrapped names; the smallest gaps; and finally overflow. */
static void
choose_density (RgmRowGeometry      *self,
                const RgmRowPlot    *plot,
                const RgmLayout *layout)
{
  double floor = layout->floor;
  double base = MAX (layout->base, floor);
  gboolean many = has_many_rows (plot);

  if (layout->height <= 0 || plot->n_rows == 0)
    {
      self->two_lines = !many;
      measure_rest (self, plot, layout, base);
      self->row_height = self->sizes.body * (many ? COMPACT_ROW : USUAL_ROW);
      return;
    }

  if (!many && try_sizes (self, plot, layout, base, MAX (base * A_LITTLE_SMALLER, floor), TRUE, TRUE))
    return;
  if (!many && try_sizes (self, plot, layout, base, floor, FALSE, FALSE))
    return;
  if (!many && try_sizes (self, plot, layout, base, floor, TRUE, TRUE))
    return;
  if (try_sizes (self, plot, layout, base, floor, FALSE, TRUE))
    return;

  self->tight = TRUE;
  if (try_density (self, plot, layout, floor, FALSE, TRUE))
    return;
  self->tight = FALSE;
  try_density (self, plot, layout, floor, FALSE, TRUE);
}

/* Computes where each page begins; a heading stays with the row after it. */
static void
break_pages (RgmRowGeometry      *self,
             const RgmRowPlot    *plot,
             const RgmLayout *layout)
{
  gboolean paged = layout->overflow == RGM_OVERFLOW_PAGES && layout->height > 0;
  double room = layout->height - self->frame.head - self->titles - self->axis - self->frame.foot;
  guint end = plot->entries->len;
  guint first = 0;
  double used = 0;

  g_array_append_val (self->pages, first);
  for (guint i = 0; i < end && paged; i++)
    {
      double height = rgm_row_geometry_get_height (self, plot, i);

      if (used + height > room + 0.01 && i > first)
        {
          guint next = i;

          while (next > first + 1 && get_entry (plot, next - 1)->kind == RGM_ROW_ENTRY_HEADING)
            next--;
          g_array_append_val (self->pages, next);
          first = i = next;
          used = 0;
          height = rgm_row_geometry_get_height (self, plot, i);
        }
      used += height;
    }
  g_array_append_val (self->pages, end);
}

/* ── The whole ───────────────────────────────────────────────────────────────── */

/* Computes all positions. */
RgmRowGeometry *
rgm_row_geometry_new (const RgmRowPlot    *plot,
                      const RgmLayout *layout)
{
  RgmRowGeometry *self = g_new0 (RgmRowGeometry, 1);

  self->left = rgm_frame_get_margin (layout);
  /* the label of the last tick extends into the margin */
  self->right = MAX (layout->width - RGM_FRAME_MARGIN, self->left + 1);
  self->cells = align_cells (plot);
  self->mirrored = layout->direction == RGM_DIRECTION_RTL;
  self->stacked = g_ptr_array_new_with_free_func (g_free);
  self->extra = g_new0 (double, plot->entries->len + 1);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));

  choose_scales (self, plot);
  choose_density (self, plot, layout);
  place_columns (self, plot);
  break_pages (self, plot, layout);

  return self;
}

void
rgm_row_geometry_free (RgmRowGeometry *self)
{
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->stacked);
  g_free (self->extra);
  g_array_unref (self->pages);
  rgm_frame_clear (&self->noted);
  g_free (self);
}

/* How tall an entry is, in points. */
double
rgm_row_geometry_get_height (const RgmRowGeometry *self,
                             const RgmRowPlot     *plot,
                             guint                 entry)
{
  if (get_entry (plot, entry)->kind == RGM_ROW_ENTRY_HEADING)
    return self->sizes.body * (self->two_lines ? USUAL_HEADING : self->tight ? TIGHT_HEADING : COMPACT_HEADING);

  return self->row_height + self->extra[entry];
}

/* The text of a cell; %NULL for none. */
const char *
rgm_row_geometry_get_cell (const RgmRowGeometry *self,
                           const RgmRowPlot     *plot,
                           guint                 entry,
                           guint                 column)
{
  return g_ptr_array_index (self->cells, column * plot->entries->len + entry);
}
