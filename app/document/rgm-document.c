/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-document.h"

#define MEMBER RGM_FIELD_MEMBER
#define DESCRIPTION (&rgm_data_set_description)

/* Undo has no limit, and a whole revision has look-up tables for each record. A step keeps
 * only what changed in each list: the records from the first to the last that differ. */

/* One list of the data set before and after a step. */
typedef struct
{
  const RgmField *field;
  guint           start;
  GPtrArray      *before;
  GPtrArray      *after;
} ListPatch;

typedef struct
{
  char       *name;
  char       *key;       /* steps in a row with the same key are one */
  GPtrArray  *patches;
  RgmDataSet *before;    /* whole, where more than lists changed; else NULL */
  RgmDataSet *after;
} DocumentStep;

struct _RgmDocument
{
  GObject     parent_instance;

  RgmDataSet *data_set;
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
  PROP_FILE,
  PROP_IS_CHANGED,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
patch_free (gpointer data)
{
  ListPatch *patch = data;

  g_ptr_array_unref (patch->before);
  g_ptr_array_unref (patch->after);
  g_free (patch);
}

static void
step_free (gpointer data)
{
  DocumentStep *step = data;

  g_free (step->name);
  g_free (step->key);
  g_ptr_array_unref (step->patches);
  g_clear_object (&step->before);
  g_clear_object (&step->after);
  g_free (step);
}

/* ── Steps ───────────────────────────────────────────────────────────────────── */

static gpointer
share (const RgmDescription *description,
       gpointer              record)
{
  return description->is_object ? g_object_ref (record) : rgm_record_new (description, record);
}

static GPtrArray *
slice (const RgmDescription *description,
       GPtrArray            *records,
       guint                 start,
       guint                 end)
{
  GPtrArray *part = rgm_description_new_array (description, end - start);

  for (guint i = start; i < end; i++)
    g_ptr_array_add (part, share (description, g_ptr_array_index (records, i)));

  return part;
}

static gboolean
is_same (const RgmDescription *description,
         gpointer              one,
         gpointer              other)
{
  return one == other || (!description->is_object && rgm_record_equal (description, one, other));
}

static void
add_patch (GPtrArray      *patches,
           const RgmField *field,
           GPtrArray      *before,
           GPtrArray      *after)
{
  guint least = MIN (before->len, after->len);
  guint start = 0;
  guint end = 0;
  ListPatch *patch;

  while (start < least && is_same (field->element, g_ptr_array_index (before, start), g_ptr_array_index (after, start)))
    start++;
  while (end < least - start && is_same (field->element, g_ptr_array_index (before, before->len - 1 - end),
                                         g_ptr_array_index (after, after->len - 1 - end)))
    end++;
  if (start + end == before->len && start + end == after->len)
    return;

  patch = g_new (ListPatch, 1);
  patch->field = field;
  patch->start = start;
  patch->before = slice (field->element, before, start, before->len - end);
  patch->after = slice (field->element, after, start, after->len - end);
  g_ptr_array_add (patches, patch);
}

static void
step_set_change (DocumentStep       *step,
                 RgmDataSet *before,
                 RgmDataSet *after)
{
  g_ptr_array_set_size (step->patches, 0);
  g_clear_object (&step->before);
  g_clear_object (&step->after);

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *field = &DESCRIPTION->fields[i];

      if (field->kind == RGM_FIELD_RECORDS)
        add_patch (step->patches, field, MEMBER (before, field, GPtrArray *), MEMBER (after, field, GPtrArray *));
      else if (!rgm_field_equal (field, before, after))
        {
          g_set_object (&step->before, before);
          g_set_object (&step->after, after);
        }
    }
}

static GPtrArray *
splice (const ListPatch *patch,
        GPtrArray   *records,
        guint        n_removed,
        GPtrArray   *added)
{
  const RgmDescription *element = patch->field->element;
  GPtrArray *spliced = rgm_description_new_array (element, records->len - n_removed + added->len);

  for (guint i = 0; i < patch->start; i++)
    g_ptr_array_add (spliced, share (element, g_ptr_array_index (records, i)));
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (spliced, share (element, g_ptr_array_index (added, i)));
  for (guint i = patch->start + n_removed; i < records->len; i++)
    g_ptr_array_add (spliced, share (element, g_ptr_array_index (records, i)));

  return spliced;
}

