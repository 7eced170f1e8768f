/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-glmm.h"

#include <gsl/gsl_math.h>
#include <math.h>

#include "rgm-glmm-likelihood.h"
#include "rgm-gsl.h"
#include "rgm-quantile.h"

#define PRECISION 1e-13
/* While maxima are only looked for: the precision of b; a Newton step, in units of 1 + |b| + t,
 * whose end the parabola tells; how many steps; and how much higher another has to be to
 * count. */
#define SCAN_PRECISION 1e-6
#define SCAN_DISTANCE 1e-3
#define SCAN_STEPS 3
#define SCAN_HEIGHT 1e-7
#define MAX_NEWTON_STEPS 20
/* Steps below this that no longer shrink are rounding. */
#define NOISE 1e-5
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
/* Where else a maximum over b is looked for: at so many places on each side, so many t
 * apart; and between two of these, halved so often where the likelihood is off by more
 * than this from what its slopes say. With care a climb begins at each of some places. */
#define PLACES 2
#define DISTANCE 0.6
#define DEPTH 4
#define ROUGH 0.01
#define PLACES_WITH_CARE 4
#define DISTANCE_WITH_CARE 0.3

/* The likelihood's profile: at t, its maximum over b. */
typedef struct
{
  double t;
  double b;
  RgmTaylor jet;
} ProfilePoint;

/* What the profile is searched with: whether by the whole jets and from every place, or
 * by the cheap jets and where they point to; @from, to go on from; @to, to look back
 * from, if there is such a point; and what was last computed. */
typedef struct
{
  const RgmGlmmLikelihood *likelihood;
  double level;
  gboolean careful;
  ProfilePoint from;
  const ProfilePoint *to;
  ProfilePoint last;
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
      self->last.jet = self->careful ? rgm_glmm_likelihood_at (self->likelihood, b, self->last.t)
                                   : rgm_glmm_likelihood_slopes_at (self->likelihood, b, self->last.t);
    }
  *value = self->last.jet.b;
  *slope = self->last.jet.bb;
}

/* The nearest maximum over b uphill. At t = 0 the cheap jets lack nothing but the second
 * derivative by t, and their maximum may be the answer. */
static ProfilePoint
climb (Search *search,
       double  t,
       double  guess)
{
  gboolean to_the_end = search->careful || t <= 0.0;
  double value, slope, b = guess;
  gboolean there = FALSE;

  search->last = (ProfilePoint) { t, NAN, { NAN } };
  score (b, search, &value, &slope);
  for (int i = 0; !to_the_end && !there && i < SCAN_STEPS && slope < 0.0 && fabs (b - guess) < 0.5 + 0.3 * t; i++)
    {
      there = fabs (value / slope) <= SCAN_DISTANCE * (1.0 + fabs (b) + t);
      if (!there)
        {
          b -= value / slope;
          score (b, search, &value, &slope);
        }
    }
  if (!there)
    {
      b = rgm_gsl_newton (score, search, guess, 0.5 + 0.3 * t, to_the_end ? PRECISION : SCAN_PRECISION);
      if (isnan (b))
        return (ProfilePoint) { t, NAN, { NAN } };
      score (b, search, &value, &slope);
    }
  if (!to_the_end && slope < 0.0)
    {
      /* Newton's last step is not worth a likelihood: the parabola says what it finds. */
      search->last.b -= value / slope;
      search->last.jet.v -= value * value / slope / 2.0;
      search->last.jet.t -= value * search->last.jet.bt / slope;
      search->last.jet.b = 0.0;
    }
  if (t <= 0.0 && !search->careful)
    search->last.jet = rgm_glmm_likelihood_at (search->likelihood, b, t);

  return search->last;
}

/* Where the maximum over b has gone to from the last point, to first order. */
static double
expect (const ProfilePoint *from,
        double              t)
{
  double guess = from->b - (t - from->t) * from->jet.bt / from->jet.bb;

  return isfinite (guess) && fabs (guess - from->b) < 1.0 ? guess : from->b;
}

