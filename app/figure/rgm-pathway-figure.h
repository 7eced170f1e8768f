/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"

G_BEGIN_DECLS

/* Of the room analysis, which not everybody who shows a figure sees. */
typedef struct _RgmSignal RgmSignal;

#define RGM_TYPE_PATHWAY_FIGURE (rgm_pathway_figure_get_type ())

/**
 * RgmPathwayFigure:
 *
 * The pathway of a data set as a diagram: where agents act, and, under some agents and
 * alterations, what is on and what is off. Ids that the pathway doesn't have are left out.
 */
G_DECLARE_FINAL_TYPE (RgmPathwayFigure, rgm_pathway_figure, RGM, PATHWAY_FIGURE, RgmFigure)

RgmPathwayFigure   *rgm_pathway_figure_new             (void);
RgmSignal          *rgm_pathway_figure_get_signal      (RgmPathwayFigure   *self);
const char * const *rgm_pathway_figure_get_agents      (RgmPathwayFigure   *self);
void                rgm_pathway_figure_set_agents      (RgmPathwayFigure   *self,
                                                        const char * const *agents);
const char * const *rgm_pathway_figure_get_alterations (RgmPathwayFigure   *self);
void                rgm_pathway_figure_set_alterations (RgmPathwayFigure   *self,
                                                        const char * const *alterations);
const char * const *rgm_pathway_figure_get_conditions  (RgmPathwayFigure   *self);
void                rgm_pathway_figure_set_conditions  (RgmPathwayFigure   *self,
                                                        const char * const *conditions);

G_END_DECLS
