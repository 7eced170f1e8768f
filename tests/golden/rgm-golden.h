/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rgm_golden_check (const char *name,
                       const char *text);

G_END_DECLS
