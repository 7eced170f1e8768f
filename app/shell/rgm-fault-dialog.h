/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-faults.h"

G_BEGIN_DECLS

void rgm_fault_dialog_show (GtkWindow       *parent,
                            const char      *name,
                            const RgmFaults *faults,
                            const GError    *error);

G_END_DECLS
