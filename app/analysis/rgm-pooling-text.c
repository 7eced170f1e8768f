/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pooling-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"

static char *
model_clause (const RgmPoolingOptions *options)
{
  g_autofree char *level = rgm_format_level (options->level);

  /* Translators: These are clauses that begin a sentence; others follow after semicolons.
   * %s is a level: '95%'. */
  switch (options->model)
    {
    case RGM_POOLING_REML:
      return options->knapp_hartung
               ? g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, with τ² estimated by restricted maximum likelihood and a %s Knapp–Hartung confidence interval (t with k − 1 degrees of freedom, never narrower than the normal interval)"), level)
               : g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, with τ² estimated by restricted maximum likelihood and a normal %s confidence interval"), level);
    case RGM_POOLING_DL:
      return options->knapp_hartung
               ? g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, with τ² estimated by the DerSimonian–Laird method and a %s Knapp–Hartung confidence interval (t with k − 1 degrees of freedom, never narrower than the normal interval)"), level)
               : g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, with τ² estimated by the DerSimonian–Laird method and a normal %s confidence interval"), level);
    case RGM_POOLING_PM:
      return options->knapp_hartung
               ? g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, with τ² estimated by the Paule–Mandel method and a %s Knapp–Hartung confidence interval (t with k − 1 degrees of freedom, never narrower than the normal interval)"), level)
               : g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, with τ² estimated by the Paule–Mandel method and a normal %s confidence interval"), level);
    case RGM_POOLING_COMMON:
      return g_strdup_printf (_("Response rates were pooled on the logit scale by inverse variance under a common-effect model, with a normal %s confidence interval"), level);
    case RGM_POOLING_GLMM:
    default:
      return g_strdup_printf (_("Response rates were pooled with a random-effects logistic regression model (normal random intercept, maximum likelihood, adaptive Gauss–Hermite quadrature with 7 points), with a %s Wald confidence interval on the logit scale"), level);
    }
}

/* A sentence without its full stop, where nothing was pooled. */
static const char *
interval_sentence (RgmRateInterval interval)
{
  switch (interval)
    {
    case RGM_RATE_WILSON:
      return _("Arm-level intervals are Wilson intervals");
    case RGM_RATE_AGRESTI_COULL:
      return _("Arm-level intervals are Agresti–Coull intervals");
    case RGM_RATE_JEFFREYS:
      return _("Arm-level intervals are Jeffreys intervals");
    case RGM_RATE_CLOPPER_PEARSON:
    default:
      return _("Arm-level intervals are Clopper–Pearson intervals");
    }
}

static const char *
interval_clause (RgmRateInterval interval)
{
  /* Translators: Clauses of a sentence, after a semicolon. */
  switch (interval)
    {
    case RGM_RATE_WILSON:
      return _("arm-level intervals are Wilson intervals");
    case RGM_RATE_AGRESTI_COULL:
      return _("arm-level intervals are Agresti–Coull intervals");
    case RGM_RATE_JEFFREYS:
      return _("arm-level intervals are Jeffreys intervals");
    case RGM_RATE_CLOPPER_PEARSON:
    default:
      return _("arm-level intervals are Clopper–Pearson intervals");
    }
}

static gboolean
is_corrected (const RgmPooling *pooling)
{
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);

      if (response->responders == 0 || response->responders == response->analysed)
        return TRUE;
    }

  return FALSE;
}

/* The names of the trials that have more than one arm here; NULL if none has. */
static char *
trials_with_arms (const RgmPooling *pooling)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 1; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      RgmTrial *before = rgm_pooling_get_response (pooling, i - 1)->trial;
      RgmTrial *trial = rgm_pooling_get_response (pooling, i)->trial;
      const char *name = trial->name;

      if (trial == before && (names->len == 0 || g_ptr_array_index (names, names->len - 1) != name))
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

static void
add_groups (GString          *text,
            const RgmPooling *pooling)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);
  gboolean is_pooled = FALSE;

  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    is_pooled |= rgm_pooled_rate_is_pooled (&rgm_pooling_get_group (pooling, g)->rate);

  if (is_pooled)
    rgm_add_clause (text, rgm_pooling_get_options (pooling)->model != RGM_POOLING_COMMON
                            ? _("subgroups of more than one arm were pooled separately, each with its own τ²")
                            : _("subgroups of more than one arm were pooled separately"));
  if (between != NULL && between->why_not == NULL)
    rgm_add_clause (text, _("the test for subgroup differences (Q of subgroup estimates) is exploratory"));
}

