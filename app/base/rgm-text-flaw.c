/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-text-flaw.h"

/* Texts of a file that somebody else wrote go to terminals, into sentences and into files of other formats. */

/* The controls that begin and end a run of another writing direction; Unicode, UAX 9. */
#define EMBEDDING_FIRST 0x202A
#define EMBEDDING_END 0x202C
#define EMBEDDING_LAST 0x202E
#define ISOLATE_FIRST 0x2066
#define ISOLATE_FIRST_STRONG 0x2068
#define ISOLATE_END 0x2069

/**
 * rgm_text_is_direction:
 * @c: a character
 *
 * Returns: whether it begins or ends a run of another writing direction
 */
gboolean
rgm_text_is_direction (gunichar c)
{
  return (c >= EMBEDDING_FIRST && c <= EMBEDDING_LAST) || (c >= ISOLATE_FIRST && c <= ISOLATE_END);
}

/* Letters and signs that fonts leave empty: Hangul fillers, the empty Braille pattern, Egyptian blanks, a note without a head. */
static gboolean
is_empty_letter (gunichar c)
{
  return c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0 || c == 0x13441 || c == 0x13442 || c == 0x1D159;
}

static gboolean
is_visible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  /* A mark on nothing, such as a variation selector, is as empty as a separator. */
  if (type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_NON_SPACING_MARK)
    return FALSE;

  return g_unichar_isgraph (c) && !is_empty_letter (c);
}

/**
 * rgm_text_is_barred:
 * @c: a character
 *
 * Returns: whether no text may contain it: a control character other than tab and line feed, or a code point that is no character
 */
gboolean
rgm_text_is_barred (gunichar c)
{
  if (c < 0x20)
    return c != '\n' && c != '\t';

  return (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/**
 * rgm_text_find_flaw:
 * @text: a text in UTF-8
 *
 * Returns: the first thing that is wrong with the text, the lack of anything visible first
 */
RgmTextFlaw
rgm_text_find_flaw (const char *text)
{
  gboolean is_blank = TRUE;
  RgmTextFlaw flaw = RGM_TEXT_GOOD;
  gunichar end = 0;

  for (const char *at = text; *at != '\0' && flaw == RGM_TEXT_GOOD;)
    {
      gunichar c;

      if ((guchar) *at > 0x20 && (guchar) *at < 0x7F)
        {
          is_blank = FALSE;
          at++;
          continue;
        }

      c = g_utf8_get_char (at);
      at = g_utf8_next_char (at);
      is_blank = is_blank && !is_visible (c);
      if (rgm_text_is_barred (c))
        flaw = RGM_TEXT_CONTROL;
      if (!rgm_text_is_direction (c))
        continue;
      if (c == end)
        end = 0;
      else if (end != 0 || c == EMBEDDING_END || c == ISOLATE_END)
        flaw = RGM_TEXT_DIRECTION;
      else
        end = c < ISOLATE_FIRST ? EMBEDDING_END : ISOLATE_END;
    }

  if (flaw == RGM_TEXT_GOOD && end != 0)
    flaw = RGM_TEXT_DIRECTION;

  return flaw == RGM_TEXT_GOOD && is_blank ? RGM_TEXT_BLANK : flaw;
}

/**
 * rgm_text_clean:
 * @text: a text in UTF-8
 *
 * For what a person typed or pasted, and for files that others wrote and that one wouldn't give back for it.
 *
 * Returns: (transfer full): the text without what no text may contain, and without changes of the writing direction where one
 *   isn't closed
 */
char *
rgm_text_clean (const char *text)
{
  RgmTextFlaw flaw = rgm_text_find_flaw (text);
  GString *clean;

  if (flaw != RGM_TEXT_CONTROL && flaw != RGM_TEXT_DIRECTION)
    return g_strdup (text);

  clean = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      /* Lines that end as Windows ends them are lines. */
      if (c == '\r' || (!rgm_text_is_barred (c) && !rgm_text_is_direction (c)))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/* Where the isolate ends that begins at @start, on the same line. */
static const char *
find_isolate_end (const char *start)
{
  guint depth = 0;

  for (const char *at = start; *at != '\0' && *at != '\n'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= ISOLATE_FIRST && c < ISOLATE_END)
        depth++;
      else if (c == ISOLATE_END && --depth == 0)
        return at;
    }

  return NULL;
}

/**
 * rgm_text_escape:
 * @text: a text in UTF-8, such as the name of a file
 *
 * Writes what a terminal would obey instead of showing as '\u001b': control characters, and changes of the writing direction.
 * Isolates that take their direction from what they hold stay where they are closed: sentences have them round names, and
 * nothing outside of them is moved.
 *
 * Returns: (transfer full): the text, safe to print
 */
char *
rgm_text_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      const char *end = c == ISOLATE_FIRST_STRONG ? find_isolate_end (text) : NULL;
      gboolean ends_here = ends->len > 0 && g_ptr_array_index (ends, ends->len - 1) == text;

      if (end != NULL)
        g_ptr_array_add (ends, (gpointer) end);
      else if (ends_here)
        g_ptr_array_set_size (ends, (int) ends->len - 1);

      if (end == NULL && !ends_here && (rgm_text_is_barred (c) || rgm_text_is_direction (c)))
        g_string_append_printf (escaped, "\\u%04x", c);
      else
        g_string_append_unichar (escaped, c);
    }

  return g_string_free (escaped, FALSE);
}
