/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

void rgm_pathway_details_clear (GtkBox *box);

void rgm_pathway_details_show (GtkBox     *box,
                               RgmDataSet *data_set,
                               const char *id,
                               const char *target);

G_END_DECLS
