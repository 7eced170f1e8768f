/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-load-private.h"
#include "rgm-read-document.h"
#include "rgm-scan.h"

/*< private >
 * rgm_load_fault:
 * @load: a loading
 * @format: a printf format for what was expected and what was found
 *
 * Adds a fault of the input as a whole.
 */
void
rgm_load_fault (RgmLoad    *load,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  rgm_faults_add (load->faults, NULL, 0, "%s", message);
}

/* Whether a document is an object; it is at least JSON. */
static gboolean
check_is_object (RgmLoad    *load,
                 const char *bytes)
{
  const char *at = bytes;

  while (strchr (" \t\r\n", *at) != NULL)
    at++;

  if (*at == '{')
    return TRUE;

  if (*at == '[')
    rgm_faults_add (load->faults, "$", 1, _("expected an object, found a list"));
  else if (*at == '"')
    rgm_faults_add (load->faults, "$", 1, _("expected an object, found a string"));
  else
    rgm_faults_add (load->faults, "$", 1, _("expected an object, found a single value"));

  return FALSE;
}

/*< private >
 * rgm_load_from_bytes:
 * @load: a loading
 * @bytes: (array length=length): a document
 * @length: its bytes
 *
 * Returns: (transfer full) (nullable): the data set; else @load has faults or was cancelled
 */
RgmDataSet *
rgm_load_from_bytes (RgmLoad    *load,
                     const char *bytes,
                     gsize       length)
{
  g_autoptr (GPtrArray) sections = NULL;
  RgmDataSet *data_set = NULL;
  RgmReader reader;

  if (length > RGM_LOAD_MAX_BYTES)
    {
      rgm_load_fault (load, _("expected at most %d MB, found %d MB"),
                      (int) (RGM_LOAD_MAX_BYTES >> 20), (int) MIN (length >> 20, G_MAXINT));
      return NULL;
    }

  sections = rgm_scan_document (bytes, length, load->faults);
  if (sections == NULL || !check_is_object (load, bytes))
    return NULL;

  rgm_reader_init (&reader);
  data_set = rgm_read_document (&reader, bytes, length, sections, load);
  if (!g_cancellable_is_cancelled (load->cancellable))
    rgm_fault_lines_find (&reader, bytes, length, load->faults);
  rgm_reader_clear (&reader);

  return data_set;
}

/*< private >
 * rgm_load_end:
 * @load: a loading; cleared
 * @data_set: (transfer full) (nullable): what came of it
 * @name: how a person knows the input
 * @faults: (out) (optional): its faults
 * @error: the return location for an error
 *
 * Returns: (transfer full) (nullable): @data_set, or %NULL with the error set
 */
RgmDataSet *
rgm_load_end (RgmLoad     *load,
              RgmDataSet  *data_set,
              const char  *name,
              RgmFaults  **faults,
              GError     **error)
{
  g_autoptr (RgmFaults) found = g_steal_pointer (&load->faults);

  if (faults != NULL)
    *faults = NULL;

  if (g_cancellable_set_error_if_cancelled (load->cancellable, error))
    {
      g_clear_object (&data_set);
      return NULL;
    }

  if (data_set != NULL)
    return data_set;

  rgm_faults_to_error (found, name, error);
  if (faults != NULL)
    *faults = g_steal_pointer (&found);

  return NULL;
}

