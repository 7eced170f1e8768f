/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "random-data-set.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-store-write.h"

#define N_DATA_SETS 1000

static RgmDataSet *
load (GBytes     *bytes,
      const char *name)
{
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_bytes (bytes, name, NULL, &faults, &error);

  if (faults != NULL)
    {
      g_autofree char *text = rgm_faults_to_text (faults, name);

      g_error ("%s", text);
    }
  g_assert_no_error (error);

  return data_set;
}

/* Written, read and written again: the data sets are equal, and so are the bytes. */
static void
test_random_data_sets (void)
{
  gsize size = 0;
  guint n_trials = 0;
  guint n_pathways = 0;

  for (guint32 seed = 1; seed <= N_DATA_SETS; seed++)
    {
      g_autoptr (RgmDataSet) made = random_data_set (seed);
      g_autoptr (GBytes) first = rgm_store_write_data_set (made);
      g_autofree char *name = g_strdup_printf ("seed %u", seed);
      g_autoptr (RgmDataSet) loaded = load (first, name);
      g_autoptr (GBytes) second = rgm_store_write_data_set (loaded);

      g_assert_true (rgm_record_equal (&rgm_data_set_description, made, loaded));
      g_assert_true (g_bytes_equal (first, second));
      size += g_bytes_get_size (first);
      n_trials += made->trials->len;
      n_pathways += made->pathway != NULL;
    }

  /* Else they would show little. */
  g_assert_cmpuint (size, >, 1000 * N_DATA_SETS);
  g_assert_cmpuint (n_trials, >, N_DATA_SETS / 2);
  g_assert_cmpuint (n_pathways, >, N_DATA_SETS / 4);
}

static void
collect_fields (GHashTable           *seen,
                const RgmDescription *description,
                gconstpointer         record)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if (rgm_field_is_absent (field, record))
        continue;

      g_hash_table_add (seen, (gpointer) field);
      if (field->kind == RGM_FIELD_RECORD)
        collect_fields (seen, field->element, RGM_FIELD_MEMBER (record, field, gconstpointer const));
      else if (field->kind == RGM_FIELD_INLINE)
        collect_fields (seen, field->element, &RGM_FIELD_MEMBER (record, field, const char));
      else if (field->kind == RGM_FIELD_RECORDS)
        {
          GPtrArray *array = RGM_FIELD_MEMBER (record, field, GPtrArray *const);

          for (guint j = 0; j < array->len; j++)
            collect_fields (seen, field->element, g_ptr_array_index (array, j));
        }
    }
}

static void
assert_seen (GHashTable           *seen,
             GHashTable           *visited,
             const RgmDescription *description)
{
  if (!g_hash_table_add (visited, (gpointer) description))
    return;

  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if (!g_hash_table_contains (seen, field))
        g_error ("no data set has the %s of a %s", field->key, description->name);
      if (field->kind == RGM_FIELD_RECORD || field->kind == RGM_FIELD_RECORDS || field->kind == RGM_FIELD_INLINE)
        assert_seen (seen, visited, field->element);
    }
}

static RgmDataSet *
load_embedded (GBytes **stored)
{
  g_autofree char *path = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "resources", "evidence", "her2-colorectal.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  *stored = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);

  return load (*stored, path);
}

static void
test_embedded_data_set (void)
{
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (RgmDataSet) data_set = load_embedded (&stored);
  g_autoptr (GBytes) written = rgm_store_write_data_set (data_set);

  if (!g_bytes_equal (stored, written))
    g_error ("the embedded data set is not in canonical form: bring it there with regimen new --from=FILE --output=FILE");
}

/* No field of any record is left out by all of these data sets. What only a cross-check
 * knows, as the domains of a node, is in the embedded one. */
static void
test_every_field_is_written (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (RgmDataSet) embedded = load_embedded (&stored);

  collect_fields (seen, &rgm_data_set_description, embedded);
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (RgmDataSet) data_set = random_data_set (seed);

      collect_fields (seen, &rgm_data_set_description, data_set);
    }

  assert_seen (seen, visited, &rgm_data_set_description);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/write/random", test_random_data_sets);
  g_test_add_func ("/write/every-field", test_every_field_is_written);
  g_test_add_func ("/write/embedded", test_embedded_data_set);

  return g_test_run ();
}
