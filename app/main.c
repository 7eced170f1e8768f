/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "rgm-application.h"
#include "rgm-cli.h"

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RGM_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (rgm_cli_run (argc, argv, &status))
    return status;

  return rgm_application_run (argc, argv);
}
