/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-merge-private.h"
#include "rgm-isolate.h"
#include "rgm-remark.h"
#include "rgm-text-normalise.h"
#include "rgm-vocabulary.h"

#define MEMBER RGM_FIELD_MEMBER

/* One trial of the data set and the newer record of it. */
typedef struct
{
  RgmMergeLists *lists;
  RgmTrial *trial;
  RgmTrial *proposed;
  RgmTrial fields; /* the trial as it will be; what it points to is borrowed */
  GPtrArray *changes;
  GPtrArray *remarks;
  GPtrArray *borrowed;  /* texts that the fields point to */
  GPtrArray *joined;    /* lists of facts that they point to */
  gboolean is_older;    /* whether the proposed record is older than what is known */
  gboolean is_imported; /* whether the trial came from this record of a registry before */
  gboolean is_taken;    /* whether anything is */
} Update;

/* An arm with the id that its trial gives it, and with a known regimen. */
static RgmArm *
take_arm (RgmMergeLists *lists,
          RgmArm *proposed,
          const char *trial)
{
  const char *name = strchr (proposed->id, ':');
  g_autofree char *id = g_strconcat (trial, name, NULL);
  RgmArm fields = *proposed;

  fields.id = id;
  fields.regimen = rgm_merge_lists_take_regimen (lists, proposed->regimen);
  for (guint i = 0; i < proposed->outcomes->len; i++)
    rgm_merge_lists_take_endpoint (lists, ((RgmOutcome *) g_ptr_array_index (proposed->outcomes, i))->endpoint);

  return rgm_record_new (&rgm_arm_description, &fields);
}

/*< private >
 * rgm_merge_trial_take:
 * @self: the lists
 * @proposed: a trial that the data set doesn't have
 *
 * Returns: (transfer full): the trial as the data set can have it, with all that it
 *   refers to in the lists
 */
RgmTrial *
rgm_merge_trial_take (RgmMergeLists *self,
                      RgmTrial *proposed)
{
  g_autofree char *id = rgm_merge_lists_make_id (self, rgm_trial_description.name, proposed->id);
  g_autoptr (GPtrArray) arms = rgm_description_new_array (&rgm_arm_description, proposed->arms->len);
  g_autoptr (GPtrArray) rules = rgm_description_new_array (&rgm_rule_description, 0);
  g_autoptr (GPtrArray) conditions = rgm_description_new_array (&rgm_rule_description, 0);
  RgmTrial fields = *proposed;

  rgm_merge_lists_select_rules (self, &fields, rules, conditions);
  rgm_merge_lists_take_rules (self, &fields);
  for (guint i = 0; i < proposed->arms->len; i++)
    g_ptr_array_add (arms, take_arm (self, g_ptr_array_index (proposed->arms, i), id));
  for (guint i = 0; proposed->classes[i] != NULL; i++)
    rgm_merge_lists_take_class (self, proposed->classes[i]);
  rgm_merge_lists_take_sources (self, proposed->citations);

  fields.id = id;
  fields.arms = arms;
  if (fields.status_published == NULL)
    {
      fields.status_published = _("Not stated");
      fields.status_state = rgm_enum_get_nick (RGM_TYPE_REGISTRY_STATE, RGM_REGISTRY_STATE_UNKNOWN);
    }

  return rgm_record_new (&rgm_trial_description, &fields);
}

/* Points the field of one struct to what another one has. */
static void
borrow (const RgmField *field,
        gpointer to,
        gconstpointer from)
{
  switch ((int) field->kind)
    {
    case RGM_FIELD_DAY:
      MEMBER (to, field, GDate) = MEMBER (from, field, const GDate);
      break;
    case RGM_FIELD_ENUM:
    case RGM_FIELD_BOOLEAN:
      MEMBER (to, field, int) = MEMBER (from, field, const int);
      break;
    case RGM_FIELD_INTEGER:
      MEMBER (to, field, gint64) = MEMBER (from, field, const gint64);
      break;
    case RGM_FIELD_NUMBER:
      MEMBER (to, field, double) = MEMBER (from, field, const double);
      break;
    case RGM_FIELD_INLINE:
      for (guint i = 0; i < field->element->n_fields; i++)
        borrow (&field->element->fields[i], &MEMBER (to, field, char), &MEMBER (from, field, const char));
      break;
    default:
      MEMBER (to, field, gconstpointer) = MEMBER (from, field, gconstpointer const);
      break;
    }
}

