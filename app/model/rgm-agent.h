/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RGM_TYPE_AGENT (rgm_agent_get_type ())

/**
 * RgmAgent:
 *
 * A drug, antibody or cell product.
 */
G_DECLARE_FINAL_TYPE (RgmAgent, rgm_agent, RGM, AGENT, GObject)

/**
 * RgmAgentParts:
 *
 * What a #RgmAgent is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   targets: of #RgmTarget
 *   facts: of #RgmFact
 *   regulatory: of #RgmRegulatoryStep
 *   places: of #RgmPlace
 */
typedef struct
{
  const char   *id;
  const char   *name;
  char        **synonyms;
  const char   *class_id;
  const char   *group;
  GPtrArray    *targets;
  const char   *mechanism;
  const char   *payload;
  const char   *linker;
  const char   *selectivity;
  GPtrArray    *facts;
  GPtrArray    *regulatory;
  GPtrArray    *places;
} RgmAgentParts;

RgmAgent *rgm_agent_new (const RgmAgentParts *parts);

const char *rgm_agent_get_id          (RgmAgent *self);
const char *rgm_agent_get_name        (RgmAgent *self);
char      **rgm_agent_get_synonyms    (RgmAgent *self);
const char *rgm_agent_get_class       (RgmAgent *self);
const char *rgm_agent_get_group       (RgmAgent *self);
GPtrArray  *rgm_agent_get_targets     (RgmAgent *self);
const char *rgm_agent_get_mechanism   (RgmAgent *self);
const char *rgm_agent_get_payload     (RgmAgent *self);
const char *rgm_agent_get_linker      (RgmAgent *self);
const char *rgm_agent_get_selectivity (RgmAgent *self);
GPtrArray  *rgm_agent_get_facts       (RgmAgent *self);
GPtrArray  *rgm_agent_get_regulatory  (RgmAgent *self);
GPtrArray  *rgm_agent_get_places      (RgmAgent *self);

G_END_DECLS
