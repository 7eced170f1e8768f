/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "least-window.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.example.LeastWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (least_window_show), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
