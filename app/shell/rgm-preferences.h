/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RGM_TYPE_PREFERENCES (rgm_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RgmPreferences, rgm_preferences, RGM, PREFERENCES, GObject)

RgmPreferences *rgm_preferences_get_default (void);
void            rgm_preferences_bind        (RgmPreferences *self,
                                             const char     *key,
                                             gpointer        object,
                                             const char     *property);
char           *rgm_preferences_get_string  (RgmPreferences *self,
                                             const char     *key);
void            rgm_preferences_set_string  (RgmPreferences *self,
                                             const char     *key,
                                             const char     *value);
void            rgm_preferences_get_size    (RgmPreferences *self,
                                             int            *width,
                                             int            *height);
void            rgm_preferences_set_size    (RgmPreferences *self,
                                             int             width,
                                             int             height);

G_END_DECLS
