/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"

G_BEGIN_DECLS

void rgm_what_changed_install  (GtkWidgetClass *widget_class);
void rgm_what_changed_remember (RgmWindow      *window);
void rgm_what_changed_notice   (RgmWindow      *window);

G_END_DECLS
