/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

char *rgm_cli_arms_to_csv (RgmDataSet *data_set,
                           GListModel *trials);

G_END_DECLS
