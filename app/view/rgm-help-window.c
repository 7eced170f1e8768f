/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-export.h"
#include "rgm-figure-kinds.h"
#include "rgm-help-topic.h"
#include "rgm-help-window.h"

/* The size of pictures, in pixels; they are scaled to the width of the text. */
#define PICTURE_WIDTH 960.0
#define PICTURE_HEIGHT 760.0

/* The data of a window that has a topic of its own. */
#define LINK "rgm-help-link"

struct _RgmHelpWindow
{
  AdwWindow       parent_instance;

  RgmWindowState *window_state;   /* whose data set the pictures show */
  GHashTable     *topics;         /* RgmHelpTopic by id */
  GPtrArray      *ids;            /* in their order in the index */
  GPtrArray      *visited;        /* links, the present one last */
  GHashTable     *headings;       /* widgets of the present topic by section */
  GtkWidget      *sought;         /* (nullable): the heading that is scrolled to */
  guint           scroll_id;

  AdwWindowTitle *heading;
  GtkScrolledWindow *scroller;
  GtkBox         *content;
};

G_DEFINE_FINAL_TYPE (RgmHelpWindow, rgm_help_window, ADW_TYPE_WINDOW)

static void show_link (RgmHelpWindow *self,
                       const char    *link);

/* ── Topics ──────────────────────────────────────────────────────────────────── */

static int
compare_topics (gconstpointer one,
                gconstpointer other,
                gpointer      data)
{
  const RgmHelpWindow *self = data;
  const RgmHelpTopic *first = g_hash_table_lookup (self->topics, *(const char *const *) one);
  const RgmHelpTopic *second = g_hash_table_lookup (self->topics, *(const char *const *) other);

  return g_strcmp0 (first->sort, second->sort);
}

static void
load_topics (RgmHelpWindow *self)
{
  g_auto (GStrv) files = g_resources_enumerate_children (RGM_HELP_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (files[i], strcspn (files[i], "."));
      g_autoptr (GError) error = NULL;
      RgmHelpTopic *topic = rgm_help_topic_load (id, &error);

      if (topic == NULL)
        {
          g_warning ("%s: %s", files[i], error->message);
          continue;
        }
      g_hash_table_insert (self->topics, topic->id, topic);
      g_ptr_array_add (self->ids, topic->id);
    }
  g_ptr_array_sort_with_data (self->ids, compare_topics, self);
}

/* The topic of a link, 'topic' or 'topic#section'; @section is what follows the sign. */
static RgmHelpTopic *
find_topic (RgmHelpWindow  *self,
            const char     *link,
            const char    **section)
{
  g_autofree char *id = rgm_help_link_get_topic (link, section);

  return g_hash_table_lookup (self->topics, id);
}

static const char *
translate (const char *text)
{
  return *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : "";
}

/* ── Widgets ─────────────────────────────────────────────────────────────────── */

static gboolean
on_link (GtkLabel      *label,
         const char    *link,
         RgmHelpWindow *self)
{
  show_link (self, link);
  return TRUE;
}

static GtkWidget *
make_label (RgmHelpWindow *self,
            const char    *text,
            const char    *class)
{
  g_autofree char *markup = rgm_help_text_to_markup (translate (text));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), self);

  return label;
}

/* A label behind a sign, such as a bullet or a number. */
static GtkWidget *
make_item (RgmHelpWindow *self,
           const char    *sign,
           const char    *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (sign);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 6);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), make_label (self, text, NULL));

  return row;
}

static GtkWidget *
make_screen (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);

  return scroller;
}

/* The figure that a picture's file name names, as this program draws it from the open data set. */
static GtkWidget *
make_picture (RgmHelpWindow *self,
              const char    *file,
              const char    *text)
{
  g_autofree char *kind = g_strndup (file, strcspn (file, "."));
  g_autofree char *alternative = rgm_help_text_to_plain (translate (text));
  g_autoptr (RgmFigure) figure = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  RgmExportOptions options = {
    .format = RGM_EXPORT_PNG,
    .width = PICTURE_WIDTH,
    .height = PICTURE_HEIGHT,
    .theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "dark" : "light",
    .direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR,
  };
  GtkWidget *picture;

  if (self->window_state == NULL || rgm_window_state_get_data_set (self->window_state) == NULL)
    return NULL;

  figure = rgm_figure_new (kind, rgm_window_state_get_selection (self->window_state));
  png = figure != NULL ? rgm_export_figure (figure, &options, NULL) : NULL;
  texture = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
  if (texture == NULL)
    return NULL;

  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), alternative);
  gtk_widget_set_size_request (picture, -1, (int) (PICTURE_HEIGHT * 0.63));

  return picture;
}

