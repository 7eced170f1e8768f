/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-scene.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

char *rgm_scene_to_svg (RgmScene       *self,
                        const RgmTheme *theme);

G_END_DECLS
