/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"

G_BEGIN_DECLS

void rgm_let_in       (RgmWindow *window,
                       GFile     *file);
void rgm_let_in_drops (RgmWindow *window);

G_END_DECLS
