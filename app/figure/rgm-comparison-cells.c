/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-citation.h"
#include "rgm-comparison-cells.h"
#include "rgm-format.h"
#include "rgm-punctuation.h"
#include "rgm-wording.h"

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
  if (text->len > 0)
    g_string_append (text, ";\n");
  if (rgm_trial_get_arms (trial)->len > 1)
    /* Translators: an arm and what is the case in it: 'Drug, 10 mg: 37 patients'. */
    g_string_append_printf (text, C_("arm", "%s: %s"), rgm_arm_get_label (arm), words);
  else
    g_string_append (text, words);
}

void
rgm_comparison_arms (RgmDataSet        *data_set,
                     RgmTrial          *trial,
                     gconstpointer      topic,
                     RgmComparisonCell *cell)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < arms->len; i++)
    g_ptr_array_add (labels, (gpointer) rgm_arm_get_label (g_ptr_array_index (arms, i)));
  g_ptr_array_add (labels, NULL);
  cell->text = g_strjoinv (";\n", (char **) labels->pdata);
}

void
rgm_comparison_classes (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  cell->text = rgm_join_words (rgm_trial_get_classes (trial));
}

void
rgm_comparison_phase (RgmDataSet        *data_set,
                      RgmTrial          *trial,
                      gconstpointer      topic,
                      RgmComparisonCell *cell)
{
  cell->text = g_strdup (rgm_trial_get_phase (trial));
}

void
rgm_comparison_allocation (RgmDataSet        *data_set,
                           RgmTrial          *trial,
                           gconstpointer      topic,
                           RgmComparisonCell *cell)
{
  cell->text = g_strdup (rgm_wording_allocation (rgm_trial_get_allocation (trial)));
}

void
rgm_comparison_population (RgmDataSet        *data_set,
                           RgmTrial          *trial,
                           gconstpointer      topic,
                           RgmComparisonCell *cell)
{
  GPtrArray *populations = rgm_trial_get_populations (trial);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < populations->len; i++)
    {
      const RgmFact *population = g_ptr_array_index (populations, i);

      if (i > 0)
        g_string_append (text, ";\n");
      /* Translators: what a source says, quoted. */
      g_string_append_printf (text, _("“%s”"), population->text);
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
  const char *id = rgm_biomarker_get_id (biomarker);
  RgmBiomarker *other = rgm_data_set_find_biomarker (data_set, rule_biomarker);

  return g_str_equal (rule_biomarker, id) ||
         g_strv_contains ((const char * const *) rgm_biomarker_get_parts (biomarker), rule_biomarker) ||
         (other != NULL && g_strv_contains ((const char * const *) rgm_biomarker_get_parts (other), id));
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
  GPtrArray *rules = rgm_trial_get_rules (trial);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);

      if (!tells_of (data_set, rule->biomarker, (RgmBiomarker *) topic))
        continue;
      if (text->len > 0)
        g_string_append (text, ";\n");
      g_string_append (text, rule->text);
      g_ptr_array_add (keys, make_rule_key (rule));
    }
  if (text->len == 0)
    g_string_append (text, _("not said"));

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
  const RgmLines *lines = rgm_trial_get_lines (trial);

  cell->text = g_strdup (lines != NULL ? lines->text : _("not said"));
}

void
rgm_comparison_settings (RgmDataSet        *data_set,
                         RgmTrial          *trial,
                         gconstpointer      topic,
                         RgmComparisonCell *cell)
{
  char **settings = rgm_trial_get_settings (trial);

  cell->text = settings[0] != NULL ? rgm_join_words (settings) : g_strdup (_("not said"));
}

void
rgm_comparison_tumours (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  char **tumours = rgm_trial_get_tumours (trial);

  cell->text = tumours[0] != NULL ? rgm_join_words (tumours) : g_strdup (_("not said"));
}

void
rgm_comparison_n (RgmDataSet        *data_set,
                  RgmTrial          *trial,
                  gconstpointer      topic,
                  RgmComparisonCell *cell)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      g_autofree char *n = rgm_arm_get_n (arm) >= 0 ? rgm_format_number ((double) rgm_arm_get_n (arm), 0)
                                                    : g_strdup (rgm_wording_state (RGM_STATE_NOT_REPORTED));

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
  GPtrArray *arms = rgm_trial_get_arms (trial);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      const char *dose = rgm_arm_get_dose (arm);

      append_of_arm (text, trial, arm, dose != NULL ? dose : rgm_wording_state (RGM_STATE_NOT_REPORTED));
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
    return g_strdup (rgm_wording_state (RGM_STATE_NOT_REPORTED));

  words = rgm_wording_outcome (outcome);
  computed = rgm_computed_words (data_set, trial, arm, outcome);
  if (computed == NULL)
    return g_steal_pointer (&words);

  /* Translators: a rate with what was published, and an interval that was computed. */
  return g_strdup_printf (_("%s, computed %s"), words, computed);
}

void
rgm_comparison_outcome (RgmDataSet        *data_set,
                        RgmTrial          *trial,
                        gconstpointer      topic,
                        RgmComparisonCell *cell)
{
  const RgmEndpoint *endpoint = topic;
  GPtrArray *arms = rgm_trial_get_arms (trial);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      g_autofree char *words = outcome_in_words (data_set, trial, arm, endpoint->id);

      append_of_arm (text, trial, arm, words);
    }
  cell->text = g_string_free (text, FALSE);
}

void
rgm_comparison_status (RgmDataSet        *data_set,
                       RgmTrial          *trial,
                       gconstpointer      topic,
                       RgmComparisonCell *cell)
{
  g_autofree char *date = rgm_format_date (rgm_data_set_get_as_of (data_set));

  /* Translators: a trial's status and the date for which it holds. */
  cell->text = g_strdup_printf (_("%s, as of %s"), rgm_wording_status (rgm_trial_get_status_state (trial)), date);
}
