/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-did-you-mean.h"
#include "rgm-search-fields.h"
#include "rgm-search-lines.h"
#include "rgm-term-text.h"
#include "rgm-text-normalise.h"
#include "rgm-vocabulary.h"

struct _RgmSearchFields
{
  GPtrArray  *fields;
  GHashTable *by_name;
};

static void
field_free (gpointer data)
{
  RgmSearchField *field = data;

  g_free (field->name);
  g_free (field);
}

/**
 * rgm_search_fields_new:
 *
 * Returns: (transfer full): a table without fields
 */
RgmSearchFields *
rgm_search_fields_new (void)
{
  RgmSearchFields *self = g_new0 (RgmSearchFields, 1);

  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
rgm_search_fields_free (RgmSearchFields *self)
{
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/* The first field with a name keeps it. A name is written with and without its dashes. */
static void
add_name (RgmSearchFields *self,
          const char      *name,
          RgmSearchField  *field)
{
  g_autofree char *key = rgm_text_normalise_joined (name);

  if (key[0] != '\0' && !g_hash_table_contains (self->by_name, key))
    g_hash_table_insert (self->by_name, g_steal_pointer (&key), field);
}

/**
 * rgm_search_fields_add:
 * @self: a table
 * @name: the name of a field; nothing is added if the table has it
 * @kind: the kind of its values
 */
void
rgm_search_fields_add (RgmSearchFields    *self,
                       const char         *name,
                       RgmSearchFieldKind  kind)
{
  RgmSearchField *field;

  if (rgm_search_fields_find (self, name) != NULL)
    return;

  field = g_new0 (RgmSearchField, 1);
  field->name = rgm_text_normalise (name);
  field->kind = kind;
  g_ptr_array_add (self->fields, field);
  add_name (self, name, field);
}

/**
 * rgm_search_fields_add_alias:
 * @self: a table
 * @alias: another name for a field
 * @name: a name in the table
 */
void
rgm_search_fields_add_alias (RgmSearchFields *self,
                             const char      *alias,
                             const char      *name)
{
  add_name (self, alias, (RgmSearchField *) rgm_search_fields_find (self, name));
}

/**
 * rgm_search_fields_find:
 * @self: a table
 * @name: a name as it was typed
 *
 * Returns: (transfer none) (nullable): the field
 */
const RgmSearchField *
rgm_search_fields_find (const RgmSearchFields *self,
                        const char            *name)
{
  g_autofree char *key = rgm_text_normalise_joined (name);

  return g_hash_table_lookup (self->by_name, key);
}

/**
 * rgm_search_fields_list:
 * @self: a table
 *
 * Returns: (transfer full): the names of the fields, without aliases
 */
char **
rgm_search_fields_list (const RgmSearchFields *self)
{
  char **names = g_new0 (char *, self->fields->len + 1);

  for (guint i = 0; i < self->fields->len; i++)
    names[i] = g_strdup (((const RgmSearchField *) g_ptr_array_index (self->fields, i))->name);

  return names;
}

/**
 * rgm_search_fields_find_near:
 * @self: a table
 * @name: an unknown name before a colon and a blank
 *
 * In running text 'Notes: …' is punctuation, so that a person's own notes are no field that such a name resembles.
 *
 * Returns: (transfer none) (nullable): the field that it is a slip of
 */
const char *
rgm_search_fields_find_near (const RgmSearchFields *self,
                             const char            *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      const RgmSearchField *field = g_ptr_array_index (self->fields, i);

      if (!g_str_equal (field->name, RGM_SEARCH_IS) && !g_str_equal (field->name, RGM_SEARCH_NOTE))
        g_ptr_array_add (names, field->name);
    }
  g_ptr_array_add (names, NULL);

  return rgm_did_you_mean (name, (const char *const *) names->pdata);
}

static void
add_biomarkers (RgmSearchFields *self,
                RgmDataSet      *data_set)
{
  GListModel *biomarkers = rgm_data_set_get_biomarkers (data_set);
  guint n = g_list_model_get_n_items (biomarkers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);

      rgm_search_fields_add (self, biomarker->id, RGM_SEARCH_FIELD_CHOICE);
    }

  /* An id takes precedence over another biomarker's label. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);
      const char *id = biomarker->id;
      char **synonyms = biomarker->synonyms;

      rgm_search_fields_add_alias (self, biomarker->name, id);
      for (guint j = 0; synonyms[j] != NULL; j++)
        rgm_search_fields_add_alias (self, synonyms[j], id);
    }
}

/**
 * rgm_search_list_endpoint_names:
 * @endpoint: an endpoint
 *
 * Returns: (transfer full): what people call it, in English and in their own language: its name, 'median PFS', 'mPFS', 'response rate'
 */
char **
rgm_search_list_endpoint_names (const RgmEndpoint *endpoint)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, endpoint->name);
  g_strv_builder_add (names, rgm_term (endpoint->name));
  if (endpoint->kind == RGM_ENDPOINT_KIND_TIME)
    {
      g_autofree char *median = g_strconcat ("median ", endpoint->id, NULL);
      g_autofree char *median_in_full = g_strconcat ("median ", endpoint->name, NULL);
      g_autofree char *short_median = g_strconcat ("m", endpoint->id, NULL);

      g_strv_builder_add (names, median);
      g_strv_builder_add (names, median_in_full);
      g_strv_builder_add (names, short_median);
    }
  if (g_str_equal (endpoint->id, RGM_ENDPOINT_ORR))
    {
      g_strv_builder_add (names, "response rate");
      g_strv_builder_add (names, "overall response rate");
    }

  return g_strv_builder_end (names);
}

