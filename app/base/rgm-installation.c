/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-installation.h"

/* A file that a build folder has at its root. */
#define BUILD_MARK "rgm-config.h"

/* The folder of the running program, or NULL where the system doesn't tell. */
static char *
find_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

/* The prefix of the installation that the running program is of, as it lies now; NULL where it can't be told. */
static char *
find_moved_prefix (void)
{
  static const char *const folders[] = { "/" RGM_BIN_FOLDER, "/" RGM_LIBEXEC_FOLDER };
  g_autofree char *folder = find_folder ();

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_suffix (folder, folders[i]))
      return g_strndup (folder, strlen (folder) - strlen (folders[i]));

  return NULL;
}

/* The same, or the one that the program was made for. */
static char *
find_prefix (void)
{
  char *moved = find_moved_prefix ();

  return moved != NULL ? moved : g_strdup (RGM_PREFIX);
}

/**
 * rgm_installation_find_build:
 *
 * Looks for it above the running program: nothing that is installed may know where it was built, so that two builds are alike.
 *
 * Returns: (transfer full) (nullable) (type filename): the build folder that the program runs from; %NULL if it is installed
 */
char *
rgm_installation_find_build (void)
{
  g_autofree char *moved = find_moved_prefix ();
  g_autofree char *folder = moved == NULL ? find_folder () : NULL;

  while (folder != NULL && !g_str_equal (folder, "/"))
    {
      g_autofree char *mark = g_build_filename (folder, BUILD_MARK, NULL);
      char *parent;

      if (g_file_test (mark, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&folder);
      parent = g_path_get_dirname (folder);
      g_free (folder);
      folder = parent;
    }

  return NULL;
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
  g_autofree char *build = rgm_installation_find_build ();
  g_autofree char *built = build != NULL ? g_build_filename (build, "po", NULL) : NULL;
  const char *folder = moved;

  if (built != NULL)
    folder = built;
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
  g_autofree char *build = rgm_installation_find_build ();

  if (build != NULL)
    return g_build_filename (build, "app", name, NULL);
  if (g_file_test (moved, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&moved);

  return g_build_filename (RGM_LIBEXEC_DIR, name, NULL);
}
