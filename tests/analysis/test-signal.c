/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-signal.h"

static RgmDataSet *embedded;

/* Lanes, as they are looked up; ALL in the order of the data set. */
#define MAPK 1
#define PI3K 2
#define JAK  4
#define PLC  8
#define ALL  (MAPK | PI3K | JAK | PLC)
#define NONE 0

#define MUT "her2-activating-mutation"
#define AMP "her2-amplification"

/* What the source says, as a table. A row with no conditions is under the usual one. */
static const struct
{
  const char *agents;
  const char *alterations;
  const char *conditions;
  guint       lanes;
} rules[] = {
  /* Without anything, and without agents. */
  { "", "", "", NONE },
  { "", "", NULL, ALL },
  { "", AMP, NULL, ALL },
  { "", AMP, "", ALL },
  { "", MUT, "", ALL },
  { "", "her2-del16", "", ALL },
  { "", "her2-low", "", NONE },
  { "", "her2-low", NULL, ALL },
  { "", "kras-mutation", "", MAPK },
  { "", "nras-mutation", "", MAPK },
  { "", "braf-v600e", "", MAPK },
  { "", "pik3ca-mutation", "", PI3K },
  { "", "met-amplification", "", ALL },
  { "", "apc-loss", "", ALL },
  { "", "", "neuregulin", ALL },

  /* HER2 amplified. */
  { "trastuzumab,tucatinib", AMP, NULL, NONE },
  { "tucatinib", AMP, NULL, NONE },
  { "trastuzumab,lapatinib", AMP, NULL, NONE },
  { "cetuximab", AMP, NULL, ALL },
  { "panitumumab", AMP, NULL, ALL },
  { "lapatinib,cetuximab", AMP, NULL, NONE },
  { "pertuzumab", AMP, NULL, ALL },
  { "pertuzumab,cetuximab", AMP, NULL, ALL },
  { "trastuzumab,pertuzumab", AMP, NULL, NONE },
  { "pyrotinib,trastuzumab", AMP, NULL, NONE },
  { "elvn-002,trastuzumab", AMP, NULL, NONE },
  { "t-dm1,pertuzumab", AMP, NULL, NONE },
  { "zanidatamab", AMP, NULL, NONE },
  { "kn026", AMP, NULL, NONE },
  { "irinotecan,bevacizumab", AMP, NULL, ALL },
  { "braf-inhibitor", AMP, NULL, ALL },
  { "tucatinib,trastuzumab", AMP, "neuregulin,egfr-ligand", NONE },

  /* HER2 not amplified. */
  { "cetuximab", "", "egfr-ligand", NONE },
  { "cetuximab", "", NULL, NONE },
  { "panitumumab", "", NULL, NONE },
  { "trastuzumab", "", NULL, ALL },
  { "cetuximab", "kras-mutation", NULL, MAPK },
  { "cetuximab", "nras-mutation", NULL, MAPK },
  { "panitumumab", "braf-v600e", NULL, MAPK },
  { "cetuximab", "pik3ca-mutation", NULL, PI3K },
  { "cetuximab", "", "neuregulin,egfr-ligand", ALL },
  { "trastuzumab,tucatinib", AMP ",kras-mutation", NULL, MAPK },
  { "trastuzumab,tucatinib", AMP ",kras-mutation,pik3ca-mutation", NULL, MAPK | PI3K },

  /* HER2 mutated. */
  { "cetuximab", MUT, NULL, ALL },
  { "panitumumab", MUT, NULL, ALL },
  { "trastuzumab,neratinib", MUT, NULL, NONE },
  { "trastuzumab,lapatinib", MUT, NULL, NONE },
  { "trastuzumab,pertuzumab", MUT, NULL, ALL },
  { "trastuzumab,pertuzumab,cetuximab", MUT, NULL, ALL },
  { "trastuzumab,pertuzumab", "her2-del16", NULL, ALL },
  { "trastuzumab,pertuzumab,cetuximab", "her2-del16", NULL, ALL },
  { "trastuzumab,pertuzumab", AMP ",her2-del16", NULL, ALL },
  { "trastuzumab,tucatinib", AMP ",her2-del16", NULL, NONE },
  { "lapatinib", MUT, NULL, ALL },
  { "neratinib", MUT, NULL, ALL },
  { "pyrotinib", MUT, NULL, ALL },
  { "afatinib", MUT, NULL, ALL },
  { "trastuzumab,pyrotinib", MUT, NULL, NONE },
  { "cetuximab", "apc-loss", NULL, ALL },
  { "afatinib", "apc-loss", NULL, NONE },

  /* BRAF V600E. */
  { "braf-inhibitor", "braf-v600e", "", NONE },
  { "braf-inhibitor", "braf-v600e", NULL, ALL },
  { "braf-inhibitor,cetuximab", "braf-v600e", NULL, NONE },
  { "braf-inhibitor", "braf-v600e," AMP, NULL, ALL },
  { "braf-inhibitor,cetuximab", "braf-v600e," AMP, NULL, ALL },
  { "braf-inhibitor,trastuzumab,tucatinib", "braf-v600e," AMP, NULL, NONE },

  /* MET amplified. */
  { "zanidatamab", AMP ",met-amplification", NULL, ALL },
  { "zanidatamab", "met-amplification", NULL, ALL },
  { "zanidatamab,met-inhibitor", AMP ",met-amplification", NULL, NONE },
};

