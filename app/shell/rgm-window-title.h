/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

void rgm_window_title_update (GtkWindow    *window,
                              GtkLabel     *origin,
                              RgmSelection *selection);
char *rgm_window_title_describe_view
                             (RgmWindowState *window_state);

G_END_DECLS
