/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-opener.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* By then the first view is laid out and drawn; the trimming waits for whatever else there is to do. */
#define SETTLED_SECONDS 1

/* Loading and indexing are one piece of work, in one thread, and what is open in one
 * window is shared by the next:
 *
 *     file ── etag ──> shared? ── yes ─────────────────────────────────> RgmIndex
 *                         └────── no ──> [thread] RgmDataSet ── RgmIndex ───┘
 */

typedef struct
{
  GTask           *task;          /* whose data this is */
  GFile           *file;          /* NULL for the embedded data set */
  char            *key;           /* of the shared index */
  RgmLoadProgress  progress;
  RgmOpenBeginning beginning;
  gpointer         callback_data;
  RgmIndex        *index;
  gboolean         is_changed_copy;
  RgmFaults       *faults;
} OpeningTask;

static void
opening_task_free (gpointer data)
{
  OpeningTask *opening = data;

  g_clear_object (&opening->file);
  g_clear_object (&opening->index);
  g_clear_pointer (&opening->faults, rgm_faults_free);
  g_free (opening->key);
  g_free (opening);
}

/* ── What is open already ────────────────────────────────────────────────────── */

typedef struct
{
  GWeakRef index;
  gboolean is_changed_copy;
} SharedIndex;

static void
shared_index_free (gpointer data)
{
  SharedIndex *shared = data;

  g_weak_ref_clear (&shared->index);
  g_free (shared);
}

static GHashTable *
get_shared (void)
{
  static GHashTable *shared = NULL;

  if (shared == NULL)
    shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shared_index_free);

  return shared;
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer data)
{
  g_autoptr (RgmIndex) index = g_weak_ref_get (&((SharedIndex *) value)->index);

  return index == NULL;
}

static void
share (const OpeningTask *opening)
{
  SharedIndex *shared;

  g_hash_table_foreach_remove (get_shared (), is_gone, NULL);
  if (opening->key == NULL)
    return;

  shared = g_new0 (SharedIndex, 1);
  g_weak_ref_init (&shared->index, opening->index);
  shared->is_changed_copy = opening->is_changed_copy;
  g_hash_table_insert (get_shared (), g_strdup (opening->key), shared);
}

static gboolean
take_shared (OpeningTask *opening)
{
  SharedIndex *shared = g_hash_table_lookup (get_shared (), opening->key);

  opening->index = shared != NULL ? g_weak_ref_get (&shared->index) : NULL;
  opening->is_changed_copy = shared != NULL && shared->is_changed_copy;

  return opening->index != NULL;
}

/* ── Loading ─────────────────────────────────────────────────────────────────── */

/* The beginning of a file on its way from the thread to the main context. */
typedef struct
{
  GTask    *task;
  RgmIndex *index;
  gboolean  is_changed_copy;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_object_unref (beginning->task);
  g_object_unref (beginning->index);
  g_free (beginning);
}

static gboolean
show_beginning (gpointer data)
{
  Beginning *beginning = data;
  OpeningTask *opening = g_task_get_task_data (beginning->task);

  if (!g_task_get_completed (beginning->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (beginning->task)))
    opening->beginning (beginning->index, opening->file, beginning->is_changed_copy, opening->callback_data);

  return G_SOURCE_REMOVE;
}

/* In the thread. It gets the task's priority, so that none arrives after the result. */
static void
on_beginning (RgmDataSet *data_set,
              gpointer    data)
{
  OpeningTask *opening = data;
  Beginning *beginning = g_new0 (Beginning, 1);

  beginning->task = g_object_ref (opening->task);
  beginning->index = rgm_index_new (data_set);
  beginning->is_changed_copy = opening->file != NULL && rgm_load_is_changed_copy (data_set, opening->file);
  g_idle_add_full (g_task_get_priority (opening->task), show_beginning, beginning, beginning_free);
}

