/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATHWAY_PATIENT (rgm_pathway_patient_get_type ())

/**
 * RgmPathwayPatient:
 *
 * What each regimen of the patient's trials blocks in the pathway. A click on a regimen gives it
 * in the diagram. Hidden while no findings are entered.
 */
G_DECLARE_FINAL_TYPE (RgmPathwayPatient, rgm_pathway_patient, RGM, PATHWAY_PATIENT, GtkWidget)

void rgm_pathway_patient_update (RgmPathwayPatient *self,
                                 RgmFigure         *figure);

G_END_DECLS
