/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-scan-private.h"

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COMMA_OR_END,
  EXPECT_END_OF_FILE,
} Expect;

static void
rgm_section_free (gpointer data)
{
  RgmSection *section = data;

  g_free (section->key);
  g_clear_pointer (&section->records, g_array_unref);
  g_free (section);
}

static RgmScanFrame *
get_top (RgmScan *self)
{
  return &self->frames[self->depth - 1];
}

/* A fault after which nothing more can be told. */
static void
stop_here (RgmScan    *self,
           const char *expected)
{
  g_autofree char *found = rgm_scan_describe (self, self->at);

  /* Translators: what a file should have at a place ('expected a value'), and what it has. */
  rgm_scan_fault (self, self->at, _("%s, found %s"), expected, found);
  self->stopped = TRUE;
}

static void
skip_space (RgmScan *self)
{
  const char *at = self->at;

  while (at < self->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;

  self->at = at;
}

/* Sections and records: the values of the two outermost levels are kept as slices. */

static void
check_size (RgmScan  *self,
            RgmSlice  slice)
{
  gsize size = slice.end - slice.start;

  if (size > RGM_SCAN_MAX_RECORD_BYTES)
    rgm_scan_fault (self, self->start + slice.start, _("expected a record of at most %d bytes, found one of %lu"),
                    RGM_SCAN_MAX_RECORD_BYTES, (gulong) size);
}

static void
keep_record (RgmScan  *self,
             RgmSlice  slice)
{
  if (++self->n_records == RGM_SCAN_MAX_RECORDS + 1)
    rgm_scan_fault (self, self->start + slice.start, _("expected at most %d records, found more"), RGM_SCAN_MAX_RECORDS);

  if (self->n_records <= RGM_SCAN_MAX_RECORDS)
    g_array_append_val (self->records, slice);

  check_size (self, slice);
}

static void
keep_section (RgmScan  *self,
              RgmSlice  slice)
{
  RgmScanFrame *frame = get_top (self);
  RgmSection *section = g_new0 (RgmSection, 1);

  section->key = frame->is_object ? g_strndup (frame->key, frame->key_length) : NULL;
  section->value = slice;
  section->records = g_steal_pointer (&self->records);
  g_ptr_array_add (self->sections, section);

  if (section->records == NULL)
    check_size (self, slice);
}

/* A document that is a list is one section without a key. */
static void
keep_list (RgmScan *self)
{
  RgmSection *section;

  if (self->records == NULL)
    return;

  section = g_new0 (RgmSection, 1);
  section->value.end = (gsize) (self->at - self->start);
  section->records = g_steal_pointer (&self->records);
  g_ptr_array_add (self->sections, section);
}

static void
keep_slice (RgmScan *self)
{
  RgmSlice slice;

  if (self->sections == NULL || self->depth > 2)
    return;

  if (self->depth == 0)
    {
      keep_list (self);
      return;
    }

  slice.start = (gsize) (self->value_at[self->depth - 1] - self->start);
  slice.end = (gsize) (self->at - self->start);

  if (self->depth == 2 && self->frames[0].is_object && self->records != NULL)
    keep_record (self, slice);
  else if (self->depth == 1 && !self->frames[0].is_object)
    keep_record (self, slice);
  else if (self->depth == 1)
    keep_section (self, slice);
}

/* Objects, lists and their keys. */

static void
open_container (RgmScan  *self,
                gboolean  is_object)
{
  RgmScanFrame *frame;

  if (self->depth == RGM_SCAN_MAX_DEPTH)
    {
      rgm_scan_fault (self, self->at, _("expected at most %d levels of nesting, found more"), RGM_SCAN_MAX_DEPTH);
      self->stopped = TRUE;
      return;
    }

  if (self->sections != NULL && !is_object && (self->depth == 0 || (self->depth == 1 && self->frames[0].is_object)))
    self->records = g_array_new (FALSE, FALSE, sizeof (RgmSlice));

  frame = &self->frames[self->depth++];
  memset (frame, 0, sizeof *frame);
  frame->is_object = is_object;
  frame->first_key = self->keys->len;

  if (self->path != NULL)
    self->path_length[self->depth] = self->path->len;

  self->at++;
}

static void
close_container (RgmScan *self)
{
  RgmScanFrame *frame = get_top (self);

  g_array_set_size (self->keys, frame->first_key);
  self->depth--;
  self->at++;
}

static guint32
hash_key (const char *key,
          gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) key[i]) * 16777619u;

  return hash;
}