/* Whether the changes since @first, which go together, are taken: not by default where there
 * is a reason against it, and never where that reason is final. */
static gboolean
decide (Update *self,
        guint first,
        const char *unit,
        const char *reason,
        gboolean is_fixed)
{
  gboolean is_taken = !is_fixed && rgm_merge_choices_is_taken (self->lists->choices, self->trial->id, unit, reason == NULL);

  for (guint i = first; i < self->changes->len; i++)
    {
      RgmFieldChange *change = g_ptr_array_index (self->changes, i);

      g_free (change->unit);
      g_free (change->reason);
      change->unit = g_strdup (unit);
      change->taken = is_taken;
      change->is_fixed = is_fixed;
      change->reason = g_strdup (is_taken ? NULL : reason != NULL ? reason : _("It was not chosen."));
    }
  self->is_taken = self->is_taken || (is_taken && first < self->changes->len);

  return is_taken;
}

static gboolean
is_listed (const char *const *keys,
           const char *key)
{
  return g_strv_contains (keys, key);
}

static void
update_field (Update *self,
              const char *prefix,
              const RgmField *field,
              gpointer fields,
              gconstpointer trial,
              gconstpointer proposed)
{
  /* What registries are the source of. */
  static const char *const registered[] = {
    "status", "enrolment", "start", "primary_completion", "completion", "last_update", "sponsor", "masking", "acronym", "criteria", NULL
  };
  /* What the program reads from its words. */
  static const char *const read[] = { "rules", "conditions", "lines", NULL };
  /* What identifies the trial here, or is merged in its own way. */
  static const char *const kept[] = {
    "id", "name", "registrations", "classes", "origin", "arms", "remarks", "references", "sources", "facts", "safety", NULL
  };
  guint first = self->changes->len;
  g_autofree char *unit = prefix != NULL ? g_strdup_printf ("%s.%s", prefix, field->key) : g_strdup (field->key);
  const char *reason = NULL;

  if (is_listed (kept, field->key) || rgm_field_is_absent (field, proposed) || rgm_field_equal (field, trial, proposed))
    return;

  if (field->kind == RGM_FIELD_INLINE && !g_str_equal (field->key, "status"))
    {
      for (guint i = 0; i < field->element->n_fields; i++)
        update_field (self, field->key, &field->element->fields[i], &MEMBER (fields, field, char),
                      &MEMBER (trial, field, const char), &MEMBER (proposed, field, const char));
      return;
    }

  if (g_str_equal (field->key, "status") &&
      g_strcmp0 (self->trial->status_state, self->proposed->status_state) == 0 &&
      rgm_enum_find (RGM_TYPE_REGISTRY_STATE, self->proposed->status_state) != RGM_REGISTRY_STATE_UNKNOWN)
    return;

  rgm_difference_add_field (self->changes, prefix, field, trial, proposed);
  if (self->is_older)
    reason = _("The record is older than what the data set has.");
  else if (!rgm_field_is_absent (field, trial) && !self->is_imported && !is_listed (registered, field->key))
    reason = _("The data set has it from another source.");
  else if (!self->is_imported && is_listed (read, field->key))
    reason = _("It is the program’s reading of the registry’s words and has not been confirmed.");
  if (decide (self, first, unit, reason, FALSE))
    borrow (field, fields, proposed);
}

