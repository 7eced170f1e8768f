/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include <glib.h>

#include "rgm-bit-set.h"
#include "rgm-text-normalise.h"

static const struct
{
  const char *text;
  const char *folded;
  const char *whole;
  const char *joined;
  const char *words;
} cases[] = {
  { "", "", "", "", "" },
  { "HER2", "her2", "her2", "her2", "her2" },
  { "T-DXd", "t-dxd", "t dxd", "tdxd", "t dxd tdxd" },
  { "DS-8201a", "ds-8201a", "ds 8201a", "ds8201a", "ds 8201a ds8201a" },
  { "Çalışkan", "caliskan", "caliskan", "caliskan", "caliskan" },
  { "İzmir ILIK ılık", "izmir ilik ilik", "izmir ilik ilik", "izmirilikilik", "izmir ilik ilik" },
  { "Straße", "strasse", "strasse", "strasse", "strasse" },
  { "ΣΊΣΥΦΟΣ", "σισυφοσ", "σισυφοσ", "σισυφοσ", "σισυφοσ" },
  { "ﬁbrosis", "fibrosis", "fibrosis", "fibrosis", "fibrosis" },
  { "IHC 3+", "ihc 3+", "ihc 3+", "ihc3+", "ihc 3+ ihc3+" },
  { "Active, not recruiting", "active, not recruiting", "active not recruiting", "activenotrecruiting", "active not notrecruiting" },
  { "ACTIVE_NOT_RECRUITING", "active_not_recruiting", "active not recruiting", "activenotrecruiting",
    "active not notrecruiting activenotrecruiting" },
  { "HER2/neu-like", "her2/neu-like", "her2 neu like", "her2neulike", "her2 neu like her2neulike" },
  { "a--b", "a--b", "a b", "ab", "a b" },
  { "-a-", "-a-", "a", "a", "a" },
  { "first‐line", "first‐line", "first line", "firstline", "first line firstline" },
  { "1.5 mg/kg.", "1.5 mg/kg.", "1.5 mg kg", "1.5mgkg", "1.5 mg kg mgkg" },
  { "½", "1⁄2", "1 2", "12", "12" },
  { "e\xcc\x81t\xc3\xa9", "ete", "ete", "ete", "ete" },
  { "…", "...", "", "", "" },
  /* Spellings of two countries. */
  { "tumour", "tumour", "tumor", "tumor", "tumour tumor" },
  { "tumor", "tumor", "tumor", "tumor", "tumor" },
  { "randomized", "randomized", "randomised", "randomised", "randomized randomised" },
  { "oesophageal anaemia", "oesophageal anaemia", "esophageal anemia", "esophagealanemia", "oesophageal esophageal anaemia anemia" },
  { "multicentre labelled programme", "multicentre labelled programme", "multicenter labeled program", "multicenterlabeledprogram",
    "multicentre multicenter labelled labeled programme program" },
  { "four hours your", "four hours your", "four hors your", "fourhorsyour", "four hours hors your" },
  /* Greek letters by their sign, their name and what they look like; and words of Greek letters. */
  { "PI3Kα", "pi3kα", "pi3kalpha", "pi3kalpha", "pi3kα pi3kalpha pi3ka" },
  { "TGF-β", "tgf-β", "tgf beta", "tgfbeta", "tgf β beta b tgfβ tgfbeta tgfb" },
  { "5 μg", "5 μg", "5 mug", "5mug", "5 μg mug ug" },
  { "5 µg", "5 μg", "5 mug", "5mug", "5 μg mug ug" },
  /* A plus sign after a word, and between two. */
  { "HER2+", "her2+", "her2+", "her2+", "her2+ her2positive" },
  { "a+b", "a+b", "a b", "ab", "a b ab" },
  { "+her2 + ras", "+her2 + ras", "her2 ras", "her2ras", "her2 ras" },
  { "Herceptin™ Perjeta®", "herceptin perjeta", "herceptin perjeta", "herceptinperjeta", "herceptin perjeta" },
  /* A negated word is another. */
  { "not yet recruiting", "not yet recruiting", "not yet recruiting", "notyetrecruiting", "not yet notrecruiting" },
  { "non-metastatic", "non-metastatic", "non metastatic", "nonmetastatic", "non notmetastatic nonmetastatic" },
  { "not, recruiting", "not, recruiting", "not recruiting", "notrecruiting", "not recruiting" },
  /* Abbreviations, and what is written apart from them. */
  { "CAR T cells", "car t cells", "car t cells", "cartcells", "car t cart cells" },
  { "HER 2", "her 2", "her 2", "her2", "her 2 her2" },
  { "In 2 arms", "in 2 arms", "in 2 arms", "in2arms", "in 2 arms" },
};

static void
collect (const RgmWord *word,
         gpointer       data)
{
  GString *words = data;

  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word->folded);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = rgm_text_normalise (cases[i].text);
      g_autofree char *whole = rgm_text_normalise_whole (cases[i].text);
      g_autofree char *joined = rgm_text_normalise_joined (cases[i].text);
      g_autoptr (GString) words = g_string_new (NULL);

      rgm_text_normalise_words (cases[i].text, collect, words);
      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (whole, ==, cases[i].whole);
      g_assert_cmpstr (joined, ==, cases[i].joined);
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

