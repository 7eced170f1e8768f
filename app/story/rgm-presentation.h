/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story-show.h"

G_BEGIN_DECLS

/**
 * RgmStageCover:
 * @RGM_STAGE_OPEN: the slide is seen
 * @RGM_STAGE_BLACK: a black screen
 * @RGM_STAGE_WHITE: a white screen
 *
 * What covers the stage.
 */
typedef enum
{
  RGM_STAGE_OPEN,
  RGM_STAGE_BLACK,
  RGM_STAGE_WHITE,
} RgmStageCover;

/**
 * RgmStagePlace:
 * @slide: which slide, from 0; the number of slides for the end
 * @page: which page of it, from 0
 * @step: how many of the page's steps are shown
 * @n_steps: how many there are; 0 where all is shown at once
 *
 * How far a presentation is.
 */
typedef struct
{
  guint slide;
  guint page;
  guint step;
  guint n_steps;
} RgmStagePlace;

#define RGM_TYPE_PRESENTATION (rgm_presentation_get_type ())

/**
 * RgmPresentation:
 *
 * A show on its way: where it is, what the audience is shown of it, what is emphasised, and the
 * timer. Windows show it, and tell it of keys.
 */
G_DECLARE_FINAL_TYPE (RgmPresentation, rgm_presentation, RGM, PRESENTATION, GObject)

RgmPresentation    *rgm_presentation_new            (RgmStoryShow     *show,
                                                     guint             slide);
RgmStoryShow       *rgm_presentation_get_show       (RgmPresentation  *self);
RgmStagePlace       rgm_presentation_get_place      (RgmPresentation  *self,
                                                     gboolean          of_audience);
RgmScene           *rgm_presentation_get_scene      (RgmPresentation  *self,
                                                     gboolean          of_audience);
RgmScene           *rgm_presentation_get_next       (RgmPresentation  *self,
                                                     RgmStagePlace    *place);
const RgmStoryFace *rgm_presentation_get_face       (RgmPresentation  *self);
gboolean            rgm_presentation_is_at_end      (RgmPresentation  *self,
                                                     gboolean          of_audience);
void                rgm_presentation_forward        (RgmPresentation  *self);
void                rgm_presentation_back           (RgmPresentation  *self);
void                rgm_presentation_go_to          (RgmPresentation  *self,
                                                     guint             slide);

RgmStageCover       rgm_presentation_get_cover      (RgmPresentation  *self);
void                rgm_presentation_toggle_cover   (RgmPresentation  *self,
                                                     RgmStageCover     cover);
gboolean            rgm_presentation_is_frozen      (RgmPresentation  *self);
void                rgm_presentation_toggle_frozen  (RgmPresentation  *self);
gboolean            rgm_presentation_leave_state    (RgmPresentation  *self);

const char * const *rgm_presentation_get_emphasised (RgmPresentation  *self,
                                                     gboolean          of_audience);
const char         *rgm_presentation_get_sentence   (RgmPresentation  *self,
                                                     gboolean          of_audience);
void                rgm_presentation_emphasise      (RgmPresentation  *self,
                                                     const char       *mark);
void                rgm_presentation_walk_marks     (RgmPresentation  *self,
                                                     int               steps);
void                rgm_presentation_walk_legend    (RgmPresentation  *self,
                                                     int               steps);
void                rgm_presentation_emphasise_key  (RgmPresentation  *self,
                                                     guint             key);
gboolean            rgm_presentation_move_reference (RgmPresentation  *self,
                                                     double            by);

gint64              rgm_presentation_get_elapsed    (RgmPresentation  *self);
gboolean            rgm_presentation_is_timing      (RgmPresentation  *self);
void                rgm_presentation_toggle_timer   (RgmPresentation  *self);
void                rgm_presentation_reset_timer    (RgmPresentation  *self);

G_END_DECLS
