/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-vocabulary.h"

static const RgmEnumTerm registry_states[] = {
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_RECRUITING, "RECRUITING", NC_("trial status", "Recruiting")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_ENROLLING_BY_INVITATION, "ENROLLING_BY_INVITATION", NC_("trial status", "Enrolling by invitation")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_NOT_YET_RECRUITING, "NOT_YET_RECRUITING", NC_("trial status", "Not yet recruiting")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_ACTIVE_NOT_RECRUITING, "ACTIVE_NOT_RECRUITING", NC_("trial status", "Active, not recruiting")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_COMPLETED, "COMPLETED", NC_("trial status", "Completed")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_SUSPENDED, "SUSPENDED", NC_("trial status", "Suspended")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_TERMINATED, "TERMINATED", NC_("trial status", "Terminated")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_WITHDRAWN, "WITHDRAWN", NC_("trial status", "Withdrawn")),
  RGM_ENUM_TERM (RGM_REGISTRY_STATE_UNKNOWN, "UNKNOWN", NC_("trial status", "Unknown")),
};

/* A phase is written in the same signs in every language, but for those without a number. */
static const RgmEnumTerm phases[] = {
  RGM_ENUM_TERM (RGM_PHASE_EARLY_I, "EARLY_I", NC_("phase", "Early I")),
  RGM_ENUM_TERM (RGM_PHASE_I, "I", NULL),
  RGM_ENUM_TERM (RGM_PHASE_IA, "Ia", NULL),
  RGM_ENUM_TERM (RGM_PHASE_IB, "Ib", NULL),
  RGM_ENUM_TERM (RGM_PHASE_I_II, "I/II", NULL),
  RGM_ENUM_TERM (RGM_PHASE_II, "II", NULL),
  RGM_ENUM_TERM (RGM_PHASE_IIA, "IIa", NULL),
  RGM_ENUM_TERM (RGM_PHASE_IIB, "IIb", NULL),
  RGM_ENUM_TERM (RGM_PHASE_II_III, "II/III", NULL),
  RGM_ENUM_TERM (RGM_PHASE_III, "III", NULL),
  RGM_ENUM_TERM (RGM_PHASE_IV, "IV", NULL),
  RGM_ENUM_TERM (RGM_PHASE_NOT_APPLICABLE, "NA", NC_("phase", "Not applicable")),
};

static const RgmEnumTerm remark_kinds[] = {
  RGM_ENUM_TERM (RGM_REMARK_CONFLICT, "conflict", NC_("remark", "Conflict")),
  RGM_ENUM_TERM (RGM_REMARK_CAUTION, "caution", NC_("remark", "Caution")),
  RGM_ENUM_TERM (RGM_REMARK_NOTE, "note", NC_("remark", "Note")),
};

static const RgmEnumTerm regulatory_kinds[] = {
  RGM_ENUM_TERM (RGM_REGULATORY_APPROVAL, "approval", NC_("regulatory", "Approval")),
  RGM_ENUM_TERM (RGM_REGULATORY_DESIGNATION, "designation", NC_("regulatory", "Designation")),
  RGM_ENUM_TERM (RGM_REGULATORY_GUIDELINE, "guideline", NC_("regulatory", "Guideline")),
};

static const RgmEnumTerm source_kinds[] = {
  RGM_ENUM_TERM (RGM_SOURCE_REVIEW, "review", NULL),
  RGM_ENUM_TERM (RGM_SOURCE_PRIMARY, "primary", NULL),
  RGM_ENUM_TERM (RGM_SOURCE_REFERENCE, "reference", NULL),
  RGM_ENUM_TERM (RGM_SOURCE_GUIDELINE, "guideline", NULL),
  RGM_ENUM_TERM (RGM_SOURCE_PRESS_RELEASE, "press-release", NULL),
  RGM_ENUM_TERM (RGM_SOURCE_REGISTRY, "registry", NULL),
};

RGM_DEFINE_ENUM (RgmRegistryState, rgm_registry_state, "trial status", registry_states)
RGM_DEFINE_ENUM (RgmPhase, rgm_phase, "phase", phases)
RGM_DEFINE_ENUM (RgmRemarkKind, rgm_remark_kind, "remark", remark_kinds)
RGM_DEFINE_ENUM (RgmRegulatoryKind, rgm_regulatory_kind, "regulatory", regulatory_kinds)
RGM_DEFINE_ENUM (RgmSourceKind, rgm_source_kind, NULL, source_kinds)
