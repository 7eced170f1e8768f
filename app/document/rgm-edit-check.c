/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-edit-check.h"
#include "rgm-error.h"
#include "rgm-punctuation.h"
#include "rgm-record-check.h"

#define MEMBER RGM_FIELD_MEMBER
#define DESCRIPTION (&rgm_data_set_description)

/* A record on its way into a data set is held to the same as one in a file. */

static gboolean check_fields (RgmDataSet           *data_set,
                              const RgmDescription *description,
                              gconstpointer         record,
                              const char           *owner,
                              GError              **error);

/**
 * rgm_edit_refuse:
 * @error: return location for an error
 * @fault: what is wrong, as it stands after the location of a fault: "expected …, found …"
 *
 * Returns: %FALSE, with the fault as a sentence
 */
gboolean
rgm_edit_refuse (GError     **error,
                 const char  *fault)
{
  gunichar first = g_unichar_toupper (g_utf8_get_char (fault));
  char upper[7] = { 0 };
  g_autofree char *capital = NULL;
  g_autofree char *sentence = NULL;

  g_unichar_to_utf8 (first, upper);
  capital = g_strconcat (upper, g_utf8_next_char (fault), NULL);
  sentence = rgm_end_sentence (capital);
  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, sentence);

  return FALSE;
}

/**
 * rgm_edit_look_up:
 * @data_set: a data set
 * @description: what is looked for
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the record; %NULL if the data set has none
 */
gconstpointer
rgm_edit_look_up (RgmDataSet           *data_set,
                  const RgmDescription *description,
                  const char           *id)
{
  if (description == &rgm_arm_description)
    return rgm_data_set_find_arm (data_set, id, NULL);

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *field = &DESCRIPTION->fields[i];
      gconstpointer found = NULL;

      if (field->kind == RGM_FIELD_RECORDS && field->element == description && rgm_description_find_id (description) != NULL)
        found = rgm_record_find (description, MEMBER (data_set, field, GPtrArray *), id);
      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  RgmCheck    parent;
  RgmDataSet *data_set;
  char       *fault;   /* the first */
} EditCheck;

static gconstpointer
find_record (RgmCheck             *check,
             const RgmDescription *description,
             const char           *id)
{
  return rgm_edit_look_up (((EditCheck *) check)->data_set, description, id);
}

static void
note_fault (RgmCheck   *check,
            const char *key,
            int         index,
            const char *member,
            const char *message)
{
  EditCheck *self = (EditCheck *) check;

  if (self->fault == NULL)
    self->fault = g_strdup (message);
}

/* References within a scope, to values of a biomarker, are looked up by it. */
static gboolean
has_target (RgmDataSet           *data_set,
            const RgmDescription *description,
            gconstpointer         record,
            const RgmField       *field,
            const char           *id)
{
  const RgmField *within = field->within != NULL ? rgm_description_find_field (description, field->within) : NULL;
  const char *scope;
  RgmBiomarker *biomarker;

  if (within == NULL || within->element != &rgm_biomarker_description)
    return rgm_edit_look_up (data_set, field->element, id) != NULL;

  scope = MEMBER (record, within, const char *const);
  biomarker = scope != NULL ? (RgmBiomarker *) rgm_edit_look_up (data_set, within->element, scope) : NULL;

  return biomarker != NULL && rgm_biomarker_find_value (biomarker, id) != NULL;
}

static gboolean
check_reference (RgmDataSet           *data_set,
                 const RgmDescription *description,
                 gconstpointer         record,
                 const RgmField       *field,
                 const char           *id,
                 GError              **error)
{
  /* An arm that a new trial brings along isn't in the data set yet. */
  if ((field->flags & RGM_PREFIXED) != 0 || field->element == NULL || has_target (data_set, description, record, field, id))
    return TRUE;

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("The data set has no record “%s” to refer to."), id);
  return FALSE;
}

static gboolean
check_text (const RgmField  *field,
            const char      *text,
            const char      *owner,
            GError         **error)
{
  g_autofree char *fault = rgm_field_check_text (field, text, owner);

  return fault == NULL || rgm_edit_refuse (error, fault);
}

