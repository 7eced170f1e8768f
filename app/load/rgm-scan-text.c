/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-scan-private.h"

/* Every eighth bit of a word, and a byte in every place of it. */
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define EVERY_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Nonzero if a byte of @word is below @limit, which is at most 0x80. Bytes above
 * 0x80 may be taken for one, so that they are looked for as well. */
/* clang-format off */
#define HAS_BELOW(word, limit) (((word) - EVERY_BYTE (limit)) & ~(word) & HIGH_BITS)
/* clang-format on */

/* The first byte from @at that a text can't simply contain: a quote, a backslash, a
 * control character, the beginning of a character outside ASCII. */
static const char *
skip_plain (const char *at,
            const char *end)
{
  while (end - at >= 8)
    {
      guint64 word;

      memcpy (&word, at, sizeof word);

      if (((word & HIGH_BITS) |
           HAS_BELOW (word, 0x20) |
           HAS_BELOW (word ^ EVERY_BYTE ('"'), 1) |
           HAS_BELOW (word ^ EVERY_BYTE ('\\'), 1)) != 0)
        break;

      at += 8;
    }

  while (at < end && *at != '"' && *at != '\\' && (guchar) *at >= 0x20 && (guchar) *at < 0x80)
    at++;

  return at;
}

static int
read_hex (const char *at,
          const char *end)
{
  int value = 0;

  if (end - at < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

typedef enum
{
  ESCAPE_GOOD,
  ESCAPE_UNKNOWN,
  ESCAPE_SHORT,
  ESCAPE_ZERO,
  ESCAPE_LONE,
} Escape;

/* What the escape at @at is, and how many bytes of it to pass over. */
static Escape
read_escape (const char *at,
             const char *end,
             gsize      *length)
{
  int first, second;

  *length = end - at < 2 || (guchar) at[1] < 0x20 || (guchar) at[1] >= 0x80 ? 1 : 2;

  if (*length == 1)
    return ESCAPE_UNKNOWN;

  if (at[1] != 'u')
    return strchr ("\"\\/bfnrt", at[1]) != NULL ? ESCAPE_GOOD : ESCAPE_UNKNOWN;

  first = read_hex (at + 2, end);

  if (first < 0)
    return ESCAPE_SHORT;

  *length = 6;

  if (first < 0xD800 || first > 0xDFFF)
    return first == 0 ? ESCAPE_ZERO : ESCAPE_GOOD;

  if (first > 0xDBFF || end - at < 8 || at[6] != '\\' || at[7] != 'u')
    return ESCAPE_LONE;

  second = read_hex (at + 8, end);
  if (second < 0xDC00 || second > 0xDFFF)
    return ESCAPE_LONE;

  *length = 12;
  return ESCAPE_GOOD;
}

static void
fault_escape (RgmScan    *self,
              const char *at,
              Escape      escape)
{
  const char *stop = at + 1;
  gsize most = escape == ESCAPE_UNKNOWN ? 2 : 6;
  g_autofree char *found = NULL;

  while (stop < self->end && (gsize) (stop - at) < most && g_ascii_isgraph (*stop) && *stop != '"')
    stop++;
  found = g_strndup (at, (gsize) (stop - at));

  switch (escape)
    {
    case ESCAPE_UNKNOWN:
      rgm_scan_fault (self, at, _("expected one of \", \\, /, b, f, n, r, t or u after a backslash, found \"%s\""), found);
      break;
    case ESCAPE_SHORT:
      rgm_scan_fault (self, at, _("expected \\u and four digits from 0 to f, found \"%s\""), found);
      break;
    case ESCAPE_ZERO:
      rgm_scan_fault (self, at, _("expected a character allowed in a string, found \"%s\""), found);
      break;
    case ESCAPE_LONE:
      rgm_scan_fault (self, at, _("expected a surrogate pair, found \"%s\" alone"), found);
      break;
    case ESCAPE_GOOD:
    default:
      g_assert_not_reached ();
    }
}

/* Past one character outside ASCII, or past one byte that begins none. */
static const char *
skip_character (RgmScan    *self,
                const char *at,
                gboolean   *faulty)
{
  gsize most = MIN (4, (gsize) (self->end - at));
  gunichar c = g_utf8_get_char_validated (at, (gssize) most);

  if (c != (gunichar) -1 && c != (gunichar) -2)
    return g_utf8_next_char (at);

  if (!*faulty)
    rgm_scan_fault (self, at, _("expected text in UTF-8, found the byte 0x%02X"), (guchar) *at);
  *faulty = TRUE;

  return at + 1;
}

/* Past a control character, which JSON wants escaped. A line break in a text is mostly
 * a closing quote that is missing: what comes after it can't be told any more. */
static const char *
skip_control (RgmScan    *self,
              const char *at,
              gboolean   *faulty)
{
  if (*at == '\n' || *at == '\r')
    {
      rgm_scan_fault (self, at, _("expected a closing double quote, found the end of the line"));
      self->stopped = TRUE;
    }
  else if (!*faulty)
    {
      rgm_scan_fault (self, at, _("expected \"\\u%04x\" in a string, found the byte 0x%02X"), (guchar) *at, (guchar) *at);
      *faulty = TRUE;
    }

  return at + 1;
}

/*< private >
 * rgm_scan_text:
 * @self: a scan that stands at a double quote
 * @has_escape: (out): whether the text has a backslash in it
 *
 * Passes over a text, both its quotes included. Of each kind of fault that leaves the
 * text's end in sight, the first in the text is told.
 *
 * Returns: whether its end was found
 */
gboolean
rgm_scan_text (RgmScan  *self,
               gboolean *has_escape)
{
  const char *at = self->at + 1;
  gboolean faulty = FALSE;

  *has_escape = FALSE;

  while (!self->stopped)
    {
      at = skip_plain (at, self->end);

      if (at == self->end)
        {
          rgm_scan_fault (self, at, _("expected a closing double quote, found the end of the file"));
          self->stopped = TRUE;
        }
      else if (*at == '"')
        {
          self->at = at + 1;
          return TRUE;
        }
      else if (*at == '\\')
        {
          gsize length;
          Escape escape = read_escape (at, self->end, &length);

          *has_escape = TRUE;
          if (escape != ESCAPE_GOOD && !faulty)
            {
              fault_escape (self, at, escape);
              faulty = TRUE;
            }
          at += length;
        }
      else if ((guchar) *at < 0x20)
        at = skip_control (self, at, &faulty);
      else
        at = skip_character (self, at, &faulty);
    }

  self->at = at;
  return FALSE;
}

/*< private >
 * rgm_scan_unescape:
 * @text: what stands between the quotes of a text that has passed rgm_scan_text()
 * @length: its bytes
 *
 * Returns: (transfer full): the text that is meant; what is at fault in it stays as it is
 */
char *
rgm_scan_unescape (const char *text,
                   gsize       length)
{
  GString *plain = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    {
      static const char from[] = "bfnrt";
      static const char to[] = "\b\f\n\r\t";
      const char *place;
      gsize step = 1;

      if (*text != '\\')
        g_string_append_c (plain, *text);
      else if (read_escape (text, end, &step) != ESCAPE_GOOD)
        g_string_append_len (plain, text, (gssize) step);
      else if (step == 2)
        g_string_append_c (plain, (place = strchr (from, text[1])) != NULL ? to[place - from] : text[1]);
      else if (step == 6)
        g_string_append_unichar (plain, (gunichar) read_hex (text + 2, end));
      else
        g_string_append_unichar (plain, (gunichar) (((read_hex (text + 2, end) & 0x3FF) << 10) +
                                                    (read_hex (text + 8, end) & 0x3FF) + 0x10000));

      text += step;
    }

  return g_string_free (plain, FALSE);
}

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

/* The end of the number at @at, or NULL if it isn't written as JSON writes numbers. */
static const char *
match_number (const char *at,
              const char *end,
              gboolean   *is_integer,
              gboolean   *has_exponent)
{
  const char *next;

  *is_integer = TRUE;
  *has_exponent = FALSE;

  if (at < end && *at == '-')
    at++;

  next = skip_digits (at, end);
  if (next == at || (*at == '0' && next - at > 1))
    return NULL;
  at = next;

  if (at < end && *at == '.')
    {
      *is_integer = FALSE;
      next = skip_digits (at + 1, end);
      if (next == at + 1)
        return NULL;
      at = next;
    }

  if (at < end && (*at == 'e' || *at == 'E'))
    {
      *is_integer = FALSE;
      *has_exponent = TRUE;
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      next = skip_digits (at, end);
      if (next == at)
        return NULL;
      at = next;
    }

  return at;
}

/* Where a token ends that looks like a number but may be none. */
static const char *
skip_number_like (const char *at,
                  const char *end)
{
  while (at < end && (g_ascii_isalnum (*at) || strchr ("+-._", *at) != NULL) && *at != '\0')
    at++;

  return at;
}

static gboolean
overflows (const char *at,
           gsize       length)
{
  char copy[RGM_SCAN_MAX_NUMBER + 1];

  memcpy (copy, at, length);
  copy[length] = '\0';

  return isinf (g_ascii_strtod (copy, NULL));
}

/*< private >
 * rgm_scan_number:
 * @self: a scan that stands at a digit or a sign
 *
 * Passes over a number. One that is written wrongly or too large is told and passed
 * over as well.
 *
 * Returns: %TRUE
 */
gboolean
rgm_scan_number (RgmScan *self)
{
  const char *at = self->at;
  gboolean is_integer, has_exponent;
  const char *end = match_number (at, self->end, &is_integer, &has_exponent);
  gsize length, digits;
  g_autofree char *words = NULL;

  if (G_LIKELY (end != NULL && end - at <= RGM_SCAN_MAX_DIGITS && !has_exponent) &&
      (end == self->end || strchr (",]} \n\r\t", *end) != NULL))
    {
      self->at = end;
      return TRUE;
    }

  if (end == NULL || skip_number_like (at, self->end) != end)
    {
      end = skip_number_like (at, self->end);
      words = g_strndup (at, MIN ((gsize) (end - at), 40));
      rgm_scan_fault (self, at, _("expected a JSON number, found \"%s\""), words);
      self->at = end;
      return TRUE;
    }

  self->at = end;
  length = (gsize) (end - at);
  digits = length - (*at == '-' ? 1 : 0);
  words = g_strndup (at, MIN (length, 40));

  if (length > RGM_SCAN_MAX_NUMBER)
    rgm_scan_fault (self, at, _("expected a number of at most %d characters, found one of %s…"),
                    RGM_SCAN_MAX_NUMBER, words);
  else if (is_integer && digits > RGM_SCAN_MAX_DIGITS)
    rgm_scan_fault (self, at, _("expected a whole number of at most %d digits, found %s"), RGM_SCAN_MAX_DIGITS, words);
  else if (has_exponent && overflows (at, length))
    rgm_scan_fault (self, at, _("expected a number below 1.8e308, found %s"), words);

  return TRUE;
}
