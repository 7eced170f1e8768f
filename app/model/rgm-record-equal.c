/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-estimate.h"
#include "rgm-record.h"

#define MEMBER RGM_FIELD_MEMBER

/**
 * rgm_field_is_absent:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: whether nothing is known of it: unless it is required, documents leave it out
 */
gboolean
rgm_field_is_absent (const RgmField *field,
                     gconstpointer   record)
{
  switch (field->kind)
    {
    case RGM_FIELD_DAY:
      return !g_date_valid (&MEMBER (record, field, const GDate));
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
      return (field->flags & RGM_REQUIRED) == 0 && MEMBER (record, field, const int) == 0;
    case RGM_FIELD_INTEGER:
      return MEMBER (record, field, const gint64) < 0;
    case RGM_FIELD_NUMBER:
      return isnan (MEMBER (record, field, const double)) || (field->min > 0 && !(MEMBER (record, field, const double) > 0));
    case RGM_FIELD_BOUND:
      return MEMBER (record, field, const RgmBound).state == RGM_STATE_NOT_REPORTED;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      return MEMBER (record, field, char **const)[0] == NULL;
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      return MEMBER (record, field, GPtrArray *const)->len == 0;
    case RGM_FIELD_INLINE:
      for (guint i = 0; i < field->element->n_fields; i++)
        if (!rgm_field_is_absent (&field->element->fields[i], &MEMBER (record, field, const char)))
          return FALSE;
      return TRUE;
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
    case RGM_FIELD_OBJECT:
    case RGM_FIELD_RECORD:
    default:
      return MEMBER (record, field, gconstpointer const) == NULL;
    }
}

/* Records that are referred to are the same if their ids are. */
static gboolean
equal_elements (const RgmField *field,
                gconstpointer   one,
                gconstpointer   other)
{
  if (one == other)
    return TRUE;
  if (one == NULL || other == NULL)
    return FALSE;
  if (field->kind == RGM_FIELD_OBJECT || field->kind == RGM_FIELD_OBJECTS)
    return g_strcmp0 (rgm_record_get_id (field->element, one), rgm_record_get_id (field->element, other)) == 0;

  return rgm_record_equal (field->element, one, other);
}

static gboolean
equal_arrays (const RgmField *field,
              GPtrArray      *one,
              GPtrArray      *other)
{
  if (one == other)
    return TRUE;
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    if (!equal_elements (field, g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
      return FALSE;

  return TRUE;
}

static gboolean
equal_bounds (RgmBound one,
              RgmBound other)
{
  return one.state == other.state && (one.state != RGM_STATE_REPORTED || one.value == other.value);
}

static gboolean
equal_days (const GDate *one,
            const GDate *other)
{
  if (!g_date_valid (one) || !g_date_valid (other))
    return g_date_valid (one) == g_date_valid (other);

  return g_date_compare (one, other) == 0;
}

/**
 * rgm_field_equal:
 * @field: a field
 * @one: a record that has it
 * @other: another
 *
 * Returns: whether it says the same in both
 */
gboolean
rgm_field_equal (const RgmField *field,
                 gconstpointer   one,
                 gconstpointer   other)
{
  if (rgm_field_is_absent (field, one) || rgm_field_is_absent (field, other))
    return rgm_field_is_absent (field, one) == rgm_field_is_absent (field, other);

  switch (field->kind)
    {
    case RGM_FIELD_DAY:
      return equal_days (&MEMBER (one, field, const GDate), &MEMBER (other, field, const GDate));
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
      return MEMBER (one, field, const int) == MEMBER (other, field, const int);
    case RGM_FIELD_INTEGER:
      return MEMBER (one, field, const gint64) == MEMBER (other, field, const gint64);
    case RGM_FIELD_NUMBER:
      return MEMBER (one, field, const double) == MEMBER (other, field, const double);
    case RGM_FIELD_BOUND:
      return equal_bounds (MEMBER (one, field, const RgmBound), MEMBER (other, field, const RgmBound));
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      return g_strv_equal (MEMBER (one, field, const char *const *const), MEMBER (other, field, const char *const *const));
    case RGM_FIELD_OBJECT:
    case RGM_FIELD_RECORD:
      return equal_elements (field, MEMBER (one, field, gconstpointer const), MEMBER (other, field, gconstpointer const));
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      return equal_arrays (field, MEMBER (one, field, GPtrArray *const), MEMBER (other, field, GPtrArray *const));
    case RGM_FIELD_INLINE:
      return rgm_record_equal (field->element, &MEMBER (one, field, const char), &MEMBER (other, field, const char));
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
    default:
      return g_str_equal (MEMBER (one, field, const char *const), MEMBER (other, field, const char *const));
    }
}

/**
 * rgm_record_equal:
 * @description: what both are
 * @one: a record
 * @other: another
 *
 * Returns: whether every field says the same in both. The fields that differ are those for
 *   which rgm_field_equal () doesn't hold.
 */
gboolean
rgm_record_equal (const RgmDescription *description,
                  gconstpointer         one,
                  gconstpointer         other)
{
  if (one == other)
    return TRUE;

  for (guint i = 0; i < description->n_fields; i++)
    if (!rgm_field_equal (&description->fields[i], one, other))
      return FALSE;

  return TRUE;
}