/* In the thread. */
static void
on_loaded (RgmDataSet *data_set,
           gpointer    data)
{
  OpeningTask *opening = data;

  opening->index = rgm_index_new (data_set);
  opening->is_changed_copy = opening->file != NULL && rgm_load_is_changed_copy (data_set, opening->file);
}

static void
on_progress (double   fraction,
             gpointer data)
{
  OpeningTask *opening = data;

  if (opening->progress != NULL)
    opening->progress (fraction, opening->callback_data);
}

/* What loading and the first layout needed for a moment goes back to the system: a third of
 * the heap of a new window. */
static gboolean
trim_heap (gpointer data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  OpeningTask *opening = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_finish (result, &opening->faults, &error);

  if (data_set == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  share (opening);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, SETTLED_SECONDS, trim_heap, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
open_task (GTask *task)
{
  OpeningTask *opening = g_task_get_task_data (task);

  if (opening->key != NULL && take_shared (opening))
    g_task_return_boolean (task, TRUE);
  else
    rgm_load_async (opening->file, on_progress, opening->beginning != NULL ? on_beginning : NULL, on_loaded, opening, g_task_get_cancellable (task), on_done,
                    g_object_ref (task));
}

/* A file whose etag can't be had is opened all the same; loading says what is wrong. */
static void
on_etag (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  OpeningTask *opening = g_task_get_task_data (task);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info != NULL && g_file_info_get_etag (info) != NULL)
    {
      g_autofree char *uri = g_file_get_uri (opening->file);

      opening->key = g_strconcat (g_file_info_get_etag (info), " ", uri, NULL);
    }
  open_task (task);
}

/**
 * rgm_open_async:
 * @file: (nullable): a data set's file, or %NULL for the embedded data set
 * @progress: (nullable): called in the main thread with how much is read, from 0 to 1
 * @beginning: (nullable): called in the main thread with what is read so far, a few times while a long file is read
 * @callback_data: what both are called with; must live until @callback
 * @cancellable: (nullable): what ends it early
 * @callback: called when the data set is open, or isn't
 * @user_data: what it is called with
 *
 * Loads a data set and makes it ready for searching, off the main thread. A data set that
 * is open in a window, in the same version of its file, is shared.
 */
void
rgm_open_async (GFile               *file,
                RgmLoadProgress      progress,
                RgmOpenBeginning     beginning,
                gpointer             callback_data,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpeningTask *opening = g_new0 (OpeningTask, 1);

  opening->file = file != NULL ? g_object_ref (file) : NULL;
  opening->progress = progress;
  opening->task = task;
  opening->beginning = beginning;
  opening->callback_data = callback_data;
  g_task_set_source_tag (task, rgm_open_async);
  g_task_set_task_data (task, opening, opening_task_free);

  if (file != NULL)
    {
      g_file_query_info_async (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, cancellable,
                               on_etag, g_object_ref (task));
    }
  else
    {
      opening->key = g_strdup ("");
      open_task (task);
    }
}

/**
 * rgm_open_finish:
 * @result: what the callback got
 * @file: (out) (transfer full) (nullable): the file, or %NULL for the embedded data set
 * @is_changed_copy: (out): whether it has the id of the embedded data set, and isn't the same
 * @faults: (out) (transfer full) (nullable): every fault of a bad data set
 * @error: the return location for an error
 *
 * Returns: (transfer full) (nullable): the index of the data set, or %NULL with @error set
 */
RgmIndex *
rgm_open_finish (GAsyncResult  *result,
                 GFile        **file,
                 gboolean      *is_changed_copy,
                 RgmFaults    **faults,
                 GError       **error)
{
  OpeningTask *opening = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, rgm_open_async), NULL);

  *file = g_steal_pointer (&opening->file);
  *faults = g_steal_pointer (&opening->faults);
  *is_changed_copy = opening->is_changed_copy;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_steal_pointer (&opening->index);
}
