/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rgm-store-save.h"

#include "rgm-error.h"

/* A file is written to a temporary file in the same folder, which replaces it once all of
 * it is on the disk:
 *
 *     figure.svg.Ab12Cd ── rename ──> figure.svg
 *
 * Neither function of GLib does all of this. g_file_replace() writes a new file, and one
 * that a portal provides, in place, and leaves half of it where the disk is full.
 * g_file_set_contents_full() keeps neither owner and group nor a mode that the umask
 * excludes, and its messages name the temporary file. */

/* The bytes of a file that are kept as its backup. */
typedef struct
{
  char  *data;
  gsize  size;
} Backup;

/* Names of files end here on the file systems of today, in bytes. */
#define NAME_LENGTH 255
/* As many links as the kernel follows. */
#define MAX_LINKS 40

static int write_and_rename (const char *path, const struct stat *old, const char *data, gsize size,
                             const Backup *backup);

static gboolean
is_from_portal (GFile *file)
{
  g_autoptr (GFile) portal = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  return g_file_has_prefix (file, portal);
}

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

  /* A device or a pipe can't be synced. */
  return fsync (fd) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

/* Gives a file the owner, group and mode of the file that it replaces. The owner must be
 * kept; where the group or the mode can't be, as on a portal, the file is saved without. */
static gboolean
copy_attributes (int                fd,
                 const struct stat *old)
{
  gboolean is_owned = fchown (fd, old->st_uid, old->st_gid) == 0 || old->st_uid == geteuid ();

  fchmod (fd, old->st_mode & 07777);

  return is_owned;
}

/* A rename is only on the disk once its folder is. Some file systems can't sync a folder. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* A path in the folder of a file, whose name is the file's with a suffix; the name is cut where it would be too long. */
static char *
make_name_beside (const char *folder,
                  const char *basename,
                  const char *suffix)
{
  gsize most = NAME_LENGTH - strlen (suffix);
  const char *end = basename + MIN (strlen (basename), most);

  /* Not within a character. */
  while (end > basename && ((guchar) *end & 0xC0) == 0x80)
    end--;

  return g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%.*s%s", folder, (int) (end - basename), basename, suffix);
}

/* Beside the file; that of a portal's file, whose folder takes no other, among the user's data. */
static int
write_backup (const char        *path,
              const struct stat *old,
              const Backup      *backup)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *basename = g_path_get_basename (path);
  g_autofree char *folder = is_from_portal (file) ? g_build_filename (g_get_user_data_dir (), "regimen", "backups", NULL)
                                                  : g_path_get_dirname (path);
  g_autofree char *beside = make_name_beside (folder, basename, "~");

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return errno;

  return write_and_rename (beside, old, backup->data, backup->size, NULL);
}

/* Returns 0, or an errno; then no temporary file remains, and the file is unchanged. The
 * backup is made when nothing but the rename can fail any more. */
static int
write_and_rename (const char        *path,
                  const struct stat *old,
                  const char        *data,
                  gsize              size,
                  const Backup      *backup)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *basename = g_path_get_basename (path);
  g_autofree char *temporary = make_name_beside (folder, basename, ".XXXXXX");
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, old != NULL ? (int) old->st_mode & 0777 : 0666);
  int code;

  if (fd < 0)
    return errno;

  code = write_all (fd, data, size);
  if (code == 0 && old != NULL && !copy_attributes (fd, old))
    code = EPERM;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && backup != NULL)
    code = write_backup (path, old, backup);
  if (code == 0 && g_rename (temporary, path) != 0)
    code = errno;

  if (code == 0)
    sync_folder (path);
  else
    g_unlink (temporary);

  return code;
}

static int
write_to_device (const char *path,
                 const char *data,
                 gsize       size)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int code;

  if (fd < 0)
    return errno;

  code = write_all (fd, data, size);
  if (close (fd) != 0 && code == 0)
    code = errno;

  return code;
}

/* For what a rename can't replace: a file with several names, and a file in a folder
 * where no file can be made. g_file_replace_contents() closes the stream
 * after a failed write, and closing replaces the old file. A stream that is closed with a
 * cancelled cancellable discards what was written. */
static gboolean
write_in_place (GFile         *file,
                const char    *data,
                gsize          size,
                const Backup  *backup,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, backup != NULL, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) cancelled = NULL;

  if (stream == NULL)
    return FALSE;

  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);

  return FALSE;
}

/* Whether a folder is on the root of a sandbox, which is in memory and goes with it. */
static gboolean
is_volatile (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat of_root, of_folder;

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && stat ("/", &of_root) == 0 &&
         stat (folder, &of_folder) == 0 && of_root.st_dev == of_folder.st_dev;
}

static gboolean
fail (GError **error,
      int      code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));

  return FALSE;
}

