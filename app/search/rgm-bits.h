/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmBits:
 *
 * A set of small numbers, a bit each: the places of trials in their data set. What is
 * found, narrowed and counted at every keystroke is done on these.
 */
typedef struct _RgmBits RgmBits;

RgmBits  *rgm_bits_new      (guint          size);
RgmBits  *rgm_bits_copy     (const RgmBits *self);
void      rgm_bits_free     (RgmBits       *self);
void      rgm_bits_add      (RgmBits       *self,
                             guint          member);
gboolean  rgm_bits_has      (const RgmBits *self,
                             guint          member);
void      rgm_bits_fill     (RgmBits       *self);
void      rgm_bits_unite    (RgmBits       *self,
                             const RgmBits *other);
void      rgm_bits_keep     (RgmBits       *self,
                             const RgmBits *other);
void      rgm_bits_remove   (RgmBits       *self,
                             const RgmBits *other);
guint     rgm_bits_count    (const RgmBits *self);
guint     rgm_bits_count_in (const RgmBits *self,
                             const RgmBits *other);
gboolean  rgm_bits_next     (const RgmBits *self,
                             guint         *member);
void      rgm_bits_list     (const RgmBits *self,
                             guint         *members);
RgmBits  *rgm_bits_new_low  (const guint8  *bytes,
                             guint          size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmBits, rgm_bits_free)

G_END_DECLS
