/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-figure-copy.h"
#include "rgm-isolate.h"
#include "rgm-menu.h"
#include "rgm-pango-measure.h"
#include "rgm-recent.h"
#include "rgm-story-add.h"
#include "rgm-story-copy.h"
#include "rgm-story-document.h"
#include "rgm-story-edit.h"
#include "rgm-story-editor.h"
#include "rgm-story-figure.h"
#include "rgm-story-files.h"
#include "rgm-story-page.h"
#include "rgm-story-revision.h"
#include "rgm-story-row.h"

/* Below this width the slide is under the list and not beside it. */
#define NARROW 620

/* Slides in their order, and the one that is selected, large:
 *
 *     RgmStoryDocument ──> RgmStoryShow ──┬─> rows
 *        ^     (shared with the window)   └─> editor
 *        └──────── changes ──────────────────────┘
 */
struct _RgmStoryPage
{
  GtkWidget            parent_instance;

  RgmWindowState      *window_state;
  RgmStoryDocument    *document;
  RgmStoryShow        *show;
  GListStore          *entries;
  guint                adapt_id;
  gboolean             is_narrow;

  GtkShortcutController *keys;
  GtkBox              *box;
  GtkEntry            *title;
  GtkLabel            *state;
  GtkMenuButton       *menu_button;
  GtkWidget           *present;
  GMenuModel          *menu;
  GMenu               *recent_menu;
  GtkWidget           *change_part;
  GtkLabel            *change;
  GtkStack            *stack;
  GtkBox              *content;
  GtkScrolledWindow   *scroller;
  GtkListView         *list;
  GtkSingleSelection  *selection;
  RgmStoryEditor      *editor;
};

G_DEFINE_FINAL_TYPE (RgmStoryPage, rgm_story_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WINDOW_STATE,
};

static RgmStory *
get_story (RgmStoryPage *self)
{
  return rgm_story_document_get_story (self->document);
}

static guint
count_slides (RgmStoryPage *self)
{
  return rgm_story_get_n_slides (get_story (self));
}

static void
toast (RgmStoryPage *self,
       const char   *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
toast_with_undo (RgmStoryPage *self,
                 const char   *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "(ss)", text, "win.undo-story");
}

/**
 * rgm_story_page_get_selected:
 * @self: a page
 *
 * Returns: the slide that is selected; 0 where there is none
 */
guint
rgm_story_page_get_selected (RgmStoryPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

/* ── What is shown ───────────────────────────────────────────────────────────── */

static void
show_selected (RgmStoryPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean has_slide = selected != GTK_INVALID_LIST_POSITION && selected < count_slides (self);
  gboolean has_figure = has_slide && rgm_story_get_slide (get_story (self), selected).figure != NULL;

  rgm_story_editor_show (self->editor, selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.delete", has_slide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.copy", has_slide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.duplicate", has_slide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.rename", has_slide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.update", has_figure);
}

/* The list has a place for each slide. Places are told that they show something else; only their
 * number is changed in the list, which so keeps its focus. */
static void
fill_list (RgmStoryPage *self)
{
  guint n = count_slides (self), had = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = had; i > n; i--)
    g_list_store_remove (self->entries, i - 1);
  for (guint i = had; i < n; i++)
    {
      g_autoptr (RgmStoryEntry) entry = rgm_story_entry_new (self->show, i);

      g_list_store_append (self->entries, entry);
    }
  for (guint i = 0; i < MIN (n, had); i++)
    {
      g_autoptr (RgmStoryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      rgm_story_entry_changed (entry);
    }
}

static void
show_state (RgmStoryPage *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  const char *title = rgm_story_get_title (get_story (self));
  const char *source = rgm_story_get_data_set (get_story (self));
  g_autofree char *state = rgm_story_files_describe (self->document);
  g_autofree char *change = NULL;

  if (count_slides (self) > 0 && source != NULL && !g_str_equal (source, data_set->id))
    change = rgm_text_printf (_("The story was made with the data set “%s”, but the open one is “%s”. Its charts come back when that data set is opened."),
                              source, data_set->id);
  else if (count_slides (self) > 0)
    change = rgm_story_get_change (get_story (self), data_set);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->title)), title != NULL ? title : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->title), title != NULL ? title : "");
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
  gtk_label_set_text (self->change, change != NULL ? change : "");
  gtk_widget_set_visible (self->change_part, change != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.accept-data", source != NULL && g_str_equal (source, data_set->id));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.undo", rgm_story_document_can_undo (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.redo", rgm_story_document_can_redo (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.add-patient", rgm_window_state_get_patient (self->window_state) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.export", count_slides (self) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.print", count_slides (self) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.pin-all", count_slides (self) > 0);
  gtk_stack_set_visible_child_name (self->stack, count_slides (self) > 0 ? "slides" : "empty");
}

static void
refresh (RgmStoryPage *self)
{
  if (self->show == NULL || rgm_window_state_get_data_set (self->window_state) == NULL)
    return;

  rgm_story_show_set_story (self->show, get_story (self), rgm_window_state_get_selection (self->window_state));
  fill_list (self);
  show_state (self);
  show_selected (self);
}

static void
select_slide (RgmStoryPage *self,
              guint         index)
{
  if (index >= count_slides (self))
    return;

  gtk_single_selection_set_selected (self->selection, index);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", index);
}

/* The row of a slide takes the focus along; one that isn't in sight has none to take it. */
static void
focus_slide (RgmStoryPage *self,
             guint         index)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->list)); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *row = gtk_widget_get_first_child (cell);

      if (RGM_IS_STORY_ROW (row) && rgm_story_row_get_index (RGM_STORY_ROW (row)) == index)
        gtk_widget_grab_focus (cell);
    }
}

