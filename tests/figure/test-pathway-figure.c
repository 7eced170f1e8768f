/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence.h"
#include "rgm-load.h"
#include "rgm-pathway-figure.h"
#include "rgm-signal.h"

static RgmDataSet *embedded;

static RgmPathwayFigure *
make_figure (const char *agents,
             const char *alterations)
{
  RgmPathwayFigure *figure = rgm_pathway_figure_new ();
  g_auto (GStrv) agent_ids = g_strsplit (agents, ",", -1);
  g_auto (GStrv) alteration_ids = g_strsplit (alterations, ",", -1);

  rgm_figure_set_data_set (RGM_FIGURE (figure), embedded);
  rgm_pathway_figure_set_agents (figure, (const char * const *) agent_ids);
  rgm_pathway_figure_set_alterations (figure, (const char * const *) alteration_ids);

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
  RgmPathway *pathway = rgm_data_set_get_pathway (embedded);
  guint index;

  for (guint i = 0; i < rgm_pathway_get_nodes (pathway)->len; i++)
    {
      const RgmPathwayNode *node = g_ptr_array_index (rgm_pathway_get_nodes (pathway), i);

      g_assert_true (rgm_scene_find_mark (scene, node->id, &index));
      g_assert_cmpint (rgm_scene_get_mark (scene, index)->role, ==, RGM_SCENE_ROLE_NODE);
    }
  for (guint i = 0; i < rgm_pathway_get_actions (pathway)->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (rgm_pathway_get_actions (pathway), i);

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
  const RgmFigureWords *words = rgm_figure_get_words (RGM_FIGURE (figure));
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);

  g_assert_cmpstr (words->title, ==, "The pathway under trastuzumab plus tucatinib plus irinotecan");
  g_assert_cmpstr (words->subtitle, ==, "HER2 amplification; a ligand of EGFR is there. Off: MAPK, PI3K/AKT, JAK/STAT, PLC/PKC.");
  g_assert_nonnull (strstr (words->caveat, "teaching model"));
  g_assert_nonnull (strstr (words->caveat, "not a prediction"));
  g_assert_nonnull (strstr (words->caveat, "A blocked signal is not a response. Tucatinib alone blocks the signal here, and 3.3%"));
  g_assert_nonnull (strstr (words->note, "Acting elsewhere: Irinotecan."));
  g_assert_cmpstr (evidence_find_mark (scene, "erk")->sentence, ==, "ERK is off, blocked by trastuzumab, tucatinib.");
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (RGM_FIGURE (figure))), ==,
                    rgm_pathway_get_nodes (rgm_data_set_get_pathway (embedded))->len);
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
  rgm_pathway_figure_set_agents (figure, agents);
  g_assert_cmpuint (n_changes, ==, 0);

  erk = rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk");
  g_assert_false (erk->active);

  rgm_pathway_figure_set_agents (figure, unknown);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_strv_length (rgm_signal_get_agents (rgm_pathway_figure_get_signal (figure))), ==, 0);
  g_assert_true (rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk")->active);

  rgm_pathway_figure_set_conditions (figure, nothing);
  g_assert_false (rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk")->active);
  rgm_pathway_figure_set_conditions (figure, NULL);
  g_assert_true (rgm_signal_find_node (rgm_pathway_figure_get_signal (figure), "erk")->active);
  g_assert_cmpuint (n_changes, ==, 3);
}

static void
test_no_pathway (void)
{
  g_autoptr (RgmPathwayFigure) figure = rgm_pathway_figure_new ();
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);

  g_assert_null (rgm_pathway_figure_get_signal (figure));
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
  g_assert_nonnull (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->note, "no pathway"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  embedded = rgm_load_embedded (NULL, NULL, NULL);

  g_test_add_func ("/pathway-figure/sizes", test_sizes);
  g_test_add_func ("/pathway-figure/marks", test_marks);
  g_test_add_func ("/pathway-figure/words", test_words);
  g_test_add_func ("/pathway-figure/changes", test_changes);
  g_test_add_func ("/pathway-figure/no-pathway", test_no_pathway);

  status = g_test_run ();
  g_clear_object (&embedded);

  return status;
}
