/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <string.h>

#include "rgm-journal-record.h"

/* A journal is a row of records:
 *
 *     base 0 0 LENGTH CHECKSUM      the document as it was when the journal was begun
 *     TEXT
 *     step OFFSET REMOVED LENGTH CHECKSUM
 *     TEXT
 *     beside 0 0 LENGTH CHECKSUM    what stands beside the document from here on
 *     TEXT
 *
 * A step puts TEXT, of LENGTH bytes, in place of REMOVED bytes at OFFSET of the document so far, in the canonical form. The
 * checksum is that of the words before it and of TEXT. Undoing and redoing are steps like others. The base is written whole
 * or not at all; a step is appended and synced. Where a record is torn or damaged, those before it stand, and those after it
 * are of no use without it. */

#define BASE "base"
#define STEP "step"
#define BESIDE "beside"
#define SPACE_OF_HEAD 256

static char *
compute_checksum (const char *words,
                  const char *text,
                  gsize       length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) words, -1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);

  return g_strdup (g_checksum_get_string (checksum));
}

static GBytes *
record_new (const char *kind,
            gsize       offset,
            gsize       removed,
            const char *text,
            gsize       length)
{
  g_autofree char *words =
    g_strdup_printf ("%s %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " ", kind, offset, removed, length);
  g_autofree char *checksum = compute_checksum (words, text, length);
  GByteArray *record = g_byte_array_new ();

  g_byte_array_append (record, (const guint8 *) words, (guint) strlen (words));
  g_byte_array_append (record, (const guint8 *) checksum, (guint) strlen (checksum));
  g_byte_array_append (record, (const guint8 *) "\n", 1);
  g_byte_array_append (record, (const guint8 *) text, (guint) length);
  g_byte_array_append (record, (const guint8 *) "\n", 1);

  return g_byte_array_free_to_bytes (record);
}

GBytes *
rgm_journal_make_base (GBytes *document)
{
  gsize size;
  const char *text = g_bytes_get_data (document, &size);

  return record_new (BASE, 0, 0, text, size);
}

/* By which a document differs from what it was before. */
GBytes *
rgm_journal_make_step (GBytes *before,
                       GBytes *after)
{
  gsize n_before, n_after;
  const char *old = g_bytes_get_data (before, &n_before);
  const char *new = g_bytes_get_data (after, &n_after);
  gsize least = MIN (n_before, n_after);
  gsize start = 0, end = 0;

  while (start < least && old[start] == new[start])
    start++;
  while (end < least - start && old[n_before - 1 - end] == new[n_after - 1 - end])
    end++;

  return record_new (STEP, start, n_before - start - end, new + start, n_after - start - end);
}

/**
 * rgm_journal_make_beside:
 * @beside: of type %RGM_JOURNAL_BESIDE
 *
 * Returns: (transfer full): a record of what stands beside the document
 */
GBytes *
rgm_journal_make_beside (GVariant *beside)
{
  g_autofree char *text = g_variant_print (beside, FALSE);

  return record_new (BESIDE, 0, 0, text, strlen (text));
}

/* Takes a number and the space after it. */
static gboolean
read_number (const char **p,
             gsize       *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**p))
    return FALSE;

  errno = 0;
  value = g_ascii_strtoull (*p, &end, 10);
  if (errno != 0 || value > G_MAXSSIZE || *end != ' ')
    return FALSE;

  *number = (gsize) value;
  *p = end + 1;

  return TRUE;
}

/* What the records so far lead to. */
typedef struct
{
  GBytes   *document;
  GVariant *beside;
  guint     n_steps;
} JournalState;

static gboolean
take_base_or_step (JournalState      *state,
                   gsize       offset,
                   gsize       removed,
                   const char *text,
                   gsize       length)
{
  gsize size = 0;
  const char *old = state->document != NULL ? g_bytes_get_data (state->document, &size) : "";
  char *new;

  if (offset > size || removed > size - offset)
    return FALSE;

  new = g_malloc (size - removed + length + 1);
  memcpy (new, old, offset);
  memcpy (new + offset, text, length);
  memcpy (new + offset + length, old + offset + removed, size - offset - removed);
  if (state->document != NULL)
    state->n_steps++;
  g_clear_pointer (&state->document, g_bytes_unref);
  state->document = g_bytes_new_take (new, size - removed + length);

  return TRUE;
}

static gboolean
take_beside (JournalState      *state,
             const char *text,
             gsize       length)
{
  g_autoptr (GVariant) beside = NULL;

  if (g_utf8_validate_len (text, length, NULL))
    beside = g_variant_parse (G_VARIANT_TYPE (RGM_JOURNAL_BESIDE), text, text + length, NULL, NULL);
  if (beside == NULL)
    return FALSE;

  g_clear_pointer (&state->beside, g_variant_unref);
  state->beside = g_steal_pointer (&beside);

  return TRUE;
}

/* Takes one record off a journal. Returns: whether it is whole */
static gboolean
take_record (const char **at,
             const char  *end,
             JournalState       *state)
{
  const char *line_end = memchr (*at, '\n', MIN ((gsize) (end - *at), SPACE_OF_HEAD));
  g_autofree char *head = line_end != NULL ? g_strndup (*at, (gsize) (line_end - *at)) : NULL;
  const char *space = head != NULL ? strchr (head, ' ') : NULL;
  g_autofree char *kind = space != NULL ? g_strndup (head, (gsize) (space - head)) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *checksum = NULL;
  const char *p = space != NULL ? space + 1 : NULL;
  const char *text;
  gsize offset, removed, length;
  gboolean is_whole;

  if (kind == NULL || !read_number (&p, &offset) || !read_number (&p, &removed) || !read_number (&p, &length))
    return FALSE;

  text = line_end + 1;
  if (length >= (gsize) (end - text) || text[length] != '\n')
    return FALSE;

  words = g_strndup (head, (gsize) (p - head));
  checksum = compute_checksum (words, text, length);
  if (!g_str_equal (checksum, p))
    return FALSE;

  if (state->document != NULL && g_str_equal (kind, BESIDE))
    is_whole = take_beside (state, text, length);
  else
    is_whole = g_str_equal (kind, state->document == NULL ? BASE : STEP) && take_base_or_step (state, offset, removed, text, length);
  if (is_whole)
    *at = text + length + 1;

  return is_whole;
}

/**
 * rgm_journal_replay:
 * @journal: a journal, or a document that an older version kept whole
 * @n_steps: (out) (optional): how many steps it has after its base
 * @is_whole: (out) (optional): whether no record is torn or damaged
 * @beside: (out) (optional) (nullable): what stands beside the document, of type %RGM_JOURNAL_BESIDE
 *
 * Returns: (transfer full) (nullable): the document after the last step before the first record that is torn or damaged; %NULL
 *   where the base is
 */
GBytes *
rgm_journal_replay (GBytes    *journal,
                    guint     *n_steps,
                    gboolean  *is_whole,
                    GVariant **beside)
{
  gsize size;
  const char *data = g_bytes_get_data (journal, &size);
  const char *at = size > 0 ? data : "";
  const char *end = at + size;
  JournalState state = { NULL };

  if (size > 0 && *at == '{')
    {
      state.document = g_bytes_ref (journal);
      at = end;
    }
  while (at < end && take_record (&at, end, &state))
    ;
  if (n_steps != NULL)
    *n_steps = state.n_steps;
  if (is_whole != NULL)
    *is_whole = state.document != NULL && at == end;
  if (beside != NULL)
    *beside = g_steal_pointer (&state.beside);
  g_clear_pointer (&state.beside, g_variant_unref);

  return state.document;
}
