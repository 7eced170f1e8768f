/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rgm-story-document.h"

#include "rgm-error.h"
#include "rgm-store-save.h"
#include "rgm-story-edit.h"

/* How long after a change the journal and the file are written, in milliseconds: no more than
 * the typing of a word is lost where the machine itself stops. */
#define JOURNAL_DELAY 200
#define FILE_DELAY 2000

#define MAX_REVISIONS 200
/* A story may hold the data of its pinned slides, of several revisions. */
#define MAX_BYTES (512 * 1024 * 1024)

/*     edit ──> story ──200 ms──> journal ──2 s──> file
 *               │ ^
 *          undo │ │ redo
 *               v │
 *             revisions
 *
 * A journal is a story's file in the user's data, with the name of the story's own file in it. It
 * is there for as long as the file doesn't hold the same. One that no window has open is from a
 * program that ended, and is recovered by the next. */
struct _RgmStoryDocument
{
  GObject    parent_instance;

  RgmStory  *story;
  GPtrArray *undo;        /* RgmStory, the newest last */
  GPtrArray *redo;
  char      *merge_with;  /* what the newest change belongs to, or NULL */

  GFile     *file;
  char      *etag;
  char      *journal;     /* its path, or NULL where there is none yet */
  gboolean   is_saved;    /* file and story are the same; a story without slides and file is too */
  guint      journal_id;
  guint      file_id;
};

G_DEFINE_FINAL_TYPE (RgmStoryDocument, rgm_story_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The journals that this program has open. */
static GHashTable *open_journals;

/* The addresses of the stories' files that this program has open, each with how often. */
static GHashTable *open_files;

static void
changed (RgmStoryDocument *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ── The journal ─────────────────────────────────────────────────────────────── */

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), RGM_APPLICATION_ID, "stories", NULL);
}

/* Where the address of the file is that was open last: it is open again when the program starts. */
static char *
get_last_path (void)
{
  return g_build_filename (g_get_user_data_dir (), RGM_APPLICATION_ID, "last-story", NULL);
}

static void
remember_last (GFile *file)
{
  g_autofree char *path = get_last_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  /* To forget it costs nobody more than opening the story by hand. */
  if (uri == NULL)
    g_unlink (path);
  else if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (path, uri, -1, NULL);
}

static GFile *
find_last (void)
{
  g_autofree char *path = get_last_path ();
  g_autofree char *uri = NULL;

  if (!g_file_get_contents (path, &uri, NULL, NULL) || *uri == '\0' || (open_files != NULL && g_hash_table_contains (open_files, uri)))
    return NULL;

  return g_file_new_for_uri (uri);
}

static void
count_file (GFile *file,
            int    by)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  int n;

  if (uri == NULL)
    return;
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n = GPOINTER_TO_INT (g_hash_table_lookup (open_files, uri)) + by;
  if (n > 0)
    g_hash_table_insert (open_files, g_steal_pointer (&uri), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (open_files, uri);
}

static void
set_file (RgmStoryDocument *self,
          GFile            *file)
{
  count_file (file, 1);
  count_file (self->file, -1);
  g_set_object (&self->file, file);
}

static void
take_journal (RgmStoryDocument *self,
              char             *path)
{
  if (open_journals == NULL)
    open_journals = g_hash_table_new (g_str_hash, g_str_equal);
  self->journal = path;
  g_hash_table_add (open_journals, path);
}

static void
make_journal (RgmStoryDocument *self)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, ".story", NULL);

  g_mkdir_with_parents (folder, 0700);
  take_journal (self, g_build_filename (folder, name, NULL));
}

static void
write_journal (RgmStoryDocument *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  g_autoptr (RgmStory) kept = rgm_story_with_file (self->story, uri, self->etag);
  g_autoptr (GBytes) bytes = rgm_story_write (kept);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->journal_id, g_source_remove);
  if (self->journal == NULL)
    make_journal (self);
  file = g_file_new_for_path (self->journal);
  if (!rgm_store_save (bytes, file, NULL, &error))
    g_signal_emit (self, signals[TROUBLE], 0, error->message);
}

