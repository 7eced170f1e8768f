/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-trial-context.h"

G_BEGIN_DECLS

GtkWidget *rgm_criteria_list_new (RgmTrialContext *context);

G_END_DECLS
