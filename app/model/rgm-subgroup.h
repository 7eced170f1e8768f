/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-outcome.h"

G_BEGIN_DECLS

#define RGM_TYPE_SUBGROUP (rgm_subgroup_get_type ())

/**
 * RgmSubgroup:
 *
 * Some of an arm's patients; never an arm of its own.
 */
G_DECLARE_FINAL_TYPE (RgmSubgroup, rgm_subgroup, RGM, SUBGROUP, GObject)

/**
 * RgmSubgroupParts:
 *
 * What a #RgmSubgroup is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   outcomes: of #RgmOutcome
 */
typedef struct
{
  const char   *label;
  gint64        n;
  GPtrArray    *outcomes;
} RgmSubgroupParts;

RgmSubgroup *rgm_subgroup_new (const RgmSubgroupParts *parts);

const char *rgm_subgroup_get_label    (RgmSubgroup *self);
gint64      rgm_subgroup_get_n        (RgmSubgroup *self);
GPtrArray  *rgm_subgroup_get_outcomes (RgmSubgroup *self);

G_END_DECLS
