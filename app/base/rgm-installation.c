/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-installation.h"

#define BUILD_FOLDER RGM_BUILD_DIR "/app"

/* The folder of the running program, or NULL where the system doesn't tell. */
static char *
find_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

/* The prefix of the installation that the running program is of, as it lies now; the one that
 * it was made for where it can't be told. */
static char *
find_prefix (void)
{
  static const char *const folders[] = { "/" RGM_BIN_FOLDER, "/" RGM_LIBEXEC_FOLDER };
  g_autofree char *folder = find_folder ();

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_suffix (folder, folders[i]))
      return g_strndup (folder, strlen (folder) - strlen (folders[i]));

  return g_strdup (RGM_PREFIX);
}

static gboolean
runs_from_build (void)
{
  g_autofree char *folder = find_folder ();

  return g_strcmp0 (folder, BUILD_FOLDER) == 0;
}

/**
 * rgm_installation_init_locale:
 *
 * Takes on the user's locale, and finds the translations.
 */
void
rgm_installation_init_locale (void)
{
  g_autofree char *prefix = find_prefix ();
  g_autofree char *moved = g_build_filename (prefix, RGM_LOCALE_FOLDER, NULL);
  const char *folder = moved;

  if (runs_from_build ())
    folder = RGM_BUILD_DIR "/po";
  else if (!g_file_test (moved, G_FILE_TEST_IS_DIR))
    folder = RGM_LOCALE_DIR;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * rgm_installation_find_program:
 * @name: a program that is installed for this one's use only
 *
 * Returns: (transfer full) (type filename): where it is; it may be missing there
 */
char *
rgm_installation_find_program (const char *name)
{
  g_autofree char *prefix = find_prefix ();
  g_autofree char *moved = g_build_filename (prefix, RGM_LIBEXEC_FOLDER, name, NULL);

  if (runs_from_build ())
    return g_build_filename (BUILD_FOLDER, name, NULL);
  if (g_file_test (moved, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&moved);

  return g_build_filename (RGM_LIBEXEC_DIR, name, NULL);
}
