/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_FLOW_BOX (rgm_flow_box_get_type ())
G_DECLARE_FINAL_TYPE (RgmFlowBox, rgm_flow_box, RGM, FLOW_BOX, GtkWidget)

GtkWidget *rgm_flow_box_new    (int         column_width);
void       rgm_flow_box_append (RgmFlowBox *self,
                                GtkWidget  *child);

G_END_DECLS
