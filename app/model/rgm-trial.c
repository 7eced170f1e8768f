/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"
#include "rgm-trial.h"

struct _RgmTrial
{
  GObject         parent_instance;

  char           *id;
  char           *name;
  char          **registrations;
  char           *title;
  char           *phase;
  char          **classes;
  RgmAllocation   allocation;
  char           *status_published;
  char           *status_state;
  GPtrArray      *populations;
  GPtrArray      *rules;
  RgmLines       *lines;
  char          **settings;
  char          **tumours;
  gboolean        is_reported;
  GPtrArray      *arms;
  GPtrArray      *safety;
  GPtrArray      *facts;
  GPtrArray      *remarks;
  GPtrArray      *references;
  GPtrArray      *places;
};

G_DEFINE_FINAL_TYPE (RgmTrial, rgm_trial, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_PHASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The classes that the source lists the trial in, then those of its arms, each once. */
static char **
make_classes (const RgmTrialParts *parts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; parts->classes != NULL && parts->classes[i] != NULL; i++)
    if (g_hash_table_add (seen, parts->classes[i]))
      g_strv_builder_add (builder, parts->classes[i]);

  for (guint i = 0; parts->arms != NULL && i < parts->arms->len; i++)
    {
      const char *class_id = rgm_arm_get_class (g_ptr_array_index (parts->arms, i));

      if (class_id != NULL && g_hash_table_add (seen, (gpointer) class_id))
        g_strv_builder_add (builder, class_id);
    }

  return g_strv_builder_end (builder);
}

static gboolean
find_reported (GPtrArray *arms)
{
  for (guint i = 0; i < arms->len; i++)
    {
      GPtrArray *outcomes = rgm_arm_get_outcomes (g_ptr_array_index (arms, i));

      for (guint j = 0; j < outcomes->len; j++)
        if (rgm_outcome_get_estimate (g_ptr_array_index (outcomes, j))->state == RGM_STATE_REPORTED)
          return TRUE;
    }

  return FALSE;
}

static void
rgm_trial_finalize (GObject *object)
{
  RgmTrial *self = RGM_TRIAL (object);

  g_clear_pointer (&self->id, rgm_word_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->registrations, g_strfreev);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->phase, rgm_word_free);
  g_clear_pointer (&self->classes, g_strfreev);
  g_clear_pointer (&self->status_published, rgm_word_free);
  g_clear_pointer (&self->status_state, rgm_word_free);
  g_clear_pointer (&self->populations, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->lines, rgm_lines_free);
  g_clear_pointer (&self->settings, g_strfreev);
  g_clear_pointer (&self->tumours, g_strfreev);
  g_clear_pointer (&self->arms, g_ptr_array_unref);
  g_clear_pointer (&self->safety, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_trial_parent_class)->finalize (object);
}

