/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-cox.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#include "rgm-gsl.h"

#define PRECISION 1e-11
#define MAX_STEPS 60
#define MAX_HALVINGS 30

G_DEFINE_AUTOPTR_CLEANUP_FUNC (gsl_matrix, gsl_matrix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (gsl_vector, gsl_vector_free)

/* For each time with events, how many each group has of them, and then how many of each
 * group were at risk: a row of 2 n_groups counts. */
static GArray *
find_ties (const RgmFollowUp *patients,
           const gsize       *groups,
           gsize              n,
           gsize              n_groups)
{
  g_autofree gsize *order = rgm_follow_up_order (patients, n);
  g_autofree guint32 *row = g_new0 (guint32, 2 * n_groups);
  GArray *ties = g_array_new (FALSE, FALSE, (guint) (2 * n_groups * sizeof *row));
  guint32 *at_risk = row + n_groups;

  for (gsize i = 0; i < n; i++)
    at_risk[groups[i]]++;

  for (gsize i = 0; i < n;)
    {
      double time = patients[rgm_follow_up_nth (order, i)].time;
      gsize end = i, events = 0;

      for (; end < n && patients[rgm_follow_up_nth (order, end)].time == time; end++)
        {
          gsize patient = rgm_follow_up_nth (order, end);
          guint32 event = patients[patient].event ? 1 : 0;

          row[groups[patient]] += event;
          events += event;
        }
      if (events > 0)
        g_array_append_vals (ties, row, 1);
      for (; i < end; i++)
        at_risk[groups[rgm_follow_up_nth (order, i)]]--;
      memset (row, 0, n_groups * sizeof *row);
    }

  return ties;
}

static const guint32 *
tie_at (const GArray *ties,
        gsize         n_groups,
        guint         i)
{
  return (const guint32 *) (gconstpointer) ties->data + (gsize) i * 2 * n_groups;
}

/* The likelihood ties groups together: @linked[g * n_groups + h] says that an event of g
 * happened while h was at risk, directly or through other groups. The ratio of two groups
 * is finite exactly if each is linked to the other. Otherwise one of them is infinitely
 * more at risk, and the ratios within its set of linked groups are those which the set
 * has without the rest: the same condition as for Bradley and Terry's model, Ford, Am
 * Math Mon 1957;64:28. */
static gboolean *
find_links (const GArray *ties,
            gsize         n_groups)
{
  gboolean *linked = g_new0 (gboolean, n_groups * n_groups);

  for (guint i = 0; i < ties->len; i++)
    {
      const guint32 *events = tie_at (ties, n_groups, i);
      const guint32 *at_risk = events + n_groups;

      for (gsize g = 0; g < n_groups; g++)
        for (gsize h = 0; events[g] > 0 && h < n_groups; h++)
          linked[g * n_groups + h] |= at_risk[h] > 0;
    }
  for (gsize via = 0; via < n_groups; via++)
    for (gsize g = 0; g < n_groups; g++)
      for (gsize h = 0; h < n_groups; h++)
        linked[g * n_groups + h] |= linked[g * n_groups + via] && linked[via * n_groups + h];

  return linked;
}

typedef struct
{
  const GArray *ties;
  gsize n_groups;
  /* The groups that are fitted, the reference first. */
  const gsize *fitted;
  gsize n_fitted;
} Cox;

/* The partial likelihood's logarithm at the log ratios, with its gradient and the
 * negative of its Hessian. By Efron's method each of d tied events leaves its share of
 * the ties in the risk set. */
static double
likelihood (const Cox        *self,
            const gsl_vector *log_ratios,
            gsl_vector       *gradient,
            gsl_matrix       *information)
{
  g_autofree double *weights = g_new (double, self->n_fitted);
  g_autofree double *shares = g_new (double, self->n_fitted);
  double value = 0.0;

  weights[0] = 1.0;
  for (gsize a = 1; a < self->n_fitted; a++)
    weights[a] = exp (gsl_vector_get (log_ratios, a - 1));
  gsl_vector_set_zero (gradient);
  gsl_matrix_set_zero (information);

  for (guint i = 0; i < self->ties->len; i++)
    {
      const guint32 *events = tie_at (self->ties, self->n_groups, i);
      const guint32 *at_risk = events + self->n_groups;
      double all = 0.0;

      for (gsize a = 0; a < self->n_fitted; a++)
        {
          double own = events[self->fitted[a]];

          all += own;
          if (a > 0 && own > 0.0)
            {
              value += own * gsl_vector_get (log_ratios, a - 1);
              *gsl_vector_ptr (gradient, a - 1) += own;
            }
        }

      for (double gone = 0.0; gone < all; gone += 1.0)
        {
          double sum = 0.0;

          for (gsize a = 0; a < self->n_fitted; a++)
            {
              gsize g = self->fitted[a];

              shares[a] = weights[a] * (at_risk[g] - gone / all * events[g]);
              sum += shares[a];
            }
          /* cppcheck-suppress invalidFunctionArg; some arm is at risk wherever there is an event */
          value -= log (sum);
          for (gsize a = 1; a < self->n_fitted; a++)
            {
              double share = shares[a] / sum;

              *gsl_vector_ptr (gradient, a - 1) -= share;
              *gsl_matrix_ptr (information, a - 1, a - 1) += share;
              for (gsize b = 1; b < self->n_fitted; b++)
                *gsl_matrix_ptr (information, a - 1, b - 1) -= share * shares[b] / sum;
            }
        }
    }

  return value;
}

/* Newton's method from equal hazards. The logarithm of the likelihood is concave, so
 * that a step that is too long only has to be shortened. On the way out @information
 * holds the inverse of the information, the covariance. */
static gboolean
maximise (const Cox  *self,
          gsl_vector *log_ratios,
          gsl_matrix *information)
{
  g_autoptr (gsl_vector) step = gsl_vector_alloc (log_ratios->size);
  g_autoptr (gsl_vector) gradient = gsl_vector_alloc (log_ratios->size);
  double value = likelihood (self, log_ratios, gradient, information);

  for (int i = 0; i < MAX_STEPS; i++)
    {
      double size = 0.0, next;
      int halvings = 0;

      if (gsl_linalg_cholesky_decomp1 (information) != GSL_SUCCESS ||
          gsl_linalg_cholesky_solve (information, gradient, step) != GSL_SUCCESS)
        return FALSE;
      for (gsize a = 0; a < step->size; a++)
        size = MAX (size, fabs (gsl_vector_get (step, a)) / (1.0 + fabs (gsl_vector_get (log_ratios, a))));
      if (!isfinite (size))
        return FALSE;

      gsl_vector_add (log_ratios, step);
      next = likelihood (self, log_ratios, gradient, information);
      /* A step so small that it changes nothing but the last bits may lower them. */
      for (; next < value && size > 1e-6 && halvings < MAX_HALVINGS; halvings++)
        {
          gsl_vector_scale (step, 0.5);
          gsl_vector_sub (log_ratios, step);
          next = likelihood (self, log_ratios, gradient, information);
        }
      value = next;
      /* The next step would be about the square of this one. */
      if (size <= sqrt (PRECISION) && halvings == 0)
        return gsl_linalg_cholesky_decomp1 (information) == GSL_SUCCESS &&
               gsl_linalg_cholesky_invert (information) == GSL_SUCCESS;
    }

  return FALSE;
}

static void
fill_ratio (RgmCox *self,
            double  log_ratio,
            double  variance,
            double  level)
{
  double se = sqrt (variance);
  double half = gsl_cdf_ugaussian_Qinv ((1.0 - level) / 2.0) * se;

  *self = (RgmCox) {
    .log_ratio = log_ratio,
    .se = se,
    .ratio = exp (log_ratio),
    .lower = exp (log_ratio - half),
    .upper = exp (log_ratio + half),
    .p = 2.0 * gsl_cdf_ugaussian_Q (fabs (log_ratio) / se),
    .reason = RGM_REASON_NONE,
  };
}

static void
set_reasons (RgmCox    *ratios,
             gsize      n_groups,
             RgmReason  reason)
{
  for (gsize g = 0; g < n_groups; g++)
    ratios[g] = (RgmCox) { NAN, NAN, NAN, NAN, NAN, NAN, reason };
}

/**
 * rgm_cox:
 * @patients: (array length=n): the patients, in any order
 * @groups: (array length=n): each patient's group, from 0 and below @n_groups
 * @n: how many patients
 * @n_groups: how many groups
 * @reference: the group which the others are compared with
 * @level: the level of the intervals, above 0.5 and below 1
 * @ratios: (out caller-allocates) (array length=n_groups): each group's hazard ratio to
 *   @reference; that of @reference itself is absent
 *
 * Hazard ratios by Cox's partial likelihood with Efron's handling of ties, all groups in
 * one model, and normal intervals on the logarithm: Cox, J R Stat Soc B 1972;34:187;
 * Efron, J Am Stat Assoc 1977;72:557. As R's coxph(ties = "efron"). The ratio of a group
 * runs to 0 or to infinity (%RGM_REASON_SEPARATION) where the events leave it no bound.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_PATIENTS; %RGM_REASON_NO_EVENTS;
 *   %RGM_REASON_ONE_GROUP if fewer than two groups have patients or the reference has
 *   none; %RGM_REASON_RANGE if an argument is outside its range: then no ratio is there
 */
RgmReason
rgm_cox (const RgmFollowUp *patients,
         const gsize       *groups,
         gsize              n,
         gsize              n_groups,
         gsize              reference,
         double             level,
         RgmCox            *ratios)
{
  g_autofree gsize *sizes = g_new0 (gsize, MAX (n_groups, 1));
  g_autofree gsize *fitted = g_new (gsize, MAX (n_groups, 1));
  g_autofree gboolean *linked = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (gsl_vector) log_ratios = NULL;
  g_autoptr (gsl_matrix) covariance = NULL;
  RgmReason reason = RGM_REASON_NONE;
  gsize present = 0;
  Cox cox;

  if (!(level > 0.5 && level < 1.0) || !rgm_follow_up_check (patients, n) || reference >= n_groups || n > G_MAXUINT32)
    reason = RGM_REASON_RANGE;
  for (gsize i = 0; i < n && reason == RGM_REASON_NONE; i++)
    {
      if (groups[i] >= n_groups)
        reason = RGM_REASON_RANGE;
      else
        sizes[groups[i]]++;
    }
  for (gsize g = 0; g < n_groups; g++)
    present += sizes[g] > 0;
  if (reason == RGM_REASON_NONE && n == 0)
    reason = RGM_REASON_NO_PATIENTS;
  if (reason == RGM_REASON_NONE && (present < 2 || sizes[reference] == 0))
    reason = RGM_REASON_ONE_GROUP;
  if (reason == RGM_REASON_NONE)
    {
      ties = find_ties (patients, groups, n, n_groups);
      if (ties->len == 0)
        reason = RGM_REASON_NO_EVENTS;
    }
  set_reasons (ratios, n_groups, reason != RGM_REASON_NONE ? reason : RGM_REASON_SEPARATION);
  if (reason != RGM_REASON_NONE)
    return reason;

  ratios[reference].reason = RGM_REASON_ONE_GROUP;
  linked = find_links (ties, n_groups);
  cox = (Cox) { ties, n_groups, fitted, 0 };
  fitted[cox.n_fitted++] = reference;
  for (gsize g = 0; g < n_groups; g++)
    {
      if (sizes[g] == 0)
        ratios[g].reason = RGM_REASON_NO_PATIENTS;
      else if (g != reference && linked[g * n_groups + reference] && linked[reference * n_groups + g])
        fitted[cox.n_fitted++] = g;
    }
  if (cox.n_fitted == 1)
    return RGM_REASON_NONE;

  rgm_gsl_init ();
  log_ratios = gsl_vector_calloc (cox.n_fitted - 1);
  covariance = gsl_matrix_alloc (cox.n_fitted - 1, cox.n_fitted - 1);
  if (maximise (&cox, log_ratios, covariance))
    for (gsize a = 1; a < cox.n_fitted; a++)
      fill_ratio (&ratios[fitted[a]], gsl_vector_get (log_ratios, a - 1), gsl_matrix_get (covariance, a - 1, a - 1), level);
  else
    for (gsize a = 1; a < cox.n_fitted; a++)
      ratios[fitted[a]].reason = RGM_REASON_NO_CONVERGENCE;

  return RGM_REASON_NONE;
}
