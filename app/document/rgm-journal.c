/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rgm-journal.h"

#include "rgm-store-library.h"
#include "rgm-store-save.h"
#include "rgm-store-write.h"

/* A journal is a row of records:
 *
 *     base 0 0 LENGTH CHECKSUM      the document as it was when the journal was begun
 *     TEXT
 *     step OFFSET REMOVED LENGTH CHECKSUM
 *     TEXT
 *
 * A step puts TEXT, of LENGTH bytes, in place of REMOVED bytes at OFFSET of the document so far, in the canonical form. The
 * checksum is that of the words before it and of TEXT. Undoing and redoing are steps like others. The base is written whole
 * or not at all; a step is appended and synced. Where a step is torn or damaged, those before it stand, and those after it
 * are of no use without it. */

#define BASE "base"
#define STEP "step"
#define SPACE_OF_HEAD 256

/* Once the steps take as much as this, and as much as the base, the document is written whole again. */
#define LEAST_TO_COMPACT (256 * 1024)

struct _RgmJournal
{
  GObject     parent_instance;

  GFile      *document;
  GFile      *file;

  GMutex      mutex;
  GCond       is_idle;
  RgmDataSet *pending;   /* what is kept next */
  gboolean    is_busy;   /* a thread writes */
  GError     *fault;     /* of what was kept last */

  /* Of the thread that writes, or of nobody. */
  int         fd;        /* -1 where no journal is begun */
  GBytes     *kept;      /* the document as the journal gives it */
  gsize       n_base;
  gsize       n_whole;   /* bytes of whole records */
  gboolean    is_begun;  /* there may be a file of this journal */
};

G_DEFINE_FINAL_TYPE (RgmJournal, rgm_journal, G_TYPE_OBJECT)

static guint fault_signal;

/* ── Records ─────────────────────────────────────────────────────────────────── */

static char *
compute_checksum (const char *words,
                  const char *text,
                  gsize       length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) words, -1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);

  return g_strdup (g_checksum_get_string (checksum));
}

static GBytes *
record_new (const char *kind,
            gsize       offset,
            gsize       removed,
            const char *text,
            gsize       length)
{
  g_autofree char *words =
    g_strdup_printf ("%s %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " ", kind, offset, removed, length);
  g_autofree char *checksum = compute_checksum (words, text, length);
  GByteArray *record = g_byte_array_new ();

  g_byte_array_append (record, (const guint8 *) words, (guint) strlen (words));
  g_byte_array_append (record, (const guint8 *) checksum, (guint) strlen (checksum));
  g_byte_array_append (record, (const guint8 *) "\n", 1);
  g_byte_array_append (record, (const guint8 *) text, (guint) length);
  g_byte_array_append (record, (const guint8 *) "\n", 1);

  return g_byte_array_free_to_bytes (record);
}

static GBytes *
step_new (GBytes *before,
          GBytes *after)
{
  gsize n_before, n_after;
  const char *old = g_bytes_get_data (before, &n_before);
  const char *new = g_bytes_get_data (after, &n_after);
  gsize least = MIN (n_before, n_after);
  gsize start = 0, end = 0;

  while (start < least && old[start] == new[start])
    start++;
  while (end < least - start && old[n_before - 1 - end] == new[n_after - 1 - end])
    end++;

  return record_new (STEP, start, n_before - start - end, new + start, n_after - start - end);
}

/* Takes a number and the space after it. */
static gboolean
read_number (const char **p,
             gsize       *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**p))
    return FALSE;

  errno = 0;
  value = g_ascii_strtoull (*p, &end, 10);
  if (errno != 0 || value > G_MAXSSIZE || *end != ' ')
    return FALSE;

  *number = (gsize) value;
  *p = end + 1;

  return TRUE;
}

/* Takes one record off a journal. Returns: (nullable): the document after it; NULL where the record is torn or damaged */
static GBytes *
take_record (const char **at,
             const char  *end,
             GBytes      *document)
{
  const char *kind = document == NULL ? BASE : STEP;
  const char *line_end = memchr (*at, '\n', MIN ((gsize) (end - *at), SPACE_OF_HEAD));
  g_autofree char *head = line_end != NULL ? g_strndup (*at, (gsize) (line_end - *at)) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *checksum = NULL;
  const char *p = head;
  const char *text;
  gsize offset, removed, length, size = 0;
  const char *old = document != NULL ? g_bytes_get_data (document, &size) : "";
  char *new;

  if (head == NULL || !g_str_has_prefix (head, kind) || head[strlen (kind)] != ' ')
    return NULL;
  p += strlen (kind) + 1;
  if (!read_number (&p, &offset) || !read_number (&p, &removed) || !read_number (&p, &length))
    return NULL;

  text = line_end + 1;
  if (length >= (gsize) (end - text) || text[length] != '\n' || offset > size || removed > size - offset)
    return NULL;

  words = g_strndup (head, (gsize) (p - head));
  checksum = compute_checksum (words, text, length);
  if (!g_str_equal (checksum, p))
    return NULL;

  new = g_malloc (size - removed + length + 1);
  memcpy (new, old, offset);
  memcpy (new + offset, text, length);
  memcpy (new + offset + length, old + offset + removed, size - offset - removed);
  *at = text + length + 1;

  return g_bytes_new_take (new, size - removed + length);
}

