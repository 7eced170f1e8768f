/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rgm-export.h"

#include "rgm-error.h"

/* A file is written beside the one that it is to replace, and takes its place when it is
 * whole and on the disk:
 *
 *     figure.svg.Ab12Cd ── rename ──> figure.svg
 *
 * g_file_replace() does so too, but not always: a new file, and one that a portal hands
 * in, it writes where it stands, and half of it stays where the disk is full. */

static int
write_all (int         fd,
           const char *data,
           gsize       size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n > 0)
        {
          data += n;
          size -= (gsize) n;
        }
    }

  return fsync (fd) == 0 ? 0 : errno;
}

/* Owner, group and mode of the file that it replaces. The owner has to be the same; a group
 * and a mode that can't be kept, as on a portal, are no reason not to save. */
static gboolean
be_like (int                fd,
         const struct stat *old)
{
  gboolean is_owned = fchown (fd, old->st_uid, old->st_gid) == 0 || old->st_uid == geteuid ();

  fchmod (fd, old->st_mode & 07777);

  return is_owned;
}

/* 0, or what went wrong; then there is nothing beside the file, which is as it was. */
static int
write_beside (const char        *path,
              const struct stat *old,
              const char        *data,
              gsize              size)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, old != NULL ? (int) old->st_mode & 0777 : 0666);
  int fault;

  if (fd < 0)
    return errno;

  fault = write_all (fd, data, size);
  if (fault == 0 && old != NULL && !be_like (fd, old))
    fault = EPERM;
  if (close (fd) != 0 && fault == 0)
    fault = errno;
  if (fault == 0 && g_rename (beside, path) != 0)
    fault = errno;
  if (fault != 0)
    g_unlink (beside);

  return fault;
}

/* Where it stands: a device or a pipe, what another name leads to as well, and a file in a
 * folder that nothing can be added to. g_file_replace_contents() closes the stream after
 * a failed write, and closing is what puts a new file in the old one's place. Closed with
 * a cancellable that is cancelled, the stream throws away what was written. */
static gboolean
replace (GFile         *file,
         const char    *data,
         gsize          size,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) abandoned = NULL;

  if (stream == NULL)
    return FALSE;

  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  abandoned = g_cancellable_new ();
  g_cancellable_cancel (abandoned);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandoned, NULL);

  return FALSE;
}

/* A sandbox's own root is in memory: what is written there, nobody sees. */
static gboolean
is_lost (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat of_root, of_folder;

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && stat ("/", &of_root) == 0 &&
         stat (folder, &of_folder) == 0 && of_root.st_dev == of_folder.st_dev;
}

static gboolean
save_path (GFile         *file,
           const char    *data,
           gsize          size,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *path = g_file_peek_path (file);
  struct stat old;
  gboolean is_there = stat (path, &old) == 0;
  /* A link stays, and the file that it leads to is replaced. */
  g_autofree char *resolved = is_there ? realpath (path, NULL) : NULL;
  int fault;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (is_there && access (path, W_OK) != 0)
    fault = errno;
  else if (!is_there)
    fault = is_lost (path) ? EACCES : write_beside (path, NULL, data, size);
  else if (!S_ISREG (old.st_mode) || old.st_nlink > 1 || resolved == NULL)
    return replace (file, data, size, cancellable, error);
  else
    {
      fault = write_beside (resolved, &old, data, size);
      if (fault == EACCES || fault == EPERM)
        return replace (file, data, size, cancellable, error);
    }

  if (fault == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (fault), g_strerror (fault));

  return FALSE;
}

/* How a person knows the file: what a portal calls its folder says nothing to anybody. */
static char *
name_for_people (GFile *file)
{
  g_autoptr (GFile) portal = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  return g_file_has_prefix (file, portal) ? g_file_get_basename (file) : g_file_get_parse_name (file);
}

/**
 * rgm_export_save:
 * @bytes: what is written
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @error: where a fault goes; its message names the file
 *
 * Writes a file in one step: where it can't be written whole, what was there stays.
 *
 * Returns: whether it is written
 */
gboolean
rgm_export_save (GBytes        *bytes,
                 GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *name = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_peek_path (file) != NULL ? save_path (file, data, size, cancellable, &inner)
                                      : replace (file, data, size, cancellable, &inner))
    return TRUE;

  if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }

  name = name_for_people (file);
  /* Translators: the first %s is a file, the second says why. */
  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("%s couldn’t be written: %s"), name, inner->message);

  return FALSE;
}
