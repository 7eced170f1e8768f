/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-notes.h"

#define TEXT "Ask about ré-treatment;\n\tthe second line = more\\\n  [and] a third"

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
  fixture->path = g_build_filename (fixture->folder, "notes.ini", NULL);
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

/* A data set of trials, each 'ID' or 'ID REGISTRATION'. */
static RgmDataSet *
make_data_set (const char        *id,
               const char *const *trials)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set;

  g_string_append_printf (json,
                          "{\"format\":1,\"id\":\"%s\",\"title\":\"Made up\",\"description\":\"Nothing in it is true.\",\"as_of\":\"2024-01-01\","
                          "\"licence\":{\"name\":\"CC0\",\"url\":\"https://example.org/\",\"credit\":\"Nobody.\"},"
                          "\"sources\":[{\"id\":\"s\",\"kind\":\"review\",\"citation\":\"Nobody. 2024.\"}],\"classes\":[],\"endpoints\":[],"
                          "\"agents\":[],\"regimens\":[],\"biomarkers\":[],\"trials\":[",
                          id);
  for (guint i = 0; trials[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (trials[i], " ", 2);

      g_string_append_printf (json,
                              "%s{\"id\":\"%s\",\"name\":\"%s\",\"registrations\":[%s%s%s],\"classes\":[],\"status\":{\"published\":\"Completed\","
                              "\"state\":\"COMPLETED\"},\"populations\":[],\"eligibility\":{\"rules\":[]},\"arms\":[],"
                              "\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}",
                              i > 0 ? "," : "", words[0], words[0], words[1] != NULL ? "\"" : "", words[1] != NULL ? words[1] : "",
                              words[1] != NULL ? "\"" : "");
    }
  g_string_append (json, "],\"pathway\":null,\"remarks\":[]}");
  bytes = g_bytes_new (json->str, json->len);
  data_set = rgm_load_bytes (bytes, "made", NULL, NULL, &error);
  g_assert_no_error (error);

  return data_set;
}

static RgmTrial *
get_trial (RgmDataSet *data_set,
           guint       i)
{
  return g_ptr_array_index (data_set->trials, i);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
bookmark (RgmNotes   *notes,
          RgmDataSet *data_set,
          guint       trial,
          gboolean    is_bookmarked)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rgm_notes_set_bookmarked (notes, data_set, get_trial (data_set, trial), NULL, is_bookmarked, &error));
  g_assert_no_error (error);
}

static void
write_text (RgmNotes   *notes,
            RgmDataSet *data_set,
            guint       trial,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rgm_notes_set_text (notes, data_set, get_trial (data_set, trial), NULL, text, &error));
  g_assert_no_error (error);
}

/* What was noted is there for the next to read the file, and a trial without any leaves nothing in it. */
static void
test_comes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const trials[] = { "one NCT00000001", "two", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);
  g_autoptr (RgmNotes) later = NULL;
  g_autofree char *content = NULL;
  guint n = 0;

  g_signal_connect_swapped (notes, "changed", G_CALLBACK (count), &n);
  g_assert_false (rgm_notes_is_bookmarked (notes, data_set, get_trial (data_set, 0), NULL));
  g_assert_null (rgm_notes_get_text (notes, data_set, get_trial (data_set, 0), NULL));
  g_assert_null (rgm_notes_get_fault (notes));
  g_assert_false (g_file_query_exists (fixture->file, NULL));

  bookmark (notes, data_set, 0, TRUE);
  bookmark (notes, data_set, 0, TRUE);
  write_text (notes, data_set, 1, TEXT "\n \n");
  write_text (notes, data_set, 1, TEXT);
  g_assert_cmpuint (n, ==, 2);

  later = rgm_notes_new (fixture->file);
  g_assert_true (rgm_notes_is_bookmarked (later, data_set, get_trial (data_set, 0), NULL));
  g_assert_null (rgm_notes_get_text (later, data_set, get_trial (data_set, 0), NULL));
  g_assert_false (rgm_notes_is_bookmarked (later, data_set, get_trial (data_set, 1), NULL));
  g_assert_cmpstr (rgm_notes_get_text (later, data_set, get_trial (data_set, 1), NULL), ==, TEXT);

  bookmark (later, data_set, 0, FALSE);
  write_text (later, data_set, 1, "  ");
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_null (strstr (content, "one"));
  g_assert_null (strstr (content, "two"));
}

