/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-save-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-notes.h"
#include "rgm-save-dialog.h"
#include "rgm-table.h"
#include "rgm-term-text.h"
#include "rgm-window-state.h"
#include "rgm-window.h"

/* A person's own notes leave the program when they are asked for, as a table beside the data set. */

enum
{
  COLUMN_TRIAL,
  COLUMN_REGISTRATIONS,
  COLUMN_ARM,
  COLUMN_ENDPOINT,
  COLUMN_SUBGROUP,
  COLUMN_BOOKMARKED,
  COLUMN_NOTE,
};

static void
add_row (RgmTable   *table,
         RgmDataSet *data_set,
         RgmTrial   *trial,
         const char *place)
{
  RgmNotes *notes = rgm_notes_get_default ();
  g_auto (GStrv) parts = rgm_note_place_split (place);
  guint n_parts = g_strv_length (parts);
  g_autofree char *registrations = g_strjoinv (" ", trial->registrations);
  const char *text = rgm_notes_get_text (notes, data_set, trial, place);
  RgmArm *arm = n_parts > 0 ? rgm_data_set_find_arm (data_set, parts[0], NULL) : NULL;
  guint row = rgm_table_add_row (table, trial->id);

  rgm_table_set_text (table, row, COLUMN_TRIAL, trial->name);
  rgm_table_set_text (table, row, COLUMN_REGISTRATIONS, registrations);
  if (n_parts > 0)
    /* It may have been deleted since. */
    rgm_table_set_text (table, row, COLUMN_ARM, arm != NULL ? arm->label : parts[0]);
  if (n_parts > 1)
    rgm_table_set_text (table, row, COLUMN_ENDPOINT, rgm_term_endpoint (data_set, parts[1]));
  if (n_parts > 2)
    rgm_table_set_text (table, row, COLUMN_SUBGROUP, parts[2]);
  if (rgm_notes_is_bookmarked (notes, data_set, trial, place))
    rgm_table_set_text (table, row, COLUMN_BOOKMARKED, _("yes"));
  if (text != NULL)
    rgm_table_set_text (table, row, COLUMN_NOTE, text);
}

static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

static RgmTable *
make_table (RgmDataSet *data_set)
{
  RgmTable *table = rgm_table_new ();

  rgm_table_add_column (table, "trial", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "registrations", _("Registrations"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "arm", _("Arm"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "endpoint", _("Endpoint"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "subgroup", _("Subgroup"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "bookmarked", _("Bookmarked"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "note", _("Your note"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      g_auto (GStrv) places = rgm_notes_list_places (rgm_notes_get_default (), data_set, trial);
      guint n = g_strv_length (places);

      qsort (places, n, sizeof *places, compare_places);
      for (guint j = 0; j < n; j++)
        add_row (table, data_set, trial, places[j]);
    }

  return table;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (rgm_window_get_state (RGM_WINDOW (widget)));
  g_autoptr (RgmTable) table = data_set != NULL ? make_table (data_set) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (table == NULL || rgm_table_get_n_rows (table) == 0)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _("You have no notes or bookmarks on this data set."));
      return;
    }

  text = rgm_table_to_spreadsheet (table, NULL);
  bytes = g_bytes_new_take (text, strlen (text));
  /* Translators: the name of a file of notes, without its ending. */
  rgm_save_dialog_show (widget, _("Save your notes"), C_("file name", "notes"), "csv", _("Table (CSV)"), bytes);
}

/**
 * rgm_save_notes_install:
 * @widget_class: the class of windows
 *
 * Adds the action that saves a person's own notes on the data set as a table.
 */
void
rgm_save_notes_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-notes", NULL, save_action);
}
