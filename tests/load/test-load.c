/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "rgm-data-set.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-subgroup.h"

/* faults.json is a table: what to replace in sample.json, and the faults that there are
 * then, each with its message, path and line. */

static char *sample;

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
replace_once (const char *text,
              const char *from,
              const char *to)
{
  const char *at = strstr (text, from);

  if (at == NULL)
    g_error ("the sample has no %s", from);
  g_assert_null (strstr (at + 1, from));

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

/* The faults of a document in text, none if it was loaded. Holds that never both is so. */
static char *
load_text (const char  *text,
           gsize        length,
           RgmDataSet **data_set)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) loaded = rgm_load_bytes (bytes, "FILE", NULL, &faults, &error);

  if (loaded != NULL)
    {
      g_assert_null (faults);
      g_assert_no_error (error);
      if (data_set != NULL)
        *data_set = g_steal_pointer (&loaded);
      return g_strdup ("");
    }

  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "FILE: "));
  g_assert_nonnull (faults);

  return rgm_faults_to_text (faults, NULL);
}

static void
test_fault (gconstpointer data)
{
  JsonObject *row = (JsonObject *) data;
  JsonArray *faults = json_object_get_array_member (row, "faults");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;

  if (json_object_has_member (row, "document"))
    text = g_strdup (json_object_get_string_member (row, "document"));
  else
    text = replace_once (sample, json_object_get_string_member (row, "from"), json_object_get_string_member (row, "to"));

  for (guint i = 0; i < json_array_get_length (faults); i++)
    g_string_append_printf (expected, "%s\n", json_array_get_string_element (faults, i));

  found = load_text (text, strlen (text), NULL);
  g_assert_cmpstr (found, ==, expected->str);
}

static void
assert_places (GPtrArray  *places,
               const char *source,
               const char *words)
{
  const RgmCitationRef *place;

  g_assert_cmpuint (places->len, ==, 1);
  place = g_ptr_array_index (places, 0);
  g_assert_cmpstr (place->source, ==, source);
  g_assert_cmpstr (place->location, ==, words);
}

static void
test_data_set (void)
{
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autofree char *faults = load_text (sample, strlen (sample), &data_set);
  const RgmLicence *licence;
  const RgmEndpoint *endpoint;
  RgmSource *source;

  g_assert_cmpstr (faults, ==, "");
  g_assert_cmpstr (data_set->id, ==, "sample");
  g_assert_cmpstr (data_set->title, ==, "A made-up data set with every key");
  g_assert_cmpstr (data_set->description, ==, "Nothing in it is true.");
  g_assert_cmpuint (g_date_get_julian (&data_set->as_of), ==,
                    g_date_get_julian (&(GDate) { .dmy = 1, .day = 29, .month = 2, .year = 2024 }));

  licence = data_set->licence;
  g_assert_cmpstr (licence->name, ==, "CC0 1.0");
  g_assert_cmpstr (licence->url, ==, "https://example.org/cc0");
  g_assert_cmpstr (licence->credit, ==, "Nobody is to be credited.");

  g_assert_cmpuint (g_list_model_get_n_items (rgm_data_set_get_sources (data_set)), ==, 2);
  source = rgm_data_set_find_source (data_set, "review");
  g_assert_cmpstr (source->kind, ==, "review");
  g_assert_cmpint (source->number, ==, -1);
  g_assert_cmpint (source->year, ==, 2024);
  g_assert_cmpstr (source->doi, ==, "10.1000/182");
  g_assert_cmpint (rgm_data_set_find_source (data_set, "ref-1")->number, ==, 1);

  g_assert_cmpuint (data_set->classes->len, ==, 2);
  g_assert_cmpstr (rgm_data_set_find_class (data_set, "TKI")->mark, ==, "circle");

  endpoint = rgm_data_set_find_endpoint (data_set, "follow-up");
  g_assert_cmpint (endpoint->kind, ==, RGM_ENDPOINT_KIND_TIME);
  g_assert_cmpint (endpoint->domain, ==, RGM_ENDPOINT_DOMAIN_FOLLOW_UP);
  endpoint = rgm_data_set_find_endpoint (data_set, "grade-3");
  g_assert_cmpint (endpoint->kind, ==, RGM_ENDPOINT_KIND_RATE);
  g_assert_cmpint (endpoint->domain, ==, RGM_ENDPOINT_DOMAIN_SAFETY);

  g_assert_cmpuint (data_set->remarks->len, ==, 1);
}

