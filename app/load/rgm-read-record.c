/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-did-you-mean.h"
#include "rgm-enum.h"
#include "rgm-estimate.h"
#include "rgm-json-writer.h"
#include "rgm-read-record.h"
#include "rgm-record-check.h"

#define MEMBER RGM_FIELD_MEMBER

/* Suggestions are made for the faults that will be shown. */
#define MAX_SUGGESTIONS 50
#define MAX_SUGGESTED_LENGTH 40

static gboolean read_fields (RgmReader            *reader,
                             const RgmCursor      *cursor,
                             const RgmDescription *description,
                             gpointer              record,
                             const char           *owner);

/* A value, for "found …". */
static char *
describe (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return g_strdup (_("an object"));
    case JSON_NODE_ARRAY:
      return g_strdup (_("a list"));
    case JSON_NODE_NULL:
      return g_strdup ("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return rgm_quote_found (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return rgm_shortest_double (json_node_get_double (node));
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
suggest_key (RgmReader            *reader,
             const char           *key,
             const RgmDescription *description)
{
  const char *words[RGM_FIELDS_MAX + 1] = { NULL };

  if (reader->faults->len >= MAX_SUGGESTIONS || strlen (key) > MAX_SUGGESTED_LENGTH)
    return NULL;

  for (guint i = 0; i < description->n_fields; i++)
    words[i] = description->fields[i].key;

  return rgm_did_you_mean (key, words);
}

/*< private >
 * rgm_read_key:
 * @reader: a reader
 * @cursor: a member of an object
 * @description: what the object is
 * @field: (inout): where to look first, then the index of the member's field
 *
 * Returns: whether there is such a field; if not, that is noted
 */
gboolean
rgm_read_key (RgmReader            *reader,
              const RgmCursor      *cursor,
              const RgmDescription *description,
              guint                *field)
{
  g_autofree char *found = NULL;
  const char *suggestion;

  /* Most documents have their keys in the order of the table. */
  for (guint i = 0, each = *field; i < description->n_fields; i++, each++)
    {
      if (each >= description->n_fields)
        each = 0;

      if (strcmp (description->fields[each].key, cursor->key) == 0)
        {
          *field = each;
          return TRUE;
        }
    }

  found = rgm_quote_found (cursor->key);
  suggestion = suggest_key (reader, cursor->key, description);

  if (suggestion != NULL)
    rgm_reader_fault (reader, cursor, _("unknown key %s; did you mean \"%s\"?"), found, suggestion);
  else
    rgm_reader_fault (reader, cursor, _("unknown key %s"), found);

  return FALSE;
}

/* Notes that an object lacks a key. */
void
rgm_read_lack (RgmReader       *reader,
               const RgmCursor *cursor,
               const RgmField  *field)
{
  rgm_reader_fault (reader, cursor, _("expected the key \"%s\", found none"), field->key);
}

/* The text of a value, or NULL if it is at fault, which is noted. */
static const char *
read_text (RgmReader       *reader,
           const RgmCursor *cursor,
           const RgmField  *field,
           const char      *owner)
{
  const char *text;
  char *message;

  if (!holds (cursor->node, G_TYPE_STRING))
    {
      g_autofree char *found = describe (cursor->node);

      if (field->kind == RGM_FIELD_CHOICE || field->kind == RGM_FIELD_ENUM)
        rgm_reader_take_fault (reader, cursor, rgm_field_check_choice (field, found));
      else
        rgm_reader_fault (reader, cursor, _("expected a string, found %s"), found);
      return NULL;
    }

  text = json_node_get_string (cursor->node);
  message = rgm_field_check_text (field, text, owner);
  if (message == NULL)
    return text;

  rgm_reader_take_fault (reader, cursor, message);

  return NULL;
}

/* A bad id leaves unknown what references to the right one would refer to. */
static void
read_id (RgmReader            *reader,
         const RgmCursor      *cursor,
         const RgmDescription *description,
         const RgmField       *field,
         gpointer              record,
         const char           *owner)
{
  const char *id = read_text (reader, cursor, field, owner);
  const char *scope = (field->flags & RGM_SCOPED) == 0 ? NULL : owner != NULL ? owner : "";

  if (id == NULL)
    rgm_reader_set_incomplete (reader, description);
  else if (rgm_reader_add_id (reader, cursor, description, id, scope))
    rgm_field_set_text (field, record, id);
}

/* How many elements a list has; 0 if it is none or at fault, which is noted. */
static guint
read_length (RgmReader       *reader,
             const RgmCursor *cursor,
             const RgmField  *field)
{
  guint length;
  char *message;

  if (!JSON_NODE_HOLDS_ARRAY (cursor->node))
    {
      g_autofree char *found = describe (cursor->node);

      rgm_reader_fault (reader, cursor, _("expected a list, found %s"), found);
      return 0;
    }

  length = json_array_get_length (json_node_get_array (cursor->node));
  message = rgm_field_check_length (field, length);
  if (message == NULL)
    return length;

  rgm_reader_take_fault (reader, cursor, message);

  return 0;
}

static RgmCursor
get_element (const RgmCursor *list,
             guint            index)
{
  return (RgmCursor) { list, NULL, index, json_array_get_element (json_node_get_array (list->node), index) };
}

/* Finds the record within which scoped ids are unique. Returns FALSE if its reference is faulty or missing. */
static gboolean
find_scope (RgmReader            *reader,
            const RgmCursor      *cursor,
            const RgmDescription *description,
            const RgmField       *field,
            gconstpointer         record,
            const char          **scope)
{
  const RgmField *within = field->within != NULL ? rgm_description_find_field (description, field->within) : NULL;

  *scope = within != NULL ? MEMBER (record, within, const char *const) : NULL;
  if (within == NULL || *scope != NULL)
    return TRUE;

  if (!(within->flags & RGM_REQUIRED) && !json_object_has_member (json_node_get_object (cursor->parent->node), field->within))
    /* Translators: %s is the name of a field in the file. */
    rgm_reader_fault (reader, cursor, _("expected \"%s\" beside it, which says whose these are"), field->within);

  return FALSE;
}

static void
read_reference (RgmReader            *reader,
                const RgmCursor      *cursor,
                const RgmDescription *description,
                const RgmField       *field,
                gpointer              record,
                const char           *owner)
{
  const char *id = read_text (reader, cursor, field, owner);
  guint64 n_faults = rgm_reader_count (reader);
  const char *scope;
  gpointer object;

  if (id == NULL || !find_scope (reader, cursor, description, field, record, &scope))
    return;
  object = rgm_reader_refer (reader, cursor, field, id, scope);
  if (rgm_reader_count (reader) > n_faults)
    return;

  if (field->kind == RGM_FIELD_REFERENCE)
    rgm_field_set_text (field, record, id);
  else if (object != NULL)
    MEMBER (record, field, gpointer) = g_object_ref (object);
}

/* A list of texts, no two alike. Where they are references, the records that they refer to
 * are added to @objects, if there is one. */
static char **
read_texts (RgmReader       *reader,
            const RgmCursor *cursor,
            const RgmField  *field,
            const char      *scope,
            GPtrArray       *objects)
{
  guint length = read_length (reader, cursor, field);
  char **texts = g_new0 (char *, length + 1);
  guint n = 0;

  for (guint i = 0; i < length; i++)
    {
      RgmCursor element = get_element (cursor, i);
      const char *text = read_text (reader, &element, field, NULL);

      if (text == NULL)
        continue;

      if (g_strv_contains ((const char *const *) texts, text))
        {
          g_autofree char *found = describe (element.node);

          rgm_reader_fault (reader, &element, _("duplicate entry %s"), found);
          continue;
        }

      texts[n++] = g_strdup (text);
      if (field->element != NULL)
        {
          gpointer object = rgm_reader_refer (reader, &element, field, text, scope);

          if (objects != NULL && object != NULL)
            g_ptr_array_add (objects, g_object_ref (object));
        }
    }

  return texts;
}

static void
read_strings (RgmReader            *reader,
              const RgmCursor      *cursor,
              const RgmDescription *description,
              const RgmField       *field,
              gpointer              record)
{
  const char *scope;
  char **texts;

  if (!find_scope (reader, cursor, description, field, record, &scope))
    return;
  texts = read_texts (reader, cursor, field, scope, NULL);
  if (texts[0] == NULL)
    g_free (texts);
  else
    MEMBER (record, field, char **) = texts;
}

static void
read_objects (RgmReader       *reader,
              const RgmCursor *cursor,
              const RgmField  *field,
              gpointer         record)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) ids = read_texts (reader, cursor, field, NULL, objects);
  GPtrArray **member = &MEMBER (record, field, GPtrArray *);

  if (objects->len == 0)
    return;

  g_ptr_array_unref (*member);
  *member = g_steal_pointer (&objects);
}

