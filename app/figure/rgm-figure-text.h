/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-frame.h"
#include "rgm-ink.h"
#include "rgm-plot.h"
#include "rgm-figure-arms.h"

G_BEGIN_DECLS

/* Private to the room: what all figures of arms say alike. */

char      *rgm_figure_text_caveat  (const GArray          *arms);
char      *rgm_figure_text_citations (RgmDataSet          *data_set,
                                     GPtrArray             *lists,
                                     guint                  most,
                                     char                 **more);
void       rgm_figure_text_cite    (RgmFrame              *frame,
                                     RgmDataSet            *data_set,
                                     GPtrArray             *lists);
void       rgm_figure_text_cite_outcomes
                                    (RgmFrame              *frame,
                                     RgmDataSet            *data_set,
                                     GPtrArray             *outcomes);
guint      rgm_figure_count_trials  (const GArray          *arms);
const char *
           rgm_figure_text_left_out (void);
char      *rgm_figure_name_arm      (RgmDataSet            *data_set,
                                     const RgmFigureArm    *arm);
const char *
           rgm_figure_get_detail    (const RgmFigureArm    *arm);
char      *rgm_figure_mark_text     (const char            *text,
                                     const RgmFigureArm    *arm,
                                     const char * const    *endpoints);
char      *rgm_figure_add_remarks   (const char            *sentence,
                                     const RgmFigureArm    *arm,
                                     const char * const    *endpoints);
void       rgm_figure_text_remarks  (RgmFrame              *frame,
                                     const GArray          *arms,
                                     const char * const    *endpoints);
GArray    *rgm_figure_get_legend    (RgmDataSet            *data_set,
                                     const GArray          *arms);

G_END_DECLS