static GtkWidget *
make_block (RgmHelpWindow      *self,
            const RgmHelpBlock *block)
{
  g_autofree char *number = NULL;
  GtkWidget *widget;

  switch (block->kind)
    {
    case RGM_HELP_HEADING:
      widget = make_label (self, block->text, "title-4");
      gtk_widget_set_margin_top (widget, 18);
      if (block->id != NULL)
        g_hash_table_insert (self->headings, g_strdup (block->id), widget);
      return widget;
    case RGM_HELP_TERM:
      widget = make_label (self, block->text, "heading");
      gtk_widget_set_margin_top (widget, 6);
      return widget;
    case RGM_HELP_INDENTED:
      widget = make_label (self, block->text, NULL);
      gtk_widget_set_margin_start (widget, 18);
      return widget;
    case RGM_HELP_ITEM:
      return make_item (self, "•", block->text);
    case RGM_HELP_STEP:
      number = g_strdup_printf ("%u.", block->number);
      return make_item (self, number, block->text);
    case RGM_HELP_NOTE:
      widget = make_label (self, block->text, "help-note");
      return widget;
    case RGM_HELP_SCREEN:
      return make_screen (block->text);
    case RGM_HELP_PICTURE:
      return make_picture (self, block->id != NULL ? block->id : "", block->text);
    case RGM_HELP_PARAGRAPH:
    case RGM_HELP_CELL:
    default:
      return make_label (self, block->text, NULL);
    }
}

/* Appends a topic's blocks; cells that follow one another are a table of two columns. */
static void
add_blocks (RgmHelpWindow      *self,
            const RgmHelpTopic *topic)
{
  GtkWidget *grid = NULL;
  int n_cells = 0;

  for (guint i = 0; i < topic->blocks->len; i++)
    {
      const RgmHelpBlock *block = g_ptr_array_index (topic->blocks, i);
      GtkWidget *widget = make_block (self, block);

      if (widget == NULL)
        continue;
      if (block->kind != RGM_HELP_CELL)
        {
          grid = NULL;
          gtk_box_append (self->content, widget);
          continue;
        }
      if (grid == NULL)
        {
          grid = gtk_grid_new ();
          gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
          gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
          gtk_box_append (self->content, grid);
          n_cells = 0;
        }
      gtk_grid_attach (GTK_GRID (grid), widget, n_cells % 2, n_cells / 2, 1, 1);
      n_cells++;
    }
}

static void
on_topic_activated (AdwActionRow  *row,
                    RgmHelpWindow *self)
{
  show_link (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* The topics that belong to a section of the index. */
static GtkWidget *
make_topic_list (RgmHelpWindow *self,
                 const char    *section)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < self->ids->len; i++)
    {
      const RgmHelpTopic *topic = g_hash_table_lookup (self->topics, g_ptr_array_index (self->ids, i));
      GtkWidget *row;

      if (g_strcmp0 (topic->section, section) != 0)
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), translate (topic->title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), topic->summary != NULL ? translate (topic->summary) : "");
      gtk_widget_set_name (row, topic->id);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect (row, "activated", G_CALLBACK (on_topic_activated), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

static void
add_index (RgmHelpWindow      *self,
           const RgmHelpTopic *index)
{
  for (guint i = 0; i < index->blocks->len; i++)
    {
      const RgmHelpBlock *block = g_ptr_array_index (index->blocks, i);

      gtk_box_append (self->content, make_block (self, block));
      if (block->kind == RGM_HELP_HEADING)
        gtk_box_append (self->content, make_topic_list (self, block->id));
    }
}

/* ── Going about ─────────────────────────────────────────────────────────────── */

/* Once the page has been laid out: before, no heading has a place. */
static gboolean
scroll_to_heading (GtkWidget     *content,
                   GdkFrameClock *clock,
                   gpointer       data)
{
  RgmHelpWindow *self = data;
  graphene_point_t top;

  if (gtk_widget_get_height (self->sought) == 0)
    return G_SOURCE_CONTINUE;

  if (gtk_widget_compute_point (self->sought, content, &GRAPHENE_POINT_INIT (0, 0), &top))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), top.y);
  self->scroll_id = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_scrolling (RgmHelpWindow *self)
{
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->content), self->scroll_id);
  self->scroll_id = 0;
}

