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
