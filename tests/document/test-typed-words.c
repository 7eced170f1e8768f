/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-pasted-table.h"
#include "rgm-printed.h"
#include "rgm-typed-words.h"

/* What people type in their own language. The translations are the test's own, so that it holds whatever translators
 * choose. */

#define ENTRY(msgid, msgstr) "msgctxt \"typed words\"\nmsgid \"" msgid "\"\nmsgstr \"" msgstr "\"\n\n"
#define HEADER "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static const char german[] = HEADER ENTRY ("not reached", "nicht erreicht; n. e.") ENTRY ("to", "bis") ENTRY ("of;out of", "von")
  ENTRY ("weeks;week;wk", "Wochen;Woche;Wo.") ENTRY ("months;month;mo", "Monate;Monat;Mon.") ENTRY ("confidence interval;CI", "Konfidenzintervall;KI")
    ENTRY ("arm;treatment;group", "Arm;Behandlung") ENTRY ("patients;number of patients", "Patienten;Zahl der Patienten");
static const char turkish[] = HEADER ENTRY ("not reached", "ulaşılmadı") ENTRY ("to", "ile") ENTRY ("weeks;week;wk", "hafta")
  ENTRY ("months;month;mo", "ay") ENTRY ("years;year;y", "yıl") ENTRY ("confidence interval;CI", "güven aralığı;GA")
    ENTRY ("arm;treatment;group", "kol;tedavi") ENTRY ("patients;number of patients", "hasta sayısı");

static const RgmEndpoint rate = { "ORR", "Objective response rate", RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_EFFICACY };
static const RgmEndpoint median = { "PFS", "Progression-free survival", RGM_ENDPOINT_KIND_TIME, RGM_ENDPOINT_DOMAIN_EFFICACY };

/* Returns whether the machine speaks it. */
static gboolean
speak (const char *locale,
       const char *language,
       const char *messages)
{
  g_autofree char *folder = g_dir_make_tmp ("typed-words-XXXXXX", NULL);
  g_autofree char *catalogs = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (folder, "messages.po", NULL);
  g_autofree char *compiled = g_strdup_printf ("%s/%s.mo", catalogs, GETTEXT_PACKAGE);
  const char *argv[] = { "msgfmt", "-o", compiled, source, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (setlocale (LC_ALL, locale) == NULL)
    {
      g_test_skip ("The locale is not there");
      return FALSE;
    }

  g_assert_cmpint (g_mkdir_with_parents (catalogs, 0700), ==, 0);
  g_assert_true (g_file_set_contents (source, messages, -1, NULL));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return TRUE;
}

static void
assert_median (const char *text,
               RgmState    state,
               double      value,
               const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = rgm_printed_parse (text, &median, -1, &error);

  g_test_message ("%s", text);
  g_assert_no_error (error);
  g_assert_cmpint (printed->outcome->estimate.state, ==, state);
  if (state == RGM_STATE_REPORTED)
    {
      g_assert_cmpfloat (printed->outcome->estimate.value, ==, value);
      g_assert_cmpstr (printed->outcome->estimate.unit, ==, unit);
    }
}

static void
assert_column (const char *text,
               const char *unit)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_bytes (bytes, "sample", NULL, &faults, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPastedTable) table = rgm_pasted_table_read (data_set, rgm_data_set_find_trial (data_set, "first"), text, &error);
  g_autoptr (RgmDataSet) revision = NULL;
  RgmArm *arm;

  g_assert_no_error (error);
  revision = rgm_pasted_table_apply (table, data_set, NULL, &error);
  g_assert_no_error (error);
  arm = g_ptr_array_index (rgm_data_set_find_trial (revision, "first")->arms, 0);
  g_assert_cmpint (arm->n, ==, 61);
  g_assert_cmpfloat (rgm_arm_get_outcome (arm, "PFS")->estimate.value, ==, 6.9);
  g_assert_cmpstr (rgm_arm_get_outcome (arm, "PFS")->estimate.unit, ==, unit);
}

