/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-enum.h"
#include "rgm-figure-kinds.h"
#include "rgm-response-figure.h"

/* Of every option of every kind of figure: what is set is what is got, a change is told
 * once, and what is no change isn't; what is saved comes back. And a figure is what its
 * kind, options and selection say, however they came together. */

static void
count (guint *counter)
{
  (*counter)++;
}

/* Another value than the default, of what the option takes. */
static GVariant *
make_value (const RgmOption *option)
{
  static const char * const ids[] = { "destiny-crc01", "trastuzumab", NULL };

  switch (option->kind)
    {
    case RGM_OPTION_SWITCH:
      return g_variant_new_boolean (!(option->initial > 0));
    case RGM_OPTION_CHOICE:
      return g_variant_new_string (rgm_enum_get_nick (option->type (), (int) option->initial + 1));
    case RGM_OPTION_TEXT:
      return g_variant_new_string ("-orr");
    case RGM_OPTION_NUMBER:
      return g_variant_new_double (option->min + (option->max - option->min) / 4);
    case RGM_OPTION_IDS:
    case RGM_OPTION_TIMES:
      return g_variant_new_strv (ids, -1);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_same (GVariant *a,
         GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

static void
check_option (RgmFigure       *figure,
              const RgmOption *option)
{
  g_autoptr (GVariant) before = rgm_figure_get_option (figure, option->key);
  g_autoptr (GVariant) value = g_variant_ref_sink (make_value (option));
  g_autoptr (GVariant) got = NULL;
  guint told = 0;
  gulong id = g_signal_connect_swapped (figure, "changed", G_CALLBACK (count), &told);

  g_test_message ("%s %s", rgm_figure_get_kind (figure)->id, option->key);
  g_assert_true (rgm_figure_set_option (figure, option->key, before));
  g_assert_cmpuint (told, ==, 0);
  g_assert_true (rgm_figure_set_option (figure, option->key, value));
  g_assert_cmpuint (told, ==, 1);
  g_assert_true (rgm_figure_set_option (figure, option->key, value));
  g_assert_cmpuint (told, ==, 1);
  got = rgm_figure_get_option (figure, option->key);
  g_assert_true (is_same (got, value));

  /* Another type changes nothing, nor does a word or number that isn't one of its values. */
  g_assert_false (rgm_figure_set_option (figure, option->key, g_variant_new_uint16 (7)));
  if (option->kind == RGM_OPTION_CHOICE)
    g_assert_false (rgm_figure_set_option (figure, option->key, g_variant_new_string ("no such value")));
  if (option->kind == RGM_OPTION_NUMBER)
    g_assert_false (rgm_figure_set_option (figure, option->key, g_variant_new_double (option->max + 1)));
  g_assert_cmpuint (told, ==, 1);

  g_assert_true (rgm_figure_set_option (figure, option->key, NULL));
  g_assert_cmpuint (told, ==, 2);
  g_clear_pointer (&got, g_variant_unref);
  got = rgm_figure_get_option (figure, option->key);
  g_assert_true (is_same (got, before));
  g_signal_handler_disconnect (figure, id);
}

static void
test_options (void)
{
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();

  g_assert_cmpuint (g_strv_length (kinds), >=, 4);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (RgmFigure) figure = evidence_make_figure (kinds[i], NULL);
      const RgmFigureKind *kind = rgm_figure_get_kind (figure);

      g_assert_cmpstr (kind->id, ==, kinds[i]);
      g_assert_false (rgm_figure_set_option (figure, "no-such-option", g_variant_new_boolean (TRUE)));
      for (guint j = 0; j < kind->n_options; j++)
        {
          g_assert_true (rgm_figure_kind_find_option (kind, kind->options[j].key) == &kind->options[j]);
          check_option (figure, &kind->options[j]);
        }
    }
  g_assert_null (rgm_figure_new ("no-such-kind", NULL));
}

/* With every option set, a second figure of the same kind, options and selection is the
 * same chart: options saved and restored, or copied by value. */
static void
test_by_value (void)
{
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (RgmFigure) plain = evidence_make_figure (kinds[i], "class:ADC");
      g_autoptr (RgmFigure) figure = evidence_make_figure (kinds[i], "class:ADC");
      g_autoptr (RgmFigure) restored = evidence_make_figure (kinds[i], "class:ADC");
      g_autoptr (RgmFigure) copied = evidence_make_figure (kinds[i], "class:ADC");
      const RgmFigureKind *kind = rgm_figure_get_kind (figure);
      g_autoptr (GVariant) saved = NULL;
      RgmFigure *figures[] = { plain, figure, restored, copied };
      char *texts[G_N_ELEMENTS (figures)];

      for (guint j = 0; j < kind->n_options; j++)
        if (!g_str_equal (kind->options[j].key, "arms"))
          g_assert_true (rgm_figure_set_option (figure, kind->options[j].key, make_value (&kind->options[j])));
      saved = g_variant_ref_sink (rgm_figure_save_options (figure));
      rgm_figure_restore_options (restored, saved);
      rgm_figure_set_options (copied, rgm_figure_get_options (figure));

      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        {
          g_autoptr (RgmScene) scene = evidence_lay_out (figures[j], 900, 0);

          texts[j] = rgm_scene_to_text (scene);
        }
      g_assert_cmpstr (texts[0], !=, texts[1]);
      g_assert_cmpstr (texts[2], ==, texts[1]);
      g_assert_cmpstr (texts[3], ==, texts[1]);
      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        g_free (texts[j]);
    }
}

/* What another version of the program saved does no harm, and is as by default. */
static void
test_restored_from_elsewhere (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  g_autoptr (GVariant) saved =
    g_variant_ref_sink (g_variant_new_parsed ("{'model': <'no-such-model'>, 'level': <2.0>, 'pooled': <'yes'>, "
                                              "'later': <1>, 'interval': <'wilson'>}"));
  const RgmResponseOptions *options = rgm_figure_get_options (figure);

  rgm_figure_restore_options (figure, saved);
  g_assert_cmpint (options->model, ==, RGM_POOLING_GLMM);
  g_assert_cmpfloat (options->level, ==, 0.95);
  g_assert_true (options->pooled);
  g_assert_cmpint (options->interval, ==, RGM_RATE_WILSON);
}

/* A trial that is left out by hand is out of the rows and of what is pooled. */
static void
test_excluded (void)
{
  static const char * const excluded[] = { "destiny-crc01", NULL };
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  guint n_rows = rgm_table_get_n_rows (rgm_figure_get_table (figure));

  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->subtitle, "responders: 190 of 579"));
  g_assert_true (rgm_figure_set_option (figure, "excluded", g_variant_new_strv (excluded, -1)));
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (figure)), ==, n_rows - 1);
  /* DESTINY-CRC01: 24 of 53. */
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->subtitle, "responders: 166 of 526"));
}

/* What has no effect beside the other options says why. */
static void
test_idle (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  const RgmOption *knapp_hartung = rgm_figure_kind_find_option (kind, "knapp-hartung");
  const RgmOption *weights = rgm_figure_kind_find_option (kind, "weights");

  g_assert_nonnull (knapp_hartung->why_idle (rgm_figure_get_options (figure)));
  g_assert_nonnull (weights->why_idle (rgm_figure_get_options (figure)));
  evidence_set_text (figure, "model", "reml");
  g_assert_null (knapp_hartung->why_idle (rgm_figure_get_options (figure)));
  g_assert_null (weights->why_idle (rgm_figure_get_options (figure)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/options/set", test_options);
  g_test_add_func ("/figure/options/by-value", test_by_value);
  g_test_add_func ("/figure/options/from-elsewhere", test_restored_from_elsewhere);
  g_test_add_func ("/figure/options/excluded", test_excluded);
  g_test_add_func ("/figure/options/idle", test_idle);

  return g_test_run ();
}
