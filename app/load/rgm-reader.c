/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-format.h"
#include "rgm-json-writer.h"
#include "rgm-near.h"
#include "rgm-reader.h"
#include "rgm-scan.h"

/* So many faults are kept, to be put into the order of the file; the rest is counted. */
#define FAULTS_KEPT 10000

/* So much of a text is shown. */
#define SHOWN_CHARACTERS 40

static void
rgm_pending_clear (gpointer data)
{
  RgmPending *pending = data;

  g_free (pending->path);
  g_free (pending->message);
}

/* A hash that a file can't be written against: a polynomial over the field of 2^61 - 1
 * at a place that is drawn anew in every run. With g_str_hash() a file of many ids of
 * the same hash would take hours. */
static guint
hash_id (gconstpointer key)
{
  static gsize base;
  const guint64 prime = (G_GUINT64_CONSTANT (1) << 61) - 1;
  guint64 hash = 1;

  if (g_once_init_enter (&base))
    g_once_init_leave (&base, (gsize) g_random_int () + 256);

  for (const char *c = key; *c != '\0'; c++)
    {
      unsigned __int128 product = (unsigned __int128) hash * base + (guchar) *c;

      hash = (guint64) (product & prime) + (guint64) (product >> 61);
      if (hash >= prime)
        hash -= prime;
    }

  return (guint) (hash ^ (hash >> 32));
}

void
rgm_reader_init (RgmReader *self)
{
  memset (self, 0, sizeof *self);

  self->faults = g_array_new (FALSE, FALSE, sizeof (RgmPending));
  g_array_set_clear_func (self->faults, rgm_pending_clear);

  for (guint i = 0; i < RGM_N_KINDS; i++)
    self->known[i] = g_hash_table_new_full (hash_id, g_str_equal, g_free, NULL);
}

void
rgm_reader_clear (RgmReader *self)
{
  g_clear_pointer (&self->faults, g_array_unref);

  for (guint i = 0; i < RGM_N_KINDS; i++)
    g_clear_pointer (&self->known[i], g_hash_table_unref);
}

gboolean
rgm_reader_is_good (const RgmReader *self)
{
  return self->faults->len == 0;
}

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

/*< private >
 * rgm_reader_fault:
 * @self: a reader
 * @cursor: the place
 * @format: a printf format for what was expected and what was found
 *
 * Adds a fault. The way to the place is at most as long as documents are deep, which
 * rgm_scan_document() has seen to.
 */
void
rgm_reader_fault (RgmReader       *self,
                  const RgmCursor *cursor,
                  const char      *format,
                  ...)
{
  RgmPending pending = { 0 };
  GString *path;
  va_list args;

  if (self->faults->len >= FAULTS_KEPT)
    {
      self->n_left_out++;
      return;
    }

  path = g_string_new (NULL);
  append_path (path, cursor);
  pending.path = g_string_free (path, FALSE);

  va_start (args, format);
  pending.message = g_strdup_vprintf (format, args);
  va_end (args);

  g_array_append_val (self->faults, pending);
}

static char *
describe_text (const char *text)
{
  GString *shown = g_string_new ("\"");
  guint n = 0;

  for (; *text != '\0' && n < SHOWN_CHARACTERS; text = g_utf8_next_char (text), n++)
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '"' || c == '\\')
        g_string_append_printf (shown, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (shown, "\\n");
      else if (!g_unichar_isprint (c) && c < 0x10000)
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_unichar (shown, c);
    }

  g_string_append (shown, *text != '\0' ? "…\"" : "\"");

  return g_string_free (shown, FALSE);
}

/*< private >
 * rgm_reader_describe:
 * @node: a value
 *
 * Returns: (transfer full): the value, for 'found …'
 */
char *
rgm_reader_describe (JsonNode *node)
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
    return describe_text (json_node_get_string (node));

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return rgm_shortest_double (json_node_get_double (node));
}

/* Objects and lists. */

static const char *
find_near_key (const char     *key,
               const RgmField *fields)
{
  const char *words[RGM_FIELDS_MAX + 1] = { NULL };

  for (guint i = 0; fields[i].key != NULL; i++)
    words[i] = fields[i].key;

  return strlen (key) <= SHOWN_CHARACTERS ? rgm_find_near (key, words) : NULL;
}

/*< private >
 * rgm_reader_check_key:
 * @self: a reader
 * @cursor: a member of an object
 * @fields: what the object may have
 * @field: (out): the index in @fields of the member's key
 *
 * Tells a key that the format doesn't have, and the one that was perhaps meant.
 *
 * Returns: whether the format has it
 */
