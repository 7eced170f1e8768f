/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

char *rgm_evidence_text_trial     (RgmDataSet   *data_set,
                                   RgmTrial     *trial);
char *rgm_evidence_text_trial_with_sources
                                  (RgmDataSet   *data_set,
                                   RgmTrial     *trial);
char *rgm_evidence_text_agent     (RgmDataSet   *data_set,
                                   RgmAgent     *agent);
char *rgm_evidence_text_regimen   (RgmDataSet   *data_set,
                                   RgmRegimen   *regimen);
char *rgm_evidence_text_biomarker (RgmBiomarker *biomarker);
char *rgm_evidence_text_data_set  (RgmDataSet   *data_set);

G_END_DECLS
