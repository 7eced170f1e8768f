/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-punctuation.h"

static void
test_join (void)
{
  g_auto (GStrv) none = g_strsplit ("", "|", -1);
  g_auto (GStrv) one = g_strsplit ("tucatinib", "|", -1);
  g_auto (GStrv) three = g_strsplit ("T-DXd|tucatinib|lapatinib", "|", -1);
  g_auto (GStrv) phrases = g_strsplit ("T-DXd, 5.4 mg/kg|T-DXd, 6.4 mg/kg", "|", -1);
  g_autofree char *nothing = rgm_join_words (none);
  g_autofree char *alone = rgm_join_words (one);
  g_autofree char *list = rgm_join_words (three);
  g_autofree char *long_list = rgm_join_phrases (phrases);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (alone, ==, "tucatinib");
  g_assert_cmpstr (list, ==, "T-DXd, tucatinib, lapatinib");
  g_assert_cmpstr (long_list, ==, "T-DXd, 5.4 mg/kg; T-DXd, 6.4 mg/kg");
}

static void
test_add (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) phrases = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);

  rgm_add_word (words, "Q 42.1");
  g_assert_cmpstr (words->str, ==, "Q 42.1");
  rgm_add_word (words, "df 14");
  g_assert_cmpstr (words->str, ==, "Q 42.1, df 14");

  rgm_add_phrase (phrases, "a, b");
  rgm_add_phrase (phrases, "c");
  g_assert_cmpstr (phrases->str, ==, "a, b; c");

  rgm_add_line (lines, "a, b");
  rgm_add_line (lines, "");
  rgm_add_line (lines, "c");
  g_assert_cmpstr (lines->str, ==, "a, b;\nc");
}

static void
test_sentence (void)
{
  g_autofree char *sentence = rgm_end_sentence ("24 of 53 responded");

  g_assert_cmpstr (sentence, ==, "24 of 53 responded.");
}

static void
test_paragraph (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) method = g_string_new (NULL);
  g_autofree char *both = rgm_join_sentences ("One.", "Two.");
  g_autofree char *one = rgm_join_sentences (NULL, "Two.");

  rgm_add_sentence (text, "24 of 53 responded.");
  rgm_add_sentence (text, NULL);
  rgm_add_sentence (text, "");
  rgm_add_sentence_printf (text, "%u arms.", 2);
  g_assert_cmpstr (text->str, ==, "24 of 53 responded. 2 arms.");

  rgm_add_clause (method, "a model");
  rgm_add_clause (method, NULL);
  rgm_add_clause (method, "an interval");
  g_assert_cmpstr (method->str, ==, "a model; an interval");

  g_assert_cmpstr (both, ==, "One. Two.");
  g_assert_cmpstr (one, ==, "Two.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/punctuation/join", test_join);
  g_test_add_func ("/base/punctuation/add", test_add);
  g_test_add_func ("/base/punctuation/sentence", test_sentence);
  g_test_add_func ("/base/punctuation/paragraph", test_paragraph);

  return g_test_run ();
}
