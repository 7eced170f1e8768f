/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"
#include "rgm-regimen.h"

G_BEGIN_DECLS

/**
 * RgmPathwayRegimen:
 * @regimen: a regimen
 * @trials: (element-type RgmTrial): the patient's trials that give it
 * @text: what it blocks at the alterations that are shown, as sentences
 *
 * A regimen of the patient's trials, on the pathway.
 */
typedef struct
{
  RgmRegimen *regimen;
  GPtrArray  *trials;
  char       *text;
} RgmPathwayRegimen;

GPtrArray *rgm_pathway_list_regimens (RgmFigure *figure,
                                      gboolean  *fits);

G_END_DECLS
