/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-published-curve.h"
#include "rgm-subgroup.h"

static const RgmField fields[] = {
  RGM_FIELD (RgmArm, id, "id", ID, RGM_REQUIRED | RGM_PREFIXED, "The id of the trial, a colon, and what distinguishes the arm."),
  RGM_FIELD (RgmArm, label, "label", TEXT, RGM_REQUIRED | RGM_SHARED, "The treatment, as the source puts it."),
  RGM_FIELD (RgmArm, class_id, "class", REFERENCE, RGM_OPTIONAL, "The id of the class that the source lists it in.",
             .element = &rgm_class_description),
  RGM_FIELD (RgmArm, regimen, "regimen", OBJECT, RGM_REQUIRED, "The id of the regimen.", .element = &rgm_regimen_description),
  RGM_FIELD (RgmArm, comparator, "comparator", BOOLEAN, RGM_OPTIONAL, "Whether the other arms are compared with it."),
  RGM_FIELD (RgmArm, dose, "dose", TEXT, RGM_OPTIONAL | RGM_SHARED, "How much, and how often."),
  RGM_FIELD (RgmArm, n, "n", INTEGER, RGM_OPTIONAL, "The number of patients.",
             .min = 1, .max = RGM_COUNT_MAX, .unit = "patients"),
  RGM_FIELD (RgmArm, outcomes, "outcomes", RECORDS, RGM_REQUIRED, "Its results.", .element = &rgm_outcome_description),
  RGM_FIELD (RgmArm, curves, "curves", RECORDS, RGM_OPTIONAL, "Survival by patients' times or published curves.",
             .element = &rgm_published_curve_description),
  RGM_FIELD (RgmArm, subgroups, "subgroups", RECORDS, RGM_OPTIONAL, "Some of its patients.", .element = &rgm_subgroup_description),
  RGM_FIELD (RgmArm, safety, "safety", RECORDS, RGM_OPTIONAL, "What the sources say about adverse events.",
             .element = &rgm_fact_description),
  RGM_FIELD (RgmArm, citations, "sources", RECORDS, RGM_OPTIONAL, "Where the sources describe it.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_RECORD (RgmArm, rgm_arm, fields, .name = "arm", .help = "One treated group of a trial.",
                   .expected = N_("expected the id of an arm"))

/**
 * rgm_arm_get_outcome:
 * @self: an arm
 * @endpoint: the id of an endpoint
 *
 * Returns: (transfer none) (nullable): the arm's first outcome for it
 */
RgmOutcome *
rgm_arm_get_outcome (RgmArm     *self,
                     const char *endpoint)
{
  g_return_val_if_fail (RGM_IS_ARM (self), NULL);

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (self->outcomes, i);

      if (g_str_equal (outcome->endpoint, endpoint))
        return outcome;
    }

  return NULL;
}
