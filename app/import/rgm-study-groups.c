/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-study-groups.h"
#include "rgm-text-normalise.h"

/* The words that two folded texts share, in relation to all that they have. */
static double
find_likeness (const char *one,
               const char *other)
{
  g_auto (GStrv) words = g_strsplit (one, " ", -1);
  g_auto (GStrv) others = g_strsplit (other, " ", -1);
  guint n_shared = 0, n_words = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    n_shared += g_strv_contains ((const char *const *) others, words[i]);

  return n_words > 0 ? (double) n_shared / (double) MAX (n_words, g_strv_length (others)) : 0;
}

/**
 * rgm_study_groups_match:
 * @draft: a trial whose arms are known
 * @group: a group of patients
 * @n_groups: how many groups the same results are posted of
 *
 * Finds the arm that a group of patients is: the one of that name, or the only one. Where
 * there is none, the arm that shares most words is suggested.
 */
void
rgm_study_groups_match (RgmTrialDraft  *draft,
                        RgmPostedGroup *group,
                        guint           n_groups)
{
  g_autofree char *folded = rgm_text_normalise_joined (group->title);
  g_autofree char *words = rgm_text_normalise_whole (group->title);
  double most = 0;
  int found = -1;
  guint n_found = 0;

  if (group->arm >= 0)
    return;

  for (guint i = 0; i < draft->arms->len; i++)
    {
      const char *name = g_array_index (draft->arms, RgmDraftArm, i).label;
      g_autofree char *label = rgm_text_normalise_joined (name);
      g_autofree char *label_words = rgm_text_normalise_whole (name);
      double likeness = find_likeness (words, label_words);

      if (g_str_equal (label, folded))
        {
          found = (int) i;
          n_found++;
        }
      if (likeness > most)
        {
          most = likeness;
          group->suggestion = (int) i;
        }
      else if (likeness == most)
        {
          group->suggestion = -1;
        }
    }

  if (n_found == 1)
    group->arm = found;
  else if (n_found == 0 && n_groups == 1 && draft->arms->len == 1)
    group->arm = 0;
}
