/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-arm.h"
#include "rgm-eligibility.h"
#include "rgm-registry.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL (rgm_trial_get_type ())

/**
 * RgmTrial:
 *
 * A clinical trial with its arms.
 */
G_DECLARE_FINAL_TYPE (RgmTrial, rgm_trial, RGM, TRIAL, RgmRecord)

/**
 * RgmAllocation:
 * @RGM_ALLOCATION_UNKNOWN: the source doesn't say
 * @RGM_ALLOCATION_RANDOMISED: the source says that the arms were randomised
 * @RGM_ALLOCATION_NOT_RANDOMISED: the source says that they weren't, or that there is one arm
 */
typedef enum
{
  RGM_ALLOCATION_UNKNOWN,
  RGM_ALLOCATION_RANDOMISED,
  RGM_ALLOCATION_NOT_RANDOMISED,
} RgmAllocation;

#define RGM_TYPE_ALLOCATION (rgm_allocation_get_type ())

GType rgm_allocation_get_type (void) G_GNUC_CONST;

struct _RgmTrial
{
  RgmRecord      parent_instance;

  const char    *id;
  const char    *name;
  char         **registrations;       /* not a key: two trials may share one */
  const char    *acronym;
  const char    *title;               /* the official title */
  const char    *sponsor;
  const char    *phase;               /* of RgmPhase; NULL where there is none */
  char         **published_classes;   /* ids of the classes that the source lists it in */
  RgmAllocation  allocation;
  const char    *masking;
  const char    *status_published;
  const char    *status_state;        /* of RgmRegistryState */
  RgmEnrolment  *enrolment;
  RgmStudyDate  *start;
  RgmStudyDate  *primary_completion;
  RgmStudyDate  *completion;
  RgmStudyDate  *last_update;
  RgmOrigin     *origin;              /* NULL where it wasn't imported */
  GPtrArray     *populations;         /* of RgmFact: who takes part, in each of the source's wordings */
  GPtrArray     *rules;               /* of RgmRule: on biomarkers */
  GPtrArray     *conditions;          /* of RgmRule: on characteristics of the patient */
  RgmLines      *lines;
  char         **settings;            /* metastatic, resectable, … */
  char         **tumours;
  GPtrArray     *criteria;            /* of RgmFact: in the registry's words */
  GPtrArray     *arms;                /* of RgmArm */
  GPtrArray     *safety;              /* of RgmFact: about the trial as a whole */
  GPtrArray     *facts;               /* of RgmFact */
  GPtrArray     *remarks;             /* of RgmRemark */
  GPtrArray     *references;          /* of RgmSource: the primary papers */
  GPtrArray     *citations;

  /* Computed from the fields. */
  char         **classes;             /* ids of the published classes and of those of the arms, each once */
  gboolean       is_reported;         /* whether some arm has a reported outcome */

  /*< private >*/
  GHashTable    *arm_by_id;           /* NULL where there are few */
};

extern const RgmDescription rgm_trial_description;

const char *rgm_trial_get_population (RgmTrial   *self);
RgmArm     *rgm_trial_get_arm        (RgmTrial   *self,
                                      const char *id);

G_END_DECLS
