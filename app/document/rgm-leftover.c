/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rgm-journal-record.h"
#include "rgm-leftover.h"
#include "rgm-store-library.h"
#include "rgm-typed-texts.h"

/* Of a journal that nobody is at work on. */
static RgmLeftover *
take_file (GFile  *file,
           char  **uri)
{
  g_autoptr (RgmLeftover) self = g_new0 (RgmLeftover, 1);
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GVariant) beside = NULL;

  self->fd = g_open (g_file_peek_path (file), O_RDWR | O_CLOEXEC, 0);
  /* Where the file system has no locks, one is not held back for that. */
  if (self->fd < 0 || (flock (self->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK))
    return NULL;

  journal = g_file_load_bytes (file, NULL, NULL, NULL);
  self->document = journal != NULL ? rgm_journal_replay (journal, NULL, NULL, &beside) : NULL;
  if (self->document == NULL)
    return NULL;

  self->file = g_object_ref (file);
  if (beside != NULL)
    g_variant_get (beside, "(s@" RGM_TYPED_TEXTS ")", uri, &self->texts);
  else
    self->texts = rgm_typed_texts_new ();

  return g_steal_pointer (&self);
}

/**
 * rgm_leftover_find:
 * @file: the file of a document
 *
 * Returns: (transfer full) (nullable): what was kept of the document and not saved, as far as it is undamaged
 */
RgmLeftover *
rgm_leftover_find (GFile *file)
{
  g_autoptr (GPtrArray) files = rgm_unsaved_list (file);

  for (guint i = 0; i < files->len; i++)
    {
      RgmLeftover *found = take_file (g_ptr_array_index (files, i), NULL);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * rgm_leftover_list_documents:
 *
 * Returns: (transfer full) (element-type GFile): the files of documents that something was kept of and not saved, each as often as
 *   there is something
 */
GPtrArray *
rgm_leftover_list_documents (void)
{
  g_autoptr (GPtrArray) files = rgm_unsaved_list (NULL);
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *uri = NULL;
      g_autoptr (RgmLeftover) found = take_file (g_ptr_array_index (files, i), &uri);

      if (found != NULL && uri != NULL)
        g_ptr_array_add (documents, g_file_new_for_uri (uri));
    }

  return documents;
}

/* Once the document has it, or its person does not want it. */
void
rgm_leftover_discard (RgmLeftover *self)
{
  g_file_delete (self->file, NULL, NULL);
}

void
rgm_leftover_free (RgmLeftover *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->texts, g_variant_unref);
  g_clear_object (&self->file);
  g_free (self);
}
