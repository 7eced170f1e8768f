/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

void rgm_about_show (GtkWindow  *parent,
                     RgmDataSet *data_set);

G_END_DECLS