static void
change (RgmStoryPage *self,
        RgmStory     *revised)
{
  rgm_story_document_edit (self->document, revised, NULL);
}

/* ── Actions ─────────────────────────────────────────────────────────────────── */

static void
move_slide (RgmStoryPage *self,
            guint         from,
            guint         to)
{
  if (from >= count_slides (self) || to >= count_slides (self) || from == to)
    return;

  change (self, rgm_story_with_move (get_story (self), from, to));
  select_slide (self, to);
  focus_slide (self, to);
  {
    const RgmStoryFace *face = rgm_story_show_get_face (self->show, to);
    g_autofree char *text = rgm_text_printf (_("“%s” is slide %u of %u now"), face->title, to + 1, count_slides (self));

    /* Only a screen reader isn't told by the list itself. */
    rgm_accessible_set_description (GTK_WIDGET (self->list), text);
  }
}

static void
move_to_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  move_slide (RGM_STORY_PAGE (widget), from, to);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  int to = (int) rgm_story_page_get_selected (self) + g_variant_get_int32 (parameter);

  if (to >= 0)
    move_slide (self, rgm_story_page_get_selected (self), (guint) to);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  guint selected = rgm_story_page_get_selected (self);

  change (self, rgm_story_without_slide (get_story (self), selected));
  selected = MIN (selected, MAX (count_slides (self), 1) - 1);
  select_slide (self, selected);
  focus_slide (self, selected);
  toast_with_undo (self, _("The slide was deleted. Ctrl+Z brings it back."));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  g_autofree char *text = rgm_story_copy_slide (self->show, rgm_story_page_get_selected (self), widget);

  toast (self, text);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  guint selected = rgm_story_page_get_selected (self);

  change (self, rgm_story_with_copy (get_story (self), selected));
  select_slide (self, selected + 1);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);

  if (g_str_equal (name, "story.undo"))
    rgm_story_document_undo (self->document);
  else
    rgm_story_document_redo (self->document);
  gtk_widget_activate_action (widget, "win.withdraw-toast", NULL);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  rgm_story_editor_edit_title (RGM_STORY_PAGE (widget)->editor);
}

