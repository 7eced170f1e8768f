/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-ink.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

#define RGM_TYPE_CLASS_MARK (rgm_class_mark_get_type ())
G_DECLARE_FINAL_TYPE (RgmClassMark, rgm_class_mark, RGM, CLASS_MARK, GtkWidget)

GtkWidget      *rgm_class_mark_new        (RgmSeries     series);
void            rgm_class_mark_set_series (RgmClassMark *self,
                                           RgmSeries     series);
const RgmTheme *rgm_widget_theme          (void);

G_END_DECLS
