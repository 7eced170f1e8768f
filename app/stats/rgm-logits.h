/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pool-result.h"

G_BEGIN_DECLS

/**
 * RgmLogits:
 * @k: the number of arms, at least 1
 * @y: their logits
 * @v: the variances of these
 *
 * What the inverse variance models pool. Arms with nobody or everybody responding have
 * 1/2 added to both counts, and no others.
 */
typedef struct
{
  gsize k;
  double *y;
  double *v;
} RgmLogits;

void   rgm_logits_init          (RgmLogits        *self,
                                 const RgmPoolArm *arms,
                                 gsize             k);
void   rgm_logits_clear         (RgmLogits        *self);
double rgm_logits_mean          (const RgmLogits  *self,
                                 double            tau2,
                                 double           *weight);
double rgm_logits_q             (const RgmLogits  *self,
                                 double            tau2);
double rgm_logits_typical       (const RgmLogits  *self);
double rgm_logits_tau2          (const RgmLogits  *self,
                                 RgmPoolModel      model);
double rgm_logits_tau2_with_q   (const RgmLogits  *self,
                                 double            q);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RgmLogits, rgm_logits_clear)

G_END_DECLS
