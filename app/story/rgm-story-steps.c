/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-story-steps.h"

/* The steps in which a chart appears: its groups where rows stand under headings, and else one row,
 * curve or point after the other. What stands for the same trial or has the same sentence's
 * target comes together; axes, legend and texts are there from the start. */

/* The heading of a group of rows; the one above the columns has an id. */
static gboolean
is_group_heading (const RgmSceneGroup *group)
{
  return group->role == RGM_SCENE_ROLE_HEADING && group->id == NULL && group->sentence != NULL;
}

static gboolean
is_shown_stepwise (const RgmSceneGroup *group)
{
  return group->role == RGM_SCENE_ROLE_ROW || group->role == RGM_SCENE_ROLE_POOLED || group->role == RGM_SCENE_ROLE_MARK;
}

static gboolean
has_headings (RgmScene *scene)
{
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    if (is_group_heading (rgm_scene_get_group (scene, i)))
      return TRUE;

  return FALSE;
}

/* By the number of a group, the step from 1 in which it appears; 0 for what is always there. */
static guint *
find_steps (RgmScene *scene,
            guint    *n_steps)
{
  guint n = rgm_scene_get_n_groups (scene);
  guint *steps = g_new0 (guint, n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean by_heading = has_headings (scene);

  *n_steps = 0;
  for (guint i = 0; i < n; i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);

      if (is_group_heading (group))
        {
          steps[i] = ++*n_steps;
        }
      else if (is_shown_stepwise (group) && by_heading)
        {
          steps[i] = MAX (*n_steps, 1);
        }
      else if (is_shown_stepwise (group))
        {
          gpointer step = group->target != NULL ? g_hash_table_lookup (seen, group->target) : NULL;

          steps[i] = step != NULL ? GPOINTER_TO_UINT (step) : ++*n_steps;
          if (group->target != NULL && step == NULL)
            g_hash_table_insert (seen, (gpointer) group->target, GUINT_TO_POINTER (steps[i]));
        }
    }

  return steps;
}

/**
 * rgm_story_count_steps:
 * @scene: a slide
 *
 * Returns: in how many steps it appears; 0 where it has none
 */
guint
rgm_story_count_steps (RgmScene *scene)
{
  g_autofree guint *steps = NULL;
  guint n;

  if (rgm_scene_get_n_steps (scene) > 0)
    return rgm_scene_get_n_steps (scene);

  steps = find_steps (scene, &n);

  return n;
}

/**
 * rgm_story_veil_steps:
 * @scene: a slide
 * @n_shown: how many of its steps are shown
 *
 * Returns: (transfer full) (nullable): by the number of a group, whether it isn't shown yet, for #RgmSceneState;
 *   %NULL for a scene with a way of its own, which that draws faintly
 */
gboolean *
rgm_story_veil_steps (RgmScene *scene,
                      guint     n_shown)
{
  g_autofree guint *steps = NULL;
  gboolean *veiled;
  guint n;

  if (rgm_scene_get_n_steps (scene) > 0)
    return NULL;

  steps = find_steps (scene, &n);
  veiled = g_new0 (gboolean, rgm_scene_get_n_groups (scene) + 1);
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    veiled[i] = steps[i] > n_shown;

  return veiled;
}
