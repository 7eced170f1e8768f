/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rgm-journal-record.h"
#include "rgm-journal.h"
#include "rgm-store-library.h"
#include "rgm-store-save.h"
#include "rgm-store-write.h"
#include "rgm-typed-texts.h"

/* Once the steps take as much as this, and as much as the base, the document is written whole again. */
#define LEAST_TO_COMPACT (256 * 1024)

struct _RgmJournal
{
  GObject     parent_instance;

  GFile      *document;

  GMutex      mutex;
  GCond       is_idle;
  RgmDataSet *pending;   /* what is kept next */
  GVariant   *pending_texts;
  gboolean    is_busy;   /* a thread writes */
  GError     *fault;     /* of what was kept last */

  /* Of the thread that writes, or of nobody. */
  GFile      *file;      /* of this journal and no other; NULL where none is begun */
  int         fd;        /* its lock tells that somebody is at work on it; -1 where there is none */
  GBytes     *kept;      /* the document as the journal gives it */
  GVariant   *beside;    /* and what stands beside it */
  gsize       n_base;
  gsize       n_whole;   /* bytes of whole records */
};

G_DEFINE_FINAL_TYPE (RgmJournal, rgm_journal, G_TYPE_OBJECT)

static guint fault_signal;

/* ── Writing ─────────────────────────────────────────────────────────────────── */

static void
end_journal (RgmJournal *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->kept, g_bytes_unref);
  g_clear_pointer (&self->beside, g_variant_unref);
}

static void
set_kept (RgmJournal *self,
          GBytes     *document,
          GVariant   *beside)
{
  g_bytes_ref (document);
  g_variant_ref (beside);
  g_clear_pointer (&self->kept, g_bytes_unref);
  g_clear_pointer (&self->beside, g_variant_unref);
  self->kept = document;
  self->beside = beside;
}

static GBytes *
join (GBytes *first,
      GBytes *second)
{
  GByteArray *joined = g_byte_array_new ();

  if (first != NULL)
    g_byte_array_append (joined, g_bytes_get_data (first, NULL), (guint) g_bytes_get_size (first));
  if (second != NULL)
    g_byte_array_append (joined, g_bytes_get_data (second, NULL), (guint) g_bytes_get_size (second));

  return g_byte_array_free_to_bytes (joined);
}

static gboolean
begin_journal (RgmJournal *self,
               GBytes     *document,
               GVariant   *beside,
               GError    **error)
{
  g_autoptr (GBytes) base = rgm_journal_make_base (document);
  g_autoptr (GBytes) first = rgm_journal_make_beside (beside);
  g_autoptr (GBytes) both = join (base, first);
  g_autoptr (GFile) file = self->file != NULL ? g_object_ref (self->file) : rgm_unsaved_make_file (self->document);

  if (!rgm_store_save (both, file, NULL, error))
    {
      if (self->file == NULL)
        g_file_delete (file, NULL, NULL);
      return FALSE;
    }

  end_journal (self);
  g_set_object (&self->file, file);
  /* Where it can't be opened, the next step is written whole like this one. */
  self->fd = g_open (g_file_peek_path (file), O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  if (self->fd >= 0)
    flock (self->fd, LOCK_EX | LOCK_NB);
  set_kept (self, document, beside);
  self->n_base = self->n_whole = g_bytes_get_size (both);

  return TRUE;
}

/* Whether the file is still there and ends with the last whole record: somebody may have deleted or replaced it. */
static gboolean
is_appendable (RgmJournal *self)
{
  struct stat info;

  return self->fd >= 0 && fstat (self->fd, &info) == 0 && info.st_nlink > 0 && (gsize) info.st_size == self->n_whole;
}

static gboolean
append (RgmJournal *self,
        GBytes     *step)
{
  gsize size;
  const char *p = g_bytes_get_data (step, &size);
  const gsize n_step = size;

  while (size > 0)
    {
      gssize n = write (self->fd, p, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          p += n;
          size -= (gsize) n;
        }
    }
  if (fsync (self->fd) != 0)
    return FALSE;
  self->n_whole += n_step;

  return TRUE;
}

/* In a thread. */
static gboolean
keep (RgmJournal *self,
      RgmDataSet *revision,
      GVariant   *texts,
      GError    **error)
{
  g_autoptr (GBytes) document = rgm_store_write_data_set (revision);
  g_autofree char *uri = g_file_get_uri (self->document);
  g_autoptr (GVariant) beside = g_variant_ref_sink (g_variant_new ("(s@a{ss})", uri, texts));
  g_autoptr (GBytes) step = NULL;
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GBytes) both = NULL;

  if (!is_appendable (self) || self->n_whole - self->n_base > MAX (self->n_base, LEAST_TO_COMPACT))
    return begin_journal (self, document, beside, error);

  if (!g_bytes_equal (self->kept, document))
    step = rgm_journal_make_step (self->kept, document);
  if (!g_variant_equal (self->beside, beside))
    rest = rgm_journal_make_beside (beside);
  if (step == NULL && rest == NULL)
    return TRUE;

  both = join (step, rest);
  if (append (self, both))
    {
      set_kept (self, document, beside);
      return TRUE;
    }

  /* The steps before stand, whatever becomes of this one. */
  if (ftruncate (self->fd, (off_t) self->n_whole) != 0)
    end_journal (self);

  return begin_journal (self, document, beside, error);
}

