/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-figure-kinds.h"
#include "rgm-export-table.h"
#include "rgm-pathway-figure.h"
#include "rgm-pathway-regimens.h"
#include "rgm-patient.h"
#include "rgm-selection.h"
#include "rgm-signal.h"

static void
set_ids (RgmPathwayFigure   *figure,
         const char         *key,
         const char * const *ids)
{
  g_assert_true (rgm_figure_set_option (RGM_FIGURE (figure), key, ids != NULL ? g_variant_new_strv (ids, -1) : NULL));
}

static RgmPathwayFigure *
make_figure (const char *agents,
             const char *alterations)
{
  RgmPathwayFigure *figure = RGM_PATHWAY_FIGURE (evidence_make_figure ("pathway", NULL));
  g_auto (GStrv) agent_ids = g_strsplit (agents, ",", -1);
  g_auto (GStrv) alteration_ids = g_strsplit (alterations, ",", -1);

  set_ids (figure, "agents", (const char * const *) agent_ids);
  set_ids (figure, "alterations", (const char * const *) alteration_ids);

  return figure;
}

static const struct { const char *agents, *alterations; } samples[] = {
  { "", "" },
  { "trastuzumab,tucatinib", "her2-amplification" },
  { "cetuximab,t-dxd", "her2-amplification,kras-mutation,braf-v600e" },
  { "zanidatamab", "her2-amplification,met-amplification,pik3ca-mutation" },
  { "disitamab-vedotin,tislelizumab,pyrotinib,irinotecan", "her2-low" },
};

static const struct { double width, height; } sizes[] = { { 960, 540 }, { 1280, 800 }, { 1920, 1080 }, { 3840, 2160 }, { 800, 0 },
                                                          { 640, 900 }, { 480, 0 } };

/* Nodes and agents stand beside one another and never on one another, all of them in the
 * scene; no straight edge goes through a node that isn't an end of it. */
static void
check_scene (RgmScene *scene)
{
  guint n = rgm_scene_get_n_marks (scene);

  for (guint i = 0; i < n; i++)
    {
      const RgmSceneGroup *mark = rgm_scene_get_mark (scene, i);
      gboolean is_edge = mark->role == RGM_SCENE_ROLE_EDGE;
      g_auto (GStrv) ends = g_strsplit (mark->id, "--", 2);

      g_assert_nonnull (mark->sentence);
      g_assert_nonnull (mark->target);
      g_assert_cmpfloat (mark->area.x, >=, 0);
      g_assert_cmpfloat (mark->area.x + mark->area.width, <=, rgm_scene_get_width (scene));
      if (is_edge && mark->bounds.width > 12 && mark->bounds.height > 12)
        continue;

      for (guint j = 0; j < n; j++)
        {
          const RgmSceneGroup *other = rgm_scene_get_mark (scene, j);
          RgmRect a = rgm_rect_grown (is_edge ? &mark->bounds : &mark->area, -1);

          if (j == i || other->role == RGM_SCENE_ROLE_EDGE || (!is_edge && j < i) ||
              (is_edge && (other->role != RGM_SCENE_ROLE_NODE || g_strv_contains ((const char *const *) ends, other->id))))
            continue;
          if (rgm_rect_intersects (&a, &other->area))
            g_test_message ("%s is on %s", mark->id, other->id);
          g_assert_false (rgm_rect_intersects (&a, &other->area));
        }
    }
}

static void
test_sizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (RgmPathwayFigure) figure = make_figure (samples[i].agents, samples[i].alterations);
        g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), sizes[j].width, sizes[j].height);

        g_test_message ("%s on %s, %g x %g", samples[i].agents, samples[i].alterations, sizes[j].width, sizes[j].height);
        g_assert_cmpfloat (rgm_scene_get_width (scene), ==, sizes[j].width);
        check_scene (scene);
      }
}

/* Every agent with a place in the pathway is a mark of its own id, and so is every node. */
static void
test_marks (void)
{
  g_autoptr (RgmPathwayFigure) figure = make_figure ("", "");
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);
  RgmPathway *pathway = rgm_figure_get_data_set (RGM_FIGURE (figure))->pathway;
  guint index;

  for (guint i = 0; i < pathway->nodes->len; i++)
    {
      const RgmPathwayNode *node = g_ptr_array_index (pathway->nodes, i);

      g_assert_true (rgm_scene_find_mark (scene, node->id, &index));
      g_assert_cmpint (rgm_scene_get_mark (scene, index)->role, ==, RGM_SCENE_ROLE_NODE);
    }
  for (guint i = 0; i < pathway->actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (pathway->actions, i);

      g_assert_true (rgm_scene_find_mark (scene, action->agent, &index));
      g_assert_cmpint (rgm_scene_get_mark (scene, index)->role, ==, RGM_SCENE_ROLE_AGENT);
      g_assert_cmpstr (rgm_scene_get_mark (scene, index)->target, ==, action->agent);
    }
  g_assert_cmpuint (rgm_scene_get_n_steps (scene), >, 5);
}

