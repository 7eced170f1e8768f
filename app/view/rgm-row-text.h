/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_ROW_TEXT (rgm_row_text_get_type ())
G_DECLARE_FINAL_TYPE (RgmRowText, rgm_row_text, RGM, ROW_TEXT, GtkWidget)

GtkWidget  *rgm_row_text_new            (float          xalign,
                                         gboolean       breaks_words);
void        rgm_row_text_set_text       (RgmRowText    *self,
                                         const char    *text);
const char *rgm_row_text_get_text       (RgmRowText    *self);
void        rgm_row_text_set_attributes (RgmRowText    *self,
                                         PangoAttrList *attributes);

G_END_DECLS
