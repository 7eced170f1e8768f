/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

void rgm_paste_dialog_show (GtkWindow      *parent,
                            RgmWindowState *window_state,
                            const char     *trial_id);

G_END_DECLS
