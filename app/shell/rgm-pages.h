/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include <adwaita.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

/**
 * RgmPage:
 * @id: its name in actions and settings
 * @title: its title, to be translated
 * @icon: its icon
 * @help: the help topic about it
 * @create: makes it, for a window’s state; (transfer floating)
 *
 * A view of the window.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  const char *help;
  GtkWidget *(*create) (RgmWindowState *window_state);
} RgmPage;

void           rgm_pages_add  (AdwViewStack *stack);
const RgmPage *rgm_pages_find (const char   *id);
void           rgm_pages_follow_patient
                              (AdwViewStack *stack,
                               RgmSelection *selection);

G_END_DECLS
