/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-trials-figure.h"
#include "rgm-workspace.h"

G_BEGIN_DECLS

void       rgm_trials_figure_follow (RgmTrialsFigure    *figure,
                                     RgmWorkspace       *workspace);
GtkWidget *rgm_trials_options_new   (RgmTrialsFigure    *figure);
GtkWidget *rgm_kinds_new            (const char * const *labels,
                                     const char         *name);

G_END_DECLS
