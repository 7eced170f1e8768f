/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-json-writer.h"
#include "rgm-published-curve.h"
#include "rgm-record-check.h"
#include "rgm-unit.h"

static const RgmField time_fields[] = {
  RGM_FIELD (RgmPublishedTime, time, "time", NUMBER, RGM_REQUIRED, "The time of the event, or of censoring.", .min = 0, .max = RGM_TIME_MAX),
  RGM_FIELD (RgmPublishedTime, event, "event", BOOLEAN, RGM_REQUIRED, "Whether the event was observed."),
};

RGM_DEFINE_VALUE (RgmPublishedTime, rgm_published_time, time_fields, .name = "patient_time", .help = "The time of one patient.")

static const RgmField point_fields[] = {
  RGM_FIELD (RgmPublishedPoint, time, "time", NUMBER, RGM_REQUIRED, "The time.", .min = 0, .max = RGM_TIME_MAX),
  RGM_FIELD (RgmPublishedPoint, survival, "survival", NUMBER, RGM_REQUIRED, "The survival at that time, as a proportion.", .min = 0, .max = 1),
};

RGM_DEFINE_VALUE (RgmPublishedPoint, rgm_published_point, point_fields, .name = "curve_point", .help = "A point of a digitised curve.")

static const RgmField count_fields[] = {
  RGM_FIELD (RgmPublishedCount, time, "time", NUMBER, RGM_REQUIRED, "The time.", .min = 0, .max = RGM_TIME_MAX),
  RGM_FIELD (RgmPublishedCount, n, "n", INTEGER, RGM_REQUIRED, "The number of patients at risk.",
             .min = 0, .max = RGM_COUNT_MAX, .unit = "patients"),
};

RGM_DEFINE_VALUE (RgmPublishedCount, rgm_published_count, count_fields, .name = "number_at_risk",
                  .help = "The number of patients at risk at a time.")

/* Numbers at risk are in the order of time and never rise. */
static void
check_at_risk (GPtrArray *at_risk,
               RgmCheck  *check)
{
  for (guint i = 1; i < at_risk->len; i++)
    {
      const RgmPublishedCount *before = g_ptr_array_index (at_risk, i - 1);
      const RgmPublishedCount *after = g_ptr_array_index (at_risk, i);

      if (after->time <= before->time)
        {
          g_autofree char *least = rgm_shortest_double (before->time);
          g_autofree char *found = rgm_shortest_double (after->time);

          rgm_check_fault (check, "at_risk", (int) i, "time", _("expected a later time than %s, found %s"), least, found);
        }

      if (after->n > before->n)
        {
          g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, before->n);
          g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, after->n);

          rgm_check_fault (check, "at_risk", (int) i, "n", _("expected at most %s patients at risk, as before, found %s"), most, found);
        }
    }
}

/* The times of points are in order; that a digitised curve may rise a little is for the
 * reconstruction to mend. */
static void
check_points (GPtrArray *points,
              RgmCheck  *check)
{
  for (guint i = 1; i < points->len; i++)
    {
      const RgmPublishedPoint *before = g_ptr_array_index (points, i - 1);
      const RgmPublishedPoint *after = g_ptr_array_index (points, i);

      if (after->time < before->time)
        {
          g_autofree char *least = rgm_shortest_double (before->time);
          g_autofree char *found = rgm_shortest_double (after->time);

          rgm_check_fault (check, "points", (int) i, "time", _("expected no earlier time than %s, found %s"), least, found);
        }
    }
}

static void
check_curve (gconstpointer  record,
             RgmCheck      *check)
{
  const RgmPublishedCurve *self = record;
  const RgmEndpoint *endpoint = rgm_check_find (check, &rgm_endpoint_description, self->endpoint);

  if (endpoint != NULL && endpoint->kind != RGM_ENDPOINT_KIND_TIME)
    rgm_check_fault (check, "endpoint", -1, NULL, _("expected the id of an endpoint that is a time, found \"%s\""), endpoint->id);

  if (g_str_equal (self->unit, "%"))
    rgm_check_fault (check, "unit", -1, NULL, _("expected a unit of time, because \"%s\" is a time, found \"%%\""), self->endpoint);

  if (self->times->len > 0 && self->points->len > 0)
    rgm_check_fault (check, NULL, -1, NULL, _("expected either \"times\" or \"points\", found both"));
  if (self->times->len == 0 && self->points->len == 0)
    rgm_check_fault (check, NULL, -1, NULL, _("expected \"times\" or \"points\", found neither"));

  check_points (self->points, check);
  check_at_risk (self->at_risk, check);
}

#define SCHEMA                                                                                                         \
  "{\"properties\": {\"unit\": {\"enum\": [\"days\", \"weeks\", \"months\", \"years\"]}},"                             \
  " \"oneOf\": [{\"properties\": {\"times\": {\"type\": \"array\", \"minItems\": 1}}, \"required\": [\"times\"]},"     \
  " {\"properties\": {\"points\": {\"type\": \"array\", \"minItems\": 1}}, \"required\": [\"points\"]}]}"

static const RgmField curve_fields[] = {
  RGM_FIELD (RgmPublishedCurve, endpoint, "endpoint", REFERENCE, RGM_REQUIRED, "The id of an endpoint that is a time.",
             .element = &rgm_endpoint_description),
  RGM_FIELD (RgmPublishedCurve, unit, "unit", CHOICE, RGM_REQUIRED, "The unit of every time in it.", .type = rgm_unit_get_type),
  RGM_FIELD (RgmPublishedCurve, times, "times", RECORDS, RGM_OPTIONAL, "The time of each patient.",
             .element = &rgm_published_time_description),
  RGM_FIELD (RgmPublishedCurve, points, "points", RECORDS, RGM_OPTIONAL, "The points of a curve read off a chart, in the order of time.",
             .element = &rgm_published_point_description),
  RGM_FIELD (RgmPublishedCurve, at_risk, "at_risk", RECORDS, RGM_OPTIONAL, "The numbers at risk published with the curve.",
             .element = &rgm_published_count_description),
  RGM_FIELD (RgmPublishedCurve, events, "events", INTEGER, RGM_OPTIONAL, "The total number of events, if published.",
             .min = 0, .max = RGM_COUNT_MAX),
  RGM_FIELD (RgmPublishedCurve, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources print it.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_VALUE (RgmPublishedCurve, rgm_published_curve, curve_fields, .name = "curve",
                  .help = "The survival of an arm for one endpoint: patients' times, or points of a curve.",
                  .check = check_curve, .schema = SCHEMA)
