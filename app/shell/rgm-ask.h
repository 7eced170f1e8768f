/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwMessageDialog *rgm_ask_new      (GtkWindow  *window,
                                    const char *heading,
                                    const char *body);
AdwMessageDialog *rgm_ask_save_new (GtkWindow  *window,
                                    const char *heading,
                                    const char *body);
gboolean          rgm_ask_dialogs  (GtkWindow  *window);

G_END_DECLS
