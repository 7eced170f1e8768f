/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-nodes.h"
#include "rgm-scan-private.h"

/* json-glib's tree of a value that has passed rgm_scan_document(): it is valid JSON, no key
 * comes twice, nothing is too long or nested too deep, so that none of this is asked again.
 * json-glib's own parser would take the text apart anew, at twice the cost of the tree.
 *
 * Most of a tree's own cost is its objects: a hash table, a list and a copy of each key. But
 * there are few forms of objects in a document, however many objects: the 2,700 in the program's
 * own data set have 164 different lists of keys. So objects are kept by their keys, lists by
 * their length, and what is built next is written into those of its form. */

#define SHORT_TEXT 256
#define HASH_START 2166136261u

/* A key, a text or a number as it is written, without quotes. */
typedef struct
{
  const char *start;
  gsize       length;
  gboolean    has_escape;
} Written;

/* A value that is read, and has no node yet. */
typedef struct
{
  char      kind;        /* its first byte */
  Written   written;     /* of a text or a number */
  gpointer  container;   /* of an object or a list, json-glib's */
} Value;

/* Objects of the same keys in the same order, or lists of the same length, with the same types of
 * nodes in them: json-glib's nodes can't be given another type without being made anew. */
typedef struct
{
  gboolean       is_object;
  guint          n;           /* of its members or elements */
  guint32        hash;        /* of the keys and types */
  const Written *keys;        /* of the first that was read */
  const guchar  *types;       /* of its nodes: each a JsonNodeType */
  GPtrArray     *containers;
  GPtrArray     *nodes;       /* of each in turn, in order; the containers own them */
  guint          n_used;      /* of the containers, from the first on */
} Form;

struct _RgmNodes
{
  GTree      *forms;   /* a tree, because a document can be made whose keys all have the same hash */
  GArray     *keys;    /* of the objects that are being read */
  GArray     *values;  /* of the objects and lists that are being read */
  GByteArray *types;   /* of the nodes that the values will have */

  const char *at;
  const char *end;
};

static Value read_value (RgmNodes *self);

static int
compare_forms (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Form *one = a;
  const Form *other = b;
  int order;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  if (one->n != other->n)
    return one->n < other->n ? -1 : 1;
  if (one->is_object != other->is_object)
    return one->is_object ? -1 : 1;

  order = one->n > 0 ? memcmp (one->types, other->types, one->n) : 0;
  for (guint i = 0; order == 0 && one->is_object && i < one->n; i++)
    {
      const Written *key = &one->keys[i];
      const Written *other_key = &other->keys[i];

      if (key->length != other_key->length)
        return key->length < other_key->length ? -1 : 1;
      order = memcmp (key->start, other_key->start, key->length);
    }

  return order;
}

static void
unref_object (gpointer object)
{
  json_object_unref (object);
}

static void
unref_list (gpointer list)
{
  json_array_unref (list);
}

static Form *
new_form (const Form *like)
{
  Form *form = g_new (Form, 1);

  *form = *like;
  form->keys = like->is_object ? g_memdup2 (like->keys, like->n * sizeof *like->keys) : NULL;
  form->types = g_memdup2 (like->types, like->n);
  form->containers = g_ptr_array_new_with_free_func (like->is_object ? unref_object : unref_list);
  form->nodes = g_ptr_array_new ();

  return form;
}

static void
free_form (gpointer data)
{
  Form *form = data;

  g_free ((gpointer) form->keys);
  g_free ((gpointer) form->types);
  g_ptr_array_unref (form->nodes);
  g_ptr_array_unref (form->containers);
  g_free (form);
}

/* The text that is meant, with a zero behind it: in @copy if it fits there, else in @long_copy. */
static const char *
get_text (const Written *written,
          char           copy[SHORT_TEXT],
          char         **long_copy)
{
  if (!written->has_escape && written->length < SHORT_TEXT)
    {
      memcpy (copy, written->start, written->length);
      copy[written->length] = '\0';
      return copy;
    }

  *long_copy = written->has_escape ? rgm_scan_unescape (written->start, written->length)
                                   : g_strndup (written->start, written->length);

  return *long_copy;
}

static void
add_object (Form *form)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < form->n; i++)
    {
      JsonNode *node = json_node_new (form->types[i]);
      char copy[SHORT_TEXT];
      g_autofree char *long_copy = NULL;

      json_object_set_member (object, get_text (&form->keys[i], copy, &long_copy), node);
      g_ptr_array_add (form->nodes, node);
    }
  g_ptr_array_add (form->containers, object);
}

