/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>

#include "../own-data.h"
#include "../search/made-data.h"
#include "fuzz.h"
#include "rgm-notes.h"

#define OWN "Ask about ré-treatment;\n\tthe second line = more"

static RgmDataSet *
get_data_set (void)
{
  static RgmDataSet *data_set;

  if (data_set == NULL)
    data_set = make_data_set (1, 4);

  return data_set;
}

static char *folder;

static void
remove_folder (void)
{
  test_remove_all (folder);
}

/* All that is noted of a trial. */
static char *
describe (RgmNotes *notes,
          RgmTrial *trial)
{
  g_auto (GStrv) places = rgm_notes_list_places (notes, get_data_set (), trial);
  const char *whole = rgm_notes_get_text (notes, get_data_set (), trial, NULL);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %s\n", rgm_notes_is_bookmarked (notes, get_data_set (), trial, NULL), whole != NULL ? whole : "-");
  for (guint i = 0; places[i] != NULL; i++)
    {
      const char *note = rgm_notes_get_text (notes, get_data_set (), trial, places[i]);

      g_string_append_printf (text, " %s %d %s\n", places[i], rgm_notes_is_bookmarked (notes, get_data_set (), trial, places[i]),
                              note != NULL ? note : "-");
    }
  g_assert_true (g_utf8_validate (text->str, -1, NULL));

  return g_string_free (text, FALSE);
}

/* A file may give a note to two trials: to one by its ids, to the other by its registration. */
static void
check_kept (RgmNotes   *notes,
            RgmTrial   *trial,
            const char *before)
{
  g_autofree char *after = describe (notes, trial);

  g_assert_true (g_str_equal (after, before) || g_strcmp0 (rgm_notes_get_text (notes, get_data_set (), trial, NULL), OWN) == 0);
}

/* The file of notes, from any bytes: what is in it is read, or kept aside, or left alone, with a reason; a note that is written then
 * is read again, and with it what was there. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (RgmNotes) notes = NULL;
  g_autoptr (RgmNotes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *trials = get_data_set ()->trials;
  RgmTrial *trial = g_ptr_array_index (trials, 0);
  const char *fault;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("regimen-XXXXXX", NULL);
      atexit (remove_folder);
    }
  g_mkdir_with_parents (folder, 0700);
  path = g_build_filename (folder, "notes.ini", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));

  notes = rgm_notes_new (file);
  for (guint i = 0; i < trials->len; i++)
    g_ptr_array_add (before, describe (notes, g_ptr_array_index (trials, i)));
  fault = rgm_notes_get_fault (notes);
  g_assert_true (fault == NULL || (*fault != '\0' && g_utf8_validate (fault, -1, NULL)));

  if (!rgm_notes_set_text (notes, get_data_set (), trial, NULL, OWN, &error))
    {
      g_autofree char *left = NULL;
      gsize length;

      /* What can't be read isn't written over. */
      g_assert_nonnull (error);
      g_assert_nonnull (fault);
      g_assert_true (g_file_get_contents (path, &left, &length, NULL));
      g_assert_cmpmem (left, length, data, size);
    }
  else
    {
      again = rgm_notes_new (file);
      g_assert_cmpstr (rgm_notes_get_text (again, get_data_set (), trial, NULL), ==, OWN);
      for (guint i = 1; i < trials->len; i++)
        check_kept (again, g_ptr_array_index (trials, i), g_ptr_array_index (before, i));
      g_assert_null (rgm_notes_get_fault (again));
    }
  test_remove_all (folder);

  return 0;
}
