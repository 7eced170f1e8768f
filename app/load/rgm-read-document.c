/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-readers.h"
#include "rgm-scan.h"

enum
{
  FORMAT,
  ID,
  TITLE,
  AS_OF,
  LICENCE,
  SOURCES,
  CLASSES,
  ENDPOINTS,
  AGENTS,
  REGIMENS,
  BIOMARKERS,
  TRIALS,
  DESCRIPTION,
  PATHWAY,
  REMARKS,
  N_FIELDS
};

static const RgmField document_fields[] = {
  { "format", TRUE }, { "id", TRUE }, { "title", TRUE }, { "as_of", TRUE }, { "licence", TRUE }, { "sources", TRUE },
  { "classes", TRUE }, { "endpoints", TRUE }, { "agents", TRUE }, { "regimens", TRUE }, { "biomarkers", TRUE },
  { "trials", TRUE },
  { "description" }, { "pathway" }, { "remarks" },
  { NULL }
};

/* A document on its way from bytes to the model. A record is parsed, read and let go
 * before the next one: at no time is there more of json-glib's tree than one of them. */
typedef struct
{
  RgmReader *reader;
  const char *bytes;
  gsize length;
  JsonParser *parser;
  GPtrArray *kept;                  /* nodes whose texts are still needed */

  RgmCursor root;
  const RgmSection *sections[N_FIELDS];

  gsize n_read;
  RgmLoadProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Document;

/* Tells how far it has got. Returns whether to go on. */
static gboolean
advance (Document       *self,
         const RgmSlice *slice)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return FALSE;

  self->n_read += slice->end - slice->start;
  if (self->progress != NULL)
    self->progress (MIN ((double) self->n_read / (double) self->length, 1), self->progress_data);

  return TRUE;
}

static JsonNode *
parse (Document        *self,
       const RgmCursor *cursor,
       const RgmSlice  *slice)
{
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_data (self->parser, self->bytes + slice->start, (gssize) (slice->end - slice->start), &error))
    return json_parser_get_root (self->parser);

  rgm_reader_fault (self->reader, cursor, _("expected JSON, found something else: %s"), error->message);
  return NULL;
}

/* A member that should be no list: a cursor to it, empty if it was left out. A list of
 * any length is not worth parsing to say that it is one. */
static RgmCursor
open_member (Document *self,
             guint     field)
{
  RgmCursor cursor = { &self->root, document_fields[field].key, 0, NULL };
  const RgmSection *section = self->sections[field];

  if (section == NULL)
    return cursor;

  if (section->records != NULL)
    cursor.node = json_node_init_array (json_node_alloc (), NULL);
  else if (parse (self, &cursor, &section->value) != NULL)
    cursor.node = json_parser_steal_root (self->parser);

  if (cursor.node != NULL)
    g_ptr_array_add (self->kept, cursor.node);

  if (cursor.node != NULL && JSON_NODE_HOLDS_NULL (cursor.node) && !document_fields[field].required)
    cursor.node = NULL;

  return cursor;
}

/* Whether a member is a list; if it isn't, that has been told unless it may be left out. */
static gboolean
open_list (Document  *self,
           guint      field,
           RgmCursor *cursor)
{
  const RgmSection *section = self->sections[field];

  if (section != NULL && section->records != NULL)
    {
      *cursor = (RgmCursor) { &self->root, document_fields[field].key, 0, NULL };
      return TRUE;
    }

  *cursor = open_member (self, field);
  rgm_reader_list (self->reader, cursor);

  return FALSE;
}

typedef void (*Visit) (Document        *self,
                       const RgmCursor *cursor,
                       gpointer         data);

static void
for_each_record (Document        *self,
                 const RgmCursor *list,
                 guint            field,
                 Visit            visit,
                 gpointer         data)
{
  GArray *records = self->sections[field]->records;

  for (guint i = 0; i < records->len; i++)
    {
      const RgmSlice *slice = &g_array_index (records, RgmSlice, i);
      RgmCursor cursor = { list, NULL, i, NULL };

      if (!advance (self, slice))
        return;

      cursor.node = parse (self, &cursor, slice);
      if (cursor.node != NULL)
        visit (self, &cursor, data);
    }
}

