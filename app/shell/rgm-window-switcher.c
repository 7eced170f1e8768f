/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-window-switcher.h"

/* Room for the buttons on both sides of the header, in pixels. */
#define HEADER_SIDES 320

/* The switcher's own width depends on the views, the language and the text size. At its minimum
 * width, newer libadwaita leaves nothing of the names. */
static void
measure (RgmWindowSwitcher *self)
{
  gboolean is_compact = adw_view_switcher_get_policy (self->switcher) == ADW_VIEW_SWITCHER_POLICY_NARROW;

  gtk_widget_measure (GTK_WIDGET (self->switcher), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      is_compact ? &self->compact_width : &self->wide_width, NULL, NULL);
}

static RgmSwitcherForm
choose_form (const RgmWindowSwitcher *self,
             int                      width)
{
  if (width >= self->wide_width + HEADER_SIDES)
    return RGM_SWITCHER_WIDE;

  return width >= self->compact_width + HEADER_SIDES ? RGM_SWITCHER_COMPACT : RGM_SWITCHER_BELOW;
}

/**
 * rgm_window_switcher_fits:
 * @self: a switcher
 * @width: the width of the window in pixels
 *
 * Returns: %TRUE if the switcher has the form for that width. Otherwise call
 *   rgm_window_switcher_adapt() once the window has its size.
 */
gboolean
rgm_window_switcher_fits (RgmWindowSwitcher *self,
                          int                width)
{
  measure (self);

  return self->form == choose_form (self, width);
}

/**
 * rgm_window_switcher_adapt:
 * @self: a switcher
 * @width: the width of the window in pixels
 *
 * Gives the switcher the widest form for which there is room.
 */
void
rgm_window_switcher_adapt (RgmWindowSwitcher *self,
                           int                width)
{
  gboolean is_below;

  adw_view_switcher_set_policy (self->switcher, ADW_VIEW_SWITCHER_POLICY_WIDE);
  measure (self);
  if (choose_form (self, width) != RGM_SWITCHER_WIDE)
    {
      adw_view_switcher_set_policy (self->switcher, ADW_VIEW_SWITCHER_POLICY_NARROW);
      measure (self);
    }
  self->form = choose_form (self, width);
  is_below = self->form == RGM_SWITCHER_BELOW;

  gtk_stack_set_visible_child_name (self->title_stack, is_below ? "title" : "switcher");
  /* In the very middle, the buttons of one side would be reserved on the other too: a narrow window has no room for it. */
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (gtk_widget_get_ancestor (GTK_WIDGET (self->title_stack), ADW_TYPE_HEADER_BAR)),
                                       is_below ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  /* Its buttons are made when they are needed first. */
  if (is_below && adw_view_switcher_bar_get_stack (self->bar) == NULL)
    adw_view_switcher_bar_set_stack (self->bar, self->views);
  adw_view_switcher_bar_set_reveal (self->bar, is_below);
}
