/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-biomarker.h"
#include "rgm-eligibility.h"
#include "rgm-record-check.h"

static const RgmField rule_fields[] = {
  RGM_FIELD (RgmRule, biomarker, "biomarker", REFERENCE, RGM_REQUIRED, "The id of the biomarker.",
             .element = &rgm_biomarker_description),
  RGM_FIELD (RgmRule, values, "values", REFERENCES, RGM_REQUIRED, "The ids of its values.",
             .element = &rgm_biomarker_value_description, .within = "biomarker"),
  RGM_FIELD (RgmRule, excluded, "excluded", BOOLEAN, RGM_OPTIONAL, "Whether the values are excluded rather than required."),
  RGM_FIELD (RgmRule, proposed, "proposed", BOOLEAN, RGM_OPTIONAL,
             "Whether the program read it from the published words and nobody has confirmed it."),
  RGM_FIELD (RgmRule, incomplete, "incomplete", BOOLEAN, RGM_OPTIONAL,
             "Whether more is asked for than the values can say: having one is needed, but does not decide."),
  RGM_FIELD (RgmRule, alternative, "alternative", TEXT, RGM_OPTIONAL | RGM_SHARED,
             "A word; of the rules of a trial with the same word, one is enough."),
  RGM_FIELD (RgmRule, text, "text", TEXT, RGM_REQUIRED | RGM_SHARED, "The rule in a few words."),
  RGM_FIELD (RgmRule, published, "published", TEXT, RGM_OPTIONAL | RGM_SHARED, "The words as published."),
  RGM_FIELD (RgmRule, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources say it.", .element = &rgm_citation_ref_description),
};

RGM_DEFINE_VALUE (RgmRule, rgm_rule, rule_fields, .name = "rule",
                  .help = "One rule of eligibility: any one of its values will do.")

static void
check_lines (gconstpointer  record,
             RgmCheck      *check)
{
  const RgmLines *self = record;

  if (self->min_prior >= 0 && self->max_prior >= 0)
    rgm_check_at_least (check, "max_prior", (double) self->max_prior, "min_prior", (double) self->min_prior);
}

static const RgmField lines_fields[] = {
  RGM_FIELD (RgmLines, text, "text", TEXT, RGM_REQUIRED | RGM_SHARED, "As published."),
  RGM_FIELD (RgmLines, published, "published", TEXT, RGM_OPTIONAL | RGM_SHARED, "The words as published, where the text is in other words."),
  RGM_FIELD (RgmLines, min_prior, "min_prior", INTEGER, RGM_OPTIONAL, "The least number of prior lines.", .min = 0, .max = 100),
  RGM_FIELD (RgmLines, max_prior, "max_prior", INTEGER, RGM_OPTIONAL, "The greatest number; 0 for first-line.", .min = 0, .max = 100),
  RGM_FIELD (RgmLines, proposed, "proposed", BOOLEAN, RGM_OPTIONAL,
             "Whether the program read it from the published words and nobody has confirmed it."),
  RGM_FIELD (RgmLines, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources say it.", .element = &rgm_citation_ref_description),
};

RGM_DEFINE_VALUE (RgmLines, rgm_lines, lines_fields, .name = "lines", .help = "Prior lines of therapy.", .check = check_lines)
