/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-check-row.h"
#include "rgm-enum.h"
#include "rgm-format.h"
#include "rgm-help-button.h"
#include "rgm-help-topic.h"
#include "rgm-options-panel.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-row-name.h"

struct _RgmOptionsPanel
{
  GtkWidget   parent_instance;

  RgmFigure  *figure;
  GtkBox     *groups;          /* of options that one place in the help explains */
  GPtrArray  *rows;            /* OptionRow */
  gboolean    is_refreshing;
};

G_DEFINE_FINAL_TYPE (RgmOptionsPanel, rgm_options_panel, GTK_TYPE_WIDGET)

typedef struct
{
  RgmOptionsPanel *panel;
  const RgmOption *option;
  GtkWidget       *row;
  GtkWidget       *control;   /* the row itself, a switch, a spin button or an entry */
  GPtrArray       *choices;   /* RgmSuggestion, of a row that chooses */
} OptionRow;

/* Numbers are shown in percent, whatever they are kept in. */
static double
get_scale (const RgmOption *option)
{
  return option->unit == RGM_OPTION_SHARE ? 100 : 1;
}

/* ── From the figure to the rows ─────────────────────────────────────────────── */

static void
option_row_free (gpointer data)
{
  OptionRow *self = data;

  g_ptr_array_unref (self->choices);
  g_free (self);
}

/* What a choice takes, or what is suggested for a text. */
static GPtrArray *
list_choices (OptionRow *row)
{
  const RgmOption *option = row->option;
  GPtrArray *choices;

  if (option->kind == RGM_OPTION_TEXT)
    return rgm_figure_list_suggestions (row->panel->figure, option);

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_suggestion_free);
  for (const char * const *nick = rgm_enum_get_nicks (option->type ()); *nick != NULL; nick++)
    rgm_suggestion_add (choices, *nick, rgm_enum_get_label (option->type (), rgm_enum_find (option->type (), *nick)));

  return choices;
}

static const RgmSuggestion *
get_choice (const OptionRow *row,
            guint            position)
{
  return position < row->choices->len ? g_ptr_array_index (row->choices, position) : NULL;
}

static guint
find_choice (const OptionRow *row,
             GVariant        *value)
{
  const char *sought = value != NULL ? g_variant_get_string (value, NULL) : NULL;

  for (guint i = 0; i < row->choices->len; i++)
    if (g_strcmp0 (get_choice (row, i)->text, sought) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
same_choices (GPtrArray *one,
              GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      const RgmSuggestion *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);

      if (g_strcmp0 (a->text, b->text) != 0 || !g_str_equal (a->label, b->label))
        return FALSE;
    }

  return TRUE;
}

/* What is suggested may follow what the figure shows. */
static void
refresh_choices (OptionRow *row)
{
  GPtrArray *choices = list_choices (row);
  g_autoptr (GtkStringList) labels = NULL;

  if (same_choices (choices, row->choices))
    {
      g_ptr_array_unref (choices);
      return;
    }

  g_ptr_array_unref (row->choices);
  row->choices = choices;
  labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (labels, get_choice (row, i)->label);
  adw_combo_row_set_model (ADW_COMBO_ROW (row->row), G_LIST_MODEL (labels));
}

/* What is chosen stands whole below the name: beside it, it would be cut. */
static void
show_subtitle (OptionRow  *row,
               const char *help)
{
  const RgmSuggestion *chosen = ADW_IS_COMBO_ROW (row->row) ? get_choice (row, adw_combo_row_get_selected (ADW_COMBO_ROW (row->row))) : NULL;
  g_autofree char *text = chosen != NULL ? g_strjoin ("\n", chosen->label, help, NULL) : g_strdup (help);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), text);
  rgm_accessible_set_description (row->row, text);
}

/* As a person writes them. */
static void
show_times (OptionRow *row,
            GVariant  *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree const char **times = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  for (guint i = 0; times != NULL && times[i] != NULL; i++)
    {
      double time = g_ascii_strtod (times[i], NULL);
      g_autofree char *shown = rgm_format_number (time, rgm_format_decimals_of (time));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", shown);
    }
  gtk_editable_set_text (GTK_EDITABLE (row->control), text->str);
  gtk_widget_remove_css_class (row->control, "error");
}