static RgmSignal *
run (const char *agents,
     const char *alterations,
     const char *conditions)
{
  g_auto (GStrv) agent_ids = g_strsplit (agents, ",", -1);
  g_auto (GStrv) alteration_ids = g_strsplit (alterations, ",", -1);
  g_auto (GStrv) condition_ids = conditions != NULL ? g_strsplit (conditions, ",", -1) : NULL;
  g_autoptr (GError) error = NULL;
  RgmSignal *signal = rgm_signal_new (embedded, (const char *const *) agent_ids, (const char *const *) alteration_ids,
                                      (const char *const *) condition_ids, &error);

  g_assert_no_error (error);

  return signal;
}

static guint
active_lanes (RgmSignal *signal)
{
  GPtrArray *lanes = rgm_signal_get_pathway (signal)->lanes;
  guint active = 0;

  for (guint i = 0; i < lanes->len; i++)
    if (rgm_signal_is_lane_active (signal, g_ptr_array_index (lanes, i)))
      active |= 1u << i;

  return active;
}

/* What is true of every run: a chain leads to something that is given, or constitutively
 * active; what is on has no blame; and what is off has a blame or a reason. */
static void
check_sense (RgmSignal *signal)
{
  GPtrArray *nodes = rgm_signal_get_nodes (signal);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);
      guint length = g_strv_length (node->because);
      const char *last = length > 0 ? node->because[length - 1] : "";

      g_assert_cmpint (node->active, ==, node->step > 0);
      if (!node->active)
        {
          g_assert_cmpuint (length, ==, 0);
          g_assert_false (node->bypass);
          g_assert_cmpint (node->reason != NULL, ==, node->blocked_by[0] == NULL);
          continue;
        }

      g_assert_null (node->reason);

      g_assert_cmpuint (g_strv_length (node->blocked_by), ==, 0);
      g_assert_true (g_str_equal (last, RGM_SIGNAL_BASAL) ||
                     g_strv_contains ((const char *const *) rgm_signal_get_alterations (signal), last) ||
                     g_strv_contains ((const char *const *) rgm_signal_get_conditions (signal), last) ||
                     g_strv_contains ((const char *const *) rgm_signal_get_agents (signal), last));
      for (guint j = 0; j + 1 < length; j++)
        g_assert_true (rgm_signal_find_node (signal, node->because[j]) != NULL);
    }
}

