/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"
#include "rgm-unit.h"

G_BEGIN_DECLS

/* The vocabularies of the evidence. Each is a registered enumeration whose values are its
 * ranks; nicks are the words of the data set's format, labels those that people read. */

/* ClinicalTrials.gov's states of a study, the most open one first. */
typedef enum
{
  RGM_REGISTRY_STATE_RECRUITING,
  RGM_REGISTRY_STATE_ENROLLING_BY_INVITATION,
  RGM_REGISTRY_STATE_NOT_YET_RECRUITING,
  RGM_REGISTRY_STATE_ACTIVE_NOT_RECRUITING,
  RGM_REGISTRY_STATE_COMPLETED,
  RGM_REGISTRY_STATE_SUSPENDED,
  RGM_REGISTRY_STATE_TERMINATED,
  RGM_REGISTRY_STATE_WITHDRAWN,
  RGM_REGISTRY_STATE_UNKNOWN,
} RgmRegistryState;

typedef enum
{
  RGM_PHASE_EARLY_I,
  RGM_PHASE_I,
  RGM_PHASE_IA,
  RGM_PHASE_IB,
  RGM_PHASE_I_II,
  RGM_PHASE_II,
  RGM_PHASE_IIA,
  RGM_PHASE_IIB,
  RGM_PHASE_II_III,
  RGM_PHASE_III,
  RGM_PHASE_IV,
  RGM_PHASE_NOT_APPLICABLE,
} RgmPhase;

/* Remarks, the gravest first. */
typedef enum
{
  RGM_REMARK_CONFLICT,
  RGM_REMARK_CAUTION,
  RGM_REMARK_NOTE,
} RgmRemarkKind;

typedef enum
{
  RGM_REGULATORY_APPROVAL,
  RGM_REGULATORY_DESIGNATION,
  RGM_REGULATORY_GUIDELINE,
} RgmRegulatoryKind;

typedef enum
{
  RGM_SOURCE_REVIEW,
  RGM_SOURCE_PRIMARY,
  RGM_SOURCE_REFERENCE,
  RGM_SOURCE_GUIDELINE,
  RGM_SOURCE_PRESS_RELEASE,
  RGM_SOURCE_REGISTRY,
} RgmSourceKind;

#define RGM_TYPE_REGISTRY_STATE  (rgm_registry_state_get_type ())
#define RGM_TYPE_PHASE           (rgm_phase_get_type ())
#define RGM_TYPE_REMARK_KIND     (rgm_remark_kind_get_type ())
#define RGM_TYPE_REGULATORY_KIND (rgm_regulatory_kind_get_type ())
#define RGM_TYPE_SOURCE_KIND     (rgm_source_kind_get_type ())

GType rgm_registry_state_get_type  (void) G_GNUC_CONST;
GType rgm_phase_get_type           (void) G_GNUC_CONST;
GType rgm_remark_kind_get_type     (void) G_GNUC_CONST;
GType rgm_regulatory_kind_get_type (void) G_GNUC_CONST;
GType rgm_source_kind_get_type     (void) G_GNUC_CONST;

/* The endpoints that figures are about. A data set may name any others. */
#define RGM_ENDPOINT_ORR "ORR"
#define RGM_ENDPOINT_DCR "DCR"
#define RGM_ENDPOINT_PFS "PFS"
#define RGM_ENDPOINT_OS  "OS"

G_END_DECLS
