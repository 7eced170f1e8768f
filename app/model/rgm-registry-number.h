/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rgm_registry_number_normalise (const char *number);
char *rgm_registry_number_fold      (const char *number);

G_END_DECLS
