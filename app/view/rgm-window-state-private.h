/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story-document.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

/* What a window shows. Widgets show it and are never its only home; list and figures
 * watch the same selection, so that they can't disagree:
 *
 *                              RgmWindowState
 *        ┌───────────────┬───────────┼────────────┬─────────────┬──────┐
 *    RgmSelection      trial      compared     hovered       figures  view
 *    (list, figures)  (list, page, (row, page)  (row, marks)
 *                      marks)
 */
struct _RgmWindowState
{
  GObject       parent_instance;

  GFile        *file;       /* of the data set; NULL for the embedded one */
  RgmDocument  *document;   /* what is edited; NULL where the data set can't be */
  gboolean      is_editing;
  gboolean      is_beginning; /* of a file that is still being read */
  char         *typed;      /* the name of the step that what is typed will be; NULL where nothing is */
  RgmSelection *selection;
  RgmTrial     *trial;
  GListStore   *compared;
  char         *hovered;
  char         *view;
  GPtrArray    *figures;    /* one RgmFigure of each kind */
  GHashTable   *shown;      /* id of a view -> RgmFigure, for views of several figures */
  RgmStoryDocument *story;  /* NULL until somebody asks */

  /* What is saved of a data set that isn't open yet. */
  GVariant     *pending;
};

void rgm_window_state_restore_pending (RgmWindowState *self);

G_END_DECLS
