/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-digitised-curve.h"

G_BEGIN_DECLS

/**
 * RgmDigitiseResult:
 * @corners: (nullable) (element-type RgmDigitisedPoint): the curve of the patients that are rebuilt, in the scale of the points given:
 *   the places where it turns
 * @report: how well it fits, and what is to be known of it, sentences; or why there is none
 *
 * A curve that is rebuilt while it is digitised.
 */
typedef struct
{
  GArray *corners;
  char   *report;
} RgmDigitiseResult;

void               rgm_digitise_rebuild_async  (RgmDigitisedCurve    *curve,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
RgmDigitiseResult *rgm_digitise_rebuild_finish (GAsyncResult         *result);
void               rgm_digitise_result_free    (RgmDigitiseResult    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmDigitiseResult, rgm_digitise_result_free)

G_END_DECLS
