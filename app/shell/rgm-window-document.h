/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

void rgm_window_document_install (GtkWidgetClass *widget_class);
void rgm_window_document_watch   (RgmWindow      *window,
                                  GMenu          *menu);
void rgm_window_document_opened  (RgmWindow      *window,
                                  GFile          *file);
void rgm_window_show_form        (RgmWindow      *window,
                                  const char     *id);

G_END_DECLS
