/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-enum.h"
#include "rgm-json-value.h"
#include "rgm-registry-text.h"
#include "rgm-study-groups.h"
#include "rgm-study-posted.h"
#include "rgm-unit.h"

/* The adverse events that a study record posts. How many patients of a group had any is an
 * outcome of its arm, with both counts; the single kinds, of which there may be hundreds,
 * are statements on the arm's safety, one for each organ system. */

typedef struct
{
  const char *endpoint;
  const char *affected;   /* keys of a group of patients */
  const char *at_risk;
  const char *title;
  gboolean    is_cut;     /* whether only frequent ones are posted */
} EventTotal;

static const EventTotal totals[] = {
  { RGM_ENDPOINT_SERIOUS_EVENTS, "seriousNumAffected", "seriousNumAtRisk", N_("Serious adverse events"), FALSE },
  { RGM_ENDPOINT_OTHER_EVENTS, "otherNumAffected", "otherNumAtRisk", N_("Other adverse events"), TRUE },
  { RGM_ENDPOINT_DEATHS, "deathsNumAffected", "deathsNumAtRisk", N_("Deaths of any cause"), FALSE },
};

typedef struct
{
  const char *list;
  const char *topic;
  const char *at_risk;
} EventList;

static const EventList lists[] = {
  { "seriousEvents", "serious adverse events", "seriousNumAtRisk" },
  { "otherEvents", "other adverse events", "otherNumAtRisk" },
};

typedef struct
{
  RgmTrialDraft  *draft;
  RgmRefusals    *refusals;
  JsonObject     *module;
  const char     *place;
  const char     *threshold;  /* in words; NULL for none */
  JsonObject     *group;      /* of patients */
  RgmPostedGroup *posted;
  guint           position;   /* of the posted group */
  const char     *location;
  GHashTable     *read;       /* events of which some group is read */
} Events;

/* One kind of event in one group. */
typedef struct
{
  const char *term;
  const char *organ;
  gint64      affected;
  gint64      at_risk;
  gint64      events;         /* -1 where it isn't stated */
} EventCount;

/* A count; -1 where there is none. */
static gint64
get_count (JsonObject *object,
           const char *key)
{
  g_autofree char *text = rgm_json_dup_scalar (object, key);
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, RGM_COUNT_MAX, &number, NULL) ? number : -1;
}

static RgmOutcome *
make_total (Events           *self,
            const EventTotal *total,
            gint64            affected,
            gint64            at_risk)
{
  g_autofree char *published = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, affected, at_risk);
  char *derived[] = { (char *) "value", NULL };
  char *notes[] = { total->is_cut ? (char *) self->threshold : NULL, NULL };
  g_autoptr (GPtrArray) citations = rgm_trial_draft_cite (self->draft, self->location);
  RgmOutcome fields = {
    .endpoint = total->endpoint,
    .estimate = {
      .state = RGM_STATE_REPORTED,
      /* In as few digits as tell it from its neighbours. */
      .value = round (1000.0 * (double) affected / (double) at_risk) / 10,
      .lower = { RGM_STATE_NOT_REPORTED, 0 },
      .upper = { RGM_STATE_NOT_REPORTED, 0 },
      .unit = rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_PERCENT),
      .published = published,
    },
    .responders = affected,
    .analysed = at_risk,
    .derived = derived,
    .notes = notes,
    .citations = citations,
  };

  return rgm_record_new (&rgm_outcome_description, &fields);
}

static RgmPostedMeasure *
find_measure (Events           *self,
              const EventTotal *total)
{
  g_autoptr (GPtrArray) found = rgm_posted_results_find_measures (self->draft->results, total->endpoint);
  RgmPostedMeasure *measure;

  if (found->len > 0)
    return g_ptr_array_index (found, 0);

  measure = rgm_posted_results_add_measure (self->draft->results, total->endpoint, _ (total->title));
  measure->place = g_strdup (self->place);
  measure->is_of_events = TRUE;

  return measure;
}

