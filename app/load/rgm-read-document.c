/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-nodes.h"
#include "rgm-read-ahead.h"
#include "rgm-read-document.h"
#include "rgm-read-record.h"
#include "rgm-scan.h"

#define DESCRIPTION (&rgm_data_set_description)

/* A long file can be looked at while it is read: once there are so many trials, and again when there are so many times
 * as many, unless most of it is read by then. */
#define BEGINNING_LEAST 2000
#define BEGINNING_GROWTH 8

/* A document on its way from bytes to records. There is never more of json-glib's tree than
 * that of the records that are about to be read. */
typedef struct
{
  RgmReader *reader;
  const char *bytes;
  gsize length;

  RgmCursor root;
  const RgmSection *sections[RGM_FIELDS_MAX];   /* by field */
  RgmDataSet *data_set;

  gsize n_read;
  guint next_beginning;     /* at how many trials */
  const RgmLoad *load;
} Document;

/* Reports progress. Returns whether to go on. */
static gboolean
advance (Document       *self,
         const RgmSlice *slice)
{
  const RgmLoad *load = self->load;

  if (g_cancellable_is_cancelled (load->cancellable))
    return FALSE;

  self->n_read += slice->end - slice->start;
  if (load->progress != NULL)
    load->progress (MIN ((double) self->n_read / (double) self->length, 1), load->callback_data);

  return TRUE;
}

static JsonNode *
build (Document       *self,
       const RgmSlice *slice)
{
  return rgm_nodes_build (self->bytes + slice->start, slice->end - slice->start);
}

/* What is read is a data set of its own, if nothing is at fault: all that a trial refers to comes before it. */
static void
show_beginning (Document        *self,
                const GPtrArray *trials,
                guint            n_trials)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (RgmDataSet) beginning = NULL;
  RgmDataSet fields;

  if (self->load->beginning == NULL || trials->len < self->next_beginning || trials->len > n_trials / 2)
    return;

  self->next_beginning = trials->len * BEGINNING_GROWTH;
  rgm_reader_check_forward (self->reader);
  if (rgm_reader_count (self->reader) > 0)
    return;

  first = rgm_description_new_array (&rgm_trial_description, trials->len);
  for (guint i = 0; i < trials->len; i++)
    g_ptr_array_add (first, g_object_ref (trials->pdata[i]));
  fields = *self->data_set;
  fields.trials = first;
  beginning = rgm_record_new (DESCRIPTION, &fields);
  self->load->beginning (beginning, self->load->callback_data);
}

static void
read_records (Document       *self,
              const RgmField *field,
              GArray         *slices)
{
  GPtrArray **member = &RGM_FIELD_MEMBER (self->data_set, field, GPtrArray *);
  RgmCursor list = { &self->root, field->key, 0, NULL };
  g_autoptr (RgmReadAhead) trees = NULL;

  if (slices->len == 0)
    return;

  trees = rgm_read_ahead_new (self->bytes, slices);

  g_ptr_array_unref (*member);
  *member = rgm_description_new_array (field->element, slices->len);

  for (guint i = 0; i < slices->len; i++)
    {
      const RgmSlice *slice = &g_array_index (slices, RgmSlice, i);
      RgmCursor cursor = { &list, NULL, i, NULL };
      gpointer record;

      if (!advance (self, slice))
        return;

      cursor.node = rgm_read_ahead_next (trees);
      record = rgm_read_record (self->reader, &cursor, field->element, NULL);
      if (record != NULL)
        g_ptr_array_add (*member, record);
      if (field->element == &rgm_trial_description)
        show_beginning (self, *member, slices->len);
    }
}

