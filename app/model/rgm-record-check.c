/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-enum.h"
#include "rgm-isolate.h"
#include "rgm-json-writer.h"
#include "rgm-record-check.h"
#include "rgm-text-flaw.h"

/* How much of a text a message shows. */
#define SHOWN_CHARACTERS 40

/**
 * rgm_quote_found:
 * @text: a text that was found
 *
 * Returns: (transfer full): its beginning, in quotes and without line breaks, for "found …"
 */
char *
rgm_quote_found (const char *text)
{
  GString *shown = g_string_new ("\"");
  guint n = 0;

  for (; *text != '\0' && n < SHOWN_CHARACTERS; text = g_utf8_next_char (text), n++)
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '"' || c == '\\')
        g_string_append_printf (shown, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (shown, "\\n");
      else if (!g_unichar_isprint (c) || rgm_text_is_barred (c))
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_unichar (shown, c);
    }

  g_string_append (shown, *text != '\0' ? "…\"" : "\"");

  return g_string_free (shown, FALSE);
}

static char *
check_readable (const char *text)
{
  g_autofree char *found = NULL;
  RgmTextFlaw flaw = rgm_text_find_flaw (text);

  if (strlen (text) > RGM_TEXT_MAX && g_utf8_strlen (text, -1) > RGM_TEXT_MAX)
    return g_strdup_printf (_("expected a string of at most %d characters, found one of %ld"),
                            RGM_TEXT_MAX, g_utf8_strlen (text, -1));

  if (flaw == RGM_TEXT_GOOD)
    return NULL;

  found = rgm_quote_found (text);
  switch (flaw)
    {
    case RGM_TEXT_BLANK:
      return rgm_text_printf (_("expected a string with at least one visible character, found %s"), found);
    case RGM_TEXT_DIRECTION:
      /* Translators: Unicode's invisible controls of the writing direction. */
      return rgm_text_printf (_("expected a string whose changes of direction are closed and not nested, found %s"), found);
    case RGM_TEXT_CONTROL:
    case RGM_TEXT_GOOD:
    default:
      return rgm_text_printf (_("expected a string without control characters, found %s"), found);
    }
}

static gboolean
is_id (const char    *text,
       RgmFieldFlags  flags)
{
  const char *others = (flags & RGM_SCOPED) != 0 ? ".+-/" : (flags & RGM_PREFIXED) != 0 ? ".+-:" : ".+-";

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_islower (*c) || g_ascii_isdigit (*c) || ((flags & RGM_MIXED_CASE) != 0 && g_ascii_isupper (*c)))
        continue;
      if (c == text || strchr (others, *c) == NULL)
        return FALSE;
    }

  return *text != '\0';
}

static gboolean
has_prefix (const char *id,
            const char *owner)
{
  gsize length = strlen (owner);

  return strncmp (id, owner, length) == 0 && id[length] == ':' && id[length + 1] != '\0';
}

static char *
check_id (const RgmField *field,
          const char     *id,
          const char     *owner)
{
  g_autofree char *found = NULL;

  if (strlen (id) > RGM_ID_MAX)
    return g_strdup_printf (_("expected an id of at most %d characters, found a longer one"), RGM_ID_MAX);

  if (!is_id (id, field->flags))
    {
      found = rgm_quote_found (id);
      return rgm_text_printf (_("expected an id of lower-case letters, digits, dots, dashes and plus signs, found %s"), found);
    }

  if ((field->flags & RGM_PREFIXED) != 0 && owner != NULL && !has_prefix (id, owner))
    {
      found = rgm_quote_found (id);
      return rgm_text_printf (_("expected an id that begins with \"%s:\", found %s"), owner, found);
    }

  return NULL;
}

/**
 * rgm_date_parse:
 * @text: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'
 * @whole: whether month and day must be there
 * @date: (out) (optional): the date; a month or day that was left out is the first
 *
 * Returns: whether it is a date
 */
