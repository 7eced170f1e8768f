/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program lies: what belongs to it is found beside it, wherever an installation is
 * moved to, and in the build folder for what runs from there. */

char *rgm_installation_find_build   (void);
void  rgm_installation_init_locale  (void);
char *rgm_installation_find_program (const char *name);

G_END_DECLS