/* Whether all that a fact or an outcome cites is the very record that now says something newer. */
static gboolean
cites_record (Update    *self,
              GPtrArray *citations)
{
  const char *record = self->proposed->citations->len > 0 ? ((RgmCitationRef *) g_ptr_array_index (self->proposed->citations, 0))->source
                                                          : NULL;

  const RgmSource *source = record != NULL ? rgm_data_set_find_source (self->lists->proposed, record) : NULL;

  /* In another data set it may be a publication. */
  if (source == NULL || rgm_enum_find (RGM_TYPE_SOURCE_KIND, source->kind) != RGM_SOURCE_REGISTRY || citations->len == 0)
    return FALSE;

  for (guint i = 0; i < citations->len; i++)
    if (!g_str_equal (((RgmCitationRef *) g_ptr_array_index (citations, i))->source, record))
      return FALSE;

  return self->is_imported;
}

/* What other sources say stays; what the record said before gives way to what it says now. */
static GPtrArray *
join_facts (Update    *self,
            GPtrArray *known,
            GPtrArray *proposed)
{
  GPtrArray *joined = rgm_description_new_array (&rgm_fact_description, known->len + proposed->len);
  g_autoptr (GHashTable) stated = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < proposed->len; i++)
    g_hash_table_add (stated, (gpointer) ((const RgmFact *) g_ptr_array_index (proposed, i))->text);
  for (guint i = 0; i < known->len; i++)
    {
      const RgmFact *fact = g_ptr_array_index (known, i);

      if (cites_record (self, fact->citations) && !g_hash_table_contains (stated, fact->text))
        continue;
      g_hash_table_add (texts, (gpointer) fact->text);
      g_ptr_array_add (joined, rgm_fact_copy (fact));
    }
  for (guint i = 0; i < proposed->len; i++)
    {
      const RgmFact *fact = g_ptr_array_index (proposed, i);

      if (g_hash_table_add (texts, (gpointer) fact->text))
        g_ptr_array_add (joined, rgm_fact_copy (fact));
    }

  return joined;
}

/* Adds what the record states without a field of its own. */
static void
update_facts (Update               *self,
              const RgmDescription *description,
              const char           *prefix,
              const char           *key,
              gpointer              fields,
              gconstpointer         proposed)
{
  const RgmField *field = rgm_description_find_field (description, key);
  g_autofree char *unit = prefix != NULL ? g_strdup_printf ("%s.%s", prefix, key) : g_strdup (key);
  g_autofree char *after = g_memdup2 (fields, description->size);
  GPtrArray *joined;
  guint first = self->changes->len;

  if (rgm_field_is_absent (field, proposed))
    return;

  joined = join_facts (self, MEMBER (fields, field, GPtrArray *), MEMBER (proposed, field, GPtrArray *const));
  g_ptr_array_add (self->joined, joined);
  MEMBER (after, field, GPtrArray *) = joined;
  if (rgm_field_equal (field, fields, after))
    return;

  rgm_difference_add_field (self->changes, prefix, field, fields, after);
  if (decide (self, first, unit, self->is_older ? _("The record is older than what the data set has.") : NULL, FALSE))
    MEMBER (fields, field, GPtrArray *) = joined;
}

static void
update_registrations (Update *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *before = g_strjoinv (", ", self->trial->registrations);
  g_autofree char *after = NULL;
  char **all;

  g_strv_builder_addv (builder, (const char **) self->trial->registrations);
  for (guint i = 0; self->proposed->registrations[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; self->trial->registrations[j] != NULL; j++)
        known = known || g_ascii_strcasecmp (self->trial->registrations[j], self->proposed->registrations[i]) == 0;
      if (!known)
        g_strv_builder_add (builder, self->proposed->registrations[i]);
    }

  all = g_strv_builder_end (builder);
  g_ptr_array_add (self->borrowed, all);
  if (g_strv_length (all) == g_strv_length (self->trial->registrations))
    return;

  after = g_strjoinv (", ", all);
  rgm_difference_add (self->changes, "registrations", before, after);
  if (decide (self, self->changes->len - 1, "registrations", NULL, FALSE))
    self->fields.registrations = all;
}

