/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-citation.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-comparison-grid.h"
#include "rgm-comparison-table.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-sticky-grid.h"

/* A trial's column is this many characters wide, whatever it says. */
#define COLUMN_CHARS 26

/* A comparison as a grid: it is small, at most six trials and a score of rows, and its
 * rows are as high as their highest cell, which a column view can't do.
 *
 *                      ● TRIAL-A  x     ■ TRIAL-B  x
 *     Phase            II               III
 *     Lines  ≠ differs [≥ 2 prior]      [first]
 */
typedef struct
{
  RgmWindowState   *window_state;
  RgmDataSet     *data_set;
  const RgmTable *table;
} Build;

static void
on_remove (GtkButton    *button,
           RgmWindowState *window_state)
{
  const char *id = g_object_get_data (G_OBJECT (button), "rgm-trial");
  RgmTrial *trial = rgm_data_set_find_trial (rgm_window_state_get_data_set (window_state), id);

  if (trial != NULL)
    rgm_window_state_compare (window_state, trial, FALSE);
}

static GtkWidget *
trial_heading_new (Build    *build,
                   RgmTrial *trial)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "spacing", 6, NULL);
  GtkWidget *show = gtk_button_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (trial->name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a trial's name. */
  g_autofree char *show_name = rgm_text_printf (_("Show %s"), trial->name);
  /* Translators: %s is a trial's name. */
  g_autofree char *remove_name = rgm_text_printf (_("Remove %s from the comparison"), trial->name);

  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_box_append (GTK_BOX (inner), rgm_class_mark_new (rgm_trial_series (build->data_set, trial)));
  gtk_box_append (GTK_BOX (inner), name);

  gtk_button_set_child (GTK_BUTTON (show), inner);
  gtk_widget_add_css_class (show, "flat");
  gtk_widget_set_tooltip_text (show, show_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (show), GTK_ACCESSIBLE_PROPERTY_LABEL, show_name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.show-trial");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "s", trial->id);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, remove_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
  g_object_set_data_full (G_OBJECT (remove), "rgm-trial", g_strdup (trial->id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), build->window_state, 0);

  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), show);
  gtk_box_append (GTK_BOX (box), remove);

  return box;
}

static GtkWidget *
row_heading_new (Build *build,
                 guint  row)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                                 "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *title = gtk_label_new (rgm_table_get_text (build->table, row, 0));

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 16);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), title);

  if (rgm_comparison_table_row_differs (build->table, row))
    {
      /* Translators: a mark beside a row in which the populations of trials differ. */
      GtkWidget *differs = gtk_label_new (_("≠ differs"));

      gtk_label_set_xalign (GTK_LABEL (differs), 0.0f);
      gtk_widget_add_css_class (differs, "caption-heading");
      gtk_widget_set_tooltip_text (box, _("The populations of these trials differ in this respect, so their rates are not comparable."));
      gtk_box_append (GTK_BOX (box), differs);
    }

  return box;
}

/* Where a trial's cell in a row of an endpoint is from; %NULL for another row. */
static char *
make_place (Build    *build,
            RgmTrial *trial,
            guint     row)
{
  const char *id = rgm_table_get_row_id (build->table, row);
  GPtrArray *arms = trial->arms;
  GString *text;

  if (!g_str_has_prefix (id, "endpoint:"))
    return rgm_citation_places (build->data_set, trial->citations);

  text = g_string_new (NULL);
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), id + strlen ("endpoint:"));
      g_autofree char *places = NULL;

      if (outcome == NULL)
        continue;
      places = rgm_citation_places (build->data_set, outcome->citations);
      if (strstr (text->str, places) != NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, places);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
cell_new (Build    *build,
          RgmTrial *trial,
          guint     row,
          guint     column)
{
  GtkWidget *label = rgm_text_new (rgm_table_get_text (build->table, row, column), "numeric");
  g_autofree char *place = make_place (build, trial, row);
  /* Translators: a row of a table and a trial: 'Phase, TRIAL'. */
  g_autofree char *where = rgm_text_printf (C_("cell", "%s, %s"), rgm_table_get_text (build->table, row, 0),
                                            trial->name);
  gboolean differs = rgm_comparison_table_row_differs (build->table, row);
  const char *lines[] = { differs ? _("differs") : place, differs ? place : NULL, NULL };
  g_autofree char *description = g_strjoinv ("\n", (char **) lines);
  /* Translators: a row and a column of a table, and what the cell there says: 'Phase, TRIAL: II'. */
  g_autofree char *name = rgm_text_printf (C_("cell", "%s: %s"), where, rgm_table_get_text (build->table, row, column));

  gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "cell");
  if (differs)
    gtk_widget_add_css_class (label, "differs");
  rgm_tell_place (label, place);
  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  rgm_accessible_set_name (label, name);
  rgm_accessible_set_description (label, description);

  return label;
}

/* The caveat stands above the table. */
static gboolean
is_shown (const RgmTable *table,
          guint           row)
{
  return !g_str_equal (rgm_table_get_row_id (table, row), "caveat");
}

static RgmTrial *
get_trial (Build *build,
           guint  column)
{
  return rgm_data_set_find_trial (build->data_set,
                                  rgm_table_get_column_id (build->table, column + RGM_COMPARISON_FIRST_TRIAL - 1));
}

/**
 * rgm_comparison_grid_new:
 * @window_state: the window's state whose trials are compared
 * @table: the table of rgm_comparison_table_new(); its caveat is left to the page
 * @scroller: what the grid will be in
 *
 * Returns: (transfer full): the table as a widget, floating
 */
GtkWidget *
rgm_comparison_grid_new (RgmWindowState    *window_state,
                         const RgmTable    *table,
                         GtkScrolledWindow *scroller)
{
  Build build = { .window_state = window_state, .data_set = rgm_window_state_get_data_set (window_state), .table = table };
  guint n_columns = rgm_table_get_n_columns (table) - RGM_COMPARISON_FIRST_TRIAL + 1;
  guint n_rows = 1;
  RgmStickyGrid *grid;

  for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
    n_rows += is_shown (table, row);
  grid = RGM_STICKY_GRID (rgm_sticky_grid_new (scroller, n_columns, n_rows));
  gtk_widget_add_css_class (GTK_WIDGET (grid), "comparison");

  /* Cells, then what lies over them: the names of the rows, those of the trials, the corner. */
  for (guint column = 1; column < n_columns; column++)
    for (guint row = 0, at = 1; row < rgm_table_get_n_rows (table); row++)
      if (is_shown (table, row))
        rgm_sticky_grid_attach (grid, cell_new (&build, get_trial (&build, column), row, column + RGM_COMPARISON_FIRST_TRIAL - 1),
                                column, at++);
  for (guint row = 0, at = 1; row < rgm_table_get_n_rows (table); row++)
    if (is_shown (table, row))
      rgm_sticky_grid_attach (grid, row_heading_new (&build, row), 0, at++);
  for (guint column = 1; column < n_columns; column++)
    rgm_sticky_grid_attach (grid, trial_heading_new (&build, get_trial (&build, column)), column, 0);
  rgm_sticky_grid_attach (grid, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), 0, 0);

  return GTK_WIDGET (grid);
}
