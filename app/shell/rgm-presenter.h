/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-selection.h"
#include "rgm-story.h"

G_BEGIN_DECLS

void     rgm_presenter_start       (GtkWindow    *parent,
                                    RgmStory     *story,
                                    RgmSelection *like,
                                    guint         slide,
                                    gboolean      in_window);
gboolean rgm_presenter_is_running  (void);
gboolean rgm_presenter_is_inhibiting
                                   (void);

G_END_DECLS
