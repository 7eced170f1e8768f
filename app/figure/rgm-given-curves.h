/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"

G_BEGIN_DECLS

/* Of a figure of survival curves, for rooms that see no statistics. */

gboolean rgm_figure_has_given_curves (RgmFigure *figure);

G_END_DECLS
