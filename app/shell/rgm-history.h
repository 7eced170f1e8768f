/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RgmStop:
 * @view: the id of a view
 * @trial: (nullable): the id of the trial that was looked at
 * @patient: the findings that were entered, or ""
 *
 * Something that was looked at.
 */
typedef struct
{
  char *view;
  char *trial;
  char *patient;
} RgmStop;

#define RGM_TYPE_HISTORY (rgm_history_get_type ())
G_DECLARE_FINAL_TYPE (RgmHistory, rgm_history, RGM, HISTORY, GObject)

RgmHistory    *rgm_history_new            (void);
void           rgm_history_visit          (RgmHistory *self,
                                           const char *view,
                                           const char *trial,
                                           const char *patient);
const RgmStop *rgm_history_go             (RgmHistory *self,
                                           int         steps);
gboolean       rgm_history_get_can_go_back
                                          (RgmHistory *self);
gboolean       rgm_history_get_can_go_forward
                                          (RgmHistory *self);
void           rgm_history_clear          (RgmHistory *self);

G_END_DECLS
