/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-arm.h"
#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL (rgm_trial_get_type ())

/**
 * RgmTrial:
 *
 * A clinical trial with its arms.
 */
G_DECLARE_FINAL_TYPE (RgmTrial, rgm_trial, RGM, TRIAL, GObject)

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

/**
 * RgmTrialParts:
 *
 * What a #RgmTrial is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   populations: of #RgmFact
 *   rules: of #RgmRule
 *   arms: of #RgmArm
 *   safety: of #RgmFact
 *   facts: of #RgmFact
 *   remarks: of #RgmRemark
 *   references: of #RgmSource
 *   places: of #RgmPlace
 */
typedef struct
{
  const char      *id;
  const char      *name;
  char           **registrations;
  const char      *title;
  const char      *phase;
  char           **classes;
  RgmAllocation    allocation;
  const char      *status_published;
  const char      *status_state;
  GPtrArray       *populations;
  GPtrArray       *rules;
  RgmLines        *lines;
  char           **settings;
  char           **tumours;
  GPtrArray       *arms;
  GPtrArray       *safety;
  GPtrArray       *facts;
  GPtrArray       *remarks;
  GPtrArray       *references;
  GPtrArray       *places;
} RgmTrialParts;

RgmTrial *rgm_trial_new (const RgmTrialParts *parts);

const char    *rgm_allocation_to_nick         (RgmAllocation allocation);

const char    *rgm_trial_get_id               (RgmTrial   *self);
const char    *rgm_trial_get_name             (RgmTrial   *self);
char         **rgm_trial_get_registrations    (RgmTrial   *self);
const char    *rgm_trial_get_title            (RgmTrial   *self);
const char    *rgm_trial_get_phase            (RgmTrial   *self);
char         **rgm_trial_get_classes          (RgmTrial   *self);
gboolean       rgm_trial_has_class            (RgmTrial   *self,
                                               const char *class_id);
RgmAllocation  rgm_trial_get_allocation       (RgmTrial   *self);
const char    *rgm_trial_get_status_published (RgmTrial   *self);
const char    *rgm_trial_get_status_state     (RgmTrial   *self);
const char    *rgm_trial_get_population       (RgmTrial   *self);
GPtrArray     *rgm_trial_get_populations      (RgmTrial   *self);
GPtrArray     *rgm_trial_get_rules            (RgmTrial   *self);
const RgmLines *rgm_trial_get_lines           (RgmTrial   *self);
char         **rgm_trial_get_settings         (RgmTrial   *self);
char         **rgm_trial_get_tumours          (RgmTrial   *self);
gboolean       rgm_trial_get_is_reported      (RgmTrial   *self);
GPtrArray     *rgm_trial_get_arms             (RgmTrial   *self);
RgmArm        *rgm_trial_get_arm              (RgmTrial   *self,
                                               const char *id);
GPtrArray     *rgm_trial_get_safety           (RgmTrial   *self);
GPtrArray     *rgm_trial_get_facts            (RgmTrial   *self);
GPtrArray     *rgm_trial_get_remarks          (RgmTrial   *self);
GPtrArray     *rgm_trial_get_references       (RgmTrial   *self);
GPtrArray     *rgm_trial_get_places           (RgmTrial   *self);

G_END_DECLS
