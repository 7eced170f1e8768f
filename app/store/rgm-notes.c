/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-note-private.h"
#include "rgm-notes.h"
#include "rgm-store-save.h"

/* The file, ~/.local/share/regimen/notes.ini, has one group for each trial with a note:
 *
 *     [Notes]
 *     Format=1
 *
 *     [DATA-SET/TRIAL]             the ids when the note was made, escaped; never changed
 *     DataSet=…
 *     Trial=…
 *     Registrations=NCT…;
 *     Name=…                       for a person who reads the file
 *     Bookmarked=true
 *     Text=…
 *     Bookmarked/ARM=true          of an arm, its id escaped
 *     Text/ARM/ENDPOINT=…          of a number of an arm
 *
 * What a newer version adds to it is kept. */

#define HEAD "Notes"
#define FORMAT 1

/* Nobody writes that much. */
#define MOST_BYTES (64 * 1024 * 1024)

/* How many damaged files are kept. */
#define MOST_DAMAGED 1000

struct _RgmNotes
{
  GObject     parent_instance;

  GFile      *file;
  gboolean    is_read;
  gboolean    is_unwritable;       /* what is in the file isn't known, so that it may not be replaced */
  char       *etag;
  char       *fault;
  GKeyFile   *key_file;
  GHashTable *by_group;            /* the owner of the notes */
  GHashTable *by_registration;     /* of GPtrArray of notes */
};

G_DEFINE_FINAL_TYPE (RgmNotes, rgm_notes, G_TYPE_OBJECT)

static guint changed_signal;

/* ── Reading ─────────────────────────────────────────────────────────────────── */

static void
add_registration (RgmNotes   *self,
                  const char *registration,
                  RgmNote    *note)
{
  GPtrArray *notes = g_hash_table_lookup (self->by_registration, registration);

  if (notes == NULL)
    {
      notes = g_ptr_array_new ();
      g_hash_table_insert (self->by_registration, g_strdup (registration), notes);
    }
  g_ptr_array_add (notes, note);
}

static void
add_note (RgmNotes *self,
          RgmNote  *note)
{
  g_hash_table_insert (self->by_group, note->group, note);
  for (guint i = 0; note->registrations[i] != NULL; i++)
    add_registration (self, note->registrations[i], note);
}

/* Whether a group is of a note, and was read. */
static gboolean
read_note (RgmNotes   *self,
           const char *group)
{
  g_autofree char *data_set = g_key_file_get_string (self->key_file, group, "DataSet", NULL);
  g_autofree char *trial = g_key_file_get_string (self->key_file, group, "Trial", NULL);
  char **registrations;
  RgmNote *note;

  if (data_set == NULL || trial == NULL)
    return FALSE;

  note = rgm_note_new (group, data_set, trial);
  registrations = g_key_file_get_string_list (self->key_file, group, "Registrations", NULL, NULL);
  if (registrations != NULL)
    {
      g_strfreev (note->registrations);
      note->registrations = registrations;
    }
  rgm_note_read_parts (note, self->key_file);
  add_note (self, note);

  return TRUE;
}

static void
clear (RgmNotes *self)
{
  g_clear_pointer (&self->key_file, g_key_file_unref);
  self->key_file = g_key_file_new ();
  g_key_file_set_integer (self->key_file, HEAD, "Format", FORMAT);
  g_hash_table_remove_all (self->by_registration);
  g_hash_table_remove_all (self->by_group);
}

/* Whether the bytes are notes; a newer version's are, but can't be read. */
static gboolean
read_bytes (RgmNotes   *self,
            const char *data,
            gsize       length)
{
  g_auto (GStrv) groups = NULL;

  if (!g_utf8_validate (data, (gssize) length, NULL) ||
      !g_key_file_load_from_data (self->key_file, data, length, G_KEY_FILE_KEEP_COMMENTS, NULL) ||
      g_key_file_get_integer (self->key_file, HEAD, "Format", NULL) < FORMAT)
    return FALSE;

  if (g_key_file_get_integer (self->key_file, HEAD, "Format", NULL) > FORMAT)
    {
      self->is_unwritable = TRUE;
      self->fault = g_strdup (_ ("A newer version of Regimen saved your notes, and this version cannot read them."));
      return TRUE;
    }

  groups = g_key_file_get_groups (self->key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], HEAD) && !read_note (self, groups[i]))
      return FALSE;

  return TRUE;
}

