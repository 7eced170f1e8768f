/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-json-writer.h"
#include "rgm-data-set.h"

G_BEGIN_DECLS

void rgm_evidence_json_trial     (RgmJsonWriter *writer,
                                  RgmTrial      *trial);
void rgm_evidence_json_agent     (RgmJsonWriter *writer,
                                  RgmAgent      *agent);
void rgm_evidence_json_regimen   (RgmJsonWriter *writer,
                                  RgmRegimen    *regimen);
void rgm_evidence_json_biomarker (RgmJsonWriter *writer,
                                  RgmBiomarker  *biomarker);
void rgm_evidence_json_data_set  (RgmJsonWriter *writer,
                                  RgmDataSet    *data_set);

G_END_DECLS
