/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-load-private.h"
#include "rgm-scan.h"

static void
place (const char *path,
       gsize       offset,
       gpointer    data)
{
  gsize *wanted = g_hash_table_lookup (data, path);

  if (wanted != NULL)
    *wanted = offset;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RgmPending *first = *(const RgmPending **) a;
  const RgmPending *second = *(const RgmPending **) b;

  if (first->offset != second->offset)
    return first->offset < second->offset ? -1 : 1;

  /* Of one place: in the order in which they were found. */
  return first < second ? -1 : 1;
}

static gboolean
is_same (const RgmPending *a,
         const RgmPending *b)
{
  return a->offset == b->offset && strcmp (a->path, b->path) == 0 && strcmp (a->message, b->message) == 0;
}

static guint64
count_feeds (const char *bytes,
             gsize       from,
             gsize       to)
{
  guint64 n = 0;

  while (from < to)
    {
      const char *feed = memchr (bytes + from, '\n', to - from);

      if (feed == NULL)
        break;
      n++;
      from = (gsize) (feed - bytes) + 1;
    }

  return n;
}

/* The faults as pointers, in the order of the document. */
static GPtrArray *
sort (GArray     *pending,
      const char *bytes,
      gsize       length)
{
  g_autoptr (GHashTable) offsets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GPtrArray *sorted = g_ptr_array_sized_new (pending->len);

  for (guint i = 0; i < pending->len; i++)
    g_hash_table_insert (offsets, g_array_index (pending, RgmPending, i).path, g_new0 (gsize, 1));

  rgm_scan_values (bytes, length, place, offsets);

  for (guint i = 0; i < pending->len; i++)
    {
      RgmPending *fault = &g_array_index (pending, RgmPending, i);

      fault->offset = *(gsize *) g_hash_table_lookup (offsets, fault->path);
      g_ptr_array_add (sorted, fault);
    }

  g_ptr_array_sort (sorted, compare);

  return sorted;
}

/*< private >
 * rgm_fault_lines_find:
 * @reader: a reader that has read a document
 * @bytes: (array length=length): the document
 * @length: its bytes
 * @faults: where to add its faults
 *
 * Puts the faults of a document into its order and finds their lines. Only a document
 * with faults is gone through once more for that.
 */
void
rgm_fault_lines_find (RgmReader  *reader,
                  const char *bytes,
                  gsize       length,
                  RgmFaults  *faults)
{
  g_autoptr (GPtrArray) sorted = NULL;
  const RgmPending *last = NULL;
  guint64 line = 1;

  if (rgm_reader_count (reader) == 0)
    return;

  sorted = sort (reader->faults, bytes, length);

  for (guint i = 0; i < sorted->len; i++)
    {
      const RgmPending *fault = g_ptr_array_index (sorted, i);

      if (last != NULL && is_same (last, fault))
        continue;

      line += count_feeds (bytes, last != NULL ? last->offset : 0, fault->offset);
      rgm_faults_add (faults, fault->path, line, "%s", fault->message);
      last = fault;
    }

  for (guint64 i = 0; i < reader->n_left_out; i++)
    rgm_faults_add (faults, NULL, 0, "%s", "");
}
