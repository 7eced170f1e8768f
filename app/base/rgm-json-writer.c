/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rgm-json-writer.h"

typedef struct
{
  char     closing;   /* ']' or '}' */
  gboolean is_empty;
} Level;

struct _RgmJsonWriter
{
  GString  *text;
  GArray   *levels;
  gboolean  has_name; /* a member's name stands, its value is to come */
};

/**
 * rgm_shortest_double:
 * @value: a finite number
 *
 * The fewest digits that read back as @value: 0.1 is "0.1", not
 * "0.10000000000000001". The decimal mark is a point in every locale, and a whole
 * number has none.
 *
 * Returns: (transfer full): the digits
 */
char *
rgm_shortest_double (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (isfinite (value), NULL);

  /* 15 digits always survive a round trip to text, 17 always one to double: the
   * shortest lies between. */
  for (int precision = 15; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (digits, sizeof digits, format, value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }

  return g_strdup (digits);
}

/**
 * rgm_json_writer_new:
 *
 * Returns: (transfer full): a writer with nothing written
 */
RgmJsonWriter *
rgm_json_writer_new (void)
{
  RgmJsonWriter *self = g_new0 (RgmJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));

  return self;
}

/**
 * rgm_json_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
rgm_json_writer_free (RgmJsonWriter *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->levels);
  g_free (self);
}

/**
 * rgm_json_writer_finish:
 * @self: a writer, every object and array of which is closed
 *
 * Returns: (transfer full): the document with a line feed at its end; the writer is empty again
 */
char *
rgm_json_writer_finish (RgmJsonWriter *self)
{
  char *text;

  g_return_val_if_fail (self->levels->len == 0, NULL);

  g_string_append_c (self->text, '\n');
  text = g_string_free (self->text, FALSE);
  self->text = g_string_new (NULL);

  return text;
}

static Level *
get_level (RgmJsonWriter *self)
{
  if (self->levels->len == 0)
    return NULL;

  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

static void
begin_line (RgmJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->levels->len; i++)
    g_string_append (self->text, "  ");
}

/* What stands between the last thing written and the next value. */
static void
begin_value (RgmJsonWriter *self)
{
  Level *level = get_level (self);

  if (self->has_name)
    {
      self->has_name = FALSE;
      return;
    }

  g_assert (level == NULL || level->closing == ']');

  if (level != NULL)
    {
      if (!level->is_empty)
        g_string_append_c (self->text, ',');
      level->is_empty = FALSE;
      begin_line (self);
    }
}

static void
append_quoted (RgmJsonWriter *self,
               const char    *value)
{
  g_string_append_c (self->text, '"');

  for (const char *p = value; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '"':
          g_string_append (self->text, "\\\"");
          break;
        case '\\':
          g_string_append (self->text, "\\\\");
          break;
        case '\n':
          g_string_append (self->text, "\\n");
          break;
        case '\t':
          g_string_append (self->text, "\\t");
          break;
        default:
          if ((guchar) *p < 0x20)
            g_string_append_printf (self->text, "\\u%04x", (guint) *p);
          else
            g_string_append_c (self->text, *p);
          break;
        }
    }

  g_string_append_c (self->text, '"');
}

static void
begin_container (RgmJsonWriter *self,
                 char           opening,
                 char           closing)
{
  Level level = { closing, TRUE };

  begin_value (self);
  g_string_append_c (self->text, opening);
  g_array_append_val (self->levels, level);
}

static void
end_container (RgmJsonWriter *self,
               char           closing)
{
  Level *level = get_level (self);
  gboolean is_empty;

  g_assert (level != NULL && level->closing == closing && !self->has_name);

  is_empty = level->is_empty;
  g_array_set_size (self->levels, self->levels->len - 1);
  if (!is_empty)
    begin_line (self);
  g_string_append_c (self->text, closing);
}

/**
 * rgm_json_writer_begin_object:
 * @self: a writer
 */
void
rgm_json_writer_begin_object (RgmJsonWriter *self)
{
  begin_container (self, '{', '}');
}

/**
 * rgm_json_writer_end_object:
 * @self: a writer, in an object
 */
void
rgm_json_writer_end_object (RgmJsonWriter *self)
{
  end_container (self, '}');
}

/**
 * rgm_json_writer_begin_array:
 * @self: a writer
 */
void
rgm_json_writer_begin_array (RgmJsonWriter *self)
{
  begin_container (self, '[', ']');
}

/**
 * rgm_json_writer_end_array:
 * @self: a writer, in an array
 */
void
rgm_json_writer_end_array (RgmJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * rgm_json_writer_name:
 * @self: a writer, in an object
 * @name: the name of the member whose value comes next
 */
void
rgm_json_writer_name (RgmJsonWriter *self,
                      const char    *name)
{
  Level *level = get_level (self);

  g_assert (level != NULL && level->closing == '}' && !self->has_name);

  if (!level->is_empty)
    g_string_append_c (self->text, ',');
  level->is_empty = FALSE;
  begin_line (self);
  append_quoted (self, name);
  g_string_append (self->text, ": ");
  self->has_name = TRUE;
}

/**
 * rgm_json_writer_string:
 * @self: a writer
 * @value: (nullable): UTF-8; %NULL is written as null
 */
void
rgm_json_writer_string (RgmJsonWriter *self,
                        const char    *value)
{
  if (value == NULL)
    {
      rgm_json_writer_null (self);
      return;
    }

  begin_value (self);
  append_quoted (self, value);
}

/**
 * rgm_json_writer_double:
 * @self: a writer
 * @value: a finite number: JSON has no other
 */
void
rgm_json_writer_double (RgmJsonWriter *self,
                        double         value)
{
  g_autofree char *digits = rgm_shortest_double (value);

  g_return_if_fail (digits != NULL);

  begin_value (self);
  g_string_append (self->text, digits);
}

/**
 * rgm_json_writer_int:
 * @self: a writer
 * @value: a whole number
 */
void
rgm_json_writer_int (RgmJsonWriter *self,
                     gint64         value)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * rgm_json_writer_boolean:
 * @self: a writer
 * @value: true or false
 */
void
rgm_json_writer_boolean (RgmJsonWriter *self,
                         gboolean       value)
{
  begin_value (self);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * rgm_json_writer_null:
 * @self: a writer
 */
void
rgm_json_writer_null (RgmJsonWriter *self)
{
  begin_value (self);
  g_string_append (self->text, "null");
}

/**
 * rgm_json_writer_strv:
 * @self: a writer
 * @values: (nullable) (array zero-terminated=1): strings; %NULL is an empty array
 *
 * Writes an array of strings.
 */
void
rgm_json_writer_strv (RgmJsonWriter *self,
                      char         **values)
{
  rgm_json_writer_begin_array (self);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    rgm_json_writer_string (self, values[i]);
  rgm_json_writer_end_array (self);
}
