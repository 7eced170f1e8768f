/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "../search/made-data.h"
#include "fuzz.h"
#include "rgm-edit.h"
#include "rgm-error.h"
#include "rgm-pasted-source.h"
#include "rgm-registry-text.h"
#include "rgm-store-write.h"

/* What was understood can be a source of a data set, or it is said why not. */
static void
add (const RgmSource *source)
{
  static RgmDataSet *data_set;
  RgmSource fields;
  g_autoptr (RgmSource) named = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (RgmDataSet) loaded = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) error = NULL;

  if (data_set == NULL)
    data_set = make_data_set (1, 2);
  memcpy (&fields, source, sizeof fields);
  fields.id = "pasted";
  named = rgm_record_new (&rgm_source_description, &fields);

  revision = rgm_edit_add (data_set, "sources", named, -1, &error);
  if (revision == NULL)
    {
      g_assert_cmpint (error->domain, ==, RGM_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  document = rgm_store_write_data_set (revision);
  loaded = rgm_load_bytes (document, "DOCUMENT", NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A reference from the clipboard, from any text: a source is understood and told, or what is not understood is said. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *given = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (given, -1);
  g_autofree char *visible = rgm_registry_clean (text);
  g_autoptr (RgmPastedSource) pasted = rgm_pasted_source_read (text);

  g_assert_true ((pasted->source != NULL) == (pasted->understood != NULL));
  g_assert_true (pasted->source != NULL || pasted->notes->len > 0 || visible == NULL);
  g_assert_true (pasted->understood == NULL || g_utf8_validate (pasted->understood, -1, NULL));
  for (guint i = 0; i < pasted->notes->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (pasted->notes, i), -1, NULL));
  if (pasted->source != NULL)
    add (pasted->source);

  return 0;
}
