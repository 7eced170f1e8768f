/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <gio/gio.h>

#include "rgm-error.h"
#include "rgm-query.h"

static RgmSearchFields *fields;

static RgmQuery *
parse (const char  *text,
       GError     **error)
{
  return rgm_query_parse (text, fields, error);
}

/* The fields of the queries below. */
static RgmSearchFields *
make_fields (void)
{
  static const char *const choices[] = { "phase", "class", "agent", "status", "her2", "has" };
  RgmSearchFields *made = rgm_search_fields_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    rgm_search_fields_add (made, choices[i], RGM_SEARCH_FIELD_CHOICE);
  rgm_search_fields_add_alias (made, "ERBB2", "her2");
  rgm_search_fields_add (made, "n", RGM_SEARCH_FIELD_COUNT);
  rgm_search_fields_add (made, "orr", RGM_SEARCH_FIELD_RATE);
  rgm_search_fields_add (made, "pfs", RGM_SEARCH_FIELD_TIME);
  rgm_search_fields_add (made, "grade-3", RGM_SEARCH_FIELD_RATE);

  return made;
}

/* A query in its parts: W word, P phrase, F field=value, N field op number; a dash before those that are left out; groups of which one
 * is enough in parentheses. */
static void
describe_node (const RgmQuery     *query,
               const RgmQueryNode *node,
               GString            *text)
{
  static const char *const signs[] = { "=", ">", ">=", "<", "<=", ":" };
  const RgmTerm *term;
  g_autofree char *words = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (node->term < 0)
    {
      for (guint i = 0; i < node->children->len; i++)
        {
          g_string_append (text, i == 0 ? (node->is_any ? "(" : "") : node->is_any ? " | " : " ");
          describe_node (query, g_ptr_array_index (node->children, i), text);
        }
      g_string_append (text, node->is_any ? ")" : "");
      return;
    }

  term = rgm_query_get_term (query, (guint) node->term);
  words = term->words != NULL ? g_strjoinv ("+", term->words) : NULL;
  g_string_append (text, term->is_negated ? "-" : "");
  switch (term->kind)
    {
    case RGM_TERM_WORD:
      g_string_append_printf (text, "W(%s)", words);
      break;
    case RGM_TERM_PHRASE:
      g_string_append_printf (text, "P(%s)", term->value);
      break;
    case RGM_TERM_FIELD:
      g_string_append_printf (text, "F(%s=%s)", term->field, term->value);
      break;
    case RGM_TERM_NUMBER:
    default:
      g_string_append_printf (text, "N(%s%s%s", term->field, signs[term->comparison],
                              g_ascii_formatd (number, sizeof number, "%.4g", term->number));
      if (term->comparison == RGM_QUERY_BETWEEN)
        g_string_append_printf (text, "-%s", g_ascii_formatd (number, sizeof number, "%.4g", term->upper));
      g_string_append_c (text, ')');
      break;
    }
}