static void
test_rules (void)
{
  g_auto (GStrv) outcomes = g_strsplit ("proliferation survival migration differentiation", " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (RgmSignal) signal = run (rules[i].agents, rules[i].alterations, rules[i].conditions);

      g_test_message ("%s on %s, conditions %s", rules[i].agents, rules[i].alterations, rules[i].conditions);
      g_assert_cmpuint (active_lanes (signal), ==, rules[i].lanes);
      for (guint j = 0; outcomes[j] != NULL; j++)
        g_assert_cmpint (rgm_signal_find_node (signal, outcomes[j])->active, ==, rules[i].lanes != NONE);
      check_sense (signal);
    }
}

/* Every pair of agents under every pair of alterations comes to an end, makes sense, and is
 * the same whatever the order in which things are named. */
static void
test_all_pairs (void)
{
  static const char *const agents[] = { "", "trastuzumab", "pertuzumab", "zanidatamab", "t-dxd", "tucatinib", "neratinib",
                                        "cetuximab", "braf-inhibitor", "met-inhibitor", "pembrolizumab" };
  GPtrArray *alterations = embedded->pathway->alterations;

  for (guint i = 0; i < G_N_ELEMENTS (agents); i++)
    for (guint j = 0; j <= i; j++)
      for (guint k = 0; k < alterations->len; k++)
        for (guint l = 0; l <= k; l++)
          {
            const RgmAlteration *first = g_ptr_array_index (alterations, k);
            const RgmAlteration *second = g_ptr_array_index (alterations, l);
            const char *one_way[] = { first->id, second->id, NULL };
            const char *other_way[] = { second->id, first->id, NULL };
            const char *forth[] = { agents[i], agents[j], NULL };
            const char *back[] = { agents[j], agents[i], NULL };
            g_autoptr (GError) error = NULL;
            g_autoptr (RgmSignal) signal = rgm_signal_new (embedded, *agents[j] != '\0' ? forth : NULL, one_way, NULL, &error);
            g_autoptr (RgmSignal) mirrored = rgm_signal_new (embedded, *agents[j] != '\0' ? back : NULL, other_way, NULL, NULL);

            g_assert_true ((signal == NULL) == (mirrored == NULL));
            if (signal == NULL)
              {
                g_assert_cmpstr (error->message, ==, "HER2 amplification and HER2-low are mutually exclusive.");
                continue;
              }
            check_sense (signal);
            g_assert_cmpuint (active_lanes (signal), ==, active_lanes (mirrored));
          }
}

static char *
because (RgmSignal  *signal,
         const char *node)
{
  return g_strjoinv (" ", rgm_signal_find_node (signal, node)->because);
}

static char *
blocked_by (RgmSignal  *signal,
            const char *node)
{
  return g_strjoinv (" ", rgm_signal_find_node (signal, node)->blocked_by);
}

static void
test_because (void)
{
  g_autoptr (RgmSignal) cetuximab = run ("cetuximab", AMP, NULL);
  g_autoptr (RgmSignal) kras = run ("trastuzumab", AMP ",kras-mutation", NULL);
  g_autoptr (RgmSignal) ligand = run ("", "", NULL);
  g_autofree char *erk = because (cetuximab, "erk");
  g_autofree char *her2 = because (cetuximab, "her2");
  g_autofree char *kras_erk = because (kras, "erk");
  g_autofree char *egfr = because (ligand, "egfr");
  g_autofree char *heterodimer = because (ligand, "egfr-her2");
  g_autofree char *pten = because (ligand, "pten");

  g_assert_cmpstr (erk, ==, "mek raf ras transphosphorylation her2-her2 her2-amplification");
  g_assert_cmpstr (her2, ==, "her2-her2 her2-amplification");
  g_assert_cmpstr (kras_erk, ==, "mek raf ras kras-mutation");
  g_assert_cmpstr (egfr, ==, "egf egfr-ligand");
  g_assert_cmpstr (heterodimer, ==, "egfr egf egfr-ligand");
  g_assert_cmpstr (pten, ==, RGM_SIGNAL_BASAL);
}

