/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-citation.h"
#include "rgm-comparison-cells.h"

#include "rgm-arm-comparison-text.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-number-remarks.h"
#include "rgm-patient.h"
#include "rgm-value-text.h"

void
rgm_comparison_cell_clear (RgmComparisonCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->key, g_free);
}

/* In a trial of several arms each line starts with its arm. */
static void
append_of_arm (GString    *text,
               RgmTrial   *trial,
               RgmArm     *arm,
               const char *words)
{
  /* Translators: an arm and what is the case in it: 'Drug, 10 mg: 37 patients'. */
  g_autofree char *line = trial->arms->len > 1 ? rgm_text_printf (C_("arm", "%s: %s"), arm->label, words) : g_strdup (words);

  rgm_add_line (text, line);
}

void
rgm_comparison_fits (RgmDataSet        *data_set,
                     RgmTrial          *trial,
                     gconstpointer      topic,
                     RgmComparisonCell *cell)
{
  RgmPatient *patient = (RgmPatient *) topic;

  cell->text = rgm_patient_reason (patient, rgm_patient_find (patient, trial));
}

void
rgm_comparison_arms (RgmDataSet        *data_set,
                     RgmTrial          *trial,
                     gconstpointer      topic,
                     RgmComparisonCell *cell)
{
  GPtrArray *arms = trial->arms;
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    rgm_add_line (labels, ((RgmArm *) g_ptr_array_index (arms, i))->label);
  cell->text = g_string_free (labels, FALSE);
}

void
rgm_comparison_classes (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  cell->text = rgm_join_words (trial->classes);
}

void
rgm_comparison_phase (RgmDataSet        *data_set,
                      RgmTrial          *trial,
                      gconstpointer      topic,
                      RgmComparisonCell *cell)
{
  cell->text = g_strdup (trial->phase);
}

void
rgm_comparison_allocation (RgmDataSet        *data_set,
                           RgmTrial          *trial,
                           gconstpointer      topic,
                           RgmComparisonCell *cell)
{
  cell->text = g_strdup (rgm_value_text_allocation (trial->allocation));
}

void
rgm_comparison_population (RgmDataSet        *data_set,
                           RgmTrial          *trial,
                           gconstpointer      topic,
                           RgmComparisonCell *cell)
{
  GPtrArray *populations = trial->populations;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < populations->len; i++)
    {
      const RgmFact *population = g_ptr_array_index (populations, i);
      /* Translators: what a source says, quoted. */
      g_autofree char *quoted = rgm_text_printf (_("“%s”"), population->text);

      rgm_add_line (text, quoted);
    }
  cell->text = g_string_free (text, FALSE);
}

/* Whether a rule about @rule_biomarker tells of @biomarker: it is the same, a part of it,
 * or the whole that it is a part of. */
static gboolean
tells_of (RgmDataSet   *data_set,
          const char   *rule_biomarker,
          RgmBiomarker *biomarker)
{
  const char *id = biomarker->id;
  RgmBiomarker *other = rgm_data_set_find_biomarker (data_set, rule_biomarker);

  return g_str_equal (rule_biomarker, id) ||
         g_strv_contains ((const char * const *) biomarker->components, rule_biomarker) ||
         (other != NULL && g_strv_contains ((const char * const *) other->components, id));
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* A rule's biomarker and values, in an order that doesn't depend on the data set's. */
static char *
make_rule_key (const RgmRule *rule)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; rule->values[i] != NULL; i++)
    g_ptr_array_add (values, rule->values[i]);
  g_ptr_array_sort (values, compare_words);
  g_ptr_array_add (values, NULL);
  joined = g_strjoinv (",", (char **) values->pdata);

  return g_strdup_printf ("%s%s=%s", rule->excluded ? "-" : "", rule->biomarker, joined);
}

void
rgm_comparison_biomarker (RgmDataSet        *data_set,
                          RgmTrial          *trial,
                          gconstpointer      topic,
                          RgmComparisonCell *cell)
{
  GPtrArray *rules = trial->rules;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);

      if (!tells_of (data_set, rule->biomarker, (RgmBiomarker *) topic))
        continue;
      rgm_add_line (text, rule->text);
      g_ptr_array_add (keys, make_rule_key (rule));
    }
  if (text->len == 0)
    g_string_append (text, _("not reported"));

  g_ptr_array_sort (keys, compare_words);
  g_ptr_array_add (keys, NULL);
  cell->text = g_string_free (text, FALSE);
  cell->key = g_strjoinv (";", (char **) keys->pdata);
}

void
rgm_comparison_lines (RgmDataSet        *data_set,
                      RgmTrial          *trial,
                      gconstpointer      topic,
                      RgmComparisonCell *cell)
{
  const RgmLines *lines = trial->lines;

  cell->text = g_strdup (lines != NULL ? lines->text : _("not reported"));
}

void
rgm_comparison_settings (RgmDataSet        *data_set,
                         RgmTrial          *trial,
                         gconstpointer      topic,
                         RgmComparisonCell *cell)
{
  char **settings = trial->settings;

  cell->text = settings[0] != NULL ? rgm_join_words (settings) : g_strdup (_("not reported"));
}

