/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-log-rank.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#include "rgm-gsl.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (gsl_matrix, gsl_matrix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (gsl_vector, gsl_vector_free)

/* One tie's part of what is expected and of how it varies, by the multivariate
 * hypergeometric distribution. */
static void
add_tie (const double *at_risk,
         double        events,
         gsize         n_groups,
         double       *expected,
         gsl_matrix   *variance)
{
  double all = 0.0, factor;

  for (gsize g = 0; g < n_groups; g++)
    all += at_risk[g];
  factor = all > 1.0 ? events * (all - events) / (all * all * (all - 1.0)) : 0.0;

  for (gsize g = 0; g < n_groups; g++)
    {
      expected[g] += events * at_risk[g] / all;
      if (factor > 0.0 && at_risk[g] > 0.0)
        for (gsize h = 0; h < n_groups; h++)
          *gsl_matrix_ptr (variance, g, h) += factor * at_risk[g] * ((g == h ? all : 0.0) - at_risk[h]);
    }
}

/* The statistic of the groups for which events are expected, but for the first of them,
 * which the others leave no choice. */
static RgmReason
statistic (const double     *observed,
           const double     *expected,
           const gsl_matrix *variance,
           gsize             n_groups,
           RgmLogRank       *result)
{
  g_autofree gsize *kept = g_new (gsize, n_groups);
  g_autoptr (gsl_matrix) matrix = NULL;
  g_autoptr (gsl_vector) excess = NULL;
  gsize n = 0;

  for (gsize g = 0; g < n_groups; g++)
    if (expected[g] > 0.0)
      kept[n++] = g;
  if (n < 2)
    return RGM_REASON_ONE_GROUP;

  matrix = gsl_matrix_alloc (n - 1, n - 1);
  excess = gsl_vector_alloc (n - 1);
  if (matrix == NULL || excess == NULL)
    return RGM_REASON_NO_CONVERGENCE;
  for (gsize i = 1; i < n; i++)
    {
      gsl_vector_set (excess, i - 1, observed[kept[i]] - expected[kept[i]]);
      for (gsize j = 1; j < n; j++)
        gsl_matrix_set (matrix, i - 1, j - 1, gsl_matrix_get (variance, kept[i], kept[j]));
    }

  /* With the Cholesky factor L, the statistic is the squared length of L's inverse times
   * the excess. */
  result->df = n - 1;
  if (gsl_linalg_cholesky_decomp1 (matrix) != GSL_SUCCESS ||
      gsl_blas_dtrsv (CblasLower, CblasNoTrans, CblasNonUnit, matrix, excess) != GSL_SUCCESS ||
      gsl_blas_ddot (excess, excess, &result->chi2) != GSL_SUCCESS || !isfinite (result->chi2))
    {
      result->chi2 = NAN;
      return RGM_REASON_NO_CONVERGENCE;
    }
  result->p = gsl_cdf_chisq_Q (result->chi2, (double) result->df);

  return RGM_REASON_NONE;
}

/**
 * rgm_log_rank:
 * @patients: (array length=n): the patients, in any order
 * @groups: (array length=n): each patient's group, from 0 and below @n_groups
 * @n: how many patients
 * @n_groups: how many groups
 * @result: (out caller-allocates): the test
 * @observed: (out caller-allocates) (array length=n_groups) (optional): each group's events
 * @expected: (out caller-allocates) (array length=n_groups) (optional): the events
 *   expected in each group if survival were the same in all
 *
 * The log-rank test: Mantel, Cancer Chemother Rep 1966;50:163; Peto and Peto, J R Stat
 * Soc A 1972;135:185. A group in which no event is expected doesn't count. As R's
 * survdiff().
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_PATIENTS; %RGM_REASON_NO_EVENTS;
 *   %RGM_REASON_ONE_GROUP if fewer than two groups count; %RGM_REASON_RANGE if an
 *   argument is outside its range; %RGM_REASON_NO_CONVERGENCE if what is expected
 *   doesn't vary, so that there is nothing to test
 */
RgmReason
rgm_log_rank (const RgmFollowUp *patients,
              const gsize       *groups,
              gsize              n,
              gsize              n_groups,
              RgmLogRank        *result,
              double            *observed,
              double            *expected)
{
  g_autofree gsize *order = NULL;
  g_autofree double *at_risk = g_new0 (double, MAX (n_groups, 1));
  g_autofree double *seen = g_new0 (double, MAX (n_groups, 1));
  g_autofree double *due = g_new0 (double, MAX (n_groups, 1));
  g_autoptr (gsl_matrix) variance = NULL;
  double all_events = 0.0;

  *result = (RgmLogRank) { NAN, 0, NAN };
  for (gsize g = 0; g < n_groups; g++)
    {
      if (observed != NULL)
        observed[g] = NAN;
      if (expected != NULL)
        expected[g] = NAN;
    }
  if (!rgm_follow_up_check (patients, n))
    return RGM_REASON_RANGE;
  for (gsize i = 0; i < n; i++)
    {
      if (groups[i] >= n_groups)
        return RGM_REASON_RANGE;
      at_risk[groups[i]] += 1.0;
    }
  if (n == 0)
    return RGM_REASON_NO_PATIENTS;

  rgm_gsl_init ();
  variance = gsl_matrix_calloc (n_groups, n_groups);
  if (variance == NULL)
    return RGM_REASON_NO_CONVERGENCE;
  order = rgm_follow_up_order (patients, n);

  for (gsize i = 0; i < n;)
    {
      double time = patients[rgm_follow_up_nth (order, i)].time;
      double events = 0.0;
      gsize end = i;

      for (; end < n && patients[rgm_follow_up_nth (order, end)].time == time; end++)
        {
          gsize patient = rgm_follow_up_nth (order, end);
          double event = patients[patient].event ? 1.0 : 0.0;

          events += event;
          seen[groups[patient]] += event;
        }
      if (events > 0.0)
        add_tie (at_risk, events, n_groups, due, variance);
      all_events += events;
      for (; i < end; i++)
        at_risk[groups[rgm_follow_up_nth (order, i)]] -= 1.0;
    }

  if (observed != NULL)
    memcpy (observed, seen, n_groups * sizeof *seen);
  if (expected != NULL)
    memcpy (expected, due, n_groups * sizeof *due);
  if (all_events <= 0.0)
    return RGM_REASON_NO_EVENTS;

  return statistic (seen, due, variance, n_groups, result);
}
