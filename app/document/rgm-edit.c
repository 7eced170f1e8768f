/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-edit.h"
#include "rgm-edit-check.h"
#include "rgm-edit-value.h"
#include "rgm-error.h"
#include "rgm-revision.h"

#define MEMBER RGM_FIELD_MEMBER
#define DESCRIPTION (&rgm_data_set_description)

/* An edit goes down a path and makes each record on it anew, from a copy of its struct; what
 * the copy owns until the record has it is kept in a pool. */
typedef enum
{
  OPERATION_SET_TEXT,
  OPERATION_SET_TEXTS,
  OPERATION_SET_RECORD,
  OPERATION_ADD,
  OPERATION_REMOVE,
  OPERATION_MOVE,
} Operation;

typedef struct
{
  RgmDataSet         *data_set;
  Operation           operation;
  const char         *text;
  const char * const *texts;
  gconstpointer       record;
  int                 position;   /* to add at, or by how much to move */
  GPtrArray          *arrays;     /* kept until they are owned */
  GPtrArray          *pool;       /* memory kept so */
} Edit;

static gboolean change (Edit                 *self,
                        const RgmDescription *description,
                        gpointer              fields,
                        char                **path,
                        GError              **error);

static gboolean
fail_to_find (GError    **error,
              const char *segment)
{
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("There is no “%s” to change."), segment != NULL ? segment : "");
  return FALSE;
}

static gboolean
find_position (const RgmDescription *description,
               GPtrArray            *records,
               const char           *segment,
               guint                *position)
{
  guint64 number;

  if (rgm_description_find_id (description) != NULL)
    {
      gpointer record = rgm_record_find (description, records, segment);

      return record != NULL && g_ptr_array_find (records, record, position);
    }

  if (!g_ascii_string_to_unsigned (segment, 10, 0, G_MAXUINT, &number, NULL) || number >= records->len)
    return FALSE;
  *position = (guint) number;

  return TRUE;
}

static gpointer
share (const RgmDescription *description,
       gconstpointer         record)
{
  return description->is_object ? g_object_ref ((gpointer) record) : rgm_record_new (description, record);
}

static GPtrArray *
copy_array (Edit                 *self,
            const RgmDescription *description,
            GPtrArray            *records)
{
  GPtrArray *copy = rgm_description_new_array (description, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copy, share (description, g_ptr_array_index (records, i)));
  g_ptr_array_add (self->arrays, copy);

  return copy;
}

/* Returns: (transfer full) (nullable): the record with the edit made at the end of the path */
static gpointer
make_changed (Edit                  *self,
              const RgmDescription  *description,
              gconstpointer          record,
              char                 **path,
              GError               **error)
{
  g_autofree char *fields = g_memdup2 (record, description->size);

  return change (self, description, fields, path, error) ? rgm_record_new (description, fields) : NULL;
}

static gboolean
change_element (Edit            *self,
                const RgmField  *field,
                gpointer         fields,
                char           **path,
                GError         **error)
{
  const RgmDescription *element = field->element;
  GPtrArray *records = MEMBER (fields, field, GPtrArray *);
  GPtrArray *copy;
  guint position;
  gpointer made;

  if (!find_position (element, records, path[0], &position))
    return fail_to_find (error, path[0]);

  copy = copy_array (self, element, records);
  MEMBER (fields, field, GPtrArray *) = copy;

  if (path[1] == NULL && self->operation == OPERATION_REMOVE)
    {
      g_ptr_array_remove_index (copy, position);
      return TRUE;
    }

  if (path[1] == NULL && self->operation == OPERATION_MOVE)
    {
      int target = CLAMP ((int) position + self->position, 0, (int) copy->len - 1);

      made = g_ptr_array_steal_index (copy, position);
      g_ptr_array_insert (copy, target, made);
      return TRUE;
    }

  if (path[1] == NULL && self->operation == OPERATION_SET_RECORD)
    made = share (element, self->record);
  else
    made = make_changed (self, element, g_ptr_array_index (records, position), path + 1, error);
  if (made == NULL)
    return FALSE;

  element->free (copy->pdata[position]);
  copy->pdata[position] = made;

  return TRUE;
}

