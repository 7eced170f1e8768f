/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-patient.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"

struct _RgmPatient
{
  GObject       parent_instance;

  RgmDataSet   *data_set;
  RgmMatcher   *matcher;
  RgmFindings  *findings;
  char         *text;
  RgmAnswer    *answers;    /* by trial */
  guint         n_trials;
};

G_DEFINE_FINAL_TYPE (RgmPatient, rgm_patient, G_TYPE_OBJECT)

static void
rgm_patient_finalize (GObject *object)
{
  RgmPatient *self = RGM_PATIENT (object);

  g_clear_object (&self->data_set);
  g_clear_object (&self->matcher);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->answers, g_free);

  G_OBJECT_CLASS (rgm_patient_parent_class)->finalize (object);
}

static void
rgm_patient_class_init (RgmPatientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_patient_finalize;
}

static void
rgm_patient_init (RgmPatient *self)
{
}

/**
 * rgm_patient_new:
 * @matcher: the criteria of the trials of @data_set
 * @data_set: a data set
 * @text: findings, see rgm_findings_new()
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the patient; %NULL where the findings contradict each other or the data set
 *   does not know one of them
 */
RgmPatient *
rgm_patient_new (RgmMatcher  *matcher,
                 RgmDataSet  *data_set,
                 const char  *text,
                 GError     **error)
{
  RgmFindings *findings = rgm_findings_new (data_set, text, error);
  RgmPatient *self;

  if (findings == NULL)
    return NULL;

  self = g_object_new (RGM_TYPE_PATIENT, NULL);
  self->data_set = g_object_ref (data_set);
  self->matcher = g_object_ref (matcher);
  self->findings = findings;
  self->text = g_strdup (text);
  self->n_trials = data_set->trials->len;
  self->answers = g_new (RgmAnswer, self->n_trials + 1);
  rgm_matcher_match (matcher, findings, self->answers);

  return self;
}

const char *
rgm_patient_get_text (RgmPatient *self)
{
  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  return self->text;
}

RgmFindings *
rgm_patient_get_findings (RgmPatient *self)
{
  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  return self->findings;
}

/**
 * rgm_patient_get_answer:
 * @self: (nullable): a patient
 * @trial: the position of a trial
 *
 * Returns: whether the trial fits; unknown where there is no patient
 */
RgmAnswer
rgm_patient_get_answer (RgmPatient *self,
                        guint       trial)
{
  if (self == NULL)
    return RGM_ANSWER_UNKNOWN;

  g_return_val_if_fail (trial < self->n_trials, RGM_ANSWER_UNKNOWN);

  return self->answers[trial];
}

/* The position of a trial of the data set. */
guint
rgm_patient_find (RgmPatient *self,
                  RgmTrial   *trial)
{
  guint position = G_MAXUINT;

  g_return_val_if_fail (RGM_IS_PATIENT (self), G_MAXUINT);

  g_ptr_array_find (self->data_set->trials, trial, &position);

  return position;
}

guint
rgm_patient_count (RgmPatient *self,
                   RgmAnswer   answer)
{
  guint n = 0;

  g_return_val_if_fail (RGM_IS_PATIENT (self), 0);

  for (guint i = 0; i < self->n_trials; i++)
    n += self->answers[i] == answer;

  return n;
}

/**
 * rgm_patient_group:
 * @self: a patient
 * @trials: (element-type guint): positions of trials
 *
 * Moves trials that fit to the front and trials that don't to the end; a stable sort.
 */
void
rgm_patient_group (RgmPatient *self,
                   GArray     *trials)
{
  g_autoptr (GArray) ungrouped = g_array_copy (trials);

  g_return_if_fail (RGM_IS_PATIENT (self));

  g_array_set_size (trials, 0);
  for (int answer = RGM_ANSWER_YES; answer >= RGM_ANSWER_NO; answer--)
    for (guint i = 0; i < ungrouped->len; i++)
      {
        guint trial = g_array_index (ungrouped, guint, i);

        if (self->answers[trial] == (RgmAnswer) answer)
          g_array_append_val (trials, trial);
      }
}

/* As rgm_matcher_explain(). */
GPtrArray *
rgm_patient_explain (RgmPatient *self,
                     guint       trial)
{
  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  return rgm_matcher_explain (self->matcher, self->findings, trial);
}

/* As rgm_matcher_not_stated(), in words for people. */
char **
rgm_patient_not_stated (RgmPatient *self,
                        guint       trial)
{
  g_auto (GStrv) facts = NULL;

  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  facts = rgm_matcher_not_stated (self->matcher, trial);
  for (guint i = 0; facts[i] != NULL; i++)
    {
      char *name = rgm_patient_name_fact (self, facts[i]);

      g_free (facts[i]);
      facts[i] = name;
    }

  return g_steal_pointer (&facts);
}

