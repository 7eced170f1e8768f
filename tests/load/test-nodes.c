/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-faults.h"
#include "rgm-nodes.h"
#include "rgm-read-ahead.h"
#include "rgm-scan.h"

/* The trees that are built from a scan, beside those that json-glib's own parser makes of the same bytes. */

static void
assert_same_node (JsonNode   *built,
                  const char *text,
                  gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  if (!json_node_equal (built, json_parser_get_root (parser)))
    g_error ("another tree of %.*s", (int) length, text);
}

static void
assert_same (const char *text,
             gsize       length)
{
  g_autoptr (JsonNode) built = rgm_nodes_build (text, length);

  assert_same_node (built, text, length);
}

static void
test_values (void)
{
  static const char *const values[] = {
    "{}", "[]", " { } ", "[ ]", "[[], {}, [[]]]", "[true, false, null]", "{\"a\":1,\"b\":-2 , \"c\" : 0}",
    "[0, -0, 1, 999999999999999999, -999999999999999999]", "[0.5, -0.0, 1e3, 1E-3, 12.50, 1.7976931348623157e308, 4.9e-324]",
    "[\"\", \"a\", \"\\\"\", \"\\\\\", \"a\\\\\", \"\\\\\\\"\", \"\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\u20AC\\ud83d\\ude00\", \"é€😀\", \"}],{\"]",
    "{\"\":1, \"a\\nb\":{\"a\\\"b\":[]}, \"é\":\"é\"}",
    /* One text over two lines. */
    ("{\"a key of sixty-three bytes, as long as fits beside the others ...\":{\"b\":1}, "
     "\"a key of more than sixty-four bytes, which doesn't fit beside the others any more\":{\"c\":{\"d\":2}}}"),
    "{\"z\":1,\"a\":2,\"m\":3}",
    "[1\n,\r2\t]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_same (values[i], strlen (values[i]));
}

static void
test_order (void)
{
  static const char text[] = "{\"z\":1,\"a\":2,\"m\":3}";
  g_autoptr (JsonNode) node = rgm_nodes_build (text, strlen (text));
  g_autoptr (GList) keys = json_object_get_members (json_node_get_object (node));

  g_assert_cmpstr (g_list_nth_data (keys, 0), ==, "z");
  g_assert_cmpstr (g_list_nth_data (keys, 1), ==, "a");
  g_assert_cmpstr (g_list_nth_data (keys, 2), ==, "m");
}

/* Values of few forms, every kind in each other's place, inside of each other, and again after others; three at once, as
 * in a batch, so that what is written over is also what the next one is not. */
static void
test_again (void)
{
  static const char *const values[] = {
    "{\"a\":1,\"b\":\"text\"}",
    "{\"a\":{\"a\":null,\"b\":[1,2]},\"b\":{\"a\":true,\"b\":0.5}}",
    "{\"b\":\"text\",\"a\":1}",
    "{\"a\":[{\"a\":[],\"b\":{}},{\"a\":\"\",\"b\":null}],\"b\":-7}",
    "[{\"a\":false,\"b\":\"\\u00e9\"},[1,\"2\"]]",
    "{\"ab\":1,\"\":2}",
    "[[[1,2],{\"a\":1,\"b\":2}],3]",
    "{\"a\":\"another text\",\"b\":{\"a\":{\"a\":{\"a\":1,\"b\":2},\"b\":[3,4]},\"b\":5}}",
    "\"text\"",
  };
  g_autoptr (RgmNodes) nodes = rgm_nodes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (values) * G_N_ELEMENTS (values); i++)
    {
      const guint chosen[] = { i % G_N_ELEMENTS (values), i / G_N_ELEMENTS (values), (i * 5 + 2) % G_N_ELEMENTS (values) };
      JsonNode *built[G_N_ELEMENTS (chosen)];

      rgm_nodes_reset (nodes);
      for (guint j = 0; j < G_N_ELEMENTS (chosen); j++)
        built[j] = rgm_nodes_add (nodes, values[chosen[j]], strlen (values[chosen[j]]));
      for (guint j = 0; j < G_N_ELEMENTS (chosen); j++)
        {
          assert_same_node (built[j], values[chosen[j]], strlen (values[chosen[j]]));
          json_node_unref (built[j]);
        }
    }
}

static GPtrArray *
scan_list (const GString *text)
{
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  GPtrArray *sections = rgm_scan_document (text->str, text->len, faults);

  g_assert_nonnull (sections);
  g_assert_cmpuint (sections->len, ==, 1);

  return sections;
}

/* Each as it is and in its turn, be it one batch or many, and be it read to the end or not. */
static void
test_ahead (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GPtrArray) sections = NULL;
  const RgmSection *section;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"i\":%u,\"words\":\"some that take room, and some more\"}", i > 0 ? "," : "", i);
  g_string_append_c (text, ']');
  sections = scan_list (text);
  section = g_ptr_array_index (sections, 0);
  g_assert_cmpuint (section->records->len, ==, n);

  for (guint stop = n; stop > 0; stop /= 3)
    {
      g_autoptr (RgmReadAhead) ahead = rgm_read_ahead_new (text->str, section->records);

      for (guint i = 0; i < stop; i++)
        g_assert_cmpint (json_object_get_int_member (json_node_get_object (rgm_read_ahead_next (ahead)), "i"), ==, i);
    }
}

static void
test_data_set (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  assert_same (text, length);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nodes/values", test_values);
  g_test_add_func ("/nodes/order", test_order);
  g_test_add_func ("/nodes/again", test_again);
  g_test_add_func ("/nodes/data-set", test_data_set);
  g_test_add_data_func ("/nodes/ahead/one", GUINT_TO_POINTER (1), test_ahead);
  g_test_add_data_func ("/nodes/ahead/few", GUINT_TO_POINTER (40), test_ahead);
  g_test_add_data_func ("/nodes/ahead/many", GUINT_TO_POINTER (50000), test_ahead);

  return g_test_run ();
}