static gboolean
change_record (Edit            *self,
               const RgmField  *field,
               gpointer         fields,
               char           **path,
               GError         **error)
{
  gpointer *member = &MEMBER (fields, field, gpointer);
  GPtrArray *keep;
  gpointer made;

  if (path[0] == NULL && self->operation == OPERATION_REMOVE)
    {
      *member = NULL;
      return TRUE;
    }

  if (path[0] == NULL && (self->operation == OPERATION_SET_RECORD || self->operation == OPERATION_ADD))
    made = share (field->element, self->record);
  else if (*member == NULL)
    {
      g_autofree char *absent = rgm_record_alloc (field->element);

      made = change (self, field->element, absent, path, error) ? rgm_record_new (field->element, absent) : NULL;
    }
  else
    made = make_changed (self, field->element, *member, path, error);
  if (made == NULL)
    return FALSE;

  keep = rgm_description_new_array (field->element, 1);
  g_ptr_array_add (keep, made);
  g_ptr_array_add (self->arrays, keep);
  *member = made;

  return TRUE;
}

static gboolean
change_list (Edit            *self,
             const RgmField  *field,
             gpointer         fields,
             GError         **error)
{
  GPtrArray *copy;

  if (self->operation != OPERATION_ADD)
    return fail_to_find (error, field->key);

  copy = copy_array (self, field->element, MEMBER (fields, field, GPtrArray *));
  g_ptr_array_insert (copy, self->position < 0 || self->position > (int) copy->len ? -1 : self->position,
                      share (field->element, self->record));
  MEMBER (fields, field, GPtrArray *) = copy;

  return TRUE;
}

/* Whether a field takes what it is set to: a list takes texts, and what is one value takes one. */
static gboolean
takes (const RgmField *field,
       const Edit     *edit)
{
  gboolean is_list = field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES || field->kind == RGM_FIELD_OBJECTS;

  return edit->operation == OPERATION_SET_TEXT
           ? !is_list
           : edit->operation == OPERATION_SET_TEXTS && (is_list || edit->texts[0] == NULL || edit->texts[1] == NULL);
}

/* Makes the edit in a struct, which borrows what it refers to. */
static gboolean
change (Edit                 *self,
        const RgmDescription *description,
        gpointer              fields,
        char                **path,
        GError              **error)
{
  const RgmField *field = path[0] != NULL ? rgm_description_find_field (description, path[0]) : NULL;

  if (field == NULL)
    return fail_to_find (error, path[0]);

  if (field->kind == RGM_FIELD_INLINE)
    return change (self, field->element, &MEMBER (fields, field, char), path + 1, error);
  if (field->kind == RGM_FIELD_RECORDS)
    return path[1] != NULL ? change_element (self, field, fields, path + 1, error) : change_list (self, field, fields, error);
  if (field->kind == RGM_FIELD_RECORD)
    return change_record (self, field, fields, path + 1, error);
  if (path[1] != NULL || field->kind == RGM_FIELD_ID)
    return fail_to_find (error, path[1] != NULL ? path[1] : path[0]);
  if (!takes (field, self))
    return fail_to_find (error, path[0]);

  return self->operation == OPERATION_SET_TEXT
           ? rgm_edit_value_set_text (self->data_set, field, fields, self->text, self->pool, error)
           : rgm_edit_value_set_texts (self->data_set, field, fields, self->texts, self->pool, self->arrays, error);
}

/* ── The data set ────────────────────────────────────────────────────────────── */

static gboolean
refuse_used (const char  *name,
             char       **users,
             GError     **error)
{
  g_autofree char *names = g_strjoinv (", ", users);

  /* Translators: the first is the name of a record, the second those of the records that refer to it. */
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_REFUSED,
                 _("“%s” cannot be deleted, because it is used by: %s. Change or delete what uses it first."), name, names);

  return FALSE;
}

/* The id of a value says which it is within its biomarker only. */
static char **
list_users (RgmDataSet           *data_set,
            const RgmDescription *description,
            const char           *path,
            const char           *id)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", 3);

  return description == &rgm_biomarker_value_description ? rgm_edit_list_users_within (data_set, description, segments[1], id)
                                                         : rgm_edit_list_users (data_set, description, id, NULL);
}