static char *
describe (const RgmQuery *query)
{
  GString *text = g_string_new (NULL);

  describe_node (query, rgm_query_get_root (query), text);

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *query;
  const char *parts;
} cases[] = {
  { "", "" },
  { "  \t ", "" },
  { "-", "" },
  { "- -", "" },
  { "\"\"", "" },
  { "...", "" },
  { "HER2", "W(her2)" },
  { "her2 ras", "W(her2) W(ras)" },
  { "T-DXd", "W(t+dxd)" },
  { "-her2", "-W(her2)" },
  { "--her2", "-W(her2)" },
  { "\"wild type\"", "P(wild type)" },
  { "\"Wild-Type", "P(wild type)" },
  { "“wild type”", "P(wild type)" },
  { "„wild type“ ras", "P(wild type) W(ras)" },
  { "status:«not yet recruiting»", "F(status=not yet recruiting)" },
  { "status:「not yet recruiting」", "F(status=not yet recruiting)" },
  { "-\"wild type\"ras", "-P(wild type) W(ras)" },
  { "phase:II", "F(phase=ii)" },
  { "phase:II/III", "F(phase=ii iii)" },
  { "PHASE:II", "F(phase=ii)" },
  { "-phase:ii", "-F(phase=ii)" },
  { "status:\"not yet recruiting\"", "F(status=not yet recruiting)" },
  { "status:not-yet-recruiting", "F(status=not yet recruiting)" },
  { "her2:3+", "F(her2=3+)" },
  { "orr>30", "N(orr>30)" },
  { "orr>=30%", "N(orr>=30)" },
  { "orr<30.5", "N(orr<30.5)" },
  { "pfs<=6,9", "N(pfs<=6.9)" },
  { "n=50", "N(n=50)" },
  { "n:50", "N(n=50)" },
  { "-n>50", "-N(n>50)" },
  /* Two numbers, with one unit or two. */
  { "pfs:5-10 her2", "N(pfs:5-10) W(her2)" },
  { "pfs=5–10 months", "N(pfs:5-10)" },
  { "pfs:10-5", "N(pfs:5-10)" },
  { "pfs:6months-1year", "N(pfs:6-12)" },
  { "PFS 1-2 years", "N(pfs:12-24)" },
  { "pfs:(5-10)", NULL },
  { "(pfs:5-10)", "N(pfs:5-10)" },
  { "pfs:5-", NULL },
  { "pfs:5-10-15", NULL },
  { "pfs>5-10", NULL },
  { "PFS 2-3L", "W(pfs) W(2+3l)" },
  { "5-10 months", "W(5+10) W(months)" },
  { "phase 1-2 n", "W(phase) W(1+2) W(n)" },
  { "pfs 5 and 10", "W(pfs) W(5) W(10)" },
  { "orr:20%-40% or n:30 to 60 patients", "N(orr:20-40) W(or) N(n:30-60)" },
  { "from 20% to 40% ORR", "N(orr:20-40)" },
  { "n>-1", "N(n>-1)" },
  { "grade-3>10", "N(grade-3>10)" },
  { "3+", "W(3+)" },
  { "a=", NULL },
  { ":x", "W(x)" },
  { "naïve ÇA", "W(naive) W(ca)" },
  { "her2\u00a0ras", "W(her2) W(ras)" },
  /* Every dash that is typed or printed, and blanks that nobody sees. */
  { "−her2", "-W(her2)" },
  { "–her2", "-W(her2)" },
  { "—her2", "-W(her2)" },
  { "‐her2", "-W(her2)" },
  { "－her2", "-W(her2)" },
  { "\u200e-her2", "-W(her2)" },
  { "T–DXd", "W(t+dxd)" },
  { "her2 – ras", "W(her2) W(ras)" },
  { "her2 -", "W(her2)" },
  /* Relations as they are printed, with blanks around them, in full width, with their unit. */
  { "orr≥30", "N(orr>=30)" },
  { "orr ≥ 30", "N(orr>=30)" },
  { "orr > 30", "N(orr>30)" },
  { "orr> 30", "N(orr>30)" },
  { "orr >30", "N(orr>30)" },
  { "orr:>30", "N(orr>30)" },
  { "orr: ≥ 30", "N(orr>=30)" },
  { "orr:=30", "N(orr=30)" },
  { "phase:=II", "F(phase=ii)" },
  { "orr>= 30 %", "N(orr>=30)" },
  { "orr > 30 % her2", "N(orr>30) W(her2)" },
  { "orr⩾30", "N(orr>=30)" },
  { "orr≧30", "N(orr>=30)" },
  { "orr≤30", "N(orr<=30)" },
  { "orr≦30", "N(orr<=30)" },
  { "orr＞３０％", "N(orr>30)" },
  { "orr>٣٠", "N(orr>30)" },
  { "orr>٣٠٫٥٪", "N(orr>30.5)" },
  { "orr=45.3", "N(orr=45.3)" },
  { "n>−1", "N(n>-1)" },
  { "pfs>6 months", "N(pfs>6)" },
  { "pfs > 6mo ras", "N(pfs>6) W(ras)" },
  { "pfs>=52 weeks", "N(pfs>=11.96)" },
  { "pfs>1 year", "N(pfs>12)" },
  { "n >= 30 patients", "N(n>=30)" },
  { "n>30 months", "N(n>30) W(months)" },
  { "phase: II", "F(phase=ii)" },
  { "phase : II", "F(phase=ii)" },
  { "phase：II", "F(phase=ii)" },
  { "phase=II", "F(phase=ii)" },
  { "erbb2:3+", "F(her2=3+)" },
  { "‘wild type’ ras", "P(wild type) W(ras)" },
  { "『wild type』 ras", "P(wild type) W(ras)" },
  { "‹wild type› ras", "P(wild type) W(ras)" },
  { "“Crohn’s disease” ras", "P(crohn s disease) W(ras)" },
  /* AND, OR and NOT. */
  { "her2 AND ras", "W(her2) W(ras)" },
  { "her2 and ras", "W(her2) W(ras)" },
  { "her2 & ras", "W(her2) W(ras)" },
  { "her2 + ras", "W(her2) W(ras)" },
  { "and", "W(and)" },
  { "her2 and", "W(her2) W(and)" },
  { "NOT her2", "-W(her2)" },
  { "ras NOT her2", "W(ras) -W(her2)" },
  { "ras AND NOT her2", "W(ras) -W(her2)" },
  { "NOT -her2", "W(her2)" },
  { "her2 OR ras", "(W(her2) | W(ras))" },
  { "her2 | ras", "(W(her2) | W(ras))" },
  { "her2 OR ras OR n>3", "(W(her2) | W(ras) | N(n>3))" },
  { "her2 ras OR braf", "(W(her2) W(ras) | W(braf))" },
  { "her2 (ras OR braf)", "W(her2) (W(ras) | W(braf))" },
  { "her2 AND (ras OR (braf kras))", "W(her2) (W(ras) | W(braf) W(kras))" },
  { "-(ras OR braf)", "-W(ras) -W(braf)" },
  { "NOT (ras braf)", "(-W(ras) | -W(braf))" },
  { "-(ras -braf)", "(-W(ras) | W(braf))" },
  { "(HER2)", "W(her2)" },
  { "patients (pts) with", "W(patients) W(pts) W(with)" },
  { "()", "" },
  { "(her2", "W(her2)" },
  { "(phase:II OR n>3) ras", "(F(phase=ii) | N(n>3)) W(ras)" },
  { "ORR", "W(orr)" },
  { "NOTCH", "W(notch)" },
  { "ANDROGEN", "W(androgen)" },
  { "\"OR\"", "P(or)" },
  { "her2 OR", NULL },
  { "OR her2", NULL },
  { "her2 OR OR ras", NULL },
  { "her2 AND", NULL },
  { "AND her2", NULL },
  { "her2 AND OR ras", NULL },
  { "her2 OR AND ras", NULL },
  { "NOT", NULL },
  { "(OR her2)", NULL },
  { "(her2 OR)", NULL },
  /* What looks like an operator and isn't understood. */
  { "- her2", NULL },
  { "ras - her2", NULL },
  { "− her2", NULL },
  { ">30", NULL },
  { "≥30", NULL },
  { "HER2/neu>2", NULL },
  { "orr≠30", NULL },
  { "orr!=30", NULL },
  { "orr≈30", NULL },
  { "phase:-II", NULL },
  { "phase:(I OR II)", NULL },
  { "phase:I|II", NULL },
  { "phase:[I TO II]", NULL },
  { "her2|", NULL },
  { "|her2", NULL },
  { "⁻ her2", NULL },
  /* Identifiers as they are pasted. */
  { "NCT:03384940", "W(nct03384940)" },
  { "NCT: 03384940", "W(nct03384940)" },
  { "nct:NCT03384940", "W(nct03384940)" },
  { "nct:NCT", NULL },
  { "NCT03384940[si]", "W(nct03384940)" },
  { "UMIN:000027887", "W(umin000027887)" },
  { "https://clinicaltrials.gov/study/NCT03384940", "W(nct03384940)" },
  { "clinicaltrials.gov/ct2/show/NCT03384940?term=x>2", "W(nct03384940)" },
  { "HTTPS://www.clinicaltrialsregister.eu/ctr-search/search?query=2015-000768-27", "W(2015+000768+27)" },
  { "https://doi.org/10.1200/JCO.22.01690", "W(10.1200+jco+22.01690)" },
  { "ClinicalTrials.gov Identifier: NCT03384940", "W(clinicaltrials+gov) W(identifier) W(nct03384940)" },
  /* What isn't known, and what is no number, is said. */
  { "n>50%", NULL },
  { "foo:bar", NULL },
  { "foo>3", NULL },
  { "phse:II", NULL },
  { "phase>2", NULL },
  { "phase:", NULL },
  { "phase:\"\"", NULL },
  { "phase:...", NULL },
  { "orr>", NULL },
  { "orr>%", NULL },
  { "orr>3x", NULL },
  { "orr>3 0%%", "N(orr>3) W(0)" },
  { "orr>30%%", NULL },
  { "orr>nan", NULL },
  { "orr>inf", NULL },
  { "orr>1e999", NULL },
  { "orr>0x10", NULL },
  { "n>1e2", NULL },
  /* Digits in groups: a number of patients is whole, elsewhere a lone comma is read in two ways. */
  { "n>1,000", "N(n>1000)" },
  { "n>1.000", "N(n>1000)" },
  { "n>1 000", "N(n>1000)" },
  { "n>1\u202f000 patients", "N(n>1000)" },
  { "n>1'000", "N(n>1000)" },
  { "n>1’000", "N(n>1000)" },
  { "n>1 0000", "N(n>1) W(0000)" },
  { "n>30 12", "N(n>30) W(12)" },
  { "n>1,000,000", "N(n>1e+06)" },
  { "orr>1.234", "N(orr>1.234)" },
  { "orr>1,234", NULL },
  { "orr>1,234.5", "N(orr>1234)" },
  { "orr>1.234,5", "N(orr>1234)" },
  { "orr>0,123", "N(orr>0.123)" },
  { "n>1,2,3", NULL },
  { "n>1,000.000.000", NULL },
  /* PubMed's tags. */
  { "tucatinib[ti]", "W(tucatinib)" },
  { "tucatinib[Title/Abstract] her2", "W(tucatinib) W(her2)" },
  { "-tucatinib[tiab:~2]", "-W(tucatinib)" },
  { "\"colorectal cancer\"[MeSH Terms]", "P(colorectal cancer)" },
  { "(her2[ti] OR ras[ti])", "(W(her2) | W(ras))" },
  { "Sartore[au]", NULL },
  { "\"2023\"[dp]", NULL },
  { "HER2[3+]", "W(her2+3+)" },
  { "~kras", NULL },
  { "~30", "W(30)" },
  { "n>,", NULL },
  { "n>.", NULL },
  { "n>-", NULL },
  { "orr=>30", NULL },
  { "orr>>30", NULL },
  { "n>\"5\"", NULL },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmQuery) query = parse (cases[i].query, &error);
      g_autofree char *parts = NULL;

      if (cases[i].parts == NULL)
        {
          if (query != NULL)
            g_error ("“%s” was taken for a good query", cases[i].query);
          g_assert_true (g_error_matches (error, RGM_ERROR, RGM_ERROR_CALL) || g_error_matches (error, RGM_ERROR, RGM_ERROR_UNFINISHED));
          continue;
        }
      g_assert_no_error (error);
      parts = describe (query);
      g_assert_cmpstr (parts, ==, cases[i].parts);
    }
}

