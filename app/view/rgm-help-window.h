/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_HELP_WINDOW (rgm_help_window_get_type ())
G_DECLARE_FINAL_TYPE (RgmHelpWindow, rgm_help_window, RGM, HELP_WINDOW, AdwWindow)

RgmHelpWindow *rgm_help_window_new     (void);
void           rgm_help_window_open    (RgmHelpWindow  *self,
                                        const char     *link,
                                        RgmWindowState *window_state);
void           rgm_help_offer          (GtkWindow      *window,
                                        const char     *link);

G_END_DECLS
