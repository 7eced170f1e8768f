/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"

G_BEGIN_DECLS

void     rgm_patient_dialogs_install (GtkWidgetClass *widget_class);
gboolean rgm_patient_dialogs_open    (RgmWindow      *window,
                                      GFile          *file);

G_END_DECLS
