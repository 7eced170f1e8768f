/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-outcome.h"

struct _RgmOutcome
{
  GObject       parent_instance;

  char         *endpoint;
  RgmEstimate  *estimate;
  gint64        responders;
  gint64        analysed;
  char        **derived;
  GPtrArray    *places;
  char        **notes;
};

G_DEFINE_FINAL_TYPE (RgmOutcome, rgm_outcome, G_TYPE_OBJECT)

static void
rgm_outcome_finalize (GObject *object)
{
  RgmOutcome *self = RGM_OUTCOME (object);

  g_clear_pointer (&self->endpoint, rgm_word_free);
  g_clear_pointer (&self->estimate, rgm_estimate_free);
  g_clear_pointer (&self->derived, g_strfreev);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_strfreev);

  G_OBJECT_CLASS (rgm_outcome_parent_class)->finalize (object);
}

static void
rgm_outcome_class_init (RgmOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_outcome_finalize;
}

static void
rgm_outcome_init (RgmOutcome *self)
{
}

/**
 * rgm_outcome_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): an outcome
 */
RgmOutcome *
rgm_outcome_new (const RgmOutcomeParts *parts)
{
  RgmOutcome *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_OUTCOME, NULL);
  self->endpoint = rgm_word_new (parts->endpoint);
  self->estimate = rgm_estimate_copy (&parts->estimate);
  self->responders = parts->responders;
  self->analysed = parts->analysed;
  self->derived = rgm_words_dup (parts->derived);
  self->places = rgm_array_ref (parts->places);
  self->notes = rgm_words_dup (parts->notes);

  return self;
}

/**
 * rgm_outcome_get_endpoint:
 * @self: an outcome
 *
 * Returns: (transfer none): the id of its endpoint
 */
const char *
rgm_outcome_get_endpoint (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), NULL);

  return self->endpoint;
}

/**
 * rgm_outcome_get_estimate:
 * @self: an outcome
 *
 * Returns: (transfer none): the figure as the source prints it; a rate in percent
 */
const RgmEstimate *
rgm_outcome_get_estimate (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), NULL);

  return self->estimate;
}

/**
 * rgm_outcome_get_responders:
 * @self: an outcome
 *
 * Returns: how many patients the rate counts, or -1 where it isn't known
 */
gint64
rgm_outcome_get_responders (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), -1);

  return self->responders;
}

/**
 * rgm_outcome_get_analysed:
 * @self: an outcome
 *
 * Returns: of how many patients it tells, or -1 where it isn't known
 */
gint64
rgm_outcome_get_analysed (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), -1);

  return self->analysed;
}

/**
 * rgm_outcome_get_derived:
 * @self: an outcome
 *
 * Returns: (transfer none) (array zero-terminated=1): what of it the source doesn't print and
 *     was computed from what it does: 'responders', 'analysed', 'value'
 */
char **
rgm_outcome_get_derived (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), NULL);

  return self->derived;
}

/**
 * rgm_outcome_is_derived:
 * @self: an outcome
 * @what: 'responders', 'analysed' or 'value'
 *
 * Returns: whether that was computed
 */
gboolean
rgm_outcome_is_derived (RgmOutcome *self,
                        const char *what)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->derived, what);
}

/**
 * rgm_outcome_get_places:
 * @self: an outcome
 *
 * Returns: (transfer none) (element-type RgmPlace): where the sources print it
 */
GPtrArray *
rgm_outcome_get_places (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), NULL);

  return self->places;
}

/**
 * rgm_outcome_get_notes:
 * @self: an outcome
 *
 * Returns: (transfer none) (array zero-terminated=1): what to know beside the figure
 */
char **
rgm_outcome_get_notes (RgmOutcome *self)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), NULL);

  return self->notes;
}