/* Some of what is in a section can't be read: that a reference to it leads nowhere
 * would be said in vain. */
static void
doubt (Document *self,
       guint     field)
{
  static const struct { guint field; RgmKind kind; } kinds[] = {
    { SOURCES, RGM_KIND_SOURCE }, { CLASSES, RGM_KIND_CLASS }, { ENDPOINTS, RGM_KIND_ENDPOINT }, { AGENTS, RGM_KIND_AGENT },
    { REGIMENS, RGM_KIND_REGIMEN }, { BIOMARKERS, RGM_KIND_BIOMARKER }, { BIOMARKERS, RGM_KIND_VALUE },
    { TRIALS, RGM_KIND_TRIAL }, { TRIALS, RGM_KIND_ARM }
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].field == field)
      self->reader->unsure[kinds[i].kind] = TRUE;
}

typedef struct
{
  guint field;
  RgmReadElement read;
  GPtrArray *list;
} ReadRecord;

static void
read_record (Document        *self,
             const RgmCursor *cursor,
             gpointer         data)
{
  ReadRecord *record = data;
  gpointer value = record->read (self->reader, cursor, NULL);

  if (value != NULL)
    g_ptr_array_add (record->list, value);
  else if (!JSON_NODE_HOLDS_OBJECT (cursor->node))
    doubt (self, record->field);
}

static GPtrArray *
read_section (Document       *self,
              guint           field,
              RgmReadElement  read,
              GDestroyNotify  free_element)
{
  ReadRecord record = { field, read, g_ptr_array_new_with_free_func (free_element) };
  RgmCursor list;

  if (open_list (self, field, &list))
    for_each_record (self, &list, field, read_record, &record);

  return record.list;
}

static void
check_parts (Document        *self,
             const RgmCursor *cursor,
             gpointer         data)
{
  rgm_read_biomarker_parts (self->reader, cursor);
}

static void
check_biomarkers (Document  *self,
                  GPtrArray *biomarkers)
{
  RgmCursor list = { &self->root, document_fields[BIOMARKERS].key, 0, NULL };

  if (self->sections[BIOMARKERS] == NULL || self->sections[BIOMARKERS]->records == NULL)
    return;

  for_each_record (self, &list, BIOMARKERS, check_parts, NULL);

  if (rgm_reader_is_good (self->reader))
    rgm_read_biomarker_rings (self->reader, &list, biomarkers);
}

/* The members by their fields; tells what is missing and what is no key. */
static void
sort_sections (Document  *self,
               GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const RgmSection *section = g_ptr_array_index (sections, i);
      RgmCursor member = { &self->root, section->key, 0, NULL };
      guint field;

      if (rgm_reader_check_key (self->reader, &member, document_fields, &field))
        self->sections[field] = section;
    }

  for (guint i = 0; i < N_FIELDS; i++)
    if (document_fields[i].required && self->sections[i] == NULL)
      rgm_reader_need (self->reader, &self->root, document_fields[i].key);

  for (guint i = SOURCES; i <= TRIALS; i++)
    if (self->sections[i] == NULL || self->sections[i]->records == NULL)
      doubt (self, i);
}

static gboolean
is_known_format (Document *self)
{
  RgmCursor cursor = open_member (self, FORMAT);
  gint64 format = rgm_reader_integer (self->reader, &cursor, 1, RGM_COUNT_MAX);

  if (format > 0 && format != RGM_FORMAT)
    rgm_reader_fault (self->reader, &cursor, _("expected format %d, which this version reads, found %d"), RGM_FORMAT, (int) format);

  return format < 0 || format == RGM_FORMAT;
}

static RgmLicence *
read_licence (Document *self)
{
  RgmCursor cursor = open_member (self, LICENCE);

  return rgm_read_licence (self->reader, &cursor);
}