static RgmDataSet *
load_and_end (RgmLoad     *load,
              GBytes      *bytes,
              const char  *name,
              RgmFaults  **faults,
              GError     **error)
{
  RgmDataSet *data_set = NULL;

  if (bytes != NULL)
    data_set = rgm_load_from_bytes (load, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return rgm_load_end (load, data_set, name, faults, error);
}

/**
 * rgm_load_bytes:
 * @bytes: a document
 * @name: how a person knows it, for the error
 * @cancellable: (nullable): cancels it
 * @faults: (out) (optional) (transfer full) (nullable): all that is at fault, with places;
 *   %NULL unless the error is %RGM_ERROR_INPUT
 * @error: the return location for an error: %RGM_ERROR_INPUT with the first fault, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Loads a data set. Takes as long as it takes; see rgm_load_file_async().
 *
 * Returns: (transfer full) (nullable): the whole data set, or %NULL
 */
RgmDataSet *
rgm_load_bytes (GBytes        *bytes,
                const char    *name,
                GCancellable  *cancellable,
                RgmFaults    **faults,
                GError       **error)
{
  RgmLoad load = { .cancellable = cancellable, .faults = rgm_faults_new () };

  g_return_val_if_fail (bytes != NULL, NULL);

  return load_and_end (&load, bytes, name, faults, error);
}

/**
 * rgm_load_stream:
 * @stream: a document
 * @name: how a person knows it, for the error
 * @cancellable: (nullable): cancels it
 * @faults: (out) (optional) (transfer full) (nullable): as for rgm_load_bytes()
 * @error: the return location for an error, as for rgm_load_bytes()
 *
 * Loads a data set from a stream, to its end or to a byte past %RGM_LOAD_MAX_BYTES.
 *
 * Returns: (transfer full) (nullable): the whole data set, or %NULL
 */
RgmDataSet *
rgm_load_stream (GInputStream  *stream,
                 const char    *name,
                 GCancellable  *cancellable,
                 RgmFaults    **faults,
                 GError       **error)
{
  RgmLoad load = { .cancellable = cancellable, .faults = rgm_faults_new () };
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  bytes = rgm_load_read_stream (&load, stream);

  return load_and_end (&load, bytes, name, faults, error);
}

/**
 * rgm_load_file:
 * @file: a file
 * @cancellable: (nullable): cancels it
 * @faults: (out) (optional) (transfer full) (nullable): as for rgm_load_bytes(); what keeps
 *   the file from being read is a fault without a path
 * @error: the return location for an error, as for rgm_load_bytes()
 *
 * Loads a data set from a file. One that is too large is not read, and one that changes
 * while it is read is at fault.
 *
 * Returns: (transfer full) (nullable): the whole data set, or %NULL
 */
RgmDataSet *
rgm_load_file (GFile         *file,
               GCancellable  *cancellable,
               RgmFaults    **faults,
               GError       **error)
{
  RgmLoad load = { .cancellable = cancellable, .faults = rgm_faults_new () };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  bytes = rgm_load_read_file (&load, file);

  return load_and_end (&load, bytes, name, faults, error);
}

/**
 * rgm_load_embedded:
 * @cancellable: (nullable): cancels it
 * @faults: (out) (optional) (transfer full) (nullable): as for rgm_load_bytes()
 * @error: the return location for an error, as for rgm_load_bytes()
 *
 * Loads the data set that is compiled into the program.
 *
 * Returns: (transfer full) (nullable): the whole data set, or %NULL
 */
RgmDataSet *
rgm_load_embedded (GCancellable  *cancellable,
                   RgmFaults    **faults,
                   GError       **error)
{
  RgmLoad load = { .cancellable = cancellable, .faults = rgm_faults_new () };
  g_autoptr (GBytes) bytes = rgm_load_read_embedded (&load);
  g_autofree char *name = rgm_load_embedded_name ();

  return load_and_end (&load, bytes, name, faults, error);
}

/**
 * rgm_load_is_changed_copy:
 * @data_set: a data set
 * @file: the file that it was loaded from
 *
 * Compares bytes: a number that was changed by hand is a difference, and so is a blank.
 *
 * Returns: whether it has the id of the embedded data set without being the same
 */
gboolean
rgm_load_is_changed_copy (RgmDataSet *data_set,
                          GFile      *file)
{
  RgmLoad load = { .faults = NULL };
  g_autoptr (GBytes) embedded = rgm_load_read_embedded (&load);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (RgmDataSet) original = NULL;

  if (bytes != NULL && g_bytes_equal (bytes, embedded))
    return FALSE;

  original = rgm_load_embedded (NULL, NULL, NULL);

  return original != NULL && g_str_equal (original->id, data_set->id);
}
