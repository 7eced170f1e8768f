/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-outcome.h"

G_BEGIN_DECLS

#define RGM_TYPE_SUBGROUP (rgm_subgroup_get_type ())

/**
 * RgmSubgroup:
 *
 * Some of an arm's patients; never an arm of its own.
 */
G_DECLARE_FINAL_TYPE (RgmSubgroup, rgm_subgroup, RGM, SUBGROUP, RgmRecord)

struct _RgmSubgroup
{
  RgmRecord    parent_instance;

  const char  *label;
  gint64       n;          /* -1 where unknown */
  GPtrArray   *outcomes;   /* of RgmOutcome */
};

extern const RgmDescription rgm_subgroup_description;

G_END_DECLS
