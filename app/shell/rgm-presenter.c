/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <stdlib.h>
#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-figure-copy.h"
#include "rgm-pango-measure.h"
#include "rgm-presentation.h"
#include "rgm-presenter-console.h"
#include "rgm-presenter-keys.h"
#include "rgm-presenter-panel.h"
#include "rgm-presenter-screens.h"
#include "rgm-presenter-stage.h"
#include "rgm-presenter.h"

#define MAX_DIGITS 4

/* A presentation with its windows:
 *
 *                       RgmPresentation
 *            ┌───────────────┴───────────────┐
 *     RgmPresenterStage             RgmPresenterConsole
 *     (audience, full screen)       (speaker, the other screen)
 *
 * With one screen there is the stage alone. With the slides in a window, for a video call, both are
 * on the same screen. */
typedef struct
{
  RgmPresentation     *presentation;
  GtkApplication      *application;
  GtkWindow           *parent;     /* NULL once it is closed */
  RgmPresenterStage   *stage;
  RgmPresenterConsole *console;    /* or NULL */
  RgmPresenterPanel   *panel;      /* over the console, or the stage where there is none */
  GdkMonitor          *screen;     /* of the stage */
  GMenu               *screens;
  gboolean             in_window;
  char                 digits[MAX_DIGITS + 1];
  guint                cookie;
  gulong               screens_id;
  guint                settle_id;  /* while the windows may not be where they belong */
  guint                n_settled;
} Presenter;

/* A compositor that is still setting up a screen may put a window elsewhere than it was asked to; so often it is asked again, and
 * after so many milliseconds. */
#define SETTLE_MAX 5
#define SETTLE_TIME 1000

/* There is one at a time: a second one would fight over the screens. */
static Presenter *presenter;

static void end (Presenter *self);
static void arrange (Presenter *self);

/* ── Keys ────────────────────────────────────────────────────────────────────── */

static void
show_digits (Presenter *self)
{
  if (self->console != NULL)
    rgm_presenter_console_set_hint (self->console, self->digits);
  else
    rgm_presenter_stage_set_hint (self->stage, self->digits);
}

static void
clear_digits (Presenter *self)
{
  if (self->digits[0] == '\0')
    return;
  self->digits[0] = '\0';
  show_digits (self);
}

static gboolean
add_digit (Presenter *self,
           guint      keyval)
{
  gunichar digit = gdk_keyval_to_unicode (keyval);
  gsize n = strlen (self->digits);

  if (digit < '0' || digit > '9')
    return FALSE;
  if (n < MAX_DIGITS)
    {
      self->digits[n] = (char) digit;
      self->digits[n + 1] = '\0';
      show_digits (self);
    }

  return TRUE;
}

static void
leave (Presenter *self)
{
  if (rgm_presenter_panel_is_open (self->panel))
    rgm_presenter_panel_toggle (self->panel, RGM_PRESENTER_PANEL_NONE);
  else if (self->digits[0] != '\0')
    clear_digits (self);
  else if (rgm_presenter_stage_has_spotlight (self->stage))
    rgm_presenter_stage_toggle_spotlight (self->stage);
  else if (!rgm_presentation_leave_state (self->presentation))
    end (self);
}

static void
swap (Presenter *self)
{
  guint n = rgm_screens_count (GTK_WIDGET (self->stage));
  guint next = n > 0 ? (rgm_screens_find (GTK_WIDGET (self->stage), self->screen) + 1) % n : 0;
  g_autoptr (GdkMonitor) screen = n > 1 ? rgm_screens_dup (GTK_WIDGET (self->stage), next) : NULL;

  if (screen == NULL)
    return;
  g_set_object (&self->screen, screen);
  self->in_window = FALSE;
  rgm_screens_remember (screen);
  arrange (self);
}

static void
toggle_window (Presenter *self)
{
  self->in_window = !self->in_window;
  arrange (self);
}

