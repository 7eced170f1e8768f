/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-data-set.h"
#include "rgm-load.h"

/* Data sets of made-up trials, the same for the same seed. Words come from a short list, so that chance meets often; names have joints,
 * accents and marks. */

static const char *const made_words[] = {
  "tumour", "Überleben", "naïve", "ÇALIŞKAN", "İzmir", "T-DXd", "DS-8201a", "HER2/neu", "3+", "IHC 2+", "randomised", "open-label",
  "colorectal", "colon", "co", "résumé", "first-line", "αβγ-test", "1.5", "II", "not recruiting", "recruiting", "Kadcyla", "kad",
  "a", "mFOLFOX6", "5-FU", "½", "ﬁbrosis", "x_y", "–", "(HER2)", "therapy,", "zw25", "ZW/25", "中文 试验", "trial", "trials", "arm", "mAb",
};

static const char *const made_phases[] = { "I", "I/II", "II", "II/III", "III", "IV" };

static const char *const made_states[] = {
  "RECRUITING", "ACTIVE_NOT_RECRUITING", "NOT_YET_RECRUITING", "COMPLETED", "WITHDRAWN", "TERMINATED", "SUSPENDED",
  "ENROLLING_BY_INVITATION", "UNKNOWN",
};

static inline const char *
made_word (GRand *rand)
{
  return made_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_words))];
}

static inline char *
made_text (GRand *rand,
           int    words)
{
  GString *text = g_string_new (made_word (rand));

  for (int i = 1; i < words; i++)
    g_string_append_printf (text, " %s", made_word (rand));

  return g_string_free (text, FALSE);
}

static inline void
add_made_arm (GString *json,
              GRand   *rand,
              guint    trial,
              guint    arm)
{
  g_autofree char *label = made_text (rand, 2);
  int n = g_rand_int_range (rand, 1, 200);
  int responders = g_rand_int_range (rand, 0, n + 1);
  int tenths = g_rand_int_range (rand, 5, 300);

  g_string_append_printf (json,
                          "%s{\"id\":\"t%u:a%u\",\"label\":\"%s\",\"class\":\"%s\",\"regimen\":\"r%d\",\"n\":%d,\"outcomes\":[",
                          arm > 0 ? "," : "", trial, arm, label, arm % 2 == 0 ? "mAb" : "TKI", g_rand_int_range (rand, 0, 3), n);
  if (g_rand_boolean (rand))
    g_string_append_printf (json,
                            "{\"endpoint\":\"ORR\",\"state\":\"reported\",\"value\":%d,\"unit\":\"%%\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]},",
                            100 * responders / n);
  if (g_rand_boolean (rand))
    g_string_append (json, "{\"endpoint\":\"PFS\",\"state\":\"not-reported\",\"unit\":\"months\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]},");
  else
    g_string_append_printf (json, "{\"endpoint\":\"PFS\",\"state\":\"reported\",\"value\":%d.%d,\"unit\":\"%s\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]},",
                            tenths / 10, tenths % 10, g_rand_boolean (rand) ? "months" : "weeks");
  g_string_append (json, "{\"endpoint\":\"OS\",\"state\":\"not-reached\",\"unit\":\"months\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],");
  /* A subgroup that is better than any arm: no number may find it. */
  g_string_append (json, "\"subgroups\":[{\"label\":\"the best\",\"n\":9999,\"outcomes\":[{\"endpoint\":\"ORR\","
                         "\"state\":\"reported\",\"value\":100,\"unit\":\"%\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}]}],\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}");
}

