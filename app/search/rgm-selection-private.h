/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-selection.h"

G_BEGIN_DECLS

void rgm_selection_refresh      (RgmSelection *self);
void rgm_selection_follow_notes (RgmSelection *self);

G_END_DECLS
