/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-application.h"
#include "rgm-installation.h"

int
main (int   argc,
      char *argv[])
{
  rgm_installation_init_locale ();

  return rgm_application_run (argc, argv);
}
