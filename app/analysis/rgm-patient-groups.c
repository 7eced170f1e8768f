/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-patient-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-enum.h"
#include "rgm-json-writer.h"
#include "rgm-unit.h"

static const RgmEnumTerm origins[] = {
  RGM_ENUM_TERM (RGM_TIMES_OBSERVED, "observed", NULL),
  RGM_ENUM_TERM (RGM_TIMES_FROM_AT_RISK_AND_EVENTS, "at-risk+events", NULL),
  RGM_ENUM_TERM (RGM_TIMES_FROM_AT_RISK, "at-risk", NULL),
  RGM_ENUM_TERM (RGM_TIMES_FROM_EVENTS, "events", NULL),
  RGM_ENUM_TERM (RGM_TIMES_FROM_PATIENTS, "patients", NULL),
};

RGM_DEFINE_ENUM (RgmTimesOrigin, rgm_times_origin, NULL, origins)

G_DEFINE_BOXED_TYPE (RgmPatientGroups, rgm_patient_groups, rgm_patient_groups_ref, rgm_patient_groups_unref)

/**
 * rgm_patient_groups_new:
 *
 * Returns: (transfer full): no groups yet
 */
RgmPatientGroups *
rgm_patient_groups_new (void)
{
  RgmPatientGroups *self = g_atomic_rc_box_new0 (RgmPatientGroups);

  self->patients = g_array_new (FALSE, FALSE, sizeof (RgmFollowUp));
  self->groups = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->points = g_array_new (FALSE, FALSE, sizeof (RgmGroupPoint));
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->origins = g_array_new (FALSE, FALSE, sizeof (RgmTimesOrigin));

  return self;
}

RgmPatientGroups *
rgm_patient_groups_ref (RgmPatientGroups *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
patient_groups_clear (RgmPatientGroups *self)
{
  g_array_unref (self->patients);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->names);
  g_array_unref (self->points);
  g_array_unref (self->origins);
  g_ptr_array_unref (self->remarks);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->why_no_tests);
}

void
rgm_patient_groups_unref (RgmPatientGroups *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) patient_groups_clear);
}

static RgmPatientGroups *
copy (const RgmPatientGroups *self)
{
  RgmPatientGroups *copied = rgm_patient_groups_new ();

  g_array_append_vals (copied->patients, self->patients->data, self->patients->len);
  g_array_append_vals (copied->groups, self->groups->data, self->groups->len);
  g_array_append_vals (copied->points, self->points->data, self->points->len);
  g_array_append_vals (copied->origins, self->origins->data, self->origins->len);
  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (copied->names, g_strdup (g_ptr_array_index (self->names, i)));
  for (guint i = 0; i < self->remarks->len; i++)
    g_ptr_array_add (copied->remarks, g_strdup (g_ptr_array_index (self->remarks, i)));
  copied->unit = g_strdup (self->unit);
  copied->source = g_strdup (self->source);
  copied->why_no_tests = g_strdup (self->why_no_tests);

  return copied;
}

/**
 * rgm_patient_groups_convert:
 * @self: groups
 * @unit: (nullable): a unit of time, or %NULL for that which they have
 *
 * Returns: (transfer full): the groups with their times in the unit; as they are where the unit of
 *   their times is unknown
 */
RgmPatientGroups *
rgm_patient_groups_convert (RgmPatientGroups *self,
                            const char       *unit)
{
  int from = self->unit != NULL ? rgm_enum_find (RGM_TYPE_UNIT, self->unit) : -1;
  int to = unit != NULL ? rgm_enum_find (RGM_TYPE_UNIT, unit) : -1;
  RgmPatientGroups *converted;
  double factor;

  if (from <= RGM_UNIT_PERCENT || to <= RGM_UNIT_PERCENT || from == to)
    return rgm_patient_groups_ref (self);

  factor = rgm_unit_get_months ((RgmUnit) from) / rgm_unit_get_months ((RgmUnit) to);
  converted = copy (self);
  for (guint i = 0; i < converted->patients->len; i++)
    g_array_index (converted->patients, RgmFollowUp, i).time *= factor;
  for (guint i = 0; i < converted->points->len; i++)
    g_array_index (converted->points, RgmGroupPoint, i).time *= factor;
  g_free (converted->unit);
  converted->unit = g_strdup (unit);

  return converted;
}

/**
 * rgm_patient_groups_add_name:
 * @self: groups
 * @name: the name of one more group
 * @origin: where its patients' times come from
 */
void
rgm_patient_groups_add_name (RgmPatientGroups *self,
                             const char       *name,
                             RgmTimesOrigin    origin)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_array_append_val (self->origins, origin);
}

/**
 * rgm_patient_groups_drop_empty:
 * @self: groups
 *
 * Drops the groups without patients.
 *
 * Returns: (transfer full) (element-type utf8): the names of those that are dropped
 */
GPtrArray *
rgm_patient_groups_drop_empty (RgmPatientGroups *self)
{
  GPtrArray *dropped = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *counts = g_new0 (guint, self->names->len + 1);

  for (guint i = 0; i < self->groups->len; i++)
    counts[g_array_index (self->groups, gsize, i)]++;
  for (guint group = self->names->len; group-- > 0;)
    {
      if (counts[group] > 0)
        continue;
      g_ptr_array_add (dropped, g_strdup (g_ptr_array_index (self->names, group)));
      g_ptr_array_remove_index (self->names, group);
      g_array_remove_index (self->origins, group);
      for (guint i = 0; i < self->groups->len; i++)
        if (g_array_index (self->groups, gsize, i) > group)
          g_array_index (self->groups, gsize, i)--;
    }

  return dropped;
}

