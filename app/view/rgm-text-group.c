/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-text-group.h"

/* Texts that can be selected take the focus, each of them. In a group they are one stop on the way with Tab, and arrows go
 * from one to the next: only the current one can have the focus.
 *
 *     Tab ──> [ text ]  text   text ──> Tab
 *                └─ Down ─┴─ Down ┘
 */

#define GROUP "rgm-text-group"
#define CURRENT "rgm-text-group-current"
#define CHOOSING "rgm-text-group-choosing"

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget));
}

/* The texts of a group without those of groups within it. */
static void
collect (GtkWidget *widget,
         GPtrArray *texts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (is_text (child))
        g_ptr_array_add (texts, child);
      /* What takes the focus itself keeps its texts out of it. */
      else if (g_object_get_data (G_OBJECT (child), GROUP) == NULL && !gtk_widget_get_focusable (child))
        collect (child, texts);
    }
}

static void
set_current (GtkWidget *group,
             GPtrArray *texts,
             GtkWidget *current)
{
  g_object_set_data (G_OBJECT (group), CURRENT, current);
  for (guint i = 0; i < texts->len; i++)
    gtk_widget_set_can_focus (g_ptr_array_index (texts, i), g_ptr_array_index (texts, i) == current);
}

static gboolean
choose_current (gpointer data)
{
  GtkWidget *group = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GtkWidget *current = g_object_get_data (G_OBJECT (group), CURRENT);

  g_object_steal_data (G_OBJECT (group), CHOOSING);
  collect (group, texts);
  if (texts->len > 0)
    set_current (group, texts, g_ptr_array_find (texts, current, NULL) ? current : g_ptr_array_index (texts, 0));

  return G_SOURCE_REMOVE;
}

static void
stop_choosing (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

/* Once all of them are there. */
static void
on_map (GtkWidget *group)
{
  g_object_set_data_full (G_OBJECT (group), CHOOSING, GUINT_TO_POINTER (g_idle_add (choose_current, group)), stop_choosing);
}

static gboolean
on_key (GtkWidget       *group,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  g_autoptr (GPtrArray) texts = NULL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (group));
  guint at, to;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  texts = g_ptr_array_new ();
  collect (group, texts);
  if (!g_ptr_array_find (texts, focus, &at))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      to = MIN (at + 1, texts->len - 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      to = at > 0 ? at - 1 : 0;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      to = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      to = texts->len - 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  if (to != at)
    {
      gtk_widget_set_can_focus (g_ptr_array_index (texts, to), TRUE);
      gtk_widget_grab_focus (g_ptr_array_index (texts, to));
      set_current (group, texts, g_ptr_array_index (texts, to));
    }

  return GDK_EVENT_STOP;
}

/* What is pressed can have the focus, so that what is selected there with the pointer can be copied. */
static void
on_pressed (GtkWidget *group,
            int        n_presses,
            double     x,
            double     y)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GtkWidget *picked = gtk_widget_pick (group, x, y, GTK_PICK_DEFAULT);

  collect (group, texts);
  if (g_ptr_array_find (texts, picked, NULL))
    set_current (group, texts, picked);
}

/**
 * rgm_text_group_init:
 * @group: a widget with texts in it, now or later
 *
 * Makes the texts one stop for the keyboard. To be called once.
 */
void
rgm_text_group_init (GtkWidget *group)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data (G_OBJECT (group), GROUP, group);
  g_signal_connect (group, "map", G_CALLBACK (on_map), NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), group);
  gtk_widget_add_controller (group, keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), group);
  gtk_widget_add_controller (group, GTK_EVENT_CONTROLLER (click));
}
