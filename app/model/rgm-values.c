/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-values.h"
#include "rgm-vocabulary.h"

static const RgmEnumTerm endpoint_kinds[] = {
  RGM_ENUM_TERM (RGM_ENDPOINT_KIND_RATE, "rate", NULL),
  RGM_ENUM_TERM (RGM_ENDPOINT_KIND_TIME, "time", NULL),
};

static const RgmEnumTerm endpoint_domains[] = {
  RGM_ENUM_TERM (RGM_ENDPOINT_DOMAIN_EFFICACY, "efficacy", NULL),
  RGM_ENUM_TERM (RGM_ENDPOINT_DOMAIN_SAFETY, "safety", NULL),
  RGM_ENUM_TERM (RGM_ENDPOINT_DOMAIN_FOLLOW_UP, "follow-up", NULL),
};

static const RgmEnumTerm marks[] = {
  RGM_ENUM_TERM (RGM_MARK_SQUARE, "square", NULL),
  RGM_ENUM_TERM (RGM_MARK_DIAMOND, "diamond", NULL),
  RGM_ENUM_TERM (RGM_MARK_CIRCLE, "circle", NULL),
  RGM_ENUM_TERM (RGM_MARK_TRIANGLE, "triangle", NULL),
  RGM_ENUM_TERM (RGM_MARK_PENTAGON, "pentagon", NULL),
  RGM_ENUM_TERM (RGM_MARK_CROSS, "cross", NULL),
};

RGM_DEFINE_ENUM (RgmEndpointKind, rgm_endpoint_kind, NULL, endpoint_kinds)
RGM_DEFINE_ENUM (RgmEndpointDomain, rgm_endpoint_domain, NULL, endpoint_domains)
RGM_DEFINE_ENUM (RgmMark, rgm_mark, NULL, marks)

