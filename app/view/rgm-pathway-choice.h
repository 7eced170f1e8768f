/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"

G_BEGIN_DECLS

char **rgm_pathway_choose_alterations (RgmFigure           *figure,
                                       const char * const  *chosen);

G_END_DECLS