static void
prefer (ProfilePoint *best,
        ProfilePoint  other)
{
  if (other.jet.v > best->jet.v)
    *best = other;
}

static gboolean
may_have_others (const ProfilePoint *point)
{
  return point->t > 1.0 && -point->jet.bb * point->t * point->t < HOPELESS;
}

static ProfilePoint
look (Search *search,
      double  b,
      double  t)
{
  double value, slope;

  search->last = (ProfilePoint) { t, NAN, { NAN } };
  score (b, search, &value, &slope);

  return search->last;
}

/* The best of the maxima over b between two places: one where the slope changes from up
 * to down; and where the heights are not what the slopes at both ends lead to, there may
 * be others, and the halves are looked at. */
static void
look_between (Search             *search,
              const ProfilePoint *from,
              const ProfilePoint *to,
              int                 depth,
              ProfilePoint       *best)
{
  double width = to->b - from->b;
  double rise = width * (from->jet.b + to->jet.b) / 2.0;

  if (depth > 0 && fabs (to->jet.v - from->jet.v - rise) > ROUGH)
    {
      ProfilePoint middle = look (search, from->b + width / 2.0, from->t);

      look_between (search, from, &middle, depth - 1, best);
      look_between (search, &middle, to, depth - 1, best);
    }
  else if (from->jet.b > 0.0 && to->jet.b <= 0.0 && !(best->b >= from->b && best->b <= to->b))
    {
      prefer (best, climb (search, from->t, from->b + width * from->jet.b / (from->jet.b - to->jet.b)));
    }
}

/* The likelihood has one maximum in b; but where t is large and patients are few, seven
 * points make several of it, some half a t apart. The highest is looked for wherever
 * the curvature leaves hope. */
static ProfilePoint
profile (Search *search,
         double  t)
{
  ProfilePoint best = climb (search, t, expect (&search->from, t));
  ProfilePoint centre = best, before;

  if (isnan (centre.b))
    return best;

  if (may_have_others (&centre))
    {
      before = look (search, centre.b - PLACES * DISTANCE * t, t);
      if (before.jet.b < 0.0)
        prefer (&best, climb (search, t, before.b));
      for (int i = 1 - PLACES; i <= PLACES; i++)
        {
          ProfilePoint here = i == 0 ? centre : look (search, centre.b + i * DISTANCE * t, t);

          look_between (search, &before, &here, DEPTH, &best);
          before = here;
        }
      if (before.jet.b > 0.0)
        prefer (&best, climb (search, t, before.b));
      for (int i = -PLACES_WITH_CARE; search->careful && i <= PLACES_WITH_CARE; i++)
        prefer (&best, climb (search, t, centre.b + i * DISTANCE_WITH_CARE * t));
      if (search->to != NULL)
        prefer (&best, climb (search, t, expect (search->to, t)));
    }
  search->from = best;

  return best;
}

/* Twice the profile's derivative by t². At t = 0 the derivative by t vanishes and the
 * second one takes its place; there b and t don't interact. */
static double
ascent (const ProfilePoint *point)
{
  return point->t > 0.0 ? point->jet.t / point->t : point->jet.tt;
}

static double
ascent_at (double  t,
           void   *data)
{
  ProfilePoint point = profile (data, t);

  return ascent (&point);
}

static double
height_at (double  t,
           void   *data)
{
  const Search *self = data;

  return profile (data, t).jet.v - self->level;
}

