/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-isolate.h"
#include "rgm-json-value.h"
#include "rgm-patient-record.h"
#include "rgm-patient-result.h"
#include "rgm-scan.h"

/* Patients' records: Bundles of FHIR R4 with the observations of mCODE and of the genomics reporting
 * guide, and Phenopackets of version 2.
 *
 *     entry ── codes and names ──> result ── codes and names of the data set ──> finding
 *
 * An entry is taken only if it says something definite about a tumour. What wasn't tested is unknown,
 * and so is what a variant of uncertain significance means. */

/* Larger records hold images or sequences. */
#define BYTES_MAX (32 * 1024 * 1024)

/* Long texts are cut for display. */
#define TEXT_MAX 120

#define GENE_STUDIED "LOINC:48018-6"
#define PROTEIN_CHANGE "LOINC:48005-3"
#define DNA_CHANGE "LOINC:48004-6"
#define CHANGE_TYPE "LOINC:48019-4"
#define COPY_NUMBER "LOINC:82155-3"
#define SOURCE_CLASS "LOINC:48002-0"
#define SIGNIFICANCE "LOINC:53037-8"
#define GERMLINE "LOINC:LA6683-2"

/* What is asked where the record states a diagnosis. */
#define DIAGNOSIS "LOINC:29308-4"

static const char *const insignificant_codes[] = { "LOINC:LA6675-8", "LOINC:LA26334-5", "LOINC:LA26333-7", NULL };
static const char *const copy_number_codes[] = { "SO:0001019", "SO:0001742", "SO:0001743", NULL };

typedef struct
{
  RgmDataSet       *data_set;
  RgmPatientRecord *record;
} PatientReader;

static void
recorded_finding_free (gpointer data)
{
  RgmRecordedFinding *self = data;

  g_free (self->finding);
  g_free (self->name);
  g_free (self->result);
  g_free (self->reason);
  g_free (self->place);
  g_free (self);
}

void
rgm_patient_record_free (RgmPatientRecord *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->others);
  g_free (self);
}

/* ── Entries ─────────────────────────────────────────────────────────────────── */

static char *
shorten (const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (text, -1) <= TEXT_MAX)
    return g_strdup (text);

  {
    g_autofree char *begin = g_utf8_substring (text, 0, TEXT_MAX);

    return g_strconcat (begin, "…", NULL);
  }
}

static const char *
first_of (GPtrArray *names)
{
  return names->len > 0 ? g_ptr_array_index (names, 0) : NULL;
}

static void
add_other (PatientReader          *self,
           const RgmPatientResult *result,
           const char             *place,
           const char             *reason)
{
  RgmRecordedFinding *other = g_new0 (RgmRecordedFinding, 1);
  const char *name = first_of (result->test_names);
  const char *words = first_of (result->result_names);

  /* A diagnosis has no test to name. */
  other->name = shorten (name != NULL ? name : words != NULL ? words : result->tests->len > 0 ? g_ptr_array_index (result->tests, 0) : NULL);
  other->result = shorten (name != NULL ? words : NULL);
  other->reason = g_strdup (reason);
  other->place = g_strdup (place);
  g_ptr_array_add (self->record->others, other);
}

static void
add_finding (PatientReader           *self,
             const RgmPatientResult  *result,
             RgmBiomarker            *marker,
             const RgmBiomarkerValue *value,
             gboolean                 is_absent,
             const char              *place)
{
  RgmRecordedFinding *finding = g_new0 (RgmRecordedFinding, 1);

  finding->finding = g_strdup_printf ("%s%s:\"%s\"", is_absent ? "-" : "", marker->id, value->id);
  /* Translators: what was tested, and that a result is absent: 'RAS: not mutated'. */
  finding->name = is_absent ? rgm_text_printf (_("%s: not %s"), marker->name, value->name)
                            /* Translators: a label and what it labels: 'Phase: II'. */
                            : rgm_text_printf (_("%s: %s"), marker->name, value->name);
  finding->result = shorten (first_of (result->result_names));
  finding->place = g_strdup (place);

  for (guint i = 0; i < self->record->findings->len; i++)
    if (g_str_equal (((RgmRecordedFinding *) g_ptr_array_index (self->record->findings, i))->finding, finding->finding))
      {
        recorded_finding_free (finding);
        return;
      }
  g_ptr_array_add (self->record->findings, finding);
}

