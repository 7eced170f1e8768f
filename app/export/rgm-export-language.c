/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-export-language.h"

/**
 * rgm_export_get_language:
 *
 * Returns: (transfer full): the language of the user interface, as a BCP 47 tag
 */
char *
rgm_export_get_language (void)
{
  g_auto (GStrv) parts = g_strsplit_set (g_get_language_names ()[0], ".@", 2);

  if (g_str_equal (parts[0], "C") || g_str_equal (parts[0], "POSIX"))
    return g_strdup ("en");

  return g_strdelimit (g_strdup (parts[0]), "_", '-');
}
