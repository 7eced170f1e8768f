/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <stdio.h>

#include "rgm-data-set.h"
#include "rgm-enum.h"
#include "rgm-estimate.h"
#include "rgm-json-writer.h"

/* Prints the JSON Schema of data sets, which follows from the descriptions of the records. */

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
/* What is barred from every text, and the controls of the writing direction, for a class of characters. */
#define BARRED "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\ufdd0-\\ufdef\\ufffe\\uffff"
#define EMBEDDING "\\u202a-\\u202e"
#define ISOLATE "\\u2066-\\u2069"
/* What can't be seen: blanks, format controls, and letters that fonts leave empty. */
#define UNSEEN "\\s\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\U00013441\U00013442\U0001d159"
#define OTHERS "[^" BARRED EMBEDDING ISOLATE "]"
#define VISIBLE_TEXT "^(?=[\\s\\S]*[^" UNSEEN "])(?:" OTHERS "|[\\u202a\\u202b\\u202d\\u202e]" OTHERS "*\\u202c|[\\u2066-\\u2068]" OTHERS "*\\u2069)*$"
#define MONTH "(0[1-9]|1[0-2])"
#define DAY "(0[1-9]|[12][0-9]|3[01])"

static void
add_reference (RgmJsonWriter *writer,
               const char    *definition)
{
  g_autofree char *address = g_strconcat ("#/$defs/", definition, NULL);

  rgm_json_writer_add_string (writer, "$ref", address);
}

static void
add_number (RgmJsonWriter  *writer,
            const RgmField *field)
{
  rgm_json_writer_add_string (writer, "type", field->kind == RGM_FIELD_INTEGER ? "integer" : "number");
  rgm_json_writer_add_number (writer, "minimum", field->min);
  rgm_json_writer_add_number (writer, "maximum", field->max);
}

static void
add_terms (RgmJsonWriter *writer,
           GType          vocabulary)
{
  rgm_json_writer_add_strv (writer, "enum", (char **) rgm_enum_get_nicks (vocabulary));
}

/* A number, or why there is none; that there is one is said by the number. */
static void
add_bound (RgmJsonWriter  *writer,
           const RgmField *field)
{
  const char *const *states = rgm_enum_get_nicks (RGM_TYPE_STATE);

  rgm_json_writer_open_array (writer, "anyOf");
  rgm_json_writer_begin_object (writer);
  add_number (writer, field);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "type", "object");
  rgm_json_writer_open_object (writer, "properties");
  rgm_json_writer_open_object (writer, "state");
  rgm_json_writer_open_array (writer, "enum");
  for (guint i = 0; states[i] != NULL; i++)
    if (rgm_enum_find (RGM_TYPE_STATE, states[i]) != RGM_STATE_REPORTED)
      rgm_json_writer_string (writer, states[i]);
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_add_strv (writer, "required", (char *[]) { (char *) "state", NULL });
  rgm_json_writer_add_boolean (writer, "additionalProperties", FALSE);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_end_array (writer);
}

static const char *
find_id_definition (const RgmField *field)
{
  if ((field->flags & RGM_SCOPED) != 0)
    return "scoped_id";
  if ((field->flags & RGM_PREFIXED) != 0)
    return "prefixed_id";

  return (field->flags & RGM_MIXED_CASE) != 0 ? "mixed_case_id" : "id";
}

static void
add_list (RgmJsonWriter  *writer,
          const RgmField *field,
          const char     *definition)
{
  add_reference (writer, definition);
  if ((field->flags & RGM_FILLED) != 0)
    rgm_json_writer_add_count (writer, "minItems", 1);
}

static void
add_array (RgmJsonWriter  *writer,
           const RgmField *field)
{
  rgm_json_writer_add_string (writer, "type", "array");
  rgm_json_writer_open_object (writer, "items");
  add_reference (writer, field->element->name);
  rgm_json_writer_end_object (writer);
  if ((field->flags & RGM_FILLED) != 0)
    rgm_json_writer_add_count (writer, "minItems", 1);
}