/* Lets go of the journal: what is in it is in the file, or was discarded. */
static void
drop_journal (RgmStoryDocument *self)
{
  g_clear_handle_id (&self->journal_id, g_source_remove);
  g_clear_handle_id (&self->file_id, g_source_remove);
  if (self->journal == NULL)
    return;

  g_unlink (self->journal);
  g_hash_table_remove (open_journals, self->journal);
  g_clear_pointer (&self->journal, g_free);
}

/* Lets go of what is open for another story: changes of a story with a file go there, or stay in
 * the journal where they can't; of a story without one it was asked. */
static void
leave (RgmStoryDocument *self)
{
  if (self->story != NULL && self->file != NULL)
    rgm_story_document_flush (self);
  if (self->is_saved || self->file == NULL)
    {
      drop_journal (self);
      return;
    }

  g_clear_handle_id (&self->journal_id, g_source_remove);
  g_clear_handle_id (&self->file_id, g_source_remove);
  if (self->journal != NULL)
    g_hash_table_remove (open_journals, self->journal);
  g_clear_pointer (&self->journal, g_free);
}

static gboolean
on_journal_due (gpointer data)
{
  RgmStoryDocument *self = data;

  self->journal_id = 0;
  write_journal (self);

  return G_SOURCE_REMOVE;
}

static gboolean
save_to_file (RgmStoryDocument  *self,
              GFile             *file,
              const char        *etag,
              GError           **error)
{
  g_autoptr (GBytes) bytes = rgm_story_write (self->story);
  g_autofree char *new_etag = NULL;

  if (!rgm_store_save_document (bytes, file, etag, &new_etag, NULL, error))
    return FALSE;

  set_file (self, file);
  g_free (self->etag);
  self->etag = g_steal_pointer (&new_etag);
  self->is_saved = TRUE;
  drop_journal (self);

  return TRUE;
}

static gboolean
on_file_due (gpointer data)
{
  RgmStoryDocument *self = data;
  g_autoptr (GError) error = NULL;

  self->file_id = 0;
  if (save_to_file (self, self->file, self->etag, &error))
    changed (self);
  else
    g_signal_emit (self, signals[TROUBLE], 0, error->message);

  return G_SOURCE_REMOVE;
}

