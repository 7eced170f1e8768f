/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-patient-groups.h"
#include "rgm-survival-analysis.h"

G_BEGIN_DECLS

/**
 * RgmSurvivalReport:
 * @analysis: the analysis
 * @names: (array zero-terminated=1): the groups' names
 * @unit: the unit of the times
 * @times: (element-type double): the times at which numbers are given
 * @remarks: (element-type utf8): what a person should know beside
 * @origin: where the times come from
 * @caveat: (nullable): why groups are shown beside each other and not compared
 *
 * What is said of a survival analysis.
 */
typedef struct
{
  const RgmSurvivalAnalysis *analysis;
  const char * const        *names;
  const char                *unit;
  const GArray              *times;
  const GPtrArray           *remarks;
  RgmTimesOrigin             origin;
  const char                *caveat;
} RgmSurvivalReport;

char *rgm_survival_report_to_json (const RgmSurvivalReport *self);
char *rgm_survival_report_to_text (const RgmSurvivalReport *self);
char *rgm_survival_report_to_csv  (const RgmSurvivalReport *self);

G_END_DECLS
