/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-agent.h"

G_BEGIN_DECLS

#define RGM_TYPE_REGIMEN (rgm_regimen_get_type ())

#define RGM_TYPE_DOSING (rgm_dosing_get_type ())

/* How an agent is given in a regimen. */
typedef struct
{
  const char *agent;        /* the id of an agent */
  const char *dose;         /* '5.4 mg/kg' */
  const char *schedule;     /* 'every 3 weeks' */
  GPtrArray  *citations;
} RgmDosing;

RGM_DECLARE_VALUE (RgmDosing, rgm_dosing)

/**
 * RgmRegimen:
 *
 * Agents that are given together.
 */
G_DECLARE_FINAL_TYPE (RgmRegimen, rgm_regimen, RGM, REGIMEN, RgmRecord)

struct _RgmRegimen
{
  RgmRecord    parent_instance;

  const char  *id;
  const char  *name;
  char       **synonyms;
  GPtrArray   *agents;       /* of RgmAgent */
  GPtrArray   *dosing;       /* of RgmDosing */
  GPtrArray   *regulatory;   /* of RgmRegulatoryStep */
  GPtrArray   *outcomes;     /* of RgmOutcome: published estimates over several trials */
  GPtrArray   *citations;
};

extern const RgmDescription rgm_regimen_description;

G_END_DECLS
