/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-signal-run.h"

G_BEGIN_DECLS

char **rgm_signal_blame (const RgmRun  *without,
                         const RgmRun  *with,
                         guint          node,
                         char         **agents);

char  *rgm_signal_explain_off (const RgmRun *untreated,
                               const RgmRun *run,
                               guint         node);

G_END_DECLS
