/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-colour-trace.h"
#include "rgm-digitisation.h"
#include "rgm-digitised-curve.h"
#include "rgm-patient-times.h"
#include "rgm-rebuilt-curve.h"

/* So many patients at most: a file may name millions, and all of them would be made. */
#define PATIENTS 500

/* Either there are patients with times from 0 on, in groups that have a name, or it is said why not. */
static void
read_times (const char *text,
            gsize       size)
{
  g_autoptr (RgmCsv) csv = rgm_csv_parse (text, size, NULL);
  const RgmPatientTimesOptions options = { 0 };
  RgmTimesQuestion question;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPatientTimes) times = csv != NULL ? rgm_patient_times_read (csv, &options, &question, &error) : NULL;

  g_assert_true (csv == NULL || (times != NULL) == (error == NULL));
  for (guint i = 0; times != NULL && i < times->patients->len; i++)
    {
      const RgmPatientTime *patient = &g_array_index (times->patients, RgmPatientTime, i);

      g_assert_true (isfinite (patient->time) && patient->time >= 0);
      g_assert_true (patient->group < MAX (1, times->groups->len));
    }
}

/* As many patients as are known, no more events than are known, and none but of those patients. */
static void
check_rebuilt (const RgmRebuiltCurve *rebuilt,
               gint64                 events)
{
  gsize found = 0;

  for (guint i = 0; i < rebuilt->result->patients->len; i++)
    {
      const RgmFollowUp *patient = &g_array_index (rebuilt->result->patients, RgmFollowUp, i);

      g_assert_true (isfinite (patient->time) && patient->time >= 0);
      found += patient->event ? 1 : 0;
    }
  g_assert_cmpuint (found, ==, rebuilt->result->events);
  g_assert_cmpuint (rebuilt->result->patients->len, <=, PATIENTS);
  if (events >= 0)
    g_assert_cmpuint (found, <=, rebuilt->result->patients->len);
}

/* However a curve and numbers at risk are, they are put into an order, rebuilt or refused, and never run for ever. */
static void
read_curve (const char *text,
            gsize       size)
{
  g_auto (GStrv) names = rgm_digitised_curve_list_names (text, size, FALSE);
  g_autoptr (RgmDigitisedCurve) curve = rgm_digitised_curve_parse (text, size, names[0], NULL);
  g_autoptr (GArray) rows = rgm_at_risk_parse (text, size, names[0], NULL);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RgmCurvePoint));
  g_autoptr (GArray) at_risk = g_array_new (FALSE, FALSE, sizeof (RgmAtRisk));
  RgmCurveEvidence evidence = { points, at_risk, PATIENTS, RGM_UNKNOWN_COUNT, NULL };

  for (guint i = 0; curve != NULL && i < curve->points->len; i++)
    {
      const RgmDigitisedPoint *from = &g_array_index (curve->points, RgmDigitisedPoint, i);
      RgmCurvePoint point = { from->x, from->y };

      g_assert_true (isfinite (from->x) && isfinite (from->y));
      g_array_append_val (points, point);
    }
  for (guint i = 0; curve != NULL && i < curve->at_risk->len; i++)
    {
      const RgmDigitisedPoint *row = &g_array_index (curve->at_risk, RgmDigitisedPoint, i);

      g_assert_true (isfinite (row->x) && row->y >= 0 && row->y <= 1e9 && row->y == floor (row->y));
    }
  if (rows != NULL && rgm_at_risk_arrange (rows, PATIENTS, NULL))
    for (guint i = 0; i < rows->len; i++)
      {
        const RgmDigitisedPoint *row = &g_array_index (rows, RgmDigitisedPoint, i);
        RgmAtRisk risk = { row->x, (gint64) row->y, 0 };

        if (i == 0 && (row->x != 0 || row->y < 1 || row->y > PATIENTS))
          break;
        g_array_append_val (at_risk, risk);
      }
  for (gint64 events = RGM_UNKNOWN_COUNT; points->len > 0 && events < PATIENTS; events += 200)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmRebuiltCurve) rebuilt = NULL;
      gsize at_fault;

      evidence.events = events;
      rebuilt = rgm_rebuilt_curve_new (&evidence, &at_fault, &error);
      g_assert_true ((rebuilt != NULL) == (error == NULL));
      if (rebuilt != NULL)
        check_rebuilt (rebuilt, events);
    }
}

/* In a picture of any pixels a line is followed within the picture, from the left to the right. */
static void
follow_line (const guint8 *data,
             gsize         size)
{
  const int width = 16;
  const RgmPixels pixels = { data, width, (int) (size / 48), 48, 3 };

  for (int x = 0; x < width && pixels.height > 0; x += 5)
    {
      g_autoptr (GArray) points = rgm_colour_trace (&pixels, &(RgmPicturePoint) { x, data[0] % pixels.height }, RGM_TRACE_TOLERANCE, 0, width - 1);

      for (guint i = 0; i < points->len; i++)
        {
          const RgmPicturePoint *point = &g_array_index (points, RgmPicturePoint, i);

          g_assert_true (point->x >= 0 && point->x <= width && point->y >= 0 && point->y <= pixels.height);
          g_assert_true (i == 0 || point->x >= point[-1].x);
        }
    }
}

/* Axes of any numbers: what they read, they place where it was. */
static void
read_axes (const guint8 *data,
           gsize         size)
{
  RgmPictureAxes axes = { .is_set = { TRUE, TRUE, TRUE, TRUE } };
  double numbers[3 * RGM_PICTURE_N_MARKS], time, survival;
  RgmPicturePoint place = { 100, 50 }, back;

  if (size < sizeof numbers)
    return;

  memcpy (numbers, data, sizeof numbers);
  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      axes.places[i] = (RgmPicturePoint) { numbers[3 * i], numbers[3 * i + 1] };
      axes.values[i] = numbers[3 * i + 2];
    }
  if (rgm_picture_axes_read (&axes, &place, &time, &survival))
    g_assert_true (rgm_picture_axes_place (&axes, time, survival, &back));
}

/* The note of a picture: what is taken of it is written as the same again. */
static void
read_note (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDigitisation) one = rgm_digitisation_new_from_text (text, &error);
  g_autoptr (RgmDigitisation) other = NULL;
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;

  g_assert_true ((one != NULL) == (error == NULL));
  if (one == NULL)
    return;

  written = rgm_digitisation_to_text (one);
  other = rgm_digitisation_new_from_text (written, NULL);
  g_assert_nonnull (other);
  again = rgm_digitisation_to_text (other);
  g_assert_cmpstr (written, ==, again);
}

/* What others have of survival curves, from any bytes. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);

  if (size == 0)
    return 0;

  read_times (text, strlen (text));
  read_curve (text, strlen (text));
  read_note (text);
  follow_line (data, size);
  read_axes (data, size);

  return 0;
}
