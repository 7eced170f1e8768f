/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pdf-description.h"

#include <stdlib.h>
#include <string.h>

/* Cairo can tag a drawing as a figure, but can't give it a text alternative, nor the document a language. Both are added as PDF has
 * it for changes: new versions of a few objects at the end, with a table of their own that points to the one before (ISO 32000-1,
 * 7.5.6). Cairo 1.18 packs its objects into streams; such a file is left as it is. (PDF 1.4, which it doesn't pack,
 * loses the letters of ligatures.)
 */

#define FIGURE "/S /Figure"
#define ENTRY_LENGTH 20
/* The end of a file, which has the place of the table and no more. */
#define TAIL_LENGTH 40

/* @text: the file, with a byte 0 at its end; @table: where its table of objects begins; @n_objects: how many it lists, from 0. */
typedef struct
{
  const char *text;
  gsize       size;
  gsize       table;
  const char *entries;
  const char *trailer;
  guint       n_objects;
  guint       root;
} Pdf;

/* A number after a name: '/Size 46'. */
static gboolean
read_number (const char *text,
             const char *name,
             guint      *number)
{
  const char *at = strstr (text, name);

  if (at == NULL)
    return FALSE;
  *number = (guint) strtoul (at + strlen (name), NULL, 10);

  return TRUE;
}

static gboolean
read_pdf (Pdf *self)
{
  const char *start;
  char *end;

  if (self->size < TAIL_LENGTH)
    return FALSE;
  /* What precedes the tail may contain bytes of 0. */
  start = strstr (self->text + self->size - TAIL_LENGTH, "startxref\n");
  if (start == NULL)
    return FALSE;
  self->table = strtoul (start + strlen ("startxref\n"), NULL, 10);
  if (self->table >= self->size || !g_str_has_prefix (self->text + self->table, "xref\n0 "))
    return FALSE;

  self->n_objects = (guint) strtoul (self->text + self->table + strlen ("xref\n0 "), &end, 10);
  self->entries = end + 1;
  if (self->n_objects > (self->size - (gsize) (self->entries - self->text)) / ENTRY_LENGTH)
    return FALSE;
  self->trailer = self->entries + (gsize) self->n_objects * ENTRY_LENGTH;

  return g_str_has_prefix (self->trailer, "trailer\n<<") && read_number (self->trailer, "/Root ", &self->root) && self->root < self->n_objects;
}

/* The dictionary that an object is, up to before its end; NULL if it is anything else. */
static char *
read_dictionary (const Pdf *self,
                 guint      number)
{
  gsize offset = strtoul (self->entries + (gsize) number * ENTRY_LENGTH, NULL, 10);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<<", number);
  const char *end;

  if (offset >= self->size || !g_str_has_prefix (self->text + offset, head))
    return NULL;
  end = strstr (self->text + offset, ">>\nendobj\n");

  return end != NULL ? g_strndup (self->text + offset, (gsize) (end - self->text) - offset) : NULL;
}

/* A text in UTF-16, in hexadecimal digits. */
static char *
write_text (const char *text)
{
  GString *written = g_string_new ("<FEFF");
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  for (guint i = 0; units != NULL && units[i] != 0; i++)
    g_string_append_printf (written, "%04X", units[i]);
  g_string_append_c (written, '>');

  return g_string_free (written, FALSE);
}

/* A new version of an object, with more in its dictionary. */
static void
put_object (GByteArray *pdf,
            GString    *table,
            guint       number,
            const char *dictionary,
            const char *more)
{
  g_autofree char *object = g_strdup_printf ("%s   %s\n>>\nendobj\n", dictionary, more);

  g_string_append_printf (table, "%u 1\n%010u 00000 n \n", number, pdf->len);
  g_byte_array_append (pdf, (const guint8 *) object, (guint) strlen (object));
}

/**
 * rgm_pdf_add_description:
 * @pdf: a PDF that cairo wrote
 * @language: its language, as a BCP 47 tag
 * @alternative: (nullable): what its figures show, for whoever can't see them
 *
 * Adds the language and the text alternative to the PDF.
 */
void
rgm_pdf_add_description (GByteArray *pdf,
                         const char *language,
                         const char *alternative)
{
  g_autofree char *copy = g_malloc0 (pdf->len + 1);
  Pdf old = { .text = copy, .size = pdf->len };
  g_autoptr (GString) table = g_string_new ("xref\n");
  g_autofree char *catalog_more = g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", language);
  g_autofree char *text = alternative != NULL ? write_text (alternative) : NULL;
  g_autofree char *figure_more = g_strdup_printf ("/Alt %s", text != NULL ? text : "");
  g_autofree char *trailer = NULL;
  const char *trailer_end;

  memcpy (copy, pdf->data, pdf->len);
  if (!read_pdf (&old) || (trailer_end = strstr (old.trailer, ">>")) == NULL)
    return;

  for (guint i = 1; i < old.n_objects; i++)
    {
      g_autofree char *dictionary = read_dictionary (&old, i);

      if (dictionary == NULL)
        continue;
      if (i == old.root)
        put_object (pdf, table, i, dictionary, catalog_more);
      else if (text != NULL && strstr (dictionary, FIGURE "\n") != NULL)
        put_object (pdf, table, i, dictionary, figure_more);
    }

  trailer = g_strndup (old.trailer, (gsize) (trailer_end - old.trailer));
  g_string_append_printf (table, "%s   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%u\n%%%%EOF\n", trailer, old.table, pdf->len);
  g_byte_array_append (pdf, (const guint8 *) table->str, (guint) table->len);
}
