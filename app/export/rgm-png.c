/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-png.h"

#include "rgm-cairo-output.h"
#include "rgm-scene-draw.h"

#include <string.h>

/* cairo_surface_write_to_png() tries five filters on each row and compresses as hard as it can,
 * which takes as long as the rest of a chart together. A chart is mostly flat: many rows repeat the
 * one above, so one filter and a low compression level suffice. */

#define SIGNATURE "\211PNG\r\n\032\n"
#define BYTES_PER_PIXEL 3
#define BITS_PER_SAMPLE 8
#define COLOUR_TYPE_RGB 2
#define FILTER_UP 2
#define COMPRESSION_LEVEL 4

static guint32
get_crc (const guint8 *data,
         gsize         size)
{
  static guint32 table[256];
  static gsize is_made = 0;
  guint32 crc = 0xffffffff;

  if (g_once_init_enter (&is_made))
    {
      for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
        {
          guint32 c = i;

          for (guint bit = 0; bit < 8; bit++)
            c = (c & 1) != 0 ? 0xedb88320 ^ (c >> 1) : c >> 1;
          table[i] = c;
        }
      g_once_init_leave (&is_made, 1);
    }

  for (gsize i = 0; i < size; i++)
    crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);

  return crc ^ 0xffffffff;
}

static void
append_uint32 (GByteArray *out,
               guint32     number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_chunk (GByteArray   *out,
              const char   *type,
              const guint8 *data,
              gsize         size)
{
  guint begin;

  append_uint32 (out, (guint32) size);
  begin = out->len;
  g_byte_array_append (out, (const guint8 *) type, 4);
  if (size > 0)
    g_byte_array_append (out, data, (guint) size);
  append_uint32 (out, get_crc (out->data + begin, out->len - begin));
}

/* Rows in PNG's form: a filter byte, then the difference of each sample from the one above. */
static GByteArray *
filter_rows (cairo_surface_t *surface)
{
  gsize width = (gsize) cairo_image_surface_get_width (surface), height = (gsize) cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface), row_size = 1 + width * BYTES_PER_PIXEL;
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  GByteArray *rows = g_byte_array_sized_new ((guint) (row_size * height));

  g_byte_array_set_size (rows, (guint) (row_size * height));
  for (gsize y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (pixels + y * stride);
      const guint32 *above = y > 0 ? (const guint32 *) (gconstpointer) (pixels + (y - 1) * stride) : NULL;
      guint8 *out = rows->data + y * row_size;

      *out++ = FILTER_UP;
      for (gsize x = 0; x < width; x++)
        {
          guint32 before = above != NULL ? above[x] : 0;

          *out++ = (guint8) ((row[x] >> 16) - (before >> 16));
          *out++ = (guint8) ((row[x] >> 8) - (before >> 8));
          *out++ = (guint8) (row[x] - before);
        }
    }

  return rows;
}

static GByteArray *
compress (const GByteArray  *rows,
          GError           **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 buffer[65536];
  gsize done = 0;
  GConverterResult result;

  do
    {
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (compressor), rows->data + done, rows->len - done, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      g_byte_array_append (out, buffer, (guint) n_written);
    }
  while (result != G_CONVERTER_FINISHED);

  return g_steal_pointer (&out);
}

/* A PNG file of an image surface in RGB24. */
static GBytes *
encode (cairo_surface_t  *surface,
        GError          **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GByteArray) rows = NULL;
  g_autoptr (GByteArray) packed = NULL;
  /* compression and filter method, of which there is one each; no interlacing */
  static const guint8 methods[] = { BITS_PER_SAMPLE, COLOUR_TYPE_RGB, 0, 0, 0 };

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (surface);
  rows = filter_rows (surface);
  packed = compress (rows, error);
  if (packed == NULL)
    return NULL;

  append_uint32 (header, (guint32) cairo_image_surface_get_width (surface));
  append_uint32 (header, (guint32) cairo_image_surface_get_height (surface));
  g_byte_array_append (header, methods, sizeof methods);
  g_byte_array_append (out, (const guint8 *) SIGNATURE, strlen (SIGNATURE));
  append_chunk (out, "IHDR", header->data, header->len);
  append_chunk (out, "IDAT", packed->data, packed->len);
  append_chunk (out, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * rgm_png_from_scene:
 * @scene: a scene
 * @theme: the colours
 * @scale: pixels per point
 * @width: in pixels
 * @height: in pixels
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bytes of a PNG file
 */
GBytes *
rgm_png_from_scene (RgmScene        *scene,
                    const RgmTheme  *theme,
                    double           scale,
                    int              width,
                    int              height,
                    GError         **error)
{
  const RgmSceneState state = RGM_SCENE_STATE_INIT;
  RgmColor ground = rgm_theme_get_color (theme, RGM_INK_SURFACE);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (image);
  cairo_status_t status;
  GBytes *bytes = NULL;

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  rgm_scene_draw (scene, cr, theme, NULL, &state);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (rgm_cairo_check (status, error))
    bytes = encode (image, error);
  cairo_surface_destroy (image);

  return bytes;
}
