/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-trial-context.h"

G_BEGIN_DECLS

/* The small parts that pages are put together from. Each is returned floating. */

void       rgm_tell_place             (GtkWidget       *widget,
                                       const char      *text);
void       rgm_tell_places            (GtkWidget       *widget,
                                       RgmDataSet      *data_set,
                                       GPtrArray       *places);
void       rgm_box_clear              (GtkBox          *box);
GtkWidget *rgm_text_new               (const char      *text,
                                       const char      *style);
void       rgm_text_break_in          (GtkWidget       *control);
GtkWidget *rgm_boxed_list_new         (const char      *name);
GtkWidget *rgm_group_new              (void);
GtkWidget *rgm_section_new            (const char      *title,
                                       const char      *description);
void       rgm_section_add_help       (GtkWidget       *section,
                                       const char      *link);
GtkWidget *rgm_pair_new               (const char      *caption,
                                       const char      *value);
GtkWidget *rgm_chip_new               (const char      *text);
GtkWidget *rgm_fact_text_new          (RgmDataSet      *data_set,
                                       const RgmFact   *fact);
GtkWidget *rgm_remark_note_new        (RgmDataSet      *data_set,
                                       RgmRemark       *remark);
GtkWidget *rgm_remark_sign_new        (RgmRemark       *remark,
                                       const char      *text);
void       rgm_button_name_for        (GtkWidget       *button,
                                       const char      *format,
                                       const char      *name);
GtkWidget *rgm_action_button_new      (const char      *icon,
                                       const char      *action,
                                       const char      *path,
                                       const char      *format,
                                       const char      *name);
gboolean   rgm_remarks_take           (RgmTrialContext *context,
                                       const char      *arm,
                                       const char * const *about,
                                       GtkBox          *box);

G_END_DECLS
