/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-deck.h"

G_BEGIN_DECLS

/**
 * RgmSlidesFill:
 * @deck: a deck without slides
 * @data: what was given with it
 *
 * Adds what is exported to a deck.
 */
typedef void (*RgmSlidesFill) (RgmDeck  *deck,
                               gpointer  data);

void rgm_slides_dialog_show (GtkWidget      *widget,
                             const char     *title,
                             const char     *remark,
                             RgmSlidesFill   fill,
                             gpointer        data,
                             GDestroyNotify  free_data);

G_END_DECLS