/* Explains the numbers beside a pooled rate, but only those that are present. */
static void
add_definitions (GString          *text,
                 const RgmPooling *pooling)
{
  const RgmPoolingOptions *options = rgm_pooling_get_options (pooling);
  const RgmPooledRate *overall = rgm_pooling_get_overall (pooling);
  g_autofree char *level = rgm_format_level (options->level);
  gboolean is_glmm = options->model == RGM_POOLING_GLMM;

  if (overall->why_no_tau2_interval == NULL || overall->tau2_is_empty)
    {
      /* Translators: clauses of a sentence; %s is a level: '95%'. */
      g_autofree char *interval = is_glmm ? g_strdup_printf (_("τ² has a %s profile-likelihood interval"), level)
                                          : g_strdup_printf (_("τ² has a %s Q-profile interval"), level);

      rgm_add_clause (text, interval);
    }
  if (overall->why_no_prediction == NULL)
    {
      /* Translators: %s is a level: '95%'. */
      g_autofree char *prediction =
        g_strdup_printf (_("the %s prediction interval for a new arm uses t with k − 1 degrees of freedom on the logit scale"), level);

      rgm_add_clause (text, prediction);
    }
  if (overall->why_no_q == NULL)
    {
      rgm_add_clause (text, _("Cochran’s Q uses inverse-variance weights, and I² is (Q − df)/Q"));
      if (is_glmm && is_corrected (pooling))
        rgm_add_clause (text, _("for Q, ½ was added to both counts of arms in which no patient or every patient responded"));
    }
  if (rgm_pooling_get_n_arms (pooling) > 0 && !isnan (rgm_pooling_get_weight (pooling, 0)))
    rgm_add_clause (text, rgm_pooling_get_n_groups (pooling) > 1
                            ? _("weights are those of the model fitted to all arms")
                            : _("weights are the arms’ inverse variances"));
}

/* A rate common to all arms is a strong assumption; Q speaks against it from here on. */
#define MAX_P_OF_DOUBT 0.1

static char *
doubt (const RgmPooling *pooling)
{
  const RgmPooledRate *overall = rgm_pooling_get_overall (pooling);
  g_autofree char *p = NULL;

  if (rgm_pooling_get_options (pooling)->model != RGM_POOLING_COMMON || overall->why_no_p != NULL || overall->p >= MAX_P_OF_DOUBT)
    return NULL;

  p = rgm_format_p_value (overall->p);

  /* Translators: %s is '= 0.030' or '< 0.001'. */
  return g_strdup_printf (_("The arms vary more than expected by chance (Cochran’s Q, p %s), which argues against a common rate."), p);
}

/**
 * rgm_pooling_text_method:
 * @pooling: a pooling
 *
 * Returns: (transfer full) (nullable): what was done as a methods section says it: the model, the estimator, the
 *   intervals, a definition of every number that there is, and that arms of one trial are treated as independent, where
 *   that happens. Of a model that was not fitted it says nothing. %NULL without any arm
 */
char *
rgm_pooling_text_method (const RgmPooling *pooling)
{
  const RgmPoolingOptions *options = rgm_pooling_get_options (pooling);
  g_autofree char *trials = trials_with_arms (pooling);
  g_autofree char *independent = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *more = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (rgm_pooling_get_n_arms (pooling) == 0)
    return NULL;

  if (!rgm_pooled_rate_is_pooled (rgm_pooling_get_overall (pooling)))
    {
      g_string_append (text, interval_sentence (options->interval));
      add_definitions (text, pooling);
      return rgm_end_sentence (text->str);
    }

  sentence = model_clause (options);
  g_string_append (text, sentence);
  if (options->model != RGM_POOLING_GLMM && is_corrected (pooling))
    rgm_add_clause (text, _("½ was added to both counts of arms in which no patient or every patient responded"));
  if (options->model != RGM_POOLING_COMMON)
    rgm_add_clause (text, _("the pooled rate is that of a typical arm: the median of the distribution of arms, not its mean"));
  add_definitions (text, pooling);
  add_groups (text, pooling);
  if (trials != NULL)
    {
      /* Translators: %s is one or more names of trials, with commas. */
      independent = rgm_text_printf (_("arms of the same trial (%s) are treated as independent"), trials);
      rgm_add_clause (text, independent);
    }
  rgm_add_clause (text, interval_clause (options->interval));

  g_free (sentence);
  sentence = rgm_end_sentence (text->str);
  more = doubt (pooling);

  return rgm_join_sentences (sentence, more);
}

/* More of them would obscure the reason. */
#define MAX_NAMED_GROUPS 3

/**
 * rgm_pooling_text_small_groups:
 * @pooling: a pooling with groups
 *
 * Returns: (transfer full) (nullable): why there is no test between the groups, which names those that have too few arms;
 *   %NULL where each has enough, or where there are fewer than two
 */
char *
rgm_pooling_text_small_groups (const RgmPooling *pooling)
{
  g_autoptr (GStrvBuilder) small = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *list = NULL;
  guint n_small;

  if (rgm_pooling_get_n_groups (pooling) < 2)
    return NULL;

  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);
      g_autofree char *item = NULL;

      if (group->arms >= RGM_POOLING_MIN_ARMS)
        continue;
      /* Translators: a group and how many arms it has, in a list in parentheses: 'ADC: 2 arms'. */
      item = rgm_text_printf (ngettext ("%s: %u arm", "%s: %u arms", group->arms), group->label, group->arms);
      g_strv_builder_add (small, item);
    }
  all = g_strv_builder_end (small);
  if (all[0] == NULL)
    return NULL;

  n_small = g_strv_length (all);
  if (n_small > MAX_NAMED_GROUPS)
    list = g_strdup_printf (ngettext ("%u subgroup has fewer", "%u subgroups have fewer", n_small), n_small);
  else
    list = rgm_join_words (all);

  /* Translators: %s is a list, 'ADC: 2 arms, TKI: 1 arm', or '8 groups have fewer'. */
  return rgm_text_printf (_("No test for subgroup differences: each subgroup needs at least three arms (%s)."), list);
}

/**
 * rgm_pooling_text_between:
 *
 * Returns: the sentence that goes with a test between groups
 */
const char *
rgm_pooling_text_between (void)
{
  return _("The test for subgroup differences is exploratory.");
}
