/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-cli-options.h"
#include "rgm-patient-groups.h"

G_BEGIN_DECLS

RgmPatientGroups *rgm_cli_read_times     (const RgmCliOptions     *options,
                                          char                   **files,
                                          GPtrArray              **remarks,
                                          GError                 **error);
gboolean          rgm_cli_find_reference (const RgmCliOptions     *options,
                                          const RgmPatientGroups  *groups,
                                          gsize                   *reference,
                                          GError                 **error);

G_END_DECLS
