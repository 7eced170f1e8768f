/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-theme.h"

/* The series' colours are Okabe and Ito's hues (Color Universal Design, 2008). Each is
 * darkened or lightened in each theme so that on the theme's surface a mark has a
 * contrast of 3:1 (4.5:1 in the contrast theme) and text of 4.5:1 (7:1), and so that
 * every two of them stay as far apart as can be, both to usual eyes and under each of
 * the three kinds of colour blindness. tests/scene/test-theme.c holds them to it. */
struct _RgmTheme
{
  double      line_weight;
  double      receded;
  guint32     inks[RGM_N_INKS];
  guint32     series_text[RGM_N_SERIES];
};

static const RgmTheme themes[RGM_N_THEMES] = {
  [RGM_THEME_LIGHT] = {
    .line_weight = 1,
    .receded = 0.45,
    .inks = {
      [RGM_INK_SURFACE] = 0xffffff,
      [RGM_INK_TEXT] = 0x1a1a1a,
      [RGM_INK_MUTED] = 0x5c5c5c,
      [RGM_INK_AXIS] = 0xb2b2b2,
      [RGM_INK_GRID] = 0xb2b2b2,
      [RGM_INK_BAND] = 0xe9eef5,
      [RGM_INK_HALO] = 0xc28400,
      [RGM_INK_POOLED] = 0x1a1a1a,
      [RGM_INK_REFERENCE] = 0x5c5c5c,
      [RGM_INK_CAVEAT] = 0x9a5b00,
      [RGM_INK_SERIES_1] = 0x0f4f8c,
      [RGM_INK_SERIES_2] = 0x009bd6,
      [RGM_INK_SERIES_3] = 0xcb4400,
      [RGM_INK_SERIES_4] = 0x2f835a,
      [RGM_INK_SERIES_5] = 0xbc7893,
      [RGM_INK_SERIES_6] = 0x515151,
      [RGM_INK_ACTIVE] = 0x2f4a63,
      [RGM_INK_ON_ACTIVE] = 0xffffff,
      [RGM_INK_IDLE] = 0x7c7c7c,
      [RGM_INK_BLOCKED] = 0x5c5c5c,
      [RGM_INK_BYPASS] = 0xcb4400,
      [RGM_INK_MEMBRANE] = 0x7e8d9d,
      [RGM_INK_ZONE_1] = 0xffffff,
      [RGM_INK_ZONE_2] = 0xf5f7fa,
      [RGM_INK_ZONE_3] = 0xeceff4,
    },
    .series_text = { 0x0f4f8c, 0x057eae, 0xcb4400, 0x2f835a, 0xa3627c, 0x515151 },
  },
  [RGM_THEME_DARK] = {
    .line_weight = 1,
    .receded = 0.45,
    .inks = {
      [RGM_INK_SURFACE] = 0x1e1e1e,
      [RGM_INK_TEXT] = 0xf2f2f2,
      [RGM_INK_MUTED] = 0xb4b4b4,
      [RGM_INK_AXIS] = 0x656565,
      [RGM_INK_GRID] = 0x656565,
      [RGM_INK_BAND] = 0x33393f,
      [RGM_INK_HALO] = 0xe69f00,
      [RGM_INK_POOLED] = 0xf2f2f2,
      [RGM_INK_REFERENCE] = 0xb4b4b4,
      [RGM_INK_CAVEAT] = 0xf5c04a,
      [RGM_INK_SERIES_1] = 0x4497ed,
      [RGM_INK_SERIES_2] = 0x8ddcff,
      [RGM_INK_SERIES_3] = 0xd85b0b,
      [RGM_INK_SERIES_4] = 0x298463,
      [RGM_INK_SERIES_5] = 0xa1648f,
      [RGM_INK_SERIES_6] = 0xa1a1a1,
      [RGM_INK_ACTIVE] = 0xbcd3ea,
      [RGM_INK_ON_ACTIVE] = 0x14202c,
      [RGM_INK_IDLE] = 0x8a8a8a,
      [RGM_INK_BLOCKED] = 0xb4b4b4,
      [RGM_INK_BYPASS] = 0xe4650f,
      [RGM_INK_MEMBRANE] = 0x8695a5,
      [RGM_INK_ZONE_1] = 0x1e1e1e,
      [RGM_INK_ZONE_2] = 0x23272c,
      [RGM_INK_ZONE_3] = 0x2a2f36,
    },
    .series_text = { 0x4497ed, 0x8ddcff, 0xde6016, 0x3d9573, 0xb0729e, 0xa1a1a1 },
  },
  [RGM_THEME_CONTRAST] = {
    .line_weight = 1.5,
    .receded = 1,
    .inks = {
      [RGM_INK_SURFACE] = 0xffffff,
      [RGM_INK_TEXT] = 0x000000,
      [RGM_INK_MUTED] = 0x333333,
      [RGM_INK_AXIS] = 0x707070,
      [RGM_INK_GRID] = 0x8c8c8c,
      [RGM_INK_BAND] = 0xd9e6f7,
      [RGM_INK_HALO] = 0xa06000,
      [RGM_INK_POOLED] = 0x000000,
      [RGM_INK_REFERENCE] = 0x333333,
      [RGM_INK_CAVEAT] = 0x7a4100,
      [RGM_INK_SERIES_1] = 0x003f77,
      [RGM_INK_SERIES_2] = 0x007dba,
      [RGM_INK_SERIES_3] = 0xc75202,
      [RGM_INK_SERIES_4] = 0x096d4b,
      [RGM_INK_SERIES_5] = 0xa26280,
      [RGM_INK_SERIES_6] = 0x3b3b3b,
      [RGM_INK_ACTIVE] = 0x10243a,
      [RGM_INK_ON_ACTIVE] = 0xffffff,
      [RGM_INK_IDLE] = 0x4d4d4d,
      [RGM_INK_BLOCKED] = 0x333333,
      [RGM_INK_BYPASS] = 0xb84a00,
      [RGM_INK_MEMBRANE] = 0x3d4d5e,
      [RGM_INK_ZONE_1] = 0xffffff,
      [RGM_INK_ZONE_2] = 0xf5f7fa,
      [RGM_INK_ZONE_3] = 0xe9edf2,
    },
    .series_text = { 0x003f77, 0x025d8b, 0x973c00, 0x046545, 0x814462, 0x3b3b3b },
  },
  [RGM_THEME_PRINT] = {
    .line_weight = 1,
    .receded = 0.45,
    .inks = {
      [RGM_INK_SURFACE] = 0xffffff,
      [RGM_INK_TEXT] = 0x000000,
      [RGM_INK_MUTED] = 0x4a4a4a,
      [RGM_INK_AXIS] = 0xaaaaaa,
      [RGM_INK_GRID] = 0xaaaaaa,
      [RGM_INK_BAND] = 0xf0f0f0,
      [RGM_INK_HALO] = 0xc28400,
      [RGM_INK_POOLED] = 0x000000,
      [RGM_INK_REFERENCE] = 0x4a4a4a,
      [RGM_INK_CAVEAT] = 0x7a4100,
      [RGM_INK_SERIES_1] = 0x0f4f8c,
      [RGM_INK_SERIES_2] = 0x009bd6,
      [RGM_INK_SERIES_3] = 0xcb4400,
      [RGM_INK_SERIES_4] = 0x2f835a,
      [RGM_INK_SERIES_5] = 0xbc7893,
      [RGM_INK_SERIES_6] = 0x515151,
      [RGM_INK_ACTIVE] = 0x2f4a63,
      [RGM_INK_ON_ACTIVE] = 0xffffff,
      [RGM_INK_IDLE] = 0x6e6e6e,
      [RGM_INK_BLOCKED] = 0x4a4a4a,
      [RGM_INK_BYPASS] = 0xcb4400,
      [RGM_INK_MEMBRANE] = 0x71808f,
      [RGM_INK_ZONE_1] = 0xffffff,
      [RGM_INK_ZONE_2] = 0xffffff,
      [RGM_INK_ZONE_3] = 0xf5f6f8,
    },
    .series_text = { 0x0f4f8c, 0x057eae, 0xcb4400, 0x2f835a, 0xa3627c, 0x515151 },
  },
};

