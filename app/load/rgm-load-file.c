/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-load-private.h"

/* From the file that is generated of the resources. Named here, so that a program
 * that is linked with this room can't lose it. */
GResource *rgm_evidence_get_resource (void);

#define CHUNK_BYTES (64 * 1024)

#define TYPE_ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
#define STATE_ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," \
                         G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* What keeps a file from being read, in words that say what was expected. */
static void
fault_io (RgmLoad      *load,
          const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    rgm_load_fault (load, _("file not found"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    rgm_load_fault (load, _("expected a file, found a folder"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    rgm_load_fault (load, _("permission denied"));
  else
    rgm_load_fault (load, _("the file could not be read: %s"), error->message);
}

static void
fault_size (RgmLoad *load)
{
  rgm_load_fault (load, _("expected a file of at most %d MB, found a larger one"), (int) (RGM_LOAD_MAX_BYTES >> 20));
}

/* Whether a file is worth opening: a pipe would be waited for, a device has no end. */
static gboolean
check_type (RgmLoad   *load,
            GFileInfo *info)
{
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_DIRECTORY:
      rgm_load_fault (load, _("expected a file, found a folder"));
      return FALSE;
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_MOUNTABLE:
    case G_FILE_TYPE_SHORTCUT:
      rgm_load_fault (load, _("expected a file, found a device or a pipe"));
      return FALSE;
    case G_FILE_TYPE_SYMBOLIC_LINK:
      rgm_load_fault (load, _("expected a file, found a broken link"));
      return FALSE;
    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_UNKNOWN:
    default:
      break;
    }

  if ((guint64) g_file_info_get_size (info) <= RGM_LOAD_MAX_BYTES)
    return TRUE;

  fault_size (load);
  return FALSE;
}

/*< private >
 * rgm_load_read_stream:
 * @load: a loading
 * @stream: a stream
 *
 * Returns: (transfer full) (nullable): its bytes; else @load has a fault or was cancelled
 */
GBytes *
rgm_load_read_stream (RgmLoad      *load,
                      GInputStream *stream)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      guint before = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, before + CHUNK_BYTES);
      n = g_input_stream_read (stream, bytes->data + before, CHUNK_BYTES, load->cancellable, &error);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));

      if (n < 0)
        {
          fault_io (load, error);
          return NULL;
        }

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      if (bytes->len > RGM_LOAD_MAX_BYTES)
        {
          fault_size (load);
          return NULL;
        }
    }
}

static gboolean
is_unchanged (GFileInfo *before,
              GFileInfo *after,
              gsize      n_read)
{
  return (gsize) g_file_info_get_size (before) == n_read &&
         (gsize) g_file_info_get_size (after) == n_read &&
         g_file_info_get_attribute_uint64 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED) ==
         g_file_info_get_attribute_uint64 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED) &&
         g_file_info_get_attribute_uint32 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC) ==
         g_file_info_get_attribute_uint32 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* An open file that is as it was when it was opened. Read into memory and not mapped:
 * a mapped file that shrinks ends the program. */
static GBytes *
read_open_file (RgmLoad          *load,
                GFileInputStream *stream,
                GError          **error)
{
  g_autoptr (GFileInfo) before = NULL;
  g_autoptr (GFileInfo) after = NULL;
  g_autoptr (GBytes) bytes = NULL;

  before = g_file_input_stream_query_info (stream, STATE_ATTRIBUTES, load->cancellable, error);
  if (before == NULL)
    return NULL;

  bytes = rgm_load_read_stream (load, G_INPUT_STREAM (stream));
  if (bytes == NULL)
    return NULL;

  after = g_file_input_stream_query_info (stream, STATE_ATTRIBUTES, load->cancellable, error);
  if (after == NULL)
    return NULL;

  if (is_unchanged (before, after, g_bytes_get_size (bytes)))
    return g_steal_pointer (&bytes);

  rgm_load_fault (load, _("the file changed while it was being read; try again"));
  return NULL;
}

/*< private >
 * rgm_load_read_file:
 * @load: a loading
 * @file: a file
 *
 * Returns: (transfer full) (nullable): its bytes; else @load has a fault or was cancelled
 */
GBytes *
rgm_load_read_file (RgmLoad *load,
                    GFile   *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *bytes = NULL;

  info = g_file_query_info (file, TYPE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, load->cancellable, &error);
  if (info != NULL && !check_type (load, info))
    return NULL;

  if (info != NULL)
    stream = g_file_read (file, load->cancellable, &error);

  if (stream != NULL)
    bytes = read_open_file (load, stream, &error);

  if (error != NULL)
    fault_io (load, error);

  return bytes;
}

/*< private >
 * rgm_load_read_embedded:
 * @load: a loading
 *
 * Returns: (transfer full) (nullable): the bytes of the data set in the program
 */
GBytes *
rgm_load_read_embedded (RgmLoad *load)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (rgm_evidence_get_resource (), RGM_RESOURCE_PREFIX "/evidence/data-set.json",
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    rgm_load_fault (load, _("the embedded data set could not be read: %s"), error->message);

  return bytes;
}

/*< private >
 * rgm_load_embedded_name:
 *
 * Returns: (transfer full): how a person knows the data set in the program
 */
char *
rgm_load_embedded_name (void)
{
  /* Translators: stands where else the name of a file stands. */
  return g_strdup (_("the embedded data set"));
}
