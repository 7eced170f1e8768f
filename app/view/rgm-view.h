/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rgm_view_init         (void);
void rgm_view_init_display (void);

G_END_DECLS
