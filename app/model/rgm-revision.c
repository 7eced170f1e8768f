/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-error.h"
#include "rgm-revision.h"

#define MEMBER RGM_FIELD_MEMBER
#define DESCRIPTION (&rgm_data_set_description)

/* A revision on its way. Records that refer to a record that is replaced are replaced too. */
typedef struct
{
  GHashTable *successors;   /* from record to the one that takes its place */
  GPtrArray  *made;         /* arrays that are handed to new records, kept until those have them */
} Revision;

static gpointer succeed (Revision             *self,
                         const RgmDescription *description,
                         gpointer              record);

/* Whether a record, or one that it contains, refers to a record that is replaced. */
static gboolean
is_concerned (Revision             *self,
              const RgmDescription *description,
              gconstpointer         record)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      GPtrArray *members = NULL;
      gconstpointer member = NULL;

      if (field->kind == RGM_FIELD_OBJECTS || field->kind == RGM_FIELD_RECORDS)
        members = MEMBER (record, field, GPtrArray *const);
      else if (rgm_field_is_pointer (field))
        member = MEMBER (record, field, gconstpointer const);

      switch ((int) field->kind)
        {
        case RGM_FIELD_OBJECT:
          if (member != NULL && g_hash_table_contains (self->successors, member))
            return TRUE;
          break;
        case RGM_FIELD_OBJECTS:
          for (guint j = 0; members != NULL && j < members->len; j++)
            if (g_hash_table_contains (self->successors, g_ptr_array_index (members, j)))
              return TRUE;
          break;
        case RGM_FIELD_RECORD:
          if (member != NULL && is_concerned (self, field->element, member))
            return TRUE;
          break;
        case RGM_FIELD_RECORDS:
          for (guint j = 0; members != NULL && j < members->len; j++)
            if (is_concerned (self, field->element, g_ptr_array_index (members, j)))
              return TRUE;
          break;
        case RGM_FIELD_INLINE:
          if (is_concerned (self, field->element, &MEMBER (record, field, const char)))
            return TRUE;
          break;
        default:
          break;
        }
    }

  return FALSE;
}

static gpointer
share (const RgmDescription *description,
       gpointer              record)
{
  return description->is_object ? g_object_ref (record) : rgm_record_new (description, record);
}

/* The same array with the successors of its records. */
static GPtrArray *
succeed_array (Revision       *self,
               const RgmField *field,
               GPtrArray      *records)
{
  GPtrArray *array = rgm_description_new_array (field->element, records->len);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (array, succeed (self, field->element, g_ptr_array_index (records, i)));
  g_ptr_array_add (self->made, array);

  return array;
}

/* Sets the members of a struct that is a copy of a record's. */
static void
relink (Revision             *self,
        const RgmDescription *description,
        gpointer              fields)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      gpointer *member = &MEMBER (fields, field, gpointer);
      gpointer successor;

      switch ((int) field->kind)
        {
        case RGM_FIELD_OBJECT:
          successor = *member != NULL ? g_hash_table_lookup (self->successors, *member) : NULL;
          if (successor != NULL)
            *member = successor;
          break;
        case RGM_FIELD_RECORD:
          if (*member != NULL)
            {
              GPtrArray *array = rgm_description_new_array (field->element, 1);

              g_ptr_array_add (array, succeed (self, field->element, *member));
              g_ptr_array_add (self->made, array);
              *member = g_ptr_array_index (array, 0);
            }
          break;
        case RGM_FIELD_OBJECTS:
        case RGM_FIELD_RECORDS:
          *member = succeed_array (self, field, *member);
          break;
        case RGM_FIELD_INLINE:
          relink (self, field->element, member);
          break;
        default:
          break;
        }
    }
}

/* Returns: (transfer full): the record that takes a record's place, most often itself */
static gpointer
succeed (Revision             *self,
         const RgmDescription *description,
         gpointer              record)
{
  gpointer successor = g_hash_table_lookup (self->successors, record);
  g_autofree char *fields = NULL;

  if (successor != NULL)
    return share (description, successor);

  if (!is_concerned (self, description, record))
    return share (description, record);

  fields = g_memdup2 (record, description->size);
  relink (self, description, fields);
  successor = rgm_record_new (description, fields);
  if (description->is_object)
    g_hash_table_insert (self->successors, record, successor);

  return successor;
}

static const RgmEdit *
find_edit (const RgmEdit        *edits,
           guint                 n_edits,
           const RgmDescription *description,
           const char           *id)
{
  for (guint i = 0; i < n_edits; i++)
    if (edits[i].description == description && g_strcmp0 (edits[i].id, id) == 0)
      return &edits[i];

  return NULL;
}

