/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-selection.h"

G_BEGIN_DECLS

void rgm_facet_chips_fill (GtkFlowBox   *box,
                           RgmSelection *selection,
                           GtkWidget    *next_focus);

G_END_DECLS
