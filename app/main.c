/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "rgm-application.h"
#include "rgm-cli.h"

/* The translations lie beside the program, wherever an installation is moved to, and in the
 * build folder for what runs from there; where it isn't told where it runs from, they are
 * where it was made for. */
static char *
find_locale_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *beside = bin != NULL ? g_build_filename (bin, "..", "share", "locale", NULL) : NULL;

  if (g_strcmp0 (bin, RGM_BUILD_DIR "/app") == 0)
    return g_strdup (RGM_BUILD_DIR "/po");

  return g_strdup (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_DIR) ? beside : RGM_LOCALE_DIR);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *locale_dir = find_locale_dir ();
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (rgm_cli_run (argc, argv, &status))
    return status;

  return rgm_application_run (argc, argv);
}
