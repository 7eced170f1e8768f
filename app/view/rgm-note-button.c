/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-note-button.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-isolate.h"
#include "rgm-notes.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-trial-note.h"

#define FIELD_WIDTH 280
#define SPACING 6

/* Where in which trial. */
typedef struct
{
  RgmDataSet *data_set;
  RgmTrial   *trial;
  char       *place;
} Spot;

static void
spot_free (Spot *self)
{
  g_object_unref (self->data_set);
  g_object_unref (self->trial);
  g_free (self->place);
  g_free (self);
}

static const Spot *
get_spot (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "rgm-spot");
}

/* Gives a widget its spot, and calls it back for each change of a note. */
static void
follow (GtkWidget  *widget,
        RgmDataSet *data_set,
        RgmTrial   *trial,
        const char *place,
        void      (*on_changed) (GtkWidget *widget))
{
  Spot *spot = g_new (Spot, 1);

  spot->data_set = g_object_ref (data_set);
  spot->trial = g_object_ref (trial);
  spot->place = g_strdup (place);
  g_object_set_data_full (G_OBJECT (widget), "rgm-spot", spot, (GDestroyNotify) spot_free);
  g_signal_connect_object (rgm_notes_get_default (), "changed", G_CALLBACK (on_changed), widget, G_CONNECT_SWAPPED);
  on_changed (widget);
}

/* ── The button ──────────────────────────────────────────────────────────────── */

static gboolean
is_bookmarked (const Spot *spot)
{
  return rgm_notes_is_bookmarked (rgm_notes_get_default (), spot->data_set, spot->trial, spot->place);
}

static void
show_state (GtkWidget *button)
{
  const Spot *spot = get_spot (button);
  const char *text = rgm_notes_get_text (rgm_notes_get_default (), spot->data_set, spot->trial, spot->place);
  gboolean is_written = text != NULL;
  g_autoptr (GString) state = g_string_new (NULL);

  /* What the sign shows. The button within has the focus, and is to tell it too. */
  if (is_written)
    rgm_add_phrase (state, text);
  if (is_bookmarked (spot))
    rgm_add_phrase (state, C_("trial", "bookmarked"));
  rgm_accessible_set_description (button, state->len > 0 ? state->str : NULL);
  rgm_accessible_set_description (gtk_widget_get_first_child (button), state->len > 0 ? state->str : NULL);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 is_bookmarked (spot) ? "starred-symbolic" : is_written ? "rgm-note-written-symbolic"
                                                                                        : "rgm-note-symbolic");
}

static void
on_bookmark_toggled (GtkCheckButton *check,
                     GtkWidget      *button)
{
  const Spot *spot = get_spot (button);

  rgm_trial_bookmark (button, spot->data_set, spot->trial, spot->place, gtk_check_button_get_active (check));
}

/* It is made when it is opened first. */
static void
make_popover (GtkMenuButton *button,
              gpointer       data)
{
  const Spot *spot = get_spot (GTK_WIDGET (button));
  GtkWidget *popover, *box, *field, *check;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  field = g_object_new (RGM_TYPE_TRIAL_NOTE, "width-request", FIELD_WIDTH, NULL);
  rgm_trial_note_show (RGM_TRIAL_NOTE (field), spot->data_set, spot->trial, spot->place);

  check = gtk_check_button_new_with_label (_("Bookmark"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_bookmarked (spot));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_bookmark_toggled), button, 0);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), check);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * rgm_note_button_new:
 * @data_set: a data set
 * @trial: a trial of it
 * @place: a place of the trial, see rgm_note_place()
 * @name: what is there, for people
 *
 * Returns: (transfer full): a button that opens a person's own note and bookmark there, floating
 */
GtkWidget *
rgm_note_button_new (RgmDataSet *data_set,
                     RgmTrial   *trial,
                     const char *place,
                     const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is an arm or an endpoint. */
  g_autofree char *label = rgm_text_printf (_("Your note on %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  rgm_accessible_set_name (button, label);
  follow (button, data_set, trial, place, show_state);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, NULL, NULL);

  return button;
}

/* ── The text ────────────────────────────────────────────────────────────────── */

static void
show_text (GtkWidget *label)
{
  const Spot *spot = get_spot (label);
  const char *text = rgm_notes_get_text (rgm_notes_get_default (), spot->data_set, spot->trial, spot->place);
  /* Translators: %s is what a person noted. */
  g_autofree char *line = text != NULL ? rgm_text_printf (_("Your note: %s"), text) : NULL;

  gtk_label_set_text (GTK_LABEL (label), line != NULL ? line : "");
  gtk_widget_set_visible (label, line != NULL);
}

/**
 * rgm_note_text_new:
 * @data_set: a data set
 * @trial: a trial of it
 * @place: a place of the trial, see rgm_note_place()
 *
 * Returns: (transfer full): what is noted there, as it changes, floating; not visible while that is nothing
 */
GtkWidget *
rgm_note_text_new (RgmDataSet *data_set,
                   RgmTrial   *trial,
                   const char *place)
{
  GtkWidget *label = rgm_text_new ("", "caption");

  gtk_widget_set_can_focus (label, FALSE);
  follow (label, data_set, trial, place, show_text);

  return label;
}
