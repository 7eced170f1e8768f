/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-readers.h"

/*< private >
 * rgm_read_list:
 * @reader: a reader
 * @cursor: a list, or what was left out
 * @read: how to read an element
 * @within: (nullable): for @read
 * @free_element: how to free what @read returns
 *
 * Returns: (transfer full): what the elements were read to; short if anything is at fault
 */
GPtrArray *
rgm_read_list (RgmReader       *reader,
               const RgmCursor *cursor,
               RgmReadElement   read,
               const char      *within,
               GDestroyNotify   free_element)
{
  guint length = rgm_reader_list (reader, cursor);
  GPtrArray *list;

  if (length == 0)
    return NULL;

  list = g_ptr_array_new_full (length, free_element);

  for (guint i = 0; i < length; i++)
    {
      RgmCursor element = rgm_reader_element (cursor, i);
      gpointer value = read (reader, &element, within);

      if (value != NULL)
        g_ptr_array_add (list, value);
    }

  return list;
}

static gpointer
read_place (RgmReader       *reader,
            const RgmCursor *cursor,
            const char      *within)
{
  enum { ID, PLACE, N };
  static const RgmField fields[] = { { "id", TRUE }, { "place", TRUE }, { NULL } };
  RgmCursor at[N];
  const char *id, *words;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  id = rgm_reader_reference (reader, &at[ID], RGM_KIND_SOURCE, NULL, NULL);
  words = rgm_reader_text (reader, &at[PLACE]);

  return rgm_reader_is_good (reader) ? rgm_place_new (id, words) : NULL;
}

/*< private >
 * rgm_read_places:
 * @reader: a reader
 * @cursor: the places in sources where something is said
 *
 * Returns: (transfer full) (nullable) (element-type RgmPlace): the places
 */
GPtrArray *
rgm_read_places (RgmReader       *reader,
                 const RgmCursor *cursor)
{
  return rgm_read_list (reader, cursor, read_place, NULL, (GDestroyNotify) rgm_place_free);
}

static gpointer
read_fact (RgmReader       *reader,
           const RgmCursor *cursor,
           const char      *within)
{
  enum { TEXT, SOURCES, TOPIC, N };
  static const RgmField fields[] = { { "text", TRUE }, { "sources", TRUE }, { "topic" }, { NULL } };
  RgmCursor at[N];
  const char *topic, *text;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  topic = rgm_reader_text (reader, &at[TOPIC]);
  text = rgm_reader_text (reader, &at[TEXT]);
  places = rgm_read_places (reader, &at[SOURCES]);

  return rgm_reader_is_good (reader) ? rgm_fact_new (topic, text, places) : NULL;
}

/*< private >
 * rgm_read_facts:
 * @reader: a reader
 * @cursor: a list of facts
 *
 * Returns: (transfer full) (nullable) (element-type RgmFact): the facts
 */
GPtrArray *
rgm_read_facts (RgmReader       *reader,
                const RgmCursor *cursor)
{
  return rgm_read_list (reader, cursor, read_fact, NULL, (GDestroyNotify) rgm_fact_free);
}

/* A population is a fact without a topic. */
static gpointer
read_population (RgmReader       *reader,
                 const RgmCursor *cursor,
                 const char      *within)
{
  enum { TEXT, SOURCES, N };
  static const RgmField fields[] = { { "text", TRUE }, { "sources", TRUE }, { NULL } };
  RgmCursor at[N];
  const char *text;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  text = rgm_reader_text (reader, &at[TEXT]);
  places = rgm_read_places (reader, &at[SOURCES]);

  return rgm_reader_is_good (reader) ? rgm_fact_new (NULL, text, places) : NULL;
}

/*< private >
 * rgm_read_populations:
 * @reader: a reader
 * @cursor: who is treated, as published
 *
 * Returns: (transfer full) (nullable) (element-type RgmFact): the populations
 */
