/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-slide.h"
#include "rgm-xml.h"

G_BEGIN_DECLS

void rgm_pptx_write_shapes (RgmXml          *xml,
                            const RgmSlides *slides,
                            const RgmSlide  *slide,
                            GPtrArray       *links);

G_END_DECLS