static void
test_words (void)
{
  g_autoptr (RgmPathwayFigure) figure = make_figure ("trastuzumab,tucatinib,irinotecan", "her2-amplification");
  const RgmFrame *frame = rgm_figure_get_frame (RGM_FIGURE (figure));
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);

  g_assert_cmpstr (frame->title, ==, "The pathway under Trastuzumab + Tucatinib + Irinotecan");
  g_assert_cmpstr (frame->subtitle, ==, "Alterations: HER2 amplification. Conditions: EGFR ligand present. Inactive: MAPK, PI3K/AKT, JAK/STAT, PLC/PKC.");
  g_assert_nonnull (strstr (frame->caveat, "teaching model"));
  g_assert_nonnull (strstr (frame->caveat, "not a prediction"));
  g_assert_nonnull (strstr (frame->caveat, "A blocked signal is not a response. In MOUNTAINEER’s HER2-positive tumours, tucatinib alone inhibits"));
  g_assert_nonnull (strstr (frame->note, "Acting elsewhere: Irinotecan."));
  g_assert_cmpstr (evidence_find_mark (scene, "erk")->sentence, ==, "ERK is inactive, blocked by Trastuzumab, Tucatinib. Cytoplasm.");
  g_assert_cmpstr (evidence_find_mark (scene, "neuregulins")->sentence, ==, "Neuregulins are absent. Outside the cell. Textbook knowledge.");
  g_assert_cmpstr (evidence_find_mark (scene, "egf")->sentence, ==,
                   "EGFR ligands are present. Outside the cell. Textbook knowledge.");
  g_assert_cmpstr (evidence_find_mark (scene, "pten")->sentence, ==, "PTEN is constitutively active. Cytoplasm. Textbook knowledge.");
  g_assert_cmpstr (evidence_find_mark (scene, "microtubules")->sentence, ==, "Microtubules: not blocked. Cytoplasm.");
  g_assert_cmpstr (evidence_find_mark (scene, "egf--egfr")->sentence, ==, "EGFR ligands activate EGFR: active.");
  g_assert_cmpstr (evidence_find_mark (scene, "egfr--egfr-her2")->sentence, ==,
                   "EGFR is a partner in the dimer EGFR–HER2: inactive.");
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (RGM_FIGURE (figure))), ==,
                    rgm_figure_get_data_set (RGM_FIGURE (figure))->pathway->nodes->len);
}

static void
test_blocked_target (void)
{
  g_autoptr (RgmPathwayFigure) figure = make_figure ("t-dm1", "her2-amplification");
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);

  g_assert_cmpstr (evidence_find_mark (scene, "microtubules")->sentence, ==, "Microtubules: blocked by T-DM1. Cytoplasm.");
}

static guint n_changes;

static void
on_changed (void)
{
  n_changes++;
}

static void
test_changes (void)
{
  g_autoptr (RgmPathwayFigure) figure = make_figure ("cetuximab", "");
  const char *agents[] = { "cetuximab", NULL };
  const char *unknown[] = { "no-such-agent", NULL };
  const char *nothing[] = { NULL };
  const RgmSignalNode *erk;

  n_changes = 0;
  g_signal_connect (figure, "changed", G_CALLBACK (on_changed), NULL);
  set_ids (figure, "agents", agents);
  g_assert_cmpuint (n_changes, ==, 0);

  erk = rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk");
  g_assert_false (erk->active);

  set_ids (figure, "agents", unknown);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_strv_length (rgm_signal_get_agents (rgm_pathway_figure_get_signal (figure))), ==, 0);
  g_assert_true (rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk")->active);

  set_ids (figure, "conditions", nothing);
  g_assert_false (rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk")->active);
  set_ids (figure, "conditions", NULL);
  g_assert_true (rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk")->active);
  g_assert_cmpuint (n_changes, ==, 3);
}

/* What the picture only counts stands with the table and in the file's description. */
static void
test_more_sources (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("pathway", NULL);
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 960, 540);
  g_autoptr (GBytes) html = rgm_export_table (figure, TRUE);
  g_autoptr (GBytes) csv = rgm_export_table (figure, FALSE);
  const char *said = strstr (frame->sources, "And ");
  int n = said != NULL ? atoi (said + strlen ("And ")) : 0;
  int n_years = 0;

  g_assert_cmpint (n, >, 20);
  g_assert_nonnull (strstr (said, "more, listed with the table."));
  g_assert_true (g_str_has_prefix (frame->more_sources, "More sources: "));
  for (const char *at = frame->more_sources; (at = strstr (at, ". 20")) != NULL; at++)
    n_years++;
  g_assert_cmpint (n_years, >=, n / 2);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (html, NULL), (gssize) g_bytes_get_size (html), "More sources: "));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv), "More sources: "));
  g_assert_null (strstr (frame->summary, "More sources"));
}

