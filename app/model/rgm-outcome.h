/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-estimate.h"
#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_OUTCOME (rgm_outcome_get_type ())

/**
 * RgmOutcome:
 *
 * The result of an arm, or a subgroup of it, for one endpoint.
 */
G_DECLARE_FINAL_TYPE (RgmOutcome, rgm_outcome, RGM, OUTCOME, RgmRecord)

struct _RgmOutcome
{
  RgmRecord     parent_instance;

  const char   *endpoint;     /* the id of an endpoint */
  RgmEstimate   estimate;     /* a rate is in percent */
  gint64        responders;   /* -1 where unknown */
  gint64        analysed;     /* -1 where unknown */
  char        **derived;      /* what was computed, not published: 'responders', 'analysed', 'value' */
  char        **notes;
  GPtrArray    *citations;
};

extern const RgmDescription rgm_outcome_description;

gboolean rgm_outcome_is_derived (RgmOutcome *self,
                                 const char *key);

G_END_DECLS
