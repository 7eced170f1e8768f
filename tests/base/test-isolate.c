/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"

#define FSI "\u2068"
#define PDI "\u2069"
#define LRM "\u200e"
#define RLM "\u200f"
#define PATIENTS "المرضى"

/* Whether there is a locale to speak the language in; the test is skipped where there is none. */
static gboolean
speak (const char *locale)
{
  g_autofree char *messages = g_build_filename (g_getenv ("REGIMEN_BUILD_ROOT"), "po", NULL);

  g_assert_true (bindtextdomain (GETTEXT_PACKAGE, messages) != NULL);
  g_assert_true (bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8") != NULL);
  if (setlocale (LC_ALL, locale) != NULL)
    return TRUE;

  g_test_skip ("the locale can’t be made here");
  return FALSE;
}

static void
assert_printed (char       *text,
                const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_left (void)
{
  g_assert_true (speak ("C.UTF-8"));

  /* Nothing that reads as the language does is isolated. */
  assert_printed (rgm_text_printf ("%s: %s (n=%u)", "T-DXd 5.4 mg/kg", "τ² 0.3", 40), "T-DXd 5.4 mg/kg: τ² 0.3 (n=40)");
  assert_printed (rgm_text_printf ("Sources of %s, %s: %s%%", PATIENTS, "T-DXd", "40"), "Sources of " FSI PATIENTS PDI ", T-DXd: 40%");
  assert_printed (rgm_text_printf ("%s: %d", PATIENTS, 40), LRM FSI PATIENTS PDI ": 40");
  assert_printed (rgm_text_isolate ("T-DXd"), "T-DXd");
}

static void
test_right (void)
{
  char *words[] = { (char *) "HER2: IHC 3+", (char *) PATIENTS " 2", (char *) "12.5", NULL };
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *joined = NULL;

  if (!speak ("ar_EG.UTF-8"))
    return;

  joined = rgm_join_words (words);

  assert_printed (rgm_text_printf (PATIENTS " %s: %s", "T-DXd 5.4 mg/kg (n=40)", "12.5"), PATIENTS " " FSI "T-DXd 5.4 mg/kg (n=40)" PDI ": 12.5");
  assert_printed (rgm_text_printf ("%2$s: %1$-3s|%%s", PATIENTS, "T-DXd"), RLM FSI "T-DXd" PDI ": " PATIENTS "|%s");
  /* What is isolated already is not isolated once more, and what is around it is. */
  assert_printed (rgm_text_printf (PATIENTS " %s", FSI "T-DXd" PDI), PATIENTS " " FSI "T-DXd" PDI);
  assert_printed (rgm_text_printf (PATIENTS " %s", FSI "T-DXd" PDI ": " PATIENTS), PATIENTS " " FSI FSI "T-DXd" PDI ": " PATIENTS PDI);
  assert_printed (rgm_text_printf (PATIENTS " %s", PATIENTS), PATIENTS " " PATIENTS);
  assert_printed (rgm_text_isolate ("T-DXd"), FSI "T-DXd" PDI);
  assert_printed (rgm_text_isolate ("12.5"), "12.5");

  rgm_add_word (list, "HER2: IHC 3+");
  rgm_add_word (list, PATIENTS " 2");
  rgm_add_word (list, "12.5");
  /* The list reads from the right, whatever it begins with. */
  g_assert_true (g_str_has_prefix (list->str, RLM FSI "HER2: IHC 3+" PDI));
  g_assert_true (g_str_has_suffix (list->str, PATIENTS " 2\u060c 12.5"));
  g_assert_cmpstr (joined, ==, list->str);

  /* Each line reads from the right, and what ends it is the language's own. */
  rgm_add_line (lines, "T-DXd, 5.4 mg/kg");
  rgm_add_line (lines, PATIENTS " 2");
  rgm_add_line (lines, "T-DXd");
  g_assert_cmpstr (lines->str, ==, RLM FSI "T-DXd, 5.4 mg/kg" PDI "\u061b\n" PATIENTS " 2\u061b\n" RLM FSI "T-DXd" PDI);

  rgm_add_sentence (paragraph, PATIENTS ".");
  rgm_add_sentence (paragraph, "Read as weeks.");
  rgm_add_sentence (paragraph, PATIENTS ": T-DXd.");
  g_assert_cmpstr (paragraph->str, ==, PATIENTS ". " FSI "Read as weeks." PDI " " PATIENTS ": T-DXd.");
}

/* What a file holds stands in messages about it. */
static void
test_messages (void)
{
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autoptr (GError) whole = NULL;
  g_autoptr (GError) plain = NULL;
  g_autoptr (GError) broken = NULL;

  g_assert_true (speak ("C.UTF-8"));

  rgm_error_set (&plain, RGM_ERROR, RGM_ERROR_CALL, "There is no arm “%s”.", "T-DXd");
  g_assert_error (plain, RGM_ERROR, RGM_ERROR_CALL);
  g_assert_cmpstr (plain->message, ==, "There is no arm “T-DXd”.");
  rgm_error_set (&broken, RGM_ERROR, RGM_ERROR_CALL, "There is no arm “%s”.", "\xd8");
  g_assert_cmpstr (broken->message, ==, "There is no arm “\xd8”.");

  rgm_faults_add (faults, "$.id", 3, "expected an id, found \"%s\"", PATIENTS);
  rgm_faults_to_error (faults, "a.json", &whole);
  g_assert_true (strstr (whole->message, "found \"" FSI PATIENTS PDI "\" (line 3)") != NULL);
  rgm_error_set (NULL, RGM_ERROR, RGM_ERROR_CALL, "%s", PATIENTS);
}

static void
test_strip (void)
{
  assert_printed (rgm_text_strip_isolates (RLM FSI "T-DXd" PDI ": " PATIENTS), "T-DXd: " PATIENTS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/isolate/left", test_left);
  g_test_add_func ("/base/isolate/right", test_right);
  g_test_add_func ("/base/isolate/messages", test_messages);
  g_test_add_func ("/base/isolate/strip", test_strip);

  return g_test_run ();
}
