/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-zip.h"

/* The format is PKWARE's APPNOTE.TXT, version 2.0: without data descriptors and extra fields, which
 * OpenDocument forbids on its first entry. */
#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50
#define VERSION 20
#define UTF8_NAMES 0x0800
#define STORED 0
#define DEFLATED 8

/* 1 January 1980, the earliest date in the format. */
#define DATE (1 << 5 | 1)

#define LEVEL 6
#define BUFFER 65536

struct _RgmZip
{
  GByteArray *entries;
  GByteArray *directory;
  guint n_entries;
};

static void
append_16 (GByteArray *bytes,
           guint       value)
{
  const guint8 pair[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (bytes, pair, sizeof pair);
}

static void
append_32 (GByteArray *bytes,
           guint32     value)
{
  append_16 (bytes, value & 0xffff);
  append_16 (bytes, value >> 16);
}

/**
 * rgm_zip_get_crc:
 * @data: bytes
 * @size: the number of bytes
 *
 * Returns: their CRC-32
 */
guint32
rgm_zip_get_crc (const guint8 *data,
                 gsize         size)
{
  static guint32 table[256];
  static gsize ready;
  guint32 crc = 0xffffffff;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (table); i++)
        {
          guint32 value = i;

          for (guint bit = 0; bit < 8; bit++)
            value = value & 1 ? value >> 1 ^ 0xedb88320 : value >> 1;
          table[i] = value;
        }
      g_once_init_leave (&ready, 1);
    }

  for (gsize i = 0; i < size; i++)
    crc = table[(crc ^ data[i]) & 0xff] ^ crc >> 8;

  return crc ^ 0xffffffff;
}

static GBytes *
deflate_bytes (GBytes  *content,
               GError **error)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, LEVEL));
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (BUFFER);
  GConverterResult result;
  gsize size, n_read = 0, n_written = 0;
  const guint8 *data = g_bytes_get_data (content, &size);

  do
    {
      result = g_converter_convert (compressor, data, size, buffer, BUFFER, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      data += n_read;
      size -= n_read;
      g_byte_array_append (packed, buffer, n_written);
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&packed));
}

/* The fields shared by local header and central directory. */
static void
append_description (GByteArray *bytes,
                    guint       method,
                    guint32     crc,
                    gsize       packed_size,
                    gsize       size,
                    gsize       name_length)
{
  append_16 (bytes, VERSION);
  append_16 (bytes, UTF8_NAMES);
  append_16 (bytes, method);
  append_16 (bytes, 0);
  append_16 (bytes, DATE);
  append_32 (bytes, crc);
  append_32 (bytes, packed_size);
  append_32 (bytes, size);
  append_16 (bytes, name_length);
  append_16 (bytes, 0);
}

/**
 * rgm_zip_new:
 *
 * Returns: (transfer full): an empty archive
 */
RgmZip *
rgm_zip_new (void)
{
  RgmZip *self = g_new0 (RgmZip, 1);

  self->entries = g_byte_array_new ();
  self->directory = g_byte_array_new ();

  return self;
}

void
rgm_zip_free (RgmZip *self)
{
  g_byte_array_unref (self->entries);
  g_byte_array_unref (self->directory);
  g_free (self);
}

/**
 * rgm_zip_add:
 * @self: an archive
 * @name: the entry's name, with slashes between folders
 * @content: its content
 * @compress: whether to compress it rather than store it as is
 * @error: return location for an error of the compressor
 *
 * Returns: %TRUE if the entry was added
 */
gboolean
rgm_zip_add (RgmZip      *self,
             const char  *name,
             GBytes      *content,
             gboolean     compress,
             GError     **error)
{
  g_autoptr (GBytes) packed = compress ? deflate_bytes (content, error) : g_bytes_ref (content);
  gsize name_length = strlen (name), offset = self->entries->len, packed_size, size;
  guint method = compress ? DEFLATED : STORED;
  const guint8 *data = g_bytes_get_data (content, &size);
  const guint8 *packed_data;
  guint32 crc = rgm_zip_get_crc (data, size);

  if (packed == NULL)
    return FALSE;

  packed_data = g_bytes_get_data (packed, &packed_size);
  append_32 (self->entries, LOCAL_SIGNATURE);
  append_description (self->entries, method, crc, packed_size, size, name_length);
  g_byte_array_append (self->entries, (const guint8 *) name, name_length);
  if (packed_size > 0)
    g_byte_array_append (self->entries, packed_data, packed_size);

  append_32 (self->directory, CENTRAL_SIGNATURE);
  append_16 (self->directory, VERSION);
  append_description (self->directory, method, crc, packed_size, size, name_length);
  append_16 (self->directory, 0); /* comment */
  append_16 (self->directory, 0); /* disk */
  append_16 (self->directory, 0); /* internal attributes */
  append_32 (self->directory, 0); /* external attributes */
  append_32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, name_length);
  self->n_entries++;

  return TRUE;
}

/**
 * rgm_zip_finish:
 * @self: an archive; nothing can be added afterwards
 *
 * Returns: (transfer full): the bytes of the archive
 */
GBytes *
rgm_zip_finish (RgmZip *self)
{
  GByteArray *all = g_steal_pointer (&self->entries);
  gsize offset = all->len;

  self->entries = g_byte_array_new ();
  g_byte_array_append (all, self->directory->data, self->directory->len);
  append_32 (all, END_SIGNATURE);
  append_32 (all, 0); /* disks */
  append_16 (all, self->n_entries);
  append_16 (all, self->n_entries);
  append_32 (all, self->directory->len);
  append_32 (all, offset);
  append_16 (all, 0); /* comment */

  return g_byte_array_free_to_bytes (all);
}
