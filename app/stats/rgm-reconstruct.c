/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-reconstruct.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rgm-kaplan-meier.h"

/* What is known about one time of the curve, in the notation of Guyot et al.: the curve is
 * read there, @events happen then, @censored before the next one, and of all these
 * @at_risk are at risk. */
typedef struct
{
  double time;
  double survival;
  gint64 at_risk;
  gint64 events;
  gint64 censored;
  double rebuilt;
} CurveTime;

/* From the one number at risk to the next. */
typedef struct
{
  gsize from;
  gsize to;
  gint64 published;
  gint64 censored;
} RiskInterval;

typedef struct
{
  CurveTime *times;
  gsize n_times;
  RiskInterval *intervals;
  gsize n_intervals;
} Rebuild;

static void
rebuild_clear (Rebuild *self)
{
  g_free (self->times);
  g_free (self->intervals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rebuild, rebuild_clear)

/* The curve's points and, where a number at risk has none, one more with the survival
 * that the curve has there; beyond the curve's end it stays where it was. So each
 * interval begins at a point. */
static void
lay_out_times (Rebuild         *self,
               const GArray    *curve,
               const RgmAtRisk *at_risk,
               gsize            n_at_risk)
{
  double survival = 1.0;
  gsize point = 0;

  self->times = g_new0 (CurveTime, curve->len + n_at_risk);
  self->intervals = g_new0 (RiskInterval, n_at_risk);
  for (gsize i = 0; i <= n_at_risk; i++)
    {
      double until = i < n_at_risk ? at_risk[i].time : INFINITY;

      for (; point < curve->len && g_array_index (curve, RgmCurvePoint, point).time < until; point++)
        {
          survival = g_array_index (curve, RgmCurvePoint, point).survival;
          self->times[self->n_times++] = (CurveTime) { .time = g_array_index (curve, RgmCurvePoint, point).time, .survival = survival };
        }
      if (i == n_at_risk)
        break;

      self->intervals[i] = (RiskInterval) { self->n_times, 0, at_risk[i].published, 0 };
      if (point >= curve->len || g_array_index (curve, RgmCurvePoint, point).time > until)
        self->times[self->n_times++] = (CurveTime) { .time = until, .survival = survival };
      else
        {
          survival = g_array_index (curve, RgmCurvePoint, point++).survival;
          self->times[self->n_times++] = (CurveTime) { .time = until, .survival = survival };
        }
    }

  self->n_intervals = n_at_risk;
  for (gsize i = 0; i < n_at_risk; i++)
    self->intervals[i].to = i + 1 < n_at_risk ? self->intervals[i + 1].from : self->n_times;
}

/* The time at which an interval ends: of the last one, the curve's end. */
static double
interval_end (const Rebuild      *self,
              const RiskInterval *interval)
{
  return self->times[MIN (interval->to, self->n_times - 1)].time;
}

/* Step 2: the censored of an interval, evenly over its time. */
static void
spread_censored (Rebuild            *self,
                 const RiskInterval *interval)
{
  double start = self->times[interval->from].time;
  double end = interval_end (self, interval);
  gint64 done = 0;

  for (gsize k = interval->from; k < interval->to; k++)
    {
      double next = k + 1 < self->n_times ? self->times[k + 1].time : end;
      /* The j-th of c is at start + j (end - start) / (c + 1). */
      double until = end > start ? ceil ((next - start) / (end - start) * (double) (interval->censored + 1) - 1e-9) - 1.0 : 0.0;
      gint64 before = k + 1 < interval->to ? CLAMP ((gint64) until, done, interval->censored) : interval->censored;

      self->times[k].censored = before - done;
      done = before;
    }
}

/* Step 3: who has the event at each time of an interval, as many as bring the curve down
 * to where it is read. @last is the rebuilt curve after the last event.
 *
 * Returns: how many are at risk at the interval's end */
static gint64
walk (Rebuild            *self,
      const RiskInterval *interval,
      gint64              at_risk,
      double             *last)
{
  for (gsize k = interval->from; k < interval->to; k++)
    {
      CurveTime *here = &self->times[k];
      double events = k > 0 && *last > 0.0 ? floor ((double) at_risk * (1.0 - here->survival / *last) + 0.5) : 0.0;

      here->at_risk = at_risk;
      here->events = CLAMP ((gint64) events, 0, at_risk);
      here->censored = CLAMP (here->censored, 0, at_risk - here->events);
      if (here->events > 0)
        *last *= 1.0 - (double) here->events / (double) at_risk;
      here->rebuilt = *last;
      at_risk -= here->events + here->censored;
    }

  return at_risk;
}

/* Steps 2 and 3 with @censored in the interval. */
static gint64
try_censored (Rebuild      *self,
              RiskInterval *interval,
              gint64        censored,
              gint64        at_risk,
              double       *last)
{
  interval->censored = CLAMP (censored, 0, at_risk);
  spread_censored (self, interval);

  return walk (self, interval, at_risk, last);
}

/* Steps 1 to 4: as many censored as leave the next number at risk. Where even none leaves
 * too few, that number is given up. At most as many rounds as there are patients, and
 * two, for from there on they repeat themselves. */
static gint64
fit_interval (Rebuild      *self,
              RiskInterval *interval,
              gint64        at_risk,
              gint64        goal,
              double       *last)
{
  const CurveTime *from = &self->times[interval->from], *to = &self->times[MIN (interval->to, self->n_times - 1)];
  double guess = from->survival > 0.0 ? (double) at_risk * to->survival / from->survival - (double) goal : 0.0;
  gint64 censored = MAX (0, (gint64) floor (guess + 0.5)), best = censored, nearest = G_MAXINT64;
  double start = *last;

  for (gint64 round = 0; round < at_risk + 2; round++)
    {
      gint64 excess;

      *last = start;
      excess = try_censored (self, interval, censored, at_risk, last) - goal;
      if (ABS (excess) < nearest)
        {
          nearest = ABS (excess);
          best = interval->censored;
        }
      if (excess == 0 || (excess < 0 && interval->censored == 0))
        break;
      censored = interval->censored + excess;
    }

  *last = start;

  return try_censored (self, interval, best, at_risk, last);
}

static gint64
count_events (const Rebuild *self,
              gsize          until)
{
  gint64 events = 0;

  for (gsize k = 0; k < until; k++)
    events += self->times[k].events;

  return events;
}

/* Steps 5 and 6: nobody was counted after the last number at risk. The censored are as
 * many for the time as before it, or as many as leave the events that are known. */
static void
fit_last_interval (Rebuild *self,
                   gint64   at_risk,
                   double   last,
                   gint64   events)
{
  RiskInterval *interval = &self->intervals[self->n_intervals - 1];
  double start = last, before = self->times[interval->from].time - self->times[0].time;
  double length = interval_end (self, interval) - self->times[interval->from].time;
  gint64 earlier = 0, censored = 0, best, nearest = G_MAXINT64;

  for (gsize i = 0; i + 1 < self->n_intervals; i++)
    earlier += self->intervals[i].censored;
  if (before > 0.0)
    censored = (gint64) MIN (floor ((double) earlier * length / before + 0.5), (double) at_risk);
  best = censored;
  /* Where the events before are all there are, more censored would not help. */
  if (count_events (self, interval->from) >= events)
    events = RGM_UNKNOWN_COUNT;

  for (gint64 round = 0; events >= 0 && round < at_risk + 2; round++)
    {
      gint64 excess;

      last = start;
      try_censored (self, interval, censored, at_risk, &last);
      excess = count_events (self, self->n_times) - events;
      if (ABS (excess) < nearest)
        {
          nearest = ABS (excess);
          best = interval->censored;
        }
      if (excess == 0 || (excess < 0 && interval->censored == 0) || (excess > 0 && interval->censored == at_risk))
        break;
      censored = interval->censored + excess;
    }

  last = start;
  try_censored (self, interval, best, at_risk, &last);
}

/* With the events as they are, the numbers at risk and the curve. */
static void
follow (Rebuild *self)
{
  gint64 at_risk = self->times[0].at_risk;
  double rebuilt = 1.0;

  for (gsize k = 0; k < self->n_times; k++)
    {
      CurveTime *here = &self->times[k];

      here->at_risk = at_risk;
      if (here->events > 0)
        rebuilt *= 1.0 - (double) here->events / (double) at_risk;
      here->rebuilt = rebuilt;
      at_risk -= here->events + here->censored;
    }
}

/* Takes the place of a censoring before the interval's end, or gives one back: the numbers
 * at risk stay as they are. */
static CurveTime *
find_censored (Rebuild *self,
               gsize    k)
{
  const RiskInterval *interval = self->intervals;

  while (k >= interval->to)
    interval++;
  for (gsize j = k; j < interval->to; j++)
    if (self->times[j].censored > 0)
      return &self->times[j];

  /* After the last number, those who are left at the curve's end have been censored too. */
  if (interval->to == self->n_times)
    {
      const CurveTime *end = &self->times[self->n_times - 1];

      if (end->at_risk - end->events - end->censored > 0)
        return &self->times[self->n_times - 1];
    }

  return NULL;
}

/* Step 6 doesn't reach the known number of events if the last interval can't compensate for the others. The remaining changes are
   made one by one where the curve drops and the sum of squared errors grows the least: an event replaces a censoring, or the
   reverse. Nothing changes where the curve is flat. */
static void
enforce_events (Rebuild *self,
                gint64   events)
{
  gint64 excess = count_events (self, self->n_times) - events;

  for (; excess != 0; excess += excess > 0 ? -1 : 1)
    {
      double product = 0.0, square = 0.0, least = INFINITY;
      CurveTime *best = NULL, *censored = NULL;

      for (gsize k = self->n_times; k-- > 1;)
        {
          CurveTime *here = &self->times[k];
          double share = (excess > 0 ? -1.0 : 1.0) / (double) MAX (here->at_risk, 1), growth;
          CurveTime *other;

          product += (here->rebuilt - here->survival) * here->rebuilt;
          square += here->rebuilt * here->rebuilt;
          growth = square * share * share - 2.0 * product * share;
          if (growth >= least)
            continue;
          if (excess > 0 ? here->events == 0 : here->survival >= self->times[k - 1].survival || here->events >= here->at_risk)
            continue;
          other = excess > 0 ? here : find_censored (self, k);
          if (other == NULL)
            continue;
          least = growth;
          best = here;
          censored = other;
        }
      if (best == NULL)
        return;

      best->events += excess > 0 ? -1 : 1;
      if (excess > 0)
        censored->censored++;
      else if (censored->censored > 0)
        censored->censored--;
      follow (self);
    }
}

/* Step 7. */
static GArray *
make_patients (const Rebuild *self)
{
  const CurveTime *end = &self->times[self->n_times - 1];
  GArray *patients = g_array_new (FALSE, FALSE, sizeof (RgmFollowUp));

  for (gsize k = 0; k < self->n_times; k++)
    {
      const CurveTime *here = &self->times[k];
      double next = k + 1 < self->n_times ? self->times[k + 1].time : here->time;
      RgmFollowUp event = { here->time, TRUE };
      RgmFollowUp censored = { here->time + (next - here->time) / 2.0, FALSE };

      for (gint64 i = 0; i < here->events; i++)
        g_array_append_val (patients, event);
      for (gint64 i = 0; i < here->censored; i++)
        g_array_append_val (patients, censored);
    }
  for (gint64 i = end->at_risk - end->events - end->censored; i > 0; i--)
    {
      RgmFollowUp left = { end->time, FALSE };

      g_array_append_val (patients, left);
    }

  return patients;
}

/* How far a point is from the rebuilt curve. Steps are rebuilt at the times of points, so that nearly every point stands at a vertical
   piece: only one between others at the same time, which trace the piece, may be anywhere on it. The lowest of them, or the only one,
   is where the curve goes on, and the highest where it came from. */
static double
get_error (const RgmKaplanMeier *curve,
           const GArray         *given,
           guint                 index)
{
  const RgmCurvePoint *point = &g_array_index (given, RgmCurvePoint, index);
  gboolean is_highest = index == 0 || g_array_index (given, RgmCurvePoint, index - 1).time < point->time;
  gboolean is_lowest = index + 1 == given->len || g_array_index (given, RgmCurvePoint, index + 1).time > point->time;
  double low = rgm_kaplan_meier_survival (curve, point->time), high;

  if (is_lowest)
    return fabs (point->survival - low);

  high = point->time > 0 ? rgm_kaplan_meier_survival (curve, nextafter (point->time, -INFINITY)) : 1.0;
  if (is_highest)
    return MIN (fabs (point->survival - high), fabs (point->survival - low));

  return MAX (0.0, MAX (point->survival - high, low - point->survival));
}

/* The points given over the rebuilt curve. */
static void
measure (RgmReconstruction    *result,
         const RgmKaplanMeier *curve,
         const GArray         *given)
{
  RgmCurvePoint before = { 0.0, 1.0 };
  double sum = 0.0;

  for (guint i = 0; i < given->len; i++)
    {
      const RgmCurvePoint *point = &g_array_index (given, RgmCurvePoint, i);
      double error = get_error (curve, given, i);

      sum += error * error;
      result->largest_error = MAX (result->largest_error, error);
      if (point->time > before.time && before.survival - point->survival > result->largest_gap)
        {
          result->largest_gap = before.survival - point->survival;
          result->gap_from = before.time;
          result->gap_to = point->time;
        }
      before = *point;
    }
  result->root_mean_square_error = sqrt (sum / (double) given->len);
}

static RgmReason
check (const RgmAtRisk *at_risk,
       gsize            n_at_risk,
       gint64           events)
{
  if (n_at_risk == 0)
    return RGM_REASON_NO_PATIENTS;
  if (at_risk[0].time != 0.0 || at_risk[0].published < 1 || events > at_risk[0].published)
    return RGM_REASON_RANGE;
  for (gsize i = 1; i < n_at_risk; i++)
    if (!(at_risk[i].time > at_risk[i - 1].time && at_risk[i].time < INFINITY) ||
        at_risk[i].published < 0 || at_risk[i].published > at_risk[i - 1].published)
      return RGM_REASON_RANGE;

  return RGM_REASON_NONE;
}

/**
 * rgm_reconstruct:
 * @curve: (element-type RgmCurvePoint): a curve as rgm_curve_repair() makes it
 * @given: (element-type RgmCurvePoint): the points that the errors are measured at
 * @at_risk: (array length=n_at_risk): the numbers at risk, by time, never rising, the
 *   first at time 0; may be none if @patients is known
 * @n_at_risk: how many
 * @patients: how many patients there are, if no number at risk says it, or
 *   %RGM_UNKNOWN_COUNT
 * @events: how many of them had the event, or %RGM_UNKNOWN_COUNT
 * @result: (out) (transfer full): the patients; %NULL unless the result is
 *   %RGM_REASON_NONE
 *
 * Patients' times from a published curve: Guyot et al., BMC Med Res Methodol 2012;12:9,
 * with its steps 1 to 7. Beyond it, numbers at risk may be 0, lie beyond the curve's end or
 * have no point between them, and a known number of events is kept exactly where the curve
 * has drops to put them at. It ends for any input.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_PATIENTS if nothing says how many there are;
 *   %RGM_REASON_NO_POINTS; %RGM_REASON_RANGE if the numbers at risk rise, aren't from time
 *   0 on, or are fewer than the events
 */
RgmReason
rgm_reconstruct (const GArray       *curve,
                 const GArray       *given,
                 const RgmAtRisk    *at_risk,
                 gsize               n_at_risk,
                 gint64              patients,
                 gint64              events,
                 RgmReconstruction **result)
{
  g_auto (Rebuild) rebuild = { 0 };
  g_autoptr (RgmReconstruction) self = g_new0 (RgmReconstruction, 1);
  g_autoptr (RgmKaplanMeier) rebuilt = NULL;
  RgmAtRisk alone = { 0.0, patients, 0 };
  double last = 1.0;
  gint64 left;
  RgmReason reason;

  *result = NULL;
  if (n_at_risk == 0 && patients > 0)
    {
      at_risk = &alone;
      n_at_risk = 1;
    }
  reason = check (at_risk, n_at_risk, events);
  if (reason == RGM_REASON_NONE && curve->len == 0)
    reason = RGM_REASON_NO_POINTS;
  if (reason != RGM_REASON_NONE)
    return reason;

  lay_out_times (&rebuild, curve, at_risk, n_at_risk);
  left = at_risk[0].published;
  for (gsize i = 0; i + 1 < n_at_risk; i++)
    left = fit_interval (&rebuild, &rebuild.intervals[i], left, at_risk[i + 1].published, &last);
  fit_last_interval (&rebuild, left, last, events);
  if (events >= 0)
    enforce_events (&rebuild, events);

  self->patients = make_patients (&rebuild);
  self->events = (gsize) count_events (&rebuild, rebuild.n_times);
  self->at_risk = g_array_new (FALSE, FALSE, sizeof (RgmAtRisk));
  for (gsize i = 0; i < n_at_risk; i++)
    {
      RgmAtRisk row = { at_risk[i].time, at_risk[i].published, rebuild.times[rebuild.intervals[i].from].at_risk };

      g_array_append_val (self->at_risk, row);
    }

  reason = rgm_kaplan_meier_new ((const RgmFollowUp *) (gpointer) self->patients->data, self->patients->len, RGM_SURVIVAL_LOG, 0.95, &rebuilt);
  if (reason != RGM_REASON_NONE)
    return reason;
  measure (self, rebuilt, given);
  *result = g_steal_pointer (&self);

  return RGM_REASON_NONE;
}

/**
 * rgm_reconstruction_free:
 * @self: (nullable) (transfer full): a reconstruction
 */
void
rgm_reconstruction_free (RgmReconstruction *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->patients, g_array_unref);
  g_clear_pointer (&self->at_risk, g_array_unref);
  g_free (self);
}
