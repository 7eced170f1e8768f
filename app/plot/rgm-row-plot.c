/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-row-plot-private.h"

#include "rgm-glyphs.h"

static const char *
keep (RgmRowPlot *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * rgm_row_plot_new:
 * @mark: how estimates are drawn
 *
 * Returns: (transfer full): a plot without rows
 */
RgmRowPlot *
rgm_row_plot_new (RgmRowMark mark)
{
  RgmRowPlot *self = g_new0 (RgmRowPlot, 1);

  self->mark = mark;
  self->entries = g_array_new (FALSE, TRUE, sizeof (RgmRowEntry));
  self->strings = g_string_chunk_new (4096);

  return self;
}

static void
forget_geometry (RgmRowPlot *self)
{
  g_clear_pointer (&self->geometry, rgm_row_geometry_free);
  g_clear_object (&self->layout.measure);
  g_free ((gpointer) self->layout.title);
  self->layout.title = NULL;
}

/**
 * rgm_row_plot_free:
 * @self: (transfer full): a plot
 */
void
rgm_row_plot_free (RgmRowPlot *self)
{
  forget_geometry (self);
  rgm_frame_clear (&self->frame);
  g_array_unref (self->entries);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * rgm_row_plot_set_frame:
 * @self: a plot
 * @frame: the texts around the drawing; copied
 */
void
rgm_row_plot_set_frame (RgmRowPlot     *self,
                        const RgmFrame *frame)
{
  rgm_frame_copy (&self->frame, frame);
}

/**
 * rgm_row_plot_set_title:
 * @self: a plot
 * @title: (nullable): the heading over the rows' names
 */
void
rgm_row_plot_set_title (RgmRowPlot *self,
                        const char *title)
{
  self->title = keep (self, title);
}

/**
 * rgm_row_plot_add_panel:
 * @self: a plot with fewer than %RGM_ROW_PLOT_MAX_PANELS panels
 * @panel: a panel
 */
void
rgm_row_plot_add_panel (RgmRowPlot         *self,
                        const RgmPlotPanel *panel)
{
  RgmPlotPanel *kept = &self->panels[self->n_panels];

  g_return_if_fail (self->n_panels < RGM_ROW_PLOT_MAX_PANELS);

  *kept = *panel;
  kept->title = keep (self, panel->title);
  kept->short_title = keep (self, panel->short_title);
  kept->axis.title = keep (self, panel->axis.title);
  kept->reference_label = keep (self, panel->reference_label);
  self->n_panels++;
}

/**
 * rgm_row_plot_add_column:
 * @self: a plot with fewer than %RGM_ROW_PLOT_MAX_COLUMNS columns
 * @column: a column
 *
 * Columns are added before rows.
 */
void
rgm_row_plot_add_column (RgmRowPlot          *self,
                         const RgmPlotColumn *column)
{
  RgmPlotColumn *kept = &self->columns[self->n_columns];

  g_return_if_fail (self->n_columns < RGM_ROW_PLOT_MAX_COLUMNS);
  g_return_if_fail (self->entries->len == 0);

  *kept = *column;
  kept->title = keep (self, column->title);
  self->n_columns++;
}

/**
 * rgm_row_plot_set_left_out:
 * @self: a plot
 * @sentence: what the note says where columns have no room
 */
void
rgm_row_plot_set_left_out (RgmRowPlot *self,
                           const char *sentence)
{
  self->left_out = keep (self, sentence);
}

/**
 * rgm_row_plot_add_legend:
 * @self: a plot
 * @entry: the entry
 */
void
rgm_row_plot_add_legend (RgmRowPlot           *self,
                         const RgmLegendEntry *entry)
{
  rgm_frame_add_legend (&self->frame, entry);
}

/**
 * rgm_row_plot_add_heading:
 * @self: a plot
 * @text: the heading of the rows that follow
 */
void
rgm_row_plot_add_heading (RgmRowPlot *self,
                          const char *text)
{
  const RgmRowEntry entry = { .kind = RGM_ROW_ENTRY_HEADING, .label = keep (self, text) };

  g_array_append_val (self->entries, entry);
  self->has_headings = TRUE;
}

static void
add_row (RgmRowPlot       *self,
         RgmRowEntryKind   kind,
         const RgmPlotRow *row)
{
  RgmRowEntry entry = {
    .kind = kind,
    .id = keep (self, row->id),
    .target = keep (self, row->target),
    .sentence = keep (self, row->sentence),
    .label = keep (self, row->label),
    .detail = keep (self, row->detail),
    .series = row->series,
  };

  for (guint i = 0; i < self->n_columns && row->cells != NULL && row->cells[i] != NULL; i++)
    entry.cells[i] = keep (self, row->cells[i]);
  for (guint i = 0; i < RGM_ROW_PLOT_MAX_PANELS; i++)
    {
      entry.values[i] = row->values[i];
      entry.values[i].words = keep (self, row->values[i].words);
    }

  g_array_append_val (self->entries, entry);
  self->n_rows++;
}

/**
 * rgm_row_plot_add_row:
 * @self: a plot
 * @row: a row
 */
void
rgm_row_plot_add_row (RgmRowPlot       *self,
                      const RgmPlotRow *row)
{
  add_row (self, RGM_ROW_ENTRY_ROW, row);
}

/**
 * rgm_row_plot_add_pooled:
 * @self: a plot
 * @row: a pooled result: a diamond with its interval's bounds as ends, in the first panel
 */
void
rgm_row_plot_add_pooled (RgmRowPlot       *self,
                         const RgmPlotRow *row)
{
  add_row (self, RGM_ROW_ENTRY_POOLED, row);
}

/* The geometry doesn't depend on the requested page. */
static const RgmRowGeometry *
ensure_geometry (RgmRowPlot      *self,
                 const RgmLayout *layout)
{
  const RgmLayout *old = &self->layout;

  if (self->geometry != NULL && old->measure == layout->measure && old->direction == layout->direction &&
      old->width == layout->width && old->height == layout->height && old->base == layout->base &&
      old->floor == layout->floor && old->overflow == layout->overflow && g_strcmp0 (old->title, layout->title) == 0 &&
      old->without_method == layout->without_method && old->without_remarks == layout->without_remarks &&
      old->fine_print == layout->fine_print)
    return self->geometry;

  forget_geometry (self);
  self->layout = *layout;
  self->layout.title = g_strdup (layout->title);
  g_object_ref (self->layout.measure);
  self->geometry = rgm_row_geometry_new (self, &self->layout);

  return self->geometry;
}

/**
 * rgm_row_plot_lay_out:
 * @self: a plot with a panel
 * @layout: the layout
 * @n_pages: (out) (optional): the number of pages, at least 1
 *
 * Returns: (transfer full): the scene; the last page if a later one is requested
 */
RgmScene *
rgm_row_plot_lay_out (RgmRowPlot      *self,
                      const RgmLayout *layout,
                      guint           *n_pages)
{
  const RgmRowGeometry *geometry;
  guint count;

  g_return_val_if_fail (self->n_panels > 0, NULL);
  g_return_val_if_fail (layout->width > 0 && layout->base > 0 && layout->floor > 0, NULL);

  geometry = ensure_geometry (self, layout);
  count = geometry->pages->len - 1;
  if (n_pages != NULL)
    *n_pages = count;

  return rgm_row_plot_draw (self, layout, geometry, MIN (layout->page, count - 1));
}
