/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RgmPresenterCommand:
 *
 * What a key does while something is presented.
 */
typedef enum
{
  RGM_PRESENTER_NOTHING,
  RGM_PRESENTER_FORWARD,
  RGM_PRESENTER_BACK,
  RGM_PRESENTER_FIRST,
  RGM_PRESENTER_LAST,
  RGM_PRESENTER_BLACK,
  RGM_PRESENTER_WHITE,
  RGM_PRESENTER_FREEZE,
  RGM_PRESENTER_SPOTLIGHT,
  RGM_PRESENTER_NEXT_MARK,
  RGM_PRESENTER_PREVIOUS_MARK,
  RGM_PRESENTER_NEXT_ENTRY,
  RGM_PRESENTER_PREVIOUS_ENTRY,
  RGM_PRESENTER_REFERENCE_UP,
  RGM_PRESENTER_REFERENCE_DOWN,
  RGM_PRESENTER_ALTERATIONS,
  RGM_PRESENTER_OVERVIEW,
  RGM_PRESENTER_SWAP,
  RGM_PRESENTER_FULLSCREEN,
  RGM_PRESENTER_TIMER,
  RGM_PRESENTER_RESET_TIMER,
  RGM_PRESENTER_LARGER_NOTES,
  RGM_PRESENTER_SMALLER_NOTES,
  RGM_PRESENTER_HELP,
  RGM_PRESENTER_LEAVE,
} RgmPresenterCommand;

/**
 * RgmPresenterKey:
 * @command: what the keys do
 * @keys: their symbols, up to the first 0
 * @modifiers: what is held with them
 * @shown: the keys as people read them
 * @help: what they do, to be translated
 *
 * Keys that do the same.
 */
typedef struct
{
  RgmPresenterCommand command;
  guint               keys[9];
  GdkModifierType     modifiers;
  const char         *shown;
  const char         *help;
} RgmPresenterKey;

const RgmPresenterKey *rgm_presenter_keys_get  (guint           *n_keys);
RgmPresenterCommand    rgm_presenter_keys_find (guint            keyval,
                                                GdkModifierType  state);

G_END_DECLS