static void
test_blocked_by (void)
{
  g_autoptr (RgmSignal) signal = run ("cetuximab,trastuzumab,irinotecan,tucatinib", AMP, NULL);
  g_autoptr (RgmSignal) cetuximab = run ("cetuximab", AMP, NULL);
  g_autoptr (RgmSignal) braf = run ("braf-inhibitor,cetuximab", "braf-v600e", NULL);
  g_autoptr (RgmSignal) del16 = run ("trastuzumab,tucatinib", "her2-del16," AMP, NULL);
  g_autoptr (RgmSignal) payload = run ("t-dxd", AMP, NULL);
  g_autofree char *erk = blocked_by (signal, "erk");
  g_autofree char *pair = blocked_by (signal, "her2-her2");
  g_autofree char *egfr = blocked_by (cetuximab, "egfr");
  g_autofree char *her2 = blocked_by (cetuximab, "her2");
  g_autofree char *raf = blocked_by (braf, "raf");
  g_autofree char *del16_pair = blocked_by (del16, "her2-her2");
  g_autofree char *topoisomerase = blocked_by (payload, "topoisomerase-1");

  g_assert_cmpstr (erk, ==, "cetuximab trastuzumab tucatinib");
  g_assert_cmpstr (pair, ==, "trastuzumab tucatinib");
  g_assert_cmpstr (egfr, ==, "cetuximab");
  g_assert_cmpstr (her2, ==, "");
  g_assert_cmpstr (raf, ==, "braf-inhibitor cetuximab");
  g_assert_cmpstr (topoisomerase, ==, "t-dxd");

  /* Amplified HER2 would be kept from pairing; del16 wouldn't, and needs the kinase stopped. */
  g_assert_cmpstr (del16_pair, ==, "trastuzumab tucatinib");
}

/* An agent is to blame for what it acts on and for what comes after it, not for a receptor
 * whose partner is gone. */
static void
test_partners (void)
{
  static const char *const selective[] = { "tucatinib", "elvn-002", "pertuzumab", "zanidatamab", "trastuzumab,pertuzumab", "t-dm1,pertuzumab" };
  g_autoptr (RgmSignal) neuregulin = run ("pertuzumab,cetuximab", "", "neuregulin,egfr-ligand");

  for (guint i = 0; i < G_N_ELEMENTS (selective); i++)
    {
      g_autoptr (RgmSignal) signal = run (selective[i], AMP, NULL);
      g_autofree char *egfr = because (signal, "egfr");
      const RgmSignalNode *pair = rgm_signal_find_node (signal, "egfr-egfr");

      g_assert_cmpstr (egfr, ==, "egf egfr-ligand");
      g_assert_false (pair->active);
      g_assert_cmpuint (g_strv_length (pair->blocked_by), ==, 0);
      g_assert_nonnull (strstr (pair->reason, "HER2 amplification"));
    }

  for (guint i = 0; i < embedded->pathway->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (embedded->pathway->alterations, i);
      g_autoptr (RgmSignal) signal = run ("cetuximab", alteration->id, NULL);
      const RgmSignalNode *her2 = rgm_signal_find_node (signal, "her2");

      g_assert_cmpuint (g_strv_length (her2->blocked_by), ==, 0);
      if (!her2->active)
        g_assert_nonnull (strstr (her2->reason, "EGFR"));
      g_assert_cmpstr (rgm_signal_find_node (signal, "egfr")->blocked_by[0], ==, "cetuximab");
    }

  g_assert_true (rgm_signal_find_node (neuregulin, "her3")->active);
  g_assert_false (rgm_signal_find_node (neuregulin, "her2-her3")->active);
}

static void
test_bypass (void)
{
  g_autoptr (RgmSignal) met = run ("zanidatamab", AMP ",met-amplification", NULL);
  g_autoptr (RgmSignal) kras = run ("cetuximab", "kras-mutation", NULL);
  g_autoptr (RgmSignal) untreated = run ("", "kras-mutation", NULL);
  g_autoptr (RgmSignal) not_needed = run ("pertuzumab", AMP ",kras-mutation", NULL);

  g_assert_true (rgm_signal_find_node (met, "met")->bypass);
  g_assert_true (rgm_signal_find_node (met, "erk")->bypass);
  g_assert_false (rgm_signal_find_node (met, "her2")->bypass);
  g_assert_true (rgm_signal_find_node (kras, "erk")->bypass);
  g_assert_false (rgm_signal_find_node (kras, "akt")->bypass);
  g_assert_false (rgm_signal_find_node (untreated, "erk")->bypass);
  g_assert_false (rgm_signal_find_node (not_needed, "erk")->bypass);
}

