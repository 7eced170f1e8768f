/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-workspace.h"

G_BEGIN_DECLS

GtkWidget *rgm_response_page_new (RgmWorkspace *workspace);

G_END_DECLS
