/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence.h"

#include "rgm-agent.h"
#include "rgm-arm.h"
#include "rgm-curves-figure.h"
#include "rgm-enum.h"
#include "rgm-figure-kinds.h"
#include "rgm-pango-measure.h"
#include "rgm-pathway.h"
#include "rgm-record.h"
#include "rgm-scene-item.h"
#include "rgm-slide-layout.h"
#include "rgm-trial.h"

/* On stage a slide of 960 by 540 points fills a screen of 1920 by 1080. */
#define HEIGHT 540.0
#define SCREEN_WIDTH 1920.0
#define LEAST_TYPE 18.0
#define LEAST_SOURCE 14.0

static guint n_scenes;

/* Every text of every slide can be read from the back of the room, and the slide is no taller than the screen. */
static void
assert_legible (RgmFigure  *figure,
                const char *of_what)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  g_autoptr (GPtrArray) pages = rgm_slide_lay_out_figure (figure, measure, RGM_DIRECTION_LTR, HEIGHT, NULL);

  g_assert_cmpuint (pages->len, >, 0);
  for (guint page = 0; page < pages->len; page++)
    {
      RgmScene *scene = pages->pdata[page];
      /* What is too tall would be shown smaller. */
      double scale = SCREEN_WIDTH / RGM_SLIDE_WIDTH * MIN (1, HEIGHT / rgm_scene_get_height (scene));
      guint n_items, sources_end = 0;
      const RgmSceneItem *items = rgm_scene_get_items (scene, &n_items);

      n_scenes++;
      for (guint i = 0; i < n_items; i++)
        {
          if (items[i].kind == RGM_SCENE_ITEM_GROUP &&
              rgm_scene_get_group (scene, items[i].group.index)->role == RGM_SCENE_ROLE_SOURCES)
            sources_end = items[i].group.end;
          if (items[i].kind != RGM_SCENE_ITEM_TEXT)
            continue;
          if (items[i].text.size * scale < (i < sources_end ? LEAST_SOURCE : LEAST_TYPE) - 0.01)
            g_error ("%s, %s, page %u: '%s' is %.1f pixels tall", rgm_figure_get_kind (figure)->id, of_what, page + 1, items[i].text.text,
                     items[i].text.size * scale);
        }
    }
}

/* Each choice and switch of a figure by itself. */
static void
assert_options_legible (RgmFigure *figure)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);

  assert_legible (figure, "as it opens");
  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];
      const char * const *nicks = option->kind == RGM_OPTION_CHOICE ? rgm_enum_get_nicks (option->type ()) : NULL;

      for (guint j = 0; nicks != NULL && nicks[j] != NULL; j++)
        {
          g_autofree char *what = g_strdup_printf ("%s=%s", option->key, nicks[j]);

          g_assert_true (rgm_figure_set_option (figure, option->key, g_variant_new_string (nicks[j])));
          assert_legible (figure, what);
        }
      if (option->kind == RGM_OPTION_SWITCH)
        {
          g_assert_true (rgm_figure_set_option (figure, option->key, g_variant_new_boolean (option->initial == 0)));
          assert_legible (figure, option->key);
        }
      if (nicks != NULL || option->kind == RGM_OPTION_SWITCH)
        g_assert_true (rgm_figure_set_option (figure, option->key, NULL));
    }
}

/* Survival curves are of patients, whom the data set doesn't have. */
static void
add_patients (RgmFigure *figure)
{
  static const char * const names[] = { "Trastuzumab plus pertuzumab", "Control" };
  g_autoptr (RgmPatientGroups) groups = rgm_patient_groups_new ();

  groups->unit = g_strdup ("months");
  groups->source = g_strdup ("times.csv");
  for (gsize group = 0; group < G_N_ELEMENTS (names); group++)
    {
      rgm_patient_groups_add_name (groups, names[group], RGM_TIMES_OBSERVED);
      for (guint i = 0; i < 40; i++)
        {
          const RgmFollowUp patient = { 1 + (double) (i * (7 + group) % 24), i % 3 != 0 };

          g_array_append_val (groups->patients, patient);
          g_array_append_val (groups->groups, group);
        }
    }
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), groups);
}