static void
add_list (Form *form)
{
  JsonArray *list = json_array_sized_new (form->n);

  for (guint i = 0; i < form->n; i++)
    {
      JsonNode *node = json_node_new (form->types[i]);

      json_array_add_element (list, node);
      g_ptr_array_add (form->nodes, node);
    }
  g_ptr_array_add (form->containers, list);
}

static void
set_number (JsonNode      *node,
            const Written *written)
{
  char copy[RGM_SCAN_MAX_NUMBER + 1];
  gboolean is_integer = TRUE;

  for (gsize i = 0; i < written->length; i++)
    is_integer &= g_ascii_isdigit (written->start[i]) || written->start[i] == '-';
  memcpy (copy, written->start, written->length);
  copy[written->length] = '\0';

  if (is_integer)
    json_node_set_int (node, g_ascii_strtoll (copy, NULL, 10));
  else
    json_node_set_double (node, g_ascii_strtod (copy, NULL));
}

static JsonNodeType
get_node_type (const Value *value)
{
  switch (value->kind)
    {
    case '{':
      return JSON_NODE_OBJECT;
    case '[':
      return JSON_NODE_ARRAY;
    case 'n':
      return JSON_NODE_NULL;
    default:
      return JSON_NODE_VALUE;
    }
}

/* A node of that type, whatever its value has been before. */
static void
set_node (JsonNode    *node,
          const Value *value)
{
  char copy[SHORT_TEXT];
  g_autofree char *long_copy = NULL;

  switch (value->kind)
    {
    case '{':
      json_node_set_object (node, value->container);
      break;
    case '[':
      json_node_set_array (node, value->container);
      break;
    case '"':
      json_node_set_string (node, get_text (&value->written, copy, &long_copy));
      break;
    case 't':
    case 'f':
      json_node_set_boolean (node, value->kind == 't');
      break;
    case 'n':
      break;
    default:
      set_number (node, &value->written);
      break;
    }
}

static guint32
hash_bytes (guint32     hash,
            const void *bytes,
            gsize       length)
{
  const guchar *at = bytes;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ at[i]) * 16777619u;

  return hash;
}

static void
keep_value (RgmNodes    *self,
            const Value *value)
{
  guchar type = get_node_type (value);

  g_array_append_vals (self->values, value, 1);
  g_byte_array_append (self->types, &type, 1);
}

/* Makes an object or a list of the values from the given one on. */
static gpointer
fill (RgmNodes *self,
      Form     *wanted,
      guint     first)
{
  Form *form;
  guint i;

  wanted->n = self->values->len - first;
  wanted->types = wanted->n > 0 ? self->types->data + first : NULL;
  wanted->hash = hash_bytes (wanted->hash, wanted->types, wanted->n);
  form = g_tree_lookup (self->forms, wanted);

  if (form == NULL)
    {
      form = new_form (wanted);
      g_tree_insert (self->forms, form, form);
    }

  i = form->n_used++;
  if (i == form->containers->len && form->is_object)
    add_object (form);
  else if (i == form->containers->len)
    add_list (form);

  for (guint j = 0; j < form->n; j++)
    set_node (g_ptr_array_index (form->nodes, i * form->n + j), &g_array_index (self->values, Value, first + j));
  g_array_set_size (self->values, first);
  g_byte_array_set_size (self->types, first);

  return g_ptr_array_index (form->containers, i);
}

