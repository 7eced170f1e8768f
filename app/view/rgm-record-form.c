/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-edit.h"
#include "rgm-field-label.h"
#include "rgm-flow-box.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-record-editor-private.h"

#define MEMBER RGM_FIELD_MEMBER
#define COLUMN_WIDTH 260

/* ── The form ────────────────────────────────────────────────────────────────── */

static void
add_row (RgmRecordEditor      *self,
         GtkWidget            *flow,
         const char           *label,
         const RgmDescription *description,
         const RgmField       *field,
         const char           *path,
         gboolean              is_result)
{
  RgmEditorRow *row = g_new0 (RgmEditorRow, 1);
  GtkWidget *widget = rgm_field_row_new (label, description, field, rgm_window_state_get_data_set (self->window_state), rgm_record_editor_get_trial (self));

  row->row = RGM_FIELD_ROW (widget);
  row->path = g_strdup (path);
  row->label = g_strdup (label);
  row->is_result = is_result;
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (widget, "left", G_CALLBACK (rgm_record_editor_left), self, 0);
  g_signal_connect_object (widget, "typed", G_CALLBACK (rgm_record_editor_typed), self, 0);
  rgm_flow_box_append (RGM_FLOW_BOX (flow), widget);
}

static GtkWidget *
heading_new (const char *title,
             const char *style)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_element (RgmRecordEditor      *self,
             GtkBox               *box,
             const RgmDescription *element,
             gpointer              record,
             const char           *path)
{
  gboolean is_place = element == &rgm_citation_ref_description;
  const char *name = is_place ? ((const RgmCitationRef *) record)->location : rgm_edit_get_name (element, record);
  GtkWidget *card = rgm_group_new ();
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (card, "record-form");
  rgm_accessible_set_name (card, name);
  gtk_box_append (GTK_BOX (header), heading_new (is_place ? "" : name, "heading"));
  if (!is_place)
    gtk_box_append (GTK_BOX (header), rgm_action_button_new ("edit-copy-symbolic", "editor.duplicate", path, _("Duplicate “%s”"), name));
  gtk_box_append (GTK_BOX (header), rgm_action_button_new ("go-up-symbolic", "editor.up", path, _("Move “%s” up"), name));
  gtk_box_append (GTK_BOX (header), rgm_action_button_new ("go-down-symbolic", "editor.down", path, _("Move “%s” down"), name));
  gtk_box_append (GTK_BOX (header), rgm_action_button_new ("user-trash-symbolic", "editor.delete", path, _("Delete “%s”"), name));
  gtk_box_append (GTK_BOX (card), header);
  rgm_record_form_fill (self, GTK_BOX (card), element, record, path);
  gtk_box_append (box, card);
}

static void
fill_list (RgmRecordEditor *self,
           GtkBox          *box,
           const RgmField  *field,
           GPtrArray       *records,
           const char      *path)
{
  const RgmRecordWords *words = rgm_record_words_find (field->element, path);
  GtkWidget *add = gtk_button_new_with_label (_(words->add));

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      const char *id = rgm_record_get_id (field->element, record);
      g_autofree char *position = g_strdup_printf ("%u", i);
      g_autofree char *at = rgm_edit_make_path (path, id != NULL ? id : position);

      add_element (self, box, field->element, record, at);
    }

  if (field->element == &rgm_arm_description)
    {
      GtkWidget *paste = gtk_button_new_with_mnemonic (_("_Paste a table…"));

      gtk_widget_set_halign (paste, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (paste), "editor.paste-table");
      gtk_box_append (box, paste);
    }
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "editor.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "s", path);
  gtk_box_append (box, add);
}

static void
on_expanded (GtkExpander *expander,
             GParamSpec  *pspec,
             gpointer     data)
{
  RgmRecordEditor *self = data;
  const char *path = g_object_get_data (G_OBJECT (expander), "rgm-path");

  if (!gtk_expander_get_expanded (expander))
    {
      g_hash_table_remove (self->open, path);
      return;
    }

  g_hash_table_add (self->open, g_strdup (path));
  if (gtk_expander_get_child (expander) == NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      const RgmField *field = NULL;
      gconstpointer record = rgm_edit_find (rgm_window_state_get_data_set (self->window_state), path, NULL, &field);

      gtk_expander_set_child (expander, box);
      if (record != NULL && field != NULL)
        fill_list (self, GTK_BOX (box), field, MEMBER (record, field, GPtrArray *const), path);
      rgm_record_editor_refresh (self);
    }
}

