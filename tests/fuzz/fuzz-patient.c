/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"
#include "rgm-error.h"
#include "rgm-findings.h"
#include "rgm-load.h"
#include "rgm-patient-file.h"
#include "rgm-patient-record.h"

/* A file that has more is none of a patient's findings; written, control characters take more than in the file. */
#define MOST_BYTES 65536

/* A file of findings, from any bytes: it is refused with a reason, or what is in it is, or it is written as the same again. */
static void
check_file (RgmDataSet *embedded,
            GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = rgm_patient_file_read (bytes, &error);
  g_autofree char *again = NULL;
  g_autoptr (RgmFindings) findings = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_true ((text != NULL) == (error == NULL));
  if (text == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  findings = rgm_findings_new (embedded, text, &error);
  if (findings == NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_clear_error (&error);

  written = rgm_patient_file_write (text, embedded->id);
  again = rgm_patient_file_read (written, &error);
  if (g_bytes_get_size (written) <= MOST_BYTES)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, text);
    }
}

/* A patient's record, from any bytes: it is refused with a reason, or each of its findings is one that
 * the data set knows, and each other entry says why it isn't one. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static RgmDataSet *embedded;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPatientRecord) record = NULL;

  if (embedded == NULL)
    embedded = rgm_load_embedded (NULL, NULL, NULL);

  check_file (embedded, bytes);

  record = rgm_patient_record_read (bytes, embedded, &error);
  if (record == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  for (guint i = 0; i < record->findings->len; i++)
    {
      const RgmRecordedFinding *finding = g_ptr_array_index (record->findings, i);
      g_autoptr (RgmFindings) findings = rgm_findings_new (embedded, finding->finding, &error);

      g_assert_no_error (error);
      g_assert_nonnull (findings);
    }
  for (guint i = 0; i < record->others->len; i++)
    g_assert_nonnull (((const RgmRecordedFinding *) g_ptr_array_index (record->others, i))->reason);

  return 0;
}
