/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-isolate.h"
#include "rgm-matcher.h"
#include "rgm-punctuation.h"

#define LINES "lines"

/* A rule with the positions of its values among all states. Rules with the same alternative,
 * a number from 1, stand together: one of them is enough. */
typedef struct
{
  const RgmRule *rule;
  guint          marker;
  guint          first;         /* in values */
  guint          n_values;
  guint          alternative;   /* 0: it stands for itself */
} Compiled;

typedef struct
{
  guint   first;                /* in rules */
  guint   n_rules;
  gint64  min_prior;
  gint64  max_prior;
} Criteria;

struct _RgmMatcher
{
  GObject      parent_instance;

  RgmDataSet  *data_set;
  GPtrArray   *markers;
  GHashTable  *by_id;           /* of rgm_markers_by_id() */
  GHashTable  *related;         /* of rgm_markers_relate() */
  GArray      *rules;           /* of Compiled, trial after trial */
  GArray      *values;          /* of guint: positions of states */
  GArray      *trials;          /* of Criteria */
  gboolean    *is_asked;        /* for each marker, whether some trial has a rule on it */
  gboolean     some_ask_lines;  /* whether some trial has a criterion on earlier lines of therapy */
};

G_DEFINE_FINAL_TYPE (RgmMatcher, rgm_matcher, G_TYPE_OBJECT)

static void
rgm_matcher_finalize (GObject *object)
{
  RgmMatcher *self = RGM_MATCHER (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->related, g_hash_table_unref);
  g_clear_pointer (&self->markers, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->trials, g_array_unref);
  g_clear_pointer (&self->is_asked, g_free);
  g_clear_object (&self->data_set);

  G_OBJECT_CLASS (rgm_matcher_parent_class)->finalize (object);
}

static void
rgm_matcher_class_init (RgmMatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_matcher_finalize;
}

static void
rgm_matcher_init (RgmMatcher *self)
{
}

/* ── Preparing ───────────────────────────────────────────────────────────────── */

static gboolean
has_lines (const Criteria *criteria)
{
  return criteria->min_prior >= 0 || criteria->max_prior >= 0;
}

static void
add_rule (RgmMatcher    *self,
          const guint   *offsets,
          const RgmRule *rule,
          guint          alternative)
{
  Compiled compiled = { rule, rgm_markers_look_up (self->by_id, rule->biomarker), self->values->len, 0, alternative };

  if (compiled.marker == G_MAXUINT)
    return;

  for (guint i = 0; rule->values[i] != NULL; i++)
    {
      guint value = rgm_marker_value (g_ptr_array_index (self->markers, compiled.marker), rule->values[i]);

      if (value != G_MAXUINT)
        {
          guint position = offsets[compiled.marker] + value;

          g_array_append_val (self->values, position);
          compiled.n_values++;
        }
    }

  self->is_asked[compiled.marker] = TRUE;
  g_array_append_val (self->rules, compiled);
}

/* By their words, the rules of a trial that are alternatives to each other; %NULL where it has none, as most trials. */
static GHashTable *
sort_alternatives (const RgmTrial *trial)
{
  GPtrArray *lists[] = { trial->rules, trial->conditions };
  GHashTable *by_word = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const RgmRule *rule = g_ptr_array_index (lists[i], j);
        GPtrArray *alternatives;

        if (rule->alternative == NULL)
          continue;
        if (by_word == NULL)
          by_word = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
        alternatives = g_hash_table_lookup (by_word, rule->alternative);
        if (alternatives == NULL)
          {
            alternatives = g_ptr_array_new ();
            g_hash_table_insert (by_word, (gpointer) rule->alternative, alternatives);
          }
        g_ptr_array_add (alternatives, (gpointer) rule);
      }

  return by_word;
}

/* The rules of a trial, with those that have the same word together, where the first of them is. */
static void
add_rules (RgmMatcher     *self,
           const guint    *offsets,
           const RgmTrial *trial)
{
  GPtrArray *lists[] = { trial->rules, trial->conditions };
  g_autoptr (GHashTable) by_word = sort_alternatives (trial);
  guint n_alternatives = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const RgmRule *rule = g_ptr_array_index (lists[i], j);
        GPtrArray *alternatives = rule->alternative != NULL ? g_hash_table_lookup (by_word, rule->alternative) : NULL;

        if (alternatives == NULL)
          {
            add_rule (self, offsets, rule, 0);
            continue;
          }
        if (g_ptr_array_index (alternatives, 0) != rule)
          continue;

        n_alternatives++;
        for (guint k = 0; k < alternatives->len; k++)
          add_rule (self, offsets, g_ptr_array_index (alternatives, k), n_alternatives);
      }
}

