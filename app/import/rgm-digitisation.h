/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rgm-colour-trace.h"
#include "rgm-digitised-curve.h"
#include "rgm-picture-axes.h"

G_BEGIN_DECLS

#define RGM_TYPE_DIGITISATION (rgm_digitisation_get_type ())

/**
 * RgmDigitisation:
 *
 * What a person reads off a picture of survival curves: the axes, the points of each curve in the picture's pixels, and the numbers
 * below it. Each change is a step that can be undone. There is always one curve at least, and one time of numbers at risk, which is 0.
 *
 * Emits "changed" after each change.
 */
G_DECLARE_FINAL_TYPE (RgmDigitisation, rgm_digitisation, RGM, DIGITISATION, GObject)

/* More numbers at risk than this stand below no chart. */
#define RGM_DIGITISATION_MAX_TIMES 40

RgmDigitisation      *rgm_digitisation_new          (const char             *first_name);

const RgmPictureAxes *rgm_digitisation_get_axes     (RgmDigitisation        *self);
void                  rgm_digitisation_place_mark   (RgmDigitisation        *self,
                                                     RgmPictureMark          mark,
                                                     const RgmPicturePoint  *place);
void                  rgm_digitisation_set_value    (RgmDigitisation        *self,
                                                     RgmPictureMark          mark,
                                                     double                  value);

guint                 rgm_digitisation_get_n_curves (RgmDigitisation        *self);
guint                 rgm_digitisation_add_curve    (RgmDigitisation        *self,
                                                     const char             *name);
void                  rgm_digitisation_remove_curve (RgmDigitisation        *self,
                                                     guint                   curve);
const char           *rgm_digitisation_get_name     (RgmDigitisation        *self,
                                                     guint                   curve);
void                  rgm_digitisation_set_name     (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     const char             *name);
gint64                rgm_digitisation_get_events   (RgmDigitisation        *self,
                                                     guint                   curve);
void                  rgm_digitisation_set_events   (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     gint64                  events);

const GArray         *rgm_digitisation_get_points   (RgmDigitisation        *self,
                                                     guint                   curve);
guint                 rgm_digitisation_add_point    (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     const RgmPicturePoint  *point);
guint                 rgm_digitisation_move_point   (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     guint                   index,
                                                     const RgmPicturePoint  *point);
void                  rgm_digitisation_remove_point (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     guint                   index);
guint                 rgm_digitisation_trace        (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     const RgmPixels        *pixels,
                                                     const RgmPicturePoint  *seed);

guint                 rgm_digitisation_get_n_times  (RgmDigitisation        *self);
double                rgm_digitisation_get_time     (RgmDigitisation        *self,
                                                     guint                   index);
void                  rgm_digitisation_set_time     (RgmDigitisation        *self,
                                                     guint                   index,
                                                     double                  time);
gboolean              rgm_digitisation_set_interval (RgmDigitisation        *self,
                                                     double                  interval);
gint64                rgm_digitisation_get_at_risk  (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     guint                   index);
void                  rgm_digitisation_set_at_risk  (RgmDigitisation        *self,
                                                     guint                   curve,
                                                     guint                   index,
                                                     gint64                  number);

gboolean              rgm_digitisation_can_undo     (RgmDigitisation        *self);
gboolean              rgm_digitisation_can_redo     (RgmDigitisation        *self);
void                  rgm_digitisation_undo         (RgmDigitisation        *self);
void                  rgm_digitisation_redo         (RgmDigitisation        *self);
void                  rgm_digitisation_end_step     (RgmDigitisation        *self);

RgmDigitisedCurve    *rgm_digitisation_read         (RgmDigitisation        *self,
                                                     guint                   curve);

char                 *rgm_digitisation_to_text      (RgmDigitisation        *self);
RgmDigitisation      *rgm_digitisation_new_from_text
                                                    (const char             *text,
                                                     GError                **error);

G_END_DECLS
