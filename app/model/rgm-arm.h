/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-outcome.h"
#include "rgm-regimen.h"

G_BEGIN_DECLS

#define RGM_TYPE_ARM (rgm_arm_get_type ())

/**
 * RgmArm:
 *
 * One treated group of a trial.
 */
G_DECLARE_FINAL_TYPE (RgmArm, rgm_arm, RGM, ARM, RgmRecord)

struct _RgmArm
{
  RgmRecord    parent_instance;

  const char  *id;
  const char  *label;
  const char  *class_id;    /* that the source lists it in */
  RgmRegimen  *regimen;
  gboolean     comparator;  /* whether the other arms are compared with it */
  const char  *dose;
  gint64       n;           /* -1 where unknown */
  GPtrArray   *outcomes;    /* of RgmOutcome */
  GPtrArray   *curves;      /* of RgmPublishedCurve */
  GPtrArray   *subgroups;   /* of RgmSubgroup */
  GPtrArray   *safety;      /* of RgmFact */
  GPtrArray   *citations;
};

extern const RgmDescription rgm_arm_description;

RgmOutcome *rgm_arm_get_outcome (RgmArm     *self,
                                 const char *endpoint);

G_END_DECLS