static void
add_result (PatientReader          *self,
            const RgmPatientResult *result,
            const char             *place)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  gboolean is_absent;
  RgmBiomarker *marker = rgm_patient_result_find (result, self->data_set, values, &is_absent);

  if (marker == NULL)
    add_other (self, result, place, _("Nothing in the data set asks for this."));
  else if (values->len == 0)
    add_other (self, result, place, _("The data set has no such result."));
  else
    for (guint i = 0; i < values->len; i++)
      add_finding (self, result, marker, g_ptr_array_index (values, i), is_absent, place);
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  if (name != NULL && *name != '\0')
    g_ptr_array_add (names, g_strdup (name));
}

static gboolean
has_any (GPtrArray         *codes,
         const char *const *wanted)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_ptr_array_find_with_equal_func (codes, wanted[i], g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

static gboolean
has (GPtrArray  *codes,
     const char *wanted)
{
  const char *const list[] = { wanted, NULL };

  return has_any (codes, list);
}

/* ── FHIR ────────────────────────────────────────────────────────────────────── */

/* The codes and names of a CodeableConcept. */
static void
read_concept (JsonObject *concept,
              GPtrArray  *codes,
              GPtrArray  *names)
{
  JsonArray *codings = rgm_json_get_array (concept, "coding");

  add_name (names, rgm_json_get_text (concept, "text"));
  for (guint i = 0; i < rgm_json_length (codings); i++)
    {
      JsonObject *coding = rgm_json_object_at (codings, i);

      if (coding == NULL)
        continue;
      rgm_patient_result_add_code (codes, rgm_json_get_text (coding, "system"), rgm_json_get_text (coding, "code"));
      add_name (names, rgm_json_get_text (coding, rgm_json_get_text (coding, "display") != NULL ? "display" : "code"));
    }
}

static void
read_value (JsonObject *holder,
            GPtrArray  *codes,
            GPtrArray  *names)
{
  JsonObject *concept = rgm_json_get_object (holder, "valueCodeableConcept");

  if (concept != NULL)
    read_concept (concept, codes, names);
  add_name (names, rgm_json_get_text (holder, "valueString"));
}

typedef struct
{
  GPtrArray *components;   /* codes of the components that there are */
  GPtrArray *details;      /* codes of significance, source and kind of a variant */
} Variant;

static void
read_component (JsonObject       *component,
                RgmPatientResult *result,
                Variant          *variant)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  JsonObject *code = rgm_json_get_object (component, "code");

  if (code == NULL)
    return;

  read_concept (code, codes, names);
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (variant->components, g_strdup (g_ptr_array_index (codes, i)));
  if (has (codes, GENE_STUDIED))
    {
      /* The gene says more of the entry than that a variant was looked for. */
      g_ptr_array_set_size (names, 0);
      read_value (component, result->tests, names);
      for (guint i = names->len; i > 0; i--)
        g_ptr_array_insert (result->test_names, 0, g_strdup (g_ptr_array_index (names, i - 1)));
    }
  else if (has (codes, PROTEIN_CHANGE))
    {
      /* The change says more than that there is one. */
      g_ptr_array_set_size (names, 0);
      read_value (component, result->results, names);
      if (names->len > 0)
        g_ptr_array_insert (result->result_names, 0, g_strdup (first_of (names)));
    }
  else
    {
      g_ptr_array_set_size (names, 0);
      read_value (component, variant->details, names);
    }
}

/* Why a variant isn't a finding, or %NULL. */
static const char *
judge_variant (const RgmPatientResult *result,
               const Variant          *variant)
{
  gboolean is_specific = has (variant->components, PROTEIN_CHANGE) || has (variant->components, DNA_CHANGE);

  if (has (variant->details, GERMLINE))
    return _("The variant is in the germline, not in the tumour alone.");
  if (has_any (variant->details, insignificant_codes))
    return _("The variant is benign or of uncertain significance.");
  if (has (result->results, RGM_CODE_ABSENT) && is_specific)
    return _("Only this variant was looked for; the gene may have others.");
  if (has (variant->components, COPY_NUMBER) || has_any (variant->details, copy_number_codes))
    return _("A change in copy number is not by itself an amplification.");

  return NULL;
}

