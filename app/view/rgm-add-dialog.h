/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

/**
 * RgmAddedFunc:
 * @path: the path of the record that was added
 * @data: what was given with the function
 */
typedef void (*RgmAddedFunc) (const char *path,
                              gpointer    data);

void rgm_add_dialog_show (GtkWindow      *parent,
                          RgmWindowState *window_state,
                          const char     *list_path,
                          RgmAddedFunc    added,
                          GObject        *owner);

G_END_DECLS