static void
test_agents (void)
{
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autofree char *faults = load_text (sample, strlen (sample), &data_set);
  RgmAgent *agent = rgm_data_set_find_agent (data_set, "onemab");
  RgmRegimen *regimen = rgm_data_set_find_regimen (data_set, "onemab-twonib");
  RgmBiomarker *biomarker = rgm_data_set_find_biomarker (data_set, "gene");
  const char *synonyms[] = { "O-1", "Uno", NULL };
  const char *parts[] = { "gene-a", "gene-b", NULL };
  const RgmTarget *target;
  const RgmRegulatoryStep *step;
  const RgmEstimate *estimate;

  g_assert_true (g_strv_equal ((const char *const *) agent->synonyms, synonyms));
  g_assert_cmpstr (agent->class_id, ==, "mAb");
  g_assert_cmpstr (agent->group, ==, "Antibodies");
  target = g_ptr_array_index (agent->targets, 0);
  g_assert_cmpstr (target->domain, ==, "IV");
  target = g_ptr_array_index (agent->targets, 1);
  g_assert_cmpstr (target->name, ==, "X2");
  g_assert_null (target->domain);
  step = g_ptr_array_index (agent->regulatory, 0);
  g_assert_cmpstr (step->kind, ==, "approval");
  g_assert_cmpstr (step->date, ==, "2023-08");
  assert_places (step->citations, "review", "Agents");
  g_assert_cmpuint (rgm_data_set_find_agent (data_set, "twonib")->citations->len, ==, 0);

  g_assert_cmpuint (regimen->agents->len, ==, 2);
  g_assert_true (g_ptr_array_index (regimen->agents, 0) == agent);
  estimate = &((RgmOutcome *) g_ptr_array_index (regimen->outcomes, 0))->estimate;
  g_assert_cmpint (estimate->relation, ==, RGM_RELATION_ABOVE);
  g_assert_cmpfloat (estimate->value, ==, 30);

  g_assert_true (biomarker->is_facet);
  g_assert_true (g_strv_equal ((const char *const *) biomarker->components, parts));
  g_assert_true (rgm_biomarker_find_value (biomarker, "wt")->every);
  g_assert_false (rgm_biomarker_find_value (biomarker, "ihc-2+/ish+")->every);
}

static void
test_trial (void)
{
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autofree char *faults = load_text (sample, strlen (sample), &data_set);
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "first");
  const RgmRule *rule = g_ptr_array_index (trial->rules, 0);
  const RgmLines *lines = trial->lines;
  const RgmFact *fact;
  RgmRemark *remark = g_ptr_array_index (trial->remarks, 0);

  g_assert_cmpstr (trial->registrations[0], ==, "NCT00000001");
  g_assert_cmpstr (trial->title, ==, "The first trial");
  g_assert_cmpstr (trial->phase, ==, "I/II");
  g_assert_cmpint (trial->allocation, ==, RGM_ALLOCATION_RANDOMISED);
  g_assert_cmpstr (trial->status_published, ==, "Completed");
  g_assert_cmpstr (trial->status_state, ==, "COMPLETED");
  g_assert_cmpstr (rgm_trial_get_population (trial), ==, "Patients with a tumour");
  g_assert_cmpstr (rule->biomarker, ==, "gene");
  g_assert_cmpstr (rule->values[1], ==, "ihc-2+/ish+");
  g_assert_false (rule->excluded);
  g_assert_cmpint (lines->min_prior, ==, 2);
  g_assert_cmpint (lines->max_prior, ==, -1);
  g_assert_cmpstr (trial->settings[0], ==, "metastatic");
  g_assert_cmpstr (trial->tumours[0], ==, "A tumour");
  fact = g_ptr_array_index (trial->safety, 0);
  g_assert_null (fact->topic);
  fact = g_ptr_array_index (trial->facts, 0);
  g_assert_cmpstr (fact->topic, ==, "design");
  g_assert_cmpstr (remark->kind, ==, "conflict");
  g_assert_cmpstr (remark->about, ==, "n");
  g_assert_cmpstr (remark->arm, ==, "first:onemab");
  g_assert_true (g_ptr_array_index (trial->references, 0) == rgm_data_set_find_source (data_set, "ref-1"));
  assert_places (trial->citations, "review", "Table 1, FIRST");

  trial = rgm_data_set_find_trial (data_set, "second");
  g_assert_cmpint (trial->allocation, ==, RGM_ALLOCATION_UNKNOWN);
  g_assert_null (trial->title);
  g_assert_null (trial->lines);
  g_assert_cmpuint (trial->arms->len, ==, 0);
}

