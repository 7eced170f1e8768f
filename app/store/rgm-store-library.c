/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gstdio.h>

#include "rgm-store-library.h"
#include "rgm-store-save.h"

/* A person's own data sets, and what was not saved yet, are plain files among their data:
 *
 *     ~/.local/share/regimen/library/NAME.json
 *     ~/.local/share/regimen/unsaved/CHECKSUM.json   a journal; CHECKSUM is of the address of the document's file
 *     ~/.local/share/regimen/unsaved/CHECKSUM_2.json one more of the same document, edited in another window
 *     ~/.local/share/regimen/seen/CHECKSUM.json      as its person saw it last
 *
 * The second grows with each step of a document, and goes when the document is saved or its
 * changes are given up. A program that ends before that finds it at
 * its next start. It stands there and not beside the file, whose folder may take no other:
 * a portal's takes none. */

#define UNSAVED "unsaved"
#define SEEN "seen"

/* The longest name of a file in the library, before a number makes it unique. */
#define NAME_LENGTH 80

/* File systems take 255 bytes; a number and the ending come after it. */
#define NAME_BYTES 230

static char *
make_folder (const char *name)
{
  char *path = g_build_filename (g_get_user_data_dir (), "regimen", name, NULL);

  g_mkdir_with_parents (path, 0700);

  return path;
}

/**
 * rgm_library_get_folder:
 *
 * Returns: (transfer full): the folder with a person's own data sets
 */
GFile *
rgm_library_get_folder (void)
{
  g_autofree char *path = make_folder ("library");

  return g_file_new_for_path (path);
}

/* What no file system minds. */
static char *
make_file_name (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const char *p = name; *p != '\0' && g_utf8_strlen (text->str, -1) < NAME_LENGTH; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (text->len + (gsize) (g_utf8_next_char (p) - p) > NAME_BYTES)
        break;
      if (g_unichar_isalnum (c) || (text->len > 0 && (c == ' ' || c == '-' || c == '.' || c == '_')))
        g_string_append_unichar (text, c);
    }
  g_strchomp (text->str);
  g_string_set_size (text, strlen (text->str));
  if (text->len == 0)
    g_string_append (text, "data-set");

  return g_string_free (text, FALSE);
}

/**
 * rgm_library_make_file:
 * @name: what its owner calls it
 *
 * Returns: (transfer full): a file of that name in the library that isn't there yet
 */
GFile *
rgm_library_make_file (const char *name)
{
  g_autoptr (GFile) folder = rgm_library_get_folder ();
  g_autofree char *stem = make_file_name (name);
  g_autofree char *basename = g_strconcat (stem, ".json", NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, basename);

  for (guint n = 2; g_file_query_exists (file, NULL); n++)
    {
      g_free (basename);
      basename = g_strdup_printf ("%s %u.json", stem, n);
      g_object_unref (file);
      file = g_file_get_child (folder, basename);
    }

  return g_steal_pointer (&file);
}

static void
entry_free (gpointer data)
{
  RgmLibraryEntry *entry = data;

  g_object_unref (entry->file);
  g_free (entry->name);
  g_date_time_unref (entry->modified);
  g_free (entry);
}

static int
compare_entries (gconstpointer one,
                 gconstpointer other)
{
  const RgmLibraryEntry *first = *(const RgmLibraryEntry * const *) one;
  const RgmLibraryEntry *second = *(const RgmLibraryEntry * const *) other;
  int order = g_date_time_compare (second->modified, first->modified);

  return order != 0 ? order : g_strcmp0 (first->name, second->name);
}

/**
 * rgm_library_list:
 *
 * Returns: (transfer full) (element-type RgmLibraryEntry): a person's own data sets, the one that was saved last first
 */
GPtrArray *
rgm_library_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GFile) folder = rgm_library_get_folder ();
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                               G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;
  GFile *file;

  while (files != NULL && g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      RgmLibraryEntry *entry;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      entry = g_new (RgmLibraryEntry, 1);
      entry->file = g_object_ref (file);
      entry->name = g_filename_display_name (name);
      entry->name[strlen (entry->name) - strlen (".json")] = '\0';
      entry->size = g_file_info_get_size (info);
      entry->modified = g_file_info_get_modification_date_time (info);
      if (entry->modified == NULL)
        entry->modified = g_date_time_new_from_unix_utc (0);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

static char *
make_checksum (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

/**
 * rgm_unsaved_make_file:
 * @file: the file of a document
 *
 * Returns: (transfer full): a new file for what is not saved of the document, which nobody else is given as long as it is there
 */
GFile *
rgm_unsaved_make_file (GFile *file)
{
  g_autofree char *folder = make_folder (UNSAVED);
  g_autofree char *checksum = make_checksum (file);

  for (guint n = 1;; n++)
    {
      g_autofree char *name = n == 1 ? g_strconcat (checksum, ".json", NULL) : g_strdup_printf ("%s_%u.json", checksum, n);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

      if (fd >= 0)
        close (fd);
      /* Where it can't be made, saving says why. */
      if (fd >= 0 || errno != EEXIST)
        return g_file_new_for_path (path);
    }
}

static int
compare_files (gconstpointer one,
               gconstpointer other)
{
  return g_strcmp0 (g_file_peek_path (*(GFile * const *) one), g_file_peek_path (*(GFile * const *) other));
}

/**
 * rgm_unsaved_list:
 * @file: (nullable): the file of a document
 *
 * Returns: (transfer full) (element-type GFile): the files for what is not saved of that document, or of any
 */
GPtrArray *
rgm_unsaved_list (GFile *file)
{
  g_autofree char *folder = make_folder (UNSAVED);
  g_autofree char *checksum = file != NULL ? make_checksum (file) : g_strdup ("");
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    if (g_str_has_prefix (name, checksum) && g_str_has_suffix (name, ".json"))
      g_ptr_array_add (files, g_file_new_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_files);

  return files;
}

static GFile *
get_seen_file (GFile *file)
{
  g_autofree char *folder = make_folder (SEEN);
  g_autofree char *checksum = make_checksum (file);
  g_autofree char *name = g_strconcat (checksum, ".json", NULL);

  return g_file_new_build_filename (folder, name, NULL);
}

/**
 * rgm_seen_keep:
 * @file: the file of a data set
 * @bytes: the data set as its person sees it
 *
 * Keeps it for rgm_seen_find(), in place of what was kept of it before. Nothing depends on that: it may fail.
 */
void
rgm_seen_keep (GFile  *file,
               GBytes *bytes)
{
  g_autoptr (GFile) seen = get_seen_file (file);

  rgm_store_save (bytes, seen, NULL, NULL);
}

/**
 * rgm_seen_find:
 * @file: the file of a data set
 *
 * Returns: (transfer full) (nullable): the data set as its person saw it last; %NULL if they never did
 */
GBytes *
rgm_seen_find (GFile *file)
{
  g_autoptr (GFile) seen = get_seen_file (file);

  return g_file_load_bytes (seen, NULL, NULL, NULL);
}
