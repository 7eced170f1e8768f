/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-messages.h"

/* A message with a button stays until it can be reached by keyboard, or heard and then answered; others go after five seconds. */
#define UNDO_SECONDS 20

/* Where a window says what was done. Messages have room of their own below the views, so that they cover nothing. */
struct _RgmMessages
{
  GtkWidget        parent_instance;

  AdwToast        *toast;   /* what is shown, if anything */

  GtkRevealer     *room;
  AdwToastOverlay *overlay;
};

G_DEFINE_FINAL_TYPE (RgmMessages, rgm_messages, GTK_TYPE_WIDGET)

static void
on_dismissed (RgmMessages *self)
{
  g_clear_object (&self->toast);
  gtk_revealer_set_reveal_child (self->room, FALSE);
}

static void
rgm_messages_dispose (GObject *object)
{
  RgmMessages *self = RGM_MESSAGES (object);

  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_func (self->toast, on_dismissed, self);
  g_clear_object (&self->toast);
  if (self->room != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->room)));

  G_OBJECT_CLASS (rgm_messages_parent_class)->dispose (object);
}

static void
rgm_messages_class_init (RgmMessagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_messages_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-messages.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmMessages, room);
  gtk_widget_class_bind_template_child (widget_class, RgmMessages, overlay);
}

static void
rgm_messages_init (RgmMessages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (RgmMessages *self,
      const char  *text,
      gboolean     stays,
      const char  *undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  gboolean was_visible = gtk_widget_get_child_visible (GTK_WIDGET (self->overlay));

  /* What isn't mapped isn't animated. Before 1.3, libadwaita's overlay frees a toast that is dismissed
   * while it still appears, and uses it when its appearance ends. The revealer brings messages in. */
  gtk_widget_set_child_visible (GTK_WIDGET (self->overlay), FALSE);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = g_object_ref (adw_toast_new (escaped));
  if (stays)
    adw_toast_set_timeout (self->toast, 0);
  if (undo != NULL)
    {
      adw_toast_set_button_label (self->toast, _("_Undo"));
      adw_toast_set_timeout (self->toast, UNDO_SECONDS);
      adw_toast_set_action_name (self->toast, undo);
    }
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
  rgm_accessible_name_buttons (GTK_WIDGET (self->overlay), _("Close"));
  gtk_widget_set_child_visible (GTK_WIDGET (self->overlay), was_visible);
  gtk_revealer_set_reveal_child (self->room, TRUE);
  rgm_accessible_announce (GTK_WIDGET (self), text);
}

/**
 * rgm_messages_show:
 * @self: where messages are shown
 * @text: a message
 * @stays: whether it stays until it is closed, as one about something that failed should
 *
 * Shows and announces a message. The newest replaces what is still shown.
 */
void
rgm_messages_show (RgmMessages *self,
                   const char  *text,
                   gboolean     stays)
{
  g_return_if_fail (RGM_IS_MESSAGES (self));

  show (self, text, stays, NULL);
}

/* Shows and announces a message with a button that takes back what it is about. */
static void
show_with_undo (RgmMessages *self,
                const char  *text,
                const char  *action)
{
  g_return_if_fail (RGM_IS_MESSAGES (self));

  show (self, text, FALSE, action);
}

/* What was done is undone: a message about it, which offers to undo it, no longer holds. */
static void
withdraw (RgmMessages *self)
{
  gboolean was_visible = gtk_widget_get_child_visible (GTK_WIDGET (self->overlay));

  if (self->toast == NULL || adw_toast_get_timeout (self->toast) == 0)
    return;

  /* Not animated, as in show(). */
  gtk_widget_set_child_visible (GTK_WIDGET (self->overlay), FALSE);
  adw_toast_dismiss (self->toast);
  gtk_widget_set_child_visible (GTK_WIDGET (self->overlay), was_visible);
}

/* ── Actions ─────────────────────────────────────────────────────────────────── */

static void
toast_action (GtkWidget  *window,
              const char *name,
              GVariant   *parameter)
{
  RgmMessages *self = RGM_MESSAGES (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), "messages"));
  const char *text, *undo;

  if (!g_str_equal (name, "win.toast-undo"))
    {
      rgm_messages_show (self, g_variant_get_string (parameter, NULL), g_str_equal (name, "win.complain"));
      return;
    }

  g_variant_get (parameter, "(&s&s)", &text, &undo);
  show_with_undo (self, text, undo);
}

static void
withdraw_action (GtkWidget  *window,
                 const char *name,
                 GVariant   *parameter)
{
  withdraw (RGM_MESSAGES (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), "messages")));
}

/**
 * rgm_messages_install:
 * @window_class: the class of a window whose template has a child `messages`
 *
 * Installs the actions by which views, which don't see the window, show messages: `win.toast`, `win.complain` for what
 * failed, and `win.toast-undo`, which is given the action that takes back what was done. `win.withdraw-toast` takes away
 * what is said of something that is undone now; what failed stays.
 */
void
rgm_messages_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (window_class, "win.complain", "s", toast_action);
  gtk_widget_class_install_action (window_class, "win.toast-undo", "(ss)", toast_action);
  gtk_widget_class_install_action (window_class, "win.withdraw-toast", NULL, withdraw_action);
}
