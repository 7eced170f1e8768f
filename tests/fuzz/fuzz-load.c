/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-index.h"
#include "rgm-load.h"

/* A data set, from any bytes: it is either loaded whole or refused with places, and what was loaded can be searched. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_bytes (bytes, "FILE", NULL, &faults, &error);

  g_assert_true ((data_set != NULL) == (error == NULL));
  g_assert_true ((data_set != NULL) == (faults == NULL));

  if (data_set == NULL)
    {
      g_autofree char *text = rgm_faults_to_text (faults, NULL);

      g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "FILE: "));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (strlen (text), >, 0);
    }
  else
    {
      g_autoptr (RgmIndex) index = rgm_index_new (data_set);
      g_autoptr (RgmQuery) query = rgm_index_parse (index, "a \"b c\" -d phase:II n>1", NULL);
      g_auto (RgmFound) found = { NULL };

      g_assert_nonnull (query);
      rgm_index_find (index, query, -1, NULL, &found);
    }

  return 0;
}
