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
