/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-agent.h"
#include "rgm-outcome.h"

G_BEGIN_DECLS

#define RGM_TYPE_REGIMEN (rgm_regimen_get_type ())

/**
 * RgmRegimen:
 *
 * The agents that are given together.
 */
G_DECLARE_FINAL_TYPE (RgmRegimen, rgm_regimen, RGM, REGIMEN, GObject)

/**
 * RgmRegimenParts:
 *
 * What a #RgmRegimen is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   agents: of #RgmAgent
 *   regulatory: of #RgmRegulatoryStep
 *   outcomes: of #RgmOutcome
 *   places: of #RgmPlace
 */
typedef struct
{
  const char   *id;
  const char   *name;
  GPtrArray    *agents;
  GPtrArray    *regulatory;
  GPtrArray    *outcomes;
  GPtrArray    *places;
} RgmRegimenParts;

RgmRegimen *rgm_regimen_new (const RgmRegimenParts *parts);

const char *rgm_regimen_get_id         (RgmRegimen *self);
const char *rgm_regimen_get_name       (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_agents     (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_regulatory (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_outcomes   (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_places     (RgmRegimen *self);

G_END_DECLS
