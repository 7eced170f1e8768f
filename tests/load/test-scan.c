/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib.h>
#include <string.h>

#include "rgm-scan.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;             /* 0 for that of a string */
  const char *faults;       /* as rgm_faults_to_text() without a prefix */
} Case;

static const Case cases[] = {
  /* What is good. */
  { "good/object", "{}" },
  { "good/list", "[]" },
  { "good/scalar", " true " },
  { "good/space", " \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : null }\n" },
  { "good/numbers", "[0, -0, 1.5, -1.5e10, 1E+2, 1e-400, 123456789012345678]" },
  { "good/escapes", "[\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\ud83d\\ude00\"]" },
  { "good/utf-8", "[\"é – 漢字 😀\", \"long enough for whole words é and more of it\"]" },
  { "good/same-key-elsewhere", "{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 2}]}" },
  { "good/empty-key", "{\"\": 1}" },

  /* What is no JSON. */
  { "empty", "", 0, "$: expected a JSON document, found an empty file (line 1)\n" },
  { "space", "\n\n  ", 0, "$: expected a value, found the end of the file (line 3)\n" },
  { "truncated/object", "{\"a\": {\n\"b\": 1", 0, "$.a.b: expected a comma or \"}\", found the end of the file (line 2)\n" },
  { "truncated/list", "{\"a\": [1, 2", 0, "$.a[1]: expected a comma or \"]\", found the end of the file (line 1)\n" },
  { "truncated/key", "{\"a", 0, "$: expected a closing double quote, found the end of the file (line 1)\n" },
  { "truncated/after-key", "{\"a\"", 0, "$.a: expected a colon after the key, found the end of the file (line 1)\n" },
  { "truncated/after-colon", "{\"a\":", 0, "$.a: expected a value, found the end of the file (line 1)\n" },
  { "truncated/text", "{\"a\": \"b", 0, "$.a: expected a closing double quote, found the end of the file (line 1)\n" },
  { "truncated/escape", "[\"\\", 0, "$[0]: expected one of \", \\, /, b, f, n, r, t or u after a backslash, found \"\\\" (line 1)\n"
                                    "$[0]: expected a closing double quote, found the end of the file (line 1)\n" },
  { "two-documents", "{}\n{}", 0, "$: expected the end of the file after the document, found \"{\" (line 2)\n" },
  { "one-document-and-a-half", "{} x", 0, "$: expected the end of the file after the document, found \"x\" (line 1)\n" },
  { "single-quotes", "{\n 'a': 1}", 0, "$: expected a key in double quotes or \"}\", found a single quote (line 2)\n" },
  { "single-quotes/value", "{\"a\": 'b'}", 0, "$.a: expected a value, found a single quote (line 1)\n" },
  { "comment", "{\n  // note\n}", 0, "$: expected a key in double quotes or \"}\", found a comment (line 2)\n" },
  { "comment/c", "[1, /* two */ 2]", 0, "$[1]: expected a value, found a comment (line 1)\n" },
  { "comment/hash", "# note\n{}", 0, "$: expected a value, found a comment (line 1)\n" },
  { "assignment", "var x = {};", 0, "$: expected a value, found \"var\" (line 1)\n" },
  { "trailing-comma/object", "{\"a\": 1,}", 0, "$: expected a key in double quotes, found \"}\" (line 1)\n" },
  { "trailing-comma/list", "[1,]", 0, "$[1]: expected a value, found \"]\" (line 1)\n" },
  { "no-comma", "{\"a\": 1 \"b\": 2}", 0, "$.a: expected a comma or \"}\", found a string (line 1)\n" },
  { "no-colon", "{\"a\" 1}", 0, "$.a: expected a colon after the key, found \"1\" (line 1)\n" },
  { "wrong-bracket", "[1}", 0, "$[0]: expected a comma or \"]\", found \"}\" (line 1)\n" },
  { "bare-key", "{a: 1}", 0, "$: expected a key in double quotes or \"}\", found \"a\" (line 1)\n" },
  { "words", "[True,\n NaN, undefined]", 0, "$[0]: expected a value, found \"True\" (line 1)\n"
                                            "$[1]: expected a value, found \"NaN\" (line 2)\n"
                                            "$[2]: expected a value, found \"undefined\" (line 2)\n" },
  { "odd-byte", "[\001]", 0, "$[0]: expected a value, found the byte 0x01 (line 1)\n" },
  { "odd-space", "[\302\2401]", 0, "$[0]: expected a value, found the character U+00A0 (line 1)\n" },
  { "zero-byte", "[1\0]", 4, "$[0]: expected a comma or \"]\", found the byte 0x00 (line 1)\n" },

  /* Keys. */
  { "duplicate-key", "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", 0, "$.a: duplicate key (line 3)\n" },
  { "duplicate-key/escaped", "{\"t\": [{}, {\"ab\": 1,\n\"\\u0061b\": 2}]}", 0,
    "$.t[1].ab: duplicate key (line 2)\n" },
  { "duplicate-key/several", "{\"a\": {\"x\": 1, \"x\": 2},\n\"a\": 2,\n\"a\": 3}", 0,
    "$.a.x: duplicate key (line 1)\n"
    "$.a: duplicate key (line 2)\n"
    "$.a: duplicate key (line 3)\n" },
  { "odd-key", "{\"an \\\"odd\\\"\\nkey\": nil}", 0, "$[\"an \\\"odd\\\"\\u000akey\"]: expected a value, found \"nil\" (line 1)\n" },
  { "long-key", "{\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk\": nil}", 0,
    "$[\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…\"]: expected a value, found \"nil\" (line 1)\n" },

  /* Texts. */
  { "utf-8/latin-1", "{\"a\": \"caf\351\",\n \"b\": \"\351\"}", 0, "$.a: expected text in UTF-8, found the byte 0xE9 (line 1)\n"
                                                              "$.b: expected text in UTF-8, found the byte 0xE9 (line 2)\n" },
  { "utf-8/overlong", "[\"\300\200\"]", 0, "$[0]: expected text in UTF-8, found the byte 0xC0 (line 1)\n" },
  { "utf-8/surrogate", "[\"\355\240\200\"]", 0, "$[0]: expected text in UTF-8, found the byte 0xED (line 1)\n" },
  { "utf-8/too-high", "[\"\364\220\200\200\"]", 0, "$[0]: expected text in UTF-8, found the byte 0xF4 (line 1)\n" },
  { "utf-8/cut", "[\"\342\202", 0, "$[0]: expected text in UTF-8, found the byte 0xE2 (line 1)\n"
                                   "$[0]: expected a closing double quote, found the end of the file (line 1)\n" },
  { "mark/utf-8", "\357\273\277{}", 0, "$: expected UTF-8 without a byte order mark, found one (line 1)\n" },
  { "mark/utf-16", "\377\376{\0}\0", 6, "$: expected UTF-8, found UTF-16 or UTF-32 (line 1)\n" },
  { "utf-16", "{\0}\0", 4, "$: expected UTF-8, found UTF-16 or UTF-32 (line 1)\n" },
  { "control", "[\"a\tb\", \"\001\"]", 0, "$[0]: expected \"\\u0009\" in a string, found the byte 0x09 (line 1)\n"
                                         "$[1]: expected \"\\u0001\" in a string, found the byte 0x01 (line 1)\n" },
  { "open-text", "{\"a\": \"b,\n\"c\": 1}", 0, "$.a: expected a closing double quote, found the end of the line (line 1)\n" },
  { "escape/unknown", "[\"\\x41\"]", 0,
    "$[0]: expected one of \", \\, /, b, f, n, r, t or u after a backslash, found \"\\x\" (line 1)\n" },
  { "escape/short", "[\"\\u12\"]", 0, "$[0]: expected \\u and four digits from 0 to f, found \"\\u12\" (line 1)\n" },
  { "escape/zero", "{\n\"a\": \"x\\u0000y\"}", 0, "$.a: expected a character allowed in a string, found \"\\u0000\" (line 2)\n" },
  { "surrogate/high", "[\"\\ud800\"]", 0, "$[0]: expected a surrogate pair, found \"\\ud800\" alone (line 1)\n" },
  { "surrogate/low", "[\"\\udc00\"]", 0, "$[0]: expected a surrogate pair, found \"\\udc00\" alone (line 1)\n" },
  { "surrogate/two-high", "[\"\\ud800\\ud800\"]", 0, "$[0]: expected a surrogate pair, found \"\\ud800\" alone (line 1)\n" },

  /* Numbers. */
  { "number/1e400", "{\"a\": 1e400}", 0, "$.a: expected a number below 1.8e308, found 1e400 (line 1)\n" },
  { "number/-1e400", "[-1e400]", 0, "$[0]: expected a number below 1.8e308, found -1e400 (line 1)\n" },
  { "number/zero-first", "[01]", 0, "$[0]: expected a JSON number, found \"01\" (line 1)\n" },
  { "number/plus", "[+1]", 0, "$[0]: expected a JSON number, found \"+1\" (line 1)\n" },
  { "number/point-first", "[.5]", 0, "$[0]: expected a JSON number, found \".5\" (line 1)\n" },
  { "number/point-last", "[5.]", 0, "$[0]: expected a JSON number, found \"5.\" (line 1)\n" },
  { "number/comma", "[5,5]", 0, NULL },
  { "number/minus", "[-]", 0, "$[0]: expected a JSON number, found \"-\" (line 1)\n" },
  { "number/infinity", "[-Infinity]", 0, "$[0]: expected a JSON number, found \"-Infinity\" (line 1)\n" },
  { "number/hex", "[0x1F]", 0, "$[0]: expected a JSON number, found \"0x1F\" (line 1)\n" },
  { "number/exponent", "[1e]", 0, "$[0]: expected a JSON number, found \"1e\" (line 1)\n" },
  { "number/percent", "[45.3%]", 0, "$[0]: expected a comma or \"]\", found \"%\" (line 1)\n" },
  { "number/digits", "[1234567890123456789]", 0,
    "$[0]: expected a whole number of at most 18 digits, found 1234567890123456789 (line 1)\n" },
};