static void
carry_out (Presenter           *self,
           RgmPresenterCommand  command)
{
  switch (command)
    {
    case RGM_PRESENTER_FORWARD:
      rgm_presentation_forward (self->presentation);
      break;
    case RGM_PRESENTER_BACK:
      rgm_presentation_back (self->presentation);
      break;
    case RGM_PRESENTER_FIRST:
      rgm_presentation_go_to (self->presentation, 0);
      break;
    case RGM_PRESENTER_LAST:
      rgm_presentation_go_to (self->presentation, G_MAXUINT);
      break;
    case RGM_PRESENTER_BLACK:
      rgm_presentation_toggle_cover (self->presentation, RGM_STAGE_BLACK);
      break;
    case RGM_PRESENTER_WHITE:
      rgm_presentation_toggle_cover (self->presentation, RGM_STAGE_WHITE);
      break;
    case RGM_PRESENTER_FREEZE:
      rgm_presentation_toggle_frozen (self->presentation);
      break;
    case RGM_PRESENTER_SPOTLIGHT:
      rgm_presenter_stage_toggle_spotlight (self->stage);
      break;
    case RGM_PRESENTER_NEXT_MARK:
      rgm_presentation_walk_marks (self->presentation, 1);
      break;
    case RGM_PRESENTER_PREVIOUS_MARK:
      rgm_presentation_walk_marks (self->presentation, -1);
      break;
    case RGM_PRESENTER_NEXT_ENTRY:
      rgm_presentation_walk_legend (self->presentation, 1);
      break;
    case RGM_PRESENTER_PREVIOUS_ENTRY:
      rgm_presentation_walk_legend (self->presentation, -1);
      break;
    case RGM_PRESENTER_REFERENCE_UP:
      rgm_presentation_move_reference (self->presentation, 1);
      break;
    case RGM_PRESENTER_REFERENCE_DOWN:
      rgm_presentation_move_reference (self->presentation, -1);
      break;
    case RGM_PRESENTER_ALTERATIONS:
      rgm_presenter_panel_toggle (self->panel, RGM_PRESENTER_PANEL_ALTERATIONS);
      break;
    case RGM_PRESENTER_OVERVIEW:
      rgm_presenter_panel_toggle (self->panel, RGM_PRESENTER_PANEL_OVERVIEW);
      break;
    case RGM_PRESENTER_HELP:
      rgm_presenter_panel_toggle (self->panel, RGM_PRESENTER_PANEL_HELP);
      break;
    case RGM_PRESENTER_SWAP:
      swap (self);
      break;
    case RGM_PRESENTER_FULLSCREEN:
      toggle_window (self);
      break;
    case RGM_PRESENTER_TIMER:
      rgm_presentation_toggle_timer (self->presentation);
      break;
    case RGM_PRESENTER_RESET_TIMER:
      rgm_presentation_reset_timer (self->presentation);
      break;
    case RGM_PRESENTER_LARGER_NOTES:
    case RGM_PRESENTER_SMALLER_NOTES:
      if (self->console != NULL)
        rgm_presenter_console_zoom_notes (self->console, command == RGM_PRESENTER_LARGER_NOTES ? 1 : -1);
      break;
    case RGM_PRESENTER_LEAVE:
      leave (self);
      break;
    case RGM_PRESENTER_NOTHING:
    default:
      break;
    }
}

/* Carries a command out, and says what the audience sees where that changes with neither slide nor focus. */
static void
obey (Presenter           *self,
      RgmPresenterCommand  command)
{
  const char *before = rgm_presenter_describe_state (self->presentation);
  const char *state;

  carry_out (self, command);
  if (presenter == NULL)
    return;

  state = rgm_presenter_describe_state (self->presentation);
  if (!g_str_equal (state, before))
    rgm_accessible_announce (self->console != NULL ? GTK_WIDGET (self->console) : GTK_WIDGET (self->stage),
                             *state != '\0' ? state : rgm_presenter_stage_describe (self->stage));
}

/* A panel has the keys that it needs; those that close it stay. */
static gboolean
is_for_panel (RgmPresenterCommand command)
{
  return command != RGM_PRESENTER_LEAVE && command != RGM_PRESENTER_OVERVIEW && command != RGM_PRESENTER_HELP &&
         command != RGM_PRESENTER_ALTERATIONS;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                Presenter             *self)
{
  RgmPresenterCommand command = rgm_presenter_keys_find (keyval, state);
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (rgm_presenter_panel_is_open (self->panel) && is_for_panel (command))
    return GDK_EVENT_PROPAGATE;
  /* An open menu has its keys, and a button of the console that has the focus is pressed. */
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return GDK_EVENT_PROPAGATE;
  if (focus != NULL && focus != GTK_WIDGET (self->stage) && GTK_IS_BUTTON (focus) &&
      (keyval == GDK_KEY_space || keyval == GDK_KEY_Return))
    return GDK_EVENT_PROPAGATE;
  /* Clickers send it to begin. */
  if (keyval == GDK_KEY_F5)
    return GDK_EVENT_STOP;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && add_digit (self, keyval))
    return GDK_EVENT_STOP;
  if (self->digits[0] != '\0' && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      int number = atoi (self->digits);

      clear_digits (self);
      if (number > 0)
        rgm_presentation_go_to (self->presentation, (guint) number - 1);
      return GDK_EVENT_STOP;
    }
  if (command == RGM_PRESENTER_NOTHING)
    return GDK_EVENT_PROPAGATE;

  if (command != RGM_PRESENTER_LEAVE)
    clear_digits (self);
  obey (self, command);

  return GDK_EVENT_STOP;
}

