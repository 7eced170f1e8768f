/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-number-remarks.h"

#include <glib/gi18n-lib.h>

#include "rgm-punctuation.h"
#include "rgm-vocabulary.h"

/* Whether one of the endpoints is a rate of the arm, and rests on its number of patients. */
static gboolean
has_rate (RgmArm             *arm,
          const char * const *endpoints)
{
  for (guint i = 0; endpoints[i] != NULL; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoints[i]);

      if (outcome != NULL && g_strcmp0 (outcome->estimate.unit, "%") == 0)
        return TRUE;
    }

  return FALSE;
}

/* A remark belongs to the numbers of its endpoint; what is said about the number of
 * patients concerns the rates. */
static gboolean
concerns (RgmRemark          *remark,
          RgmArm             *arm,
          const char * const *endpoints)
{
  const char *about = remark->about;
  const char *its_arm = remark->arm;
  int kind = rgm_enum_find (RGM_TYPE_REMARK_KIND, remark->kind);

  if (about == NULL || (kind != RGM_REMARK_CONFLICT && kind != RGM_REMARK_CAUTION))
    return FALSE;
  if (its_arm != NULL && !g_str_equal (its_arm, arm->id))
    return FALSE;

  return g_str_equal (about, "n") ? has_rate (arm, endpoints) : g_strv_contains (endpoints, about);
}

/**
 * rgm_number_remarks_find:
 * @trial: a trial
 * @arm: one of its arms
 * @endpoints: (array zero-terminated=1): ids of endpoints
 *
 * Returns: (transfer full) (element-type RgmRemark): the conflicts and cautions that the
 *   arm's numbers carry, wherever they are shown: those of its subgroups carry them too
 */
GPtrArray *
rgm_number_remarks_find (RgmTrial           *trial,
                         RgmArm             *arm,
                         const char * const *endpoints)
{
  GPtrArray *remarks = trial->remarks;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < remarks->len; i++)
    if (concerns (g_ptr_array_index (remarks, i), arm, endpoints))
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (remarks, i)));

  return found;
}

/**
 * rgm_number_remarks_join:
 * @remarks: (element-type RgmRemark): conflicts and cautions
 *
 * Returns: (transfer full) (nullable): them in full, or %NULL if there are none
 */
char *
rgm_number_remarks_join (GPtrArray *remarks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      RgmRemark *remark = g_ptr_array_index (remarks, i);
      int kind = rgm_enum_find (RGM_TYPE_REMARK_KIND, remark->kind);

      /* Translators: 'Conflict' or 'Caution', and what it is. */
      rgm_add_sentence_printf (text, C_("remark", "%s: %s"), rgm_enum_get_label (RGM_TYPE_REMARK_KIND, kind),
                               remark->text);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * rgm_number_remarks_text:
 * @trial: a trial
 * @arm: one of its arms
 * @endpoints: (array zero-terminated=1): ids of endpoints
 *
 * Returns: (transfer full) (nullable): the conflicts and cautions in full, or %NULL if there are none
 */
char *
rgm_number_remarks_text (RgmTrial           *trial,
                         RgmArm             *arm,
                         const char * const *endpoints)
{
  g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (trial, arm, endpoints);

  return rgm_number_remarks_join (remarks);
}
