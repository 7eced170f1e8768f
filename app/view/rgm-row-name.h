/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       rgm_row_set_name        (GtkWidget  *row,
                                    const char *name);
GtkWidget *rgm_expander_row_new    (void);
void       rgm_row_set_description (GtkWidget  *row,
                                    const char *description);
void       rgm_row_tell_folding    (GtkWidget  *row,
                                    guint       n_values);
void       rgm_row_tell_typing     (GtkWidget  *row);
void       rgm_row_tell_choice     (GtkWidget  *row);

G_END_DECLS