static void
test_arm (void)
{
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autofree char *faults = load_text (sample, strlen (sample), &data_set);
  RgmArm *arm = rgm_data_set_find_arm (data_set, "first:onemab", NULL);
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, "ORR");
  const RgmEstimate *estimate = &outcome->estimate;
  RgmSubgroup *subgroup = g_ptr_array_index (arm->subgroups, 0);

  g_assert_cmpstr (arm->class_id, ==, "mAb");
  g_assert_true (arm->regimen == rgm_data_set_find_regimen (data_set, "onemab"));
  g_assert_cmpstr (arm->dose, ==, "1 mg/kg");
  g_assert_cmpint (arm->n, ==, 53);

  g_assert_cmpint (estimate->state, ==, RGM_STATE_REPORTED);
  g_assert_cmpstr (estimate->published, ==, "45.3%");
  g_assert_cmpfloat (estimate->value, ==, 45.3);
  g_assert_cmpfloat (estimate->lower.value, ==, 31.6);
  g_assert_cmpfloat (estimate->upper.value, ==, 59.6);
  g_assert_cmpfloat (estimate->level, ==, 0.95);
  g_assert_cmpstr (estimate->unit, ==, "%");
  g_assert_cmpint (outcome->responders, ==, 24);
  g_assert_cmpint (outcome->analysed, ==, 53);
  g_assert_true (rgm_outcome_is_derived (outcome, "responders"));
  g_assert_false (rgm_outcome_is_derived (outcome, "analysed"));
  g_assert_cmpstr (outcome->notes[0], ==, "confirmed");
  assert_places (outcome->citations, "review", "Table 1, FIRST");

  estimate = &rgm_arm_get_outcome (arm, "PFS")->estimate;
  g_assert_cmpint (estimate->lower.state, ==, RGM_STATE_REPORTED);
  g_assert_cmpint (estimate->upper.state, ==, RGM_STATE_NOT_REACHED);
  g_assert_cmpfloat (estimate->level, ==, 0);
  g_assert_cmpint (rgm_arm_get_outcome (arm, "PFS")->responders, ==, -1);

  estimate = &rgm_arm_get_outcome (arm, "follow-up")->estimate;
  g_assert_cmpint (estimate->state, ==, RGM_STATE_NOT_REACHED);

  g_assert_cmpint (subgroup->n, ==, 14);
  estimate = &((RgmOutcome *) g_ptr_array_index (subgroup->outcomes, 0))->estimate;
  g_assert_cmpint (estimate->lower.state, ==, RGM_STATE_NOT_REPORTED);
}

static void
test_many_faults (void)
{
  g_autoptr (GString) trials = g_string_new ("\"trials\": [\n");
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (trials, "7,\n");
  text = replace_once (sample, "\"trials\": [\n", trials->str);
  found = load_text (text, strlen (text), NULL);
  lines = g_strsplit (found, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, RGM_FAULTS_MAX + 2);
  g_assert_cmpstr (lines[0], ==, "$.trials[0]: expected an object, found 7 (line 51)");
  g_assert_cmpstr (lines[49], ==, "$.trials[49]: expected an object, found 7 (line 100)");
  g_assert_cmpstr (lines[50], ==, "and 10 more problems");
}

