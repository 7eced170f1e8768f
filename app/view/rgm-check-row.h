/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *rgm_check_row_new (const char *title,
                              GtkWidget  *control);

G_END_DECLS
