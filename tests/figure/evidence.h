/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"
#include "rgm-scene.h"
#include "rgm-selection.h"

G_BEGIN_DECLS

RgmSelection        *evidence_select      (const char   *query);
RgmFigure           *evidence_make_figure (const char   *kind,
                                           const char   *query);
void                 evidence_set_text    (RgmFigure    *figure,
                                           const char   *key,
                                           const char   *text);
void                 evidence_set_number  (RgmFigure    *figure,
                                           const char   *key,
                                           double        number);
RgmScene            *evidence_lay_out     (RgmFigure    *figure,
                                           double        width,
                                           double        height);
const RgmSceneGroup *evidence_find_mark   (RgmScene     *scene,
                                           const char   *id);

G_END_DECLS
