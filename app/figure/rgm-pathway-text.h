/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-figure.h"
#include "rgm-signal.h"

G_BEGIN_DECLS

/* Private to the room: what a figure of a pathway says. */

void      rgm_pathway_text_fill       (RgmDataSet           *data_set,
                                        RgmSignal            *signal,
                                        RgmFrame       *words);
RgmTable *rgm_pathway_text_make_table (RgmDataSet           *data_set,
                                        RgmSignal            *signal);
char     *rgm_pathway_describe_node    (RgmDataSet           *data_set,
                                        RgmSignal            *signal,
                                        const RgmSignalNode  *node);
char     *rgm_pathway_describe_edge    (RgmSignal            *signal,
                                        const RgmPathwayEdge *edge);
char     *rgm_pathway_describe_action  (RgmDataSet           *data_set,
                                        RgmSignal            *signal,
                                        const RgmAction      *action);
char     *rgm_pathway_describe_effects (RgmDataSet           *data_set,
                                        RgmSignal            *signal);
char     *rgm_pathway_caption          (RgmDataSet           *data_set,
                                        RgmSignal            *signal,
                                        const char           *node);

G_END_DECLS
