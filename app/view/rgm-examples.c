/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-examples.h"

#define PREFIX "resource://" RGM_RESOURCE_PREFIX "/examples/"

typedef struct
{
  const char *id;    /* the name of its file, without the suffix */
  const char *label;
} Example;

static const Example examples[] = {
  /* Translators: an example data set, in a menu. */
  { "triple-negative-breast", N_("_Triple-negative breast cancer") },
  /* Translators: an example data set, in a menu. */
  { "neuroblastoma", N_("_Neuroblastoma in children") },
};

/**
 * rgm_examples_fill:
 * @menu: a menu
 *
 * Adds the data sets that come with the program as examples, each with the action that opens it.
 */
void
rgm_examples_fill (GMenu *menu)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(examples[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.open-example", "s", examples[i].id);
      g_menu_append_item (menu, item);
    }
}

/**
 * rgm_examples_find:
 * @id: which example: 'neuroblastoma'
 *
 * Returns: (transfer full) (nullable): its file, which can be read and not written; %NULL if there is none
 */
GFile *
rgm_examples_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    if (g_str_equal (examples[i].id, id))
      {
        g_autofree char *uri = g_strconcat (PREFIX, id, ".json", NULL);

        return g_file_new_for_uri (uri);
      }

  return NULL;
}

/**
 * rgm_examples_contain:
 * @file: (nullable): the file of a data set; %NULL for the embedded one
 *
 * Returns: whether it is an example, which is edited as a copy
 */
gboolean
rgm_examples_contain (GFile *file)
{
  return file != NULL && g_file_has_uri_scheme (file, "resource");
}
