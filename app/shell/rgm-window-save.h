/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-window.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

/* How a window's document is saved, and given up. */

RgmDocument      *rgm_window_get_document      (RgmWindow   *window);
char             *rgm_window_get_document_name (RgmDocument *document);
void              rgm_window_leave_field       (RgmWindow   *window);
void              rgm_window_show_refused      (RgmWindow   *window);
gboolean          rgm_window_save_to           (RgmWindow   *window,
                                                GFile       *file,
                                                const char  *etag,
                                                GError     **error);
gboolean          rgm_window_save_from         (RgmWindow   *window,
                                                GFile       *file);
gboolean          rgm_window_document_close    (RgmWindow   *window);
void              rgm_window_document_closed   (RgmWindow   *window);

void              rgm_window_save_action       (GtkWidget   *widget,
                                                const char  *name,
                                                GVariant    *parameter);
void              rgm_window_revert_action     (GtkWidget   *widget,
                                                const char  *name,
                                                GVariant    *parameter);

G_END_DECLS
