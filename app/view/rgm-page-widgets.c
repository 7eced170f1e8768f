/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-citation.h"
#include "rgm-help-button.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-term-text.h"
#include "rgm-text-group.h"
#include "rgm-vocabulary.h"

static void
on_focus_enter (GtkWidget *widget)
{
  const char *text = g_object_get_data (G_OBJECT (widget), "rgm-place");

  gtk_widget_activate_action (widget, "page.place", "s", text);
}

static void
on_focus_leave (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "page.place", "s", "");
}

/**
 * rgm_tell_place:
 * @widget: a widget that shows a number
 * @text: where the number is from
 *
 * Says where the number is from: in a tooltip to who points at it, in the page's foot
 * to who has the focus there (the page has the action `page.place` for that), and as a
 * description to assistive technology. Call it once for a widget.
 */
void
rgm_tell_place (GtkWidget  *widget,
                const char *text)
{
  GtkEventController *focus;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (*text == '\0')
    return;

  gtk_widget_set_tooltip_text (widget, text);
  rgm_accessible_set_description (widget, text);
  g_object_set_data_full (G_OBJECT (widget), "rgm-place", g_strdup (text), g_free);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter), widget);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), widget);
  gtk_widget_add_controller (widget, focus);
}

/**
 * rgm_tell_places:
 * @widget: a widget that shows a number or a statement
 * @data_set: the data set
 * @places: (element-type RgmCitationRef): where it is from
 *
 * rgm_tell_place() with the places in words.
 */
void
rgm_tell_places (GtkWidget  *widget,
                 RgmDataSet *data_set,
                 GPtrArray  *places)
{
  g_autofree char *text = rgm_citation_places (data_set, places);

  rgm_tell_place (widget, text);
}

/**
 * rgm_box_clear:
 * @box: a box
 *
 * Takes all children out.
 */
void
rgm_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/**
 * rgm_text_new:
 * @text: words
 * @style: (nullable): a style class
 *
 * Returns: words that wrap and that can be selected
 */
GtkWidget *
rgm_text_new (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * rgm_text_break_in:
 * @control: a button, a box to tick or a link with words
 *
 * Lets the words break into lines: otherwise the longest would set the least width of the window.
 */
void
rgm_text_break_in (GtkWidget *control)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  for (GtkWidget *child = gtk_widget_get_first_child (control); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        {
          gtk_label_set_wrap (GTK_LABEL (child), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (child), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_natural_wrap_mode (GTK_LABEL (child), GTK_NATURAL_WRAP_NONE);
        }
      rgm_text_break_in (child);
    }
}

/**
 * rgm_boxed_list_new:
 * @name: its name for assistive technology
 *
 * Returns: (transfer full): an empty list on a card, none of whose rows is selected, floating
 */
GtkWidget *
rgm_boxed_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  rgm_accessible_set_name (list, name);

  return list;
}

/**
 * rgm_group_new:
 *
 * Returns: a vertical box that can have a name: newer GTK tells none of a mere box. Its texts are one stop
 */
GtkWidget *
rgm_group_new (void)
{
  GtkWidget *group = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                   "orientation", GTK_ORIENTATION_VERTICAL,
                                   "spacing", 12,
                                   NULL);

  rgm_text_group_init (group);

  return group;
}

/**
 * rgm_section_new:
 * @title: the heading
 * @description: (nullable): a line below it
 *
 * Returns: a vertical box that starts with a heading
 */
GtkWidget *
rgm_section_new (const char *title,
                 const char *description)
{
  GtkWidget *box = rgm_group_new ();
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "title-3");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);

  if (description != NULL)
    gtk_box_append (GTK_BOX (box), rgm_text_new (description, "dim-label"));

  return box;
}

/**
 * rgm_section_add_help:
 * @section: from rgm_section_new()
 * @link: what the help has to say of it, as for rgm_help_window_open()
 *
 * Puts a “?” beside the heading, which opens the help there.
 */
void
rgm_section_add_help (GtkWidget  *section,
                      const char *link)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GtkWidget) heading = g_object_ref (gtk_widget_get_first_child (section));

  gtk_box_remove (GTK_BOX (section), heading);
  gtk_box_append (GTK_BOX (row), heading);
  gtk_box_append (GTK_BOX (row), rgm_help_button_new (link));
  gtk_box_prepend (GTK_BOX (section), row);
  rgm_help_set_place (section, link);
}

/**
 * rgm_pair_new:
 * @caption: what it is
 * @value: the value
 *
 * Returns: a small caption over its value; the value is the last child
 */