static void
refresh_row (OptionRow *row)
{
  const RgmOption *option = row->option;
  gconstpointer options = rgm_figure_get_options (row->panel->figure);
  g_autoptr (GVariant) value = rgm_option_get (option, options);
  const char *idle = option->why_idle != NULL ? option->why_idle (options) : NULL;
  g_autofree char *what = NULL;

  if (option->kind == RGM_OPTION_SWITCH)
    gtk_switch_set_active (GTK_SWITCH (row->control), g_variant_get_boolean (value));
  else if (option->kind == RGM_OPTION_NUMBER)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (row->control), g_variant_get_double (value) * get_scale (option));
  else if (option->kind == RGM_OPTION_TIMES)
    show_times (row, value);
  else
    {
      refresh_choices (row);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row->control), find_choice (row, value));
    }

  if (idle != NULL || (what = rgm_figure_describe_option (row->panel->figure, option)) == NULL)
    show_subtitle (row, idle != NULL ? idle : _(option->help));
  else
    {
      g_autofree char *help = g_strjoin ("\n", _(option->help), what, NULL);

      show_subtitle (row, help);
    }
  gtk_widget_set_sensitive (row->row, idle == NULL);
}

static void
refresh (RgmOptionsPanel *self)
{
  self->is_refreshing = TRUE;
  g_ptr_array_foreach (self->rows, (GFunc) (gpointer) refresh_row, NULL);
  self->is_refreshing = FALSE;
}

/* ── From the rows to the figure ─────────────────────────────────────────────── */

/* What was chosen, and what it did to the figure. */
static void
announce_figure (OptionRow *row)
{
  const RgmSuggestion *choice = ADW_IS_COMBO_ROW (row->row) ? get_choice (row, adw_combo_row_get_selected (ADW_COMBO_ROW (row->row))) : NULL;
  g_autofree char *chosen = choice != NULL ? rgm_end_sentence (choice->label) : NULL;
  g_autofree char *message = NULL;

  message = rgm_join_sentences (chosen, rgm_figure_get_frame (row->panel->figure)->summary);
  rgm_accessible_announce (row->row, message);
}

static void
set_option (OptionRow      *row,
            GVariant *value)
{
  rgm_figure_set_option (row->panel->figure, row->option->key, value);
  announce_figure (row);
}

static void
on_switched (OptionRow *row)
{
  if (!row->panel->is_refreshing)
    set_option (row, g_variant_new_boolean (gtk_switch_get_active (GTK_SWITCH (row->control))));
}

static void
on_chosen (OptionRow *row)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (row->control));
  const RgmSuggestion *chosen = get_choice (row, position);

  if (row->panel->is_refreshing || chosen == NULL)
    return;

  set_option (row, chosen->text != NULL ? g_variant_new_string (chosen->text) : NULL);
}

/* With the locale's decimal mark, and so not parted by commas. */
static void
on_times (OptionRow *row)
{
  g_auto (GStrv) words = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (row->control)), " ;\t", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) times = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *end;
      double time = g_strtod (words[i], &end);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      if (*words[i] == '\0')
        continue;
      if (*end != '\0' || !(time >= 0 && time < 1e9))
        {
          /* Translators: %s is what a person typed. */
          g_autofree char *why = rgm_text_printf (_("“%s” is not a time of 0 or more. Put spaces between times."), words[i]);

          gtk_widget_add_css_class (row->control, "error");
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), why);
          gtk_accessible_update_property (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
          return;
        }
      g_strv_builder_add (builder, g_ascii_dtostr (text, sizeof text, time));
    }
  times = g_strv_builder_end (builder);
  gtk_widget_remove_css_class (row->control, "error");
  show_subtitle (row, _(row->option->help));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  set_option (row, times[0] != NULL ? g_variant_new_strv ((const char * const *) times, -1) : NULL);
}

static void
on_times_left (GtkEventControllerFocus *controller,
               OptionRow               *row)
{
  on_times (row);
}

