/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "found-ids.h"
#include "rgm-load.h"

/* What people type, and the trials of the review that it finds. */

static RgmIndex *
embedded_index (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);

  g_assert_no_error (error);

  return rgm_index_new (data_set);
}

static const struct
{
  const char *query;
  const char *ids;
} known[] = {
  { "T-DXd", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "enhertu", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "DS8201", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "ds-8201", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "trastuzumab deruxtecan", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:enhertu", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:t-dxd", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:tdxd", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "phase:II/III", "nct05673512 determine" },
  { "phase:2/3", "nct05673512 determine" },
  { "phase:IV", "nct05661357" },
  { "phase:III", "mountaineer-03" },
  { "phase:I/II", "nct04278144 nct04934514" },
  { "status:withdrawn", "nct05356897" },
  { "status:not-yet-recruiting", "nct05193292 nct05985707 nct05333809 nct05350917" },
  { "status:\"Not yet recruiting\"", "nct05193292 nct05985707 nct05333809 nct05350917" },
  { "ras:mutated", "destiny-crc02 nct05356897" },
  { "pfs>7", "mountaineer her2-fuscc-g" },
  { "orr>=45.3", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "orr=45.3", "destiny-crc01" },
  { "orr>57", "" },
  { "n>=80", "destiny-crc02 mountaineer" },
  { "has:os -phase:I", "mypathway tapur nct03185988 destiny-crc01 heracles-a mountaineer her2-fuscc-g" },
  { "NCT03225937", "heracles-b heracles-a" },
  { "heracles -heracles-a", "heracles-b nct05193292 her2-fuscc-g" },
  { "setting:resectable", "unicorn" },

  /* The line of therapy, where the source gives the number of earlier lines. */
  { "first line", "mountaineer-03 nct05985707" },
  { "first-line setting", "mountaineer-03 nct05985707" },
  { "1L", "mountaineer-03 nct05985707" },
  { "front-line", "mountaineer-03 nct05985707" },
  { "line:first", "mountaineer-03 nct05985707" },
  { "third line", "destiny-crc01 her2-fuscc-g" },
  { "3rd-line treatment", "destiny-crc01 her2-fuscc-g" },
  { "3L", "destiny-crc01 her2-fuscc-g" },
  { "third line or later", "destiny-crc01 her2-fuscc-g" },
  { "at least two prior lines of therapy", "destiny-crc01 her2-fuscc-g" },
  { "2L+", "destiny-crc01 her2-fuscc-g" },
  { "later-line", "destiny-crc01 her2-fuscc-g" },
  { "second-line", "" },
  { "\342\211\2452 prior lines", "destiny-crc01 her2-fuscc-g" },
  { ">= 2 previous lines of treatment", "destiny-crc01 her2-fuscc-g" },
  { "more than 1 prior line", "destiny-crc01 her2-fuscc-g" },
  { "\342\211\2452 lines", "destiny-crc01 her2-fuscc-g" },
  { "at least 2 lines", "destiny-crc01 her2-fuscc-g" },
  { "two or more prior lines", "destiny-crc01 her2-fuscc-g" },
  { "two prior lines or more", "destiny-crc01 her2-fuscc-g" },
  { "2+ lines of therapy", "destiny-crc01 her2-fuscc-g" },
  { "2-3 prior lines", "destiny-crc01 her2-fuscc-g" },
  { "two\342\200\223three previous lines of treatment", "destiny-crc01 her2-fuscc-g" },
  { "at most one prior line", "mountaineer-03 nct05985707" },
  { "fewer than two earlier lines", "mountaineer-03 nct05985707" },
  { "no more than one prior regimen destiny", "" },
  { "NOT at most one prior line mountaineer", "mountaineer" },

  /* Comparisons as in a sentence. */
  { "median PFS > 7 months", "mountaineer her2-fuscc-g" },
  { "median PFS: >7", "mountaineer her2-fuscc-g" },
  { "mPFS>7", "mountaineer her2-fuscc-g" },
  { "PFS over 7 months", "mountaineer her2-fuscc-g" },
  { "PFS of more than 7 months", "mountaineer her2-fuscc-g" },
  { "progression-free survival longer than 7 months", "mountaineer her2-fuscc-g" },
  { "ORR at least 45,3%", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "objective response rate ≥ 45.3", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "orr of 45.3", "destiny-crc01" },
  { "ORR\302\240above\302\24057", "" },
  { "response rate orr>=45.3", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "response rate of at least 45.3%", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "overall response rate >= 45.3", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "ORR 45.3% or more", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "PFS 7.1 months or longer", "mountaineer her2-fuscc-g" },
  { ">7 months PFS", "mountaineer her2-fuscc-g" },
  { "over 7 months of median PFS", "mountaineer her2-fuscc-g" },
  { "at least 45.3% ORR", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "NOT over 0% ORR has:orr", "" },
  { "at least 80 patients", "destiny-crc02 mountaineer" },
  { "\342\211\24580 patients", "destiny-crc02 mountaineer" },
  { "patients>=80", "destiny-crc02 mountaineer" },
  { "53 patients", "destiny-crc01" },
  { "53 participants", "destiny-crc01" },
  { "phase 3 patients", "" },
  { "80 patients or more", "destiny-crc02 mountaineer" },

  /* Numbers in words, where something is compared with them. */
  { "PFS over seven months", "mountaineer her2-fuscc-g" },
  { "PFS over half a year pfs>7", "mountaineer her2-fuscc-g" },
  { "OS over a year and a half", "mountaineer" },
  { "OS of more than one and a half years", "mountaineer" },
  { "OS over an year and a half", "mountaineer" },
  { "PFS from seven months to a year", "mountaineer her2-fuscc-g" },
  { "PFS between seven and twelve months", "mountaineer her2-fuscc-g" },
  { "PFS seven months or longer", "mountaineer her2-fuscc-g" },
  { "ORR at least forty-five percent", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "ORR over half", "" },
  { "at least eighty patients", "destiny-crc02 mountaineer" },
  { "\"over seven months\"", "" },
  { "two-arm", "" },

  /* From one number to another, both included, in one arm. */
  { "pfs:7-8.2", "mountaineer her2-fuscc-g" },
  { "PFS between 7 and 8.2 months", "mountaineer her2-fuscc-g" },
  { "PFS 7\342\200\2238,2 months", "mountaineer her2-fuscc-g" },
  { "7 - 8.2 months PFS", "mountaineer her2-fuscc-g" },
  { "between 7 and 8.2 months of median PFS", "mountaineer her2-fuscc-g" },
  { "median progression-free survival: 7 to 8.2 months", "mountaineer her2-fuscc-g" },
  { "PFS from 7 months to 1 year", "mountaineer her2-fuscc-g" },
  { "PFS 8.2\342\200\2467 months", "mountaineer her2-fuscc-g" },
  { "orr:45.3-46%", "destiny-crc01" },
  { "ORR in the range of 45,3% to 46%", "destiny-crc01" },
  { "45.3\342\200\22346% ORR", "destiny-crc01" },
  { "53-54 patients", "destiny-crc01" },
  { "between 53 and 54 patients", "destiny-crc01" },
  { "n 53..54", "destiny-crc01" },
  { "NOT orr:0-100 has:orr", "" },
  { "-orr:0-45.2 has:orr", "destiny-crc01 nct04513223 her2-fuscc-g" },
  /* One of its arms is below, the other above. */
  { "mountaineer orr:4-38", "" },

  /* The zero of a trial's number, and what stands before a DOI. */
  { "mountaineer-3", "mountaineer-03" },
  { "Mountaineer 3", "mountaineer-03" },
  { "CRC1", "destiny-crc01" },
  { "destinycrc2", "destiny-crc02" },
  { "-mountaineer-3 mountaineer phase:III", "" },

  /* Other names, of a regimen and of values. */
  { "BRAF V600E", "nct05356897" },
  { "braf:v600e", "nct05356897" },

  /* Results as signs and as words; a sign is never left out. */
  { "IHC 2+/ISH-", "" },
  { "IHC 2+/FISH\342\210\222", "" },
  { "IHC 2+/ISH-negative", "" },
  { "IHC 2+ and FISH negative", "" },
  { "ISH-", "" },
  { "FISH-negative", "" },
  { "her2:\"IHC 2+/ISH-negative\"", "" },
  { "-her2:ihc-2+-ish+ IHC 2+/FISH-positive", "" },
  { "her2:ihc-2+-ish+ -IHC2+/ISH-positive", "" },
  { "her2:ihc-2+-ish+ NOT (IHC 2+ and FISH positive)", "" },

  /* An alteration is shown by several results. */
  { "HER2-low", "nct05661357 dash" },
  { "her2 low", "nct05661357 dash" },
  { "HER2-low recruiting", "dash" },
  { "HER2-low OR phase:III", "nct05661357 dash mountaineer-03" },
  { "her2:ihc-1+ -HER2-low", "" },
  { "her2:ihc-1+ NOT HER2 low", "" },

  /* An outcome without a number; 'NR' may mean either. */
  { "OS not reached", "nct04380012" },
  { "median overall survival not reached", "nct04380012" },
  { "has:os-not-reached", "nct04380012" },
  { "PFS not reported", "nct04513223 mountaineer" },
  { "mOS NR phase:I", "nct02892123 nct04513223" },
  { "OS NR -OS not reported", "nct04380012" },
  { "median OS: NR -OS not reported", "nct04380012" },
  { "os=n.r. -os:\"not reported\"", "nct04380012" },
  { "mOS : not reached", "nct04380012" },
  { "pfs:NE", "" },

  /* What is left out, in words. */
  { "mountaineer without trastuzumab", "" },
  { "phase:III w/o pertuzumab", "mountaineer-03" },
  { "MOUNTAINEER but not trastuzumab", "" },
  { "destiny excluding trastuzumab deruxtecan", "" },
  { "destiny but no enhertu", "" },
  { "phase:I/II minus ADCs", "nct04934514" },
  { "destiny -trastuzumab deruxtecan", "" },
  { "destiny NOT trastuzumab deruxtecan", "" },
  { "withdrawn trials", "nct05356897" },
  { "DESTINY-CRC01 trial", "destiny-crc01" },
  { "currently withdrawn", "nct05356897" },

  /* Treating patients, whether or not it still enrols them. */
  { "ongoing phase:III", "mountaineer-03" },
  { "phase:IV OR (ongoing phase:III)", "nct05661357 mountaineer-03" },
  { "ongoing -status:recruiting -status:active-not-recruiting", "" },
  { "phase:IV -ongoing", "" },

  /* Titles as pasted, in which 'HER2-amplified' and 'tumors:' ask for nothing. */
  { "Pertuzumab and trastuzumab emtansine in patients with HER2-amplified metastatic colorectal cancer: the phase II HERACLES-B trial", "heracles-b" },
  { "Sartore-Bianchi A, Lonardi S, Martino C, et al. Pertuzumab and trastuzumab emtansine in patients with HER2-amplified metastatic colorectal "
    "cancer: the phase II HERACLES-B trial. ESMO Open 2020",
    "heracles-b" },
  { "a novel anti HER2 monoclonal antibody IAH0968 in HER2 positive, heavily pretreated solid tumors: results from a phase Ia/Ib, first in human, "
    "open label, single center study.",
    "nct04934514" },
  { "phase IV studies", "nct05661357" },
};

static void
test_known (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *ids = find_ids (index, known[i].query);
      g_auto (GStrv) found = g_strsplit (ids, " ", -1);
      g_auto (GStrv) wanted = g_strsplit (known[i].ids, " ", -1);

      if (g_strv_length (found) != g_strv_length (wanted))
        g_error ("“%s” found “%s”, expected “%s”", known[i].query, ids, known[i].ids);
      for (guint j = 0; wanted[j] != NULL; j++)
        if (!g_strv_contains ((const char *const *) found, wanted[j]))
          g_error ("“%s” found “%s” without “%s”", known[i].query, ids, wanted[j]);
    }
}

