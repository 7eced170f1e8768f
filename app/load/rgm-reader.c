/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-did-you-mean.h"
#include "rgm-reader.h"
#include "rgm-isolate.h"
#include "rgm-record-check.h"
#include "rgm-scan.h"

/* At most this many faults are kept, to be sorted by their place in the file; the rest is counted. */
#define MAX_FAULTS 10000

/* Suggestions are made for the faults that will be shown, and where few ids are compared. */
#define MAX_SUGGESTIONS 50
#define MAX_COMPARED 1000
#define MAX_SUGGESTED_LENGTH 40

/* The ids of one kind of record. A tree, because its worst case is as good as any: a file
 * can be made whose ids all have the same hash. */
typedef struct
{
  GTree    *objects;       /* id to record; NULL while it isn't read */
  gboolean  is_incomplete; /* whether some of them can't be known */
} Ids;

typedef struct
{
  const RgmField *field;
  char           *path;
  char           *id;
} Forward;

typedef struct
{
  const RgmDescription *description;
  gpointer              record;
} Rejected;

static void
clear_pending (gpointer data)
{
  RgmPending *pending = data;

  g_free (pending->path);
  g_free (pending->message);
}

static void
clear_forward (gpointer data)
{
  Forward *forward = data;

  g_free (forward->path);
  g_free (forward->id);
}

static void
clear_rejected (gpointer data)
{
  Rejected *rejected = data;

  rgm_record_free (rejected->description, rejected->record);
}

static void
free_ids (gpointer data)
{
  Ids *ids = data;

  g_tree_unref (ids->objects);
  g_free (ids);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  return strcmp (a, b);
}

static Ids *
get_ids (RgmReader            *self,
         const RgmDescription *description)
{
  Ids *ids = g_hash_table_lookup (self->ids, description);

  if (ids == NULL)
    {
      ids = g_new0 (Ids, 1);
      ids->objects = g_tree_new_full (compare_ids, NULL, g_free, NULL);
      g_hash_table_insert (self->ids, (gpointer) description, ids);
    }

  return ids;
}

static GArray *
new_array (gsize          element_size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) element_size);

  g_array_set_clear_func (array, clear);

  return array;
}

void
rgm_reader_init (RgmReader *self)
{
  memset (self, 0, sizeof *self);

  self->faults = new_array (sizeof (RgmPending), clear_pending);
  self->forward = new_array (sizeof (Forward), clear_forward);
  self->rejected = new_array (sizeof (Rejected), clear_rejected);
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, free_ids);
}

