/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-figure-copy.h"
#include "rgm-isolate.h"
#include "rgm-paper-print.h"
#include "rgm-recent.h"
#include "rgm-slides-dialog.h"
#include "rgm-slides-save.h"
#include "rgm-story-deck.h"
#include "rgm-story-document.h"
#include "rgm-story-figure.h"
#include "rgm-story-files.h"
#include "rgm-window-state.h"

/* The dialogs of a story: its own file, and what it is written as. */

#define STORY_SUFFIX "regimen-story"

typedef struct
{
  RgmWindowState *window_state;
  GtkWidget      *widget;
  GFile          *file;   /* that is to be opened, or NULL where it isn't chosen yet */
} StoryRequest;

static StoryRequest *
request_new (RgmWindowState *window_state,
             GtkWidget      *widget)
{
  StoryRequest *request = g_new0 (StoryRequest, 1);

  request->window_state = g_object_ref (window_state);
  request->widget = g_object_ref (widget);

  return request;
}

static void
request_free (gpointer  data,
              GClosure *closure)
{
  StoryRequest *request = data;

  g_object_unref (request->window_state);
  g_object_unref (request->widget);
  g_clear_object (&request->file);
  g_free (request);
}

static void
toast (GtkWidget  *widget,
       const char *text)
{
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static void
toast_and_free (GtkWidget *widget,
                char      *text)
{
  toast (widget, text);
  g_free (text);
}

static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
show_chooser (StoryRequest         *request,
              GtkFileChooserNative *chooser,
              GCallback             on_response)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", on_response, request, request_free, 0);
  /* A native dialog is nobody's but the page's. */
  g_object_set_data_full (G_OBJECT (request->widget), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static GtkFileChooserNative *
chooser_new (StoryRequest         *request,
             const char           *title,
             GtkFileChooserAction  action,
             const char           *accept)
{
  return gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (request->widget)), action, accept, NULL);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *name,
            const char           *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* ── Saving ──────────────────────────────────────────────────────────────────── */

static void
save (RgmWindowState *window_state,
      GtkWidget      *widget,
      GFile          *file)
{
  RgmStoryDocument *document = rgm_window_state_get_story (window_state);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!rgm_story_document_save (document, file, &error))
    {
      toast_and_free (widget, rgm_text_printf (_("The story could not be saved: %s"), error->message));
      return;
    }

  rgm_recent_add (&rgm_recent_stories, rgm_story_document_get_file (document));
  name = get_name (rgm_story_document_get_file (document));
  text = rgm_text_printf (_("“%s” was saved."), name);
  toast (widget, text);
}

static void
on_save_response (GtkNativeDialog *dialog,
                  int              response,
                  StoryRequest    *request)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save (request->window_state, request->widget, file);
    }
  gtk_native_dialog_destroy (dialog);
}

/* Saves the story in its file, or asks for one. */
static void
save_story (RgmWindowState *window_state,
            GtkWidget      *widget,
            gboolean        as_another)
{
  RgmStoryDocument *document = rgm_window_state_get_story (window_state);
  GtkFileChooserNative *chooser;
  StoryRequest *request;
  g_autofree char *name = NULL;

  if (rgm_story_document_get_file (document) != NULL && !as_another)
    {
      save (window_state, widget, NULL);
      return;
    }

  request = request_new (window_state, widget);
  chooser = chooser_new (request, _("Save the story"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  name = rgm_slides_make_name (rgm_story_get_title (rgm_story_document_get_story (document)), STORY_SUFFIX);
  add_filter (chooser, _("Stories"), "*." STORY_SUFFIX);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (request, chooser, G_CALLBACK (on_save_response));
}

/**
 * rgm_story_files_describe:
 * @document: a document with a story
 *
 * Returns: (transfer full): where the story is kept, for a person; empty for one that holds nothing yet
 */
char *
rgm_story_files_describe (RgmStoryDocument *document)
{
  GFile *file = rgm_story_document_get_file (document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (file == NULL)
    return g_strdup (rgm_story_get_n_slides (rgm_story_document_get_story (document)) > 0 ? _("Kept by Regimen; not saved to a file yet") : "");
  if (rgm_story_document_is_saved (document))
    /* Translators: %s is the name of a file. */
    return rgm_text_printf (_("Saved in “%s”"), shown);

  /* Translators: %s is the name of a file. */
  return rgm_text_printf (_("Saving in “%s” soon"), shown);
}

/* ── Another story ───────────────────────────────────────────────────────────── */

static void
load (RgmWindowState *window_state,
      GtkWidget      *widget,
      GFile          *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!rgm_story_document_open (rgm_window_state_get_story (window_state), file, &error))
    {
      toast_and_free (widget, rgm_text_printf (_("The story could not be opened: %s"), error->message));
      rgm_recent_forget_gone (file);
      return;
    }

  rgm_recent_add (&rgm_recent_stories, file);
  name = get_name (file);
  text = rgm_text_printf (_("“%s” was opened."), name);
  toast (widget, text);
}

static void
begin (RgmWindowState *window_state)
{
  g_autoptr (RgmStory) story = rgm_story_new (rgm_window_state_get_data_set (window_state), NULL);

  rgm_story_document_begin (rgm_window_state_get_story (window_state), story);
}

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  StoryRequest    *request)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      load (request->window_state, request->widget, file);
    }
  gtk_native_dialog_destroy (dialog);
}

