/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>

#include "../own-data.h"
#include "fuzz.h"
#include "rgm-store-library.h"

/* A person's data folder, that of nobody. */
static char *own_data;

static void
remove_own_data (void)
{
  test_remove_all (own_data);
}

static void
need_folder (void)
{
  if (own_data != NULL)
    return;

  own_data = g_dir_make_tmp ("regimen-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", own_data, TRUE);
  g_assert_cmpstr (g_get_user_data_dir (), ==, own_data);
  atexit (remove_own_data);
}

static void
add (GFile      *folder,
     const char *name)
{
  g_autoptr (GFile) file = rgm_library_make_file (name);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *basename = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  gboolean is_made;

  g_assert_true (g_file_equal (parent, folder));
  g_assert_true (g_str_has_suffix (basename, ".json") && basename[0] != '.' && basename[0] != '-');
  g_assert_false (g_file_query_exists (file, NULL));
  is_made = g_file_replace_contents (file, "{}", 2, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_made);
}

/* A file that is there under any name: it is listed if it ends like a data set, under a name that can be shown. */
static void
put (GFile      *folder,
     const char *data,
     gsize       size)
{
  g_autofree char *given = g_strndup (data, size);
  g_autofree char *name = g_strconcat (g_strdelimit (given, "/", '_'), ".json", NULL);
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);

  if (strlen (name) <= 255)
    g_assert_true (g_file_set_contents_full (path, "{}", 2, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* The library: whatever a data set is called, it gets a file of its own there, and what is there is listed, whatever it is called. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *given = g_strndup ((const char *) data, size);
  g_autofree char *name = g_utf8_make_valid (given, -1);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) more = NULL;

  need_folder ();
  folder = rgm_library_get_folder ();
  add (folder, name);
  add (folder, name);
  entries = rgm_library_list ();
  g_assert_cmpuint (entries->len, ==, 2);

  put (folder, (const char *) data, size);
  more = rgm_library_list ();
  g_assert_cmpuint (more->len, >=, 2);
  for (guint i = 0; i < more->len; i++)
    g_assert_true (g_utf8_validate (((RgmLibraryEntry *) g_ptr_array_index (more, i))->name, -1, NULL));
  test_remove_all (g_file_peek_path (folder));

  return 0;
}
