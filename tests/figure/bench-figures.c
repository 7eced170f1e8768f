/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>

#include "evidence.h"
#include "rgm-pango-measure.h"
#include "rgm-response-figure.h"
#include "rgm-scene-draw.h"
#include "rgm-survival-figure.h"

/* How long figures of many arms take: what is worked out, laid out, and drawn in a window
 * of 1280 by 800, of which only what is in sight is drawn. The numbers are printed; the
 * frames are held to their limits. */

/* A data set of trials like those of the embedded one, over and over, until there are
 * @n_arms arms with a rate. */
static GListModel *
make_trials (RgmDataSet *data_set,
             guint       n_arms)
{
  GListModel *originals = rgm_data_set_get_trials (data_set);
  GListStore *trials = g_list_store_new (RGM_TYPE_TRIAL);
  guint n = 0;

  for (guint i = 0; n < n_arms; i++)
    {
      g_autoptr (RgmTrial) original = g_list_model_get_item (originals, i % g_list_model_get_n_items (originals));
      GPtrArray *arms = rgm_trial_get_arms (original);
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *id = g_strdup_printf ("trial-%u", i);
      g_autofree char *name = g_strdup_printf ("Trial number %u", i);

      for (guint j = 0; j < arms->len && n < n_arms; j++)
        {
          RgmArm *arm = g_ptr_array_index (arms, j);
          g_autofree char *arm_id = g_strdup_printf ("%s:%u", id, j);
          const RgmArmParts parts = {
            .id = arm_id, .label = rgm_arm_get_label (arm), .class_id = rgm_arm_get_class (arm),
            .regimen = rgm_arm_get_regimen (arm), .n = rgm_arm_get_n (arm), .outcomes = rgm_arm_get_outcomes (arm),
          };
          RgmOutcome *outcome = rgm_arm_get_outcome (arm, "ORR");

          if (outcome == NULL || rgm_outcome_get_responders (outcome) < 0)
            continue;
          g_ptr_array_add (copies, rgm_arm_new (&parts));
          n++;
        }
      if (copies->len > 0)
        {
          g_autoptr (RgmTrial) trial = rgm_trial_new (&(RgmTrialParts) {
            .id = id, .name = name, .phase = "II", .status_published = "Completed", .status_state = "COMPLETED",
            .arms = copies });

          g_list_store_append (trials, trial);
        }
    }

  return G_LIST_MODEL (trials);
}

static double
time_frame (RgmScene        *scene,
            cairo_surface_t *surface,
            double           top)
{
  const RgmSceneState state = RGM_SCENE_STATE_INIT;
  const RgmRect clip = { 0, top, 1280, 800 };
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();

  cairo_translate (cr, 0, -top);
  rgm_scene_draw (scene, cr, rgm_theme_get (RGM_THEME_LIGHT), &clip, &state);
  cairo_destroy (cr);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* The frames of a scroll through the scene, the first one not counted: it is the one
 * that loads the fonts. In milliseconds, the middle one. */
static double
time_frames (RgmScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 800);
  double frames[21], most = MAX (rgm_scene_get_height (scene) - 800, 0);
  const guint n = G_N_ELEMENTS (frames);

  time_frame (scene, surface, 0);
  for (guint i = 0; i < n; i++)
    frames[i] = time_frame (scene, surface, most * i / n);
  cairo_surface_destroy (surface);

  for (guint i = 1; i < G_N_ELEMENTS (frames); i++)
    for (guint j = i; j > 0 && frames[j] < frames[j - 1]; j--)
      {
        double swap = frames[j];

        frames[j] = frames[j - 1];
        frames[j - 1] = swap;
      }

  return frames[G_N_ELEMENTS (frames) / 2];
}

static void
run (RgmFigure  *figure,
     RgmDataSet *data_set,
     const char *name,
     guint       n_arms,
     double      limit)
{
  g_autoptr (GListModel) trials = make_trials (data_set, n_arms);
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  const RgmFigureLayout layout = { .measure = measure, .width = 1280, .base = 13, .floor = 7 };
  g_autoptr (RgmScene) scene = NULL;
  gint64 start = g_get_monotonic_time (), updated;
  double update, lay_out, frame;

  rgm_figure_set_data_set (figure, data_set);
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), trials);
  rgm_figure_get_words (figure);
  updated = g_get_monotonic_time ();
  scene = rgm_figure_lay_out (figure, &layout, NULL);
  update = (double) (updated - start) / 1000;
  lay_out = (double) (g_get_monotonic_time () - updated) / 1000;
  frame = time_frames (scene);

  g_test_message ("%s, %u arms: worked out in %.1f ms, laid out in %.1f ms, a frame in %.2f ms", name, n_arms,
                  update, lay_out, frame);
  if (limit > 0)
    g_assert_cmpfloat (frame, <=, limit);
}

static void
bench (gconstpointer data)
{
  static const struct
  {
    guint  n_arms;
    double limit;  /* of a frame, in milliseconds */
  } sizes[] = { { 15, 4 }, { 200, 8 }, { 5000, 8 } };
  g_autoptr (RgmSelection) selection = evidence_select (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RgmResponseFigure) response = rgm_response_figure_new ();
      g_autoptr (RgmSurvivalFigure) survival = rgm_survival_figure_new ();

      run (RGM_FIGURE (response), rgm_selection_get_data_set (selection), "response", sizes[i].n_arms, sizes[i].limit);
      run (RGM_FIGURE (survival), rgm_selection_get_data_set (selection), "survival", sizes[i].n_arms, sizes[i].limit);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/figure/bench", NULL, bench);

  return g_test_run ();
}
