/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-unzip.h"

#include "rgm-error.h"
#include "rgm-zip.h"

/* PKWARE's APPNOTE.TXT. No number in an archive is trusted before it has been checked. */
#define END_SIGNATURE 0x06054b50
#define END_SIZE 22
#define COMMENT_SIZE 65535
#define CENTRAL_SIGNATURE 0x02014b50
#define CENTRAL_SIZE 46
#define LOCAL_SIGNATURE 0x04034b50
#define LOCAL_SIZE 30
#define ENCRYPTED 1
#define STORED 0
#define DEFLATED 8

/* Presentations larger than this are refused as templates. */
#define MAX_ENTRIES 10000
#define MAX_CONTENTS (128 << 20)

typedef struct
{
  const guint8 *data;
  gsize size;
} ZipArchive;

typedef struct
{
  char *name;
  guint flags;
  guint method;
  guint32 crc;
  gsize packed_size;
  gsize size;
  gsize offset;
} ZipEntry;

static guint
get_16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static guint32
get_32 (const guint8 *at)
{
  return get_16 (at) | (guint32) get_16 (at + 2) << 16;
}

/* Whether @size bytes from @offset are within the archive. */
static gboolean
has (const ZipArchive *archive,
     gsize          offset,
     gsize          size)
{
  return offset <= archive->size && size <= archive->size - offset;
}

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, reason);

  return FALSE;
}

/* The end of central directory record, before any comment. */
static const guint8 *
find_end (const ZipArchive *archive)
{
  gsize first = archive->size > END_SIZE + COMMENT_SIZE ? archive->size - END_SIZE - COMMENT_SIZE : 0;

  for (gsize at = archive->size - END_SIZE + 1; archive->size >= END_SIZE && at > first; at--)
    if (get_32 (archive->data + at - 1) == END_SIGNATURE)
      return archive->data + at - 1;

  return NULL;
}

/* Names are copied to another archive, so they must be unambiguous. */
static gboolean
is_good_name (const char *name,
              gsize       length)
{
  g_auto (GStrv) parts = NULL;

  if (length == 0 || memchr (name, '\0', length) != NULL || !g_utf8_validate (name, (gssize) length, NULL) ||
      memchr (name, '\\', length) != NULL || *name == '/')
    return FALSE;

  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "..") || g_str_equal (parts[i], "."))
      return FALSE;

  return TRUE;
}

/* Reads the directory entry at *@offset and advances past it. */
static gboolean
read_entry (const ZipArchive *archive,
            gsize         *offset,
            ZipEntry         *entry)
{
  const guint8 *at = archive->data + *offset;
  gsize name_length;

  if (!has (archive, *offset, CENTRAL_SIZE) || get_32 (at) != CENTRAL_SIGNATURE)
    return FALSE;

  entry->flags = get_16 (at + 8);
  entry->method = get_16 (at + 10);
  entry->crc = get_32 (at + 16);
  entry->packed_size = get_32 (at + 20);
  entry->size = get_32 (at + 24);
  entry->offset = get_32 (at + 42);
  name_length = get_16 (at + 28);
  if (!has (archive, *offset, CENTRAL_SIZE + name_length + get_16 (at + 30) + get_16 (at + 32)))
    return FALSE;

  entry->name = g_strndup ((const char *) at + CENTRAL_SIZE, name_length);
  *offset += CENTRAL_SIZE + name_length + get_16 (at + 30) + get_16 (at + 32);

  return is_good_name (entry->name, name_length);
}

static GBytes *
inflate_entry (const guint8 *packed,
               const ZipEntry  *entry)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  /* One byte more than expected, to detect excess data. */
  g_autofree guint8 *content = g_malloc (entry->size + 1);
  gsize done = 0, taken = 0;
  GConverterResult result;

  do
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (decompressor, packed + taken, entry->packed_size - taken, content + done,
                                    entry->size + 1 - done, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      taken += n_read;
      done += n_written;
    }
  while (result == G_CONVERTER_CONVERTED && done <= entry->size);

  if (result != G_CONVERTER_FINISHED || done != entry->size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&content), entry->size);
}

static GBytes *
read_content (const ZipArchive *archive,
              const ZipEntry   *entry)
{
  const guint8 *at = archive->data + entry->offset;
  g_autoptr (GBytes) content = NULL;
  gsize start;

  if (!has (archive, entry->offset, LOCAL_SIZE) || get_32 (at) != LOCAL_SIGNATURE)
    return NULL;

  start = entry->offset + LOCAL_SIZE + get_16 (at + 26) + get_16 (at + 28);
  if (!has (archive, start, entry->packed_size))
    return NULL;

  if (entry->method == STORED && entry->packed_size == entry->size)
    content = g_bytes_new (archive->data + start, entry->size);
  else if (entry->method == DEFLATED)
    content = inflate_entry (archive->data + start, entry);

  if (content == NULL || rgm_zip_get_crc (g_bytes_get_data (content, NULL), entry->size) != entry->crc)
    return NULL;

  return g_steal_pointer (&content);
}

static gboolean
read_entries (const ZipArchive  *archive,
              const guint8   *end,
              GHashTable     *contents,
              GError        **error)
{
  guint n_entries = get_16 (end + 10);
  gsize offset = get_32 (end + 16), total = 0;

  if (n_entries > MAX_ENTRIES)
    return fail (error, _ ("The archive has too many entries."));

  for (guint i = 0; i < n_entries; i++)
    {
      ZipEntry entry = { 0 };
      g_autofree char *name = NULL;
      gboolean is_good = has (archive, offset, CENTRAL_SIZE) && read_entry (archive, &offset, &entry);
      GBytes *content;

      name = entry.name;
      if (!is_good || g_hash_table_contains (contents, name))
        return fail (error, _ ("The archive is damaged: its directory cannot be read."));
      if (entry.flags & ENCRYPTED)
        return fail (error, _ ("The archive is encrypted. Save the file without a password, and try again."));
      total += entry.size;
      if (total > MAX_CONTENTS)
        return fail (error, _ ("The contents of the archive are too large."));
      content = read_content (archive, &entry);
      if (content == NULL)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _ ("The archive is damaged: “%s” cannot be read."), name);
          return FALSE;
        }
      g_hash_table_insert (contents, g_steal_pointer (&name), content);
    }

  return TRUE;
}

/**
 * rgm_unzip:
 * @archive: the bytes of a ZIP archive
 * @error: return location for an error of %RGM_ERROR_INPUT
 *
 * Reads an archive of moderate size and verifies its checksums.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): the contents of its entries by
 * name
 */
GHashTable *
rgm_unzip (GBytes  *archive,
           GError **error)
{
  g_autoptr (GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  ZipArchive whole = { 0 };
  const guint8 *end;

  whole.data = g_bytes_get_data (archive, &whole.size);
  end = find_end (&whole);
  if (end == NULL)
    {
      fail (error, _ ("The file is not a ZIP archive, as presentations are."));
      return NULL;
    }
  if (!read_entries (&whole, end, contents, error))
    return NULL;

  return g_steal_pointer (&contents);
}
