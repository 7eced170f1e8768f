/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "../search/made-data.h"
#include "fuzz.h"
#include "rgm-merge.h"
#include "rgm-store-write.h"

static void
check_good (RgmDataSet *data_set)
{
  g_autoptr (GBytes) document = rgm_store_write_data_set (data_set);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) loaded = rgm_load_bytes (document, "DOCUMENT", NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
check_changes (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const RgmChangedRecord *record = g_ptr_array_index (records, i);

      g_assert_cmpuint (record->changes->len, >, 0);
      g_assert_true (g_utf8_validate (record->id, -1, NULL));
    }
}

/* Another data set, from any bytes. If it can be loaded, merging it makes a good data set, to which merging it again adds no trial, and it
 * can be compared: with itself nothing has changed. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static RgmDataSet *base;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (RgmDataSet) other = rgm_load_bytes (bytes, "FILE", NULL, NULL, NULL);
  g_autoptr (RgmMerge) difference = NULL;
  g_autoptr (RgmMerge) none = NULL;
  g_autofree char *mistaken = NULL;

  if (other == NULL)
    return 0;
  if (base == NULL)
    base = make_data_set (1, 2);

  difference = rgm_merge_compare (base, other);
  check_changes (difference->changed);
  none = rgm_merge_compare (other, other);
  g_assert_cmpuint (none->added->len + none->changed->len + none->gone->len, ==, 0);
  g_assert_cmpuint (none->same->len, ==, other->trials->len);

  mistaken = rgm_merge_find_mistaken (base, other);
  if (mistaken == NULL)
    {
      g_autoptr (RgmMerge) merge = rgm_merge_new (base, other, NULL);
      g_autoptr (RgmMerge) again = rgm_merge_new (merge->result, other, NULL);

      check_changes (merge->changed);
      check_good (merge->result);
      g_assert_cmpuint (again->added->len, ==, 0);
      check_good (again->result);
    }

  return 0;
}
