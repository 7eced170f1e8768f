/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-document-step.h"
#include "rgm-document.h"
#include "rgm-typed-texts.h"

/* The key of a step by which a field gets a text that can't be stored, before the path of the field. */
#define TEXT_OF "text "

struct _RgmDocument
{
  GObject     parent_instance;

  RgmDataSet *data_set;
  GVariant   *texts;     /* what is typed into it and can't be stored, see rgm-typed-texts.h */
  GFile      *file;
  char       *etag;
  GPtrArray  *steps;
  guint       n_done;    /* of the steps; those after it were undone */
  gint64      saved_at;  /* n_done when it was saved; -1 where no undo leads there */
  RgmJournal *journal;   /* NULL where none is kept */
};

G_DEFINE_FINAL_TYPE (RgmDocument, rgm_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATA_SET,
  PROP_TEXTS,
  PROP_FILE,
  PROP_IS_CHANGED,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_document_dispose (GObject *object)
{
  RgmDocument *self = RGM_DOCUMENT (object);

  if (self->journal != NULL)
    rgm_journal_end (self->journal);
  g_clear_object (&self->journal);
  g_clear_object (&self->data_set);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->texts, g_variant_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_document_parent_class)->dispose (object);
}

static void
rgm_document_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RgmDocument *self = RGM_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_DATA_SET:
      g_value_set_object (value, self->data_set);
      break;
    case PROP_TEXTS:
      g_value_set_variant (value, self->texts);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_IS_CHANGED:
      g_value_set_boolean (value, rgm_document_is_changed (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, rgm_document_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, rgm_document_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_document_class_init (RgmDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rgm_document_dispose;
  object_class->get_property = rgm_document_get_property;

  properties[PROP_DATA_SET] = g_param_spec_object ("data-set", NULL, NULL, RGM_TYPE_DATA_SET, flags);
  properties[PROP_TEXTS] = g_param_spec_variant ("texts", NULL, NULL, G_VARIANT_TYPE (RGM_TYPED_TEXTS), NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_IS_CHANGED] = g_param_spec_boolean ("is-changed", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_document_init (RgmDocument *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_document_step_free);
  self->texts = rgm_typed_texts_new ();
}

/**
 * rgm_document_new:
 * @data_set: what is edited
 * @file: (nullable): where it was read from
 * @etag: (nullable): the file's etag when it was read
 *
 * Returns: (transfer full): a document without changes
 */
RgmDocument *
rgm_document_new (RgmDataSet *data_set,
                  GFile      *file,
                  const char *etag)
{
  RgmDocument *self;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  self = g_object_new (RGM_TYPE_DOCUMENT, NULL);
  self->data_set = g_object_ref (data_set);
  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);

  return self;
}

RgmDataSet *
rgm_document_get_data_set (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  return self->data_set;
}

/* Where it was read from or saved last; NULL where it never was. */
GFile *
rgm_document_get_file (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
rgm_document_get_etag (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  return self->etag;
}

/* What is typed into it and can't be stored, see rgm-typed-texts.h. */
GVariant *
rgm_document_get_texts (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  return self->texts;
}

/**
 * rgm_document_find_text:
 * @self: a document
 * @path: the path of a field
 *
 * Returns: (nullable): what is typed there and can't be stored
 */
const char *
rgm_document_find_text (RgmDocument *self,
                        const char  *path)
{
  const char *text = NULL;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  g_variant_lookup (self->texts, path, "&s", &text);

  return text;
}

gboolean
rgm_document_has_texts (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  return g_variant_n_children (self->texts) > 0;
}

/* Whether it differs from what was read, or saved last. What can't be stored is no difference. */
gboolean
rgm_document_is_changed (RgmDocument *self)
{
  gint64 from, to;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  if (self->saved_at < 0)
    return TRUE;

  from = MIN (self->saved_at, self->n_done);
  to = MAX (self->saved_at, self->n_done);
  for (gint64 i = from; i < to; i++)
    if (rgm_document_step_is_change (g_ptr_array_index (self->steps, (guint) i)))
      return TRUE;

  return FALSE;
}

/**
 * rgm_document_start_journal:
 * @self: a document
 *
 * From now on what is not saved of the document is kept in a journal.
 *
 * Returns: (transfer none): the journal, which stays the same
 */
RgmJournal *
rgm_document_start_journal (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  if (self->journal == NULL)
    self->journal = rgm_journal_new (self->file);

  return self->journal;
}

static void
keep_in_journal (RgmDocument *self)
{
  if (self->journal != NULL && (rgm_document_is_changed (self) || rgm_document_has_texts (self)))
    rgm_journal_keep (self->journal, self->data_set, self->texts);
  else if (self->journal != NULL)
    rgm_journal_forget (self->journal);
}

/* Takes the texts, which are another whenever they differ. */
static void
set_state (RgmDocument *self,
           RgmDataSet  *data_set,
           GVariant    *texts)
{
  const gboolean has_other_texts = self->texts != texts;

  g_object_freeze_notify (G_OBJECT (self));
  g_variant_ref (texts);
  g_variant_unref (self->texts);
  self->texts = texts;
  if (g_set_object (&self->data_set, data_set))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
  if (has_other_texts)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS]);
  keep_in_journal (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_NAME]);
  g_object_thaw_notify (G_OBJECT (self));
}

