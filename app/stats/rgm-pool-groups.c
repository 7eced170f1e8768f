/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pool.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "rgm-gsl.h"
#include "rgm-pool-private.h"

/**
 * rgm_pool_leave_one_out:
 * @arms: (array length=k): the arms
 * @k: how many
 * @options: how they are pooled
 * @results: (out caller-allocates) (array length=k): for each arm the answer without it
 *
 * Pools all arms but one, leaving out each in turn.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_ARMS if @k is 0; %RGM_REASON_RANGE if an
 *   argument is outside its range
 */
RgmReason
rgm_pool_leave_one_out (const RgmPoolArm     *arms,
                        gsize                 k,
                        const RgmPoolOptions *options,
                        RgmPoolResult        *results)
{
  g_autofree RgmPoolArm *others = g_new (RgmPoolArm, MAX (k, 1));

  if (k == 0)
    return RGM_REASON_NO_ARMS;

  for (gsize i = 0; i < k; i++)
    results[i] = rgm_pool_no_result (k - 1, RGM_REASON_RANGE);
  if (!rgm_pool_check (arms, k, options))
    return RGM_REASON_RANGE;

  for (gsize i = 0; i < k; i++)
    {
      memcpy (others, arms, i * sizeof *arms);
      memcpy (others + i, arms + i + 1, (k - i - 1) * sizeof *arms);
      rgm_pool (others, k - 1, options, &results[i], NULL);
    }

  return RGM_REASON_NONE;
}

/* Q of the groups' logits, each with the standard error that it is shown with. */
static void
compare_groups (const RgmPoolResult *results,
                gsize                n_groups,
                RgmPoolBetween      *between)
{
  double weight = 0.0, mean = 0.0, q = 0.0;

  *between = (RgmPoolBetween) { NAN, n_groups > 0 ? n_groups - 1 : 0, NAN, RGM_REASON_NONE };
  if (n_groups < 2)
    {
      between->reason = RGM_REASON_ONE_GROUP;
      return;
    }

  for (gsize g = 0; g < n_groups; g++)
    {
      double w = 1.0 / (results[g].se * results[g].se);

      if (results[g].estimate_reason != RGM_REASON_NONE)
        {
          between->reason = RGM_REASON_GROUP;
          return;
        }
      weight += w;
      mean += w * results[g].logit;
    }
  mean /= weight;

  for (gsize g = 0; g < n_groups; g++)
    {
      double z = (results[g].logit - mean) / results[g].se;

      q += z * z;
    }

  between->q = q;
  between->p = gsl_cdf_chisq_Q (q, (double) between->df);
}

/**
 * rgm_pool_groups:
 * @arms: (array length=k): the arms
 * @groups: (array length=k): each arm's group, from 0 and below @n_groups
 * @k: how many arms
 * @n_groups: how many groups
 * @options: how they are pooled
 * @results: (out caller-allocates) (array length=n_groups): each group's answer, with a
 *   tau² of its own
 * @between: (out caller-allocates): the test between groups
 *
 * Pools the arms of each group, and compares the groups: Q of their logits about their
 * mean by inverse variance, chi² with a degree of freedom less than groups. Borenstein
 * and others, Introduction to Meta-Analysis, chapter 19; as R's meta does for subgroups
 * under the random effects model with separate tau². The test is exploratory.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_ARMS if @k is 0; %RGM_REASON_RANGE if an
 *   argument is outside its range
 */
RgmReason
rgm_pool_groups (const RgmPoolArm     *arms,
                 const gsize          *groups,
                 gsize                 k,
                 gsize                 n_groups,
                 const RgmPoolOptions *options,
                 RgmPoolResult        *results,
                 RgmPoolBetween       *between)
{
  g_autofree RgmPoolArm *members = g_new (RgmPoolArm, MAX (k, 1));
  RgmReason reason = k == 0 ? RGM_REASON_NO_ARMS : RGM_REASON_NONE;

  for (gsize i = 0; i < k; i++)
    if (groups[i] >= n_groups)
      reason = RGM_REASON_RANGE;
  if (!rgm_pool_check (arms, k, options))
    reason = RGM_REASON_RANGE;

  *between = (RgmPoolBetween) { NAN, n_groups > 0 ? n_groups - 1 : 0, NAN, reason };
  for (gsize g = 0; g < n_groups; g++)
    results[g] = rgm_pool_no_result (0, reason);
  if (reason != RGM_REASON_NONE)
    return reason;

  rgm_gsl_init ();
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize n = 0;

      for (gsize i = 0; i < k; i++)
        if (groups[i] == g)
          members[n++] = arms[i];
      rgm_pool (members, n, options, &results[g], NULL);
    }
  compare_groups (results, n_groups, between);

  return RGM_REASON_NONE;
}
