/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-difference.h"
#include "rgm-merge-choices.h"

G_BEGIN_DECLS

/**
 * RgmChangedRecord:
 * @id: the id of a trial; for another record its list, a slash and its id
 * @changes: (element-type RgmFieldChange): what differs
 */
typedef struct
{
  char      *id;
  GPtrArray *changes;
} RgmChangedRecord;

/**
 * RgmLikelyDuplicate:
 * @proposed: the id of a proposed trial
 * @known: the id of a trial of the merged data set that may be the same one
 * @is_new: whether that one is new, too
 *
 * Two trials of one name that share no registration.
 */
typedef struct
{
  char     *proposed;
  char     *known;
  gboolean  is_new;
} RgmLikelyDuplicate;

/**
 * RgmMerge:
 * @result: (nullable): the merged data set; %NULL after a comparison
 * @added: (element-type utf8): ids of the trials that are new
 * @changed: (element-type RgmChangedRecord): what has changed
 * @joined: (element-type RgmChangedRecord): of the trials that are new, what further records of them say
 * @same: (element-type utf8): ids of the trials that are the same in both
 * @gone: (element-type utf8): ids of the trials that are only in the older one
 * @offered: (element-type utf8): the proposed ids of the trials that are new, and of new sources
 *   with "sources/" before them, whether they are taken or not
 * @duplicates: (element-type RgmLikelyDuplicate): trials that may be known ones, or each other
 *
 * What came of putting two data sets beside each other.
 */
typedef struct
{
  RgmDataSet *result;
  GPtrArray  *added;
  GPtrArray  *changed;
  GPtrArray  *joined;
  GPtrArray  *same;
  GPtrArray  *gone;
  GPtrArray  *offered;
  GPtrArray  *duplicates;
} RgmMerge;

RgmMerge *rgm_merge_new     (RgmDataSet            *base,
                             RgmDataSet            *proposed,
                             const RgmMergeChoices *choices);
RgmMerge *rgm_merge_compare (RgmDataSet            *old_set,
                             RgmDataSet            *new_set);
char     *rgm_merge_find_mistaken
                            (RgmDataSet            *base,
                             RgmDataSet            *proposed);
void      rgm_merge_free    (RgmMerge              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmMerge, rgm_merge_free)

G_END_DECLS
