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

const char *rgm_regimen_get_id         (RgmRegimen *self);
const char *rgm_regimen_get_name       (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_agents     (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_regulatory (RgmRegimen *self);
GPtrArray  *rgm_regimen_get_outcomes   (RgmRegimen *self);

G_END_DECLS
