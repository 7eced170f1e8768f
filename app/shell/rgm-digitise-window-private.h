/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-at-risk-grid.h"
#include "rgm-axis-rows.h"
#include "rgm-digitisation.h"
#include "rgm-digitise-window.h"
#include "rgm-picture-canvas.h"

G_BEGIN_DECLS

/* Private to the window, which is in two files: what is read off the picture, and how the picture comes and goes. */

struct _RgmDigitiseWindow
{
  AdwWindow             parent_instance;

  RgmDigitisation      *digitisation;      /* NULL until there is a picture */
  GdkPixbuf            *picture;
  char                 *source;            /* what it is called */
  char                 *saved;             /* what was saved with the picture; NULL before it is */
  GtkFileChooserNative *chooser;
  GCancellable         *loading;
  GCancellable         *rebuilding;
  guint                 delay;
  gboolean              is_refreshing;

  GtkStack             *stack;
  GtkScrolledWindow    *scrolled;
  RgmPictureCanvas     *canvas;
  RgmAtRiskGrid        *at_risk;
  GtkWidget            *paste_button;
  GtkLabel             *hint;
  RgmAxisRows          *axes;
  AdwComboRow          *curve;
  GtkWidget            *name;
  GtkWidget            *events;
  GtkToggleButton      *point_button;
  GtkToggleButton      *trace_button;
  GtkLabel             *report;
  GtkLabel             *message;
};

void  rgm_digitise_window_show_message (RgmDigitiseWindow *self,
                                       const char        *text);
void  rgm_digitise_window_set_picture  (RgmDigitiseWindow *self,
                                       GdkPixbuf         *picture,
                                       const char        *source,
                                       RgmDigitisation   *digitisation);
char *rgm_digitise_window_make_name   (guint              number);

void rgm_digitise_window_open_action  (GtkWidget         *widget,
                                       const char        *name,
                                       GVariant          *parameter);
void rgm_digitise_window_paste_action (GtkWidget         *widget,
                                       const char        *name,
                                       GVariant          *parameter);
void rgm_digitise_window_save_action  (GtkWidget         *widget,
                                       const char        *name,
                                       GVariant          *parameter);
void rgm_digitise_window_take_drops   (RgmDigitiseWindow *self);

G_END_DECLS
