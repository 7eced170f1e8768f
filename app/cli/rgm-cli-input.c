/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "rgm-cli-input.h"
#include "rgm-error.h"
#include "rgm-load.h"

/* What a verb reads: a file, or a pipe such as '-', /dev/stdin and <(…), whose content is read once and kept in memory,
   since some verbs read a file twice. */

#define STANDARD_INPUT "-"

#define CHUNK_BYTES (64 * 1024)

/* How long to wait for whoever writes to a pipe that has a name, in milliseconds. */
#define WRITER_WAIT_MS 2000
#define WRITER_STEP_MS 20

static gboolean
set_system_error (GError **error)
{
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("the file could not be read: %s"), g_strerror (errno));

  return FALSE;
}

/* Appends what is there to be read, after waiting for it; the number of bytes, 0 where nobody can write any more, -1 on failure. */
static gssize
read_chunk (int         pipe,
            GByteArray *bytes)
{
  while (TRUE)
    {
      guint before = bytes->len;
      gssize n;
      GPollFD ready = { pipe, G_IO_IN, 0 };

      g_byte_array_set_size (bytes, before + CHUNK_BYTES);
      n = read (pipe, bytes->data + before, CHUNK_BYTES);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));
      if (n >= 0 || (errno != EAGAIN && errno != EINTR))
        return n;
      if (errno == EAGAIN)
        g_poll (&ready, 1, -1);
    }
}

/* All that is written to a pipe. One that nobody writes to isn't waited for. */
static GByteArray *
read_pipe (int      pipe,
           GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int waited = 0;

  while (TRUE)
    {
      gssize n = read_chunk (pipe, bytes);

      if (n < 0)
        {
          set_system_error (error);
          return NULL;
        }
      if (bytes->len > RGM_LOAD_MAX_BYTES)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("expected a file of at most %d MB, found a larger one"), (int) (RGM_LOAD_MAX_BYTES >> 20));
          return NULL;
        }
      if (n > 0)
        continue;
      if (bytes->len > 0)
        return g_steal_pointer (&bytes);
      if (waited >= WRITER_WAIT_MS)
        {
          g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("expected a file, found a device or a pipe"));
          return NULL;
        }
      g_usleep (WRITER_STEP_MS * 1000);
      waited += WRITER_STEP_MS;
    }
}

/* A file in memory with the content of a pipe. It is there until the program ends. */
static GFile *
keep_bytes (const GByteArray  *bytes,
            GError           **error)
{
  int memory = memfd_create ("input", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", memory);
  gsize written = 0;

  while (memory >= 0 && written < bytes->len)
    {
      gssize n = write (memory, bytes->data + written, bytes->len - written);

      if (n < 0)
        break;
      written += (gsize) n;
    }
  if (memory < 0 || written < bytes->len)
    {
      set_system_error (error);
      return NULL;
    }

  return g_file_new_for_path (path);
}

static GFile *
open_pipe (const char  *path,
           GError     **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  /* Without waiting until somebody opens the other end. */
  int pipe = g_str_equal (path, STANDARD_INPUT) ? dup (STDIN_FILENO) : open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  if (pipe < 0)
    {
      set_system_error (error);
      return NULL;
    }
  bytes = read_pipe (pipe, error);
  close (pipe);

  return bytes != NULL ? keep_bytes (bytes, error) : NULL;
}

static gboolean
is_pipe (const char        *path,
         const struct stat *state)
{
  return S_ISFIFO (state->st_mode) || S_ISSOCK (state->st_mode) || (g_str_equal (path, STANDARD_INPUT) && isatty (STDIN_FILENO));
}

/* A device may have no end, and not every reader asks how large a file is. */
static gboolean
check_state (const struct stat  *state,
             GError            **error)
{
  if (S_ISCHR (state->st_mode) || S_ISBLK (state->st_mode))
    g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("expected a file, found a device or a pipe"));
  else if (S_ISDIR (state->st_mode))
    g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("expected a file, found a folder"));
  else if ((guint64) state->st_size > RGM_LOAD_MAX_BYTES)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("expected a file of at most %d MB, found a larger one"), (int) (RGM_LOAD_MAX_BYTES >> 20));
  else
    return TRUE;

  return FALSE;
}

/**
 * rgm_cli_open_input:
 * @path: (type filename): what a call names: a file, a pipe, or "-" for standard input
 * @error: the return location for an error of %RGM_ERROR_INPUT, without the path
 *
 * Whatever can be known without reading the file is checked: that it is one, and its size. A pipe is read to its end.
 *
 * Returns: (transfer full) (nullable): the file to read; the same one whenever @path is named
 */
GFile *
rgm_cli_open_input (const char  *path,
                    GError     **error)
{
  static GHashTable *pipes = NULL;
  struct stat state;
  GFile *file;

  if (pipes == NULL)
    pipes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  file = g_hash_table_lookup (pipes, path);
  if (file != NULL)
    return g_object_ref (file);

  /* Who reads it says best what a file lacks. */
  if ((g_str_equal (path, STANDARD_INPUT) ? fstat (STDIN_FILENO, &state) : stat (path, &state)) != 0)
    return g_file_new_for_commandline_arg (path);

  if (is_pipe (path, &state))
    {
      file = open_pipe (path, error);
      if (file != NULL)
        g_hash_table_insert (pipes, g_strdup (path), g_object_ref (file));
      return file;
    }
  if (!check_state (&state, error))
    return NULL;

  return g_file_new_for_commandline_arg (g_str_equal (path, STANDARD_INPUT) ? "/dev/stdin" : path);
}
