/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-help-window.h"
#include "rgm-patient-review.h"
#include "rgm-row-name.h"

struct _RgmPatientReview
{
  AdwWindow            parent_instance;

  RgmSelection        *selection;
  RgmPatientRecord    *record;
  GPtrArray           *ticks;     /* of GtkCheckButton, one for each recognised finding */

  GtkWidget           *use_button;
  GtkLabel            *fault;
  AdwPreferencesGroup *findings;
  AdwPreferencesGroup *others;
};

G_DEFINE_FINAL_TYPE (RgmPatientReview, rgm_patient_review, ADW_TYPE_WINDOW)

static void
show_fault (RgmPatientReview *self,
            const char       *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    rgm_accessible_announce (GTK_WIDGET (self), fault);
}

static void
on_ticked (RgmPatientReview *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->ticks->len; i++)
    any = any || gtk_check_button_get_active (g_ptr_array_index (self->ticks, i));
  gtk_widget_set_sensitive (self->use_button, any);
  show_fault (self, NULL);
}

static void
on_use (RgmPatientReview *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              ((RgmRecordedFinding *) g_ptr_array_index (self->record->findings, i))->finding);

  /* Records may contradict themselves, as when a tumour was tested twice: the person decides. */
  if (rgm_selection_set_patient (self->selection, text->str, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_fault (self, error->message);
}

static GtkWidget *
row_new (const RgmRecordedFinding *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) subtitle = g_string_new (entry->result);

  if (entry->reason != NULL)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? "\n" : "", entry->reason);
  g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? "\n" : "", entry->place);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  rgm_row_set_name (row, entry->name);

  return row;
}

static void
fill (RgmPatientReview *self)
{
  for (guint i = 0; i < self->record->findings->len; i++)
    {
      const RgmRecordedFinding *finding = g_ptr_array_index (self->record->findings, i);
      GtkWidget *row = row_new (finding);
      GtkWidget *tick = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
      gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
      g_signal_connect_object (tick, "toggled", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
      adw_preferences_group_add (self->findings, row);
      g_ptr_array_add (self->ticks, tick);
    }
  for (guint i = 0; i < self->record->others->len; i++)
    adw_preferences_group_add (self->others, row_new (g_ptr_array_index (self->record->others, i)));

  if (self->record->findings->len == 0)
    adw_preferences_group_set_description (self->findings, _("Nothing in this record answers what the data set asks for."));
  gtk_widget_set_visible (GTK_WIDGET (self->others), self->record->others->len > 0);
  on_ticked (self);
}

static void
rgm_patient_review_dispose (GObject *object)
{
  RgmPatientReview *self = RGM_PATIENT_REVIEW (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->record, rgm_patient_record_free);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_patient_review_parent_class)->dispose (object);
}

static void
rgm_patient_review_class_init (RgmPatientReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_patient_review_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-patient-review.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPatientReview, use_button);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientReview, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientReview, findings);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientReview, others);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
}

static void
rgm_patient_review_init (RgmPatientReview *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "patient#records");
}

/**
 * rgm_patient_review_show:
 * @parent: the window to show the review over
 * @selection: the selection whose patient gets the findings that are confirmed
 * @record: (transfer full): the patient's record
 *
 * Shows what was recognised in a record and what wasn't. Nothing is used until the person says so.
 */
void
rgm_patient_review_show (GtkWindow        *parent,
                         RgmSelection     *selection,
                         RgmPatientRecord *record)
{
  RgmPatientReview *self = g_object_new (RGM_TYPE_PATIENT_REVIEW, "transient-for", parent, NULL);

  self->selection = g_object_ref (selection);
  self->record = record;
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