/**
 * rgm_matcher_new:
 * @data_set: a data set
 *
 * Returns: (transfer full): the criteria of its trials
 */
RgmMatcher *
rgm_matcher_new (RgmDataSet *data_set)
{
  g_autofree guint *offsets = NULL;
  RgmMatcher *self;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  self = g_object_new (RGM_TYPE_MATCHER, NULL);
  self->data_set = g_object_ref (data_set);
  self->markers = rgm_markers_of (data_set);
  self->by_id = rgm_markers_by_id (self->markers);
  self->related = rgm_markers_relate (self->markers, self->by_id);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Compiled));
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  self->trials = g_array_sized_new (FALSE, FALSE, sizeof (Criteria), data_set->trials->len);
  self->is_asked = g_new0 (gboolean, self->markers->len + 1);
  offsets = g_new (guint, self->markers->len + 1);
  offsets[0] = 0;
  for (guint i = 0; i < self->markers->len; i++)
    offsets[i + 1] = offsets[i] + ((RgmBiomarker *) g_ptr_array_index (self->markers, i))->values->len;

  for (guint i = 0; i < data_set->trials->len; i++)
    {
      const RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      const RgmLines *lines = trial->lines;
      Criteria criteria = { self->rules->len, 0, lines != NULL ? lines->min_prior : -1, lines != NULL ? lines->max_prior : -1 };

      add_rules (self, offsets, trial);
      criteria.n_rules = self->rules->len - criteria.first;
      self->some_ask_lines = self->some_ask_lines || has_lines (&criteria);
      g_array_append_val (self->trials, criteria);
    }

  return self;
}

/* ── Matching ────────────────────────────────────────────────────────────────── */

static RgmAnswer
answer_rule (const RgmMatcher *self,
             const Compiled   *compiled,
             const guint8     *states)
{
  const guint *values = &g_array_index (self->values, guint, compiled->first);
  RgmAnswer answer = RGM_ANSWER_NO;

  for (guint i = 0; i < compiled->n_values; i++)
    answer = MAX (answer, states[values[i]]);
  if (compiled->rule->excluded)
    answer = RGM_ANSWER_YES - answer;

  /* The value is necessary but not sufficient. */
  return compiled->rule->incomplete ? MIN (answer, RGM_ANSWER_UNKNOWN) : answer;
}

static RgmAnswer
answer_lines (const Criteria *criteria,
              gint64          lines)
{
  if (criteria->min_prior < 0 && criteria->max_prior < 0)
    return RGM_ANSWER_YES;
  if (lines < 0)
    return RGM_ANSWER_UNKNOWN;

  return (criteria->min_prior >= 0 && lines < criteria->min_prior) || (criteria->max_prior >= 0 && lines > criteria->max_prior)
           ? RGM_ANSWER_NO : RGM_ANSWER_YES;
}

/* The absence of criteria decides nothing. */
static RgmAnswer
answer_trial (const RgmMatcher *self,
              const Criteria   *criteria,
              const guint8     *states,
              gint64            lines)
{
  const Compiled *rules = (const Compiled *) self->rules->data + criteria->first;
  RgmAnswer answer = criteria->n_rules > 0 || has_lines (criteria) ? answer_lines (criteria, lines) : RGM_ANSWER_UNKNOWN;

  for (guint i = 0; i < criteria->n_rules && answer != RGM_ANSWER_NO;)
    {
      RgmAnswer rule = answer_rule (self, &rules[i], states);
      guint alternative = rules[i++].alternative;

      for (; alternative != 0 && i < criteria->n_rules && rules[i].alternative == alternative; i++)
        rule = MAX (rule, answer_rule (self, &rules[i], states));
      answer = MIN (answer, rule);
    }

  return answer;
}

/**
 * rgm_matcher_match:
 * @self: criteria
 * @findings: a patient's findings in the same data set
 * @answers: (out) (array): for each trial, whether it fits
 *
 * Matches all trials at once.
 */
void
rgm_matcher_match (RgmMatcher  *self,
                   RgmFindings *findings,
                   RgmAnswer   *answers)
{
  const guint8 *states;
  gint64 lines;

  g_return_if_fail (RGM_IS_MATCHER (self));

  states = rgm_findings_states (findings);
  lines = rgm_findings_get_lines (findings);
  for (guint i = 0; i < self->trials->len; i++)
    answers[i] = answer_trial (self, &g_array_index (self->trials, Criteria, i), states, lines);
}