static double
common_logit (const RgmPoolArm *arms,
              gsize             k)
{
  double x = 0.0, n = 0.0;

  for (gsize i = 0; i < k; i++)
    {
      x += (double) arms[i].x;
      n += (double) arms[i].n;
    }

  return log (x / (n - x));
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
      ProfilePoint point = profile (search, t);

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
      ProfilePoint *point = &g_array_index (points, ProfilePoint, i);

      if (may_have_others (point) && fabs (expect (point + 1, point->t) - point->b) > DISTANCE_WITH_CARE / 2.0 * point->t)
        prefer (point, climb (search, point->t, expect (point + 1, point->t)));
    }

  return TRUE;
}

/* One step of Newton's method for two equations in b and t, with the matrix
 * { { bb, bt }, { tb, tt } }.
 *
 * Returns: its size, relative to where it leads; NAN if there is none */
static double
newton_step (ProfilePoint *point,
             double        by_b,
             double        by_t,
             double        bb,
             double        bt,
             double        tb,
             double        tt)
{
  double determinant = bb * tt - bt * tb;
  double b = (bt * by_t - tt * by_b) / determinant;
  double t = (tb * by_b - bb * by_t) / determinant;

  point->b += b;
  point->t += t;

  return MAX (fabs (b) / (1.0 + fabs (point->b)), fabs (t) / fabs (point->t));
}

/* Whether Newton's method has arrived: the next step would be about the square of this
 * one, or rounding. */
static gboolean
arrived (double size,
         double last)
{
  return size <= sqrt (PRECISION) || (size < NOISE && size > last / 2.0);
}

/* Whether, at the same t, there is a place that is more likely than @point. */
static gboolean
overlooked (Search             *search,
            const ProfilePoint *point)
{
  ProfilePoint best;

  if (!may_have_others (point))
    return FALSE;

  search->careful = TRUE;
  search->from = *point;
  best = profile (search, point->t);
  search->careful = FALSE;

  return !(best.jet.v <= point->jet.v + SCAN_HEIGHT);
}

/* The maximum between two points of the scan, by Newton's method in b and t together.
 *
 * Returns: FALSE where that doesn't lead there */
static gboolean
find_top (Search             *search,
          const ProfilePoint *from,
          const ProfilePoint *to,
          ProfilePoint       *top)
{
  double share = ascent (from) / (ascent (from) - ascent (to));
  double last = INFINITY;

  top->t = from->t + share * (to->t - from->t);
  top->b = from->b + share * (to->b - from->b);
  for (int i = 0; i < MAX_NEWTON_STEPS; i++)
    {
      const RgmTaylor *jet = &top->jet;
      double size;

      top->jet = rgm_glmm_likelihood_at (search->likelihood, top->b, top->t);
      if (!(jet->bb < 0.0 && jet->bb * jet->tt > jet->bt * jet->bt))
        return FALSE;
      size = newton_step (top, jet->b, jet->t, jet->bb, jet->bt, jet->bt, jet->tt);
      if (!(top->t >= from->t / STEP && top->t > 0.0 && top->t <= to->t * STEP))
        return FALSE;
      if (arrived (size, last))
        {
          top->jet = rgm_glmm_likelihood_at (search->likelihood, top->b, top->t);
          return isfinite (top->jet.v) && !overlooked (search, top);
        }
      last = size;
    }

  return FALSE;
}

