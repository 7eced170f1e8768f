/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rgm-config.h"
#include "rgm-load.h"
#include "rgm-story-document.h"
#include "rgm-story-edit.h"
#include "rgm-story-ready.h"

static RgmDataSet *data_set;

static char *
write_text (RgmStory *story)
{
  g_autoptr (GBytes) bytes = rgm_story_write (story);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_same (RgmStory *a,
             RgmStory *b)
{
  g_autofree char *text_a = write_text (a);
  g_autofree char *text_b = write_text (b);

  g_assert_cmpstr (text_a, ==, text_b);
}

static RgmStoryDocument *
begin_overview (void)
{
  RgmStoryDocument *document = rgm_story_document_new ();
  g_autoptr (RgmStory) story = rgm_story_new_overview (data_set);

  rgm_story_document_begin (document, story);

  return document;
}

static GFile *
make_file (char **folder)
{
  g_autofree char *path = NULL;

  *folder = g_dir_make_tmp ("story-XXXXXX", NULL);
  path = g_build_filename (*folder, "mine.regimen-story", NULL);

  return g_file_new_for_path (path);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static guint
count_journals (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), RGM_APPLICATION_ID, "stories", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

/* Leaves nothing behind, as after a story that was discarded. */
static void
discard (RgmStoryDocument *document)
{
  g_autoptr (RgmStory) nothing = rgm_story_new (data_set, NULL);

  rgm_story_document_begin (document, nothing);
  g_assert_true (rgm_story_document_is_saved (document));
}

/* Every change can be undone to the byte, and done again; the story that was changed stays as it was. */
static void
test_changes_are_undone (void)
{
  g_autoptr (RgmStoryDocument) document = begin_overview ();
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  RgmStory *changed[8];
  guint n = 0;

  for (n = 0; n < G_N_ELEMENTS (changed); n++)
    {
      RgmStory *story = rgm_story_document_get_story (document);

      g_ptr_array_add (before, g_object_ref (story));
      switch (n)
        {
        case 0:
          changed[n] = rgm_story_with_move (story, 0, 3);
          g_assert_null (rgm_story_get_slide (changed[n], 3).figure);
          break;
        case 1:
          changed[n] = rgm_story_with_copy (story, 1);
          g_assert_cmpuint (rgm_story_get_n_slides (changed[n]), ==, 6);
          break;
        case 2:
          changed[n] = rgm_story_without_slide (story, 0);
          g_assert_cmpuint (rgm_story_get_n_slides (changed[n]), ==, 5);
          break;
        case 3:
          changed[n] = rgm_story_with_text (story, 1, "note", "Say this");
          g_assert_cmpstr (rgm_story_get_slide (changed[n], 1).note, ==, "Say this");
          break;
        case 4:
          changed[n] = rgm_story_with_stepwise (story, 1, TRUE);
          g_assert_true (rgm_story_get_slide (changed[n], 1).is_stepwise);
          break;
        case 5:
          changed[n] = rgm_story_with_title (story, "Another");
          g_assert_cmpstr (rgm_story_get_title (changed[n]), ==, "Another");
          break;
        case 6:
          changed[n] = rgm_story_with_slides (story, 1, story);
          g_assert_cmpuint (rgm_story_get_n_slides (changed[n]), ==, 10);
          break;
        default:
          changed[n] = rgm_story_with_figure (story, 0, before->pdata[0]);
          break;
        }
      rgm_story_document_edit (document, g_object_ref (changed[n]), NULL);
    }

  for (guint i = n; i > 0; i--)
    {
      assert_same (rgm_story_document_get_story (document), changed[i - 1]);
      rgm_story_document_undo (document);
      assert_same (rgm_story_document_get_story (document), before->pdata[i - 1]);
    }
  g_assert_false (rgm_story_document_can_undo (document));
  for (guint i = 0; i < n; i++)
    {
      rgm_story_document_redo (document);
      assert_same (rgm_story_document_get_story (document), changed[i]);
      g_object_unref (changed[i]);
    }
  g_assert_false (rgm_story_document_can_redo (document));
  discard (document);
}

/* Typing in one field is undone as one. */
static void
test_typing_is_one_change (void)
{
  g_autoptr (RgmStoryDocument) document = begin_overview ();
  RgmStory *story;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *text = g_strndup ("abc", i);

      story = rgm_story_document_get_story (document);
      rgm_story_document_edit (document, rgm_story_with_text (story, 1, "note", text), "note 1");
    }
  rgm_story_document_undo (document);
  g_assert_null (rgm_story_get_slide (rgm_story_document_get_story (document), 1).note);
  g_assert_false (rgm_story_document_can_undo (document));
  discard (document);
}

/* What a program that is killed had changed is there at the next start; what was saved isn't kept twice. */
static void
test_nothing_is_lost_when_killed (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = make_file (&folder);
  g_autoptr (RgmStory) last = NULL;
  guint n_journals = count_journals ();

  if (g_test_subprocess ())
    {
      RgmStoryDocument *document = begin_overview ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) mine = g_file_new_for_path (g_getenv ("STORY_FILE"));
      RgmStory *story;

      g_assert_true (rgm_story_document_save (document, mine, &error));
      g_assert_no_error (error);
      story = rgm_story_document_get_story (document);
      rgm_story_document_edit (document, rgm_story_with_title (story, "Killed"), NULL);
      for (gint64 end = g_get_monotonic_time () + 600000; g_get_monotonic_time () < end;)
        g_main_context_iteration (NULL, FALSE);
      kill (getpid (), SIGKILL);
    }

  g_setenv ("STORY_FILE", g_file_peek_path (file), TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_cmpuint (count_journals (), ==, n_journals + 1);

  {
    g_autoptr (RgmStoryDocument) document = rgm_story_document_new ();
    g_autoptr (RgmStoryDocument) second = rgm_story_document_new ();
    g_autoptr (GError) error = NULL;

    g_assert_true (rgm_story_document_recover (document));
    g_assert_cmpstr (rgm_story_get_title (rgm_story_document_get_story (document)), ==, "Killed");
    g_assert_true (g_file_equal (rgm_story_document_get_file (document), file));
    g_assert_false (rgm_story_document_is_saved (document));
    /* It is open, and nobody else's. */
    g_assert_false (rgm_story_document_recover (second));

    g_assert_true (rgm_story_document_save (document, NULL, &error));
    g_assert_no_error (error);
    g_assert_true (rgm_story_document_is_saved (document));
    g_assert_cmpuint (count_journals (), ==, n_journals);
    last = g_object_ref (rgm_story_document_get_story (document));
  }
  {
    g_autoptr (RgmStoryDocument) document = rgm_story_document_new ();
    g_autoptr (GError) error = NULL;

    g_assert_true (rgm_story_document_open (document, file, &error));
    assert_same (rgm_story_document_get_story (document), last);
  }
  remove_folder (folder);
}

/* A story whose file somebody else changed isn't written over it, and isn't lost. */
static void
test_a_changed_file_is_left_alone (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = make_file (&folder);
  g_autoptr (RgmStoryDocument) document = begin_overview ();
  g_autoptr (RgmStoryDocument) recovered = rgm_story_document_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (rgm_story_document_save (document, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, "theirs", 6, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_assert_no_error (error);
  /* Nobody saves within the few milliseconds that file systems tell apart. */
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, (guint64) (g_get_real_time () / G_USEC_PER_SEC) + 1,
                                              G_FILE_QUERY_INFO_NONE, NULL, &error));
  g_assert_no_error (error);
  rgm_story_document_edit (document, rgm_story_with_title (rgm_story_document_get_story (document), "Mine"), NULL);
  g_assert_false (rgm_story_document_save (document, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");

  rgm_story_document_flush (document);
  g_clear_object (&document);
  g_assert_true (rgm_story_document_recover (recovered));
  g_assert_cmpstr (rgm_story_get_title (rgm_story_document_get_story (recovered)), ==, "Mine");
  g_clear_error (&error);
  g_assert_true (rgm_story_document_save (recovered, file, &error));
  g_assert_no_error (error);
  remove_folder (folder);
}

static void
count_trouble (RgmStoryDocument *document,
               const char       *message,
               guint            *n)
{
  (*n)++;
}

/* A full disk is told of, leaves the story's file and what is open, and the change is saved once there is room. */
static void
test_a_full_disk (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = make_file (&folder);
  g_autoptr (RgmStoryDocument) document = begin_overview ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit full;
  guint n_told = 0;

  g_assert_true (rgm_story_document_save (document, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &before, NULL, NULL, NULL));
  g_signal_connect (document, "trouble", G_CALLBACK (count_trouble), &n_told);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  full = limit;
  full.rlim_cur = 64;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  rgm_story_document_edit (document, rgm_story_with_title (rgm_story_document_get_story (document), "Mine"), NULL);
  rgm_story_document_flush (document);
  g_assert_false (rgm_story_document_save (document, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_nonnull (error);
  g_assert_cmpuint (n_told, >, 0);
  g_assert_true (g_file_load_contents (file, NULL, &after, NULL, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (rgm_story_get_title (rgm_story_document_get_story (document)), ==, "Mine");
  g_assert_false (rgm_story_document_is_saved (document));

  g_clear_error (&error);
  g_assert_true (rgm_story_document_save (document, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rgm_story_document_is_saved (document));
  discard (document);
  remove_folder (folder);
}

static void
test_a_file_at_fault_leaves_what_is_open (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = make_file (&folder);
  g_autoptr (RgmStoryDocument) document = begin_overview ();
  RgmStory *story = rgm_story_document_get_story (document);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (file, "[]", 2, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_assert_false (rgm_story_document_open (document, file, &error));
  g_assert_nonnull (error);
  g_assert_true (rgm_story_document_get_story (document) == story);
  g_assert_null (rgm_story_document_get_file (document));
  discard (document);
  remove_folder (folder);
}

/* The story whose file was open when the program ended is open again, in one window; a new one isn't replaced by it. */
static void
test_the_last_is_open_again (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = make_file (&folder);
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (RgmStoryDocument) document = begin_overview ();

    g_assert_true (rgm_story_document_save (document, file, &error));
    g_assert_no_error (error);
  }
  {
    g_autoptr (RgmStoryDocument) first = rgm_story_document_resume (data_set);
    g_autoptr (RgmStoryDocument) second = rgm_story_document_resume (data_set);

    g_assert_true (g_file_equal (rgm_story_document_get_file (first), file));
    g_assert_cmpuint (rgm_story_get_n_slides (rgm_story_document_get_story (first)), ==, 5);
    g_assert_null (rgm_story_document_get_file (second));
    g_assert_cmpuint (rgm_story_get_n_slides (rgm_story_document_get_story (second)), ==, 0);
  }
  {
    g_autoptr (RgmStoryDocument) document = rgm_story_document_resume (data_set);

    g_assert_true (g_file_equal (rgm_story_document_get_file (document), file));
    discard (document);
  }
  {
    g_autoptr (RgmStoryDocument) document = rgm_story_document_resume (data_set);

    g_assert_null (rgm_story_document_get_file (document));
    g_assert_true (rgm_story_document_open (document, file, &error));
  }
  remove_folder (folder);
  {
    g_autoptr (RgmStoryDocument) document = rgm_story_document_resume (data_set);

    g_assert_null (rgm_story_document_get_file (document));
    g_assert_cmpuint (rgm_story_get_n_slides (rgm_story_document_get_story (document)), ==, 0);
    discard (document);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = NULL;
  int status;

  if (g_getenv ("STORY_HOME") == NULL)
    {
      home = g_dir_make_tmp ("stories-XXXXXX", NULL);
      g_setenv ("STORY_HOME", home, TRUE);
    }
  g_setenv ("XDG_DATA_HOME", g_getenv ("STORY_HOME"), TRUE);
  g_test_init (&argc, &argv, NULL);
  data_set = rgm_load_embedded (NULL, NULL, NULL);
  g_test_add_func ("/document/changes-are-undone", test_changes_are_undone);
  g_test_add_func ("/document/typing-is-one-change", test_typing_is_one_change);
  g_test_add_func ("/document/killed", test_nothing_is_lost_when_killed);
  g_test_add_func ("/document/changed-file", test_a_changed_file_is_left_alone);
  g_test_add_func ("/document/full-disk", test_a_full_disk);
  g_test_add_func ("/document/file-at-fault", test_a_file_at_fault_leaves_what_is_open);
  g_test_add_func ("/document/last", test_the_last_is_open_again);
  status = g_test_run ();
  g_object_unref (data_set);

  return status;
}
