/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "made-trials.h"

#define N_WORDS 20000

/* Words of syllables; the first of them are common, as in any text: by Zipf's law. */
static char *
make_word (guint number)
{
  static const char *const starts[] = { "b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "tr", "st", "v" };
  static const char *const ends[] = { "a", "e", "i", "o", "u", "an", "el", "ib", "or", "um" };
  GString *word = g_string_new (NULL);

  do
    {
      g_string_append (word, starts[number % G_N_ELEMENTS (starts)]);
      number /= G_N_ELEMENTS (starts);
      g_string_append (word, ends[number % G_N_ELEMENTS (ends)]);
      number /= G_N_ELEMENTS (ends);
    }
  while (number > 0);

  return g_string_free (word, FALSE);
}

/**
 * made_words_new:
 *
 * Returns: (transfer full): words to make texts of, the common ones first
 */
char **
made_words_new (void)
{
  char **words = g_new0 (char *, N_WORDS + 1);

  for (guint i = 0; i < N_WORDS; i++)
    words[i] = make_word (i);

  return words;
}

/**
 * made_words_pick:
 * @rand: where chance is from
 * @words: what made_words_new() gave
 *
 * Returns: one of the words, common ones more often
 */
const char *
made_words_pick (GRand  *rand,
                 char  **words)
{
  /* A power law without a table: most draws are small. */
  double draw = g_rand_double (rand);

  return words[(guint) (pow (N_WORDS, draw)) - 1];
}

static void
add_words (GString *json,
           GRand   *rand,
           char   **words,
           guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s%s", i > 0 ? " " : "", made_words_pick (rand, words));
}

/**
 * made_trials_new:
 * @words: what made_words_new() gave
 * @n: how many trials
 *
 * Returns: (transfer full): a data set of trials that say nothing true, as JSON: the same
 *   bytes each time
 */
GBytes *
made_trials_new (char **words,
                 guint  n)
{
  static const char *const phases[] = { "I", "I/II", "II", "II/III", "III", "IV" };
  static const char *const states[] = { "RECRUITING", "COMPLETED", "ACTIVE_NOT_RECRUITING", "UNKNOWN", "TERMINATED" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GString *json = g_string_new (
    "{\"format\":1,\"id\":\"made\",\"title\":\"Made up\",\"description\":\"Nothing in it is true.\",\"as_of\":\"2024-01-01\","
    "\"licence\":{\"name\":\"CC0\",\"url\":\"https://example.org/\",\"credit\":\"Nobody.\"},"
    "\"sources\":[{\"id\":\"s\",\"kind\":\"review\",\"citation\":\"Nobody.\"}],"
    "\"classes\":[{\"id\":\"mAb\",\"name\":\"Antibody\",\"mark\":\"square\"},{\"id\":\"TKI\",\"name\":\"Inhibitor\",\"mark\":\"circle\"}],"
    "\"endpoints\":[{\"id\":\"ORR\",\"name\":\"Response\",\"kind\":\"rate\",\"domain\":\"efficacy\"}],\"agents\":[");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (json, "%s{\"id\":\"a%u\",\"name\":\"%smab\",\"synonyms\":[\"X-%u\"],\"class\":\"mAb\",\"sources\":[]}",
                            i > 0 ? "," : "", i, words[1000 + i], i * 37);
  g_string_append (json, "],\"regimens\":[");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (json, "%s{\"id\":\"r%u\",\"name\":\"Regimen %u\",\"agents\":[\"a%u\",\"a%u\"]}", i > 0 ? "," : "", i, i,
                            i % 100, (i * 7 + 1) % 100);
  g_string_append (json, "],\"biomarkers\":[{\"id\":\"gene\",\"name\":\"GENE\",\"facet\":true,\"values\":[{\"id\":\"wt\","
                         "\"name\":\"wild-type\"},{\"id\":\"mutated\",\"name\":\"mutated\"}]}],\"trials\":[");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"t%u\",\"name\":\"", i > 0 ? "," : "", i);
      add_words (json, rand, words, 2);
      g_string_append_printf (json, "\",\"registrations\":[\"NCT%08u\"],\"title\":\"", (i * 7919u) % 100000000);
      add_words (json, rand, words, 14);
      g_string_append_printf (json, "\",\"phase\":\"%s\",\"classes\":[\"%s\"],\"status\":{\"published\":\"Said\",\"state\":\"%s\"},"
                                    "\"populations\":[{\"text\":\"",
                              phases[g_rand_int_range (rand, 0, 6)], i % 3 == 0 ? "TKI" : "mAb",
                              states[g_rand_int_range (rand, 0, 5)]);
      add_words (json, rand, words, 20);
      g_string_append_printf (json, "\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],\"eligibility\":{\"rules\":[{\"biomarker\":\"gene\","
                                    "\"values\":[\"%s\"],\"text\":\"GENE\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}]},"
                                    "\"arms\":[{\"id\":\"t%u:a\",\"label\":\"Arm\",\"regimen\":\"r%d\",\"n\":%d,\"outcomes\":[{\"endpoint\":\"ORR\","
                                    "\"state\":\"reported\",\"value\":%d,\"unit\":\"%%\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],"
                                    "\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}",
                              i % 2 == 0 ? "wt" : "mutated", i, g_rand_int_range (rand, 0, 200), g_rand_int_range (rand, 5, 500),
                              g_rand_int_range (rand, 0, 100));
    }
  g_string_append (json, "],\"pathway\":null,\"remarks\":[]}");

  return g_string_free_to_bytes (json);
}
