/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RGM_TYPE_PREFERENCES (rgm_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RgmPreferences, rgm_preferences, RGM, PREFERENCES, GObject)

RgmPreferences *rgm_preferences_get_default (void);
char           *rgm_preferences_get_string  (RgmPreferences *self,
                                             const char     *key);
void            rgm_preferences_set_string  (RgmPreferences *self,
                                             const char     *key,
                                             const char     *value);
int             rgm_preferences_get_int     (RgmPreferences *self,
                                             const char     *key);
void            rgm_preferences_set_int     (RgmPreferences *self,
                                             const char     *key,
                                             int             value);
GVariant       *rgm_preferences_find_window (RgmPreferences *self,
                                             const char     *uri);
void            rgm_preferences_add_window  (RgmPreferences *self,
                                             GVariant       *window);

G_END_DECLS