static void
test_no_pathway (void)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (RgmPathwayFigure) figure = RGM_PATHWAY_FIGURE (rgm_figure_new ("pathway", selection));
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);

  g_assert_null (rgm_pathway_figure_get_signal (figure));
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
  g_assert_nonnull (strstr (rgm_figure_get_frame (RGM_FIGURE (figure))->note, "no pathway"));
}

static void
assert_alterations (RgmFigure  *figure,
                    const char *expected)
{
  g_autofree char *shown = g_strjoinv (" ", rgm_signal_get_alterations (rgm_pathway_figure_get_signal (RGM_PATHWAY_FIGURE (figure))));

  g_assert_cmpstr (shown, ==, expected);
}

/* It opens on what was found in the patient; on the usual tumour where that is no alteration; on what is chosen, whoever it is. */
static void
test_patient (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("pathway", NULL);
  RgmSelection *selection = rgm_figure_get_selection (figure);
  static const char *const chosen[] = { "braf-v600e", NULL };

  assert_alterations (figure, "her2-amplification");
  g_assert_true (rgm_selection_set_patient (selection, "her2:ihc-3+ kras:mutated msi:msi-h", NULL));
  assert_alterations (figure, "her2-amplification kras-mutation msi-h");
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->note, "the patient whose findings are entered"));
  g_assert_true (rgm_selection_set_patient (selection, "her2:ihc-1+", NULL));
  assert_alterations (figure, "her2-low");
  g_assert_true (rgm_selection_set_patient (selection, "ras:wt lines:2", NULL));
  assert_alterations (figure, "her2-amplification");
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->note, "the usual tumour is shown"));
  rgm_figure_set_option (figure, "alterations", g_variant_new_strv (chosen, -1));
  assert_alterations (figure, "braf-v600e");
  rgm_figure_set_option (figure, "alterations", NULL);
  rgm_selection_clear_patient (selection);
  assert_alterations (figure, "her2-amplification");
}

static const RgmPathwayRegimen *
find_regimen (GPtrArray  *list,
              const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((RgmPathwayRegimen *) g_ptr_array_index (list, i))->regimen->id, id))
      return g_ptr_array_index (list, i);

  g_error ("no regimen %s", id);
}

/* What the regimens of a patient's trials block: of fitting ones, or else of undecided ones. What KRAS
 * keeps active past HER2 stays active. */
static void
test_regimens (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("pathway", NULL);
  RgmSelection *selection = rgm_figure_get_selection (figure);
  g_autoptr (GPtrArray) nobody = NULL, wild = NULL, mutated = NULL;
  gboolean fits;

  nobody = rgm_pathway_list_regimens (figure, &fits);
  g_assert_cmpuint (nobody->len, ==, 0);

  g_assert_true (rgm_selection_set_patient (selection, "her2:ihc-3+ ras:wt braf:wt lines:2 setting:metastatic tumour:colorectal-cancer", NULL));
  wild = rgm_pathway_list_regimens (figure, &fits);
  g_assert_true (fits);
  g_assert_nonnull (strstr (find_regimen (wild, "trastuzumab-pertuzumab")->text, "Blocks: MAPK, PI3K/AKT"));
  g_assert_null (strstr (find_regimen (wild, "trastuzumab-pertuzumab")->text, "Still active"));

  g_assert_true (rgm_selection_set_patient (selection, "her2:ihc-3+ kras:mutated", NULL));
  mutated = rgm_pathway_list_regimens (figure, &fits);
  g_assert_nonnull (strstr (find_regimen (mutated, "t-dxd")->text, "Still active: MAPK"));
  g_assert_nonnull (strstr (find_regimen (mutated, "t-dxd")->text, "payload: full effect"));
  for (guint i = 0; i < mutated->len; i++)
    {
      const RgmPathwayRegimen *regimen = g_ptr_array_index (mutated, i);

      g_assert_cmpuint (regimen->trials->len, >, 0);
      for (guint j = 0; j < regimen->trials->len; j++)
        {
          RgmPatient *patient = rgm_selection_get_patient (selection);
          guint trial = rgm_patient_find (patient, g_ptr_array_index (regimen->trials, j));

          g_assert_cmpint (rgm_patient_get_answer (patient, trial), ==, fits ? RGM_ANSWER_YES : RGM_ANSWER_UNKNOWN);
        }
    }
  rgm_selection_clear_patient (selection);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pathway-figure/sizes", test_sizes);
  g_test_add_func ("/pathway-figure/marks", test_marks);
  g_test_add_func ("/pathway-figure/words", test_words);
  g_test_add_func ("/pathway-figure/blocked-target", test_blocked_target);
  g_test_add_func ("/pathway-figure/changes", test_changes);
  g_test_add_func ("/pathway-figure/no-pathway", test_no_pathway);
  g_test_add_func ("/figure/pathway/more-sources", test_more_sources);

  g_test_add_func ("/figure/pathway/patient", test_patient);
  g_test_add_func ("/figure/pathway/regimens", test_regimens);

  return g_test_run ();
}
