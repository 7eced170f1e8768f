/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "rgm-text-measure.h"

G_BEGIN_DECLS

/* Private to the room: how text is set with Pango, the same when it is measured and
 * when it is drawn. */

PangoContext  *rgm_pango_text_context (void);
PangoAttrList *rgm_pango_text_attributes
                                      (void);
PangoLayout   *rgm_pango_text_layout  (PangoContext   *context,
                                       const char     *family,
                                       double          size,
                                       RgmWeight       weight,
                                       PangoAttrList  *attributes);

G_END_DECLS
