/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <dlfcn.h>

#include "rgm-accessible.h"

/* How long a message waits in milliseconds, so that the focus has settled, and the last of several is the one that is heard. */
#define MESSAGE_DELAY 150

/* How often it waits again while nothing has the focus, as between two views. */
#define MOST_ATTEMPTS 10

#define DESCRIPTION "rgm-description"

/**
 * rgm_accessible_set_name:
 * @widget: a widget
 * @name: what assistive technology calls it
 *
 * Names a widget, also where a GTK newer than the floor names it by a label in it, which
 * would go before.
 */
void
rgm_accessible_set_name (GtkWidget  *widget,
                         const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * rgm_accessible_is_told:
 * @widget: a widget
 * @property: its label or its description
 * @text: a text
 *
 * Returns: whether assistive technology is told @text as this property; never so where there is no assistive technology to tell
 */
gboolean
rgm_accessible_is_told (GtkWidget             *widget,
                        GtkAccessibleProperty  property,
                        const char            *text)
{
  g_autofree char *difference = NULL;

  /* At the floor this alone has an answer for a widget that is told to nobody. */
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return FALSE;
  difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, text);

  return difference == NULL;
}

static void
show_description (GtkWidget  *widget,
                  const char *description)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * rgm_accessible_set_description:
 * @widget: a widget
 * @description: (nullable): what assistive technology tells of it after its name
 *
 * Describes a widget, also where a libadwaita newer than the floor describes it by the
 * subtitle of its row, which would go before. What is its name already isn't told again.
 */
void
rgm_accessible_set_description (GtkWidget  *widget,
                                const char *description)
{
  const char *told = description != NULL && rgm_accessible_is_told (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, description) ? "" : description;

  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (told), g_free);
  show_description (widget, told);
}

static void
name_button (GtkWidget  *button,
             const char *name)
{
  GtkWidget *child = GTK_IS_BUTTON (button) ? gtk_button_get_child (GTK_BUTTON (button)) : NULL;

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;
  rgm_accessible_set_name (button, GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : name);
}

/**
 * rgm_accessible_name_buttons:
 * @widget: a widget of the toolkit that holds a button with an icon
 * @name: what assistive technology calls that button
 *
 * Names the buttons in a widget that have no name of their own, by their label if there is one.
 */
void
rgm_accessible_name_buttons (GtkWidget  *widget,
                             const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) || GTK_IS_MENU_BUTTON (child))
        name_button (child, name);
      rgm_accessible_name_buttons (child, name);
    }
}

static void
name_item (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  gpointer string = gtk_list_item_get_item (item);

  /* The same factory also makes what stands in the button, which is told otherwise. */
  if (child != NULL && GTK_IS_STRING_OBJECT (string) && gtk_widget_get_ancestor (child, GTK_TYPE_LIST_VIEW) != NULL)
    rgm_accessible_set_name (gtk_widget_get_parent (child), gtk_string_object_get_string (string));
}

/**
 * rgm_accessible_name_items:
 * @factory: makes the rows of a list of #GtkStringObject
 *
 * Names each row of a list to choose from by its string: at the floor what has the focus there tells nothing.
 */
void
rgm_accessible_name_items (GtkListItemFactory *factory)
{
  if (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory))
    g_signal_connect (factory, "bind", G_CALLBACK (name_item), NULL);
}

static void
describe_chosen (GtkDropDown *chooser)
{
  gpointer item = gtk_drop_down_get_selected_item (chooser);
  const char *chosen = GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";

  rgm_accessible_set_description (GTK_WIDGET (chooser), chosen);
  rgm_accessible_set_description (gtk_widget_get_first_child (GTK_WIDGET (chooser)), chosen);
}

/**
 * rgm_accessible_name_drop_down:
 * @chooser: a #GtkDropDown of strings
 * @name: what is chosen with it
 *
 * Names a drop-down by what is chosen, and describes it by the choice. The focus goes to the
 * button inside, which is to tell both, and then to the rows of its list, which tell theirs.
 */
