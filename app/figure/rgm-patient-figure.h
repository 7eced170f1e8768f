/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATIENT_FIGURE (rgm_patient_figure_get_type ())

/**
 * RgmPatientFigure:
 *
 * A patient's sheet: the findings, the trials whose published criteria they meet or leave open, with regimen,
 * response and reason, and what to find out next.
 */
G_DECLARE_FINAL_TYPE (RgmPatientFigure, rgm_patient_figure, RGM, PATIENT_FIGURE, RgmFigure)

/**
 * RgmPatientOptions:
 * @patient: (nullable): a patient's findings, see rgm_findings_new(); %NULL for those of the selection
 *
 * A window leaves @patient unset: what a window remembers says nothing of a patient.
 */
typedef struct
{
  char *patient;
} RgmPatientOptions;

G_END_DECLS
