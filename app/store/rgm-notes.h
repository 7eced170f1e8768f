/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-note-place.h"

G_BEGIN_DECLS

#define RGM_TYPE_NOTES (rgm_notes_get_type ())

/**
 * RgmNotes:
 *
 * A person's own notes and bookmarks on trials, their arms and their numbers. They are in a file among the person's data and
 * never in a data set. A note stays with its trial through revisions, and through other data sets by the trial's registrations.
 * To be used in the main thread.
 *
 * The signal "changed" tells that some note did.
 */
G_DECLARE_FINAL_TYPE (RgmNotes, rgm_notes, RGM, NOTES, GObject)

RgmNotes   *rgm_notes_get_default   (void);
RgmNotes   *rgm_notes_new           (GFile       *file);
gboolean    rgm_notes_is_bookmarked (RgmNotes    *self,
                                     RgmDataSet  *data_set,
                                     RgmTrial    *trial,
                                     const char  *place);
const char *rgm_notes_get_text      (RgmNotes    *self,
                                     RgmDataSet  *data_set,
                                     RgmTrial    *trial,
                                     const char  *place);
char      **rgm_notes_list_places   (RgmNotes    *self,
                                     RgmDataSet  *data_set,
                                     RgmTrial    *trial);
gboolean    rgm_notes_set_bookmarked
                                    (RgmNotes    *self,
                                     RgmDataSet  *data_set,
                                     RgmTrial    *trial,
                                     const char  *place,
                                     gboolean     is_bookmarked,
                                     GError     **error);
gboolean    rgm_notes_set_text      (RgmNotes    *self,
                                     RgmDataSet  *data_set,
                                     RgmTrial    *trial,
                                     const char  *place,
                                     const char  *text,
                                     GError     **error);
const char *rgm_notes_get_fault     (RgmNotes    *self);

G_END_DECLS
