/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_CHOICE_LIST (rgm_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (RgmChoiceList, rgm_choice_list, RGM, CHOICE_LIST, GtkWidget)

void       rgm_choice_list_clear      (RgmChoiceList      *self);
void       rgm_choice_list_add        (RgmChoiceList      *self,
                                       const char         *id,
                                       const char         *label,
                                       gboolean            is_chosen);
void       rgm_choice_list_choose     (RgmChoiceList      *self,
                                       const char * const *ids);
char     **rgm_choice_list_get_chosen (RgmChoiceList      *self);

G_END_DECLS