static RgmPathway *
read_pathway (Document *self)
{
  RgmCursor cursor = open_member (self, PATHWAY);

  return rgm_read_pathway (self->reader, &cursor);
}

/* In an order in which everything is known before it is referred to. */
static RgmDataSet *
read_members (Document *self)
{
  RgmReader *reader = self->reader;
  RgmDataSetParts parts = { 0 };
  RgmDataSet *data_set = NULL;
  GDate as_of;
  RgmCursor id = open_member (self, ID);
  RgmCursor title = open_member (self, TITLE);
  RgmCursor description = open_member (self, DESCRIPTION);
  RgmCursor date = open_member (self, AS_OF);

  g_date_clear (&as_of, 1);

  parts.id = rgm_reader_id (reader, &id, RGM_N_KINDS, NULL);
  parts.title = rgm_reader_text (reader, &title);
  parts.description = rgm_reader_text (reader, &description);
  rgm_reader_date (reader, &date, TRUE, &as_of);
  parts.as_of = &as_of;
  parts.licence = read_licence (self);

  parts.sources = read_section (self, SOURCES, rgm_read_source, g_object_unref);
  parts.classes = read_section (self, CLASSES, rgm_read_class, (GDestroyNotify) rgm_class_free);
  parts.endpoints = read_section (self, ENDPOINTS, rgm_read_endpoint, (GDestroyNotify) rgm_endpoint_free);
  parts.agents = read_section (self, AGENTS, rgm_read_agent, g_object_unref);
  parts.regimens = read_section (self, REGIMENS, rgm_read_regimen, g_object_unref);
  parts.biomarkers = read_section (self, BIOMARKERS, rgm_read_biomarker, g_object_unref);
  check_biomarkers (self, parts.biomarkers);
  parts.trials = read_section (self, TRIALS, rgm_read_trial, g_object_unref);
  parts.pathway = read_pathway (self);
  parts.remarks = read_section (self, REMARKS, rgm_read_remark, g_object_unref);

  if (rgm_reader_is_good (reader) && !g_cancellable_is_cancelled (self->cancellable))
    data_set = rgm_data_set_new (&parts);

  g_clear_pointer (&parts.licence, rgm_licence_free);
  g_ptr_array_unref (parts.sources);
  g_ptr_array_unref (parts.classes);
  g_ptr_array_unref (parts.endpoints);
  g_ptr_array_unref (parts.agents);
  g_ptr_array_unref (parts.regimens);
  g_ptr_array_unref (parts.biomarkers);
  g_ptr_array_unref (parts.trials);
  g_ptr_array_unref (parts.remarks);
  g_clear_object (&parts.pathway);

  return data_set;
}

/*< private >
 * rgm_read_document:
 * @reader: a new reader
 * @bytes: (array length=length): the file
 * @length: its bytes
 * @sections: (element-type RgmSection): its members, from rgm_scan_document()
 * @progress: (nullable) (scope call): called after each record
 * @progress_data: for @progress
 * @cancellable: (nullable): cancels it
 *
 * Reads a document that is JSON; its faults are in @reader afterwards.
 *
 * Returns: (transfer full) (nullable): the data set; %NULL if anything is at fault or it
 *   was cancelled
 */
RgmDataSet *
rgm_read_document (RgmReader       *reader,
                   const char      *bytes,
                   gsize            length,
                   GPtrArray       *sections,
                   RgmLoadProgress  progress,
                   gpointer         progress_data,
                   GCancellable    *cancellable)
{
  Document document = {
    .reader = reader,
    .bytes = bytes,
    .length = length,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };
  RgmDataSet *data_set = NULL;

  document.parser = json_parser_new ();
  document.kept = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  sort_sections (&document, sections);

  /* Of another format nothing that could be said would help. */
  if (is_known_format (&document))
    data_set = read_members (&document);

  g_ptr_array_unref (document.kept);
  g_object_unref (document.parser);

  return data_set;
}
