/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-notes.h"
#include "rgm-punctuation.h"
#include "rgm-trial-note.h"

struct _RgmTrialNote
{
  GtkWidget      parent_instance;

  RgmDataSet    *data_set;
  RgmTrial      *trial;
  char          *place;

  GtkWidget     *box;
  GtkTextView   *view;
  GtkWidget     *fault;
};

G_DEFINE_FINAL_TYPE (RgmTrialNote, rgm_trial_note, GTK_TYPE_WIDGET)

static void
tell_fault (GtkWidget    *widget,
            const GError *error)
{
  gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
save (RgmTrialNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->trial == NULL || !gtk_text_buffer_get_modified (buffer))
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_text_buffer_set_modified (buffer, FALSE);
  if (!rgm_notes_set_text (rgm_notes_get_default (), self->data_set, self->trial, self->place, text, &error))
    tell_fault (GTK_WIDGET (self), error);
}

/* Unless something is being written, the field holds what is noted, in whichever window that was. */
static void
fill (RgmTrialNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  RgmNotes *notes = rgm_notes_get_default ();
  const char *fault = rgm_notes_get_fault (notes);
  const char *text;

  gtk_label_set_text (GTK_LABEL (self->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (self->fault, fault != NULL);
  if (self->trial == NULL || gtk_text_buffer_get_modified (buffer) || gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  text = rgm_notes_get_text (notes, self->data_set, self->trial, self->place);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_modified (buffer, FALSE);
}

static void
rgm_trial_note_unmap (GtkWidget *widget)
{
  save (RGM_TRIAL_NOTE (widget));

  GTK_WIDGET_CLASS (rgm_trial_note_parent_class)->unmap (widget);
}

static void
rgm_trial_note_dispose (GObject *object)
{
  RgmTrialNote *self = RGM_TRIAL_NOTE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->data_set);
  g_clear_object (&self->trial);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (rgm_trial_note_parent_class)->dispose (object);
}

static void
rgm_trial_note_class_init (RgmTrialNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_trial_note_dispose;
  widget_class->unmap = rgm_trial_note_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-trial-note.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmTrialNote, box);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialNote, view);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialNote, fault);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
rgm_trial_note_init (RgmTrialNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rgm_notes_get_default (), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

/**
 * rgm_trial_note_show:
 * @self: the field
 * @data_set: a data set
 * @trial: a trial of it, or another revision of the one that is shown
 * @place: (nullable): a place of the trial, see rgm_note_place(); %NULL for the trial itself
 *
 * Saves what was written before, and shows the note there.
 */
void
rgm_trial_note_show (RgmTrialNote *self,
                     RgmDataSet   *data_set,
                     RgmTrial     *trial,
                     const char   *place)
{
  g_return_if_fail (RGM_IS_TRIAL_NOTE (self));

  save (self);
  g_set_object (&self->data_set, data_set);
  g_set_object (&self->trial, trial);
  g_free (self->place);
  self->place = g_strdup (place);
  fill (self);
}

/**
 * rgm_trial_bookmark:
 * @widget: where a failure is told
 * @data_set: a data set
 * @trial: a trial of it
 * @place: (nullable): as for rgm_trial_note_show()
 * @is_bookmarked: whether it is to be bookmarked
 *
 * Bookmarks or takes the bookmark away, and says so: the focus may be far from the star, as with the key.
 *
 * Returns: whether that is saved
 */
gboolean
rgm_trial_bookmark (GtkWidget  *widget,
                    RgmDataSet *data_set,
                    RgmTrial   *trial,
                    const char *place,
                    gboolean    is_bookmarked)
{
  g_autoptr (GError) error = NULL;

  if (rgm_notes_set_bookmarked (rgm_notes_get_default (), data_set, trial, place, is_bookmarked, &error))
    {
      g_autofree char *state = rgm_text_printf (C_("label", "%s: %s"), _("Bookmarked"), is_bookmarked ? _("yes") : _("no"));
      char *phrases[] = { (char *) trial->name, state, NULL };
      g_autofree char *said = rgm_join_phrases (phrases);

      rgm_accessible_announce (widget, said);

      return TRUE;
    }

  tell_fault (widget, error);

  return FALSE;
}