/* Arms and their results are what is edited most; the others are opened when they are wanted. */
static void
add_list (RgmRecordEditor      *self,
          GtkBox               *box,
          const RgmDescription *description,
          const RgmField       *field,
          GPtrArray            *records,
          const char           *path)
{
  const RgmRecordWords *words = rgm_record_words_find (field->element, path);
  const char *label = rgm_field_label_find (description, field);
  g_autofree char *title = NULL;
  GtkWidget *expander;

  if (words == NULL)
    return;

  if (field->element == &rgm_arm_description)
    {
      gtk_box_append (box, heading_new (_(words->title), "title-3"));
      fill_list (self, box, field, records, path);
      return;
    }

  /* Translators: a kind of records, and how many there are. */
  title = rgm_text_printf (_("%s (%u)"), label != NULL ? label : _(words->title), records->len);
  expander = gtk_expander_new (title);
  rgm_accessible_set_name (expander, title);
  g_object_set_data_full (G_OBJECT (expander), "rgm-path", g_strdup (path), g_free);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (on_expanded), self, 0);
  gtk_box_append (box, expander);
  if (field->element == &rgm_outcome_description || g_hash_table_contains (self->open, path))
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
}

/* Whether a form leaves a field out: what the program writes itself, what has no form, and the lists of the data set, which have
 * rows of their own on its page. */
gboolean
rgm_record_form_hides (const RgmDescription *description,
                       const RgmField       *field)
{
  static const char * const of_outcomes[] = {
    "state", "published", "relation", "value", "lower", "upper", "level", "unit", "responders", "analysed", "derived", NULL
  };

  if (field->kind == RGM_FIELD_ID)
    return TRUE;
  if (description == &rgm_outcome_description)
    return g_strv_contains (of_outcomes, field->key);
  if (description == &rgm_data_set_description)
    return field->kind == RGM_FIELD_RECORDS || field->element == &rgm_pathway_description || g_str_equal (field->key, "format");

  return description == &rgm_trial_description && g_str_equal (field->key, "origin");
}

static GtkWidget *
flow_new (GtkBox *box)
{
  GtkWidget *flow = rgm_flow_box_new (COLUMN_WIDTH);

  gtk_widget_set_hexpand (flow, TRUE);
  gtk_box_append (box, flow);

  return flow;
}

static void
add_record (RgmRecordEditor *self,
            GtkBox          *box,
            const RgmField  *field,
            gconstpointer    record,
            const char      *path)
{
  g_autoptr (GPtrArray) keep = rgm_description_new_array (field->element, 1);

  if (record == NULL)
    {
      g_ptr_array_add (keep, rgm_record_alloc (field->element));
      record = g_ptr_array_index (keep, 0);
    }
  rgm_record_form_fill (self, box, field->element, record, path);
}

/* A record within a record, under its heading; its fields are told apart by that: there are several dates. */
static GtkBox *
part_new (GtkBox     *box,
          const char *heading)
{
  GtkWidget *part;

  if (heading == NULL)
    return box;

  part = rgm_group_new ();
  rgm_accessible_set_name (part, heading);
  gtk_box_append (GTK_BOX (part), heading_new (heading, "heading"));
  gtk_box_append (box, part);

  return GTK_BOX (part);
}

void
rgm_record_form_fill (RgmRecordEditor      *self,
            GtkBox               *box,
            const RgmDescription *description,
            gconstpointer         record,
            const char           *path)
{
  GtkWidget *flow = NULL;

  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      g_autofree char *at = rgm_edit_make_path (path, field->key);
      const char *label = rgm_field_label_get (description, field);

      if (rgm_record_form_hides (description, field))
        continue;

      if (field->kind == RGM_FIELD_INLINE || field->kind == RGM_FIELD_RECORD)
        {
          GtkBox *part = part_new (box, rgm_field_label_find (description, field));

          if (field->kind == RGM_FIELD_INLINE)
            rgm_record_form_fill (self, part, field->element, &MEMBER (record, field, const char), at);
          else
            add_record (self, part, field, MEMBER (record, field, gconstpointer const), at);
          flow = NULL;
        }
      else if (field->kind == RGM_FIELD_RECORDS)
        {
          add_list (self, box, description, field, MEMBER (record, field, GPtrArray *const), at);
          flow = NULL;
        }
      else
        {
          if (flow == NULL)
            flow = flow_new (box);
          add_row (self, flow, label, description, field, at, FALSE);
          if (description == &rgm_outcome_description && field->kind == RGM_FIELD_REFERENCE)
            add_row (self, flow, _("Result as printed"), description, rgm_description_find_field (description, "published"), path, TRUE);
        }
    }
}
