/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>

#include "bench.h"
#include "evidence.h"
#include "rgm-data-set.h"
#include "rgm-figure-kinds.h"
#include "rgm-pango-measure.h"
#include "rgm-scene-draw.h"

/* How long figures of many arms take: what is worked out and laid out, beside Pango alone for the texts that the figure shows, and
 * what is drawn in a window of 1280 by 800, where only what is in sight is drawn; and what a click on an option takes in a window that
 * shows the figure already. With --limits it fails where a frame or a click takes too long; with a number it stops before figures of more
 * arms than that, for callgrind --toggle-collect=time_click.
 */

#define N_FRAMES 21
#define N_CLICKS 5

/* A data set of trials like those of the embedded one, over and over, until there are
 * @n_arms arms with a rate. */
static GPtrArray *
make_trials (RgmDataSet *data_set,
             guint       n_arms)
{
  GListModel *originals = rgm_data_set_get_trials (data_set);
  GPtrArray *trials = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  for (guint i = 0; n < n_arms; i++)
    {
      g_autoptr (RgmTrial) original = g_list_model_get_item (originals, i % g_list_model_get_n_items (originals));
      GPtrArray *arms = original->arms;
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *id = g_strdup_printf ("trial-%u", i);
      g_autofree char *name = g_strdup_printf ("Trial number %u", i);

      for (guint j = 0; j < arms->len && n < n_arms; j++)
        {
          RgmArm *arm = g_ptr_array_index (arms, j);
          g_autofree char *arm_id = g_strdup_printf ("%s:%u", id, j);
          const RgmArm parts = {
            .id = arm_id, .label = arm->label, .class_id = arm->class_id,
            .regimen = arm->regimen, .n = arm->n, .outcomes = arm->outcomes,
          };
          RgmOutcome *outcome = rgm_arm_get_outcome (arm, "ORR");

          if (outcome == NULL || outcome->responders < 0)
            continue;
          g_ptr_array_add (copies, rgm_record_new (&rgm_arm_description, &parts));
          n++;
        }
      if (copies->len > 0)
        {
          g_ptr_array_add (trials, rgm_record_new (&rgm_trial_description, &(RgmTrial) {
            .id = id, .name = name, .phase = "II", .status_published = "Completed", .status_state = "COMPLETED",
            .arms = copies }));
        }
    }

  return trials;
}

static RgmSelection *
select_trials (RgmDataSet *like,
               guint       n_arms)
{
  g_autoptr (GPtrArray) trials = make_trials (like, n_arms);
  g_autoptr (RgmDataSet) data_set = rgm_record_new (&rgm_data_set_description, &(RgmDataSet) {
    .id = "made", .title = "Made", .as_of = like->as_of, .classes = like->classes,
    .endpoints = like->endpoints, .trials = trials });
  RgmSelection *selection = rgm_selection_new ();

  rgm_selection_set_data_set (selection, data_set);

  return selection;
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

/* Another value than an option has: the next of a choice, a step on for a number. NULL for an option that isn't set with one click. */
static GVariant *
find_other_value (RgmFigure       *figure,
                  const RgmOption *option)
{
  g_autoptr (GVariant) value = rgm_option_get (option, rgm_figure_get_options (figure));

  if (option->label == NULL)
    return NULL;
  if (option->kind == RGM_OPTION_SWITCH)
    return g_variant_new_boolean (!g_variant_get_boolean (value));
  if (option->kind == RGM_OPTION_CHOICE)
    {
      const char * const *nicks = rgm_enum_get_nicks (option->type ());
      guint i = 0;

      while (!g_str_equal (nicks[i], g_variant_get_string (value, NULL)))
        i++;
      return g_variant_new_string (nicks[i + 1] != NULL ? nicks[i + 1] : nicks[0]);
    }
  if (option->kind == RGM_OPTION_NUMBER)
    {
      double number = g_variant_get_double (value);

      return g_variant_new_double (number + option->step <= option->max ? number + option->step : number - option->step);
    }

  return NULL;
}

/* What the main thread does for a click: an option is set, the panel says anew what each option amounts to, and the figure is worked
 * out, laid out and drawn in place of the last @scene. */
static double
time_click (RgmFigure       *figure,
            const RgmOption *option,
            GVariant        *value,
            const RgmLayout *layout,
            cairo_surface_t *surface,
            RgmScene       **scene)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  double start = bench_now ();
  RgmScene *before = *scene;

  rgm_figure_set_option (figure, option->key, value);
  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *other = &kind->options[i];

      if (other->label != NULL && (other->why_idle == NULL || other->why_idle (rgm_figure_get_options (figure)) == NULL))
        g_free (rgm_figure_describe_option (figure, other));
    }
  *scene = rgm_figure_lay_out (figure, layout, NULL);
  rgm_scene_take_shaped (*scene, before);
  g_object_unref (before);

  return bench_now () - start + time_frame (*scene, surface, 0);
}

