/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-slide.h"

static void
free_table (RgmSlideTable *table)
{
  g_array_unref (table->columns);
  g_array_unref (table->heights);
  g_array_unref (table->spans);
  g_array_unref (table->numbers);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
rgm_slide_free (RgmSlide *self)
{
  g_object_unref (self->scene);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->table, free_table);
  g_hash_table_unref (self->addresses);
  g_free (self);
}

/**
 * rgm_slide_find_address:
 * @self: a slide
 * @group: a group of its scene
 *
 * Returns: (transfer none) (nullable): the link target of the group: the page of a trial's
 * registration, or the overall source
 */
const char *
rgm_slide_find_address (const RgmSlide      *self,
                        const RgmSceneGroup *group)
{
  if (group->role == RGM_SCENE_ROLE_SOURCES)
    return g_hash_table_lookup (self->addresses, "");
  /* The nodes of a diagram don't represent trials. */
  if (group->target == NULL || (group->role != RGM_SCENE_ROLE_ROW && group->role != RGM_SCENE_ROLE_MARK))
    return NULL;

  return g_hash_table_lookup (self->addresses, group->target);
}

/**
 * rgm_slide_find_link:
 * @note: a paragraph of notes
 *
 * Returns: (transfer none) (nullable): the address at its end
 */
const char *
rgm_slide_find_link (const char *note)
{
  const char *link = strstr (note, "https://");

  if (link == NULL)
    link = strstr (note, "http://");

  return link != NULL && strpbrk (link, " \n") == NULL ? link : NULL;
}
