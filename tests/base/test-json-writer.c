/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <float.h>
#include <math.h>

#include "rgm-json-writer.h"

static void
test_json_writer_shortest (void)
{
  static const struct { double value; const char *digits; } cases[] = {
    { 0.1, "0.1" },
    { 45.3, "45.3" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { 2.0 / 3.0, "0.6666666666666666" },
    { 95.0, "95" },
    { 0.0, "0" },
    { 5e-324, "4.94065645841247e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = rgm_shortest_double (cases[i].value);

      g_assert_cmpstr (digits, ==, cases[i].digits);
    }
}

static void
test_json_writer_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20241118);

  for (guint i = 0; i < 20000; i++)
    {
      double value = ldexp (g_rand_double_range (rand, -1.0, 1.0), g_rand_int_range (rand, -900, 900));
      g_autofree char *digits = rgm_shortest_double (value);

      g_assert_true (g_ascii_strtod (digits, NULL) == value);
    }
}

static void
test_json_writer_document (void)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  const char *ids[] = { "a", "b\"\\\n\001", NULL };
  g_autofree char *text = NULL;

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_name (writer, "ids");
  rgm_json_writer_strv (writer, (char **) ids);
  rgm_json_writer_name (writer, "none");
  rgm_json_writer_begin_array (writer);
  rgm_json_writer_end_array (writer);
  rgm_json_writer_name (writer, "n");
  rgm_json_writer_int (writer, 53);
  rgm_json_writer_name (writer, "rate");
  rgm_json_writer_double (writer, 45.3);
  rgm_json_writer_name (writer, "title");
  rgm_json_writer_string (writer, NULL);
  rgm_json_writer_name (writer, "reported");
  rgm_json_writer_boolean (writer, TRUE);
  rgm_json_writer_end_object (writer);

  text = rgm_json_writer_finish (writer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"ids\": [\n"
                   "    \"a\",\n"
                   "    \"b\\\"\\\\\\n\\u0001\"\n"
                   "  ],\n"
                   "  \"none\": [],\n"
                   "  \"n\": 53,\n"
                   "  \"rate\": 45.3,\n"
                   "  \"title\": null,\n"
                   "  \"reported\": true\n"
                   "}\n");
}

/* What is absent is null, and its name is there all the same. */
static void
test_json_writer_members (void)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  g_autofree char *text = NULL;

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "s", NULL);
  rgm_json_writer_add_number (writer, "absent", NAN);
  rgm_json_writer_add_number (writer, "number", 0.5);
  rgm_json_writer_add_count (writer, "unknown", -1);
  rgm_json_writer_add_count (writer, "count", 0);
  rgm_json_writer_open_array (writer, "list");
  rgm_json_writer_end_array (writer);
  rgm_json_writer_open_object (writer, "object");
  rgm_json_writer_add_boolean (writer, "flag", TRUE);
  rgm_json_writer_add_strv (writer, "strings", NULL);
  rgm_json_writer_end_object (writer);
  rgm_json_writer_end_object (writer);
  text = rgm_json_writer_finish (writer);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"s\": null,\n"
                   "  \"absent\": null,\n"
                   "  \"number\": 0.5,\n"
                   "  \"unknown\": null,\n"
                   "  \"count\": 0,\n"
                   "  \"list\": [],\n"
                   "  \"object\": {\n"
                   "    \"flag\": true,\n"
                   "    \"strings\": []\n"
                   "  }\n"
                   "}\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/json-writer/shortest", test_json_writer_shortest);
  g_test_add_func ("/base/json-writer/round-trip", test_json_writer_round_trip);
  g_test_add_func ("/base/json-writer/document", test_json_writer_document);
  g_test_add_func ("/base/json-writer/members", test_json_writer_members);

  return g_test_run ();
}