static const RgmSignalEffect *
find_effect (RgmSignal     *signal,
             const char    *agent,
             RgmEffectKind  kind)
{
  GPtrArray *effects = rgm_signal_get_effects (signal);

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);

      if (g_str_equal (effect->effect->agent, agent) && effect->effect->kind == kind)
        return effect;
    }

  g_assert_not_reached ();
}

static void
test_effects (void)
{
  static const struct { const char *alterations; RgmStrength strength; } rows[] = {
    { "", RGM_STRENGTH_NONE },
    { AMP, RGM_STRENGTH_FULL },
    { "her2-low", RGM_STRENGTH_WEAK },
    { "kras-mutation", RGM_STRENGTH_NONE },
    { AMP ",kras-mutation", RGM_STRENGTH_FULL },
  };
  static const char *const conjugates[] = { "t-dxd", "t-dm1", "trastuzumab-rezetecan", "disitamab-vedotin" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (conjugates); j++)
      {
        g_autoptr (RgmSignal) signal = run (conjugates[j], rows[i].alterations, NULL);
        const RgmSignalEffect *effect = find_effect (signal, conjugates[j], RGM_EFFECT_PAYLOAD);
        const RgmSignalNode *at = rgm_signal_find_node (signal, effect->effect->at);

        g_assert_cmpint (effect->strength, ==, rows[i].strength);
        g_assert_cmpstr (effect->because, !=, "");
        g_assert_cmpint (at->active, ==, rows[i].strength != RGM_STRENGTH_FULL);
        /* A payload in full strength kills the cell, so that none of the outcomes is left. */
        if (rows[i].strength == RGM_STRENGTH_FULL)
          g_assert_cmpstr (rgm_signal_find_node (signal, "survival")->blocked_by[0], ==, conjugates[j]);
      }
}

static void
test_immune (void)
{
  g_autoptr (RgmSignal) nothing = run ("", AMP, NULL);
  g_autoptr (RgmSignal) checkpoint = run ("pembrolizumab", "", NULL);
  g_autoptr (RgmSignal) unstable = run ("pembrolizumab", "msi-h", NULL);
  g_autoptr (RgmSignal) cells = run ("her2-car-t", AMP, NULL);
  g_autoptr (RgmSignal) nothing_to_bind = run ("her2-car-t", "", NULL);

  g_assert_false (rgm_signal_find_node (nothing, "immune-cell")->active);
  g_assert_true (rgm_signal_find_node (checkpoint, "immune-cell")->active);
  g_assert_true (rgm_signal_find_node (cells, "immune-cell")->active);
  g_assert_false (rgm_signal_find_node (nothing_to_bind, "immune-cell")->active);
  g_assert_cmpint (find_effect (cells, "her2-car-t", RGM_EFFECT_IMMUNE)->strength, ==, RGM_STRENGTH_WEAK);
  g_assert_nonnull (strstr (find_effect (cells, "her2-car-t", RGM_EFFECT_IMMUNE)->because, "struggle in solid tumours"));
  g_assert_cmpint (find_effect (checkpoint, "pembrolizumab", RGM_EFFECT_IMMUNE)->strength, ==, RGM_STRENGTH_WEAK);
  g_assert_cmpint (find_effect (unstable, "pembrolizumab", RGM_EFFECT_IMMUNE)->strength, ==, RGM_STRENGTH_FULL);
}

