/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-registry.h"

static const RgmEnumTerm certainties[] = {
  RGM_ENUM_TERM (RGM_CERTAINTY_ACTUAL, "ACTUAL", NULL),
  RGM_ENUM_TERM (RGM_CERTAINTY_ESTIMATED, "ESTIMATED", NULL),
};

static const RgmEnumTerm origin_kinds[] = {
  RGM_ENUM_TERM (RGM_ORIGIN_REGISTRY, "registry", NULL),
};

RGM_DEFINE_ENUM (RgmCertainty, rgm_certainty, NULL, certainties)
RGM_DEFINE_ENUM (RgmOriginKind, rgm_origin_kind, NULL, origin_kinds)

static const RgmField enrolment_fields[] = {
  RGM_FIELD (RgmEnrolment, count, "count", INTEGER, RGM_REQUIRED, "The number of participants.",
             .min = 0, .max = RGM_COUNT_MAX, .unit = "patients"),
  RGM_FIELD (RgmEnrolment, type, "type", CHOICE, RGM_OPTIONAL, "Whether the number is final or planned, if the registry says.",
             .type = rgm_certainty_get_type),
};

RGM_DEFINE_VALUE (RgmEnrolment, rgm_enrolment, enrolment_fields, .name = "enrolment", .help = "The enrolment as registered.")

static const RgmField date_fields[] = {
  RGM_FIELD (RgmStudyDate, date, "date", DATE, RGM_REQUIRED, "As precise as registered: a year, a month or a day."),
  RGM_FIELD (RgmStudyDate, type, "type", CHOICE, RGM_OPTIONAL, "Whether the date is final or planned, if the registry says.",
             .type = rgm_certainty_get_type),
};

RGM_DEFINE_VALUE (RgmStudyDate, rgm_study_date, date_fields, .name = "study_date", .help = "A date as registered.")

static const RgmField origin_fields[] = {
  RGM_FIELD (RgmOrigin, kind, "kind", CHOICE, RGM_REQUIRED, "What it was imported from.", .type = rgm_origin_kind_get_type),
  RGM_FIELD (RgmOrigin, file, "file", TEXT, RGM_OPTIONAL | RGM_SHARED, "The name of the file."),
  RGM_FIELD (RgmOrigin, updated, "updated", DATE, RGM_OPTIONAL, "When the registry last updated it."),
  RGM_FIELD (RgmOrigin, imported, "imported", DATE, RGM_OPTIONAL, "When it was imported."),
};

RGM_DEFINE_VALUE (RgmOrigin, rgm_origin, origin_fields, .name = "origin", .help = "Where a trial was imported from.")