static void
show_topic (RgmHelpWindow *self,
            const char    *link)
{
  const char *section;
  const RgmHelpTopic *topic = find_topic (self, link, &section);
  GtkWidget *child;

  g_return_if_fail (topic != NULL);

  stop_scrolling (self);
  g_hash_table_remove_all (self->headings);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);

  adw_window_title_set_title (self->heading, translate (topic->title));
  gtk_window_set_title (GTK_WINDOW (self), translate (topic->title));
  gtk_box_append (self->content, make_label (self, topic->title, "title-1"));
  if (topic->section == NULL)
    add_index (self, topic);
  else
    add_blocks (self, topic);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->sought = section != NULL ? g_hash_table_lookup (self->headings, section) : NULL;
  if (self->sought != NULL)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->content), scroll_to_heading, self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->visited->len > 1);
}

static void
show_link (RgmHelpWindow *self,
           const char    *link)
{
  const char *section;

  if (find_topic (self, link, &section) == NULL)
    {
      g_warning ("There is no help topic “%s”.", link);
      link = "index";
    }
  g_ptr_array_add (self->visited, g_strdup (link));
  show_topic (self, link);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmHelpWindow *self = RGM_HELP_WINDOW (widget);

  if (self->visited->len < 2)
    return;
  g_ptr_array_remove_index (self->visited, self->visited->len - 1);
  show_topic (self, g_ptr_array_index (self->visited, self->visited->len - 1));
}

static void
index_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  show_link (RGM_HELP_WINDOW (widget), "index");
}

static void
rgm_help_window_dispose (GObject *object)
{
  RgmHelpWindow *self = RGM_HELP_WINDOW (object);

  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_help_window_parent_class)->dispose (object);
}

static void
rgm_help_window_finalize (GObject *object)
{
  RgmHelpWindow *self = RGM_HELP_WINDOW (object);

  g_hash_table_unref (self->headings);
  g_ptr_array_unref (self->visited);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->topics);

  G_OBJECT_CLASS (rgm_help_window_parent_class)->finalize (object);
}

static void
rgm_help_window_class_init (RgmHelpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rgm_help_window_dispose;
  object_class->finalize = rgm_help_window_finalize;

  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "help.index", NULL, index_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "help.index", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmHelpWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, RgmHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmHelpWindow, content);
}

static void
topic_free (gpointer topic)
{
  rgm_help_topic_free (topic);
}

static void
rgm_help_window_init (RgmHelpWindow *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, topic_free);
  self->ids = g_ptr_array_new ();
  self->visited = g_ptr_array_new_with_free_func (g_free);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* In a group of its own it can be read beside a dialog. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  load_topics (self);
}

/**
 * rgm_help_window_new:
 *
 * Returns: (transfer floating): a window for the help, which shows nothing yet
 */
RgmHelpWindow *
rgm_help_window_new (void)
{
  return g_object_new (RGM_TYPE_HELP_WINDOW, NULL);
}

/**
 * rgm_help_window_open:
 * @self: a help window
 * @link: the id of a topic, or a topic and one of its sections: 'heterogeneity#model'
 * @window_state: (nullable): the state of the window from which help was asked for; its data set is in the pictures
 *
 * Shows a topic.
 */
void
rgm_help_window_open (RgmHelpWindow  *self,
                      const char     *link,
                      RgmWindowState *window_state)
{
  g_set_object (&self->window_state, window_state);
  show_link (self, link);
}

static void
on_help (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "help",
                                  g_variant_new_string (g_object_get_data (window, LINK)));
}

/**
 * rgm_help_offer:
 * @window: a window that is none of the application's own, such as a dialog
 * @link: what the help has to say of it, as for rgm_help_window_open()
 *
 * Gives the window the action `help.here`, which F1 activates too.
 */
void
rgm_help_offer (GtkWindow  *window,
                const char *link)
{
  static const GActionEntry actions[] = { { .name = "here", .activate = on_help } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set_data_full (G_OBJECT (window), LINK, g_strdup (link), g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), window);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "help", G_ACTION_GROUP (group));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0), gtk_named_action_new ("help.here")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