static void
read_records (RgmReader       *reader,
              const RgmCursor *cursor,
              const RgmField  *field,
              gpointer         record,
              const char      *owner)
{
  guint length = read_length (reader, cursor, field);
  GPtrArray **member = &MEMBER (record, field, GPtrArray *);

  if (!JSON_NODE_HOLDS_ARRAY (cursor->node))
    rgm_reader_set_incomplete (reader, field->element);

  if (length == 0)
    return;

  g_ptr_array_unref (*member);
  *member = rgm_description_new_array (field->element, length);

  for (guint i = 0; i < length; i++)
    {
      RgmCursor element = get_element (cursor, i);
      gpointer value = rgm_read_record (reader, &element, field->element, owner);

      if (value != NULL)
        g_ptr_array_add (*member, value);
    }
}

static void
read_boolean (RgmReader       *reader,
              const RgmCursor *cursor,
              const RgmField  *field,
              gpointer         record)
{
  g_autofree char *found = NULL;

  if (holds (cursor->node, G_TYPE_BOOLEAN))
    {
      MEMBER (record, field, gboolean) = json_node_get_boolean (cursor->node);
      return;
    }

  found = describe (cursor->node);
  rgm_reader_fault (reader, cursor, _("expected true or false, found %s"), found);
}

static gboolean
read_number (RgmReader       *reader,
             const RgmCursor *cursor,
             const RgmField  *field,
             double          *number)
{
  g_autofree char *found = NULL;
  char *message;

  if (holds (cursor->node, G_TYPE_INT64))
    *number = (double) json_node_get_int (cursor->node);
  else if (holds (cursor->node, G_TYPE_DOUBLE))
    *number = json_node_get_double (cursor->node);
  else
    {
      found = describe (cursor->node);
      if (field->kind == RGM_FIELD_INTEGER)
        rgm_reader_fault (reader, cursor, _("expected a whole number, found %s"), found);
      else
        rgm_reader_fault (reader, cursor, _("expected a number, found %s"), found);
      return FALSE;
    }

  message = rgm_field_check_number (field, *number);
  if (message != NULL)
    rgm_reader_take_fault (reader, cursor, message);

  /* A minus before a zero means nothing. */
  *number += 0.0;

  return message == NULL;
}

