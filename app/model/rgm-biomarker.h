/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_BIOMARKER (rgm_biomarker_get_type ())

/**
 * RgmBiomarker:
 *
 * Something that is tested in a tumour.
 */
G_DECLARE_FINAL_TYPE (RgmBiomarker, rgm_biomarker, RGM, BIOMARKER, RgmRecord)

struct _RgmBiomarker
{
  RgmRecord    parent_instance;

  const char  *id;
  const char  *name;
  char       **synonyms;
  char       **codes;        /* 'HGNC:3430', 'LOINC:48676-1': what is tested, in patients' records */
  gboolean     is_facet;     /* whether a list of trials is to be narrowed by it */
  char       **components;   /* ids of the biomarkers that it is composed of */
  gboolean     presupposes_treatment;   /* none of its values holds where nothing was given before */
  GPtrArray   *values;       /* of RgmBiomarkerValue */
  GPtrArray   *facts;        /* of RgmFact */
};

extern const RgmDescription rgm_biomarker_description;

const RgmBiomarkerValue *rgm_biomarker_find_value (RgmBiomarker *self,
                                                   const char   *id);

G_END_DECLS
