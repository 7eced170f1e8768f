/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-fixed-measure.h"
#include "rgm-pango-measure.h"

#include "../processor-time.h"

static void
assert_lines (RgmTextMeasure *measure,
              const char     *text,
              double          width,
              const char     *expected)
{
  g_auto (GStrv) lines = rgm_text_measure_wrap (measure, text, 10, RGM_WEIGHT_REGULAR, width);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_wrap (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  double ten = rgm_text_measure_get_width (measure, "0123456789", 10, RGM_WEIGHT_REGULAR);

  assert_lines (measure, "", ten, "");
  assert_lines (measure, "short", ten, "short");
  assert_lines (measure, "one two three four", ten, "one two|three four");
  assert_lines (measure, "0123456789abcdef", ten, "0123456789|abcdef");
  assert_lines (measure, "trastuzumab-rezetecan", 1.3 * ten, "trastuzumab-|rezetecan");
  assert_lines (measure, "a b", 0, "a|b");
}

/* Of all kinds of text: words, one word, tabs, spaces, letters that join and that read from
 * the right, wide ones, combining ones. */
static void
test_long_texts_wrap_at_once (void)
{
  static const char * const pieces[] = {
    "follow-up ", "x", "\t", "a\t", " ", "\330\271\330\261\330\250\331\212 ", "\330\250", "\344\270\255", "e\314\201", "-",
  };
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) lines = NULL;
      gint64 fastest = G_MAXINT64;
      glong n = 0;

      for (; n < 10000; n += g_utf8_strlen (pieces[i], -1))
        g_string_append (text, pieces[i]);
      /* the fonts are loaded before the clock starts, and the caches of the processor are shared with other programs */
      for (guint attempt = 0; attempt < 5; attempt++)
        {
          gint64 start;

          g_string_append (text, pieces[i]);
          start = test_get_processor_time ();
          g_clear_pointer (&lines, g_strfreev);
          lines = rgm_text_measure_wrap (measure, text->str, 10, RGM_WEIGHT_REGULAR, 400);
          fastest = MIN (fastest, test_get_processor_time () - start);
        }
      g_test_message ("10,000 characters of “%s”: %" G_GINT64_FORMAT " µs", pieces[i], fastest);
      g_assert_cmpint (fastest, <, 10000 * test_get_patience ());
      /* the last letter before a break within a word has another form, which may be wider */
      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_cmpfloat (rgm_text_measure_get_width (measure, lines[j], 10, RGM_WEIGHT_REGULAR), <, 400 + 10);
    }
}

/* What is drawn has no control characters, so neither has what is measured. */
static void
test_wrap_draws_what_it_measures (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  double ten = rgm_text_measure_get_width (measure, "0123456789", 10, RGM_WEIGHT_REGULAR);

  assert_lines (measure, "one\ttwo\nthree four", ten, "one two|three four");
}

static void
test_wrap_keeps_graphemes_whole (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  double one = rgm_text_measure_get_width (measure, "0", 10, RGM_WEIGHT_REGULAR);

  /* e with a combining acute, twice */
  assert_lines (measure, "e\314\201e\314\201", one, "e\314\201|e\314\201");
}

static void
test_shorten (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  double ten = rgm_text_measure_get_width (measure, "0123456789", 10, RGM_WEIGHT_BOLD);
  g_autofree char *whole = rgm_text_measure_shorten (measure, "0123456789", 10, RGM_WEIGHT_BOLD, ten);
  g_autofree char *cut = rgm_text_measure_shorten (measure, "0123456789a", 10, RGM_WEIGHT_BOLD, ten);
  g_autofree char *nothing = rgm_text_measure_shorten (measure, "0123456789a", 10, RGM_WEIGHT_BOLD, 1);

  g_assert_cmpstr (whole, ==, "0123456789");
  g_assert_cmpstr (cut, ==, "012345678\342\200\246");
  g_assert_cmpstr (nothing, ==, "\342\200\246");
}

static void
assert_aligned (const char * const *cells,
                guint               n,
                const char         *mark,
                const char * const *expected)
{
  g_autofree char **padded = g_new (char *, n);

  for (guint i = 0; i < n; i++)
    padded[i] = g_strdup (cells[i]);
  rgm_align_numbers (padded, n, mark);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (padded[i], ==, expected[i]);
      g_free (padded[i]);
    }
}

#define F "\342\200\207"
#define P "\342\200\210"

static void
test_align_numbers (void)
{
  static const char * const rates[] = { "31.9%", "3.3%", "25%", "100%", "not reported at 24 months", NULL };
  static const char * const aligned[] = { F "31.9%", F F "3.3%", F "25" P F "%", "100" P F "%",
                                          "not reported at 24 months", NULL };
  static const char * const counts[] = { "24/53", "1/30", "190/579" };
  static const char * const counts_aligned[] = { F "24/" F "53", F F "1/" F "30", "190/579" };
  static const char * const german[] = { "[31,6\342\200\22359,6]", "[0,1\342\200\2239,8]" };
  static const char * const german_aligned[] = { "[31,6\342\200\22359,6]", "[" F "0,1\342\200\223" F "9,8]" };

  assert_aligned (rates, G_N_ELEMENTS (rates), ".", aligned);
  assert_aligned (counts, G_N_ELEMENTS (counts), ".", counts_aligned);
  assert_aligned (german, G_N_ELEMENTS (german), ",", german_aligned);
}

static void
test_pango_measures_in_proportion (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  double small = rgm_text_measure_get_width (measure, "DESTINY-CRC01", 7, RGM_WEIGHT_REGULAR);
  double large = rgm_text_measure_get_width (measure, "DESTINY-CRC01", 70, RGM_WEIGHT_REGULAR);

  g_assert_cmpfloat (small, >, 0);
  g_assert_cmpfloat_with_epsilon (large, small * 10, 1e-9);
  g_assert_cmpfloat (rgm_text_measure_get_ascent (measure, 10, RGM_WEIGHT_BOLD), >, 5);
  g_assert_cmpfloat (rgm_text_measure_get_descent (measure, 10, RGM_WEIGHT_BOLD), >, 1);
}

static void
test_pango_figures_are_tabular (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  double ones = rgm_text_measure_get_width (measure, "1111", 20, RGM_WEIGHT_REGULAR);

  g_assert_cmpfloat_with_epsilon (rgm_text_measure_get_width (measure, "8888", 20, RGM_WEIGHT_REGULAR),
                                  ones, 0.05);
  g_assert_cmpfloat_with_epsilon (rgm_text_measure_get_width (measure, F F F F, 20, RGM_WEIGHT_REGULAR),
                                  ones, 0.05);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/measure/wrap", test_wrap);
  g_test_add_func ("/scene/measure/wrap/long", test_long_texts_wrap_at_once);
  g_test_add_func ("/scene/measure/wrap/controls", test_wrap_draws_what_it_measures);
  g_test_add_func ("/scene/measure/graphemes", test_wrap_keeps_graphemes_whole);
  g_test_add_func ("/scene/measure/shorten", test_shorten);
  g_test_add_func ("/scene/measure/align", test_align_numbers);
  g_test_add_func ("/scene/measure/pango/proportion", test_pango_measures_in_proportion);
  g_test_add_func ("/scene/measure/pango/tabular", test_pango_figures_are_tabular);

  return g_test_run ();
}
