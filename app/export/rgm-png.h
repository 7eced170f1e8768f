/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "rgm-scene.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

GBytes *rgm_png_from_scene   (RgmScene         *scene,
                              const RgmTheme   *theme,
                              double            scale,
                              int               width,
                              int               height,
                              GError          **error);

G_END_DECLS