/**
 * rgm_matcher_fit:
 * @self: criteria
 * @findings: a patient's findings in the same data set
 * @trial: the position of a trial
 *
 * Returns: yes where nothing in the published criteria speaks against the trial, no where something does
 */
RgmAnswer
rgm_matcher_fit (RgmMatcher  *self,
                 RgmFindings *findings,
                 guint        trial)
{
  g_return_val_if_fail (RGM_IS_MATCHER (self), RGM_ANSWER_UNKNOWN);
  g_return_val_if_fail (trial < self->trials->len, RGM_ANSWER_UNKNOWN);

  return answer_trial (self, &g_array_index (self->trials, Criteria, trial), rgm_findings_states (findings),
                       rgm_findings_get_lines (findings));
}

/* ── Reasons ─────────────────────────────────────────────────────────────────── */

static void
criterion_free (gpointer data)
{
  RgmCriterion *criterion = data;

  g_free (criterion->because);
  g_free (criterion->question);
  g_free (criterion);
}

static void
question_free (gpointer data)
{
  RgmQuestion *question = data;

  g_free (question->fact);
  g_free (question);
}

static gboolean
shares_location (GPtrArray *one,
                 GPtrArray *other)
{
  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      {
        const RgmCitationRef *a = g_ptr_array_index (one, i);
        const RgmCitationRef *b = g_ptr_array_index (other, j);

        if (g_str_equal (a->source, b->source) && g_str_equal (a->location, b->location))
          return TRUE;
      }

  return FALSE;
}

/* The words as published: the rule's own, or those of the population at the same place. */
static const char *
find_published (const RgmTrial *trial,
                const char     *published,
                const char     *text,
                GPtrArray      *citations)
{
  if (published != NULL)
    return published;

  for (guint i = 0; i < trial->populations->len; i++)
    {
      const RgmFact *population = g_ptr_array_index (trial->populations, i);

      if (shares_location (population->citations, citations))
        return population->text;
    }

  return text;
}

static char *
explain_rule (RgmFindings    *findings,
              const Compiled *compiled,
              RgmAnswer       answer,
              gboolean        is_known_in_part)
{
  RgmBiomarker *marker = g_ptr_array_index (rgm_findings_get_markers (findings), compiled->marker);
  g_autofree char *known = rgm_findings_describe (findings, compiled->marker);

  if (answer == RGM_ANSWER_UNKNOWN && is_known_in_part)
    return g_strdup (_("The published criterion requires more than the program can assess."));
  if (*known == '\0')
    /* Translators: %s is what is tested, such as 'HER2' or 'Setting'. */
    return rgm_text_printf (_("%s: not known."), marker->name);
  if (answer == RGM_ANSWER_UNKNOWN)
    /* Translators: what is tested, and what is known about it. */
    return rgm_text_printf (_("%s: %s, which does not settle the criterion."), marker->name, known);

  /* Translators: what is tested, and what is known about it: 'HER2: IHC 3+.' */
  return rgm_text_printf (_("%s: %s."), marker->name, known);
}

/* Takes the reason of a criterion, and adds where nobody has confirmed it. */
static char *
note_proposed (char    *because,
               gboolean is_proposed)
{
  g_autofree char *reason = because;

  return rgm_join_sentences (reason, is_proposed ? _("The criterion is the program’s reading of these words and is not confirmed.") : NULL);
}

static RgmCriterion *
make_criterion (RgmMatcher     *self,
                RgmFindings    *findings,
                const RgmTrial *trial,
                const Compiled *compiled)
{
  RgmCriterion *criterion = g_new0 (RgmCriterion, 1);
  const RgmRule *rule = compiled->rule;
  const guint8 *states = rgm_findings_states (findings);
  gboolean is_met = FALSE;

  for (guint i = 0; i < compiled->n_values; i++)
    is_met = is_met || states[g_array_index (self->values, guint, compiled->first + i)] == RGM_ANSWER_YES;

  criterion->text = rule->text;
  criterion->published = find_published (trial, rule->published, rule->text, rule->citations);
  criterion->answer = answer_rule (self, compiled, states);
  criterion->because = note_proposed (explain_rule (findings, compiled, criterion->answer, is_met), rule->proposed);
  if (criterion->answer == RGM_ANSWER_UNKNOWN && !is_met)
    criterion->question = rgm_findings_question (findings, compiled->marker, rule->values);
  criterion->alternative = rule->alternative;
  criterion->citations = rule->citations;

  return criterion;
}

