/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_HINTS (rgm_hints_get_type ())
G_DECLARE_FINAL_TYPE (RgmHints, rgm_hints, RGM, HINTS, GtkWidget)

G_END_DECLS
