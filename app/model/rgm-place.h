/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RGM_TYPE_PLACE (rgm_place_get_type ())

/**
 * RgmPlace:
 * @source: the id of the source
 * @words: where in it, in words: 'Table 1, DESTINY-CRC01', 'Conclusion, paragraph 2'
 *
 * A place in a source: what makes a number traceable. Immutable.
 */
typedef struct
{
  const char *source;
  const char *words;
} RgmPlace;

GType     rgm_place_get_type (void) G_GNUC_CONST;
RgmPlace *rgm_place_new      (const char     *source,
                              const char     *words);
RgmPlace *rgm_place_copy     (const RgmPlace *self);
void      rgm_place_free     (RgmPlace       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPlace, rgm_place_free)

G_END_DECLS
