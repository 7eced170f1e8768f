/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-option-rows.h"
#include "rgm-row-name.h"

/* The options of a figure: rows that are bound to the figure's properties, each with a
 * sentence on what it changes. */

/**
 * rgm_options_new:
 *
 * Returns: (transfer full): a list without options, floating
 */
GtkWidget *
rgm_options_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Options"), -1);

  return list;
}

static void
add_row (GtkWidget  *options,
         GtkWidget  *row,
         const char *title,
         const char *sentence)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  rgm_row_set_name (row, title);
  gtk_list_box_append (GTK_LIST_BOX (options), row);
}

typedef struct
{
  const RgmChoice *choices;
  guint n_choices;
} Choices;

static gboolean
value_to_position (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      data)
{
  const Choices *all = data;
  const char *value = g_value_get_string (from);

  for (guint i = 0; i < all->n_choices; i++)
    if (g_strcmp0 (all->choices[i].value, value) == 0)
      g_value_set_uint (to, i);

  return TRUE;
}

static gboolean
position_to_value (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      data)
{
  const Choices *all = data;
  guint position = g_value_get_uint (from);

  if (position >= all->n_choices)
    return FALSE;

  g_value_set_string (to, all->choices[position].value);
  return TRUE;
}

/**
 * rgm_options_add_choice:
 * @options: a list of options
 * @title: what is chosen
 * @sentence: what that changes
 * @object: (type GObject): whose property it is
 * @property: a property that is a string
 * @choices: (array length=n_choices): what there is to choose; static
 * @n_choices: how many
 *
 * Adds one of several.
 */
void
rgm_options_add_choice (GtkWidget       *options,
                        const char      *title,
                        const char      *sentence,
                        gpointer         object,
                        const char      *property,
                        const RgmChoice *choices,
                        guint            n_choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  Choices *all = g_new (Choices, 1);

  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));

  all->choices = choices;
  all->n_choices = n_choices;
  g_object_bind_property_full (object, property, row, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL,
                               value_to_position, position_to_value, all, g_free);
  add_row (options, row, title, sentence);
}

/**
 * rgm_options_add_kind:
 * @options: a list of options
 * @title: what is chosen
 * @sentence: what that changes
 * @object: (type GObject): whose property it is
 * @property: a property that is a number from 0
 * @labels: (array zero-terminated=1): what each value is called, translated
 *
 * Adds one of several.
 */
void
rgm_options_add_kind (GtkWidget          *options,
                      const char         *title,
                      const char         *sentence,
                      gpointer            object,
                      const char         *property,
                      const char * const *labels)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_object_bind_property (object, property, row, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  add_row (options, row, title, sentence);
}

static GtkWidget *
add_switch_row (GtkWidget  *options,
                const char *title,
                const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  add_row (options, row, title, sentence);

  return button;
}

static gboolean
parts_to_active (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      data)
{
  g_value_set_boolean (to, (g_value_get_uint (from) & GPOINTER_TO_UINT (data)) != 0);
  return TRUE;
}

/* The other parts stay as they are. */
static gboolean
active_to_parts (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      data)
{
  g_autoptr (GObject) source = g_binding_dup_source (binding);
  guint parts;

  g_object_get (source, g_binding_get_source_property (binding), &parts, NULL);
  if (g_value_get_boolean (from))
    parts |= GPOINTER_TO_UINT (data);
  else
    parts &= ~GPOINTER_TO_UINT (data);
  g_value_set_uint (to, parts);
  return TRUE;
}

/**
 * rgm_options_add_part:
 * @options: a list of options
 * @title: what is shown or not
 * @sentence: what that changes
 * @object: (type GObject): whose property it is
 * @property: a property that is a number of flags
 * @part: the flag
 *
 * Adds a switch for one flag of several.
 */
void
rgm_options_add_part (GtkWidget  *options,
                      const char *title,
                      const char *sentence,
                      gpointer    object,
                      const char *property,
                      guint       part)
{
  GtkWidget *button = add_switch_row (options, title, sentence);

  g_object_bind_property_full (object, property, button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL,
                               parts_to_active, active_to_parts, GUINT_TO_POINTER (part), NULL);
}

/**
 * rgm_options_add_switch:
 * @options: a list of options
 * @title: what is on or off
 * @sentence: what that changes
 * @object: (type GObject): whose property it is
 * @property: a property that is a boolean
 *
 * Adds a switch.
 */
void
rgm_options_add_switch (GtkWidget  *options,
                        const char *title,
                        const char *sentence,
                        gpointer    object,
                        const char *property)
{
  GtkWidget *button = add_switch_row (options, title, sentence);

  g_object_bind_property (object, property, button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * rgm_options_add_number:
 * @options: a list of options
 * @title: what is set
 * @sentence: what that changes
 * @object: (type GObject): whose property it is
 * @property: a property that is a double
 * @lower: the least
 * @upper: the most
 * @step: a step
 * @digits: how many decimals
 *
 * Adds a number.
 */
void
rgm_options_add_number (GtkWidget  *options,
                        const char *title,
                        const char *sentence,
                        gpointer    object,
                        const char *property,
                        double      lower,
                        double      upper,
                        double      step,
                        guint       digits)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_spin_button_new_with_range (lower, upper, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (button), digits);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_bind_property (object, property, button, "value", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  add_row (options, row, title, sentence);
}
