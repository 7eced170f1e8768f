/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>

#include "bench.h"
#include "evidence.h"
#include "rgm-pango-measure.h"
#include "rgm-response-figure.h"
#include "rgm-scene-draw.h"
#include "rgm-survival-figure.h"

/* How long figures of many arms take: what is worked out and laid out, beside Pango alone for the texts that the figure shows, and
 * what is drawn in a window of 1280 by 800, where only what is in sight is drawn. With --limits it fails where a frame takes too long.
 */

#define N_FRAMES 21

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
  double start = bench_now ();

  cairo_translate (cr, 0, -top);
  rgm_scene_draw (scene, cr, rgm_theme_get (RGM_THEME_LIGHT), &clip, &state);
  cairo_destroy (cr);

  return bench_now () - start;
}

/* The frames of a scroll through the scene, the first one not counted: it is the one
 * that loads the fonts. The middle one. */
static double
time_frames (RgmScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 800);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  double most = MAX (rgm_scene_get_height (scene) - 800, 0);

  time_frame (scene, surface, 0);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double frame = time_frame (scene, surface, most * i / N_FRAMES);

      g_array_append_val (frames, frame);
    }
  cairo_surface_destroy (surface);

  return bench_quantile (frames, 0.5);
}

/* The least that any layout does: each text that is shown is shaped once. */
static double
time_pango (RgmScene *scene)
{
  g_autofree char *text = rgm_scene_to_text (scene);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  double start = bench_now (), took;

  for (char **line = lines; *line != NULL; line++)
    {
      const char *quote = strchr (g_strchug (*line), '"');
      int width;

      if (quote == NULL || !g_str_has_prefix (*line, "text "))
        continue;
      pango_layout_set_text (layout, quote + 1, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
    }
  took = bench_now () - start;

  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return took;
}

static gboolean
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
  g_autofree char *update_name = g_strdup_printf ("%s of %u arms, worked out", name, n_arms);
  g_autofree char *layout_name = g_strdup_printf ("%s of %u arms, laid out", name, n_arms);
  g_autofree char *frame_name = g_strdup_printf ("%s of %u arms, a frame", name, n_arms);
  double start = bench_now (), updated, done, frame;

  rgm_figure_set_data_set (figure, data_set);
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), trials);
  rgm_figure_get_words (figure);
  updated = bench_now ();
  scene = rgm_figure_lay_out (figure, &layout, NULL);
  done = bench_now ();
  frame = time_frames (scene);

  bench_say (update_name, updated - start, 0, "ms");
  bench_say (layout_name, done - updated, time_pango (scene), "ms");
  bench_say (frame_name, frame, 0, "ms");

  return frame <= limit;
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    guint  n_arms;
    double limit;  /* of a frame, in milliseconds */
  } sizes[] = { { 15, 4 }, { 200, 8 }, { 5000, 8 } };
  gboolean with_limits = argc > 1 && g_str_equal (argv[1], "--limits");
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  RgmDataSet *data_set = rgm_selection_get_data_set (selection);
  gboolean all_kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RgmResponseFigure) response = rgm_response_figure_new ();
      g_autoptr (RgmSurvivalFigure) survival = rgm_survival_figure_new ();

      all_kept &= run (RGM_FIGURE (response), data_set, "response", sizes[i].n_arms, sizes[i].limit);
      all_kept &= run (RGM_FIGURE (survival), data_set, "survival", sizes[i].n_arms, sizes[i].limit);
    }

  return all_kept || !with_limits ? EXIT_SUCCESS : EXIT_FAILURE;
}