static void
schedule (RgmStoryDocument *self)
{
  self->is_saved = FALSE;
  if (self->journal_id == 0)
    self->journal_id = g_timeout_add (JOURNAL_DELAY, on_journal_due, self);
  g_clear_handle_id (&self->file_id, g_source_remove);
  if (self->file != NULL)
    self->file_id = g_timeout_add (FILE_DELAY, on_file_due, self);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_story_document_dispose (GObject *object)
{
  RgmStoryDocument *self = RGM_STORY_DOCUMENT (object);

  if (self->story != NULL)
    rgm_story_document_flush (self);
  g_clear_handle_id (&self->journal_id, g_source_remove);
  g_clear_handle_id (&self->file_id, g_source_remove);
  if (self->journal != NULL)
    g_hash_table_remove (open_journals, self->journal);
  g_clear_pointer (&self->journal, g_free);
  g_clear_object (&self->story);
  set_file (self, NULL);

  G_OBJECT_CLASS (rgm_story_document_parent_class)->dispose (object);
}

static void
rgm_story_document_finalize (GObject *object)
{
  RgmStoryDocument *self = RGM_STORY_DOCUMENT (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->merge_with);
  g_free (self->etag);

  G_OBJECT_CLASS (rgm_story_document_parent_class)->finalize (object);
}

static void
rgm_story_document_class_init (RgmStoryDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_story_document_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_story_document_finalize;

  signals[CHANGED] = g_signal_new ("changed", RGM_TYPE_STORY_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* A change couldn't be written by itself, with the reason. It is in memory, and tried again with the next. */
  signals[TROUBLE] = g_signal_new ("trouble", RGM_TYPE_STORY_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rgm_story_document_init (RgmStoryDocument *self)
{
  self->undo = g_ptr_array_new_with_free_func (g_object_unref);
  self->redo = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_saved = TRUE;
}

/**
 * rgm_story_document_new:
 *
 * Returns: (transfer full): a document without a story
 */
RgmStoryDocument *
rgm_story_document_new (void)
{
  return g_object_new (RGM_TYPE_STORY_DOCUMENT, NULL);
}

/* The story as it is now, or NULL where none was begun. */
RgmStory *
rgm_story_document_get_story (RgmStoryDocument *self)
{
  return self->story;
}

/* ── Changes ─────────────────────────────────────────────────────────────────── */

/**
 * rgm_story_document_edit:
 * @self: a document with a story
 * @revised: (transfer full): the story, changed
 * @merge_with: (nullable): what changes in a row are undone as one, such as the typing in one field
 */
void
rgm_story_document_edit (RgmStoryDocument *self,
                         RgmStory         *revised,
                         const char       *merge_with)
{
  g_return_if_fail (self->story != NULL);

  if (merge_with == NULL || g_strcmp0 (merge_with, self->merge_with) != 0)
    {
      g_ptr_array_add (self->undo, g_object_ref (self->story));
      if (self->undo->len > MAX_REVISIONS)
        g_ptr_array_remove_index (self->undo, 0);
    }
  g_free (self->merge_with);
  self->merge_with = g_strdup (merge_with);
  g_ptr_array_set_size (self->redo, 0);
  g_object_unref (self->story);
  self->story = revised;
  schedule (self);
  changed (self);
}

gboolean
rgm_story_document_can_undo (RgmStoryDocument *self)
{
  return self->undo->len > 0;
}

gboolean
rgm_story_document_can_redo (RgmStoryDocument *self)
{
  return self->redo->len > 0;
}

static void
go (RgmStoryDocument *self,
    GPtrArray        *from,
    GPtrArray        *to)
{
  if (from->len == 0)
    return;

  g_ptr_array_add (to, self->story);
  self->story = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->merge_with, g_free);
  schedule (self);
  changed (self);
}

void
rgm_story_document_undo (RgmStoryDocument *self)
{
  go (self, self->undo, self->redo);
}

void
rgm_story_document_redo (RgmStoryDocument *self)
{
  go (self, self->redo, self->undo);
}

/* ── Files ───────────────────────────────────────────────────────────────────── */

/* The story's file, or NULL. */
GFile *
rgm_story_document_get_file (RgmStoryDocument *self)
{
  return self->file;
}

/* Whether nothing would be lost without the journal. */
gboolean
rgm_story_document_is_saved (RgmStoryDocument *self)
{
  return self->is_saved;
}

static void
take (RgmStoryDocument *self,
      RgmStory         *story,
      GFile            *file,
      const char       *etag)
{
  g_set_object (&self->story, story);
  set_file (self, file);
  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->merge_with, g_free);
  self->is_saved = TRUE;
}

/**
 * rgm_story_document_begin:
 * @self: a document
 * @story: a story without a file
 *
 * Discards what is open for another story.
 */
void
rgm_story_document_begin (RgmStoryDocument *self,
                          RgmStory         *story)
{
  leave (self);
  take (self, story, NULL, NULL);
  remember_last (NULL);
  if (rgm_story_get_n_slides (story) > 0)
    schedule (self);
  changed (self);
}

static RgmStory *
read_file (GFile   *file,
           char   **etag,
           GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("The file is too large for a story."));
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, etag, error);

  return bytes != NULL ? rgm_story_read (bytes, error) : NULL;
}

/**
 * rgm_story_document_open:
 * @self: a document
 * @file: a story's file
 * @error: where an error goes, which leaves what is open
 *
 * Returns: whether the story was opened, in place of what was open
 */
