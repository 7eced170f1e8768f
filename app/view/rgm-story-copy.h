/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-story-show.h"

G_BEGIN_DECLS

char *rgm_story_copy_slide (RgmStoryShow *show,
                            guint         index,
                            GtkWidget    *widget);

G_END_DECLS
