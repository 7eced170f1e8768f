/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include <glib.h>

#include "rgm-bits.h"
#include "rgm-fold.h"

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
  { "IHC 3+", "ihc 3+", "ihc 3+", "ihc3+", "ihc 3+" },
  { "Active, not recruiting", "active, not recruiting", "active not recruiting", "activenotrecruiting", "active not recruiting" },
  { "ACTIVE_NOT_RECRUITING", "active_not_recruiting", "active not recruiting", "activenotrecruiting",
    "active not recruiting activenotrecruiting" },
  { "HER2/neu-like", "her2/neu-like", "her2 neu like", "her2neulike", "her2 neu like her2neulike" },
  { "a--b", "a--b", "a b", "ab", "a b" },
  { "-a-", "-a-", "a", "a", "a" },
  { "first‐line", "first‐line", "first line", "firstline", "first line firstline" },
  { "1.5 mg/kg.", "1.5 mg/kg.", "1 5 mg kg", "15mgkg", "1 5 15 mg kg mgkg" },
  { "½", "1⁄2", "1 2", "12", "12" },
  { "e\xcc\x81t\xc3\xa9", "ete", "ete", "ete", "ete" },
  { "…", "...", "", "", "" },
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
      g_autofree char *folded = rgm_fold (cases[i].text);
      g_autofree char *whole = rgm_fold_whole (cases[i].text);
      g_autofree char *joined = rgm_fold_joined (cases[i].text);
      g_autoptr (GString) words = g_string_new (NULL);

      rgm_fold_words (cases[i].text, collect, words);
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
      g_autofree char *once = rgm_fold (cases[i].text);
      g_autofree char *twice = rgm_fold (once);
      g_autofree char *whole = rgm_fold_whole (cases[i].text);
      g_autofree char *again = rgm_fold_whole (whole);

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
    rgm_fold_words (cases[i].text, check_place, (gpointer) cases[i].text);
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
check_bits (const RgmBits  *bits,
            const gboolean *expected,
            guint           size)
{
  guint count = 0;
  guint next = 0;

  for (guint i = 0; i < size; i++)
    {
      guint found = i;
      guint wanted = i;

      g_assert_true (rgm_bits_has (bits, i) == expected[i]);
      count += expected[i];
      while (wanted < size && !expected[wanted])
        wanted++;
      g_assert_true (rgm_bits_next (bits, &found) == (wanted < size));
      if (wanted < size)
        g_assert_cmpuint (found, ==, wanted);
    }
  next = size;
  g_assert_false (rgm_bits_next (bits, &next));
  g_assert_cmpuint (rgm_bits_count (bits), ==, count);
  {
    g_autofree guint *members = g_new (guint, count + 1);
    guint at = 0;

    members[count] = 12345;
    rgm_bits_list (bits, members);
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
      g_autoptr (RgmBits) bits = NULL;

      for (guint i = 0; i < size; i++)
        {
          static const guint8 borders[] = { 0, 1, 2, 127, 128, 254, 255 };

          bytes[i] = borders[g_rand_int_range (rand, 0, G_N_ELEMENTS (borders))];
          expected[i] = bytes[i] < 128;
        }
      bits = rgm_bits_new_low (bytes, size);
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
      g_autoptr (RgmBits) a = rgm_bits_new (size);
      g_autoptr (RgmBits) b = rgm_bits_new (size);
      g_autofree gboolean *in_a = g_new0 (gboolean, size + 1);
      g_autofree gboolean *in_b = g_new0 (gboolean, size + 1);
      guint both = 0;

      check_bits (a, in_a, size);
      for (guint j = 0; j < size; j++)
        {
          if ((in_a[j] = g_rand_boolean (rand)))
            rgm_bits_add (a, j);
          if ((in_b[j] = g_rand_int_range (rand, 0, 4) == 0))
            rgm_bits_add (b, j);
          both += in_a[j] && in_b[j];
        }
      check_bits (a, in_a, size);
      g_assert_cmpuint (rgm_bits_count_in (a, b), ==, both);

      for (guint op = 0; op < 4; op++)
        {
          g_autoptr (RgmBits) copy = rgm_bits_copy (a);
          g_autofree gboolean *expected = g_new0 (gboolean, size + 1);

          for (guint j = 0; j < size; j++)
            expected[j] = op == 0 ? in_a[j] || in_b[j] : op == 1 ? in_a[j] && in_b[j] : op == 2 ? in_a[j] && !in_b[j] : TRUE;
          if (op == 0)
            rgm_bits_unite (copy, b);
          else if (op == 1)
            rgm_bits_keep (copy, b);
          else if (op == 2)
            rgm_bits_remove (copy, b);
          else
            rgm_bits_fill (copy);
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
