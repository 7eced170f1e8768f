/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-import-read.h"
#include "rgm-import-task.h"

#define PROGRESS_STEPS 1000

/* Others' files are read and merged in a thread; the data set that is open is immutable, so
 * that the thread may read it too. */
typedef struct
{
  GPtrArray  *files;      /* of GFile; NULL where text was pasted */
  GBytes     *pasted;
  RgmDataSet *base;
  guint       n_read;     /* files that are read whole; in the thread */
  gint        progress;   /* atomic, in thousandths */
} ImportTask;

static void
import_task_free (gpointer data)
{
  ImportTask *self = data;

  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_object_unref (self->base);
  g_free (self);
}

void
rgm_import_review_free (RgmImportReview *self)
{
  g_clear_pointer (&self->import, rgm_import_free);
  g_clear_object (&self->base);
  g_clear_object (&self->proposed);
  g_clear_pointer (&self->choices, rgm_merge_choices_free);
  g_clear_pointer (&self->merge, rgm_merge_free);
  g_free (self);
}

/**
 * rgm_import_review_update:
 * @self: a review
 *
 * Merges again, by what was decided meanwhile.
 */
void
rgm_import_review_update (RgmImportReview *self)
{
  g_autoptr (RgmDataSet) answered = rgm_import_answer (self->import, self->proposed);

  g_clear_pointer (&self->merge, rgm_merge_free);
  self->merge = rgm_merge_new (self->base, answered, self->choices);
}

/**
 * rgm_import_review_is_empty:
 * @self: a review
 *
 * Returns: whether the files have nothing that could be taken
 */
gboolean
rgm_import_review_is_empty (RgmImportReview *self)
{
  return self->proposed->trials->len == 0 && self->proposed->sources->len == 0;
}

static void
on_progress (double   fraction,
             gpointer data)
{
  ImportTask *self = data;
  guint n = self->files != NULL ? MAX (self->files->len, 1) : 1;

  g_atomic_int_set (&self->progress, (gint) (PROGRESS_STEPS * (self->n_read + fraction) / n));
}

/* Of a data set that would put other publications under the sources of this one nothing is taken. */
static void
refuse_mistaken (RgmImportReview *review)
{
  g_autofree char *id = review->import->data_set != NULL ? rgm_merge_find_mistaken (review->base, review->import->data_set) : NULL;

  if (id == NULL)
    return;

  rgm_refusals_add (review->import->refusals, "sources",
                    _("the source “%s” is not the same publication as in the data set that is open; give it another id in one of them"), id);
  g_clear_object (&review->import->data_set);
}

static void
read_all (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  ImportTask *self = task_data;
  g_autoptr (RgmImportReview) review = g_new0 (RgmImportReview, 1);

  review->import = rgm_import_new ();
  review->import->merges = TRUE;
  review->import->progress = on_progress;
  review->import->progress_data = self;
  review->base = g_object_ref (self->base);
  review->choices = rgm_merge_choices_new ();

  if (self->pasted != NULL)
    rgm_import_read (review->import, self->pasted, _("Clipboard"), cancellable);
  for (guint i = 0; self->files != NULL && i < self->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      rgm_import_read_file (review->import, g_ptr_array_index (self->files, i), cancellable);
      self->n_read++;
    }
  review->import->progress = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  refuse_mistaken (review);
  review->proposed = rgm_import_propose (review->import);
  rgm_import_review_update (review);
  g_task_return_pointer (task, g_steal_pointer (&review), (GDestroyNotify) rgm_import_review_free);
}

/**
 * rgm_import_task_start:
 * @files: (nullable) (element-type GFile): files
 * @pasted: (nullable): text in place of files
 * @base: the data set that is open
 * @cancellable: what ends it early
 * @callback: called when the files are read
 * @user_data: what it is called with
 *
 * Returns: (transfer full): the task, for rgm_import_task_get_progress()
 */
GTask *
rgm_import_task_start (GPtrArray           *files,
                       GBytes              *pasted,
                       RgmDataSet          *base,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  ImportTask *self = g_new0 (ImportTask, 1);

  self->files = files != NULL ? g_ptr_array_ref (files) : NULL;
  self->pasted = pasted != NULL ? g_bytes_ref (pasted) : NULL;
  self->base = g_object_ref (base);
  g_task_set_source_tag (task, rgm_import_task_start);
  g_task_set_task_data (task, self, import_task_free);
  g_task_run_in_thread (task, read_all);

  return task;
}

/**
 * rgm_import_task_get_progress:
 * @task: what rgm_import_task_start() returned
 *
 * Returns: how much is read, from 0 to 1
 */
double
rgm_import_task_get_progress (GTask *task)
{
  ImportTask *self = g_task_get_task_data (task);

  return (double) g_atomic_int_get (&self->progress) / PROGRESS_STEPS;
}

/**
 * rgm_import_task_finish:
 * @result: what the callback got
 * @error: the return location for an error
 *
 * Returns: (transfer full) (nullable): what was read; %NULL if it was cancelled
 */
RgmImportReview *
rgm_import_task_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rgm_import_task_start), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