/* Returns: (transfer full): the data set on the other side of a step */
static RgmDataSet *
take_step (RgmDataSet *data_set,
           const DocumentStep *step,
           gboolean    is_back)
{
  RgmDataSet *whole = is_back ? step->before : step->after;
  g_autoptr (GPtrArray) made = NULL;
  RgmDataSet fields;

  if (whole != NULL)
    return g_object_ref (whole);

  made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  fields = *data_set;
  for (guint i = 0; i < step->patches->len; i++)
    {
      const ListPatch *patch = g_ptr_array_index (step->patches, i);
      GPtrArray **member = &MEMBER (&fields, patch->field, GPtrArray *);

      *member = is_back ? splice (patch, *member, patch->after->len, patch->before)
                        : splice (patch, *member, patch->before->len, patch->after);
      g_ptr_array_add (made, *member);
    }

  return rgm_record_new (DESCRIPTION, &fields);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_document_dispose (GObject *object)
{
  RgmDocument *self = RGM_DOCUMENT (object);

  if (self->journal != NULL)
    rgm_journal_flush (self->journal, NULL);
  g_clear_object (&self->journal);
  g_clear_object (&self->data_set);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
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
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_IS_CHANGED] = g_param_spec_boolean ("is-changed", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_document_init (RgmDocument *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
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

/* Whether it differs from what was read, or saved last. */
gboolean
rgm_document_is_changed (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  return self->saved_at != self->n_done;
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
set_data_set (RgmDocument *self,
              RgmDataSet  *data_set)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->data_set, data_set);
  if (self->journal != NULL && rgm_document_is_changed (self))
    rgm_journal_keep (self->journal, data_set);
  else if (self->journal != NULL)
    rgm_journal_forget (self->journal);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_NAME]);
  g_object_thaw_notify (G_OBJECT (self));
}

static DocumentStep *
get_last_step (RgmDocument *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/**
 * rgm_document_apply:
 * @self: a document
 * @revision: a revision of its data set
 * @name: what was done, as the menu names it after “Undo”: "delete arm"
 * @coalesce_key: (nullable): steps in a row with the same key, such as what is typed into one
 *   field, are undone together; %NULL for a step of its own
 *
 * Makes @revision the current one. What was undone can't be redone any more. A revision that
 * is the current one is no step.
 */
void
rgm_document_apply (RgmDocument *self,
                    RgmDataSet  *revision,
                    const char  *name,
                    const char  *coalesce_key)
{
  DocumentStep *last;

  g_return_if_fail (RGM_IS_DOCUMENT (self));
  g_return_if_fail (RGM_IS_DATA_SET (revision));
  g_return_if_fail (name != NULL);

  if (revision == self->data_set)
    return;

  if (self->saved_at > self->n_done)
    self->saved_at = -1;
  g_ptr_array_set_size (self->steps, (int) self->n_done);

  last = get_last_step (self);
  if (last != NULL && coalesce_key != NULL && g_strcmp0 (last->key, coalesce_key) == 0 && self->saved_at != self->n_done)
    {
      g_autoptr (RgmDataSet) before = take_step (self->data_set, last, TRUE);

      step_set_change (last, before, revision);
    }
  else
    {
      DocumentStep *step = g_new0 (DocumentStep, 1);

      step->name = g_strdup (name);
      step->key = g_strdup (coalesce_key);
      step->patches = g_ptr_array_new_with_free_func (patch_free);
      step_set_change (step, self->data_set, revision);
      g_ptr_array_add (self->steps, step);
      self->n_done++;
    }

  set_data_set (self, revision);
}

/* Returns whether there was something to undo. */
gboolean
rgm_document_undo (RgmDocument *self)
{
  g_autoptr (RgmDataSet) revision = NULL;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  if (self->n_done == 0)
    return FALSE;

  revision = take_step (self->data_set, get_last_step (self), TRUE);
  self->n_done--;
  set_data_set (self, revision);

  return TRUE;
}

gboolean
rgm_document_redo (RgmDocument *self)
{
  g_autoptr (RgmDataSet) revision = NULL;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), FALSE);

  if (self->n_done == self->steps->len)
    return FALSE;

  revision = take_step (self->data_set, g_ptr_array_index (self->steps, self->n_done), FALSE);
  self->n_done++;
  set_data_set (self, revision);

  return TRUE;
}

/* What the next undo takes back; NULL where there is nothing to undo. */
const char *
rgm_document_get_undo_name (RgmDocument *self)
{
  const DocumentStep *step;

  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  step = get_last_step (self);

  return step != NULL ? step->name : NULL;
}

const char *
rgm_document_get_redo_name (RgmDocument *self)
{
  g_return_val_if_fail (RGM_IS_DOCUMENT (self), NULL);

  return self->n_done < self->steps->len ? ((const DocumentStep *) g_ptr_array_index (self->steps, self->n_done))->name : NULL;
}

/**
 * rgm_document_mark_saved:
 * @self: a document
 * @file: (nullable): the file that it was saved to
 * @etag: (nullable): the file's etag since
 *
 * The current revision is the saved one; undo and redo remain. The journal goes.
 */
void
rgm_document_mark_saved (RgmDocument *self,
                         GFile       *file,
                         const char  *etag)
{
  g_return_if_fail (RGM_IS_DOCUMENT (self));

  self->saved_at = self->n_done;
  if (self->journal != NULL)
    rgm_journal_set_document (self->journal, file);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
}
