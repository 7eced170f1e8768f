/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"

G_BEGIN_DECLS

gboolean rgm_window_story_open   (RgmWindow *window,
                                  GFile     *file);
void     rgm_window_story_opened (RgmWindow *window);

G_END_DECLS
