/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-selection.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATIENT_PANEL (rgm_patient_panel_get_type ())
G_DECLARE_FINAL_TYPE (RgmPatientPanel, rgm_patient_panel, RGM, PATIENT_PANEL, GtkPopover)

void rgm_patient_panel_set_selection (RgmPatientPanel *self,
                                      RgmSelection    *selection);

G_END_DECLS
