/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"

G_BEGIN_DECLS

RgmFigure *rgm_figure_new        (const char   *kind,
                                  RgmSelection *selection);
char     **rgm_figure_list_kinds (void);

G_END_DECLS
