/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-import-task.h"
#include "rgm-window.h"

G_BEGIN_DECLS

#define RGM_TYPE_IMPORT_DIALOG (rgm_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgmImportDialog, rgm_import_dialog, RGM, IMPORT_DIALOG, AdwWindow)

/**
 * RgmNothingTaken:
 * @window: the window
 * @review: what was read
 * @data: the caller's own
 *
 * Called where nothing can be taken.
 *
 * Returns: whether that was told
 */
typedef gboolean (*RgmNothingTaken) (RgmWindow       *window,
                                     RgmImportReview *review,
                                     gpointer         data);

void rgm_import_dialog_start (RgmWindow       *window,
                              GPtrArray       *files,
                              GBytes          *pasted,
                              RgmNothingTaken  nothing_taken,
                              gpointer         data,
                              GDestroyNotify   free_data);

G_END_DECLS
