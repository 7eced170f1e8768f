/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

void rgm_figure_save (RgmFigure  *figure,
                      GtkWidget *widget);

G_END_DECLS
