/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-signal-effect.h"

G_BEGIN_DECLS

#define RGM_TYPE_SIGNAL (rgm_signal_get_type ())

/**
 * RgmSignal:
 *
 * What of a pathway is on and what is off under agents and alterations, and why. It is
 * what published statements say taken together, in rules that are written down in
 * `rgm-signal-run.h`: a teaching model. It predicts nothing for a patient, and a signal
 * that is blocked is not a response. Immutable.
 */
G_DECLARE_FINAL_TYPE (RgmSignal, rgm_signal, RGM, SIGNAL, GObject)

/* Ends the chain of reasons of what is constitutively active. */
#define RGM_SIGNAL_BASAL "basal"

/**
 * RgmSignalNode:
 * @node: what it is about
 * @active: whether it is on
 * @bypass: whether it is on only because an alteration goes round what agents block
 * @blocked_by: (array zero-terminated=1): where it is off and would be on without agents, the ids of those that act on the way of the
 *   signal to it
 * @because: (array zero-terminated=1): where it is on, the ids of nodes from which the signal comes, backwards, and at the end that of
 *   the alteration, condition or agent that it starts from, or RGM_SIGNAL_BASAL for what is constitutively active
 * @reason: (nullable): where it is off and no agent is to blame, why, as a sentence
 * @acting: (array zero-terminated=1): ids of the given agents that act right here
 * @step: the step of the signal's way in which it comes on, from 1; 0 where it is off
 */
typedef struct
{
  const RgmPathwayNode  *node;
  gboolean               active;
  gboolean               bypass;
  char                 **blocked_by;
  char                 **because;
  char                  *reason;
  char                 **acting;
  guint                  step;
} RgmSignalNode;

RgmSignal           *rgm_signal_new             (RgmDataSet         *data_set,
                                                 const char *const  *agents,
                                                 const char *const  *alterations,
                                                 const char *const  *conditions,
                                                 GError            **error);

gboolean             rgm_signal_check           (RgmDataSet         *data_set,
                                                 const char *const  *agents,
                                                 const char *const  *alterations,
                                                 const char *const  *conditions,
                                                 GError            **error);
RgmPathway          *rgm_signal_get_pathway     (RgmSignal          *self);
char               **rgm_signal_get_agents      (RgmSignal          *self);
char               **rgm_signal_get_alterations (RgmSignal          *self);
char               **rgm_signal_get_conditions  (RgmSignal          *self);
GPtrArray           *rgm_signal_get_nodes       (RgmSignal          *self);
const RgmSignalNode *rgm_signal_find_node       (RgmSignal          *self,
                                                 const char         *id);
GPtrArray           *rgm_signal_get_effects     (RgmSignal          *self);
gboolean             rgm_signal_is_lane_active  (RgmSignal          *self,
                                                 const RgmLane      *lane);
gboolean             rgm_signal_is_edge_cut     (RgmSignal          *self,
                                                 const char         *id);
gboolean             rgm_signal_is_edge_active  (RgmSignal          *self,
                                                 const char         *id);

G_END_DECLS