/* Arms and numbers have notes of their own, whatever is in their names; they go one by one. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const trials[] = { "one", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);
  g_autoptr (RgmNotes) later = NULL;
  g_autofree char *arm = rgm_note_place ("one:a=b/c [d]", NULL, NULL);
  g_autofree char *number = rgm_note_place ("one:a=b/c [d]", "ORR", NULL);
  g_autofree char *subgroup = rgm_note_place ("one:a=b/c [d]", "ORR", "Übrige/ältere");
  const char *const places[] = { NULL, arm, number, subgroup };
  RgmTrial *trial = get_trial (data_set, 0);
  g_autofree char *content = NULL;
  g_auto (GStrv) listed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", TEXT, i);

      g_assert_true (rgm_notes_set_text (notes, data_set, trial, places[i], text, NULL));
    }
  g_assert_true (rgm_notes_set_bookmarked (notes, data_set, trial, number, TRUE, NULL));
  g_assert_false (rgm_notes_is_bookmarked (notes, data_set, trial, NULL));

  later = rgm_notes_new (fixture->file);
  listed = rgm_notes_list_places (later, data_set, trial);
  g_assert_cmpuint (g_strv_length (listed), ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", TEXT, i);

      g_assert_cmpstr (rgm_notes_get_text (later, data_set, trial, places[i]), ==, text);
      g_assert_cmpint (rgm_notes_is_bookmarked (later, data_set, trial, places[i]), ==, places[i] == number);
      g_assert_true (rgm_notes_set_text (later, data_set, trial, places[i], "", NULL));
    }
  g_assert_true (rgm_notes_is_bookmarked (later, data_set, trial, number));
  g_assert_true (rgm_notes_set_bookmarked (later, data_set, trial, number, FALSE, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_null (strstr (content, "one"));
}

/* A note follows the registration to another data set, and the ids through a revision that has another registration. */
static void
test_follows_trial (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const before[] = { "one NCT00000001", "two", NULL };
  static const char *const revised[] = { "two NCT00000002", "one NCT00000003", NULL };
  static const char *const elsewhere[] = { "uno NCT00000001", "dos NCT00000002", "two", NULL };
  g_autoptr (RgmDataSet) first = make_data_set ("set", before);
  g_autoptr (RgmDataSet) revision = make_data_set ("set", revised);
  g_autoptr (RgmDataSet) other = make_data_set ("other", elsewhere);
  g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);

  bookmark (notes, first, 0, TRUE);
  write_text (notes, first, 1, "kept");
  g_assert_true (rgm_notes_is_bookmarked (notes, revision, get_trial (revision, 1), NULL));
  g_assert_cmpstr (rgm_notes_get_text (notes, revision, get_trial (revision, 0), NULL), ==, "kept");
  g_assert_true (rgm_notes_is_bookmarked (notes, other, get_trial (other, 0), NULL));

  /* A trial of another data set that happens to have the id is another trial. */
  g_assert_null (rgm_notes_get_text (notes, other, get_trial (other, 2), NULL));

  /* The registration is learnt with the next change. */
  g_assert_null (rgm_notes_get_text (notes, other, get_trial (other, 1), NULL));
  write_text (notes, revision, 0, "changed");
  g_assert_cmpstr (rgm_notes_get_text (notes, other, get_trial (other, 1), NULL), ==, "changed");
}

/* Trials that share a registration keep their own notes, here and in another data set. */
static void
test_shared_registration (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const trials[] = { "one NCT00000001", "two NCT00000001", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autoptr (RgmDataSet) other = make_data_set ("other", trials);
  g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);

  bookmark (notes, data_set, 1, TRUE);
  g_assert_false (rgm_notes_is_bookmarked (notes, data_set, get_trial (data_set, 0), NULL));
  g_assert_false (rgm_notes_is_bookmarked (notes, other, get_trial (other, 0), NULL));
  g_assert_true (rgm_notes_is_bookmarked (notes, other, get_trial (other, 1), NULL));

  write_text (notes, data_set, 0, "mine");
  g_assert_null (rgm_notes_get_text (notes, other, get_trial (other, 1), NULL));
  g_assert_cmpstr (rgm_notes_get_text (notes, other, get_trial (other, 0), NULL), ==, "mine");
}

/* Every shortened file, and every file with one byte changed, is read or kept aside as it is. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const trials[] = { "one NCT00000001", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);
  g_autofree char *whole = NULL;
  gsize length;

  {
    g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);

    write_text (notes, data_set, 0, TEXT);
    g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  }

  for (gsize i = 0; i < 2 * length; i++)
    {
      g_autofree char *changed = g_memdup2 (whole, length);
      gsize n = i < length ? i : length;
      g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);
      g_autofree char *kept = NULL;

      if (i >= length)
        changed[i - length] = (char) (changed[i - length] ^ 0x80);
      g_assert_true (g_file_set_contents (fixture->path, changed, (gssize) n, NULL));
      rgm_notes_get_text (notes, data_set, get_trial (data_set, 0), NULL);
      g_assert_cmpint (rgm_notes_get_fault (notes) != NULL, ==, g_file_test (damaged, G_FILE_TEST_EXISTS));
      g_assert_cmpint (rgm_notes_get_fault (notes) != NULL, !=, g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      if (rgm_notes_get_fault (notes) == NULL)
        continue;
      g_assert_true (g_file_get_contents (damaged, &kept, NULL, NULL));
      g_assert_cmpmem (kept, n, changed, n);
      g_assert_cmpint (g_remove (damaged), ==, 0);
    }
}

/* A second damaged file doesn't take the place of the first, and notes can be made after it. */
static void
test_damaged_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const trials[] = { "one NCT00000001", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  static const char *const names[] = { "notes.ini.damaged", "notes.ini.damaged-2" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *kept = NULL;

      g_assert_true (g_file_set_contents (fixture->path, names[i], -1, NULL));
      g_assert_nonnull (strstr (rgm_notes_get_fault (notes), names[i]));
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, names[i]);
      bookmark (notes, data_set, 0, TRUE);
    }
}