static const RgmEnumTerm kinds[] = {
  RGM_ENUM_TERM (RGM_THEME_LIGHT, "light", N_("Light")),
  RGM_ENUM_TERM (RGM_THEME_DARK, "dark", N_("Dark")),
  RGM_ENUM_TERM (RGM_THEME_CONTRAST, "contrast", N_("High contrast")),
  RGM_ENUM_TERM (RGM_THEME_PRINT, "print", N_("For print")),
};

RGM_DEFINE_ENUM (RgmThemeKind, rgm_theme_kind, NULL, kinds)

static RgmColor
unpack (guint32 value)
{
  return (RgmColor) {
    ((value >> 16) & 0xff) / 255.0,
    ((value >> 8) & 0xff) / 255.0,
    (value & 0xff) / 255.0,
  };
}

/**
 * rgm_theme_get:
 * @kind: which
 *
 * Returns: (transfer none): the theme; it lives as long as the program
 */
const RgmTheme *
rgm_theme_get (RgmThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < RGM_N_THEMES, &themes[RGM_THEME_LIGHT]);

  return &themes[kind];
}

/**
 * rgm_theme_get_color:
 * @self: a theme
 * @ink: an ink, not %RGM_INK_NONE
 *
 * Returns: the colour of areas, lines and marks in @ink
 */
RgmColor
rgm_theme_get_color (const RgmTheme *self,
                     RgmInk          ink)
{
  g_return_val_if_fail (ink > RGM_INK_NONE && (guint) ink < RGM_N_INKS, unpack (0));

  return unpack (self->inks[ink]);
}

/**
 * rgm_theme_get_text_color:
 * @self: a theme
 * @ink: an ink, not %RGM_INK_NONE
 *
 * Text needs more contrast than a mark does.
 *
 * Returns: the colour of text in @ink
 */
RgmColor
rgm_theme_get_text_color (const RgmTheme *self,
                          RgmInk          ink)
{
  if (ink >= RGM_INK_SERIES_1 && ink <= RGM_INK_SERIES_6)
    return unpack (self->series_text[ink - RGM_INK_SERIES_1]);

  return rgm_theme_get_color (self, ink);
}

/**
 * rgm_theme_get_line_weight:
 * @self: a theme
 *
 * Returns: by how much lines are wider than a scene has them
 */
double
rgm_theme_get_line_weight (const RgmTheme *self)
{
  return self->line_weight;
}

/**
 * rgm_theme_get_receded:
 * @self: a theme
 *
 * Returns: how much of its colour is left to what steps back behind a selection, from 0
 *   to 1; all of it where contrast is what the theme is for
 */
double
rgm_theme_get_receded (const RgmTheme *self)
{
  return self->receded;
}

/**
 * rgm_color_mix:
 * @a: a colour
 * @b: another
 * @part_of_b: from 0 for @a to 1 for @b
 *
 * Returns: a colour between the two
 */
RgmColor
rgm_color_mix (const RgmColor *a,
               const RgmColor *b,
               double          part_of_b)
{
  return (RgmColor) {
    a->red + (b->red - a->red) * part_of_b,
    a->green + (b->green - a->green) * part_of_b,
    a->blue + (b->blue - a->blue) * part_of_b,
  };
}