/* Whether nothing but itself refers to a record, or to one that it contains. */
static gboolean
check_removal (RgmDataSet   *data_set,
               const char   *path,
               GError      **error)
{
  const RgmDescription *description;
  gconstpointer record = rgm_edit_find (data_set, path, &description, NULL);
  const char *id = record != NULL ? rgm_record_get_id (description, record) : NULL;
  g_auto (GStrv) users = id != NULL ? list_users (data_set, description, path, id) : NULL;

  if (users != NULL && users[0] != NULL)
    return refuse_used (rgm_edit_get_name (description, record), users, error);

  if (record == NULL || description != &rgm_trial_description)
    return TRUE;

  for (guint i = 0; i < ((const RgmTrial *) record)->arms->len; i++)
    {
      const RgmArm *arm = g_ptr_array_index (((const RgmTrial *) record)->arms, i);
      g_auto (GStrv) arm_users = rgm_edit_list_users (data_set, &rgm_arm_description, arm->id, record);

      if (arm_users[0] != NULL)
        return refuse_used (rgm_edit_get_name (description, record), arm_users, error);
    }

  return TRUE;
}

/* What the edit concerns: a record of the data set with all that it contains. */
static RgmDataSet *
revise_element (Edit            *self,
                const RgmField  *field,
                char           **path,
                GError         **error)
{
  GPtrArray *records = MEMBER (self->data_set, field, GPtrArray *);
  g_autoptr (GPtrArray) made = rgm_description_new_array (field->element, 1);
  RgmEdit edit = { .description = field->element, .id = path[0] };
  gpointer record;
  guint position;

  /* A record itself is neither a list nor a text. */
  if (!find_position (field->element, records, path[0], &position) ||
      (path[1] == NULL && self->operation != OPERATION_SET_RECORD && self->operation != OPERATION_REMOVE))
    {
      fail_to_find (error, path[0]);
      return NULL;
    }

  if (path[1] == NULL)
    record = self->operation == OPERATION_SET_RECORD ? share (field->element, self->record) : NULL;
  else
    record = make_changed (self, field->element, g_ptr_array_index (records, position), path + 1, error);

  if (record != NULL)
    g_ptr_array_add (made, record);
  if ((record == NULL && self->operation != OPERATION_REMOVE) || (record == NULL && path[1] != NULL) ||
      (record != NULL && !rgm_edit_check_record (self->data_set, field->element, record, NULL, error)))
    return NULL;

  if (record != NULL && rgm_record_equal (field->element, record, g_ptr_array_index (records, position)))
    return g_object_ref (self->data_set);

  edit.record = record;

  return rgm_data_set_revise (self->data_set, &edit, 1, error);
}

/* What no other record can refer to, and lists in another order or with one more. */
static RgmDataSet *
revise_fields (Edit            *self,
               const RgmField  *field,
               char           **path,
               GError         **error)
{
  RgmDataSet fields = *self->data_set;

  if (!change (self, DESCRIPTION, &fields, path, error))
    return NULL;

  if (self->operation == OPERATION_ADD && path[1] == NULL && field->kind == RGM_FIELD_RECORDS)
    {
      const char *id = rgm_record_get_id (field->element, self->record);

      if (id != NULL && rgm_edit_look_up (self->data_set, field->element, id) != NULL)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("The id “%s” is there twice."), id);
          return NULL;
        }
      if (!rgm_edit_check_record (self->data_set, field->element, self->record, NULL, error))
        return NULL;
    }
  else if (self->operation == OPERATION_MOVE)
    {
      g_autoptr (RgmDataSet) revised = rgm_record_new (DESCRIPTION, &fields);

      /* At the end of a list there is nowhere to go. */
      return rgm_field_equal (field, self->data_set, revised) ? g_object_ref (self->data_set) : g_steal_pointer (&revised);
    }
  else
    {
      g_autoptr (RgmDataSet) revised = rgm_record_new (DESCRIPTION, &fields);

      if (field->kind != RGM_FIELD_RECORDS && rgm_field_equal (field, self->data_set, revised))
        return g_object_ref (self->data_set);

      return rgm_edit_check_field (revised, DESCRIPTION, revised, field, NULL, error) ? g_steal_pointer (&revised) : NULL;
    }

  return rgm_record_new (DESCRIPTION, &fields);
}

