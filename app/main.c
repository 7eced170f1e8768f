/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "rgm-cli.h"
#include "rgm-installation.h"

/* What shows the window is a program of its own, which takes this one's place: a call that
 * needs no window doesn't wait until the toolkit is loaded. */
static int
become_window (char **argv)
{
  g_autofree char *program = rgm_installation_find_program ("regimen-window");
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  int error;

  execv (program, argv);

  error = errno;
  name = g_filename_display_name (program);
  text = g_strdup_printf (_("The window could not be opened: %s: %s"), name, g_strerror (error));
  g_printerr ("regimen: %s\n", text);
  return EXIT_FAILURE;
}

int
main (int   argc,
      char *argv[])
{
  int status;

  rgm_installation_init_locale ();
  /* A file that grows past a limit is a failed write, which leaves nothing behind. The window inherits it. */
  signal (SIGXFSZ, SIG_IGN);

  return rgm_cli_run (argc, argv, &status) ? status : become_window (argv);
}