/**
 * rgm_journal_replay:
 * @journal: a journal, or a document that an older version kept whole
 * @n_steps: (out) (optional): how many steps it has after its base
 * @is_whole: (out) (optional): whether no record is torn or damaged
 *
 * Returns: (transfer full) (nullable): the document after the last step before the first that is torn or damaged; %NULL where
 *   the base is
 */
GBytes *
rgm_journal_replay (GBytes   *journal,
                    guint    *n_steps,
                    gboolean *is_whole)
{
  gsize size;
  const char *data = g_bytes_get_data (journal, &size);
  const char *at = size > 0 ? data : "";
  const char *end = at + size;
  g_autoptr (GBytes) document = NULL;
  guint n_records = 0;

  if (size > 0 && *at == '{')
    {
      document = g_bytes_ref (journal);
      at = end;
      n_records = 1;
    }
  while (at < end)
    {
      GBytes *next = take_record (&at, end, document);

      if (next == NULL)
        break;
      g_clear_pointer (&document, g_bytes_unref);
      document = next;
      n_records++;
    }
  if (n_steps != NULL)
    *n_steps = n_records > 0 ? n_records - 1 : 0;
  if (is_whole != NULL)
    *is_whole = document != NULL && at == end;

  return g_steal_pointer (&document);
}

/**
 * rgm_journal_find:
 * @file: the file of a document
 *
 * Returns: (transfer full) (nullable): what was kept of the document and not saved, as far as it is undamaged
 */
GBytes *
rgm_journal_find (GFile *file)
{
  g_autoptr (GFile) unsaved = rgm_unsaved_get_file (file);
  g_autoptr (GBytes) journal = g_file_load_bytes (unsaved, NULL, NULL, NULL);

  return journal != NULL ? rgm_journal_replay (journal, NULL, NULL) : NULL;
}

/* ── Writing ─────────────────────────────────────────────────────────────────── */

static void
end_journal (RgmJournal *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->kept, g_bytes_unref);
}

static gboolean
begin_journal (RgmJournal *self,
               GBytes     *document,
               GError    **error)
{
  gsize size;
  const char *text = g_bytes_get_data (document, &size);
  g_autoptr (GBytes) base = record_new (BASE, 0, 0, text, size);

  if (!rgm_store_save (base, self->file, NULL, error))
    return FALSE;

  end_journal (self);
  self->is_begun = TRUE;
  /* Where it can't be opened, the next step is written whole like this one. */
  self->fd = g_open (g_file_peek_path (self->file), O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  self->kept = g_bytes_ref (document);
  self->n_base = self->n_whole = g_bytes_get_size (base);

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
      GError    **error)
{
  g_autoptr (GBytes) document = rgm_store_write_data_set (revision);
  g_autoptr (GBytes) step = NULL;

  if (!is_appendable (self) || self->n_whole - self->n_base > MAX (self->n_base, LEAST_TO_COMPACT))
    return begin_journal (self, document, error);
  if (g_bytes_equal (self->kept, document))
    return TRUE;

  step = step_new (self->kept, document);
  if (append (self, step))
    {
      g_clear_pointer (&self->kept, g_bytes_unref);
      self->kept = g_steal_pointer (&document);
      return TRUE;
    }

  /* The steps before stand, whatever becomes of this one. */
  if (ftruncate (self->fd, (off_t) self->n_whole) != 0)
    end_journal (self);

  return begin_journal (self, document, error);
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
      GError *error = NULL;

      g_mutex_unlock (&self->mutex);
      keep (self, revision, &error);
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
 *
 * Keeps the step soon. Steps that are made while another one is written are kept as one.
 */
void
rgm_journal_keep (RgmJournal *self,
                  RgmDataSet *revision)
{
  gboolean is_busy;

  g_return_if_fail (RGM_IS_JOURNAL (self));
  g_return_if_fail (RGM_IS_DATA_SET (revision));

  if (self->document == NULL)
    return;

  g_mutex_lock (&self->mutex);
  g_set_object (&self->pending, revision);
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

/* Another window may edit the same document, and its journal have replaced this one. */
static gboolean
is_own_file (RgmJournal *self)
{
  struct stat info;

  return self->is_begun && (self->fd < 0 || (fstat (self->fd, &info) == 0 && info.st_nlink > 0));
}

/* Once the document is saved, or its changes are given up. The next step begins a new journal. */
void
rgm_journal_forget (RgmJournal *self)
{
  gboolean is_own;

  g_return_if_fail (RGM_IS_JOURNAL (self));

  g_mutex_lock (&self->mutex);
  g_clear_object (&self->pending);
  wait_until_idle (self);
  is_own = is_own_file (self);
  end_journal (self);
  self->is_begun = FALSE;
  g_clear_error (&self->fault);
  g_mutex_unlock (&self->mutex);
  if (self->document != NULL && is_own)
    rgm_unsaved_forget (self->document);
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
  g_clear_object (&self->file);
  self->file = file != NULL ? rgm_unsaved_get_file (file) : NULL;
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
  self->file = file != NULL ? rgm_unsaved_get_file (file) : NULL;

  return self;
}
