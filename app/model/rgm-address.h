/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rgm_address_of_registration (const char *id);
char *rgm_address_of_doi          (const char *doi);

G_END_DECLS
