/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rgm_text_group_init (GtkWidget *group);

G_END_DECLS