void
rgm_comparison_tumours (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  char **tumours = trial->tumours;

  cell->text = tumours[0] != NULL ? rgm_join_words (tumours) : g_strdup (_("not reported"));
}

void
rgm_comparison_n (RgmDataSet        *data_set,
                  RgmTrial          *trial,
                  gconstpointer      topic,
                  RgmComparisonCell *cell)
{
  GPtrArray *arms = trial->arms;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      g_autofree char *n = arm->n >= 0 ? rgm_format_number ((double) arm->n, 0)
                                                    : g_strdup (rgm_value_text_state (RGM_STATE_NOT_REPORTED));

      append_of_arm (text, trial, arm, n);
    }
  cell->text = g_string_free (text, FALSE);
}

void
rgm_comparison_dose (RgmDataSet        *data_set,
                     RgmTrial          *trial,
                     gconstpointer      topic,
                     RgmComparisonCell *cell)
{
  GPtrArray *arms = trial->arms;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      const char *dose = arm->dose;

      append_of_arm (text, trial, arm, dose != NULL ? dose : rgm_value_text_state (RGM_STATE_NOT_REPORTED));
    }
  cell->text = g_string_free (text, FALSE);
}

static char *
outcome_in_words (RgmDataSet *data_set,
                  RgmTrial   *trial,
                  RgmArm     *arm,
                  const char *endpoint)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  g_autofree char *words = NULL;
  g_autofree char *computed = NULL;

  if (outcome == NULL)
    return g_strdup (rgm_value_text_state (RGM_STATE_NOT_REPORTED));

  words = rgm_value_text_outcome (outcome);
  computed = rgm_computed_words (data_set, trial, arm, outcome);
  if (computed == NULL)
    return g_steal_pointer (&words);

  /* Translators: a rate with what was published, and an interval that was computed. */
  return rgm_text_printf (_("%s, computed %s"), words, computed);
}

void
rgm_comparison_outcome (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  const RgmEndpoint *endpoint = topic;
  GPtrArray *arms = trial->arms;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      const char * const about[] = { endpoint->id, NULL };
      g_autofree char *words = outcome_in_words (data_set, trial, arm, endpoint->id);
      g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (trial, arm, about);
      RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint->id);
      gboolean is_marked = remarks->len > 0 && outcome != NULL && outcome->estimate.state == RGM_STATE_REPORTED;
      g_autofree char *marked = g_strconcat (words, is_marked ? RGM_SIGN_SPACE RGM_REMARK_SIGN : NULL, NULL);

      append_of_arm (text, trial, arm, marked);
    }
  cell->text = g_string_free (text, FALSE);
}

/* How the rates of the trial's own arms differ: of one trial they may be compared. */
void
rgm_comparison_between (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  const RgmEndpoint *endpoint = topic;
  g_autoptr (GArray) pairs = rgm_trial_list_pairs (trial);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const RgmArmPair *pair = &g_array_index (pairs, RgmArmPair, i);
      g_autofree char *name = rgm_arm_pair_get_name (pair);
      g_autofree char *difference = NULL;
      g_autofree char *test = NULL;
      RgmArmComparison comparison;

      if (!rgm_arm_pair_has_rates (pair, endpoint->id))
        continue;
      comparison = rgm_comparison_make_for_arms (data_set, pair->first->id, pair->second->id, endpoint->id, 0.95);
      difference = rgm_comparison_text_difference (&comparison, 0.95);
      test = rgm_comparison_text_test (&comparison);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: two arms, and what is said of their difference. */
      rgm_text_append_printf (text, _("%s: %s"), name, difference);
      if (test != NULL)
        rgm_add_sentence (text, test);
    }
  if (text->len == 0)
    g_string_append (text, _("Not applicable"));
  cell->text = g_string_free (text, FALSE);
}

void
rgm_comparison_status (RgmDataSet        *data_set,
                       RgmTrial          *trial,
                       gconstpointer      topic,
                       RgmComparisonCell *cell)
{
  g_autofree char *date = rgm_format_date (&data_set->as_of);

  /* Translators: a trial's status and the date for which it holds. */
  cell->text = g_strdup_printf (_("%s, as of %s"), rgm_value_text_status (trial->status_state), date);
}

/* The conflicts and cautions that the shown numbers of all arms carry. */
void
rgm_comparison_remarks (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  const GPtrArray *endpoints = topic;
  GPtrArray *arms = trial->arms;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      g_autofree char *remarks = rgm_number_remarks_text (trial, arm, (const char * const *) endpoints->pdata);

      if (remarks == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (arms->len > 1)
        /* Translators: an arm, and what is said about it. */
        rgm_text_append_printf (text, C_("remark", "%s: %s"), arm->label, remarks);
      else
        g_string_append (text, remarks);
    }
  if (text->len == 0)
    /* Translators: a trial whose numbers carry no conflicts and no cautions. */
    g_string_append (text, C_("remark", "none"));
  cell->text = g_string_free (text, FALSE);
}