/* An Observation, with the gene and the change of a variant in its components. */
static void
read_observation (PatientReader *self,
                  JsonObject    *resource,
                  const char    *place)
{
  g_autoptr (RgmPatientResult) result = rgm_patient_result_new ();
  g_autoptr (GPtrArray) components = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  Variant variant = { .components = components, .details = details };
  JsonObject *code = rgm_json_get_object (resource, "code");
  JsonArray *members = rgm_json_get_array (resource, "component");
  JsonArray *interpretations = rgm_json_get_array (resource, "interpretation");
  const char *status = rgm_json_get_text (resource, "status");
  const char *reason = NULL;

  if (code != NULL)
    read_concept (code, result->tests, result->test_names);
  read_value (resource, result->results, result->result_names);
  for (guint i = 0; i < rgm_json_length (interpretations); i++)
    if (rgm_json_object_at (interpretations, i) != NULL)
      read_concept (rgm_json_object_at (interpretations, i), result->results, result->result_names);
  for (guint i = 0; i < rgm_json_length (members); i++)
    if (rgm_json_object_at (members, i) != NULL)
      read_component (rgm_json_object_at (members, i), result, &variant);

  if (g_strcmp0 (status, "entered-in-error") == 0 || g_strcmp0 (status, "cancelled") == 0)
    reason = _("The record withdraws this entry.");
  else if (rgm_json_get_object (resource, "dataAbsentReason") != NULL)
    reason = _("There is no result: what was not tested stays unknown.");
  else if (has (result->tests, RGM_CODE_VARIANT_ASSESSMENT))
    reason = judge_variant (result, &variant);

  if (reason != NULL)
    add_other (self, result, place, reason);
  else
    add_result (self, result, place);
}

/* A diagnosis: what the patient has is the result of asking for it. */
static void
read_condition (PatientReader *self,
                JsonObject    *resource,
                const char    *place)
{
  g_autoptr (RgmPatientResult) result = rgm_patient_result_new ();
  g_autoptr (GPtrArray) status = g_ptr_array_new_with_free_func (g_free);
  JsonObject *code = rgm_json_get_object (resource, "code");
  JsonObject *verification = rgm_json_get_object (resource, "verificationStatus");

  if (code != NULL)
    read_concept (code, result->results, result->result_names);
  if (verification != NULL)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      read_concept (verification, status, names);
    }
  g_ptr_array_add (result->tests, g_strdup (DIAGNOSIS));
  result->is_absent = has (status, "http://terminology.hl7.org/CodeSystem/condition-ver-status:refuted");
  if (has (status, "http://terminology.hl7.org/CodeSystem/condition-ver-status:entered-in-error"))
    add_other (self, result, place, _("The record withdraws this entry."));
  else if (has (status, "http://terminology.hl7.org/CodeSystem/condition-ver-status:provisional") ||
           has (status, "http://terminology.hl7.org/CodeSystem/condition-ver-status:differential") ||
           has (status, "http://terminology.hl7.org/CodeSystem/condition-ver-status:unconfirmed"))
    add_other (self, result, place, _("The diagnosis is not confirmed."));
  else
    add_result (self, result, place);
}

/* Resources of other types say nothing that findings could: who the patient is, specimens, reports. */
static void
read_resource (PatientReader *self,
               JsonObject    *resource,
               const char    *place)
{
  const char *type = rgm_json_get_text (resource, "resourceType");

  if (g_strcmp0 (type, "Observation") == 0)
    read_observation (self, resource, place);
  else if (g_strcmp0 (type, "Condition") == 0)
    read_condition (self, resource, place);
  else if (g_strcmp0 (type, "Procedure") == 0 || g_strcmp0 (type, "MedicationAdministration") == 0 ||
           g_strcmp0 (type, "MedicationRequest") == 0 || g_strcmp0 (type, "MedicationStatement") == 0)
    {
      g_autoptr (RgmPatientResult) result = rgm_patient_result_new ();
      JsonObject *concept = rgm_json_get_object (resource, "code");

      if (concept == NULL)
        concept = rgm_json_get_object (resource, "medicationCodeableConcept");
      if (concept != NULL)
        read_concept (concept, result->tests, result->test_names);
      add_other (self, result, place, _("Enter earlier treatment by hand: lines of therapy cannot be worked out from single treatments."));
    }
}

static void
read_bundle (PatientReader *self,
             JsonObject    *bundle)
{
  JsonArray *entries = rgm_json_get_array (bundle, "entry");

  for (guint i = 0; i < rgm_json_length (entries); i++)
    {
      JsonObject *resource = rgm_json_find (rgm_json_object_at (entries, i), "resource", NULL);
      g_autofree char *place = g_strdup_printf ("$.entry[%u].resource", i);

      if (resource != NULL)
        read_resource (self, resource, place);
    }
}

/* ── Phenopackets ────────────────────────────────────────────────────────────── */

/* An OntologyClass or GeneDescriptor: a CURIE and a label. */
static void
read_class (JsonObject *class,
            const char *id,
            const char *label,
            GPtrArray  *codes,
            GPtrArray  *names)
{
  if (class == NULL)
    return;

  rgm_patient_result_add_code (codes, NULL, rgm_json_get_text (class, id));
  add_name (names, rgm_json_get_text (class, label));
}

