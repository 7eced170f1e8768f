/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"

G_BEGIN_DECLS

void rgm_open_dialog_show (RgmWindow *window);

G_END_DECLS
