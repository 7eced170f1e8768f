/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-json-writer.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

void rgm_evidence_json_trial (RgmJsonWriter *writer,
                              RgmTrial      *trial);

G_END_DECLS
