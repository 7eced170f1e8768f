/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <gio/gio.h>

#include "rgm-error.h"
#include "rgm-query.h"

static const char *const fields[] = { "phase", "class", "agent", "status", "her2", "has", NULL };
static const char *const numbers[] = { "n", "orr", "pfs", "grade-3", NULL };

/* A query in its parts: W word, P phrase, F field=value, N field op number; a dash before those that are left out. */
static char *
describe (const RgmQuery *query)
{
  static const char *const signs[] = { "=", ">", ">=", "<", "<=" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rgm_query_get_n_terms (query); i++)
    {
      const RgmTerm *term = rgm_query_get_term (query, i);
      g_autofree char *words = term->words != NULL ? g_strjoinv ("+", term->words) : NULL;
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", term->is_negated ? "-" : "");
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
          g_string_append_printf (text, "N(%s%s%s)", term->field, signs[term->comparison],
                                  g_ascii_formatd (number, sizeof number, "%.10g", term->number));
          break;
        }
    }

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
  { "n>-1", "N(n>-1)" },
  { "grade-3>10", "N(grade-3>10)" },
  { "3+", "W(3+)" },
  { "a=", NULL },
  { ">30", "W(30)" },
  { ":x", "W(x)" },
  { "naïve ÇA", "W(naive) W(ca)" },
  { "her2\u00a0ras", "W(her2) W(ras)" },
  /* What isn't known, and what is no number, is said. */
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
  { "n>1,000", NULL },
  { "n>1.000", "N(n>1)" },
  { "n>1,2,3", NULL },
  { "n>,", NULL },
  { "n>.", NULL },
  { "n>-", NULL },
  { "orr=>30", NULL },
  { "orr>>30", NULL },
  { "orr:>30", NULL },
  { "n>\"5\"", NULL },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmQuery) query = rgm_query_parse (cases[i].query, fields, numbers, &error);
      g_autofree char *parts = NULL;

      if (cases[i].parts == NULL)
        {
          if (query != NULL)
            g_error ("“%s” was taken for a good query", cases[i].query);
          g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
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
    { "zzzzzz:1", "there are phase, class, agent, status, her2, has, n, orr, pfs, grade-3" },
    { "phase>2", "isn’t a number" },
    { "phase:", "a value is missing" },
    { "orr>abc", "found “abc”" },
    { "orr>abc", "“orr>abc”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rgm_query_parse (messages[i].query, fields, numbers, &error));
      g_assert_nonnull (strstr (error->message, messages[i].says));
    }
}

static void
test_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rgm_query_parse ("her\xff", fields, numbers, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
}

/* A query without one of its terms is the query of the others. */
static void
test_without (void)
{
  g_autoptr (RgmQuery) query = rgm_query_parse ("her2  -\"wild type\" phase:II orr>30", fields, numbers, NULL);
  static const char *const left[] = {
    "-\"wild type\" phase:II orr>30", "her2 phase:II orr>30", "her2 -\"wild type\" orr>30", "her2 -\"wild type\" phase:II",
  };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *text = rgm_query_without (query, i);

      g_assert_cmpstr (text, ==, left[i]);
    }
}

/* A typed term can be typed again: what is told of it means the same. */
static void
test_text_is_as_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmQuery) query = rgm_query_parse (cases[i].query, fields, numbers, NULL);
      g_autoptr (RgmQuery) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *parts = NULL;
      g_autoptr (GError) error = NULL;

      if (query == NULL)
        continue;
      text = rgm_query_without (query, G_MAXUINT);
      again = rgm_query_parse (text, fields, numbers, &error);
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
      g_autoptr (RgmQuery) query = rgm_query_parse (marks[i].query, fields, numbers, NULL);
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
  g_autoptr (RgmQuery) query = rgm_query_parse ("a", fields, numbers, NULL);
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
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/query/table", test_table);
  g_test_add_func ("/search/query/messages", test_messages);
  g_test_add_func ("/search/query/not-utf8", test_not_utf8);
  g_test_add_func ("/search/query/without", test_without);
  g_test_add_func ("/search/query/text-is-as-typed", test_text_is_as_typed);
  g_test_add_func ("/search/query/match-ranges", test_match_ranges);
  g_test_add_func ("/search/query/boxed", test_boxed);

  return g_test_run ();
}
