/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli.h"

/**
 * rgm_cli_run:
 * @argc: how many arguments there are
 * @argv: the arguments, the program's name first
 *
 * Answers a call of the program that needs no display.
 *
 * Returns: the exit status: 0, 1 where the input is at fault, 2 where the call is
 */
int
rgm_cli_run (int    argc,
             char **argv)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version and stop"), NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("regimen: %s\n", error->message);
      return 2;
    }

  if (version)
    g_print ("regimen %s\n", RGM_VERSION);

  return 0;
}
