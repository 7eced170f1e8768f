/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-window-switcher.h"

/* Room for the buttons on both sides of the header, in pixels, and for those on the side of the file's name. */
#define HEADER_SIDES 320
#define HEADER_START 130

/* What a long name of a file is shortened to before it goes under the title, in pixels. */
#define SHORT_ORIGIN 120

static gboolean
has_origin (const RgmWindowSwitcher *self)
{
  return *gtk_label_get_text (self->origin) != '\0';
}

/* The switcher's own width depends on the views, the language and the text size. At its minimum
 * width, newer libadwaita leaves nothing of the names. */
static void
measure (RgmWindowSwitcher *self)
{
  gboolean is_compact = adw_view_switcher_get_policy (self->switcher) == ADW_VIEW_SWITCHER_POLICY_NARROW;

  gtk_widget_measure (GTK_WIDGET (self->switcher), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      is_compact ? &self->compact_width : &self->wide_width, NULL, NULL);
  if (!has_origin (self))
    self->origin_width = 0;
  else if (gtk_widget_get_visible (GTK_WIDGET (self->origin)))
    gtk_widget_measure (GTK_WIDGET (self->origin), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &self->origin_width, NULL, NULL);
}

/* What the switcher, in the very middle, leaves to both sides where @origin of the file's name is shown. */
static int
get_sides (int origin)
{
  return origin > 0 ? MAX (HEADER_SIDES, 2 * (HEADER_START + origin)) : HEADER_SIDES;
}

static RgmSwitcherForm
choose_form (const RgmWindowSwitcher *self,
             int                      width)
{
  if (width >= self->wide_width + get_sides (self->origin_width))
    return RGM_SWITCHER_WIDE;

  return width >= self->compact_width + get_sides (MIN (self->origin_width, SHORT_ORIGIN)) ? RGM_SWITCHER_COMPACT : RGM_SWITCHER_BELOW;
}

/**
 * rgm_window_switcher_show_origin:
 * @self: a switcher
 *
 * Shows the name of the open file beside the switcher. Where the views are below, it stands under the title instead.
 */
void
rgm_window_switcher_show_origin (RgmWindowSwitcher *self)
{
  /* What is hidden has no width. */
  gtk_widget_set_visible (GTK_WIDGET (self->origin), has_origin (self));
  measure (self);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), has_origin (self) && self->form != RGM_SWITCHER_BELOW);
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

  gtk_widget_set_visible (GTK_WIDGET (self->origin), has_origin (self));
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
  rgm_window_switcher_show_origin (self);
  /* In the very middle, the buttons of one side would be reserved on the other too: a narrow window has no room for it. */
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (gtk_widget_get_ancestor (GTK_WIDGET (self->title_stack), ADW_TYPE_HEADER_BAR)),
                                       is_below ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  /* Its buttons are made when they are needed first. */
  if (is_below && adw_view_switcher_bar_get_stack (self->bar) == NULL)
    adw_view_switcher_bar_set_stack (self->bar, self->views);
  adw_view_switcher_bar_set_reveal (self->bar, is_below);
}
