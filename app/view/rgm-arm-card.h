/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-trial-context.h"

G_BEGIN_DECLS

/* The parts of a trial's page that are made of its arms. Each is returned floating. */

GtkWidget *rgm_arm_card_new    (RgmTrialContext *context,
                                RgmArm          *arm);
GtkWidget *rgm_safety_part_new (RgmTrialContext *context);

G_END_DECLS
