/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-presentation.h"

G_BEGIN_DECLS

/**
 * RgmPresenterPanelKind:
 * @RGM_PRESENTER_PANEL_NONE: closed
 * @RGM_PRESENTER_PANEL_OVERVIEW: all slides, to choose one
 * @RGM_PRESENTER_PANEL_ALTERATIONS: the alterations of the pathway on the slide
 * @RGM_PRESENTER_PANEL_HELP: what keys do
 *
 * What a panel holds.
 */
typedef enum
{
  RGM_PRESENTER_PANEL_NONE,
  RGM_PRESENTER_PANEL_OVERVIEW,
  RGM_PRESENTER_PANEL_ALTERATIONS,
  RGM_PRESENTER_PANEL_HELP,
} RgmPresenterPanelKind;

#define RGM_TYPE_PRESENTER_PANEL (rgm_presenter_panel_get_type ())

/**
 * RgmPresenterPanel:
 *
 * What the speaker looks up or sets between two slides, over the speaker's own window.
 */
G_DECLARE_FINAL_TYPE (RgmPresenterPanel, rgm_presenter_panel, RGM, PRESENTER_PANEL, AdwBin)

GtkWidget *rgm_presenter_panel_new     (RgmPresentation       *presentation);
void       rgm_presenter_panel_toggle  (RgmPresenterPanel     *self,
                                        RgmPresenterPanelKind  kind);
gboolean   rgm_presenter_panel_is_open (RgmPresenterPanel     *self);

G_END_DECLS
