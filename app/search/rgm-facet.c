/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-facet.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

struct _RgmFacet
{
  GObject     parent_instance;

  char       *id;
  char       *title;
  GListStore *values;
};

G_DEFINE_FINAL_TYPE (RgmFacet, rgm_facet, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_VALUES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rgm_facet_finalize (GObject *object)
{
  RgmFacet *self = RGM_FACET (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->values);

  G_OBJECT_CLASS (rgm_facet_parent_class)->finalize (object);
}

static void
rgm_facet_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  RgmFacet *self = RGM_FACET (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_VALUES:
      g_value_set_object (value, self->values);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_facet_class_init (RgmFacetClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_facet_finalize;
  object_class->get_property = rgm_facet_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_VALUES] = g_param_spec_object ("values", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_facet_init (RgmFacet *self)
{
  self->values = g_list_store_new (RGM_TYPE_FACET_VALUE);
}

static RgmFacet *
facet_new (const char *id,
           const char *title)
{
  RgmFacet *self = g_object_new (RGM_TYPE_FACET, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

/* A value that no trial has would leave nothing, so it isn't offered. */
static void
add_value (RgmFacet   *self,
           const char *id,
           const char *label,
           RgmBitSet    *trials)
{
  g_autoptr (RgmFacetValue) value = NULL;

  if (rgm_bit_set_count (trials) == 0)
    {
      rgm_bit_set_free (trials);
      return;
    }

  value = rgm_facet_value_new (id, label, trials);
  g_list_store_append (self->values, value);
}

static RgmFacet *
make_class_facet (RgmIndex   *index,
                  RgmDataSet *data_set)
{
  RgmFacet *self = facet_new ("class", _("Class"));
  GPtrArray *classes = data_set->classes;

  for (guint i = 0; i < classes->len; i++)
    {
      const RgmClass *each = g_ptr_array_index (classes, i);

      add_value (self, each->id, rgm_term (each->name), rgm_index_find_value (index, "class", each->id));
    }

  return self;
}

static RgmFacet *
make_phase_facet (RgmIndex *index)
{
  const char * const *phases = rgm_enum_get_nicks (RGM_TYPE_PHASE);
  RgmFacet *self = facet_new ("phase", _("Phase"));

  for (guint i = 0; phases[i] != NULL; i++)
    add_value (self, phases[i], rgm_enum_get_label (RGM_TYPE_PHASE, rgm_enum_find (RGM_TYPE_PHASE, phases[i])),
               rgm_index_find_value (index, "phase", phases[i]));

  return self;
}

static RgmFacet *
make_status_facet (RgmIndex *index)
{
  const char * const *states = rgm_enum_get_nicks (RGM_TYPE_REGISTRY_STATE);
  RgmFacet *self = facet_new ("status", _("Status"));

  for (guint i = 0; states[i] != NULL; i++)
    {
      RgmBitSet *trials = rgm_bit_set_new (rgm_index_get_size (index));

      /* By state alone: 'Recently withdrawn, completed', as a source has it, is still one state. */
      for (guint j = 0; j < rgm_index_get_size (index); j++)
        if (g_str_equal (rgm_index_get_trial (index, j)->status_state, states[i]))
          rgm_bit_set_add (trials, j);
      add_value (self, states[i], rgm_value_text_status (states[i]), trials);
    }

  return self;
}

static RgmFacet *
make_results_facet (RgmIndex *index)
{
  RgmFacet *self = facet_new ("results", _("Results"));
  RgmBitSet *with = rgm_index_find_value (index, RGM_SEARCH_HAS, "results");
  RgmBitSet *without = rgm_bit_set_new (rgm_index_get_size (index));

  rgm_bit_set_fill (without);
  rgm_bit_set_remove (without, with);
  add_value (self, "reported", _("Reports results"), with);
  add_value (self, "none", _("Reports none yet"), without);

  return self;
}

static RgmFacet *
make_biomarker_facet (RgmIndex     *index,
                      RgmBiomarker *biomarker)
{
  const char *id = biomarker->id;
  RgmFacet *self = facet_new (id, biomarker->name);
  GPtrArray *values = biomarker->values;

  for (guint i = 0; i < values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (values, i);

      add_value (self, value->id, value->name, rgm_index_find_value (index, id, value->id));
    }

  return self;
}

static RgmFacet *
make_agent_facet (RgmIndex   *index,
                  RgmDataSet *data_set)
{
  RgmFacet *self = facet_new ("agent", _("Agent"));
  GListModel *agents = rgm_data_set_get_agents (data_set);

  for (guint i = 0; i < g_list_model_get_n_items (agents); i++)
    {
      g_autoptr (RgmAgent) agent = g_list_model_get_item (agents, i);
      const char *id = agent->id;

      add_value (self, id, agent->name, rgm_index_find_value (index, "agent", id));
    }

  return self;
}

static void
take_facet (GListStore *facets,
            RgmFacet   *facet)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (facet->values)) > 0)
    g_list_store_append (facets, facet);
  g_object_unref (facet);
}

/**
 * rgm_facets_new:
 * @index: an index
 *
 * Returns: (transfer full): a list of #RgmFacet by which its trials can be narrowed
 */
GListModel *
rgm_facets_new (RgmIndex *index)
{
  GListStore *facets = g_list_store_new (RGM_TYPE_FACET);
  RgmDataSet *data_set = rgm_index_get_data_set (index);
  GListModel *biomarkers = rgm_data_set_get_biomarkers (data_set);

  take_facet (facets, make_class_facet (index, data_set));
  take_facet (facets, make_phase_facet (index));
  take_facet (facets, make_status_facet (index));
  take_facet (facets, make_results_facet (index));
  for (guint i = 0; i < g_list_model_get_n_items (biomarkers); i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);

      if (biomarker->is_facet)
        take_facet (facets, make_biomarker_facet (index, biomarker));
    }
  take_facet (facets, make_agent_facet (index, data_set));

  return G_LIST_MODEL (facets);
}

/**
 * rgm_facet_get_id:
 * @self: a facet
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_facet_get_id (RgmFacet *self)
{
  g_return_val_if_fail (RGM_IS_FACET (self), NULL);

  return self->id;
}

/**
 * rgm_facet_get_title:
 * @self: a facet
 *
 * Returns: (transfer none): its name for a person
 */
const char *
rgm_facet_get_title (RgmFacet *self)
{
  g_return_val_if_fail (RGM_IS_FACET (self), NULL);

  return self->title;
}

/**
 * rgm_facet_get_values:
 * @self: a facet
 *
 * Returns: (transfer none): a list of #RgmFacetValue
 */
GListModel *
rgm_facet_get_values (RgmFacet *self)
{
  g_return_val_if_fail (RGM_IS_FACET (self), NULL);

  return G_LIST_MODEL (self->values);
}

/**
 * rgm_facet_get_n_chosen:
 * @self: a facet
 *
 * Returns: how many of its values are chosen
 */
guint
rgm_facet_get_n_chosen (RgmFacet *self)
{
  guint n = 0;

  g_return_val_if_fail (RGM_IS_FACET (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->values)); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (G_LIST_MODEL (self->values), i);

      n += rgm_facet_value_get_is_chosen (value);
    }

  return n;
}

/* The trials with any of its chosen values; NULL if none is chosen. */
static RgmBitSet *
get_trials (RgmFacet *self)
{
  RgmBitSet *trials = NULL;

  g_return_val_if_fail (RGM_IS_FACET (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->values)); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (G_LIST_MODEL (self->values), i);

      if (!rgm_facet_value_get_is_chosen (value))
        continue;
      if (trials == NULL)
        trials = rgm_bit_set_copy (rgm_facet_value_get_trials (value));
      else
        rgm_bit_set_unite (trials, rgm_facet_value_get_trials (value));
    }

  return trials;
}

/**
 * rgm_facets_pass:
 * @facets: a list of #RgmFacet
 * @from: trials
 * @but: (nullable): a facet to ignore
 *
 * Returns: (transfer full): those of @from that pass the facets
 */
RgmBitSet *
rgm_facets_pass (GListModel    *facets,
                 const RgmBitSet *from,
                 RgmFacet      *but)
{
  RgmBitSet *trials = rgm_bit_set_copy (from);

  for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
      g_autoptr (RgmBitSet) chosen = facet != but ? get_trials (facet) : NULL;

      if (chosen != NULL)
        rgm_bit_set_keep (trials, chosen);
    }

  return trials;
}
