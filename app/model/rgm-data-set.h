/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-agent.h"
#include "rgm-biomarker.h"
#include "rgm-citation-ref.h"
#include "rgm-pathway.h"
#include "rgm-regimen.h"
#include "rgm-remark.h"
#include "rgm-source.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

/* The format of data sets that this version reads and writes. */
#define RGM_FORMAT 1

#define RGM_TYPE_DATA_SET (rgm_data_set_get_type ())

/**
 * RgmDataSet:
 *
 * One document of evidence, or one revision of it: immutable once it is made.
 */
G_DECLARE_FINAL_TYPE (RgmDataSet, rgm_data_set, RGM, DATA_SET, RgmRecord)

struct _RgmDataSet
{
  RgmRecord    parent_instance;

  gint64       format;        /* RGM_FORMAT */
  const char  *id;
  const char  *title;         /* what it is the evidence for */
  const char  *description;
  GDate        as_of;         /* the day on which the trials' statuses were looked up */
  RgmLicence  *licence;
  GPtrArray   *sources;       /* of RgmSource */
  GPtrArray   *classes;       /* of RgmClass, in their order */
  GPtrArray   *endpoints;     /* of RgmEndpoint, in their order */
  GPtrArray   *agents;        /* of RgmAgent */
  GPtrArray   *regimens;      /* of RgmRegimen */
  GPtrArray   *biomarkers;    /* of RgmBiomarker */
  GPtrArray   *characteristics;   /* of RgmBiomarker: what is known about a patient without a test of the tumour */
  GPtrArray   *trials;        /* of RgmTrial */
  RgmPathway  *pathway;       /* where agents act, if the data set has it */
  GPtrArray   *remarks;       /* of RgmRemark: on the whole of it; a trial's are the trial's */

  /*< private >*/
  GListModel  *trial_list;
  GListModel  *agent_list;
  GListModel  *regimen_list;
  GListModel  *biomarker_list;
  GListModel  *source_list;
  GHashTable  *source_by_id;
  GHashTable  *class_by_id;
  GHashTable  *endpoint_by_id;
  GHashTable  *agent_by_id;
  GHashTable  *regimen_by_id;
  GHashTable  *biomarker_by_id;
  GHashTable  *trial_by_id;
  GHashTable  *trial_by_arm_id;
  GHashTable  *composites_by_component;
};

/**
 * RgmAskedFunc:
 * @biomarker: the id of a biomarker
 * @value: the id of one of its values
 * @data: given by the caller
 *
 * Called for a value that a trial's eligibility asks for.
 */
typedef void (*RgmAskedFunc) (const char *biomarker,
                              const char *value,
                              gpointer    data);

extern const RgmDescription rgm_data_set_description;

/* The same records as the arrays have, as list models. */
GListModel        *rgm_data_set_get_sources    (RgmDataSet *self);
GListModel        *rgm_data_set_get_agents     (RgmDataSet *self);
GListModel        *rgm_data_set_get_regimens   (RgmDataSet *self);
GListModel        *rgm_data_set_get_biomarkers (RgmDataSet *self);
GListModel        *rgm_data_set_get_trials     (RgmDataSet *self);

/* Records by their ids; NULL where the data set has none. */
const RgmClass    *rgm_data_set_find_class     (RgmDataSet *self,
                                                const char *id);
const RgmEndpoint *rgm_data_set_find_endpoint  (RgmDataSet *self,
                                                const char *id);
RgmSource         *rgm_data_set_find_source    (RgmDataSet *self,
                                                const char *id);
RgmAgent          *rgm_data_set_find_agent     (RgmDataSet *self,
                                                const char *id);
RgmRegimen        *rgm_data_set_find_regimen   (RgmDataSet *self,
                                                const char *id);
RgmBiomarker      *rgm_data_set_find_biomarker (RgmDataSet *self,
                                                const char *id);
RgmTrial          *rgm_data_set_find_trial     (RgmDataSet *self,
                                                const char *id);
RgmArm            *rgm_data_set_find_arm       (RgmDataSet *self,
                                                const char *id,
                                                RgmTrial  **trial);

void               rgm_data_set_list_asked     (RgmDataSet   *self,
                                                RgmTrial     *trial,
                                                RgmAskedFunc  func,
                                                gpointer      data);

G_END_DECLS
