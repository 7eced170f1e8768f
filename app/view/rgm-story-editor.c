/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-flow-box.h"
#include "rgm-slide-view.h"
#include "rgm-story-editor.h"
#include "rgm-story-edit.h"
#include "rgm-story-figure.h"
#include "rgm-story-revision.h"
#include "rgm-story-steps.h"

struct _RgmStoryEditor
{
  GtkWidget         parent_instance;

  RgmStoryDocument *document;
  RgmStoryShow     *show;
  guint             index;
  gboolean          is_refreshing;

  RgmSlideView     *preview;
  GtkEntry         *title;
  GtkWidget        *text_part;
  GtkTextBuffer    *text;
  GtkTextBuffer    *note;
  GtkTextView      *text_view;
  GtkTextView      *note_view;
  GtkWidget        *figure_part;
  GtkCheckButton   *stepwise;
  GtkCheckButton   *pinned;
  GtkLabel         *data;
};

G_DEFINE_FINAL_TYPE (RgmStoryEditor, rgm_story_editor, GTK_TYPE_WIDGET)

static void
edit_text (RgmStoryEditor *self,
           const char     *key,
           const char     *text)
{
  g_autofree char *merge = NULL;

  if (self->is_refreshing || self->index >= rgm_story_show_get_size (self->show))
    return;

  merge = g_strdup_printf ("%s %u", key, self->index);
  rgm_story_document_edit (self->document,
                           rgm_story_with_text (rgm_story_document_get_story (self->document), self->index, key, text), merge);
}

static void
on_title_changed (RgmStoryEditor *self)
{
  edit_text (self, "title", gtk_editable_get_text (GTK_EDITABLE (self->title)));
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_text_changed (RgmStoryEditor *self)
{
  g_autofree char *text = dup_text (self->text);

  edit_text (self, "text", text);
}

static void
on_note_changed (RgmStoryEditor *self)
{
  g_autofree char *note = dup_text (self->note);

  edit_text (self, "note", note);
}

static void
on_stepwise_toggled (RgmStoryEditor *self)
{
  if (self->is_refreshing || self->index >= rgm_story_show_get_size (self->show))
    return;

  rgm_story_document_edit (self->document,
                           rgm_story_with_stepwise (rgm_story_document_get_story (self->document), self->index,
                                                    gtk_check_button_get_active (self->stepwise)), NULL);
}

static void
on_pinned_toggled (RgmStoryEditor *self)
{
  RgmDataSet *data_set;

  if (self->is_refreshing || self->index >= rgm_story_show_get_size (self->show))
    return;

  data_set = gtk_check_button_get_active (self->pinned) ? rgm_story_show_get_data_set (self->show) : NULL;
  rgm_story_document_edit (self->document,
                           rgm_story_with_revision (rgm_story_document_get_story (self->document), self->index, data_set), NULL);
}

static void
show_data (RgmStoryEditor      *self,
           const RgmStorySlide *slide,
           gboolean             is_shown)
{
  RgmDataSet *data_set = rgm_story_show_get_data_set (self->show);
  g_autofree char *text = NULL;

  if (slide->figure == NULL || data_set == NULL)
    return;

  text = rgm_story_describe_data (rgm_story_show_get_story (self->show), self->index, data_set);
  gtk_label_set_text (self->data, text != NULL ? text : _("This slide follows the data set that is open."));
  gtk_check_button_set_active (self->pinned, slide->revision != NULL);
  /* What isn't shown can't be kept, but let go. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->pinned), is_shown || slide->revision != NULL);
}

/* What is typed just now stays, with the cursor where it is. */
static void
set_buffer (GtkTextBuffer *buffer,
            const char    *text)
{
  g_autofree char *old = dup_text (buffer);

  if (g_strcmp0 (old, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
}

static void
set_entry (GtkEntry   *entry,
           const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

/**
 * rgm_story_editor_show:
 * @self: an editor
 * @index: a slide
 *
 * Shows the slide as it is now.
 */
void
rgm_story_editor_show (RgmStoryEditor *self,
                       guint           index)
{
  const RgmStoryFace *face;
  RgmStorySlide slide;
  const char *summary;

  self->index = index;
  if (index >= rgm_story_show_get_size (self->show))
    {
      rgm_slide_view_set_scene (self->preview, NULL);
      return;
    }

  face = rgm_story_show_get_face (self->show, index);
  slide = rgm_story_get_slide (rgm_story_show_get_story (self->show), index);
  summary = face->figure != NULL ? rgm_figure_get_frame (face->figure)->summary : face->reason != NULL ? face->reason : slide.text;

  self->is_refreshing = TRUE;
  rgm_slide_view_set_scene (self->preview, face->pages->pdata[0]);
  rgm_accessible_set_name (GTK_WIDGET (self->preview), face->title);
  rgm_accessible_set_description (GTK_WIDGET (self->preview), summary != NULL ? summary : "");
  set_entry (self->title, slide.title);
  gtk_entry_set_placeholder_text (self->title, face->figure != NULL ? face->title : NULL);
  set_buffer (self->text, slide.text);
  set_buffer (self->note, slide.note);
  gtk_widget_set_visible (self->text_part, slide.figure == NULL && !slide.is_section);
  gtk_widget_set_visible (self->figure_part, slide.figure != NULL);
  gtk_check_button_set_active (self->stepwise, slide.is_stepwise);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stepwise), face->figure != NULL && rgm_story_count_steps (face->pages->pdata[0]) > 1);
  show_data (self, &slide, face->figure != NULL);
  self->is_refreshing = FALSE;
}

void
rgm_story_editor_edit_title (RgmStoryEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

void
rgm_story_editor_set_document (RgmStoryEditor   *self,
                               RgmStoryDocument *document,
                               RgmStoryShow     *show)
{
  g_set_object (&self->document, document);
  g_set_object (&self->show, show);
}

static void
rgm_story_editor_dispose (GObject *object)
{
  RgmStoryEditor *self = RGM_STORY_EDITOR (object);
  GtkWidget *child;

  self->is_refreshing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (rgm_story_editor_parent_class)->dispose (object);
}

static void
rgm_story_editor_class_init (RgmStoryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_story_editor_dispose;

  g_type_ensure (RGM_TYPE_FLOW_BOX);
  g_type_ensure (RGM_TYPE_SLIDE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-story-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, title);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, text_part);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, text);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, note);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, note_view);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, figure_part);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, stepwise);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, pinned);
  gtk_widget_class_bind_template_child (widget_class, RgmStoryEditor, data);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_note_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stepwise_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_pinned_toggled);
}

/* In large type the label would make the view wider than its window. */
static void
wrap_label (GtkCheckButton *check)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (check));

  if (GTK_IS_LABEL (label))
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
}

static void
rgm_story_editor_init (RgmStoryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wrap_label (self->stepwise);
  wrap_label (self->pinned);
  rgm_accessible_set_name (GTK_WIDGET (self->text_view), _("Text of the slide"));
  rgm_accessible_set_name (GTK_WIDGET (self->note_view), _("Note for the speaker"));
}