static void
choose_file (StoryRequest *request)
{
  GtkFileChooserNative *chooser = chooser_new (request, _("Open a story"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  add_filter (chooser, _("Stories"), "*." STORY_SUFFIX);
  add_filter (chooser, _("All files"), "*");
  show_chooser (request, chooser, G_CALLBACK (on_open_response));
}

static void
on_begin_response (AdwMessageDialog *dialog,
                   const char       *response,
                   StoryRequest     *request)
{
  if (g_str_equal (response, "save"))
    save_story (request->window_state, request->widget, FALSE);
  else if (g_str_equal (response, "discard"))
    begin (request->window_state);
}

static void
on_leave_response (AdwMessageDialog *dialog,
                   const char       *response,
                   StoryRequest     *request)
{
  if (g_str_equal (response, "save"))
    save_story (request->window_state, request->widget, FALSE);
  else if (g_str_equal (response, "discard") && request->file != NULL)
    load (request->window_state, request->widget, request->file);
  else if (g_str_equal (response, "discard"))
    choose_file (request_new (request->window_state, request->widget));
}

/* Only a story that has no file would be lost. */
static gboolean
would_lose (RgmWindowState *window_state)
{
  RgmStoryDocument *document = rgm_window_state_get_story (window_state);

  return rgm_story_document_get_file (document) == NULL && rgm_story_get_n_slides (rgm_story_document_get_story (document)) > 0;
}

static void
ask (StoryRequest *request,
     GCallback     on_response)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (request->widget)), _("Save this story first?"),
                                              _("It has no file yet. If it is not saved, it will be lost when another story is opened."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", on_response, request, request_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Begins a new story; asks what becomes of one that has no file. */
static void
begin_story (RgmWindowState *window_state,
             GtkWidget      *widget)
{
  if (would_lose (window_state))
    ask (request_new (window_state, widget), G_CALLBACK (on_begin_response));
  else
    begin (window_state);
}

/* Lets a person choose a story's file, and opens it; asks first what becomes of a story that has no file. */
static void
open_story (RgmWindowState *window_state,
            GtkWidget      *widget)
{
  if (would_lose (window_state))
    ask (request_new (window_state, widget), G_CALLBACK (on_leave_response));
  else
    choose_file (request_new (window_state, widget));
}

/* Opens the story, or says why it can't; asks first what becomes of a story that has no file. */
static void
open_file (RgmWindowState *window_state,
           GtkWidget      *widget,
           GFile          *file)
{
  StoryRequest *request;

  if (!would_lose (window_state))
    {
      load (window_state, widget, file);
      return;
    }

  request = request_new (window_state, widget);
  request->file = g_object_ref (file);
  ask (request, G_CALLBACK (on_leave_response));
}

/* ── Slides and paper ────────────────────────────────────────────────────────── */

static void
fill_deck (RgmDeck  *deck,
           gpointer  data)
{
  RgmWindowState *window_state = data;

  rgm_deck_add_story (deck, rgm_story_document_get_story (rgm_window_state_get_story (window_state)),
                      rgm_window_state_get_selection (window_state), NULL);
}

/* The slides that can't be shown, each with the reason, or %NULL. */
static char *
describe_refusals (RgmStory     *story,
                   RgmSelection *like)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rgm_story_get_n_slides (story); i++)
    {
      g_autofree char *reason = NULL;
      g_autoptr (RgmFigure) figure = NULL;

      if (rgm_story_get_slide (story, i).figure == NULL)
        continue;
      figure = rgm_story_make_figure (story, i, like, &reason);
      if (figure == NULL)
        /* Translators: the number of a slide, and the reason, a sentence. */
        rgm_text_append_printf (text, _("Slide %u cannot be shown. %s\n"), i + 1, reason);
    }
  if (text->len == 0)
    return NULL;

  g_string_append (text, _("In the file, such a slide gives the reason in place of the chart."));

  return g_strdup (text->str);
}

