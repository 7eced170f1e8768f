/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-import-read.h"
#include "rgm-load.h"
#include "rgm-merge.h"
#include "rgm-store-write.h"

/* A registry's file, from any bytes: what is taken of it is a good data set, importing it again changes nothing, and if
 * nothing is taken something is refused. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (RgmImport) import = rgm_import_new ();
  g_autoptr (RgmDataSet) proposed = NULL;
  g_autoptr (RgmDataSet) loaded = NULL;
  g_autoptr (RgmMerge) merge = NULL;
  g_autoptr (RgmMerge) again = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) error = NULL;

  rgm_import_read (import, bytes, "FILE", NULL);
  proposed = rgm_import_propose (import);
  for (guint i = 0; i < import->refusals->list->len; i++)
    {
      const RgmRefusal *refusal = g_ptr_array_index (import->refusals->list, i);

      g_assert_true (g_utf8_validate (refusal->reason, -1, NULL));
      g_assert_true (refusal->place == NULL || g_utf8_validate (refusal->place, -1, NULL));
    }
  g_assert_true (proposed->trials->len > 0 || proposed->sources->len > 0 || import->refusals->list->len > 0);

  merge = rgm_merge_new (NULL, proposed, NULL);
  document = rgm_store_write_data_set (merge->result);
  loaded = rgm_load_bytes (document, "DOCUMENT", NULL, NULL, &error);
  g_assert_no_error (error);

  again = rgm_merge_new (merge->result, proposed, NULL);
  g_assert_cmpuint (again->added->len, ==, 0);

  return 0;
}
