/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "../search/made-data.h"
#include "fuzz.h"
#include "rgm-error.h"
#include "rgm-index.h"

static RgmIndex *
get_index (void)
{
  static RgmIndex *index;

  if (index == NULL)
    {
      g_autoptr (RgmDataSet) data_set = make_data_set (1, 12);

      index = rgm_index_new (data_set);
    }

  return index;
}

/* Marks are in order, inside the text and at the borders of characters. */
static void
check_ranges (const RgmQuery *query,
              const char     *text)
{
  g_autoptr (GArray) ranges = rgm_query_match_ranges (query, text);
  gsize last = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const RgmRange *range = &g_array_index (ranges, RgmRange, i);

      g_assert_cmpuint (range->start, >=, last);
      g_assert_cmpuint (range->end, >, range->start);
      g_assert_cmpuint (range->end, <=, strlen (text));
      g_assert_true (g_utf8_validate_len (text + range->start, range->end - range->start, NULL));
      last = range->end;
    }
}

/* A query, from any text: it is refused with a reason, or it finds what its parts, typed again, find. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmQuery) query = rgm_index_parse (get_index (), text, &error);
  g_autoptr (RgmQuery) again = NULL;
  g_autofree char *typed = NULL;
  g_auto (RgmFound) found = { NULL };
  g_auto (RgmFound) found_again = { NULL };

  if (query == NULL)
    {
      g_assert_true (g_error_matches (error, RGM_ERROR, RGM_ERROR_CALL) || g_error_matches (error, RGM_ERROR, RGM_ERROR_UNFINISHED));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  rgm_index_find (get_index (), query, -1, NULL, &found);
  check_ranges (query, text);
  check_ranges (query, "T-DXd and HER2/neu, naïve Çalışkan 3+ ½ n>50");

  typed = rgm_query_replace (query, G_MAXUINT, NULL);
  again = rgm_index_parse (get_index (), typed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rgm_query_get_n_terms (again), ==, rgm_query_get_n_terms (query));
  rgm_index_find (get_index (), again, -1, NULL, &found_again);
  for (guint i = 0; i < rgm_index_get_size (get_index ()); i++)
    g_assert_true (rgm_bit_set_has (found.trials, i) == rgm_bit_set_has (found_again.trials, i));

  return 0;
}
