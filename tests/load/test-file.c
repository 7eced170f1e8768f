/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "many-trials.h"
#include "rgm-data-set.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-load.h"

#include "../processor-time.h"

static char *folder;
static char *sample;

static GFile *
get_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static GFile *
write_file (const char *name,
            const char *text)
{
  GFile *file = get_file (name);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static void
assert_fault (GFile      *file,
              const char *message)
{
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *whole = g_strdup_printf ("%s: %s", name, message);

  g_assert_null (rgm_load_file (file, NULL, &faults, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, whole);
  g_assert_cmpuint (rgm_faults_get_size (faults), ==, 1);
  g_assert_null (rgm_faults_get (faults, 0)->path);
  g_assert_cmpuint (rgm_faults_get (faults, 0)->line, ==, 0);
  g_assert_cmpstr (rgm_faults_get (faults, 0)->message, ==, message);
}

static void
test_good (void)
{
  g_autoptr (GFile) file = write_file ("good.json", sample);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_file (file, NULL, &faults, &error);

  g_assert_no_error (error);
  g_assert_null (faults);
  g_assert_cmpstr (data_set->id, ==, "sample");
}

static void
test_empty (void)
{
  g_autoptr (GFile) file = write_file ("empty.json", "");
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (rgm_load_file (file, NULL, &faults, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpstr (rgm_faults_get (faults, 0)->message, ==, "expected a JSON document, found an empty file");
}

static void
test_missing (void)
{
  g_autoptr (GFile) file = get_file ("missing.json");

  assert_fault (file, "file not found");
}

static void
test_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  assert_fault (file, "expected a file, found a folder");
}

static void
test_pipe (void)
{
  g_autoptr (GFile) file = get_file ("pipe");

  g_assert_cmpint (mkfifo (g_file_peek_path (file), 0600), ==, 0);
  assert_fault (file, "expected a file, found a device or a pipe");
}

static void
test_device (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");

  assert_fault (file, "expected a file, found a device or a pipe");
}

static void
test_broken_link (void)
{
  g_autoptr (GFile) file = get_file ("link");

  g_assert_cmpint (symlink ("nowhere", g_file_peek_path (file)), ==, 0);
  assert_fault (file, "expected a file, found a broken link");
}

static void
test_link (void)
{
  g_autoptr (GFile) good = write_file ("behind-a-link.json", sample);
  g_autoptr (GFile) file = get_file ("good-link");
  g_autoptr (RgmDataSet) data_set = NULL;

  g_assert_cmpint (symlink (g_file_peek_path (good), g_file_peek_path (file)), ==, 0);
  data_set = rgm_load_file (file, NULL, NULL, NULL);
  g_assert_nonnull (data_set);
}

static void
test_unreadable (void)
{
  g_autoptr (GFile) file = write_file ("unreadable.json", sample);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }

  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_fault (file, "permission denied");
}

/* A file with a hole takes no room on the disk, and none in memory if it isn't read. */
static void
test_too_large (void)
{
  g_autoptr (GFile) file = get_file ("large.json");
  gint64 start = test_get_processor_time ();
  int fd = g_open (g_file_peek_path (file), O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (ftruncate (fd, (off_t) RGM_LOAD_MAX_BYTES + 1), ==, 0);
  close (fd);

  assert_fault (file, "expected a file of at most 256 MB, found a larger one");
  g_assert_cmpint (test_get_processor_time () - start, <, test_get_patience () * G_USEC_PER_SEC / 2);
}

typedef struct
{
  const char *path;
  gboolean shrink;
  int stop;
} Writer;

static gpointer
write_on (gpointer data)
{
  Writer *writer = data;
  GStatBuf state;

  while (!g_atomic_int_get (&writer->stop))
    {
      int fd = g_open (writer->path, O_WRONLY | O_APPEND, 0);

      g_assert_cmpint (g_stat (writer->path, &state), ==, 0);
      if (writer->shrink)
        g_assert_cmpint (ftruncate (fd, state.st_size - 1), ==, 0);
      else
        g_assert_cmpint (write (fd, " ", 1), ==, 1);
      close (fd);
    }

  return NULL;
}

/* Spaces before and after the document, so that it stays one while it grows or shrinks:
 * nothing but the change itself can be told of it. On a machine that is busy the writer
 * may not get its turn while the file is read, which then stays unchanged. */
static void
test_changes (gconstpointer data)
{
  g_autofree char *space = g_strnfill (8 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (space, sample, space, NULL);
  g_autoptr (GFile) file = write_file ("changes.json", text);
  Writer writer = { g_file_peek_path (file), GPOINTER_TO_INT (data), 0 };
  GThread *thread = g_thread_new ("writer", write_on, &writer);

  for (guint i = 0; i < 50 && error == NULL; i++)
    {
      g_autoptr (RgmDataSet) data_set = rgm_load_file (file, NULL, NULL, &error);

      g_assert_true ((data_set == NULL) == (error != NULL));
    }

  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);

  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_true (g_str_has_suffix (error->message, ": the file changed while it was being read; try again"));
}

static void
test_stream (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (sample, (gssize) strlen (sample), NULL);
  g_autoptr (RgmDataSet) data_set = rgm_load_stream (stream, "STREAM", NULL, NULL, NULL);

  g_assert_nonnull (data_set);
}

static void
test_broken_stream (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (sample, 1000, NULL);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_input_stream_close (stream, NULL, NULL);
  g_assert_null (rgm_load_stream (stream, "STREAM", NULL, &faults, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "STREAM: the file could not be read: Stream is already closed");
}

static void
test_endless_stream (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rgm_load_stream (G_INPUT_STREAM (stream), "STREAM", NULL, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "STREAM: expected a file of at most 256 MB, found a larger one");
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) file = write_file ("cancelled.json", sample);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rgm_load_file (file, cancellable, &faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (faults);
}

/* In a thread. */

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  double cancel_at;
  double last;
  guint n_steps;
  guint n_beginnings;
  guint n_beginning;    /* trials of the last one */
  guint n_loaded;
  gboolean done;
  RgmDataSet *data_set;
  RgmFaults *faults;
  GError *error;
} Load;

static void
on_progress (double   fraction,
             gpointer data)
{
  Load *load = data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_false (load->done);
  g_assert_cmpfloat (fraction, >=, load->last);
  g_assert_cmpfloat (fraction, <=, 1);
  load->last = fraction;
  load->n_steps++;

  if (load->cancellable != NULL && fraction >= load->cancel_at)
    g_cancellable_cancel (load->cancellable);
}

/* What is read so far can be used as it is. */
static void
on_beginning_in_thread (RgmDataSet *data_set,
                        gpointer    data)
{
  Load *load = data;
  guint n = g_list_model_get_n_items (rgm_data_set_get_trials (data_set));
  g_autoptr (RgmTrial) last = g_list_model_get_item (rgm_data_set_get_trials (data_set), n - 1);

  g_assert_false (g_main_context_is_owner (NULL));
  g_assert_cmpuint (load->n_loaded, ==, 0);
  g_assert_cmpuint (n, >, load->n_beginning);
  g_assert_true (rgm_data_set_find_trial (data_set, last->id) == last);
  load->n_beginning = n;
  load->n_beginnings++;
}

static void
on_loaded_in_thread (RgmDataSet *data_set,
                     gpointer    data)
{
  Load *load = data;

  g_assert_false (g_main_context_is_owner (NULL));
  g_assert_nonnull (data_set);
  g_assert_false (load->done);
  load->n_loaded++;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Load *load = data;

  load->data_set = rgm_load_finish (result, &load->faults, &load->error);
  load->done = TRUE;
  g_main_loop_quit (load->loop);
}

static void
load_clear (Load *load)
{
  g_clear_pointer (&load->loop, g_main_loop_unref);
  g_clear_object (&load->cancellable);
  g_clear_object (&load->data_set);
  g_clear_pointer (&load->faults, rgm_faults_free);
  g_clear_error (&load->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static void
load_async (Load  *load,
            GFile *file)
{
  load->loop = g_main_loop_new (NULL, FALSE);
  rgm_load_async (file, on_progress, on_beginning_in_thread, on_loaded_in_thread, load, load->cancellable, on_loaded, load);
  g_main_loop_run (load->loop);

  /* No step may come now; if one does, it says so. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_async (void)
{
  g_autofree char *text = make_many_trials (sample, 1000);
  g_autoptr (GFile) file = write_file ("many.json", text);
  g_auto (Load) load = { 0 };

  load_async (&load, file);
  g_assert_no_error (load.error);
  g_assert_null (load.faults);
  g_assert_cmpuint (g_list_model_get_n_items (rgm_data_set_get_trials (load.data_set)), ==, 1001);
  g_assert_nonnull (rgm_data_set_find_arm (load.data_set, "t999:onemab", NULL));
  g_assert_cmpuint (load.n_beginnings, ==, 0);
  g_assert_cmpuint (load.n_steps, >=, 20);
  g_assert_cmpuint (load.n_steps, <=, 101);
  g_assert_cmpfloat (load.last, >, 0.9);
}

static void
test_async_beginning (void)
{
  g_autofree char *text = make_many_trials (sample, 5000);
  g_autoptr (GFile) file = write_file ("long.json", text);
  g_auto (Load) load = { 0 };
  g_auto (Load) faulty = { 0 };
  char *first = strstr (text, "\"n\": 53");

  load_async (&load, file);
  g_assert_no_error (load.error);
  g_assert_cmpuint (load.n_beginnings, ==, 1);
  g_assert_cmpuint (load.n_beginning, ==, 2000);
  g_assert_cmpuint (g_list_model_get_n_items (rgm_data_set_get_trials (load.data_set)), ==, 5001);

  /* What is at fault isn't shown. */
  memcpy (first, "\"n\": 00", strlen ("\"n\": 53"));
  g_clear_object (&file);
  file = write_file ("long-faulty.json", text);
  load_async (&faulty, file);
  g_assert_error (faulty.error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpuint (faulty.n_beginnings, ==, 0);
}

static void
test_async_embedded (void)
{
  g_auto (Load) load = { 0 };

  load_async (&load, NULL);
  g_assert_no_error (load.error);
  g_assert_nonnull (load.data_set);
  g_assert_cmpuint (load.n_loaded, ==, 1);
}

static void
test_async_faults (void)
{
  g_autofree char *text = make_many_trials (sample, 100);
  g_autoptr (GFile) file = NULL;
  g_auto (Load) load = { 0 };
  char *last = g_strrstr (text, "\"n\": 53");

  memcpy (last, "\"n\": 00", strlen ("\"n\": 53"));
  file = write_file ("faulty.json", text);

  load_async (&load, file);
  g_assert_null (load.data_set);
  g_assert_error (load.error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpuint (load.n_loaded, ==, 0);
  g_assert_cmpuint (rgm_faults_get_size (load.faults), ==, 1);
  g_assert_cmpstr (rgm_faults_get (load.faults, 0)->path, ==, "$.trials[99].arms[0].n");
}

static void
test_async_cancel (void)
{
  g_autofree char *text = make_many_trials (sample, 5000);
  g_autoptr (GFile) file = write_file ("cancel.json", text);
  g_auto (Load) load = { .cancellable = g_cancellable_new (), .cancel_at = 0.1 };

  load_async (&load, file);
  g_assert_null (load.data_set);
  g_assert_null (load.faults);
  g_assert_error (load.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (load.last, <, 0.9);
}

/* A file with the embedded data set's id is the same only byte by byte. */
static void
test_changed_copy (void)
{
  g_autoptr (RgmDataSet) embedded = rgm_load_embedded (NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "resources", "evidence", "her2-colorectal.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other = write_file ("sample.json", sample);
  g_autoptr (GFile) changed = NULL;
  g_autoptr (RgmDataSet) of_other = rgm_load_file (other, NULL, NULL, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  text[strlen (text) - 1] = ' ';
  changed = write_file ("changed.json", text);

  g_assert_false (rgm_load_is_changed_copy (embedded, file));
  g_assert_true (rgm_load_is_changed_copy (embedded, changed));
  g_assert_nonnull (of_other);
  g_assert_false (rgm_load_is_changed_copy (of_other, other));
}

/* Ten thousand trials load while one waits. The limit is generous: it is there for
 * what takes the square of the time. */
static void
test_ten_thousand (void)
{
  g_autofree char *text = make_many_trials (sample, 10000);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  gint64 start = test_get_processor_time ();
  g_autoptr (RgmDataSet) data_set = rgm_load_bytes (bytes, "MANY", NULL, NULL, NULL);

  g_assert_nonnull (data_set);
  g_assert_cmpint (test_get_processor_time () - start, <, 20 * test_get_patience () * G_USEC_PER_SEC);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_file_get_contents (path, &sample, NULL, &error);
  g_assert_no_error (error);
  folder = g_dir_make_tmp ("rgm-load-XXXXXX", &error);
  g_assert_no_error (error);

  g_test_add_func ("/load/file/good", test_good);
  g_test_add_func ("/load/file/empty", test_empty);
  g_test_add_func ("/load/file/missing", test_missing);
  g_test_add_func ("/load/file/folder", test_folder);
  g_test_add_func ("/load/file/pipe", test_pipe);
  g_test_add_func ("/load/file/device", test_device);
  g_test_add_func ("/load/file/broken-link", test_broken_link);
  g_test_add_func ("/load/file/link", test_link);
  g_test_add_func ("/load/file/unreadable", test_unreadable);
  g_test_add_func ("/load/file/too-large", test_too_large);
  g_test_add_data_func ("/load/file/grows", GINT_TO_POINTER (FALSE), test_changes);
  g_test_add_data_func ("/load/file/shrinks", GINT_TO_POINTER (TRUE), test_changes);
  g_test_add_func ("/load/file/stream", test_stream);
  g_test_add_func ("/load/file/broken-stream", test_broken_stream);
  g_test_add_func ("/load/file/endless-stream", test_endless_stream);
  g_test_add_func ("/load/file/cancelled", test_cancelled);
  g_test_add_func ("/load/file/async", test_async);
  g_test_add_func ("/load/file/async-beginning", test_async_beginning);
  g_test_add_func ("/load/file/async-embedded", test_async_embedded);
  g_test_add_func ("/load/file/async-faults", test_async_faults);
  g_test_add_func ("/load/file/async-cancel", test_async_cancel);
  g_test_add_func ("/load/file/changed-copy", test_changed_copy);
  g_test_add_func ("/load/file/ten-thousand", test_ten_thousand);

  status = g_test_run ();
  remove_folder ();

  return status;
}