static void
test_unknown_ids (void)
{
  static const struct { const char *agent; const char *alteration; const char *condition; const char *message; } rows[] = {
    { "trastuzumap", AMP, "egfr-ligand", "There is no agent “trastuzumap”. Did you mean “trastuzumab”?" },
    { "trastuzumab", "her2-amplificaton", "egfr-ligand",
      "There is no alteration “her2-amplificaton”. Did you mean “her2-amplification”?" },
    { "trastuzumab", AMP, "egfr-ligant", "There is no condition “egfr-ligant”. Did you mean “egfr-ligand”?" },
    { "trastuzumab", AMP, "%s", "There is no condition “%s”. Available: egfr-ligand, neuregulin." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *agents[] = { rows[i].agent, NULL };
      const char *alterations[] = { rows[i].alteration, NULL };
      const char *conditions[] = { rows[i].condition, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (rgm_signal_new (embedded, agents, alterations, conditions, &error));
      g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* Nothing in the picture stands for itself alone: every node can come on, and has a way in
 * or an agent; every agent acts at a node, or is said to act elsewhere. */
static void
test_reach (void)
{
  RgmPathway *pathway = embedded->pathway;
  GListModel *agents = rgm_data_set_get_agents (embedded);
  GPtrArray *edges = pathway->edges;
  g_autoptr (RgmSignal) everything = run ("", AMP ",met-amplification", "egfr-ligand,neuregulin");
  g_autoptr (RgmSignal) ligands = run ("pembrolizumab", "", "egfr-ligand,neuregulin");
  GPtrArray *nodes = rgm_signal_get_nodes (everything);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmPathwayNode *node = ((RgmSignalNode *) g_ptr_array_index (nodes, i))->node;
      gboolean is_joined = FALSE;

      g_test_message ("%s", node->id);
      g_assert_true (rgm_signal_find_node (everything, node->id)->active || rgm_signal_find_node (ligands, node->id)->active);

      for (guint j = 0; j < edges->len && !is_joined; j++)
        {
          const RgmPathwayEdge *edge = g_ptr_array_index (edges, j);

          is_joined = g_str_equal (edge->from, node->id) || g_str_equal (edge->to, node->id);
        }
      for (guint j = 0; j < pathway->effects->len && !is_joined; j++)
        {
          const RgmEffect *effect = g_ptr_array_index (pathway->effects, j);

          is_joined = g_strcmp0 (effect->at, node->id) == 0;
        }
      g_assert_true (is_joined);
    }

  for (guint i = 0; i < g_list_model_get_n_items (agents); i++)
    {
      g_autoptr (RgmAgent) agent = g_list_model_get_item (agents, i);
      guint n_points = 0, n_elsewhere = 0;

      for (guint j = 0; j < pathway->actions->len; j++)
        n_points += g_str_equal (((RgmAction *) g_ptr_array_index (pathway->actions, j))->agent,
                                 agent->id);
      for (guint j = 0; j < pathway->effects->len; j++)
        n_points += g_str_equal (((RgmEffect *) g_ptr_array_index (pathway->effects, j))->agent,
                                 agent->id);
      for (guint j = 0; j < pathway->elsewhere->len; j++)
        n_elsewhere += g_str_equal (((RgmElsewhere *) g_ptr_array_index (pathway->elsewhere, j))->agent,
                                    agent->id);

      g_test_message ("%s", agent->id);
      g_assert_true ((n_points > 0) != (n_elsewhere == 1));
    }
}

/* ── Graphs that are made up ─────────────────────────────────────────────────── */

static RgmDataSet *
load_graph (const char *nodes,
            const char *edges)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": 1, \"id\": \"g\", \"title\": \"G\", \"as_of\": \"2024-01-01\","
    "\"licence\": {\"name\": \"CC0\", \"credit\": \"Nobody.\"}, \"sources\": [], \"classes\": [], \"endpoints\": [],"
    "\"agents\": [], \"regimens\": [], \"biomarkers\": [], \"trials\": [], \"pathway\": {\"compartments\": {\"outside\": \"o\","
    "\"membrane\": \"m\", \"cytoplasm\": \"c\", \"nucleus\": \"n\"}, \"caveat\": {\"text\": \"None.\", \"sources\": []},"
    "\"nodes\": [%s], \"edges\": [%s], \"pathways\": [], \"conditions\": [], \"alterations\": [], \"actions\": [],"
    "\"effects\": [], \"elsewhere\": []}}", nodes, edges);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_bytes (bytes, "graph", NULL, NULL, &error);

  g_assert_no_error (error);

  return data_set;
}

#define NODE(id) "{\"id\": \"" id "\", \"name\": \"N\", \"kind\": \"protein\", \"compartment\": \"nucleus\", \"sources\": []," \
                 "\"textbook\": true}"
#define BASAL(id) "{\"id\": \"" id "\", \"name\": \"N\", \"kind\": \"protein\", \"compartment\": \"nucleus\", \"basal\": true," \
                  "\"sources\": [], \"textbook\": true}"
#define EDGE(from, to, kind) "{\"id\": \"" from "." to "\", \"from\": \"" from "\", \"to\": \"" to "\", \"kind\": \"" kind "\"," \
                             "\"sources\": [], \"textbook\": true}"

static void
check_graph (const char *nodes,
             const char *edges,
             const char *active)
{
  g_autoptr (RgmDataSet) data_set = load_graph (nodes, edges);
  g_autoptr (RgmSignal) signal = rgm_signal_new (data_set, NULL, NULL, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rgm_signal_get_nodes (signal)->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (rgm_signal_get_nodes (signal), i);

      if (node->active)
        g_string_append (found, node->node->id);
    }
  g_assert_cmpstr (found->str, ==, active);
}

static void
test_loops (void)
{
  /* A loop doesn't keep itself on, but takes a signal round once. */
  check_graph (NODE ("a") "," NODE ("b"), EDGE ("a", "b", "activates") "," EDGE ("b", "a", "activates"), "");
  check_graph (BASAL ("x") "," NODE ("a") "," NODE ("b"),
               EDGE ("x", "a", "activates") "," EDGE ("a", "b", "activates") "," EDGE ("b", "a", "activates"), "xab");
  /* What holds back what would hold it back: along a line it is settled, in a loop it is not
   * on for sure, and so off. */
  check_graph (BASAL ("a") "," BASAL ("b") "," BASAL ("c"), EDGE ("a", "b", "inhibits") "," EDGE ("b", "c", "inhibits"), "ac");
  check_graph (BASAL ("a") "," BASAL ("b"), EDGE ("a", "b", "inhibits") "," EDGE ("b", "a", "inhibits"), "");
  check_graph (BASAL ("a"), EDGE ("a", "a", "inhibits"), "");
  check_graph ("", "", "");
}

static void
test_no_pathway (void)
{
  g_autofree char *text = g_strdup ("{\"format\": 1, \"id\": \"g\", \"title\": \"G\", \"as_of\": \"2024-01-01\","
    "\"licence\": {\"name\": \"CC0\", \"credit\": \"Nobody.\"}, \"sources\": [], \"classes\": [], \"endpoints\": [],"
    "\"agents\": [], \"regimens\": [], \"biomarkers\": [], \"trials\": []}");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (RgmDataSet) data_set = rgm_load_bytes (bytes, "bare", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (data_set->pathway);
  g_assert_null (rgm_signal_new (data_set, NULL, NULL, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  embedded = rgm_load_embedded (NULL, NULL, NULL);

  g_test_add_func ("/signal/rules", test_rules);
  g_test_add_func ("/signal/all-pairs", test_all_pairs);
  g_test_add_func ("/signal/because", test_because);
  g_test_add_func ("/signal/blocked-by", test_blocked_by);
  g_test_add_func ("/signal/partners", test_partners);
  g_test_add_func ("/signal/bypass", test_bypass);
  g_test_add_func ("/signal/effects", test_effects);
  g_test_add_func ("/signal/immune", test_immune);
  g_test_add_func ("/signal/unknown-ids", test_unknown_ids);
  g_test_add_func ("/signal/reach", test_reach);
  g_test_add_func ("/signal/loops", test_loops);
  g_test_add_func ("/signal/no-pathway", test_no_pathway);

  status = g_test_run ();
  g_clear_object (&embedded);

  return status;
}
