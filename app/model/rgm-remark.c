/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-arm.h"
#include "rgm-remark.h"
#include "rgm-vocabulary.h"

static const RgmField fields[] = {
  RGM_FIELD (RgmRemark, kind, "kind", CHOICE, RGM_REQUIRED,
             "A conflict is a contradiction in or between sources, or an impossible number.", .type = rgm_remark_kind_get_type),
  RGM_FIELD (RgmRemark, about, "about", TEXT, RGM_OPTIONAL | RGM_SHARED,
             "Its subject: n, the id of an endpoint, phase, status, registration, class, population, …"),
  RGM_FIELD (RgmRemark, arm, "arm", REFERENCE, RGM_OPTIONAL | RGM_PREFIXED, "The id of the arm that it is about.",
             .element = &rgm_arm_description),
  RGM_FIELD (RgmRemark, text, "text", TEXT, RGM_REQUIRED,
             "A sentence or two that quote the numbers with their locations and say what to make of them."),
  RGM_FIELD (RgmRemark, summary, "summary", TEXT, RGM_OPTIONAL,
             "The same in a few words, as a chart's note gives it after the trial's name: \"32 or 35 patients\"."),
  RGM_FIELD (RgmRemark, citations, "sources", RECORDS, RGM_REQUIRED, "The locations that it quotes.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_RECORD (RgmRemark, rgm_remark, fields, .name = "remark", .help = "What a reader should know about the numbers.")
