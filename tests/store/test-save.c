/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../own-data.h"
#include "rgm-error.h"
#include "rgm-store-save.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("regimen-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "file.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_old (const char *path,
           const char *content)
{
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* Also that no temporary file remains. */
static void
assert_n_files (Fixture *fixture,
                guint    expected)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, expected);
}

static void
save (const char *path,
      const char *content)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  g_autoptr (GError) error = NULL;

  g_assert_true (rgm_store_save (bytes, file, NULL, &error));
  g_assert_no_error (error);
  assert_content (path, content);
}

static char *
save_document (Fixture    *fixture,
               const char *content,
               const char *etag)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  g_autoptr (GError) error = NULL;
  char *new_etag = NULL;

  g_assert_true (rgm_store_save_document (bytes, fixture->file, etag, &new_etag, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (new_etag);
  assert_content (fixture->path, content);

  return new_etag;
}

static void
test_replacing (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "file.json", NULL);
  g_autoptr (GFile) unwritable = g_file_new_for_path (nowhere);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  save (fixture->path, "first");
  save (fixture->path, "2");
  assert_n_files (fixture, 1);

  g_assert_false (rgm_store_save (bytes, unwritable, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, nowhere));
}

static void
test_attributes_are_kept (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.json", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second.json", NULL);
  GStatBuf status;

  write_old (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0660), ==, 0);
  save (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0660);

  write_old (fixture->path, "old");
  g_assert_cmpint (symlink ("file.json", link_path), ==, 0);
  save (link_path, "new");
  assert_content (fixture->path, "new");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));

  write_old (fixture->path, "old");
  g_assert_cmpint (link (fixture->path, second), ==, 0);
  save (fixture->path, "new");
  assert_content (second, "new");

  assert_n_files (fixture, 3);
}