static void
on_number (OptionRow *row)
{
  double number = gtk_spin_button_get_value (GTK_SPIN_BUTTON (row->control)) / get_scale (row->option);

  if (!row->panel->is_refreshing)
    set_option (row, g_variant_new_double (number));
}

/* '95%', 'None'. */
static gboolean
on_output (OptionRow *row)
{
  double number = gtk_spin_button_get_value (GTK_SPIN_BUTTON (row->control));
  g_autofree char *text = NULL;

  if (row->option->unit == RGM_OPTION_PERCENT_OR_NONE && number < 0)
    text = g_strdup (C_("reference line", "None"));
  else if (row->option->unit == RGM_OPTION_TIME_OR_AUTOMATIC)
    text = number > 0 ? rgm_format_number (number, MIN (rgm_format_decimals_of (number), 2)) : g_strdup (C_("time", "Automatic"));
  else
    text = rgm_format_percent (number, MIN (rgm_format_decimals_of (number), 1));
  gtk_editable_set_text (GTK_EDITABLE (row->control), text);

  return TRUE;
}

static int
on_input (OptionRow    *row,
          double *number)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->control));
  char *end;

  if (row->option->unit == RGM_OPTION_PERCENT_OR_NONE && g_str_equal (text, C_("reference line", "None")))
    {
      *number = -1;
      return TRUE;
    }

  if (row->option->unit == RGM_OPTION_TIME_OR_AUTOMATIC && (*text == '\0' || g_str_equal (text, C_("time", "Automatic"))))
    {
      *number = 0;
      return TRUE;
    }

  /* As a person types it, with the locale's decimal mark; what follows is the sign. */
  *number = g_strtod (text, &end);

  return end != text ? TRUE : GTK_INPUT_ERROR;
}

/* ── The rows ────────────────────────────────────────────────────────────────── */

static GtkWidget *
combo_row_new (OptionRow *row)
{
  GtkWidget *widget = adw_combo_row_new ();

  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (widget), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (widget), 0);
  row->control = widget;
  g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (on_chosen), row);

  return widget;
}

static GtkWidget *
switch_row_new (OptionRow *row)
{
  GtkWidget *widget;

  row->control = gtk_switch_new ();
  widget = rgm_check_row_new (_(row->option->label), row->control);
  g_signal_connect_swapped (row->control, "notify::active", G_CALLBACK (on_switched), row);

  return widget;
}

static GtkWidget *
number_row_new (OptionRow *row)
{
  const RgmOption *option = row->option;
  GtkWidget *widget = adw_action_row_new ();
  double scale = get_scale (option);
  double lower = option->unit == RGM_OPTION_PERCENT_OR_NONE ? -1 : option->min * scale;

  row->control = gtk_spin_button_new_with_range (lower, option->max * scale, option->step * scale);
  /* With a range it takes digits only, and refuses “95%” and “Automatic”. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (row->control), FALSE);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (row->control), option->unit == RGM_OPTION_SHARE ? 1 : option->unit == RGM_OPTION_TIME_OR_AUTOMATIC ? 2 : 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (row->control), option->unit == RGM_OPTION_TIME_OR_AUTOMATIC ? 10 : 6);
  gtk_widget_set_valign (row->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_PROPERTY_LABEL, _(option->label), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), row->control);
  g_signal_connect_swapped (row->control, "value-changed", G_CALLBACK (on_number), row);
  g_signal_connect_swapped (row->control, "output", G_CALLBACK (on_output), row);
  g_signal_connect_swapped (row->control, "input", G_CALLBACK (on_input), row);

  return widget;
}

static GtkWidget *
times_row_new (OptionRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->control = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (row->control), 10);
  gtk_widget_set_valign (row->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_PROPERTY_LABEL, _(row->option->label), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), row->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), row->control);
  g_signal_connect_swapped (row->control, "activate", G_CALLBACK (on_times), row);
  g_signal_connect (focus, "leave", G_CALLBACK (on_times_left), row);
  gtk_widget_add_controller (row->control, focus);

  return widget;
}

/* Under the title of what the help says of them, with a way there. */
static AdwPreferencesGroup *
add_group (RgmOptionsPanel *self,
           const char      *topic)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = rgm_help_link_get_title (topic);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), rgm_help_button_new (topic));
  rgm_help_set_place (group, topic);
  gtk_box_append (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (RgmOptionsPanel     *self,
         AdwPreferencesGroup *group,
         const RgmOption     *option)
{
  OptionRow *row = g_new0 (OptionRow, 1);

  row->panel = self;
  row->option = option;
  row->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_suggestion_free);
  if (option->kind == RGM_OPTION_SWITCH)
    row->row = switch_row_new (row);
  else if (option->kind == RGM_OPTION_NUMBER)
    row->row = number_row_new (row);
  else if (option->kind == RGM_OPTION_TIMES)
    row->row = times_row_new (row);
  else
    row->row = combo_row_new (row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), _(option->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), _(option->help));
  rgm_row_set_name (row->row, _(option->label));
  adw_preferences_group_add (group, row->row);
  g_ptr_array_add (self->rows, row);
}