/* Asks how and where, and writes the story there as slides that others' programs open. */
static void
export_story (RgmWindowState *window_state,
              GtkWidget      *widget)
{
  RgmStory *story = rgm_story_document_get_story (rgm_window_state_get_story (window_state));
  const char *title = rgm_story_get_title (story);
  g_autofree char *refusals = describe_refusals (story, rgm_window_state_get_selection (window_state));

  rgm_slides_dialog_show (widget, title != NULL && *title != '\0' ? title : _("Story"), refusals, fill_deck, g_object_ref (window_state), g_object_unref);
}

/* ── Paper ───────────────────────────────────────────────────────────────────── */

/* What a person can print: all but the slides alone. */
static const RgmHandout handouts[] = { RGM_HANDOUT_ONE, RGM_HANDOUT_TWO, RGM_HANDOUT_THREE, RGM_HANDOUT_SIX, RGM_HANDOUT_NOTES };

#define USUAL_HANDOUT 2

typedef struct
{
  RgmStory     *story;
  RgmSelection *selection;
  RgmDirection  direction;
} Handouts;

static void
handouts_free (gpointer data)
{
  Handouts *self = data;

  g_object_unref (self->story);
  g_object_unref (self->selection);
  g_free (self);
}

static RgmPaper *
make_handout (guint    choice,
              gpointer data)
{
  Handouts *self = data;
  const RgmDeckOptions options = {
    .title = rgm_story_get_title (self->story),
    .theme = RGM_THEME_PRINT,
    .direction = self->direction,
  };
  g_autoptr (RgmDeck) deck = rgm_deck_new (&options);

  rgm_deck_add_story (deck, self->story, self->selection, NULL);

  return rgm_deck_to_paper (deck, handouts[choice]);
}

/* Shows the story as it comes on paper, in the layout that is chosen there. */
static void
print_story (RgmWindowState *window_state,
             GtkWidget      *widget)
{
  RgmStory *story = rgm_story_document_get_story (rgm_window_state_get_story (window_state));
  const char *title = rgm_story_get_title (story);
  const char *labels[G_N_ELEMENTS (handouts) + 1] = { NULL };
  Handouts *choices = g_new (Handouts, 1);

  for (guint i = 0; i < G_N_ELEMENTS (handouts); i++)
    labels[i] = rgm_enum_get_label (RGM_TYPE_HANDOUT, (int) handouts[i]);
  choices->story = g_object_ref (story);
  choices->selection = g_object_ref (rgm_window_state_get_selection (window_state));
  choices->direction = rgm_figure_direction (widget);
  rgm_paper_print_choices (&(RgmPaperChoices) { _("Layout"), labels, USUAL_HANDOUT, make_handout, choices, handouts_free },
                           title != NULL ? title : _("Story"), widget);
}

/* ── Actions ─────────────────────────────────────────────────────────────────── */

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (RgmWindowState) window_state = NULL;

  g_object_get (widget, "window-state", &window_state, NULL);
  if (g_str_equal (name, "story.new"))
    begin_story (window_state, widget);
  else if (g_str_equal (name, "story.open"))
    open_story (window_state, widget);
  else if (g_str_equal (name, "story.export"))
    export_story (window_state, widget);
  else if (g_str_equal (name, "story.print"))
    print_story (window_state, widget);
  else
    save_story (window_state, widget, g_str_equal (name, "story.save-as"));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (RgmWindowState) window_state = NULL;

  g_object_get (widget, "window-state", &window_state, NULL);
  open_file (window_state, widget, file);
}

/**
 * rgm_story_files_install:
 * @widget_class: the class of a widget with a property `window-state`
 *
 * Installs the actions of the story as a whole: those of its file, and those that write or print it.
 */
void
rgm_story_files_install (GtkWidgetClass *widget_class)
{
  static const char * const actions[] = { "story.new", "story.open", "story.save", "story.save-as", "story.export", "story.print" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, file_action);
  gtk_widget_class_install_action (widget_class, "story.open-recent", "s", open_recent_action);
}
