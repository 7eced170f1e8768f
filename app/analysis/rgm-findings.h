/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-answer.h"
#include "rgm-data-set.h"

G_BEGIN_DECLS

#define RGM_TYPE_FINDINGS (rgm_findings_get_type ())

/**
 * RgmFindings:
 *
 * What is known about a patient, in the vocabulary of a data set, with all that follows from
 * it by the implications that the data set states. What was not entered is unknown: it is
 * never taken for absent. Immutable.
 */
G_DECLARE_FINAL_TYPE (RgmFindings, rgm_findings, RGM, FINDINGS, GObject)

RgmFindings *rgm_findings_new        (RgmDataSet   *data_set,
                                      const char   *text,
                                      GError      **error);

GPtrArray   *rgm_findings_get_markers (RgmFindings  *self);
guint        rgm_findings_find_marker (RgmFindings  *self,
                                       const char   *id);
RgmAnswer    rgm_findings_get_answer  (RgmFindings  *self,
                                       guint         marker,
                                       guint         value);
char       **rgm_findings_get_entered (RgmFindings  *self,
                                       guint         marker);
gint64       rgm_findings_get_lines   (RgmFindings  *self);
char        *rgm_findings_describe    (RgmFindings  *self,
                                       guint         marker);
char        *rgm_findings_question    (RgmFindings  *self,
                                       guint         marker,
                                       char        **values);

/* For the compiled rules of eligibility. */
GPtrArray       *rgm_markers_of       (RgmDataSet   *data_set);
GHashTable      *rgm_markers_by_id    (GPtrArray    *markers);
guint            rgm_markers_look_up  (GHashTable   *by_id,
                                       const char   *id);
const guint8    *rgm_findings_states  (RgmFindings  *self);
GHashTable      *rgm_markers_relate   (GPtrArray    *markers,
                                       GHashTable   *by_id);
guint            rgm_marker_value     (RgmBiomarker *marker,
                                       const char   *id);

G_END_DECLS
