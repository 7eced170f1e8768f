/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-data-set.h"
#include "rgm-table.h"

G_BEGIN_DECLS

RgmTable *rgm_trial_table_new (RgmDataSet *data_set,
                               GListModel *trials);
RgmTable *rgm_arm_table_new   (RgmDataSet *data_set,
                               GListModel *trials);

G_END_DECLS
