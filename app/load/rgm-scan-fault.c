/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-scan-private.h"

/* So much of a key or a word is shown. */
#define SHOWN_BYTES 40

static gboolean
is_plain_key (const char *key,
              gsize       length)
{
  if (length == 0 || length > SHOWN_BYTES || (!g_ascii_isalpha (key[0]) && key[0] != '_'))
    return FALSE;

  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (key[i]) && key[i] != '_' && key[i] != '-')
      return FALSE;

  return TRUE;
}

/*< private >
 * rgm_scan_append_key:
 * @path: a JSON path
 * @key: a key, unescaped
 * @length: its bytes
 *
 * Adds a step to a path: '.key', or '["an odd key"]' on one line and not too long.
 */
void
rgm_scan_append_key (GString    *path,
                     const char *key,
                     gsize       length)
{
  g_autofree char *shown = NULL;
  g_autofree char *valid = NULL;

  if (is_plain_key (key, length))
    {
      g_string_append_c (path, '.');
      g_string_append_len (path, key, (gssize) length);
      return;
    }

  shown = g_strndup (key, MIN (length, SHOWN_BYTES));
  valid = g_utf8_make_valid (shown, -1);

  g_string_append (path, "[\"");
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (path, "\\%c", *c);
      else if (!g_unichar_isprint (g_utf8_get_char (c)))
        g_string_append_printf (path, "\\u%04x", g_utf8_get_char (c));
      else
        g_string_append_unichar (path, g_utf8_get_char (c));
    }
  g_string_append (path, length > SHOWN_BYTES ? "…\"]" : "\"]");
}

static char *
get_path (const RgmScan *self)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->depth; i++)
    {
      const RgmScanFrame *frame = &self->frames[i];

      if (!frame->is_object)
        g_string_append_printf (path, "[%u]", frame->index);
      else if (frame->key != NULL)
        rgm_scan_append_key (path, frame->key, frame->key_length);
    }

  return g_string_free (path, FALSE);
}

/* The line of @at. Faults are found in the order of the file, so that each line feed
 * is counted once. */
static guint64
count_lines (RgmScan    *self,
             const char *at)
{
  while (self->counted_to < at)
    {
      const char *feed = memchr (self->counted_to, '\n', (gsize) (at - self->counted_to));

      if (feed == NULL)
        break;

      self->line++;
      self->counted_to = feed + 1;
    }

  self->counted_to = MAX (self->counted_to, at);
  return self->line;
}

/*< private >
 * rgm_scan_fault:
 * @self: a scan
 * @at: where in the bytes
 * @format: a printf format for what was expected and what was found
 *
 * Adds a fault with the line of @at and the path of what is being read.
 */
void
rgm_scan_fault (RgmScan    *self,
                const char *at,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;
  va_list args;

  if (rgm_faults_get_size (self->faults) >= RGM_FAULTS_MAX)
    {
      /* It is only counted. */
      rgm_faults_add (self->faults, NULL, 0, "%s", "");
      return;
    }

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  path = get_path (self);
  rgm_faults_add (self->faults, path, count_lines (self, at), "%s", message);
}

static char *
describe_word (const RgmScan *self,
               const char    *at)
{
  const char *stop = at;

  while (stop < self->end && stop - at < SHOWN_BYTES && (g_ascii_isalnum (*stop) || *stop == '_'))
    stop++;

  return g_strdup_printf ("\"%.*s\"", (int) (stop - at), at);
}

static char *
describe_character (const RgmScan *self,
                    const char    *at)
{
  gsize most = MIN (4, (gsize) (self->end - at));
  gunichar c = g_utf8_get_char_validated (at, (gssize) most);

  if (c == (gunichar) -1 || c == (gunichar) -2 || c < 0x20)
    return g_strdup_printf (_("the byte 0x%02X"), (guchar) *at);

  if (!g_unichar_isgraph (c))
    return g_strdup_printf (_("the character U+%04X"), c);

  return g_strdup_printf ("\"%.*s\"", (int) (g_utf8_next_char (at) - at), at);
}

/*< private >
 * rgm_scan_describe:
 * @self: a scan
 * @at: a place in the bytes
 *
 * Returns: (transfer full): what stands there, in words, for 'found …'
 */
char *
rgm_scan_describe (const RgmScan *self,
                   const char    *at)
{
  if (at == self->end)
    return g_strdup (_("the end of the file"));

  if (*at == '"')
    return g_strdup (_("a string"));

  if (*at == '\'')
    return g_strdup (_("a single quote"));

  if (*at == '#' || (*at == '/' && self->end - at > 1 && (at[1] == '/' || at[1] == '*')))
    return g_strdup (_("a comment"));

  if (g_ascii_isalnum (*at))
    return describe_word (self, at);

  return describe_character (self, at);
}