gboolean
rgm_reader_check_key (RgmReader       *self,
                      const RgmCursor *cursor,
                      const RgmField  *fields,
                      guint           *field)
{
  g_autofree char *shown = NULL;
  const char *near;

  for (guint i = 0; fields[i].key != NULL; i++)
    if (strcmp (fields[i].key, cursor->key) == 0)
      {
        *field = i;
        return TRUE;
      }

  shown = describe_text (cursor->key);
  near = rgm_reader_is_good (self) || self->faults->len < 50 ? find_near_key (cursor->key, fields) : NULL;

  if (near != NULL)
    rgm_reader_fault (self, cursor, _("expected a key of the format, found %s; \"%s\" is one"), shown, near);
  else
    rgm_reader_fault (self, cursor, _("expected a key of the format, found %s"), shown);

  return FALSE;
}

/*< private >
 * rgm_reader_need:
 * @self: a reader
 * @cursor: an object
 * @key: a key that it must have and hasn't
 */
void
rgm_reader_need (RgmReader       *self,
                 const RgmCursor *cursor,
                 const char      *key)
{
  rgm_reader_fault (self, cursor, _("expected the key \"%s\", found none"), key);
}

/*< private >
 * rgm_reader_open:
 * @self: a reader
 * @cursor: a value that should be an object
 * @fields: its keys, %NULL-terminated, at most %RGM_FIELDS_MAX
 * @values: (out): a cursor for each of @fields; its node is %NULL if it was left out
 *
 * Opens an object: tells if it is none, what it has that it may not, and what it lacks.
 * A null where something may be left out is taken for that.
 *
 * Returns: whether it is an object
 */
gboolean
rgm_reader_open (RgmReader       *self,
                 const RgmCursor *cursor,
                 const RgmField  *fields,
                 RgmCursor       *values)
{
  JsonObjectIter iter;
  JsonNode *node;
  const char *key;
  gboolean given[RGM_FIELDS_MAX] = { FALSE };

  for (guint i = 0; fields[i].key != NULL; i++)
    values[i] = (RgmCursor) { cursor, fields[i].key, 0, NULL };

  if (cursor->node == NULL)
    return FALSE;

  if (!JSON_NODE_HOLDS_OBJECT (cursor->node))
    {
      g_autofree char *found = rgm_reader_describe (cursor->node);

      rgm_reader_fault (self, cursor, _("expected an object, found %s"), found);
      return FALSE;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (cursor->node));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      RgmCursor member = { cursor, key, 0, node };
      guint field;

      if (!rgm_reader_check_key (self, &member, fields, &field))
        continue;

      given[field] = TRUE;
      if (fields[field].required || !JSON_NODE_HOLDS_NULL (node))
        values[field].node = node;
    }

  for (guint i = 0; fields[i].key != NULL; i++)
    if (fields[i].required && !given[i])
      rgm_reader_need (self, cursor, fields[i].key);

  return TRUE;
}

/*< private >
 * rgm_reader_list:
 * @self: a reader
 * @cursor: a value that should be a list
 *
 * Returns: how many elements it has; 0 if it was left out or is no list, which is told
 */
guint
rgm_reader_list (RgmReader       *self,
                 const RgmCursor *cursor)
{
  g_autofree char *found = NULL;

  if (cursor->node == NULL)
    return 0;

  if (JSON_NODE_HOLDS_ARRAY (cursor->node))
    return json_array_get_length (json_node_get_array (cursor->node));

  found = rgm_reader_describe (cursor->node);
  rgm_reader_fault (self, cursor, _("expected a list, found %s"), found);

  return 0;
}

RgmCursor
rgm_reader_element (const RgmCursor *list,
                    guint            index)
{
  return (RgmCursor) { list, NULL, index, json_array_get_element (json_node_get_array (list->node), index) };
}

gboolean
rgm_reader_has (const RgmCursor *cursor)
{
  return cursor->node != NULL;
}

/* Ids and references. */

static gboolean
is_id (const char *text,
       RgmKind     kind)
{
  gboolean has_capitals = kind == RGM_KIND_CLASS || kind == RGM_KIND_ENDPOINT;
  const char *others = kind == RGM_KIND_VALUE ? ".+-/" : kind == RGM_KIND_ARM ? ".+-:" : ".+-";

  for (const char *c = text; *c != '\0'; c++)
    {
      gboolean is_first = c == text;

      if (g_ascii_islower (*c) || g_ascii_isdigit (*c) || (has_capitals && g_ascii_isupper (*c)))
        continue;
      if (is_first || strchr (others, *c) == NULL)
        return FALSE;
    }

  return *text != '\0';
}