static inline void
add_made_trial (GString *json,
                GRand   *rand,
                guint    trial)
{
  g_autofree char *name = made_text (rand, g_rand_int_range (rand, 1, 3));
  g_autofree char *title = made_text (rand, g_rand_int_range (rand, 1, 12));
  g_autofree char *population = made_text (rand, 5);
  const char *state = made_states[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_states))];
  int arms = g_rand_int_range (rand, 0, 4);

  g_string_append_printf (json,
                          "%s{\"id\":\"t%u\",\"name\":\"%s\",\"registrations\":[\"NCT%08u\"],\"title\":\"%s\",\"phase\":\"%s\","
                          "\"classes\":[%s],\"status\":{\"published\":\"%s\",\"state\":\"%s\"},"
                          "\"populations\":[{\"text\":\"%s\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],\"eligibility\":{\"rules\":[",
                          trial > 0 ? "," : "", trial, name, trial * 7919 % 100000000, title,
                          made_phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_phases))],
                          g_rand_int_range (rand, 0, 3) > 0 ? "" : "\"immune\"", state, state, population);
  if (g_rand_boolean (rand))
    g_string_append_printf (json, "{\"biomarker\":\"gene\",\"values\":[%s],\"text\":\"GENE\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}",
                            g_rand_boolean (rand) ? "\"wt\"" : "\"wt\",\"mutated\"");
  g_string_append (json, "]},\"arms\":[");
  for (int i = 0; i < arms; i++)
    add_made_arm (json, rand, trial, (guint) i);
  g_string_append (json, "],\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}");
}

static inline char *
make_json (guint32 seed,
           guint   n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *json = g_string_new (NULL);

  /* Sets of one seed are revisions of each other: they begin with the same trials. */
  g_string_append_printf (json, "{\"format\":1,\"id\":\"made-%u\",", seed);
  g_string_append (json,
    "\"title\":\"Made up\",\"description\":\"Nothing in it is true.\",\"as_of\":\"2024-01-01\","
    "\"licence\":{\"name\":\"CC0\",\"url\":\"https://example.org/\",\"credit\":\"Nobody.\"},\"sources\":[{\"id\":\"s\",\"kind\":\"review\",\"citation\":\"Nobody. 2024.\"}],"
    "\"classes\":[{\"id\":\"mAb\",\"name\":\"Antibody\",\"mark\":\"square\"},{\"id\":\"TKI\",\"name\":\"Inhibitor\",\"mark\":\"circle\"},"
    "{\"id\":\"immune\",\"name\":\"Immunotherapy\",\"mark\":\"pentagon\"}],"
    "\"endpoints\":[{\"id\":\"ORR\",\"name\":\"Response\",\"kind\":\"rate\",\"domain\":\"efficacy\"},"
    "{\"id\":\"PFS\",\"name\":\"Progression-free survival\",\"kind\":\"time\",\"domain\":\"efficacy\"},"
    "{\"id\":\"OS\",\"name\":\"Survival\",\"kind\":\"time\",\"domain\":\"efficacy\"}],"
    "\"agents\":[{\"id\":\"t-dxd\",\"name\":\"T-DXd\",\"synonyms\":[\"trastuzumab deruxtecan\",\"DS-8201a\",\"Enhertu\"],"
    "\"class\":\"mAb\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]},{\"id\":\"tucatinib\",\"name\":\"Tucatinib\",\"class\":\"TKI\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]},"
    "{\"id\":\"tucatinib-x\",\"name\":\"Tucatinib-X\",\"class\":\"TKI\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],"
    "\"regimens\":[{\"id\":\"r0\",\"name\":\"Zero\",\"agents\":[\"t-dxd\"]},{\"id\":\"r1\",\"name\":\"One plus\","
    "\"agents\":[\"tucatinib\",\"t-dxd\"]},{\"id\":\"r2\",\"name\":\"Two\",\"agents\":[\"tucatinib-x\"]}],"
    "\"biomarkers\":[{\"id\":\"gene\",\"name\":\"GENE\",\"facet\":true,\"values\":[{\"id\":\"wt\",\"name\":\"wild-type\"},"
    "{\"id\":\"mutated\",\"name\":\"mutated\"}]}],\"trials\":[");

  for (guint i = 0; i < n; i++)
    add_made_trial (json, rand, i);
  g_string_append (json, "],\"pathway\":null,\"remarks\":[]}");

  return g_string_free (json, FALSE);
}

static inline RgmDataSet *
make_data_set (guint32 seed,
               guint   n)
{
  g_autofree char *json = make_json (seed, n);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_bytes (bytes, "made", NULL, NULL, &error);

  g_assert_no_error (error);

  return data_set;
}
