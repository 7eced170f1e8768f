/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-glmm-likelihood.h"

#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>
#include <math.h>

#include "rgm-gsl.h"

#define NODES 7
#define PRECISION 1e-10
#define MAX_NEWTON_STEPS 20

typedef gsl_integration_fixed_workspace Quadrature;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Quadrature, gsl_integration_fixed_free)

/* Arms that are alike, once: x of n, how often, the logit of x/n (of corrected counts
 * if x is 0 or n), and the largest log-likelihood that they can have. */
typedef struct
{
  double x;
  double n;
  double times;
  double logit;
  double saturated;
} Term;

/* Where a term's random effect had its mode, at a b and a t, and how it moves with them:
 * the next search begins where this one leads. */
typedef struct
{
  double u;
  double by_b;
  double by_t;
  double b;
  double t;
} KnownMode;

struct _RgmGlmmLikelihood
{
  GArray *terms;
  KnownMode *modes;
  double nodes[NODES];
  double log_weights[NODES];
};

static Term
term_new (const RgmPoolArm *arm)
{
  double x = (double) arm->x;
  double n = (double) arm->n;

  if (arm->x == 0 || arm->x == arm->n)
    return (Term) { x, n, 0.0, log ((x + 0.5) / (n - x + 0.5)), 0.0 };

  return (Term) { x, n, 0.0, log (x / (n - x)), x * log (x / n) + (n - x) * log1p (-x / n) };
}

/**
 * rgm_glmm_likelihood_new:
 * @arms: (array length=k): the arms, each in its range, like ones side by side
 * @k: how many, at least 1
 *
 * Identical arms are combined for speed.
 *
 * Returns: (transfer full) (nullable): %NULL if GSL has no quadrature
 */
RgmGlmmLikelihood *
rgm_glmm_likelihood_new (const RgmPoolArm *arms,
                         gsize             k)
{
  g_autoptr (Quadrature) quadrature = gsl_integration_fixed_alloc (gsl_integration_fixed_hermite, NODES, 0.0, 0.5, 0.0, 0.0);
  RgmGlmmLikelihood *self;

  if (quadrature == NULL)
    return NULL;

  self = g_new0 (RgmGlmmLikelihood, 1);
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  for (gsize i = 0; i < k; i++)
    {
      if (i == 0 || arms[i].x != arms[i - 1].x || arms[i].n != arms[i - 1].n)
        {
          Term term = term_new (&arms[i]);

          g_array_append_val (self->terms, term);
        }
      g_array_index (self->terms, Term, self->terms->len - 1).times += 1.0;
    }
  self->modes = g_new0 (KnownMode, self->terms->len);

  for (gsize i = 0; i < NODES; i++)
    {
      self->nodes[i] = gsl_integration_fixed_nodes (quadrature)[i];
      self->log_weights[i] = log (gsl_integration_fixed_weights (quadrature)[i]) - log (2.0 * M_PI) / 2.0;
    }

  return self;
}

/**
 * rgm_glmm_likelihood_free:
 * @self: (transfer full): a likelihood
 */
void
rgm_glmm_likelihood_free (RgmGlmmLikelihood *self)
{
  g_array_unref (self->terms);
  g_free (self->modes);
  g_free (self);
}

/* The binomial log-likelihood at the logit @eta, below its largest value @saturated, if
 * it is asked for, its derivative, and the rate with its complement. Near the arm's own rate both numbers are
 * small differences of ones as large as n: there they are computed from the distance. */
static void
binomial (const Term *self,
          double      eta,
          double     *value,
          double     *slope,
          double     *p,
          double     *q)
{
  double distance = eta - self->logit;
  double rest = self->n - self->x;
  double e;

  if (self->saturated != 0.0 && fabs (distance) < 1.0)
    {
      double rate = self->x / self->n;
      double growth = expm1 (distance);
      double total = 1.0 + rate * growth;

      *p = rate * (1.0 + growth) / total;
      *q = rest / self->n / total;
      if (value != NULL)
        *value = self->x * distance - self->n * log1p (rate * growth);
      *slope = -rest * rate * growth / total;
      return;
    }

  e = exp (-fabs (eta));
  *p = (eta > 0.0 ? 1.0 : e) / (1.0 + e);
  *q = (eta > 0.0 ? e : 1.0) / (1.0 + e);
  if (value != NULL)
    *value = (eta > 0.0 ? -rest : self->x) * eta - self->n * log1p (e) - self->saturated;
  *slope = self->x * *q - rest * *p;
}

typedef struct
{
  const Term *term;
  double b;
  double t;
} Mode;

static void
mode_function (double  u,
               void   *data,
               double *value,
               double *slope)
{
  const Mode *self = data;
  double score, p, q;

  binomial (self->term, self->b + self->t * u, NULL, &score, &p, &q);
  *value = self->t * score - u;
  *slope = -self->t * self->t * self->term->n * p * q - 1.0;
}

