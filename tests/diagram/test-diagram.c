/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-diagram.h"
#include "rgm-fixed-measure.h"
#include "rgm-golden.h"

/* A made-up cell with one of everything. */
static RgmDiagram *
make_sample (void)
{
  RgmDiagram *diagram = rgm_diagram_new ();
  g_auto (GStrv) domains = g_strsplit ("I II", " ", -1);
  const RgmDiagramNode nodes[] = {
    { "lig", "Ligand", "Ligand is on.", RGM_DIAGRAM_PILL, RGM_ZONE_OUTSIDE, RGM_DIAGRAM_ON, FALSE, -1, NULL, NULL, 1 },
    { "cell", "Cell", "Cell is off.", RGM_DIAGRAM_PILL, RGM_ZONE_OUTSIDE, RGM_DIAGRAM_OFF, FALSE, -1, NULL, NULL, 0 },
    { "r1", "R1", "R1 is on.", RGM_DIAGRAM_RECEPTOR, RGM_ZONE_MEMBRANE, RGM_DIAGRAM_ON, FALSE, -1, domains, NULL, 2 },
    { "r2", "R2", "R2 is blocked.", RGM_DIAGRAM_RECEPTOR, RGM_ZONE_MEMBRANE, RGM_DIAGRAM_BLOCKED, TRUE, -1, domains, NULL, 0 },
    { "r3", "R3", "R3 is on.", RGM_DIAGRAM_RECEPTOR, RGM_ZONE_MEMBRANE, RGM_DIAGRAM_BYPASS, FALSE, -1, NULL, NULL, 1 },
    { "r1-r1", "R1–R1", "R1–R1 is on.", RGM_DIAGRAM_PAIR, RGM_ZONE_MEMBRANE, RGM_DIAGRAM_ON, FALSE, -1, NULL, NULL, 3 },
    { "r1-r2", "R1–R2", "R1–R2 is blocked.", RGM_DIAGRAM_PAIR, RGM_ZONE_MEMBRANE, RGM_DIAGRAM_BLOCKED, FALSE, -1, NULL, NULL, 0 },
    { "hub", "Hub", "Hub is on.", RGM_DIAGRAM_HUB, RGM_ZONE_CYTOPLASM, RGM_DIAGRAM_ON, FALSE, -1, NULL, NULL, 4 },
    { "a1", "A1", "A1 is on.", RGM_DIAGRAM_PILL, RGM_ZONE_CYTOPLASM, RGM_DIAGRAM_ON, FALSE, 0, NULL, NULL, 5 },
    { "a2", "A2", "A2 is on.", RGM_DIAGRAM_PILL, RGM_ZONE_CYTOPLASM, RGM_DIAGRAM_ON, FALSE, 0, NULL, NULL, 6 },
    { "b1", "B1", "B1 is off.", RGM_DIAGRAM_PILL, RGM_ZONE_CYTOPLASM, RGM_DIAGRAM_OFF, FALSE, 1, NULL, NULL, 0 },
    { "brake", "Brake", "Brake is on.", RGM_DIAGRAM_PILL, RGM_ZONE_CYTOPLASM, RGM_DIAGRAM_ON, FALSE, -1, NULL, NULL, 1 },
    { "goal", "Goal", "Goal is blocked.", RGM_DIAGRAM_PILL, RGM_ZONE_NUCLEUS, RGM_DIAGRAM_BLOCKED, TRUE, -1, NULL, "Twoconj: full", 0 },
    { "genes", "Genes", "Genes is on.", RGM_DIAGRAM_HUB, RGM_ZONE_NUCLEUS, RGM_DIAGRAM_ON, FALSE, -1, NULL, NULL, 7 },
    { "growth", "Growth", "Growth is on.", RGM_DIAGRAM_END, RGM_ZONE_NUCLEUS, RGM_DIAGRAM_ON, FALSE, -1, NULL, NULL, 8 },
  };
  const RgmDiagramEdge edges[] = {
    { "lig--r1", "lig", "r1", "E.", FALSE, FALSE, RGM_DIAGRAM_ON, 2 },
    { "r1--r1-r1", "r1", "r1-r1", "E.", FALSE, FALSE, RGM_DIAGRAM_ON, 3 },
    { "r1--r1-r2", "r1", "r1-r2", "E.", FALSE, FALSE, RGM_DIAGRAM_OFF, 0 },
    { "r2--r1-r2", "r2", "r1-r2", "E.", FALSE, FALSE, RGM_DIAGRAM_BLOCKED, 0 },
    { "r1-r1--hub", "r1-r1", "hub", "E.", FALSE, FALSE, RGM_DIAGRAM_ON, 4 },
    { "r1-r2--hub", "r1-r2", "hub", "E.", FALSE, FALSE, RGM_DIAGRAM_OFF, 0 },
    { "r3--hub", "r3", "hub", "E.", FALSE, FALSE, RGM_DIAGRAM_BYPASS, 2 },
    { "hub--a1", "hub", "a1", "E.", FALSE, FALSE, RGM_DIAGRAM_ON, 5 },
    { "hub--b1", "hub", "b1", "E.", FALSE, FALSE, RGM_DIAGRAM_OFF, 0 },
    { "a1--a2", "a1", "a2", "E.", FALSE, FALSE, RGM_DIAGRAM_ON, 6 },
    { "brake--a1", "brake", "a1", "E.", TRUE, FALSE, RGM_DIAGRAM_ON, 1 },
    { "a2--genes", "a2", "genes", "E.", FALSE, TRUE, RGM_DIAGRAM_ON, 7 },
    { "genes--growth", "genes", "growth", "E.", FALSE, FALSE, RGM_DIAGRAM_ON, 8 },
  };
  const RgmDiagramAgent agents[] = {
    { "onemab", "onemab", "Onemab", "Onemab binds R2.", "r2", "II", FALSE, TRUE, NULL, RGM_SERIES_BLUE_SQUARE, RGM_DIAGRAM_AGENT_GIVEN },
    { "twoconj", "twoconj", "Twoconj", "Twoconj binds R2.", "r2", "I", FALSE, FALSE, "goal", RGM_SERIES_VERMILION_CIRCLE,
      RGM_DIAGRAM_AGENT_GIVEN },
    { "threenib", "threenib", "Threenib", "Threenib inhibits R2.", "r2", "kinase", TRUE, TRUE, NULL, RGM_SERIES_GREEN_TRIANGLE,
      RGM_DIAGRAM_AGENT_ASIDE },
    { "fournib", "fournib", "Fournib", "Fournib inhibits A2.", "a2", NULL, FALSE, TRUE, NULL, RGM_SERIES_GREY_CROSS,
      RGM_DIAGRAM_AGENT_ASIDE },
    { "fivemab", "fivemab", "Fivemab", "Fivemab wakes the cell.", "cell", NULL, FALSE, FALSE, NULL, RGM_SERIES_PURPLE_PENTAGON,
      RGM_DIAGRAM_AGENT_SHOWN },
  };

  rgm_diagram_set_frame (diagram, &(RgmFrame) {
    .title = "A cell", .subtitle = "Nothing in it is true.", .summary = "A made-up cell.", .note = "Elsewhere: none.",
    .caveat = "Conclude nothing.", .sources = "Source: none.",
  });
  rgm_diagram_set_zone_name (diagram, RGM_ZONE_OUTSIDE, "Outside");
  rgm_diagram_set_zone_name (diagram, RGM_ZONE_MEMBRANE, "Membrane");
  rgm_diagram_set_zone_name (diagram, RGM_ZONE_CYTOPLASM, "Inside");
  rgm_diagram_set_zone_name (diagram, RGM_ZONE_NUCLEUS, "Nucleus");
  rgm_diagram_add_legend (diagram, RGM_SERIES_BLUE_SQUARE, "Antibody");
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_BYPASS, "Active (bypass)");
  g_assert_cmpuint (rgm_diagram_add_lane (diagram, "A"), ==, 0);
  g_assert_cmpuint (rgm_diagram_add_lane (diagram, "B"), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    rgm_diagram_add_node (diagram, &nodes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    rgm_diagram_add_edge (diagram, &edges[i]);
  for (guint i = 0; i < G_N_ELEMENTS (agents); i++)
    rgm_diagram_add_agent (diagram, &agents[i]);
  rgm_diagram_add_badge (diagram, "r3", "R3 amplification");
  rgm_diagram_add_badge (diagram, "b1", "B1 mutation");

  return diagram;
}

static RgmScene *
lay_out (RgmDiagram   *diagram,
         double        width,
         double        height,
         RgmDirection  direction)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();

  return rgm_diagram_lay_out (diagram, &(RgmLayout) { measure, direction, width, height, 12, 9 });
}