gboolean
rgm_story_document_open (RgmStoryDocument  *self,
                         GFile             *file,
                         GError           **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (RgmStory) story = read_file (file, &etag, error);

  if (story == NULL)
    return FALSE;

  leave (self);
  take (self, story, file, etag);
  remember_last (file);
  changed (self);

  return TRUE;
}

/**
 * rgm_story_document_save:
 * @self: a document with a story
 * @file: (nullable): another file, or %NULL for the story's own
 * @error: where an error goes
 *
 * Returns: whether the story was saved, whole
 */
gboolean
rgm_story_document_save (RgmStoryDocument  *self,
                         GFile             *file,
                         GError           **error)
{
  g_return_val_if_fail (self->story != NULL && (file != NULL || self->file != NULL), FALSE);

  if (!save_to_file (self, file != NULL ? file : self->file, file == NULL ? self->etag : NULL, error))
    return FALSE;
  remember_last (self->file);
  changed (self);

  return TRUE;
}

static gint64
get_time (const GStatBuf *info)
{
  return (gint64) info->st_mtim.tv_sec * G_USEC_PER_SEC + info->st_mtim.tv_nsec / 1000;
}

/* The journal that was written last of those that nobody has open. */
static char *
find_journal (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autofree char *newest = NULL;
  gint64 newest_time = 0;
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (!g_str_has_suffix (name, ".story") || g_stat (path, &info) != 0 || info.st_size == 0 ||
          (open_journals != NULL && g_hash_table_contains (open_journals, path)))
        continue;
      if (newest == NULL || get_time (&info) > newest_time)
        {
          g_free (newest);
          newest = g_steal_pointer (&path);
          newest_time = get_time (&info);
        }
    }

  return g_steal_pointer (&newest);
}

/**
 * rgm_story_document_recover:
 * @self: a document without a story
 *
 * Opens what a program that ended left in its journal.
 *
 * Returns: whether there was something
 */
gboolean
rgm_story_document_recover (RgmStoryDocument *self)
{
  g_autofree char *path = find_journal ();
  g_autoptr (GFile) journal = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (RgmStory) kept = journal != NULL ? read_file (journal, NULL, NULL) : NULL;
  g_autoptr (RgmStory) story = NULL;
  g_autoptr (GFile) file = NULL;
  const char *uri, *etag;

  if (kept == NULL)
    return FALSE;

  uri = rgm_story_get_file (kept, &etag);
  file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  story = rgm_story_with_file (kept, NULL, NULL);
  drop_journal (self);
  take (self, story, file, etag);
  take_journal (self, g_steal_pointer (&path));
  schedule (self);
  changed (self);

  return TRUE;
}

/**
 * rgm_story_document_resume:
 * @data_set: the data set that is open
 *
 * Returns: (transfer full): a document with what a program that ended left in its journal, or else with the story
 *   whose file was open last, unless another document has it, or else with an empty story
 */
RgmStoryDocument *
rgm_story_document_resume (RgmDataSet *data_set)
{
  RgmStoryDocument *self = rgm_story_document_new ();
  g_autoptr (RgmStory) story = NULL;
  g_autoptr (GFile) last = NULL;

  if (rgm_story_document_recover (self))
    return self;

  last = find_last ();
  if (last != NULL && rgm_story_document_open (self, last, NULL))
    return self;

  /* A file that isn't to be had now may be there again the next time. */
  story = rgm_story_new (data_set, NULL);
  take (self, story, NULL, NULL);

  return self;
}

/**
 * rgm_story_document_flush:
 * @self: a document with a story
 *
 * Writes at once what is due: before the program ends.
 */
void
rgm_story_document_flush (RgmStoryDocument *self)
{
  if (self->journal_id != 0)
    write_journal (self);
  if (self->file_id != 0)
    {
      g_clear_handle_id (&self->file_id, g_source_remove);
      on_file_due (self);
    }
}