static gboolean
tell_fault (gpointer data)
{
  RgmJournal *self = data;
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&self->mutex);
  error = self->fault != NULL ? g_error_copy (self->fault) : NULL;
  g_mutex_unlock (&self->mutex);
  if (error != NULL)
    g_signal_emit (self, fault_signal, 0, error->message);

  return G_SOURCE_REMOVE;
}

static void
write_pending (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  RgmJournal *self = source;

  g_mutex_lock (&self->mutex);
  while (self->pending != NULL)
    {
      g_autoptr (RgmDataSet) revision = g_steal_pointer (&self->pending);
      g_autoptr (GVariant) texts = g_steal_pointer (&self->pending_texts);
      GError *error = NULL;

      g_mutex_unlock (&self->mutex);
      keep (self, revision, texts, &error);
      g_mutex_lock (&self->mutex);
      g_clear_error (&self->fault);
      self->fault = error;
      if (error != NULL)
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_fault, g_object_ref (self), g_object_unref);
    }
  self->is_busy = FALSE;
  g_cond_broadcast (&self->is_idle);
  g_mutex_unlock (&self->mutex);
  g_task_return_boolean (task, TRUE);
}

/**
 * rgm_journal_keep:
 * @self: a journal
 * @revision: the document after a step, or after undoing or redoing one
 * @texts: what was typed into it and can't be stored, see rgm-typed-texts.h
 *
 * Keeps the step soon. Steps that are made while another one is written are kept as one.
 */
void
rgm_journal_keep (RgmJournal *self,
                  RgmDataSet *revision,
                  GVariant   *texts)
{
  gboolean is_busy;

  g_return_if_fail (RGM_IS_JOURNAL (self));
  g_return_if_fail (RGM_IS_DATA_SET (revision));

  if (self->document == NULL)
    return;

  g_mutex_lock (&self->mutex);
  g_set_object (&self->pending, revision);
  g_clear_pointer (&self->pending_texts, g_variant_unref);
  self->pending_texts = g_variant_ref (texts);
  is_busy = self->is_busy;
  self->is_busy = TRUE;
  g_mutex_unlock (&self->mutex);

  if (!is_busy)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

      g_task_set_source_tag (task, rgm_journal_keep);
      g_task_run_in_thread (task, write_pending);
    }
}

static void
wait_until_idle (RgmJournal *self)
{
  while (self->is_busy)
    g_cond_wait (&self->is_idle, &self->mutex);
}

/**
 * rgm_journal_flush:
 * @self: a journal
 * @error: return location for an error
 *
 * Waits until what is to be kept is on the disk.
 *
 * Returns: whether the last step is
 */
gboolean
rgm_journal_flush (RgmJournal *self,
                   GError    **error)
{
  gboolean is_kept;

  g_return_val_if_fail (RGM_IS_JOURNAL (self), FALSE);

  g_mutex_lock (&self->mutex);
  wait_until_idle (self);
  is_kept = self->fault == NULL;
  if (!is_kept && error != NULL)
    *error = g_error_copy (self->fault);
  g_mutex_unlock (&self->mutex);

  return is_kept;
}

/* Once the document is no longer edited: what was kept is on the disk, for whoever finds it. */
void
rgm_journal_end (RgmJournal *self)
{
  g_return_if_fail (RGM_IS_JOURNAL (self));

  g_mutex_lock (&self->mutex);
  wait_until_idle (self);
  end_journal (self);
  g_mutex_unlock (&self->mutex);
}

/* Once the document is saved, or its changes are given up. The next step begins a new journal. */
void
rgm_journal_forget (RgmJournal *self)
{
  g_return_if_fail (RGM_IS_JOURNAL (self));

  g_mutex_lock (&self->mutex);
  g_clear_object (&self->pending);
  g_clear_pointer (&self->pending_texts, g_variant_unref);
  wait_until_idle (self);
  end_journal (self);
  if (self->file != NULL)
    g_file_delete (self->file, NULL, NULL);
  g_clear_object (&self->file);
  g_clear_error (&self->fault);
  g_mutex_unlock (&self->mutex);
}

/**
 * rgm_journal_set_document:
 * @self: a journal
 * @file: (nullable): the file of the document from now on
 *
 * Forgets what was kept. A document without a file is not kept.
 */
void
rgm_journal_set_document (RgmJournal *self,
                          GFile      *file)
{
  g_return_if_fail (RGM_IS_JOURNAL (self));

  rgm_journal_forget (self);
  g_set_object (&self->document, file);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_journal_finalize (GObject *object)
{
  RgmJournal *self = RGM_JOURNAL (object);

  /* A thread that writes has a reference. */
  end_journal (self);
  g_clear_error (&self->fault);
  g_clear_object (&self->pending);
  g_clear_pointer (&self->pending_texts, g_variant_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->is_idle);

  G_OBJECT_CLASS (rgm_journal_parent_class)->finalize (object);
}

static void
rgm_journal_class_init (RgmJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_journal_finalize;

  fault_signal = g_signal_new ("fault", RGM_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rgm_journal_init (RgmJournal *self)
{
  self->fd = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_idle);
}

/**
 * rgm_journal_new:
 * @file: (nullable): the file of a document
 *
 * Returns: (transfer full): a journal of it, which begins with the first step
 */
RgmJournal *
rgm_journal_new (GFile *file)
{
  RgmJournal *self = g_object_new (RGM_TYPE_JOURNAL, NULL);

  g_set_object (&self->document, file);

  return self;
}
