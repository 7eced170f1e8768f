/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rgm_accessible_watch_tooltips (void);

G_END_DECLS
