/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-glmm-likelihood.h"

#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>
#include <math.h>

#include "rgm-gsl.h"

#define NODES 7
#define PRECISION 1e-10

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

struct _RgmGlmmLikelihood
{
  GArray *terms;
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
 * @arms: (array length=k): the arms, each in its range, like ones side by
 *   side
 * @k: how many, at least 1
 *
 * Arms that are alike are put together: it is quicker.
 *
 * Returns: (transfer full) (nullable): %NULL if GSL has no quadrature
 */
RgmGlmmLikelihood *
rgm_glmm_likelihood_new (const RgmPoolArm *arms,
                         gsize             k)
{
  g_autoptr(Quadrature) quadrature = gsl_integration_fixed_alloc (gsl_integration_fixed_hermite, NODES, 0.0, 0.5, 0.0, 0.0);
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
  g_free (self);
}

static double
softplus (double x)
{
  return x > 0.0 ? x + log1p (exp (-x)) : log1p (exp (x));
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

  *p = 1.0 / (1.0 + exp (-eta));
  *q = 1.0 / (1.0 + exp (eta));
  if (value != NULL)
    *value = -self->x * softplus (-eta) - rest * softplus (eta) - self->saturated;
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

/* The mode of an arm's standardised random effect u. It is found in plain numbers; two
 * steps more of Newton's method in jets, with the slope held, give it its derivatives:
 * each step makes those of one order more right. */
static RgmJet
mode (const Term *term,
      RgmJet      b,
      RgmJet      t)
{
  Mode data = { term, b.v, t.v };
  double rate = (term->x + 0.5) / (term->n + 1.0);
  double information = t.v * t.v * term->n * rate * (1.0 - rate);
  double guess = t.v > 0.0 ? information / (1.0 + information) * (term->logit - b.v) / t.v : 0.0;
  RgmJet u = { rgm_gsl_newton (mode_function, &data, guess, INFINITY, PRECISION) };
  double value, slope;

  if (isnan (u.v))
    return u;

  mode_function (u.v, &data, &value, &slope);
  for (int step = 0; step < 2; step++)
    {
      RgmJet eta = rgm_jet_add (b, rgm_jet_multiply (t, u));
      double score, p, q, weight;
      RgmJet excess;

      binomial (term, eta.v, NULL, &score, &p, &q);
      weight = term->n * p * q;
      excess = rgm_jet_multiply (t, rgm_jet_compose (eta, score, -weight, -weight * (q - p)));
      excess = rgm_jet_add (excess, rgm_jet_scale (u, -1.0));
      u = rgm_jet_add (u, rgm_jet_scale (excess, -1.0 / slope));
    }

  return u;
}

/* The log of an arm's likelihood: the integral over u of the binomial likelihood at
 * b + tu and the standard normal density, by quadrature about the mode of their product,
 * on the scale of its curvature there. */
static RgmJet
arm_log_likelihood (const RgmGlmmLikelihood *self,
                    const Term              *term,
                    RgmJet                   b,
                    RgmJet                   t)
{
  RgmJet centre = mode (term, b, t);
  RgmJet eta = rgm_jet_add (b, rgm_jet_multiply (t, centre));
  RgmJet exponents[NODES], curvature, scale, sum = { 0.0 };
  double value, slope, p, q, pq, largest = -INFINITY;

  binomial (term, eta.v, NULL, &slope, &p, &q);
  pq = p * q;
  curvature = rgm_jet_compose (eta, term->n * pq, term->n * pq * (q - p), term->n * pq * (1.0 - 6.0 * pq));
  curvature = rgm_jet_multiply (rgm_jet_multiply (t, t), curvature);
  curvature.v += 1.0;
  scale = rgm_jet_inverse_sqrt (curvature);

  for (gsize i = 0; i < NODES; i++)
    {
      RgmJet u = rgm_jet_add (centre, rgm_jet_scale (scale, self->nodes[i]));

      eta = rgm_jet_add (b, rgm_jet_multiply (t, u));
      binomial (term, eta.v, &value, &slope, &p, &q);
      exponents[i] = rgm_jet_add (rgm_jet_compose (eta, value, slope, -term->n * p * q),
                                  rgm_jet_scale (rgm_jet_multiply (u, u), -0.5));
      exponents[i].v += self->nodes[i] * self->nodes[i] / 2.0 + self->log_weights[i];
      largest = MAX (largest, exponents[i].v);
    }

  for (gsize i = 0; i < NODES; i++)
    {
      exponents[i].v -= largest;
      sum = rgm_jet_add (sum, rgm_jet_exp (exponents[i]));
    }

  sum = rgm_jet_add (rgm_jet_log (sum), rgm_jet_log (scale));
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
RgmJet
rgm_glmm_likelihood_at (const RgmGlmmLikelihood *self,
                        double                   b,
                        double                   t)
{
  RgmJet first = { b, 1.0 };
  RgmJet second = { t, 0.0, 1.0 };
  RgmJet sum = { 0.0 };

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      sum = rgm_jet_add (sum, rgm_jet_scale (arm_log_likelihood (self, term, first, second), term->times));
    }

  return sum;
}
