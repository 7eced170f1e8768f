/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-opener.h"

/* Opening is two pieces of work, both in a thread of their own:
 *
 *     file ── rgm_load_…_async ──> RgmDataSet ── rgm_index_new ──> RgmIndex
 */

static void
build_index (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  RgmDataSet *data_set = g_object_get_data (G_OBJECT (task), "data-set");

  g_task_return_pointer (task, rgm_index_new (data_set), g_object_unref);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  RgmFaults *faults = NULL;
  GError *error = NULL;
  RgmDataSet *data_set = rgm_load_finish (result, &faults, &error);

  if (data_set == NULL)
    {
      if (faults != NULL)
        g_object_set_data_full (G_OBJECT (task), "faults", faults, (GDestroyNotify) rgm_faults_free);
      g_task_return_error (task, error);
      return;
    }

  g_clear_pointer (&faults, rgm_faults_free);
  g_object_set_data_full (G_OBJECT (task), "data-set", data_set, g_object_unref);
  g_task_run_in_thread (task, build_index);
}

/**
 * rgm_open_async:
 * @file: (nullable): a data set's file, or %NULL for the embedded data set
 * @progress: (nullable) (scope notified): called in the main thread with how much is read, from 0 to 1
 * @progress_data: what it is called with; must live until @callback
 * @cancellable: (nullable): what ends it early
 * @callback: called when the data set is open, or isn't
 * @user_data: what it is called with
 *
 * Loads a data set and makes it ready for searching, off the main thread.
 */
void
rgm_open_async (GFile               *file,
                RgmLoadProgress      progress,
                gpointer             progress_data,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, rgm_open_async);
  if (file != NULL)
    {
      g_task_set_task_data (task, g_object_ref (file), g_object_unref);
      rgm_load_file_async (file, progress, progress_data, cancellable, on_loaded, task);
    }
  else
    {
      rgm_load_embedded_async (progress, progress_data, cancellable, on_loaded, task);
    }
}

/**
 * rgm_open_finish:
 * @result: what the callback got
 * @file: (out) (transfer full) (nullable): the file, or %NULL for the embedded data set
 * @faults: (out) (transfer full) (nullable): every fault of a bad data set
 * @error: the return location for an error
 *
 * Returns: (transfer full) (nullable): the index of the data set, or %NULL with @error set
 */
RgmIndex *
rgm_open_finish (GAsyncResult  *result,
                 GFile        **file,
                 RgmFaults    **faults,
                 GError       **error)
{
  GTask *task = G_TASK (result);
  GFile *task_file = g_task_get_task_data (task);

  g_return_val_if_fail (g_async_result_is_tagged (result, rgm_open_async), NULL);

  *file = task_file != NULL ? g_object_ref (task_file) : NULL;
  *faults = g_object_steal_data (G_OBJECT (task), "faults");

  return g_task_propagate_pointer (task, error);
}
