/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "rgm-edit-check.h"
#include "rgm-edit-value.h"
#include "rgm-error.h"
#include "rgm-format.h"
#include "rgm-json-writer.h"
#include "rgm-record-check.h"

#define MEMBER RGM_FIELD_MEMBER

/* Whether a text is a number, as a person types it or a paper prints it: with the locale's decimal mark, or with a dot, which papers
   print everywhere, and neither groups of thousands nor exponents. "1.234" must not become another number by where it is read. */
static gboolean
parse_value (const char *text,
             double     *number)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  const char *mark = localeconv ()->decimal_point;
  gsize length = strlen (mark);
  GString *ascii = g_string_new (NULL);
  g_autofree char *owned = NULL;
  gboolean has_mark = FALSE;
  gboolean is_number = *plain != '\0';
  char *end;

  for (const char *p = plain; *p != '\0' && is_number; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (ascii, *p);
    else if (!has_mark && ascii->len > 0 && (*p == '.' || (length > 0 && g_str_has_prefix (p, mark))))
      {
        has_mark = TRUE;
        p += *p == '.' ? 0 : length - 1;
        g_string_append_c (ascii, '.');
      }
    else
      is_number = FALSE;

  owned = g_string_free (ascii, FALSE);
  if (!is_number || owned[0] == '\0' || g_str_has_suffix (owned, "."))
    return FALSE;
  *number = g_ascii_strtod (owned, &end);

  return *end == '\0';
}

static gboolean
set_number (const RgmField  *field,
            gpointer         fields,
            const char      *text,
            GError         **error)
{
  g_autofree char *fault = NULL;
  double number;

  if (!parse_value (text, &number))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT,
                     field->kind == RGM_FIELD_INTEGER ? _("“%s” is not a whole number.") : _("“%s” is not a number."), text);
      return FALSE;
    }

  fault = rgm_field_check_number (field, number);
  if (fault != NULL)
    return rgm_edit_refuse (error, fault);

  if (field->kind == RGM_FIELD_INTEGER)
    MEMBER (fields, field, gint64) = (gint64) number;
  else if (field->kind == RGM_FIELD_NUMBER)
    MEMBER (fields, field, double) = number;
  else
    MEMBER (fields, field, RgmBound) = (RgmBound) { RGM_STATE_REPORTED, number };

  return TRUE;
}

static gboolean
set_boolean (const RgmField  *field,
             gpointer         fields,
             const char      *text,
             GError         **error)
{
  gboolean is_true = g_str_equal (text, "true");

  if (!is_true && !g_str_equal (text, "false"))
    {
      g_autofree char *found = rgm_quote_found (text);
      g_autofree char *fault = g_strdup_printf (_("expected true or false, found %s"), found);

      return rgm_edit_refuse (error, fault);
    }
  MEMBER (fields, field, gboolean) = is_true;

  return TRUE;
}

static void
set_absent (const RgmField *field,
            gpointer        fields)
{
  switch ((int) field->kind)
    {
    case RGM_FIELD_INTEGER:
      MEMBER (fields, field, gint64) = -1;
      break;
    case RGM_FIELD_NUMBER:
      MEMBER (fields, field, double) = field->min > 0 ? 0 : NAN;
      break;
    case RGM_FIELD_BOUND:
      MEMBER (fields, field, RgmBound) = (RgmBound) { RGM_STATE_NOT_REPORTED, 0 };
      break;
    case RGM_FIELD_DAY:
      g_date_clear (&MEMBER (fields, field, GDate), 1);
      break;
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
      MEMBER (fields, field, int) = 0;
      break;
    default:
      MEMBER (fields, field, gpointer) = NULL;
      break;
    }
}

static gpointer
find_object (RgmDataSet      *data_set,
             const RgmField  *field,
             const char      *id,
             GError         **error)
{
  gconstpointer found = rgm_edit_look_up (data_set, field->element, id);

  if (found == NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("The data set has no record “%s” to refer to."), id);

  return (gpointer) found;
}

/*< private >
 * rgm_edit_value_set_text:
 * @data_set: what a reference refers into
 * @field: a field of one value
 * @fields: the struct that it is set in
 * @text: (nullable): the value, as for rgm_edit_set_text()
 * @pool: takes memory that the struct borrows
 * @error: return location for an error
 *
 * Returns: whether it was set
 */