/* A list where there should be none isn't worth parsing, however long it is. */
static void
read_value (Document         *self,
            const RgmField   *field,
            const RgmSection *section)
{
  RgmCursor cursor = { &self->root, field->key, 0, NULL };
  g_autoptr (JsonNode) node = section->records != NULL ? json_node_init_array (json_node_alloc (), NULL)
                                                       : build (self, &section->value);

  cursor.node = node;
  if (!JSON_NODE_HOLDS_NULL (cursor.node) || (field->flags & RGM_REQUIRED) != 0)
    rgm_read_field (self->reader, &cursor, DESCRIPTION, field, self->data_set, NULL);
}

/* Finds the members' fields; notes what is missing and what is no key. */
static void
find_sections (Document  *self,
               GPtrArray *sections)
{
  guint next = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const RgmSection *section = g_ptr_array_index (sections, i);
      RgmCursor member = { &self->root, section->key, 0, NULL };

      if (rgm_read_key (self->reader, &member, DESCRIPTION, &next))
        self->sections[next++] = section;
    }

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *field = &DESCRIPTION->fields[i];

      if (self->sections[i] != NULL || (field->flags & RGM_REQUIRED) == 0)
        continue;

      rgm_read_lack (self->reader, &self->root, field);
      if (field->kind == RGM_FIELD_RECORDS)
        rgm_reader_set_incomplete (self->reader, field->element);
    }
}

/* Whether the document is of the format that this version reads, or doesn't say. The format
 * comes first in the table. */
static gboolean
is_known_format (Document *self)
{
  const RgmField *field = &DESCRIPTION->fields[0];
  RgmCursor cursor = { &self->root, field->key, 0, NULL };
  g_autoptr (JsonNode) node = NULL;
  gint64 format;

  if (self->sections[0] == NULL || self->sections[0]->records != NULL)
    return TRUE;

  node = cursor.node = build (self, &self->sections[0]->value);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return TRUE;

  format = json_node_get_int (node);
  if (format == RGM_FORMAT || format < 1 || format > RGM_COUNT_MAX)
    return TRUE;

  rgm_reader_fault (self->reader, &cursor, _("expected format %d, the one that this version reads, found %d"), RGM_FORMAT, (int) format);

  return FALSE;
}

/* In the order of the table, in which everything comes before what refers to it. */
static void
read_members (Document *self)
{
  guint64 n_faults = rgm_reader_count (self->reader);

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmSection *section = self->sections[i];

      if (section == NULL)
        continue;

      if (DESCRIPTION->fields[i].kind == RGM_FIELD_RECORDS && section->records != NULL)
        read_records (self, &DESCRIPTION->fields[i], section->records);
      else
        read_value (self, &DESCRIPTION->fields[i], section);
    }

  rgm_reader_check_forward (self->reader);
  if (rgm_reader_count (self->reader) == n_faults)
    rgm_read_check (self->reader, &self->root, DESCRIPTION, self->data_set);
}

/*< private >
 * rgm_read_document:
 * @reader: a new reader
 * @bytes: (array length=length): the file
 * @length: its bytes
 * @sections: (element-type RgmSection): its members, from rgm_scan_document()
 * @load: the loading, whose progress is called after each record
 *
 * Reads a document that is JSON; its faults are in @reader afterwards.
 *
 * Returns: (transfer full) (nullable): the data set; %NULL if anything is at fault or it
 *   was cancelled
 */
RgmDataSet *
rgm_read_document (RgmReader     *reader,
                   const char    *bytes,
                   gsize          length,
                   GPtrArray     *sections,
                   const RgmLoad *load)
{
  g_autoptr (RgmDataSet) data_set = rgm_record_alloc (DESCRIPTION);
  Document document = {
    .reader = reader,
    .bytes = bytes,
    .length = length,
    .data_set = data_set,
    .next_beginning = BEGINNING_LEAST,
    .load = load,
  };

  find_sections (&document, sections);

  /* In another format no other fault would mean anything. */
  if (is_known_format (&document))
    read_members (&document);

  if (rgm_reader_count (reader) > 0 || g_cancellable_is_cancelled (load->cancellable))
    return NULL;

  rgm_record_complete (DESCRIPTION, data_set);

  return g_steal_pointer (&data_set);
}
