/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

void rgm_curves_dialog_install (GtkWindow      *window,
                                RgmWindowState *window_state);

G_END_DECLS