/* What is folded already stays as it is. */
static void
test_twice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = rgm_text_normalise (cases[i].text);
      g_autofree char *twice = rgm_text_normalise (once);
      g_autofree char *whole = rgm_text_normalise_whole (cases[i].text);
      g_autofree char *again = rgm_text_normalise_whole (whole);

      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpstr (whole, ==, again);
    }
}

static void
check_place (const RgmWord *word,
             gpointer       data)
{
  const char *text = data;

  g_assert_cmpuint (word->start, <, word->end);
  g_assert_cmpuint (word->end, <=, strlen (text));
  g_assert_true (g_utf8_validate_len (text + word->start, word->end - word->start, NULL));
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    rgm_text_normalise_words (cases[i].text, check_place, (gpointer) cases[i].text);
}

/* In Turkish, the C library's lower case of I is the dotless one; here it never is. */
static void
test_turkish (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "tr_TR.UTF-8") != NULL)
    {
      g_autofree char *lower = g_utf8_strdown ("I", -1);

      /* It is the locale that it says. */
      g_assert_cmpstr (lower, ==, "ı");
      test_table ();
    }
  else
    g_test_skip ("the Turkish locale can't be made: no localedef, or not its sources");

  setlocale (LC_ALL, before);
}

/* ── Bits ────────────────────────────────────────────────────────────────────── */

static void
check_bits (const RgmBitSet  *bits,
            const gboolean *expected,
            guint           size)
{
  guint count = 0;

  for (guint i = 0; i < size; i++)
    {
      g_assert_true (rgm_bit_set_has (bits, i) == expected[i]);
      count += expected[i];
    }
  g_assert_cmpuint (rgm_bit_set_count (bits), ==, count);
  {
    g_autofree guint *members = g_new (guint, count + 1);
    guint at = 0;

    members[count] = 12345;
    rgm_bit_set_list (bits, members);
    for (guint i = 0; i < size; i++)
      if (expected[i])
        g_assert_cmpuint (members[at++], ==, i);
    g_assert_cmpuint (members[count], ==, 12345);
  }
}

/* From bytes: those below 128. */
static void
test_low_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint size = 0; size < 300; size++)
    {
      g_autofree guint8 *bytes = g_new0 (guint8, size + 1);
      g_autofree gboolean *expected = g_new0 (gboolean, size + 1);
      g_autoptr (RgmBitSet) bits = NULL;

      for (guint i = 0; i < size; i++)
        {
          static const guint8 borders[] = { 0, 1, 2, 127, 128, 254, 255 };

          bytes[i] = borders[g_rand_int_range (rand, 0, G_N_ELEMENTS (borders))];
          expected[i] = bytes[i] < 128;
        }
      bits = rgm_bit_set_new_low (bytes, size);
      check_bits (bits, expected, size);
    }
}

static void
test_bits (void)
{
  static const guint sizes[] = { 0, 1, 63, 64, 65, 127, 128, 1000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint size = sizes[i];
      g_autoptr (RgmBitSet) a = rgm_bit_set_new (size);
      g_autoptr (RgmBitSet) b = rgm_bit_set_new (size);
      g_autofree gboolean *in_a = g_new0 (gboolean, size + 1);
      g_autofree gboolean *in_b = g_new0 (gboolean, size + 1);
      guint both = 0;

      check_bits (a, in_a, size);
      for (guint j = 0; j < size; j++)
        {
          if ((in_a[j] = g_rand_boolean (rand)))
            rgm_bit_set_add (a, j);
          if ((in_b[j] = g_rand_int_range (rand, 0, 4) == 0))
            rgm_bit_set_add (b, j);
          both += in_a[j] && in_b[j];
        }
      check_bits (a, in_a, size);
      g_assert_cmpuint (rgm_bit_set_count_in (a, b), ==, both);

      for (guint op = 0; op < 4; op++)
        {
          g_autoptr (RgmBitSet) copy = rgm_bit_set_copy (a);
          g_autofree gboolean *expected = g_new0 (gboolean, size + 1);

          for (guint j = 0; j < size; j++)
            expected[j] = op == 0 ? in_a[j] || in_b[j] : op == 1 ? in_a[j] && in_b[j] : op == 2 ? in_a[j] && !in_b[j] : TRUE;
          if (op == 0)
            rgm_bit_set_unite (copy, b);
          else if (op == 1)
            rgm_bit_set_keep (copy, b);
          else if (op == 2)
            rgm_bit_set_remove (copy, b);
          else
            rgm_bit_set_fill (copy);
          check_bits (copy, expected, size);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/fold/table", test_table);
  g_test_add_func ("/search/fold/twice", test_twice);
  g_test_add_func ("/search/fold/places", test_places);
  g_test_add_func ("/search/fold/turkish", test_turkish);
  g_test_add_func ("/search/bits/sets", test_bits);
  g_test_add_func ("/search/bits/low-bytes", test_low_bytes);

  return g_test_run ();
}
