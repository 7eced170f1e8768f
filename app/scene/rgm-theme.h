/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"
#include "rgm-ink.h"

G_BEGIN_DECLS

/**
 * RgmColor:
 *
 * An opaque colour in sRGB, each part from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} RgmColor;

/**
 * RgmThemeKind:
 * @RGM_THEME_LIGHT: dark on white
 * @RGM_THEME_DARK: light on near black
 * @RGM_THEME_CONTRAST: black on white, everything as strong as it can be
 * @RGM_THEME_PRINT: for paper: little ink in grounds
 *
 * The themes that there are.
 */
typedef enum
{
  RGM_THEME_LIGHT,
  RGM_THEME_DARK,
  RGM_THEME_CONTRAST,
  RGM_THEME_PRINT,
} RgmThemeKind;

#define RGM_N_THEMES (RGM_THEME_PRINT + 1)

/**
 * RgmTheme:
 *
 * The colours of every ink. The only place where a colour has a value. Themes are
 * constants: nobody frees them.
 */
typedef struct _RgmTheme RgmTheme;

#define RGM_TYPE_THEME_KIND (rgm_theme_kind_get_type ())

GType           rgm_theme_kind_get_type   (void) G_GNUC_CONST;
const RgmTheme *rgm_theme_get             (RgmThemeKind    kind);
RgmColor        rgm_theme_get_color       (const RgmTheme *self,
                                           RgmInk          ink);
RgmColor        rgm_theme_get_text_color  (const RgmTheme *self,
                                           RgmInk          ink);
double          rgm_theme_get_line_weight (const RgmTheme *self);
double          rgm_theme_get_receded     (const RgmTheme *self);
RgmColor        rgm_color_mix             (const RgmColor *a,
                                           const RgmColor *b,
                                           double          part_of_b);

G_END_DECLS