static void
test_messages (void)
{
  static const struct
  {
    const char *query;
    const char *says;
  } messages[] = {
    { "phse:II", "did you mean “phase”" },
    { "zzzzzz:1", "Available fields: phase, class, agent, status, her2, has, n, orr, pfs, grade-3" },
    { "phase>2", "is not a number" },
    { "phase:", "a value is missing" },
    { "orr>abc", "found “abc”" },
    { "orr>abc", "“orr>abc”" },
    { "orr≠30", "> >= < <= and =" },
    { "phase:-II", "write -phase:II" },
    { ">30", "as in orr>30" },
    { "OR ras", "between two terms" },
    { "- ras", "without a space" },
    { "orr>1,234", "can be read as two numbers" },
    { "Sartore[au]", "no search field “[au]”" },
    { "~ras", "write -ras" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (messages[i].query, &error));
      g_assert_nonnull (strstr (error->message, messages[i].says));
    }
}

/* All that is wrong is said at once, and what is still being typed is no fault yet. */
static void
test_faults (void)
{
  static const char *const unfinished[] = { "orr>", "orr ≥ ", "phase:", "her2 OR", "her2 AND", "NOT", "her2 NOT ", "her2 (ras OR" };
  g_autoptr (GError) error = NULL;

  g_assert_null (parse ("foo:1 phase:-II \"unclosed", &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
  g_assert_nonnull (strstr (error->message, "“foo”"));
  g_assert_nonnull (strstr (error->message, "-phase:II"));
  g_assert_nonnull (strstr (error->message, "“unclosed”"));

  for (guint i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      g_clear_error (&error);
      g_assert_null (parse (unfinished[i], &error));
      g_assert_error (error, RGM_ERROR, RGM_ERROR_UNFINISHED);
    }
}

/* However deep the parentheses, there is an answer. */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '(');
  g_assert_null (parse (text->str, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
}

static void
test_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse ("her\xff", &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
}

/* A query without one of its terms is the query of the others. */
static void
test_without (void)
{
  g_autoptr (RgmQuery) query = parse ("her2  -\"wild type\" phase:II orr>30", NULL);
  static const char *const left[] = {
    "-\"wild type\" phase:II orr>30", "her2 phase:II orr>30", "her2 -\"wild type\" orr>30", "her2 -\"wild type\" phase:II",
  };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *text = rgm_query_replace (query, i, NULL);

      g_assert_cmpstr (text, ==, left[i]);
    }
}

/* A word that comes to stand after a number doesn't become its unit. */
static void
test_without_what_stood_between (void)
{
  g_autoptr (RgmQuery) query = parse ("orr>30 her2 percent", NULL);
  g_autofree char *text = rgm_query_replace (query, 1, NULL);
  g_autoptr (RgmQuery) left = parse (text, NULL);

  g_assert_cmpstr (text, ==, "orr>30 AND percent");
  g_assert_cmpuint (rgm_query_get_n_terms (left), ==, 2);
}

/* A typed term can be typed again: what is told of it means the same. */
static void
test_text_is_as_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmQuery) query = parse (cases[i].query, NULL);
      g_autoptr (RgmQuery) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *parts = NULL;
      g_autoptr (GError) error = NULL;

      if (query == NULL)
        continue;
      text = rgm_query_replace (query, G_MAXUINT, NULL);
      again = parse (text, &error);
      g_assert_no_error (error);
      parts = describe (again);
      g_assert_cmpstr (parts, ==, cases[i].parts);
    }
}

