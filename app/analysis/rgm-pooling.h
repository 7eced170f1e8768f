/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-pooled-rate.h"
#include "rgm-pooling-options.h"
#include "rgm-response.h"

G_BEGIN_DECLS

/**
 * RGM_POOLING_MIXED:
 *
 * The group of arms that the source lists in no class of its own.
 */
#define RGM_POOLING_MIXED "mixed"

/**
 * RgmPoolingGroup:
 * @key: the id of the class or the regimen, or %RGM_POOLING_MIXED
 * @label: its name where the arms know it, for a regimen; else the key
 * @arms: how many arms it has
 * @rate: the result of pooling them
 */
typedef struct
{
  const char    *key;
  const char    *label;
  guint          arms;
  RgmPooledRate  rate;
} RgmPoolingGroup;

/**
 * RgmPooledBetween:
 * @q: Q of the groups' estimates
 * @df: its degrees of freedom
 * @p: its p value
 * @why_not: (nullable): why @q and @p are NAN, or %NULL
 * @note: a sentence without which none of it is shown: it is exploratory
 *
 * The test between groups. It is made only where each of them has at least %RGM_POOLING_MIN_ARMS
 * arms: fewer have no variance of their own, and the test would compare single trials.
 */
typedef struct
{
  double      q;
  gsize       df;
  double      p;
  const char *why_not;
  const char *note;
} RgmPooledBetween;

/**
 * RgmPooling:
 *
 * Pooled response rates: every number of a forest plot, and the sentences that go with it. Immutable.
 */
typedef struct _RgmPooling RgmPooling;

RgmPooling              *rgm_pooling_new               (GPtrArray               *responses,
                                                        const RgmPoolingOptions *options);
gboolean                 rgm_pooling_is_of             (const RgmPooling        *self,
                                                        GPtrArray               *responses,
                                                        const RgmPoolingOptions *options);
void                     rgm_pooling_unref             (RgmPooling              *self);
const RgmPoolingOptions *rgm_pooling_get_options       (const RgmPooling        *self);
guint                    rgm_pooling_get_n_arms        (const RgmPooling        *self);
const RgmResponse       *rgm_pooling_get_response      (const RgmPooling        *self,
                                                        guint                    arm);
double                   rgm_pooling_get_weight        (const RgmPooling        *self,
                                                        guint                    arm);
const RgmPooledRate     *rgm_pooling_get_overall       (const RgmPooling        *self);
guint                    rgm_pooling_get_n_groups      (const RgmPooling        *self);
const RgmPoolingGroup   *rgm_pooling_get_group         (const RgmPooling        *self,
                                                        guint                    group);
const RgmPooledBetween  *rgm_pooling_get_between       (const RgmPooling        *self);
const RgmPooledRate     *rgm_pooling_get_leave_one_out (const RgmPooling        *self,
                                                        guint                    arm);
const char              *rgm_pooling_get_method        (const RgmPooling        *self);
const char              *rgm_pooling_get_caveat        (const RgmPooling        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPooling, rgm_pooling_unref)

G_END_DECLS
