/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

gboolean  rgm_trial_rows_have_focus  (GtkListView *view);
RgmTrial *rgm_trial_rows_get_focused (GtkListView *view);
gboolean  rgm_trial_rows_focus       (GtkListView *view,
                                      guint        position);
void      rgm_trial_rows_tick        (GtkListView    *view,
                                      RgmWindowState *window_state,
                                      RgmTrial       *trial);
void      rgm_trial_rows_add_menu    (GtkListView *view);

G_END_DECLS
