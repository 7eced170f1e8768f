/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"
#include "rgm-layout.h"
#include "rgm-paper.h"

G_BEGIN_DECLS

#define RGM_TYPE_FIGURE_PAPER (rgm_figure_paper_get_type ())
G_DECLARE_FINAL_TYPE (RgmFigurePaper, rgm_figure_paper, RGM, FIGURE_PAPER, RgmPaper)

RgmPaper *rgm_figure_paper_new       (RgmFigure       *figure,
                                      const RgmLayout *layout,
                                      const RgmTheme  *theme);
RgmPaper *rgm_figure_paper_new_print (RgmFigure       *figure,
                                      const char      *family,
                                      RgmDirection     direction);

G_END_DECLS
