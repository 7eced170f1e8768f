/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "../search/made-data.h"
#include "fuzz.h"
#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-pasted-table.h"
#include "rgm-store-write.h"

static RgmDataSet *
get_data_set (void)
{
  static RgmDataSet *data_set;

  if (data_set == NULL)
    data_set = make_data_set (1, 2);

  return data_set;
}

/* A table from the clipboard, from any text: it is refused with a reason, or what is taken of it is a good data set. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *given = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (given, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPastedTable) table = rgm_pasted_table_read (get_data_set (), g_ptr_array_index (get_data_set ()->trials, 0), text, &error);
  g_autoptr (RgmDataSet) changed = NULL;
  g_autoptr (RgmDataSet) loaded = NULL;
  g_autoptr (GBytes) document = NULL;

  if (table == NULL)
    {
      g_assert_true (g_error_matches (error, RGM_ERROR, RGM_ERROR_INPUT));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const RgmPastedCell *cell = g_ptr_array_index (table->cells, i);

      g_assert_true (g_utf8_validate (cell->text, -1, NULL));
      g_assert_true (cell->message == NULL || g_utf8_validate (cell->message, -1, NULL));
      g_assert_true (cell->kind != RGM_PASTED_REFUSED || (cell->message != NULL && !cell->is_taken));
    }

  changed = rgm_pasted_table_apply (table, get_data_set (), NULL, &error);
  if (changed == NULL)
    {
      g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  document = rgm_store_write_data_set (changed);
  loaded = rgm_load_bytes (document, "DOCUMENT", NULL, NULL, &error);
  g_assert_no_error (error);

  return 0;
}
