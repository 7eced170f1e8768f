/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-scene.h"

G_BEGIN_DECLS

#define RGM_TYPE_SLIDE_VIEW (rgm_slide_view_get_type ())

/**
 * RgmSlideView:
 *
 * A slide as large as its place allows, in the middle of it. It is found out what to draw when it
 * is drawn first: of a hundred slides in a list, only those in sight are laid out.
 */
G_DECLARE_FINAL_TYPE (RgmSlideView, rgm_slide_view, RGM, SLIDE_VIEW, GtkWidget)

/**
 * RgmSlideFunc:
 * @user_data: what rgm_slide_view_set_source() was given
 *
 * Returns: (transfer none) (nullable): the scene to draw; %NULL for none
 */
typedef RgmScene *(*RgmSlideFunc) (gpointer user_data);

GtkWidget *rgm_slide_view_new            (void);
void       rgm_slide_view_set_source     (RgmSlideView       *self,
                                          RgmSlideFunc        source,
                                          gpointer            user_data);
void       rgm_slide_view_set_scene      (RgmSlideView       *self,
                                          RgmScene           *scene);
void       rgm_slide_view_set_steps      (RgmSlideView       *self,
                                          gboolean           *veiled,
                                          double              steps);
void       rgm_slide_view_set_emphasised (RgmSlideView       *self,
                                          const char * const *names);
void       rgm_slide_view_set_width      (RgmSlideView       *self,
                                          int                 width);
gboolean   rgm_slide_view_to_scene       (RgmSlideView       *self,
                                          double              x,
                                          double              y,
                                          RgmPoint           *point);

G_END_DECLS
