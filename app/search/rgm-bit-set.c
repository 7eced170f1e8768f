/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-bit-set.h"

struct _RgmBits
{
  guint    size;
  guint    n_words;
  guint64  words[];
};

/**
 * rgm_bit_set_new:
 * @size: one more than the largest member that it can hold
 *
 * Returns: (transfer full): an empty set
 */
RgmBitSet *
rgm_bit_set_new (guint size)
{
  guint n_words = size / 64 + 1;
  RgmBitSet *self = g_malloc0 (sizeof (RgmBitSet) + sizeof (guint64) * n_words);

  self->size = size;
  self->n_words = n_words;

  return self;
}

/**
 * rgm_bit_set_copy:
 * @self: a set
 *
 * Returns: (transfer full): the same set
 */
RgmBitSet *
rgm_bit_set_copy (const RgmBitSet *self)
{
  return g_memdup2 (self, sizeof (RgmBitSet) + sizeof (guint64) * self->n_words);
}

/**
 * rgm_bit_set_free:
 * @self: (transfer full): a set
 */
void
rgm_bit_set_free (RgmBitSet *self)
{
  g_free (self);
}

/**
 * rgm_bit_set_add:
 * @self: a set
 * @member: a number below its size
 */
void
rgm_bit_set_add (RgmBitSet *self,
              guint    member)
{
  self->words[member / 64] |= G_GUINT64_CONSTANT (1) << (member % 64);
}

/**
 * rgm_bit_set_has:
 * @self: a set
 * @member: a number below its size
 *
 * Returns: whether it is in the set
 */
gboolean
rgm_bit_set_has (const RgmBitSet *self,
              guint          member)
{
  return (self->words[member / 64] >> (member % 64) & 1) != 0;
}

/**
 * rgm_bit_set_fill:
 * @self: a set that is to hold every number
 */
void
rgm_bit_set_fill (RgmBitSet *self)
{
  memset (self->words, 0xff, sizeof (guint64) * self->n_words);
  self->words[self->n_words - 1] &= (G_GUINT64_CONSTANT (1) << (self->size % 64)) - 1;
}

/**
 * rgm_bit_set_unite:
 * @self: a set
 * @other: a set of the same size, whose members are added
 */
void
rgm_bit_set_unite (RgmBitSet       *self,
                const RgmBitSet *other)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] |= other->words[i];
}

/**
 * rgm_bit_set_keep:
 * @self: a set
 * @other: a set of the same size; members that it lacks are removed
 */
void
rgm_bit_set_keep (RgmBitSet       *self,
               const RgmBitSet *other)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] &= other->words[i];
}

/**
 * rgm_bit_set_remove:
 * @self: a set
 * @other: a set of the same size, whose members are removed
 */
void
rgm_bit_set_remove (RgmBitSet       *self,
                 const RgmBitSet *other)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] &= ~other->words[i];
}

/**
 * rgm_bit_set_count:
 * @self: a set
 *
 * Returns: how many members it has
 */
guint
rgm_bit_set_count (const RgmBitSet *self)
{
  return rgm_bit_set_count_in (self, self);
}

/* Not the compiler's builtin: without a guaranteed population-count instruction, that is a function call per word, and every value
   of every facet is counted at every keystroke. */
static inline guint
count_ones (guint64 word)
{
  word -= word >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  word = (word & G_GUINT64_CONSTANT (0x3333333333333333)) + (word >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  word = (word + (word >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);

  return (guint) (word * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/**
 * rgm_bit_set_count_in:
 * @self: a set
 * @other: a set of the same size
 *
 * Returns: how many members the two share
 */
guint
rgm_bit_set_count_in (const RgmBitSet *self,
                   const RgmBitSet *other)
{
  guint count = 0;

  for (guint i = 0; i < self->n_words; i++)
    count += count_ones (self->words[i] & other->words[i]);

  return count;
}

/**
 * rgm_bit_set_list:
 * @self: a set
 * @members: (out caller-allocates): space for rgm_bit_set_count() numbers
 *
 * Lists the members in ascending order.
 */
void
rgm_bit_set_list (const RgmBitSet *self,
               guint         *members)
{
  for (guint i = 0; i < self->n_words; i++)
    for (guint64 word = self->words[i]; word != 0; word &= word - 1)
      *members++ = i * 64 + (guint) __builtin_ctzll (word);
}

/**
 * rgm_bit_set_new_low:
 * @bytes: a byte for each number
 * @size: how many
 *
 * Returns: (transfer full): the set of the numbers whose byte is below 128
 */
RgmBitSet *
rgm_bit_set_new_low (const guint8 *bytes,
                  guint         size)
{
  RgmBitSet *self = rgm_bit_set_new (size);
  guint i = 0;

  /* Eight bytes at a time: a multiplication gathers the highest bit of each. */
  for (; i + 8 <= size; i += 8)
    {
      guint64 eight;
      guint64 low;

      memcpy (&eight, bytes + i, sizeof eight);
      low = (~GUINT64_FROM_LE (eight) & G_GUINT64_CONSTANT (0x8080808080808080)) >> 7;
      self->words[i / 64] |= (low * G_GUINT64_CONSTANT (0x0102040810204080) >> 56) << (i % 64);
    }
  for (; i < size; i++)
    if (bytes[i] < 128)
      rgm_bit_set_add (self, i);

  return self;
}
