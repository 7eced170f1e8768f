/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-story-hash.h"

#include "rgm-store-write.h"

/**
 * rgm_story_hash_data_set:
 * @data_set: a data set
 *
 * Returns: (transfer none): the SHA-256 of its canonical form, in hexadecimal: what two data sets with the same content share
 */
const char *
rgm_story_hash_data_set (RgmDataSet *data_set)
{
  static const char key[] = "rgm-story-hash";
  char *hash = g_object_get_data (G_OBJECT (data_set), key);

  /* A data set never changes, and so neither does this. */
  if (hash == NULL)
    {
      g_autoptr (GBytes) bytes = rgm_store_write_data_set (data_set);

      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_object_set_data_full (G_OBJECT (data_set), key, hash, g_free);
    }

  return hash;
}
