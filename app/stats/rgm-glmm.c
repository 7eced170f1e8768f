/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-glmm.h"

#include <gsl/gsl_math.h>
#include <math.h>

#include "rgm-glmm-likelihood.h"
#include "rgm-gsl.h"
#include "rgm-quantile.h"

#define PRECISION 1e-13
#define SMALLEST_TAU2 1e-12
/* The grid of t = tau on which maxima are looked for: 0, then this, then in steps of
 * STEP; beyond its end, which depends on the arms, in steps of FAR_STEP up to FARTHEST
 * for the upper bound of an interval. Two maxima lie much farther apart than a step:
 * one is at or near 0, the other where arms far from the rest pull it. */
#define FIRST 0.01
#define STEP 1.3
#define FAR_STEP 2.0
#define FARTHEST 1e9
/* At this information in units of 1/t², a place 0.6 t away is below by about 10. */
#define HOPELESS 60.0

/* The likelihood's profile: at t, its maximum over b. */
typedef struct
{
  double t;
  double b;
  RgmJet jet;
} Point;

/* What the profile is searched with: @from, to go on from; @to, to look back from, if
 * there is such a point; and what was last computed. */
typedef struct
{
  const RgmGlmmLikelihood *likelihood;
  double level;
  Point from;
  const Point *to;
  Point last;
} Search;

static void
score (double  b,
       void   *data,
       double *value,
       double *slope)
{
  Search *self = data;

  if (b != self->last.b)
    {
      self->last.b = b;
      self->last.jet = rgm_glmm_likelihood_at (self->likelihood, b, self->last.t);
    }
  *value = self->last.jet.b;
  *slope = self->last.jet.bb;
}

static Point
climb (Search *search,
       double  t,
       double  guess)
{
  double value, slope, b;

  search->last = (Point) { t, NAN, { NAN } };
  b = rgm_gsl_newton (score, search, guess, 0.5 + 0.3 * t, PRECISION);
  if (isnan (b))
    return (Point) { t, NAN, { NAN } };
  score (b, search, &value, &slope);

  return search->last;
}

/* Where the maximum over b has gone to from the last point, to first order. */
static double
expect (const Point *from,
        double       t)
{
  double guess = from->b - (t - from->t) * from->jet.bt / from->jet.bb;

  return isfinite (guess) && fabs (guess - from->b) < 1.0 ? guess : from->b;
}

static void
prefer (Point *best,
        Point  other)
{
  if (other.jet.v > best->jet.v)
    *best = other;
}

static gboolean
may_have_others (const Point *point)
{
  return point->t > 1.0 && -point->jet.bb * point->t * point->t < HOPELESS;
}

/* The likelihood has one maximum in b; but where t is large and patients are few, seven
 * points make several of it, some half a t apart. The highest is looked for wherever
 * the curvature leaves hope. */
static Point
profile (Search *search,
         double  t)
{
  Point best = climb (search, t, expect (&search->from, t));
  double centre = best.b;

  if (isnan (centre))
    return best;

  if (may_have_others (&best))
    {
      for (int i = -4; i <= 4; i++)
        if (i != 0)
          prefer (&best, climb (search, t, centre + 0.3 * i * t));
      if (search->to != NULL)
        prefer (&best, climb (search, t, expect (search->to, t)));
    }
  search->from = best;

  return best;
}

/* Twice the profile's derivative by t². At t = 0 the derivative by t vanishes and the
 * second one takes its place; there b and t don't interact. */
static double
ascent (const Point *point)
{
  return point->t > 0.0 ? point->jet.t / point->t : point->jet.tt;
}

static double
ascent_at (double t,
           void  *data)
{
  Point point = profile (data, t);

  return ascent (&point);
}

static double
height_at (double t,
           void  *data)
{
  const Search *self = data;

  return profile (data, t).jet.v - self->level;
}