/* After the slide that is selected, and selected itself. */
static void
insert (RgmStoryPage *self,
        RgmStory     *added)
{
  guint n = count_slides (self), position = n > 0 ? rgm_story_page_get_selected (self) + 1 : 0;
  g_autoptr (RgmStory) story = n > 0 ? g_object_ref (get_story (self))
                                     : rgm_story_with_data_set (get_story (self), rgm_window_state_get_data_set (self->window_state));

  change (self, rgm_story_with_slides (story, position, added));
  select_slide (self, position);
}

static void
add_text_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  gboolean is_section = g_str_equal (g_variant_get_string (parameter, NULL), "section");
  g_autoptr (RgmStory) added = rgm_story_new (rgm_window_state_get_data_set (self->window_state), NULL);

  rgm_story_add_slide (added, &(RgmStorySlide) { .is_section = is_section }, NULL, NULL);
  insert (self, added);
  rgm_story_editor_edit_title (self->editor);
}

/* The menu offers it by itself, and only where there is a patient. */
static void
add_patient_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  g_autofree char *text = rgm_story_add_from_view (self->window_state, RGM_VIEW_PATIENT);

  toast_with_undo (self, text);
}

/* Ready slides: what another view shows. */
static void
add_view_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  g_autofree char *text = rgm_story_add_from_view (self->window_state, g_variant_get_string (parameter, NULL));

  toast (self, text);
}

/* The trials and options that the window has now, in the place of those of the slide. */
static void
update_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  guint selected = rgm_story_page_get_selected (self);
  RgmFigure *figure = rgm_window_state_get_figure (self->window_state, rgm_story_get_slide (get_story (self), selected).figure);
  g_autoptr (RgmStory) now = NULL;
  g_autoptr (RgmStory) updated = NULL;
  gboolean was_pinned;

  if (figure == NULL)
    {
      toast (self, _("This version of Regimen does not have this kind of chart."));
      return;
    }

  was_pinned = rgm_story_get_slide (get_story (self), selected).revision != NULL;
  now = rgm_story_new_from_figure (self->window_state, figure);
  updated = rgm_story_with_figure (get_story (self), selected, now);
  /* One that was pinned keeps the data of now. */
  change (self, was_pinned ? rgm_story_with_revision (updated, selected, rgm_window_state_get_data_set (self->window_state))
                           : g_object_ref (updated));
  toast_with_undo (self, _("The slide shows the trials of the list now. Ctrl+Z brings the ones before back."));
}

static void
accept_data_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);

  change (self, rgm_story_with_data_set (get_story (self), rgm_window_state_get_data_set (self->window_state)));
}

static void
pin_all_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);
  RgmDataSet *data_set = g_variant_get_boolean (parameter) ? rgm_window_state_get_data_set (self->window_state) : NULL;

  change (self, rgm_story_with_revisions (get_story (self), data_set));
}

static void
on_title_changed (RgmStoryPage *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  const char *had;

  if (self->document == NULL)
    return;
  had = rgm_story_get_title (get_story (self));
  if (g_strcmp0 (title, had != NULL ? had : "") != 0)
    rgm_story_document_edit (self->document, rgm_story_with_title (get_story (self), *title != '\0' ? title : NULL), "title");
}

static void
on_trouble (RgmStoryPage *self,
            const char   *message)
{
  g_autofree char *text = rgm_text_printf (_("The story could not be saved: %s"), message);

  toast (self, text);
}

/* ── The widget ──────────────────────────────────────────────────────────────── */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, rgm_story_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  rgm_story_row_set_entry (RGM_STORY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  rgm_story_row_set_entry (RGM_STORY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
arrange (RgmStoryPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), self->is_narrow);
  gtk_scrolled_window_set_min_content_height (self->scroller, self->is_narrow ? 150 : -1);
}

static gboolean
adapt (gpointer data)
{
  RgmStoryPage *self = data;

  self->adapt_id = 0;
  self->is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
  arrange (self);

  return G_SOURCE_REMOVE;
}

static void
rgm_story_page_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->box), width, height, baseline, NULL);
  /* What is shown can't change while it is given its place. */
  if (self->is_narrow != (width < NARROW) && self->adapt_id == 0)
    self->adapt_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt, self, NULL);
}

