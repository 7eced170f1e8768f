/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-selection.h"

G_BEGIN_DECLS

/**
 * RGM_MOST_COMPARED:
 *
 * How many trials may stand beside each other: with more, the columns can't be read.
 */
#define RGM_MOST_COMPARED 6

#define RGM_TYPE_WORKSPACE (rgm_workspace_get_type ())
G_DECLARE_FINAL_TYPE (RgmWorkspace, rgm_workspace, RGM, WORKSPACE, GObject)

RgmWorkspace *rgm_workspace_new            (void);

RgmDataSet   *rgm_workspace_get_data_set   (RgmWorkspace *self);
void          rgm_workspace_set_index      (RgmWorkspace *self,
                                            RgmIndex     *index);
RgmSelection *rgm_workspace_get_selection  (RgmWorkspace *self);
RgmTrial     *rgm_workspace_get_trial      (RgmWorkspace *self);
void          rgm_workspace_set_trial      (RgmWorkspace *self,
                                            RgmTrial     *trial);
const char   *rgm_workspace_get_hovered    (RgmWorkspace *self);
void          rgm_workspace_set_hovered    (RgmWorkspace *self,
                                            const char   *trial_id);
GListModel   *rgm_workspace_get_compared   (RgmWorkspace *self);
gboolean      rgm_workspace_is_compared    (RgmWorkspace *self,
                                            RgmTrial     *trial);
gboolean      rgm_workspace_compare        (RgmWorkspace *self,
                                            RgmTrial     *trial,
                                            gboolean      is_compared);
void          rgm_workspace_clear_compared (RgmWorkspace *self);

G_END_DECLS