static char *
scan (const char *bytes,
      gsize       length)
{
  /* A copy of just this size, so that a checker sees a byte too far. */
  g_autofree char *copy = g_memdup2 (bytes, length);
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autoptr (GPtrArray) sections = rgm_scan_document (copy, length, faults);

  g_assert_cmpint (sections != NULL, ==, rgm_faults_get_size (faults) == 0);

  return rgm_faults_to_text (faults, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *faults = scan (c->bytes, c->length > 0 ? c->length : strlen (c->bytes));

  g_assert_cmpstr (faults, ==, c->faults != NULL ? c->faults : "");
}

static void
test_depth (void)
{
  gsize length = 1000000;
  g_autofree char *bytes = g_malloc (length);
  g_autofree char *most = NULL;
  g_autofree char *faults = NULL;

  memset (bytes, '[', length);
  faults = scan (bytes, length);
  g_assert_true (g_str_has_suffix (faults, ": expected at most 64 levels of nesting, found more (line 1)\n"));
  g_assert_true (g_str_has_prefix (faults, "$[0][0][0]"));

  most = g_strdup_printf ("%.*s1%s", RGM_SCAN_MAX_DEPTH, bytes,
                          "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
  g_free (faults);
  faults = scan (most, strlen (most));
  g_assert_cmpstr (faults, ==, "");
}

static void
test_many_faults (void)
{
  g_autoptr (GString) bytes = g_string_new ("[");
  g_autofree char *faults = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (bytes, "%s\n0%u", i > 0 ? "," : "", i + 1);
  g_string_append (bytes, "]");

  faults = scan (bytes->str, bytes->len);
  lines = g_strsplit (faults, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, RGM_FAULTS_MAX + 2);
  g_assert_cmpstr (lines[0], ==, "$[0]: expected a JSON number, found \"01\" (line 2)");
  g_assert_cmpstr (lines[49], ==, "$[49]: expected a JSON number, found \"050\" (line 51)");
  g_assert_cmpstr (lines[50], ==, "and 10 more problems");
}

static void
test_many_keys (void)
{
  g_autoptr (GString) bytes = g_string_new ("{");
  g_autofree char *faults = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (bytes, "%s\"k%u\": 1", i > 0 ? ",\n" : "", i);
  g_string_append (bytes, "}");

  faults = scan (bytes->str, bytes->len);
  g_assert_cmpstr (faults, ==, "$.k128: expected at most 128 keys in an object, found more (line 129)\n");
}

static void
test_long_text (void)
{
  gsize length = 200 * 1024 * 1024;
  g_autofree char *bytes = g_malloc (length);
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autofree char *text = NULL;
  const char head[] = "{\"title\": \"";

  memset (bytes, 'a', length);
  memcpy (bytes, head, strlen (head));
  memcpy (bytes + length - 2, "\"}", 2);

  g_assert_null (rgm_scan_document (bytes, length, faults));
  text = rgm_faults_to_text (faults, NULL);
  g_assert_cmpstr (text, ==, "$.title: expected a record of at most 4194304 bytes, found one of 209715189 (line 1)\n");
}

static void
test_sections (void)
{
  const char *bytes = "{ \"a\\u0062\" : { \"x\": [1] } ,\n \"list\": [ {\"y\": []}, 2 ,[3,4] ],\"none\":[], \"t\": \"u\" }";
  const char *keys[] = { "ab", "list", "none", "t" };
  const char *values[] = { "{ \"x\": [1] }", "[ {\"y\": []}, 2 ,[3,4] ]", "[]", "\"u\"" };
  const char *records[] = { "{\"y\": []}", "2", "[3,4]" };
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autoptr (GPtrArray) sections = rgm_scan_document (bytes, strlen (bytes), faults);

  g_assert_nonnull (sections);
  g_assert_cmpuint (sections->len, ==, G_N_ELEMENTS (keys));

  for (guint i = 0; i < sections->len; i++)
    {
      const RgmSection *section = g_ptr_array_index (sections, i);

      g_assert_cmpstr (section->key, ==, keys[i]);
      g_assert_cmpmem (bytes + section->value.start, section->value.end - section->value.start,
                       values[i], strlen (values[i]));
      g_assert_cmpint (section->records != NULL, ==, i == 1 || i == 2);
    }

  const RgmSection *list = g_ptr_array_index (sections, 1);

  g_assert_cmpuint (list->records->len, ==, G_N_ELEMENTS (records));
  for (guint i = 0; i < list->records->len; i++)
    {
      RgmSlice slice = g_array_index (list->records, RgmSlice, i);

      g_assert_cmpmem (bytes + slice.start, slice.end - slice.start, records[i], strlen (records[i]));
    }
}

static void
append_visit (const char *path,
              gsize       offset,
              gpointer    data)
{
  g_string_append_printf (data, "%s@%" G_GSIZE_FORMAT " ", path, offset);
}

static void
test_values (void)
{
  const char *bytes = "{\"a\": [1, {\"b c\": 2}], \"d\": 3}";
  g_autoptr (GString) visits = g_string_new (NULL);

  rgm_scan_values (bytes, strlen (bytes), append_visit, visits);
  g_assert_cmpstr (visits->str, ==, "$@0 $.a@1 $.a[0]@7 $.a[1]@10 $.a[1][\"b c\"]@11 $.d@23 ");
}

/* Whatever is cut off or overwritten, a reading ends, and with a fault if the end is missing. */
static void
test_broken (void)
{
  const char good[] = "{\"a\": [1.5e3, -2, \"\\u00e9\\ud83d\\ude00 \303\251\", true, null], \"b\": {\"c\": \"d\", \"e\": false}}";
  gsize length = strlen (good);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *faults = scan (good, i);

      g_assert_cmpstr (faults, !=, "");

      for (int byte = 0; byte < 256; byte++)
        {
          g_autofree char *bad = g_strdup (good);
          g_autofree char *unused = NULL;

          bad[i] = (char) byte;
          unused = scan (bad, length);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/load/scan/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/load/scan/depth", test_depth);
  g_test_add_func ("/load/scan/many-faults", test_many_faults);
  g_test_add_func ("/load/scan/many-keys", test_many_keys);
  g_test_add_func ("/load/scan/long-text", test_long_text);
  g_test_add_func ("/load/scan/sections", test_sections);
  g_test_add_func ("/load/scan/values", test_values);
  g_test_add_func ("/load/scan/broken", test_broken);

  return g_test_run ();
}
