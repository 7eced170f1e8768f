/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-patient-groups.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

void     rgm_curves_keeper_install   (GtkWindow        *window,
                                      RgmWindowState   *window_state);
void     rgm_curves_keeper_set_saved (GtkWindow        *window,
                                      RgmPatientGroups *patients);
gboolean rgm_curves_keeper_may_close (GtkWindow        *window);

G_END_DECLS