static char **
split_path (const char *path)
{
  char **segments = g_strsplit (path, "/", -1);

  for (guint i = 0; segments[i] != NULL; i++)
    if (strchr (segments[i], '%') != NULL)
      {
        g_autofree char *plain = g_uri_unescape_string (segments[i], NULL);

        /* No id is anything but UTF-8. */
        if (plain != NULL && g_utf8_validate (plain, -1, NULL))
          {
            g_free (segments[i]);
            segments[i] = g_steal_pointer (&plain);
          }
      }

  return segments;
}

static RgmDataSet *
revise (Edit        *self,
        const char  *path,
        GError     **error)
{
  g_auto (GStrv) segments = split_path (path);
  const RgmField *field = segments[0] != NULL ? rgm_description_find_field (DESCRIPTION, segments[0]) : NULL;
  g_autoptr (GPtrArray) arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_free);
  gboolean is_element;

  if (field == NULL)
    {
      fail_to_find (error, path);
      return NULL;
    }

  self->arrays = arrays;
  self->pool = pool;
  if (self->operation == OPERATION_REMOVE && !check_removal (self->data_set, path, error))
    return NULL;

  is_element = field->kind == RGM_FIELD_RECORDS && segments[1] != NULL && rgm_description_find_id (field->element) != NULL &&
               !(segments[2] == NULL && self->operation == OPERATION_MOVE);

  return is_element ? revise_element (self, field, segments + 1, error) : revise_fields (self, field, segments, error);
}

/* ── Edits ───────────────────────────────────────────────────────────────────── */

/**
 * rgm_edit_set_text:
 * @data_set: a data set
 * @path: the path of a field that is one text, number, choice or reference
 * @text: (nullable): its value as a person types it, with the locale's decimal mark: for a
 *   choice its nick, for a reference the id, for a boolean "true" or "false"; %NULL or "" for none
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the revision, which is @data_set where nothing changes;
 *   %NULL if the value can't be stored
 */
RgmDataSet *
rgm_edit_set_text (RgmDataSet  *data_set,
                   const char  *path,
                   const char  *text,
                   GError     **error)
{
  Edit edit = { .data_set = data_set, .operation = OPERATION_SET_TEXT, .text = text };

  return revise (&edit, path, error);
}

/* The same for a list of texts or of references. */
RgmDataSet *
rgm_edit_set_texts (RgmDataSet          *data_set,
                    const char          *path,
                    const char * const  *texts,
                    GError             **error)
{
  Edit edit = { .data_set = data_set, .operation = OPERATION_SET_TEXTS, .texts = texts };

  return revise (&edit, path, error);
}

/* Puts a record in the place of the one at @path; it must have the same id. */
RgmDataSet *
rgm_edit_set_record (RgmDataSet     *data_set,
                     const char     *path,
                     gconstpointer   record,
                     GError        **error)
{
  Edit edit = { .data_set = data_set, .operation = OPERATION_SET_RECORD, .record = record };

  return revise (&edit, path, error);
}

/**
 * rgm_edit_add:
 * @data_set: a data set
 * @path: the path of a list
 * @record: the record to add; what is no object is copied
 * @position: where in the list; -1 for its end
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the revision; %NULL if the record can't be stored
 */
RgmDataSet *
rgm_edit_add (RgmDataSet     *data_set,
              const char     *path,
              gconstpointer   record,
              int             position,
              GError        **error)
{
  Edit edit = { .data_set = data_set, .operation = OPERATION_ADD, .record = record, .position = position };

  return revise (&edit, path, error);
}

/* Removes the record at @path. One that others refer to is refused, with their names. */
RgmDataSet *
rgm_edit_remove (RgmDataSet  *data_set,
                 const char  *path,
                 GError     **error)
{
  Edit edit = { .data_set = data_set, .operation = OPERATION_REMOVE };

  return revise (&edit, path, error);
}

/* Moves the record at @path up (@by below 0) or down in its list. */
RgmDataSet *
rgm_edit_move (RgmDataSet  *data_set,
               const char  *path,
               int          by,
               GError     **error)
{
  Edit edit = { .data_set = data_set, .operation = OPERATION_MOVE, .position = by };

  return revise (&edit, path, error);
}