/* A link to a file that isn't there yet leads to it all the same; one that leads to itself is refused. */
static void
test_a_link_without_a_file (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.json", NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle.json", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GFile) nowhere = g_file_new_for_path (circle);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("file.json", link_path), ==, 0);
  save (link_path, "new");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "new");

  g_assert_cmpint (symlink ("circle.json", circle), ==, 0);
  g_assert_false (rgm_store_save (bytes, nowhere, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
  assert_n_files (fixture, 3);
}

/* As long a name as a file system takes leaves no room for a suffix. */
static void
test_a_long_name (Fixture       *fixture,
                  gconstpointer  data)
{
  for (int length = 247; length <= 255; length++)
    {
      g_autofree char *many = g_strnfill ((gsize) length - 7, 'n');
      g_autofree char *name = g_strconcat (many, "é.json", NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("newer", 5);
      g_autoptr (GError) error = NULL;

      save (path, "new");
      assert_content (path, "new");
      g_assert_true (rgm_store_save_document (bytes, file, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      assert_content (path, "newer");
    }
}

static void
test_a_backup_is_kept (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);
  GStatBuf status;

  g_free (save_document (fixture, "first", NULL));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_free (save_document (fixture, "second", NULL));
  assert_content (backup, "first");
  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);

  g_free (save_document (fixture, "second", NULL));
  assert_content (backup, "first");

  g_free (save_document (fixture, "third", NULL));
  assert_content (backup, "second");
  assert_n_files (fixture, 2);
}

static void
test_a_backup_through_a_link (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.json", NULL);
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link_path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  write_old (fixture->path, "old");
  g_assert_cmpint (symlink ("file.json", link_path), ==, 0);
  g_assert_true (rgm_store_save_document (bytes, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  assert_content (backup, "old");
  assert_n_files (fixture, 3);
}

/* The folder of a portal's file takes no other file. */
static void
test_a_backup_of_a_portals_file (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);
  g_autofree char *beside = g_strconcat (path, "~", NULL);
  g_autofree char *backup = g_build_filename (g_get_user_data_dir (), "regimen", "backups", "mine.json~", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  write_old (path, "old");
  g_assert_true (rgm_store_save_document (bytes, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (path, "new");
  assert_content (backup, "old");
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));

  g_remove (path);
  g_remove (backup);
}

static void
assert_meant (const char *typed,
              const char *suffix,
              const char *expected)
{
  g_autoptr (GFile) file = g_file_new_for_path (typed);
  g_autoptr (GFile) wanted = expected != NULL ? g_file_new_for_path (expected) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = rgm_store_complete_name (file, suffix, &error);

  if (wanted == NULL)
    {
      g_assert_null (target);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_true (g_file_equal (target, wanted));
    }
}

/* What is saved beside a portal's file is nowhere once the sandbox has gone. */
static void
test_a_name_without_its_ending (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *typed = g_build_filename (folder, "typed", NULL);
  g_autofree char *whole = g_strconcat (typed, ".csv", NULL);
  g_autofree char *upper = g_strconcat (typed, ".CSV", NULL);
  g_autofree char *hidden = g_build_filename (folder, ".csv", NULL);
  g_autofree char *of_hidden = g_strconcat (hidden, ".csv", NULL);
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", "typed", NULL);

  assert_meant (typed, "csv", whole);
  assert_meant (whole, "csv", whole);
  assert_meant (upper, "csv", upper);
  assert_meant (hidden, "csv", of_hidden);
  assert_meant (portal, "csv", portal);

  write_old (whole, "somebody’s");
  assert_meant (typed, "csv", NULL);
  assert_meant (whole, "csv", whole);
  g_remove (whole);
}

static void
assert_refused (Fixture    *fixture,
                const char *etag,
                int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("lost", 4);
  g_autoptr (GError) error = NULL;

  g_assert_false (rgm_store_save_document (bytes, fixture->file, etag, NULL, NULL, &error));
  g_assert_error (error, RGM_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_a_changed_file_is_refused (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *etag = save_document (fixture, "first", NULL);
  g_autofree char *second = NULL;

  /* An etag is made of the file's time, which goes by the ticks of the kernel. */
  g_usleep (50 * G_TIME_SPAN_MILLISECOND);
  second = save_document (fixture, "second", etag);
  g_assert_cmpstr (etag, !=, second);
  assert_refused (fixture, etag, RGM_ERROR_CHANGED);
  assert_content (fixture->path, "second");

  g_unlink (fixture->path);
  assert_refused (fixture, second, RGM_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* The old file is small enough for the backup to be written, and the new one is not. */
static void
test_a_full_disk (Fixture       *fixture,
                  gconstpointer  data)
{
  struct rlimit before;
  struct rlimit full;
  g_autofree char *content = g_strnfill (4096, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (content, 4096);
  g_autoptr (GError) error = NULL;

  write_old (fixture->path, "old");

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = before;
  full.rlim_cur = 512;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  g_assert_false (rgm_store_save_document (bytes, fixture->file, NULL, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
  assert_content (fixture->path, "old");
  assert_n_files (fixture, 1);
}

static void
test_a_device (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (rgm_store_save_document (bytes, null, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (rgm_store_save_document (bytes, full, NULL, NULL, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (rgm_store_save_document (bytes, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/save/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("replacing", test_replacing);
  ADD ("attributes", test_attributes_are_kept);
  ADD ("link-without-a-file", test_a_link_without_a_file);
  ADD ("long-name", test_a_long_name);
  ADD ("backup", test_a_backup_is_kept);
  ADD ("backup-through-a-link", test_a_backup_through_a_link);
  ADD ("backup-of-a-portals-file", test_a_backup_of_a_portals_file);
  ADD ("name-without-its-ending", test_a_name_without_its_ending);
  ADD ("changed", test_a_changed_file_is_refused);
  ADD ("full-disk", test_a_full_disk);
  ADD ("device", test_a_device);

  return test_run_with_own_data ();
}
