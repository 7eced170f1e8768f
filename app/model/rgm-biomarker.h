/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-values.h"

G_BEGIN_DECLS

#define RGM_TYPE_BIOMARKER (rgm_biomarker_get_type ())

/**
 * RgmBiomarker:
 *
 * Something that is tested in a tumour, and what the source says of it.
 */
G_DECLARE_FINAL_TYPE (RgmBiomarker, rgm_biomarker, RGM, BIOMARKER, GObject)

/**
 * RgmBiomarkerParts:
 *
 * What a #RgmBiomarker is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   values: of #RgmBiomarkerValue
 *   facts: of #RgmFact
 */
typedef struct
{
  const char   *id;
  const char   *name;
  char        **synonyms;
  gboolean      is_facet;
  char        **parts;
  GPtrArray    *values;
  GPtrArray    *facts;
} RgmBiomarkerParts;

RgmBiomarker *rgm_biomarker_new (const RgmBiomarkerParts *parts);

const char              *rgm_biomarker_get_id       (RgmBiomarker *self);
const char              *rgm_biomarker_get_name     (RgmBiomarker *self);
char                   **rgm_biomarker_get_synonyms (RgmBiomarker *self);
gboolean                 rgm_biomarker_get_is_facet (RgmBiomarker *self);
char                   **rgm_biomarker_get_parts    (RgmBiomarker *self);
GPtrArray               *rgm_biomarker_get_values   (RgmBiomarker *self);
const RgmBiomarkerValue *rgm_biomarker_find_value   (RgmBiomarker *self,
                                                     const char   *id);
GPtrArray               *rgm_biomarker_get_facts    (RgmBiomarker *self);

G_END_DECLS