GPtrArray *
rgm_read_populations (RgmReader       *reader,
                      const RgmCursor *cursor)
{
  return rgm_read_list (reader, cursor, read_population, NULL, (GDestroyNotify) rgm_fact_free);
}

static gpointer
read_step (RgmReader       *reader,
           const RgmCursor *cursor,
           const char      *within)
{
  enum { KIND, BODY, INDICATION, SOURCES, DATE, N };
  static const RgmField fields[] = { { "kind", TRUE }, { "body", TRUE }, { "indication", TRUE }, { "sources", TRUE },
                                     { "date" }, { NULL } };
  static const char *const kinds[] = { "approval", "designation", "guideline", NULL };
  RgmCursor at[N];
  const char *date, *body, *indication;
  g_autoptr (GPtrArray) places = NULL;
  int kind;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  kind = rgm_reader_choice (reader, &at[KIND], kinds);
  date = rgm_reader_date (reader, &at[DATE], FALSE, NULL);
  body = rgm_reader_text (reader, &at[BODY]);
  indication = rgm_reader_text (reader, &at[INDICATION]);
  places = rgm_read_places (reader, &at[SOURCES]);

  return rgm_reader_is_good (reader) ? rgm_regulatory_step_new (kinds[kind], date, body, indication, places) : NULL;
}

/*< private >
 * rgm_read_regulatory:
 * @reader: a reader
 * @cursor: approvals, designations and guidelines
 *
 * Returns: (transfer full) (nullable) (element-type RgmRegulatoryStep): the steps
 */
GPtrArray *
rgm_read_regulatory (RgmReader       *reader,
                     const RgmCursor *cursor)
{
  return rgm_read_list (reader, cursor, read_step, NULL, (GDestroyNotify) rgm_regulatory_step_free);
}

/*< private >
 * rgm_read_remark:
 * @reader: a reader
 * @cursor: a remark
 * @within: (nullable): the id of the trial that it is about
 *
 * Returns: (transfer full) (nullable): a #RgmRemark
 */
gpointer
rgm_read_remark (RgmReader       *reader,
                 const RgmCursor *cursor,
                 const char      *within)
{
  enum { KIND, TEXT, SOURCES, ABOUT, ARM, N };
  static const RgmField fields[] = { { "kind", TRUE }, { "text", TRUE }, { "sources", TRUE }, { "about" }, { "arm" }, { NULL } };
  static const char *const kinds[] = { "conflict", "caution", "note", NULL };
  RgmCursor at[N];
  RgmRemarkParts parts = { 0 };
  g_autoptr (GPtrArray) places = NULL;
  int kind;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  kind = rgm_reader_choice (reader, &at[KIND], kinds);
  parts.about = rgm_reader_text (reader, &at[ABOUT]);
  parts.arm = rgm_reader_reference (reader, &at[ARM], RGM_KIND_ARM, NULL, NULL);
  parts.text = rgm_reader_text (reader, &at[TEXT]);
  parts.places = places = rgm_read_places (reader, &at[SOURCES]);

  if (parts.arm != NULL && within != NULL &&
      !(g_str_has_prefix (parts.arm, within) && parts.arm[strlen (within)] == ':'))
    rgm_reader_fault (reader, &at[ARM], _("expected an arm of this trial, found \"%s\""), parts.arm);

  if (!rgm_reader_is_good (reader))
    return NULL;

  parts.kind = kinds[kind];
  return rgm_remark_new (&parts);
}

/*< private >
 * rgm_read_remarks:
 * @reader: a reader
 * @cursor: a list of remarks
 * @trial: (nullable): the id of the trial that they are about
 *
 * Returns: (transfer full) (nullable) (element-type RgmRemark): the remarks
 */
GPtrArray *
rgm_read_remarks (RgmReader       *reader,
                  const RgmCursor *cursor,
                  const char      *trial)
{
  return rgm_read_list (reader, cursor, rgm_read_remark, trial, g_object_unref);
}