/* Values are unique within their biomarker only. */
static char *
make_key (const char *id,
          const char *within)
{
  return within != NULL ? g_strconcat (within, "\n", id, NULL) : g_strdup (id);
}

/* Tells what is wrong with an id as such. Returns whether it is good. */
static gboolean
check_id (RgmReader       *self,
          const RgmCursor *cursor,
          RgmKind          kind,
          const char      *within,
          const char      *id)
{
  g_autofree char *shown = describe_text (id);

  if (strlen (id) > RGM_ID_MAX)
    {
      rgm_reader_fault (self, cursor, _("expected an id of at most %d characters, found a longer one"), RGM_ID_MAX);
      return FALSE;
    }

  if (!is_id (id, kind))
    {
      rgm_reader_fault (self, cursor, _("expected an id of lower-case letters, digits, dots, dashes and plus signs, found %s"),
                        shown);
      return FALSE;
    }

  if (kind == RGM_KIND_ARM && within != NULL &&
      (!g_str_has_prefix (id, within) || id[strlen (within)] != ':' || id[strlen (within) + 1] == '\0'))
    {
      rgm_reader_fault (self, cursor, _("expected an id that begins with \"%s:\", found %s"), within, shown);
      return FALSE;
    }

  return TRUE;
}

/*< private >
 * rgm_reader_id:
 * @self: a reader
 * @cursor: an id that is given
 * @kind: to what; %RGM_N_KINDS for the data set itself
 * @within: (nullable): for a value, the id of its biomarker; for an arm, that of its trial
 *
 * Reads an id, and remembers it. Where one is at fault, references to what it should
 * name are taken on trust: not every one of them shall be told too.
 *
 * Returns: (nullable): the id, owned by the node
 */
const char *
rgm_reader_id (RgmReader       *self,
               const RgmCursor *cursor,
               RgmKind          kind,
               const char      *within)
{
  const char *id = rgm_reader_text (self, cursor);
  g_autofree char *key = NULL;

  if (id == NULL || !check_id (self, cursor, kind, within, id))
    {
      if (kind != RGM_N_KINDS)
        self->unsure[kind] = TRUE;
      return NULL;
    }

  if (kind == RGM_N_KINDS)
    return id;

  key = make_key (id, kind == RGM_KIND_VALUE ? within : NULL);
  if (g_hash_table_contains (self->known[kind], key))
    {
      rgm_reader_fault (self, cursor, _("expected an id of its own, found \"%s\" a second time"), id);
      return NULL;
    }

  g_hash_table_insert (self->known[kind], g_steal_pointer (&key), NULL);

  return id;
}

/*< private >
 * rgm_reader_set_known:
 * @self: a reader
 * @kind: what it is
 * @id: its id
 * @object: what references to it shall get; must live as long as @self
 */
void
rgm_reader_set_known (RgmReader  *self,
                      RgmKind     kind,
                      const char *id,
                      gpointer    object)
{
  g_hash_table_insert (self->known[kind], g_strdup (id), object);
}

