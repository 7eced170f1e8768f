/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_FIGURE_MARK (rgm_figure_mark_get_type ())
G_DECLARE_FINAL_TYPE (RgmFigureMark, rgm_figure_mark, RGM, FIGURE_MARK, GtkWidget)

GtkWidget *rgm_figure_mark_new       (guint          index,
                                      const char    *sentence);
guint      rgm_figure_mark_get_index (RgmFigureMark *self);

G_END_DECLS
