/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RgmSwitcherForm:
 * @RGM_SWITCHER_WIDE: in the header, names beside icons
 * @RGM_SWITCHER_COMPACT: in the header, names below icons
 * @RGM_SWITCHER_BELOW: in a bar below the view
 *
 * How a window offers its views.
 */
typedef enum
{
  RGM_SWITCHER_WIDE,
  RGM_SWITCHER_COMPACT,
  RGM_SWITCHER_BELOW,
} RgmSwitcherForm;

/**
 * RgmWindowSwitcher:
 * @views: the views
 * @title_stack: the switcher, or the name of the view, in the header
 * @switcher: the switcher in the header
 * @bar: the one below the view
 * @origin: the name of the open file in the header
 * @form: the current form
 * @wide_width: the natural width of the wide form in pixels, as last measured
 * @compact_width: the natural width of the compact form in pixels, as last measured
 * @origin_width: the natural width of the name of the file in pixels, as last measured; 0 without one
 *
 * The switcher of a window's views, in the form for which there is room. Widgets are not owned.
 */
typedef struct
{
  AdwViewStack       *views;
  GtkStack           *title_stack;
  AdwViewSwitcher    *switcher;
  AdwViewSwitcherBar *bar;
  GtkLabel           *origin;

  RgmSwitcherForm     form;
  int                 wide_width;
  int                 compact_width;
  int                 origin_width;
} RgmWindowSwitcher;

void     rgm_window_switcher_show_origin
                                   (RgmWindowSwitcher *self);
gboolean rgm_window_switcher_fits  (RgmWindowSwitcher *self,
                                    int                width);
void     rgm_window_switcher_adapt (RgmWindowSwitcher *self,
                                    int                width);

G_END_DECLS
