/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-slides-save.h"

#include "rgm-enum.h"
#include "rgm-store-save.h"

/* More folders of one name are somebody's mistake. */
#define MOST_FOLDERS 1000

/**
 * rgm_slides_make_name:
 * @title: (nullable): a title
 * @suffix: (nullable): an ending, without its dot
 *
 * Returns: (transfer full): a file's name that says the title as far as a name can
 */
char *
rgm_slides_make_name (const char *title,
                      const char *suffix)
{
  g_autofree char *name = g_strdup (title != NULL && *title != '\0' ? title : _("Story"));

  g_strdelimit (name, "/\\:*?\"<>|", '-');

  return suffix != NULL ? g_strconcat (name, ".", suffix, NULL) : g_steal_pointer (&name);
}

static char *
get_shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* A folder that wasn't there: 'Title', or else 'Title 2'. */
static GFile *
make_folder (GFile       *parent,
             const char  *title,
             GError     **error)
{
  g_autofree char *name = rgm_slides_make_name (title, NULL);

  for (guint i = 1; i <= MOST_FOLDERS; i++)
    {
      g_autofree char *numbered = i == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, i);
      g_autoptr (GFile) folder = g_file_get_child (parent, numbered);
      g_autoptr (GError) fault = NULL;

      if (g_file_make_directory (folder, NULL, &fault))
        return g_steal_pointer (&folder);
      if (!g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_EXISTS) || i == MOST_FOLDERS)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }

  return NULL;
}

/**
 * rgm_slides_save_folder:
 * @deck: slides
 * @parent: the folder in which another is made
 * @title: (nullable): what that one is called; with a number where the name is taken
 * @error: where an error goes
 *
 * Saves an image of each chart. Of a folder that can't be filled nothing is left.
 *
 * Returns: (transfer full) (nullable): the name of the folder, for a person
 */
char *
rgm_slides_save_folder (RgmDeck     *deck,
                        GFile       *parent,
                        const char  *title,
                        GError     **error)
{
  g_autoptr (GPtrArray) images = rgm_deck_list_images (deck, error);
  g_autoptr (GFile) folder = images != NULL ? make_folder (parent, title, error) : NULL;

  if (folder == NULL)
    return NULL;

  for (guint i = 0; i < images->len; i++)
    {
      const RgmDeckImage *image = images->pdata[i];
      g_autoptr (GFile) file = g_file_get_child (folder, image->name);

      if (rgm_store_save (image->bytes, file, NULL, error))
        continue;
      for (guint j = 0; j < i; j++)
        {
          g_autoptr (GFile) saved = g_file_get_child (folder, ((const RgmDeckImage *) images->pdata[j])->name);

          g_file_delete (saved, NULL, NULL);
        }
      g_file_delete (folder, NULL, NULL);
      return NULL;
    }

  return get_shown_name (folder);
}

/**
 * rgm_slides_save:
 * @deck: slides
 * @format: what they are saved as
 * @file: the file, which gets the format's ending where its name has none
 * @error: where an error goes
 *
 * Saves slides, whole or not at all.
 *
 * Returns: (transfer full) (nullable): the name of the file, for a person
 */
char *
rgm_slides_save (RgmDeck        *deck,
                 RgmDeckFormat   format,
                 GFile          *file,
                 GError        **error)
{
  g_autoptr (GFile) target = rgm_store_complete_name (file, rgm_enum_get_nick (RGM_TYPE_DECK_FORMAT, (int) format), error);
  g_autoptr (GBytes) bytes = target != NULL ? rgm_deck_write (deck, format, error) : NULL;

  if (bytes == NULL || !rgm_store_save (bytes, target, NULL, error))
    return NULL;

  return get_shown_name (target);
}
