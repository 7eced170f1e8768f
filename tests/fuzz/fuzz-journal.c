/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-data-set.h"
#include "rgm-error.h"
#include "rgm-journal-record.h"
#include "rgm-load.h"

/* Chance never finds a checksum: each head that names bytes that are there is given the right one. */
static GBytes *
seal (const char *at,
      gsize       size)
{
  const char *end = at + size;
  GByteArray *sealed = g_byte_array_sized_new (1);

  while (at < end)
    {
      const char *line_end = memchr (at, '\n', (gsize) (end - at));
      g_autofree char *head = g_strndup (at, (gsize) ((line_end != NULL ? line_end : end) - at));
      char *space = strrchr (head, ' ');
      char *number = NULL;
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      gsize length;

      if (line_end == NULL || space == NULL)
        break;
      *space = '\0';
      number = strrchr (head, ' ');
      length = number != NULL ? (gsize) g_ascii_strtoull (number, NULL, 10) : 0;
      if (length >= (gsize) (end - line_end - 1))
        break;

      *space = ' ';
      space[1] = '\0';
      g_checksum_update (checksum, (const guchar *) head, -1);
      g_checksum_update (checksum, (const guchar *) line_end + 1, (gssize) length);
      g_byte_array_append (sealed, (const guint8 *) head, (guint) strlen (head));
      g_byte_array_append (sealed, (const guint8 *) g_checksum_get_string (checksum), (guint) strlen (g_checksum_get_string (checksum)));
      g_byte_array_append (sealed, (const guint8 *) line_end, (guint) length + 2);
      at = line_end + length + 2;
    }
  g_byte_array_append (sealed, (const guint8 *) at, (guint) (end - at));

  return g_byte_array_free_to_bytes (sealed);
}

static void
check (GBytes *journal)
{
  gsize size = g_bytes_get_size (journal);
  guint n_steps, n_before;
  gboolean is_whole, was_whole;
  g_autoptr (GVariant) beside = NULL;
  g_autoptr (GBytes) document = rgm_journal_replay (journal, &n_steps, &is_whole, &beside);
  g_autoptr (GBytes) torn = g_bytes_new_from_bytes (journal, 0, size > 0 ? size - 1 : 0);
  g_autoptr (GBytes) before = rgm_journal_replay (torn, &n_before, &was_whole, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;

  g_assert_true (document != NULL || (n_steps == 0 && !is_whole));
  /* A journal that lost its end gives what was kept before. */
  g_assert_cmpuint (n_before, <=, n_steps);
  if (size > 0 && *(const char *) g_bytes_get_data (journal, NULL) != '{')
    g_assert_true (!is_whole || !was_whole);

  g_assert_true (beside == NULL || (document != NULL && g_variant_is_of_type (beside, G_VARIANT_TYPE (RGM_JOURNAL_BESIDE))));

  if (document == NULL)
    return;
  data_set = rgm_load_bytes (document, "JOURNAL", NULL, NULL, &error);
  g_assert_true ((data_set != NULL) == (error == NULL));
}

/* What a program that was killed left, from any bytes: as far as it is undamaged it is replayed, and no further. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) given = g_bytes_new (data, size);
  g_autoptr (GBytes) sealed = seal ((const char *) data, size);

  check (given);
  check (sealed);

  return 0;
}
