/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmTextFlaw:
 * @RGM_TEXT_GOOD: none
 * @RGM_TEXT_BLANK: there is nothing to see in it
 * @RGM_TEXT_CONTROL: a control character other than tab and line feed, or a code point that is no character
 * @RGM_TEXT_DIRECTION: a change of the writing direction that isn't closed, or that stands inside another
 *
 * What is wrong with a text.
 */
typedef enum
{
  RGM_TEXT_GOOD,
  RGM_TEXT_BLANK,
  RGM_TEXT_CONTROL,
  RGM_TEXT_DIRECTION,
} RgmTextFlaw;

RgmTextFlaw rgm_text_find_flaw    (const char *text);
gboolean    rgm_text_is_barred    (gunichar    c);
gboolean    rgm_text_is_direction (gunichar    c);
char       *rgm_text_clean        (const char *text);
char       *rgm_text_escape       (const char *text);

G_END_DECLS
