/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-axis-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-accessible.h"
#include "rgm-format.h"
#include "rgm-row-name.h"

struct _RgmAxisRows
{
  AdwPreferencesGroup  parent_instance;

  RgmDigitisation     *digitisation;
  gboolean             is_refreshing;
  GtkWidget           *values[RGM_PICTURE_N_MARKS];
  GtkWidget           *buttons[RGM_PICTURE_N_MARKS];
};

G_DEFINE_FINAL_TYPE (RgmAxisRows, rgm_axis_rows, ADW_TYPE_PREFERENCES_GROUP)

static guint toggled_signal, answered_signal;

/* With the locale's decimal mark, and perhaps a percent sign. */
static void
on_value (RgmAxisRows *self,
          GtkWidget   *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  char *end;
  double value = g_strtod (text, &end);
  gboolean is_number = end != text && (*end == '\0' || (*end == '%' && end[1] == '\0')) && isfinite (value) && value >= 0 && value < 1e5;

  if (self->is_refreshing || self->digitisation == NULL)
    return;

  if (*text == '\0' || is_number)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               *text == '\0' || is_number ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    if (self->values[i] == entry)
      rgm_digitisation_set_value (self->digitisation, (RgmPictureMark) i, is_number ? value : NAN);
}

/* What is typed just now is left as it is. */
static void
refresh (RgmAxisRows *self)
{
  const RgmPictureAxes *axes = rgm_digitisation_get_axes (self->digitisation);

  self->is_refreshing = TRUE;
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      g_autofree char *text = isnan (axes->values[i]) ? g_strdup ("") : rgm_format_number (axes->values[i], MIN (rgm_format_decimals_of (axes->values[i]), 3));
      GtkWidget *inner = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->values[i])));

      if (!gtk_widget_has_focus (inner))
        {
          gtk_editable_set_text (GTK_EDITABLE (self->values[i]), text);
          gtk_widget_remove_css_class (self->values[i], "error");
        }
    }
  self->is_refreshing = FALSE;
}

static void
on_toggled (RgmAxisRows *self)
{
  g_signal_emit (self, toggled_signal, 0);
}

static void
on_answered (RgmAxisRows *self)
{
  g_signal_emit (self, answered_signal, 0);
}

static void
rgm_axis_rows_dispose (GObject *object)
{
  g_clear_object (&RGM_AXIS_ROWS (object)->digitisation);

  G_OBJECT_CLASS (rgm_axis_rows_parent_class)->dispose (object);
}

static void
rgm_axis_rows_class_init (RgmAxisRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_axis_rows_dispose;

  toggled_signal = g_signal_new ("toggled", RGM_TYPE_AXIS_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  answered_signal = g_signal_new ("answered", RGM_TYPE_AXIS_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_axis_rows_init (RgmAxisRows *self)
{
  static const char * const titles[] = {
    N_("First place in time"), N_("Second place in time"), N_("First place in survival"), N_("Second place in survival"),
  };

  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(titles[i]));
      rgm_row_set_name (row, _(titles[i]));
      self->values[i] = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->values[i]), 5);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->values[i]), 7);
      gtk_entry_set_input_purpose (GTK_ENTRY (self->values[i]), GTK_INPUT_PURPOSE_NUMBER);
      gtk_widget_set_valign (self->values[i], GTK_ALIGN_CENTER);
      rgm_accessible_set_name (self->values[i], _(titles[i]));
      g_signal_connect_object (self->values[i], "changed", G_CALLBACK (on_value), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->values[i], "activate", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      /* Translators: puts a mark on an axis, in a picture. */
      self->buttons[i] = gtk_toggle_button_new_with_label (C_("mark", "Place"));
      gtk_widget_set_valign (self->buttons[i], GTK_ALIGN_CENTER);
      rgm_accessible_set_description (self->buttons[i], _(titles[i]));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->values[i]);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->buttons[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

/**
 * rgm_axis_rows_set_digitisation:
 * @self: rows
 * @digitisation: what has the axes
 */
void
rgm_axis_rows_set_digitisation (RgmAxisRows     *self,
                                RgmDigitisation *digitisation)
{
  if (self->digitisation != NULL)
    g_signal_handlers_disconnect_by_func (self->digitisation, refresh, self);
  g_set_object (&self->digitisation, digitisation);
  g_signal_connect_object (digitisation, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * rgm_axis_rows_join:
 * @self: rows
 * @group: a button of which, and those of the rows, one is active
 */
void
rgm_axis_rows_join (RgmAxisRows     *self,
                    GtkToggleButton *group)
{
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), group);
}

/**
 * rgm_axis_rows_get_mark:
 * @self: rows
 * @mark: (out): the mark that a click places
 *
 * Returns: whether one is chosen
 */
gboolean
rgm_axis_rows_get_mark (RgmAxisRows    *self,
                        RgmPictureMark *mark)
{
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      {
        *mark = (RgmPictureMark) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_axis_rows_go_on:
 * @self: rows
 *
 * After a mark was placed goes on to its value, if it has none: it is known best now. The next mark that has no place is chosen.
 *
 * Returns: whether there is such a mark
 */
gboolean
rgm_axis_rows_go_on (RgmAxisRows *self)
{
  const RgmPictureAxes *axes = rgm_digitisation_get_axes (self->digitisation);
  RgmPictureMark mark;

  if (rgm_axis_rows_get_mark (self, &mark) && axes->is_set[mark] && isnan (axes->values[mark]))
    gtk_widget_grab_focus (self->values[mark]);
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    if (!axes->is_set[i])
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), TRUE);
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_axis_rows_get_hint:
 * @self: rows
 *
 * Returns: (transfer none) (nullable): what is to be done next, or %NULL once the axes are complete
 */
const char *
rgm_axis_rows_get_hint (RgmAxisRows *self)
{
  const RgmPictureAxes *axes = rgm_digitisation_get_axes (self->digitisation);
  static const char * const places[] = {
    N_("Click a place on the time axis whose time you know, such as 0."),
    N_("Click another place on the time axis whose time you know, as far from the first as possible."),
    N_("Click a place on the survival axis whose value you know, such as 0."),
    N_("Click another place on the survival axis whose value you know, such as 100%."),
  };

  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    if (!axes->is_set[i])
      return _(places[i]);
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    if (isnan (axes->values[i]))
      return _("Enter the time or survival at each place of the axes.");
  if (!rgm_picture_axes_are_complete (axes))
    return _("The two places on an axis are too close together or have the same value, or both axes are the same line. Place them again.");

  return NULL;
}
