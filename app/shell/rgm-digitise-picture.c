/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-digitise-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-isolate.h"
#include "rgm-picture-file.h"

/* How pictures come into the window, and out of it together with what was read off them. */

/* One that was saved here says itself what was read off it. */
static void
take_picture (RgmDigitiseWindow *self,
              GdkPixbuf         *picture,
              const char        *source)
{
  const char *text = rgm_picture_file_get_note (picture);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDigitisation) digitisation = text != NULL ? rgm_digitisation_new_from_text (text, &error) : NULL;

  g_clear_pointer (&self->saved, g_free);
  if (digitisation != NULL)
    {
      self->saved = g_strdup (text);
    }
  else
    {
      g_autofree char *name = rgm_digitise_window_make_name (1);

      digitisation = rgm_digitisation_new (name);
    }
  rgm_digitise_window_set_picture (self, picture, source, digitisation);
  if (error != NULL)
    rgm_digitise_window_show_message (self, error->message);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (RgmDigitiseWindow) self = data;
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = rgm_picture_file_load_finish (result, &error);

  if (picture != NULL)
    {
      take_picture (self, picture, name);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: a file, and a sentence on what is wrong with it. */
      g_autofree char *text = rgm_text_printf (_("“%s” could not be opened. %s"), name, error->message);

      rgm_digitise_window_show_message (self, text);
    }
}

static void
load (RgmDigitiseWindow *self,
      GFile             *file)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  rgm_picture_file_load_async (file, self->loading, on_loaded, g_object_ref (self));
}

static void
on_response (RgmDigitiseWindow *self,
             int                response,
             GtkNativeDialog   *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      load (self, file);
    }
  g_clear_object (&self->chooser);
}

void
rgm_digitise_window_open_action (GtkWidget  *widget,
                                 const char *name,
                                 GVariant   *parameter)
{
  RgmDigitiseWindow *self = RGM_DIGITISE_WINDOW (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Open a picture"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
take_texture (RgmDigitiseWindow *self,
              GdkTexture        *texture)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_get_from_texture (texture);

  if (picture != NULL)
    take_picture (self, picture, _("pasted picture"));
}

static void
on_texture (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (RgmDigitiseWindow) self = data;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture != NULL)
    take_texture (self, texture);
  else
    rgm_digitise_window_show_message (self, _("The clipboard has no picture. Copy one first, or open a file."));
}

void
rgm_digitise_window_paste_action (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (widget), NULL, on_texture, g_object_ref (widget));
}

static gboolean
on_drop (RgmDigitiseWindow *self,
         const GValue      *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    take_texture (self, g_value_get_object (value));
  else
    load (self, g_value_get_object (value));

  return TRUE;
}

/* Lets pictures be dropped on the window. */
void
rgm_digitise_window_take_drops (RgmDigitiseWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { G_TYPE_FILE, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ── Saving ──────────────────────────────────────────────────────────────────── */

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (RgmDigitiseWindow) self = data;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = rgm_picture_file_save_finish (result, &error);
  g_autofree char *text = NULL;

  if (note == NULL)
    {
      /* Translators: a file, and a sentence on what is wrong with it. */
      text = rgm_text_printf (_("“%s” could not be saved. %s"), name, error->message);
    }
  else
    {
      g_free (self->saved);
      self->saved = g_steal_pointer (&note);
      /* Translators: a file */
      text = rgm_text_printf (_("“%s” holds the picture and the points read from it. Open it here to continue."), name);
    }
  rgm_digitise_window_show_message (self, text);
}

static void
on_save_response (RgmDigitiseWindow *self,
                  int                response,
                  GtkNativeDialog   *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT && self->picture != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *text = rgm_digitisation_to_text (self->digitisation);

      rgm_picture_file_save_async (file, self->picture, text, on_saved, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

/* The name of the file without its ending, which may be another, and a word on what was done with it. */
static char *
make_file_name (const char *source)
{
  const char *end = strrchr (source, '.');
  g_autofree char *stem = end != NULL && end != source ? g_strndup (source, (gsize) (end - source)) : g_strdup (source);

  /* Translators: the name of a picture file from which curves were digitised: what the picture is called. */
  return g_strdup_printf (_("%s digitised.png"), stem);
}

void
rgm_digitise_window_save_action (GtkWidget  *widget,
                                 const char *name,
                                 GVariant   *parameter)
{
  RgmDigitiseWindow *self = RGM_DIGITISE_WINDOW (widget);
  g_autofree char *suggestion = NULL;

  if (self->chooser != NULL || self->picture == NULL)
    return;

  suggestion = make_file_name (self->source);
  self->chooser = gtk_file_chooser_native_new (_("Save the picture with its points"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), suggestion);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_response), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
