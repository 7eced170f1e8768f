/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-selection.h"

G_BEGIN_DECLS

GtkWidget *rgm_data_about_new   (RgmSelection     *selection,
                                 guint             n_conflicts,
                                 GtkWidget        *edit);
GtkWidget *rgm_data_licence_new (const RgmLicence *licence);

G_END_DECLS
