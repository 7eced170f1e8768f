/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-text-flaw.h"

static void
test_flaws (void)
{
  static const struct
  {
    const char  *text;
    RgmTextFlaw  flaw;
  } cases[] = {
    { "Onemab", RGM_TEXT_GOOD }, { "a", RGM_TEXT_GOOD }, { " a\n\tb ", RGM_TEXT_GOOD }, { "αβ", RGM_TEXT_GOOD }, { "试验", RGM_TEXT_GOOD },
    { "דגם", RGM_TEXT_GOOD }, { "नमूना", RGM_TEXT_GOOD }, { "👩‍⚕️", RGM_TEXT_GOOD }, { "soft\u00adhyphen", RGM_TEXT_GOOD },
    { "", RGM_TEXT_BLANK }, { " \n", RGM_TEXT_BLANK }, { "\u200b", RGM_TEXT_BLANK }, { "\u2800\u3164", RGM_TEXT_BLANK }, { "\U0001d159 \U00013441", RGM_TEXT_BLANK }, { "\u2060 \u200e", RGM_TEXT_BLANK },
    { "\u2028", RGM_TEXT_BLANK }, { "\u2029", RGM_TEXT_BLANK }, { "\u034f", RGM_TEXT_BLANK }, { "\ufe0f", RGM_TEXT_BLANK },
    { "e\u0301", RGM_TEXT_GOOD }, { "\u17b4", RGM_TEXT_BLANK },
    { "a\001", RGM_TEXT_CONTROL }, { "a\033[31m", RGM_TEXT_CONTROL }, { "a\177", RGM_TEXT_CONTROL }, { "a\302\205", RGM_TEXT_CONTROL },
    { "a\302\233", RGM_TEXT_CONTROL }, { "a\357\267\220", RGM_TEXT_CONTROL }, { "a\357\277\277", RGM_TEXT_CONTROL },
    { "a\360\237\277\276", RGM_TEXT_CONTROL }, { "a\364\217\277\277", RGM_TEXT_CONTROL },
    { "\u202aa\u202c", RGM_TEXT_GOOD }, { "\u2068a\u2069\u2067b\u2069", RGM_TEXT_GOOD }, { "a\u200eb\u200f", RGM_TEXT_GOOD },
    { "\u202ea", RGM_TEXT_DIRECTION }, { "a\u202c", RGM_TEXT_DIRECTION }, { "a\u2069", RGM_TEXT_DIRECTION }, { "\u2066a\u202c", RGM_TEXT_DIRECTION },
    { "\u202a\u202bא\u202c\u202c", RGM_TEXT_DIRECTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rgm_text_find_flaw (cases[i].text), ==, cases[i].flaw);
}

static void
test_escape (void)
{
  g_autofree char *name = rgm_text_escape ("a\033[31m\u202eb\302\233.json\n");
  g_autofree char *plain = rgm_text_escape ("Überblick «试验».json");

  g_autofree char *isolated = rgm_text_escape ("no \u2068דגם \u202e\u2066b\u2069\u2069 here\n");
  g_autofree char *open = rgm_text_escape ("a\u2068b\nc\u2069d");

  g_assert_cmpstr (name, ==, "a\\u001b[31m\\u202eb\\u009b.json\n");
  g_assert_cmpstr (plain, ==, "Überblick «试验».json");
  /* A sentence's isolate round a name stays; what isn't closed in its line, or overrides, doesn't. */
  g_assert_cmpstr (isolated, ==, "no \u2068דגם \\u202e\\u2066b\\u2069\u2069 here\n");
  g_assert_cmpstr (open, ==, "a\\u2068b\nc\\u2069d");
}

static void
test_clean (void)
{
  g_autofree char *name = rgm_text_clean ("a\033[31m\u202eb\302\233\357\267\220\r\n");
  g_autofree char *open = rgm_text_clean ("a\u2066b");
  g_autofree char *closed = rgm_text_clean ("a\u2066b\u2069");
  g_autofree char *blank = rgm_text_clean ("");

  g_assert_cmpstr (name, ==, "a[31mb\r\n");
  g_assert_cmpstr (open, ==, "ab");
  /* What is in order stays. */
  g_assert_cmpstr (closed, ==, "a\u2066b\u2069");
  g_assert_cmpstr (blank, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-flaw/flaws", test_flaws);
  g_test_add_func ("/text-flaw/escape", test_escape);
  g_test_add_func ("/text-flaw/clean", test_clean);

  return g_test_run ();
}
