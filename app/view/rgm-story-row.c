/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-slide-view.h"
#include "rgm-story-revision.h"
#include "rgm-story-row.h"

#define THUMBNAIL_WIDTH 160

/* ── The place ───────────────────────────────────────────────────────────────── */

struct _RgmStoryEntry
{
  GObject       parent_instance;

  RgmStoryShow *show;
  guint         index;
};

G_DEFINE_FINAL_TYPE (RgmStoryEntry, rgm_story_entry, G_TYPE_OBJECT)

static guint entry_changed;

static void
rgm_story_entry_dispose (GObject *object)
{
  g_clear_object (&RGM_STORY_ENTRY (object)->show);

  G_OBJECT_CLASS (rgm_story_entry_parent_class)->dispose (object);
}

static void
rgm_story_entry_class_init (RgmStoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_story_entry_dispose;

  entry_changed = g_signal_new ("changed", RGM_TYPE_STORY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_story_entry_init (RgmStoryEntry *self)
{
}

RgmStoryEntry *
rgm_story_entry_new (RgmStoryShow *show,
                     guint         index)
{
  RgmStoryEntry *self = g_object_new (RGM_TYPE_STORY_ENTRY, NULL);

  self->show = g_object_ref (show);
  self->index = index;

  return self;
}

void
rgm_story_entry_changed (RgmStoryEntry *self)
{
  g_signal_emit (self, entry_changed, 0);
}

/* ── The row ─────────────────────────────────────────────────────────────────── */

struct _RgmStoryRow
{
  GtkWidget      parent_instance;

  RgmStoryEntry *entry;

  GtkLabel      *number;
  RgmSlideView  *thumbnail;
  GtkLabel      *title;
  GtkLabel      *content;
  GtkLabel      *note;
};

G_DEFINE_FINAL_TYPE (RgmStoryRow, rgm_story_row, GTK_TYPE_WIDGET)

static RgmScene *
get_scene (gpointer data)
{
  RgmStoryRow *self = data;
  const RgmStoryFace *face;

  if (self->entry == NULL || self->entry->index >= rgm_story_show_get_size (self->entry->show))
    return NULL;
  face = rgm_story_show_get_face (self->entry->show, self->entry->index);

  return face->pages->pdata[0];
}

/* Which data a chart shows, and on how many pages; nothing of a text on one. */
static char *
describe_content (RgmStory            *story,
                  const RgmStorySlide *slide,
                  guint                n_pages)
{
  GString *text = g_string_new (NULL);
  const char *day = slide->revision != NULL ? rgm_story_get_revision_day (story, slide->revision) : NULL;

  if (slide->revision != NULL)
    {
      /* Translators: below a slide in a list: its chart keeps the data of a day. */
      g_autofree char *pinned = g_strdup_printf (_("Pinned to %s"), day != NULL ? day : _("an unknown date"));

      rgm_add_word (text, pinned);
    }
  else if (slide->figure != NULL)
    {
      /* Translators: below a slide in a list: its chart changes with the data set. */
      rgm_add_word (text, _("Follows the data"));
    }
  if (n_pages > 1)
    {
      g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

      rgm_add_word (text, pages);
    }

  return g_string_free (text, FALSE);
}

static void
set_line (GtkLabel   *label,
          const char *text,
          GString    *description)
{
  gboolean is_shown = text != NULL && *text != '\0';

  gtk_label_set_text (label, is_shown ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), is_shown);
  if (is_shown)
    rgm_add_phrase (description, text);
}

static void
set_state (RgmStoryRow *self,
           const char  *title,
           const char  *content,
           const char  *note,
           const char  *reason)
{
  g_autofree char *number = g_strdup_printf ("%u", self->entry->index + 1);
  /* Translators: a slide in a list: its number and title. */
  g_autofree char *name = rgm_text_printf (_("Slide %u: %s"), self->entry->index + 1, title);
  g_autoptr (GString) description = g_string_new (NULL);
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, title);
  set_line (self->content, content, description);
  set_line (self->note, reason != NULL ? reason : note, description);
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
  if (cell != NULL)
    {
      rgm_accessible_set_name (cell, name);
      rgm_accessible_set_description (cell, description->str);
    }
}

static void
refresh (RgmStoryRow *self)
{
  RgmStory *story = rgm_story_show_get_story (self->entry->show);
  const RgmStoryFace *face;
  RgmStorySlide slide;
  g_autofree char *content = NULL;

  if (self->entry->index >= rgm_story_show_get_size (self->entry->show))
    return;

  face = rgm_story_show_get_face (self->entry->show, self->entry->index);
  slide = rgm_story_get_slide (story, self->entry->index);
  content = describe_content (story, &slide, face->pages->len);
  set_state (self, face->title, content, slide.note, face->reason);
  if (slide.is_section)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  rgm_slide_view_set_source (self->thumbnail, get_scene, self);
}

void
rgm_story_row_set_entry (RgmStoryRow   *self,
                         RgmStoryEntry *entry)
{
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, refresh, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  g_signal_connect_object (entry, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/* The number of the slide, from 0; G_MAXUINT where there is none. */
guint
rgm_story_row_get_index (RgmStoryRow *self)
{
  return self->entry != NULL ? self->entry->index : G_MAXUINT;
}

/* ── Dragging ────────────────────────────────────────────────────────────────── */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source,
                 double         x,
                 double         y,
                 RgmStoryRow   *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->thumbnail));

  gtk_drag_source_set_icon (source, picture, 0, 0);

  return gdk_content_provider_new_typed (RGM_TYPE_STORY_ENTRY, self->entry);
}

static gboolean
is_lower_half (RgmStoryRow *self,
               double       y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
show_place (RgmStoryRow *self,
            gboolean     is_shown,
            gboolean     is_below)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (is_shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), is_below ? "drop-below" : "drop-above");
}

static GdkDragAction
on_drop_motion (GtkDropTarget *target,
                double         x,
                double         y,
                RgmStoryRow   *self)
{
  show_place (self, TRUE, is_lower_half (self, y));

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave (GtkDropTarget *target,
               RgmStoryRow   *self)
{
  show_place (self, FALSE, FALSE);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         RgmStoryRow   *self)
{
  RgmStoryEntry *moved = g_value_get_object (value);
  guint to = self->entry->index + is_lower_half (self, y);

  show_place (self, FALSE, FALSE);
  if (moved == NULL || moved->show != self->entry->show)
    return FALSE;
  if (moved->index < to)
    to--;
  gtk_widget_activate_action (GTK_WIDGET (self), "story.move-to", "(uu)", moved->index, to);

  return TRUE;
}

static void
rgm_story_row_dispose (GObject *object)
{
  RgmStoryRow *self = RGM_STORY_ROW (object);
  GtkWidget *child;

  rgm_story_row_set_entry (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rgm_story_row_parent_class)->dispose (object);
}

static void
rgm_story_row_class_init (RgmStoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_story_row_dispose;

  g_type_ensure (RGM_TYPE_SLIDE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "story-row");
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-story-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmStoryRow, number);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryRow, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryRow, content);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryRow, note);
}

static void
rgm_story_row_init (RgmStoryRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (RGM_TYPE_STORY_ENTRY, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_slide_view_set_width (self->thumbnail, THUMBNAIL_WIDTH);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
rgm_story_row_new (void)
{
  return g_object_new (RGM_TYPE_STORY_ROW, NULL);
}