static RgmCriterion *
make_lines_criterion (RgmFindings    *findings,
                      const RgmTrial *trial,
                      const Criteria *criteria)
{
  RgmCriterion *criterion = g_new0 (RgmCriterion, 1);
  gint64 lines = rgm_findings_get_lines (findings);

  criterion->text = trial->lines->text;
  criterion->published = find_published (trial, trial->lines->published, trial->lines->text, trial->lines->citations);
  criterion->answer = answer_lines (criteria, lines);
  criterion->because = lines < 0 ? g_strdup (_("Earlier lines of therapy: not known."))
                       : g_strdup_printf (_("Earlier lines of therapy: %d."), (int) lines);
  criterion->because = note_proposed (criterion->because, trial->lines->proposed);
  if (criterion->answer == RGM_ANSWER_UNKNOWN)
    criterion->question = g_strdup (LINES);
  criterion->citations = trial->lines->citations;

  return criterion;
}

/* Says of the criteria of a trial that are alternatives to each other, which stand together, what the others come to. */
static void
compare_alternatives (const Compiled *rules,
                      guint           n_rules,
                      GPtrArray      *criteria)
{
  for (guint first = 0, end; first < n_rules; first = end)
    {
      RgmAnswer best = RGM_ANSWER_NO;
      gboolean asked = FALSE;

      for (end = first; end == first || (end < n_rules && rules[end].alternative != 0 && rules[end].alternative == rules[first].alternative); end++)
        {
          RgmCriterion *criterion = g_ptr_array_index (criteria, end);

          best = MAX (best, criterion->answer);
          criterion->asked_before = asked;
          asked = asked || criterion->question != NULL;
        }
      for (guint i = first; i < end; i++)
        ((RgmCriterion *) g_ptr_array_index (criteria, i))->best = best;
    }
}

/**
 * rgm_matcher_explain:
 * @self: criteria
 * @findings: a patient's findings in the same data set
 * @trial: the position of a trial
 *
 * Returns: (transfer full) (element-type RgmCriterion): every criterion of the trial with its answer
 */
GPtrArray *
rgm_matcher_explain (RgmMatcher  *self,
                     RgmFindings *findings,
                     guint        trial)
{
  GPtrArray *explained = g_ptr_array_new_with_free_func (criterion_free);
  const RgmTrial *record;
  const Criteria *criteria;

  g_return_val_if_fail (RGM_IS_MATCHER (self), explained);
  g_return_val_if_fail (trial < self->trials->len, explained);

  record = g_ptr_array_index (self->data_set->trials, trial);
  criteria = &g_array_index (self->trials, Criteria, trial);
  for (guint i = 0; i < criteria->n_rules; i++)
    g_ptr_array_add (explained, make_criterion (self, findings, record, &g_array_index (self->rules, Compiled, criteria->first + i)));
  compare_alternatives (&g_array_index (self->rules, Compiled, criteria->first), criteria->n_rules, explained);
  if (has_lines (criteria))
    g_ptr_array_add (explained, make_lines_criterion (findings, record, criteria));

  return explained;
}

/* Whether an alternative to the open criterion is met, or an earlier one is open and can be asked about. */
static gboolean
is_settled (const RgmCriterion *criterion,
            gboolean            before_too)
{
  return criterion->alternative != NULL && (criterion->best == RGM_ANSWER_YES || (before_too && criterion->asked_before));
}

/* What the open criteria ask for, each once: all of it, or of alternatives the first. */
static char **
collect_questions (GPtrArray *criteria,
                   gboolean   of_alternatives_one)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < criteria->len; i++)
    {
      const RgmCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->question != NULL && !is_settled (criterion, of_alternatives_one) && g_hash_table_add (known, criterion->question))
        g_ptr_array_add (facts, g_strdup (criterion->question));
    }
  g_ptr_array_add (facts, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&facts), FALSE);
}

/**
 * rgm_matcher_ask:
 * @criteria: (element-type RgmCriterion): the explained criteria of a trial
 *
 * Returns: (transfer full) (array zero-terminated=1): the smallest set of findings that decides the
 *   trial if they speak for it; one that speaks against it decides alone
 */
char **
rgm_matcher_ask (GPtrArray *criteria)
{
  return collect_questions (criteria, TRUE);
}

