/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-isolate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"

#define ISOLATE_START 0x2068
#define ISOLATE_FIRST 0x2066
#define ISOLATE_END 0x2069

/**
 * rgm_reads_from_the_right:
 *
 * The way that a window reads is GTK's to say; this is for where there is none.
 *
 * Returns: whether the user's language is written from the right to the left
 */
gboolean
rgm_reads_from_the_right (void)
{
  /* Translators: not shown. Which way your language is written: 'ltr', from left to right,
     or 'rtl', from right to left. Nothing else. */
  return g_str_equal (C_("direction of text", "ltr"), "rtl");
}

/**
 * rgm_text_is_right_to_left:
 * @c: a character
 *
 * Returns: whether it is of a script that is written from the right to the left
 */
gboolean
rgm_text_is_right_to_left (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a letter of the text is written from the right, or one from the left. */
static gboolean
has_letters (const char *text,
             const char *end,
             gboolean    from_the_right)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x80 || !from_the_right) && g_unichar_isalpha (c) && rgm_text_is_right_to_left (c) == from_the_right)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_other_letters (const char *text,
                   const char *end,
                   gboolean    reads_from_the_right)
{
  return has_letters (text, end, !reads_from_the_right);
}

/* The format with an isolate around each string. */
static char *
isolate_strings (const char *format)
{
  GString *isolating = g_string_new (NULL);

  for (const char *p = format; *p != '\0';)
    {
      gsize length = 1;
      gboolean is_string;

      if (*p == '%')
        length += strspn (p + 1, "0123456789$ +-#'.*hljztL") + 1;
      is_string = *p == '%' && p[length - 1] == 's';
      g_string_append (isolating, is_string ? FIRST_STRONG_ISOLATE : "");
      g_string_append_len (isolating, p, (gssize) length);
      g_string_append (isolating, is_string ? POP_ISOLATE : "");
      p += length;
    }

  return g_string_free (isolating, FALSE);
}

/* Where the isolate ends that begins at the start of the text. */
static const char *
find_end (const char *text)
{
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= ISOLATE_FIRST && c < ISOLATE_END)
        depth++;
      else if (c == ISOLATE_END && --depth == 0)
        return p;
    }

  return NULL;
}

/* Without the isolates around what has no letters of the other direction, or is isolated already. */
static void
append_needed (GString    *needed,
               const char *text,
               const char *end,
               gboolean    reads_from_the_right)
{
  const gsize size = strlen (FIRST_STRONG_ISOLATE);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const char *pop = g_utf8_get_char (p) == ISOLATE_START ? find_end (p) : NULL;
      const char *inside = p + size;
      gboolean is_needed;

      if (pop == NULL || pop >= end)
        {
          g_string_append_len (needed, p, g_utf8_next_char (p) - p);
          continue;
        }

      is_needed = has_other_letters (inside, pop, reads_from_the_right) &&
                  !(g_utf8_get_char (inside) == ISOLATE_START && find_end (inside) == pop - size);
      g_string_append (needed, is_needed ? FIRST_STRONG_ISOLATE : "");
      append_needed (needed, inside, pop, reads_from_the_right);
      g_string_append (needed, is_needed ? POP_ISOLATE : "");
      p = pop;
    }
}

/**
 * rgm_text_begin_paragraph:
 * @text: a text
 * @start: where a paragraph of it starts, in bytes
 *
 * Lets a paragraph that begins with an isolate read as the user's language does: Pango takes its direction from its first
 * letter, in an isolate or not.
 */
void
rgm_text_begin_paragraph (GString *text,
                          gsize    start)
{
  if (g_str_has_prefix (text->str + start, FIRST_STRONG_ISOLATE))
    g_string_insert (text, (gssize) start, rgm_reads_from_the_right () ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK);
}

/**
 * rgm_text_append_vprintf:
 * @text: a text
 * @format: a printf() format for a whole sentence
 * @arguments: what it is to hold
 *
 * Appends a sentence, with each string isolated that has letters of the other direction than the user's language.
 */
void
rgm_text_append_vprintf (GString    *text,
                         const char *format,
                         va_list     arguments)
{
  gboolean reads_from_the_right = rgm_reads_from_the_right ();
  g_autofree char *isolating = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *plain = NULL;
  gsize length = text->len;
  va_list again;

  va_copy (again, arguments);
  plain = g_strdup_vprintf (format, arguments);
  /* A text that stands by itself needs no isolate. */
  if (g_str_equal (format, "%s") || !g_utf8_validate (plain, -1, NULL) || !has_other_letters (plain, plain + strlen (plain), reads_from_the_right))
    {
      g_string_append (text, plain);
      va_end (again);
      return;
    }

  isolating = isolate_strings (format);
  isolated = g_strdup_vprintf (isolating, again);
  va_end (again);
  append_needed (text, isolated, isolated + strlen (isolated), reads_from_the_right);
  rgm_text_begin_paragraph (text, length);
}

/**
 * rgm_text_append_printf:
 * @text: a text
 * @format: a printf() format for a whole sentence
 *
 * What g_string_append_printf() does, with each string isolated that has letters of the other direction than the user's
 * language.
 */
void
rgm_text_append_printf (GString    *text,
                        const char *format,
                        ...)
{
  va_list arguments;

  va_start (arguments, format);
  rgm_text_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/**
 * rgm_text_printf:
 * @format: a printf() format for a whole sentence
 *
 * What g_strdup_printf() does, with each string isolated that has letters of the other direction than the user's language:
 * for a translated sentence that holds names or sentences of a data set.
 *
 * Returns: (transfer full): the sentence
 */
char *
rgm_text_printf (const char *format,
                 ...)
{
  GString *text = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  rgm_text_append_vprintf (text, format, arguments);
  va_end (arguments);

  return g_string_free (text, FALSE);
}

/**
 * rgm_text_isolate:
 * @text: a text of a data set, to stand beside text of the user's language
 *
 * Returns: (transfer full): it, isolated if it has letters of the other direction
 */
char *
rgm_text_isolate (const char *text)
{
  GString *isolated;

  if (!has_other_letters (text, text + strlen (text), rgm_reads_from_the_right ()))
    return g_strdup (text);

  isolated = g_string_new (FIRST_STRONG_ISOLATE);
  g_string_append (isolated, text);
  g_string_append (isolated, POP_ISOLATE);

  return g_string_free (isolated, FALSE);
}

/**
 * rgm_text_isolate_foreign:
 * @text: a text, such as a sentence of a paragraph
 *
 * Returns: (transfer full): it, isolated if all of its letters are of the other direction than the user's language
 */
char *
rgm_text_isolate_foreign (const char *text)
{
  gboolean reads_from_the_right = rgm_reads_from_the_right ();

  return has_letters (text, text + strlen (text), reads_from_the_right) ? g_strdup (text) : rgm_text_isolate (text);
}

/**
 * rgm_text_strip_isolates:
 * @text: a text
 *
 * Returns: (transfer full): it without isolates and marks of direction, for a program that compares it with others
 */
char *
rgm_text_strip_isolates (const char *text)
{
  static const char *const controls[] = { FIRST_STRONG_ISOLATE, POP_ISOLATE, LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK };
  GString *stripped = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    g_string_replace (stripped, controls[i], "", 0);

  return g_string_free (stripped, FALSE);
}