static RgmDocumentStep *
get_last_step (RgmDocument *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/* A text that can't be stored and what is stored there instead are one step; what was stored there and such a text are two. */
static gboolean
continues (RgmDocument           *self,
           const RgmDocumentStep *last,
           const char            *key)
{
  if (last == NULL || last->key == NULL || key == NULL || self->saved_at == self->n_done)
    return FALSE;

  return g_str_equal (last->key, key) || (g_str_has_prefix (last->key, TEXT_OF) && g_str_equal (last->key + strlen (TEXT_OF), key));
}

static void
take_new_step (RgmDocument *self,
               RgmDataSet  *revision,
               GVariant    *texts,
               const char  *name,
               const char  *key)
{
  RgmDocumentStep *last;

  if (self->saved_at > self->n_done)
    self->saved_at = -1;
  g_ptr_array_set_size (self->steps, (int) self->n_done);

  last = get_last_step (self);
  if (continues (self, last, key))
    {
      rgm_document_step_extend (last, key, self->data_set, revision, texts);
      if (rgm_document_step_is_nothing (last))
        g_ptr_array_set_size (self->steps, (int) --self->n_done);
    }
  else
    {
      g_ptr_array_add (self->steps, rgm_document_step_new (name, key, self->data_set, revision, self->texts, texts));
      self->n_done++;
    }

  set_state (self, revision, texts);
}

/**
 * rgm_document_apply:
 * @self: a document
 * @revision: a revision of its data set
 * @name: what was done, as the menu names it after “Undo”: "delete arm"
 * @path: (nullable): the path of the one field that was typed into: steps in a row of the same field are undone together, and
 *   what was typed there before and could not be stored is kept no longer; %NULL for a step of its own
 *
 * Makes @revision the current one. What was undone can't be redone any more. A revision that
 * is the current one is no step.
 */
void
rgm_document_apply (RgmDocument *self,
                    RgmDataSet  *revision,
                    const char  *name,
                    const char  *path)
{
  g_autoptr (GVariant) texts = NULL;

  g_return_if_fail (RGM_IS_DOCUMENT (self));
  g_return_if_fail (RGM_IS_DATA_SET (revision));
  g_return_if_fail (name != NULL);

  texts = path != NULL && rgm_document_find_text (self, path) != NULL ? rgm_typed_texts_set (self->texts, path, NULL)
                                                                      : g_variant_ref (self->texts);
  if (revision == self->data_set && texts == self->texts)
    return;

  if (g_variant_n_children (texts) > 0 && revision != self->data_set)
    {
      GVariant *followed = rgm_typed_texts_follow (texts, self->data_set, revision);

      g_variant_unref (texts);
      texts = followed;
    }
  take_new_step (self, revision, texts, name, path);
}

/**
 * rgm_document_keep_text:
 * @self: a document
 * @path: the path of a field
 * @text: what is typed there and can't be stored
 * @name: what was done, as for rgm_document_apply()
 *
 * Keeps the text with the document, until something else is typed there or its record is deleted. It is a step, to be undone and
 * redone, and is found again when the program was killed.
 */
void
rgm_document_keep_text (RgmDocument *self,
                        const char  *path,
                        const char  *text,
                        const char  *name)
{
  g_autoptr (GVariant) texts = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (RGM_IS_DOCUMENT (self));

  if (g_strcmp0 (rgm_document_find_text (self, path), text) == 0)
    return;

  texts = rgm_typed_texts_set (self->texts, path, text);
  key = g_strconcat (TEXT_OF, path, NULL);
  take_new_step (self, self->data_set, texts, name, key);
}

/**
 * rgm_document_restore:
 * @self: a document
 * @revision: what was kept of it when the program ended
 * @texts: what was typed into that and can't be stored
 * @name: what was done, as for rgm_document_apply()
 *
 * Returns: whether both are on the disk again, and what they were restored from may go
 */
gboolean
rgm_document_restore (RgmDocument *self,
                      RgmDataSet  *revision,
                      GVariant    *texts,
                      const char  *name)
{
  g_autoptr (GVariant) found = NULL;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  found = rgm_typed_texts_follow (texts, revision, revision);
  take_new_step (self, revision, found, name, NULL);

  return self->journal != NULL && rgm_journal_flush (self->journal, NULL);
}

static void
go_to (RgmDocument        *self,
       const RgmDocumentStep *step,
       gboolean            is_back)
{
  g_autoptr (RgmDataSet) revision = rgm_document_step_take (step, self->data_set, is_back);

  self->n_done = is_back ? self->n_done - 1 : self->n_done + 1;
  set_state (self, revision, is_back ? step->texts_before : step->texts_after);
}

/* Returns whether there was something to undo. */
gboolean
rgm_document_undo (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  if (self->n_done == 0)
    return FALSE;

  go_to (self, get_last_step (self), TRUE);

  return TRUE;
}

gboolean
rgm_document_redo (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  if (self->n_done == self->steps->len)
    return FALSE;

  go_to (self, g_ptr_array_index (self->steps, self->n_done), FALSE);

  return TRUE;
}

/* What the next undo takes back; NULL where there is nothing to undo. */
const char *
rgm_document_get_undo_name (RgmDocument *self)
{
  const RgmDocumentStep *step;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  step = get_last_step (self);

  return step != NULL ? step->name : NULL;
}

const char *
rgm_document_get_redo_name (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  return self->n_done < self->steps->len ? ((const RgmDocumentStep *) g_ptr_array_index (self->steps, self->n_done))->name : NULL;
}

/**
 * rgm_document_mark_saved:
 * @self: a document
 * @file: (nullable): the file that it was saved to
 * @etag: (nullable): the file's etag since
 *
 * The current revision is the saved one; undo and redo remain. The journal goes, unless something is typed that can't be stored.
 */
void
rgm_document_mark_saved (RgmDocument *self,
                         GFile       *file,
                         const char  *etag)
{
  g_return_if_fail (RGM_IS_DOCUMENT (self));

  self->saved_at = self->n_done;
  if (self->journal != NULL)
    {
      rgm_journal_set_document (self->journal, file);
      keep_in_journal (self);
    }
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
}

/**
 * rgm_document_give_up:
 * @self: a document that is about to be closed, or read again
 *
 * Forgets all that was not saved of it.
 */
void
rgm_document_give_up (RgmDocument *self)
{
  g_return_if_fail (RGM_IS_DOCUMENT (self));

  self->saved_at = self->n_done;
  g_variant_unref (self->texts);
  self->texts = rgm_typed_texts_new ();
  keep_in_journal (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
}