#define CITATIONS(Type)                                                                                                   \
  RGM_FIELD (Type, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources say it.", .element = &rgm_citation_ref_description)

static const RgmField fact_fields[] = {
  RGM_FIELD (RgmFact, topic, "topic", TEXT, RGM_OPTIONAL | RGM_SHARED,
             "Its subject: prevalence, mutation, prognosis, prediction, resistance, guideline, …"),
  RGM_FIELD (RgmFact, text, "text", TEXT, RGM_REQUIRED, "A sentence."),
  CITATIONS (RgmFact),
};

RGM_DEFINE_VALUE (RgmFact, rgm_fact, fact_fields, .name = "fact", .help = "A statement with its citations.")

static const RgmField statement_fields[] = {
  RGM_FIELD (RgmFact, text, "text", TEXT, RGM_REQUIRED, "As published."),
  CITATIONS (RgmFact),
};

const RgmDescription rgm_statement_description = {
  .name = "statement",
  .help = "A statement, as published.",
  .type = rgm_fact_get_type,
  .size = sizeof (RgmFact),
  .fields = statement_fields,
  .n_fields = G_N_ELEMENTS (statement_fields),
  .free = (GDestroyNotify) rgm_fact_free,
};

static const RgmField target_fields[] = {
  RGM_FIELD (RgmTarget, name, "name", TEXT, RGM_REQUIRED | RGM_SHARED, "A receptor or an enzyme."),
  RGM_FIELD (RgmTarget, domain, "domain", TEXT, RGM_OPTIONAL | RGM_SHARED, "The domain that is bound."),
};

RGM_DEFINE_VALUE (RgmTarget, rgm_target, target_fields, .name = "target", .help = "What an agent binds.")

static const RgmField step_fields[] = {
  RGM_FIELD (RgmRegulatoryStep, kind, "kind", CHOICE, RGM_REQUIRED, "The kind of step.", .type = rgm_regulatory_kind_get_type),
  RGM_FIELD (RgmRegulatoryStep, date, "date", DATE, RGM_OPTIONAL, "As precise as the source: a year, a month or a day."),
  RGM_FIELD (RgmRegulatoryStep, body, "body", TEXT, RGM_REQUIRED | RGM_SHARED, "The authority or the guideline."),
  RGM_FIELD (RgmRegulatoryStep, indication, "indication", TEXT, RGM_REQUIRED, "The indication."),
  CITATIONS (RgmRegulatoryStep),
};

RGM_DEFINE_VALUE (RgmRegulatoryStep, rgm_regulatory_step, step_fields, .name = "regulatory_step",
                  .help = "An approval, a designation or a guideline.")

static const RgmField biomarker_value_fields[] = {
  RGM_FIELD (RgmBiomarkerValue, id, "id", ID, RGM_REQUIRED | RGM_SCOPED, "Unique within the biomarker."),
  RGM_FIELD (RgmBiomarkerValue, name, "name", TEXT, RGM_REQUIRED | RGM_SHARED, "Its name."),
  RGM_FIELD (RgmBiomarkerValue, synonyms, "synonyms", TEXTS, RGM_OPTIONAL, "Other names, by which it is found in a search and among a patient's findings."),
  RGM_FIELD (RgmBiomarkerValue, every, "every", BOOLEAN, RGM_OPTIONAL,
             "Whether a composite biomarker has it only if every component has it, rather than any."),
  RGM_FIELD (RgmBiomarkerValue, test, "test", TEXT, RGM_OPTIONAL | RGM_SHARED, "The test that shows it, in a word: ihc, ish, ngs, …"),
  RGM_FIELD (RgmBiomarkerValue, implies, "implies", TEXTS, RGM_OPTIONAL, "The ids of the values that follow from it."),
  RGM_FIELD (RgmBiomarkerValue, excludes, "excludes", TEXTS, RGM_OPTIONAL, "The ids of the values that it rules out."),
  RGM_FIELD (RgmBiomarkerValue, all_of, "all_of", TEXTS, RGM_OPTIONAL, "The ids of the values that it consists of: it holds where all of them do."),
  RGM_FIELD (RgmBiomarkerValue, closed, "closed", BOOLEAN, RGM_OPTIONAL,
             "Whether it is ruled out where every value that implies it is ruled out."),
  RGM_FIELD (RgmBiomarkerValue, codes, "codes", TEXTS, RGM_OPTIONAL,
             "Codes of results that show it in patients' records, as SYSTEM:CODE, or TEST=RESULT where only one test shows it."),
};

RGM_DEFINE_VALUE (RgmBiomarkerValue, rgm_biomarker_value, biomarker_value_fields, .name = "biomarker_value",
                  .help = "A value that a biomarker can have.",
                  .expected = N_("expected the id of a value of this biomarker"))

static const RgmField endpoint_fields[] = {
  RGM_FIELD (RgmEndpoint, id, "id", ID, RGM_REQUIRED | RGM_MIXED_CASE, "Unique among the endpoints: ORR, PFS, …"),
  RGM_FIELD (RgmEndpoint, name, "name", TEXT, RGM_REQUIRED | RGM_SHARED, "Its full name."),
  RGM_FIELD (RgmEndpoint, kind, "kind", ENUM, RGM_REQUIRED, "A rate is a percentage of patients.", .type = rgm_endpoint_kind_get_type),
  RGM_FIELD (RgmEndpoint, domain, "domain", ENUM, RGM_REQUIRED, "What it measures.", .type = rgm_endpoint_domain_get_type),
};

RGM_DEFINE_VALUE (RgmEndpoint, rgm_endpoint, endpoint_fields, .name = "endpoint", .help = "What outcomes report.",
                  .expected = N_("expected the id of an endpoint"))

static const RgmField class_fields[] = {
  RGM_FIELD (RgmClass, id, "id", ID, RGM_REQUIRED | RGM_MIXED_CASE, "Unique among the classes: mAb, ADC, …"),
  RGM_FIELD (RgmClass, name, "name", TEXT, RGM_REQUIRED | RGM_SHARED, "Its full name."),
  RGM_FIELD (RgmClass, mark, "mark", CHOICE, RGM_REQUIRED, "The shape that stands for it in every chart.", .type = rgm_mark_get_type),
};

RGM_DEFINE_VALUE (RgmClass, rgm_class, class_fields, .name = "class", .help = "A class of agents.",
                  .expected = N_("expected the id of a class"))

static const RgmField licence_fields[] = {
  RGM_FIELD (RgmLicence, name, "name", TEXT, RGM_REQUIRED, "Its name."),
  RGM_FIELD (RgmLicence, url, "url", LINK, RGM_OPTIONAL, "The address of its text."),
  RGM_FIELD (RgmLicence, credit, "credit", TEXT, RGM_REQUIRED, "Whom to credit, in a sentence."),
};

RGM_DEFINE_VALUE (RgmLicence, rgm_licence, licence_fields, .name = "licence", .help = "The licence of the facts.")