/* Beyond the largest distance of an arm's logit from 0 no tau is likely, unless nearly
 * all arms are at 0 or 1: each of those is the likelier the larger tau is, about up to
 * that distance times their number for each other arm. */
static double
grid_end (const RgmPoolArm *arms,
          gsize             k)
{
  double farthest = 0.0, extreme = 0.0;

  for (gsize i = 0; i < k; i++)
    {
      double x = (double) arms[i].x;
      double n = (double) arms[i].n;

      farthest = MAX (farthest, fabs (log ((x + 0.5) / (n - x + 0.5))));
      if (arms[i].x == 0 || arms[i].x == arms[i].n)
        extreme += 1.0;
    }

  return 4.0 * (1.0 + farthest) * (1.0 + extreme / ((double) k - extreme));
}

/* Returns: FALSE if there is a point without an answer */
static gboolean
scan (Search *search,
      double  end,
      GArray *points)
{
  double t = 0.0;

  do
    {
      Point point = profile (search, t);

      if (!isfinite (point.jet.v) || !isfinite (ascent (&point)))
        return FALSE;

      g_array_append_val (points, point);
      t = t > 0.0 ? t * STEP : FIRST;
    }
  while (t < end);

  /* What was found on the way there is looked for once more on the way back, so that the
   * profile doesn't depend on where one comes from. */
  for (guint i = points->len - 1; i-- > 0;)
    {
      Point *point = &g_array_index (points, Point, i);

      if (may_have_others (point))
        prefer (point, climb (search, point->t, expect (point + 1, point->t)));
    }

  return TRUE;
}

/* The highest of the profile's local maxima. */
static Point
summit (Search *search,
        GArray *points)
{
  Point best = { 0.0, NAN, { -INFINITY } };

  for (guint i = 0; i < points->len; i++)
    {
      Point *here = &g_array_index (points, Point, i);
      Point top = *here;

      if (i + 1 < points->len && ascent (here) > 0.0)
        {
          Point *next = &g_array_index (points, Point, i + 1);

          if (ascent (next) >= 0.0)
            continue;
          search->from = *here;
          search->to = next;
          top = profile (search, rgm_gsl_brent (ascent_at, search, here->t, next->t, 0.0, PRECISION));
          search->to = NULL;
          /* At 0 an ascent that is rounding and nothing else has no end. */
          if (isnan (top.b) && here->t <= 0.0)
            top = *here;
        }
      else if (here->t > 0.0)
        {
          continue;
        }

      if (top.t * top.t < SMALLEST_TAU2 && top.t > 0.0)
        top = profile (search, 0.0);
      if (top.jet.v > best.jet.v)
        best = top;
    }

  return best;
}

/* Where the profile crosses the search's level between two points. */
static double
crossing (Search      *search,
          const Point *from,
          const Point *to)
{
  double t;

  search->from = *from;
  search->to = to;
  t = rgm_gsl_brent (height_at, search, from->t, to->t, 0.0, PRECISION);
  search->to = NULL;

  return t;
}

/* The first point beyond the last one that is below the level. */
static Point
descend (Search      *search,
         const Point *last)
{
  double t = last->t > 0.0 ? last->t * STEP : FIRST;
  Point point;

  search->from = *last;
  do
    {
      point = profile (search, t);
      t *= FAR_STEP;
    }
  while (point.jet.v >= search->level && t < FARTHEST);

  return point;
}

/* The bounds enclose every tau² whose profile is above the level; where the profile has
 * two maxima some between them may not be. */