static gboolean
check_texts (RgmDataSet           *data_set,
             const RgmDescription *description,
             gconstpointer         record,
             const RgmField       *field,
             const char           *owner,
             GError              **error)
{
  char **texts = MEMBER (record, field, char **const);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *fault = rgm_field_check_length (field, g_strv_length (texts));

  if (fault != NULL)
    return rgm_edit_refuse (error, fault);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!g_hash_table_add (seen, texts[i]))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("“%s” is in the list twice. Remove one of them."), texts[i]);
          return FALSE;
        }
      if (!check_text (field, texts[i], owner, error) ||
          (field->kind == RGM_FIELD_REFERENCES && !check_reference (data_set, description, record, field, texts[i], error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_number (const RgmField  *field,
              double           number,
              GError         **error)
{
  g_autofree char *fault = rgm_field_check_number (field, number);

  return fault == NULL || rgm_edit_refuse (error, fault);
}

static gboolean
check_records (RgmDataSet      *data_set,
               const RgmField  *field,
               GPtrArray       *records,
               const char      *owner,
               GError         **error)
{
  const RgmField *id = rgm_description_find_id (field->element);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *fault = rgm_field_check_length (field, records->len);

  if (fault != NULL)
    return rgm_edit_refuse (error, fault);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (id != NULL && MEMBER (record, id, char *) != NULL && !g_hash_table_add (seen, MEMBER (record, id, char *)))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("The id “%s” is there twice."), MEMBER (record, id, char *));
          return FALSE;
        }
      if (!rgm_edit_check_record (data_set, field->element, record, owner, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether a file may say what one field of a record does. */
gboolean
rgm_edit_check_field (RgmDataSet           *data_set,
                      const RgmDescription *description,
                      gconstpointer         record,
                      const RgmField       *field,
                      const char           *owner,
                      GError              **error)
{
  if (rgm_field_is_absent (field, record))
    {
      if (field->kind == RGM_FIELD_INLINE && (field->flags & RGM_REQUIRED) != 0)
        return check_fields (data_set, field->element, &MEMBER (record, field, const char), owner, error);
      if ((field->flags & RGM_REQUIRED) == 0 || field->kind == RGM_FIELD_TEXTS ||
          field->kind == RGM_FIELD_REFERENCES || field->kind == RGM_FIELD_OBJECTS || field->kind == RGM_FIELD_RECORDS ||
          field->kind == RGM_FIELD_BOOLEAN || field->kind == RGM_FIELD_ENUM)
        return (field->flags & RGM_FILLED) == 0 || rgm_edit_refuse (error, _("expected at least one element, found none"));

      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("This field cannot be empty: %s"), field->help);
      return FALSE;
    }

  switch (field->kind)
    {
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
      return check_text (field, MEMBER (record, field, const char *const), owner, error);
    case RGM_FIELD_REFERENCE:
      return check_text (field, MEMBER (record, field, const char *const), owner, error) &&
             check_reference (data_set, description, record, field, MEMBER (record, field, const char *const), error);
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      return check_texts (data_set, description, record, field, owner, error);
    case RGM_FIELD_INTEGER:
      return check_number (field, (double) MEMBER (record, field, const gint64), error);
    case RGM_FIELD_NUMBER:
      return check_number (field, MEMBER (record, field, const double), error);
    case RGM_FIELD_BOUND:
      return MEMBER (record, field, const RgmBound).state != RGM_STATE_REPORTED ||
             check_number (field, MEMBER (record, field, const RgmBound).value, error);
    case RGM_FIELD_RECORD:
      return rgm_edit_check_record (data_set, field->element, MEMBER (record, field, gconstpointer const), owner, error);
    case RGM_FIELD_RECORDS:
      return check_records (data_set, field, MEMBER (record, field, GPtrArray *const), owner, error);
    case RGM_FIELD_INLINE:
      return check_fields (data_set, field->element, &MEMBER (record, field, const char), owner, error);
    case RGM_FIELD_DAY:
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
    case RGM_FIELD_OBJECT:
    case RGM_FIELD_OBJECTS:
    default:
      return TRUE;
    }
}

static gboolean
check_fields (RgmDataSet           *data_set,
              const RgmDescription *description,
              gconstpointer         record,
              const char           *owner,
              GError              **error)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if (!rgm_edit_check_field (data_set, description, record, field, owner, error))
        return FALSE;
      if (field->kind == RGM_FIELD_ID)
        owner = MEMBER (record, field, const char *const);
    }

  return TRUE;
}

/**
 * rgm_edit_check_record:
 * @data_set: what the record refers into
 * @description: what the record is
 * @record: a record, with all that it contains
 * @owner: (nullable): the id of the record that contains it
 * @error: return location for an error
 *
 * Returns: whether a file may say this; if not, @error says in a sentence why
 */
gboolean
rgm_edit_check_record (RgmDataSet           *data_set,
                       const RgmDescription *description,
                       gconstpointer         record,
                       const char           *owner,
                       GError              **error)
{
  EditCheck check = { { find_record, note_fault }, data_set, NULL };
  g_autofree char *fault = NULL;

  if (!check_fields (data_set, description, record, owner, error))
    return FALSE;
  if (description->check != NULL)
    description->check (record, &check.parent);

  fault = check.fault;

  return fault == NULL || rgm_edit_refuse (error, fault);
}