GtkWidget *
rgm_pair_new (const char *caption,
              const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *small = gtk_label_new (caption);
  GtkWidget *large = rgm_text_new (value, NULL);
  g_autofree char *name = g_strjoin (" ", caption, value, NULL);

  gtk_label_set_xalign (GTK_LABEL (small), 0.0f);
  gtk_widget_add_css_class (small, "caption");
  gtk_widget_add_css_class (small, "dim-label");
  gtk_widget_set_margin_end (box, 24);
  /* Not named by the caption, which newer GTK tells instead of the value: one goes with the other. */
  rgm_accessible_set_name (large, name);
  gtk_box_append (GTK_BOX (box), small);
  gtk_box_append (GTK_BOX (box), large);

  return box;
}

/**
 * rgm_chip_new:
 * @text: a few words
 *
 * Returns: the words in a pill
 */
GtkWidget *
rgm_chip_new (const char *text)
{
  GtkWidget *chip = rgm_text_new (text, "chip");

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);

  return chip;
}

/**
 * rgm_fact_text_new:
 * @data_set: the data set
 * @fact: a statement
 *
 * Returns: the statement, after its topic
 */
GtkWidget *
rgm_fact_text_new (RgmDataSet    *data_set,
              const RgmFact *fact)
{
  GtkWidget *label = rgm_text_new (NULL, NULL);

  if (fact->topic != NULL)
    {
      g_autofree char *topic = rgm_term_topic (fact->topic);
      g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", topic, fact->text);

      gtk_label_set_markup (GTK_LABEL (label), markup);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (label), fact->text);
    }
  rgm_tell_places (label, data_set, fact->citations);

  return label;
}

/**
 * rgm_remark_note_new:
 * @data_set: the data set
 * @remark: a remark
 *
 * Returns: the remark with the sign and the word of its kind
 */
GtkWidget *
rgm_remark_note_new (RgmDataSet *data_set,
                     RgmRemark  *remark)
{
  int kind = rgm_enum_find (RGM_TYPE_REMARK_KIND, remark->kind);
  gboolean is_note = kind == RGM_REMARK_NOTE;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name (is_note ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  GtkWidget *label = rgm_text_new (NULL, "caption");
  g_autofree char *text = rgm_text_isolate (remark->text);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", rgm_enum_get_label (RGM_TYPE_REMARK_KIND, kind), text);

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, is_note ? "dim-label" : "warning");
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_hexpand (label, TRUE);
  rgm_tell_places (label, data_set, remark->citations);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/**
 * rgm_remark_sign_new:
 * @remark: a remark that is shown in full elsewhere
 * @text: what is shown on hover
 *
 * Returns: the sign and the word of its kind, floating
 */
GtkWidget *
rgm_remark_sign_new (RgmRemark  *remark,
                     const char *text)
{
  int kind = rgm_enum_find (RGM_TYPE_REMARK_KIND, remark->kind);
  const char *word = rgm_enum_get_label (RGM_TYPE_REMARK_KIND, kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (box, text);
  rgm_accessible_set_description (label, text);

  return box;
}

/**
 * rgm_remarks_take:
 * @context: what the page's parts share
 * @arm: (nullable): the id of an arm, or %NULL for what concerns the trial
 * @about: (nullable) (array zero-terminated=1): what the remarks are about, or %NULL for anything
 * @box: where the remarks go
 *
 * Shows the remarks that concern a part and that no other part has shown.
 *
 * Returns: whether there were any
 */
gboolean
rgm_remarks_take (RgmTrialContext    *context,
                  const char         *arm,
                  const char * const *about,
                  GtkBox             *box)
{
  gboolean any = FALSE;

  for (guint i = 0; i < context->remarks->len;)
    {
      RgmRemark *remark = g_ptr_array_index (context->remarks, i);

      if (g_strcmp0 (remark->arm, arm) != 0 ||
          (about != NULL && !(remark->about != NULL &&
                              g_strv_contains (about, remark->about))))
        {
          i++;
          continue;
        }

      gtk_box_append (box, rgm_remark_note_new (context->data_set, remark));
      g_ptr_array_remove_index (context->remarks, i);
      any = TRUE;
    }

  return any;
}

/**
 * rgm_button_name_for:
 * @button: a button with an icon
 * @format: what it does, with “%s” for what it acts on
 * @name: what it acts on
 *
 * Tells what a button does, in its tooltip and to assistive technology.
 */
void
rgm_button_name_for (GtkWidget  *button,
                     const char *format,
                     const char *name)
{
  GString *text = g_string_new (format);

  g_string_replace (text, "%s", name, 1);
  gtk_widget_set_tooltip_text (button, text->str);
  rgm_accessible_set_name (button, text->str);
  g_string_free (text, TRUE);
}

/**
 * rgm_action_button_new:
 * @icon: the name of an icon
 * @action: what it does
 * @path: what it does this to
 * @format: what it says of itself, with “%s” for the name
 * @name: the name of what it does this to
 *
 * Returns: a button without a frame
 */
GtkWidget *
rgm_action_button_new (const char *icon,
                       const char *action,
                       const char *path,
                       const char *format,
                       const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  rgm_button_name_for (button, format, name);

  return button;
}
