/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-readers.h"

static gpointer
read_biomarker_value (RgmReader       *reader,
                      const RgmCursor *cursor,
                      const char      *within)
{
  enum { ID, NAME, EVERY, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "every" }, { NULL } };
  RgmCursor at[N];
  const char *id, *name;
  gboolean every;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  id = rgm_reader_id (reader, &at[ID], RGM_KIND_VALUE, within != NULL ? within : "");
  name = rgm_reader_text (reader, &at[NAME]);
  every = rgm_reader_boolean (reader, &at[EVERY]);

  return rgm_reader_is_good (reader) ? rgm_biomarker_value_new (id, name, every) : NULL;
}

/*< private >
 * rgm_read_biomarker:
 * @reader: a reader
 * @cursor: a biomarker
 * @within: unused
 *
 * Its parts are biomarkers too, perhaps later ones: see rgm_read_biomarker_parts().
 *
 * Returns: (transfer full) (nullable): a #RgmBiomarker
 */
gpointer
rgm_read_biomarker (RgmReader       *reader,
                    const RgmCursor *cursor,
                    const char      *within)
{
  enum { ID, NAME, SYNONYMS, FACET, PARTS, VALUES, FACTS, N };
  static const RgmField fields[] = { { "id", TRUE }, { "name", TRUE }, { "synonyms" }, { "facet" }, { "parts" }, { "values" },
                                     { "facts" }, { NULL } };
  RgmCursor at[N];
  RgmBiomarkerParts parts = { 0 };
  g_autofree char **synonyms = NULL;
  g_autofree char **components = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  parts.id = rgm_reader_id (reader, &at[ID], RGM_KIND_BIOMARKER, NULL);
  parts.name = rgm_reader_text (reader, &at[NAME]);
  parts.synonyms = synonyms = rgm_reader_texts (reader, &at[SYNONYMS]);
  parts.is_facet = rgm_reader_boolean (reader, &at[FACET]);
  parts.parts = components = rgm_reader_texts (reader, &at[PARTS]);
  parts.values = values = rgm_read_list (reader, &at[VALUES], read_biomarker_value, parts.id,
                                         (GDestroyNotify) rgm_biomarker_value_free);
  parts.facts = facts = rgm_read_facts (reader, &at[FACTS]);

  return rgm_reader_is_good (reader) ? rgm_biomarker_new (&parts) : NULL;
}

/*< private >
 * rgm_read_biomarker_parts:
 * @reader: a reader that has read all biomarkers
 * @cursor: a biomarker, once more
 *
 * Holds the parts of a biomarker against the biomarkers that there are.
 */
void
rgm_read_biomarker_parts (RgmReader       *reader,
                          const RgmCursor *cursor)
{
  RgmCursor parts = { cursor, "parts", 0, NULL };
  guint length;

  /* What else may be wrong with it has been told at the first reading. */
  if (!JSON_NODE_HOLDS_OBJECT (cursor->node))
    return;

  parts.node = json_object_get_member (json_node_get_object (cursor->node), "parts");
  if (parts.node == NULL || !JSON_NODE_HOLDS_ARRAY (parts.node))
    return;

  length = json_array_get_length (json_node_get_array (parts.node));
  for (guint i = 0; i < MIN (length, RGM_TEXTS_MAX); i++)
    {
      RgmCursor part = rgm_reader_element (&parts, i);

      if (JSON_NODE_HOLDS_VALUE (part.node) && json_node_get_value_type (part.node) == G_TYPE_STRING)
        rgm_reader_reference (reader, &part, RGM_KIND_BIOMARKER, NULL, NULL);
    }
}

/* Parts first: a biomarker is settled once all its parts are. What is never settled is
 * in a ring, and whoever walks along the parts would never come to an end. */
static void
settle (GHashTable *waiting_for,
        GHashTable *n_unsettled,
        const char *id)
{
  g_autoptr (GQueue) settled = g_queue_new ();

  g_queue_push_tail (settled, (gpointer) id);

  while ((id = g_queue_pop_head (settled)) != NULL)
    {
      GPtrArray *wholes = g_hash_table_lookup (waiting_for, id);

      for (guint i = 0; wholes != NULL && i < wholes->len; i++)
        {
          char *whole = g_ptr_array_index (wholes, i);
          guint left = GPOINTER_TO_UINT (g_hash_table_lookup (n_unsettled, whole)) - 1;

          g_hash_table_insert (n_unsettled, whole, GUINT_TO_POINTER (left));
          if (left == 0)
            g_queue_push_tail (settled, whole);
        }
    }
}

static void
wait_for (GHashTable   *waiting_for,
          RgmBiomarker *biomarker)
{
  char **parts = rgm_biomarker_get_parts (biomarker);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GPtrArray *wholes = g_hash_table_lookup (waiting_for, parts[i]);

      if (wholes == NULL)
        {
          wholes = g_ptr_array_new ();
          g_hash_table_insert (waiting_for, parts[i], wholes);
        }
      g_ptr_array_add (wholes, (gpointer) rgm_biomarker_get_id (biomarker));
    }
}

/*< private >
 * rgm_read_biomarker_rings:
 * @reader: a reader that has found no fault yet
 * @cursor: the list of biomarkers
 * @biomarkers: (element-type RgmBiomarker): what it was read to
 *
 * Tells of a biomarker that is a part of itself, perhaps by way of others.
 */
void
rgm_read_biomarker_rings (RgmReader       *reader,
                          const RgmCursor *cursor,
                          GPtrArray       *biomarkers)
{
  g_autoptr (GHashTable) waiting_for = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) n_unsettled = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (biomarkers, i);
      guint n = g_strv_length (rgm_biomarker_get_parts (biomarker));

      g_hash_table_insert (n_unsettled, (gpointer) rgm_biomarker_get_id (biomarker), GUINT_TO_POINTER (n));
      wait_for (waiting_for, biomarker);
    }

  for (guint i = 0; i < biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (biomarkers, i);

      if (g_strv_length (rgm_biomarker_get_parts (biomarker)) == 0)
        settle (waiting_for, n_unsettled, rgm_biomarker_get_id (biomarker));
    }

  for (guint i = 0; i < biomarkers->len; i++)
    {
      const char *id = rgm_biomarker_get_id (g_ptr_array_index (biomarkers, i));
      RgmCursor element = { cursor, NULL, i, NULL };
      RgmCursor parts = { &element, "parts", 0, NULL };

      if (g_hash_table_lookup (n_unsettled, id) != NULL)
        rgm_reader_fault (reader, &parts, _("expected parts of which none is made of \"%s\" itself, found a ring"), id);
    }
}
