/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-xml.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

struct _RgmXml
{
  GString *out;
  GPtrArray *open;  /* the names of the open elements */
  gboolean in_tag;  /* the last start tag can still take attributes */
  gunichar refused; /* the first refused character */
  gboolean is_refused;
};

/**
 * rgm_xml_new:
 *
 * Returns: (transfer full): an empty document
 */
RgmXml *
rgm_xml_new (void)
{
  RgmXml *self = g_new0 (RgmXml, 1);

  self->out = g_string_new (NULL);
  self->open = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
rgm_xml_free (RgmXml *self)
{
  g_string_free (self->out, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/* XML 1.0, Char. */
static gboolean
is_allowed (gunichar character)
{
  return character == '\t' || character == '\n' || character == '\r' ||
         (character >= 0x20 && character != 0xfffe && character != 0xffff && character <= 0x10ffff);
}

static void
append_escaped (RgmXml     *self,
                const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      self->is_refused = TRUE;
      return;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!is_allowed (character) && !self->is_refused)
        {
          self->is_refused = TRUE;
          self->refused = character;
        }
      switch (character)
        {
        case '&':
          g_string_append (self->out, "&amp;");
          break;
        case '<':
          g_string_append (self->out, "&lt;");
          break;
        case '>':
          g_string_append (self->out, "&gt;");
          break;
        case '"':
          g_string_append (self->out, "&quot;");
          break;
        case '\t':
        case '\n':
        case '\r':
          g_string_append_printf (self->out, "&#%u;", character);
          break;
        default:
          g_string_append_unichar (self->out, character);
        }
    }
}

static void
close_tag (RgmXml *self)
{
  if (self->in_tag)
    g_string_append_c (self->out, '>');
  self->in_tag = FALSE;
}

void
rgm_xml_begin (RgmXml     *self,
               const char *name)
{
  close_tag (self);
  g_string_append_printf (self->out, "<%s", name);
  g_ptr_array_add (self->open, g_strdup (name));
  self->in_tag = TRUE;
}

/**
 * rgm_xml_attribute:
 * @self: a document whose open element has no content yet
 * @name: the name of the attribute
 * @value: (nullable): its value, or %NULL to omit the attribute
 */
void
rgm_xml_attribute (RgmXml     *self,
                   const char *name,
                   const char *value)
{
  g_return_if_fail (self->in_tag);

  if (value == NULL)
    return;

  g_string_append_printf (self->out, " %s=\"", name);
  append_escaped (self, value);
  g_string_append_c (self->out, '"');
}

void
rgm_xml_attribute_int (RgmXml     *self,
                       const char *name,
                       gint64      value)
{
  g_return_if_fail (self->in_tag);

  g_string_append_printf (self->out, " %s=\"%" G_GINT64_FORMAT "\"", name, value);
}

void
rgm_xml_text (RgmXml     *self,
              const char *text)
{
  close_tag (self);
  append_escaped (self, text);
}

void
rgm_xml_end (RgmXml *self)
{
  g_return_if_fail (self->open->len > 0);

  if (self->in_tag)
    g_string_append (self->out, "/>");
  else
    g_string_append_printf (self->out, "</%s>", (const char *) self->open->pdata[self->open->len - 1]);
  self->in_tag = FALSE;
  g_ptr_array_set_size (self->open, (gint) self->open->len - 1);
}

/**
 * rgm_xml_markup:
 * @self: a document
 * @markup: complete elements, always literals and never from a data set
 */
void
rgm_xml_markup (RgmXml     *self,
                const char *markup)
{
  close_tag (self);
  g_string_append (self->out, markup);
}

/**
 * rgm_xml_take:
 * @self: a document
 * @content: complete elements written separately; emptied by this function
 */
void
rgm_xml_take (RgmXml *self,
              RgmXml *content)
{
  g_return_if_fail (content->open->len == 0);

  close_tag (self);
  g_string_append_len (self->out, content->out->str, (gssize) content->out->len);
  g_string_truncate (content->out, 0);
  if (content->is_refused && !self->is_refused)
    {
      self->is_refused = TRUE;
      self->refused = content->refused;
    }
}

/**
 * rgm_xml_finish:
 * @self: a document with all elements closed; emptied by this function
 * @error: return location for an error if a text held a character not allowed in XML
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
rgm_xml_finish (RgmXml  *self,
                GError **error)
{
  GString *out;

  g_return_val_if_fail (self->open->len == 0, NULL);

  if (self->is_refused)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT,
                   /* Translators: %04X is a number such as 0001, in the notation of Unicode. */
                   _ ("A text contains the character U+%04X, which no XML file can hold."), self->refused);
      return NULL;
    }

  out = g_steal_pointer (&self->out);
  self->out = g_string_new (NULL);
  g_string_prepend (out, DECLARATION);

  return g_string_free_to_bytes (out);
}

/**
 * rgm_xml_clean:
 * @text: a text from a file
 *
 * Returns: (transfer full): the text, with a space for each character not allowed in XML
 */
char *
rgm_xml_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, is_allowed (g_utf8_get_char (p)) ? g_utf8_get_char (p) : ' ');

  return g_string_free (clean, FALSE);
}