/* One of the data set's lists after the edits; the same array where nothing changes. */
static GPtrArray *
revise_list (Revision       *self,
             const RgmField *field,
             GPtrArray      *records,
             const RgmEdit  *edits,
             guint           n_edits)
{
  g_autoptr (GPtrArray) revised = rgm_description_new_array (field->element, records->len);
  gboolean is_changed = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      const char *id = rgm_record_get_id (field->element, record);
      const RgmEdit *edit = id != NULL ? find_edit (edits, n_edits, field->element, id) : NULL;
      gpointer successor;

      if (edit != NULL)
        is_changed = TRUE;
      if (edit != NULL && edit->record == NULL)
        continue;
      if (edit != NULL)
        g_hash_table_insert (self->successors, record, edit->record);

      successor = succeed (self, field->element, record);
      is_changed = is_changed || (field->element->is_object && successor != record);
      g_ptr_array_add (revised, successor);
    }

  for (guint i = 0; i < n_edits; i++)
    if (edits[i].description == field->element && edits[i].id == NULL)
      {
        g_ptr_array_add (revised, share (field->element, edits[i].record));
        is_changed = TRUE;
      }

  if (!is_changed)
    return records;

  g_ptr_array_add (self->made, g_ptr_array_ref (revised));

  return revised;
}

/* Whether a record, or one that it contains, refers to a record by its id. */
gboolean
rgm_record_refers (const RgmDescription *description,
                   gconstpointer         record,
                   const RgmDescription *to,
                   const char           *id)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      GPtrArray *members = NULL;
      gconstpointer member = NULL;

      if (field->kind == RGM_FIELD_OBJECTS || field->kind == RGM_FIELD_RECORDS)
        members = MEMBER (record, field, GPtrArray *const);
      else if (rgm_field_is_pointer (field))
        member = MEMBER (record, field, gconstpointer const);

      switch ((int) field->kind)
        {
        case RGM_FIELD_REFERENCE:
          if (field->element == to && g_strcmp0 (member, id) == 0)
            return TRUE;
          break;
        case RGM_FIELD_REFERENCES:
          if (field->element == to && g_strv_contains (member, id))
            return TRUE;
          break;
        case RGM_FIELD_OBJECT:
          if (field->element == to && member != NULL && g_strcmp0 (rgm_record_get_id (to, member), id) == 0)
            return TRUE;
          break;
        case RGM_FIELD_OBJECTS:
          if (field->element == to && rgm_record_find (to, members, id) != NULL)
            return TRUE;
          break;
        case RGM_FIELD_RECORD:
          if (member != NULL && rgm_record_refers (field->element, member, to, id))
            return TRUE;
          break;
        case RGM_FIELD_RECORDS:
          for (guint j = 0; members != NULL && j < members->len; j++)
            if (rgm_record_refers (field->element, g_ptr_array_index (members, j), to, id))
              return TRUE;
          break;
        case RGM_FIELD_INLINE:
          if (rgm_record_refers (field->element, &MEMBER (record, field, const char), to, id))
            return TRUE;
          break;
        default:
          break;
        }
    }

  return FALSE;
}

/* Whether the data set lists what an edit is of: biomarkers are in two lists. */
static gboolean
has_list_for (RgmDataSet    *data_set,
              const RgmEdit *edit)
{
  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *list = &DESCRIPTION->fields[i];

      if (list->kind == RGM_FIELD_RECORDS && list->element == edit->description &&
          (edit->id == NULL || rgm_record_find (edit->description, MEMBER (data_set, list, GPtrArray *), edit->id) != NULL))
        return TRUE;
    }

  return FALSE;
}

/* Whether every edit finds its record, and nothing refers to what is removed. */
static gboolean
check_edits (RgmDataSet     *before,
             RgmDataSet     *after,
             const RgmEdit  *edits,
             guint           n_edits,
             GError        **error)
{
  for (guint i = 0; i < n_edits; i++)
    {
      const RgmEdit *edit = &edits[i];

      if (!has_list_for (before, edit))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("There is no record “%s” in the data set to change."), edit->id);
          return FALSE;
        }

      if (edit->record == NULL && rgm_record_refers (DESCRIPTION, after, edit->description, edit->id))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("“%s” cannot be removed: other records refer to it."), edit->id);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * rgm_data_set_revise:
 * @self: a data set
 * @edits: (array length=n_edits): what to change
 * @n_edits: how many
 * @error: the return location for an error
 *
 * Makes a new revision, which shares every record that no edit concerns. A record that
 * refers to one that is replaced refers to the new one. That ids are unique is for the
 * caller to see to.
 *
 * Returns: (transfer full) (nullable): the revision; %NULL if there is no record to change,
 *   or other records refer to one that is removed
 */
RgmDataSet *
rgm_data_set_revise (RgmDataSet     *self,
                     const RgmEdit  *edits,
                     guint           n_edits,
                     GError        **error)
{
  g_autoptr (GHashTable) successors = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (RgmDataSet) revised = NULL;
  Revision revision = { successors, made };
  RgmDataSet fields;

  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  memcpy (&fields, self, sizeof fields);

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *field = &DESCRIPTION->fields[i];
      GPtrArray **member = &MEMBER (&fields, field, GPtrArray *);

      if (field->kind == RGM_FIELD_RECORDS)
        *member = revise_list (&revision, field, *member, edits, n_edits);
    }

  revised = rgm_record_new (DESCRIPTION, &fields);
  if (!check_edits (self, revised, edits, n_edits, error))
    return NULL;

  return g_steal_pointer (&revised);
}