/* More faults than are kept are still counted. */
static void
test_endless_faults (void)
{
  g_autoptr (GString) trials = g_string_new ("\"trials\": [\n");
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (trials, "7,\n");
  text = replace_once (sample, "\"trials\": [\n", trials->str);
  found = load_text (text, strlen (text), NULL);

  g_assert_true (g_str_has_suffix (found, "(line 100)\nand 19950 more problems\n"));
}

/* Faults come in the order of the file, whatever the order in which it is read. */
static void
test_order (void)
{
  const char *text = "{\"trials\": [5],\n\"remarks\": [6],\n\"sources\": [7],\n\"title\": 8,\n\"format\": 1}";
  g_autofree char *found = load_text (text, strlen (text), NULL);

  g_assert_cmpstr (found, ==,
                   "$: expected the key \"id\", found none (line 1)\n"
                   "$: expected the key \"as_of\", found none (line 1)\n"
                   "$: expected the key \"licence\", found none (line 1)\n"
                   "$: expected the key \"classes\", found none (line 1)\n"
                   "$: expected the key \"endpoints\", found none (line 1)\n"
                   "$: expected the key \"agents\", found none (line 1)\n"
                   "$: expected the key \"regimens\", found none (line 1)\n"
                   "$: expected the key \"biomarkers\", found none (line 1)\n"
                   "$.trials[0]: expected an object, found 5 (line 1)\n"
                   "$.remarks[0]: expected an object, found 6 (line 2)\n"
                   "$.sources[0]: expected an object, found 7 (line 3)\n"
                   "$.title: expected a string, found 8 (line 4)\n");
}

/* A document whose lists stand in the opposite order is the same document. */
static void
test_reversed (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) reversed = json_object_new ();
  g_autoptr (GList) keys = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autofree char *text = NULL;
  g_autofree char *faults = NULL;
  JsonObject *object;

  g_assert_true (json_parser_load_from_data (parser, sample, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  keys = g_list_reverse (json_object_get_members (object));
  for (GList *l = keys; l != NULL; l = l->next)
    json_object_set_member (reversed, l->data, json_object_dup_member (object, l->data));
  json_node_set_object (root, reversed);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);

  faults = load_text (text, strlen (text), &data_set);
  g_assert_cmpstr (faults, ==, "");
  g_assert_nonnull (rgm_data_set_find_arm (data_set, "first:onemab", NULL));
}

/* Wherever it is cut, a document is at fault, and never half loaded. */
static void
test_truncated (void)
{
  gsize length = strlen (g_strchomp (sample));

  for (gsize i = 0; i < length; i += g_test_thorough () ? 1 : 7)
    {
      g_autofree char *faults = load_text (sample, i, NULL);

      g_assert_cmpstr (faults, !=, "");
    }
}

/* Whatever single byte is changed, loading ends, with a data set or with faults. */
static void
test_changed (void)
{
  gsize length = strlen (sample);

  for (guint i = 0; i < (g_test_thorough () ? 200000 : 4000); i++)
    {
      g_autofree char *text = g_memdup2 (sample, length);
      g_autofree char *unused = NULL;
      gint32 at = g_test_rand_int_range (0, (gint32) length);

      text[at] = (char) g_test_rand_int_range (0, 256);
      unused = load_text (text, length, NULL);
    }
}

/* Where numbers are written with a comma, documents are read all the same, and faults
 * quote them as documents write them. */
static void
test_locale (void)
{
  g_autofree char *text = replace_once (sample, "\"value\": 45.3", "\"value\": 45.2");
  g_autofree char *faults = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  faults = load_text (text, strlen (text), NULL);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (faults, ==,
                   "$.trials[0].arms[0].outcomes[0].value: expected 45.3, which is 24 of 53, found 45.2 (line 77)\n");
}

static void
test_embedded (void)
{
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, &faults, &error);

  g_assert_no_error (error);
  g_assert_null (faults);
  g_assert_nonnull (data_set->title);
}

