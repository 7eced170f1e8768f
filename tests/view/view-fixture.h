/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

void          view_fixture_init      (void);
RgmWindowState *view_fixture_window_state (void);
GtkWidget    *view_fixture_page      (const char   *id,
                                      RgmWindowState *window_state);
void          view_fixture_settle    (void);
GtkWidget    *view_fixture_find      (GtkWidget    *root,
                                      GType         type,
                                      const char   *text);

G_END_DECLS