static gboolean
get_boolean (JsonObject *object,
             const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static void
read_descriptor (JsonObject       *descriptor,
                 RgmPatientResult *result,
                 GPtrArray        *kinds)
{
  JsonArray *expressions = rgm_json_get_array (descriptor, "expressions");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  read_class (rgm_json_get_object (descriptor, "geneContext"), "valueId", "symbol", result->tests, result->test_names);
  add_name (result->result_names, rgm_json_get_text (descriptor, "label"));
  for (guint i = 0; i < rgm_json_length (expressions); i++)
    {
      JsonObject *expression = rgm_json_object_at (expressions, i);
      const char *value = rgm_json_get_text (expression, "value");
      const char *colon = value != NULL ? g_strrstr (value, ":") : NULL;

      /* 'NP_004324.2:p.Val600Glu': the reference is no part of the change. */
      if (value != NULL && g_strcmp0 (rgm_json_get_text (expression, "syntax"), "hgvs.p") == 0)
        rgm_patient_result_add_code (result->results, "HGVS", colon != NULL ? colon + 1 : value);
    }
  read_class (rgm_json_get_object (descriptor, "structuralType"), "id", "label", kinds, names);
}

static void
read_interpretation (PatientReader *self,
                     JsonObject    *interpretation,
                     const char    *place)
{
  static const char *const insignificant[] = { "BENIGN", "LIKELY_BENIGN", "UNCERTAIN_SIGNIFICANCE", NULL };
  g_autoptr (RgmPatientResult) result = rgm_patient_result_new ();
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  JsonObject *variant = rgm_json_get_object (interpretation, "variantInterpretation");
  JsonObject *descriptor = rgm_json_find (variant, "variationDescriptor", NULL);
  const char *significance = rgm_json_get_text (variant, "acmgPathogenicityClassification");
  const char *status = rgm_json_get_text (interpretation, "interpretationStatus");

  read_class (rgm_json_get_object (interpretation, "gene"), "valueId", "symbol", result->tests, result->test_names);
  if (descriptor != NULL)
    read_descriptor (descriptor, result, kinds);

  if (g_strcmp0 (status, "REJECTED") == 0)
    add_other (self, result, place, _("The record rejects this variant."));
  else if (significance != NULL && g_strv_contains (insignificant, significance))
    add_other (self, result, place, _("The variant is benign or of uncertain significance."));
  else if (variant == NULL)
    add_other (self, result, place, _("A gene is named without a variant."));
  else if (has_any (kinds, copy_number_codes))
    add_other (self, result, place, _("A change in copy number is not by itself an amplification."));
  else
    {
      g_ptr_array_add (result->tests, g_strdup (RGM_CODE_VARIANT_ASSESSMENT));
      g_ptr_array_add (result->results, g_strdup (RGM_CODE_PRESENT));
      add_result (self, result, place);
    }
}

static void
read_measurement (PatientReader *self,
                  JsonObject    *measurement,
                  const char    *place)
{
  g_autoptr (RgmPatientResult) result = rgm_patient_result_new ();

  read_class (rgm_json_get_object (measurement, "assay"), "id", "label", result->tests, result->test_names);
  read_class (rgm_json_find (measurement, "value", "ontologyClass", NULL), "id", "label", result->results, result->result_names);
  add_result (self, result, place);
}

/* A disease, or a phenotypic feature: a term that holds or is excluded. */
static void
read_term (PatientReader *self,
           JsonObject    *holder,
           const char    *term,
           const char    *place)
{
  g_autoptr (RgmPatientResult) result = rgm_patient_result_new ();

  read_class (rgm_json_get_object (holder, term), "id", "label", result->results, result->result_names);
  g_ptr_array_add (result->tests, g_strdup (DIAGNOSIS));
  result->is_absent = get_boolean (holder, "excluded");
  add_result (self, result, place);
}

static void
read_list (PatientReader *self,
           JsonObject    *holder,
           const char    *key,
           const char    *path)
{
  JsonArray *list = rgm_json_get_array (holder, key);

  for (guint i = 0; i < rgm_json_length (list); i++)
    {
      JsonObject *item = rgm_json_object_at (list, i);
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, key, i);

      if (item == NULL)
        continue;
      if (g_str_equal (key, "measurements"))
        read_measurement (self, item, place);
      else if (g_str_equal (key, "diseases"))
        read_term (self, item, "term", place);
      else if (g_str_equal (key, "phenotypicFeatures"))
        read_term (self, item, "type", place);
      else if (g_str_equal (key, "genomicInterpretations"))
        read_interpretation (self, item, place);
    }
}