/* The highest of the profile's local maxima. */
static ProfilePoint
summit (Search *search,
        GArray *points)
{
  ProfilePoint best = { 0.0, NAN, { -INFINITY } };

  for (guint i = 0; i < points->len; i++)
    {
      ProfilePoint *here = &g_array_index (points, ProfilePoint, i);
      ProfilePoint top = *here;

      if (i + 1 < points->len && ascent (here) > 0.0)
        {
          ProfilePoint *next = &g_array_index (points, ProfilePoint, i + 1);

          if (ascent (next) >= 0.0)
            continue;
          if (!find_top (search, here, next, &top))
            {
              search->careful = TRUE;
              search->from = *here;
              search->to = next;
              top = profile (search, rgm_gsl_brent (ascent_at, search, here->t, next->t, 0.0, PRECISION));
              search->to = NULL;
              search->careful = FALSE;
            }
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

/* Where the profile crosses the search's level between two points, by Newton's method.
 *
 * Returns: NAN where that doesn't lead there */
static double
find_crossing (Search             *search,
               const ProfilePoint *from,
               const ProfilePoint *to)
{
  double share = (from->jet.v - search->level) / (from->jet.v - to->jet.v);
  double low = MIN (from->t, to->t), high = MAX (from->t, to->t);
  double last = INFINITY;
  ProfilePoint point = { from->t + share * (to->t - from->t), from->b + share * (to->b - from->b), { NAN } };

  for (int i = 0; i < MAX_NEWTON_STEPS; i++)
    {
      const RgmTaylor *jet = &point.jet;
      double size, t = point.t;

      point.jet = rgm_glmm_likelihood_slopes_at (search->likelihood, point.b, point.t);
      if (!(jet->bb < 0.0))
        return NAN;
      size = newton_step (&point, jet->b, jet->v - search->level, jet->bb, jet->bt, jet->b, jet->t);
      if (!(point.t > low && point.t < high))
        point.t = (t + (point.t > t ? high : low)) / 2.0;
      if (arrived (size, last))
        return overlooked (search, &point) ? NAN : point.t;
      last = size;
    }

  return NAN;
}

/* The first point beyond the last one that is below the level. */
static ProfilePoint
descend (Search             *search,
         const ProfilePoint *last)
{
  double t = last->t > 0.0 ? last->t * STEP : FIRST;
  ProfilePoint point;

  search->from = *last;
  do
    {
      point = profile (search, t);
      t *= FAR_STEP;
    }
  while (point.jet.v >= search->level && t < FARTHEST);

  return point;
}

static double
crossing (Search             *search,
          const ProfilePoint *from,
          const ProfilePoint *to)
{
  double t = find_crossing (search, from, to);
  ProfilePoint beyond;

  if (!isnan (t))
    return t;

  /* What is looked at with care may be above the level where the scan was below it. */
  search->careful = TRUE;
  search->from = *from;
  search->to = to;
  beyond = profile (search, to->t);
  search->to = NULL;
  if (from->jet.v >= search->level && beyond.jet.v >= search->level)
    beyond = descend (search, &beyond);
  search->from = *from;
  search->to = &beyond;
  t = rgm_gsl_brent (height_at, search, from->t, beyond.t, 0.0, PRECISION);
  search->to = NULL;
  search->careful = FALSE;

  return t;
}

/* The bounds enclose every tau² whose profile is above the level; where the profile has
 * two maxima some between them may not be. */
static RgmReason
interval (Search             *search,
          GArray             *points,
          const ProfilePoint *top,
          RgmGlmmFit         *fit)
{
  const ProfilePoint *all;
  double lower = 0.0, upper;
  guint first = 0, last;
  ProfilePoint beyond;

  while (first < points->len && g_array_index (points, ProfilePoint, first).t < top->t)
    first++;
  g_array_insert_val (points, first, *top);
  all = (const ProfilePoint *) (gpointer) points->data;

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
standard_error (const ProfilePoint *top)
{
  const RgmTaylor *jet = &top->jet;
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
  g_autoptr (RgmGlmmLikelihood) likelihood = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ProfilePoint));
  RgmReason reason = existence (arms, k);
  Search search = { 0 };
  ProfilePoint top;

  *fit = (RgmGlmmFit) { NAN, NAN, NAN, NAN, NAN, reason };
  if (reason != RGM_REASON_NONE)
    return reason;

  rgm_gsl_init ();
  fit->interval_reason = RGM_REASON_NO_CONVERGENCE;
  likelihood = rgm_glmm_likelihood_new (arms, k);
  if (likelihood == NULL)
    return RGM_REASON_NO_CONVERGENCE;

  search.likelihood = likelihood;
  search.from.b = common_logit (arms, k);
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
