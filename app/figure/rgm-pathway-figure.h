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
 * alterations, what is on and what is off.
 */
G_DECLARE_FINAL_TYPE (RgmPathwayFigure, rgm_pathway_figure, RGM, PATHWAY_FIGURE, RgmFigure)

/**
 * RgmPathwayOptions:
 * @agents: (nullable): ids of the agents that are given
 * @alterations: (nullable): ids of the alterations that the tumour has
 * @conditions: (nullable): ids of the conditions; %NULL for the usual ones
 *
 * Ids that the data set doesn't have are passed over.
 */
typedef struct
{
  char **agents;
  char **alterations;
  char **conditions;
} RgmPathwayOptions;

RgmSignal *rgm_pathway_figure_get_signal (RgmPathwayFigure *self);

G_END_DECLS
