/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmStrength:
 *
 * The strength of an effect.
 */
typedef enum
{
  RGM_STRENGTH_NONE,
  RGM_STRENGTH_WEAK,
  RGM_STRENGTH_FULL,
} RgmStrength;

/**
 * RgmSignalEffect:
 * @effect: what it is about
 * @strength: its strength
 * @because: why, in words
 */
typedef struct
{
  const RgmEffect *effect;
  RgmStrength      strength;
  char            *because;
} RgmSignalEffect;

RgmSignalEffect *rgm_signal_weigh     (RgmPathway      *pathway,
                                       GPtrArray       *alterations,
                                       const RgmEffect *effect);
const char      *rgm_strength_to_nick (RgmStrength      strength);

G_END_DECLS
