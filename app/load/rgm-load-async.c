/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-error.h"
#include "rgm-load-private.h"

/* Progress is told no more often than this: a hundred times for a whole load. */
#define PROGRESS_STEP 0.01

/* A loading in a thread. The thread owns everything but @progress, which belongs to the context that asked. */
typedef struct
{
  GFile *file;              /* NULL for the data set in the program */
  RgmFaults *faults;
  RgmLoaded beginning;
  RgmLoaded loaded;

  RgmLoadProgress progress;
  gpointer callback_data;
  double last_told;
} Job;

/* One step on its way from the thread to the context that asked. */
typedef struct
{
  GTask *task;
  double fraction;
} Step;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->faults, rgm_faults_free);
  g_free (job);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
tell_step (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    job->progress (step->fraction, job->callback_data);

  return G_SOURCE_REMOVE;
}

/* In the thread. */
static void
hand_over_beginning (RgmDataSet *data_set,
                     gpointer    data)
{
  Job *job = g_task_get_task_data (data);

  job->beginning (data_set, job->callback_data);
}

/* In the thread. The step gets the task's priority, so that none arrives after the result. */
static void
send_step (double   fraction,
           gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  Step *step;

  if (fraction - job->last_told < PROGRESS_STEP)
    return;

  job->last_told = fraction;
  step = g_new0 (Step, 1);
  step->task = g_object_ref (task);
  step->fraction = fraction;

  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, tell_step, step, step_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  RgmLoad load = { .cancellable = cancellable, .faults = rgm_faults_new () };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  RgmDataSet *data_set = NULL;

  load.callback_data = task;
  load.progress = job->progress != NULL ? send_step : NULL;
  load.beginning = job->beginning != NULL ? hand_over_beginning : NULL;

  name = job->file != NULL ? g_file_get_parse_name (job->file) : rgm_load_embedded_name ();
  bytes = job->file != NULL ? rgm_load_read_file (&load, job->file) : rgm_load_read_embedded (&load);

  if (bytes != NULL)
    data_set = rgm_load_from_bytes (&load, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  data_set = rgm_load_end (&load, data_set, name, &job->faults, &error);

  if (data_set != NULL && job->loaded != NULL)
    job->loaded (data_set, job->callback_data);
  if (data_set != NULL)
    g_task_return_pointer (task, data_set, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * rgm_load_async:
 * @file: (nullable): a file, or %NULL for the data set in the program
 * @progress: (nullable): told how far it has got, in the context that asked
 * @beginning: (nullable): called with a data set of the trials that are read so far, in the thread, a few times while a
 *   long file is read and nothing in it was at fault; without what comes after the trials
 * @loaded: (nullable): called with the data set, in the thread, before it is handed over
 * @data: for @progress, @beginning and @loaded; must live until @callback
 * @cancellable: (nullable): cancels it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As rgm_load_file() or rgm_load_embedded(), in a thread of its own.
 */
void
rgm_load_async (GFile               *file,
                RgmLoadProgress      progress,
                RgmLoaded            beginning,
                RgmLoaded            loaded,
                gpointer             data,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (file == NULL || G_IS_FILE (file));

  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->progress = progress;
  job->loaded = loaded;
  job->beginning = beginning;
  job->callback_data = data;

  g_task_set_source_tag (task, rgm_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

/**
 * rgm_load_finish:
 * @result: what the callback was given
 * @faults: (out) (optional) (transfer full) (nullable): as for rgm_load_bytes()
 * @error: the return location for an error, as for rgm_load_bytes()
 *
 * Ends rgm_load_async().
 *
 * Returns: (transfer full) (nullable): the whole data set, or %NULL
 */
RgmDataSet *
rgm_load_finish (GAsyncResult  *result,
                 RgmFaults    **faults,
                 GError       **error)
{
  g_autoptr (GError) own_error = NULL;
  RgmDataSet *data_set;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rgm_load_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  data_set = g_task_propagate_pointer (G_TASK (result), &own_error);

  if (faults != NULL)
    *faults = g_error_matches (own_error, RGM_ERROR, RGM_ERROR_INPUT) ? g_steal_pointer (&job->faults) : NULL;

  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return data_set;
}