static void
rgm_trial_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  RgmTrial *self = RGM_TRIAL (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PHASE:
      g_value_set_string (value, self->phase);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_trial_class_init (RgmTrialClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_trial_finalize;
  object_class->get_property = rgm_trial_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PHASE] = g_param_spec_string ("phase", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_trial_init (RgmTrial *self)
{
}

/**
 * rgm_allocation_to_nick:
 * @allocation: an allocation
 *
 * Returns: (transfer none) (nullable): its name in documents, or %NULL where it isn't known
 */
const char *
rgm_allocation_to_nick (RgmAllocation allocation)
{
  switch (allocation)
    {
    case RGM_ALLOCATION_RANDOMISED:
      return "randomised";
    case RGM_ALLOCATION_NOT_RANDOMISED:
      return "not-randomised";
    case RGM_ALLOCATION_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * rgm_trial_new:
 * @parts: what it is made of
 *
 * Returns: (transfer full): a trial
 */
RgmTrial *
rgm_trial_new (const RgmTrialParts *parts)
{
  RgmTrial *self;

  g_return_val_if_fail (parts != NULL, NULL);

  self = g_object_new (RGM_TYPE_TRIAL, NULL);
  self->id = rgm_word_new (parts->id);
  self->name = g_strdup (parts->name);
  self->registrations = rgm_words_dup (parts->registrations);
  self->title = g_strdup (parts->title);
  self->phase = rgm_word_new (parts->phase);
  self->classes = make_classes (parts);
  self->allocation = parts->allocation;
  self->status_published = rgm_word_new (parts->status_published);
  self->status_state = rgm_word_new (parts->status_state);
  self->populations = rgm_array_ref (parts->populations);
  self->rules = rgm_array_ref (parts->rules);
  self->settings = rgm_words_dup (parts->settings);
  self->tumours = rgm_words_dup (parts->tumours);
  self->arms = rgm_array_ref (parts->arms);
  self->safety = rgm_array_ref (parts->safety);
  self->facts = rgm_array_ref (parts->facts);
  self->remarks = rgm_array_ref (parts->remarks);
  self->references = rgm_array_ref (parts->references);
  self->places = rgm_array_ref (parts->places);
  if (parts->lines != NULL)
    self->lines = rgm_lines_new (parts->lines->text, parts->lines->min_prior, parts->lines->max_prior,
                                 parts->lines->places);
  self->is_reported = find_reported (self->arms);

  return self;
}

/**
 * rgm_trial_get_id:
 * @self: a trial
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_trial_get_id (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->id;
}

/**
 * rgm_trial_get_name:
 * @self: a trial
 *
 * Returns: (transfer none): its name
 */
const char *
rgm_trial_get_name (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->name;
}

/**
 * rgm_trial_get_registrations:
 * @self: a trial
 *
 * Returns: (transfer none) (array zero-terminated=1): the numbers that it is registered under; not a key: two trials may share one
 */
char **
rgm_trial_get_registrations (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->registrations;
}

/**
 * rgm_trial_get_title:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): its official title
 */
const char *
rgm_trial_get_title (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->title;
}

/**
 * rgm_trial_get_phase:
 * @self: a trial
 *
 * Returns: (transfer none): its phase: I, I/II, II, II/III, III or IV
 */
const char *
rgm_trial_get_phase (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->phase;
}

/**
 * rgm_trial_get_classes:
 * @self: a trial
 *
 * Returns: (transfer none) (array zero-terminated=1): the classes that the source lists it in, and those of its arms
 */
char **
rgm_trial_get_classes (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->classes;
}

/**
 * rgm_trial_get_allocation:
 * @self: a trial
 *
 * Returns: how patients came to its arms
 */
RgmAllocation
rgm_trial_get_allocation (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), RGM_ALLOCATION_UNKNOWN);

  return self->allocation;
}

/**
 * rgm_trial_get_status_published:
 * @self: a trial
 *
 * Returns: (transfer none): its status in the source's words
 */
const char *
rgm_trial_get_status_published (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->status_published;
}

/**
 * rgm_trial_get_status_state:
 * @self: a trial
 *
 * Returns: (transfer none): its status as a registry's word: RECRUITING, COMPLETED, …
 */
const char *
rgm_trial_get_status_state (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->status_state;
}

/**
 * rgm_trial_get_population:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): who takes part, as the source words it first
 */
const char *
rgm_trial_get_population (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  if (self->populations->len == 0)
    return NULL;

  return ((const RgmFact *) g_ptr_array_index (self->populations, 0))->text;
}

/**
 * rgm_trial_get_populations:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmFact): who takes part, in each of the source's wordings
 */
GPtrArray *
rgm_trial_get_populations (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->populations;
}

/**
 * rgm_trial_get_rules:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmRule): who takes part, rule by rule; what no rule speaks of is unknown
 */
GPtrArray *
rgm_trial_get_rules (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->rules;
}

/**
 * rgm_trial_get_lines:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): the prior lines of therapy, or %NULL where the source doesn't say
 */
const RgmLines *
rgm_trial_get_lines (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->lines;
}

/**
 * rgm_trial_get_settings:
 * @self: a trial
 *
 * Returns: (transfer none) (array zero-terminated=1): the settings: metastatic, resectable, …
 */
char **
rgm_trial_get_settings (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->settings;
}

/**
 * rgm_trial_get_tumours:
 * @self: a trial
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of tumour
 */
char **
rgm_trial_get_tumours (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->tumours;
}

/**
 * rgm_trial_get_is_reported:
 * @self: a trial
 *
 * Returns: whether some arm has an outcome with a figure
 */
gboolean
rgm_trial_get_is_reported (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), FALSE);

  return self->is_reported;
}

/**
 * rgm_trial_get_arms:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmArm): its arms
 */
GPtrArray *
rgm_trial_get_arms (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->arms;
}

/**
 * rgm_trial_get_safety:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmFact): what the sources say of its safety as a whole
 */
GPtrArray *
rgm_trial_get_safety (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->safety;
}

/**
 * rgm_trial_get_facts:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmFact): what else the sources say of it
 */
GPtrArray *
rgm_trial_get_facts (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->facts;
}

/**
 * rgm_trial_get_remarks:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmRemark): conflicts, cautions and notes
 */
GPtrArray *
rgm_trial_get_remarks (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->remarks;
}

/**
 * rgm_trial_get_references:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmSource): the primary papers
 */
GPtrArray *
rgm_trial_get_references (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->references;
}

/**
 * rgm_trial_get_places:
 * @self: a trial
 *
 * Returns: (transfer none) (element-type RgmPlace): where the sources list it
 */
GPtrArray *
rgm_trial_get_places (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->places;
}

/**
 * rgm_trial_has_class:
 * @self: a trial
 * @class_id: the id of a class
 *
 * Returns: whether the trial or one of its arms is in it
 */
gboolean
rgm_trial_has_class (RgmTrial   *self,
                     const char *class_id)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), FALSE);
  g_return_val_if_fail (class_id != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->classes, class_id);
}

/**
 * rgm_trial_get_arm:
 * @self: a trial
 * @id: the id of an arm
 *
 * Returns: (transfer none) (nullable): the arm
 */
RgmArm *
rgm_trial_get_arm (RgmTrial   *self,
                   const char *id)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (self->arms, i);

      if (g_str_equal (rgm_arm_get_id (arm), id))
        return arm;
    }

  return NULL;
}
