/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_AGENT (rgm_agent_get_type ())

/**
 * RgmAgent:
 *
 * A drug, antibody or cell product.
 */
G_DECLARE_FINAL_TYPE (RgmAgent, rgm_agent, RGM, AGENT, RgmRecord)

struct _RgmAgent
{
  RgmRecord    parent_instance;

  const char  *id;
  const char  *name;
  char       **synonyms;
  const char  *class_id;
  const char  *group;        /* what it is listed under if it has no class */
  GPtrArray   *targets;      /* of RgmTarget */
  const char  *mechanism;
  const char  *payload;
  const char  *linker;
  const char  *selectivity;
  GPtrArray   *facts;        /* of RgmFact */
  GPtrArray   *regulatory;   /* of RgmRegulatoryStep */
  GPtrArray   *citations;
};

extern const RgmDescription rgm_agent_description;

G_END_DECLS