gboolean
rgm_edit_value_set_text (RgmDataSet      *data_set,
                         const RgmField  *field,
                         gpointer         fields,
                         const char      *text,
                         GPtrArray       *pool,
                         GError         **error)
{
  g_autofree char *fault = NULL;
  gpointer object;
  char *copy;

  if (text == NULL || *text == '\0')
    {
      set_absent (field, fields);
      return TRUE;
    }

  switch ((int) field->kind)
    {
    case RGM_FIELD_INTEGER:
    case RGM_FIELD_NUMBER:
      return set_number (field, fields, text, error);
    case RGM_FIELD_BOUND:
      if (rgm_enum_find (RGM_TYPE_STATE, text) > 0)
        {
          MEMBER (fields, field, RgmBound) = (RgmBound) { (RgmState) rgm_enum_find (RGM_TYPE_STATE, text), 0 };
          return TRUE;
        }
      return set_number (field, fields, text, error);
    case RGM_FIELD_BOOLEAN:
      return set_boolean (field, fields, text, error);
    case RGM_FIELD_OBJECT:
      object = find_object (data_set, field, text, error);
      if (object != NULL)
        MEMBER (fields, field, gpointer) = object;
      return object != NULL;
    default:
      break;
    }

  fault = rgm_field_check_text (field, text, NULL);
  if (fault != NULL)
    return rgm_edit_refuse (error, fault);

  if (field->kind == RGM_FIELD_ENUM)
    MEMBER (fields, field, int) = rgm_enum_find (field->type (), text);
  else if (field->kind == RGM_FIELD_DAY)
    rgm_date_parse (text, TRUE, &MEMBER (fields, field, GDate));
  else
    {
      copy = g_strdup (text);
      g_ptr_array_add (pool, copy);
      MEMBER (fields, field, char *) = copy;
    }

  return TRUE;
}

static const char * const *
normalise (const RgmField      *field,
           const char * const  *texts,
           GPtrArray           *pool)
{
  guint n = g_strv_length ((char **) texts);
  char **normalised = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      normalised[i] = field->normalise (texts[i]);
      g_ptr_array_add (pool, normalised[i]);
    }
  g_ptr_array_add (pool, normalised);

  return (const char * const *) normalised;
}

gboolean
rgm_edit_value_set_texts (RgmDataSet          *data_set,
                          const RgmField      *field,
                          gpointer             fields,
                          const char * const  *texts,
                          GPtrArray           *pool,
                          GPtrArray           *arrays,
                          GError             **error)
{
  if (field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES)
    {
      /* The record copies the list before the caller can change it. */
      MEMBER (fields, field, const char * const *) = field->normalise != NULL ? normalise (field, texts, pool) : texts;
      return TRUE;
    }

  if (field->kind == RGM_FIELD_OBJECTS)
    {
      GPtrArray *objects = rgm_description_new_array (field->element, g_strv_length ((char **) texts));

      g_ptr_array_add (arrays, objects);
      for (guint i = 0; texts[i] != NULL; i++)
        {
          gpointer object = find_object (data_set, field, texts[i], error);

          if (object == NULL)
            return FALSE;
          g_ptr_array_add (objects, g_object_ref (object));
        }
      MEMBER (fields, field, GPtrArray *) = objects;
      return TRUE;
    }

  return rgm_edit_value_set_text (data_set, field, fields, texts[0], pool, error);
}

/**
 * rgm_edit_value_to_text:
 * @field: a field of one value
 * @record: a record that has it
 *
 * Returns: (transfer full): what rgm_edit_set_text() takes to set it so; "" where it is absent
 */
char *
rgm_edit_value_to_text (const RgmField *field,
                        gconstpointer   record)
{
  if (rgm_field_is_absent (field, record))
    return g_strdup ("");

  switch ((int) field->kind)
    {
    case RGM_FIELD_DAY:
      {
        const GDate *day = &MEMBER (record, field, const GDate);

        return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
      }
    case RGM_FIELD_ENUM:
      return g_strdup (rgm_enum_get_nick (field->type (), MEMBER (record, field, const int)));
    case RGM_FIELD_BOOLEAN:
      return g_strdup ("true");
    case RGM_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, MEMBER (record, field, const gint64));
    case RGM_FIELD_NUMBER:
    case RGM_FIELD_BOUND:
      {
        RgmBound bound = { RGM_STATE_REPORTED, 0 };

        if (field->kind == RGM_FIELD_BOUND)
          bound = MEMBER (record, field, const RgmBound);
        else
          bound.value = MEMBER (record, field, const double);

        return bound.state == RGM_STATE_REPORTED ? rgm_format_number (bound.value, rgm_format_decimals_of (bound.value))
                                                 : g_strdup (rgm_enum_get_nick (RGM_TYPE_STATE, (int) bound.state));
      }
    case RGM_FIELD_OBJECT:
      return g_strdup (rgm_record_get_id (field->element, MEMBER (record, field, gconstpointer const)));
    default:
      return g_strdup (MEMBER (record, field, const char *const));
    }
}
