/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-digitisation.h"

G_BEGIN_DECLS

#define RGM_TYPE_AXIS_ROWS (rgm_axis_rows_get_type ())

/**
 * RgmAxisRows:
 *
 * The places of the axes in a picture, two on each: their values are typed, and a button says which one a click in the picture places.
 *
 * Emits "toggled" when another button is chosen, or none of them, and "answered" when Enter is pressed in a value.
 */
G_DECLARE_FINAL_TYPE (RgmAxisRows, rgm_axis_rows, RGM, AXIS_ROWS, AdwPreferencesGroup)

void        rgm_axis_rows_set_digitisation (RgmAxisRows     *self,
                                            RgmDigitisation *digitisation);
void        rgm_axis_rows_join             (RgmAxisRows     *self,
                                            GtkToggleButton *group);
gboolean    rgm_axis_rows_get_mark         (RgmAxisRows     *self,
                                            RgmPictureMark  *mark);
gboolean    rgm_axis_rows_go_on            (RgmAxisRows     *self);
const char *rgm_axis_rows_get_hint         (RgmAxisRows     *self);

G_END_DECLS
