/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-fixed-measure.h"
#include "rgm-patient-figure.h"
#include "rgm-selection.h"

#define FINDINGS "her2:ihc-3+ ras:wt braf:wt lines:2 setting:metastatic tumour:\"colorectal cancer\""

static RgmFigure *
make_figure (const char *query,
             const char *findings)
{
  RgmFigure *figure = evidence_make_figure ("patient", query);

  if (findings != NULL)
    g_assert_true (rgm_figure_set_option (figure, "patient", g_variant_new_string (findings)));

  return figure;
}

/* What stands in the scene, whatever the group. */
static gboolean
is_written (RgmFigure  *figure,
            const char *text)
{
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 595, 0);
  g_autofree char *all = rgm_scene_to_text (scene);

  return strstr (all, text) != NULL;
}

static void
test_sheet (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL, FINDINGS);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 595, 0);
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  const RgmSceneGroup *fits = evidence_find_mark (scene, "trial mypathway");
  const RgmSceneGroup *open = evidence_find_mark (scene, "trial heracles-a");

  g_assert_nonnull (fits);
  g_assert_cmpstr (fits->target, ==, "mypathway");
  g_assert_nonnull (strstr (fits->sentence, "Trastuzumab plus pertuzumab: 31.9%"));
  g_assert_nonnull (strstr (fits->sentence, "Met: HER2 amplified or overexpressed; KRAS wild-type"));
  g_assert_nonnull (open);
  g_assert_nonnull (strstr (open->sentence, "To find out: HER2 (HERACLES)"));
  g_assert_nonnull (evidence_find_mark (scene, "findings"));
  g_assert_nonnull (strstr (evidence_find_mark (scene, "findings")->sentence, "HER2: IHC 3+; RAS: wild-type"));
  g_assert_nonnull (strstr (frame->caveat, "not medical advice"));
  g_assert_nonnull (strstr (frame->sources, "Benli"));
  g_assert_nonnull (strstr (frame->summary, "IHC 3+"));
}

/* The table has every trial of the selection, the page only those that may fit. */
static void
test_table (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL, "ras:mutated");
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 595, 0);
  RgmTable *table = rgm_figure_get_table (figure);
  gboolean is_there = FALSE;
  guint mark;

  for (guint i = 0; i < rgm_table_get_n_rows (table); i++)
    if (g_strcmp0 (rgm_table_get_row_id (table, i), "triumph") == 0)
      {
        is_there = TRUE;
        g_assert_cmpstr (rgm_table_get_text (table, i, 3), ==, "Does not fit");
        g_assert_cmpstr (rgm_table_get_text (table, i, 4), ==, "Does not fit: requires RAS wild-type");
      }
  g_assert_true (is_there);
  g_assert_false (rgm_scene_find_mark (scene, "trial triumph", &mark));
  g_assert_nonnull (strstr (evidence_find_mark (scene, "misfits")->sentence, "TRIUMPH"));
}

static void
test_selection (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("class:tki", FINDINGS);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 595, 0);
  guint mark;

  g_assert_false (rgm_scene_find_mark (scene, "trial mypathway", &mark));
  g_assert_nonnull (rgm_figure_get_frame (figure)->selection);
}

/* Without findings it says how to come by some; findings that nobody understands are said too. */
static void
test_without_findings (void)
{
  g_autoptr (RgmFigure) none = make_figure (NULL, NULL);
  g_autoptr (RgmFigure) odd = make_figure (NULL, "her2:purple");

  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (none)), ==, 0);
  g_assert_true (is_written (none, "No findings have been entered"));
  g_assert_true (is_written (odd, "purple"));
}

/* The window's patient is shown, and no option says so: options are remembered. */
static void
test_follows_the_selection (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL, NULL);
  g_autoptr (GVariant) saved = NULL;

  g_assert_true (rgm_selection_set_patient (rgm_figure_get_selection (figure), "ras:wt", NULL));
  g_assert_true (is_written (figure, "RAS: wild-type"));
  saved = g_variant_ref_sink (rgm_figure_save_options (figure));
  g_assert_cmpuint (g_variant_n_children (saved), ==, 0);
}

/* Every page has the head and the caveat, and no row is lost or said twice. */
static void
test_pages (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL, FINDINGS);
  g_autoptr (RgmScene) whole = evidence_lay_out (figure, 595, 0);
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  RgmLayout layout = { .measure = measure, .width = 595, .height = 400, .base = 10, .floor = 7, .overflow = RGM_OVERFLOW_PAGES };
  guint n_pages = 1, n_marks = 0;

  for (layout.page = 0; layout.page < n_pages; layout.page++)
    {
      g_autoptr (RgmScene) page = rgm_figure_lay_out (figure, &layout, &n_pages);
      g_autofree char *text = rgm_scene_to_text (page);

      n_marks += rgm_scene_get_n_marks (page);
      g_assert_nonnull (strstr (text, "not medical advice"));
      g_assert_cmpfloat (rgm_scene_get_height (page), ==, 400);
    }
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_marks, ==, rgm_scene_get_n_marks (whole));
}

/* On A4 the sheet is one page however many trials there are, and says how many it leaves out;
 * a page that lies continues on others. */
static void
test_one_page (void)
{
  static const char *const findings[] = { FINDINGS, "her2:ihc-3+", "lines:1", "her2:ihc-3+ ras:mutated braf:v600 lines:4" };

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autoptr (RgmFigure) figure = make_figure (NULL, findings[i]);
      g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
      const RgmLayout upright = { .measure = measure, .width = 595, .height = 842, .base = 11, .floor = 11, .overflow = RGM_OVERFLOW_PAGES };
      const RgmLayout across = { .measure = measure, .width = 842, .height = 595, .base = 14, .floor = 12, .overflow = RGM_OVERFLOW_PAGES };
      guint n_pages = 0;
      g_autoptr (RgmScene) page = rgm_figure_lay_out (figure, &upright, &n_pages);
      g_autoptr (RgmScene) other = NULL;
      g_autofree char *text = rgm_scene_to_text (page);

      g_assert_cmpuint (n_pages, ==, 1);
      g_assert_cmpfloat (rgm_scene_get_height (page), ==, 842);
      g_assert_nonnull (strstr (text, " more, listed in the table."));
      other = rgm_figure_lay_out (figure, &across, &n_pages);
      g_assert_cmpuint (n_pages, >, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/patient/sheet", test_sheet);
  g_test_add_func ("/figure/patient/table", test_table);
  g_test_add_func ("/figure/patient/selection", test_selection);
  g_test_add_func ("/figure/patient/without-findings", test_without_findings);
  g_test_add_func ("/figure/patient/follows-the-selection", test_follows_the_selection);
  g_test_add_func ("/figure/patient/pages", test_pages);

  g_test_add_func ("/patient-figure/one-page", test_one_page);

  return g_test_run ();
}
