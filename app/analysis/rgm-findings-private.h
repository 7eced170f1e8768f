/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-findings.h"

G_BEGIN_DECLS

struct _RgmFindings
{
  GObject      parent_instance;

  RgmDataSet  *data_set;
  GPtrArray   *markers;     /* of RgmBiomarker: biomarkers, then characteristics */
  GHashTable  *by_id;       /* of rgm_markers_by_id() */
  GHashTable  *related;     /* of rgm_markers_relate() */
  guint       *offsets;     /* of each marker's first value in states */
  guint        n_values;
  guint8      *states;      /* RgmAnswer, for each value of each marker */
  GPtrArray   *entered;     /* of GPtrArray of text: for each marker, its values as entered */
  gint64       lines;       /* of therapy before; -1 where not known */
};

gboolean rgm_findings_set  (RgmFindings  *self,
                            guint         marker,
                            guint         value,
                            RgmAnswer     answer,
                            gboolean     *changed,
                            GError      **error);
gboolean rgm_findings_read (RgmFindings  *self,
                            const char   *text,
                            GError      **error);

G_END_DECLS