gboolean
rgm_date_parse (const char *text,
                gboolean    whole,
                GDate      *date)
{
  const char *shape = "dddd-dd-dd";
  gsize length = strlen (text);
  int year, month, day;

  if (length != 10 && (whole || (length != 4 && length != 7)))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return FALSE;

  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = length > 4 ? (int) g_ascii_strtoll (text + 5, NULL, 10) : 1;
  day = length > 7 ? (int) g_ascii_strtoll (text + 8, NULL, 10) : 1;

  if (year < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  if (date != NULL)
    g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

/**
 * rgm_field_check_choice:
 * @field: a choice or an enumeration
 * @found: what was found instead of one of its terms
 *
 * Returns: (transfer full): the fault
 */
char *
rgm_field_check_choice (const RgmField *field,
                        const char     *found)
{
  g_autofree char *nicks = g_strjoinv ("\", \"", (char **) rgm_enum_get_nicks (field->type ()));

  /* Translators: the first is a list of words in quotes, with commas between them. */
  return rgm_text_printf (_("expected one of \"%s\", found %s"), nicks, found);
}

/**
 * rgm_field_check_text:
 * @field: a field that is one text in a document, or several
 * @text: the text, or one of them
 * @owner: (nullable): the id of the record that contains this one
 *
 * Returns: (transfer full) (nullable): what is wrong with the text, or %NULL
 */
char *
rgm_field_check_text (const RgmField *field,
                      const char     *text,
                      const char     *owner)
{
  char *fault;
  g_autofree char *found = NULL;

  if (field->kind == RGM_FIELD_CHOICE || field->kind == RGM_FIELD_ENUM)
    {
      if (rgm_enum_find (field->type (), text) >= 0)
        return NULL;

      found = rgm_quote_found (text);
      return rgm_field_check_choice (field, found);
    }

  fault = check_readable (text);
  if (fault != NULL)
    return fault;

  if (field->kind == RGM_FIELD_ID)
    return check_id (field, text, owner);

  if (field->kind == RGM_FIELD_REFERENCE && (field->flags & RGM_PREFIXED) != 0 && owner != NULL && !has_prefix (text, owner))
    return rgm_text_printf (_("expected an arm of this trial, found \"%s\""), text);

  if (field->kind == RGM_FIELD_LINK && !g_str_has_prefix (text, "https://") && !g_str_has_prefix (text, "http://"))
    {
      found = rgm_quote_found (text);
      return rgm_text_printf (_("expected an address that begins with https:// or http://, found %s"), found);
    }

  if (field->kind == RGM_FIELD_DOI && (!g_str_has_prefix (text, "10.") || strchr (text, '/') == NULL))
    {
      found = rgm_quote_found (text);
      return rgm_text_printf (_("expected a DOI, such as 10.1000/182, found %s"), found);
    }

  if (field->kind == RGM_FIELD_DATE && !rgm_date_parse (text, FALSE, NULL))
    {
      found = rgm_quote_found (text);
      return rgm_text_printf (_("expected a date, such as 2024, 2024-11 or 2024-11-18, found %s"), found);
    }

  if (field->kind == RGM_FIELD_DAY && !rgm_date_parse (text, TRUE, NULL))
    {
      found = rgm_quote_found (text);
      return rgm_text_printf (_("expected a date, such as 2024-11-18, found %s"), found);
    }

  return NULL;
}

/* Whole numbers of any size without an exponent. */
static char *
show_number (const RgmField *field,
             double          number)
{
  return field->kind == RGM_FIELD_INTEGER ? g_strdup_printf ("%.0f", number) : rgm_shortest_double (number);
}

/**
 * rgm_field_check_number:
 * @field: a field that is a number
 * @number: the number
 *
 * Returns: (transfer full) (nullable): what is wrong with the number, or %NULL
 */
char *
rgm_field_check_number (const RgmField *field,
                        double          number)
{
  g_autofree char *found = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (field->kind == RGM_FIELD_INTEGER && trunc (number) != number)
    {
      found = rgm_shortest_double (number);
      return rgm_text_printf (_("expected a whole number, found %s"), found);
    }

  if (number >= field->min && number <= field->max)
    return NULL;

  from = show_number (field, field->min);
  to = show_number (field, field->max);
  found = show_number (field, number);

  if (field->kind == RGM_FIELD_INTEGER)
    return rgm_text_printf (_("expected a whole number from %s to %s, found %s"), from, to, found);

  return rgm_text_printf (_("expected a number from %s to %s, found %s"), from, to, found);
}

/**
 * rgm_field_check_length:
 * @field: a list
 * @length: how many elements it has
 *
 * Returns: (transfer full) (nullable): what is wrong with the number of elements, or %NULL
 */
char *
rgm_field_check_length (const RgmField *field,
                        guint           length)
{
  if ((field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES || field->kind == RGM_FIELD_OBJECTS) &&
      length > RGM_TEXTS_MAX)
    return g_strdup_printf (_("expected at most %d strings, found %u"), RGM_TEXTS_MAX, length);

  if ((field->flags & RGM_FILLED) != 0 && length == 0)
    return g_strdup (_("expected at least one element, found none"));

  return NULL;
}

gconstpointer
rgm_check_find (RgmCheck             *self,
                const RgmDescription *description,
                const char           *id)
{
  return id != NULL ? self->find (self, description, id) : NULL;
}

void
rgm_check_fault (RgmCheck   *self,
                 const char *key,
                 int         index,
                 const char *member,
                 const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  self->fault (self, key, index, member, message);
}

/* Reports a number that is above a limit, which another field sets. */
void
rgm_check_at_most (RgmCheck   *self,
                   const char *key,
                   double      found,
                   const char *limit_key,
                   double      limit)
{
  g_autofree char *shown = NULL;
  g_autofree char *most = NULL;

  if (!(found > limit))
    return;

  shown = rgm_shortest_double (found);
  most = rgm_shortest_double (limit);

  /* Translators: a number, the key that has it ('value'), and the number that was found. */
  rgm_check_fault (self, key, -1, NULL, _("expected at most %s, which is \"%s\", found %s"), most, limit_key, shown);
}

/* Reports a number that is below a limit, which another field sets. */
void
rgm_check_at_least (RgmCheck   *self,
                    const char *key,
                    double      found,
                    const char *limit_key,
                    double      limit)
{
  g_autofree char *shown = NULL;
  g_autofree char *least = NULL;

  if (!(found < limit))
    return;

  shown = rgm_shortest_double (found);
  least = rgm_shortest_double (limit);

  rgm_check_fault (self, key, -1, NULL, _("expected at least %s, which is \"%s\", found %s"), least, limit_key, shown);
}