/* The mode of an arm's standardised random effect u, from where the last one leads.
 * Newton's method is enough but where t is large and the guess far away. */
static double
find_mode (const Term      *term,
           const KnownMode *known,
           double           b,
           double           t)
{
  Mode data = { term, b, t };
  double rate = (term->x + 0.5) / (term->n + 1.0);
  double information = t * t * term->n * rate * (1.0 - rate);
  double guess, u;

  if (t <= 0.0)
    return 0.0;

  if (known->t > 0.0)
    guess = known->u + known->by_b * (b - known->b) + known->by_t * (t - known->t);
  else
    guess = information / (1.0 + information) * (term->logit - b) / t;

  u = guess;
  for (int i = 0; i < MAX_NEWTON_STEPS && isfinite (u); i++)
    {
      double value, slope, step;

      mode_function (u, &data, &value, &slope);
      step = value / slope;
      u -= step;
      /* The next step would be about the square of this one. */
      if (fabs (step) <= sqrt (PRECISION) * (1.0 + fabs (u)))
        return u;
    }

  return rgm_gsl_newton (mode_function, &data, isfinite (guess) ? guess : 0.0, INFINITY, PRECISION);
}

/* The mode with its derivatives: two steps more of Newton's method in jets, with the
 * slope held; each makes those of one order more right. */
static RgmTaylor
mode (const Term      *term,
      const KnownMode *known,
      RgmTaylor        b,
      RgmTaylor        t)
{
  Mode data = { term, b.v, t.v };
  RgmTaylor u = { find_mode (term, known, b.v, t.v) };
  double value, slope;

  if (isnan (u.v))
    return u;

  mode_function (u.v, &data, &value, &slope);
  for (int step = 0; step < 2; step++)
    {
      RgmTaylor eta = rgm_taylor_add (b, rgm_taylor_multiply (t, u));
      double score, p, q, weight;
      RgmTaylor excess;

      binomial (term, eta.v, NULL, &score, &p, &q);
      weight = term->n * p * q;
      excess = rgm_taylor_multiply (t, rgm_taylor_compose (eta, score, -weight, -weight * (q - p)));
      excess = rgm_taylor_add (excess, rgm_taylor_scale (u, -1.0));
      u = rgm_taylor_add (u, rgm_taylor_scale (excess, -1.0 / slope));
    }

  return u;
}

/* The log of an arm's likelihood: the integral over u of the binomial likelihood at
 * b + tu and the standard normal density, by quadrature about the mode of their product,
 * on the scale of its curvature there. */
static RgmTaylor
arm_log_likelihood (const RgmGlmmLikelihood *self,
                    const Term              *term,
                    const KnownMode         *known,
                    RgmTaylor                b,
                    RgmTaylor                t)
{
  RgmTaylor centre = mode (term, known, b, t);
  RgmTaylor eta = rgm_taylor_add (b, rgm_taylor_multiply (t, centre));
  RgmTaylor exponents[NODES], curvature, scale, sum = { 0.0 };
  double value, slope, p, q, pq, largest = -INFINITY;

  binomial (term, eta.v, NULL, &slope, &p, &q);
  pq = p * q;
  curvature = rgm_taylor_compose (eta, term->n * pq, term->n * pq * (q - p), term->n * pq * (1.0 - 6.0 * pq));
  curvature = rgm_taylor_multiply (rgm_taylor_multiply (t, t), curvature);
  curvature.v += 1.0;
  scale = rgm_taylor_inverse_sqrt (curvature);

  for (gsize i = 0; i < NODES; i++)
    {
      RgmTaylor u = rgm_taylor_add (centre, rgm_taylor_scale (scale, self->nodes[i]));

      eta = rgm_taylor_add (b, rgm_taylor_multiply (t, u));
      binomial (term, eta.v, &value, &slope, &p, &q);
      exponents[i] = rgm_taylor_add (rgm_taylor_compose (eta, value, slope, -term->n * p * q),
                                     rgm_taylor_scale (rgm_taylor_multiply (u, u), -0.5));
      exponents[i].v += self->nodes[i] * self->nodes[i] / 2.0 + self->log_weights[i];
      largest = MAX (largest, exponents[i].v);
    }

  for (gsize i = 0; i < NODES; i++)
    {
      exponents[i].v -= largest;
      sum = rgm_taylor_add (sum, rgm_taylor_exp (exponents[i]));
    }

  sum = rgm_taylor_add (rgm_taylor_log (sum), rgm_taylor_log (scale));
  sum.v += largest;

  return sum;
}