/* Whatever stands in a document, something stands behind it: the document's own end at least. */
static void
skip_space (RgmNodes *self)
{
  while (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t')
    self->at++;
}

/* Stands at the opening quote. */
static Written
read_text (RgmNodes *self)
{
  const char *start = self->at + 1;
  const char *stop = memchr (start, '"', (gsize) (self->end - start));
  gboolean has_escape = memchr (start, '\\', (gsize) (stop - start)) != NULL;

  if (has_escape)
    for (stop = start; *stop != '"'; stop++)
      stop += *stop == '\\';
  self->at = stop + 1;

  return (Written) { start, (gsize) (stop - start), has_escape };
}

static Written
read_number (RgmNodes *self)
{
  const char *start = self->at;

  while (self->at < self->end && strchr (",]} \n\r\t", *self->at) == NULL)
    self->at++;

  return (Written) { start, (gsize) (self->at - start), FALSE };
}

/* Past what separates two members or elements; whether there is another one. */
static gboolean
go_on (RgmNodes *self,
       char      end)
{
  skip_space (self);
  if (*self->at == ',')
    {
      self->at++;
      skip_space (self);
      return TRUE;
    }

  return *self->at != end;
}

static gpointer
read_object (RgmNodes *self)
{
  guint first_key = self->keys->len;
  guint first = self->values->len;
  Form wanted = { .is_object = TRUE, .hash = HASH_START };
  gpointer object;

  self->at++;
  while (go_on (self, '}'))
    {
      Written key = read_text (self);
      Value value;

      /* With the quote behind it, which is where one key ends and the next begins. */
      wanted.hash = hash_bytes (wanted.hash, key.start, key.length + 1);
      g_array_append_val (self->keys, key);
      skip_space (self);
      self->at++;
      value = read_value (self);
      keep_value (self, &value);
    }
  self->at++;

  wanted.keys = self->keys->len > first_key ? &g_array_index (self->keys, Written, first_key) : NULL;
  object = fill (self, &wanted, first);
  g_array_set_size (self->keys, first_key);

  return object;
}

static gpointer
read_list (RgmNodes *self)
{
  guint first = self->values->len;
  Form wanted = { .is_object = FALSE, .hash = HASH_START };

  self->at++;
  while (go_on (self, ']'))
    {
      Value value = read_value (self);

      keep_value (self, &value);
    }
  self->at++;

  return fill (self, &wanted, first);
}

static Value
read_value (RgmNodes *self)
{
  Value value = { 0 };

  skip_space (self);
  value.kind = *self->at;

  switch (value.kind)
    {
    case '{':
      value.container = read_object (self);
      break;
    case '[':
      value.container = read_list (self);
      break;
    case '"':
      value.written = read_text (self);
      break;
    case 't':
      self->at += strlen ("true");
      break;
    case 'f':
      self->at += strlen ("false");
      break;
    case 'n':
      self->at += strlen ("null");
      break;
    default:
      value.written = read_number (self);
      break;
    }

  return value;
}

/*< private >
 * rgm_nodes_new:
 *
 * Returns: (transfer full): a maker of trees, for one thread at a time
 */
RgmNodes *
rgm_nodes_new (void)
{
  RgmNodes *self = g_new0 (RgmNodes, 1);

  self->forms = g_tree_new_full (compare_forms, NULL, free_form, NULL);
  self->keys = g_array_new (FALSE, FALSE, sizeof (Written));
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->types = g_byte_array_new ();

  return self;
}

/* What it has made stays as it is from then on. */
void
rgm_nodes_free (RgmNodes *self)
{
  g_tree_unref (self->forms);
  g_array_unref (self->keys);
  g_array_unref (self->values);
  g_byte_array_unref (self->types);
  g_free (self);
}

static gboolean
reset_form (gpointer key,
            gpointer value,
            gpointer data)
{
  Form *form = key;

  if (form->n_used == 0)
    g_ptr_array_add (data, form);
  g_ptr_array_set_size (form->containers, (int) form->n_used);
  g_ptr_array_set_size (form->nodes, (int) (form->n_used * form->n));
  form->n_used = 0;

  return FALSE;
}

/*< private >
 * rgm_nodes_reset:
 * @self: a maker of trees
 *
 * Says that nobody reads what it has made any more: it will be written over. What has not been
 * of use since the last time is freed, so that never more is kept than was in use at once.
 */
void
rgm_nodes_reset (RgmNodes *self)
{
  g_autoptr (GPtrArray) unused = g_ptr_array_new ();

  g_tree_foreach (self->forms, reset_form, unused);
  for (guint i = 0; i < unused->len; i++)
    g_tree_remove (self->forms, g_ptr_array_index (unused, i));
}

/*< private >
 * rgm_nodes_add:
 * @self: a maker of trees
 * @bytes: (array length=length): one value of a document that has passed rgm_scan_document();
 *   must live as long as @self
 * @length: its bytes
 *
 * Returns: (transfer full): the value as json-glib has it, to be read until the next reset
 */
JsonNode *
rgm_nodes_add (RgmNodes   *self,
               const char *bytes,
               gsize       length)
{
  JsonNode *node;
  Value value;

  self->at = bytes;
  self->end = bytes + length;
  value = read_value (self);
  node = json_node_new (get_node_type (&value));
  set_node (node, &value);

  return node;
}

/*< private >
 * rgm_nodes_build:
 * @bytes: (array length=length): one value of a document that has passed rgm_scan_document()
 * @length: its bytes
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): the value as json-glib has it
 */
JsonNode *
rgm_nodes_build (const char *bytes,
                 gsize       length)
{
  g_autoptr (RgmNodes) nodes = rgm_nodes_new ();

  return rgm_nodes_add (nodes, bytes, length);
}
