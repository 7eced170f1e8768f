/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-address.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-registration.h"

/* A trial's number in a registry: a link to its page, and a button that copies it.
 * Ctrl+C does so as well while either has the focus. */
struct _RgmRegistration
{
  GtkWidget parent_instance;

  char     *id;
};

G_DEFINE_FINAL_TYPE (RgmRegistration, rgm_registration, GTK_TYPE_WIDGET)

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RgmRegistration *self = RGM_REGISTRATION (widget);
  /* Translators: %s is a trial's number in a registry. */
  g_autofree char *toast = rgm_text_printf (_("Copied %s"), self->id);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->id);
  gtk_widget_activate_action (widget, "win.toast", "s", toast);
}

static void
rgm_registration_dispose (GObject *object)
{
  RgmRegistration *self = RGM_REGISTRATION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (rgm_registration_parent_class)->dispose (object);
}

static void
rgm_registration_class_init (RgmRegistrationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_registration_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "registration.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "registration.copy", NULL);
}

static void
rgm_registration_init (RgmRegistration *self)
{
}

/**
 * rgm_registration_new:
 * @id: a trial's number in a registry
 *
 * Returns: (transfer full): a link, floating; without one where the number says nothing of the address
 */
GtkWidget *
rgm_registration_new (const char *id)
{
  RgmRegistration *self = g_object_new (RGM_TYPE_REGISTRATION, NULL);
  g_autofree char *uri = rgm_address_of_registration (id);
  /* Translators: %s is a trial's number in a registry. */
  g_autofree char *copy_name = rgm_text_printf (_("Copy %s"), id);
  GtkWidget *shown, *copy;

  self->id = g_strdup (id);
  if (uri != NULL)
    {
      shown = gtk_link_button_new_with_label (uri, id);
      gtk_widget_add_css_class (shown, "inline-link");
      rgm_text_break_in (shown);
    }
  else
    {
      shown = gtk_label_new (id);
      gtk_label_set_selectable (GTK_LABEL (shown), TRUE);
    }
  gtk_widget_add_css_class (shown, "numeric");
  gtk_widget_set_parent (shown, GTK_WIDGET (self));

  copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_add_css_class (copy, "circular");
  gtk_widget_set_tooltip_text (copy, copy_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy_name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "registration.copy");
  gtk_widget_set_parent (copy, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