/**
 * rgm_glmm_likelihood_at:
 * @self: a likelihood
 * @b: the logit of a typical arm
 * @t: the standard deviation of the arms' logits, 0 or more
 *
 * The log-likelihood by adaptive Gauss-Hermite quadrature with 7 points for each arm,
 * less that of the saturated model, with its derivatives by @b and @t; half of what
 * lme4::glmer(nAGQ = 7) minimises, with the other sign. Pinheiro and Bates, J Comput
 * Graph Stat 1995;4:12; Stijnen, Hamza and Özdemir, Stat Med 2010;29:3046.
 *
 * Returns: the jet; NAN in it if an arm's mode wasn't found
 */
RgmTaylor
rgm_glmm_likelihood_at (const RgmGlmmLikelihood *self,
                        double                   b,
                        double                   t)
{
  RgmTaylor first = { b, 1.0 };
  RgmTaylor second = { t, 0.0, 1.0 };
  RgmTaylor sum = { 0.0 };

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      sum = rgm_taylor_add (sum, rgm_taylor_scale (arm_log_likelihood (self, term, &self->modes[i], first, second), term->times));
    }

  return sum;
}

/* An arm's log-likelihood with its first derivatives, as arm_log_likelihood() has it,
 * written out; and of the integral that it approximates, the second derivatives by b and
 * by b and t. */
static RgmTaylor
arm_slopes (const RgmGlmmLikelihood *self,
            const Term              *term,
            KnownMode               *known,
            double                   b,
            double                   t)
{
  double centre = find_mode (term, known, b, t);
  double eta = b + t * centre;
  double score, p, q, w, w1, c, scale, log_scale_b, log_scale_t, centre_b, centre_t, largest = -INFINITY;
  double exponents[NODES], by_b[NODES], by_t[NODES], scores[NODES], weights[NODES], effects[NODES];
  double sum = 0.0, sum_b = 0.0, sum_t = 0.0, sum_s = 0.0, sum_su = 0.0, sum_bb = 0.0, sum_bt = 0.0;

  binomial (term, eta, NULL, &score, &p, &q);
  w = term->n * p * q;
  w1 = w * (q - p);
  c = 1.0 + t * t * w;
  scale = 1.0 / sqrt (c);
  centre_b = -t * w / c;
  centre_t = (score - t * w * centre) / c;
  log_scale_b = -0.5 * t * t * w1 * (1.0 + t * centre_b) / c;
  log_scale_t = -0.5 * (2.0 * t * w + t * t * w1 * (centre + t * centre_t)) / c;
  *known = (KnownMode) { centre, centre_b, centre_t, b, t };

  for (gsize i = 0; i < NODES; i++)
    {
      double z = self->nodes[i];
      double u = centre + scale * z;
      double u_b = centre_b + scale * log_scale_b * z;
      double u_t = centre_t + scale * log_scale_t * z;

      binomial (term, b + t * u, &exponents[i], &scores[i], &p, &q);
      exponents[i] += (z * z - u * u) / 2.0 + self->log_weights[i];
      by_b[i] = scores[i] * (1.0 + t * u_b) - u * u_b;
      by_t[i] = scores[i] * (u + t * u_t) - u * u_t;
      weights[i] = term->n * p * q;
      effects[i] = u;
      largest = MAX (largest, exponents[i]);
    }

  for (gsize i = 0; i < NODES; i++)
    {
      double e = exp (exponents[i] - largest);
      double curvature = scores[i] * scores[i] - weights[i];

      sum += e;
      sum_b += e * by_b[i];
      sum_t += e * by_t[i];
      sum_s += e * scores[i];
      sum_su += e * scores[i] * effects[i];
      sum_bb += e * curvature;
      sum_bt += e * curvature * effects[i];
    }

  return (RgmTaylor) {
    .v = log (sum) + largest + log (scale),
    .b = sum_b / sum + log_scale_b,
    .t = sum_t / sum + log_scale_t,
    .bb = sum_bb / sum - sum_s / sum * (sum_s / sum),
    .bt = sum_bt / sum - sum_s / sum * (sum_su / sum),
    .tt = 0.0,
  };
}

/**
 * rgm_glmm_likelihood_slopes_at:
 * @self: a likelihood
 * @b: the logit of a typical arm
 * @t: the standard deviation of the arms' logits, 0 or more
 *
 * The value and the first derivatives of rgm_glmm_likelihood_at() at a fraction of its
 * cost. The second derivatives by @b and by @b and @t are those of the integral and not
 * of its quadrature, good enough to go by; that by @t is not there.
 *
 * Returns: the jet; NAN in it if an arm's mode wasn't found
 */
RgmTaylor
rgm_glmm_likelihood_slopes_at (const RgmGlmmLikelihood *self,
                               double                   b,
                               double                   t)
{
  RgmTaylor sum = { 0.0 };

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      sum = rgm_taylor_add (sum, rgm_taylor_scale (arm_slopes (self, term, &self->modes[i], b, t), term->times));
    }
  sum.tt = NAN;

  return sum;
}
