/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-deck.h"
#include "rgm-error.h"
#include "rgm-pptx-template.h"
#include "rgm-unzip.h"

#define MARK "=== "

/* Chance never finds a checksum: what doesn't begin like an archive is its entries, each under a line with its name. */
static GBytes *
pack (const char *data,
      gsize       size)
{
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n" MARK, -1);
  g_autoptr (RgmZip) zip = rgm_zip_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = i == 0 && g_str_has_prefix (parts[i], MARK) ? parts[i] + strlen (MARK) : parts[i];
      const char *line_end = strchr (part, '\n');
      g_autofree char *name = g_strndup (part, line_end != NULL ? (gsize) (line_end - part) : strlen (part));
      const char *content = line_end != NULL ? line_end + 1 : "";
      g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

      if (!rgm_zip_add (zip, name, bytes, FALSE, NULL))
        break;
    }

  return rgm_zip_finish (zip);
}

static void
check_rect (const RgmRect *rect)
{
  g_assert_true (isfinite (rect->x) && isfinite (rect->y));
  g_assert_true (isfinite (rect->width) && isfinite (rect->height));
}

/* Slides that take the look of it: there are some, an archive that can be read, or it is said why not. */
static void
use (GBytes *bytes)
{
  const RgmDeckOptions options = { 0 };
  g_autoptr (RgmDeck) deck = rgm_deck_new (&options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) slides = NULL;
  g_autoptr (GHashTable) parts = NULL;

  if (!rgm_deck_set_template (deck, bytes, &error))
    g_error ("%s", error->message);
  rgm_deck_add_text (deck, "Title", "Text", NULL);
  slides = rgm_deck_write (deck, RGM_DECK_PPTX, &error);
  if (slides == NULL)
    {
      g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_no_error (error);
  parts = rgm_unzip (slides, &error);
  g_assert_no_error (error);
  g_assert_true (g_hash_table_contains (parts, "[Content_Types].xml"));
}

/* A presentation whose look slides are to have, from any bytes: it is refused with a reason, or slides can be made with it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = size >= 2 && memcmp (data, "PK", 2) == 0 ? g_bytes_new (data, size) : pack ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPptxTemplate) template = rgm_pptx_template_read (bytes, &error);

  g_assert_true ((template != NULL) == (error == NULL));
  if (template == NULL)
    {
      g_assert_true (g_error_matches (error, RGM_ERROR, RGM_ERROR_INPUT));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  check_rect (&template->title);
  check_rect (&template->body);
  g_assert_true (template->width > 0 && template->height > 0 && template->masters->len > 0);
  g_assert_nonnull (template->layout);
  for (guint i = 0; i < template->kept->len; i++)
    g_assert_true (g_hash_table_contains (template->contents, g_ptr_array_index (template->kept, i)));
  use (bytes);

  return 0;
}