static const struct
{
  const char *query;
  const char *text;
  const char *marked;
} marks[] = {
  { "", "HER2", "" },
  { "her", "HER2 and other", "[HER2]" },
  { "t-dxd", "T-DXd, not t alone", "[T-DXd]" },
  { "tdxd", "with T-DXd", "[T-DXd]" },
  { "dxd", "with T-DXd", "[DXd]" },
  { "-her2", "HER2", "" },
  { "phase:II", "phase II", "" },
  { "\"wild type\"", "the wild-type", "[wild-type]" },
  { "calis", "Özge Akbulut-Çalışkan", "[Çalışkan]" },
};

static void
test_match_ranges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (RgmQuery) query = parse (marks[i].query, NULL);
      g_autoptr (GArray) ranges = rgm_query_match_ranges (query, marks[i].text);
      g_autoptr (GString) marked = g_string_new (NULL);

      for (guint j = 0; j < ranges->len; j++)
        {
          const RgmRange *range = &g_array_index (ranges, RgmRange, j);

          g_string_append_printf (marked, "[%.*s]", (int) (range->end - range->start), marks[i].text + range->start);
          if (j > 0)
            g_assert_cmpuint (range->start, >=, g_array_index (ranges, RgmRange, j - 1).end);
        }
      g_assert_cmpstr (marked->str, ==, marks[i].marked);
    }
}

static void
test_boxed (void)
{
  g_autoptr (RgmQuery) query = parse ("a", NULL);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, RGM_TYPE_QUERY);
  g_value_set_boxed (&value, query);
  g_assert_true (g_value_get_boxed (&value) == query);
  g_value_unset (&value);
  g_assert_cmpuint (rgm_query_get_n_terms (query), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fields = make_fields ();

  g_test_add_func ("/search/query/table", test_table);
  g_test_add_func ("/search/query/messages", test_messages);
  g_test_add_func ("/search/query/faults", test_faults);
  g_test_add_func ("/search/query/depth", test_depth);
  g_test_add_func ("/search/query/not-utf8", test_not_utf8);
  g_test_add_func ("/search/query/without", test_without);
  g_test_add_func ("/search/query/without-what-stood-between", test_without_what_stood_between);
  g_test_add_func ("/search/query/text-is-as-typed", test_text_is_as_typed);
  g_test_add_func ("/search/query/match-ranges", test_match_ranges);
  g_test_add_func ("/search/query/boxed", test_boxed);

  status = g_test_run ();
  rgm_search_fields_free (fields);

  return status;
}