static void
test_german (void)
{
  g_autoptr (RgmPrinted) of = NULL;

  if (!speak ("de_DE.UTF-8", "de", german))
    return;

  assert_median ("6,9 (4,1 bis 8,7) Monate", RGM_STATE_REPORTED, 6.9, "months");
  assert_median ("6,9 MONATE (95 % KI 4,1 bis 8,7)", RGM_STATE_REPORTED, 6.9, "months");
  assert_median ("17,2 wochen", RGM_STATE_REPORTED, 17.2, "weeks");
  assert_median ("Nicht erreicht (14,2 bis nicht erreicht)", RGM_STATE_NOT_REACHED, 0, NULL);
  assert_median ("n. e. (14,2 bis n. e.)", RGM_STATE_NOT_REACHED, 0, NULL);
  /* English is understood in any language. */
  assert_median ("not reached (14,2 to NR)", RGM_STATE_NOT_REACHED, 0, NULL);
  assert_median ("6,9 months", RGM_STATE_REPORTED, 6.9, "months");
  of = rgm_printed_parse ("8 von 27", &rate, -1, NULL);
  g_assert_nonnull (of);
  g_assert_cmpint (of->outcome->analysed, ==, 27);
  assert_column ("Behandlung\tZahl der Patienten\tPFS (Wochen)\nOnemab\t61\t6,9\n", "weeks");
  assert_column ("ARM\tPATIENTEN\tPFS (months)\nOnemab\t61\t6,9 Monate\n", "months");
}

/* A capital İ is that of i, and I that of ı; but papers in English are pasted there as well. */
static void
test_turkish (void)
{
  if (!speak ("tr_TR.UTF-8", "tr", turkish))
    return;

  assert_median ("6,9 (4,1 ile 8,7) ay", RGM_STATE_REPORTED, 6.9, "months");
  assert_median ("6,9 (4,1 İLE 8,7) AY", RGM_STATE_REPORTED, 6.9, "months");
  assert_median ("1,5 YIL", RGM_STATE_REPORTED, 1.5, "years");
  assert_median ("ULAŞILMADI", RGM_STATE_NOT_REACHED, 0, NULL);
  assert_median ("Ulaşılmadı (14,2 ile ulaşılmadı)", RGM_STATE_NOT_REACHED, 0, NULL);
  assert_median ("NOT ESTIMABLE", RGM_STATE_NOT_ESTIMABLE, 0, NULL);
  assert_median ("6,9 (95% CI 4,1-8,7) MONTHS", RGM_STATE_REPORTED, 6.9, "months");
  assert_column ("KOL\tHASTA SAYISI\tPFS (HAFTA)\nOnemab\t61\t6,9\n", "weeks");
  assert_column ("Kol\tHasta Sayısı\tPFS (ay)\nOnemab\t61\t6,9\n", "months");
}

static void
test_match (void)
{
  g_assert_cmpuint (rgm_typed_words_scan ("months", "month"), ==, 0);
  g_assert_cmpuint (rgm_typed_words_scan ("MONTH)", "month"), ==, 5);
  g_assert_cmpuint (rgm_typed_words_scan ("mo", "month"), ==, 0);
  g_assert_cmpuint (rgm_typed_words_scan ("month", ""), ==, 0);
  g_assert_cmpuint (rgm_typed_words_scan ("not reached (", "not; not reached"), ==, strlen ("not reached"));
  g_assert_cmpuint (rgm_typed_words_scan ("8 not", "not"), ==, 0);
  g_assert_true (rgm_typed_words_have ("arm; Treatment ", "TREATMENT"));
  g_assert_false (rgm_typed_words_have ("arm;treatment", "treatments"));
  g_assert_false (rgm_typed_words_have ("", "arm"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-words/match", test_match);
  g_test_add_func ("/typed-words/german", test_german);
  g_test_add_func ("/typed-words/turkish", test_turkish);

  return g_test_run ();
}