/* Gives a damaged file another name, so that no other takes its place. */
static void
keep_aside (RgmNotes *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  for (guint n = 1; n <= MOST_DAMAGED; n++)
    {
      g_autofree char *other = n == 1 ? g_strconcat (name, ".damaged", NULL) : g_strdup_printf ("%s.damaged-%u", name, n);
      g_autoptr (GFile) aside = g_file_get_child (folder, other);
      g_autoptr (GError) error = NULL;

      if (g_file_move (self->file, aside, G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, &error))
        {
          /* Translators: %s is the name of a file. */
          self->fault = g_strdup_printf (_ ("Your notes could not be read because their file is damaged. It was kept as “%s”."), other);
          return;
        }
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        break;
    }

  self->is_unwritable = TRUE;
  self->fault = g_strdup (_ ("Your notes could not be read because their file is damaged."));
}

static char *
get_etag (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* The bytes of the file; NULL with no @error where there is none. */
static char *
load_file (RgmNotes *self,
           gsize    *length,
           GError  **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, &inner);
  char *data = NULL;

  if (info == NULL)
    {
      if (!g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&inner));
      return NULL;
    }
  /* A pipe would have to be waited for. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _ ("It is no file of notes."));
      return NULL;
    }

  g_clear_pointer (&self->etag, g_free);
  if (!g_file_load_contents (self->file, NULL, &data, length, &self->etag, error))
    return NULL;

  return data;
}

static void
read_file (RgmNotes *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (self->file == NULL)
    self->file = g_file_new_build_filename (g_get_user_data_dir (), "regimen", "notes.ini", NULL);
  self->is_read = TRUE;
  self->is_unwritable = FALSE;
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->etag, g_free);
  clear (self);

  data = load_file (self, &length, &error);
  if (error != NULL)
    {
      self->is_unwritable = TRUE;
      /* Translators: %s says why. */
      self->fault = g_strdup_printf (_ ("Your notes could not be read: %s"), error->message);
    }
  else if (data != NULL && !read_bytes (self, data, length))
    {
      clear (self);
      keep_aside (self);
      g_clear_pointer (&self->etag, g_free);
    }
}

static void
need (RgmNotes *self)
{
  if (!self->is_read)
    read_file (self);
}

/* ── Finding ─────────────────────────────────────────────────────────────────── */

static char *
make_group (RgmDataSet *data_set,
            RgmTrial   *trial)
{
  g_autofree char *of_data_set = g_uri_escape_string (data_set->id, NULL, FALSE);
  g_autofree char *of_trial = g_uri_escape_string (trial->id, NULL, FALSE);

  return g_strconcat (of_data_set, "/", of_trial, NULL);
}

/* Two trials may share a registration, and then keep their own notes. */
static gboolean
is_of_another (const RgmNote *note,
               RgmDataSet    *data_set,
               RgmTrial      *trial,
               const char    *registration)
{
  RgmTrial *other = rgm_data_set_find_trial (data_set, note->trial);

  return other != NULL && !g_str_equal (other->id, trial->id) &&
         g_strv_contains ((const char *const *) other->registrations, registration);
}

static RgmNote *
find_registered (RgmNotes   *self,
                 RgmDataSet *data_set,
                 RgmTrial   *trial)
{
  RgmNote *found = NULL;

  for (guint i = 0; trial->registrations[i] != NULL; i++)
    {
      const char *registration = trial->registrations[i];
      const GPtrArray *notes = g_hash_table_lookup (self->by_registration, registration);

      for (guint j = 0; notes != NULL && j < notes->len; j++)
        {
          RgmNote *note = g_ptr_array_index (notes, j);

          if (g_str_equal (note->trial, trial->id))
            return note;
          if (found == NULL && !is_of_another (note, data_set, trial, registration))
            found = note;
        }
    }

  return found;
}

static RgmNote *
find (RgmNotes   *self,
      RgmDataSet *data_set,
      RgmTrial   *trial)
{
  g_autofree char *group = NULL;
  RgmNote *note;

  need (self);
  if (g_hash_table_size (self->by_group) == 0)
    return NULL;

  group = make_group (data_set, trial);
  note = g_hash_table_lookup (self->by_group, group);

  return note != NULL ? note : find_registered (self, data_set, trial);
}

/* ── Writing ─────────────────────────────────────────────────────────────────── */