/**
 * rgm_matcher_not_stated:
 * @self: criteria
 * @trial: the position of a trial
 *
 * Returns: (transfer full) (array zero-terminated=1): what other trials ask about and the source does not state for this one; this
 *   counts neither for nor against the trial
 */
char **
rgm_matcher_not_stated (RgmMatcher *self,
                        guint       trial)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_autofree gboolean *is_stated = NULL;
  const Criteria *criteria;

  g_return_val_if_fail (RGM_IS_MATCHER (self), NULL);
  g_return_val_if_fail (trial < self->trials->len, NULL);

  criteria = &g_array_index (self->trials, Criteria, trial);
  is_stated = g_new0 (gboolean, self->markers->len + 1);
  for (guint i = 0; i < criteria->n_rules; i++)
    is_stated[g_array_index (self->rules, Compiled, criteria->first + i).marker] = TRUE;
  for (guint i = 0; i < self->markers->len; i++)
    if (self->is_asked[i] && !is_stated[i])
      g_strv_builder_add (facts, ((RgmBiomarker *) g_ptr_array_index (self->markers, i))->id);
  if (self->some_ask_lines && !has_lines (criteria))
    g_strv_builder_add (facts, LINES);

  return g_strv_builder_end (facts);
}

static int
compare_questions (gconstpointer a,
                   gconstpointer b)
{
  const RgmQuestion *one = *(const RgmQuestion *const *) a;
  const RgmQuestion *other = *(const RgmQuestion *const *) b;

  if (one->decides != other->decides)
    return one->decides > other->decides ? -1 : 1;

  return strcmp (one->fact, other->fact);
}

/**
 * rgm_matcher_rank:
 * @self: criteria
 * @findings: a patient's findings in the same data set
 * @trials: (nullable) (element-type guint): the positions of the trials that count; %NULL for all
 *
 * Returns: (transfer full) (element-type RgmQuestion): what to find out, ordered by the number of trials that it can decide
 */
GPtrArray *
rgm_matcher_rank (RgmMatcher  *self,
                  RgmFindings *findings,
                  GArray      *trials)
{
  GPtrArray *ranked = g_ptr_array_new_with_free_func (question_free);
  g_autoptr (GHashTable) by_fact = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (RGM_IS_MATCHER (self), ranked);

  for (guint i = 0; i < (trials != NULL ? trials->len : self->trials->len); i++)
    {
      guint trial = trials != NULL ? g_array_index (trials, guint, i) : i;
      g_autoptr (GPtrArray) criteria = NULL;
      g_auto (GStrv) facts = NULL;

      if (rgm_matcher_fit (self, findings, trial) != RGM_ANSWER_UNKNOWN)
        continue;

      criteria = rgm_matcher_explain (self, findings, trial);
      facts = collect_questions (criteria, FALSE);
      for (guint j = 0; facts[j] != NULL; j++)
        {
          RgmQuestion *question = g_hash_table_lookup (by_fact, facts[j]);

          if (question == NULL)
            {
              question = g_new0 (RgmQuestion, 1);
              question->fact = g_strdup (facts[j]);
              g_hash_table_insert (by_fact, question->fact, question);
              g_ptr_array_add (ranked, question);
            }
          question->decides++;
        }
    }
  g_ptr_array_sort (ranked, compare_questions);

  return ranked;
}

/**
 * rgm_matcher_is_met_otherwise:
 * @criterion: one of the explained criteria of a trial
 *
 * Returns: whether an alternative to it is met or may still be met
 */
gboolean
rgm_matcher_is_met_otherwise (const RgmCriterion *criterion)
{
  return criterion->alternative != NULL && criterion->best > criterion->answer;
}

/**
 * rgm_matcher_asks_about:
 * @self: criteria
 * @marker: the position of a marker
 *
 * Returns: whether some trial has a criterion on it, or on what it is composed of or part of
 */
gboolean
rgm_matcher_asks_about (RgmMatcher *self,
                        guint       marker)
{
  const GArray *related;
  gboolean asks;

  g_return_val_if_fail (RGM_IS_MATCHER (self), FALSE);
  g_return_val_if_fail (marker < self->markers->len, FALSE);

  related = g_hash_table_lookup (self->related, GUINT_TO_POINTER (marker));
  asks = self->is_asked[marker];
  for (guint i = 0; !asks && related != NULL && i < related->len; i++)
    asks = self->is_asked[g_array_index (related, guint, i)];

  return asks;
}

/* The notice wherever answers are shown. */
const char *
rgm_matcher_caveat (void)
{
  return _("This compares findings with published criteria, which are never complete. It is not medical advice.");
}