/* A bound is a number, or an object that says why there is none. */
static const RgmField bound_fields[] = {
  { .key = "state", .kind = RGM_FIELD_ENUM, .flags = RGM_REQUIRED, .offset = G_STRUCT_OFFSET (RgmBound, state),
    .help = "Why there is no number.", .type = rgm_state_get_type },
};

static const RgmDescription bound_description = {
  .name = "bound",
  .fields = bound_fields,
  .n_fields = G_N_ELEMENTS (bound_fields),
};

static void
read_bound (RgmReader       *reader,
            const RgmCursor *cursor,
            const RgmField  *field,
            gpointer         record)
{
  RgmBound *bound = &MEMBER (record, field, RgmBound);
  double number;

  if (JSON_NODE_HOLDS_OBJECT (cursor->node))
    {
      if (read_fields (reader, cursor, &bound_description, bound, NULL) && bound->state == RGM_STATE_REPORTED)
        {
          RgmCursor state = { cursor, "state", 0, NULL };

          rgm_reader_fault (reader, &state, _("expected one of \"%s\", found %s"),
                            "not-reported\", \"not-reached\", \"not-estimable", "\"reported\"");
        }
    }
  else if (read_number (reader, cursor, field, &number))
    *bound = (RgmBound) { RGM_STATE_REPORTED, number };
}

