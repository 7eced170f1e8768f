/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-enum.h"
#include "rgm-estimate.h"
#include "rgm-json-writer.h"
#include "rgm-store-write.h"

#define MEMBER RGM_FIELD_MEMBER

static void write_record (RgmJsonWriter        *writer,
                          const RgmDescription *description,
                          gconstpointer         record);

static void
write_bound (RgmJsonWriter *writer,
             RgmBound       bound)
{
  if (bound.state == RGM_STATE_REPORTED)
    {
      rgm_json_writer_double (writer, bound.value);
      return;
    }

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "state", rgm_enum_get_nick (RGM_TYPE_STATE, (int) bound.state));
  rgm_json_writer_end_object (writer);
}

static void
write_day (RgmJsonWriter *writer,
           const GDate   *day)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));

  rgm_json_writer_string (writer, text);
}

static void
write_array (RgmJsonWriter  *writer,
             const RgmField *field,
             GPtrArray      *array)
{
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < array->len; i++)
    {
      gconstpointer element = g_ptr_array_index (array, i);

      if (field->kind == RGM_FIELD_OBJECTS)
        rgm_json_writer_string (writer, rgm_record_get_id (field->element, element));
      else
        write_record (writer, field->element, element);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_value (RgmJsonWriter  *writer,
             const RgmField *field,
             gconstpointer   record)
{
  switch (field->kind)
    {
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
      rgm_json_writer_string (writer, MEMBER (record, field, const char *const));
      break;
    case RGM_FIELD_DAY:
      write_day (writer, &MEMBER (record, field, const GDate));
      break;
    case RGM_FIELD_ENUM:
      rgm_json_writer_string (writer, rgm_enum_get_nick (field->type (), MEMBER (record, field, const int)));
      break;
    case RGM_FIELD_BOOLEAN:
      rgm_json_writer_boolean (writer, MEMBER (record, field, const gboolean));
      break;
    case RGM_FIELD_INTEGER:
      rgm_json_writer_int (writer, MEMBER (record, field, const gint64));
      break;
    case RGM_FIELD_NUMBER:
      rgm_json_writer_double (writer, MEMBER (record, field, const double));
      break;
    case RGM_FIELD_BOUND:
      write_bound (writer, MEMBER (record, field, const RgmBound));
      break;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      rgm_json_writer_strv (writer, MEMBER (record, field, char **const));
      break;
    case RGM_FIELD_OBJECT:
      rgm_json_writer_string (writer, rgm_record_get_id (field->element, MEMBER (record, field, gconstpointer const)));
      break;
    case RGM_FIELD_RECORD:
      write_record (writer, field->element, MEMBER (record, field, gconstpointer const));
      break;
    case RGM_FIELD_OBJECTS:
    case RGM_FIELD_RECORDS:
      write_array (writer, field, MEMBER (record, field, GPtrArray *const));
      break;
    case RGM_FIELD_INLINE:
      write_record (writer, field->element, &MEMBER (record, field, const char));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Required lists and objects show absence by being empty; other required values by null. */
static gboolean
is_null (const RgmField *field,
         gconstpointer   record)
{
  gboolean can_be_empty = field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES ||
                          field->kind == RGM_FIELD_OBJECTS || field->kind == RGM_FIELD_RECORDS ||
                          field->kind == RGM_FIELD_INLINE || field->kind == RGM_FIELD_BOUND;

  return !can_be_empty && rgm_field_is_absent (field, record);
}

static void
write_record (RgmJsonWriter        *writer,
              const RgmDescription *description,
              gconstpointer         record)
{
  rgm_json_writer_begin_object (writer);
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if ((field->flags & RGM_REQUIRED) == 0 && rgm_field_is_absent (field, record))
        continue;

      rgm_json_writer_name (writer, field->key);
      if (is_null (field, record))
        rgm_json_writer_null (writer);
      else
        write_value (writer, field, record);
    }
  rgm_json_writer_end_object (writer);
}

/**
 * rgm_store_write_data_set:
 * @data_set: a data set
 *
 * Writes a data set in the canonical form: keys in the order of the descriptions, two spaces
 * a level, optional fields that are absent left out, the shortest numbers that read back, and
 * a line feed at the end. Reading it gives an equal data set, and writing that the same bytes.
 *
 * Returns: (transfer full): the document
 */
GBytes *
rgm_store_write_data_set (RgmDataSet *data_set)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  char *text;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  write_record (writer, &rgm_data_set_description, data_set);
  text = rgm_json_writer_finish (writer);

  return g_bytes_new_take (text, strlen (text));
}
