/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rgm_recent_add         (GFile *file);
void rgm_recent_fill        (GMenu *menu);
void rgm_recent_forget_gone (GFile *file);

G_END_DECLS
