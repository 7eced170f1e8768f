/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

void       rgm_library_follow      (GMenu          *menu);
GtkWidget *rgm_library_section_new (RgmWindowState *window_state);

G_END_DECLS
