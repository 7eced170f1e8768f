/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pooling-words.h"

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-punctuation.h"

static char *
model_clause (const RgmPoolingOptions *options)
{
  g_autofree char *level = rgm_format_level (options->level);

  /* TRANSLATORS: These are clauses that begin a sentence; others follow after semicolons.
   * The placeholder is a level: '95%'. */
  switch (options->model)
    {
    case RGM_POOLING_REML:
      return options->knapp_hartung
               ? g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, τ² estimated by restricted maximum likelihood, with Knapp and Hartung’s %s confidence interval, never narrower than the normal one"), level)
               : g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, τ² estimated by restricted maximum likelihood, with a normal %s confidence interval"), level);
    case RGM_POOLING_DL:
      return options->knapp_hartung
               ? g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, τ² estimated by DerSimonian and Laird’s method, with Knapp and Hartung’s %s confidence interval, never narrower than the normal one"), level)
               : g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, τ² estimated by DerSimonian and Laird’s method, with a normal %s confidence interval"), level);
    case RGM_POOLING_PM:
      return options->knapp_hartung
               ? g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, τ² estimated by Paule and Mandel’s method, with Knapp and Hartung’s %s confidence interval, never narrower than the normal one"), level)
               : g_strdup_printf (_("Response rates were pooled on the logit scale with an inverse-variance random-effects model, τ² estimated by Paule and Mandel’s method, with a normal %s confidence interval"), level);
    case RGM_POOLING_COMMON:
      return g_strdup_printf (_("Response rates were pooled on the logit scale by inverse variance under a common-effect model, with a normal %s confidence interval"), level);
    case RGM_POOLING_GLMM:
    default:
      return g_strdup_printf (_("Response rates were pooled with a random-effects logistic regression model with a normally distributed intercept, fitted by maximum likelihood with adaptive Gauss–Hermite quadrature (7 points), with a %s Wald confidence interval on the logit scale"), level);
    }
}

static const char *
interval_clause (RgmRateInterval interval)
{
  /* TRANSLATORS: Clauses of a sentence, after a semicolon. */
  switch (interval)
    {
    case RGM_RATE_WILSON:
      return _("the arms’ own intervals are Wilson’s");
    case RGM_RATE_AGRESTI_COULL:
      return _("the arms’ own intervals are Agresti and Coull’s");
    case RGM_RATE_JEFFREYS:
      return _("the arms’ own intervals are Jeffreys’");
    case RGM_RATE_CLOPPER_PEARSON:
    default:
      return _("the arms’ own intervals are Clopper and Pearson’s");
    }
}

static gboolean
is_corrected (GPtrArray *responses)
{
  for (guint i = 0; i < responses->len; i++)
    {
      const RgmResponse *response = g_ptr_array_index (responses, i);

      if (response->responders == 0 || response->responders == response->analysed)
        return TRUE;
    }

  return FALSE;
}

/* The names of the trials that have more than one arm here; NULL if none has. */
static char *
trials_with_arms (GPtrArray *responses)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 1; i < responses->len; i++)
    {
      const RgmResponse *before = g_ptr_array_index (responses, i - 1);
      const RgmResponse *this = g_ptr_array_index (responses, i);
      const char *name = rgm_trial_get_name (this->trial);

      if (this->trial == before->trial && (names->len == 0 || g_ptr_array_index (names, names->len - 1) != name))
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

/**
 * rgm_pooling_words_method:
 * @responses: (element-type RgmResponse): what is pooled
 * @options: how
 *
 * Returns: (transfer full): a sentence as a methods section has it: the model, the
 *   estimator, the interval, whose rate the estimate is, corrected counts, and that arms
 *   of one trial are treated as independent, where that happens
 */
char *
rgm_pooling_words_method (GPtrArray               *responses,
                          const RgmPoolingOptions *options)
{
  g_autofree char *model = model_clause (options);
  g_autofree char *trials = trials_with_arms (responses);
  g_autofree char *independent = NULL;
  g_autoptr (GString) text = g_string_new (model);

  if (options->model != RGM_POOLING_GLMM && is_corrected (responses))
    rgm_add_phrase (text, _("½ was added to both counts of the arms in which nobody or everybody responded"));
  if (options->model != RGM_POOLING_COMMON)
    rgm_add_phrase (text, _("the pooled rate is that of a typical arm, the median of the arms’ distribution, and not their mean"));
  if (options->by == RGM_POOLING_BY_CLASS)
    rgm_add_phrase (text, _("each class of agents was pooled by itself, and the test between classes is exploratory"));
  if (options->by == RGM_POOLING_BY_REGIMEN)
    rgm_add_phrase (text, _("each regimen was pooled by itself, and the test between regimens is exploratory"));
  if (trials != NULL)
    {
      /* TRANSLATORS: The placeholder is one or more names of trials, with commas. */
      independent = g_strdup_printf (_("arms of the same trial (%s) are treated as independent"), trials);
      rgm_add_phrase (text, independent);
    }
  rgm_add_phrase (text, interval_clause (options->interval));

  return rgm_end_sentence (text->str);
}

/**
 * rgm_pooling_words_between:
 *
 * Returns: the sentence that goes with a test between groups
 */
const char *
rgm_pooling_words_between (void)
{
  return _("The test between groups is exploratory.");
}
