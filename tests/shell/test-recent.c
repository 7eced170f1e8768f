/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gstdio.h>

#include "rgm-recent.h"

#define MAX_RECENT 8

/* A file in a folder of its own, which is gone when the test is over. */
static GFile *
make_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "{}", 2, NULL));

  return g_file_new_for_path (path);
}

/* The entries of the menu, the first one first, with spaces between them. */
static char *
read_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GString *text = g_string_new (NULL);

  rgm_recent_follow (&rgm_recent_data_sets, menu);
  for (int i = 0; i < g_menu_model_get_n_items (G_MENU_MODEL (menu)); i++)
    {
      g_autofree char *label = NULL;

      g_assert_true (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", label);
    }

  return g_string_free (text, FALSE);
}

static void
assert_menu (const char *expected)
{
  g_autofree char *text = read_menu ();

  g_assert_cmpstr (text, ==, expected);
}

static void
open_file (GFile *file)
{
  rgm_recent_add (&rgm_recent_data_sets, file);
  /* no two at the same time */
  g_usleep (2000);
}

static void
begin (char **folder)
{
  *folder = g_dir_make_tmp ("regimen-XXXXXX", NULL);
  gtk_recent_manager_purge_items (gtk_recent_manager_get_default (), NULL);
  assert_menu ("No recent data sets");
}

static void
end (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
test_the_latest_is_first (void)
{
  char *folder;
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;

  begin (&folder);
  first = make_file (folder, "first.json");
  second = make_file (folder, "second.json");

  open_file (first);
  open_file (second);
  assert_menu ("second.json first.json");
  open_file (first);
  assert_menu ("first.json second.json");

  for (int i = 0; i < MAX_RECENT; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);
      g_autoptr (GFile) file = make_file (folder, name);

      open_file (file);
    }
  assert_menu ("7 6 5 4 3 2 1 0");
  end (folder);
}

/* GTK adds what its dialogs save and print, in the program's name. */
static void
test_figures_are_no_data_sets (void)
{
  char *folder;
  g_autoptr (GFile) set = NULL;
  g_autoptr (GFile) figure = NULL;
  g_autofree char *uri = NULL;

  begin (&folder);
  set = make_file (folder, "set.json");
  figure = make_file (folder, "figure.svg");
  uri = g_file_get_uri (figure);

  open_file (set);
  g_assert_true (gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri));
  assert_menu ("set.json");
  end (folder);
}

static void
test_what_is_gone_is_forgotten (void)
{
  char *folder;
  g_autoptr (GFile) here = NULL;
  g_autoptr (GFile) gone = NULL;
  g_autofree char *text = NULL;

  begin (&folder);
  here = make_file (folder, "here.json");
  gone = make_file (folder, "gone.json");
  open_file (gone);
  open_file (here);
  g_assert_true (g_file_delete (gone, NULL, NULL));
  assert_menu ("here.json gone.json");

  rgm_recent_forget_gone (here);
  rgm_recent_forget_gone (gone);
  while (g_strcmp0 (text, "here.json") != 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (text);
      text = read_menu ();
    }
  end (folder);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_set_prgname ("regimen");

  g_test_add_func ("/shell/recent/the-latest-is-first", test_the_latest_is_first);
  g_test_add_func ("/shell/recent/figures-are-no-data-sets", test_figures_are_no_data_sets);
  g_test_add_func ("/shell/recent/what-is-gone-is-forgotten", test_what_is_gone_is_forgotten);

  return g_test_run ();
}
