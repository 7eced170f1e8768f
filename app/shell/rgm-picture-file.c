/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-picture-file.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-store-save.h"

#define CHUNK 65536

/* PNG keeps texts with a picture, under a keyword. */
#define NOTE "tEXt::regimen-digitisation"

typedef struct
{
  GdkPixbuf *picture;
  char      *note;
} Noted;

static void
noted_free (gpointer data)
{
  Noted *self = data;

  g_object_unref (self->picture);
  g_free (self->note);
  g_free (self);
}

static void
on_size_prepared (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         unused)
{
  double share = (double) RGM_PICTURE_MAX_SIDE / MAX (width, height);

  if (share < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * share)), MAX (1, (int) (height * share)));
}

static gboolean
feed (GdkPixbufLoader  *loader,
      GInputStream     *stream,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    if (!gdk_pixbuf_loader_write (loader, chunk, (gsize) n, error))
      return FALSE;

  return n == 0;
}

static void
load (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GFileInputStream) stream = NULL;
  GError *error = NULL;
  gboolean is_read;
  GdkPixbuf *picture;

  stream = g_file_read (data, cancellable, &error);
  if (stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), NULL);
  is_read = feed (loader, G_INPUT_STREAM (stream), cancellable, &error);
  /* It must be closed in any case. */
  is_read = gdk_pixbuf_loader_close (loader, is_read ? &error : NULL) && is_read;
  picture = is_read ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (picture != NULL && gdk_pixbuf_get_bits_per_sample (picture) == 8)
    {
      g_task_return_pointer (task, g_object_ref (picture), g_object_unref);
      g_clear_error (&error);
      return;
    }

  if (error != NULL && error->domain == GDK_PIXBUF_ERROR)
    g_clear_error (&error);
  if (error == NULL)
    error = g_error_new_literal (RGM_ERROR, RGM_ERROR_INPUT,
                                 _("The file is not a picture that can be read, or it is damaged. Open a PNG or JPEG file."));
  g_task_return_error (task, error);
}

/**
 * rgm_picture_file_load_async:
 * @file: a picture
 * @cancellable: (nullable): cancels it
 * @callback: called when it is read
 * @data: for @callback
 *
 * Reads a picture in a thread of its own; no side of it is longer than %RGM_PICTURE_MAX_SIDE then.
 */
void
rgm_picture_file_load_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load);
}

/**
 * rgm_picture_file_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set
 */
GdkPixbuf *
rgm_picture_file_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rgm_picture_file_get_note:
 * @picture: a picture that was loaded
 *
 * Returns: (transfer none) (nullable): what rgm_picture_file_save_async() noted in its file, or %NULL
 */
const char *
rgm_picture_file_get_note (GdkPixbuf *picture)
{
  return gdk_pixbuf_get_option (picture, NOTE);
}

static void
save (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  const Noted *noted = data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  char *buffer;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (noted->picture, &buffer, &length, "png", &error, NOTE, noted->note, NULL))
    {
      g_task_return_error (task, error);
      return;
    }

  bytes = g_bytes_new_take (buffer, length);
  if (rgm_store_save (bytes, source, cancellable, &error))
    g_task_return_pointer (task, g_strdup (noted->note), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * rgm_picture_file_save_async:
 * @file: where to
 * @picture: a picture
 * @note: a text that is kept in the file
 * @callback: called with @file when it is written
 * @data: for @callback
 *
 * Writes a picture as PNG in a thread of its own. Any program shows it; rgm_picture_file_get_note() finds the text again.
 */
void
rgm_picture_file_save_async (GFile               *file,
                             GdkPixbuf           *picture,
                             const char          *note,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, data);
  Noted *noted = g_new (Noted, 1);

  noted->picture = g_object_ref (picture);
  noted->note = g_strdup (note);
  g_task_set_task_data (task, noted, noted_free);
  g_task_run_in_thread (task, save);
}

/**
 * rgm_picture_file_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the note that was written, or %NULL with @error set
 */
char *
rgm_picture_file_save_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