/**
 * rgm_times_origin_from_nick:
 * @nick: (nullable): a nick, or anything else
 *
 * Returns: where times come from that are said to come from there; the patients' own without a word on it
 */
RgmTimesOrigin
rgm_times_origin_from_nick (const char *nick)
{
  int origin = nick != NULL ? rgm_enum_find (RGM_TYPE_TIMES_ORIGIN, nick) : -1;

  return origin >= 0 ? (RgmTimesOrigin) origin : RGM_TIMES_OBSERVED;
}

/* A cell of a table that programs read. */
static char *
quote_cell (const char *text)
{
  g_auto (GStrv) pieces = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (text, ",\"\r\n") == NULL)
    return g_strdup (text);

  pieces = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", pieces);

  return g_strdup_printf ("\"%s\"", doubled);
}

/**
 * rgm_patient_groups_to_csv:
 * @self: groups
 * @with_origin: whether a column says where each group's times come from, by the nick of the #RgmTimesOrigin
 *
 * Returns: (transfer full): a table of the patients with their times, whose header names the unit where it is known; a status of 1 is the
 *   event
 */
char *
rgm_patient_groups_to_csv (const RgmPatientGroups *self,
                           gboolean                with_origin)
{
  GString *text = g_string_new ("time");
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (cells, quote_cell (g_ptr_array_index (self->names, i)));

  if (self->unit != NULL)
    g_string_append_printf (text, "_%s", self->unit);
  g_string_append (text, with_origin ? ",status,group,origin\n" : ",status,group\n");
  for (guint i = 0; i < self->patients->len; i++)
    {
      const RgmFollowUp *patient = &g_array_index (self->patients, RgmFollowUp, i);
      gsize group = g_array_index (self->groups, gsize, i);
      g_autofree char *time = rgm_shortest_double (patient->time);

      g_string_append_printf (text, "%s,%d,%s", time, patient->event ? 1 : 0, (const char *) g_ptr_array_index (cells, group));
      if (with_origin)
        g_string_append_printf (text, ",%s", rgm_enum_get_nick (RGM_TYPE_TIMES_ORIGIN, (int) rgm_patient_groups_get_origin (self, group)));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

RgmTimesOrigin
rgm_patient_groups_get_origin (const RgmPatientGroups *self,
                               gsize                   group)
{
  return g_array_index (self->origins, RgmTimesOrigin, group);
}

/**
 * rgm_patient_groups_have:
 * @self: groups
 * @origin: an origin
 *
 * Returns: whether the times of one of them come from there
 */
gboolean
rgm_patient_groups_have (const RgmPatientGroups *self,
                         RgmTimesOrigin          origin)
{
  for (guint i = 0; i < self->origins->len; i++)
    if (rgm_patient_groups_get_origin (self, i) == origin)
      return TRUE;

  return FALSE;
}

/**
 * rgm_patient_groups_find:
 * @self: groups
 * @name: a name
 * @group: (out): the index of the group with that name
 *
 * Returns: whether there is one
 */
gboolean
rgm_patient_groups_find (const RgmPatientGroups *self,
                         const char             *name,
                         gsize                  *group)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &index))
    return FALSE;
  *group = index;

  return TRUE;
}

/**
 * rgm_times_origin_from_known:
 * @n_at_risk: how many numbers at risk are published with a curve, that at time 0 among them
 * @knows_events: whether the number of events is
 *
 * Returns: where the times that are reconstructed from it come from
 */
RgmTimesOrigin
rgm_times_origin_from_known (gsize    n_at_risk,
                             gboolean knows_events)
{
  if (n_at_risk > 1)
    return knows_events ? RGM_TIMES_FROM_AT_RISK_AND_EVENTS : RGM_TIMES_FROM_AT_RISK;

  return knows_events ? RGM_TIMES_FROM_EVENTS : RGM_TIMES_FROM_PATIENTS;
}

/**
 * rgm_times_origin_get_sentence:
 * @origin: where times come from
 *
 * Returns: (nullable): a sentence that says how they were reconstructed, or %NULL for observed times
 */
const char *
rgm_times_origin_get_sentence (RgmTimesOrigin origin)
{
  switch (origin)
    {
    case RGM_TIMES_FROM_AT_RISK_AND_EVENTS:
      return _("Patients’ times are reconstructed from a published curve, its numbers at risk and its number of events, after Guyot et al. 2012.");
    case RGM_TIMES_FROM_AT_RISK:
      return _("Patients’ times are reconstructed from a published curve and its numbers at risk, after Guyot et al. 2012; the number of events was not known.");
    case RGM_TIMES_FROM_EVENTS:
      return _("Patients’ times are reconstructed from a published curve and its numbers of patients and events, after Guyot et al. 2012; "
               "the numbers at risk were not known.");
    case RGM_TIMES_FROM_PATIENTS:
      return _("Patients’ times are reconstructed from a published curve and its number of patients alone, after Guyot et al. 2012. "
               "Who was censored is unknown: events, intervals and tests are not shown.");
    case RGM_TIMES_OBSERVED:
    default:
      return NULL;
    }
}
