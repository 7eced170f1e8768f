/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-outcome.h"
#include "rgm-regimen.h"

G_BEGIN_DECLS

#define RGM_TYPE_ARM (rgm_arm_get_type ())

/**
 * RgmArm:
 *
 * One treated group of a trial.
 */
G_DECLARE_FINAL_TYPE (RgmArm, rgm_arm, RGM, ARM, GObject)

/**
 * RgmArmParts:
 *
 * What a #RgmArm is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   outcomes: of #RgmOutcome
 *   subgroups: of #RgmSubgroup
 *   safety: of #RgmFact
 *   places: of #RgmPlace
 */
typedef struct
{
  const char   *id;
  const char   *label;
  const char   *class_id;
  RgmRegimen   *regimen;
  const char   *dose;
  gint64        n;
  GPtrArray    *outcomes;
  GPtrArray    *subgroups;
  GPtrArray    *safety;
  GPtrArray    *places;
} RgmArmParts;

RgmArm *rgm_arm_new (const RgmArmParts *parts);

const char *rgm_arm_get_id        (RgmArm     *self);
const char *rgm_arm_get_label     (RgmArm     *self);
const char *rgm_arm_get_class     (RgmArm     *self);
RgmRegimen *rgm_arm_get_regimen   (RgmArm     *self);
const char *rgm_arm_get_dose      (RgmArm     *self);
gint64      rgm_arm_get_n         (RgmArm     *self);
GPtrArray  *rgm_arm_get_outcomes  (RgmArm     *self);
RgmOutcome *rgm_arm_get_outcome   (RgmArm     *self,
                                   const char *endpoint);
GPtrArray  *rgm_arm_get_subgroups (RgmArm     *self);
GPtrArray  *rgm_arm_get_safety    (RgmArm     *self);
GPtrArray  *rgm_arm_get_places    (RgmArm     *self);

G_END_DECLS
