/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rgm-deck-private.h"

#include "rgm-png.h"
#include "rgm-scene-svg.h"
#include "rgm-zip.h"

/* Type size in an image of a chart. The image grows with the chart, so no smaller size is needed. */
#define IMAGE_TYPE 12.6
#define IMAGE_FLOOR 9.0
#define IMAGE_SCALE 2.0

static GBytes *
write_image (RgmDeck            *deck,
             const RgmDeckEntry *entry,
             const RgmTheme     *theme,
             GError            **error)
{
  const RgmDeckOptions *options = rgm_deck_get_options (deck);
  RgmLayout layout = {
    .measure = rgm_deck_get_measure (deck),
    .direction = options->direction,
    .base = IMAGE_TYPE,
    .floor = IMAGE_FLOOR,
    .overflow = RGM_OVERFLOW_GROW,
    .title = entry->title,
  };
  guint n_pages;
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *svg = NULL;

  rgm_deck_get_size (deck, &layout.width, &layout.height);
  scene = rgm_slides_lay_out (entry, &layout, &n_pages);
  if (options->images == RGM_EXPORT_PNG)
    return rgm_png_from_scene (scene, theme, IMAGE_SCALE, (int) ceil (layout.width * IMAGE_SCALE),
                               (int) ceil (rgm_scene_get_height (scene) * IMAGE_SCALE - 0.01), error);

  svg = rgm_scene_to_svg (scene, theme);

  return g_bytes_new (svg, strlen (svg));
}

static void
free_image (gpointer data)
{
  RgmDeckImage *image = data;

  g_free (image->name);
  g_bytes_unref (image->bytes);
  g_free (image);
}

/**
 * rgm_deck_list_images:
 * @self: a deck
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable) (element-type RgmDeckImage): an image of each of its figures, for a folder
 */
GPtrArray *
rgm_deck_list_images (RgmDeck  *self,
                      GError  **error)
{
  const RgmDeckOptions *options = rgm_deck_get_options (self);
  const RgmTheme *theme = rgm_theme_get (options->theme);
  GPtrArray *entries = rgm_deck_get_entries (self);
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func (free_image);

  for (guint i = 0; i < entries->len; i++)
    {
      const RgmDeckEntry *entry = entries->pdata[i];
      RgmDeckImage *image;
      GBytes *bytes;

      if (entry->figure == NULL)
        continue;
      bytes = write_image (self, entry, theme, error);
      if (bytes == NULL)
        return NULL;
      image = g_new (RgmDeckImage, 1);
      image->name = g_strdup_printf ("%02u-%s.%s", i + 1, rgm_figure_get_kind (entry->figure)->id,
                                     options->images == RGM_EXPORT_PNG ? "png" : "svg");
      image->bytes = bytes;
      g_ptr_array_add (images, image);
    }

  return g_steal_pointer (&images);
}

/**
 * rgm_deck_images_write:
 * @deck: a deck
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): an archive with an image of each of its figures
 */
GBytes *
rgm_deck_images_write (RgmDeck  *deck,
                       GError  **error)
{
  g_autoptr (GPtrArray) images = rgm_deck_list_images (deck, error);
  g_autoptr (RgmZip) zip = rgm_zip_new ();
  gboolean is_png = rgm_deck_get_options (deck)->images == RGM_EXPORT_PNG;

  if (images == NULL)
    return NULL;

  for (guint i = 0; i < images->len; i++)
    {
      const RgmDeckImage *image = images->pdata[i];

      if (!rgm_zip_add (zip, image->name, image->bytes, !is_png, error))
        return NULL;
    }

  return rgm_zip_finish (zip);
}
