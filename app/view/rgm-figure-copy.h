/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

gboolean      rgm_figure_copy      (RgmFigure   *figure,
                                    const char  *title,
                                    GtkWidget   *widget,
                                    GError     **error);
const char   *rgm_figure_family    (GtkWidget   *widget);
RgmDirection  rgm_figure_direction (GtkWidget   *widget);

G_END_DECLS