/*< private >
 * rgm_read_field:
 * @reader: a reader
 * @cursor: the value
 * @description: what the record is
 * @field: one of its fields
 * @record: a new record of which the field is absent
 * @owner: (nullable): the id of the record that contains this one
 *
 * Reads one field. What is at fault is noted, and left absent.
 */
void
rgm_read_field (RgmReader            *reader,
                const RgmCursor      *cursor,
                const RgmDescription *description,
                const RgmField       *field,
                gpointer              record,
                const char           *owner)
{
  const char *text;
  double number;

  switch (field->kind)
    {
    case RGM_FIELD_ID:
      read_id (reader, cursor, description, field, record, owner);
      break;
    case RGM_FIELD_TEXT:
    case RGM_FIELD_LINK:
    case RGM_FIELD_DOI:
    case RGM_FIELD_DATE:
    case RGM_FIELD_CHOICE:
      rgm_field_set_text (field, record, read_text (reader, cursor, field, owner));
      break;
    case RGM_FIELD_DAY:
      text = read_text (reader, cursor, field, owner);
      if (text != NULL)
        rgm_date_parse (text, TRUE, &MEMBER (record, field, GDate));
      break;
    case RGM_FIELD_ENUM:
      text = read_text (reader, cursor, field, owner);
      if (text != NULL)
        MEMBER (record, field, int) = rgm_enum_find (field->type (), text);
      break;
    case RGM_FIELD_BOOLEAN:
      read_boolean (reader, cursor, field, record);
      break;
    case RGM_FIELD_INTEGER:
      if (read_number (reader, cursor, field, &number))
        MEMBER (record, field, gint64) = (gint64) number;
      break;
    case RGM_FIELD_NUMBER:
      if (read_number (reader, cursor, field, &number))
        MEMBER (record, field, double) = number;
      break;
    case RGM_FIELD_BOUND:
      read_bound (reader, cursor, field, record);
      break;
    case RGM_FIELD_TEXTS:
    case RGM_FIELD_REFERENCES:
      read_strings (reader, cursor, description, field, record);
      break;
    case RGM_FIELD_REFERENCE:
    case RGM_FIELD_OBJECT:
      read_reference (reader, cursor, description, field, record, owner);
      break;
    case RGM_FIELD_OBJECTS:
      read_objects (reader, cursor, field, record);
      break;
    case RGM_FIELD_RECORD:
      MEMBER (record, field, gpointer) = rgm_read_record (reader, cursor, field->element, owner);
      break;
    case RGM_FIELD_RECORDS:
      read_records (reader, cursor, field, record, owner);
      break;
    case RGM_FIELD_INLINE:
      read_fields (reader, cursor, field->element, &MEMBER (record, field, char), owner);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Finds the value of each field; a null where a field may be left out means that it is. */
static gboolean
open_object (RgmReader            *reader,
             const RgmCursor      *cursor,
             const RgmDescription *description,
             JsonNode            **nodes)
{
  JsonObjectIter iter;
  JsonNode *node;
  const char *key;
  gboolean given[RGM_FIELDS_MAX] = { FALSE };
  guint next = 0;

  if (!JSON_NODE_HOLDS_OBJECT (cursor->node))
    {
      g_autofree char *found = describe (cursor->node);

      rgm_reader_fault (reader, cursor, _("expected an object, found %s"), found);
      return FALSE;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (cursor->node));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      RgmCursor member = { cursor, key, 0, node };

      if (!rgm_read_key (reader, &member, description, &next))
        continue;

      given[next] = TRUE;
      if ((description->fields[next].flags & RGM_REQUIRED) != 0 || !JSON_NODE_HOLDS_NULL (node))
        nodes[next] = node;
      next++;
    }

  for (guint i = 0; i < description->n_fields; i++)
    if ((description->fields[i].flags & RGM_REQUIRED) != 0 && !given[i])
      rgm_read_lack (reader, cursor, &description->fields[i]);

  return TRUE;
}

/* Reads the fields in the order of the table. Returns whether none is at fault. */
static gboolean
read_fields (RgmReader            *reader,
             const RgmCursor      *cursor,
             const RgmDescription *description,
             gpointer              record,
             const char           *owner)
{
  JsonNode *nodes[RGM_FIELDS_MAX] = { NULL };
  guint64 n_faults = rgm_reader_count (reader);

  if (!open_object (reader, cursor, description, nodes))
    return FALSE;

  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];
      RgmCursor member = { cursor, field->key, 0, nodes[i] };

      if (nodes[i] == NULL)
        {
          if (field->kind == RGM_FIELD_ID)
            rgm_reader_set_incomplete (reader, description);
          continue;
        }

      rgm_read_field (reader, &member, description, field, record, owner);

      /* What this record contains is owned by it. */
      if (field->kind == RGM_FIELD_ID)
        owner = MEMBER (record, field, const char *);
    }

  return rgm_reader_count (reader) == n_faults;
}

