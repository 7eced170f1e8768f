/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-json-writer.h"
#include "rgm-reader.h"

static gboolean
holds (const RgmCursor *cursor,
       GType            type)
{
  return JSON_NODE_HOLDS_VALUE (cursor->node) && json_node_get_value_type (cursor->node) == type;
}

/* Whether @text has something to see and nothing that neither a screen nor XML could
 * take: control characters but tab and line feed, and the two characters that are none. */
static gboolean
is_readable (const char *text,
             gboolean   *is_blank)
{
  gboolean is_clean = TRUE;

  *is_blank = TRUE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if ((guchar) *c > 0x20 && (guchar) *c < 0x80)
        *is_blank = FALSE;
      else if ((guchar) *c < 0x20 && *c != '\n' && *c != '\t')
        is_clean = FALSE;
      else if ((guchar) *c == 0xEF && (guchar) c[1] == 0xBF && (guchar) c[2] >= 0xBE)
        is_clean = FALSE;
      else if ((guchar) *c >= 0xC0 && *is_blank)
        *is_blank = g_unichar_isspace (g_utf8_get_char (c));
    }

  return is_clean && !*is_blank;
}

/*< private >
 * rgm_reader_text:
 * @self: a reader
 * @cursor: a value that should be a text
 *
 * Returns: (nullable): the text, owned by the node; %NULL if it was left out or is at fault
 */
const char *
rgm_reader_text (RgmReader       *self,
                 const RgmCursor *cursor)
{
  g_autofree char *found = NULL;
  const char *text;
  gboolean is_blank;

  if (cursor->node == NULL)
    return NULL;

  if (!holds (cursor, G_TYPE_STRING))
    {
      found = rgm_reader_describe (cursor->node);
      rgm_reader_fault (self, cursor, _("expected a text, found %s"), found);
      return NULL;
    }

  text = json_node_get_string (cursor->node);

  if (strlen (text) > RGM_TEXT_MAX && g_utf8_strlen (text, -1) > RGM_TEXT_MAX)
    {
      rgm_reader_fault (self, cursor, _("expected a text of at most %d characters, found one of %ld"),
                        RGM_TEXT_MAX, g_utf8_strlen (text, -1));
      return NULL;
    }

  if (is_readable (text, &is_blank))
    return text;

  found = rgm_reader_describe (cursor->node);
  if (is_blank)
    rgm_reader_fault (self, cursor, _("expected a text with something in it, found %s"), found);
  else
    rgm_reader_fault (self, cursor, _("expected a text without control characters, found %s"), found);

  return NULL;
}

/*< private >
 * rgm_reader_texts:
 * @self: a reader
 * @cursor: a value that should be a list of texts, no two alike
 *
 * Returns: (transfer container) (array zero-terminated=1): the texts, owned by the nodes;
 *   those from the first that is at fault are missing
 */
char **
rgm_reader_texts (RgmReader       *self,
                  const RgmCursor *cursor)
{
  guint length = rgm_reader_list (self, cursor);
  char **texts;
  guint n = 0;
  gboolean is_good = TRUE;

  if (length > RGM_TEXTS_MAX)
    {
      rgm_reader_fault (self, cursor, _("expected at most %d texts, found %u"), RGM_TEXTS_MAX, length);
      length = 0;
    }

  texts = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    {
      RgmCursor element = rgm_reader_element (cursor, i);
      const char *text = rgm_reader_text (self, &element);

      is_good = is_good && text != NULL;
      if (!is_good)
        continue;

      if (g_strv_contains ((const char *const *) texts, text))
        {
          g_autofree char *found = rgm_reader_describe (element.node);

          rgm_reader_fault (self, &element, _("expected each text once, found %s a second time"), found);
        }

      texts[n++] = (char *) text;
    }

  return texts;
}

/*< private >
 * rgm_reader_link:
 * @self: a reader
 * @cursor: a value that should be the address of a page
 *
 * Returns: (nullable): the address, owned by the node
 */