static void
read_totals (Events *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      gint64 affected = get_count (self->group, totals[i].affected);
      gint64 at_risk = get_count (self->group, totals[i].at_risk);
      RgmPostedMeasure *measure;

      if (affected < 0 || at_risk == 0)
        continue;
      if (at_risk < affected)
        {
          g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, affected);

          /* Translators: a kind of event, a group of patients, and how many had it. */
          rgm_refusals_add (self->refusals, self->place, _("%s of the group “%s”: expected the number of patients that %s are part of, found none or a smaller one"),
                            _ (totals[i].title), self->posted->title, number);
          continue;
        }

      measure = find_measure (self, &totals[i]);
      g_array_append_val (measure->groups, self->position);
      g_ptr_array_add (measure->outcomes, make_total (self, &totals[i], affected, at_risk));
    }
}

static JsonObject *
find_stats (JsonObject *event,
            const char *group)
{
  JsonArray *stats = rgm_json_get_array (event, "stats");

  for (guint i = 0; group != NULL && i < rgm_json_length (stats); i++)
    {
      JsonObject *object = rgm_json_object_at (stats, i);

      if (g_strcmp0 (rgm_json_get_text (object, "groupId"), group) == 0)
        return object;
    }

  return NULL;
}

/* The most frequent ones first; of one number in the record's order, since the sort is stable. */
static int
compare_counts (gconstpointer one,
                gconstpointer other,
                gpointer      data)
{
  const EventCount *first = one, *second = other;

  return first->affected < second->affected ? 1 : first->affected > second->affected ? -1
                                                                                     : 0;
}

static GArray *
collect_counts (Events          *self,
                const EventList *list)
{
  JsonArray *events = rgm_json_get_array (self->module, list->list);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (EventCount));

  for (guint i = 0; i < rgm_json_length (events); i++)
    {
      JsonObject *event = rgm_json_object_at (events, i);
      JsonObject *stats = find_stats (event, rgm_json_get_text (self->group, "id"));
      EventCount count = { .term = rgm_json_get_text (event, "term"), .organ = rgm_json_get_text (event, "organSystem") };

      if (count.term == NULL || stats == NULL)
        continue;
      count.affected = get_count (stats, "numAffected");
      count.at_risk = get_count (stats, "numAtRisk");
      count.events = get_count (stats, "numEvents");
      if (count.at_risk < 0)
        count.at_risk = get_count (self->group, list->at_risk);
      if (count.at_risk == 0)
        g_hash_table_add (self->read, event);
      if (count.affected < 0 || count.at_risk < 1 || count.affected > count.at_risk)
        continue;
      g_hash_table_add (self->read, event);
      g_array_append_val (counts, count);
    }
  g_array_sort_with_data (counts, compare_counts, NULL);

  return counts;
}

/* 'Diarrhoea 8 of 159 (11 events)' */
static void
append_count (GString          *text,
              const EventCount *count)
{
  g_autofree char *affected = g_strdup_printf ("%" G_GINT64_FORMAT, count->affected);
  g_autofree char *at_risk = g_strdup_printf ("%" G_GINT64_FORMAT, count->at_risk);

  /* Translators: a kind of adverse event, how many patients had it, and of how many. */
  g_string_append_printf (text, _("%s %s of %s"), count->term, affected, at_risk);
  if (count->events > count->affected)
    {
      g_autofree char *events = g_strdup_printf ("%" G_GINT64_FORMAT, count->events);

      /* Translators: how often an adverse event was counted. */
      g_string_append_printf (text, _(" (%s events)"), events);
    }
}

static void
add_organ (Events          *self,
           const EventList *list,
           GArray          *counts,
           const char      *organ)
{
  g_autoptr (GString) text = g_string_new (organ);
  gboolean is_first = TRUE;

  for (guint i = 0; i < counts->len; i++)
    {
      const EventCount *count = &g_array_index (counts, EventCount, i);

      if (g_strcmp0 (count->organ, organ) != 0)
        continue;
      g_string_append (text, !is_first ? "; " : organ != NULL ? ": "
                                                              : "");
      append_count (text, count);
      is_first = FALSE;
    }
  rgm_trial_draft_add_fact (self->draft, self->posted->safety, list->topic, text->str, self->location);
}

