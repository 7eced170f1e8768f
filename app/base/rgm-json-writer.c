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

RgmJsonWriter *
rgm_json_writer_new (void)
{
  RgmJsonWriter *self = g_new0 (RgmJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));

  return self;
}

void
rgm_json_writer_free (RgmJsonWriter *self)
{
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

  text = g_string_free (g_string_append_c (self->text, '\n'), FALSE);
  self->text = g_string_new (NULL);

  return text;
}

static Level *
get_level (RgmJsonWriter *self)
{
  return self->levels->len > 0 ? &g_array_index (self->levels, Level, self->levels->len - 1) : NULL;
}

static void
begin_line (RgmJsonWriter *self)
{
  g_string_append_printf (self->text, "\n%*s", (int) (2 * self->levels->len), "");
}

static void
begin_element (RgmJsonWriter *self,
               Level         *level)
{
  if (!level->is_empty)
    g_string_append_c (self->text, ',');
  level->is_empty = FALSE;
  begin_line (self);
}

static void
begin_value (RgmJsonWriter *self)
{
  Level *level = get_level (self);

  g_assert (self->has_name || level == NULL || level->closing == ']');

  if (!self->has_name && level != NULL)
    begin_element (self, level);
  self->has_name = FALSE;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if (*p == '\t')
        g_string_append (text, "\\t");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }

  g_string_append_c (text, '"');
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

void
rgm_json_writer_begin_object (RgmJsonWriter *self)
{
  begin_container (self, '{', '}');
}

void
rgm_json_writer_end_object (RgmJsonWriter *self)
{
  end_container (self, '}');
}

void
rgm_json_writer_begin_array (RgmJsonWriter *self)
{
  begin_container (self, '[', ']');
}

void
rgm_json_writer_end_array (RgmJsonWriter *self)
{
  end_container (self, ']');
}

/* Names the member of an object whose value comes next. */
void
rgm_json_writer_name (RgmJsonWriter *self,
                      const char    *name)
{
  Level *level = get_level (self);

  g_assert (level != NULL && level->closing == '}' && !self->has_name);

  begin_element (self, level);
  append_quoted (self->text, name);
  g_string_append (self->text, ": ");
  self->has_name = TRUE;
}

/* A value that is JSON already. */
void
rgm_json_writer_raw (RgmJsonWriter *self,
                     const char    *json)
{
  begin_value (self);
  g_string_append (self->text, json);
}

/* NULL is written as null. */
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
  append_quoted (self->text, value);
}

/* The value must be finite: JSON has no other. */
void
rgm_json_writer_double (RgmJsonWriter *self,
                        double         value)
{
  g_autofree char *digits = rgm_shortest_double (value);

  g_return_if_fail (digits != NULL);

  rgm_json_writer_raw (self, digits);
}

void
rgm_json_writer_int (RgmJsonWriter *self,
                     gint64         value)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
rgm_json_writer_boolean (RgmJsonWriter *self,
                         gboolean       value)
{
  rgm_json_writer_raw (self, value ? "true" : "false");
}

void
rgm_json_writer_null (RgmJsonWriter *self)
{
  rgm_json_writer_raw (self, "null");
}

/* An array of strings; NULL is an empty one. */
void
rgm_json_writer_strv (RgmJsonWriter *self,
                      char         **values)
{
  rgm_json_writer_begin_array (self);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    rgm_json_writer_string (self, values[i]);
  rgm_json_writer_end_array (self);
}

/* ── Members ─────────────────────────────────────────────────────────────────── */

void
rgm_json_writer_open_object (RgmJsonWriter *self,
                             const char    *name)
{
  rgm_json_writer_name (self, name);
  rgm_json_writer_begin_object (self);
}

void
rgm_json_writer_open_array (RgmJsonWriter *self,
                            const char    *name)
{
  rgm_json_writer_name (self, name);
  rgm_json_writer_begin_array (self);
}

void
rgm_json_writer_add_string (RgmJsonWriter *self,
                            const char    *name,
                            const char    *value)
{
  rgm_json_writer_name (self, name);
  rgm_json_writer_string (self, value);
}

/* NAN, a number that is absent, is null. */
void
rgm_json_writer_add_number (RgmJsonWriter *self,
                            const char    *name,
                            double         value)
{
  rgm_json_writer_name (self, name);
  if (isnan (value))
    rgm_json_writer_null (self);
  else
    rgm_json_writer_double (self, value);
}

/* A count below 0, which is unknown, is null. */
void
rgm_json_writer_add_count (RgmJsonWriter *self,
                           const char    *name,
                           gint64         value)
{
  rgm_json_writer_name (self, name);
  if (value < 0)
    rgm_json_writer_null (self);
  else
    rgm_json_writer_int (self, value);
}

void
rgm_json_writer_add_boolean (RgmJsonWriter *self,
                             const char    *name,
                             gboolean       value)
{
  rgm_json_writer_name (self, name);
  rgm_json_writer_boolean (self, value);
}

void
rgm_json_writer_add_strv (RgmJsonWriter *self,
                          const char    *name,
                          char         **values)
{
  rgm_json_writer_name (self, name);
  rgm_json_writer_strv (self, values);
}