static void
add_value (RgmJsonWriter  *writer,
           const RgmField *field)
{
  switch (field->kind)
    {
    case RGM_FIELD_ID:
      add_reference (writer, find_id_definition (field));
      break;
    case RGM_FIELD_TEXT:
      add_reference (writer, "text");
      break;
    case RGM_FIELD_LINK:
      add_reference (writer, "link");
      break;
    case RGM_FIELD_DOI:
      add_reference (writer, "doi");
      break;
    case RGM_FIELD_DATE:
      add_reference (writer, "date");
      break;
    case RGM_FIELD_DAY:
      add_reference (writer, "day");
      break;
    case RGM_FIELD_CHOICE:
    case RGM_FIELD_ENUM:
      add_terms (writer, field->type ());
      break;
    case RGM_FIELD_BOOLEAN:
      rgm_json_writer_add_string (writer, "type", "boolean");
      break;
    case RGM_FIELD_INTEGER:
    case RGM_FIELD_NUMBER:
      add_number (writer, field);
      break;
    case RGM_FIELD_BOUND:
      add_bound (writer, field);
      break;
    case RGM_FIELD_TEXTS:
      add_list (writer, field, "texts");
      break;
    case RGM_FIELD_REFERENCE:
    case RGM_FIELD_OBJECT:
      add_reference (writer, "reference");
      break;
    case RGM_FIELD_REFERENCES:
    case RGM_FIELD_OBJECTS:
      add_list (writer, field, "references");
      break;
    case RGM_FIELD_RECORD:
    case RGM_FIELD_INLINE:
      add_reference (writer, field->element->name);
      break;
    case RGM_FIELD_RECORDS:
      add_array (writer, field);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_field (RgmJsonWriter  *writer,
             const RgmField *field)
{
  rgm_json_writer_open_object (writer, field->key);
  rgm_json_writer_add_string (writer, "description", field->help);

  if ((field->flags & RGM_REQUIRED) != 0)
    {
      add_value (writer, field);
      rgm_json_writer_end_object (writer);
      return;
    }

  rgm_json_writer_open_array (writer, "anyOf");
  rgm_json_writer_begin_object (writer);
  add_value (writer, field);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "type", "null");
  rgm_json_writer_end_object (writer);
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);
}

static void
add_record (RgmJsonWriter        *writer,
            const RgmDescription *description)
{
  rgm_json_writer_add_string (writer, "description", description->help);
  rgm_json_writer_add_string (writer, "type", "object");

  rgm_json_writer_open_object (writer, "properties");
  for (guint i = 0; i < description->n_fields; i++)
    write_field (writer, &description->fields[i]);
  rgm_json_writer_end_object (writer);

  rgm_json_writer_open_array (writer, "required");
  for (guint i = 0; i < description->n_fields; i++)
    if ((description->fields[i].flags & RGM_REQUIRED) != 0)
      rgm_json_writer_string (writer, description->fields[i].key);
  rgm_json_writer_end_array (writer);

  rgm_json_writer_add_boolean (writer, "additionalProperties", FALSE);

  if (description->schema != NULL)
    {
      rgm_json_writer_open_array (writer, "allOf");
      rgm_json_writer_raw (writer, description->schema);
      rgm_json_writer_end_array (writer);
    }
}

/* Adds what a record contains, and what that contains, each once. */
static void
collect (GPtrArray            *descriptions,
         const RgmDescription *description)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      gboolean is_contained = field->kind == RGM_FIELD_RECORD || field->kind == RGM_FIELD_RECORDS || field->kind == RGM_FIELD_INLINE;

      if (!is_contained || g_ptr_array_find (descriptions, field->element, NULL))
        continue;

      g_ptr_array_add (descriptions, (gpointer) field->element);
      collect (descriptions, field->element);
    }
}

static void
write_string_type (RgmJsonWriter *writer,
                   const char    *name,
                   const char    *help,
                   const char    *pattern,
                   gint64         max_length)
{
  rgm_json_writer_open_object (writer, name);
  rgm_json_writer_add_string (writer, "description", help);
  rgm_json_writer_add_string (writer, "type", "string");
  if (max_length > 0)
    rgm_json_writer_add_count (writer, "maxLength", max_length);
  rgm_json_writer_add_string (writer, "pattern", pattern);
  rgm_json_writer_end_object (writer);
}

