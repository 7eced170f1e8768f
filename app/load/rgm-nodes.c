/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-nodes.h"
#include "rgm-scan-private.h"

/* The tree of a value that has passed rgm_scan_document(): it is valid JSON, no key comes twice,
 * nothing is too long or nested too deep, so that none of this is asked again. Nodes and texts
 * are cut from large blocks and freed with them: an allocation for each of them would cost more
 * than all the rest of reading. */

#define BLOCK_BYTES (16 * 1024)

struct _RgmNodes
{
  GPtrArray  *blocks;
  char       *free;       /* the rest of the last block */
  gsize       n_free;

  GArray     *open;       /* the elements and members so far of the lists and objects around a place */
  const char *at;
  const char *end;
};

static void build_value (RgmNodes    *self,
                         RgmJsonNode *node);

/* Memory for a text, or for nodes where it is a multiple of their size. */
static gpointer
allocate (RgmNodes *self,
          gsize     size)
{
  gsize step = (size + G_MEM_ALIGN - 1) / G_MEM_ALIGN * G_MEM_ALIGN;
  gpointer start;

  if (step > self->n_free)
    {
      self->n_free = MAX (step, BLOCK_BYTES);
      self->free = g_malloc (self->n_free);
      g_ptr_array_add (self->blocks, self->free);
    }
  start = self->free;
  self->free += step;
  self->n_free -= step;

  return start;
}

/* Whatever stands in a document, something stands behind it: the document's own end at least. */
static void
skip_space (RgmNodes *self)
{
  while (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t')
    self->at++;
}

static const char *
copy_text (RgmNodes   *self,
           const char *text,
           gsize       length)
{
  char *copy = allocate (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

/* Stands at the opening quote. */
static const char *
read_text (RgmNodes *self)
{
  const char *start = self->at + 1;
  const char *stop = memchr (start, '"', (gsize) (self->end - start));
  g_autofree char *plain = NULL;

  if (memchr (start, '\\', (gsize) (stop - start)) == NULL)
    {
      self->at = stop + 1;
      return copy_text (self, start, (gsize) (stop - start));
    }

  for (stop = start; *stop != '"'; stop++)
    stop += *stop == '\\';
  self->at = stop + 1;
  plain = rgm_scan_unescape (start, (gsize) (stop - start));

  return copy_text (self, plain, strlen (plain));
}

static void
build_number (RgmNodes    *self,
              RgmJsonNode *node)
{
  const char *start = self->at;
  char copy[RGM_SCAN_MAX_NUMBER + 1];
  gboolean is_integer = TRUE;
  gsize length;

  for (; self->at < self->end && strchr (",]} \n\r\t", *self->at) == NULL; self->at++)
    is_integer &= g_ascii_isdigit (*self->at) || *self->at == '-';
  length = (gsize) (self->at - start);
  memcpy (copy, start, length);
  copy[length] = '\0';

  if (is_integer)
    {
      node->kind = RGM_JSON_INTEGER;
      node->integer = g_ascii_strtoll (copy, NULL, 10);
    }
  else
    {
      node->kind = RGM_JSON_DOUBLE;
      node->number = g_ascii_strtod (copy, NULL);
    }
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

/* A list or an object. How long it is shows at its end: until then what it contains stands
 * behind what the values around it do. */
static void
build_container (RgmNodes    *self,
                 RgmJsonNode *node,
                 RgmJsonKind  kind)
{
  guint first = self->open->len;
  char end = kind == RGM_JSON_OBJECT ? '}' : ']';
  gsize size;

  self->at++;
  while (go_on (self, end))
    {
      RgmJsonNode inner = { 0 };

      if (kind == RGM_JSON_OBJECT)
        {
          inner.key = read_text (self);
          skip_space (self);
          self->at++;
        }
      build_value (self, &inner);
      g_array_append_val (self->open, inner);
    }
  self->at++;

  node->kind = kind;
  node->length = self->open->len - first;
  size = node->length * sizeof (RgmJsonNode);
  node->nodes = size > 0 ? memcpy (allocate (self, size), &g_array_index (self->open, RgmJsonNode, first), size) : NULL;
  g_array_set_size (self->open, first);
}

static void
build_value (RgmNodes    *self,
             RgmJsonNode *node)
{
  skip_space (self);

  switch (*self->at)
    {
    case '{':
      build_container (self, node, RGM_JSON_OBJECT);
      break;
    case '[':
      build_container (self, node, RGM_JSON_LIST);
      break;
    case '"':
      node->kind = RGM_JSON_TEXT;
      node->text = read_text (self);
      break;
    case 't':
      self->at += strlen ("true");
      node->kind = RGM_JSON_BOOLEAN;
      node->boolean = TRUE;
      break;
    case 'f':
      self->at += strlen ("false");
      node->kind = RGM_JSON_BOOLEAN;
      node->boolean = FALSE;
      break;
    case 'n':
      self->at += strlen ("null");
      node->kind = RGM_JSON_NULL;
      break;
    default:
      build_number (self, node);
      break;
    }
}

RgmNodes *
rgm_nodes_new (void)
{
  RgmNodes *self = g_new0 (RgmNodes, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (RgmJsonNode));

  return self;
}

void
rgm_nodes_free (RgmNodes *self)
{
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->open);
  g_free (self);
}

/*< private >
 * rgm_nodes_build:
 * @self: what to add the tree to
 * @bytes: (array length=length): one value of a document that has passed rgm_scan_document()
 * @length: its bytes
 *
 * May be called in any thread, for one @self in one at a time.
 *
 * Returns: (transfer none): the value, for as long as @self lives
 */
const RgmJsonNode *
rgm_nodes_build (RgmNodes   *self,
                 const char *bytes,
                 gsize       length)
{
  RgmJsonNode *node = allocate (self, sizeof *node);

  *node = (RgmJsonNode) { 0 };
  self->at = bytes;
  self->end = bytes + length;
  build_value (self, node);

  return node;
}
