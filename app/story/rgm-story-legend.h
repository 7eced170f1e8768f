/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-scene.h"

G_BEGIN_DECLS

guint     rgm_story_legend_get_size   (RgmScene *scene);
gboolean  rgm_story_legend_pick       (RgmScene *scene,
                                       double    x,
                                       double    y,
                                       guint    *entry);
char    **rgm_story_legend_find_marks (RgmScene *scene,
                                       guint     entry);

G_END_DECLS