static gboolean
has_key (RgmScan            *self,
         const RgmScanFrame *frame,
         const RgmScanKey   *key)
{
  if ((frame->seen & (G_GUINT64_CONSTANT (1) << (key->hash >> 26))) == 0)
    return FALSE;

  for (guint i = frame->first_key; i < self->keys->len; i++)
    {
      const RgmScanKey *other = &g_array_index (self->keys, RgmScanKey, i);

      if (other->hash == key->hash && other->length == key->length &&
          memcmp (other->start, key->start, key->length) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
keep_key (RgmScan *self)
{
  RgmScanFrame *frame = get_top (self);
  RgmScanKey key = { frame->key, frame->key_length, hash_key (frame->key, frame->key_length) };
  guint n_keys = self->keys->len - frame->first_key;

  if (has_key (self, frame, &key))
    {
      rgm_scan_fault (self, frame->key_at, _("duplicate key"));
      return;
    }

  if (n_keys > RGM_SCAN_MAX_KEYS)
    return;

  if (n_keys == RGM_SCAN_MAX_KEYS)
    rgm_scan_fault (self, frame->key_at, _("expected at most %d keys in an object, found more"), RGM_SCAN_MAX_KEYS);

  frame->seen |= G_GUINT64_CONSTANT (1) << (key.hash >> 26);
  g_array_append_val (self->keys, key);
}

static void
read_key (RgmScan *self)
{
  RgmScanFrame *frame = get_top (self);
  const char *start = self->at + 1;
  gboolean has_escape;

  frame->key_at = self->at;

  if (!rgm_scan_text (self, &has_escape))
    return;

  frame->key = start;
  frame->key_length = (gsize) (self->at - start) - 1;

  if (has_escape)
    {
      g_autofree char *plain = rgm_scan_unescape (start, frame->key_length);

      frame->key = g_string_chunk_insert (self->unescaped, plain);
      frame->key_length = strlen (plain);
    }

  keep_key (self);

  skip_space (self);
  if (self->at == self->end || *self->at != ':')
    stop_here (self, _("expected a colon after the key"));
  else
    self->at++;
}

/* Values. */

static void
read_word (RgmScan *self)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *stop = self->at;

  while (stop < self->end && (g_ascii_isalnum (*stop) || *stop == '_'))
    stop++;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (stop - self->at) == strlen (words[i]) && memcmp (self->at, words[i], strlen (words[i])) == 0)
      {
        self->at = stop;
        return;
      }

  stop_here (self, _("expected a value"));

  /* NaN, None, undefined: inside of a document it is clear where it goes on. */
  self->stopped = self->depth == 0;
  self->at = stop;
}

static void
visit_value (RgmScan *self)
{
  const char *at = self->at;

  g_string_truncate (self->path, self->path_length[self->depth]);

  if (self->depth > 0)
    {
      RgmScanFrame *frame = get_top (self);

      if (frame->is_object)
        {
          rgm_scan_append_key (self->path, frame->key, frame->key_length);
          at = frame->key_at;
        }
      else
        g_string_append_printf (self->path, "[%u]", frame->index);
    }

  self->visit (self->path->str, (gsize) (at - self->start), self->visit_data);
}

static Expect
after_value (RgmScan *self)
{
  keep_slice (self);

  return self->depth == 0 ? EXPECT_END_OF_FILE : EXPECT_COMMA_OR_END;
}

static Expect
read_value (RgmScan *self)
{
  gboolean has_escape;

  if (self->at == self->end)
    {
      stop_here (self, _("expected a value"));
      return EXPECT_END_OF_FILE;
    }

  if (self->depth > 0 && self->depth <= G_N_ELEMENTS (self->value_at))
    self->value_at[self->depth - 1] = self->at;

  if (self->visit != NULL)
    visit_value (self);

  if (*self->at == '{' || *self->at == '[')
    {
      gboolean is_object = *self->at == '{';

      open_container (self, is_object);
      return is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
    }

  if (*self->at == '"')
    rgm_scan_text (self, &has_escape);
  else if (g_ascii_isdigit (*self->at) || *self->at == '-' || *self->at == '+' || *self->at == '.')
    rgm_scan_number (self);
  else if (g_ascii_isalpha (*self->at))
    read_word (self);
  else
    stop_here (self, _("expected a value"));

  return after_value (self);
}

static Expect
read_comma_or_end (RgmScan *self)
{
  RgmScanFrame *frame = get_top (self);
  char end = frame->is_object ? '}' : ']';

  if (self->at < self->end && *self->at == ',')
    {
      self->at++;
      frame->index++;
      frame->key = NULL;
      return frame->is_object ? EXPECT_KEY : EXPECT_VALUE;
    }

  if (self->at < self->end && *self->at == end)
    {
      close_container (self);
      return after_value (self);
    }

  stop_here (self, frame->is_object ? _("expected a comma or \"}\"") : _("expected a comma or \"]\""));
  return EXPECT_END_OF_FILE;
}

static Expect
read_key_or_end (RgmScan  *self,
                 gboolean  may_end)
{
  if (self->at < self->end && *self->at == '"')
    {
      read_key (self);
      return EXPECT_VALUE;
    }

  if (may_end && self->at < self->end && *self->at == '}')
    {
      close_container (self);
      return after_value (self);
    }

  stop_here (self, may_end ? _("expected a key in double quotes or \"}\"") : _("expected a key in double quotes"));
  return EXPECT_END_OF_FILE;
}

static Expect
read_value_or_end (RgmScan *self)
{
  if (self->at < self->end && *self->at == ']')
    {
      close_container (self);
      return after_value (self);
    }

  return read_value (self);
}

static void
read_document (RgmScan *self)
{
  Expect expect = EXPECT_VALUE;

  while (!self->stopped)
    {
      skip_space (self);

      switch (expect)
        {
        case EXPECT_VALUE:
          expect = read_value (self);
          break;
        case EXPECT_VALUE_OR_END:
          expect = read_value_or_end (self);
          break;
        case EXPECT_KEY:
        case EXPECT_KEY_OR_END:
          expect = read_key_or_end (self, expect == EXPECT_KEY_OR_END);
          break;
        case EXPECT_COMMA_OR_END:
          expect = read_comma_or_end (self);
          break;
        case EXPECT_END_OF_FILE:
        default:
          if (self->at < self->end)
            stop_here (self, _("expected the end of the file after the document"));
          return;
        }
    }
}

/* What stands before the document: a mark of another encoding or none. */
static void
read_mark (RgmScan *self)
{
  gsize length = (gsize) (self->end - self->start);

  if (length == 0)
    {
      rgm_scan_fault (self, self->at, _("expected a JSON document, found an empty file"));
      self->stopped = TRUE;
    }
  else if (length >= 3 && memcmp (self->at, "\357\273\277", 3) == 0)
    {
      rgm_scan_fault (self, self->at, _("expected UTF-8 without a byte order mark, found one"));
      self->at += 3;
    }
  else if (length >= 2 && (memcmp (self->at, "\377\376", 2) == 0 || memcmp (self->at, "\376\377", 2) == 0 ||
                           memcmp (self->at, "{\0", 2) == 0 || memcmp (self->at, "\0{", 2) == 0))
    {
      rgm_scan_fault (self, self->at, _("expected UTF-8, found UTF-16 or UTF-32"));
      self->stopped = TRUE;
    }
}

static void
init (RgmScan    *self,
      const char *bytes,
      gsize       length)
{
  memset (self, 0, sizeof *self);

  /* Bytes that are none may have no address. */
  self->start = self->at = self->counted_to = bytes != NULL ? bytes : "";
  self->end = self->start + length;
  self->line = 1;
  self->keys = g_array_new (FALSE, FALSE, sizeof (RgmScanKey));
  self->unescaped = g_string_chunk_new (256);
}

static void
clear (RgmScan *self)
{
  g_array_unref (self->keys);
  g_string_chunk_free (self->unescaped);
  g_clear_pointer (&self->records, g_array_unref);
}

/*< private >
 * rgm_scan_document:
 * @bytes: (array length=length): a file
 * @length: its bytes
 * @faults: where to add its faults, in the order of the file
 *
 * Holds a file against RFC 8259, and against the limits above.
 *
 * Returns: (transfer full) (element-type RgmSection) (nullable): the members of the
 *   document's object in their order; for a list one section without a key that has its
 *   elements; none for a single value; %NULL if it is at fault
 */
GPtrArray *
rgm_scan_document (const char *bytes,
                   gsize       length,
                   RgmFaults  *faults)
{
  g_autofree RgmScan *self = g_new (RgmScan, 1);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (rgm_section_free);
  guint before = rgm_faults_get_size (faults);

  init (self, bytes, length);
  self->faults = faults;
  self->sections = sections;

  read_mark (self);
  read_document (self);

  clear (self);

  return rgm_faults_get_size (faults) == before ? g_steal_pointer (&sections) : NULL;
}

/*< private >
 * rgm_scan_values:
 * @bytes: (array length=length): a file that has passed rgm_scan_document()
 * @length: its bytes
 * @visit: what to call for each value
 * @data: for @visit
 *
 * Goes through the values of a document once more, to find where they stand.
 */
void
rgm_scan_values (const char   *bytes,
                 gsize         length,
                 RgmScanVisit  visit,
                 gpointer      data)
{
  g_autofree RgmScan *self = g_new (RgmScan, 1);
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (RgmFaults) faults = rgm_faults_new ();

  init (self, bytes, length);
  self->faults = faults;
  self->visit = visit;
  self->visit_data = data;
  self->path = path;
  self->path_length[0] = path->len;

  read_document (self);

  clear (self);
}