static RgmNote *
make_note (RgmNotes   *self,
           RgmDataSet *data_set,
           RgmTrial   *trial)
{
  g_autofree char *group = make_group (data_set, trial);
  RgmNote *note = rgm_note_new (group, data_set->id, trial->id);

  add_note (self, note);
  g_key_file_set_string (self->key_file, note->group, "DataSet", note->data_set);
  g_key_file_set_string (self->key_file, note->group, "Trial", note->trial);

  return note;
}

/* A trial that is registered later, or elsewhere too, is found by that from then on. */
static void
learn_registrations (RgmNotes *self,
                     RgmNote  *note,
                     RgmTrial *trial)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) note->registrations);
  for (guint i = 0; trial->registrations[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) note->registrations, trial->registrations[i]))
      {
        g_strv_builder_add (all, trial->registrations[i]);
        add_registration (self, trial->registrations[i], note);
      }
  g_strfreev (note->registrations);
  note->registrations = g_strv_builder_end (all);
  g_key_file_set_string_list (self->key_file, note->group, "Registrations", (const char *const *) note->registrations,
                              g_strv_length (note->registrations));
  g_key_file_set_string (self->key_file, note->group, "Name", trial->name);
}

static void
remove_note (RgmNotes *self,
             RgmNote  *note)
{
  for (guint i = 0; note->registrations[i] != NULL; i++)
    g_ptr_array_remove (g_hash_table_lookup (self->by_registration, note->registrations[i]), note);
  g_key_file_remove_group (self->key_file, note->group, NULL);
  g_hash_table_remove (self->by_group, note->group);
}

static gboolean
save (RgmNotes *self,
      GError  **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  if (self->is_unwritable)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_WRITE, self->fault);
      return FALSE;
    }

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  text = g_key_file_to_data (self->key_file, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  if (!rgm_store_save (bytes, self->file, NULL, error))
    return FALSE;

  g_free (self->etag);
  self->etag = get_etag (self->file);

  return TRUE;
}

/* The note that is about to be changed, as it is now: another Regimen may have written the file. */
static RgmNote *
take_note (RgmNotes   *self,
           RgmDataSet *data_set,
           RgmTrial   *trial)
{
  g_autofree char *etag = NULL;
  RgmNote *note;

  need (self);
  etag = get_etag (self->file);
  if (etag != NULL && g_strcmp0 (etag, self->etag) != 0)
    read_file (self);

  note = find (self, data_set, trial);
  if (note == NULL)
    note = make_note (self, data_set, trial);
  learn_registrations (self, note, trial);

  return note;
}

static gboolean
finish_change (RgmNotes *self,
               RgmNote  *note,
               GError  **error)
{
  gboolean is_saved;

  if (rgm_note_is_empty (note))
    remove_note (self, note);
  is_saved = save (self, error);
  g_signal_emit (self, changed_signal, 0);

  return is_saved;
}

/* ── The type ────────────────────────────────────────────────────────────────── */

static void
rgm_notes_finalize (GObject *object)
{
  RgmNotes *self = RGM_NOTES (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->key_file, g_key_file_unref);
  g_clear_pointer (&self->by_registration, g_hash_table_unref);
  g_clear_pointer (&self->by_group, g_hash_table_unref);

  G_OBJECT_CLASS (rgm_notes_parent_class)->finalize (object);
}

static void
rgm_notes_class_init (RgmNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_notes_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_notes_init (RgmNotes *self)
{
  self->key_file = g_key_file_new ();
  self->by_group = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) rgm_note_free);
  self->by_registration = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * rgm_notes_get_default:
 *
 * The file is read when a note is asked for first.
 *
 * Returns: (transfer none): the notes of the person who runs the program
 */
RgmNotes *
rgm_notes_get_default (void)
{
  static RgmNotes *notes;

  if (notes == NULL)
    notes = g_object_new (RGM_TYPE_NOTES, NULL);

  return notes;
}

/**
 * rgm_notes_new:
 * @file: a local file, which need not be there yet
 *
 * Returns: (transfer full): the notes in the file
 */
RgmNotes *
rgm_notes_new (GFile *file)
{
  RgmNotes *self = g_object_new (RGM_TYPE_NOTES, NULL);

  self->file = g_object_ref (file);

  return self;
}

/**
 * rgm_notes_is_bookmarked:
 * @self: the notes
 * @data_set: a data set
 * @trial: a trial of it
 * @place: (nullable): a place of the trial, see rgm_note_place(); %NULL for the trial itself
 *
 * Returns: whether it is bookmarked
 */