static void
test_whole_values (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autofree char *phase = find_ids (index, "phase:II");
  g_autofree char *recruiting = find_ids (index, "status:recruiting");

  g_assert_null (strstr (phase, "determine"));
  g_assert_null (strstr (phase, "mountaineer-03"));
  g_assert_nonnull (strstr (phase, "destiny-crc01"));
  g_assert_null (strstr (recruiting, "nct05193292"));
  g_assert_null (strstr (recruiting, "nct02892123"));
  g_assert_nonnull (strstr (recruiting, "unicorn"));
}

/* What a lower-case 'or' joins stays together, and keeps its field, when the query is written again. */
static void
test_written_again (void)
{
  static const struct
  {
    const char *query;
    const char *whole;
    const char *less;
    guint n_terms;
  } cases[] = {
    { "phase I or II trastuzumab", "(phase I OR phase:II) trastuzumab", "(phase:II) trastuzumab", 3 },
    { "adc or tki", "adc OR tki", "tki", 2 },
    { "status:recruiting or completed or withdrawn", "status:recruiting OR completed OR withdrawn", "completed OR withdrawn", 3 },
    { "RAS/BRAF wild type", "RAS wild type BRAF wild type", "BRAF wild type", 2 },
    { "colorectal or \"gastric\"", "colorectal OR \"gastric\"", "\"gastric\"", 2 },
  };
  g_autoptr (RgmIndex) index = embedded_index ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmQuery) query = rgm_index_parse (index, cases[i].query, NULL);
      g_autofree char *whole = rgm_query_replace (query, G_MAXUINT, NULL);
      g_autofree char *less = rgm_query_replace (query, 0, NULL);
      g_autofree char *found = find_ids (index, cases[i].query);
      g_autofree char *again = find_ids (index, whole);
      g_autoptr (RgmQuery) query_again = rgm_index_parse (index, whole, NULL);

      g_assert_cmpuint (rgm_query_get_n_terms (query), ==, cases[i].n_terms);
      g_assert_cmpuint (rgm_query_get_n_terms (query_again), ==, cases[i].n_terms);
      g_assert_cmpstr (whole, ==, cases[i].whole);
      g_assert_cmpstr (less, ==, cases[i].less);
      g_assert_cmpstr (again, ==, found);
    }
}

