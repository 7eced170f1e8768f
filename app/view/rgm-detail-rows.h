/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* Rows for a boxed list that fold out in place. What is inside is built when a row is
 * first opened, so that a list of many is there at once. Each is returned floating. */

GtkWidget *rgm_whole_regimen_row_new (RgmDataSet *data_set,
                                      RgmRegimen *regimen);
GtkWidget *rgm_agent_row_new     (RgmDataSet   *data_set,
                                  RgmAgent     *agent);
GtkWidget *rgm_biomarker_row_new (RgmDataSet   *data_set,
                                  RgmBiomarker *biomarker);
GtkWidget *rgm_regimen_row_new   (RgmDataSet   *data_set,
                                  RgmRegimen   *regimen);
GtkWidget *rgm_source_row_new    (RgmSource    *source,
                                  const char   *places);

G_END_DECLS
