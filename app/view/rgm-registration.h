/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_REGISTRATION (rgm_registration_get_type ())
G_DECLARE_FINAL_TYPE (RgmRegistration, rgm_registration, RGM, REGISTRATION, GtkWidget)

GtkWidget *rgm_registration_new     (const char *id);

G_END_DECLS
