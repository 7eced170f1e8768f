/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RGM_TYPE_MESSAGES (rgm_messages_get_type ())
G_DECLARE_FINAL_TYPE (RgmMessages, rgm_messages, RGM, MESSAGES, GtkWidget)

void rgm_messages_show (RgmMessages *self,
                        const char  *text,
                        gboolean     stays);

void rgm_messages_install
                       (GtkWidgetClass *window_class);

G_END_DECLS
