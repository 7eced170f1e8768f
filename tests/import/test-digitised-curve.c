/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>

#include "rgm-digitised-curve.h"

static GFile *
write_file (const char *text,
            gsize       length)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "regimen-curve-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* Any bytes at all: a curve of finite numbers, or an error with words. */
static void
test_random (void)
{
  static const char * const pieces[] = {
    "0", "1", ".5", "100", "-0.2", ",", ";", "\t", "\n", "\r\n", " ", "\"", "#", "time", "arm", "X,Y", "{", "}", "[", "]", ":",
    "{\"key_point_coordinates\":[[1,2]],\"coordinate_origin\":{\"x\":0,\"y\":9},\"axis_limit_coordinates\":{\"x\":9,\"y\":0},\"time_axis_max_scale\":\"12\"",
    "\"at_risk_numbers\":\"5 3\",\"at_risk_time_interval\":\"3\"", "nan", "1e999", "\xff", "null",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (57);

  for (guint run = 0; run < 1500; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GFile) file = NULL;
      g_autoptr (RgmDigitisedCurve) curve = NULL;
      g_autoptr (GArray) rows = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) other = NULL;

      for (gint i = g_rand_int_range (random, 0, 30); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      file = write_file (text->str, text->len);

      curve = rgm_digitised_curve_load (file, run % 2 ? "1" : NULL, &error);
      g_assert_true ((curve == NULL) == (error != NULL));
      g_assert_true (error == NULL || *error->message != '\0');
      for (guint i = 0; curve != NULL && i < curve->points->len; i++)
        g_assert_true (isfinite (g_array_index (curve->points, RgmDigitisedPoint, i).x));

      rows = rgm_at_risk_load (file, NULL, &other);
      g_assert_true ((rows == NULL) == (other != NULL));
      g_file_delete (file, NULL, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digitised-curve/random", test_random);

  return g_test_run ();
}
