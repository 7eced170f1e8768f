/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-token-pool.h"

#define SLOTS_MIN 1024
#define EMPTY G_MAXUINT32

/* An open-addressing hash table of numbers; the texts are NUL-terminated. */
struct _RgmTokenPool
{
  GByteArray *texts;
  GArray     *offsets;
  guint32    *slots;
  guint       n_slots;
};

RgmTokenPool *
rgm_token_pool_new (void)
{
  RgmTokenPool *self = g_new0 (RgmTokenPool, 1);

  self->texts = g_byte_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = SLOTS_MIN;
  self->slots = g_new (guint32, SLOTS_MIN);
  memset (self->slots, 0xff, SLOTS_MIN * sizeof (guint32));

  return self;
}

void
rgm_token_pool_free (RgmTokenPool *self)
{
  g_byte_array_unref (self->texts);
  g_array_unref (self->offsets);
  g_free (self->slots);
  g_free (self);
}

static guint
find_slot (const RgmTokenPool *self,
           const char         *token,
           gsize              *length)
{
  const char *end = token;
  guint32 hash = 5381;
  guint slot;

  for (; *end != '\0'; end++)
    hash = hash * 33 + (guint8) *end;
  *length = (gsize) (end - token);
  slot = hash * 2654435769u & (self->n_slots - 1);

  while (self->slots[slot] != EMPTY && strcmp (rgm_token_pool_get (self, self->slots[slot]), token) != 0)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
grow (RgmTokenPool *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof (guint32));
  for (guint32 i = 0; i < self->offsets->len; i++)
    {
      gsize length;

      self->slots[find_slot (self, rgm_token_pool_get (self, i), &length)] = i;
    }
}

/**
 * rgm_token_pool_add:
 * @self: a pool
 * @token: a string
 *
 * Returns: its number, newly assigned if it is new
 */
guint32
rgm_token_pool_add (RgmTokenPool *self,
                    const char   *token)
{
  gsize length;
  guint slot = find_slot (self, token, &length);
  guint32 offset = self->texts->len;

  if (self->slots[slot] != EMPTY)
    return self->slots[slot];

  self->slots[slot] = self->offsets->len;
  g_byte_array_append (self->texts, (const guint8 *) token, (guint) length + 1);
  g_array_append_val (self->offsets, offset);
  if (self->offsets->len > self->n_slots / 2)
    grow (self);

  return self->offsets->len - 1;
}

const char *
rgm_token_pool_get (const RgmTokenPool *self,
                    guint32             number)
{
  return (const char *) self->texts->data + g_array_index (self->offsets, guint32, number);
}

guint
rgm_token_pool_count (const RgmTokenPool *self)
{
  return self->offsets->len;
}