gboolean
rgm_notes_is_bookmarked (RgmNotes   *self,
                         RgmDataSet *data_set,
                         RgmTrial   *trial,
                         const char *place)
{
  const RgmNotePart *part;

  g_return_val_if_fail (RGM_IS_NOTES (self), FALSE);

  part = rgm_note_find (find (self, data_set, trial), place);

  return part != NULL && part->is_bookmarked;
}

/**
 * rgm_notes_get_text:
 * @self: the notes
 * @data_set: a data set
 * @trial: a trial of it
 * @place: (nullable): as for rgm_notes_is_bookmarked()
 *
 * Returns: (transfer none) (nullable): the note there, or %NULL if there is none
 */
const char *
rgm_notes_get_text (RgmNotes   *self,
                    RgmDataSet *data_set,
                    RgmTrial   *trial,
                    const char *place)
{
  const RgmNotePart *part;

  g_return_val_if_fail (RGM_IS_NOTES (self), NULL);

  part = rgm_note_find (find (self, data_set, trial), place);

  return part != NULL ? part->text : NULL;
}

/**
 * rgm_notes_list_places:
 * @self: the notes
 * @data_set: a data set
 * @trial: a trial of it
 *
 * Returns: (transfer full): the places of the trial that have a note or a bookmark, "" for the trial itself
 */
char **
rgm_notes_list_places (RgmNotes   *self,
                       RgmDataSet *data_set,
                       RgmTrial   *trial)
{
  const RgmNote *note;
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer place;

  g_return_val_if_fail (RGM_IS_NOTES (self), NULL);

  note = find (self, data_set, trial);
  if (note != NULL)
    {
      g_hash_table_iter_init (&iter, note->parts);
      while (g_hash_table_iter_next (&iter, &place, NULL))
        g_strv_builder_add (places, place);
    }

  return g_strv_builder_end (places);
}

/**
 * rgm_notes_set_bookmarked:
 * @self: the notes
 * @data_set: a data set
 * @trial: a trial of it
 * @place: (nullable): as for rgm_notes_is_bookmarked()
 * @is_bookmarked: whether it is bookmarked
 * @error: where an error goes that kept it from being saved
 *
 * Returns: whether that is saved; if not, it holds until the program ends, and is saved with the next change that can be
 */
gboolean
rgm_notes_set_bookmarked (RgmNotes   *self,
                          RgmDataSet *data_set,
                          RgmTrial   *trial,
                          const char *place,
                          gboolean    is_bookmarked,
                          GError    **error)
{
  RgmNote *note;

  g_return_val_if_fail (RGM_IS_NOTES (self), FALSE);

  if (rgm_notes_is_bookmarked (self, data_set, trial, place) == is_bookmarked)
    return TRUE;

  note = take_note (self, data_set, trial);
  rgm_note_set_bookmarked (note, self->key_file, place, is_bookmarked);

  return finish_change (self, note, error);
}

/**
 * rgm_notes_set_text:
 * @self: the notes
 * @data_set: a data set
 * @trial: a trial of it
 * @place: (nullable): as for rgm_notes_is_bookmarked()
 * @text: a note in plain text; blanks alone are no note
 * @error: as for rgm_notes_set_bookmarked()
 *
 * Returns: whether it is saved, see rgm_notes_set_bookmarked()
 */
gboolean
rgm_notes_set_text (RgmNotes   *self,
                    RgmDataSet *data_set,
                    RgmTrial   *trial,
                    const char *place,
                    const char *text,
                    GError    **error)
{
  g_autofree char *whole = g_strchomp (g_strdup (text));
  RgmNote *note;

  g_return_val_if_fail (RGM_IS_NOTES (self), FALSE);

  if (g_strcmp0 (rgm_notes_get_text (self, data_set, trial, place), *whole != '\0' ? whole : NULL) == 0)
    return TRUE;

  note = take_note (self, data_set, trial);
  rgm_note_set_text (note, self->key_file, place, *whole != '\0' ? whole : NULL);

  return finish_change (self, note, error);
}

/**
 * rgm_notes_get_fault:
 * @self: the notes
 *
 * Returns: (transfer none) (nullable): why the file of notes could not be read, a sentence for a person
 */
const char *
rgm_notes_get_fault (RgmNotes *self)
{
  g_return_val_if_fail (RGM_IS_NOTES (self), NULL);

  need (self);

  return self->fault;
}
