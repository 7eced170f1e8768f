/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-merge.h"
#include "rgm-source.h"

G_BEGIN_DECLS

/* The lists of the merged data set while they are made: those of the base, and what the
 * trials that are taken refer to. */
typedef struct
{
  RgmDataSet *proposed;
  const RgmMergeChoices *choices;  /* may be NULL */
  GPtrArray  *sources;
  GPtrArray  *endpoints;
  GPtrArray  *classes;
  GPtrArray  *agents;
  GPtrArray  *regimens;
  GPtrArray  *biomarkers;
  GPtrArray  *characteristics;
  GHashTable *agent_by_name;       /* folded names and synonyms */
  GHashTable *regimen_by_agents;
  GHashTable *source_positions;    /* from id to position + 1 */
  GHashTable *ids;                 /* taken ids, each with its list before it */
  GHashTable *taken;               /* from proposed agents and regimens to those of the base */
} RgmMergeLists;

void        rgm_merge_lists_init         (RgmMergeLists *self,
                                          RgmDataSet    *base,
                                          RgmDataSet    *proposed);
void        rgm_merge_lists_clear        (RgmMergeLists *self);
char       *rgm_merge_lists_make_id      (RgmMergeLists *self,
                                          const char    *list,
                                          const char    *id);
RgmRegimen *rgm_merge_lists_find_regimen (RgmMergeLists *self,
                                          RgmRegimen    *proposed);
RgmRegimen *rgm_merge_lists_take_regimen (RgmMergeLists *self,
                                          RgmRegimen    *proposed);
void        rgm_merge_lists_take_sources (RgmMergeLists *self,
                                          GPtrArray     *citations);
gboolean    rgm_merge_lists_has_source   (RgmMergeLists *self,
                                          RgmSource     *source);
void        rgm_merge_lists_take_source  (RgmMergeLists *self,
                                          RgmSource     *source);
void        rgm_merge_lists_take_endpoint
                                         (RgmMergeLists *self,
                                          const char    *id);
void        rgm_merge_lists_take_class   (RgmMergeLists *self,
                                          const char    *id);
void        rgm_merge_lists_select_rules (RgmMergeLists *self,
                                          RgmTrial      *fields,
                                          GPtrArray     *rules,
                                          GPtrArray     *conditions);
void        rgm_merge_lists_take_rules   (RgmMergeLists *self,
                                          const RgmTrial *trial);

RgmTrial   *rgm_merge_trial_take         (RgmMergeLists *self,
                                          RgmTrial      *proposed);
RgmTrial   *rgm_merge_trial_update       (RgmMergeLists *self,
                                          RgmTrial      *trial,
                                          RgmTrial      *proposed,
                                          GPtrArray     *changes);

G_END_DECLS