const char *
rgm_reader_link (RgmReader       *self,
                 const RgmCursor *cursor)
{
  const char *text = rgm_reader_text (self, cursor);
  g_autofree char *found = NULL;

  if (text == NULL || g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"))
    return text;

  found = rgm_reader_describe (cursor->node);
  rgm_reader_fault (self, cursor, _("expected an address that begins with https:// or http://, found %s"), found);

  return NULL;
}

/*< private >
 * rgm_reader_doi:
 * @self: a reader
 * @cursor: a value that should be a DOI
 *
 * Returns: (nullable): the DOI, owned by the node
 */
const char *
rgm_reader_doi (RgmReader       *self,
                const RgmCursor *cursor)
{
  const char *text = rgm_reader_text (self, cursor);
  g_autofree char *found = NULL;

  if (text == NULL || (g_str_has_prefix (text, "10.") && strchr (text, '/') != NULL))
    return text;

  found = rgm_reader_describe (cursor->node);
  rgm_reader_fault (self, cursor, _("expected a DOI, such as 10.1000/182, found %s"), found);

  return NULL;
}

/* Year, month and day of 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; what is left out is 1. */
static gboolean
parse_date (const char *text,
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

/*< private >
 * rgm_reader_date:
 * @self: a reader
 * @cursor: a value that should be a date
 * @whole: whether it must have month and day
 * @date: (out) (optional): the date
 *
 * Returns: (nullable): the date as it is written, owned by the node
 */
const char *
rgm_reader_date (RgmReader       *self,
                 const RgmCursor *cursor,
                 gboolean         whole,
                 GDate           *date)
{
  const char *text = rgm_reader_text (self, cursor);
  g_autofree char *found = NULL;

  if (text == NULL || parse_date (text, whole, date))
    return text;

  found = rgm_reader_describe (cursor->node);
  if (whole)
    rgm_reader_fault (self, cursor, _("expected a date, such as 2024-11-18, found %s"), found);
  else
    rgm_reader_fault (self, cursor, _("expected a date, such as 2024, 2024-11 or 2024-11-18, found %s"), found);

  return NULL;
}

/*< private >
 * rgm_reader_choice:
 * @self: a reader
 * @cursor: a value that should be one of some words
 * @choices: (array zero-terminated=1): the words
 *
 * Returns: the index of the word, or -1 if it was left out or is at fault
 */
int
rgm_reader_choice (RgmReader         *self,
                   const RgmCursor   *cursor,
                   const char *const *choices)
{
  g_autofree char *found = NULL;
  g_autofree char *words = NULL;

  if (cursor->node == NULL)
    return -1;

  if (holds (cursor, G_TYPE_STRING))
    for (int i = 0; choices[i] != NULL; i++)
      if (strcmp (choices[i], json_node_get_string (cursor->node)) == 0)
        return i;

  found = rgm_reader_describe (cursor->node);
  words = g_strjoinv ("\", \"", (char **) choices);
  /* Translators: the first is a list of words in quotes, with commas between them. */
  rgm_reader_fault (self, cursor, _("expected one of \"%s\", found %s"), words, found);

  return -1;
}

/*< private >
 * rgm_reader_boolean:
 * @self: a reader
 * @cursor: a value that should be true or false
 *
 * Returns: the value; %FALSE if it was left out or is at fault
 */
gboolean
rgm_reader_boolean (RgmReader       *self,
                    const RgmCursor *cursor)
{
  g_autofree char *found = NULL;

  if (cursor->node == NULL)
    return FALSE;

  if (holds (cursor, G_TYPE_BOOLEAN))
    return json_node_get_boolean (cursor->node);

  found = rgm_reader_describe (cursor->node);
  rgm_reader_fault (self, cursor, _("expected true or false, found %s"), found);

  return FALSE;
}

static gboolean
get_number (const RgmCursor *cursor,
            double          *number)
{
  if (holds (cursor, G_TYPE_INT64))
    *number = (double) json_node_get_int (cursor->node);
  else if (holds (cursor, G_TYPE_DOUBLE))
    *number = json_node_get_double (cursor->node);
  else
    return FALSE;

  return TRUE;
}

/*< private >
 * rgm_reader_integer:
 * @self: a reader
 * @cursor: a value that should be a whole number
 * @least: its least value, at least 0
 * @most: its greatest value, below 2^53
 *
 * Returns: the number, or -1 if it was left out or is at fault
 */
gint64
rgm_reader_integer (RgmReader       *self,
                    const RgmCursor *cursor,
                    gint64           least,
                    gint64           most)
{
  g_autofree char *found = NULL;
  double number;

  if (cursor->node == NULL)
    return -1;

  if (get_number (cursor, &number) && trunc (number) == number)
    {
      /* Texts, because xgettext can't see through a format macro. */
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (number >= (double) least && number <= (double) most)
        return (gint64) number;

      from = g_strdup_printf ("%" G_GINT64_FORMAT, least);
      to = g_strdup_printf ("%" G_GINT64_FORMAT, most);
      found = rgm_reader_describe (cursor->node);
      rgm_reader_fault (self, cursor, _("expected a whole number from %s to %s, found %s"), from, to, found);
      return -1;
    }

  found = rgm_reader_describe (cursor->node);
  rgm_reader_fault (self, cursor, _("expected a whole number, found %s"), found);

  return -1;
}

/*< private >
 * rgm_reader_number:
 * @self: a reader
 * @cursor: a value that should be a number
 * @least: its least value
 * @most: its greatest value
 * @number: (out): the number
 *
 * Returns: whether there is a number and it is good
 */
gboolean
rgm_reader_number (RgmReader       *self,
                   const RgmCursor *cursor,
                   double           least,
                   double           most,
                   double          *number)
{
  g_autofree char *found = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  *number = 0;

  if (cursor->node == NULL)
    return FALSE;

  if (!get_number (cursor, number))
    {
      found = rgm_reader_describe (cursor->node);
      rgm_reader_fault (self, cursor, _("expected a number, found %s"), found);
      return FALSE;
    }

  if (*number >= least && *number <= most)
    {
      /* A minus before a zero says nothing. */
      *number += 0.0;
      return TRUE;
    }

  found = rgm_reader_describe (cursor->node);
  from = rgm_shortest_double (least);
  to = rgm_shortest_double (most);
  rgm_reader_fault (self, cursor, _("expected a number from %s to %s, found %s"), from, to, found);
  *number = 0;

  return FALSE;
}
