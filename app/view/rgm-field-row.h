/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

typedef enum
{
  RGM_FIELD_MESSAGE_NONE,
  RGM_FIELD_MESSAGE_UNDERSTOOD,
  RGM_FIELD_MESSAGE_DOUBT,
  RGM_FIELD_MESSAGE_ERROR,
} RgmFieldMessage;

#define RGM_TYPE_FIELD_ROW (rgm_field_row_get_type ())

/**
 * RgmFieldRow:
 *
 * One field of a record in a form: its label, what it is typed or chosen in, and below a
 * message. The signal "typed" comes with each change; "left" when a changed field is left, by
 * the keyboard, the pointer or Enter.
 */
G_DECLARE_FINAL_TYPE (RgmFieldRow, rgm_field_row, RGM, FIELD_ROW, GtkWidget)

GtkWidget      *rgm_field_row_new         (const char           *label,
                                           const RgmDescription *description,
                                           const RgmField       *field,
                                           RgmDataSet           *data_set,
                                           RgmTrial             *trial);
const RgmField *rgm_field_row_get_field   (RgmFieldRow          *self);
void            rgm_field_row_set_text    (RgmFieldRow          *self,
                                           const char           *text);
void            rgm_field_row_set_typed   (RgmFieldRow          *self,
                                           const char           *text);
char           *rgm_field_row_dup_text    (RgmFieldRow          *self);
void            rgm_field_row_add_choice  (RgmFieldRow          *self,
                                           const char           *value,
                                           const char           *name);
void            rgm_field_row_choose_named
                                          (RgmFieldRow          *self,
                                           const char           *name);
void            rgm_field_row_set_height  (RgmFieldRow          *self,
                                           int                   pixels);
void            rgm_field_row_set_adds    (RgmFieldRow          *self);
gboolean        rgm_field_row_is_changed  (RgmFieldRow          *self);
void            rgm_field_row_take        (RgmFieldRow          *self);
void            rgm_field_row_set_message (RgmFieldRow          *self,
                                           RgmFieldMessage       kind,
                                           const char           *text);
void            rgm_field_row_leave       (RgmFieldRow          *self);

char           *rgm_field_row_describe    (const RgmField       *field,
                                           gconstpointer         record);
char          **rgm_field_row_find_ids    (RgmDataSet           *data_set,
                                           const RgmField       *field,
                                           const char           *text);

G_END_DECLS
