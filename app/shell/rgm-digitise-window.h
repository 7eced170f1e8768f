/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RGM_TYPE_DIGITISE_WINDOW (rgm_digitise_window_get_type ())

/**
 * RgmDigitiseWindow:
 *
 * A window in which survival curves are read off a picture. It hides when it is closed, and keeps what was read until it is destroyed.
 *
 * Emits "used" when the curves are to be taken.
 */
G_DECLARE_FINAL_TYPE (RgmDigitiseWindow, rgm_digitise_window, RGM, DIGITISE_WINDOW, AdwWindow)

RgmDigitiseWindow *rgm_digitise_window_new         (GtkWindow         *parent);
GPtrArray         *rgm_digitise_window_list_curves (RgmDigitiseWindow *self);
const char        *rgm_digitise_window_get_source  (RgmDigitiseWindow *self);
gboolean           rgm_digitise_window_has_work    (RgmDigitiseWindow *self);

G_END_DECLS
