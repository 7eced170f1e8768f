/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-token-pool.h"

G_BEGIN_DECLS

/* A trial that contains a token, or a token that a trial contains, with the best tier among the texts that contain it. */
#define POSTING(number, tier) ((guint32) (number) << 2 | (guint32) (tier))
#define POSTING_NUMBER(posting) ((posting) >> 2)
#define POSTING_TIER(posting) ((guint8) ((posting) & 3))

/**
 * RgmIndexTexts:
 *
 * The words of each trial of a data set, as tokens. An index hands them on to the index of the next revision, which reads only the
 * trials that changed. To be used in one thread at a time.
 */
typedef struct _RgmIndexTexts RgmIndexTexts;

/**
 * RgmTrialTokens:
 * @postings: (array length=n_postings): the trial's tokens, each once, with their tiers
 * @shared: (array length=n_shared): the numbers of the texts of it that other trials share
 */
typedef struct
{
  guint32 *postings;
  guint    n_postings;
  guint32 *shared;
  guint    n_shared;
} RgmTrialTokens;

RgmIndexTexts        *rgm_index_texts_new           (void);
RgmIndexTexts        *rgm_index_texts_ref           (RgmIndexTexts *self);
void                  rgm_index_texts_unref         (RgmIndexTexts *self);
void                  rgm_index_texts_read          (RgmIndexTexts *self,
                                                     RgmDataSet    *data_set);
const RgmTrialTokens *rgm_index_texts_get           (RgmIndexTexts *self,
                                                     RgmTrial      *trial);
RgmTokenPool         *rgm_index_texts_get_tokens    (RgmIndexTexts *self);
guint32              *rgm_index_texts_sort          (RgmIndexTexts *self,
                                                     guint         *n_tokens);
void                  rgm_index_texts_add_compounds (RgmIndexTexts *self,
                                                     GHashTable    *compounds);
gboolean              rgm_index_texts_is_worn       (RgmIndexTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmIndexTexts, rgm_index_texts_unref)

G_END_DECLS