static void
write_text_type (RgmJsonWriter *writer,
                 const char    *name,
                 const char    *help,
                 const char    *pattern)
{
  rgm_json_writer_open_object (writer, name);
  rgm_json_writer_add_string (writer, "description", help);
  add_reference (writer, "text");
  if (pattern != NULL)
    rgm_json_writer_add_string (writer, "pattern", pattern);
  rgm_json_writer_end_object (writer);
}

static void
write_list_type (RgmJsonWriter *writer,
                 const char    *name,
                 const char    *help,
                 const char    *element)
{
  rgm_json_writer_open_object (writer, name);
  rgm_json_writer_add_string (writer, "description", help);
  rgm_json_writer_add_string (writer, "type", "array");
  rgm_json_writer_open_object (writer, "items");
  add_reference (writer, element);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_add_count (writer, "maxItems", RGM_TEXTS_MAX);
  rgm_json_writer_add_boolean (writer, "uniqueItems", TRUE);
  rgm_json_writer_end_object (writer);
}

static void
write_types (RgmJsonWriter *writer)
{
  write_string_type (writer, "text", "A text with a visible character, and without control characters but tab and line feed. Changes of the writing "
                     "direction are closed and not nested.",
                     VISIBLE_TEXT, RGM_TEXT_MAX);
  write_list_type (writer, "texts", "Texts, no two alike.", "text");
  write_string_type (writer, "id", "An id.", "^[a-z0-9][a-z0-9.+-]*$", RGM_ID_MAX);
  write_string_type (writer, "mixed_case_id", "An id that may have capitals.", "^[A-Za-z0-9][A-Za-z0-9.+-]*$", RGM_ID_MAX);
  write_string_type (writer, "scoped_id", "An id that is unique within the record that contains it.",
                     "^[a-z0-9][a-z0-9.+/-]*$", RGM_ID_MAX);
  write_string_type (writer, "prefixed_id", "The id of the record that contains it, a colon, and what distinguishes it there.",
                     "^[a-z0-9][a-z0-9.+-]*:[a-z0-9.+:-]+$", RGM_ID_MAX);
  write_text_type (writer, "reference", "The id of a record elsewhere in the data set.", NULL);
  write_list_type (writer, "references", "Ids of records elsewhere in the data set, no two alike.", "reference");
  write_text_type (writer, "link", "The address of a page.", "^https?://");
  write_text_type (writer, "doi", "A DOI.", "^10\\.[\\s\\S]*/");
  write_string_type (writer, "date", "A year, a month or a day.", "^(?!0000)[0-9]{4}(-" MONTH "(-" DAY ")?)?$", 0);
  write_string_type (writer, "day", "A day.", "^(?!0000)[0-9]{4}-" MONTH "-" DAY "$", 0);
}

int
main (void)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new ();
  g_autofree char *title = g_strdup_printf ("A data set of Regimen, format %d", RGM_FORMAT);
  g_autofree char *text = NULL;

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "$schema", DIALECT);
  rgm_json_writer_add_string (writer, "$comment", "SPDX-License-Identifier: GPL-3.0-or-later");
  rgm_json_writer_add_string (writer, "title", title);
  add_record (writer, &rgm_data_set_description);

  rgm_json_writer_open_object (writer, "$defs");
  write_types (writer);
  collect (descriptions, &rgm_data_set_description);
  for (guint i = 0; i < descriptions->len; i++)
    {
      const RgmDescription *description = g_ptr_array_index (descriptions, i);

      rgm_json_writer_open_object (writer, description->name);
      add_record (writer, description);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_object (writer);
  rgm_json_writer_end_object (writer);

  text = rgm_json_writer_finish (writer);

  return fputs (text, stdout) >= 0 && fflush (stdout) == 0 ? 0 : 1;
}