static void
fault_reference (RgmReader       *self,
                 const RgmCursor *cursor,
                 RgmKind          kind,
                 const char      *found)
{
  switch (kind)
    {
    case RGM_KIND_SOURCE:
      rgm_reader_fault (self, cursor, _("expected the id of a source, found %s"), found);
      break;
    case RGM_KIND_CLASS:
      rgm_reader_fault (self, cursor, _("expected the id of a class, found %s"), found);
      break;
    case RGM_KIND_ENDPOINT:
      rgm_reader_fault (self, cursor, _("expected the id of an endpoint, found %s"), found);
      break;
    case RGM_KIND_AGENT:
      rgm_reader_fault (self, cursor, _("expected the id of an agent, found %s"), found);
      break;
    case RGM_KIND_REGIMEN:
      rgm_reader_fault (self, cursor, _("expected the id of a regimen, found %s"), found);
      break;
    case RGM_KIND_BIOMARKER:
      rgm_reader_fault (self, cursor, _("expected the id of a biomarker, found %s"), found);
      break;
    case RGM_KIND_VALUE:
      rgm_reader_fault (self, cursor, _("expected the id of a value of this biomarker, found %s"), found);
      break;
    case RGM_KIND_TRIAL:
      rgm_reader_fault (self, cursor, _("expected the id of a trial, found %s"), found);
      break;
    case RGM_KIND_ARM:
      rgm_reader_fault (self, cursor, _("expected the id of an arm, found %s"), found);
      break;
    case RGM_KIND_NODE:
      rgm_reader_fault (self, cursor, _("expected the id of a node, found %s"), found);
      break;
    case RGM_KIND_EDGE:
      rgm_reader_fault (self, cursor, _("expected the id of an edge, found %s"), found);
      break;
    case RGM_KIND_LANE:
      rgm_reader_fault (self, cursor, _("expected the id of a pathway, found %s"), found);
      break;
    case RGM_KIND_CONDITION:
      rgm_reader_fault (self, cursor, _("expected the id of a condition, found %s"), found);
      break;
    case RGM_KIND_ALTERATION:
      rgm_reader_fault (self, cursor, _("expected the id of an alteration, found %s"), found);
      break;
    case RGM_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The id that was perhaps meant. Only for the faults that will be shown, and only where
 * there are few ids to compare with. */
static char *
find_near_id (RgmReader  *self,
              RgmKind     kind,
              const char *id,
              const char *within)
{
  g_autofree const char **ids = NULL;
  g_autofree const char **words = NULL;
  guint length, n = 0;
  gsize skip = within != NULL ? strlen (within) + 1 : 0;

  if (self->faults->len >= 50 || strlen (id) > SHOWN_CHARACTERS || g_hash_table_size (self->known[kind]) > 1000)
    return NULL;

  ids = (const char **) g_hash_table_get_keys_as_array (self->known[kind], &length);
  words = g_new0 (const char *, length + 1);

  for (guint i = 0; i < length; i++)
    if (within == NULL)
      words[n++] = ids[i];
    else if (g_str_has_prefix (ids[i], within) && ids[i][skip - 1] == '\n')
      words[n++] = ids[i] + skip;

  /* Of several that are as near, the same one in every run. */
  qsort (words, n, sizeof *words, compare_words);

  return g_strdup (rgm_find_near (id, words));
}

/*< private >
 * rgm_reader_reference:
 * @self: a reader
 * @cursor: an id that refers to something
 * @kind: to what
 * @within: (nullable): for a value, the id of its biomarker
 * @object: (out) (optional): what it refers to; set while the document is good
 *
 * Returns: (nullable): the id, owned by the node; %NULL if it was left out or is at fault
 */
const char *
rgm_reader_reference (RgmReader       *self,
                      const RgmCursor *cursor,
                      RgmKind          kind,
                      const char      *within,
                      gpointer        *object)
{
  const char *id = rgm_reader_text (self, cursor);
  g_autofree char *key = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *near = NULL;

  if (object != NULL)
    *object = NULL;

  if (id == NULL)
    return NULL;

  key = make_key (id, within);
  if (self->unsure[kind] || g_hash_table_lookup_extended (self->known[kind], key, NULL, object))
    return id;

  shown = describe_text (id);
  near = find_near_id (self, kind, id, within);

  if (near != NULL)
    {
      /* Translators: what was found instead of an id of something, and an id that is near to it. */
      g_autofree char *both = g_strdup_printf (_("%s; \"%s\" is one"), shown, near);

      fault_reference (self, cursor, kind, both);
    }
  else
    fault_reference (self, cursor, kind, shown);

  return NULL;
}

/*< private >
 * rgm_reader_references:
 * @self: a reader
 * @cursor: a list of ids
 * @kind: to what they refer
 * @within: (nullable): for values, the id of their biomarker
 * @objects: (out) (optional) (transfer full): the objects that they refer to, if the
 *   document is good and they are objects
 *
 * Returns: (transfer container) (array zero-terminated=1): the ids, owned by the nodes
 */
char **
rgm_reader_references (RgmReader       *self,
                       const RgmCursor *cursor,
                       RgmKind          kind,
                       const char      *within,
                       GPtrArray      **objects)
{
  char **ids = rgm_reader_texts (self, cursor);
  guint n = g_strv_length (ids);

  if (objects != NULL)
    *objects = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      RgmCursor element = rgm_reader_element (cursor, i);
      gpointer object;

      rgm_reader_reference (self, &element, kind, within, &object);
      if (objects != NULL && rgm_reader_is_good (self))
        g_ptr_array_add (*objects, g_object_ref (object));
    }

  return ids;
}