/* The rows' handlers refer to the array: the widgets go first. */
static void
remove_rows (RgmOptionsPanel *self)
{
  GtkWidget *group;

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, group);
  g_ptr_array_set_size (self->rows, 0);
}

static void
rgm_options_panel_dispose (GObject *object)
{
  RgmOptionsPanel *self = RGM_OPTIONS_PANEL (object);

  if (self->groups != NULL)
    {
      remove_rows (self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->groups)));
    }
  g_clear_object (&self->figure);

  G_OBJECT_CLASS (rgm_options_panel_parent_class)->dispose (object);
}

static void
rgm_options_panel_finalize (GObject *object)
{
  g_ptr_array_unref (RGM_OPTIONS_PANEL (object)->rows);

  G_OBJECT_CLASS (rgm_options_panel_parent_class)->finalize (object);
}

static void
rgm_options_panel_class_init (RgmOptionsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_options_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_options_panel_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rgm_options_panel_init (RgmOptionsPanel *self)
{
  self->rows = g_ptr_array_new_with_free_func (option_row_free);
  self->groups = g_object_new (GTK_TYPE_BOX,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                               "orientation", GTK_ORIENTATION_VERTICAL,
                               "spacing", 18,
                               "valign", GTK_ALIGN_START,
                               "margin-start", 6,
                               "margin-end", 6,
                               "margin-top", 6,
                               "margin-bottom", 6,
                               NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Options"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->groups), GTK_WIDGET (self));
}

/**
 * rgm_options_panel_set_figure:
 * @self: a panel
 * @figure: a figure
 *
 * Shows the options of a figure: nothing changes if they are shown already.
 */
void
rgm_options_panel_set_figure (RgmOptionsPanel *self,
                              RgmFigure       *figure)
{
  const RgmFigureKind *kind;
  AdwPreferencesGroup *group = NULL;
  const char *topic = NULL;

  g_return_if_fail (RGM_IS_OPTIONS_PANEL (self));
  g_return_if_fail (RGM_IS_FIGURE (figure));

  if (self->figure == figure)
    return;

  remove_rows (self);
  if (self->figure != NULL)
    g_signal_handlers_disconnect_by_func (self->figure, refresh, self);
  g_set_object (&self->figure, figure);
  g_signal_connect_object (figure, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  kind = rgm_figure_get_kind (figure);
  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];

      if (option->label == NULL)
        continue;
      if (group == NULL || !g_str_equal (option->topic, topic))
        group = add_group (self, option->topic);
      topic = option->topic;
      add_row (self, group, option);
    }
  refresh (self);
}

/**
 * rgm_options_panel_has_rows:
 * @figure: a figure
 *
 * Returns: whether the figure has an option that a panel shows
 */
gboolean
rgm_options_panel_has_rows (RgmFigure *figure)
{
  const RgmFigureKind *kind;

  g_return_val_if_fail (RGM_IS_FIGURE (figure), FALSE);

  kind = rgm_figure_get_kind (figure);
  for (guint i = 0; i < kind->n_options; i++)
    if (kind->options[i].label != NULL)
      return TRUE;

  return FALSE;
}
