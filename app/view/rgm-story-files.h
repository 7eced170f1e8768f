/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-story-document.h"

G_BEGIN_DECLS

void  rgm_story_files_install  (GtkWidgetClass   *widget_class);
char *rgm_story_files_describe (RgmStoryDocument *document);

G_END_DECLS