/* A value that isn't said is neither one thing nor the other. */
static void
test_unknown_is_not_false (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autofree char *wild = find_ids (index, "ras:wt tapur");
  g_autofree char *mutated = find_ids (index, "ras:mutated tapur");

  g_assert_cmpstr (wild, ==, "");
  g_assert_cmpstr (mutated, ==, "");
}

static void
test_find_value (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autoptr (RgmBitSet) none = rgm_index_find_value (index, "phase", "nothing");
  g_autoptr (RgmBitSet) three = rgm_index_find_value (index, "phase", "III");

  g_assert_cmpuint (rgm_bit_set_count (none), ==, 0);
  g_assert_cmpuint (rgm_bit_set_count (three), ==, 1);
}

static void
test_without_a_term (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autoptr (RgmQuery) query = rgm_index_parse (index, "nosuchword phase:III", NULL);

  for (int without = -1; without < 2; without++)
    {
      g_auto (RgmFound) found = { NULL };

      rgm_index_find (index, query, without, NULL, &found);
      g_assert_cmpuint (rgm_bit_set_count (found.trials), ==, without == 0 ? 1 : 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/answers/known", test_known);
  g_test_add_func ("/search/answers/whole-values", test_whole_values);
  g_test_add_func ("/search/answers/unknown-is-not-false", test_unknown_is_not_false);
  g_test_add_func ("/search/answers/written-again", test_written_again);
  g_test_add_func ("/search/answers/find-value", test_find_value);
  g_test_add_func ("/search/answers/without-a-term", test_without_a_term);

  return g_test_run ();
}