/* The arm of the same label; else the only one of the same regimen. */
static RgmArm *
find_arm (Update *self,
          RgmArm *proposed)
{
  g_autofree char *label = rgm_text_normalise_joined (proposed->label);
  RgmRegimen *regimen = rgm_merge_lists_find_regimen (self->lists, proposed->regimen);
  RgmArm *found = NULL;
  guint n_proposed = 0;

  for (guint i = 0; i < self->trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (self->trial->arms, i);
      g_autofree char *other = rgm_text_normalise_joined (arm->label);

      if (g_str_equal (other, label))
        return arm;
    }

  for (guint i = 0; i < self->proposed->arms->len; i++)
    n_proposed += ((RgmArm *) g_ptr_array_index (self->proposed->arms, i))->regimen == proposed->regimen;

  for (guint i = 0; regimen != NULL && n_proposed == 1 && i < self->trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (self->trial->arms, i);

      if (g_strcmp0 (arm->regimen->id, regimen->id) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = arm;
    }

  return found;
}

static gboolean
is_same_estimate (RgmOutcome *one,
                  RgmOutcome *other)
{
  static const char *const keys[] = { "state", "relation", "value", "lower", "upper", "unit", "responders", "analysed" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const RgmField *field = rgm_description_find_field (&rgm_outcome_description, keys[i]);

      /* What one of them doesn't say is no contradiction. */
      if (!rgm_field_is_absent (field, one) && !rgm_field_is_absent (field, other) && !rgm_field_equal (field, one, other))
        return FALSE;
    }

  return TRUE;
}

static const RgmCitationRef *
get_first_citation (RgmOutcome *outcome)
{
  return outcome->citations->len > 0 ? g_ptr_array_index (outcome->citations, 0) : NULL;
}

static const char *
get_location (const RgmCitationRef *citation)
{
  /* Translators: in place of where a source prints a number. */
  return citation != NULL ? citation->location : _("no source stated");
}

static void
keep_both (Update *self,
           RgmArm *arm,
           RgmOutcome *outcome,
           RgmOutcome *proposed)
{
  g_autofree char *known = rgm_difference_describe (&rgm_outcome_description, outcome);
  g_autofree char *posted = rgm_difference_describe (&rgm_outcome_description, proposed);
  const RgmCitationRef *at = get_first_citation (outcome);
  const RgmCitationRef *posted_at = get_first_citation (proposed);
  /* Translators: an endpoint, a value, its place in a source, another value, its place. */
  g_autofree char *text = rgm_text_printf (_("%s: the data set has “%s” (%s), the registry “%s” (%s). The first is kept."),
                                           outcome->endpoint, known, get_location (at), posted, get_location (posted_at));
  g_autoptr (GPtrArray) citations = rgm_description_new_array (&rgm_citation_ref_description, 2);
  RgmRemark fields = {
    .kind = rgm_enum_get_nick (RGM_TYPE_REMARK_KIND, RGM_REMARK_CONFLICT),
    .about = outcome->endpoint,
    .arm = arm->id,
    .text = text,
    .citations = citations,
  };

  for (guint i = 0; i < self->remarks->len; i++)
    if (g_str_equal (((RgmRemark *) g_ptr_array_index (self->remarks, i))->text, text))
      return;

  if (at != NULL)
    g_ptr_array_add (citations, rgm_citation_ref_copy (at));
  if (posted_at != NULL)
    g_ptr_array_add (citations, rgm_citation_ref_copy (posted_at));
  g_ptr_array_add (self->remarks, rgm_record_new (&rgm_remark_description, &fields));
  self->is_taken = TRUE;
}

static void
update_outcome (Update *self,
                RgmArm *arm,
                GPtrArray *outcomes,
                RgmOutcome *proposed)
{
  g_autofree char *place = g_strdup_printf ("arms[%s].outcomes[%s]", arm->id, proposed->endpoint);
  RgmOutcome *outcome = NULL;
  guint first = self->changes->len;
  guint position;

  for (position = 0; position < outcomes->len && outcome == NULL; position++)
    if (g_str_equal (((RgmOutcome *) g_ptr_array_index (outcomes, position))->endpoint, proposed->endpoint))
      outcome = g_ptr_array_index (outcomes, position);

  if (outcome == NULL)
    {
      g_autofree char *text = rgm_difference_describe (&rgm_outcome_description, proposed);

      rgm_difference_add (self->changes, place, NULL, text);
      if (!decide (self, first, place, self->is_older ? _("The record is older than what the data set has.") : NULL, FALSE))
        return;
      rgm_merge_lists_take_endpoint (self->lists, proposed->endpoint);
      g_ptr_array_add (outcomes, g_object_ref (proposed));
      return;
    }

  if (is_same_estimate (outcome, proposed))
    return;

  rgm_difference_add_record (self->changes, place, &rgm_outcome_description, outcome, proposed);
  if (!cites_record (self, outcome->citations))
    {
      decide (self, first, place, _("A number with a published source is not overwritten; a remark keeps both."), TRUE);
      if (!self->is_older)
        keep_both (self, arm, outcome, proposed);
    }
  else if (decide (self, first, place, self->is_older ? _("The record is older than what the data set has.") : NULL, FALSE))
    {
      g_object_ref (proposed);
      g_object_unref (g_steal_pointer (&g_ptr_array_index (outcomes, position - 1)));
      g_ptr_array_index (outcomes, position - 1) = proposed;
    }
}

static void
update_arm (Update *self,
            GPtrArray *arms,
            RgmArm *arm,
            RgmArm *proposed)
{
  g_autoptr (GPtrArray) outcomes = rgm_description_new_array (&rgm_outcome_description, arm->outcomes->len);
  g_autofree char *place = g_strdup_printf ("arms[%s]", arm->id);
  RgmArm fields = *arm;
  guint position;

  for (guint i = 0; i < arm->outcomes->len; i++)
    g_ptr_array_add (outcomes, g_object_ref (g_ptr_array_index (arm->outcomes, i)));
  for (guint i = 0; i < proposed->outcomes->len; i++)
    update_outcome (self, arm, outcomes, g_ptr_array_index (proposed->outcomes, i));
  update_facts (self, &rgm_arm_description, place, "safety", &fields, proposed);

  for (position = 0; position < arms->len; position++)
    if (g_str_equal (((RgmArm *) g_ptr_array_index (arms, position))->id, arm->id))
      break;
  if (position == arms->len)
    return;

  fields.outcomes = outcomes;
  g_object_unref (g_ptr_array_index (arms, position));
  g_ptr_array_index (arms, position) = rgm_record_new (&rgm_arm_description, &fields);
}

static void
update_arms (Update *self)
{
  GPtrArray *arms = rgm_description_new_array (&rgm_arm_description, self->trial->arms->len);

  for (guint i = 0; i < self->trial->arms->len; i++)
    g_ptr_array_add (arms, g_object_ref (g_ptr_array_index (self->trial->arms, i)));

  for (guint i = 0; i < self->proposed->arms->len; i++)
    {
      RgmArm *proposed = g_ptr_array_index (self->proposed->arms, i);
      RgmArm *arm = find_arm (self, proposed);
      g_autofree char *place = NULL;
      const char *reason = NULL;

      if (arm != NULL)
        {
          update_arm (self, arms, arm, proposed);
          continue;
        }

      place = g_strdup_printf ("arms[%s]", proposed->id);
      rgm_difference_add (self->changes, place, NULL, proposed->label);
      if (self->is_older)
        reason = _("The record is older than what the data set has.");
      else if (self->trial->arms->len > 0 && !self->is_imported)
        reason = _("It matches none of the trial’s arms by label or regimen; if it is a new arm, add it by hand.");
      if (decide (self, self->changes->len - 1, place, reason, FALSE))
        {
          g_autofree char *name = g_strconcat (self->trial->id, strchr (proposed->id, ':'), NULL);
          RgmArm renamed = *proposed;
          g_autoptr (RgmArm) unique = NULL;

          for (guint n = 2; rgm_record_find (&rgm_arm_description, arms, name) != NULL; n++)
            {
              g_free (name);
              name = g_strdup_printf ("%s%s-%u", self->trial->id, strchr (proposed->id, ':'), n);
            }
          renamed.id = name;
          unique = rgm_record_new (&rgm_arm_description, &renamed);
          g_ptr_array_add (arms, take_arm (self->lists, unique, self->trial->id));
        }
    }

  self->fields.arms = arms;
}

static gboolean
is_cited (GPtrArray *citations,
          const char *source)
{
  for (guint i = 0; i < citations->len; i++)
    if (g_str_equal (((RgmCitationRef *) g_ptr_array_index (citations, i))->source, source))
      return TRUE;

  return FALSE;
}

/* The record is a source of a trial that takes something of it. */
static GPtrArray *
cite_record (Update *self)
{
  GPtrArray *citations = rgm_description_new_array (&rgm_citation_ref_description, self->trial->citations->len + 1);

  for (guint i = 0; i < self->trial->citations->len; i++)
    g_ptr_array_add (citations, rgm_citation_ref_copy (g_ptr_array_index (self->trial->citations, i)));
  for (guint i = 0; i < self->proposed->citations->len; i++)
    {
      const RgmCitationRef *citation = g_ptr_array_index (self->proposed->citations, i);

      if (!is_cited (citations, citation->source))
        g_ptr_array_add (citations, rgm_citation_ref_copy (citation));
    }

  return citations;
}

/*< private >
 * rgm_merge_trial_update:
 * @self: the lists
 * @trial: a trial of the data set
 * @proposed: a newer record of it
 * @changes: (element-type RgmFieldChange): in what they differ is added here
 *
 * Returns: (transfer full): the trial with what is taken; itself if nothing is
 */
RgmTrial *
rgm_merge_trial_update (RgmMergeLists *self,
                        RgmTrial *trial,
                        RgmTrial *proposed,
                        GPtrArray *changes)
{
  RgmTrial selected = *proposed;
  Update update = {
    .lists = self,
    .trial = trial,
    .proposed = &selected,
    .changes = changes,
    .is_imported = trial->origin != NULL && proposed->citations->len > 0 &&
                   is_cited (trial->citations, ((RgmCitationRef *) g_ptr_array_index (proposed->citations, 0))->source),
  };
  g_autoptr (GPtrArray) borrowed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) rules = rgm_description_new_array (&rgm_rule_description, 0);
  g_autoptr (GPtrArray) conditions = rgm_description_new_array (&rgm_rule_description, 0);
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) remarks = rgm_description_new_array (&rgm_remark_description, trial->remarks->len);
  g_autoptr (GPtrArray) citations = NULL;
  g_autoptr (GPtrArray) arms = NULL;

  memcpy (&update.fields, trial, sizeof update.fields);
  rgm_merge_lists_select_rules (self, &selected, rules, conditions);
  update.borrowed = borrowed;
  update.joined = joined;
  update.remarks = remarks;
  update.is_older = trial->last_update != NULL && proposed->last_update != NULL &&
                    g_strcmp0 (proposed->last_update->date, trial->last_update->date) < 0;
  for (guint i = 0; i < trial->remarks->len; i++)
    g_ptr_array_add (remarks, g_object_ref (g_ptr_array_index (trial->remarks, i)));

  for (guint i = 0; i < rgm_trial_description.n_fields; i++)
    update_field (&update, NULL, &rgm_trial_description.fields[i], &update.fields, trial, &selected);
  update_registrations (&update);
  update_facts (&update, &rgm_trial_description, NULL, "safety", &update.fields, proposed);
  update_facts (&update, &rgm_trial_description, NULL, "facts", &update.fields, proposed);
  update_arms (&update);
  arms = update.fields.arms;

  if (!update.is_taken)
    return g_object_ref (trial);

  rgm_merge_lists_take_sources (self, proposed->citations);
  rgm_merge_lists_take_rules (self, &update.fields);
  update.fields.citations = citations = cite_record (&update);
  update.fields.remarks = remarks;
  if (trial->origin != NULL && proposed->origin != NULL)
    update.fields.origin = proposed->origin;

  return rgm_record_new (&rgm_trial_description, &update.fields);
}
