/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-workspace.h"

G_BEGIN_DECLS

/**
 * RgmPage:
 * @id: its name in actions and settings
 * @title: its title, to be translated
 * @icon: its icon
 * @create: makes it, for a workspace; (transfer floating)
 *
 * A view of the window.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  GtkWidget *(*create) (RgmWorkspace *workspace);
} RgmPage;

const RgmPage *rgm_pages_get  (guint      *n_pages);
const RgmPage *rgm_pages_find (const char *id);

G_END_DECLS
