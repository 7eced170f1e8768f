/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-scene.h"

G_BEGIN_DECLS

guint     rgm_story_count_steps (RgmScene *scene);
gboolean *rgm_story_veil_steps  (RgmScene *scene,
                                 guint     n_shown);

G_END_DECLS
