/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-faults.h"
#include "rgm-window.h"

G_BEGIN_DECLS

void rgm_importing_install (GtkWidgetClass *widget_class);
void rgm_importing_files   (RgmWindow      *window,
                            GSList         *files);
void rgm_importing_try     (RgmWindow      *window,
                            GFile          *file,
                            RgmFaults      *faults,
                            const GError   *error);

G_END_DECLS
