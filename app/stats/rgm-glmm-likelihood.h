/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-taylor.h"
#include "rgm-pool-result.h"

G_BEGIN_DECLS

/**
 * RgmGlmmLikelihood:
 *
 * The likelihood of the random-effects logistic model, given the arms: of the logit of a
 * typical arm, b, and the standard deviation of the arms' logits, t.
 */
typedef struct _RgmGlmmLikelihood RgmGlmmLikelihood;

RgmGlmmLikelihood *rgm_glmm_likelihood_new       (const RgmPoolArm        *arms,
                                                  gsize                    k);
void               rgm_glmm_likelihood_free      (RgmGlmmLikelihood       *self);
RgmTaylor          rgm_glmm_likelihood_at        (const RgmGlmmLikelihood *self,
                                                  double                   b,
                                                  double                   t);
RgmTaylor          rgm_glmm_likelihood_slopes_at (const RgmGlmmLikelihood *self,
                                                  double                   b,
                                                  double                   t);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmGlmmLikelihood, rgm_glmm_likelihood_free)

G_END_DECLS
