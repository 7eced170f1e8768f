/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmBitSet:
 *
 * A set of small numbers, one bit each, used for positions of trials in their data set. Finding, narrowing and counting at every
 * keystroke work on these sets.
 */
typedef struct _RgmBits RgmBitSet;

RgmBitSet  *rgm_bit_set_new      (guint          size);
RgmBitSet  *rgm_bit_set_copy     (const RgmBitSet *self);
void      rgm_bit_set_free     (RgmBitSet       *self);
void      rgm_bit_set_add      (RgmBitSet       *self,
                             guint          member);
gboolean  rgm_bit_set_has      (const RgmBitSet *self,
                             guint          member);
void      rgm_bit_set_fill     (RgmBitSet       *self);
void      rgm_bit_set_unite    (RgmBitSet       *self,
                             const RgmBitSet *other);
void      rgm_bit_set_keep     (RgmBitSet       *self,
                             const RgmBitSet *other);
void      rgm_bit_set_remove   (RgmBitSet       *self,
                             const RgmBitSet *other);
guint     rgm_bit_set_count    (const RgmBitSet *self);
guint     rgm_bit_set_count_in (const RgmBitSet *self,
                             const RgmBitSet *other);
void      rgm_bit_set_list     (const RgmBitSet *self,
                             guint         *members);
RgmBitSet  *rgm_bit_set_new_low  (const guint8  *bytes,
                             guint          size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmBitSet, rgm_bit_set_free)

G_END_DECLS