/* The click that takes longest, of all options that are set with one; each the middle of some, there and back. The first isn't counted:
 * it is the one that measures new texts. */
static double
time_clicks (RgmFigure       *figure,
             const RgmLayout *layout)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 800);
  g_autoptr (RgmScene) scene = rgm_figure_lay_out (figure, layout, NULL);
  double longest = 0;

  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];
      GVariant *other = find_other_value (figure, option);
      g_autoptr (GVariant) usual = NULL;
      g_autoptr (GArray) clicks = g_array_new (FALSE, FALSE, sizeof (double));
      double middle;

      if (other == NULL)
        continue;
      g_variant_ref_sink (other);
      usual = rgm_figure_get_option (figure, option->key);
      time_click (figure, option, other, layout, surface, &scene);
      for (guint j = 0; j < 2 * N_CLICKS; j++)
        {
          double click = time_click (figure, option, j % 2 == 0 ? usual : other, layout, surface, &scene);

          g_array_append_val (clicks, click);
        }
      rgm_figure_set_option (figure, option->key, usual);
      middle = bench_quantile (clicks, 0.5);
      longest = MAX (longest, middle);
      g_variant_unref (other);
    }
  cairo_surface_destroy (surface);

  return longest;
}

static gboolean
run (const char *name,
     RgmDataSet *data_set,
     guint       n_arms,
     double      limit,
     double      click_limit)
{
  g_autoptr (RgmSelection) selection = select_trials (data_set, n_arms);
  g_autoptr (RgmFigure) figure = rgm_figure_new (name, selection);
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  const RgmLayout layout = { .measure = measure, .width = 1280, .base = 13, .floor = 7 };
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *update_name = g_strdup_printf ("%s of %u arms, worked out", name, n_arms);
  g_autofree char *layout_name = g_strdup_printf ("%s of %u arms, laid out", name, n_arms);
  g_autofree char *frame_name = g_strdup_printf ("%s of %u arms, a frame", name, n_arms);
  g_autofree char *click_name = g_strdup_printf ("%s of %u arms, a click on an option", name, n_arms);
  double start = bench_now (), updated, done, frame, click;

  rgm_figure_get_frame (figure);
  updated = bench_now ();
  scene = rgm_figure_lay_out (figure, &layout, NULL);
  done = bench_now ();
  frame = time_frames (scene);

  bench_say (update_name, updated - start, 0, "ms");
  bench_say (layout_name, done - updated, time_pango (scene), "ms");
  bench_say (frame_name, frame, 0, "ms");
  click = time_clicks (figure, &layout);
  bench_say (click_name, click, 0, "ms");

  return frame <= limit && click <= click_limit;
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    guint  n_arms;
    double limit;        /* of a frame, in milliseconds */
    double click_limit;  /* of a click on an option */
  } sizes[] = { { 15, 4, 8 }, { 200, 8, 16 }, { 5000, 8, G_MAXDOUBLE } };
  gboolean with_limits = argc > 1 && g_str_equal (argv[1], "--limits");
  guint most = argc > 1 && !with_limits ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : G_MAXUINT;
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  RgmDataSet *data_set = rgm_selection_get_data_set (selection);
  gboolean all_kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes) && sizes[i].n_arms <= most; i++)
    {
      all_kept &= run ("response", data_set, sizes[i].n_arms, sizes[i].limit, sizes[i].click_limit);
      all_kept &= run ("survival", data_set, sizes[i].n_arms, sizes[i].limit, sizes[i].click_limit);
    }

  return all_kept || !with_limits ? EXIT_SUCCESS : EXIT_FAILURE;
}
