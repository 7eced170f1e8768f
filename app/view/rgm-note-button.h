/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

GtkWidget *rgm_note_button_new (RgmDataSet *data_set,
                                RgmTrial   *trial,
                                const char *place,
                                const char *name);
GtkWidget *rgm_note_text_new   (RgmDataSet *data_set,
                                RgmTrial   *trial,
                                const char *place);

G_END_DECLS