/* The file that a path stands for, through links that lead to no file yet; NULL where they lead nowhere. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = g_path_get_dirname (at);

      if (target == NULL)
        return g_steal_pointer (&at);
      g_free (at);
      at = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }

  return NULL;
}

static gboolean
save_path (GFile         *file,
           const char    *data,
           gsize          size,
           const Backup  *backup,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *path = g_file_peek_path (file);
  struct stat old;
  gboolean exists = stat (path, &old) == 0;
  /* A link remains, and the file that it points to is written. */
  g_autofree char *resolved = exists ? realpath (path, NULL) : follow_links (path);
  int code;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (exists && access (path, W_OK) != 0)
    code = errno;
  else if (!exists)
    code = resolved == NULL ? ELOOP : is_volatile (resolved) ? EACCES : write_and_rename (resolved, NULL, data, size, NULL);
  else if (S_ISDIR (old.st_mode))
    code = EISDIR;
  else if (!S_ISREG (old.st_mode))
    code = write_to_device (path, data, size);
  else if (old.st_nlink > 1 || resolved == NULL)
    return write_in_place (file, data, size, backup, cancellable, error);
  else
    {
      code = write_and_rename (resolved, &old, data, size, backup);
      if (code == EACCES || code == EPERM)
        return write_in_place (file, data, size, backup, cancellable, error);
    }

  return code == 0 || fail (error, code);
}

static gboolean
save (GFile         *file,
      const char    *data,
      gsize          size,
      const Backup  *backup,
      GCancellable  *cancellable,
      GError       **error)
{
  return g_file_peek_path (file) != NULL ? save_path (file, data, size, backup, cancellable, error)
                                         : write_in_place (file, data, size, backup, cancellable, error);
}

/* The path of a portal's file means nothing to a person. */
static char *
get_name (GFile *file)
{
  return is_from_portal (file) ? g_file_get_basename (file) : g_file_get_parse_name (file);
}

/* Says which file couldn't be written, and why. Takes @inner. */
static void
propagate (GError **error,
           GError  *inner,
           GFile   *file)
{
  g_autoptr (GError) owned = inner;
  g_autofree char *name = NULL;

  if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED) || inner->domain == RGM_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }

  name = get_name (file);
  /* Translators: the first %s is a file, the second says why. */
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_WRITE, _("%s could not be written: %s"), name, inner->message);
}

/**
 * rgm_store_save:
 * @bytes: what is written
 * @file: the file
 * @cancellable: (nullable): to stop it
 * @error: a fault; its message names the file
 *
 * Writes a file in one step: where it can't be written whole, an existing file is unchanged.
 *
 * Returns: whether it was written
 */
gboolean
rgm_store_save (GBytes        *bytes,
                GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GError *inner = NULL;

  if (save (file, data, size, NULL, cancellable, &inner))
    return TRUE;

  propagate (error, inner, file);

  return FALSE;
}

static gboolean
save_document (GFile         *file,
               GBytes        *bytes,
               const char    *etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *old = NULL;
  g_autofree char *old_etag = NULL;
  gsize old_size = 0;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* A device or a pipe would have to be waited for. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_REGULAR &&
      !g_file_load_contents (file, cancellable, &old, &old_size, &old_etag, error))
    return FALSE;

  if (etag != NULL && g_strcmp0 (etag, old_etag) != 0)
    {
      g_autofree char *name = get_name (file);

      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CHANGED, _("%s was changed by another program after it was read."), name);
      return FALSE;
    }

  /* Saved twice without a change, a file keeps the backup that differs from it. */
  if (old != NULL && old_size == size && memcmp (old, data, size) == 0)
    return TRUE;

  return save (file, data, size, old_size > 0 ? &(Backup) { old, old_size } : NULL, cancellable, error);
}

/**
 * rgm_store_save_document:
 * @bytes: what is written
 * @file: the file
 * @etag: (nullable): the etag that the file had when it was read, or %NULL to replace
 *   whatever there is
 * @new_etag: (out) (optional) (nullable): its etag once it is written
 * @cancellable: (nullable): to stop it
 * @error: a fault; its message names the file
 *
 * Writes a file as rgm_store_save() does, and keeps the bytes that it replaces as a backup,
 * whose name has a tilde at its end. A file that no longer has @etag is refused with
 * %RGM_ERROR_CHANGED.
 *
 * Returns: whether the file has these bytes now
 */
gboolean
rgm_store_save_document (GBytes        *bytes,
                         GFile         *file,
                         const char    *etag,
                         char         **new_etag,
                         GCancellable  *cancellable,
                         GError       **error)
{
  GError *inner = NULL;

  if (!save_document (file, bytes, etag, cancellable, &inner))
    {
      propagate (error, inner, file);
      return FALSE;
    }

  if (new_etag != NULL)
    {
      g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE,
                                                      cancellable, NULL);

      *new_etag = info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
    }

  return TRUE;
}

/**
 * rgm_store_complete_name:
 * @file: what was chosen in a dialog
 * @suffix: the ending that the name of such a file has, without its dot
 * @error: return location for a #GError
 *
 * A name that was typed without its ending gets it. A portal's file keeps its name: a file beside it would be seen by nobody out of the sandbox.
 *
 * Returns: (transfer full) (nullable): the file that is meant; %NULL where there is one of that name, since the dialog did not ask about that
 */
GFile *
rgm_store_complete_name (GFile       *file,
                         const char  *suffix,
                         GError     **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *ending = g_strconcat (".", suffix, NULL);
  gsize length = strlen (name), n = strlen (ending);
  g_autofree char *whole = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GFile) target = NULL;

  if (folder == NULL || is_from_portal (file) || (length > n && g_ascii_strcasecmp (name + length - n, ending) == 0))
    return g_object_ref (file);

  whole = g_strconcat (name, ending, NULL);
  target = g_file_get_child (folder, whole);
  if (!g_file_query_exists (target, NULL))
    return g_steal_pointer (&target);

  shown = g_filename_display_name (whole);
  rgm_error_set (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("“%s” already exists. Choose another name, or type the full name to replace it."), shown);

  return NULL;
}