typedef struct
{
  RgmCheck         parent;
  RgmReader       *reader;
  const RgmCursor *cursor;
} ReaderCheck;

static gconstpointer
find_record (RgmCheck             *check,
             const RgmDescription *description,
             const char           *id)
{
  return rgm_reader_find (((ReaderCheck *) check)->reader, description, id);
}

static void
note_fault (RgmCheck   *check,
            const char *key,
            int         index,
            const char *member,
            const char *message)
{
  ReaderCheck *self = (ReaderCheck *) check;
  RgmCursor value = { self->cursor, key, 0, NULL };
  RgmCursor element = { &value, NULL, (guint) index, NULL };
  RgmCursor inner = { &element, member, 0, NULL };

  rgm_reader_take_fault (self->reader, key == NULL ? self->cursor : index < 0 ? &value : member == NULL ? &element : &inner,
                         g_strdup (message));
}

/*< private >
 * rgm_read_check:
 * @reader: a reader
 * @cursor: the value of a record
 * @description: what the record is
 * @record: the record, without a fault so far
 *
 * Returns: whether what must hold between its fields does; if not, that is noted
 */
gboolean
rgm_read_check (RgmReader            *reader,
                const RgmCursor      *cursor,
                const RgmDescription *description,
                gconstpointer         record)
{
  ReaderCheck check = { { find_record, note_fault }, reader, cursor };
  guint64 n_faults = rgm_reader_count (reader);

  if (description->check != NULL)
    description->check (record, &check.parent);

  return rgm_reader_count (reader) == n_faults;
}

/*< private >
 * rgm_read_record:
 * @reader: a reader
 * @cursor: a value that should be a record
 * @description: what it should be
 * @owner: (nullable): the id of the record that contains it
 *
 * Returns: (transfer full) (nullable): the record; %NULL if it is at fault, which is noted
 */
gpointer
rgm_read_record (RgmReader            *reader,
                 const RgmCursor      *cursor,
                 const RgmDescription *description,
                 const char           *owner)
{
  gpointer record = rgm_record_alloc (description);
  const RgmField *id = rgm_description_find_id (description);

  if (!JSON_NODE_HOLDS_OBJECT (cursor->node))
    rgm_reader_set_incomplete (reader, description);

  if (!read_fields (reader, cursor, description, record, owner) ||
      !rgm_read_check (reader, cursor, description, record))
    {
      rgm_reader_reject (reader, description, record);
      return NULL;
    }

  rgm_record_complete (description, record);

  if (id != NULL && (id->flags & RGM_SCOPED) == 0)
    rgm_reader_set_object (reader, description, MEMBER (record, id, const char *), record);

  return record;
}