static void
test_every_kind (void)
{
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();

  n_scenes = 0;
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (RgmFigure) figure = evidence_make_figure (kinds[i], NULL);

      if (rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "patient") != NULL)
        evidence_set_text (figure, "patient", "ras:wt braf:wt msi:mss her2:3+ lines:2");
      if (RGM_IS_CURVES_FIGURE (figure))
        add_patients (figure);
      assert_options_legible (figure);
    }
  g_assert_cmpuint (n_scenes, >, g_strv_length (kinds));
}

/* What acts and what is altered says so in words, which take room. */
static void
test_every_state_of_the_pathway (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("pathway", NULL);
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  GPtrArray *alterations = data_set->pathway->alterations;

  for (guint i = 0; i < data_set->agents->len; i++)
    {
      const char *agents[] = { ((RgmAgent *) data_set->agents->pdata[i])->id, NULL };

      g_assert_true (rgm_figure_set_option (figure, "agents", g_variant_new_strv (agents, -1)));
      assert_legible (figure, agents[0]);
    }
  for (guint i = 0; i < alterations->len; i++)
    {
      const char *ids[] = { ((const RgmAlteration *) alterations->pdata[i])->id, NULL };

      g_assert_true (rgm_figure_set_option (figure, "alterations", g_variant_new_strv (ids, -1)));
      assert_legible (figure, ids[0]);
    }
}

/* As many trials as the data set's, many times over. */
static RgmSelection *
select_many (guint times)
{
  g_autoptr (RgmSelection) one = evidence_select (NULL);
  RgmDataSet *like = rgm_selection_get_data_set (one);
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RgmDataSet) data_set = NULL;
  RgmSelection *selection = rgm_selection_new ();

  for (guint i = 0; i < like->trials->len * times; i++)
    {
      RgmTrial *original = like->trials->pdata[i % like->trials->len];
      g_autoptr (GPtrArray) arms = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *id = g_strdup_printf ("trial-%u", i);

      for (guint j = 0; j < original->arms->len; j++)
        {
          RgmArm *arm = original->arms->pdata[j];
          g_autofree char *arm_id = g_strdup_printf ("%s:%u", id, j);

          g_ptr_array_add (arms, rgm_record_new (&rgm_arm_description, &(RgmArm) {
            .id = arm_id, .label = arm->label, .class_id = arm->class_id, .regimen = arm->regimen, .n = arm->n, .outcomes = arm->outcomes }));
        }
      g_ptr_array_add (trials, rgm_record_new (&rgm_trial_description, &(RgmTrial) {
        .id = id, .name = original->name, .phase = "II", .status_published = "Completed", .status_state = "COMPLETED", .arms = arms }));
    }
  data_set = rgm_record_new (&rgm_data_set_description, &(RgmDataSet) {
    .id = "made", .title = "Made", .as_of = like->as_of, .classes = like->classes, .endpoints = like->endpoints, .trials = trials });
  rgm_selection_set_data_set (selection, data_set);

  return selection;
}

/* A chart with many rows takes pages, and no smaller type. */
static void
test_many_rows_page (void)
{
  static const char * const kinds[] = { "response", "survival" };
  g_autoptr (RgmSelection) selection = select_many (10);
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (RgmFigure) figure = rgm_figure_new (kinds[i], selection);
      g_autoptr (GPtrArray) pages = rgm_slide_lay_out_figure (figure, measure, RGM_DIRECTION_LTR, HEIGHT, NULL);

      g_assert_cmpuint (pages->len, >, 2);
      assert_legible (figure, "of many arms");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/slide-type/kinds", test_every_kind);
  g_test_add_func ("/figure/slide-type/pathway", test_every_state_of_the_pathway);
  g_test_add_func ("/figure/slide-type/many-rows", test_many_rows_page);

  return g_test_run ();
}
