/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-window-focus.h"

/* Where the focus of a window is: that it goes from pane to pane, that it is never nowhere, and that it can be seen. */

#define KEYS_LAST "rgm-keys-last"
#define LAST_FOCUS "rgm-last-focus"
#define LAST_PANE "rgm-last-pane"
#define RESCUE "rgm-rescue"

/* How long in milliseconds the focus may be nowhere, as it is between two views. */
#define RESCUE_DELAY 250

/* ── Panes ───────────────────────────────────────────────────────────────────── */

static void
collect_panes (GtkWidget *widget,
               GPtrArray *panes)
{
  guint before = panes->len;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_panes (child, panes);
  if (panes->len == before && gtk_widget_has_css_class (widget, RGM_PANE))
    g_ptr_array_add (panes, widget);
}

static gboolean
contains (GtkWidget *pane,
          GtkWidget *widget)
{
  return widget != NULL && (widget == pane || gtk_widget_is_ancestor (widget, pane));
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* What @key of @widget was last, to come back to. */
static void
remember (GtkWidget  *widget,
          const char *key,
          GtkWidget  *what)
{
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, what);
  g_object_set_data_full (G_OBJECT (widget), key, ref, weak_free);
}

static GtkWidget *
recall (GtkWidget  *widget,
        const char *key)
{
  GWeakRef *ref = g_object_get_data (G_OBJECT (widget), key);

  return ref != NULL ? g_weak_ref_get (ref) : NULL;
}

/* Moves the focus to where it last was in another pane, or else to the first control there. */
static void
move_to_pane (GtkWindow *window,
              int        steps)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  int n, at = -1;

  collect_panes (GTK_WIDGET (window), panes);
  n = (int) panes->len;
  for (int i = 0; i < n; i++)
    if (contains (g_ptr_array_index (panes, i), focus))
      at = i;
  if (at >= 0)
    remember (g_ptr_array_index (panes, at), LAST_FOCUS, focus);
  else if (steps < 0)
    at = 0;

  /* A pane may have nothing that takes the focus. */
  for (int i = 1; i <= n; i++)
    {
      GtkWidget *pane = g_ptr_array_index (panes, (at + n + steps * i) % n);
      g_autoptr (GtkWidget) last = recall (pane, LAST_FOCUS);

      if (contains (pane, last) && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
        return;
      if (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

/* ── Never nowhere ───────────────────────────────────────────────────────────── */

/* GTK leaves the focus to what can have it around what has gone, which is a divider that nobody went to. */
static gboolean
is_lost (GtkWidget *focus)
{
  return focus == NULL || GTK_IS_PANED (focus);
}

/**
 * rgm_window_focus_enter:
 * @window: the window
 * @views: what holds the views
 * @view: (nullable): the view that is now shown
 *
 * Takes the focus along when another view is shown, if it was in the one before. A view that has a place to begin with
 * takes the focus itself, as gtk_widget_grab_focus() has it.
 */
void
rgm_window_focus_enter (GtkWindow *window,
                        GtkWidget *views,
                        GtkWidget *view)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)) || (!is_lost (focus) && !contains (views, focus)))
    return;

  if (!gtk_widget_grab_focus (view) && !contains (view, focus))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

/* The nearest pane around a widget. */
static GtkWidget *
find_pane (GtkWidget *widget)
{
  while (widget != NULL && !gtk_widget_has_css_class (widget, RGM_PANE))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static gboolean
focus_beside (GtkWidget *widget)
{
  while (widget != NULL && (!gtk_widget_get_mapped (widget) || !gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD)))
    widget = gtk_widget_get_parent (widget);

  return widget != NULL;
}

static gboolean
rescue (gpointer data)
{
  GtkWidget *window = data;
  g_autoptr (GtkWidget) last = recall (window, LAST_FOCUS);
  g_autoptr (GtkWidget) pane = recall (window, LAST_PANE);

  g_object_steal_data (G_OBJECT (window), RESCUE);
  if (is_lost (gtk_root_get_focus (GTK_ROOT (window))) && gtk_widget_get_mapped (window) && !focus_beside (last))
    focus_beside (pane);

  return G_SOURCE_REMOVE;
}

static void
forget_rescue (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

static void
on_focus_changed (GtkWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (!is_lost (focus))
    {
      GtkWidget *pane = find_pane (focus);

      remember (GTK_WIDGET (window), LAST_FOCUS, focus);
      if (pane != NULL)
        remember (GTK_WIDGET (window), LAST_PANE, pane);
      g_object_set_data (G_OBJECT (window), RESCUE, NULL);
    }
  else if (g_object_get_data (G_OBJECT (window), KEYS_LAST) != NULL)
    {
      g_object_set_data_full (G_OBJECT (window), RESCUE,
                              GUINT_TO_POINTER (g_timeout_add (RESCUE_DELAY, rescue, window)), forget_rescue);
    }
}

/* ── Seen ────────────────────────────────────────────────────────────────────── */

/* The ring around what has the focus goes some seconds after a key, whatever comes; here it stays until the pointer is used. */
static void
on_focus_visible_changed (GtkWindow *window)
{
  if (!gtk_window_get_focus_visible (window) && g_object_get_data (G_OBJECT (window), KEYS_LAST) != NULL)
    gtk_window_set_focus_visible (window, TRUE);
}

static gboolean
on_key (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), KEYS_LAST, window);

  return GDK_EVENT_PROPAGATE;
}

static void
on_press (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), KEYS_LAST, NULL);
}

/**
 * rgm_window_focus_init:
 * @window: a window
 *
 * Keeps the focus of the window somewhere, and to be seen for as long as the keyboard was used last.
 */
void
rgm_window_focus_init (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_press), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (window, "notify::focus-visible", G_CALLBACK (on_focus_visible_changed), NULL);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
}

static void
pane_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move_to_pane (GTK_WINDOW (widget), g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

/* Gives a class of windows the action `win.pane`: 1 for the next, -1 for the one before. */
void
rgm_window_focus_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.pane", "i", pane_action);
}
