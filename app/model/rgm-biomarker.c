/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-biomarker.h"
#include "rgm-record-check.h"

static int
find_position (const RgmBiomarker *self,
               const char         *id)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_str_equal (((RgmBiomarkerValue *) g_ptr_array_index (self->values, i))->id, id))
      return (int) i;

  return -1;
}

/* Whether the value is reached again from @from by what is implied or consisted of. */
static gboolean
leads_to (const RgmBiomarker *self,
          int                 from,
          int                 value,
          gboolean           *seen)
{
  const RgmBiomarkerValue *this = g_ptr_array_index (self->values, from);
  char **lists[] = { this->implies, this->all_of };

  if (seen[from])
    return FALSE;
  seen[from] = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i][j] != NULL; j++)
      {
        int next = find_position (self, lists[i][j]);

        if (next >= 0 && (next == value || leads_to (self, next, value, seen)))
          return TRUE;
      }

  return FALSE;
}

static void
check_values (const RgmBiomarker  *self,
              int                  index,
              const char          *member,
              char               **ids,
              RgmCheck            *check)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (find_position (self, ids[i]) < 0)
      {
        g_autofree char *found = rgm_quote_found (ids[i]);

        rgm_check_fault (check, "values", index, member, _("expected the id of a value of this biomarker, found %s"), found);
      }
}

/* Implications refer to values that there are, and make no loop. */
static void
check_biomarker (gconstpointer  record,
                 RgmCheck      *check)
{
  const RgmBiomarker *self = record;

  for (guint i = 0; i < self->values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (self->values, i);
      g_autofree gboolean *seen = g_new0 (gboolean, self->values->len);

      check_values (self, (int) i, "implies", value->implies, check);
      check_values (self, (int) i, "excludes", value->excludes, check);
      check_values (self, (int) i, "all_of", value->all_of, check);
      if (leads_to (self, (int) i, (int) i, seen))
        rgm_check_fault (check, "values", (int) i, "implies", _("\"%s\" is implied by itself"), value->id);
    }
}

static const RgmField fields[] = {
  RGM_FIELD (RgmBiomarker, id, "id", ID, RGM_REQUIRED, "Unique among the biomarkers."),
  RGM_FIELD (RgmBiomarker, name, "name", TEXT, RGM_REQUIRED, "Its name."),
  RGM_FIELD (RgmBiomarker, synonyms, "synonyms", TEXTS, RGM_OPTIONAL, "Other names."),
  RGM_FIELD (RgmBiomarker, codes, "codes", TEXTS, RGM_OPTIONAL,
             "Codes for what is tested in patients' records, as SYSTEM:CODE: HGNC:3430, LOINC:48676-1."),
  RGM_FIELD (RgmBiomarker, is_facet, "facet", BOOLEAN, RGM_OPTIONAL, "Whether a list of trials is to be narrowed by it."),
  RGM_FIELD (RgmBiomarker, components, "parts", REFERENCES, RGM_OPTIONAL | RGM_FORWARD,
             "The ids of the biomarkers that it is composed of.", .element = &rgm_biomarker_description),
  RGM_FIELD (RgmBiomarker, presupposes_treatment, "presupposes_treatment", BOOLEAN, RGM_OPTIONAL,
             "Whether none of its values holds for a patient without earlier treatment."),
  RGM_FIELD (RgmBiomarker, values, "values", RECORDS, RGM_OPTIONAL, "The values that it can have.",
             .element = &rgm_biomarker_value_description),
  RGM_FIELD (RgmBiomarker, facts, "facts", RECORDS, RGM_OPTIONAL, "What the sources say about it.", .element = &rgm_fact_description),
};

RGM_DEFINE_RECORD (RgmBiomarker, rgm_biomarker, fields, .name = "biomarker", .help = "Something that is tested in a tumour, or else known about a patient.",
                   .check = check_biomarker,
                   .expected = N_("expected the id of a biomarker"))

/**
 * rgm_biomarker_find_value:
 * @self: a biomarker
 * @id: the id of a value
 *
 * Returns: (transfer none) (nullable): the value
 */
const RgmBiomarkerValue *
rgm_biomarker_find_value (RgmBiomarker *self,
                          const char   *id)
{
  g_return_val_if_fail (RGM_IS_BIOMARKER (self), NULL);

  for (guint i = 0; i < self->values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (self->values, i);

      if (g_str_equal (value->id, id))
        return value;
    }

  return NULL;
}