static void
test_pathway (void)
{
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autofree char *faults = load_text (sample, strlen (sample), &data_set);
  const RgmPathwayNode *node;
  const RgmPathwayEdge *edge;
  const RgmAlteration *alteration;
  const RgmChange *change;
  const RgmAction *action;
  const RgmEffect *effect;
  RgmPathway *pathway;
  guint index;

  g_assert_cmpstr (faults, ==, "");
  g_assert (data_set != NULL);
  pathway = data_set->pathway;
  g_assert_true (RGM_IS_PATHWAY (pathway));
  g_assert_cmpstr (pathway->compartments[RGM_COMPARTMENT_CYTOPLASM], ==, "Inside");
  g_assert_cmpstr (pathway->caveat->text, ==, "Nobody was treated.");
  g_assert_cmpuint (pathway->nodes->len, ==, 5);

  node = rgm_pathway_find_node (pathway, "x1", &index);
  g_assert_cmpuint (index, ==, 1);
  g_assert_cmpint (node->kind, ==, RGM_NODE_RECEPTOR);
  g_assert_cmpint (node->compartment, ==, RGM_COMPARTMENT_MEMBRANE);
  g_assert_cmpstr (node->domains[1], ==, "IV");
  g_assert_true (node->kinase && !node->basal && !node->textbook);
  g_assert_cmpuint (node->citations->len, ==, 1);
  g_assert_null (rgm_pathway_find_node (pathway, "x3", NULL));

  edge = rgm_pathway_find_edge (pathway, "x1-x1--p1");
  g_assert_cmpstr (edge->from, ==, "x1-x1");
  g_assert_cmpstr (edge->to, ==, "p1");
  g_assert_cmpint (edge->kind, ==, RGM_EDGE_ACTIVATES);
  g_assert_cmpstr (edge->overcomes[0], ==, "p2--p1");

  g_assert_true (rgm_pathway_find_condition (pathway, "l1-there")->usual);
  alteration = rgm_pathway_find_alteration (pathway, "x1-mutation");
  g_assert_cmpstr (((RgmVariant *) g_ptr_array_index (alteration->variants, 0))->domain, ==, "kinase");
  change = g_ptr_array_index (alteration->changes, 0);
  g_assert_true (change->kind == RGM_CHANGE_ACTIVATES && change->resists && change->bypass && change->textbook);

  action = g_ptr_array_index (pathway->actions, 0);
  g_assert_cmpint (action->kind, ==, RGM_ACTION_PREVENTS);
  g_assert_cmpstr (action->domain, ==, "IV");
  g_assert_cmpstr (action->edges[0], ==, "x1--x1-x1");
  g_assert_cmpstr (action->only, ==, "x1-mutation");
  effect = g_ptr_array_index (pathway->effects, 0);
  g_assert_cmpstr (effect->at, ==, "p2");
  g_assert_cmpstr (effect->needs, ==, "x1");
  g_assert_cmpuint (pathway->elsewhere->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *rows;

  g_test_init (&argc, &argv, NULL);

  sample = read_file ("sample.json");
  table = read_file ("faults.json");
  json_parser_load_from_data (parser, table, -1, &error);
  g_assert_no_error (error);
  rows = json_node_get_array (json_parser_get_root (parser));

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autofree char *path = g_strconcat ("/load/fault/", json_object_get_string_member (row, "name"), NULL);

      g_test_add_data_func (path, row, test_fault);
    }

  g_test_add_func ("/load/pathway", test_pathway);
  g_test_add_func ("/load/data-set", test_data_set);
  g_test_add_func ("/load/agents", test_agents);
  g_test_add_func ("/load/trial", test_trial);
  g_test_add_func ("/load/arm", test_arm);
  g_test_add_func ("/load/many-faults", test_many_faults);
  g_test_add_func ("/load/endless-faults", test_endless_faults);
  g_test_add_func ("/load/order", test_order);
  g_test_add_func ("/load/reversed", test_reversed);
  g_test_add_func ("/load/truncated", test_truncated);
  g_test_add_func ("/load/changed", test_changed);
  g_test_add_func ("/load/locale", test_locale);
  g_test_add_func ("/load/embedded", test_embedded);

  return g_test_run ();
}
