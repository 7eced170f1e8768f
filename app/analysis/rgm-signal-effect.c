/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-signal-effect.h"

#include "rgm-isolate.h"

static const RgmAlteration *
find_surface_change (GPtrArray     *alterations,
                     const char    *node,
                     RgmChangeKind  kind)
{
  for (guint i = 0; i < alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (alterations, i);

      for (guint j = 0; j < alteration->changes->len; j++)
        {
          const RgmChange *change = g_ptr_array_index (alteration->changes, j);

          if (change->kind == kind && g_str_equal (change->node, node))
            return alteration;
        }
    }

  return NULL;
}

static gboolean
is_altered (GPtrArray  *alterations,
            const char *id)
{
  for (guint i = 0; i < alterations->len; i++)
    if (g_str_equal (((RgmAlteration *) g_ptr_array_index (alterations, i))->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
has_case (GPtrArray       *alterations,
          const RgmEffect *effect)
{
  for (guint i = 0; effect->case_with[i] != NULL; i++)
    if (is_altered (alterations, effect->case_with[i]))
      return TRUE;

  return FALSE;
}

/* What the sources limit is not full. */
static RgmSignalEffect *
limit_effect (RgmSignalEffect *weighed)
{
  if (weighed->effect->limits != NULL && weighed->strength == RGM_STRENGTH_FULL)
    {
      char *limited = g_strdup_printf ("%s %s", weighed->because, weighed->effect->limits);

      g_free (weighed->because);
      weighed->because = limited;
      weighed->strength = RGM_STRENGTH_WEAK;
    }

  return weighed;
}

/*< private >
 * rgm_signal_weigh:
 * @pathway: a pathway
 * @alterations: (element-type RgmAlteration): those that the tumour has
 * @effect: one of the pathway's effects
 *
 * Weighs an effect by rule 9 and by what the data set states about it.
 *
 * Returns: (transfer full): how strong it is, and why
 */
RgmSignalEffect *
rgm_signal_weigh (RgmPathway      *pathway,
                  GPtrArray       *alterations,
                  const RgmEffect *effect)
{
  RgmSignalEffect *weighed = g_new0 (RgmSignalEffect, 1);
  const RgmAlteration *low, *high;
  const char *name;

  weighed->effect = effect;

  if (effect->needs == NULL)
    {
      const RgmAlteration *needed = effect->only_with != NULL ? rgm_pathway_find_alteration (pathway, effect->only_with) : NULL;

      if (needed == NULL || is_altered (alterations, needed->id))
        {
          weighed->strength = RGM_STRENGTH_FULL;
          weighed->because = needed == NULL ? g_strdup (effect->text) : g_strdup_printf ("%s: %s", needed->name, effect->text);
        }
      else
        {
          weighed->strength = RGM_STRENGTH_WEAK;
          /* Translators: an alteration, and a sentence on what holds where a tumour does not have it. */
          weighed->because = rgm_text_printf (_("No %s. %s"), needed->name, effect->weak != NULL ? effect->weak : effect->text);
        }
      return limit_effect (weighed);
    }

  name = rgm_pathway_find_node (pathway, effect->needs, NULL)->name;
  low = find_surface_change (alterations, effect->needs, RGM_CHANGE_LOWERS);
  high = find_surface_change (alterations, effect->needs, RGM_CHANGE_RAISES);

  if (low != NULL)
    {
      weighed->strength = RGM_STRENGTH_WEAK;
      /* Translators: what is on the surface, an alteration in brackets, and a sentence: 'There is little X on the surface (X-low). …' */
      weighed->because = rgm_text_printf (_("Low surface expression of %s (%s). %s"), name, low->name,
                                          effect->weak != NULL ? effect->weak : effect->text);
    }
  else if (high != NULL)
    {
      weighed->strength = RGM_STRENGTH_FULL;
      /* Translators: what is on the surface, an alteration in brackets, and a sentence. */
      weighed->because = rgm_text_printf (_("%s is expressed on the surface (%s). %s"), name, high->name, effect->text);
    }
  else if (has_case (alterations, effect))
    {
      weighed->strength = RGM_STRENGTH_WEAK;
      /* Translators: what is on the surface, and what was found in single cases. */
      weighed->because = rgm_text_printf (_("None of the selected alterations raises surface expression of %s. %s"), name,
                                          effect->case_text != NULL ? effect->case_text : effect->text);
    }
  else
    {
      weighed->strength = RGM_STRENGTH_NONE;
      weighed->because = rgm_text_printf (_("Too little surface expression of %s: none of the selected alterations raises it."), name);
    }

  return limit_effect (weighed);
}

/**
 * rgm_strength_to_nick:
 * @strength: a strength
 *
 * Returns: its name in JSON output
 */
const char *
rgm_strength_to_nick (RgmStrength strength)
{
  static const char *const nicks[] = { "none", "weak", "full" };

  g_return_val_if_fail (strength <= RGM_STRENGTH_FULL, NULL);

  return nicks[strength];
}
