/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-record-columns.h"

#include "rgm-record-text.h"

#define MEMBER RGM_FIELD_MEMBER

/* Columns of a table made from the description of a record: one for each field, and for each field of what is inline or a single
 * record. The elements of a list share a cell, with semicolons between them. Nothing depends on the language. */

static gboolean
is_number (const RgmField *field)
{
  return field->kind == RGM_FIELD_INTEGER || field->kind == RGM_FIELD_NUMBER;
}

static double
get_number (const RgmField *field,
            gconstpointer   record)
{
  return field->kind == RGM_FIELD_INTEGER ? (double) MEMBER (record, field, const gint64) : MEMBER (record, field, const double);
}

static gboolean
is_single (const RgmField *field)
{
  return field->kind == RGM_FIELD_INLINE || field->kind == RGM_FIELD_RECORD;
}

static char *describe_list (const RgmField *field,
                            gconstpointer   record);

/* Returns: (transfer full) (nullable): a field in one cell; NULL where it is absent, or has cells of its own */
static char *
describe_field (const RgmField *field,
                gconstpointer   record)
{
  if (is_single (field))
    return NULL;
  if (field->kind == RGM_FIELD_RECORDS)
    return rgm_field_is_absent (field, record) ? NULL : describe_list (field, record);

  return rgm_field_to_text (field, record, "; ");
}

static void
append (GString    *cell,
        const char *separator,
        const char *text)
{
  if (cell->len > 0)
    g_string_append (cell, separator);
  g_string_append (cell, text);
}

/* An element that says something in a sentence is that sentence, after its topic or kind and before what qualifies it; any other is
 * all its fields: "ref-1: Table 1". */
static char *
describe_element (const RgmDescription *description,
                  gconstpointer         element)
{
  const RgmField *text = rgm_description_find_field (description, "text");
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      const gboolean is_heading = g_str_equal (field->key, "topic") || g_str_equal (field->key, "kind");
      g_autofree char *words = NULL;

      if (text != NULL ? field != text && !is_heading && field->kind != RGM_FIELD_BOOLEAN
                       : field->kind == RGM_FIELD_RECORDS)
        continue;

      words = describe_field (field, element);
      if (words == NULL)
        continue;
      if (field->kind == RGM_FIELD_BOOLEAN)
        g_string_append_printf (cell, "%s[%s]", cell->len > 0 ? " " : "", field->key);
      else
        append (cell, cell->str[0] == '[' ? " " : ": ", words);
    }

  return g_string_free (cell, FALSE);
}

static char *
describe_list (const RgmField *field,
               gconstpointer   record)
{
  GPtrArray *records = MEMBER (record, field, GPtrArray *const);
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *words = describe_element (field->element, g_ptr_array_index (records, i));

      append (cell, "; ", words);
    }

  return g_string_free (cell, FALSE);
}

static char *
make_id (const char     *prefix,
         const RgmField *field)
{
  return prefix != NULL ? g_strconcat (prefix, "_", field->key, NULL) : g_strdup (field->key);
}

/**
 * rgm_record_columns_add:
 * @table: a table
 * @description: what a record is
 * @prefix: (nullable): what the ids of the columns begin with
 * @left_out: (array zero-terminated=1): ids of columns that are not to be made; that of an inline field leaves out all of it
 *
 * Adds a column for each field, in the order of the document, with its key as the id.
 */
void
rgm_record_columns_add (RgmTable             *table,
                        const RgmDescription *description,
                        const char           *prefix,
                        const char * const   *left_out)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      g_autofree char *id = make_id (prefix, field);

      if (g_strv_contains (left_out, id))
        continue;
      if (is_single (field))
        rgm_record_columns_add (table, field->element, id, left_out);
      else
        rgm_table_add_column (table, id, id, is_number (field) ? RGM_COLUMN_NUMBER : RGM_COLUMN_TEXT);
    }
}

/**
 * rgm_record_columns_set:
 * @table: a table with the columns
 * @row: a row
 * @column: (inout): the first of the columns; after the call, the one that follows them
 * @description: what the record is
 * @record: (nullable): the record; %NULL leaves the cells empty
 * @prefix: (nullable): as in rgm_record_columns_add()
 * @left_out: (array zero-terminated=1): as in rgm_record_columns_add()
 *
 * Fills a row in.
 */
void
rgm_record_columns_set (RgmTable             *table,
                        guint                 row,
                        guint                *column,
                        const RgmDescription *description,
                        gconstpointer         record,
                        const char           *prefix,
                        const char * const   *left_out)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      g_autofree char *id = make_id (prefix, field);
      g_autofree char *words = NULL;

      if (g_strv_contains (left_out, id))
        continue;
      if (is_single (field))
        {
          gconstpointer single = record == NULL                      ? NULL
                                 : field->kind == RGM_FIELD_INLINE ? &MEMBER (record, field, const char)
                                                                     : MEMBER (record, field, gconstpointer const);

          rgm_record_columns_set (table, row, column, field->element, single, id, left_out);
          continue;
        }

      words = record != NULL ? describe_field (field, record) : NULL;
      if (words != NULL && is_number (field))
        rgm_table_set_number (table, row, *column, get_number (field, record), words);
      else if (words != NULL)
        rgm_table_set_text (table, row, *column, words);
      *column += 1;
    }
}