static gboolean
on_close (Presenter *self)
{
  end (self);

  return TRUE;
}

static void
add_window (Presenter *self,
            GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (on_close), self);
  gtk_window_set_application (window, self->application);
}

/* ── Windows ─────────────────────────────────────────────────────────────────── */

static void
choose_screen_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  Presenter *self = data;
  g_autoptr (GdkMonitor) screen = rgm_screens_dup (GTK_WIDGET (self->stage), g_variant_get_uint32 (parameter));

  if (screen == NULL)
    return;
  g_set_object (&self->screen, screen);
  self->in_window = FALSE;
  rgm_screens_remember (screen);
  arrange (self);
}

static void
command_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  obey (data, (RgmPresenterCommand) g_variant_get_uint32 (parameter));
}

static void
add_command (GMenu               *menu,
             const char          *label,
             RgmPresenterCommand  command)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "presenter.command", "u", (guint) command);
  g_menu_append_item (menu, item);
}

static void
fill_screens (Presenter *self)
{
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) commands = g_menu_new ();
  guint n = rgm_screens_count (GTK_WIDGET (self->stage));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) screen = rgm_screens_dup (GTK_WIDGET (self->stage), i);
      g_autofree char *name = rgm_screens_get_name (screen);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "presenter.screen", "u", i);
      g_menu_append_item (list, item);
    }
  if (n > 1)
    add_command (commands, _("_Swap the screens"), RGM_PRESENTER_SWAP);
  add_command (commands, self->in_window ? _("Slides on the _whole screen") : _("Slides in a _window"), RGM_PRESENTER_FULLSCREEN);
  add_command (commands, _("_Keys"), RGM_PRESENTER_HELP);
  g_menu_remove_all (self->screens);
  g_menu_append_section (self->screens, _("Screen of the slides"), G_MENU_MODEL (list));
  g_menu_append_section (self->screens, NULL, G_MENU_MODEL (commands));
}

static void
move_panel (Presenter *self)
{
  GtkWidget *panel = rgm_presenter_panel_new (self->presentation);

  if (self->panel != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->panel));
  self->panel = RGM_PRESENTER_PANEL (panel);
  if (self->console != NULL)
    rgm_presenter_console_set_panel (self->console, panel);
  else
    rgm_presenter_stage_set_panel (self->stage, panel);
}

static void
open_console (Presenter *self)
{
  static const GActionEntry entries[] = {
    { .name = "screen", .activate = choose_screen_action, .parameter_type = "u" },
    { .name = "command", .activate = command_action, .parameter_type = "u" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->console = RGM_PRESENTER_CONSOLE (rgm_presenter_console_new (self->presentation));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->console), "presenter", G_ACTION_GROUP (actions));
  rgm_presenter_console_set_screens (self->console, G_MENU_MODEL (self->screens));
  add_window (self, GTK_WINDOW (self->console));
  move_panel (self);
}

static void
close_console (Presenter *self)
{
  GtkWindow *console = GTK_WINDOW (g_steal_pointer (&self->console));

  self->panel = NULL;
  g_signal_handlers_disconnect_by_data (console, self);
  gtk_window_destroy (console);
  move_panel (self);
}

/* Puts each window on its screen. The stage first: what is shown last has the keyboard. */
static void
arrange (Presenter *self)
{
  GtkWidget *stage = GTK_WIDGET (self->stage);
  guint n = rgm_screens_count (stage);
  gboolean with_console = self->in_window || n > 1;

  fill_screens (self);
  if (self->in_window)
    gtk_window_unfullscreen (GTK_WINDOW (stage));
  else if (self->screen != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (stage), self->screen);
  else
    gtk_window_fullscreen (GTK_WINDOW (stage));
  gtk_window_present (GTK_WINDOW (stage));

  if (!with_console)
    {
      if (self->console != NULL)
        close_console (self);
      return;
    }

  if (self->console == NULL)
    open_console (self);
  if (!self->in_window && n > 1)
    {
      guint other = (rgm_screens_find (stage, self->screen) + 1) % n;
      g_autoptr (GdkMonitor) screen = rgm_screens_dup (stage, other);

      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->console), screen);
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self->console));
    }
  gtk_window_present (GTK_WINDOW (self->console));
}

