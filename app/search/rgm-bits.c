/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-bits.h"

struct _RgmBits
{
  guint    size;
  guint    n_words;
  guint64  words[];
};

/**
 * rgm_bits_new:
 * @size: one more than the greatest number that it can hold
 *
 * Returns: (transfer full): an empty set
 */
RgmBits *
rgm_bits_new (guint size)
{
  guint n_words = size / 64 + 1;
  RgmBits *self = g_malloc0 (sizeof (RgmBits) + sizeof (guint64) * n_words);

  self->size = size;
  self->n_words = n_words;

  return self;
}

/**
 * rgm_bits_copy:
 * @self: a set
 *
 * Returns: (transfer full): the same set
 */
RgmBits *
rgm_bits_copy (const RgmBits *self)
{
  return g_memdup2 (self, sizeof (RgmBits) + sizeof (guint64) * self->n_words);
}

/**
 * rgm_bits_free:
 * @self: (transfer full): a set
 */
void
rgm_bits_free (RgmBits *self)
{
  g_free (self);
}

/**
 * rgm_bits_add:
 * @self: a set
 * @member: a number below its size
 */
void
rgm_bits_add (RgmBits *self,
              guint    member)
{
  self->words[member / 64] |= G_GUINT64_CONSTANT (1) << (member % 64);
}

/**
 * rgm_bits_has:
 * @self: a set
 * @member: a number below its size
 *
 * Returns: whether it is in the set
 */
gboolean
rgm_bits_has (const RgmBits *self,
              guint          member)
{
  return (self->words[member / 64] >> (member % 64) & 1) != 0;
}

/**
 * rgm_bits_fill:
 * @self: a set that is to hold every number
 */
void
rgm_bits_fill (RgmBits *self)
{
  memset (self->words, 0xff, sizeof (guint64) * self->n_words);
  self->words[self->n_words - 1] &= (G_GUINT64_CONSTANT (1) << (self->size % 64)) - 1;
}

/**
 * rgm_bits_unite:
 * @self: a set
 * @other: a set of the same size, whose members are put in
 */
void
rgm_bits_unite (RgmBits       *self,
                const RgmBits *other)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] |= other->words[i];
}

/**
 * rgm_bits_keep:
 * @self: a set
 * @other: a set of the same size; what isn't in it is taken out
 */
void
rgm_bits_keep (RgmBits       *self,
               const RgmBits *other)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] &= other->words[i];
}

/**
 * rgm_bits_remove:
 * @self: a set
 * @other: a set of the same size, whose members are taken out
 */
void
rgm_bits_remove (RgmBits       *self,
                 const RgmBits *other)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] &= ~other->words[i];
}

/**
 * rgm_bits_count:
 * @self: a set
 *
 * Returns: how many members it has
 */
guint
rgm_bits_count (const RgmBits *self)
{
  return rgm_bits_count_in (self, self);
}

/* Not the compiler's builtin: where the processor may lack the instruction that one is a call for each
 * word, and every value of every facet is counted at every keystroke. */
static inline guint
count_ones (guint64 word)
{
  word -= word >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  word = (word & G_GUINT64_CONSTANT (0x3333333333333333)) + (word >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  word = (word + (word >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);

  return (guint) (word * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/**
 * rgm_bits_count_in:
 * @self: a set
 * @other: a set of the same size
 *
 * Returns: how many members the two share
 */
guint
rgm_bits_count_in (const RgmBits *self,
                   const RgmBits *other)
{
  guint count = 0;

  for (guint i = 0; i < self->n_words; i++)
    count += count_ones (self->words[i] & other->words[i]);

  return count;
}

/**
 * rgm_bits_next:
 * @self: a set
 * @member: (inout): where to look from; the first member that isn't below it
 *
 * Returns: whether there is one
 */
gboolean
rgm_bits_next (const RgmBits *self,
               guint         *member)
{
  guint i = *member / 64;
  guint64 word;

  if (*member >= self->size)
    return FALSE;

  word = self->words[i] & (~G_GUINT64_CONSTANT (0) << (*member % 64));
  while (word == 0)
    {
      if (++i == self->n_words)
        return FALSE;
      word = self->words[i];
    }

  *member = i * 64 + (guint) __builtin_ctzll (word);

  return TRUE;
}

/**
 * rgm_bits_list:
 * @self: a set
 * @members: (out caller-allocates): room for as many numbers as rgm_bits_count() says
 *
 * Writes the members down, in order.
 */
void
rgm_bits_list (const RgmBits *self,
               guint         *members)
{
  for (guint i = 0; i < self->n_words; i++)
    for (guint64 word = self->words[i]; word != 0; word &= word - 1)
      *members++ = i * 64 + (guint) __builtin_ctzll (word);
}

/**
 * rgm_bits_new_low:
 * @bytes: a byte for each number
 * @size: how many
 *
 * Returns: (transfer full): the set of the numbers whose byte is below 128
 */
RgmBits *
rgm_bits_new_low (const guint8 *bytes,
                  guint         size)
{
  RgmBits *self = rgm_bits_new (size);
  guint i = 0;

  /* Eight at a time: the highest bit of each byte, moved together by a multiplication. */
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
      rgm_bits_add (self, i);

  return self;
}
