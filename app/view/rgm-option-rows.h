/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RgmChoice:
 * @value: the property's value
 * @label: what it is called, to be translated
 *
 * A choice of an option.
 */
typedef struct
{
  const char *value;
  const char *label;
} RgmChoice;

GtkWidget *rgm_options_new        (void);
void       rgm_options_add_choice (GtkWidget       *options,
                                   const char      *title,
                                   const char      *sentence,
                                   gpointer         object,
                                   const char      *property,
                                   const RgmChoice *choices,
                                   guint            n_choices);
void       rgm_options_add_kind   (GtkWidget          *options,
                                   const char         *title,
                                   const char         *sentence,
                                   gpointer            object,
                                   const char         *property,
                                   const char * const *labels);
void       rgm_options_add_part   (GtkWidget       *options,
                                   const char      *title,
                                   const char      *sentence,
                                   gpointer         object,
                                   const char      *property,
                                   guint            part);
void       rgm_options_add_switch (GtkWidget       *options,
                                   const char      *title,
                                   const char      *sentence,
                                   gpointer         object,
                                   const char      *property);
void       rgm_options_add_number (GtkWidget       *options,
                                   const char      *title,
                                   const char      *sentence,
                                   gpointer         object,
                                   const char      *property,
                                   double           lower,
                                   double           upper,
                                   double           step,
                                   guint            digits);

G_END_DECLS
