/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-citation.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-comparison-grid.h"
#include "rgm-comparison-table.h"
#include "rgm-page-parts.h"

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
  RgmWorkspace   *workspace;
  RgmDataSet     *data_set;
  const RgmTable *table;
  GtkGrid        *grid;
} Build;

static void
on_remove (GtkButton    *button,
           RgmWorkspace *workspace)
{
  const char *id = g_object_get_data (G_OBJECT (button), "rgm-trial");
  RgmTrial *trial = rgm_data_set_find_trial (rgm_workspace_get_data_set (workspace), id);

  if (trial != NULL)
    rgm_workspace_compare (workspace, trial, FALSE);
}

static GtkWidget *
trial_heading_new (Build    *build,
                   RgmTrial *trial)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *show = gtk_button_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (rgm_trial_get_name (trial));
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a trial's name. */
  g_autofree char *show_name = g_strdup_printf (_("Show %s"), rgm_trial_get_name (trial));
  /* Translators: %s is a trial's name. */
  g_autofree char *remove_name = g_strdup_printf (_("Take %s out of the comparison"), rgm_trial_get_name (trial));

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
  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "s", rgm_trial_get_id (trial));

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, remove_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
  g_object_set_data_full (G_OBJECT (remove), "rgm-trial", g_strdup (rgm_trial_get_id (trial)), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), build->workspace, 0);

  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), show);
  gtk_box_append (GTK_BOX (box), remove);

  return box;
}

static GtkWidget *
row_heading_new (Build *build,
                 guint  row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
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
      gtk_widget_set_tooltip_text (box, _("The populations of these trials differ here: their rates are not comparable."));
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
  GPtrArray *arms = rgm_trial_get_arms (trial);
  GString *text;

  if (!g_str_has_prefix (id, "endpoint:"))
    return rgm_citation_places (build->data_set, rgm_trial_get_places (trial));

  text = g_string_new (NULL);
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), id + strlen ("endpoint:"));
      g_autofree char *places = NULL;

      if (outcome == NULL)
        continue;
      places = rgm_citation_places (build->data_set, rgm_outcome_get_places (outcome));
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
  g_autofree char *where = g_strdup_printf (C_("cell", "%s, %s"), rgm_table_get_text (build->table, row, 0),
                                            rgm_trial_get_name (trial));
  g_autofree char *description = g_strdup_printf ("%s\n%s", where, place);

  gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "cell");
  if (rgm_comparison_table_row_differs (build->table, row))
    gtk_widget_add_css_class (label, "differs");
  rgm_tell_place (label, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return label;
}

/**
 * rgm_comparison_grid_new:
 * @workspace: the workspace whose trials are compared
 * @table: the table of rgm_comparison_table_new(); its caveat is left to the page
 *
 * Returns: (transfer full): the table as a widget, floating
 */
GtkWidget *
rgm_comparison_grid_new (RgmWorkspace   *workspace,
                         const RgmTable *table)
{
  Build build = { .workspace = workspace, .data_set = rgm_workspace_get_data_set (workspace), .table = table };
  guint n_columns = rgm_table_get_n_columns (table);

  build.grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (build.grid), "comparison");

  for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
    {
      if (g_str_equal (rgm_table_get_row_id (table, row), "caveat"))
        continue;
      gtk_grid_attach (build.grid, row_heading_new (&build, row), 0, (int) row + 1, 1, 1);
    }

  for (guint column = RGM_COMPARISON_FIRST_TRIAL; column < n_columns; column++)
    {
      RgmTrial *trial = rgm_data_set_find_trial (build.data_set, rgm_table_get_column_id (table, column));

      gtk_grid_attach (build.grid, trial_heading_new (&build, trial), (int) column, 0, 1, 1);
      for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
        if (!g_str_equal (rgm_table_get_row_id (table, row), "caveat"))
          gtk_grid_attach (build.grid, cell_new (&build, trial, row, column), (int) column, (int) row + 1, 1, 1);
    }

  return GTK_WIDGET (build.grid);
}
