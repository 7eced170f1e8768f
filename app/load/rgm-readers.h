/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-load.h"
#include "rgm-reader.h"

G_BEGIN_DECLS

/* One function for each object of the format. Each reads the value at a cursor, tells
 * what is at fault, and returns what it made of it: NULL as soon as anything in the
 * document is at fault, because then nothing of it will be shown. */

/* Reads one element of a list to what the list is made of. */
typedef gpointer (*RgmReadElement) (RgmReader       *reader,
                                    const RgmCursor *cursor,
                                    const char      *within);

GPtrArray    *rgm_read_list       (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   RgmReadElement   read,
                                   const char      *within,
                                   GDestroyNotify   free_element);

GPtrArray    *rgm_read_places     (RgmReader       *reader,
                                   const RgmCursor *cursor);
GPtrArray    *rgm_read_facts      (RgmReader       *reader,
                                   const RgmCursor *cursor);
GPtrArray    *rgm_read_populations
                                  (RgmReader       *reader,
                                   const RgmCursor *cursor);
GPtrArray    *rgm_read_regulatory (RgmReader       *reader,
                                   const RgmCursor *cursor);
GPtrArray    *rgm_read_remarks    (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *trial);
GPtrArray    *rgm_read_outcomes   (RgmReader       *reader,
                                   const RgmCursor *cursor);

gpointer      rgm_read_source     (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_class      (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_endpoint   (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_agent      (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_regimen    (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_biomarker  (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
void          rgm_read_biomarker_parts
                                  (RgmReader       *reader,
                                   const RgmCursor *cursor);
void          rgm_read_biomarker_rings
                                  (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   GPtrArray       *biomarkers);
gpointer      rgm_read_remark     (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_arm        (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
gpointer      rgm_read_trial      (RgmReader       *reader,
                                   const RgmCursor *cursor,
                                   const char      *within);
RgmLicence   *rgm_read_licence    (RgmReader       *reader,
                                   const RgmCursor *cursor);

RgmPathway   *rgm_read_pathway    (RgmReader       *reader,
                                   const RgmCursor *cursor);

RgmDataSet   *rgm_read_document   (RgmReader       *reader,
                                   const char      *bytes,
                                   gsize            length,
                                   GPtrArray       *sections,
                                   RgmLoadProgress  progress,
                                   gpointer         progress_data,
                                   GCancellable    *cancellable);

G_END_DECLS