static void
test_golden (void)
{
  g_autoptr (RgmDiagram) diagram = make_sample ();
  g_autoptr (RgmScene) scene = lay_out (diagram, 720, 540, RGM_DIRECTION_LTR);
  g_autoptr (RgmScene) mirrored = lay_out (diagram, 720, 540, RGM_DIRECTION_RTL);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *mirrored_text = rgm_scene_to_text (mirrored);

  rgm_golden_check ("diagram", text);
  rgm_golden_check ("diagram-rtl", mirrored_text);
}

/* The same marks in the same order, whatever the size; those of nodes before those of agents
 * before those of edges; and the way has all its steps. */
static void
test_marks (void)
{
  g_autoptr (RgmDiagram) diagram = make_sample ();
  g_autoptr (RgmScene) scene = lay_out (diagram, 960, 540, RGM_DIRECTION_LTR);
  RgmSceneRole last = RGM_SCENE_ROLE_NODE;
  guint index;

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 15 + 5 + 13);
  g_assert_cmpuint (rgm_scene_get_n_steps (scene), ==, 8);

  for (guint i = 0; i < rgm_scene_get_n_marks (scene); i++)
    {
      const RgmSceneGroup *mark = rgm_scene_get_mark (scene, i);
      int rank = mark->role == RGM_SCENE_ROLE_NODE ? 0 : mark->role == RGM_SCENE_ROLE_AGENT ? 1 : 2;
      int last_rank = last == RGM_SCENE_ROLE_NODE ? 0 : last == RGM_SCENE_ROLE_AGENT ? 1 : 2;

      g_assert_nonnull (mark->sentence);
      g_assert_cmpint (rank, >=, last_rank);
      last = mark->role;
    }

  g_assert_true (rgm_scene_find_mark (scene, "r1-r2", &index));
  g_assert_true (rgm_scene_find_mark (scene, "threenib", &index));
  g_assert_true (rgm_scene_find_mark (scene, "hub--a1", &index));
}

