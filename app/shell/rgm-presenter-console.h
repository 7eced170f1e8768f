/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-presentation.h"

G_BEGIN_DECLS

#define RGM_TYPE_PRESENTER_CONSOLE (rgm_presenter_console_get_type ())

/**
 * RgmPresenterConsole:
 *
 * The window that the speaker sees: this slide and the next, notes, clock and timer.
 */
G_DECLARE_FINAL_TYPE (RgmPresenterConsole, rgm_presenter_console, RGM, PRESENTER_CONSOLE, AdwWindow)

GtkWidget *rgm_presenter_console_new         (RgmPresentation     *presentation);
void       rgm_presenter_console_set_panel   (RgmPresenterConsole *self,
                                              GtkWidget           *panel);
void       rgm_presenter_console_set_screens (RgmPresenterConsole *self,
                                              GMenuModel          *screens);
void       rgm_presenter_console_zoom_notes  (RgmPresenterConsole *self,
                                              int                  steps);
void       rgm_presenter_console_set_hint    (RgmPresenterConsole *self,
                                              const char          *hint);

const char *rgm_presenter_describe_state     (RgmPresentation     *presentation);

G_END_DECLS