static void
read_phenopacket (PatientReader *self,
                  JsonObject    *packet)
{
  JsonArray *samples = rgm_json_get_array (packet, "biosamples");
  JsonArray *interpretations = rgm_json_get_array (packet, "interpretations");

  read_list (self, packet, "diseases", "$");
  for (guint i = 0; i < rgm_json_length (interpretations); i++)
    {
      JsonObject *diagnosis = rgm_json_find (rgm_json_object_at (interpretations, i), "diagnosis", NULL);
      g_autofree char *path = g_strdup_printf ("$.interpretations[%u].diagnosis", i);

      if (diagnosis != NULL)
        read_list (self, diagnosis, "genomicInterpretations", path);
    }
  read_list (self, packet, "measurements", "$");
  read_list (self, packet, "phenotypicFeatures", "$");
  for (guint i = 0; i < rgm_json_length (samples); i++)
    {
      JsonObject *sample = rgm_json_object_at (samples, i);
      g_autofree char *path = g_strdup_printf ("$.biosamples[%u]", i);

      if (sample == NULL)
        continue;
      read_list (self, sample, "measurements", path);
      read_list (self, sample, "phenotypicFeatures", path);
    }
}

/* ── Reading ─────────────────────────────────────────────────────────────────── */

static gboolean
read_root (PatientReader *self,
           JsonObject    *root,
           GError       **error)
{
  const char *type = rgm_json_get_text (root, "resourceType");

  if (g_strcmp0 (type, "Bundle") == 0)
    read_bundle (self, root);
  else if (type != NULL)
    read_resource (self, root, "$");
  else if (rgm_json_get_object (root, "metaData") != NULL &&
           (rgm_json_get_object (root, "subject") != NULL || rgm_json_get_array (root, "biosamples") != NULL))
    read_phenopacket (self, root);
  else
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                           _("This file holds no findings that Regimen can read. Expected findings saved by Regimen, a FHIR Bundle or a Phenopacket of version 2, as JSON."));
      return FALSE;
    }

  return TRUE;
}

static void
refuse_size (GError **error)
{
  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("The file is too large for a patient’s record."));
}

/**
 * rgm_patient_record_read:
 * @bytes: a FHIR R4 Bundle or resource, or a GA4GH Phenopacket of version 2, as JSON
 * @data_set: the data set whose biomarkers and characteristics are looked for
 * @error: return location for an error of %RGM_ERROR_INPUT
 *
 * Reads what a patient's record says about the tumour. Explicit absence is a negative finding; what
 * the record doesn't mention stays unknown. Nothing that identifies the patient is read.
 *
 * Returns: (transfer full) (nullable): the record in terms of the data set
 */
RgmPatientRecord *
rgm_patient_record_read (GBytes      *bytes,
                         RgmDataSet  *data_set,
                         GError     **error)
{
  g_autoptr (RgmPatientRecord) record = g_new0 (RgmPatientRecord, 1);
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) sections = NULL;
  PatientReader reader = { .data_set = data_set, .record = record };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  record->findings = g_ptr_array_new_with_free_func (recorded_finding_free);
  record->others = g_ptr_array_new_with_free_func (recorded_finding_free);

  if (length > BYTES_MAX)
    {
      refuse_size (error);
      return NULL;
    }

  /* The scanner refuses what json-glib would forgive, or wouldn't survive. */
  sections = rgm_scan_document (text, length, faults);
  if (sections == NULL)
    {
      const RgmFault *fault = rgm_faults_get (faults, 0);
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->line);

      /* Translators: the first is the number of a line, the second what was expected and found there. */
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("Line %s: %s"), line, fault->message);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)) ||
      !read_root (&reader, json_node_get_object (json_parser_get_root (parser)), error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("Expected a patient’s record, found a list."));
      return NULL;
    }

  return g_steal_pointer (&record);
}

/**
 * rgm_patient_record_load:
 * @file: a file with a patient's record
 * @data_set: the data set whose biomarkers and characteristics are looked for
 * @error: return location for an error
 *
 * Like rgm_patient_record_read(), for a file.
 *
 * Returns: (transfer full) (nullable): the record in terms of the data set
 */
RgmPatientRecord *
rgm_patient_record_load (GFile       *file,
                         RgmDataSet  *data_set,
                         GError     **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > BYTES_MAX)
    {
      refuse_size (error);
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? rgm_patient_record_read (bytes, data_set, error) : NULL;
}
