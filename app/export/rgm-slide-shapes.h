/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-scene-item.h"
#include "rgm-scene.h"
#include "rgm-theme.h"
#include "rgm-xml.h"
#include "rgm-zip.h"

G_BEGIN_DECLS

/* Internal to export: shared by the writers of shapes. */

gboolean  rgm_shapes_is_flat            (RgmSceneRole        role);
gboolean  rgm_shapes_holds_only_texts   (const RgmSceneItem *items,
                                         guint               begin,
                                         guint               end);
gboolean  rgm_shapes_is_continued       (const RgmSceneItem *items,
                                         guint               index,
                                         guint               end);
RgmRect   rgm_shapes_get_text_box       (const RgmSceneItem *items,
                                         guint               first,
                                         guint               end,
                                         double             *line);
guint     rgm_path_step_count_points    (const RgmPathStep  *step);
RgmRect   rgm_path_get_box              (const RgmPathStep  *steps,
                                         guint               n_steps);
char     *rgm_shapes_format_color       (RgmColor            color);
gboolean  rgm_shapes_add_part           (RgmZip             *zip,
                                         const char         *name,
                                         RgmXml             *xml,
                                         GError            **error);

G_END_DECLS