/**
 * rgm_search_fields_new_data_set:
 * @data_set: a data set
 *
 * Returns: (transfer full): the fields by which its trials can be searched, including its biomarkers and endpoints
 */
RgmSearchFields *
rgm_search_fields_new_data_set (RgmDataSet *data_set)
{
  static const struct
  {
    const char         *name;
    RgmSearchFieldKind  kind;
    const char         *alias;
  } fields[] = {
    { "id", RGM_SEARCH_FIELD_NAME, NULL },
    { "name", RGM_SEARCH_FIELD_NAME, NULL },
    { "registration", RGM_SEARCH_FIELD_NAME, NULL },
    { "phase", RGM_SEARCH_FIELD_CHOICE, NULL },
    { "status", RGM_SEARCH_FIELD_CHOICE, NULL },
    { "class", RGM_SEARCH_FIELD_CHOICE, NULL },
    { "agent", RGM_SEARCH_FIELD_CHOICE, NULL },
    { "regimen", RGM_SEARCH_FIELD_NAME, NULL },
    { "arm", RGM_SEARCH_FIELD_NAME, NULL },
    { "allocation", RGM_SEARCH_FIELD_CHOICE, NULL },
    { "setting", RGM_SEARCH_FIELD_CHOICE, NULL },
    { RGM_SEARCH_LINE, RGM_SEARCH_FIELD_CHOICE, NULL },
    { "tumour", RGM_SEARCH_FIELD_CHOICE, "tumor" },
    { "source", RGM_SEARCH_FIELD_NAME, "doi" },
    { RGM_SEARCH_HAS, RGM_SEARCH_FIELD_CHOICE, NULL },
    { "results", RGM_SEARCH_FIELD_CHOICE, NULL },
    { RGM_SEARCH_FITS, RGM_SEARCH_FIELD_CHOICE, NULL },
    { "n", RGM_SEARCH_FIELD_COUNT, NULL },
  };
  /* Other words for them, which people bring along. */
  static const struct
  {
    const char *alias;
    const char *name;
  } aliases[] = {
    { "trial", "name" },          { "title", "name" },           { "acronym", "name" },
    { "drug", "agent" },          { "nct", "registration" },     { "patients", "n" },
    { "participants", "n" },      { "sample size", "n" },
  };
  RgmSearchFields *self = rgm_search_fields_new ();
  GPtrArray *endpoints = data_set->endpoints;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      rgm_search_fields_add (self, fields[i].name, fields[i].kind);
      if (fields[i].alias != NULL)
        rgm_search_fields_add_alias (self, fields[i].alias, fields[i].name);
    }

  /* As the window labels them. */
  rgm_search_fields_add_alias (self, _("Class"), "class");
  rgm_search_fields_add_alias (self, _("Phase"), "phase");
  rgm_search_fields_add_alias (self, _("Status"), "status");
  rgm_search_fields_add_alias (self, _("Results"), "results");
  rgm_search_fields_add_alias (self, _("Agent"), "agent");

  for (guint i = 0; i < endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (endpoints, i);
      g_auto (GStrv) names = rgm_search_list_endpoint_names (endpoint);

      rgm_search_fields_add (self, endpoint->id,
                             endpoint->kind == RGM_ENDPOINT_KIND_TIME ? RGM_SEARCH_FIELD_TIME : RGM_SEARCH_FIELD_RATE);
      for (guint j = 0; names[j] != NULL; j++)
        rgm_search_fields_add_alias (self, names[j], endpoint->id);
    }

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (rgm_search_fields_find (self, aliases[i].name) != NULL)
      rgm_search_fields_add_alias (self, aliases[i].alias, aliases[i].name);
  add_biomarkers (self, data_set);

  /* A data set may have a word of its own for these. */
  rgm_search_fields_add (self, RGM_SEARCH_IS, RGM_SEARCH_FIELD_CHOICE);
  rgm_search_fields_add (self, RGM_SEARCH_NOTE, RGM_SEARCH_FIELD_NAME);

  return self;
}