static void
read_list (Events          *self,
           const EventList *list)
{
  g_autoptr (GArray) counts = collect_counts (self, list);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < counts->len; i++)
    {
      const char *organ = g_array_index (counts, EventCount, i).organ;

      if (g_hash_table_add (seen, (gpointer) (organ != NULL ? organ : "")))
        add_organ (self, list, counts, organ);
    }
}

/* A threshold of 0 says that all are posted. */
static char *
describe_threshold (JsonObject *module)
{
  const char *threshold = rgm_json_get_text (module, "frequencyThreshold");

  if (threshold == NULL || !(g_ascii_strtod (threshold, NULL) > 0))
    return NULL;

  /* Translators: %s is a number. */
  return g_strdup_printf (_("Other adverse events are posted only if more than %s%% of a group had them."), threshold);
}

static void
add_collection (Events *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *time = rgm_json_get_text (self->module, "timeFrame");
  const char *description = rgm_json_get_text (self->module, "description");
  g_autofree char *plain = NULL;

  if (time != NULL)
    /* Translators: over which time adverse events were collected, as registered. */
    g_string_append_printf (text, _("Time frame: %s"), time);
  if (self->threshold != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->threshold);
  if (description != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", description);

  plain = rgm_registry_unescape (text->str);
  rgm_trial_draft_add_fact (self->draft, self->draft->results->safety, "adverse events", plain, _("Posted results, adverse events"));
}

static void
read_group (Events *self,
            guint   n_groups)
{
  RgmPostedResults *results = self->draft->results;
  const char *title = rgm_trial_draft_keep (self->draft, rgm_json_get_text (self->group, "title"));
  g_autofree char *location = NULL;

  if (title == NULL)
    title = rgm_trial_draft_keep (self->draft, rgm_json_get_text (self->group, "id"));
  if (title == NULL)
    return;

  /* Translators: %s is a group of patients, as posted. */
  self->location = location = g_strdup_printf (_("Posted results, adverse events: %s"), title);
  self->position = rgm_posted_results_add_group (results, title);
  self->posted = g_ptr_array_index (results->groups, self->position);
  rgm_study_groups_match (self->draft, self->posted, n_groups);
  if (self->posted->safety->len > 0)
    return;

  read_totals (self);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    read_list (self, &lists[i]);
  self->location = NULL;
}

/* What no group has counts of is counted: nobody should think that there is no more. */
static void
refuse_events (Events *self)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonArray *events = rgm_json_get_array (self->module, lists[i].list);

      for (guint j = 0; j < rgm_json_length (events); j++)
        n += !g_hash_table_contains (self->read, rgm_json_object_at (events, j));
    }

  if (n > 0)
    rgm_refusals_add (self->refusals, self->place,
                      ngettext ("%u kind of adverse event is posted without counts that are understood; enter what you need of it by hand",
                                "%u kinds of adverse events are posted without counts that are understood; enter what you need of them by hand", n),
                      n);
}

/**
 * rgm_study_posted_read_events:
 * @draft: a trial whose arms are known
 * @module: (nullable): the adverseEventsModule of its record
 * @refusals: what isn't taken is added here
 *
 * Reads how many patients of each group had adverse events, and of how many.
 */
void
rgm_study_posted_read_events (RgmTrialDraft *draft,
                              JsonObject    *module,
                              RgmRefusals   *refusals)
{
  JsonArray *groups = rgm_json_get_array (module, "eventGroups");
  g_autofree char *place = g_strdup_printf ("%s.resultsSection.adverseEventsModule", draft->place);
  g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);
  g_autofree char *threshold = describe_threshold (module);
  Events events = { .draft = draft, .refusals = refusals, .module = module, .place = place, .threshold = threshold, .read = read };

  if (module == NULL)
    return;

  add_collection (&events);
  for (guint i = 0; i < rgm_json_length (groups); i++)
    {
      events.group = rgm_json_object_at (groups, i);
      read_group (&events, rgm_json_length (groups));
    }
  refuse_events (&events);
}
