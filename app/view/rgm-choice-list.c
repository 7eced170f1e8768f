/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-choice-list.h"
#include "rgm-page-widgets.h"

/* A title and a box to tick for each of some ids. */
struct _RgmChoiceList
{
  GtkWidget  parent_instance;

  GtkWidget *expander;
  GtkWidget *search;
  GtkBox    *box;
  gboolean   is_changing;
};

G_DEFINE_FINAL_TYPE (RgmChoiceList, rgm_choice_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SEARCH,
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "id");
}

static void
on_toggled (RgmChoiceList *self)
{
  if (!self->is_changing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_search_changed (RgmChoiceList  *self,
                   GtkSearchEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint n = 0;
  g_autofree char *message = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      gboolean is_found = *text == '\0' || g_str_match_string (text, gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), TRUE);

      gtk_widget_set_visible (check, is_found);
      n += is_found;
    }

  /* Translators: how many items of a list contain what was typed. */
  message = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  rgm_accessible_announce (GTK_WIDGET (self), message);
}

static void
rgm_choice_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RgmChoiceList *self = RGM_CHOICE_LIST (object);

  switch (property_id)
    {
    case PROP_TITLE:
      gtk_expander_set_label (GTK_EXPANDER (self->expander), g_value_get_string (value));
      rgm_accessible_set_name (self->expander, g_value_get_string (value));
      break;
    case PROP_SEARCH:
      g_object_set (self->search, "placeholder-text", g_value_get_string (value), "visible", TRUE, NULL);
      rgm_accessible_set_name (GTK_WIDGET (self->search), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_choice_list_dispose (GObject *object)
{
  g_clear_pointer (&RGM_CHOICE_LIST (object)->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (rgm_choice_list_parent_class)->dispose (object);
}

static void
rgm_choice_list_class_init (RgmChoiceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = rgm_choice_list_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_choice_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /* What is chosen. */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  /* The name of a search above the choices, which hides those that don't have what is typed; there is none until it is set. */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_SEARCH,
                                   g_param_spec_string ("search", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  /* A person ticked something, or took a tick away. */
  signals[CHANGED] = g_signal_new ("changed", RGM_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-choice-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmChoiceList, expander);
  gtk_widget_class_bind_template_child (widget_class, RgmChoiceList, search);
  gtk_widget_class_bind_template_child (widget_class, RgmChoiceList, box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
rgm_choice_list_init (RgmChoiceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rgm_choice_list_clear:
 * @self: a list
 *
 * Takes all choices away.
 */
void
rgm_choice_list_clear (RgmChoiceList *self)
{
  GtkWidget *child;

  g_return_if_fail (RGM_IS_CHOICE_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

/**
 * rgm_choice_list_add:
 * @self: a list
 * @id: an id
 * @label: what it is called
 * @is_chosen: whether it is chosen at first
 *
 * Adds a choice.
 */
void
rgm_choice_list_add (RgmChoiceList *self,
                     const char    *id,
                     const char    *label,
                     gboolean       is_chosen)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_return_if_fail (RGM_IS_CHOICE_LIST (self));

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  rgm_text_break_in (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, check);
}

/**
 * rgm_choice_list_choose:
 * @self: a list
 * @ids: (array zero-terminated=1): ids; those that are no choice are passed over
 *
 * Chooses those and no others, without telling.
 */
void
rgm_choice_list_choose (RgmChoiceList      *self,
                        const char * const *ids)
{
  g_return_if_fail (RGM_IS_CHOICE_LIST (self));

  self->is_changing = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (ids, get_id (check)));
  self->is_changing = FALSE;
}

/**
 * rgm_choice_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids that are chosen
 */
char **
rgm_choice_list_get_chosen (RgmChoiceList *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();

  g_return_val_if_fail (RGM_IS_CHOICE_LIST (self), NULL);

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_strv_builder_add (chosen, get_id (check));

  return g_strv_builder_end (chosen);
}
