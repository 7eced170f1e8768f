/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "rgm-ctis.h"
#include "rgm-import-json.h"
#include "rgm-load.h"
#include "rgm-scan.h"
#include "rgm-study-json.h"

/* JSON of registries. The scanner comes first: it refuses what json-glib would forgive or
 * not survive, and cuts the document into its records, of which one at a time is parsed. */

static const RgmSection *
find_section (GPtrArray *sections,
              const char *key)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const RgmSection *section = g_ptr_array_index (sections, i);

      if (g_strcmp0 (section->key, key) == 0)
        return section;
    }

  return NULL;
}

static void
refuse_former_version (RgmImport *self,
                       const char *place)
{
  rgm_refusals_add (self->refusals, place,
                    _("this is JSON of the first version of ClinicalTrials.gov’s API, which no longer exists; download the record again as JSON of version 2"));
}

static gboolean
is_former_version (JsonObject *record)
{
  static const char *const keys[] = { "FullStudiesResponse", "StudyFieldsResponse", "FieldValuesResponse", "FullStudy", "Study", "ProtocolSection" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (json_object_has_member (record, keys[i]))
      return TRUE;

  return FALSE;
}

static void
read_record (RgmImport *self,
             JsonNode *node,
             const char *place)
{
  JsonObject *record;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      rgm_refusals_add (self->refusals, place, _("expected a record, found another value"));
      return;
    }

  record = json_node_get_object (node);
  if (json_object_has_member (record, "protocolSection"))
    rgm_import_take_draft (self, rgm_study_json_read (record, place, self->refusals));
  else if (json_object_has_member (record, "ctNumber"))
    rgm_import_take_draft (self, rgm_ctis_read (record, place, self->refusals));
  else if (is_former_version (record))
    refuse_former_version (self, place);
  else
    {
      self->is_unknown = TRUE;
      rgm_refusals_add (self->refusals, place,
                      _("this record cannot be imported: expected one of ClinicalTrials.gov’s API, version 2, with “protocolSection”, or one of CTIS with “ctNumber”"));
    }
}

static void
parse_record (RgmImport *self,
              const char *bytes,
              RgmSlice slice,
              const char *place)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_data (parser, bytes + slice.start, (gssize) (slice.end - slice.start), &error))
    read_record (self, json_parser_get_root (parser), place);
  else
    rgm_refusals_add (self->refusals, place, "%s", error->message);
}

static void
parse_list (RgmImport *self,
            const char *bytes,
            const RgmSection *section,
            GCancellable *cancellable)
{
  if (section->records->len == 0)
    rgm_refusals_add (self->refusals, "$", _("expected records, found an empty list"));

  for (guint i = 0; i < section->records->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GString) place = g_string_new ("$");

      if (section->key != NULL)
        rgm_scan_append_key (place, section->key, strlen (section->key));
      g_string_append_printf (place, "[%u]", i);
      parse_record (self, bytes, g_array_index (section->records, RgmSlice, i), place->str);
      if (self->progress != NULL)
        self->progress ((i + 1.0) / section->records->len, self->progress_data);
    }
}

static void
refuse_faults (RgmImport *self,
               RgmFaults *faults)
{
  for (guint i = 0; i < rgm_faults_get_size (faults); i++)
    {
      const RgmFault *fault = rgm_faults_get (faults, i);
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->line);
      g_autofree char *line = g_strdup_printf (_("line %s"), number);

      rgm_refusals_add (self->refusals, fault->path != NULL ? fault->path : line, "%s", fault->message);
    }
}

static void
take_data_set (RgmImport    *self,
               const char   *bytes,
               gsize         length,
               GCancellable *cancellable)
{
  g_autoptr (GBytes) copy = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autoptr (GError) error = NULL;

  self->is_data_set = TRUE;
  if (!self->merges)
    {
      rgm_refusals_add (self->refusals, NULL, _("this is a data set of this program, not a registry’s export; open it, or compare it with “regimen changes”"));
      return;
    }
  if (self->data_set != NULL)
    {
      rgm_refusals_add (self->refusals, NULL, _("one data set is merged at a time"));
      return;
    }

  copy = g_bytes_new (bytes, length);
  data_set = rgm_load_bytes (copy, self->refusals->file, cancellable, &faults, &error);
  if (data_set != NULL)
    self->data_set = g_steal_pointer (&data_set);
  else if (faults != NULL && rgm_faults_get_size (faults) > 0)
    refuse_faults (self, faults);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rgm_refusals_add (self->refusals, NULL, "%s", error->message);
}

void
rgm_import_read_json (RgmImport *self,
                      const char *bytes,
                      gsize length,
                      GCancellable *cancellable)
{
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autoptr (GPtrArray) sections = rgm_scan_document (bytes, length, faults);
  const RgmSection *list;

  if (sections == NULL)
    {
      self->is_unknown = TRUE;
      refuse_faults (self, faults);
      return;
    }

  list = find_section (sections, "studies");
  if (list == NULL && find_section (sections, "pagination") != NULL)
    list = find_section (sections, "data");
  if (list == NULL)
    list = find_section (sections, NULL);

  if (list != NULL && list->records != NULL)
    parse_list (self, bytes, list, cancellable);
  else if (find_section (sections, "format") != NULL && find_section (sections, "trials") != NULL)
    take_data_set (self, bytes, length, cancellable);
  else
    parse_record (self, bytes, (RgmSlice){ 0, length }, "$");
}
