/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-record-text.h"

#include "rgm-enum.h"
#include "rgm-estimate.h"
#include "rgm-json-writer.h"

#define MEMBER RGM_FIELD_MEMBER

static char *
join_ids (const RgmField *field,
          GPtrArray      *records,
          const char     *separator)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, (char *) rgm_record_get_id (field->element, g_ptr_array_index (records, i)));
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (separator, (char **) ids->pdata);
}

static char *
bound_to_text (RgmBound bound)
{
  return bound.state == RGM_STATE_REPORTED ? rgm_shortest_double (bound.value)
                                           : g_strdup (rgm_enum_get_nick (RGM_TYPE_STATE, (int) bound.state));
}

/**
 * rgm_field_to_text:
 * @field: a field that holds no record of its own, single, inline or in a list
 * @record: the record that it is a field of
 * @separator: what stands between the members of a list
 *
 * Writes a value as a document does, in every language alike; another record is written as its id.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if it is absent
 */
char *
rgm_field_to_text (const RgmField *field,
                   gconstpointer   record,
                   const char     *separator)
{
  if (rgm_field_is_absent (field, record))
    return NULL;

  switch (field->kind)
    {
    case RGM_FIELD_DAY:
      {
        const GDate *day = &MEMBER (record, field, const GDate);

        return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
      }
    case RGM_FIELD_ENUM:
      return g_strdup (rgm_enum_get_nick (field->type (), MEMBER (record, field, const int)));
    case RGM_FIELD_BOOLEAN:
      return g_strdup (MEMBER (record, field, const gboolean) ? "true" : "false");
    case RGM_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, MEMBER (record, field, const gint64));
    case RGM_FIELD_NUMBER:
      return rgm_shortest_double (MEMBER (record, field, const double));
    case RGM_FIELD_BOUND:
      return bound_to_text (MEMBER (record, field, const RgmBound));
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      return g_strjoinv (separator, MEMBER (record, field, char **const));
    case RGM_FIELD_OBJECT:
      return g_strdup (rgm_record_get_id (field->element, MEMBER (record, field, gconstpointer const)));
    case RGM_FIELD_OBJECTS:
      return join_ids (field, MEMBER (record, field, GPtrArray *const), separator);
    case RGM_FIELD_ID:
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_REFERENCE:
      return g_strdup (MEMBER (record, field, const char *const));
    case RGM_FIELD_RECORD:
    case RGM_FIELD_RECORDS:
    case RGM_FIELD_INLINE:
    default:
      g_return_val_if_reached (NULL);
    }
}
