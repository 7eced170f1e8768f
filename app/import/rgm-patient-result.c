/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-patient-result.h"
#include "rgm-text-normalise.h"

/* What a code of a protein change begins with: it stands for every change that begins like it. */
#define PROTEIN_CHANGE "HGVS:p."

/* Codes that say of any test that what it looks for isn't there. */
static const char *const negative_codes[] = {
  RGM_CODE_ABSENT, "LOINC:LA11883-8", "SNOMED:260385009", "SNOMED:260415000", "HL7:NEG", "HL7:ND", NULL,
};

/* Terminologies by their identifiers in FHIR, and their prefixes in Phenopackets and data sets. */
static const struct
{
  const char *system;
  const char *prefix;
} systems[] = {
  { "http://loinc.org", "LOINC" },
  { "http://snomed.info/sct", "SNOMED" },
  { "SNOMEDCT", "SNOMED" },
  { "http://www.genenames.org/geneId", "HGNC" },
  { "http://www.genenames.org", "HGNC" },
  { "http://hl7.org/fhir/sid/icd-10", "ICD-10" },
  { "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10" },
  { "http://hl7.org/fhir/sid/icd-10-gm", "ICD-10" },
  { "ICD10", "ICD-10" },
  { "ICD10CM", "ICD-10" },
  { "http://www.sequenceontology.org", "SO" },
  { "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "HL7" },
  { "http://varnomen.hgvs.org", "HGVS" },
  { "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "NCIT" },
  { "http://ncithesaurus-stage.nci.nih.gov", "NCIT" },
  { "http://purl.obolibrary.org/obo/mondo.owl", "MONDO" },
};

RgmPatientResult *
rgm_patient_result_new (void)
{
  RgmPatientResult *self = g_new0 (RgmPatientResult, 1);

  self->tests = g_ptr_array_new_with_free_func (g_free);
  self->results = g_ptr_array_new_with_free_func (g_free);
  self->test_names = g_ptr_array_new_with_free_func (g_free);
  self->result_names = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
rgm_patient_result_free (RgmPatientResult *self)
{
  g_ptr_array_unref (self->tests);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->test_names);
  g_ptr_array_unref (self->result_names);
  g_free (self);
}

/* The part of a code after a prefix that it repeats: HGNC writes 'HGNC:3430' for its code 3430. */
static const char *
skip_prefix (const char *code,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return g_ascii_strncasecmp (code, prefix, length) == 0 && code[length] == ':' ? code + length + 1 : code;
}

/**
 * rgm_patient_result_add_code:
 * @codes: (element-type utf8): a list of codes
 * @system: (nullable): the terminology, as FHIR identifies it; %NULL if @code is a CURIE, 'HGNC:3430'
 * @code: (nullable): the code
 *
 * Adds a code to a list in the form that data sets use.
 */
void
rgm_patient_result_add_code (GPtrArray  *codes,
                             const char *system,
                             const char *code)
{
  const char *colon = code != NULL ? strchr (code, ':') : NULL;
  g_autofree char *own = NULL;

  if (code == NULL || *code == '\0')
    return;

  if (system == NULL)
    {
      if (colon == NULL)
        return;
      system = own = g_strndup (code, (gsize) (colon - code));
      code = colon + 1;
    }

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    if (g_ascii_strcasecmp (system, systems[i].system) == 0 || g_ascii_strcasecmp (system, systems[i].prefix) == 0)
      {
        g_ptr_array_add (codes, g_strdup_printf ("%s:%s", systems[i].prefix, skip_prefix (code, systems[i].prefix)));
        return;
      }

  g_ptr_array_add (codes, g_strdup_printf ("%s:%s", system, code));
}

/* Whether a code of a data set stands for a code of a record. Protein changes and ICD-10 categories
 * comprise whatever begins with them, as far as the next character can't continue their number. */
static gboolean
stands_for (const char *code,
            const char *recorded)
{
  gsize length = strlen (code);
  gboolean is_group = g_str_has_prefix (code, PROTEIN_CHANGE) || g_str_has_prefix (code, "ICD-10:");

  if (g_str_equal (code, recorded))
    return TRUE;

  return is_group && g_str_has_prefix (recorded, code) && !g_ascii_isdigit (recorded[length]);
}

static gboolean
has_code (GPtrArray  *recorded,
          const char *code)
{
  for (guint i = 0; i < recorded->len; i++)
    if (stands_for (code, g_ptr_array_index (recorded, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (GPtrArray  *names,
          const char *name)
{
  g_autofree char *folded = rgm_text_normalise_whole (name);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *other = rgm_text_normalise_whole (g_ptr_array_index (names, i));

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_about (const RgmPatientResult *self,
          const RgmBiomarker     *marker)
{
  for (guint i = 0; marker->codes[i] != NULL; i++)
    if (has_code (self->tests, marker->codes[i]))
      return TRUE;
  for (guint i = 0; marker->synonyms[i] != NULL; i++)
    if (is_named (self->test_names, marker->synonyms[i]))
      return TRUE;

  return is_named (self->test_names, marker->name);
}

/* How well a value's codes fit the result: 3 for a protein change, 2 for a code of this test, 1 for a
 * code of any test, and 0 if none fits. */
static guint
rank_code (const RgmPatientResult *self,
           const char             *code,
           GPtrArray              *results)
{
  const char *equals = strchr (code, '=');
  g_autofree char *test = equals != NULL ? g_strndup (code, (gsize) (equals - code)) : NULL;

  if (equals == NULL)
    return !has_code (results, code) ? 0 : g_str_has_prefix (code, PROTEIN_CHANGE) ? 3 : 1;

  return has_code (self->tests, test) && has_code (results, equals + 1) ? 2 : 0;
}

static guint
rank_value (const RgmPatientResult  *self,
            const RgmBiomarkerValue *value,
            GPtrArray               *results)
{
  guint rank = is_named (self->result_names, value->name) ? 1 : 0;

  for (guint i = 0; value->codes[i] != NULL; i++)
    rank = MAX (rank, rank_code (self, value->codes[i], results));

  return rank;
}

/* Whether some result of the test would show the value, so that a negative one rules it out. */
static gboolean
is_tested (const RgmPatientResult  *self,
           const RgmBiomarkerValue *value)
{
  for (guint i = 0; value->codes[i] != NULL; i++)
    {
      const char *equals = strchr (value->codes[i], '=');
      g_autofree char *test = equals != NULL ? g_strndup (value->codes[i], (gsize) (equals - value->codes[i])) : NULL;

      if (test != NULL && has_code (self->tests, test))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_negative (const RgmPatientResult *self)
{
  for (guint i = 0; negative_codes[i] != NULL; i++)
    if (has_code (self->results, negative_codes[i]))
      return TRUE;

  return FALSE;
}

static void
find_values (const RgmPatientResult *self,
             RgmBiomarker           *marker,
             GPtrArray              *values)
{
  guint best = 1;

  for (guint i = 0; i < marker->values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (marker->values, i);
      guint rank = rank_value (self, value, self->results);

      if (rank < best)
        continue;
      if (rank > best)
        g_ptr_array_set_size (values, 0);
      best = rank;
      g_ptr_array_add (values, (gpointer) value);
    }
}

/**
 * rgm_patient_result_find:
 * @self: a result
 * @data_set: a data set
 * @values: (element-type RgmBiomarkerValue): an empty list, for the values of the biomarker that
 *   the result shows or, if @is_absent, rules out; it stays empty if the result says nothing about any
 * @is_absent: (out): whether the values are ruled out
 *
 * Finds what a result means in the terms of a data set: by the codes that the data set states for
 * its biomarkers, characteristics and their values, and by their names.
 *
 * Returns: (transfer none) (nullable): the biomarker or characteristic that the result is about
 */
RgmBiomarker *
rgm_patient_result_find (const RgmPatientResult *self,
                         RgmDataSet             *data_set,
                         GPtrArray              *values,
                         gboolean               *is_absent)
{
  GPtrArray *lists[] = { data_set->biomarkers, data_set->characteristics };
  RgmBiomarker *marker = NULL;

  *is_absent = self->is_absent;
  for (guint i = 0; marker == NULL && i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; marker == NULL && j < lists[i]->len; j++)
      if (is_about (self, g_ptr_array_index (lists[i], j)))
        marker = g_ptr_array_index (lists[i], j);
  if (marker == NULL)
    return NULL;

  find_values (self, marker, values);
  if (values->len == 0 && is_negative (self))
    {
      *is_absent = !self->is_absent;
      for (guint i = 0; *is_absent && i < marker->values->len; i++)
        if (is_tested (self, g_ptr_array_index (marker->values, i)))
          g_ptr_array_add (values, g_ptr_array_index (marker->values, i));
    }

  return marker;
}
