/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-selection.h"

G_BEGIN_DECLS

char *rgm_figure_text_origin (RgmSelection *selection);

G_END_DECLS
