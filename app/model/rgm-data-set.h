/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-agent.h"
#include "rgm-biomarker.h"
#include "rgm-pathway.h"
#include "rgm-place.h"
#include "rgm-regimen.h"
#include "rgm-remark.h"
#include "rgm-source.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

#define RGM_TYPE_DATA_SET (rgm_data_set_get_type ())

/**
 * RgmDataSet:
 *
 * One document of evidence: immutable once it is loaded.
 */
G_DECLARE_FINAL_TYPE (RgmDataSet, rgm_data_set, RGM, DATA_SET, GObject)

/**
 * RgmDataSetParts:
 *
 * What a #RgmDataSet is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   classes: of #RgmClass
 *   endpoints: of #RgmEndpoint
 *   sources: of #RgmSource
 *   agents: of #RgmAgent
 *   regimens: of #RgmRegimen
 *   biomarkers: of #RgmBiomarker
 *   trials: of #RgmTrial
 *   remarks: of #RgmRemark
 * The pathway is referenced; %NULL where the data set has none.
 */
typedef struct
{
  const char    *id;
  const char    *title;
  const char    *description;
  const GDate   *as_of;
  RgmLicence    *licence;
  GPtrArray     *classes;
  GPtrArray     *endpoints;
  GPtrArray     *sources;
  GPtrArray     *agents;
  GPtrArray     *regimens;
  GPtrArray     *biomarkers;
  GPtrArray     *trials;
  GPtrArray     *remarks;
  RgmPathway    *pathway;
} RgmDataSetParts;

RgmDataSet *rgm_data_set_new (const RgmDataSetParts *parts);

const char        *rgm_data_set_get_id             (RgmDataSet *self);
const char        *rgm_data_set_get_title          (RgmDataSet *self);
const char        *rgm_data_set_get_description    (RgmDataSet *self);
const GDate       *rgm_data_set_get_as_of          (RgmDataSet *self);
const RgmLicence  *rgm_data_set_get_licence        (RgmDataSet *self);
GPtrArray         *rgm_data_set_get_classes        (RgmDataSet *self);
const RgmClass    *rgm_data_set_find_class         (RgmDataSet *self,
                                                    const char *id);
GPtrArray         *rgm_data_set_get_endpoints      (RgmDataSet *self);
const RgmEndpoint *rgm_data_set_find_endpoint      (RgmDataSet *self,
                                                    const char *id);
GListModel        *rgm_data_set_get_sources        (RgmDataSet *self);
RgmSource         *rgm_data_set_find_source        (RgmDataSet *self,
                                                    const char *id);
GListModel        *rgm_data_set_get_agents         (RgmDataSet *self);
RgmAgent          *rgm_data_set_find_agent         (RgmDataSet *self,
                                                    const char *id);
GListModel        *rgm_data_set_get_regimens       (RgmDataSet *self);
RgmRegimen        *rgm_data_set_find_regimen       (RgmDataSet *self,
                                                    const char *id);
GListModel        *rgm_data_set_get_biomarkers     (RgmDataSet *self);
RgmBiomarker      *rgm_data_set_find_biomarker     (RgmDataSet *self,
                                                    const char *id);
GListModel        *rgm_data_set_get_trials         (RgmDataSet *self);
RgmTrial          *rgm_data_set_find_trial         (RgmDataSet *self,
                                                    const char *id);
RgmArm            *rgm_data_set_find_arm           (RgmDataSet *self,
                                                    const char *id,
                                                    RgmTrial  **trial);
GPtrArray         *rgm_data_set_get_remarks        (RgmDataSet *self);
RgmPathway        *rgm_data_set_get_pathway       (RgmDataSet *self);
gboolean           rgm_data_set_asks_for           (RgmDataSet *self,
                                                    RgmTrial   *trial,
                                                    const char *biomarker,
                                                    const char *value);

G_END_DECLS
