/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RGM_TYPE_APPLICATION (rgm_application_get_type ())
G_DECLARE_FINAL_TYPE (RgmApplication, rgm_application, RGM, APPLICATION, AdwApplication)

int rgm_application_run (int    argc,
                         char **argv);

G_END_DECLS
