/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-document.h"
#include "rgm-figure.h"
#include "rgm-selection.h"

G_BEGIN_DECLS

/* Of the room story, which not everybody who shows a window's state sees. */
typedef struct _RgmStoryDocument RgmStoryDocument;
/* The views that code names; all of them are listed where the window is made. */
#define RGM_VIEW_RESPONSE "response"
#define RGM_VIEW_PATIENT "patient"
#define RGM_VIEW_DATA "data"

/**
 * RGM_MAX_COMPARED:
 *
 * How many trials may stand beside each other: with more, the columns can't be read.
 */
#define RGM_MAX_COMPARED 6

#define RGM_TYPE_WINDOW_STATE (rgm_window_state_get_type ())
G_DECLARE_FINAL_TYPE (RgmWindowState, rgm_window_state, RGM, WINDOW_STATE, GObject)

RgmWindowState *rgm_window_state_new            (void);
GVariant       *rgm_window_state_save           (RgmWindowState *self);
void            rgm_window_state_restore        (RgmWindowState *self,
                                                 GVariant       *saved);

RgmDataSet     *rgm_window_state_get_data_set   (RgmWindowState *self);
GFile          *rgm_window_state_get_file       (RgmWindowState *self);
void            rgm_window_state_set_index      (RgmWindowState *self,
                                                 RgmIndex       *index,
                                                 GFile          *file,
                                                 gboolean        is_changed_copy);
void            rgm_window_state_set_beginning  (RgmWindowState *self,
                                                 RgmIndex       *index,
                                                 GFile          *file,
                                                 gboolean        is_changed_copy);
gboolean        rgm_window_state_is_beginning   (RgmWindowState *self);
void            rgm_window_state_set_file       (RgmWindowState *self,
                                                 GFile          *file);
RgmDocument    *rgm_window_state_get_document   (RgmWindowState *self);
void            rgm_window_state_set_document   (RgmWindowState *self,
                                                 RgmDocument    *document);
gboolean        rgm_window_state_get_editing    (RgmWindowState *self);
void            rgm_window_state_set_editing    (RgmWindowState *self,
                                                 gboolean        is_editing);
const char     *rgm_window_state_get_typed      (RgmWindowState *self);
void            rgm_window_state_set_typed      (RgmWindowState *self,
                                                 const char     *typed);
RgmSelection   *rgm_window_state_get_selection  (RgmWindowState *self);

const char     *rgm_window_state_get_patient    (RgmWindowState *self);
gboolean        rgm_window_state_set_patient    (RgmWindowState *self,
                                                 const char     *findings,
                                                 GError        **error);

const char     *rgm_window_state_get_view       (RgmWindowState *self);
void            rgm_window_state_set_view       (RgmWindowState *self,
                                                 const char     *view);
RgmFigure      *rgm_window_state_get_figure     (RgmWindowState *self,
                                                 const char     *kind);
RgmFigure      *rgm_window_state_get_shown      (RgmWindowState *self,
                                                 const char     *view);
void            rgm_window_state_set_shown      (RgmWindowState *self,
                                                 const char     *view,
                                                 RgmFigure      *figure);
RgmStoryDocument *
                rgm_window_state_get_story      (RgmWindowState *self);

RgmTrial       *rgm_window_state_get_trial      (RgmWindowState *self);
void            rgm_window_state_set_trial      (RgmWindowState *self,
                                                 RgmTrial       *trial);
const char     *rgm_window_state_get_hovered    (RgmWindowState *self);
void            rgm_window_state_set_hovered    (RgmWindowState *self,
                                                 const char     *trial_id);
GListModel     *rgm_window_state_get_compared   (RgmWindowState *self);
gboolean        rgm_window_state_is_compared    (RgmWindowState *self,
                                                 RgmTrial       *trial);
gboolean        rgm_window_state_compare        (RgmWindowState *self,
                                                 RgmTrial       *trial,
                                                 gboolean        is_compared);
void            rgm_window_state_clear_compared (RgmWindowState *self);

G_END_DECLS
