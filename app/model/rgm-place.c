/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-place.h"

G_DEFINE_BOXED_TYPE (RgmPlace, rgm_place, rgm_place_copy, rgm_place_free)

/**
 * rgm_place_new:
 * @source: the id of a source
 * @words: where in it
 *
 * Returns: (transfer full): the place
 */
RgmPlace *
rgm_place_new (const char *source,
               const char *words)
{
  RgmPlace *self;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_new (RgmPlace, 1);
  self->source = rgm_word_new (source);
  self->words = rgm_word_new (words);

  return self;
}

/**
 * rgm_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same place
 */
RgmPlace *
rgm_place_copy (const RgmPlace *self)
{
  return rgm_place_new (self->source, self->words);
}

/**
 * rgm_place_free:
 * @self: (transfer full): a place
 */
void
rgm_place_free (RgmPlace *self)
{
  rgm_word_free ((char *) self->source);
  rgm_word_free ((char *) self->words);
  g_free (self);
}
