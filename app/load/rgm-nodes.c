/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-nodes.h"
#include "rgm-scan-private.h"

/* json-glib's tree of a value that has passed rgm_scan_document(): it is valid JSON, no key
 * comes twice, nothing is too long or nested too deep, so that none of this is asked again.
 * json-glib's own parser would take the text apart anew, at twice the cost of the tree. */

#define SHORT_KEY 64

typedef struct
{
  const char *at;
  const char *end;
  GString    *text;  /* the last text, whole and by itself */
} NodeBuilder;

static JsonNode *build_value (NodeBuilder *self);

/* Whatever stands in a document, something stands behind it: the document's own end at least. */
static void
skip_space (NodeBuilder *self)
{
  while (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t')
    self->at++;
}

/* Stands at the opening quote. The text is the builder's until the next one. */
static const char *
read_text (NodeBuilder *self)
{
  const char *start = self->at + 1;
  const char *stop = memchr (start, '"', (gsize) (self->end - start));
  gboolean has_escape = memchr (start, '\\', (gsize) (stop - start)) != NULL;

  if (!has_escape)
    {
      g_string_truncate (self->text, 0);
      g_string_append_len (self->text, start, stop - start);
    }
  else
    {
      g_autofree char *plain = NULL;

      for (stop = start; *stop != '"'; stop++)
        stop += *stop == '\\';
      plain = rgm_scan_unescape (start, (gsize) (stop - start));
      g_string_assign (self->text, plain);
    }
  self->at = stop + 1;

  return self->text->str;
}

static JsonNode *
build_number (NodeBuilder *self)
{
  JsonNode *node = json_node_alloc ();
  const char *start = self->at;
  char copy[RGM_SCAN_MAX_NUMBER + 1];
  gboolean is_integer = TRUE;
  gsize length;

  for (; self->at < self->end && strchr (",]} \n\r\t", *self->at) == NULL; self->at++)
    is_integer &= g_ascii_isdigit (*self->at) || *self->at == '-';
  length = (gsize) (self->at - start);
  memcpy (copy, start, length);
  copy[length] = '\0';

  return is_integer ? json_node_init_int (node, g_ascii_strtoll (copy, NULL, 10))
                    : json_node_init_double (node, g_ascii_strtod (copy, NULL));
}

/* Past what separates two members or elements; whether there is another one. */
static gboolean
go_on (NodeBuilder *self,
       char     end)
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

static JsonNode *
build_object (NodeBuilder *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  self->at++;
  while (go_on (self, '}'))
    {
      const char *text = read_text (self);
      char short_key[SHORT_KEY];
      g_autofree char *long_key = NULL;
      const char *key = short_key;

      /* The value's texts take the key's place. */
      if (self->text->len < SHORT_KEY)
        memcpy (short_key, text, self->text->len + 1);
      else
        key = long_key = g_strdup (text);
      skip_space (self);
      self->at++;
      json_object_set_member (object, key, build_value (self));
    }
  self->at++;

  json_node_take_object (node, object);

  return node;
}

static JsonNode *
build_list (NodeBuilder *self)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *list = json_array_new ();

  self->at++;
  while (go_on (self, ']'))
    json_array_add_element (list, build_value (self));
  self->at++;

  json_node_take_array (node, list);

  return node;
}

static JsonNode *
build_value (NodeBuilder *self)
{
  skip_space (self);

  switch (*self->at)
    {
    case '{':
      return build_object (self);
    case '[':
      return build_list (self);
    case '"':
      return json_node_init_string (json_node_alloc (), read_text (self));
    case 't':
      self->at += strlen ("true");
      return json_node_init_boolean (json_node_alloc (), TRUE);
    case 'f':
      self->at += strlen ("false");
      return json_node_init_boolean (json_node_alloc (), FALSE);
    case 'n':
      self->at += strlen ("null");
      return json_node_init_null (json_node_alloc ());
    default:
      return build_number (self);
    }
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
  g_autoptr (GString) text = g_string_sized_new (256);
  NodeBuilder builder = { bytes, bytes + length, text };

  return build_value (&builder);
}
