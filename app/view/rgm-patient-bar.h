/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-selection.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATIENT_BAR (rgm_patient_bar_get_type ())
G_DECLARE_FINAL_TYPE (RgmPatientBar, rgm_patient_bar, RGM, PATIENT_BAR, GtkBox)

void rgm_patient_bar_set_selection (RgmPatientBar *self,
                                    RgmSelection  *selection,
                                    GtkWidget     *next_focus);

G_END_DECLS