/* What can't be understood, or isn't a file, is not replaced; the change holds until the end. */
static void
test_unwritable (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char newer[] = "[Notes]\nFormat=2\n";
  static const char *const trials[] = { "one NCT00000001", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (RgmNotes) nowhere = rgm_notes_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, newer, -1, NULL));
  g_assert_false (rgm_notes_set_bookmarked (notes, data_set, get_trial (data_set, 0), NULL, TRUE, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
  g_assert_true (rgm_notes_is_bookmarked (notes, data_set, get_trial (data_set, 0), NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, newer);

  g_assert_nonnull (rgm_notes_get_fault (nowhere));
  g_assert_false (rgm_notes_set_text (nowhere, data_set, get_trial (data_set, 0), NULL, "lost", NULL));
}

/* A note that a full disk turns away leaves the notes that are there, holds until the end, and is saved with the next that can be. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const trials[] = { "one NCT00000001", "two", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autoptr (RgmNotes) notes = rgm_notes_new (fixture->file);
  g_autoptr (RgmNotes) again = NULL;
  g_autofree char *long_text = g_strnfill (4096, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit full;

  write_text (notes, data_set, 0, "there");
  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  full = limit;
  full.rlim_cur = 512;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  g_assert_false (rgm_notes_set_text (notes, data_set, get_trial (data_set, 1), NULL, long_text, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_error (error, RGM_ERROR, RGM_ERROR_WRITE);
  g_assert_cmpstr (rgm_notes_get_text (notes, data_set, get_trial (data_set, 1), NULL), ==, long_text);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);

  bookmark (notes, data_set, 0, TRUE);
  again = rgm_notes_new (fixture->file);
  g_assert_cmpstr (rgm_notes_get_text (again, data_set, get_trial (data_set, 1), NULL), ==, long_text);
}

/* What another Regimen writes meanwhile is kept, and so is what a newer version adds. */
static void
test_two_programs (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const trials[] = { "one NCT00000001", "two", NULL };
  g_autoptr (RgmDataSet) data_set = make_data_set ("set", trials);
  g_autoptr (RgmNotes) here = rgm_notes_new (fixture->file);
  g_autoptr (RgmNotes) there = rgm_notes_new (fixture->file);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *colour = NULL;

  write_text (here, data_set, 0, "here");
  g_assert_null (rgm_notes_get_text (there, data_set, get_trial (data_set, 1), NULL));
  write_text (here, data_set, 1, "here too");
  write_text (there, data_set, 0, "there");
  g_assert_cmpstr (rgm_notes_get_text (there, data_set, get_trial (data_set, 1), NULL), ==, "here too");

  g_assert_true (g_key_file_load_from_file (file, fixture->path, G_KEY_FILE_NONE, NULL));
  g_key_file_set_string (file, "set/one", "Colour", "green");
  g_assert_true (g_key_file_save_to_file (file, fixture->path, NULL));
  bookmark (here, data_set, 0, TRUE);
  g_assert_cmpstr (rgm_notes_get_text (here, data_set, get_trial (data_set, 0), NULL), ==, "there");
  g_assert_true (g_key_file_load_from_file (file, fixture->path, G_KEY_FILE_NONE, NULL));
  colour = g_key_file_get_string (file, "set/one", "Colour", NULL);
  g_assert_cmpstr (colour, ==, "green");
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/notes/comes-back", test_comes_back);
  add ("/store/notes/places", test_places);
  add ("/store/notes/follows-trial", test_follows_trial);
  add ("/store/notes/shared-registration", test_shared_registration);
  add ("/store/notes/damaged", test_damaged);
  add ("/store/notes/damaged-twice", test_damaged_twice);
  add ("/store/notes/unwritable", test_unwritable);
  add ("/store/notes/full-disk", test_full_disk);
  add ("/store/notes/two-programs", test_two_programs);

  return g_test_run ();
}