void
rgm_accessible_name_drop_down (GtkWidget  *chooser,
                               const char *name)
{
  GtkListItemFactory *list_factory;

  g_return_if_fail (GTK_IS_DROP_DOWN (chooser));

  rgm_accessible_set_name (chooser, name);
  rgm_accessible_set_name (gtk_widget_get_first_child (chooser), name);
  list_factory = gtk_drop_down_get_list_factory (GTK_DROP_DOWN (chooser));
  rgm_accessible_name_items (list_factory != NULL ? list_factory : gtk_drop_down_get_factory (GTK_DROP_DOWN (chooser)));
  g_signal_connect (chooser, "notify::selected-item", G_CALLBACK (describe_chosen), NULL);
  describe_chosen (GTK_DROP_DOWN (chooser));
}

/* ── Messages ────────────────────────────────────────────────────────────────── */

/* gtk_accessible_announce(), which is newer than the floor. */
typedef void (*Announce) (GtkAccessible *accessible,
                          const char    *message,
                          int            priority);

#define MEDIUM_PRIORITY 1

static Announce
find_announce (void)
{
  static gsize is_sought;
  static Announce found;

  if (g_once_init_enter (&is_sought))
    {
      void *program = dlopen (NULL, RTLD_LAZY);

      if (program != NULL)
        *(void **) &found = dlsym (program, "gtk_accessible_announce");
      g_once_init_leave (&is_sought, 1);
    }

  return found;
}

/* Its own description comes back with the focus gone. */
static void
end_telling (GtkWidget  *focus,
             GParamSpec *pspec,
             GtkWidget  *told)
{
  if (gtk_widget_has_focus (focus))
    return;

  g_signal_handlers_disconnect_by_func (focus, end_telling, told);
  show_description (told, g_object_get_data (G_OBJECT (told), DESCRIPTION));
}

/* At the floor a change in the description of what has the focus is spoken. FALSE where nothing has it. */
static gboolean
tell_by_focus (GtkRoot    *root,
               const char *message)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *told = focus;

  /* What GTK leaves the focus to when it is lost is a divider that nobody went to. */
  if (focus == NULL || GTK_IS_PANED (focus))
    return FALSE;

  /* The text within an entry has the focus, and the entry tells of it. */
  if (GTK_IS_TEXT (focus) && GTK_IS_EDITABLE (gtk_widget_get_parent (focus)))
    told = gtk_widget_get_parent (focus);
  if (g_signal_handler_find (focus, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, end_telling, told) == 0)
    g_signal_connect_object (focus, "notify::has-focus", G_CALLBACK (end_telling), told, 0);
  show_description (told, message);

  return TRUE;
}

typedef struct
{
  GtkWidget *root;      /* not held: the timeout goes with it */
  char      *message;
  guint      n_attempts;
} Message;

static gboolean
tell (gpointer data)
{
  Message *message = data;
  Announce announce = find_announce ();

  if (announce != NULL)
    announce (GTK_ACCESSIBLE (message->root), message->message, MEDIUM_PRIORITY);
  else if (!tell_by_focus (GTK_ROOT (message->root), message->message) && message->n_attempts++ < MOST_ATTEMPTS)
    return G_SOURCE_CONTINUE;

  g_object_steal_data (G_OBJECT (message->root), "rgm-message");

  return G_SOURCE_REMOVE;
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_free (message->message);
  g_free (message);
}

static void
forget_message (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

/**
 * rgm_accessible_announce:
 * @widget: what has changed, or something beside it
 * @message: what to say of it
 *
 * Tells who listens of something that happens elsewhere than at the focus. It is said a moment later; a newer message in
 * the same window takes the place of one that is still waiting.
 */
void
rgm_accessible_announce (GtkWidget  *widget,
                         const char *message)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Message *waiting;
  guint id;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (root == NULL || message == NULL || *message == '\0')
    return;

  waiting = g_new0 (Message, 1);
  waiting->root = GTK_WIDGET (root);
  waiting->message = g_strdup (message);
  id = g_timeout_add_full (G_PRIORITY_DEFAULT, MESSAGE_DELAY, tell, waiting, message_free);
  g_object_set_data_full (G_OBJECT (root), "rgm-message", GUINT_TO_POINTER (id), forget_message);
}

/**
 * rgm_accessible_has_focus:
 * @widget: a widget
 *
 * For what passes the focus on to its first control: on the way back, with Shift+Tab, the toolkit offers it the focus
 * that leaves it, and would get it back for ever.
 *
 * Returns: whether the focus is on the widget or within it
 */
gboolean
rgm_accessible_has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
