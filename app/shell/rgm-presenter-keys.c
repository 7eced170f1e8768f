/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-presenter-keys.h"

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)

/* What presenters know from other programs, and what clickers send: Page Up and Down, F5, Escape,
 * 'b' and '.'. */
static const RgmPresenterKey keys[] = {
  { RGM_PRESENTER_FORWARD, { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_n, GDK_KEY_KP_Page_Down },
    0, "→ ↓ Page Down Space Enter N", N_ ("Forward; so does a click") },
  { RGM_PRESENTER_BACK, { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Page_Up, GDK_KEY_BackSpace, GDK_KEY_p, GDK_KEY_KP_Page_Up },
    0, "← ↑ Page Up Backspace P", N_ ("Back; so does a click with the right button") },
  { RGM_PRESENTER_FIRST, { GDK_KEY_Home }, 0, "Home", N_ ("First slide") },
  { RGM_PRESENTER_LAST, { GDK_KEY_End }, 0, "End", N_ ("Last slide") },
  { RGM_PRESENTER_NOTHING, { 0 }, 0, "1…9 Enter", N_ ("The slide of that number") },
  { RGM_PRESENTER_OVERVIEW, { GDK_KEY_Tab }, 0, "Tab", N_ ("Overview of the slides") },
  { RGM_PRESENTER_BLACK, { GDK_KEY_b, GDK_KEY_period, GDK_KEY_KP_Decimal }, 0, "B .", N_ ("Black screen") },
  { RGM_PRESENTER_WHITE, { GDK_KEY_w, GDK_KEY_comma }, 0, "W ,", N_ ("White screen") },
  { RGM_PRESENTER_FREEZE, { GDK_KEY_f }, 0, "F", N_ ("Freeze what the audience sees") },
  { RGM_PRESENTER_SPOTLIGHT, { GDK_KEY_l }, 0, "L", N_ ("Pointer as a spotlight") },
  { RGM_PRESENTER_NEXT_MARK, { GDK_KEY_m }, 0, "M", N_ ("Emphasise the next row, curve or point; so does a click on it") },
  { RGM_PRESENTER_PREVIOUS_MARK, { GDK_KEY_m }, GDK_SHIFT_MASK, "Shift+M", N_ ("Emphasise the one before") },
  { RGM_PRESENTER_NEXT_ENTRY, { GDK_KEY_g }, 0, "G", N_ ("Emphasise the next entry of the legend; so does a click on it") },
  { RGM_PRESENTER_PREVIOUS_ENTRY, { GDK_KEY_g }, GDK_SHIFT_MASK, "Shift+G", N_ ("Emphasise the entry before") },
  { RGM_PRESENTER_REFERENCE_UP, { GDK_KEY_Right }, GDK_SHIFT_MASK, "Shift+→", N_ ("Move the reference line up; it can also be dragged") },
  { RGM_PRESENTER_REFERENCE_DOWN, { GDK_KEY_Left }, GDK_SHIFT_MASK, "Shift+←", N_ ("Move the reference line down") },
  { RGM_PRESENTER_ALTERATIONS, { GDK_KEY_a }, 0, "A", N_ ("Alterations of the pathway") },
  { RGM_PRESENTER_SWAP, { GDK_KEY_s }, 0, "S", N_ ("Swap the screens") },
  { RGM_PRESENTER_FULLSCREEN, { GDK_KEY_F11 }, 0, "F11", N_ ("Slides on the whole screen or in a window, as for a video call") },
  { RGM_PRESENTER_TIMER, { GDK_KEY_t }, 0, "T", N_ ("Start or pause the timer") },
  { RGM_PRESENTER_RESET_TIMER, { GDK_KEY_t }, GDK_SHIFT_MASK, "Shift+T", N_ ("Reset the timer") },
  { RGM_PRESENTER_LARGER_NOTES, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, GDK_CONTROL_MASK, "Ctrl++", N_ ("Larger notes") },
  { RGM_PRESENTER_SMALLER_NOTES, { GDK_KEY_minus, GDK_KEY_KP_Subtract }, GDK_CONTROL_MASK, "Ctrl+−", N_ ("Smaller notes") },
  { RGM_PRESENTER_HELP, { GDK_KEY_question, GDK_KEY_F1 }, 0, "? F1", N_ ("This help") },
  { RGM_PRESENTER_LEAVE, { GDK_KEY_Escape }, 0, "Escape", N_ ("Leave what was switched on last, then end the presentation") },
};

/**
 * rgm_presenter_keys_get:
 * @n_keys: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_keys): what keys do, in the order of the help
 */
const RgmPresenterKey *
rgm_presenter_keys_get (guint *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);

  return keys;
}

/* Whether the key is pressed with these modifiers: a sign that needs Shift on some keyboards, such as '?', is what it is. */
static gboolean
has_modifiers (guint           keyval,
               GdkModifierType wanted,
               GdkModifierType state)
{
  gboolean is_sign = keyval < 0x100 && !g_unichar_isalpha (gdk_keyval_to_unicode (keyval)) && keyval != GDK_KEY_space;
  GdkModifierType held = state & MODIFIERS;

  if (is_sign)
    held &= ~GDK_SHIFT_MASK;

  return held == wanted;
}

/**
 * rgm_presenter_keys_find:
 * @keyval: a key
 * @state: what is held with it
 *
 * Returns: what it does
 */
RgmPresenterCommand
rgm_presenter_keys_find (guint           keyval,
                         GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (keyval);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys[i].keys) && keys[i].keys[j] != 0; j++)
      if (keys[i].keys[j] == lower && has_modifiers (lower, keys[i].modifiers, state))
        return keys[i].command;

  return RGM_PRESENTER_NOTHING;
}
