/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

gboolean    rgm_figure_copy   (RgmFigure  *figure,
                               GtkWidget  *widget,
                               GError    **error);
const char *rgm_figure_family (GtkWidget  *widget);

G_END_DECLS
