/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-trial-context.h"

G_BEGIN_DECLS

/* The parts of a trial's page, from the top. Each takes the remarks that concern it, and
 * each is returned floating; those that may have nothing to show return %NULL then. */

GtkWidget *rgm_regimen_part_new     (RgmTrialContext *context);
GtkWidget *rgm_eligibility_part_new (RgmTrialContext *context);
GtkWidget *rgm_results_part_new     (RgmTrialContext *context);
GtkWidget *rgm_between_arms_part_new
                                    (RgmTrialContext *context);
GtkWidget *rgm_facts_part_new       (RgmTrialContext *context);
GtkWidget *rgm_remarks_part_new     (RgmTrialContext *context);
GtkWidget *rgm_sources_part_new     (RgmTrialContext *context);

G_END_DECLS
