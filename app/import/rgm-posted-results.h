/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-refusals.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

/* The endpoints of adverse events. */
#define RGM_ENDPOINT_SERIOUS_EVENTS "SAE"
#define RGM_ENDPOINT_OTHER_EVENTS   "OTHER-AE"
#define RGM_ENDPOINT_DEATHS         "DEATHS"

/**
 * RgmPostedGroup:
 * @title: as posted
 * @arm: the index of the registered arm that it is; -1 where that isn't known
 * @suggestion: the index of the arm that shares most words with it; -1 for none
 * @safety: (element-type RgmFact): what is posted of its adverse events
 *
 * A group of patients that results are posted of. Only some of them are registered arms.
 */
typedef struct
{
  char *title;
  int   arm;
  int   suggestion;
  GPtrArray *safety;
} RgmPostedGroup;

/**
 * RgmPostedMeasure:
 * @endpoint: the endpoint that it measures
 * @title: as posted
 * @type: (nullable): 'PRIMARY', 'SECONDARY', …
 * @place: where it is in the file
 * @index: its number in the record, from 0
 * @is_of_events: whether it counts adverse events
 * @is_taken: whether its numbers are taken; of the measures of an endpoint one at most is
 * @groups: (element-type guint): the index of the group of each outcome
 * @outcomes: (element-type RgmOutcome): what is understood of it
 *
 * A measure that reports an endpoint.
 */
typedef struct
{
  const char *endpoint;
  char       *title;
  char       *type;
  char       *place;
  guint       index;
  gboolean    is_of_events;
  gboolean    is_taken;
  GArray     *groups;
  GPtrArray  *outcomes;
} RgmPostedMeasure;

/**
 * RgmPostedResults:
 * @trial: the id of the proposed trial
 * @file: the name of the file
 * @place: where in the file the results are
 * @groups: (element-type RgmPostedGroup): groups, each title once
 * @measures: (element-type RgmPostedMeasure): measures, in the record's order
 * @safety: (element-type RgmFact): about adverse events in the trial as a whole
 *
 * The results that a record posts, with what a person has to say about them: which of
 * several measures of one endpoint is meant, and which arm a group of patients is.
 */
typedef struct
{
  char      *trial;
  char      *file;
  char      *place;
  GPtrArray *groups;
  GPtrArray *measures;
  GPtrArray *safety;
} RgmPostedResults;

RgmPostedResults *rgm_posted_results_new         (const char       *place);
void              rgm_posted_results_free        (RgmPostedResults *self);
guint             rgm_posted_results_add_group   (RgmPostedResults *self,
                                                  const char       *title);
RgmPostedMeasure *rgm_posted_results_add_measure (RgmPostedResults *self,
                                                  const char       *endpoint,
                                                  const char       *title);
void              rgm_posted_results_settle      (RgmPostedResults *self);
GPtrArray        *rgm_posted_results_find_measures
                                                 (RgmPostedResults *self,
                                                  const char       *endpoint);
GPtrArray        *rgm_posted_results_collect     (RgmPostedResults *self,
                                                  guint             arm);
GPtrArray        *rgm_posted_results_collect_safety
                                                 (RgmPostedResults *self,
                                                  int               arm);
RgmTrial         *rgm_posted_results_apply       (RgmPostedResults *self,
                                                  RgmTrial         *proposed);
void              rgm_posted_results_refuse_open (RgmPostedResults *self,
                                                  RgmRefusals      *refusals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPostedResults, rgm_posted_results_free)

G_END_DECLS