static void
rgm_story_page_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  RgmStoryPage *self = RGM_STORY_PAGE (widget);

  gtk_widget_measure (GTK_WIDGET (self->box), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  /* Narrow, it stands otherwise and needs less. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 320);
}

static void
rgm_story_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rgm_story_page_parent_class)->map (widget);
  /* The keys go wherever the focus is, while the page is the one that is seen. */
  gtk_shortcut_controller_set_scope (RGM_STORY_PAGE (widget)->keys, GTK_SHORTCUT_SCOPE_GLOBAL);
  refresh (RGM_STORY_PAGE (widget));
}

static void
rgm_story_page_unmap (GtkWidget *widget)
{
  gtk_shortcut_controller_set_scope (RGM_STORY_PAGE (widget)->keys, GTK_SHORTCUT_SCOPE_LOCAL);
  GTK_WIDGET_CLASS (rgm_story_page_parent_class)->unmap (widget);
}

static void
on_changed (RgmStoryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
rgm_story_page_constructed (GObject *object)
{
  RgmStoryPage *self = RGM_STORY_PAGE (object);
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new (rgm_figure_family (GTK_WIDGET (self)));

  G_OBJECT_CLASS (rgm_story_page_parent_class)->constructed (object);

  self->document = g_object_ref (rgm_window_state_get_story (self->window_state));
  self->show = rgm_story_show_new (measure, rgm_figure_direction (GTK_WIDGET (self)));
  rgm_story_editor_set_document (self->editor, self->document, self->show);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "trouble", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::data-set", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_selection (self->window_state), "notify::patient", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
rgm_story_page_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WINDOW_STATE:
      g_value_set_object (value, RGM_STORY_PAGE (object)->window_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_story_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WINDOW_STATE:
      RGM_STORY_PAGE (object)->window_state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_story_page_dispose (GObject *object)
{
  RgmStoryPage *self = RGM_STORY_PAGE (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->box)));
  g_clear_object (&self->entries);
  g_clear_object (&self->show);
  g_clear_object (&self->document);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_story_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-story-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, keys);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, box);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, state);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, present);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, menu);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, change_part);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, change);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, content);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
rgm_story_page_class_init (RgmStoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_story_page_constructed;
  G_OBJECT_CLASS (klass)->get_property = rgm_story_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = rgm_story_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_story_page_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WINDOW_STATE,
                                   g_param_spec_object ("window-state", NULL, NULL, RGM_TYPE_WINDOW_STATE,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  widget_class->map = rgm_story_page_map;
  widget_class->unmap = rgm_story_page_unmap;
  widget_class->measure = rgm_story_page_measure;
  widget_class->size_allocate = rgm_story_page_size_allocate;

  g_type_ensure (RGM_TYPE_STORY_EDITOR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "story.move-to", "(uu)", move_to_action);
  gtk_widget_class_install_action (widget_class, "story.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "story.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "story.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "story.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "story.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "story.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "story.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "story.add", "s", add_text_action);
  gtk_widget_class_install_action (widget_class, "story.add-view", "s", add_view_action);
  gtk_widget_class_install_action (widget_class, "story.add-patient", NULL, add_patient_action);
  gtk_widget_class_install_action (widget_class, "story.update", NULL, update_action);
  gtk_widget_class_install_action (widget_class, "story.accept-data", NULL, accept_data_action);
  gtk_widget_class_install_action (widget_class, "story.pin-all", "b", pin_all_action);
  rgm_story_files_install (widget_class);
}

static void
rgm_story_page_init (RgmStoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_list_store_new (RGM_TYPE_STORY_ENTRY);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  rgm_accessible_set_name (GTK_WIDGET (self->list), _("Slides"));
  rgm_accessible_name_buttons (self->present, _("Ways to present"));
  rgm_menu_attach (self->menu_button, self->menu);
  rgm_recent_follow (&rgm_recent_stories, self->recent_menu);
}

/* A page of what the window shows. */
GtkWidget *
rgm_story_page_new (RgmWindowState *window_state)
{
  return g_object_new (RGM_TYPE_STORY_PAGE, "window-state", window_state, NULL);
}
