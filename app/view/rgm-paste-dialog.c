/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-field-label.h"
#include "rgm-field-row.h"
#include "rgm-help-window.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-paste-dialog.h"
#include "rgm-pasted-table.h"
#include "rgm-row-name.h"

#define NO_SOURCE "-"

/* So many remarks on a table are shown; of a table that is none, each row has one. */
#define MOST_NOTES 12

/* Asks for a table from a spreadsheet, and shows what goes where before anything is taken. */
#define RGM_TYPE_PASTE_DIALOG (rgm_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgmPasteDialog, rgm_paste_dialog, RGM, PASTE_DIALOG, AdwWindow)

struct _RgmPasteDialog
{
  AdwWindow        parent_instance;

  GtkTextView     *text;
  GtkLabel        *fault;
  GtkLabel        *notes;
  GtkListBox      *cells;
  GtkBox          *origin;

  RgmWindowState  *window_state;
  char            *trial;
  RgmPastedTable  *table;    /* NULL where the text is none */
  RgmFieldRow     *source;
  RgmFieldRow     *place;
};

G_DEFINE_FINAL_TYPE (RgmPasteDialog, rgm_paste_dialog, ADW_TYPE_WINDOW)

static RgmDataSet *
get_data_set (RgmPasteDialog *self)
{
  return rgm_window_state_get_data_set (self->window_state);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static gboolean
is_any (RgmPasteDialog *self,
        gboolean        is_result)
{
  for (guint i = 0; self->table != NULL && i < self->table->cells->len; i++)
    {
      const RgmPastedCell *cell = g_ptr_array_index (self->table->cells, i);

      if (cell->is_taken && (cell->is_result || !is_result))
        return TRUE;
    }

  return FALSE;
}

/* Only results name where they come from. */
static void
update (RgmPasteDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->origin), is_any (self, TRUE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.take", is_any (self, FALSE));
}

/* ── What goes where ─────────────────────────────────────────────────────────── */

static char *
describe_cell (const RgmPastedCell *cell)
{
  const char *said = cell->message != NULL ? cell->message : cell->doubt;
  const char *doubt = cell->message != NULL ? cell->doubt : NULL;

  switch (cell->kind)
    {
    case RGM_PASTED_NEW:
      {
        /* Translators: a value that there was none of. */
        g_autofree char *addition = rgm_text_printf (C_("pasted", "New: %s."), cell->text);

        return g_strjoin (" ", addition, said, doubt, NULL);
      }
    case RGM_PASTED_REPLACES:
      {
        /* Translators: what a value is changed from, and to. */
        g_autofree char *change = rgm_text_printf (C_("pasted", "Replaces %s with %s."), cell->before, cell->text);

        return g_strjoin (" ", change, said, doubt, NULL);
      }
    case RGM_PASTED_SAME:
      return rgm_text_printf (_("%s: the trial says so already."), cell->text);
    case RGM_PASTED_REFUSED:
    default:
      return rgm_text_printf (_("Not taken: %s"), cell->message);
    }
}

static void
on_toggled (GtkCheckButton *check,
            RgmPasteDialog *self)
{
  RgmPastedCell *cell = g_object_get_data (G_OBJECT (check), "rgm-cell");

  cell->is_taken = gtk_check_button_get_active (check);
  update (self);
}

static GtkWidget *
cell_row_new (RgmPasteDialog *self,
              RgmPastedCell  *cell)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *prefix = cell->is_taken ? gtk_check_button_new () : gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  /* Translators: an arm, and an endpoint or a field of it: 'T-DXd: ORR'. */
  g_autofree char *title = rgm_text_printf (C_("pasted", "%s: %s"), cell->arm, cell->what);
  g_autofree char *description = describe_cell (cell);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  rgm_row_set_name (row, title);
  rgm_accessible_set_description (row, description);
  if (cell->is_taken)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (prefix), TRUE);
      rgm_accessible_set_description (prefix, description);
      g_object_set_data (G_OBJECT (prefix), "rgm-cell", cell);
      g_signal_connect_object (prefix, "toggled", G_CALLBACK (on_toggled), self, 0);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), prefix);
    }
  else if (cell->kind == RGM_PASTED_SAME)
    gtk_image_set_from_icon_name (GTK_IMAGE (prefix), "object-select-symbolic");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  if (cell->doubt != NULL)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (sign, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
    }

  return row;
}

static void
show_table (RgmPasteDialog *self)
{
  g_autofree char *notes = NULL;

  for (guint i = 0; i < self->table->cells->len; i++)
    gtk_list_box_append (self->cells, cell_row_new (self, g_ptr_array_index (self->table->cells, i)));
  if (self->table->notes->len > MOST_NOTES)
    {
      const guint n_left = self->table->notes->len - MOST_NOTES;

      g_ptr_array_set_size (self->table->notes, MOST_NOTES);
      g_ptr_array_add (self->table->notes, g_strdup_printf (ngettext ("%u more", "%u more", n_left), n_left));
    }
  g_ptr_array_add (self->table->notes, NULL);
  notes = g_strjoinv ("\n", (char **) self->table->notes->pdata);
  show_text (self->notes, notes);
}