static GdkMonitor *
get_screen (gpointer window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

/* Asks again for the screens until the windows are on two. */
static gboolean
settle (gpointer data)
{
  Presenter *self = data;

  if (self->console == NULL || self->in_window || get_screen (self->stage) != get_screen (self->console) || self->n_settled++ == SETTLE_MAX)
    {
      self->settle_id = 0;
      return G_SOURCE_REMOVE;
    }
  arrange (self);

  return G_SOURCE_CONTINUE;
}

/* A projector that is plugged in gets the slides, and one that is gone gives them back. */
static void
on_screens_changed (GListModel *screens,
                    guint       position,
                    guint       n_removed,
                    guint       n_added,
                    Presenter  *self)
{
  guint n = g_list_model_get_n_items (screens);

  if (n == 0)
    return;
  if (n_added > 0 && n > 1 && !self->in_window)
    {
      g_autoptr (GdkMonitor) screen = g_list_model_get_item (screens, position);

      g_set_object (&self->screen, screen);
    }
  else if (rgm_screens_find (GTK_WIDGET (self->stage), self->screen) == n)
    {
      g_autoptr (GdkMonitor) screen = g_list_model_get_item (screens, 0);

      g_set_object (&self->screen, screen);
    }
  arrange (self);
  self->n_settled = 0;
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add (SETTLE_TIME, settle, self);
}

static void
end (Presenter *self)
{
  GtkWindow *stage = GTK_WINDOW (self->stage);

  g_signal_handler_disconnect (rgm_screens_get (GTK_WIDGET (stage)), self->screens_id);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  if (self->parent != NULL)
    g_signal_handlers_disconnect_by_data (self->parent, self);

  if (self->console != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->console, self);
      gtk_window_destroy (GTK_WINDOW (self->console));
    }
  g_signal_handlers_disconnect_by_data (stage, self);
  gtk_window_destroy (stage);
  if (self->parent != NULL)
    gtk_window_present (self->parent);

  presenter = NULL;
  g_clear_object (&self->screen);
  g_object_unref (self->screens);
  g_object_unref (self->presentation);
  g_clear_object (&self->parent);
  g_object_unref (self->application);
  g_free (self);
}

static void
on_parent_closed (Presenter *self)
{
  g_signal_handlers_disconnect_by_data (self->parent, self);
  g_clear_object (&self->parent);
  end (self);
}

/**
 * rgm_presenter_is_running:
 *
 * Returns: whether something is presented
 */
gboolean
rgm_presenter_is_running (void)
{
  return presenter != NULL;
}

/* Whether the session was asked to keep the screens on. */
gboolean
rgm_presenter_is_inhibiting (void)
{
  return presenter != NULL && presenter->cookie != 0;
}

/**
 * rgm_presenter_start:
 * @parent: the window that is presented from, and come back to
 * @story: what is presented, with at least one slide
 * @like: a selection, whose data set is shown
 * @slide: the slide to begin with
 * @in_window: whether the slides are in a window, as for a video call
 *
 * Presents a story, until the speaker ends it.
 */
void
rgm_presenter_start (GtkWindow    *parent,
                     RgmStory     *story,
                     RgmSelection *like,
                     guint         slide,
                     gboolean      in_window)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new (rgm_figure_family (GTK_WIDGET (parent)));
  g_autoptr (RgmStoryShow) show = rgm_story_show_new (measure, rgm_figure_direction (GTK_WIDGET (parent)));
  Presenter *self;

  g_return_if_fail (rgm_story_get_n_slides (story) > 0);

  if (presenter != NULL)
    {
      gtk_window_present (GTK_WINDOW (presenter->stage));
      return;
    }

  rgm_story_show_set_story (show, story, like);
  self = presenter = g_new0 (Presenter, 1);
  self->application = g_object_ref (gtk_window_get_application (parent));
  self->parent = g_object_ref (parent);
  self->presentation = rgm_presentation_new (show, slide);
  self->screen = rgm_screens_choose (parent);
  self->screens = g_menu_new ();
  self->in_window = in_window;
  self->stage = RGM_PRESENTER_STAGE (rgm_presenter_stage_new (self->presentation));
  add_window (self, GTK_WINDOW (self->stage));
  move_panel (self);
  self->screens_id = g_signal_connect (rgm_screens_get (GTK_WIDGET (parent)), "items-changed", G_CALLBACK (on_screens_changed), self);
  g_signal_connect_swapped (parent, "unrealize", G_CALLBACK (on_parent_closed), self);
  self->cookie = gtk_application_inhibit (self->application, parent, GTK_APPLICATION_INHIBIT_IDLE, _("Slides are presented"));
  arrange (self);
}