/* As rgm_matcher_rank(). */
GPtrArray *
rgm_patient_rank (RgmPatient *self,
                  GArray     *trials)
{
  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  return rgm_matcher_rank (self->matcher, self->findings, trials);
}

/**
 * rgm_patient_name_fact:
 * @self: a patient
 * @fact: a fact, as in #RgmQuestion
 *
 * Returns: (transfer full): its name for people: 'RAS', 'HER2 (ISH)'
 */
char *
rgm_patient_name_fact (RgmPatient *self,
                       const char *fact)
{
  GPtrArray *markers;
  g_auto (GStrv) halves = g_strsplit (fact, ":", 2);
  guint marker;

  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  markers = rgm_findings_get_markers (self->findings);
  marker = rgm_findings_find_marker (self->findings, halves[0]);
  if (marker == G_MAXUINT)
    return g_strdup (_("Earlier lines of therapy"));
  if (halves[1] != NULL)
    {
      g_autofree char *test = g_utf8_strup (halves[1], -1);

      return g_strdup_printf ("%s (%s)", ((RgmBiomarker *) g_ptr_array_index (markers, marker))->name, test);
    }

  return g_strdup (((RgmBiomarker *) g_ptr_array_index (markers, marker))->name);
}

/* The criteria that the patient doesn't meet. */
static char *
join_against (GPtrArray *criteria)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < criteria->len; i++)
    {
      const RgmCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->answer == RGM_ANSWER_NO && !rgm_matcher_is_met_otherwise (criterion))
        g_ptr_array_add (texts, (gpointer) criterion->text);
    }
  g_ptr_array_add (texts, NULL);

  return rgm_join_words ((char **) texts->pdata);
}

/**
 * rgm_patient_reason:
 * @self: a patient
 * @trial: the position of a trial
 *
 * Returns: (transfer full): whether the trial fits and, briefly, why
 */
char *
rgm_patient_reason (RgmPatient *self,
                    guint       trial)
{
  g_autoptr (GPtrArray) criteria = NULL;
  g_auto (GStrv) asked = NULL;
  g_autofree char *joined = NULL;

  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  if (rgm_patient_get_answer (self, trial) == RGM_ANSWER_YES)
    return g_strdup (rgm_answer_to_label (RGM_ANSWER_YES));

  criteria = rgm_patient_explain (self, trial);
  if (rgm_patient_get_answer (self, trial) == RGM_ANSWER_NO)
    {
      joined = join_against (criteria);
      /* Translators: %s are the published criteria of a trial that a patient does not meet: 'RAS wild-type'. */
      return rgm_text_printf (_("Does not fit: requires %s"), joined);
    }

  asked = rgm_matcher_ask (criteria);
  for (guint i = 0; asked[i] != NULL; i++)
    {
      char *name = rgm_patient_name_fact (self, asked[i]);

      g_free (asked[i]);
      asked[i] = name;
    }
  joined = rgm_join_words (asked);
  if (*joined != '\0')
    return rgm_text_printf (_("To find out: %s"), joined);

  return g_strdup (criteria->len == 0 ? _("The source states no criterion.")
                                      : _("The published criterion requires more than the program can assess."));
}

/**
 * rgm_patient_summary:
 * @self: a patient
 *
 * Returns: (transfer full): what was entered: 'HER2: IHC 3+ and RAS: wild-type'
 */
char *
rgm_patient_summary (RgmPatient *self)
{
  g_autoptr (GPtrArray) entered = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *markers;

  g_return_val_if_fail (RGM_IS_PATIENT (self), NULL);

  markers = rgm_findings_get_markers (self->findings);
  for (guint i = 0; i < markers->len; i++)
    {
      g_autofree char *known = NULL;

      if (rgm_findings_get_entered (self->findings, i)[0] == NULL)
        continue;
      known = rgm_findings_describe (self->findings, i);
      g_ptr_array_add (entered, g_strdup_printf ("%s: %s", ((RgmBiomarker *) g_ptr_array_index (markers, i))->name, known));
    }
  if (rgm_findings_get_lines (self->findings) >= 0)
    g_ptr_array_add (entered, g_strdup_printf ("%s: %d", _("Earlier lines of therapy"), (int) rgm_findings_get_lines (self->findings)));
  g_ptr_array_add (entered, NULL);

  return rgm_join_phrases ((char **) entered->pdata);
}