static char *
dup_text (RgmPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_changed (RgmPasteDialog *self)
{
  g_autofree char *text = dup_text (self);
  RgmTrial *trial = rgm_data_set_find_trial (get_data_set (self), self->trial);
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->cells))) != NULL)
    gtk_list_box_remove (self->cells, row);
  g_clear_pointer (&self->table, rgm_pasted_table_free);
  show_text (self->fault, NULL);
  show_text (self->notes, NULL);
  if (*text != '\0' && trial != NULL)
    self->table = rgm_pasted_table_read (get_data_set (self), trial, text, &error);
  if (error != NULL)
    show_text (self->fault, error->message);
  if (self->table != NULL)
    show_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self->cells), self->table != NULL && self->table->cells->len > 0);
  update (self);
}

/* ── Taking it ───────────────────────────────────────────────────────────────── */

static gboolean
ask_again (RgmFieldRow *row,
           const char  *text)
{
  rgm_field_row_set_message (row, RGM_FIELD_MESSAGE_ERROR, text);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

static gboolean
is_origin_said (RgmPasteDialog *self,
                const char     *source,
                const char     *place)
{
  rgm_field_row_set_message (self->source, RGM_FIELD_MESSAGE_NONE, NULL);
  rgm_field_row_set_message (self->place, RGM_FIELD_MESSAGE_NONE, NULL);
  if (!is_any (self, TRUE) || g_str_equal (source, NO_SOURCE))
    return TRUE;
  if (*source == '\0')
    return ask_again (self->source, _("Choose where this comes from, or that no source is stated."));
  if (*place == '\0')
    return ask_again (self->place, _("Say where in the source it is: a table and its row, a figure, a page."));

  return TRUE;
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RgmPasteDialog *self = RGM_PASTE_DIALOG (widget);
  RgmDocument *document = rgm_window_state_get_document (self->window_state);
  g_autofree char *source = rgm_field_row_dup_text (self->source);
  g_autofree char *place = rgm_field_row_dup_text (self->place);
  const RgmCitationRef citation = { source, place };
  const gboolean is_cited = *source != '\0' && !g_str_equal (source, NO_SOURCE);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;

  if (self->table == NULL || document == NULL || !is_origin_said (self, source, place))
    return;

  revision = rgm_pasted_table_apply (self->table, get_data_set (self), is_cited ? &citation : NULL, &error);
  if (revision == NULL)
    {
      show_text (self->fault, error->message);
      return;
    }

  /* Translators: what is undone, after “Undo”. */
  rgm_document_apply (document, revision, _("paste table"), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static RgmFieldRow *
add_row (RgmPasteDialog *self,
         const char     *key)
{
  const RgmDescription *what = &rgm_citation_ref_description;
  const RgmField *field = rgm_description_find_field (what, key);
  GtkWidget *row = rgm_field_row_new (rgm_field_label_get (what, field), what, field, get_data_set (self), NULL);

  rgm_field_row_set_text (RGM_FIELD_ROW (row), "");
  gtk_box_append (self->origin, row);

  return RGM_FIELD_ROW (row);
}

static void
rgm_paste_dialog_dispose (GObject *object)
{
  RgmPasteDialog *self = RGM_PASTE_DIALOG (object);

  g_clear_pointer (&self->table, rgm_pasted_table_free);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_paste_dialog_parent_class)->dispose (object);
}

static void
rgm_paste_dialog_finalize (GObject *object)
{
  g_free (RGM_PASTE_DIALOG (object)->trial);

  G_OBJECT_CLASS (rgm_paste_dialog_parent_class)->finalize (object);
}

static void
rgm_paste_dialog_class_init (RgmPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_paste_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_paste_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPasteDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RgmPasteDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmPasteDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, RgmPasteDialog, cells);
  gtk_widget_class_bind_template_child (widget_class, RgmPasteDialog, origin);
  gtk_widget_class_install_action (widget_class, "dialog.take", NULL, take_action);
}

static void
rgm_paste_dialog_init (RgmPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "own-evidence#tables");
}

/**
 * rgm_paste_dialog_show:
 * @parent: the window that it belongs to
 * @window_state: a window's state with a document
 * @trial_id: the id of the trial that the table is about
 *
 * Asks for a table and takes what is agreed to as one step.
 */
void
rgm_paste_dialog_show (GtkWindow      *parent,
                       RgmWindowState *window_state,
                       const char     *trial_id)
{
  RgmPasteDialog *self;

  g_return_if_fail (rgm_window_state_get_document (window_state) != NULL);

  self = g_object_new (RGM_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
  self->window_state = g_object_ref (window_state);
  self->trial = g_strdup (trial_id);
  self->source = add_row (self, "id");
  rgm_field_row_add_choice (self->source, NO_SOURCE, _("No source is stated"));
  self->place = add_row (self, "place");
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
