/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-patient-file.h"

/* A file of a patient's findings, written only when a person asks for it:
 *
 *     [Patient]
 *     Format=1
 *     DataSet=…
 *     Findings=her2:"ihc-3+" -ras:"mutated" lines:2
 */

#define GROUP "Patient"
#define FORMAT 1

/* Nobody has that many findings. */
#define MOST_BYTES 65536

/**
 * rgm_patient_file_write:
 * @findings: a patient's findings, see rgm_findings_new()
 * @data_set: the id of the data set in whose words they are
 *
 * Returns: (transfer full): the file
 */
GBytes *
rgm_patient_file_write (const char *findings,
                        const char *data_set)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  char *text;
  gsize length;

  g_key_file_set_integer (file, GROUP, "Format", FORMAT);
  g_key_file_set_string (file, GROUP, "DataSet", data_set);
  g_key_file_set_string (file, GROUP, "Findings", findings);
  text = g_key_file_to_data (file, &length, NULL);

  return g_bytes_new_take (text, length);
}

static char *
refuse (GError **error)
{
  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("This is not a file of a patient’s findings that Regimen has saved."));

  return NULL;
}

/**
 * rgm_patient_file_read:
 * @bytes: what may be such a file
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the findings, for rgm_findings_new(), which says whether a data set knows them
 */
char *
rgm_patient_file_read (GBytes  *bytes,
                       GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *findings = NULL;
  int format;

  if (g_bytes_get_size (bytes) > MOST_BYTES || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_key (file, GROUP, "Format", NULL))
    return refuse (error);

  format = g_key_file_get_integer (file, GROUP, "Format", NULL);
  if (format > FORMAT)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("A newer version of Regimen saved this file, and this version cannot read it."));
      return NULL;
    }

  findings = g_key_file_get_string (file, GROUP, "Findings", NULL);
  if (format < 1 || findings == NULL || *findings == '\0')
    return refuse (error);

  return g_steal_pointer (&findings);
}

/* As rgm_patient_file_read(), of a file. */
char *
rgm_patient_file_load (GFile   *file,
                       GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *buffer = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  /* One byte more than is allowed shows that there are too many. */
  buffer = g_malloc (MOST_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, MOST_BYTES + 1, &length, NULL, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&buffer), length);

  return rgm_patient_file_read (bytes, error);
}