static RgmReason
interval (Search      *search,
          GArray      *points,
          const Point *top,
          RgmGlmmFit  *fit)
{
  const Point *all;
  double lower = 0.0, upper;
  guint first = 0, last;
  Point beyond;

  while (first < points->len && g_array_index (points, Point, first).t < top->t)
    first++;
  g_array_insert_val (points, first, *top);
  all = (const Point *) (gpointer) points->data;

  for (first = 0; all[first].jet.v < search->level;)
    first++;
  for (last = points->len - 1; all[last].jet.v < search->level;)
    last--;

  if (first > 0)
    lower = crossing (search, &all[first - 1], &all[first]);

  beyond = last + 1 < points->len ? all[last + 1] : descend (search, &all[last]);
  upper = crossing (search, &all[last], &beyond);

  if (isnan (lower) || isnan (upper))
    return RGM_REASON_NO_CONVERGENCE;

  fit->tau2_lower = lower * lower;
  fit->tau2_upper = upper * upper;

  return RGM_REASON_NONE;
}

/* From the inverse of the joint Hessian in b and t. At t = 0 they don't interact. */
static double
standard_error (const Point *top)
{
  const RgmJet *jet = &top->jet;
  double information = -jet->bb;

  if (top->t > 0.0)
    information += jet->bt * jet->bt / jet->tt;

  return information > 0.0 ? 1.0 / sqrt (information) : NAN;
}

static RgmReason
existence (const RgmPoolArm *arms,
           gsize             k)
{
  gsize none = 0, all = 0;

  for (gsize i = 0; i < k; i++)
    {
      none += arms[i].x == 0;
      all += arms[i].x == arms[i].n;
    }

  if (k == 0)
    return RGM_REASON_NO_ARMS;
  if (none == k)
    return RGM_REASON_NO_RESPONDERS;
  if (all == k)
    return RGM_REASON_ALL_RESPONDED;
  if (none + all == k)
    return RGM_REASON_ALL_OR_NONE;

  return RGM_REASON_NONE;
}

/**
 * rgm_glmm_fit:
 * @arms: (array length=k): the arms, each in its range, like ones side by
 *   side
 * @k: how many
 * @level: the level of the interval of tau², above 0.5 and below 1
 * @fit: (out): the answer; all NAN if the result isn't %RGM_REASON_NONE
 *
 * Fits the random-effects logistic model by maximum likelihood; see
 * rgm_glmm_likelihood_at(). The likelihood is profiled over the mean logit, its local
 * maxima in tau are found one by one, and the highest is the answer; a tau² below 1e-12
 * is 0. The interval of tau² inverts the likelihood ratio test with chi² on 1 degree of
 * freedom: Hardy and Thompson, Stat Med 1996;15:619.
 *
 * Returns: why there is no answer
 */
RgmReason
rgm_glmm_fit (const RgmPoolArm *arms,
              gsize             k,
              double            level,
              RgmGlmmFit       *fit)
{
  g_autoptr(RgmGlmmLikelihood) likelihood = NULL;
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  RgmReason reason = existence (arms, k);
  Search search = { 0 };
  Point top;

  *fit = (RgmGlmmFit) { NAN, NAN, NAN, NAN, NAN, reason };
  if (reason != RGM_REASON_NONE)
    return reason;

  rgm_gsl_init ();
  fit->interval_reason = RGM_REASON_NO_CONVERGENCE;
  likelihood = rgm_glmm_likelihood_new (arms, k);
  if (likelihood == NULL)
    return RGM_REASON_NO_CONVERGENCE;

  search.likelihood = likelihood;
  if (k == 1)
    top = profile (&search, 0.0);
  else if (scan (&search, grid_end (arms, k), points))
    top = summit (&search, points);
  else
    return RGM_REASON_NO_CONVERGENCE;

  if (isnan (top.b) || isnan (standard_error (&top)))
    return RGM_REASON_NO_CONVERGENCE;

  fit->logit = top.b;
  fit->se = standard_error (&top);
  fit->tau2 = top.t * top.t;
  fit->interval_reason = RGM_REASON_ONE_ARM;
  if (k > 1)
    {
      search.level = top.jet.v - rgm_chi2_upper (1.0 - level, 1.0) / 2.0;
      fit->interval_reason = interval (&search, points, &top, fit);
    }

  return RGM_REASON_NONE;
}
