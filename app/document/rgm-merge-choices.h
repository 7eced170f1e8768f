/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmMergeChoices:
 *
 * What a person decides about a merge: which trials and which changes are taken, and which
 * proposed trial is one that the data set has. Without a decision the preset holds.
 */
typedef struct _RgmMergeChoices RgmMergeChoices;

RgmMergeChoices *rgm_merge_choices_new       (void);
void             rgm_merge_choices_free      (RgmMergeChoices       *self);
void             rgm_merge_choices_set_taken (RgmMergeChoices       *self,
                                              const char            *trial,
                                              const char            *unit,
                                              gboolean               is_taken);
gboolean         rgm_merge_choices_is_taken  (const RgmMergeChoices *self,
                                              const char            *trial,
                                              const char            *unit,
                                              gboolean               preset);
void             rgm_merge_choices_join      (RgmMergeChoices       *self,
                                              const char            *proposed,
                                              const char            *known);
const char      *rgm_merge_choices_get_joined
                                             (const RgmMergeChoices *self,
                                              const char            *proposed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmMergeChoices, rgm_merge_choices_free)

G_END_DECLS
