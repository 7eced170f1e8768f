/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-pasted-source.h"

/* The papers are invented. */

static void
test_identifiers (void)
{
  const struct
  {
    const char *text;
    const char *doi;
    const char *url;
  } cases[] = {
    { "10.1234/abc.5", "10.1234/abc.5", NULL },
    { "  doi:10.1234/abc.5\n", "10.1234/abc.5", NULL },
    { "DOI: 10.1234/abc.5.", "10.1234/abc.5", NULL },
    { "https://doi.org/10.1234/abc.5", "10.1234/abc.5", NULL },
    { "http://dx.doi.org/10.1234/ABC(21)00086-3", "10.1234/ABC(21)00086-3", NULL },
    { "(https://doi.org/10.1234/abc)", "10.1234/abc", NULL },
    { "https://doi.org/10.1234%2Fabc%285%29", "10.1234/abc(5)", NULL },
    { "https://www.example.org/doi/full/10.1234/abc.5?role=tab#top", "10.1234/abc.5", NULL },
    { "https://www.example.org/articles/10.1234/abc.5/full", "10.1234/abc.5", NULL },
    { "https://doi.org/10.1234/abc/full", "10.1234/abc/full", NULL },
    { "PMID: 12345678", NULL, "https://pubmed.ncbi.nlm.nih.gov/12345678/" },
    { "pmid 7", NULL, "https://pubmed.ncbi.nlm.nih.gov/7/" },
    { "https://pubmed.ncbi.nlm.nih.gov/12345678/", NULL, "https://pubmed.ncbi.nlm.nih.gov/12345678/" },
    { "https://www.ncbi.nlm.nih.gov/pubmed/12345678", NULL, "https://pubmed.ncbi.nlm.nih.gov/12345678/" },
    { "PMID: 12345678; doi: 10.1234/abc.5", "10.1234/abc.5", "https://pubmed.ncbi.nlm.nih.gov/12345678/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmPastedSource) pasted = rgm_pasted_source_read (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (pasted->source);
      g_assert_cmpuint (pasted->notes->len, ==, 0);
      g_assert_cmpstr (pasted->source->doi, ==, cases[i].doi);
      g_assert_cmpstr (pasted->source->url, ==, cases[i].url);
      g_assert_null (pasted->source->citation);
      g_assert_null (pasted->source->kind);
      g_assert_cmpint (pasted->source->year, ==, -1);
      g_assert_nonnull (strstr (pasted->understood, cases[i].doi != NULL ? cases[i].doi : "PubMed number"));
    }
}

/* What stands around an identifier is how to cite it; the rest of it can't be told apart. */
static void
test_citation (void)
{
  g_autoptr (RgmPastedSource) pasted =
    rgm_pasted_source_read ("Maker A, et al. An invented trial.\n J Made Up. 2021;22(6):779-89. doi: 10.1234/abc.5. PMID: 33961795.");

  g_assert_cmpstr (pasted->source->citation, ==,
                   "Maker A, et al. An invented trial. J Made Up. 2021;22(6):779-89. doi: 10.1234/abc.5. PMID: 33961795.");
  g_assert_cmpstr (pasted->source->doi, ==, "10.1234/abc.5");
  g_assert_cmpstr (pasted->source->url, ==, "https://pubmed.ncbi.nlm.nih.gov/33961795/");
  g_assert_null (pasted->source->title);
  g_assert_cmpint (pasted->source->year, ==, -1);
}

static void
test_references (void)
{
  static const char * const texts[] = {
    "TY  - JOUR\nAU  - Maker, Ann B.\nTI  - An invented trial\nJO  - J Made Up\nPY  - 2021/06/01\nVL  - 22\nSP  - 779\nDO  - 10.1234/abc.5\nER  - \n",
    "PMID- 33961795\nTI  - An invented\n      trial.\nAU  - Maker AB\nTA  - J Made Up\nDP  - 2021 Jun\nVI  - 22\nPG  - 779\nAID - S1470(21)1 [pii]\nAID - 10.1234/abc.5 [doi]\n",
    "% from a program\n@article{maker2021,\n  author = {Maker, Ann B.},\n  title = {An {Invented} trial},\n  journal = \"J Made Up\",\n"
    "  year = 2021, volume = {22}, pages = {779},\n  doi = {10.1234/abc.5},\n}\n",
    "\xef\xbb\xbf" "TY  - JOUR\r\nAU  - Maker, Ann B.\r\nTI  - An invented trial\r\nJO  - J Made Up\r\nPY  - 2021\r\nVL  - 22\r\nSP  - 779\r\nDO  - https://doi.org/10.1234/abc.5\r\nER  - \r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RgmPastedSource) pasted = rgm_pasted_source_read (texts[i]);
      g_autofree char *title = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_nonnull (pasted->source);
      title = g_utf8_casefold (pasted->source->title, -1);
      g_assert_cmpuint (pasted->notes->len, ==, 0);
      g_assert_cmpstr (title, ==, "an invented trial");
      g_assert_cmpint (pasted->source->year, ==, 2021);
      g_assert_cmpstr (pasted->source->doi, ==, "10.1234/abc.5");
      g_assert_cmpstr (pasted->source->kind, ==, "reference");
      g_assert_true (g_str_has_prefix (pasted->source->citation, "Maker AB. An "));
      g_assert_true (g_str_has_suffix (pasted->source->citation, "J Made Up. 2021;22:779."));
    }
}

/* What isn't taken is said, and where it stands; what is understood is still taken. */
static void
test_notes (void)
{
  const struct
  {
    const char *text;
    gboolean is_source;
    const char *notes;
  } cases[] = {
    { "", FALSE, "" },
    { " \n\t", FALSE, "" },
    { "hello", FALSE, "This is not a DOI, PubMed number, RIS, BibTeX or NBIB. Fill in the fields below yourself." },
    { "12345", FALSE, "A number alone could be anything. If it is a PubMed number, write “PMID: 12345”." },
    { "doi: 11.1234/x", FALSE, "“11.1234/x” is not a DOI: expected “10.”, a number, a slash and a name." },
    { "10.1234", FALSE, "“10.1234” is not a DOI: expected “10.”, a number, a slash and a name." },
    { "10.1234/", FALSE, "“10.1234/” is not a DOI: expected “10.”, a number, a slash and a name." },
    { "PMID: 123456789", FALSE, "“123456789” is not a PubMed number: expected up to eight digits." },
    { "PMID: x", FALSE, "“x” is not a PubMed number: expected up to eight digits." },
    { "TI  - A\nER  - \n", FALSE, "Line 1: expected “TY  - ”, which a RIS reference begins with." },
    { "TY  - JOUR\nAU  - Maker, A.\nER  - \n", FALSE, "Reference 1: expected a reference with a title, found none." },
    { "\n\nTY  - JOUR\nTI  - A\nwhat is this\nPY  - soon\nDO  - none\nKW  - k\nAB  - b\nER  - \n", TRUE,
      "Line 5 is not understood: “what is this”.|Line 6: there is no year in “soon”.|Line 7: there is no DOI in “none”.|Nothing is taken from: AB, KW." },
    { "TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n", TRUE,
      "Line 3: a reference begins before “ER  - ” has ended the one above; they are read as one." },
    { "TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B\nER  - \n", TRUE, "1 more reference is left out. To import several, import them as a file." },
    { "@article{k, title = {A},\n year 2021 }", TRUE, "Line 2: expected “=” after “year”; the rest of the reference is not read." },
    { "% one\n@article{k, title = {A", TRUE, "Line 2: a brace or a quotation mark of the reference that begins here is not closed." },
    { "@article{k,\n title = {A},\n year = {then},\n abstract = {b}}", TRUE, "Line 3: there is no year in “then”.|Nothing is taken from: abstract." },
    { "@article{", FALSE,
      "Line 1: a brace or a quotation mark of the reference that begins here is not closed.|Reference 1: expected a reference with a title, found none." },
    { "@comment{x}", FALSE, "This begins like BibTeX, but has no complete reference." },
    { "PMID- 1\n", FALSE, "Reference 1: expected a reference with a title, found none." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmPastedSource) pasted = rgm_pasted_source_read (cases[i].text);
      g_autofree char *notes = NULL;

      g_ptr_array_add (pasted->notes, NULL);
      notes = g_strjoinv ("|", (char **) pasted->notes->pdata);
      g_assert_cmpstr (notes, ==, cases[i].notes);
      g_assert_true ((pasted->source != NULL) == cases[i].is_source);
      g_assert_true ((pasted->understood != NULL) == cases[i].is_source);
    }
}

/* No text, cut anywhere or with any byte, does harm. */
static void
test_any_text (void)
{
  static const char text[] = "@article{k, author = {B\\\"ar, A and C}, title = \"A {b}\", doi={10.1234/a(b)}}\nTY  - JOUR\nTI  - A\nER  - \n";
  const char *seeds[] = { text, strstr (text, "TY"), "PMID- 1\nTI  - A\n      b\nLID - 10.1/x [doi]\n", "doi.org/10.1234/((x)) PMID:1" };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    for (gsize length = 0; length <= strlen (seeds[i]); length++)
      for (guint byte = 0; byte < 256; byte += 5)
        {
          g_autofree char *cut = g_strndup (seeds[i], length + 1);
          g_autoptr (RgmPastedSource) pasted = NULL;

          cut[length] = (char) byte;
          pasted = rgm_pasted_source_read (cut);
          g_assert_nonnull (pasted->notes);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pasted-source/identifiers", test_identifiers);
  g_test_add_func ("/pasted-source/citation", test_citation);
  g_test_add_func ("/pasted-source/references", test_references);
  g_test_add_func ("/pasted-source/notes", test_notes);
  g_test_add_func ("/pasted-source/any-text", test_any_text);

  return g_test_run ();
}