void
rgm_reader_clear (RgmReader *self)
{
  g_clear_pointer (&self->faults, g_array_unref);
  g_clear_pointer (&self->forward, g_array_unref);
  g_clear_pointer (&self->rejected, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
}

/* How many faults there are so far. */
guint64
rgm_reader_count (const RgmReader *self)
{
  return self->faults->len + self->n_left_out;
}

/* As deep as documents may be, which rgm_scan_document () has seen to. */
static void
append_path (GString         *path,
             const RgmCursor *cursor)
{
  if (cursor->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }

  append_path (path, cursor->parent);

  if (cursor->key != NULL)
    rgm_scan_append_key (path, cursor->key, strlen (cursor->key));
  else
    g_string_append_printf (path, "[%u]", cursor->index);
}

static char *
make_path (const RgmCursor *cursor)
{
  GString *path = g_string_new (NULL);

  append_path (path, cursor);

  return g_string_free (path, FALSE);
}

static void
add_fault (RgmReader *self,
           char      *path,
           char      *message)
{
  RgmPending pending = { path, message, 0 };

  if (self->faults->len < MAX_FAULTS)
    {
      g_array_append_val (self->faults, pending);
      return;
    }

  clear_pending (&pending);
  self->n_left_out++;
}

/* Notes a fault; the message is the reader's from then on. */
void
rgm_reader_take_fault (RgmReader       *self,
                       const RgmCursor *cursor,
                       char            *message)
{
  add_fault (self, make_path (cursor), message);
}

/*< private >
 * rgm_reader_fault:
 * @self: a reader
 * @cursor: the place
 * @format: a printf format for what was expected and what was found
 */
void
rgm_reader_fault (RgmReader       *self,
                  const RgmCursor *cursor,
                  const char      *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  rgm_reader_take_fault (self, cursor, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Keeps a record that is at fault until the reading ends. */
void
rgm_reader_reject (RgmReader            *self,
                   const RgmDescription *description,
                   gpointer              record)
{
  Rejected rejected = { description, record };

  g_array_append_val (self->rejected, rejected);
}

/*< private >
 * rgm_reader_set_incomplete:
 * @self: a reader
 * @description: what can't be read to its end
 *
 * From now on a reference to such a record, or to one that it would contain, is taken on
 * trust: not every one of them is a fault too.
 */
void
rgm_reader_set_incomplete (RgmReader            *self,
                           const RgmDescription *description)
{
  Ids *ids = get_ids (self, description);

  if (ids->is_incomplete)
    return;

  ids->is_incomplete = TRUE;
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if (field->kind == RGM_FIELD_RECORD || field->kind == RGM_FIELD_RECORDS || field->kind == RGM_FIELD_INLINE)
        rgm_reader_set_incomplete (self, field->element);
    }
}

/* Scoped ids are unique within their scope only. */
static char *
make_key (const char *id,
          const char *scope)
{
  return scope != NULL ? g_strconcat (scope, "\n", id, NULL) : g_strdup (id);
}

/* Adds an id that a record is given. Returns whether no other such record has it. */
gboolean
rgm_reader_add_id (RgmReader            *self,
                   const RgmCursor      *cursor,
                   const RgmDescription *description,
                   const char           *id,
                   const char           *scope)
{
  Ids *ids = get_ids (self, description);
  char *key = make_key (id, scope);

  if (g_tree_lookup_extended (ids->objects, key, NULL, NULL))
    {
      rgm_reader_fault (self, cursor, _("duplicate id \"%s\""), id);
      g_free (key);
      return FALSE;
    }

  g_tree_insert (ids->objects, key, NULL);

  return TRUE;
}

/* Sets the record that an id without a scope names; it must live as long as the reader. */
void
rgm_reader_set_object (RgmReader            *self,
                       const RgmDescription *description,
                       const char           *id,
                       gpointer              object)
{
  g_tree_insert (get_ids (self, description)->objects, g_strdup (id), object);
}

gpointer
rgm_reader_find (RgmReader            *self,
                 const RgmDescription *description,
                 const char           *id)
{
  return g_tree_lookup (get_ids (self, description)->objects, id);
}

typedef struct
{
  GPtrArray  *words;
  const char *scope;
} Collect;

static gboolean
collect_id (gpointer key,
            gpointer value,
            gpointer data)
{
  Collect *collect = data;
  const char *id = key;
  gsize length = collect->scope != NULL ? strlen (collect->scope) : 0;

  if (collect->scope == NULL)
    g_ptr_array_add (collect->words, key);
  else if (strncmp (id, collect->scope, length) == 0 && id[length] == '\n')
    g_ptr_array_add (collect->words, (gpointer) (id + length + 1));

  return FALSE;
}

/* The id that was perhaps meant. */
static const char *
suggest_id (RgmReader  *self,
            Ids        *ids,
            const char *id,
            const char *scope)
{
  g_autoptr (GPtrArray) words = NULL;
  Collect collect;

  if (self->faults->len >= MAX_SUGGESTIONS || strlen (id) > MAX_SUGGESTED_LENGTH || g_tree_nnodes (ids->objects) > MAX_COMPARED)
    return NULL;

  words = g_ptr_array_new ();
  collect = (Collect) { words, scope };
  g_tree_foreach (ids->objects, collect_id, &collect);
  g_ptr_array_add (words, NULL);

  return rgm_did_you_mean (id, (const char *const *) words->pdata);
}

/* What is wrong with a reference, or NULL; what it refers to, once that is read. */
static char *
check_reference (RgmReader      *self,
                 const RgmField *field,
                 const char     *id,
                 const char     *scope,
                 gpointer       *object)
{
  Ids *ids = get_ids (self, field->element);
  g_autofree char *key = scope != NULL ? make_key (id, scope) : NULL;
  g_autofree char *found = NULL;
  const char *suggestion;

  *object = NULL;
  if (g_tree_lookup_extended (ids->objects, key != NULL ? key : id, NULL, object) || ids->is_incomplete)
    return NULL;

  found = rgm_quote_found (id);
  suggestion = suggest_id (self, ids, id, scope);

  /* Translators: the first is a phrase such as "expected the id of a trial", then comes the id that was found,
   * and one that may have been meant. */
  return suggestion != NULL ? rgm_text_printf (_("%s, found %s; did you mean \"%s\"?"), _(field->element->expected), found, suggestion)
                            : rgm_text_printf (_("%s, found %s"), _(field->element->expected), found);
}

/*< private >
 * rgm_reader_refer:
 * @self: a reader
 * @cursor: an id that refers to a record
 * @field: the field that has it
 * @id: the id
 * @scope: (nullable): the id of the record that it is unique in
 *
 * Returns: (transfer none) (nullable): the record; %NULL where there is none, which is
 *   noted, or it isn't read yet
 */
gpointer
rgm_reader_refer (RgmReader       *self,
                  const RgmCursor *cursor,
                  const RgmField  *field,
                  const char      *id,
                  const char      *scope)
{
  gpointer object;
  char *message;

  if ((field->flags & RGM_FORWARD) != 0)
    {
      Forward forward = { field, make_path (cursor), g_strdup (id) };

      g_array_append_val (self->forward, forward);
      return NULL;
    }

  message = check_reference (self, field, id, scope, &object);
  if (message != NULL)
    rgm_reader_take_fault (self, cursor, message);

  return object;
}

/* Checks the references to records that were yet to come, now that those are read; each once. */
void
rgm_reader_check_forward (RgmReader *self)
{
  for (guint i = 0; i < self->forward->len; i++)
    {
      Forward *forward = &g_array_index (self->forward, Forward, i);
      gpointer object;
      char *message = check_reference (self, forward->field, forward->id, NULL, &object);

      if (message != NULL)
        add_fault (self, g_steal_pointer (&forward->path), message);
    }
  g_array_set_size (self->forward, 0);
}
