/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-pathway-figure.h"
#include "rgm-pathway-regimens.h"
#include "rgm-pathway-text.h"
#include "rgm-patient.h"
#include "rgm-punctuation.h"
#include "rgm-selection.h"
#include "rgm-signal.h"

static void
pathway_regimen_free (gpointer data)
{
  RgmPathwayRegimen *self = data;

  g_object_unref (self->regimen);
  g_ptr_array_unref (self->trials);
  g_free (self->text);
  g_free (self);
}

static void
add_trial (GPtrArray  *list,
           RgmRegimen *regimen,
           RgmTrial   *trial)
{
  RgmPathwayRegimen *self = NULL;

  for (guint i = 0; self == NULL && i < list->len; i++)
    if (((RgmPathwayRegimen *) g_ptr_array_index (list, i))->regimen == regimen)
      self = g_ptr_array_index (list, i);
  if (self == NULL)
    {
      self = g_new0 (RgmPathwayRegimen, 1);
      self->regimen = g_object_ref (regimen);
      self->trials = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (list, self);
    }
  if (!g_ptr_array_find (self->trials, trial, NULL))
    g_ptr_array_add (self->trials, g_object_ref (trial));
}

static void
add_trials (GPtrArray  *list,
            RgmPatient *patient,
            RgmDataSet *data_set,
            RgmAnswer   answer)
{
  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);

      for (guint j = 0; rgm_patient_get_answer (patient, i) == answer && j < trial->arms->len; j++)
        if (((RgmArm *) g_ptr_array_index (trial->arms, j))->regimen != NULL)
          add_trial (list, ((RgmArm *) g_ptr_array_index (trial->arms, j))->regimen, trial);
    }
}

/* What the regimen changes: the lanes that are active without it, and those that stay so. */
static char *
describe (RgmDataSet *data_set,
          RgmSignal  *untreated,
          RgmRegimen *regimen)
{
  g_autoptr (GPtrArray) agents = g_ptr_array_new ();
  g_autoptr (GString) blocked = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RgmSignal) treated = NULL;
  g_autofree char *effects = NULL;
  GPtrArray *lanes = data_set->pathway->lanes;

  for (guint i = 0; i < regimen->agents->len; i++)
    g_ptr_array_add (agents, (gpointer) ((RgmAgent *) g_ptr_array_index (regimen->agents, i))->id);
  g_ptr_array_add (agents, NULL);
  treated = rgm_signal_new (data_set, (const char *const *) agents->pdata,
                            (const char *const *) rgm_signal_get_alterations (untreated),
                            (const char *const *) rgm_signal_get_conditions (untreated), NULL);
  if (treated == NULL)
    return g_strdup ("");

  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);

      if (rgm_signal_is_lane_active (untreated, lane))
        rgm_add_word (rgm_signal_is_lane_active (treated, lane) ? kept : blocked, lane->name);
    }
  if (blocked->len > 0)
    /* Translators: %s are names of signalling pathways. */
    rgm_add_sentence_printf (text, _("Blocks: %s."), blocked->str);
  if (kept->len > 0)
    /* Translators: %s are names of signalling pathways. */
    rgm_add_sentence_printf (text, _("Still active: %s."), kept->str);
  effects = rgm_pathway_describe_effects (data_set, treated);
  rgm_add_sentence (text, effects);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rgm_pathway_list_regimens:
 * @figure: a figure of a pathway
 * @fits: (out): whether the trials fit the patient, or are only undecided because none fits
 *
 * What each regimen of the patient's trials blocks at the alterations and conditions that the
 * figure shows. The regimens of all fitting trials are listed; where no trial fits, those of the
 * undecided ones.
 *
 * Returns: (transfer container) (element-type RgmPathwayRegimen): the regimens in the order of the
 *   trials; none without a patient
 */
GPtrArray *
rgm_pathway_list_regimens (RgmFigure *figure,
                           gboolean  *fits)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  RgmSelection *selection = rgm_figure_get_selection (figure);
  RgmPatient *patient = selection != NULL ? rgm_selection_get_patient (selection) : NULL;
  RgmSignal *shown = rgm_pathway_figure_get_signal (RGM_PATHWAY_FIGURE (figure));
  GPtrArray *list = g_ptr_array_new_with_free_func (pathway_regimen_free);
  g_autoptr (RgmSignal) untreated = NULL;

  *fits = patient != NULL && rgm_patient_count (patient, RGM_ANSWER_YES) > 0;
  if (patient == NULL || data_set == NULL || data_set->pathway == NULL || shown == NULL)
    return list;

  untreated = rgm_signal_new (data_set, NULL, (const char *const *) rgm_signal_get_alterations (shown),
                              (const char *const *) rgm_signal_get_conditions (shown), NULL);
  if (untreated == NULL)
    return list;

  add_trials (list, patient, data_set, *fits ? RGM_ANSWER_YES : RGM_ANSWER_UNKNOWN);
  for (guint i = 0; i < list->len; i++)
    {
      RgmPathwayRegimen *self = g_ptr_array_index (list, i);

      self->text = describe (data_set, untreated, self->regimen);
    }

  return list;
}