static void
test_sizes (void)
{
  static const struct { double width, height; } sizes[] = { { 480, 0 }, { 480, 900 }, { 640, 480 }, { 960, 540 }, { 1280, 800 },
                                                            { 3840, 2160 }, { 600, 2000 }, { 2000, 400 } };
  g_autoptr (RgmDiagram) diagram = make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RgmScene) scene = lay_out (diagram, sizes[i].width, sizes[i].height, RGM_DIRECTION_LTR);

      g_test_message ("%g x %g", sizes[i].width, sizes[i].height);
      g_assert_cmpfloat (rgm_scene_get_width (scene), ==, sizes[i].width);
      g_assert_cmpfloat (rgm_scene_get_height (scene), >=, sizes[i].height);

      for (guint j = 0; j < rgm_scene_get_n_marks (scene); j++)
        {
          const RgmSceneGroup *mark = rgm_scene_get_mark (scene, j);

          g_assert_cmpfloat (mark->area.x, >=, 0);
          g_assert_cmpfloat (mark->area.x + mark->area.width, <=, sizes[i].width);
          g_assert_cmpfloat (mark->area.y + mark->area.height, <=, rgm_scene_get_height (scene));
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (RgmDiagram) diagram = rgm_diagram_new ();
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  rgm_diagram_set_frame (diagram, &(RgmFrame) { .title = "Nothing", .note = "There is none." });
  scene = lay_out (diagram, 480, 0, RGM_DIRECTION_LTR);
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
  text = rgm_scene_to_text (scene);
  g_assert_nonnull (strstr (text, " \"Nothing\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagram/golden", test_golden);
  g_test_add_func ("/diagram/marks", test_marks);
  g_test_add_func ("/diagram/sizes", test_sizes);
  g_test_add_func ("/diagram/empty", test_empty);

  return g_test_run ();
}
