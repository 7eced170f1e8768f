/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-note-private.h"

#define BOOKMARKED "Bookmarked"
#define TEXT "Text"

static void
part_free (gpointer data)
{
  RgmNotePart *part = data;

  g_free (part->text);
  g_free (part);
}

/*< private >
 * rgm_note_new:
 * @group: the group of the file that it is in
 * @data_set: the id of a data set
 * @trial: the id of a trial of it
 *
 * Returns: (transfer full): the notes on the trial, of which there are none yet
 */
RgmNote *
rgm_note_new (const char *group,
              const char *data_set,
              const char *trial)
{
  RgmNote *self = g_new0 (RgmNote, 1);

  self->group = g_strdup (group);
  self->data_set = g_strdup (data_set);
  self->trial = g_strdup (trial);
  self->registrations = g_new0 (char *, 1);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, part_free);

  return self;
}

/*< private >
 * rgm_note_free:
 * @self: (transfer full): the notes on a trial
 */
void
rgm_note_free (RgmNote *self)
{
  g_free (self->group);
  g_free (self->data_set);
  g_free (self->trial);
  g_strfreev (self->registrations);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/* ── Places ──────────────────────────────────────────────────────────────────── */

/* The key of a place: its name alone for the trial. */
static char *
make_key (const char *name,
          const char *place)
{
  return *place != '\0' ? g_strconcat (name, "/", place, NULL) : g_strdup (name);
}

/* The place that a key of this name is of, or NULL. */
static const char *
find_place (const char *key,
            const char *name)
{
  gsize length = strlen (name);

  if (strncmp (key, name, length) != 0)
    return NULL;
  if (key[length] == '\0')
    return key + length;

  return key[length] == '/' ? key + length + 1 : NULL;
}

static RgmNotePart *
get_part (RgmNote    *self,
          const char *place)
{
  RgmNotePart *part = g_hash_table_lookup (self->parts, place);

  if (part == NULL)
    {
      part = g_new0 (RgmNotePart, 1);
      g_hash_table_insert (self->parts, g_strdup (place), part);
    }

  return part;
}

/*< private >
 * rgm_note_find:
 * @self: (nullable): the notes on a trial
 * @place: (nullable): a place of it; %NULL for the trial itself
 *
 * Returns: (transfer none) (nullable): what is noted there
 */
const RgmNotePart *
rgm_note_find (const RgmNote *self,
               const char    *place)
{
  return self != NULL ? g_hash_table_lookup (self->parts, place != NULL ? place : "") : NULL;
}

/*< private >
 * rgm_note_is_empty:
 * @self: the notes on a trial
 *
 * Returns: whether nothing is noted
 */
gboolean
rgm_note_is_empty (const RgmNote *self)
{
  return g_hash_table_size (self->parts) == 0;
}

/*< private >
 * rgm_note_read_parts:
 * @self: the notes on a trial
 * @key_file: where they are
 *
 * Reads what is noted at each place.
 */
void
rgm_note_read_parts (RgmNote  *self,
                     GKeyFile *key_file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (key_file, self->group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const char *bookmarked = find_place (keys[i], BOOKMARKED);
      const char *text = find_place (keys[i], TEXT);

      if (bookmarked != NULL && g_key_file_get_boolean (key_file, self->group, keys[i], NULL))
        get_part (self, bookmarked)->is_bookmarked = TRUE;
      /* A file that somebody changed may name a place twice. */
      if (text != NULL)
        {
          RgmNotePart *part = get_part (self, text);

          g_free (part->text);
          part->text = g_key_file_get_string (key_file, self->group, keys[i], NULL);
        }
    }
}

static void
drop_if_empty (RgmNote    *self,
               const char *place)
{
  const RgmNotePart *part = rgm_note_find (self, place);

  if (!part->is_bookmarked && part->text == NULL)
    g_hash_table_remove (self->parts, place);
}

/*< private >
 * rgm_note_set_bookmarked:
 * @self: the notes on a trial
 * @key_file: where they are
 * @place: (nullable): a place of it; %NULL for the trial itself
 * @is_bookmarked: whether it is bookmarked
 */
void
rgm_note_set_bookmarked (RgmNote    *self,
                         GKeyFile   *key_file,
                         const char *place,
                         gboolean    is_bookmarked)
{
  const char *at = place != NULL ? place : "";
  g_autofree char *key = make_key (BOOKMARKED, at);

  get_part (self, at)->is_bookmarked = is_bookmarked;
  if (is_bookmarked)
    g_key_file_set_boolean (key_file, self->group, key, TRUE);
  else
    g_key_file_remove_key (key_file, self->group, key, NULL);
  drop_if_empty (self, at);
}

/*< private >
 * rgm_note_set_text:
 * @self: the notes on a trial
 * @key_file: where they are
 * @place: (nullable): a place of it; %NULL for the trial itself
 * @text: (nullable): the note; %NULL for none
 */
void
rgm_note_set_text (RgmNote    *self,
                   GKeyFile   *key_file,
                   const char *place,
                   const char *text)
{
  const char *at = place != NULL ? place : "";
  g_autofree char *key = make_key (TEXT, at);
  RgmNotePart *part = get_part (self, at);

  g_free (part->text);
  part->text = g_strdup (text);
  if (text != NULL)
    g_key_file_set_string (key_file, self->group, key, text);
  else
    g_key_file_remove_key (key_file, self->group, key, NULL);
  drop_if_empty (self, at);
}
