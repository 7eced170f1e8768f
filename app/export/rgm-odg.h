/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-scene.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

GBytes *rgm_odg_write (RgmScene       *scene,
                       const RgmTheme *theme,
                       gboolean        with_page,
                       GError        **error);

G_END_DECLS
