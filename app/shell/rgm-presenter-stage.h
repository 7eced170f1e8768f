/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-presentation.h"

G_BEGIN_DECLS

#define RGM_TYPE_PRESENTER_STAGE (rgm_presenter_stage_get_type ())

/**
 * RgmPresenterStage:
 *
 * The window that the audience sees: the slide and nothing else.
 */
G_DECLARE_FINAL_TYPE (RgmPresenterStage, rgm_presenter_stage, RGM, PRESENTER_STAGE, AdwWindow)

GtkWidget *rgm_presenter_stage_new              (RgmPresentation   *presentation);
void       rgm_presenter_stage_set_panel        (RgmPresenterStage *self,
                                                 GtkWidget         *panel);
void       rgm_presenter_stage_toggle_spotlight (RgmPresenterStage *self);
gboolean   rgm_presenter_stage_has_spotlight    (RgmPresenterStage *self);
const char *rgm_presenter_stage_describe        (RgmPresenterStage *self);
void       rgm_presenter_stage_set_hint         (RgmPresenterStage *self,
                                                 const char        *hint);

G_END_DECLS
